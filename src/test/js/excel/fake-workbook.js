/**
 * A workbook as Excel holds it while it is open, for tests: cells with formulas, formats and looks,
 * names, tables, rules, links, charts, protection, merged areas and custom XML parts.
 *
 * It does not calculate: a formula gets the value that `calculate` gives it, 0 unless a test says
 * otherwise.
 */

import {
  ROWS,
  blockOf,
  blockText,
  columnName,
  covers,
  overlap,
  quoted,
  reference,
  referenceOf,
  shifted,
  shiftedText,
  withReferences,
} from './references.js';
import { typed } from './typed.js';

/** @typedef {import('./references.js').Block} Block */

/** What Excel says of a request that it refuses. */
export class Refusal extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export const invalid = (what = 'The argument is invalid or missing or has an incorrect format.') =>
  new Refusal('InvalidArgument', what);
export const missing = (what = "The requested resource doesn't exist.") =>
  new Refusal('ItemNotFound', what);
export const taken = () =>
  new Refusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
export const denied = () =>
  new Refusal('AccessDenied', 'You cannot perform the requested operation.');

/** How a cell looks that nobody has touched. */
export const PLAIN = Object.freeze({
  ink: '#000000',
  fill: '',
  bold: false,
  italic: false,
  underline: 'None',
  font: 'Calibri',
  size: 11,
  align: 'General',
  valign: 'Bottom',
  wraps: false,
  indent: 0,
  edgeTop: '',
  edgeBottom: '',
  edgeLeft: '',
  edgeRight: '',
});

const GENERAL = 'General';
// Calibri 11 has digits 7 pixels wide; a pixel is three quarters of a point.
const DIGIT = 7;
const POINT = 0.75;
const STANDARD_PIXELS = 64;
const STANDARD_HEIGHT = 15;
const LEDGER = 'urn:quarterday:ledger:1';

/**
 * @typedef {object} Cell
 * @property {string | number | boolean | {fault: string} | null} value null for an empty cell
 * @property {string | null} formula without its equals sign
 * @property {string} format
 * @property {typeof PLAIN} look
 * @property {{target: string, tip: string, address?: string} | null} link
 */

/** @returns {Cell} */
const fresh = () => ({ value: null, formula: null, format: GENERAL, look: PLAIN, link: null });

const isBlank = (cell) => cell.value === null && cell.formula === null;
const isUntouched = (cell) =>
  isBlank(cell) && cell.format === GENERAL && cell.look === PLAIN && cell.link === null;

export class FakeSheet {
  /** @type {Map<number, Map<number, Cell>>} */
  rows = new Map();
  visibility = 'Visible';
  locked = false;
  tables = [];
  charts = [];
  /** The rules that colour cells, the first priority first. */
  rules = [];
  /** @type {Block[]} */
  merged = [];
  /** Widths set, by column, in pixels. @type {Map<number, number>} */
  pixels = new Map();
  /** Heights fixed by hand, by row, in points. @type {Map<number, number>} */
  heights = new Map();
  hiddenRows = new Set();
  hiddenColumns = new Set();
  page = newPage();
  /** The rows before which a printed page starts. @type {number[]} */
  breaks = [];
  /** @type {Block | null} */
  frozen = null;
  standardPixels = STANDARD_PIXELS;

  /** @param {FakeWorkbook} book @param {string} name */
  constructor(book, name) {
    this.book = book;
    this.name = name;
    this.id = `{${String(book.nextId++).padStart(8, '0')}-0000-0000-0000-000000000000}`;
  }

  /** @returns {Cell} */
  at(row, column) {
    return this.rows.get(row)?.get(column) ?? NOTHING;
  }

  /** @returns {Cell} */
  own(row, column) {
    let line = this.rows.get(row);
    if (!line) {
      this.rows.set(row, (line = new Map()));
    }
    let cell = line.get(column);
    if (!cell) {
      line.set(column, (cell = fresh()));
    }
    return cell;
  }

