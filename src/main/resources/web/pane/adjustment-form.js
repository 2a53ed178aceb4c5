/** Decides about a measure: new limits from a month on, a month left out, a note. */

import { button, element } from '../elements.js';
import { spoken } from '../words.js';
import { choice, field, form, line } from './fields.js';
import { monthsOf } from './months.js';

/**
 * @typedef {import('../report.js').Adjustment} Adjustment
 * @typedef {import('../report.js').Measure} Measure
 * @typedef {Pick<Adjustment, 'measure' | 'month' | 'kind' | 'reason' | 'by'>} Decision
 */

/** @type {Record<Adjustment['kind'], {ask: string, said: string}>} */
const KINDS = {
  'reset-limits': { ask: 'Start new limits from this month', said: 'New limits from' },
  'leave-out': { ask: 'Leave this month out of the limits', said: 'Left out:' },
  note: { ask: 'Add a note to this month', said: 'Note on' },
};

/**
 * @param {Measure} measure
 * @param {Adjustment[]} made those of this measure
 * @param {{save: (decision: Decision) => void, remove: (decision: Decision) => void,
 *   back: () => void}} actions
 * @returns {HTMLElement[]}
 */
export function adjustmentForm(measure, made, { save, remove, back }) {
  const kinds = element(
    'fieldset',
    { class: 'field' },
    [
      element('legend', {}, ['What to do']),
      ...Object.entries(KINDS).map(([kind, { ask }], position) =>
        element('label', { class: 'either' }, [
          element('input', { type: 'radio', name: 'kind', value: kind, checked: position === 0 }),
          ask,
        ]),
      ),
    ],
  );
  const month = monthControl(measure);
  const reason = element('textarea', { rows: '3' });
  const by = line('');
  const send = () => {
    const kind = /** @type {HTMLInputElement} */ (kinds.querySelector('input:checked')).value;
    save({
      measure: measure.id,
      month: month.value,
      kind: /** @type {Adjustment['kind']} */ (kind),
      reason: reason.value.trim(),
      by: by.value.trim(),
    });
  };
  return [
    element('h1', { id: 'step-title', tabindex: '-1' }, [`Adjust ${measure.name}`]),
    made.length === 0 ? element('p', {}, ['Nothing has been adjusted so far.']) : list(made, remove),
    form(
      [
        kinds,
        field('adjust-month', 'Month', month, monthHint(month)),
        field(
          'adjust-reason',
          'Reason',
          reason,
          'Readers see it with the figures. New limits need one: say what changed in the work itself.',
        ),
        field('adjust-by', 'Decided by (may stay empty)', by, 'A role is enough.'),
      ],
      'Save',
      { send, back },
    ),
  ];
}

/** @param {Measure} measure */
function monthControl(measure) {
  const months = monthsOf(measure.series);
  const proposed = measure.rules[measure.rules.length - 1]?.from ?? months[0];
  return months.length === 0
    ? line('', { inputmode: 'numeric', placeholder: '2020-06' })
    : choice(months.map((value) => ({ value, text: spoken(value) })), proposed);
}

/** @param {HTMLElement} control */
function monthHint(control) {
  return control instanceof HTMLSelectElement ? '' : 'The year and the number of the month, such as 2020-06.';
}

/**
 * @param {Adjustment[]} made
 * @param {(decision: Decision) => void} remove
 */
function list(made, remove) {
  return element(
    'ul',
    { class: 'plain', id: 'adjusted' },
    made.map(({ measure, month, kind, reason, by }) => {
      const said = `${KINDS[kind].said} ${spoken(month)}`;
      return element('li', {}, [
        element('strong', {}, [said]),
        reason === '' ? null : `: ${reason}`,
        by === '' ? null : element('span', { class: 'hint' }, [` ${by}`]),
        element('p', {}, [
          button('Take back', () => remove({ measure, month, kind, reason, by }), {
            class: 'quiet',
            'aria-label': `Take back: ${said}`,
          }),
        ]),
      ]);
    }),
  );
}
