/** Reads the open workbook in few, bounded requests, and moves about in it. */

import { asReference, bands, blockName, blockOf, rowsOf, sizeOf } from './address.js';
import { NAMESPACE, split } from './ledger.js';
import { isOwnWrite, runOptions } from './newer.js';
import {
  FINISH_EDITING,
  cancelled,
  fromExcel,
  isTooMuchAtOnce,
  notSupported,
  tooBig,
  tooHeavy,
} from './obstacle.js';
import { USUAL_WIDTH, digit, linesUnder, toCharacters } from './sizes.js';
import { GENERAL, OWN_CHARTS, cells, namedBlocks, ownSheets } from './snapshot.js';

export { fingerprint } from './snapshot.js';

/** @typedef {import('./address.js').Block} Block */
/** @typedef {import('./plan.js').NamedBlock} NamedBlock */
/** @typedef {import('./plan.js').Progress} Progress */
/** @typedef {import('./plan.js').SheetSnapshot} SheetSnapshot */
/** @typedef {import('./plan.js').Snapshot} Snapshot */

/** A request and its answer must each stay under 5 MB. */
const CELLS_AT_ONCE = 40_000;
/** What is asked of each cell's looks takes some 250 bytes. */
const LOOKS_AT_ONCE = 10_000;
/** Above this Excel gives no values at all. */
const MOST_CELLS = 5_000_000;
/** How far right of the contents columns are asked for their width and looks. */
const REACH = 64;
const ROOM = 120;
/** How long Excel may take to answer a small request before a cell is likely being edited. */
const PATIENCE = 2_000;
/** How long after a write of ours Excel may still tell of it. */
const ECHO = 1_500;
/** How long the workbook must be left alone before a watcher is told. */
const PAUSE = 800;

/**
 * @typedef {object} Session one run in Excel
 * @property {Excel.RequestContext} context
 * @property {(small?: boolean) => Promise<void>} sync sends what was asked; `small` if Excel should
 *   answer at once
 * @property {(progress: Progress) => void} tell
 */

/**
 * @typedef {object} Options
 * @property {(progress: Progress) => void} [tell]
 * @property {AbortSignal} [signal]
 */

/** When the add-in last wrote, or 0. */
let wroteAt = 0;

/** Remembers that the add-in has just written, so that a watcher is not told of it. */
export function noteWrite() {
  wroteAt = Date.now();
}

/**
 * Does something with the workbook, and gives failures their sentence. A cell that is being edited
 * is waited for.
 *
 * @template T
 * @param {Options} options
 * @param {(session: Session) => Promise<T>} job
 * @returns {Promise<T>}
 */
export async function inExcel({ tell = () => {}, signal }, job) {
  if (typeof Excel === 'undefined') {
    throw notSupported();
  }
  let given = false;
  try {
    return await Excel.run(runOptions(), async (context) => {
      /** @type {Session['sync']} */
      const sync = async (small = false) => {
        given ||= signal?.aborted ?? false;
        if (given) {
          throw cancelled(false);
        }
        const beat = setTimeout(
          () => tell({ stage: 'editing', message: FINISH_EDITING }),
          small ? PATIENCE : 4 * PATIENCE,
        );
        try {
          await context.sync();
        } finally {
          clearTimeout(beat);
        }
      };
      return await job({ context, sync, tell });
    });
  } catch (error) {
    throw fromExcel(error);
  }
}

/**
 * The workbook as the server reads it.
 *
 * Merged areas are asked for last, since asking makes Excel forget what could be undone: always
 * `forCheck`; with `onlyValues` (for a look that must disturb nothing) never, and nothing is asked
 * either of what only places results; else where a sheet has changed its shape since.
 *
 * @param {Options & {forCheck?: boolean, onlyValues?: boolean}} [options]
 * @returns {Promise<Snapshot>}
 * @throws {import('./obstacle.js').Obstacle}
 */
export async function readWorkbook({ forCheck = false, onlyValues = false, ...options } = {}) {
  return inExcel(options, async (session) => {
    const found = await survey(session);
    await readCells(session, found);
    // Merged areas are asked for last, so that what makes Excel forget comes to pass only if all
    // else is known.
    const pieces = [
      ...(onlyValues ? [] : formattedPieces(found)),
      ...mergedPieces(found, forCheck, onlyValues),
    ];
    await askAll(session, pieces, LOOKS_AT_ONCE);
    return found.snapshot;
  });
}

