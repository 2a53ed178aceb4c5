/**
 * What Excel offers to an add-in: the objects behind the proxies of Microsoft's library, each with
 * the properties and methods that we know and no others. A member of theirs begins with a capital
 * letter (or, if it is the library's own, an underscore).
 */

import {
  COLUMNS,
  ROWS,
  blockOf,
  blockText,
  covers,
  isWhole,
  overlap,
  quoted,
  reference,
  referenceOf,
  shifted,
  unquoted,
} from './references.js';
import {
  GENERAL,
  POINT,
  Refusal,
  STANDARD_HEIGHT,
  around,
  invalid,
  isBlank,
  looked,
  missing,
  namespaceOf,
  requireXml,
  taken,
} from './fake-workbook.js';
import { ChartCollection } from './host-charts.js';
import { Collection, HostObject, colour, notAvailable, numeric, oneOf, truth } from './host-object.js';
import { shown } from './shown.js';
import { serial } from './typed.js';

const CELLS_AT_ONCE = 5_000_000;
// A real Excel takes a format for a whole column in its stride; nobody of us should ask for it.
const CELLS_TO_TOUCH = 2_000_000;

export class Workbook extends HostObject {
  constructor(book) {
    super();
    this.book = book;
  }

  get Name() {
    return 'Workbook.xlsx';
  }

  get ReadOnly() {
    return false;
  }

  get Application() {
    return new Application(this.book);
  }

  get Worksheets() {
    return new WorksheetCollection(this.book);
  }

  get Names() {
    return new NamedItemCollection(this.book, null);
  }

  get Tables() {
    return new TableCollection(this.book, null);
  }

  get CustomXmlParts() {
    return new CustomXmlPartCollection(this.book, () => true);
  }

  get Settings() {
    return new SettingCollection(this.book);
  }

  get Protection() {
    return new WorkbookProtection(this.book);
  }

  get Functions() {
    return new Functions(this.book);
  }

  GetSelectedRange() {
    const { sheet, block } = this.book.selection ?? {
      sheet: this.book.active,
      block: blockOf('A1'),
    };
    return new Range(sheet, block);
  }

  GetActiveCell() {
    return this.GetSelectedRange().GetCell(0, 0);
  }

  _RemoveReference(id) {
    this.book.references.delete(id);
  }

  _RemoveAllReferences() {
    this.book.references.clear();
  }

  _GetReferenceCount() {
    return this.book.references.size;
  }
}

/** Worksheet functions, of which there is the one that counts days. */
class Functions extends HostObject {
  constructor(book) {
    super();
    this.book = book;
  }

  Date(year, month, day) {
    return new FunctionResult(serial(year, month, day) - (this.book.dates1904 ? 1462 : 0));
  }
}

class FunctionResult extends HostObject {
  constructor(value) {
    super();
    this.value = value;
  }

  get Value() {
    return this.value;
  }

  get Error() {
    return null;
  }
}

class WorkbookProtection extends HostObject {
  constructor(book) {
    super();
    this.book = book;
  }

  get Protected() {
    return this.book.structureLocked;
  }
}

class Application extends HostObject {
  constructor(book) {
    super();
    this.book = book;
  }

  get CalculationMode() {
    return this.book.calculationMode;
  }

  set CalculationMode(mode) {
    this.book.calculationMode = oneOf(mode, ['Automatic', 'AutomaticExceptTables', 'Manual']);
  }

  get DecimalSeparator() {
    return '.';
  }

  get ThousandsSeparator() {
    return ',';
  }

  Calculate(type) {
    oneOf(type, ['Recalculate', 'Full', 'FullRebuild']);
  }

  SuspendScreenUpdatingUntilNextSync() {}

  SuspendApiCalculationUntilNextSync() {}

  CreateWorkbook(base64) {
    return new WorkbookCreated(this.book, base64);
  }
}

class WorkbookCreated extends HostObject {
  constructor(book, base64) {
    super();
    Object.assign(this, { book, base64 });
  }

  known() {
    return { Id: 'created' };
  }

  Open() {
    this.book.opened.push(this.base64 ?? '');
  }
}

class WorksheetCollection extends Collection {
  constructor(book) {
    super();
    this.book = book;
  }

  items() {
    return this.book.sheets.map((sheet) => new Worksheet(sheet));
  }

  Add(name) {
    const sheet = this.book.addSheet(name ?? undefined);
    return new Worksheet(sheet);
  }

  GetItemOrNullObject(key) {
    const sheet =
      this.book.sheets.find((one) => one.id === key) ?? this.book.sheet(unquoted(String(key)));
    return sheet ? new Worksheet(sheet) : null;
  }

  GetActiveWorksheet() {
    return new Worksheet(this.book.active);
  }

  GetCount(visibleOnly) {
    return this.book.sheets.filter((one) => !visibleOnly || one.visibility === 'Visible').length;
  }

  GetFirst(visibleOnly) {
    return new Worksheet(
      this.book.sheets.find((one) => !visibleOnly || one.visibility === 'Visible'),
    );
  }

  GetLast(visibleOnly) {
    return new Worksheet(
      this.book.sheets.filter((one) => !visibleOnly || one.visibility === 'Visible').at(-1),
    );
  }

  _RegisterDataChangedEvent() {
    this.book.registered.add('Workbook');
  }

  _UnregisterDataChangedEvent() {
    this.book.registered.delete('Workbook');
  }
}

export class Worksheet extends HostObject {
  constructor(sheet) {
    super();
    this.sheet = sheet;
  }

  known() {
    return { Id: this.sheet.id };
  }

  /** Throws once the sheet is gone, as every use of a deleted sheet does. */
  requireAlive() {
    if (!this.sheet.book.sheets.includes(this.sheet)) {
      throw missing();
    }
  }

  get Id() {
    return this.sheet.id;
  }

  get Name() {
    return this.sheet.name;
  }

  set Name(name) {
    this.sheet.book.rename(this.sheet, name);
  }

  get Position() {
    return this.sheet.book.sheets.indexOf(this.sheet);
  }

  set Position(place) {
    this.sheet.book.requireUnlocked();
    const { sheets } = this.sheet.book;
    numeric(place, 0, sheets.length - 1);
    sheets.splice(this.Position, 1);
    sheets.splice(place, 0, this.sheet);
  }

  get Visibility() {
    return this.sheet.visibility;
  }

  set Visibility(visibility) {
    oneOf(visibility, ['Visible', 'Hidden', 'VeryHidden']);
    const { book } = this.sheet;
    book.requireUnlocked();
    if (
      visibility !== 'Visible' &&
      book.sheets.every((one) => one === this.sheet || one.visibility !== 'Visible')
    ) {
      throw new Refusal('GeneralException', 'A workbook must contain at least one visible worksheet.');
    }
    this.sheet.visibility = visibility;
  }

  get StandardWidth() {
    // In characters, unlike the width of a column, which is in points.
    return (this.sheet.standardPixels - 5) / 7;
  }

  get StandardHeight() {
    return STANDARD_HEIGHT;
  }

  get ShowGridlines() {
    return this.sheet.gridlines ?? true;
  }

  set ShowGridlines(value) {
    this.sheet.gridlines = truth(value);
  }

