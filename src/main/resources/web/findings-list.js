/** Shows findings, the worst first. */

import { button, element, helpLink } from './elements.js';
import { folded } from './folded.js';
import { bySeverity, place } from './groups.js';
import { grouped } from './words.js';

/** @typedef {import('./report.js').Finding} Finding */

/** @type {Record<Finding['severity'], {title: string, meaning: string, shownAtFirst: number}>} */
const SEVERITIES = {
  error: {
    title: 'Errors',
    meaning: 'Mistakes that a reader would see. Put these right first.',
    shownAtFirst: 20,
  },
  warning: {
    title: 'Warnings',
    meaning: 'Probably mistakes. Have a look at each.',
    shownAtFirst: 20,
  },
  advice: { title: 'Advice', meaning: 'Worth knowing. Nothing here is wrong.', shownAtFirst: 5 },
};

/** @typedef {(sheet: string, cell: string) => void} Lead takes somebody to a cell */

/**
 * @param {Finding[]} findings
 * @param {Lead | null} [lead] where cells can be gone to
 * @returns {HTMLElement}
 */
export function findingsList(findings, lead = null) {
  const groups = bySeverity(findings);
  return element('section', { class: 'findings', 'aria-labelledby': 'findings' }, [
    element('h2', { id: 'findings', tabindex: '-1' }, ['Findings']),
    ...(groups.length === 0
      ? [element('p', {}, ['Nothing in this workbook looks wrong.'])]
      : groups.map(({ severity, findings: some }) => group(severity, some, lead))),
  ]);
}

/**
 * @param {Finding['severity']} severity
 * @param {Finding[]} findings
 * @param {Lead | null} lead
 */
function group(severity, findings, lead) {
  const { title, meaning, shownAtFirst } = SEVERITIES[severity];
  const list = element('ol', { class: 'finding-list' }, findings.map((finding) => item(finding, lead)));
  return element('section', { class: `severity ${severity}`, 'aria-labelledby': severity }, [
    element('h3', { id: severity }, [
      title,
      ' ',
      element('span', { class: 'count' }, [`(${grouped(findings.length)})`]),
    ]),
    element('p', { class: 'hint' }, [meaning]),
    list,
    folded([...list.children], shownAtFirst, `${title}: show all ${grouped(findings.length)}`),
  ]);
}

/**
 * @param {Finding} finding
 * @param {Lead | null} lead
 */
function item(finding, lead) {
  return element('li', { class: 'finding' }, [
    element('p', { class: 'place' }, [
      element('strong', {}, [lead === null ? place(finding) : wayTo(finding, lead)]),
      finding.measure === null ? null : `: ${finding.measure}`,
    ]),
    element('p', {}, [finding.message]),
    finding.suggestion === undefined
      ? null
      : element('p', { class: 'suggestion' }, [
          'Suggested value: ',
          element('strong', {}, [finding.suggestion]),
        ]),
    element('p', { class: 'more' }, [
      helpLink(`checks/${finding.code}.html`, `About check ${finding.code}`),
    ]),
  ]);
}

/**
 * @param {Finding} finding
 * @param {Lead} lead
 */
function wayTo(finding, lead) {
  const { sheet, cell } = finding;
  if (sheet === null) {
    return place(finding);
  }
  const way = button('', () => lead(sheet, cell ?? 'A1'), { class: 'lead-to' });
  way.append(element('span', { class: 'unseen' }, ['Go to ']), place(finding));
  return way;
}
