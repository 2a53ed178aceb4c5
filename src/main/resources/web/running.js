/** Does one thing at a time, to its end. */

import { clearTrouble } from './trouble-box.js';
import { Trouble, broken } from './trouble.js';

/** @typedef {import('./work.js').Work} Work */

/** @type {Work | null} */
let current = null;

/**
 * Does one thing to its end. What was going on before is given up.
 *
 * @param {Work} begun
 * @param {HTMLElement} place where it is shown
 * @param {() => Promise<void>} job
 * @param {{givenUp: (ending: DOMException) => void, failed: (trouble: Trouble) => void}} otherwise
 */
export async function run(begun, place, job, otherwise) {
  current?.stop();
  current = begun;
  clearTrouble();
  place.append(begun.shown);
  try {
    await job();
  } catch (failure) {
    if (current === begun) {
      if (failure instanceof DOMException && failure.name === 'AbortError') {
        otherwise.givenUp(failure);
      } else if (failure instanceof Trouble) {
        otherwise.failed(failure);
      } else {
        window.reportError(failure);
        otherwise.failed(broken());
      }
    }
  } finally {
    begun.shown.remove();
    if (current === begun) {
      current = null;
    }
  }
}

/** Gives up what is going on, without a word. */
export function leave() {
  const left = current;
  current = null;
  left?.stop();
  clearTrouble();
}

/** Whether something is going on. */
export function isRunning() {
  return current !== null;
}
