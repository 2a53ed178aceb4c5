/** Takes a workbook: chosen with the file field, or dropped anywhere on the page. */

import { byId } from './elements.js';
import { notOneFile, unreadable } from './trouble.js';

/**
 * A workbook as it was when it was chosen.
 *
 * @typedef {object} Chosen
 * @property {string} name
 * @property {Blob} bytes
 */

/**
 * @param {(chosen: Chosen) => void} taken
 * @param {(trouble: import('./trouble.js').Trouble) => void} refused
 */
export function listenForWorkbooks(taken, refused) {
  const field = /** @type {HTMLInputElement} */ (byId('workbook'));

  /** @param {ArrayLike<File>} files */
  async function take(files) {
    if (files.length !== 1) {
      refused(notOneFile());
      return;
    }
    const file = files[0];
    try {
      // Read now, so that what is completed later is what was checked.
      taken({ name: file.name, bytes: new Blob([await file.arrayBuffer()]) });
    } catch {
      refused(unreadable());
    }
  }

  field.addEventListener('change', () => {
    if (field.files !== null && field.files.length > 0) {
      const files = [...field.files];
      // Emptied, so that choosing the same file again is a change.
      field.value = '';
      void take(files);
    }
  });

  let depth = 0;
  /** @param {number} change */
  function over(change) {
    depth = change === 0 ? 0 : Math.max(0, depth + change);
    document.body.classList.toggle('dropping', depth > 0);
  }
  document.addEventListener('dragenter', () => over(1));
  document.addEventListener('dragleave', () => over(-1));
  // Without this a browser opens what is dropped, and the page is gone.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    over(0);
    void take(event.dataTransfer?.files ?? []);
  });
}
