/** Fields of a form, each with its label and hint. */

import { element } from '../elements.js';

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
export function field(id, label, control, hint = '') {
  control.id = id;
  if (hint !== '') {
    control.setAttribute('aria-describedby', `${id}-hint`);
  }
  return element('div', { class: 'field' }, [
    element('label', { for: id }, [label]),
    hint === '' ? null : element('p', { class: 'hint', id: `${id}-hint` }, [hint]),
    control,
  ]);
}

/**
 * @param {{value: string, text: string}[]} options
 * @param {string} chosen
 */
export function choice(options, chosen) {
  return element(
    'select',
    {},
    options.map(({ value, text }) =>
      element('option', { value, selected: value === chosen }, [text]),
    ),
  );
}

/**
 * @param {string} value
 * @param {Record<string, string | boolean>} [attributes]
 */
export function line(value, attributes = {}) {
  return element('input', { type: 'text', value, autocomplete: 'off', ...attributes });
}

/**
 * A form in place of a page of its own, with a way back.
 *
 * @param {(HTMLElement | null)[]} fields
 * @param {string} verb
 * @param {{send: () => void, back: () => void}} actions
 */
export function form(fields, verb, { send, back }) {
  const leave = element('button', { type: 'button', class: 'quiet', id: 'back' }, ['Back']);
  leave.addEventListener('click', back);
  const made = element('form', {}, [
    ...fields,
    element('div', { class: 'actions' }, [element('button', { id: 'send' }, [verb]), leave]),
    element('div', { id: 'step-work' }),
  ]);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  return made;
}