  get TabColor() {
    return this.sheet.tabColour ?? '';
  }

  set TabColor(value) {
    this.sheet.tabColour = value === '' ? '' : colour(value);
  }

  get Names() {
    return new NamedItemCollection(this.sheet.book, this.sheet);
  }

  get Tables() {
    return new TableCollection(this.sheet.book, this.sheet);
  }

  get Charts() {
    return new ChartCollection(this.sheet);
  }

  get Protection() {
    return new WorksheetProtection(this.sheet);
  }

  get PageLayout() {
    return new PageLayout(this.sheet);
  }

  get HorizontalPageBreaks() {
    return new PageBreakCollection(this.sheet);
  }

  get FreezePanes() {
    return new WorksheetFreezePanes(this.sheet);
  }

  Activate() {
    if (this.sheet.visibility !== 'Visible') {
      throw invalid();
    }
    this.sheet.book.active = this.sheet;
    this.sheet.book.selection = null;
  }

  Delete() {
    this.sheet.book.deleteSheet(this.sheet);
  }

  GetRange(address) {
    return address === undefined || address === null || address === ''
      ? new Range(this.sheet, { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 })
      : rangeOn(this.sheet, address);
  }

  GetRanges(address) {
    if (address === undefined || address === null) {
      return new RangeAreas(this.sheet, [this.GetRange().block]);
    }
    if (address.length > 8192) {
      throw invalid();
    }
    const areas = splitAreas(address).map((text) => rangeOn(this.sheet, text.trim()).block);
    return new RangeAreas(this.sheet, areas);
  }

  GetRangeByIndexes(row, column, rows, columns) {
    numeric(rows, 1);
    numeric(columns, 1);
    return ranged(this.sheet, row, column, row + rows - 1, column + columns - 1);
  }

  GetCell(row, column) {
    return ranged(this.sheet, row, column, row, column);
  }

  GetUsedRange(valuesOnly) {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? new Range(this.sheet, blockOf('A1'));
  }

  GetUsedRangeOrNullObject(valuesOnly) {
    const used = this.sheet.used(valuesOnly ?? false);
    return used && new Range(this.sheet, used);
  }

  _RegisterDataChangedEvent() {
    this.sheet.book.registered.add(this.sheet.id);
  }

  _UnregisterDataChangedEvent() {
    this.sheet.book.registered.delete(this.sheet.id);
  }
}