/**
 * @typedef {object} FoundSheet
 * @property {Excel.Worksheet} proxy
 * @property {SheetSnapshot} snapshot
 * @property {Block | null} content the cells that hold something
 * @property {Block | null} used those, and the cells that are formatted
 * @property {number} digit the width of a digit in pixels
 * @property {(column: number) => number} width in points
 * @property {(row: number) => number} height in points
 * @property {number} standardWidth of a column, in points
 * @property {boolean} isOwn
 * @property {Excel.Chart[]} charts those of ours
 * @property {Excel.ConditionalFormatCollection | null} rules
 * @property {{id: string, areas: Block[]}[]} ruled the rules that a formula decides, and where
 *
 * @typedef {object} Found the workbook with what a writer must know besides
 * @property {Snapshot} snapshot
 * @property {Map<string, FoundSheet>} sheets by name
 * @property {{name: string, formula: string}[]} names all of the workbook's
 * @property {{id: string, kept: string} | null} part where the ledger is, and what is kept in it
 */

/**
 * What there is, with no cell read yet.
 *
 * @param {Session} session
 * @param {Set<string>} [touched] the sheets whose rules are of interest
 * @returns {Promise<Found>}
 */
export async function survey({ context, sync }, touched = new Set()) {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/visibility,items/standardWidth,items/protection/protected');
  const names = workbook.names;
  names.load('items/name,items/formula,items/scope');
  const tables = workbook.tables;
  tables.load('items/name,items/showHeaders,items/worksheet/name');
  const parts = workbook.customXmlParts.getByNamespace(NAMESPACE);
  parts.load('items/id');
  workbook.protection.load('protected');
  // The library does not say from which year the workbook counts its days; its functions do.
  const day = workbook.functions.date(2000, 1, 1);
  day.load('value');
  await sync(true);

  const blocks = namedBlocks(names.items);
  const own = ownSheets(blocks);
  const ranges = tables.items.map((table) => table.getRange().load('address'));
  const xml = parts.items.length === 0 ? null : parts.items[0].getXml();
  const extents = sheets.items.map((sheet) => ({
    content: sheet.getUsedRangeOrNullObject(true).load(EXTENT),
    used: sheet.getUsedRangeOrNullObject(false).load(EXTENT),
    charts: own.has(sheet.name)
      ? sheet.charts.load('items/name,items/left,items/top,items/width,items/height')
      : null,
    rules: touched.has(sheet.name)
      ? sheet.getRange().conditionalFormats.load('items/id,items/type')
      : null,
  }));
  await sync(true);

  const part = split(xml?.value ?? '');
  /** @type {Found} */
  const found = {
    snapshot: {
      dates1904: day.value === DAY_FROM_1904,
      structureLocked: workbook.protection.protected,
      ledger: part.ledger,
      names: blocks,
      sheets: [],
    },
    sheets: new Map(),
    names: names.items
      .filter(({ scope }) => scope === 'Workbook')
      .map(({ name, formula }) => ({ name, formula: String(formula) })),
    part: parts.items.length === 0 ? null : { id: parts.items[0].id, kept: part.kept },
  };
  let total = 0;
  sheets.items.forEach((sheet, i) => {
    const { content, used, charts, rules } = extents[i];
    const onIt = tables.items.flatMap((table, t) =>
      table.worksheet.name === sheet.name
        ? [
            {
              name: table.name,
              block: ranges[t].address.slice(ranges[t].address.lastIndexOf('!') + 1),
              hasHeader: table.showHeaders,
            },
          ]
        : [],
    );
    /** @type {SheetSnapshot} */
    const snapshot = {
      name: sheet.name,
      hidden: sheet.visibility !== 'Visible',
      locked: sheet.protection.protected,
      merged: [],
      hiddenRows: [],
      hiddenColumns: [],
      tables: onIt,
      charts: [],
      widths: {},
      heights: {},
      formattedTo: {},
      blocks: [],
    };
    found.snapshot.sheets.push(snapshot);
    const held = extent(content);
    total += held === null ? 0 : sizeOf(held);
    const placed = (charts?.items ?? []).filter(({ name }) => name.startsWith(OWN_CHARTS));
    found.sheets.set(sheet.name, {
      proxy: sheet,
      snapshot,
      charts: placed,
      rules,
      ruled: [],
      content: held,
      used: extent(used),
      digit: digit(USUAL_WIDTH, sheet.standardWidth),
      standardWidth: USUAL_WIDTH,
      width: () => 0,
      height: () => 0,
      isOwn: own.has(sheet.name),
    });
  });
  if (total > MOST_CELLS) {
    throw tooBig(total);
  }
  return found;
}

