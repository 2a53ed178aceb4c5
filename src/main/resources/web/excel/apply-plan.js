/** Carries out plans in the open workbook, and takes the last one back. */

import {
  asReference,
  bands,
  blockName,
  blockOf,
  columnName,
  covers,
  reference,
  rowsOf,
  sizeOf,
} from './address.js';
import { drawing } from './drawing.js';
import { ASKED, dress, isKept, ownLook } from './dress.js';
import { NO_MEMORY, inverse, remembered } from './inverse.js';
import { joined, split, NAMESPACE } from './ledger.js';
import { Locked, Stale, Obstacle, cancelled, changedSince, goneUndo, halfWritten, movedSince } from './obstacle.js';
import { addresses, inExcel, noteWrite, readCells, survey } from './read-workbook.js';
import { runs } from './rectangles.js';
import { USUAL_HEIGHT, USUAL_WIDTH, toPoints } from './sizes.js';
import { GENERAL, digestOf, fingerprint as fingerprintOf } from './snapshot.js';
import { typed } from './typing.js';

/** @typedef {import('./address.js').Block} Block */
/** @typedef {import('./inverse.js').Memory} Memory */
/** @typedef {import('./inverse.js').Seen} Seen */
/** @typedef {import('./plan.js').Edit} Edit */
/** @typedef {import('./plan.js').Plan} Plan */
/** @typedef {import('./plan.js').Progress} Progress */
/** @typedef {import('./read-workbook.js').Found} Found */
/** @typedef {import('./read-workbook.js').FoundSheet} FoundSheet */
/** @typedef {import('./read-workbook.js').Session} Session */

/** How much a request may write. */
const CELLS_AT_ONCE = 20_000;
const BYTES_AT_ONCE = 3_500_000;
/** How large an edit of another kind is in a request, and how large a chart. */
const EDIT_BYTES = 2_000;
const CHART_BYTES = 60_000;
/** The looks of a cell take as much of a reply as the contents of so many. */
const LOOK_IN_CELLS = 20;
/** What undoes a write is kept in the workbook up to this size, and else in this pane. */
const MOST_KEPT = 3_000_000;
/** No cell of this address is ever touched. */
const UNTOUCHED = 'XFD1048576';

/**
 * @typedef {object} Undo what takes the last write back
 * @property {Plan} plan
 * @property {[sheet: string, block: string, digest: string][]} wrote the cells that were written,
 *   and what they held then
 * @property {import('./plan.js').NamedBlock[]} names where names stood after the write
 * @property {Memory} memory of the sheets before the write
 *
 * @typedef {object} Kept what is kept in the workbook beside the ledger
 * @property {Undo | null} undo
 * @property {Memory} memory of the sheets as they are
 */

/**
 * What cannot be kept in the workbook, since nothing may stay there or it is too large: it is there
 * while the pane is open.
 *
 * @type {Kept | null}
 */
let inMemory = null;

/**
 * How much a plan changes.
 *
 * @param {Plan} plan
 * @returns {{cells: number, sheets: string[], charts: number, added: string[]}}
 */
export function what(plan) {
  let cells = 0;
  let charts = 0;
  /** @type {Set<string>} */
  const sheets = new Set();
  /** @type {string[]} */
  const added = [];
  for (const edit of plan.edits) {
    if ('sheet' in edit) {
      sheets.add(edit.sheet);
    }
    if (edit.edit === 'put-cells' || edit.edit === 'clear-cells') {
      cells += sizeOf(blockOf(edit.block));
    } else if (edit.edit === 'put-chart') {
      charts++;
    } else if (edit.edit === 'add-sheet') {
      added.push(edit.sheet);
    }
  }
  return { cells, sheets: [...sheets], charts, added };
}

/**
 * Carries out a plan, all of it or nothing, and keeps what takes it back.
 *
 * @param {Plan} plan
 * @param {{fingerprint: string, tell?: (progress: Progress) => void, signal?: AbortSignal}} options
 *   the fingerprint of the snapshot that the plan was made from
 * @returns {Promise<{cells: number, sheets: number}>}
 * @throws {Obstacle}
 */
export async function applyPlan(plan, { fingerprint, ...options }) {
  if (plan.edits.length === 0) {
    return { cells: 0, sheets: 0 };
  }
  /** @type {Plan | null} */
  let back = null;
  try {
    await inExcel(options, async (session) => {
      const { found, seen } = await look(session, plan, () => true);
      if (fingerprintOf(found.snapshot) !== fingerprint) {
        throw new Stale();
      }
      back = inverse(plan, seen);
      const wrote = await write(session, plan, found);
      await keep(session, found, plan, {
        undo: { plan: back, wrote, names: namesAfter(found, plan, wrote), memory: seen.memory },
        memory: remembered(seen.memory, plan),
      });
    });
  } catch (error) {
    if (back !== null) {
      await putBack(back, error, options);
      if (error instanceof Obstacle && error.code === 'cancelled') {
        throw cancelled(true);
      }
    }
    throw error;
  } finally {
    noteWrite();
  }
  const { cells, sheets } = what(plan);
  return { cells, sheets: sheets.length };
}