function splitAreas(address) {
  return address.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

/** The range that an address names on a sheet, or that a name stands for. */
function rangeOn(sheet, address) {
  if (address instanceof Range) {
    return address;
  }
  if (typeof address !== 'string') {
    throw invalid();
  }
  const found = referenceOf(address);
  if (found) {
    if (found.sheet && found.sheet.toLowerCase() !== sheet.name.toLowerCase()) {
      throw invalid();
    }
    return new Range(sheet, found.block);
  }
  const name = sheet.book.name(address, sheet) ?? sheet.book.name(address);
  const named = name && referenceOf(name.formula);
  if (!named || sheet.book.sheet(named.sheet) !== sheet) {
    throw invalid();
  }
  return new Range(sheet, named.block);
}

function ranged(sheet, top, left, bottom, right) {
  if (
    ![top, left, bottom, right].every(Number.isInteger) ||
    top < 0 ||
    left < 0 ||
    bottom < top ||
    right < left ||
    bottom >= ROWS ||
    right >= COLUMNS
  ) {
    throw invalid();
  }
  return new Range(sheet, { top, left, bottom, right });
}

class WorksheetProtection extends HostObject {
  constructor(sheet) {
    super();
    this.sheet = sheet;
  }

  get Protected() {
    return this.sheet.locked;
  }

  Protect() {
    if (this.sheet.locked) {
      throw new Refusal('InvalidOperation', 'The sheet is protected already.');
    }
    this.sheet.locked = true;
  }

  Unprotect() {
    this.sheet.locked = false;
  }
}

/** Things that several blocks of one sheet have in common. */
class Cells extends HostObject {
  /** @param {import('./fake-workbook.js').FakeSheet} sheet @param {import('./references.js').Block[]} areas */
  constructor(sheet, areas) {
    super();
    this.sheet = sheet;
    this.areas = areas;
    this.referenceId = '';
  }

  known() {
    return this.referenceId ? { _ReferenceId: this.referenceId } : {};
  }

  requireAlive() {
    if (!this.sheet.book.sheets.includes(this.sheet) || this.areas.some((area) => !area)) {
      throw missing();
    }
  }

  /** Follows the cells when lines are put in or taken out. */
  shift(sheet, lines, at, count) {
    if (sheet === this.sheet) {
      this.areas = this.areas.map((area) => area && shifted(area, lines, at, count));
    }
  }

  count() {
    return this.areas.reduce((all, { top, left, bottom, right }) => all + (bottom - top + 1) * (right - left + 1), 0);
  }

  /** Each cell, made if need be. */
  touch(act) {
    this.sheet.requireOpen();
    if (this.count() > CELLS_TO_TOUCH) {
      throw notAvailable('formats for so many cells at once');
    }
    for (const { top, left, bottom, right } of this.areas) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          act(this.sheet.own(row, column), row, column);
        }
      }
      // Forgets the cells that nothing is left of.
      this.sheet.each({ top, left, bottom, right }, () => {});
    }
  }

  /** What all cells agree on, or null. */
  common(of) {
    let agreed;
    for (const block of this.areas) {
      let seen = 0;
      let differ = false;
      this.sheet.each(block, (cell) => {
        const value = of(cell);
        agreed ??= value;
        seen++;
        differ ||= value !== agreed;
      });
      const all = (block.bottom - block.top + 1) * (block.right - block.left + 1);
      if (seen < all) {
        const value = of(this.sheet.at(-1, -1));
        agreed ??= value;
        differ ||= value !== agreed;
      }
      if (differ) {
        return null;
      }
    }
    return agreed;
  }

  get Format() {
    return new RangeFormat(this);
  }

  get ConditionalFormats() {
    return new ConditionalFormatCollection(this);
  }

  get Worksheet() {
    return new Worksheet(this.sheet);
  }

  get CellCount() {
    const count = this.count();
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get _ReferenceId() {
    return this.referenceId;
  }

  /** The style by its name in English, whatever language Excel speaks. */
  get Style() {
    return 'Normal';
  }

  set Style(value) {
    oneOf(value, ['Normal']);
    this.sheet.requireOpen();
    for (const block of this.areas) {
      this.sheet.each(block, (cell) => {
        cell.look = this.sheet.at(-1, -1).look;
        cell.format = GENERAL;
      });
    }
  }

  get IsEntireColumn() {
    return this.areas.every((area) => isWhole(area).columns);
  }

  get IsEntireRow() {
    return this.areas.every((area) => isWhole(area).rows);
  }

  Clear(applyTo = 'All') {
    oneOf(applyTo ?? 'All', ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks']);
    this.sheet.requireOpen();
    const all = (applyTo ?? 'All') === 'All';
    for (const block of this.areas) {
      this.sheet.each(block, (cell) => {
        if (all || applyTo === 'Contents') {
          Object.assign(cell, { value: null, formula: null });
        }
        if (all || applyTo === 'Formats' || (applyTo === 'RemoveHyperlinks' && cell.link)) {
          cell.look = looked({}, this.sheet.at(-1, -1).look);
        }
        if (all || applyTo === 'Formats') {
          cell.format = GENERAL;
        }
        if (all || /Hyperlinks$/.test(applyTo)) {
          cell.link = null;
        }
      });
      if (all || applyTo === 'Formats') {
        this.sheet.merged = this.sheet.merged.filter((area) => !overlap(area, block));
        withoutRules(this.sheet, block);
      }
      if (all || applyTo === 'Contents') {
        keepHeaders(this.sheet, block);
        this.told(block);
      }
    }
  }

  told(block, more) {
    this.sheet.book.changed(this.sheet, block, 'RangeEdited', more);
  }

  _KeepReference() {
    if (!this.referenceId) {
      this.referenceId = `ref${this.sheet.book.nextId++}`;
      this.sheet.book.references.set(this.referenceId, this);
    }
  }
}

/** Takes the rules off a block; what they colour beside it stays. */
function withoutRules(sheet, block) {
  for (const rule of sheet.rules) {
    rule.areas = rule.areas.flatMap((area) => outside(area, block));
  }
  sheet.rules = sheet.rules.filter((rule) => rule.areas.length > 0);
}

/** What of a block lies outside another. */
function outside(area, hole) {
  if (!overlap(area, hole)) {
    return [area];
  }
  const middle = { top: Math.max(area.top, hole.top), bottom: Math.min(area.bottom, hole.bottom) };
  return [
    { ...area, bottom: hole.top - 1 },
    { ...area, ...middle, right: hole.left - 1 },
    { ...area, ...middle, left: hole.right + 1 },
    { ...area, top: hole.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

export class Range extends Cells {
  constructor(sheet, block) {
    super(sheet, [block]);
  }

  get block() {
    return this.areas[0];
  }

  grid(of) {
    if (this.count() > CELLS_AT_ONCE) {
      return null;
    }
    const { top, left, bottom, right } = this.block;
    const rows = [];
    for (let row = top; row <= bottom; row++) {
      const line = [];
      for (let column = left; column <= right; column++) {
        line.push(of(this.sheet.at(row, column), row, column));
      }
      rows.push(line);
    }
    return rows;
  }

  /** Writes one for all cells, or a grid of the range's own shape; null leaves a cell as it is. */
  fill(given, put) {
    const { top, left, bottom, right } = this.block;
    const grid = Array.isArray(given) ? given : null;
    if (
      grid &&
      (grid.length !== bottom - top + 1 ||
        grid.some((line) => !Array.isArray(line) || line.length !== right - left + 1))
    ) {
      throw invalid(
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    }
    this.touch((cell, row, column) => {
      const one = grid ? grid[row - top][column - left] : given;
      if (one !== null && one !== undefined) {
        put(cell, row, column, one);
      }
    });
  }

  get Address() {
    return `${quoted(this.sheet.name)}!${blockText(this.block)}`;
  }

  get AddressLocal() {
    return this.Address;
  }

  get RowIndex() {
    return this.block.top;
  }

  get ColumnIndex() {
    return this.block.left;
  }

  get RowCount() {
    return this.block.bottom - this.block.top + 1;
  }

  get ColumnCount() {
    return this.block.right - this.block.left + 1;
  }

  get Left() {
    return this.sheet.box(this.block).left;
  }

  get Top() {
    return this.sheet.box(this.block).top;
  }

  get Width() {
    return this.sheet.box(this.block).width;
  }

  get Height() {
    return this.sheet.box(this.block).height;
  }

  get Values() {
    return this.grid(({ value }) => plain(value));
  }

  set Values(given) {
    this.#write(given);
  }

  get Formulas() {
    return this.grid(({ value, formula }) => (formula === null ? plain(value) : `=${formula}`));
  }

  set Formulas(given) {
    this.#write(given);
  }

  #write(given) {
    const before = plain(this.sheet.at(this.block.top, this.block.left).value);
    this.fill(given, (cell, row, column, one) => this.sheet.put(row, column, one));
    keepHeaders(this.sheet, this.block);
    const after = plain(this.sheet.at(this.block.top, this.block.left).value);
    this.told(this.block, this.count() === 1 ? { valueBefore: before, valueAfter: after } : {});
  }

  get ValueTypes() {
    return this.grid(({ value }) => {
      if (value === null) {
        return 'Empty';
      }
      return { number: 'Double', string: 'String', boolean: 'Boolean', object: 'Error' }[typeof value];
    });
  }

  get NumberFormat() {
    return this.grid(({ format }) => format);
  }

  set NumberFormat(given) {
    this.fill(given, (cell, row, column, one) => {
      if (typeof one !== 'string' || one === '') {
        throw invalid();
      }
      cell.format = one;
    });
  }

  get Text() {
    return this.grid(({ value, format }) => {
      const text = shown(value, format, this.sheet.book.dates1904);
      if (text === null) {
        throw notAvailable(`texts in the format ${format}`);
      }
      return text;
    });
  }

  get Hyperlink() {
    const link = this.sheet.at(this.block.top, this.block.left).link;
    return (
      link && {
        ...(link.address ? { address: link.address } : { documentReference: link.target }),
        screenTip: link.tip,
        textToDisplay: String(plain(this.sheet.at(this.block.top, this.block.left).value)),
      }
    );
  }

  set Hyperlink(given) {
    if (
      typeof given !== 'object' ||
      (given !== null && Boolean(given.address) === Boolean(given.documentReference)) ||
      String(given?.screenTip ?? '').length > 255
    ) {
      throw invalid();
    }
    this.touch((cell, row, column) => {
      cell.link = given && {
        target: given.documentReference ?? '',
        tip: given.screenTip ?? '',
        ...(given.address ? { address: given.address } : {}),
      };
      if (given) {
        // A link gets the looks of one, whatever the cell looked like.
        cell.look = looked(cell.look, { ink: '#0563C1', underline: 'Single' });
        if (given.textToDisplay) {
          this.sheet.put(row, column, `'${given.textToDisplay}`);
        } else if (isBlank(cell)) {
          this.sheet.put(row, column, `'${given.address ?? given.documentReference}`);
        }
      }
    });
  }

  get RowHidden() {
    return agreed(this.block.top, this.block.bottom, (row) => this.sheet.hiddenRows.has(row));
  }

  set RowHidden(value) {
    this.sheet.requireOpen();
    truth(value);
    lines(this.block.top, this.block.bottom, (row) =>
      value ? this.sheet.hiddenRows.add(row) : this.sheet.hiddenRows.delete(row),
    );
  }

  get ColumnHidden() {
    return agreed(this.block.left, this.block.right, (at) => this.sheet.hiddenColumns.has(at));
  }

  set ColumnHidden(value) {
    this.sheet.requireOpen();
    truth(value);
    lines(this.block.left, this.block.right, (at) =>
      value ? this.sheet.hiddenColumns.add(at) : this.sheet.hiddenColumns.delete(at),
    );
  }

  get Hidden() {
    return this.RowHidden || this.ColumnHidden;
  }

  GetCell(row, column) {
    return ranged(
      this.sheet,
      this.block.top + row,
      this.block.left + column,
      this.block.top + row,
      this.block.left + column,
    );
  }

  GetRow(row) {
    const at = this.block.top + numeric(row, 0, this.RowCount - 1);
    return new Range(this.sheet, { ...this.block, top: at, bottom: at });
  }

  GetColumn(column) {
    const at = this.block.left + numeric(column, 0, this.ColumnCount - 1);
    return new Range(this.sheet, { ...this.block, left: at, right: at });
  }

  GetLastCell() {
    const { bottom, right } = this.block;
    return ranged(this.sheet, bottom, right, bottom, right);
  }

  GetEntireRow() {
    return new Range(this.sheet, { ...this.block, left: 0, right: COLUMNS - 1 });
  }

  GetEntireColumn() {
    return new Range(this.sheet, { ...this.block, top: 0, bottom: ROWS - 1 });
  }

  GetOffsetRange(rows, columns) {
    const { top, left, bottom, right } = this.block;
    return ranged(this.sheet, top + rows, left + columns, bottom + rows, right + columns);
  }

  GetResizedRange(rows, columns) {
    const { top, left, bottom, right } = this.block;
    return ranged(this.sheet, top, left, bottom + rows, right + columns);
  }

  GetAbsoluteResizedRange(rows, columns) {
    const { top, left } = this.block;
    return ranged(this.sheet, top, left, top + rows - 1, left + columns - 1);
  }

  GetBoundingRect(other) {
    const block = other instanceof Range ? other.block : rangeOn(this.sheet, other).block;
    return new Range(this.sheet, around(this.block, block));
  }

  GetIntersection(other) {
    const range = this.GetIntersectionOrNullObject(other);
    if (!range) {
      throw missing();
    }
    return range;
  }

  GetIntersectionOrNullObject(other) {
    const { sheet, block } = other instanceof Range ? other : rangeOn(this.sheet, other);
    if (sheet !== this.sheet || !overlap(block, this.block)) {
      return null;
    }
    return new Range(this.sheet, {
      top: Math.max(this.block.top, block.top),
      left: Math.max(this.block.left, block.left),
      bottom: Math.min(this.block.bottom, block.bottom),
      right: Math.min(this.block.right, block.right),
    });
  }

  GetUsedRange(valuesOnly) {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }

  GetUsedRangeOrNullObject(valuesOnly) {
    const used = this.sheet.used(valuesOnly ?? false, this.block);
    return used && new Range(this.sheet, used);
  }

  GetMergedAreasOrNullObject() {
    this.sheet.book.undoForgotten++;
    const areas = this.sheet.merged.filter((area) => overlap(area, this.block));
    if (areas.length > 512) {
      throw new Refusal('GeneralException', 'There was an internal error while processing the request.');
    }
    return areas.length > 0 ? new RangeAreas(this.sheet, areas) : null;
  }

  GetTables(fullyContained) {
    return new TableScopedCollection(this.sheet, ({ block }) =>
      fullyContained ? covers(this.block, block) : overlap(this.block, block),
    );
  }

  GetCellProperties(wanted) {
    return this.grid((cell, row, column) =>
      chosen(new Range(this.sheet, { top: row, left: column, bottom: row, right: column }), wanted, [
        'address',
        'addressLocal',
        'hidden',
        'hyperlink',
        'format',
      ]),
    );
  }

  GetRowProperties(wanted) {
    const rows = [];
    lines(this.block.top, this.block.bottom, (row) =>
      rows.push(
        chosen(new Range(this.sheet, { ...this.block, top: row, bottom: row }), wanted, [
          'address',
          'rowHidden',
          'rowIndex',
          'format',
        ]),
      ),
    );
    return rows;
  }

  GetColumnProperties(wanted) {
    const columns = [];
    lines(this.block.left, this.block.right, (column) =>
      columns.push(
        chosen(new Range(this.sheet, { ...this.block, left: column, right: column }), wanted, [
          'address',
          'columnHidden',
          'columnIndex',
          'format',
        ]),
      ),
    );
    return columns;
  }

  Insert(shift) {
    return this.#shifted(shift, ['Down', 'Right'], 1);
  }

  Delete(shift) {
    this.#shifted(shift, ['Up', 'Left'], -1);
  }

  #shifted(shift, [rows, columns], sign) {
    this.sheet.requireOpen();
    oneOf(shift, [rows, columns]);
    const whole = isWhole(this.block);
    if (shift === rows ? !whole.rows : !whole.columns) {
      throw notAvailable('putting in or taking out part of a row or column');
    }
    const { top, left } = this.block;
    const at = { ...this.block };
    const [line, first, count] =
      shift === rows ? ['rows', top, this.RowCount] : ['columns', left, this.ColumnCount];
    this.sheet.shift(line, first, sign * count);
    const name = shift === rows ? 'Row' : 'Column';
    this.sheet.book.changed(this.sheet, at, `${name}${sign > 0 ? 'Inserted' : 'Deleted'}`);
    return new Range(this.sheet, at);
  }

  Merge(across) {
    this.sheet.requireOpen();
    if (this.sheet.tables.some(({ block }) => overlap(block, this.block))) {
      throw invalid();
    }
    const areas = across
      ? lines(this.block.top, this.block.bottom, (row) => ({ ...this.block, top: row, bottom: row }))
      : [this.block];
    this.Unmerge();
    for (const area of areas) {
      this.sheet.merged.push(area);
      this.sheet.each(area, (cell, row, column) => {
        if (row !== area.top || column !== area.left) {
          Object.assign(cell, { value: null, formula: null });
        }
      });
    }
  }

  Unmerge() {
    this.sheet.requireOpen();
    this.sheet.merged = this.sheet.merged.filter((area) => !overlap(area, this.block));
  }

  Select() {
    if (this.sheet.visibility !== 'Visible') {
      throw invalid();
    }
    this.sheet.book.active = this.sheet;
    this.sheet.book.selection = { sheet: this.sheet, block: this.block };
  }

  _ValidateArraySize(rows, columns) {
    if (rows !== this.RowCount || columns !== this.ColumnCount) {
      throw invalid(
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    }
  }
}

/** A value as Excel hands it over. */
function plain(value) {
  return value === null ? '' : typeof value === 'object' ? value.fault : value;
}

function lines(from, to, act) {
  return Array.from({ length: to - from + 1 }, (_, i) => act(from + i));
}

function agreed(from, to, of) {
  const first = of(from);
  for (let i = from + 1; i <= to; i++) {
    if (of(i) !== first) {
      return null;
    }
  }
  return first;
}

/** Those properties of an object that are asked for, by name and nested, as plain data. */
function chosen(object, wanted, allowed = null) {
  const data = {};
  for (const [name, want] of Object.entries(wanted ?? {})) {
    const member = name[0].toUpperCase() + name.slice(1);
    if ((allowed && !allowed.includes(name)) || !(member in object)) {
      throw notAvailable(`${object.constructor.name}.${name} among properties of cells`);
    }
    if (want === true) {
      const value = object[member];
      if (value instanceof HostObject) {
        throw invalid();
      }
      data[name] = value;
    } else if (want && typeof want === 'object') {
      const part = object[member];
      data[name] = part instanceof RangeBorderCollection ? part.chosen(want) : chosen(part, want);
    }
  }
  return data;
}

class RangeAreas extends Cells {
  get Address() {
    return this.areas.map((area) => new Range(this.sheet, area).Address).join(',');
  }

  get AreaCount() {
    return this.areas.length;
  }

  get Areas() {
    return new RangeCollection(this);
  }
}

class RangeCollection extends Collection {
  constructor({ sheet, areas }) {
    super();
    Object.assign(this, { sheet, areas });
  }

  items() {
    return this.areas.map((area) => new Range(this.sheet, area));
  }
}

class RangeFormat extends HostObject {
  constructor(cells) {
    super();
    this.cells = cells;
  }

  get Fill() {
    return new RangeFill(this.cells);
  }

  get Font() {
    return new RangeFont(this.cells);
  }

  get Borders() {
    return new RangeBorderCollection(this.cells);
  }

  get HorizontalAlignment() {
    return this.cells.common(({ look }) => look.align);
  }

  set HorizontalAlignment(value) {
    look(this.cells, {
      align: oneOf(value, [
        'General',
        'Left',
        'Center',
        'Right',
        'Fill',
        'Justify',
        'CenterAcrossSelection',
        'Distributed',
      ]),
    });
  }

  get VerticalAlignment() {
    return this.cells.common(({ look }) => look.valign);
  }

  set VerticalAlignment(value) {
    look(this.cells, {
      valign: oneOf(value, ['Top', 'Center', 'Bottom', 'Justify', 'Distributed']),
    });
  }

  get WrapText() {
    return this.cells.common(({ look }) => look.wraps);
  }

  set WrapText(value) {
    look(this.cells, { wraps: truth(value) });
  }

  get IndentLevel() {
    return this.cells.common(({ look }) => look.indent);
  }

  set IndentLevel(value) {
    look(this.cells, { indent: numeric(value, 0, 250) });
  }

  get ColumnWidth() {
    const { sheet } = this.cells;
    return this.#agreed('left', 'right', (column) => sheet.width(column));
  }

  set ColumnWidth(points) {
    numeric(points, 0, 1342);
    this.#each('left', 'right', (sheet, column) => sheet.setWidth(column, points));
  }

  get UseStandardWidth() {
    const { sheet } = this.cells;
    return this.#agreed('left', 'right', (column) => !sheet.pixels.has(column));
  }

  set UseStandardWidth(value) {
    if (truth(value)) {
      this.#forget('left', 'right', (sheet) => [sheet.pixels, sheet.hiddenColumns]);
    }
  }

  get RowHeight() {
    const { sheet } = this.cells;
    return this.#agreed('top', 'bottom', (row) => sheet.height(row));
  }

  set RowHeight(points) {
    numeric(points, 0, 409.5);
    this.#each('top', 'bottom', (sheet, row) => {
      sheet.hiddenRows.delete(row);
      // To whole pixels, as a width.
      sheet.heights.set(row, Math.round(points / POINT) * POINT);
    });
  }

  get UseStandardHeight() {
    const { sheet } = this.cells;
    return this.#agreed('top', 'bottom', (row) => !sheet.heights.has(row));
  }

  set UseStandardHeight(value) {
    if (truth(value)) {
      this.AutofitRows();
    }
  }

  AutofitRows() {
    this.#forget('top', 'bottom', (sheet) => [sheet.heights]);
  }

  AutofitColumns() {
    this.#each('left', 'right', (sheet, column) => {
      let longest = 0;
      sheet.each({ top: 0, left: column, bottom: ROWS - 1, right: column }, ({ value }) => {
        longest = Math.max(longest, String(plain(value)).length);
      });
      if (longest > 0) {
        sheet.setWidth(column, (longest * 7 + 5) * POINT);
      }
    });
  }

  #agreed(first, last, of) {
    const all = this.cells.areas.map((area) => agreed(area[first], area[last], of));
    return all.every((one) => one === all[0]) ? all[0] : null;
  }

  /** Takes lines out of what is known of some: quick where the cells are a whole sheet's. */
  #forget(first, last, known) {
    this.cells.sheet.requireOpen();
    for (const area of this.cells.areas) {
      for (const places of known(this.cells.sheet)) {
        [...places.keys()]
          .filter((place) => place >= area[first] && place <= area[last])
          .forEach((place) => places.delete(place));
      }
    }
  }

  #each(first, last, act) {
    this.cells.sheet.requireOpen();
    for (const area of this.cells.areas) {
      lines(area[first], area[last], (place) => act(this.cells.sheet, place));
    }
  }
}