const EXTENT = 'rowIndex,columnIndex,rowCount,columnCount';

/** The first of January 2000 where days are counted from 1904. */
const DAY_FROM_1904 = 35_064;

/**
 * @param {Excel.Range} range perhaps none
 * @returns {Block | null}
 */
function extent(range) {
  return range.isNullObject
    ? null
    : {
        top: range.rowIndex,
        left: range.columnIndex,
        bottom: range.rowIndex + range.rowCount - 1,
        right: range.columnIndex + range.columnCount - 1,
      };
}

/**
 * @template T
 * @typedef {object} Piece something to be asked in a request
 * @property {number} cells how much of a request it takes
 * @property {string} sheet
 * @property {() => T} ask
 * @property {(asked: T) => void} take
 */

/**
 * Asks for everything, as many pieces in a request as one may hold.
 *
 * @param {Session} session
 * @param {Piece<any>[]} pieces
 * @param {number} limit cells in a request
 */
async function askAll({ sync, tell }, pieces, limit) {
  for (let from = 0; from < pieces.length; ) {
    let to = from;
    let cellsSoFar = 0;
    do {
      cellsSoFar += pieces[to++].cells;
    } while (to < pieces.length && cellsSoFar + pieces[to].cells <= limit);
    tell({ stage: 'reading', sheet: pieces[from].sheet, done: from, of: pieces.length });
    const some = pieces.slice(from, to);
    const asked = some.map((piece) => piece.ask());
    await sync();
    some.forEach((piece, i) => piece.take(asked[i]));
    from = to;
  }
}

/**
 * Reads what cells hold, with sizes and hidden lines.
 *
 * @param {Session} session
 * @param {Found} found
 * @param {Piece<any>[]} [besides] what else is to be asked in the same requests
 */
export async function readCells(session, found, besides = []) {
  for (let limit = CELLS_AT_ONCE; ; limit = Math.floor(limit / 2)) {
    try {
      await askAll(session, [...pieces(found, limit), ...besides], limit);
      placeCharts(found);
      return;
    } catch (error) {
      if (!isTooMuchAtOnce(error)) {
        throw error;
      }
      if (limit < 100) {
        throw tooHeavy();
      }
    }
  }
}

/**
 * @param {Found} found
 * @param {number} limit
 * @returns {Piece<any>[]}
 */
function pieces(found, limit) {
  return [...found.sheets.values()].flatMap((sheet) => {
    const { content, proxy, snapshot } = sheet;
    snapshot.blocks = [];
    if (content === null) {
      return sizesOf(sheet, 1, ROOM);
    }
    return [
      ...sizesOf(sheet, content.bottom + 1, Math.min(16_384, content.right + ROOM)),
      ...bands(content, Math.floor(limit / 2)).map((block) => ({
        cells: sizeOf(block),
        sheet: snapshot.name,
        ask: () =>
          proxy.getRange(blockName(block)).load('values,formulas,valueTypes,numberFormat'),
        take: (/** @type {Excel.Range} */ { values, formulas, valueTypes, numberFormat }) => {
          snapshot.blocks.push(cells(block, values, formulas, valueTypes, numberFormat));
        },
      })),
    ];
  });
}

/**
 * The sizes of a sheet's columns and rows, and which of them are hidden.
 *
 * @param {FoundSheet} sheet
 * @param {number} rows
 * @param {number} columns
 * @returns {Piece<any>[]}
 */