/** Whether there is a write to take back. @returns {Promise<boolean>} */
export async function canUndo() {
  if (inMemory?.undo) {
    return true;
  }
  return inExcel({}, async ({ context, sync }) => {
    const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
    parts.load('items/id');
    await sync(true);
    if (parts.items.length === 0) {
      return false;
    }
    const xml = parts.items[0].getXml();
    await sync(true);
    return (parsed(split(xml.value).kept)?.undo ?? null) !== null;
  });
}

/**
 * Takes the last write back.
 *
 * @param {{force?: boolean, tell?: (progress: Progress) => void}} [options] `force` to lose what
 *   was changed since in the cells that were written
 * @returns {Promise<{cells: number, sheets: number}>}
 * @throws {Obstacle}
 */
export async function undoLast({ force = false, ...options } = {}) {
  /** @type {Undo | null} */
  let undo = null;
  await inExcel(options, async (session) => {
    const found = await survey(session);
    undo = (inMemory ?? parsed(found.part?.kept ?? ''))?.undo ?? null;
    if (undo === null) {
      throw goneUndo();
    }
    const { plan, wrote, names, memory } = undo;
    requireUnlocked(plan, found);
    const now = new Map(found.snapshot.names.map((name) => [name.name, name]));
    const moved = names.some(
      ({ name, sheet, block }) => now.get(name)?.sheet !== sheet || now.get(name)?.block !== block,
    );
    if (moved || wrote.some(([sheet]) => !found.sheets.has(sheet))) {
      throw movedSince();
    }
    if (!force) {
      await requireUnchanged(session, found, wrote);
    }
    await carryOut(session, plan);
    await keep(session, await survey(session), plan, { undo: null, memory });
  }).finally(noteWrite);
  const { cells, sheets } = what(/** @type {Undo} */ (/** @type {unknown} */ (undo)).plan);
  return { cells, sheets: sheets.length };
}

/**
 * @param {Session} session
 * @param {Found} found
 * @param {Undo['wrote']} wrote
 */
async function requireUnchanged({ sync }, found, wrote) {
  /** @type {Set<string>} */
  const changed = new Set();
  for (let from = 0; from < wrote.length; ) {
    let cells = 0;
    const some = [];
    for (; from < wrote.length && (some.length === 0 || cells < CELLS_AT_ONCE); from++) {
      const [sheet, block, digest] = wrote[from];
      cells += sizeOf(blockOf(block));
      const range = found.sheets.get(sheet)?.proxy.getRange(block).load('formulas');
      some.push({ sheet, digest, range });
    }
    await sync();
    for (const { sheet, digest, range } of some) {
      if (range === undefined || digestOf(range.formulas) !== digest) {
        changed.add(sheet);
      }
    }
  }
  if (changed.size > 0) {
    throw changedSince([...changed]);
  }
}

/**
 * Carries out what puts the workbook back, as far as it was changed.
 *
 * @param {Session} session
 * @param {Plan} plan
 */
async function carryOut(session, plan) {
  const { found } = await look(session, plan, () => false);
  await write(session, plan, found);
}

/**
 * Puts back what was written before something failed.
 *
 * @param {Plan} back
 * @param {unknown} failure
 * @param {{tell?: (progress: Progress) => void}} options
 */
async function putBack(back, failure, { tell = () => {} }) {
  /** @param {Progress} progress */
  const told = (progress) => {
    if (progress.stage === 'writing') {
      tell({ stage: 'putting-back', done: progress.done, of: progress.of });
    }
  };
  try {
    await inExcel({ tell: told }, (session) => carryOut(session, back));
  } catch (error) {
    throw halfWritten([failure, error]);
  }
}

/** @param {string} kept @returns {Kept | null} */
function parsed(kept) {
  try {
    return kept === '' ? null : JSON.parse(kept);
  } catch {
    // Somebody else wrote there: as good as nothing.
    return null;
  }
}

/**
 * Keeps what takes a write back: in the workbook if there is a ledger to keep it in, else here.
 *
 * @param {Session} session
 * @param {Found} found the workbook before the write
 * @param {Plan} plan
 * @param {Kept} kept
 */