  /**
   * Each cell of a block that was ever touched; the callback answers true to have it forgotten
   * where nothing is left in it.
   *
   * @param {Block} block
   * @param {(cell: Cell, row: number, column: number) => void} act
   */
  each(block, act) {
    const lines =
      block.bottom - block.top + 1 < this.rows.size
        ? range(block.top, block.bottom).filter((row) => this.rows.has(row))
        : [...this.rows.keys()].filter((row) => row >= block.top && row <= block.bottom);
    for (const row of lines) {
      const line = this.rows.get(row);
      const columns =
        block.right - block.left + 1 < line.size
          ? range(block.left, block.right).filter((column) => line.has(column))
          : [...line.keys()].filter((column) => column >= block.left && column <= block.right);
      for (const column of columns) {
        act(line.get(column), row, column);
        if (isUntouched(line.get(column))) {
          line.delete(column);
        }
      }
      if (line.size === 0) {
        this.rows.delete(row);
      }
    }
  }

  /**
   * The smallest block that holds every cell in use, or null.
   *
   * @param {boolean} valuesOnly whether a cell with a format alone is not in use
   * @param {Block} [within]
   * @returns {Block | null}
   */
  used(valuesOnly, within) {
    let used = null;
    for (const [row, line] of this.rows) {
      for (const [column, cell] of line) {
        const here = { top: row, left: column, bottom: row, right: column };
        if ((valuesOnly ? isBlank(cell) : isUntouched(cell)) || (within && !covers(within, here))) {
          continue;
        }
        used = used === null ? here : around(used, here);
      }
    }
    return used;
  }

  requireOpen() {
    if (this.locked) {
      throw denied();
    }
  }

  /** Puts a text, number or truth into a cell, as Excel takes it. */
  put(row, column, content, how = {}) {
    const at = { top: row, left: column, bottom: row, right: column };
    if (this.merged.some((area) => overlap(area, at) && (area.top !== row || area.left !== column))) {
      // Only the top left cell of a merged area holds anything.
      return;
    }
    const cell = this.own(row, column);
    if (typeof content === 'boolean') {
      Object.assign(cell, { value: content, formula: null });
    } else if (typeof content === 'number') {
      if (!Number.isFinite(content)) {
        throw invalid();
      }
      Object.assign(cell, { value: cell.format === '@' ? String(content) : content, formula: null });
    } else if (typeof content === 'string') {
      this.#type(cell, row, column, content, how);
    } else {
      throw invalid();
    }
    if (isUntouched(cell)) {
      this.rows.get(row).delete(column);
    }
  }