function sizesOf(sheet, rows, columns) {
  const { proxy, snapshot } = sheet;
  /** @type {number[]} */
  const heights = [];
  snapshot.hiddenRows = [];
  snapshot.heights = {};
  sheet.height = (row) => heights[row] ?? proxy.standardHeight;
  return [
    {
      cells: columns,
      sheet: snapshot.name,
      ask: () => ({
        columns: proxy.getRangeByIndexes(0, 0, 1, columns).getColumnProperties({
          columnHidden: true,
          format: { columnWidth: true, useStandardWidth: true },
        }),
        standard: proxy.load('standardWidth,standardHeight'),
      }),
      take: (asked) => takeWidths(sheet, asked.columns.value),
    },
    ...bands({ top: 0, left: 0, bottom: rows - 1, right: 0 }, LOOKS_AT_ONCE).map((band) => ({
      cells: rowsOf(band),
      sheet: snapshot.name,
      ask: () =>
        proxy.getRange(blockName(band)).getRowProperties({
          rowHidden: true,
          format: { rowHeight: true, useStandardHeight: true },
        }),
      take: (/** @type {any} */ asked) =>
        asked.value.forEach((/** @type {any} */ { rowHidden, format }, /** @type {number} */ r) => {
          const row = band.top + r;
          heights[row] = format.rowHeight;
          if (rowHidden) {
            snapshot.hiddenRows.push(row);
          } else if (!format.useStandardHeight) {
            snapshot.heights[row] = format.rowHeight;
          }
        }),
    })),
  ];
}

/**
 * @param {FoundSheet} sheet
 * @param {any[]} columns
 */
function takeWidths(sheet, columns) {
  const { snapshot, proxy } = sheet;
  const usual = columns.find(({ format, columnHidden }) => format.useStandardWidth && !columnHidden);
  const standard = usual?.format.columnWidth ?? USUAL_WIDTH;
  sheet.standardWidth = standard;
  sheet.digit = digit(standard, proxy.standardWidth);
  sheet.width = (column) => columns[column]?.format.columnWidth ?? standard;
  snapshot.hiddenColumns = columns.flatMap(({ columnHidden }, i) => (columnHidden ? [i] : []));
  snapshot.widths = Object.fromEntries(
    columns.flatMap(({ columnHidden, format }, i) =>
      columnHidden || format.useStandardWidth
        ? []
        : [[i, toCharacters(format.columnWidth, sheet.digit)]],
    ),
  );
}

/** Tells over which cells the product's own charts stand. @param {Found} found */
function placeCharts(found) {
  for (const { charts, snapshot, width: wide, height: high } of found.sheets.values()) {
    snapshot.charts = charts.map(({ name, left, top, width, height }) => {
      const [first, last] = linesUnder(left, width, wide);
      const [from, to] = linesUnder(top, height, high);
      return { name, block: blockName({ top: from, left: first, bottom: to, right: last }) };
    });
  }
}

/**
 * Finds how far to the right rows are formatted beyond what they hold, for results keep clear of
 * formatted cells: of the rows' blank ends alone, neighbouring rows together, and nothing of the
 * product's own sheets.
 *
 * @param {Found} found
 * @returns {Piece<any>[]}
 */
function formattedPieces(found) {
  /** @type {Piece<any>[]} */
  const pieces = [];
  for (const sheet of found.sheets.values()) {
    if (sheet.isOwn || sheet.content === null || sheet.used === null) {
      continue;
    }
    const right = Math.min(sheet.used.right, sheet.content.right + REACH);
    for (const block of blankEnds(sheet, right)) {
      for (const band of bands(block, LOOKS_AT_ONCE)) {
        pieces.push(formattedIn(sheet, band));
      }
    }
  }
  return pieces;
}

/**
 * The blank cells right of what rows hold, as blocks.
 *
 * @param {FoundSheet} sheet
 * @param {number} right
 * @returns {Block[]}
 */
function blankEnds({ snapshot, content }, right) {
  /** @type {Block[]} */
  const ends = [];
  const held = content ?? { top: 0, left: 0, bottom: -1, right: -1 };
  const last = new Array(rowsOf(held)).fill(held.left - 1);
  for (const { block, values, formulas } of snapshot.blocks) {
    const { top, left } = blockOf(block);
    values.forEach((row, r) => {
      for (let c = row.length - 1; c >= 0; c--) {
        if (row[c] !== null || (formulas?.[r][c] ?? null) !== null) {
          last[top + r - held.top] = left + c;
          break;
        }
      }
    });
  }
  last.forEach((column, r) => {
    if (column >= right) {
      return;
    }
    const row = held.top + r;
    const open = ends[ends.length - 1];
    // A few cells more are cheaper than another block.
    if (open?.bottom === row - 1 && Math.abs(open.left - column - 1) <= 8) {
      open.bottom = row;
      open.left = Math.min(open.left, column + 1);
    } else {
      ends.push({ top: row, left: column + 1, bottom: row, right });
    }
  });
  return ends;
}

