/** Checks again while somebody works in the workbook, when asked to. It never writes. */

import { watch } from '../excel/read-workbook.js';
import { isRunning } from '../running.js';
import { told } from './obstacles.js';

/** How long other work is waited for, in milliseconds. */
const BUSY = 1000;

/** @type {(() => unknown) | null} */
let stop = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {AbortController | null} */
let looking = null;

export function isLive() {
  return stop !== null;
}

/**
 * Begins to watch; what is found is for the caller to show.
 *
 * @param {(signal: AbortSignal) => Promise<void>} look
 * @param {(message: string) => void} failed
 */
export async function goLive(look, failed) {
  const now = async () => {
    clearTimeout(timer);
    if (isRunning() || looking !== null) {
      timer = setTimeout(() => void now(), BUSY);
      return;
    }
    looking = new AbortController();
    try {
      await look(looking.signal);
    } catch (failure) {
      const trouble = told(failure);
      if (!(trouble instanceof DOMException && trouble.name === 'AbortError')) {
        failed(trouble instanceof Error ? trouble.message : String(trouble));
      }
    } finally {
      looking = null;
    }
  };
  stop = await watch(() => void now());
}

/** Gives up a look that has begun, since something else needs the workbook. */
export function hold() {
  clearTimeout(timer);
  looking?.abort();
}

export async function endLive() {
  const ended = stop;
  stop = null;
  hold();
  await ended?.();
}
