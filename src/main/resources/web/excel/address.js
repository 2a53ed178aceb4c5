/** Names of cells and blocks. Rows and columns count from zero. */

/** @typedef {{top: number, left: number, bottom: number, right: number}} Block */

/** @param {number} column */
export function columnName(column) {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

const BLOCK = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/**
 * The block that a text such as B2, B2:D9 or $B$2:$D$9 names, or null.
 *
 * @param {string} text
 * @returns {Block | null}
 */
export function asBlock(text) {
  const found = BLOCK.exec(text);
  if (found === null) {
    return null;
  }
  const [, left, top, right = left, bottom = top] = found;
  return {
    top: Number(top) - 1,
    left: columnNumber(left),
    bottom: Number(bottom) - 1,
    right: columnNumber(right),
  };
}

/** @param {string} name */
function columnNumber(name) {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * The block that a text names which is known to name one.
 *
 * @param {string} text
 * @returns {Block}
 */
export function blockOf(text) {
  const block = asBlock(text);
  if (block === null) {
    throw new Error(`No block: ${text}`);
  }
  return block;
}

/** @param {Block} block */
export function blockName({ top, left, bottom, right }) {
  const first = columnName(left) + (top + 1);
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom + 1}`;
}

/** @param {Block} block */
export function rowsOf(block) {
  return block.bottom - block.top + 1;
}

/** @param {Block} block */
export function columnsOf(block) {
  return block.right - block.left + 1;
}

/** @param {Block} block */
export function sizeOf(block) {
  return rowsOf(block) * columnsOf(block);
}

/** @param {Block} outer @param {Block} inner */
export function covers(outer, inner) {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

/**
 * A block cut into bands of rows that hold at most so many cells each, one row at least.
 *
 * @param {Block} block
 * @param {number} cells
 * @returns {Block[]}
 */
export function bands(block, cells) {
  const height = Math.max(1, Math.floor(cells / columnsOf(block)));
  const found = [];
  for (let top = block.top; top <= block.bottom; top += height) {
    found.push({ ...block, top, bottom: Math.min(block.bottom, top + height - 1) });
  }
  return found;
}

const REFERENCE = /^=?(?:'((?:[^']|'')+)'|([^'!:]+))!([^!]+)$/;

/**
 * The sheet and block that a reference such as 'SPC data'!$C$4:$C$45 names, or null.
 *
 * @param {string} text with or without an equals sign before it
 * @returns {{sheet: string, block: Block} | null}
 */
export function asReference(text) {
  const found = REFERENCE.exec(text);
  const block = found === null ? null : asBlock(found[3]);
  if (found === null || block === null) {
    return null;
  }
  return { sheet: found[1]?.replaceAll("''", "'") ?? found[2], block };
}

/**
 * A reference to a block that stays where it is: 'SPC data'!$C$4:$C$45.
 *
 * @param {string} sheet
 * @param {Block} block
 */
export function reference(sheet, block) {
  return `'${sheet.replaceAll("'", "''")}'!${blockName(block).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
