/** How far reading from Excel, asking the server and writing to Excel have come, in words. */

import { exchanging } from '../progress.js';

/**
 * @typedef {import('../excel/plan.js').Progress | import('../exchange.js').Progress} Progress
 * @typedef {import('../progress.js').Said} Said
 */

/** What each kind of edit writes, as a person would name it. */
/** @type {Record<string, string>} */
const WRITTEN = {
  'put-cells': 'cells',
  'put-rules': 'colour rules',
  'put-links': 'links',
  'put-chart': 'charts',
  'mark-table': 'tables',
  'set-widths': 'column widths',
  'set-height': 'row heights',
  'break-pages': 'page breaks',
};

/**
 * @param {Progress} progress
 * @returns {Said}
 */
export function inExcel(progress) {
  switch (progress.stage) {
    case 'reading':
      return { said: named('Reading', progress), share: share(progress) };
    case 'writing': {
      const what = WRITTEN[progress.what];
      const verb = what === undefined ? 'Tidying' : `Writing ${what} to`;
      return { said: named(verb, progress), share: share(progress) };
    }
    case 'putting-back':
      return { said: counted('Putting back what was there', progress), share: share(progress) };
    case 'editing':
      return { said: progress.message, share: null };
    default:
      return withServer(progress);
  }
}

const withServer = exchanging({
  sending: 'Sending the figures to the server',
  answering: 'Judging the measures',
  receiving: 'Receiving the answer',
});

/**
 * @param {string} verb
 * @param {{sheet: string, done: number, of: number}} progress
 */
function named(verb, progress) {
  return counted(progress.sheet === '' ? `${verb} the workbook` : `${verb} ${progress.sheet}`, progress);
}

/**
 * @param {string} said
 * @param {{done: number, of: number}} progress
 */
function counted(said, { done, of }) {
  return of > 1 ? `${said}, ${done} of ${of}` : said;
}

/** @param {{done: number, of: number}} progress */
function share({ done, of }) {
  return of > 0 ? done / of : null;
}
