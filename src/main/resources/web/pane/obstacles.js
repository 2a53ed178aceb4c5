/** What stands in the way in Excel, as trouble that the pane can show. */

import { Obstacle } from '../excel/obstacle.js';
import { Trouble } from '../trouble.js';

/** What a person can do at once about what stands in the way. */
/** @type {Record<string, import('../trouble.js').Remedy>} */
const REMEDIES = { stale: 'again', locked: 'again', editing: 'again', refused: 'again' };

/**
 * A failure in the pane's own terms; one that is not Excel's stays as it is.
 *
 * @param {unknown} failure
 * @returns {unknown}
 */
export function told(failure) {
  if (!(failure instanceof Obstacle)) {
    return failure;
  }
  if (failure.code === 'cancelled') {
    return new DOMException(failure.message, 'AbortError');
  }
  return new Trouble(failure.message, REMEDIES[failure.code] ?? 'none', {
    code: failure.code,
    details: failure.details,
  });
}
