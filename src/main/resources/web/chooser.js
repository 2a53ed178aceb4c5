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

  function takeChosen() {
    if (field.files !== null && field.files.length > 0) {
      const files = [...field.files];
      // Emptied, so that choosing the same file again is a change.
      field.value = '';
      void take(files);
    }
  }
  field.addEventListener('change', takeChosen);
  // Somebody may have been quicker than the scripts.
  takeChosen();

  /** Entering a part of the page comes before leaving the one around it. */
  let inside = 0;
  /** @param {number} now */
  function over(now) {
    inside = now;
    document.body.classList.toggle('dropping', inside > 0);
  }
  /**
   * @param {'dragenter' | 'dragleave' | 'dragover' | 'drop'} name
   * @param {(files: FileList) => void} then
   */
  function onFiles(name, then) {
    document.addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes('Files')) {
        // Without this a browser opens what is dropped, and the page is gone.
        event.preventDefault();
        then(event.dataTransfer.files);
      }
    });
  }
  onFiles('dragenter', () => over(inside + 1));
  onFiles('dragleave', () => over(Math.max(0, inside - 1)));
  onFiles('dragover', () => {});
  onFiles('drop', (files) => {
    over(0);
    void take(files);
  });
}