/**
 * @param {FoundSheet} sheet
 * @param {Block} block
 * @returns {Piece<any>}
 */
function formattedIn({ proxy, snapshot }, block) {
  return {
    cells: sizeOf(block),
    sheet: snapshot.name,
    ask: () => {
      const range = proxy.getRange(blockName(block)).load('numberFormat');
      const looks = range.getCellProperties({
        format: { fill: { color: true, pattern: true }, borders: { style: true } },
      });
      return { range, looks };
    },
    take: ({ range, looks }) =>
      looks.value.forEach((/** @type {any[]} */ row, /** @type {number} */ r) => {
        for (let c = row.length - 1; c >= 0; c--) {
          if (range.numberFormat[r][c] !== GENERAL || isFormatted(row[c].format)) {
            snapshot.formattedTo[block.top + r] = block.left + c;
            break;
          }
        }
      }),
  };
}

/** @param {Excel.CellPropertiesFormat} format */
function isFormatted({ fill, borders }) {
  return (
    (fill?.pattern ?? 'None') !== 'None' ||
    Object.values(borders ?? {}).some((border) => (border?.style ?? 'None') !== 'None')
  );
}

/**
 * The merged areas that were found last, by sheet, and the shape that the sheet had then.
 *
 * @type {Map<string, {shape: string, merged: string[]}>}
 */
const mergedBefore = new Map();

/**
 * @param {Found} found
 * @param {boolean} forCheck
 * @param {boolean} disturbsNothing
 * @returns {Piece<any>[]}
 */
function mergedPieces(found, forCheck, disturbsNothing) {
  /** @type {Piece<any>[]} */
  const pieces = [];
  for (const [name, { isOwn, proxy, snapshot, used }] of found.sheets) {
    if (used === null || isOwn) {
      continue;
    }
    const shape = blockName(used);
    const before = mergedBefore.get(name);
    if (disturbsNothing || (!forCheck && before?.shape === shape)) {
      snapshot.merged = before?.merged ?? [];
    } else {
      pieces.push({
        cells: 1,
        sheet: name,
        ask: () => proxy.getRange(shape).getMergedAreasOrNullObject().load('address'),
        take: (areas) => {
          snapshot.merged = areas.isNullObject ? [] : addresses(areas.address);
          mergedBefore.set(name, { shape, merged: snapshot.merged });
        },
      });
    }
  }
  return pieces;
}

/**
 * The blocks in a list such as 'A, B'!C3:D4,'A, B'!C6.
 *
 * @param {string} list
 * @returns {string[]}
 */
export function addresses(list) {
  return [...list.matchAll(/(?:^|[!,])\s*(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?=\s*(?:,|$))/g)].map(
    ([, block]) => block.replaceAll('$', ''),
  );
}

/**
 * Shows a cell.
 *
 * @param {string} sheet
 * @param {string} cell
 */
export async function goTo(sheet, cell) {
  await inExcel({}, async ({ context, sync }) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(cell).select();
    await sync(true);
  });
}

/** Which cell is selected. @returns {Promise<{sheet: string, cell: string}>} */
export async function selected() {
  return inExcel({}, async ({ context, sync }) => {
    const range = context.workbook.getSelectedRange().getCell(0, 0).load('address');
    await sync(true);
    const found = asReference(range.address);
    return found === null
      ? { sheet: '', cell: '' }
      : { sheet: found.sheet, cell: blockName(found.block) };
  });
}

/**
 * Tells whenever people have changed something and paused. The add-in's own writes are passed over.
 *
 * @param {() => void} onChange
 * @returns {Promise<() => Promise<void>>} stops it
 */
export async function watch(onChange) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const handler = await inExcel({}, async ({ context, sync }) => {
    const added = context.workbook.worksheets.onChanged.add(async (event) => {
      if (!isOwnWrite(event, Date.now() - wroteAt < ECHO)) {
        clearTimeout(waiting);
        waiting = setTimeout(onChange, PAUSE);
      }
    });
    await sync(true);
    return added;
  });
  return async () => {
    clearTimeout(waiting);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  };
}

/**
 * Opens a workbook in a window of its own.
 *
 * @param {string} base64 the file
 */
export async function openWorkbook(base64) {
  try {
    await Excel.createWorkbook(base64);
  } catch (error) {
    throw fromExcel(error);
  }
}