  #type(cell, row, column, text, how) {
    if (text.length > 32_767) {
      throw invalid();
    }
    let said;
    try {
      said = typed(text, cell.format, { dates1904: this.book.dates1904, ...how });
    } catch {
      throw invalid();
    }
    cell.formula = null;
    switch (said.kind) {
      case 'blank':
        cell.value = null;
        break;
      case 'fault':
        cell.value = { fault: String(said.value) };
        break;
      case 'formula':
        cell.formula = this.book.settled(String(said.value));
        cell.value = this.book.calculate(this.name, columnName(column) + (row + 1), cell.formula);
        break;
      default:
        cell.value = said.value;
        if (said.format && cell.format === GENERAL) {
          cell.format = said.format;
        }
    }
  }

  /** @param {number} column */
  width(column) {
    return this.hiddenColumns.has(column) ? 0 : (this.pixels.get(column) ?? this.standardPixels) * POINT;
  }

  /** @param {number} column @param {number} points */
  setWidth(column, points) {
    this.hiddenColumns.delete(column);
    this.pixels.set(column, Math.round(points / POINT));
  }

  /** @param {number} row */
  height(row) {
    return this.hiddenRows.has(row) ? 0 : (this.heights.get(row) ?? STANDARD_HEIGHT);
  }

  /** Where a block lies, in points. @param {Block} block */
  box(block) {
    const left = sum(0, block.left - 1, (column) => this.width(column));
    const top = sum(0, block.top - 1, (row) => this.height(row));
    return {
      left,
      top,
      width: sum(block.left, block.right, (column) => this.width(column)),
      height: sum(block.top, block.bottom, (row) => this.height(row)),
    };
  }

  /** The cells that lie under a box, in points. */
  under({ left, top, width, height }) {
    const [first, last] = spanOf(left, width, (column) => this.width(column));
    const [from, to] = spanOf(top, height, (row) => this.height(row));
    return { top: from, left: first, bottom: to, right: last };
  }

  /** Puts in lines (or takes them out, where count is less than none) with all that lies there. */
  shift(lines, at, count) {
    const move = (block) => shifted(block, lines, at, count);
    const line = lines === 'rows' ? 'row' : 'column';
    const next = (place) => {
      if (place < at) {
        return place;
      }
      return count < 0 && place < at - count ? -1 : place + count;
    };
    const rows = new Map();
    for (const [row, cells] of this.rows) {
      const there = line === 'row' ? next(row) : row;
      if (there < 0) {
        continue;
      }
      const kept = new Map();
      for (const [column, cell] of cells) {
        const place = line === 'row' ? column : next(column);
        if (place >= 0) {
          kept.set(place, cell);
        }
      }
      rows.set(there, kept);
    }
    this.rows = rows;
    this.merged = this.merged.map(move).filter(Boolean);
    this.tables.forEach((table) => (table.block = move(table.block)));
    this.tables = this.tables.filter((table) => table.block);
    this.rules.forEach((rule) => (rule.areas = rule.areas.map(move).filter(Boolean)));
    this.rules = this.rules.filter((rule) => rule.areas.length > 0);
    this.frozen = this.frozen && move(this.frozen);
    const keys = (map) => new Map([...map].map(([k, v]) => [next(k), v]).filter(([k]) => k >= 0));
    if (line === 'row') {
      this.heights = keys(this.heights);
      this.hiddenRows = new Set([...this.hiddenRows].map(next).filter((k) => k >= 0));
      this.breaks = this.breaks.map(next).filter((k) => k >= 0);
    } else {
      this.pixels = keys(this.pixels);
      this.hiddenColumns = new Set([...this.hiddenColumns].map(next).filter((k) => k >= 0));
    }
    for (const chart of this.charts) {
      chart.block = move(chart.block) ?? chart.block;
    }
    this.book.follow((formula, home) =>
      withReferences(formula, (sheet, cells) => {
        if ((sheet || home).toLowerCase() !== this.name.toLowerCase()) {
          return null;
        }
        return (sheet ? `${quoted(sheet)}!` : '') + shiftedText(cells, lines, at, count);
      }),
    );
    for (const kept of this.book.references.values()) {
      kept.shift?.(this, lines, at, count);
    }
  }
}

const NOTHING = Object.freeze(fresh());