function look(cells, change) {
  cells.touch((cell) => {
    cell.look = looked(cell.look, change);
  });
}

/** The lines round cells: of a block its edges, and those between its cells. */
class RangeBorderCollection extends Collection {
  constructor(cells) {
    super();
    this.cells = cells;
  }

  GetItemOrNullObject(side) {
    return new RangeBorder(this.cells, oneOf(side, Object.keys(SIDES)));
  }

  /** Of one cell, as its properties tell of them. */
  chosen(wanted) {
    return Object.fromEntries(
      ['top', 'bottom', 'left', 'right'].map((side) => {
        const edge = new RangeBorder(this.cells, `Edge${side[0].toUpperCase()}${side.slice(1)}`);
        return [side, chosen(edge, wanted, ['style', 'weight', 'color'])];
      }),
    );
  }
}

/** The side of a cell that each border of a block is made of, and of which of its cells. */
const SIDES = {
  EdgeTop: ['edgeTop', ({ top }, row) => row === top],
  EdgeBottom: ['edgeBottom', ({ bottom }, row) => row === bottom],
  EdgeLeft: ['edgeLeft', ({ left }, row, column) => column === left],
  EdgeRight: ['edgeRight', ({ right }, row, column) => column === right],
  InsideHorizontal: ['edgeBottom', ({ bottom }, row) => row < bottom],
  InsideVertical: ['edgeRight', ({ right }, row, column) => column < right],
};

