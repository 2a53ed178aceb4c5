/**
 * What puts back what a plan is going to change, as a plan itself; and what is remembered of the
 * sheets that a plan writes as a whole, since not everything on a sheet can be read back.
 */

import { blockName, blockOf, covers, rowsOf, columnsOf } from './address.js';
import { rectangles } from './rectangles.js';
import { GENERAL } from './snapshot.js';

/** @typedef {import('./address.js').Block} Block */
/** @typedef {import('./plan.js').Edit} Edit */
/** @typedef {import('./plan.js').Plan} Plan */
/** @typedef {import('./plan.js').PutCells} PutCells */
/** @typedef {import('./plan.js').SheetSnapshot} SheetSnapshot */
/** @typedef {import('./plan.js').Snapshot} Snapshot */
/** @typedef {import('./plan.js').Value} Value */

/**
 * @typedef {object} Written what is remembered of a sheet that was written as a whole
 * @property {{landscape: boolean, headerRow: number, headerColumns: number}} page
 * @property {import('./plan.js').Area[]} looks
 * @property {Edit[]} others links, charts and page breaks
 *
 * @typedef {object} Memory of the sheets written as a whole, with the looks that they use
 * @property {Plan['looks']} looks
 * @property {Plan['chartLooks']} chartLooks
 * @property {Record<string, Written>} sheets
 */

/** Nothing remembered. @type {Memory} */
export const NO_MEMORY = { looks: {}, chartLooks: {}, sheets: {} };

/**
 * What is remembered once a plan is carried out.
 *
 * @param {Memory} before
 * @param {Plan} plan
 * @returns {Memory}
 */
export function remembered(before, plan) {
  /** @type {Record<string, Written>} */
  const sheets = { ...before.sheets };
  /**
   * @param {string} name
   * @param {Partial<Written>} more
   */
  const add = (name, { looks = [], others = [] }) => {
    const { page, ...known } = sheets[name] ?? {};
    if (page !== undefined) {
      sheets[name] = {
        page,
        looks: [...(known.looks ?? []), ...looks],
        others: [...(known.others ?? []), ...others],
      };
    }
  };
  for (const edit of plan.edits) {
    switch (edit.edit) {
      case 'add-sheet': {
        const { landscape, headerRow, headerColumns } = edit;
        sheets[edit.sheet] = { page: { landscape, headerRow, headerColumns }, looks: [], others: [] };
        break;
      }
      case 'clear-sheet':
        if (sheets[edit.sheet] !== undefined) {
          sheets[edit.sheet] = { ...sheets[edit.sheet], looks: [], others: [] };
        }
        break;
      case 'drop-sheet':
        delete sheets[edit.sheet];
        break;
      case 'put-cells':
        add(edit.sheet, { looks: edit.looks });
        break;
      case 'put-links':
      case 'put-chart':
      case 'break-pages':
        add(edit.sheet, { others: [edit] });
        break;
      default:
      // Everything else can be read back.
    }
  }
  return { looks: plan.looks, chartLooks: plan.chartLooks, sheets };
}

/**
 * @typedef {object} Seen the workbook before the plan
 * @property {Snapshot} snapshot
 * @property {Memory} memory
 * @property {Map<string, {block: Block, looks: (string | null)[][]}[]>} looks of cells by sheet,
 *   null where a cell looks like any that nobody has touched
 * @property {Plan['looks']} named what those looks are, and those of rules
 * @property {Map<string, {areas: Block[], formula: string, look: string}[]>} rules by sheet, the
 *   first that holds wins
 * @property {Map<string, Written['page']>} pages of sheets of which nothing is remembered
 */

/**
 * The plan that puts back what a plan changes.
 *
 * @param {Plan} plan
 * @param {Seen} seen
 * @returns {Plan}
 */