async function keep({ context, sync }, found, plan, kept) {
  const ledger = plan.edits.reduce(
    (before, edit) => (edit.edit === 'put-ledger' ? edit.xml : before),
    found.snapshot.ledger,
  );
  const text = JSON.stringify(kept);
  const fits = ledger !== '' && text.length <= MOST_KEPT;
  inMemory = fits ? null : kept;
  const xml = fits ? joined(ledger, text) : ledger;
  const parts = context.workbook.customXmlParts;
  if (found.part !== null) {
    const part = parts.getItem(found.part.id);
    if (xml === '') {
      part.delete();
    } else {
      part.setXml(xml);
    }
  } else if (xml !== '') {
    parts.add(xml);
  }
  await sync();
}

/**
 * @param {Found} found
 * @param {Plan} plan
 * @param {Undo['wrote']} wrote
 */
function namesAfter(found, plan, wrote) {
  const names = new Map(found.snapshot.names.map((name) => [name.name.toLowerCase(), name]));
  for (const edit of plan.edits) {
    if (edit.edit === 'name-block') {
      const { name, sheet, block } = edit;
      names.set(name.toLowerCase(), { name, sheet, block });
    } else if (edit.edit === 'drop-name') {
      names.delete(edit.name.toLowerCase());
    }
  }
  const sheets = new Set(wrote.map(([sheet]) => sheet));
  return [...names.values()].filter(({ sheet }) => sheets.has(sheet));
}

/**
 * @param {Plan} plan
 * @param {Found} found
 */
function requireUnlocked(plan, found) {
  const sheets = [...new Set(plan.edits.flatMap((edit) => ('sheet' in edit ? [edit.sheet] : [])))];
  const locked = sheets.filter((sheet) => found.sheets.get(sheet)?.snapshot.locked);
  if (locked.length > 0) {
    throw new Locked(locked);
  }
  const moves = plan.edits.some(({ edit }) => edit === 'add-sheet' || edit === 'drop-sheet');
  if (moves && found.snapshot.structureLocked) {
    throw new Locked([]);
  }
}

// Looking before writing

/**
 * Reads what a plan is going to change.
 *
 * @param {Session} session
 * @param {Plan} plan
 * @param {() => boolean} isKept whether it is to be put back one day, so that cells are read too
 * @returns {Promise<{found: Found, seen: Seen}>}
 */
async function look(session, plan, isKept) {
  const touched = new Set(plan.edits.flatMap((edit) => ('sheet' in edit ? [edit.sheet] : [])));
  const found = await survey(session, touched);
  requireUnlocked(plan, found);
  /** @type {Seen} */
  const seen = {
    snapshot: found.snapshot,
    memory: (inMemory ?? parsed(found.part?.kept ?? ''))?.memory ?? NO_MEMORY,
    looks: new Map(),
    named: {},
    rules: new Map(),
    pages: new Map(),
  };
  const besides = rulesAsked(found, seen, touched);
  if (isKept()) {
    await readCells(session, found, [...besides, ...looksAsked(found, seen, plan)]);
  } else if (besides.length > 0) {
    const asked = besides.map((piece) => piece.ask());
    await session.sync();
    besides.forEach((piece, i) => piece.take(asked[i]));
  }
  return { found, seen };
}

/**
 * @param {Found} found
 * @param {Seen} seen
 * @param {Set<string>} touched
 * @returns {import('./read-workbook.js').Piece<any>[]}
 */
function rulesAsked(found, seen, touched) {
  return [...touched].flatMap((name) => {
    const sheet = found.sheets.get(name);
    const rules = (sheet?.rules?.items ?? []).filter(({ type }) => type === 'Custom');
    if (sheet === undefined || rules.length === 0) {
      return [];
    }
    return [
      {
        cells: 10 * rules.length,
        sheet: name,
        ask: () =>
          rules.map((rule) => ({
            id: rule.id,
            areas: rule.getRanges().load('address'),
            rule: rule.custom.rule.load('formula'),
            font: rule.custom.format.font.load('color,bold,italic'),
            fill: rule.custom.format.fill.load('color'),
          })),
        take: (/** @type {any[]} */ asked) => {
          sheet.ruled = asked.map(({ id, areas }) => ({
            id,
            areas: addresses(areas.address).map(blockOf),
          }));
          seen.rules.set(
            name,
            asked.map(({ rule, font, fill }, i) => ({
              areas: sheet.ruled[i].areas,
              formula: String(rule.formula).replace(/^=/, ''),
              look: ruleLook(seen, font, fill),
            })),
          );
        },
      },
    ];
  });
}

/**
 * @param {Seen} seen
 * @param {Excel.ConditionalRangeFont} font
 * @param {Excel.ConditionalRangeFill} fill
 * @returns {string} the look's name
 */
function ruleLook(seen, font, fill) {
  /** @type {import('./plan.js').Look} */
  const rule = {
    ink: (font.color ?? '').replace('#', ''),
    fill: (fill.color ?? '').replace('#', ''),
    weight: font.bold ? 'bold' : font.italic ? 'italic' : 'normal',
    align: 'keep',
    wraps: false,
  };
  return nameOf(seen, rule);
}

