/** What can stand in the way of reading or writing the open workbook, in plain sentences. */

/**
 * @typedef {'stale' | 'locked' | 'editing' | 'too-big' | 'cancelled' | 'not-supported'
 *   | 'gone-undo' | 'changed' | 'refused'} Code
 */

/** Something in the way, with the sentence that tells it and what to do. */
export class Obstacle extends Error {
  /**
   * @param {Code} code
   * @param {string} message one sentence and a remedy
   * @param {{details?: string, sheets?: string[]}} [more] what a programmer would ask for, and the
   *   sheets that it is about
   */
  constructor(code, message, { details = '', sheets = [] } = {}) {
    super(message);
    this.name = 'Obstacle';
    this.code = code;
    this.details = details;
    this.sheets = sheets;
  }
}

/** The workbook is no longer what the plan was made from. */
export class Stale extends Obstacle {
  constructor() {
    super(
      'stale',
      'The workbook has changed since it was checked, so nothing was written. Check it again, then complete it.',
    );
  }
}

/** Sheets that are protected. */
export class Locked extends Obstacle {
  /** @param {string[]} sheets none if it is the workbook's structure */
  constructor(sheets) {
    super(
      'locked',
      sheets.length === 0
        ? 'The structure of this workbook is protected, so no sheet can be added or removed. Take the protection off (Review, Protect Workbook), then try again.'
        : `${named(sheets)} protected, so nothing was written. Unprotect ${
            sheets.length === 1 ? 'it' : 'them'
          } (Review, Unprotect Sheet), then try again.`,
      { sheets },
    );
  }
}

/** @param {string[]} sheets */
function named(sheets) {
  const quoted = sheets.map((sheet) => `\u201c${sheet}\u201d`);
  return quoted.length === 1
    ? `The sheet ${quoted[0]} is`
    : `The sheets ${quoted.slice(0, -1).join(', ')} and ${quoted[quoted.length - 1]} are`;
}

/** A cell is being edited and Excel does not wait. */
export function editing() {
  return new Obstacle(
    'editing',
    'A cell is being edited. Finish editing it (Enter), then try again.',
  );
}

/** What is said while Excel waits for a cell to be finished. */
export const FINISH_EDITING = 'Finish editing the cell (Enter) and I will carry on.';

/** @param {number} cells how many cells are in use */
export function tooBig(cells) {
  return new Obstacle(
    'too-big',
    `This workbook uses ${cells.toLocaleString('en-GB')} cells, more than Excel hands to an add-in. Complete it on the upload page instead, or delete sheets that are not needed.`,
  );
}

/** One row alone is more than Excel hands over. */
export function tooHeavy() {
  return new Obstacle(
    'too-big',
    'Some cells hold more text than Excel hands to an add-in at once. Complete this workbook on the upload page instead.',
  );
}

/** @param {boolean} written whether something had been written, and was put back */
export function cancelled(written) {
  return new Obstacle(
    'cancelled',
    written
      ? 'Cancelled. What had been written was put back; start again when you like.'
      : 'Cancelled. Nothing was written; start again when you like.',
  );
}

/** This Excel is too old. */
export function notSupported() {
  return new Obstacle(
    'not-supported',
    'This version of Excel is too old for the add-in. Use Excel 2021 or later, Excel on the web, or the upload page.',
  );
}

/**
 * What was written before a failure could not be put back.
 *
 * @param {unknown[]} failures
 */
export function halfWritten(failures) {
  return new Obstacle(
    'refused',
    'Excel stopped half-way and could not put everything back. Close the workbook without saving it, or use Remove results, then try again.',
    { details: failures.map((failure) => describe(failure)).join('; ') },
  );
}

/** @param {unknown} failure */
function describe(failure) {
  return failure instanceof Obstacle
    ? failure.details || failure.message
    : failure instanceof Error
      ? failure.message
      : String(failure);
}

/** There is nothing to undo. */
export function goneUndo() {
  return new Obstacle(
    'gone-undo',
    'There is no write to undo: nothing was written by the add-in since this workbook was last completed as a file or put back. Use Remove results to take everything out.',
  );
}

/** The cells to be put back have moved. */
export function movedSince() {
  return new Obstacle(
    'gone-undo',
    'The last write cannot be undone, since rows, columns or sheets have been moved since. Use Remove results to take everything out.',
  );
}

/** @param {string[]} sheets where cells that were written were changed since */
export function changedSince(sheets) {
  return new Obstacle(
    'changed',
    `Cells that the last write wrote have been changed since (${sheets.join(', ')}). Undo all the same to lose those changes, or leave everything as it is.`,
    { sheets },
  );
}

/**
 * The obstacle that an error of Excel's stands for; errors that are not Excel's stay as they are.
 *
 * @param {unknown} error
 * @returns {unknown}
 */
export function fromExcel(error) {
  if (error instanceof Obstacle || !isExcels(error)) {
    return error;
  }
  const details = [error.code, error.debugInfo?.errorLocation, error.message]
    .filter((part) => part !== undefined && part !== '')
    .join(': ');
  switch (error.code) {
    case 'InvalidOperationInCellEditMode':
      return editing();
    case 'ApiNotFound':
    case 'ApiNotAvailable':
    case 'UnsupportedOperation':
      return withDetails(notSupported(), details);
    case 'AccessDenied':
      return new Obstacle(
        'locked',
        'Excel does not let these cells be changed: the sheet is protected, or the workbook is open for reading only. Unprotect it or save a copy, then try again.',
        { details },
      );
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
      return withDetails(tooHeavy(), details);
    default:
      return new Obstacle(
        'refused',
        'Excel refused one of the steps. Save the workbook, close and open it, then try again; if that does not help, use the upload page.',
        { details },
      );
  }
}

/**
 * @param {unknown} error
 * @returns {error is {code: string, message: string, debugInfo?: {errorLocation?: string}}}
 */
function isExcels(error) {
  return (
    error !== null &&
    typeof error === 'object' &&
    'code' in error &&
    typeof error.code === 'string' &&
    'debugInfo' in error
  );
}

/** @param {Obstacle} obstacle @param {string} details */
function withDetails(obstacle, details) {
  obstacle.details = details;
  return obstacle;
}

/** Whether more at once than Excel hands over was asked for. @param {unknown} error */
export function isTooMuchAtOnce(error) {
  return (
    isExcels(error) &&
    (error.code === 'ResponsePayloadSizeLimitExceeded' ||
      error.code === 'RequestPayloadSizeLimitExceeded')
  );
}