class RangeBorder extends HostObject {
  constructor(cells, side) {
    super();
    this.cells = cells;
    [this.edge, this.isOn] = SIDES[side];
  }

  /** Style, weight and colour, if all cells agree. */
  #parts() {
    const found = this.cells.common(({ look }) => look[this.edge]);
    return found === null ? [null, null, null] : (found || 'None|Thin|#000000').split('|');
  }

  #set(place, value) {
    const [area] = this.cells.areas;
    this.cells.touch((cell, row, column) => {
      if (this.isOn(area, row, column)) {
        const parts = (cell.look[this.edge] || 'Continuous|Thin|#000000').split('|');
        parts[place] = value;
        cell.look = looked(cell.look, { [this.edge]: parts[0] === 'None' ? '' : parts.join('|') });
      }
    });
  }

  get Style() {
    return this.#parts()[0];
  }

  set Style(value) {
    this.#set(0, oneOf(value, ['None', 'Continuous', 'Dash', 'DashDot', 'Dot', 'Double']));
  }

  get Weight() {
    return this.#parts()[1];
  }

  set Weight(value) {
    this.#set(1, oneOf(value, ['Hairline', 'Thin', 'Medium', 'Thick']));
  }

  get Color() {
    return this.#parts()[2];
  }

  set Color(value) {
    this.#set(2, colour(value));
  }
}