/**
 * @param {Seen} seen
 * @param {import('./plan.js').Look | import('./plan.js').FoundLook} found
 */
function nameOf(seen, found) {
  const name = `as found: ${JSON.stringify(found)}`;
  seen.named[name] = found;
  return name;
}

/**
 * @param {Found} found
 * @param {Seen} seen
 * @param {Plan} plan
 * @returns {import('./read-workbook.js').Piece<any>[]}
 */
function looksAsked(found, seen, plan) {
  /** @type {import('./read-workbook.js').Piece<any>[]} */
  const pieces = [];
  /** @type {any} */
  let plain = null;
  /** @type {Set<string>} */
  const whole = new Set();
  /** @param {FoundSheet} sheet @param {Block} block */
  const ask = (sheet, block) => {
    const { name } = sheet.snapshot;
    for (const band of bands(block, CELLS_AT_ONCE / LOOK_IN_CELLS)) {
      pieces.push({
        cells: LOOK_IN_CELLS * sizeOf(band),
        sheet: name,
        ask: () => ({
          cells: sheet.proxy.getRange(blockName(band)).getCellProperties(ASKED),
          plain: sheet.proxy.getRange(UNTOUCHED).getCellProperties(ASKED),
        }),
        take: (/** @type {any} */ asked) => {
          plain ??= asked.plain.value[0][0].format;
          const looks = asked.cells.value.map((/** @type {any[]} */ row) =>
            row.map(({ format }) => {
              const own = ownLook(format, plain);
              return own === undefined ? null : nameOf(seen, { found: own });
            }),
          );
          seen.looks.set(name, [...(seen.looks.get(name) ?? []), { block: band, looks }]);
        },
      });
    }
  };
  for (const edit of plan.edits) {
    const sheet = 'sheet' in edit ? found.sheets.get(edit.sheet) : undefined;
    if (sheet === undefined || whole.has(sheet.snapshot.name)) {
      continue;
    }
    switch (edit.edit) {
      case 'drop-sheet':
      case 'clear-sheet':
        whole.add(sheet.snapshot.name);
        if (seen.memory.sheets[edit.sheet] === undefined) {
          pieces.push(pageAsked(sheet, seen));
          if (sheet.content !== null) {
            ask(sheet, sheet.content);
          }
        }
        break;
      case 'put-cells':
      case 'clear-cells':
        ask(sheet, blockOf(edit.block));
        break;
      default:
      // Everything else is read with the sheet.
    }
  }
  return pieces;
}

/**
 * @param {FoundSheet} sheet
 * @param {Seen} seen
 * @returns {import('./read-workbook.js').Piece<any>}
 */
function pageAsked({ proxy, snapshot }, seen) {
  return {
    cells: 1,
    sheet: snapshot.name,
    ask: () => ({
      page: proxy.pageLayout.load('orientation'),
      frozen: proxy.freezePanes.getLocationOrNullObject().load('address'),
    }),
    take: ({ page, frozen }) => {
      const block = frozen.isNullObject ? null : asReference(frozen.address)?.block;
      const isWhole = (/** @type {number} */ last, /** @type {number} */ most) => last >= most;
      seen.pages.set(snapshot.name, {
        landscape: page.orientation === 'Landscape',
        headerRow: block && !isWhole(block.bottom, 1_048_575) ? block.bottom : -1,
        headerColumns: block && !isWhole(block.right, 16_383) ? block.right + 1 : 0,
      });
    },
  };
}

// Writing

/**
 * @typedef {object} Step something done in one request
 * @property {Edit['edit']} what
 * @property {string} sheet
 * @property {number} cells
 * @property {number} bytes
 * @property {(context: Excel.RequestContext) => void} act
 * @property {Block} [wrote] the cells whose contents are read again afterwards
 * @property {boolean} [prints] whether it shows on paper alone
 */

/**
 * Writes a plan, as much in a request as one may hold.
 *
 * @param {Session} session
 * @param {Plan} plan
 * @param {Found} found
 * @returns {Promise<Undo['wrote']>}
 */
