/** Says what went wrong, above whatever is on show, with what can be done about it. */

import { button, byId, element, moveTo } from './elements.js';
import { useToken } from './exchange.js';

/** @typedef {import('./trouble.js').Trouble} Trouble */

/**
 * @param {Trouble} trouble
 * @param {() => void} again
 * @param {HTMLElement[]} [more] what else helps here
 */
export function showTrouble(trouble, again, more = []) {
  const box = byId('trouble');
  box.replaceChildren(
    element('h2', {}, ['There is a problem']),
    element('p', {}, [trouble.message]),
    ...remedy(trouble, again),
    ...more,
  );
  box.hidden = false;
  document.title = `Problem: ${document.title.replace(/^Problem: /, '')}`;
  moveTo('trouble');
}

export function clearTrouble() {
  byId('trouble').hidden = true;
  document.title = document.title.replace(/^Problem: /, '');
}

/**
 * @param {Trouble} trouble
 * @param {() => void} again
 * @returns {HTMLElement[]}
 */
function remedy(trouble, again) {
  switch (trouble.remedy) {
    case 'again':
      return [button('Try again', again)];
    case 'reload':
      return [button('Reload this page', () => window.location.reload())];
    case 'token':
      return [tokenForm(again)];
    default:
      return [];
  }
}

/** @param {() => void} again */
function tokenForm(again) {
  const field = element('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
  });
  const form = element('form', { class: 'token' }, [
    element('label', { for: 'token' }, ['Access token']),
    field,
    element('button', {}, ['Use this token']),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    useToken(field.value.trim());
    again();
  });
  return form;
}
