/** Edits the office's settings. */

import { announce, element } from '../elements.js';
import { choice, field, form, line } from './fields.js';

/** @typedef {import('../report.js').Setting} Setting */

/**
 * @param {Setting[]} settings
 * @param {{save: (changed: Record<string, string>) => void, back: () => void}} actions
 * @returns {HTMLElement[]}
 */
export function settingsForm(settings, { save, back }) {
  const controls = settings.map((setting) => ({ setting, control: control(setting) }));
  const none = element('p', { class: 'notice', hidden: true }, [
    'Nothing is different yet. Change a setting first, or go back.',
  ]);
  const send = () => {
    const changed = controls.filter(({ setting, control: { value } }) => value !== setting.value);
    none.hidden = changed.length > 0;
    if (changed.length > 0) {
      save(Object.fromEntries(changed.map(({ setting, control: { value } }) => [setting.name, value])));
    } else {
      announce(none.textContent ?? '');
    }
  };
  return [
    element('h1', { id: 'step-title', tabindex: '-1' }, ['Settings']),
    element('p', {}, ['They are kept in this workbook, so that whoever opens it gets the same results.']),
    form(
      [
        ...controls.map(({ setting, control: made }, number) =>
          field(`setting-${number}`, setting.name, made, hint(setting)),
        ),
        none,
      ],
      'Save settings',
      { send, back },
    ),
  ];
}

/** @param {Setting} setting */
function control({ kind, value, choices = [] }) {
  switch (kind) {
    case 'choice':
      return choice(choices.map((offered) => ({ value: offered, text: offered })), value);
    case 'yes-no':
      return choice(['yes', 'no'].map((offered) => ({ value: offered, text: offered })), value);
    case 'number':
      return line(value, { inputmode: 'numeric' });
    default:
      return line(value);
  }
}

/** @param {Setting} setting */
function hint({ hint: said, default: usual }) {
  return usual === '' ? said : `${said} Usual: ${usual}.`;
}