async function write(session, plan, found) {
  const { context, sync, tell } = session;
  const steps = new Steps(plan, found).all();
  const all = steps.filter(({ prints }) => !prints);
  const sheets = [...new Set(all.map(({ sheet }) => sheet))];
  /** @type {Undo['wrote']} */
  const wrote = [];
  for (let from = 0; from < all.length; ) {
    let to = from;
    let cells = 0;
    let bytes = 0;
    do {
      cells += all[to].cells;
      bytes += all[to].bytes;
      to++;
    } while (
      to < all.length &&
      cells + all[to].cells <= CELLS_AT_ONCE &&
      bytes + all[to].bytes <= BYTES_AT_ONCE
    );
    const { what: kind, sheet } = all[from];
    tell({ stage: 'writing', what: kind, sheet, done: sheets.indexOf(sheet) + 1, of: sheets.length });
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    const some = all.slice(from, to);
    some.forEach((step) => step.act(context));
    noteWrite();
    const written = some.flatMap((step) =>
      step.wrote === undefined
        ? []
        : [
            {
              sheet: step.sheet,
              block: blockName(step.wrote),
              range: context.workbook.worksheets
                .getItem(step.sheet)
                .getRange(blockName(step.wrote))
                .load('formulas'),
            },
          ],
    );
    await sync();
    for (const { sheet: name, block, range } of written) {
      wrote.push([name, block, digestOf(range.formulas)]);
    }
    from = to;
  }
  await print(
    session,
    steps.filter(({ prints }) => prints),
  );
  return wrote;
}

/**
 * Sets up pages, where Excel can: without a printer it refuses, and the sheets are as good on the
 * screen.
 *
 * @param {Session} session
 * @param {Step[]} steps
 */
async function print({ context, sync }, steps) {
  if (steps.length === 0) {
    return;
  }
  steps.forEach((step) => step.act(context));
  try {
    await sync();
  } catch (error) {
    if (error instanceof Obstacle) {
      throw error;
    }
  }
}

/** The steps of a plan, in order: it knows what the workbook has become before each of them. */
class Steps {
  /** @type {Step[]} */
  #steps = [];
  /** @type {Map<string, string>} the names there are, as they are spelled */
  #names;
  /** @type {Set<string>} the tables there are, in small letters */
  #tables;
  /** @type {Set<string>} sheets that are empty before they are written */
  #empty = new Set();
  /** @type {Map<string, Map<number, number>>} widths set, in points, by sheet */
  #widths = new Map();
  /** @type {Map<string, Map<number, number>>} heights set, in points, by sheet */
  #heights = new Map();
  /** @type {Map<string, import('./plan.js').Area[]>} looks put, by sheet */
  #looks = new Map();

