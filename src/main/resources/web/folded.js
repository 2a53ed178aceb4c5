/** Keeps a long list short until somebody asks for all of it. */

import { button } from './elements.js';

/**
 * Hides what goes beyond a number; the button that shows it again, or null where nothing does.
 *
 * @param {Element[]} items
 * @param {number} most
 * @param {string} text the button's
 * @returns {HTMLElement | null}
 */
export function folded(items, most, text) {
  const rest = items.slice(most);
  if (rest.length === 0) {
    return null;
  }
  rest.forEach((item) => item.classList.add('folded'));
  const shown = button(
    text,
    () => {
      rest.forEach((item) => item.classList.remove('folded'));
      shown.remove();
      // The button that had the focus is gone.
      const first = rest[0];
      first.setAttribute('tabindex', '-1');
      if (first instanceof HTMLElement) {
        first.focus();
      }
    },
    { class: 'quiet unfold' },
  );
  return shown;
}
