/** What a programmer would ask for, to be copied and passed on. */

import { announce, button, element } from '../elements.js';

/** @typedef {import('../trouble.js').Trouble} Trouble */

/**
 * A button that copies the details of what went wrong. Where nothing may be copied, they are shown
 * instead.
 *
 * @param {Trouble} trouble
 * @returns {HTMLElement}
 */
export function copyDetails(trouble) {
  const shown = element('pre', { tabindex: '0', hidden: true, 'aria-label': 'Details' });
  const pressed = button(
    'Copy details',
    async () => {
      const text = details(trouble);
      try {
        await navigator.clipboard.writeText(text);
        pressed.textContent = 'Copied';
        announce('Details copied');
      } catch {
        shown.textContent = text;
        shown.hidden = false;
        shown.focus();
        window.getSelection()?.selectAllChildren(shown);
      }
    },
    { class: 'quiet', id: 'copy-details' },
  );
  return element('div', { class: 'details' }, [pressed, shown]);
}

/** @param {Trouble} trouble */
function details(trouble) {
  const host = globalThis.Office?.context?.diagnostics;
  return [
    trouble.message,
    `Code: ${trouble.code === '' ? 'none' : trouble.code}`,
    trouble.details === '' ? null : `Details: ${trouble.details}`,
    host === undefined ? null : `Excel: ${host.platform} ${host.version}`,
    `Browser: ${navigator.userAgent}`,
    `Time: ${new Date().toISOString()}`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}
