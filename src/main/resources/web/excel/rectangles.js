/** Grids of labels as rectangles of cells with the same label. */

/** @typedef {import('./address.js').Block} Block */

/**
 * Runs of each row, joined with those above where they stand and read alike. Cells without a label
 * are in no rectangle.
 *
 * @template T
 * @param {number} top where the grid begins
 * @param {number} left
 * @param {(T | null)[][]} grid
 * @returns {[T, Block][]}
 */
export function rectangles(top, left, grid) {
  /** @type {[T, Block][]} */
  const done = [];
  /** @type {Map<number, [T, Block]>} those that end in the row above, by their first column */
  let open = new Map();
  grid.forEach((row, r) => {
    /** @type {Map<number, [T, Block]>} */
    const now = new Map();
    for (const [label, from, to] of runs(row)) {
      const above = open.get(from);
      if (above !== undefined && above[0] === label && above[1].right === left + to) {
        above[1].bottom = top + r;
        now.set(from, above);
      } else {
        const block = { top: top + r, left: left + from, bottom: top + r, right: left + to };
        /** @type {[T, Block]} */
        const fresh = [label, block];
        done.push(fresh);
        now.set(from, fresh);
      }
    }
    open = now;
  });
  return done;
}

/**
 * Neighbours with the same label: the label, the first and the last of them.
 *
 * @template T
 * @param {(T | null | undefined)[]} row
 * @returns {[T, number, number][]}
 */
export function runs(row) {
  /** @type {[T, number, number][]} */
  const found = [];
  for (let from = 0, to = 0; from < row.length; from = to) {
    const label = row[from];
    for (to = from + 1; to < row.length && row[to] === label; to++);
    if (label !== null && label !== undefined) {
      found.push([label, from, to - 1]);
    }
  }
  return found;
}