/** What Excel makes of a width in a file, which counts characters and holds the margins. */
function pixelsOf(width) {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

function newPage() {
  return { orientation: 'Portrait', paperSize: null, zoom: { scale: 100 }, titleRows: null };
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function sum(from, to, size) {
  let all = 0;
  for (let i = from; i <= to; i++) {
    all += size(i);
  }
  return all;
}

function spanOf(start, length, size) {
  const sliver = 0.01;
  let place = 0;
  let first = -1;
  for (let i = 0, end = 0; ; i++) {
    end = place + size(i);
    if (first < 0 && end > start + sliver) {
      first = i;
    }
    if (end >= start + length - sliver) {
      return [Math.max(first, 0), i];
    }
    place = end;
  }
}

/** @param {Block} one @param {Block} other */
export function around(one, other) {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

export class FakeWorkbook {
  nextId = 1;
  /** @type {FakeSheet[]} */
  sheets = [];
  /** @type {{name: string, formula: string, visible: boolean, comment: string, scope: FakeSheet | null}[]} */
  names = [];
  /** @type {{id: string, xml: string}[]} */
  parts = [];
  settings = new Map();
  dates1904 = false;
  structureLocked = false;
  calculationMode = 'Automatic';
  /** The workbooks opened beside this one, in base 64. @type {string[]} */
  opened = [];
  /** @type {FakeSheet | null} */
  active = null;
  /** @type {{sheet: FakeSheet, block: Block} | null} */
  selection = null;
  /** How often merged areas were asked for, which makes Excel forget what could be undone. */
  undoForgotten = 0;
  /** Ranges that a caller holds on to, which follow their cells. */
  references = new Map();
  /** @type {((change: object) => void)[]} */
  listeners = [];
  /** What Excel would calculate for a formula: a number, a text, a truth or {fault}. */
  calculate = /** @type {(sheet: string, cell: string, formula: string) => any} */ (() => 0);

  /** A workbook with one empty sheet, as a new one has. */
  static empty() {
    const book = new FakeWorkbook();
    book.addSheet('Sheet1');
    return book;
  }

  /**
   * @param {any} json a snapshot in the shape that the server reads and writes
   * @param {{look?: Partial<typeof PLAIN>}} [options] how every cell looks that holds something
   */
  static fromSnapshot(json, { look = {} } = {}) {
    const book = new FakeWorkbook();
    book.dates1904 = json.dates1904 ?? false;
    for (const from of json.sheets ?? []) {
      book.#read(book.addSheet(from.name), from, look);
    }
    book.structureLocked = json.structureLocked ?? false;
    for (const { name, sheet, block } of json.names ?? []) {
      book.addName(name, `=${reference(sheet, blockOf(block))}`);
    }
    if (json.ledger) {
      book.addPart(json.ledger);
    }
    return book;
  }

  #read(sheet, from, look) {
    for (const { block: text, values, formulas, formats } of from.blocks ?? []) {
      const block = blockOf(text);
      values.forEach((line, i) =>
        line.forEach((value, j) => {
          const formula = formulas?.[i]?.[j] || null;
          const format = formats?.[i]?.[j] || GENERAL;
          if (value !== null || formula || format !== GENERAL) {
            const shown = value === null && !formula ? PLAIN : looked(PLAIN, look);
            Object.assign(sheet.own(block.top + i, block.left + j), { value, formula, format, look: shown });
          }
        }),
      );
    }
    for (const [row, column] of Object.entries(from.formattedTo ?? {})) {
      const cell = sheet.own(Number(row), column);
      cell.look = looked(cell.look, { fill: '#F2F2F2' });
    }
    for (const [column, width] of Object.entries(from.widths ?? {})) {
      sheet.pixels.set(Number(column), pixelsOf(width));
    }
    for (const [row, height] of Object.entries(from.heights ?? {})) {
      sheet.heights.set(Number(row), height);
    }
    sheet.visibility = from.hidden ? 'Hidden' : 'Visible';
    sheet.locked = from.locked ?? false;
    sheet.merged = (from.merged ?? []).map(blockOf);
    sheet.hiddenRows = new Set(from.hiddenRows ?? []);
    sheet.hiddenColumns = new Set(from.hiddenColumns ?? []);
    for (const { name, block, hasHeader = true } of from.tables ?? []) {
      sheet.tables.push(this.newTable(name, blockOf(block), hasHeader));
    }
    for (const chart of from.charts ?? []) {
      sheet.charts.push(
        Object.assign(newChart(this, chart.name, blockOf(chart.block)), {
          title: { ...newTitle(), visible: Boolean(chart.title), formula: chart.title ?? '' },
          description: chart.description ?? '',
          series: (chart.series ?? []).map((one) => ({
            ...newSeries(one.name),
            values: one.values ?? '',
            figures: one.figures ?? {},
          })),
        }),
      );
    }
  }

  /** The workbook in the shape that the server reads; names of more than one block are left out. */
  toSnapshot() {
    return {
      dates1904: this.dates1904,
      structureLocked: this.structureLocked,
      ledger: this.part(LEDGER)?.xml ?? '',
      names: this.names
        .filter((name) => name.scope === null)
        .map((name) => ({ name: name.name, at: referenceOf(name.formula) }))
        .filter(({ at }) => at && at.sheet)
        .map(({ name, at }) => ({ name, sheet: at.sheet, block: blockText(at.block) })),
      sheets: this.sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.visibility !== 'Visible',
        locked: sheet.locked,
        merged: sheet.merged.map((block) => blockText(block)),
        hiddenRows: sorted(sheet.hiddenRows),
        hiddenColumns: sorted(sheet.hiddenColumns),
        tables: sheet.tables.map(({ name, block, hasHeader }) => ({
          name,
          block: blockText(block),
          hasHeader,
        })),
        charts: sheet.charts.map((chart) => ({
          name: chart.name,
          block: blockText(chart.block),
          title: chart.title.formula.replace(/^=/, ''),
          description: chart.description,
          series: chart.series.map(({ name, values, figures }) => ({ name, values, figures })),
        })),
        widths: Object.fromEntries([...sheet.pixels].map(([at, pixels]) => [at, pixels / DIGIT])),
        heights: Object.fromEntries(sheet.heights),
        formattedTo: formattedTo(sheet),
        blocks: blocksOf(sheet),
      })),
    };
  }

  /** What is on show beside the contents: looks, rules, links, pages, by sheet. */
  picture() {
    return Object.fromEntries(
      this.sheets.map((sheet) => {
        const looks = {};
        const links = {};
        for (const row of sorted(sheet.rows.keys())) {
          for (const column of sorted(sheet.rows.get(row).keys())) {
            const { look, link } = sheet.at(row, column);
            const cell = columnName(column) + (row + 1);
            if (look !== PLAIN) {
              looks[cell] = difference(look);
            }
            if (link) {
              links[cell] = link;
            }
          }
        }
        return [
          sheet.name,
          {
            looks,
            links,
            rules: sheet.rules.map(({ areas, formula, font, fill, stopIfTrue }) => ({
              block: areas.map((area) => blockText(area)).join(','),
              formula: formula.replace(/^=/, ''),
              font: { ...font },
              fill: { ...fill },
              stopIfTrue,
            })),
            page: { ...sheet.page },
            breaks: [...sheet.breaks],
            frozen: sheet.frozen && blockText(sheet.frozen),
            tables: sheet.tables.map(({ name, style }) => ({ name, style })),
          },
        ];
      }),
    );
  }

  /** @param {string} name */
  sheet(name) {
    return this.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  #existing(name) {
    const sheet = this.sheet(name);
    if (!sheet) {
      throw missing(`There is no sheet ${name}.`);
    }
    return sheet;
  }

  addSheet(name = this.#newName()) {
    this.requireUnlocked();
    this.requireSheetName(name);
    const sheet = new FakeSheet(this, name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  #newName() {
    let number = this.sheets.length + 1;
    while (this.sheet(`Sheet${number}`)) {
      number++;
    }
    return `Sheet${number}`;
  }

  /** Throws where the sheets may not be changed. */
  requireUnlocked() {
    if (this.structureLocked) {
      throw denied();
    }
  }

  /** Throws where a sheet cannot have this name. */
  requireSheetName(name, self = null) {
    if (
      typeof name !== 'string' ||
      name.length < 1 ||
      name.length > 31 ||
      /[[\]:*?/\\]/.test(name) ||
      /^'|'$/.test(name) ||
      name.toLowerCase() === 'history'
    ) {
      throw invalid();
    }
    const other = this.sheet(name);
    if (other && other !== self) {
      throw taken();
    }
  }

  /** @param {FakeSheet} sheet @param {string} name */
  rename(sheet, name) {
    this.requireUnlocked();
    this.requireSheetName(name, sheet);
    const old = sheet.name;
    sheet.name = name;
    this.follow((formula) =>
      withReferences(formula, (at, cells) =>
        at.toLowerCase() === old.toLowerCase() ? `${quoted(name)}!${cells}` : null,
      ),
    );
  }

  /** @param {FakeSheet} sheet */
  deleteSheet(sheet) {
    const visible = this.sheets.filter((one) => one !== sheet && one.visibility === 'Visible');
    this.requireUnlocked();
    if (visible.length === 0 || sheet.visibility === 'VeryHidden') {
      // A workbook must keep one sheet that is seen, and a very hidden one is out of reach.
      throw new Refusal('GeneralException', 'There was an internal error while processing the request.');
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) {
      this.active = visible[0];
    }
    if (this.selection?.sheet === sheet) {
      this.selection = null;
    }
    this.names = this.names.filter((name) => name.scope !== sheet);
    this.follow((formula) =>
      withReferences(formula, (at, cells) =>
        at.toLowerCase() === sheet.name.toLowerCase() ? `#REF!${cells}` : null,
      ),
    );
  }

  /** Puts every formula of the workbook through a change that keeps it pointing where it should. */
  follow(change) {
    const changed = (formula, home) => {
      const after = change(formula, home);
      return { after, broken: after !== formula && after.includes('#REF!') };
    };
    for (const sheet of this.sheets) {
      for (const line of sheet.rows.values()) {
        for (const cell of line.values()) {
          if (cell.formula !== null) {
            const { after, broken } = changed(cell.formula, sheet.name);
            cell.formula = after;
            cell.value = broken ? { fault: '#REF!' } : cell.value;
          }
          if (cell.link?.target) {
            cell.link = { ...cell.link, target: change(cell.link.target, sheet.name) };
          }
        }
      }
      sheet.rules.forEach((rule) => (rule.formula = change(rule.formula, sheet.name)));
      for (const chart of sheet.charts) {
        chart.title.formula = change(chart.title.formula, sheet.name);
        for (const series of chart.series) {
          series.values = change(series.values, sheet.name);
          series.periods = change(series.periods, sheet.name);
        }
      }
    }
    for (const name of this.names) {
      name.formula = change(name.formula, name.scope?.name ?? '');
    }
  }

  /**
   * A formula as Excel keeps it: sheets' names without needless quotes, columns in capitals.
   *
   * @throws {Refusal} if it names a sheet that is not there
   */
  settled(formula) {
    return withReferences(formula, (at, cells) => {
      if (!at) {
        return cells.toUpperCase();
      }
      const sheet = this.sheet(at);
      if (!sheet) {
        throw invalid();
      }
      return `${quoted(sheet.name)}!${cells.toUpperCase()}`;
    });
  }

  /** @param {string} name @param {string} formula with its equals sign */
  addName(name, formula, scope = null, comment = '') {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || blockOf(name) || /^(r|c)$/i.test(name)) {
      throw invalid();
    }
    const tables = this.sheets.flatMap((sheet) => sheet.tables);
    const same = (one) => one.name.toLowerCase() === name.toLowerCase();
    if (this.name(name, scope) || tables.some(same)) {
      throw taken();
    }
    const item = { name, formula, visible: true, comment, scope };
    this.names.push(item);
    this.names.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return item;
  }

  name(name, scope = null) {
    return this.names.find(
      (one) => one.scope === scope && one.name.toLowerCase() === String(name).toLowerCase(),
    );
  }

  newTable(name, block, hasHeader) {
    const id = this.nextId++;
    return {
      id: String(id),
      name: name ?? `Table${id}`,
      block,
      hasHeader,
      showTotals: false,
      style: 'TableStyleMedium2',
      filterButton: true,
      banded: true,
    };
  }

  /** @param {string} xml */
  addPart(xml) {
    requireXml(xml);
    const part = { id: `{${String(this.nextId++).padStart(8, '0')}-XML}`, xml };
    this.parts.push(part);
    return part;
  }

  /** @param {string} namespace */
  part(namespace) {
    return this.parts.find((part) => namespaceOf(part.xml) === namespace);
  }

  changed(sheet, block, changeType = 'RangeEdited', more = {}) {
    this.listeners.forEach((listen) => listen({ sheet, address: blockText(block), changeType, ...more }));
  }

  // What an analyst does.

  /**
   * Types into a cell, as somebody in Britain does.
   *
   * @param {string} sheetName
   * @param {string} cell
   * @param {string} text
   * @param {{remote?: boolean}} [who] whether it is somebody who works on the workbook elsewhere
   */
  type(sheetName, cell, text, { remote = false } = {}) {
    const sheet = this.#existing(sheetName);
    const block = blockOf(cell);
    sheet.requireOpen();
    sheet.put(block.top, block.left, text, { dayFirst: true });
    this.changed(sheet, block, 'RangeEdited', { source: remote ? 'Remote' : 'Local' });
  }

  /** What a cell holds. */
  value(sheetName, cell) {
    const block = blockOf(cell);
    return this.#existing(sheetName).at(block.top, block.left).value;
  }

  /** The formula of a cell, without its equals sign, or null. */
  formula(sheetName, cell) {
    const block = blockOf(cell);
    return this.#existing(sheetName).at(block.top, block.left).formula;
  }

  protect(sheetName) {
    this.#existing(sheetName).locked = true;
  }

  unprotect(sheetName) {
    this.#existing(sheetName).locked = false;
  }

  /** Colours a block, or whatever else of its look is given. */
  paint(sheetName, address, look) {
    const sheet = this.#existing(sheetName);
    const block = blockOf(address);
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) {
        const cell = sheet.own(row, column);
        cell.look = looked(cell.look, look);
      }
    }
  }

  /** Puts in columns before a column such as D. */
  insertColumns(sheetName, column, count = 1) {
    const sheet = this.#existing(sheetName);
    const at = blockOf(`${column}:${column}`);
    sheet.shift('columns', at.left, count);
    this.changed(sheet, { ...at, right: at.left + count - 1 }, 'ColumnInserted');
  }

  deleteColumns(sheetName, column, count = 1) {
    const sheet = this.#existing(sheetName);
    const at = blockOf(`${column}:${column}`);
    sheet.shift('columns', at.left, -count);
    this.changed(sheet, { ...at, right: at.left + count - 1 }, 'ColumnDeleted');
  }

  /** Puts in rows before a row, which counts from one as on the screen. */
  insertRows(sheetName, row, count = 1) {
    const sheet = this.#existing(sheetName);
    sheet.shift('rows', row - 1, count);
    this.changed(sheet, { ...blockOf(`${row}:${row}`), bottom: row + count - 2 }, 'RowInserted');
  }

  deleteRows(sheetName, row, count = 1) {
    const sheet = this.#existing(sheetName);
    sheet.shift('rows', row - 1, -count);
    this.changed(sheet, { ...blockOf(`${row}:${row}`), bottom: row + count - 2 }, 'RowDeleted');
  }

  /** Filters a sheet, so that these rows are not seen; they count from one as on the screen. */
  filter(sheetName, rows) {
    this.#existing(sheetName).hiddenRows = new Set(rows.map((row) => row - 1));
  }

  select(sheetName, address) {
    this.active = this.#existing(sheetName);
    this.selection = { sheet: this.active, block: blockOf(address) };
  }
}

