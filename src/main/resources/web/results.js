/** Shows what was found in a workbook, and what can be done with it now. */

import { button, element, byId } from './elements.js';
import { findingsList } from './findings-list.js';
import { bySeverity, isException } from './groups.js';
import { reviewTable } from './review-table.js';
import { counted, listed, sentence } from './words.js';

/** @typedef {import('./report.js').Report} Report */
/** @typedef {import('./report.js').Finding} Finding */

/**
 * @typedef {object} Actions
 * @property {() => void} download
 * @property {() => void} remove
 * @property {() => void} another
 * @property {(period: string) => void} choosePeriod
 */

/** @type {Record<Finding['severity'], [string, string]>} */
const NOUNS = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice'],
};

/**
 * Fills the results' part of the page.
 *
 * @param {string} name the workbook's file name
 * @param {Report} report
 * @param {Actions} actions
 */
export function showResults(name, { findings, review }, actions) {
  byId('results').replaceChildren(
    element('h1', { id: 'results-title', tabindex: '-1' }, [
      `Results for ${review.period}`,
    ]),
    element('p', { class: 'file' }, [name]),
    summary(findings, review),
    element('div', { class: 'actions' }, [
      button('Download completed workbook', actions.download, { id: 'download' }),
      periodChoice(review, actions.choosePeriod),
    ]),
    element('div', { id: 'results-work' }),
    findingsList(findings),
    reviewTable(review),
    element('section', { class: 'next', 'aria-labelledby': 'next' }, [
      element('h2', { id: 'next' }, ['What else you can do']),
      element('ul', { class: 'plain' }, [
        element('li', {}, [
          button('Remove results', actions.remove, { id: 'remove', class: 'quiet' }),
          element('span', { class: 'hint' }, [
            ' Download this workbook without anything that Quarterday added to it before.',
          ]),
        ]),
        element('li', {}, [
          button('Check another workbook', actions.another, { id: 'another', class: 'quiet' }),
        ]),
      ]),
    ]),
  );
}

/**
 * How much was found, with ways to it.
 *
 * @param {Finding[]} findings
 * @param {import('./report.js').Review} review
 */
export function summary(findings, review) {
  const exceptions = review.measures.filter(isException);
  const counts = new Map(bySeverity(findings).map((group) => [group.severity, group.findings.length]));
  const found = /** @type {Finding['severity'][]} */ (Object.keys(NOUNS)).map((severity) =>
    counted(counts.get(severity) ?? 0, ...NOUNS[severity]),
  );
  const ways = [
    way(exceptions, 'worse', 'worse'),
    way(exceptions, 'better', 'better'),
    way(exceptions, 'neither', 'changed'),
  ].filter((part) => part !== null);
  return element('ul', { class: 'summary' }, [
    element('li', {}, [
      jump('findings', sentence(`${listed(found)} in the findings`)),
    ]),
    element('li', {}, [
      jump(
        'measures',
        sentence(`${counted(exceptions.length, 'exception')} among ${counted(review.measures.length, 'measure')}`),
      ),
      ways.length === 0 ? null : `: ${listed(ways)}`,
    ]),
  ]);
}

/**
 * @param {import('./report.js').Measure[]} exceptions
 * @param {string} improving
 * @param {string} word
 */
function way(exceptions, improving, word) {
  const count = exceptions.filter((measure) => measure.improving === improving).length;
  return count === 0 ? null : `${count} ${word}`;
}

/**
 * A link within the results. It leaves the address alone, which says which results these are.
 *
 * @param {string} id of a heading
 * @param {string} text
 */
function jump(id, text) {
  const link = element('a', { href: `#${id}` }, [text]);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    byId(id).focus();
    byId(id).scrollIntoView();
  });
  return link;
}

/**
 * The choice of another period.
 *
 * @param {import('./report.js').Review} review
 * @param {(period: string) => void} chosen
 */
export function periodChoice({ period, periods }, chosen) {
  const select = element(
    'select',
    { id: 'period' },
    periods.map((offered) =>
      element('option', { value: offered, selected: offered === period }, [offered]),
    ),
  );
  const form = element('form', { class: 'period' }, [
    element('label', { for: 'period' }, ['Period']),
    select,
    element('button', { class: 'quiet', id: 'show-period' }, ['Show this period']),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    chosen(select.value);
  });
  return form;
}
