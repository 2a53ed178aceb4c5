/** What a plan would write, in words. */

import { counted, listed } from '../words.js';

/**
 * @typedef {object} Extent how much a plan writes
 * @property {number} cells
 * @property {string[]} sheets by name
 * @property {number} charts
 * @property {string[]} added the sheets that are new
 */

/**
 * How much is written: `37 cells on 2 sheets, and 15 charts`.
 *
 * @param {Extent} extent
 */
export function extentInWords({ cells, sheets, charts }) {
  const where = sheets.length === 0 ? '' : ` on ${counted(sheets.length, 'sheet')}`;
  const drawn = charts === 0 ? '' : `, and ${counted(charts, 'chart')}`;
  return `${counted(cells, 'cell')}${where}${drawn}`;
}

/**
 * The sheets by what becomes of them.
 *
 * @param {Extent} extent
 * @returns {{what: string, sheets: string}[]}
 */
export function sheetsInWords({ sheets, added }) {
  const changed = sheets.filter((sheet) => !added.includes(sheet));
  return [
    { what: 'Changed', sheets: listed(changed) },
    { what: 'New', sheets: listed(added) },
  ].filter((line) => line.sheets !== '');
}