/** @param {string} name @param {Block} block */
export function newChart(book, name, block, type = 'Line') {
  return {
    id: `{${String(book.nextId++).padStart(8, '0')}-CHART}`,
    name,
    block,
    type,
    title: newTitle(),
    description: '',
    series: [],
    /** What was set of its parts, by path. */
    format: new Map(),
  };
}

export function newTitle() {
  return { text: '', formula: '', visible: true };
}

export function newSeries(name) {
  return { name, values: '', periods: '', figures: {}, format: new Map() };
}

/** A look with some of it changed; looks that are alike are one object. */
export function looked(look, change) {
  const next = { ...look, ...change };
  const key = JSON.stringify(next);
  if (!LOOKS.has(key)) {
    LOOKS.set(key, Object.freeze(next));
  }
  return LOOKS.get(key);
}

const LOOKS = new Map([[JSON.stringify({ ...PLAIN }), PLAIN]]);

function difference(look) {
  return Object.fromEntries(Object.entries(look).filter(([name, value]) => PLAIN[name] !== value));
}

function sorted(numbers) {
  return [...numbers].sort((a, b) => a - b);
}

/** @param {string} xml */
export function requireXml(xml) {
  // Well-formed enough: one root, every tag closed in its turn.
  const open = [];
  let roots = 0;
  const text = String(xml).replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '');
  let end = 0;
  for (const tag of text.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g)) {
    const between = text.slice(end, tag.index);
    if (/[<>]/.test(between) || /&(?!#?\w+;)/.test(between) || (open.length === 0 && between.trim())) {
      throw invalid();
    }
    end = tag.index + tag[0].length;
    if (tag[1]) {
      if (open.pop() !== tag[2]) {
        throw invalid();
      }
    } else {
      roots += open.length === 0 ? 1 : 0;
      if (!tag[4]) {
        open.push(tag[2]);
      }
    }
  }
  if (open.length > 0 || roots !== 1 || text.slice(end).trim()) {
    throw invalid();
  }
}