export function inverse(plan, seen) {
  /** @type {Edit[]} */
  const first = [];
  /** @type {Edit[]} */
  const then = [];
  /** @type {Edit[]} */
  const last = [];
  const { snapshot, memory } = seen;
  const before = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const names = new Map(snapshot.names.map((named) => [named.name.toLowerCase(), named]));
  /** @type {Map<string, Set<string>>} the blocks whose rules change, by sheet */
  const ruled = new Map();
  /** @type {Set<string>} */
  const whole = new Set();
  for (const edit of plan.edits) {
    const sheet = 'sheet' in edit ? before.get(edit.sheet) : undefined;
    switch (edit.edit) {
      case 'add-sheet':
        last.push({ edit: 'drop-sheet', sheet: edit.sheet });
        continue;
      case 'name-block':
      case 'drop-name': {
        const old = names.get(edit.name.toLowerCase());
        last.unshift(
          old === undefined
            ? { edit: 'drop-name', name: edit.name }
            : { edit: 'name-block', ...old },
        );
        continue;
      }
      case 'put-ledger':
        continue;
      default:
    }
    if (sheet === undefined || whole.has(sheet.name)) {
      continue;
    }
    if (edit.edit === 'put-rules' || edit.edit === 'drop-rules') {
      ruled.set(sheet.name, new Set(ruled.get(sheet.name)).add(edit.block));
    } else if (edit.edit === 'drop-sheet' || edit.edit === 'clear-sheet') {
      whole.add(sheet.name);
      const page = memory.sheets[sheet.name]?.page ??
        seen.pages.get(sheet.name) ?? { landscape: false, headerRow: -1, headerColumns: 0 };
      first.push(
        edit.edit === 'drop-sheet'
          ? { edit: 'add-sheet', sheet: sheet.name, ...page }
          : {
              edit: 'clear-sheet',
              sheet: sheet.name,
              keepsCharts: memory.sheets[sheet.name] === undefined,
            },
      );
      first.push(...contents(sheet, seen));
    } else {
      then.push(...restored(edit, sheet, seen));
    }
  }
  for (const [sheet, blocks] of ruled) {
    for (const block of blocks) {
      then.push({ edit: 'drop-rules', sheet, block });
    }
    const dropped = [...blocks].map(blockOf);
    then.push(...rulesOf(sheet, seen, (area) => dropped.some((block) => covers(block, area))));
  }
  /** @type {Edit[]} */
  const ledger = plan.edits.some(({ edit }) => edit === 'put-ledger')
    ? [{ edit: 'put-ledger', xml: snapshot.ledger }]
    : [];
  return {
    ...plan,
    looks: { ...plan.looks, ...memory.looks, ...seen.named },
    chartLooks: { ...plan.chartLooks, ...memory.chartLooks },
    edits: [...first, ...then, ...last, ...ledger],
  };
}

/**
 * All that is on a sheet, to be written on an empty one.
 *
 * @param {SheetSnapshot} sheet
 * @param {Seen} seen
 * @returns {Edit[]}
 */
function contents(sheet, seen) {
  const { name } = sheet;
  const written = seen.memory.sheets[name];
  const areas = (seen.looks.get(name) ?? []).flatMap(({ block, looks }) =>
    areasOf(block, looks),
  );
  /** @type {Edit[]} */
  const edits = sheet.blocks.map((cells, i) => ({
    edit: 'put-cells',
    sheet: name,
    ...cells,
    formats: formatsOf(cells),
    // Looks reach beyond what cells hold: they go with the first block, whatever it covers.
    looks: i > 0 ? [] : (written?.looks ?? areas),
    asFound: written === undefined,
  }));
  for (const table of sheet.tables) {
    edits.push({ edit: 'mark-table', sheet: name, block: table.block, name: table.name });
  }
  edits.push(...rulesOf(name, seen, () => true));
  const columns = Object.keys(sheet.widths).map(Number);
  if (columns.length > 0) {
    const widths = Array.from(
      { length: Math.max(...columns) + 1 },
      (_, column) => sheet.widths[column] ?? null,
    );
    edits.push({ edit: 'set-widths', sheet: name, firstColumn: 0, widths });
  }
  for (const [row, points] of Object.entries(sheet.heights)) {
    edits.push({ edit: 'set-height', sheet: name, row: Number(row), points });
  }
  edits.push(...(written?.others ?? []));
  return edits;
}

/**
 * @param {import('./plan.js').CellBlock} cells
 * @returns {import('./plan.js').Area[]}
 */
function formatsOf({ block, formats }) {
  const { top, left } = blockOf(block);
  return formats === undefined ? [] : areas(top, left, formats);
}

/**
 * @param {Block} block
 * @param {(string | null)[][]} looks
 */
function areasOf({ top, left }, looks) {
  return areas(top, left, looks);
}

/**
 * @param {number} top
 * @param {number} left
 * @param {(string | null)[][]} grid
 * @returns {import('./plan.js').Area[]}
 */
