/** Shows a review: a row a measure, which on a narrow screen becomes a card. */

import { announce, drawing, element } from './elements.js';
import { folded } from './folded.js';
import { bySection, isException } from './groups.js';
import { HEIGHT, WIDTH, sparkline } from './sparkline.js';
import { counted, grouped, spoken } from './words.js';

/** @typedef {import('./report.js').Review} Review */
/** @typedef {import('./report.js').Measure} Measure */

const SHOWN_AT_FIRST = 250;

/**
 * @param {Review} review
 * @param {(measure: Measure) => Node | null} [more] what a measure's words end with
 * @returns {HTMLElement}
 */
export function reviewTable(review, more = () => null) {
  const exceptions = review.measures.filter(isException).length;
  const first = review.measures[0];
  const columns = [
    'KPI',
    'Measure',
    'Exception',
    'Over time',
    first.quarter.period,
    `Change on ${first.previous.period}`,
    `Change on ${first.yearAgo.period}`,
    'In words',
  ];
  const table = element('table', { role: 'table', class: 'review' }, [
    element('caption', {}, [
      `Each measure in ${review.period}, beside the period before and the same period a year earlier`,
    ]),
    element('thead', { role: 'rowgroup' }, [
      element(
        'tr',
        { role: 'row' },
        columns.map((column) =>
          element('th', { role: 'columnheader', scope: 'col' }, [column]),
        ),
      ),
    ]),
    ...bySection(review.measures).map((section) =>
      element('tbody', { role: 'rowgroup' }, [
        section.name === ''
          ? null
          : element('tr', { role: 'row', class: 'section' }, [
              element(
                'th',
                { role: 'rowheader', scope: 'rowgroup', colspan: String(columns.length) },
                [section.name],
              ),
            ]),
        ...section.measures.map((measure) => row(measure, columns, more(measure))),
      ]),
    ),
  ]);
  return element('section', { 'aria-labelledby': 'measures' }, [
    element('h2', { id: 'measures', tabindex: '-1' }, ['Measures']),
    filter(table, exceptions, review.measures.length),
    table,
    folded(
      [...table.querySelectorAll('tr.measure')],
      SHOWN_AT_FIRST,
      `Show all ${grouped(review.measures.length)} measures`,
    ),
    element('p', { class: 'hint key' }, [
      'In the pictures the shaded band is the usual range between the limits, the dashed line is the mean, ',
      'and dots are the points that stand out. [e] is an estimate. ',
      `Limits by method: ${review.method}.`,
    ]),
  ]);
}

/**
 * @param {HTMLTableElement} table
 * @param {number} exceptions
 * @param {number} all
 */
function filter(table, exceptions, all) {
  const box = element('input', { type: 'checkbox', id: 'only-exceptions' });
  box.addEventListener('change', () => {
    table.classList.toggle('only-exceptions', box.checked);
    for (const section of table.tBodies) {
      section.classList.toggle('no-exceptions', section.querySelector('.exception') === null);
    }
    announce(
      `Showing ${box.checked ? counted(exceptions, 'exception') : counted(all, 'measure')}`,
    );
  });
  return element('p', { class: 'check' }, [
    box,
    element('label', { for: 'only-exceptions' }, [`Exceptions only (${grouped(exceptions)})`]),
  ]);
}

/**
 * @param {Measure} measure
 * @param {string[]} columns
 * @param {Node | null} more
 */
function row(measure, columns, more) {
  const { shown } = measure;
  const verdict = `verdict state-${measure.state} ${measure.improving ?? 'none'}`;
  /** @type {{content: (Node | string | null)[], kind: string}[]} */
  const cells = [
    { content: [measure.kpi ?? ''], kind: 'kpi' },
    { content: [measure.name], kind: 'name' },
    { content: [element('span', { class: verdict }, [measure.exception])], kind: 'words' },
    { content: [picture(measure)], kind: 'picture' },
    { content: [element('strong', {}, [shown.quarter ?? 'None'])], kind: 'figure' },
    { content: change(shown.changePrevious, shown.changePreviousPercent), kind: 'figure' },
    { content: change(shown.changeYearAgo, shown.changeYearAgoPercent), kind: 'figure' },
    { content: [measure.sentence, more], kind: 'words sentence' },
  ];
  return element(
    'tr',
    {
      role: 'row',
      class: isException(measure) ? `measure exception ${measure.improving}` : 'measure',
    },
    cells.map(({ content, kind }, column) => {
      const empty = content.every((part) => part === null || part === '');
      const held = [
        element('span', { class: 'label', 'aria-hidden': 'true' }, [columns[column]]),
        element('span', { class: 'held' }, content),
      ];
      return kind === 'name'
        ? element('th', { role: 'rowheader', scope: 'row', class: kind }, held)
        : element('td', { role: 'cell', class: empty ? `${kind} empty` : kind }, held);
    }),
  );
}

/**
 * @param {string | null} change
 * @param {string | null} percent
 */
function change(change, percent) {
  return change === null
    ? ['Not compared']
    : [change, percent === null ? null : element('span', { class: 'percent' }, [` (${percent})`])];
}

/** @param {Measure} measure */
function picture(measure) {
  const { from, to } = measure.series;
  const drawn = sparkline(measure);
  if (drawn === null || from === null || to === null) {
    return null;
  }
  const { range, mean } = drawn;
  return drawing(
    'svg',
    {
      class: 'sparkline',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Values from ${spoken(from)} to ${spoken(to)}`,
    },
    [
      range === null
        ? null
        : drawing('rect', {
            class: 'range',
            x: String(range.x),
            y: String(range.y),
            width: String(range.width),
            height: String(range.height),
          }),
      mean === null
        ? null
        : drawing('path', { class: 'mean', d: `M${mean.x} ${mean.y}H${mean.end}` }),
      drawing('path', { class: 'values', d: drawn.line }),
      ...drawn.marks.map(({ x, y }) =>
        drawing('circle', { class: 'mark', cx: String(x), cy: String(y), r: '3' }),
      ),
    ],
  );
}