/** @param {string} xml */
export function namespaceOf(xml) {
  const root = /<([\w.-]+:)?[\w.-]+([^>]*)>/.exec(xml.replace(/^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/, ''));
  const prefix = root?.[1] ? `:${root[1].slice(0, -1)}` : '';
  return new RegExp(`xmlns${prefix}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? '')?.[1] ?? '';
}

function formattedTo(sheet) {
  const ends = {};
  for (const row of sorted(sheet.rows.keys())) {
    const cells = [...sheet.rows.get(row)];
    const last = Math.max(...cells.map(([column]) => column));
    const filled = Math.max(-1, ...cells.filter(([, cell]) => !isBlank(cell)).map(([column]) => column));
    if (last > filled) {
      ends[row] = last;
    }
  }
  return ends;
}

/** The cells as rectangles without a gap: runs of each row, joined where they stand alike. */
function blocksOf(sheet) {
  const done = [];
  let open = [];
  for (const row of sorted(sheet.rows.keys())) {
    const runs = [];
    for (const column of sorted(sheet.rows.get(row).keys())) {
      const cell = sheet.at(row, column);
      if (isBlank(cell)) {
        continue;
      }
      const last = runs.at(-1);
      if (last && last.right === column - 1) {
        last.right = column;
      } else {
        runs.push({ top: row, left: column, bottom: row, right: column });
      }
    }
    const alike =
      open.length === runs.length &&
      open.every(
        (one, i) => one.bottom + 1 === row && one.left === runs[i].left && one.right === runs[i].right,
      );
    if (alike) {
      open.forEach((one) => one.bottom++);
    } else {
      done.push(...open);
      open = runs;
    }
  }
  done.push(...open);
  const grid = (block, of) =>
    range(block.top, block.bottom).map((row) =>
      range(block.left, block.right).map((column) => of(sheet.at(row, column))),
    );
  return done.map((block) => ({
    block: blockText(block),
    values: grid(block, (cell) => cell.value),
    formulas: grid(block, (cell) => cell.formula),
    formats: grid(block, (cell) => cell.format),
  }));
}

export { DIGIT, GENERAL, POINT, ROWS, STANDARD_HEIGHT, isBlank };
