/** Shows what was found in the open workbook, and what can be done with it now. */

import { button, byId, element } from '../elements.js';
import { findingsList } from '../findings-list.js';
import { periodChoice, summary } from '../results.js';
import { reviewTable } from '../review-table.js';

/**
 * @typedef {import('../report.js').Inspected} Inspected
 * @typedef {import('../report.js').Measure} Measure
 */

/**
 * @typedef {object} Actions
 * @property {() => void} complete
 * @property {() => void} check
 * @property {(period: string) => void} choosePeriod
 * @property {(measure: Measure) => void} adjust
 * @property {import('../findings-list.js').Lead} lead
 * @property {() => void} settings
 * @property {() => void} glossary
 * @property {() => void} undo
 * @property {() => void} remove
 * @property {(on: boolean) => void} live
 */

/**
 * @typedef {object} State what else there is to show
 * @property {string} outcome what became of the last thing done, in a sentence; may be empty
 * @property {boolean} canUndo
 * @property {boolean} live
 */

/**
 * Fills the results' part of the pane.
 *
 * @param {Inspected} inspected
 * @param {State} state
 * @param {Actions} actions
 */
export function showResults(inspected, state, actions) {
  byId('results').replaceChildren(
    element('h1', { id: 'results-title', tabindex: '-1' }),
    ...(state.outcome === '' ? [] : [done(state, actions)]),
    element('div', { class: 'actions' }, [
      inspected.review === null
        ? null
        : button('Complete this workbook', actions.complete, { id: 'complete' }),
      button('Check again', actions.check, { id: 'check-again', class: 'quiet' }),
    ]),
    element('div', { id: 'results-work' }),
    element('div', { id: 'report' }),
    more(inspected, state, actions),
  );
  showReport(inspected, actions);
}

/**
 * Fills in what was found, and leaves the rest of the pane alone.
 *
 * @param {Inspected} inspected
 * @param {Actions} actions
 */
export function showReport({ findings, review }, actions) {
  byId('results-title').textContent =
    review === null ? 'No figures to judge yet' : `Results for ${review.period}`;
  byId('report').replaceChildren(
    ...(review === null
      ? [
          element('p', {}, ['Put right what the findings say, then check again.']),
          findingsList(findings, actions.lead),
        ]
      : [
          summary(findings, review),
          periodChoice(review, actions.choosePeriod),
          findingsList(findings, actions.lead),
          reviewTable(review, (measure) =>
            button('Adjust limits', () => actions.adjust(measure), {
              class: 'lead-to adjust',
              'aria-label': `Adjust limits of ${measure.name}`,
            }),
          ),
        ]),
  );
}

/**
 * @param {State} state
 * @param {Actions} actions
 */
function done({ outcome, canUndo }, actions) {
  return element('div', { class: 'done', id: 'done', tabindex: '-1' }, [
    element('p', {}, [outcome]),
    canUndo ? button('Undo', actions.undo, { id: 'undo', class: 'quiet' }) : null,
  ]);
}

/**
 * @param {Inspected} inspected
 * @param {State} state
 * @param {Actions} actions
 */
function more({ review, settings }, { outcome, canUndo, live }, actions) {
  const box = element('input', { type: 'checkbox', id: 'live', checked: live });
  box.addEventListener('change', () => actions.live(box.checked));
  return element('section', { class: 'next', 'aria-labelledby': 'next' }, [
    element('h2', { id: 'next' }, ['What else you can do']),
    element('p', { class: 'check' }, [
      box,
      element('label', { for: 'live' }, ['Check again while I work']),
    ]),
    element('p', { id: 'live-note', class: 'notice', hidden: true }),
    element('ul', { class: 'plain' }, [
      settings.length === 0
        ? null
        : choice('settings', 'Settings', actions.settings, 'Window, rules, what is highlighted.'),
      review === null
        ? null
        : choice('glossary', 'Add glossary terms', actions.glossary, 'Those that this workbook uses.'),
      canUndo && outcome === ''
        ? choice('undo', 'Undo last write', actions.undo, 'Puts back what was there before.')
        : null,
      choice('remove', 'Remove results', actions.remove, 'Takes out everything that Quarterday added.'),
    ]),
  ]);
}

/**
 * @param {string} id
 * @param {string} text
 * @param {() => void} pressed
 * @param {string} hint
 */
function choice(id, text, pressed, hint) {
  return element('li', {}, [
    button(text, pressed, { id, class: 'quiet' }),
    element('span', { class: 'hint' }, [hint]),
  ]);
}