  /**
   * @param {Plan} plan
   * @param {Found} found
   */
  constructor(plan, found) {
    this.plan = plan;
    this.found = found;
    this.#names = new Map(found.names.map(({ name }) => [name.toLowerCase(), name]));
    this.#tables = new Set(
      found.snapshot.sheets.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase())),
    );
  }

  /** @returns {Step[]} */
  all() {
    // A formula can only name a sheet that is there.
    const added = this.plan.edits.filter(({ edit }) => edit === 'add-sheet');
    const others = this.plan.edits.filter(({ edit }) => edit !== 'add-sheet');
    [...added, ...others].forEach((edit) => this.#take(edit));
    return this.#steps;
  }

  /**
   * @param {Edit} edit
   * @param {(sheet: Excel.Worksheet, context: Excel.RequestContext) => void} act
   * @param {Partial<Step>} [more]
   */
  #add(edit, act, more = {}) {
    const sheet = 'sheet' in edit ? edit.sheet : '';
    this.#steps.push({
      what: edit.edit,
      sheet,
      cells: 0,
      bytes: EDIT_BYTES,
      act: (context) => act(context.workbook.worksheets.getItem(sheet), context),
      ...more,
    });
  }

  /**
   * Something that shows on paper alone.
   *
   * @param {Edit} edit
   * @param {(sheet: Excel.Worksheet) => void} act
   */
  #addForPrint(edit, act) {
    this.#add(edit, act, { prints: true });
  }

  /** @param {Edit} edit */
  #take(edit) {
    switch (edit.edit) {
      case 'add-sheet':
        return this.found.sheets.has(edit.sheet)
          ? this.#clearSheet({ edit: 'clear-sheet', sheet: edit.sheet })
          : this.#addSheet(edit);
      case 'drop-sheet':
        return this.#dropSheet(edit);
      case 'clear-sheet':
        return this.#clearSheet(edit);
      case 'put-cells':
        return this.#putCells(edit);
      case 'clear-cells':
        return this.#clearCells(edit);
      case 'name-block':
        return this.#nameBlock(edit);
      case 'drop-name':
        return this.#dropName(edit);
      case 'mark-table':
        return this.#markTable(edit);
      case 'put-rules':
        return this.#putRules(edit);
      case 'drop-rules':
        return this.#dropRules(edit);
      case 'set-widths':
        return this.#setWidths(edit);
      case 'set-height':
        return this.#setHeight(edit);
      case 'put-links':
        return this.#putLinks(edit);
      case 'put-chart':
        return this.#putChart(edit);
      case 'break-pages':
        return this.#breakPages(edit);
      default:
        // The ledger is written last, with what takes the write back.
        return undefined;
    }
  }

  /** @param {import('./plan.js').AddSheet} edit */
  #addSheet(edit) {
    const { sheet: name, landscape, headerRow, headerColumns } = edit;
    this.#empty.add(name);
    this.#add(edit, () => {}, {
      act: ({ workbook }) => {
        const sheet = workbook.worksheets.add(name);
        const { freezePanes } = sheet;
        if (headerRow >= 0 && headerColumns > 0) {
          freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, headerRow + 1, headerColumns));
        } else if (headerRow >= 0) {
          freezePanes.freezeRows(headerRow + 1);
        } else if (headerColumns > 0) {
          freezePanes.freezeColumns(headerColumns);
        }
      },
    });
    this.#addForPrint(edit, ({ pageLayout }) => {
      pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintMargins('Inches', {
        left: 0.5,
        right: 0.5,
        top: 0.6,
        bottom: 0.6,
        header: 0.3,
        footer: 0.3,
      });
      if (headerRow >= 0) {
        pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
      }
    });
  }

  /** @param {import('./plan.js').DropSheet} edit */
  #dropSheet(edit) {
    if (this.found.sheets.has(edit.sheet) || this.#empty.has(edit.sheet)) {
      this.#add(edit, (sheet) => sheet.delete());
    }
  }

  /** @param {import('./plan.js').ClearSheet} edit */
  #clearSheet(edit) {
    const found = this.found.sheets.get(edit.sheet);
    this.#empty.add(edit.sheet);
    const tables = found?.snapshot.tables ?? [];
    const charts = edit.keepsCharts ? [] : (found?.charts ?? []);
    tables.forEach(({ name }) => this.#tables.delete(name.toLowerCase()));
    this.#add(edit, (sheet) => {
      tables.forEach(({ name }) => sheet.tables.getItem(name).convertToRange());
      charts.forEach(({ name }) => sheet.charts.getItem(name).delete());
      const all = sheet.getRange();
      all.conditionalFormats.clearAll();
      all.clear('All');
      all.format.useStandardWidth = true;
      all.format.useStandardHeight = true;
    });
    this.#addForPrint(edit, (sheet) => sheet.horizontalPageBreaks.removePageBreaks());
  }

  /** @param {import('./plan.js').PutCells} edit */
  #putCells(edit) {
    const block = blockOf(edit.block);
    const { looks } = this.plan;
    const isKeeping = edit.looks.length > 0 && edit.looks.every(([name]) => isKept(looks[name]));
    const isAsItIs = isKeeping || this.#empty.has(edit.sheet);
    const formats = edit.formats.filter(
      ([format, where]) => format !== GENERAL && !(isKeeping && this.#isFormatted(edit.sheet, where)),
    );
    this.#looks.set(edit.sheet, [...(this.#looks.get(edit.sheet) ?? []), ...edit.looks]);
    this.#add(
      edit,
      (sheet) => {
        if (!isAsItIs) {
          // Back to nothing in particular, without touching rules that colour the cells.
          sheet.getRange(edit.block).style = 'Normal';
        }
        for (const [name, where] of edit.looks) {
          putLook(sheet.getRange(where), looks[name]);
        }
        for (const [format, where] of formats) {
          const range = sheet.getRange(where);
          range.numberFormat = /** @type {any} */ (format);
          if (!isKeeping && !edit.asFound) {
            // As in a file, where a cell that is formatted at all stands in the middle.
            range.format.verticalAlignment = 'Center';
          }
        }
      },
      { bytes: EDIT_BYTES * (1 + edit.formats.length + edit.looks.length) },
    );
    for (const band of bands(block, CELLS_AT_ONCE / 2)) {
      this.#putBand(edit, block, band);
    }
  }

  /**
   * Whether a cell has a number format of its own.
   *
   * @param {string} name
   * @param {string} where
   */
  #isFormatted(name, where) {
    const { top, left } = blockOf(where);
    return (this.found.sheets.get(name)?.snapshot.blocks ?? []).some(({ block, formats }) => {
      const at = blockOf(block);
      const isIn = covers(at, { top, left, bottom: top, right: left });
      return isIn && (formats?.[top - at.top][left - at.left] ?? null) !== null;
    });
  }

  /**
   * @param {import('./plan.js').PutCells} edit
   * @param {Block} block
   * @param {Block} band
   */
  #putBand(edit, block, band) {
    const from = band.top - block.top;
    const rows = edit.values.slice(from, from + rowsOf(band)).map((row, r) =>
      row.map((value, c) => typed(value, edit.formulas?.[from + r][c] ?? null)),
    );
    const bytes = JSON.stringify(rows).length;
    if (bytes > BYTES_AT_ONCE / 2 && rowsOf(band) > 1) {
      for (const half of bands(band, Math.ceil(sizeOf(band) / 2))) {
        this.#putBand(edit, block, half);
      }
      return;
    }
    this.#add(
      edit,
      (sheet) => {
        sheet.getRange(blockName(band)).formulas = rows;
      },
      { cells: sizeOf(band), bytes, wrote: band },
    );
  }

  /** @param {import('./plan.js').ClearCells} edit */
  #clearCells(edit) {
    const block = blockOf(edit.block);
    this.#add(
      edit,
      (sheet) => {
        const range = sheet.getRange(edit.block);
        range.clear('Contents');
        range.clear('RemoveHyperlinks');
        range.style = 'Normal';
      },
      { cells: sizeOf(block), wrote: block },
    );
  }

  /** @param {import('./plan.js').NameBlock} edit */
  #nameBlock(edit) {
    const { name, block } = edit;
    const known = this.#names.get(name.toLowerCase());
    this.#names.set(name.toLowerCase(), known ?? name);
    this.#add(edit, (sheet, { workbook }) => {
      if (known === undefined) {
        workbook.names.add(name, sheet.getRange(block));
      } else {
        workbook.names.getItem(known).formula = `=${reference(edit.sheet, blockOf(block))}`;
      }
    });
  }

  /** @param {import('./plan.js').DropName} edit */
  #dropName(edit) {
    const known = this.#names.get(edit.name.toLowerCase());
    if (known !== undefined) {
      this.#names.delete(edit.name.toLowerCase());
      this.#add(edit, () => {}, { act: ({ workbook }) => workbook.names.getItem(known).delete() });
    }
  }

  /** @param {import('./plan.js').MarkTable} edit */
  #markTable(edit) {
    const block = blockOf(edit.block);
    // A table of a header alone is none to Excel: it has one empty row at least.
    const whole = rowsOf(block) === 1 ? { ...block, bottom: block.bottom + 1 } : block;
    let { name } = edit;
    for (let number = 2; this.#tables.has(name.toLowerCase()); number++) {
      name = edit.name + number;
    }
    this.#tables.add(name.toLowerCase());
    this.#add(edit, (sheet) => {
      const table = sheet.tables.add(blockName(whole), true);
      table.name = name;
      table.style = 'TableStyleLight1';
      table.showBandedRows = true;
      table.showFilterButton = false;
    });
  }

  /** @param {import('./plan.js').PutRules} edit */
  #putRules(edit) {
    const { looks } = this.plan;
    this.#add(edit, (sheet) => {
      const { conditionalFormats } = sheet.getRange(edit.block);
      // Each new one comes before those that are there.
      for (const { formula, look: name } of [...edit.rules].reverse()) {
        const rule = conditionalFormats.add('Custom');
        rule.custom.rule.formula = `=${formula}`;
        putRuleLook(rule.custom.format, looks[name]);
        rule.stopIfTrue = true;
      }
    });
  }

  /** @param {import('./plan.js').DropRules} edit */
  #dropRules(edit) {
    const block = blockOf(edit.block);
    const sheet = this.found.sheets.get(edit.sheet);
    const inside = (sheet?.ruled ?? []).filter(({ areas }) =>
      areas.every((area) => covers(block, area)),
    );
    if (sheet !== undefined && inside.length > 0) {
      sheet.ruled = sheet.ruled.filter((rule) => !inside.includes(rule));
      this.#add(edit, (proxy) => {
        const rules = proxy.getRange().conditionalFormats;
        inside.forEach(({ id }) => rules.getItem(id).delete());
      });
    }
  }

  /** @param {import('./plan.js').SetWidths} edit */
  #setWidths(edit) {
    const digit = this.found.sheets.get(edit.sheet)?.digit;
    const set = this.#widths.get(edit.sheet) ?? new Map();
    this.#widths.set(edit.sheet, set);
    const points = edit.widths.map((width) => (width === null ? -1 : toPoints(width, digit)));
    points.forEach((width, i) => set.set(edit.firstColumn + i, width));
    this.#add(edit, (sheet) => {
      for (const [width, from, to] of runs(points)) {
        const first = edit.firstColumn + from;
        const columns = `${columnName(first)}:${columnName(edit.firstColumn + to)}`;
        const { format } = sheet.getRange(columns);
        if (width < 0) {
          format.useStandardWidth = true;
        } else {
          format.columnWidth = width;
        }
      }
    });
  }

  /** @param {import('./plan.js').SetHeight} edit */
  #setHeight({ ...edit }) {
    const { sheet: name, row, points } = edit;
    const set = this.#heights.get(name) ?? new Map();
    this.#heights.set(name, set);
    set.set(row, points ?? -1);
    this.#add(edit, (sheet) => {
      const { format } = sheet.getRange(`${row + 1}:${row + 1}`);
      if (points === null) {
        format.autofitRows();
      } else {
        format.rowHeight = points;
      }
    });
  }

  /** @param {import('./plan.js').PutLinks} edit */
  #putLinks(edit) {
    const put = this.#looks.get(edit.sheet) ?? [];
    const { looks } = this.plan;
    this.#add(
      edit,
      (sheet) => {
        for (const { cell, target, tip } of edit.links) {
          const range = sheet.getRange(cell);
          range.hyperlink = { documentReference: target, screenTip: tip };
          // Excel gives a link a look of its own.
          const look = put.filter(([, where]) => covers(blockOf(where), blockOf(cell))).pop();
          if (look !== undefined) {
            putLook(range, looks[look[0]]);
          }
        }
      },
      { bytes: EDIT_BYTES * edit.links.length },
    );
  }

  /**
   * Draws a chart. What the library has nothing for is left out: alternative text and round ends
   * of lines.
   *
   * @param {import('./plan.js').PutChart} edit
   */
  #putChart(edit) {
    const place = blockOf(edit.block);
    const box = this.#box(edit.sheet, place);
    const { axis, chart, title, series, periods, unexplained } = drawing(edit, this.plan, box);
    this.#add(
      edit,
      (sheet, { workbook }) => {
        /** @param {{sheet: string, block: string}} cells */
        const range = (cells) => workbook.worksheets.getItem(cells.sheet).getRange(cells.block);
        const [first] = series;
        // Series stand in a column each: one column is one series.
        const drawn = sheet.charts.add('Line', range(first.cells), 'Columns');
        const corners = [blockName({ ...place, bottom: place.top, right: place.left })];
        corners.push(blockName({ ...place, top: place.bottom, left: place.right }));
        drawn.setPosition(corners[0], corners[1]);
        series.forEach((one, i) => {
          const line = i === 0 ? drawn.series.getItemAt(0) : drawn.series.add(one.set.name);
          line.setValues(range(one.cells));
          line.setXAxisValues(range(periods));
          line.set(one.set);
          for (const { point, set } of one.labels) {
            const labelled = line.points.getItemAt(point);
            labelled.hasDataLabel = true;
            labelled.dataLabel.set(set);
          }
        });
        drawn.axes.categoryAxis.categoryType = axis;
        drawn.set(chart);
        drawn.title.setFormula(title);
        for (const i of unexplained) {
          drawn.legend.legendEntries.getItemAt(i).visible = false;
        }
      },
      { bytes: CHART_BYTES },
    );
  }

  /**
   * How large a block is, in points.
   *
   * @param {string} name
   * @param {Block} block
   */
  #box(name, block) {
    const found = this.found.sheets.get(name);
    const isEmpty = this.#empty.has(name);
    /**
     * @param {Map<number, number> | undefined} set
     * @param {number} line
     * @param {number} usual
     */
    const size = (set, line, usual) => {
      const chosen = set?.get(line) ?? -1;
      return chosen < 0 ? usual : chosen;
    };
    const standard = { width: found?.standardWidth ?? USUAL_WIDTH, height: USUAL_HEIGHT };
    let width = 0;
    for (let column = block.left; column <= block.right; column++) {
      const usual = isEmpty || !found ? standard.width : found.width(column);
      width += size(this.#widths.get(name), column, usual);
    }
    let height = 0;
    for (let row = block.top; row <= block.bottom; row++) {
      const usual = isEmpty || !found ? standard.height : found.height(row);
      height += size(this.#heights.get(name), row, usual);
    }
    return { width, height };
  }

  /** @param {import('./plan.js').BreakPages} edit */
  #breakPages(edit) {
    this.#addForPrint(edit, (sheet) => {
      for (const row of edit.rows) {
        sheet.horizontalPageBreaks.add(`A${row + 1}`);
      }
    });
  }
}

/**
 * @param {Excel.Range} range
 * @param {import('./plan.js').Look | import('./plan.js').FoundLook} look
 */
function putLook(range, look) {
  const { format, borders } = dress(look);
  range.format.set(format);
  for (const { side, set } of borders) {
    range.format.borders.getItem(side).set(set);
  }
}

/**
 * @param {Excel.ConditionalRangeFormat} format
 * @param {import('./plan.js').Look | import('./plan.js').FoundLook} look
 */
function putRuleLook(format, look) {
  if ('found' in look) {
    return;
  }
  if (look.ink) {
    format.font.color = `#${look.ink}`;
  }
  if (look.weight === 'bold' || look.weight === 'title') {
    format.font.bold = true;
  } else if (look.weight === 'italic') {
    format.font.italic = true;
  }
  if (look.fill) {
    format.fill.color = `#${look.fill}`;
  }
}
