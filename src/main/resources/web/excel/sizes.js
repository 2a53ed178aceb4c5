/**
 * Widths of columns. A file and a plan say how many digits of the workbook's font fit, with their
 * margin; Excel's library speaks in points.
 *
 * A column of w such characters is w x d pixels wide, d being the width of a digit in pixels
 * (ECMA-376 part 1, 18.3.1.13: width = truncate((characters x d + 5) / d x 256) / 256, so that the
 * five pixels of margin are part of w), and a pixel is 0.75 points. In Calibri 11 a digit has 7
 * pixels: a column of 12 is 84 pixels or 63 points wide.
 */

const POINTS_A_PIXEL = 0.75;
const MARGIN = 5;
const USUAL_DIGIT = 7;

/** A column and a row that nobody has set and that Excel has not told of yet, in points. */
export const USUAL_WIDTH = 48;
export const USUAL_HEIGHT = 15;

/**
 * The width of a digit in pixels, from a column of the standard width.
 *
 * @param {number} points the column's width
 * @param {number} standard the standard width in characters, without the margin
 */
export function digit(points, standard) {
  const pixels = Math.round((points / POINTS_A_PIXEL - MARGIN) / standard);
  return Number.isFinite(pixels) && pixels > 0 ? pixels : USUAL_DIGIT;
}

/** @param {number} points @param {number} [pixels] a digit's width */
export function toCharacters(points, pixels = USUAL_DIGIT) {
  return points / POINTS_A_PIXEL / pixels;
}

/** @param {number} characters @param {number} [pixels] a digit's width */
export function toPoints(characters, pixels = USUAL_DIGIT) {
  return Math.round(characters * pixels) * POINTS_A_PIXEL;
}

/**
 * The lines that lie under a stretch: the first and last of those that it touches.
 *
 * @param {number} start where it starts, in points
 * @param {number} length
 * @param {(line: number) => number} size each line's
 * @returns {[first: number, last: number]}
 */
export function linesUnder(start, length, size) {
  const sliver = 0.5;
  let first = 0;
  let place = 0;
  for (let line = 0; ; line++) {
    const end = place + size(line);
    if (end <= start + sliver) {
      first = line + 1;
    }
    if (end >= start + length - sliver || line > first + 1000) {
      return [Math.min(first, line), line];
    }
    place = end;
  }
}