class RangeFill extends HostObject {
  constructor(cells) {
    super();
    this.cells = cells;
  }

  get Color() {
    const fill = this.cells.common((cell) => cell.look.fill);
    // Cells without a fill say white; only the pattern tells them from white ones.
    return fill === '' ? '#FFFFFF' : fill;
  }

  set Color(value) {
    look(this.cells, { fill: colour(value) });
  }

  get Pattern() {
    const filled = this.cells.common((cell) => cell.look.fill !== '');
    return filled === null ? null : filled ? 'Solid' : 'None';
  }

  Clear() {
    look(this.cells, { fill: '' });
  }
}

class RangeFont extends HostObject {
  constructor(cells) {
    super();
    this.cells = cells;
  }

  get Bold() {
    return this.cells.common((cell) => cell.look.bold);
  }

  set Bold(value) {
    look(this.cells, { bold: truth(value) });
  }

  get Italic() {
    return this.cells.common((cell) => cell.look.italic);
  }

  set Italic(value) {
    look(this.cells, { italic: truth(value) });
  }

  get Color() {
    return this.cells.common((cell) => cell.look.ink);
  }

  set Color(value) {
    look(this.cells, { ink: colour(value) });
  }

  get Name() {
    return this.cells.common((cell) => cell.look.font);
  }

  set Name(value) {
    look(this.cells, { font: String(value) });
  }

  get Size() {
    return this.cells.common((cell) => cell.look.size);
  }

  set Size(value) {
    look(this.cells, { size: numeric(value, 1, 409) });
  }

  get Underline() {
    return this.cells.common((cell) => cell.look.underline);
  }

  set Underline(value) {
    look(this.cells, {
      underline: oneOf(value, [
        'None',
        'Single',
        'Double',
        'SingleAccountant',
        'DoubleAccountant',
      ]),
    });
  }
}

class NamedItemCollection extends Collection {
  constructor(book, scope) {
    super();
    Object.assign(this, { book, scope });
  }

  items() {
    return this.book.names
      .filter((name) => name.scope === this.scope)
      .map((name) => new NamedItem(this.book, name));
  }

  Add(name, given, comment) {
    const formula =
      given instanceof Range
        ? `=${reference(given.sheet.name, given.block)}`
        : formulaOfName(this.book, given);
    return new NamedItem(this.book, this.book.addName(name, formula, this.scope, comment ?? ''));
  }

  GetItemOrNullObject(key) {
    const name = this.book.name(key, this.scope);
    return name ? new NamedItem(this.book, name) : null;
  }
}

function formulaOfName(book, given) {
  if (typeof given === 'number' || typeof given === 'boolean') {
    return `=${String(given).toUpperCase()}`;
  }
  if (typeof given !== 'string' || given === '') {
    throw invalid();
  }
  // A text without an equals sign is a text, and no cells.
  return given.startsWith('=') ? `=${book.settled(given.slice(1))}` : `="${given.replaceAll('"', '""')}"`;
}

class NamedItem extends HostObject {
  constructor(book, item) {
    super();
    Object.assign(this, { book, item });
  }

  known() {
    return { _Id: this.item.name };
  }

  requireAlive() {
    if (!this.book.names.includes(this.item)) {
      throw missing();
    }
  }

  get Name() {
    return this.item.name;
  }

  get Formula() {
    return this.item.formula;
  }

  set Formula(given) {
    this.item.formula = formulaOfName(this.book, given);
  }

  get Type() {
    const { formula } = this.item;
    if (formula.includes('#REF!')) {
      return 'Error';
    }
    if (referenceOf(formula)?.sheet) {
      return 'Range';
    }
    if (/^="/.test(formula)) {
      return 'String';
    }
    return /^=(true|false)$/i.test(formula) ? 'Boolean' : /^=-?\d+$/.test(formula) ? 'Integer' : 'Double';
  }

  get Value() {
    const { formula } = this.item;
    return this.Type === 'Error' ? '#REF!' : formula.slice(1).replace(/^"|"$/g, '');
  }

  get Visible() {
    return this.item.visible;
  }

  set Visible(value) {
    this.item.visible = truth(value);
  }

  get Comment() {
    return this.item.comment;
  }

  set Comment(value) {
    this.item.comment = String(value);
  }

  get Scope() {
    return this.item.scope ? 'Worksheet' : 'Workbook';
  }

  GetRange() {
    const range = this.GetRangeOrNullObject();
    if (!range) {
      throw missing();
    }
    return range;
  }

  GetRangeOrNullObject() {
    const found = referenceOf(this.item.formula);
    const sheet = found && this.book.sheet(found.sheet);
    return sheet ? new Range(sheet, found.block) : null;
  }

  Delete() {
    this.book.names.splice(this.book.names.indexOf(this.item), 1);
  }
}

class TableCollection extends Collection {
  constructor(book, sheet) {
    super();
    Object.assign(this, { book, sheet });
  }

  items() {
    return this.book.sheets
      .filter((sheet) => this.sheet === null || this.sheet === sheet)
      .flatMap((sheet) => sheet.tables.map((table) => new Table(sheet, table)));
  }

  get Count() {
    return this.items().length;
  }

  Add(given, hasHeader) {
    truth(hasHeader);
    let range = given;
    if (!(given instanceof Range)) {
      const found = referenceOf(String(given));
      const sheet = found?.sheet ? this.book.sheet(found.sheet) : (this.sheet ?? this.book.active);
      if (!found || !sheet) {
        throw invalid();
      }
      range = new Range(sheet, found.block);
    }
    const { sheet, block } = range;
    sheet.requireOpen();
    if ((this.sheet && sheet !== this.sheet) || !hasHeader) {
      throw hasHeader ? invalid() : notAvailable('tables without a header');
    }
    const cells = block.bottom > block.top ? block : { ...block, bottom: block.top + 1 };
    requireFree(sheet, cells);
    const table = this.book.newTable(null, cells, true);
    sheet.tables.push(table);
    nameHeaders(sheet, cells);
    return new Table(sheet, table);
  }

  GetItemOrNullObject(key) {
    const found = this.items().find(
      ({ table }) => table.id === String(key) || table.name.toLowerCase() === String(key).toLowerCase(),
    );
    return found ?? null;
  }
}

class TableScopedCollection extends Collection {
  constructor(sheet, filter) {
    super();
    Object.assign(this, { sheet, filter });
  }

  items() {
    return this.sheet.tables.filter(this.filter).map((table) => new Table(this.sheet, table));
  }

  find(key) {
    return this.items().find(({ table }) => table.id === key || table.name === key) ?? null;
  }

  GetFirst() {
    return this.GetItemAt(0);
  }
}

function requireFree(sheet, block, self = null) {
  if (
    sheet.tables.some((other) => other !== self && overlap(other.block, block)) ||
    sheet.merged.some((area) => overlap(area, block))
  ) {
    throw invalid();
  }
}

/** The headings of a table are texts, none empty and no two alike. */
function nameHeaders(sheet, block) {
  const seen = new Set();
  for (let column = block.left; column <= block.right; column++) {
    const cell = sheet.own(block.top, column);
    const text = cell.value === null ? `Column${column - block.left + 1}` : String(plain(cell.value));
    let name = text;
    for (let number = 2; seen.has(name.toLowerCase()); number++) {
      name = `${text}${number}`;
    }
    seen.add(name.toLowerCase());
    Object.assign(cell, { value: name, formula: null });
  }
}

