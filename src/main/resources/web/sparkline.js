/**
 * A series as a small picture: values, the range of the limits, the mean, points that stand out. A
 * point that is left out of the limits is a gap, so that it does not flatten all others.
 */

/** @typedef {import('./report.js').Measure} Measure */

export const WIDTH = 140;
export const HEIGHT = 36;
const MARGIN = 4;

/**
 * @typedef {object} Sparkline
 * @property {string} line the path of the values, broken at gaps
 * @property {{x: number, y: number}[]} marks the points that stand out
 * @property {{x: number, y: number, width: number, height: number} | null} range between the limits
 * @property {{x: number, y: number, end: number} | null} mean its line, from left to right
 */

/**
 * The geometry of a measure's sparkline; null where fewer than two points have a value.
 *
 * @param {Pick<Measure, 'series' | 'mean' | 'lower' | 'upper'>} measure
 * @returns {Sparkline | null}
 */
export function sparkline({ series, mean, lower, upper }) {
  const values = series.values.map((value, at) => (series.leftOut.includes(at) ? null : value));
  const known = values.filter((value) => value !== null);
  if (known.length < 2) {
    return null;
  }
  const all = [...known, ...[mean, lower, upper].filter((value) => value !== null)];
  const least = Math.min(...all);
  const most = Math.max(...all);
  const last = values.length - 1;
  /** @param {number} position */
  const x = (position) => rounded(MARGIN + (position / last) * (WIDTH - 2 * MARGIN));
  /** @param {number} value */
  const y = (value) =>
    most === least
      ? HEIGHT / 2
      : rounded(MARGIN + ((most - value) / (most - least)) * (HEIGHT - 2 * MARGIN));

  const start = x(Math.min(series.limitsFrom, last));
  return {
    line: path(values, x, y),
    marks: series.flagged.flatMap((position) => {
      const value = values[position];
      return value === null || value === undefined ? [] : [{ x: x(position), y: y(value) }];
    }),
    range:
      lower === null || upper === null
        ? null
        : {
            x: start,
            y: y(upper),
            width: rounded(WIDTH - MARGIN - start),
            height: rounded(y(lower) - y(upper)),
          },
    mean: mean === null ? null : { x: start, y: y(mean), end: WIDTH - MARGIN },
  };
}

/**
 * A line through the values; a value between two gaps is a dot, which a round line end draws.
 *
 * @param {(number | null)[]} values
 * @param {(position: number) => number} x
 * @param {(value: number) => number} y
 */
function path(values, x, y) {
  let drawn = '';
  values.forEach((value, position) => {
    if (value !== null) {
      const before = position === 0 ? null : values[position - 1];
      const after = values[position + 1] ?? null;
      const lone = before === null && after === null;
      drawn += `${before === null ? 'M' : 'L'}${x(position)} ${y(value)}${lone ? 'h0' : ''}`;
    }
  });
  return drawn;
}

/** @param {number} length */
function rounded(length) {
  return Math.round(length * 10) / 10;
}
