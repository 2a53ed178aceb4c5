/**
 * Takes workbooks on the add-in's way: read by the shipped scripts through Microsoft's own library
 * over the fake Excel, planned by a real server, written by the shipped scripts.
 *
 *     node journeys.mjs SERVER TOKEN FOLDER [SCRIPTS]
 *
 * FOLDER holds a folder for each workbook with snapshots: `before.json`; `edited.json` where an
 * analyst goes on working on the completed workbook; `filed.json` where one that was completed as a
 * file is opened. A file `settle` says that a setting is to be made in the pane. What is seen on the
 * way goes beside them.
 * SCRIPTS is where the two scripts are, if not where they are shipped from.
 */

import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './fake-excel.js';
import { FakeWorkbook } from './fake-workbook.js';
import { loadOffice } from './load-office.js';
import { blockOf, columnName, referenceOf } from './references.js';

const SHIPPED = fileURLToPath(new URL('../../../main/resources/web/excel', import.meta.url));
const [server, token, folder, scripts = SHIPPED] = process.argv.slice(2);
const { OfficeExtension } = loadOffice();
const script = (name) => import(pathToFileURL(join(scripts, name)).href);
const { readWorkbook, fingerprint } = await script('read-workbook.js');
const { applyPlan, undoLast, canUndo } = await script('apply-plan.js');
const { split } = await script('ledger.js');