/** Names the headings again that a write has changed. */
function keepHeaders(sheet, block) {
  for (const { block: table } of sheet.tables) {
    if (overlap(block, { ...table, bottom: table.top })) {
      nameHeaders(sheet, table);
    }
  }
}

class Table extends HostObject {
  constructor(sheet, table) {
    super();
    Object.assign(this, { sheet, table });
  }

  known() {
    return { Id: this.table.id };
  }

  requireAlive() {
    if (!this.sheet.tables.includes(this.table)) {
      throw missing();
    }
  }

  get Id() {
    return this.table.id;
  }

  get Name() {
    return this.table.name;
  }

  set Name(name) {
    const { book } = this.sheet;
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || blockOf(name)) {
      throw invalid();
    }
    const others = book.sheets.flatMap((sheet) => sheet.tables).filter((one) => one !== this.table);
    if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()) || book.name(name)) {
      throw taken();
    }
    this.table.name = name;
  }

  get ShowHeaders() {
    return this.table.hasHeader;
  }

  get ShowTotals() {
    return this.table.showTotals;
  }

  get ShowFilterButton() {
    return this.table.filterButton;
  }

  set ShowFilterButton(value) {
    this.table.filterButton = truth(value);
  }

  get ShowBandedRows() {
    return this.table.banded;
  }

  set ShowBandedRows(value) {
    this.table.banded = truth(value);
  }

  get Style() {
    return this.table.style;
  }

  set Style(value) {
    if (!/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/.test(value)) {
      throw invalid();
    }
    this.table.style = value;
  }

  get Worksheet() {
    return new Worksheet(this.sheet);
  }

  GetRange() {
    return new Range(this.sheet, this.table.block);
  }

  GetHeaderRowRange() {
    return this.GetRange().GetRow(0);
  }

  GetDataBodyRange() {
    return new Range(this.sheet, { ...this.table.block, top: this.table.block.top + 1 });
  }

  Resize(given) {
    const { block } = rangeOn(this.sheet, given);
    if (block.top !== this.table.block.top || !overlap(block, this.table.block)) {
      throw invalid();
    }
    requireFree(this.sheet, block, this.table);
    this.table.block = block;
    nameHeaders(this.sheet, block);
  }

  ConvertToRange() {
    this.sheet.requireOpen();
    this.sheet.tables.splice(this.sheet.tables.indexOf(this.table), 1);
    return new Range(this.sheet, this.table.block);
  }

  Delete() {
    // What stands in the table goes with it.
    this.ConvertToRange().Clear();
  }
}

class ConditionalFormatCollection extends Collection {
  constructor(cells) {
    super();
    this.cells = cells;
  }

  items() {
    const { sheet, areas } = this.cells;
    return sheet.rules
      .filter((rule) => rule.areas.some((one) => areas.some((area) => overlap(one, area))))
      .map((rule) => new ConditionalFormat(sheet, rule));
  }

  Add(type) {
    const { sheet, areas } = this.cells;
    sheet.requireOpen();
    if (type !== 'Custom') {
      throw notAvailable(`conditional formats of the kind ${type}`);
    }
    const rule = {
      id: `{${String(sheet.book.nextId++).padStart(8, '0')}-RULE}`,
      areas: [...areas],
      formula: '',
      font: {},
      fill: {},
      stopIfTrue: false,
    };
    // A new one goes before all others.
    sheet.rules.unshift(rule);
    return new ConditionalFormat(sheet, rule);
  }

  ClearAll() {
    this.cells.sheet.requireOpen();
    this.cells.areas.forEach((area) => withoutRules(this.cells.sheet, area));
  }

  find(id) {
    return this.items().find(({ rule }) => rule.id === id) ?? null;
  }
}

class ConditionalFormat extends HostObject {
  constructor(sheet, rule) {
    super();
    Object.assign(this, { sheet, rule });
  }

  known() {
    return { Id: this.rule.id };
  }

  requireAlive() {
    if (!this.sheet.rules.includes(this.rule)) {
      throw missing();
    }
  }

  get Id() {
    return this.rule.id;
  }

  get Type() {
    return 'Custom';
  }

  get Priority() {
    return this.sheet.rules.indexOf(this.rule);
  }

  set Priority(place) {
    numeric(place);
    const { rules } = this.sheet;
    rules.splice(this.Priority, 1);
    rules.splice(place < 0 ? Math.max(rules.length + 1 + place, 0) : place, 0, this.rule);
  }

  get StopIfTrue() {
    return this.rule.stopIfTrue;
  }

  set StopIfTrue(value) {
    this.rule.stopIfTrue = truth(value);
  }

  get Custom() {
    return new CustomConditionalFormat(this.sheet, this.rule);
  }

  get CustomOrNullObject() {
    return this.Custom;
  }

  GetRange() {
    const range = this.GetRangeOrNullObject();
    if (!range) {
      throw missing();
    }
    return range;
  }

  GetRangeOrNullObject() {
    return this.rule.areas.length === 1 ? new Range(this.sheet, this.rule.areas[0]) : null;
  }

  GetRanges() {
    return new RangeAreas(this.sheet, this.rule.areas);
  }

  Delete() {
    this.sheet.requireOpen();
    this.sheet.rules.splice(this.Priority, 1);
  }
}

class CustomConditionalFormat extends HostObject {
  constructor(sheet, rule) {
    super();
    Object.assign(this, { sheet, rule });
  }

  get Rule() {
    return new ConditionalFormatRule(this.sheet, this.rule);
  }

  get Format() {
    return new ConditionalRangeFormat(this.rule);
  }
}

class ConditionalFormatRule extends HostObject {
  constructor(sheet, rule) {
    super();
    Object.assign(this, { sheet, rule });
  }

  get Formula() {
    return this.rule.formula;
  }

  set Formula(text) {
    if (typeof text !== 'string' || !text.startsWith('=')) {
      throw invalid();
    }
    this.rule.formula = `=${this.sheet.book.settled(text.slice(1))}`;
  }
}

class ConditionalRangeFormat extends HostObject {
  constructor(rule) {
    super();
    this.rule = rule;
  }

  get Font() {
    return new ConditionalRangeFont(this.rule);
  }

  get Fill() {
    return new ConditionalRangeFill(this.rule);
  }
}

class ConditionalRangeFont extends HostObject {
  constructor(rule) {
    super();
    this.rule = rule;
  }

  get Color() {
    return this.rule.font.color ?? '';
  }

  set Color(value) {
    this.rule.font.color = colour(value);
  }

  get Bold() {
    return this.rule.font.bold ?? null;
  }

  set Bold(value) {
    this.rule.font.bold = truth(value);
  }

  get Italic() {
    return this.rule.font.italic ?? null;
  }

  set Italic(value) {
    this.rule.font.italic = truth(value);
  }

  Clear() {
    this.rule.font = {};
  }
}

class ConditionalRangeFill extends HostObject {
  constructor(rule) {
    super();
    this.rule = rule;
  }

  get Color() {
    return this.rule.fill.color ?? '';
  }

