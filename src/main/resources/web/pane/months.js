/** The months that a measure's points speak of. */

const MONTH = /^(\d{4})-(\d{2})$/;

/**
 * The months of a series, the latest first; none if its points are not months.
 *
 * @param {Pick<import('../report.js').Series, 'from' | 'values'>} series
 * @returns {string[]}
 */
export function monthsOf({ from, values }) {
  const first = MONTH.exec(from ?? '');
  if (first === null) {
    return [];
  }
  const start = Number(first[1]) * 12 + Number(first[2]) - 1;
  return values.map((_, position) => month(start + position)).reverse();
}

/** @param {number} count months since year 0 */
function month(count) {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