function areas(top, left, grid) {
  return rectangles(top, left, grid).map(([what, block]) => [what, blockName(block)]);
}

/**
 * @param {string} sheet
 * @param {Seen} seen
 * @param {(area: Block) => boolean} wanted
 * @returns {Edit[]}
 */
function rulesOf(sheet, seen, wanted) {
  /** @type {Map<string, import('./plan.js').Rule[]>} */
  const byArea = new Map();
  for (const { areas: where, formula, look } of seen.rules.get(sheet) ?? []) {
    for (const area of where.filter(wanted)) {
      const key = blockName(area);
      byArea.set(key, [...(byArea.get(key) ?? []), { formula, look }]);
    }
  }
  // Each group is put before those that are there: the last one first.
  return [...byArea]
    .reverse()
    .map(([block, rules]) => ({ edit: 'put-rules', sheet, block, rules }));
}

/**
 * What puts back what one edit changes on a sheet of which something stays.
 *
 * @param {Edit} edit
 * @param {SheetSnapshot} sheet
 * @param {Seen} seen
 * @returns {Edit[]}
 */
function restored(edit, sheet, seen) {
  switch (edit.edit) {
    case 'put-cells':
    case 'clear-cells':
      return restoredCells(blockOf(edit.block), sheet, seen);
    case 'set-widths':
      return [
        {
          ...edit,
          widths: edit.widths.map((_, i) => sheet.widths[edit.firstColumn + i] ?? null),
        },
      ];
    case 'set-height':
      return [{ ...edit, points: sheet.heights[edit.row] ?? null }];
    default:
      // Rules are put back together; all else stands on sheets that are written as a whole.
      return [];
  }
}

/**
 * @param {Block} block
 * @param {SheetSnapshot} sheet
 * @param {Seen} seen
 * @returns {Edit[]}
 */
function restoredCells(block, sheet, seen) {
  const at = cellsOf(sheet);
  const look = looksOf(seen.looks.get(sheet.name) ?? []);
  const grid = Array.from({ length: rowsOf(block) }, (_, r) =>
    Array.from({ length: columnsOf(block) }, (_unused, c) => {
      const row = block.top + r;
      const column = block.left + c;
      const { value, formula, format } = at(row, column);
      const isUntouched =
        value === null && formula === null && format === null && look(row, column) === null;
      return isUntouched ? null : 'touched';
    }),
  );
  /** @type {Edit[]} */
  const edits = [{ edit: 'clear-cells', sheet: sheet.name, block: blockName(block) }];
  for (const [, { top, left, bottom, right }] of rectangles(block.top, block.left, grid)) {
    /** @type {<T>(of: (row: number, column: number) => T) => T[][]} */
    const each = (of) =>
      Array.from({ length: bottom - top + 1 }, (_, r) =>
        Array.from({ length: right - left + 1 }, (_unused, c) => of(top + r, left + c)),
      );
    edits.push({
      edit: 'put-cells',
      sheet: sheet.name,
      block: blockName({ top, left, bottom, right }),
      values: each((row, column) => at(row, column).value),
      formulas: each((row, column) => at(row, column).formula),
      formats: areas(top, left, each((row, column) => at(row, column).format ?? GENERAL)),
      looks: areas(top, left, each(look)),
      asFound: true,
    });
  }
  return edits;
}

/**
 * What each cell of a sheet holds.
 *
 * @param {SheetSnapshot} sheet
 */
function cellsOf(sheet) {
  const blocks = sheet.blocks.map((cells) => ({ at: blockOf(cells.block), cells }));
  return (/** @type {number} */ row, /** @type {number} */ column) => {
    const here = { top: row, left: column, bottom: row, right: column };
    const found = blocks.find(({ at }) => covers(at, here));
    if (found === undefined) {
      return { value: null, formula: null, format: null };
    }
    const r = row - found.at.top;
    const c = column - found.at.left;
    return {
      value: found.cells.values[r][c],
      formula: found.cells.formulas?.[r][c] ?? null,
      format: found.cells.formats?.[r][c] ?? null,
    };
  };
}

/** @param {{block: Block, looks: (string | null)[][]}[]} known */
function looksOf(known) {
  return (/** @type {number} */ row, /** @type {number} */ column) => {
    const here = { top: row, left: column, bottom: row, right: column };
    const found = known.find(({ block }) => covers(block, here));
    return found?.looks[row - found.block.top][column - found.block.left] ?? null;
  };
}