/** @param {string} route @param {object} snapshot or what else is asked */
async function ask(route, snapshot) {
  const asked = () =>
    fetch(`${server}/api/v1/${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Quarterday-Token': token },
      body: JSON.stringify(snapshot),
    });
  // A connection that was not used for a while is closed by the server, perhaps just now.
  const reply = await asked().catch(asked);
  if (!reply.ok) {
    throw new Error(`${route}: ${reply.status} ${await reply.text()}`);
  }
  return (await reply.json()).plan;
}

/** What Excel would calculate: what the plan, or else the file, says that formulas come to. */
function values(...sources) {
  const known = new Map();
  for (const { sheet, block, values: rows } of sources.flat()) {
    const { top, left } = blockOf(block);
    rows.forEach((row, r) =>
      row.forEach((value, c) => known.set(`${sheet}!${columnName(left + c)}${top + r + 1}`, value)),
    );
  }
  return (sheet, cell) => known.get(`${sheet}!${cell}`) ?? '';
}

const cellsOf = (snapshot) =>
  snapshot.sheets.flatMap(({ name, blocks }) => blocks.map((cells) => ({ ...cells, sheet: name })));

const put = (plan) => plan.edits.filter(({ edit }) => edit === 'put-cells');

/** A workbook open in Excel. */
class Open {
  constructor(snapshot) {
    this.book = FakeWorkbook.fromSnapshot(snapshot);
    this.excel = install(OfficeExtension, this.book);
    this.calculates(cellsOf(snapshot));
  }

  calculates(...sources) {
    this.book.calculate = values(...sources);
  }

  /** What the workbook holds, but for what the add-in keeps to take its last write back. */
  seen() {
    const snapshot = this.book.toSnapshot();
    for (const { charts } of snapshot.sheets) {
      charts.flatMap(({ series }) => series).forEach((one) => (one.figures = this.#figures(one.values)));
    }
    return { ...snapshot, ledger: split(snapshot.ledger).ledger };
  }

  /** The figures of a series, as Excel saves them with a chart. */
  #figures(values) {
    const { sheet, block } = referenceOf(values);
    const { rows } = this.book.sheet(sheet);
    const cells = Array.from({ length: block.bottom - block.top + 1 }, (_, i) => [
      i,
      rows.get(block.top + i)?.get(block.left)?.value,
    ]);
    return Object.fromEntries(cells.filter(([, value]) => typeof value === 'number'));
  }

  async plan(route = 'plan') {
    const snapshot = await readWorkbook();
    return { snapshot, plan: await ask(route, snapshot) };
  }

  async apply({ snapshot, plan }) {
    const before = this.seen();
    this.calculates(cellsOf(before), put(plan));
    await applyPlan(plan, { fingerprint: fingerprint(snapshot) });
    return before;
  }

  async undo(before) {
    this.calculates(cellsOf(before));
    await undoLast();
  }
}

/** Where two pictures differ, and how; not more than a reader can take in. */
function differences(was, is, at = '') {
  if (JSON.stringify(was) === JSON.stringify(is)) {
    return [];
  }
  if (!(was instanceof Object) || !(is instanceof Object)) {
    return [`${at}: ${JSON.stringify(was)}, now ${JSON.stringify(is)}`];
  }
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => differences(was[name], is[name], `${at}/${name}`)).slice(0, 20);
}

async function travel(name) {
  const place = (file) => join(folder, name, file);
  const json = (file) => JSON.parse(readFileSync(place(file), 'utf8'));
  const write = (file, content) => writeFileSync(place(file), JSON.stringify(content));
  const came = new Open(json('before.json'));
  const shown = came.book.picture();
  const trips = came.excel.log.length;
  const first = await came.plan();
  write('read.json', first.snapshot);
  const before = await came.apply(first);
  const report = { roundTrips: came.excel.log.length - trips };
  write('plan.json', first.plan);
  write('completed.json', came.seen());
  write('picture.json', came.book.picture());
  report.planned = first.plan.edits.length;
  report.plannedAgain = (await came.plan()).plan.edits.map(({ edit }) => edit);
  report.canUndo = await canUndo();

  await came.undo(before);
  write('undone.json', came.seen());
  report.shownAfterUndo = differences(shown, came.book.picture());
  report.canUndoTwice = await canUndo();

  await came.apply(first);
  write('completed-again.json', came.seen());
  const completed = came.book.picture();

  const removal = await came.plan('plan/remove');
  const whole = await came.apply(removal);
  write('removed.json', came.seen());
  report.shownAfterRemoval = differences(shown, came.book.picture());
  await came.undo(whole);
  write('removal-undone.json', came.seen());
  report.shownAfterRemovalUndone = differences(completed, came.book.picture());

  if (existsSync(place('settle'))) {
    await settle(json('before.json'), write, report);
  }

  if (existsSync(place('filed.json'))) {
    const { plan } = await new Open(json('filed.json')).plan();
    report.plannedOfFile = plan.edits.map(({ edit }) => edit);
  }

  if (existsSync(place('edited.json'))) {
    const edited = new Open(json('edited.json'));
    const then = await edited.plan();
    write('edited-read.json', then.snapshot);
    const unfinished = await edited.apply(then);
    write('then.json', edited.seen());
    report.plannedThen = (await edited.plan()).plan.edits.map(({ edit }) => edit);
    // Not all that an analyst does calls for a change.
    if (then.plan.edits.length > 0) {
      await edited.undo(unfinished);
    }
    write('then-undone.json', edited.seen());
  }
  write('report.json', report);
}

/** What is set in the pane reaches the workbook, is found there, and can be taken back. */
async function settle(before, write, report) {
  const open = new Open(before);
  const shown = open.book.picture();
  const workbook = await readWorkbook();
  const asking = (read) => ({ workbook: read, settings: { 'Window months': '36' } });
  const plan = await ask('plan/settings', asking(workbook));
  const was = await open.apply({ snapshot: workbook, plan });
  write('settled.json', open.seen());
  report.settledAgain = (await ask('plan/settings', asking(await readWorkbook()))).edits.length;
  await open.undo(was);
  write('settled-undone.json', open.seen());
  report.shownAfterSettling = differences(shown, open.book.picture());
}

for (const name of readdirSync(folder).sort()) {
  try {
    await travel(name);
  } catch (error) {
    error.message = `${name}: ${error.message} ${error.details ?? ''}`;
    throw error;
  }
}