  set Color(value) {
    this.rule.fill.color = colour(value);
  }

  Clear() {
    this.rule.fill = {};
  }
}

class SettingCollection extends Collection {
  constructor(book) {
    super();
    this.book = book;
  }

  items() {
    return [...this.book.settings.keys()].map((key) => new Setting(this.book, key));
  }

  Add(key, value) {
    if (typeof key !== 'string' || key === '') {
      throw invalid();
    }
    this.book.settings.set(key, value);
    return new Setting(this.book, key);
  }

  GetItemOrNullObject(key) {
    return this.book.settings.has(key) ? new Setting(this.book, key) : null;
  }
}

class Setting extends HostObject {
  constructor(book, key) {
    super();
    Object.assign(this, { book, key });
  }

  known() {
    return { _Id: this.key };
  }

  get Key() {
    return this.key;
  }

  get Value() {
    return this.book.settings.get(this.key);
  }

  set Value(value) {
    this.book.settings.set(this.key, value);
  }

  Delete() {
    this.book.settings.delete(this.key);
  }
}

class CustomXmlPartCollection extends Collection {
  constructor(book, filter) {
    super();
    Object.assign(this, { book, filter });
  }

  items() {
    return this.book.parts.filter(this.filter).map((part) => new CustomXmlPart(this.book, part));
  }

  Add(xml) {
    return new CustomXmlPart(this.book, this.book.addPart(xml));
  }

  GetByNamespace(namespace) {
    return new CustomXmlPartScopedCollection(
      this.book,
      (part) => namespaceOf(part.xml) === namespace,
    );
  }

  GetItemOrNullObject(id) {
    return this.items().find(({ part }) => part.id === id) ?? null;
  }
}

class CustomXmlPartScopedCollection extends CustomXmlPartCollection {
  Add() {
    throw notAvailable('adding to the parts of a namespace');
  }

  GetOnlyItem() {
    const part = this.GetOnlyItemOrNullObject();
    if (!part) {
      throw new Refusal('InvalidOperation', 'There is not exactly one part.');
    }
    return part;
  }

  GetOnlyItemOrNullObject() {
    const items = this.items();
    return items.length === 1 ? items[0] : null;
  }
}

class CustomXmlPart extends HostObject {
  constructor(book, part) {
    super();
    Object.assign(this, { book, part });
  }

  known() {
    return { Id: this.part.id };
  }

  requireAlive() {
    if (!this.book.parts.includes(this.part)) {
      throw missing();
    }
  }

  get Id() {
    return this.part.id;
  }

  get NamespaceUri() {
    return namespaceOf(this.part.xml);
  }

  GetXml() {
    return this.part.xml;
  }

  SetXml(xml) {
    requireXml(xml);
    this.part.xml = xml;
  }

  Delete() {
    this.book.parts.splice(this.book.parts.indexOf(this.part), 1);
  }
}

const MARGINS = ['Left', 'Right', 'Top', 'Bottom', 'Header', 'Footer'];

class PageLayout extends HostObject {
  constructor(sheet) {
    super();
    this.sheet = sheet;
  }

  get Orientation() {
    return this.sheet.page.orientation;
  }

  set Orientation(value) {
    this.sheet.page.orientation = oneOf(value, ['Portrait', 'Landscape']);
  }

  get PaperSize() {
    return this.sheet.page.paperSize;
  }

  set PaperSize(value) {
    this.sheet.page.paperSize = oneOf(value, ['Letter', 'Legal', 'A3', 'A4', 'A5', 'B4', 'B5']);
  }

  get Zoom() {
    return this.sheet.page.zoom;
  }

  set Zoom(value) {
    const given = value ?? {};
    const fits = given.horizontalFitToPages !== undefined || given.verticalFitToPages !== undefined;
    if (fits === (given.scale !== undefined && given.scale !== null)) {
      throw invalid();
    }
    this.sheet.page.zoom = given;
  }

  get CenterHorizontally() {
    return this.sheet.page.centred ?? false;
  }

  set CenterHorizontally(value) {
    this.sheet.page.centred = truth(value);
  }

  get PrintGridlines() {
    return this.sheet.page.gridlines ?? false;
  }

  set PrintGridlines(value) {
    this.sheet.page.gridlines = truth(value);
  }

  SetPrintTitleRows(given) {
    const { block } = rangeOn(this.sheet, given);
    this.sheet.page.titleRows = blockText({ ...block, left: 0, right: COLUMNS - 1 }, '$');
  }

  GetPrintTitleRowsOrNullObject() {
    const rows = this.sheet.page.titleRows;
    return rows ? new Range(this.sheet, blockOf(rows)) : null;
  }

  SetPrintMargins(unit, margins) {
    oneOf(unit, ['Points', 'Inches', 'Centimeters']);
    this.sheet.page.margins = { unit, ...margins };
  }
}

for (const side of MARGINS) {
  Object.defineProperty(PageLayout.prototype, `${side}Margin`, {
    get() {
      return this.sheet.page[`${side.toLowerCase()}Margin`] ?? 54;
    },
    set(points) {
      this.sheet.page[`${side.toLowerCase()}Margin`] = numeric(points, 0);
    },
  });
}

class PageBreakCollection extends Collection {
  constructor(sheet) {
    super();
    this.sheet = sheet;
  }

  items() {
    return this.sheet.breaks.map((row) => new PageBreak(this.sheet, row));
  }

  Add(given) {
    const row = rangeOn(this.sheet, given).block.top;
    if (row === 0) {
      throw invalid();
    }
    if (!this.sheet.breaks.includes(row)) {
      this.sheet.breaks.push(row);
      this.sheet.breaks.sort((a, b) => a - b);
    }
    return new PageBreak(this.sheet, row);
  }

  GetItemOrNullObject(index) {
    return this.items()[Number(index)] ?? null;
  }

  RemovePageBreaks() {
    this.sheet.breaks = [];
  }
}

class PageBreak extends HostObject {
  constructor(sheet, row) {
    super();
    Object.assign(this, { sheet, row });
  }

  known() {
    return { _Id: String(this.sheet.breaks.indexOf(this.row)) };
  }

  get RowIndex() {
    return this.row;
  }

  get ColumnIndex() {
    return -1;
  }

  Delete() {
    this.sheet.breaks.splice(this.sheet.breaks.indexOf(this.row), 1);
  }
}

class WorksheetFreezePanes extends HostObject {
  constructor(sheet) {
    super();
    this.sheet = sheet;
  }

  FreezeAt(given) {
    const { block } = rangeOn(this.sheet, given);
    if (block.top !== 0 && block.left !== 0) {
      throw invalid();
    }
    this.sheet.frozen = block;
  }

  FreezeRows(count) {
    this.sheet.frozen = { top: 0, left: 0, bottom: numeric(count, 1) - 1, right: COLUMNS - 1 };
  }

  FreezeColumns(count) {
    this.sheet.frozen = { top: 0, left: 0, bottom: ROWS - 1, right: numeric(count, 1) - 1 };
  }

  Unfreeze() {
    this.sheet.frozen = null;
  }

  GetLocationOrNullObject() {
    return this.sheet.frozen && new Range(this.sheet, this.sheet.frozen);
  }
}
