/** Names of cells and blocks, and the references that formulas hold. Rows and columns count from zero. */

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/**
 * @typedef {object} Block
 * @property {number} top
 * @property {number} left
 * @property {number} bottom
 * @property {number} right
 */

/** @param {number} column */
export function columnName(column) {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** @param {string} name */
export function columnNumber(name) {
  return [...name.toUpperCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

/**
 * The block that an address such as B2, B2:D9, B:D or 2:9 names, or null if it names none.
 *
 * @param {string} text
 * @returns {Block | null}
 */
export function blockOf(text) {
  const [from, to = from, ...more] = text.split(':');
  if (more.length > 0) {
    return null;
  }
  const cells = [CELL.exec(from), CELL.exec(to)];
  const columns = [COLUMN.exec(from), COLUMN.exec(to)];
  const rows = [ROW.exec(from), ROW.exec(to)];
  let corners;
  if (cells[0] && cells[1]) {
    corners = cells.map((cell) => [Number(cell[4]) - 1, columnNumber(cell[2])]);
  } else if (text.includes(':') && columns[0] && columns[1]) {
    corners = [
      [0, columnNumber(columns[0][1])],
      [ROWS - 1, columnNumber(columns[1][1])],
    ];
  } else if (text.includes(':') && rows[0] && rows[1]) {
    corners = [
      [Number(rows[0][1]) - 1, 0],
      [Number(rows[1][1]) - 1, COLUMNS - 1],
    ];
  } else {
    return null;
  }
  const block = {
    top: Math.min(corners[0][0], corners[1][0]),
    left: Math.min(corners[0][1], corners[1][1]),
    bottom: Math.max(corners[0][0], corners[1][0]),
    right: Math.max(corners[0][1], corners[1][1]),
  };
  return block.top < 0 || block.bottom >= ROWS || block.right >= COLUMNS ? null : block;
}

/** @param {Block} block */
export function isWhole(block) {
  return {
    columns: block.top === 0 && block.bottom === ROWS - 1,
    rows: block.left === 0 && block.right === COLUMNS - 1,
  };
}

/**
 * A block as text, with dollar signs or without.
 *
 * @param {Block} block
 */
export function blockText({ top, left, bottom, right }, dollar = '') {
  const whole = isWhole({ top, left, bottom, right });
  if (whole.columns) {
    return `${dollar}${columnName(left)}:${dollar}${columnName(right)}`;
  }
  if (whole.rows) {
    return `${dollar}${top + 1}:${dollar}${bottom + 1}`;
  }
  const from = `${dollar}${columnName(left)}${dollar}${top + 1}`;
  return top === bottom && left === right
    ? from
    : `${from}:${dollar}${columnName(right)}${dollar}${bottom + 1}`;
}

/** @param {string} sheet */
export function quoted(sheet) {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !CELL.test(sheet) && !/^(r|c|rc)$/i.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
}

/** @param {string} text a sheet's name as it stands before an exclamation mark */
export function unquoted(text) {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

/**
 * The sheet and block that a reference such as 'SPC data'!$C$4:$C$45 names, or null; the sheet is
 * empty where none stands.
 *
 * @param {string} text
 * @returns {{sheet: string, block: Block} | null}
 */
export function referenceOf(text) {
  const parts = /^(?:('(?:[^']|'')+'|[^'!:]+)!)?([^!']+)$/.exec(text.replace(/^=/, ''));
  const block = parts && blockOf(parts[2]);
  return block ? { sheet: parts[1] ? unquoted(parts[1]) : '', block } : null;
}

/** @param {string} sheet @param {Block} block */
export function reference(sheet, block) {
  return `${quoted(sheet)}!${blockText(block, '$')}`;
}

/** @param {Block} one @param {Block} other */
export function overlap(one, other) {
  return (
    one.top <= other.bottom &&
    other.top <= one.bottom &&
    one.left <= other.right &&
    other.left <= one.right
  );
}

/** @param {Block} outer @param {Block} inner */
export function covers(outer, inner) {
  return (
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}

/** @param {Block} one @param {Block} other */
export function same(one, other) {
  return covers(one, other) && covers(other, one);
}

// Strings first, that nothing inside them is taken for a reference.
const PIECES =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/**
 * A formula with each of its references put through a function, which gets the sheet (empty where
 * none stands) and the text of the cells, and answers with a new text for both, or null to leave it.
 *
 * @param {string} formula
 * @param {(sheet: string, cells: string) => string | null} change
 */
export function withReferences(formula, change) {
  return formula.replace(PIECES, (all, sheet, cells, at) => {
    if (cells === undefined || /[\p{L}\p{N}_.$#]$/u.test(formula.slice(0, at))) {
      return all;
    }
    return change(sheet ? unquoted(sheet.slice(0, -1)) : '', cells) ?? all;
  });
}

/**
 * Where a block lies once lines were put in or taken out, or null where nothing of it is left.
 *
 * @param {Block} block
 * @param {'rows' | 'columns'} lines
 * @param {number} at the first line put in or taken out
 * @param {number} count less than none where lines were taken out
 * @returns {Block | null}
 */
export function shifted(block, lines, at, count) {
  const [first, last, end] =
    lines === 'rows' ? ['top', 'bottom', ROWS] : ['left', 'right', COLUMNS];
  if (block[first] === 0 && block[last] === end - 1) {
    return block;
  }
  const gone = at - count;
  const from =
    block[first] < at ? block[first] : count > 0 ? block[first] + count : Math.max(at, block[first] + count);
  const to =
    block[last] < at ? block[last] : count > 0 ? block[last] + count : block[last] < gone ? at - 1 : block[last] + count;
  return to < from ? null : { ...block, [first]: from, [last]: to };
}

/** The same for the text of cells in a formula, whose dollar signs stay; #REF! where nothing is left. */
export function shiftedText(text, lines, at, count) {
  const block = blockOf(text);
  const there = block && shifted(block, lines, at, count);
  if (!block) {
    return text;
  }
  if (!there) {
    return '#REF!';
  }
  const marks = text.split(':').map((cell) => [/^\$/.test(cell), /^\$?[A-Za-z]+\$|^\$\d/.test(cell)]);
  const whole = isWhole(there);
  const corner = (row, column, [dollarColumn, dollarRow]) =>
    (whole.rows ? '' : (dollarColumn ? '$' : '') + columnName(column)) +
    (whole.columns ? '' : (dollarRow ? '$' : '') + (row + 1));
  const ends = [corner(there.top, there.left, marks[0])];
  if (marks.length > 1) {
    ends.push(corner(there.bottom, there.right, marks[1]));
  }
  return ends.join(':');
}
