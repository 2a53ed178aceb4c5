import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { install } from './fake-excel.js';
import { FakeWorkbook } from './fake-workbook.js';
import { loadOffice } from './load-office.js';
import { applyPlan, canUndo, undoLast, what } from '../../../main/resources/web/excel/apply-plan.js';
import { split } from '../../../main/resources/web/excel/ledger.js';
import {
  fingerprint,
  goTo,
  readWorkbook,
  selected,
  watch,
} from '../../../main/resources/web/excel/read-workbook.js';

const { OfficeExtension } = loadOffice();
const LEDGER = '<ledger xmlns="urn:quarterday:ledger:1" version="1"/>'.replace('/>', '></ledger>');

/** @type {FakeWorkbook} */
let book;
/** @type {any} */
let excel;

const MONTHS = [
  ['Measure', 'Apr', 'May'],
  ['Visits', 3, 5],
  ['Letters', 7, 9],
];

function open(more = {}, conditions = {}) {
  book = FakeWorkbook.fromSnapshot({
    sheets: [{ name: 'Data', blocks: [{ block: 'A1:C3', values: MONTHS }], ...more }, { name: 'Notes' }],
  });
  excel = install(OfficeExtension, book, conditions);
}

beforeEach(() => open());

const look = (more = {}) => ({
  ink: null,
  fill: null,
  weight: 'normal',
  align: 'general',
  wraps: false,
  ...more,
});

const plan = (...edits) => ({
  looks: { plain: look(), strong: look({ weight: 'bold', fill: 'FFF4DC' }), rule: look({ ink: 'B3261E', align: 'keep' }) },
  chartLooks: {
    values: { colour: '1F3864', stroke: 'solid', width: 1.75, marker: 'circle', size: 4, fill: '1F3864', edge: '1F3864', explained: false },
    worse: { colour: 'B3261E', stroke: 'none', width: 0, marker: 'diamond', size: 7, fill: 'EBA49E', edge: 'B3261E', explained: true },
  },
  chartInk: '404040',
  chartAxis: 'A6A6A6',
  edits,
});

const put = (block, values, more = {}) => ({
  edit: 'put-cells',
  sheet: 'Data',
  block,
  values,
  formats: [],
  looks: [['strong', block]],
  ...more,
});

const added = (sheet) => ({ edit: 'add-sheet', sheet, landscape: false, headerRow: 0, headerColumns: 1 });
/** What makes a sheet one of ours. */
const own = { edit: 'name-block', name: 'Quarterday.Sheet.New', sheet: 'New', block: 'A1' };
const ledger = { edit: 'put-ledger', xml: LEDGER };

const obstacle = (code) => (error) => {
  assert.equal(error.code, code, error.stack);
  assert.match(error.message, /[.] ?[^.]+[.]$|, (so|then) [^.]+[.]$/, 'a sentence and a remedy');
  return true;
};

const state = () => JSON.stringify([book.toSnapshot(), book.picture()]);

async function apply(changes, options = {}) {
  const made = fingerprint(await readWorkbook());
  return applyPlan(changes, { fingerprint: made, ...options });
}

test('what a plan changes is counted before it is carried out', () => {
  assert.deepEqual(what(plan(put('E1:F2', [[1, 2], [3, 4]]), added('New'), { edit: 'clear-cells', sheet: 'Notes', block: 'A1' })), {
    cells: 5,
    sheets: ['Data', 'New', 'Notes'],
    charts: 0,
    added: ['New'],
  });
});

test('text that Excel would take for something else stays what it is', async () => {
  const texts = [['+59 more', '1.10', '2020-06', 'TRUE', "'tis", '=A1', 'Jun 2020']];
  await apply(plan(put('E2:K2', texts)));
  assert.deepEqual(
    'EFGHIJK'.split('').map((column) => book.value('Data', `${column}2`)),
    texts[0],
  );
});

test('filtered rows are written like any others', async () => {
  book.filter('Data', [2]);
  await apply(plan(put('E1:E3', [['Mean'], [4], [8]])));
  assert.deepEqual([book.value('Data', 'E2'), book.value('Data', 'E3')], [4, 8]);
  assert.deepEqual((await readWorkbook()).sheets[0].hiddenRows, [1]);
});

test('a workbook that has changed since is not written', async () => {
  const made = fingerprint(await readWorkbook());
  book.type('Data', 'B2', '4');
  const before = state();
  await assert.rejects(applyPlan(plan(put('E1', [['x']])), { fingerprint: made }), obstacle('stale'));
  assert.equal(state(), before);
});

test('a change by someone else between the reading and the writing is seen', async () => {
  const made = fingerprint(await readWorkbook());
  // The other's change arrives while the add-in reads again.
  let requests = 0;
  excel.conditions.delay = async () => {
    if (++requests === 2) {
      book.type('Data', 'C3', '10');
    }
  };
  await assert.rejects(applyPlan(plan(put('E1', [['x']])), { fingerprint: made }), obstacle('stale'));
  assert.equal(book.value('Data', 'E1'), null);
});

test('protected sheets are named before anything is written', async () => {
  book.protect('Data');
  book.protect('Notes');
  const before = state();
  await assert.rejects(
    apply(plan(added('New'), put('E1', [['x']]), { ...put('A1', [['y']]), sheet: 'Notes' })),
    (error) => {
      assert.deepEqual(error.sheets, ['Data', 'Notes']);
      assert.match(error.message, /“Data” and “Notes”/);
      return obstacle('locked')(error);
    },
  );
  assert.equal(state(), before);
});

test('a protected sheet that a plan leaves alone does not matter', async () => {
  book.protect('Notes');
  await apply(plan(put('E1', [['x']])));
  assert.equal(book.value('Data', 'E1'), 'x');
});

test('no sheet is added to a workbook whose structure is protected', async () => {
  book.structureLocked = true;
  await assert.rejects(apply(plan(added('New'))), obstacle('locked'));
});

test('what Excel refuses half-way is put back', async () => {
  const before = state();
  const changes = plan(added('New'), put('E1:F1', [['x', 'y']]), {
    edit: 'set-widths',
    sheet: 'Data',
    firstColumn: 4,
    widths: [20],
  });
  excel.conditions.failOn = ({ Name }) => Name === 'ColumnWidth';
  await assert.rejects(apply(changes), obstacle('refused'));
  assert.equal(state(), before);
});

test('an Excel without a printer completes all the same', async () => {
  excel.conditions.failOn = ({ Name }) => Name === 'PaperSize';
  await apply(plan(added('New'), put('E1', [['x']]), { ...put('A1', [['y']]), sheet: 'New' }));
  assert.equal(book.value('Data', 'E1'), 'x');
  assert.equal(book.value('New', 'A1'), 'y');
});

test('cancelling puts back what was written', async () => {
  const before = state();
  const given = new AbortController();
  const rows = Array.from({ length: 11_000 }, (_, i) => [i, i / 2]);
  const told = [];
  await assert.rejects(
    apply(plan(put('E1:F11000', rows)), {
      signal: given.signal,
      tell: (progress) => {
        told.push(progress);
        if (told.filter(({ stage }) => stage === 'writing').length === 2) {
          given.abort();
        }
      },
    }),
    (error) => {
      assert.match(error.message, /put back/);
      return obstacle('cancelled')(error);
    },
  );
  assert.equal(state(), before);
  assert.ok(told.some(({ stage }) => stage === 'putting-back'));
});

test('cancelling before anything is written says so', async () => {
  const given = new AbortController();
  given.abort();
  await assert.rejects(
    applyPlan(plan(put('E1', [['x']])), { fingerprint: '', signal: given.signal }),
    (error) => {
      assert.match(error.message, /Nothing was written/);
      return obstacle('cancelled')(error);
    },
  );
});

test('large blocks go in several requests, each under the cap', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => [`Row ${i} ${'x'.repeat(1_000)}`, i]);
  await apply(plan(put('E1:F5000', rows)));
  assert.equal(book.value('Data', 'F5000'), 4_999);
  assert.ok(excel.log.reduce((all, { bytes }) => all + bytes, 0) > 5_000_000);
  assert.ok(excel.log.every(({ bytes, reply }) => bytes < 5_000_000 && reply < 5_000_000));
  const read = await readWorkbook();
  assert.equal(read.sheets[0].blocks.at(-1).values.at(-1).at(-1), 4_999);
});

test('more at once than Excel hands over is asked for again in smaller parts', async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => [`${'x'.repeat(300)} ${i}`]);
  await apply(plan(put('E1:E2000', rows)));
  excel.conditions.maxBytes = 200_000;
  const read = await readWorkbook();
  assert.equal(read.sheets[0].blocks.flatMap(({ values }) => values).length, 2_000);
});

test('a cell that is being edited is waited for, and the analyst is told', async () => {
  excel.cellEdit = true;
  let said = () => {};
  const told = new Promise((resolve) => (said = resolve));
  const reading = readWorkbook({ tell: (progress) => progress.stage === 'editing' && said(progress) });
  assert.match((await told).message, /^Finish editing the cell \(Enter\)/);
  excel.cellEdit = false;
  assert.equal((await reading).sheets.length, 2);
});

test('only Check makes Excel forget what could be undone', async () => {
  open({ merged: ['A2:A3'] });
  const checked = await readWorkbook({ forCheck: true });
  assert.deepEqual(checked.sheets[0].merged, ['A2:A3']);
  const forgotten = book.undoForgotten;
  assert.deepEqual((await readWorkbook()).sheets[0].merged, ['A2:A3']);
  assert.equal(book.undoForgotten, forgotten);

  book.insertColumns('Data', 'B');
  assert.deepEqual((await readWorkbook({ onlyValues: true })).sheets[0].merged, ['A2:A3']);
  assert.equal(book.undoForgotten, forgotten);
  await readWorkbook();
  assert.ok(book.undoForgotten > forgotten);
});

test('undo gives back contents, looks, rules, widths, heights, names and sheets', async () => {
  book.paint('Data', 'E2', { fill: '#FFFF00', bold: true, edgeBottom: 'Dash|Medium|#FF0000' });
  book.type('Data', 'E3', '=B3+C3');
  const before = state();
  await apply(
    plan(
      added('New'),
      { ...put('A1:B2', [['Measure', 'Mean'], ['Visits', 4]]), sheet: 'New' },
      { edit: 'mark-table', sheet: 'New', block: 'A1:B2', name: 'Means' },
      put('E1:E3', [['Mean'], [4], [8]], { formulas: [[null], ['AVERAGE(B2:C2)'], [null]], formats: [['0.0', 'E2:E3']] }),
      { edit: 'put-rules', sheet: 'Data', block: 'E2:E3', rules: [{ formula: '$E2>5', look: 'rule' }] },
      { edit: 'set-widths', sheet: 'Data', firstColumn: 4, widths: [20] },
      { edit: 'set-height', sheet: 'Data', row: 0, points: 45 },
      { edit: 'name-block', name: 'Results', sheet: 'Data', block: 'E1:E3' },
      ledger,
    ),
  );
  assert.equal(book.formula('Data', 'E2'), 'AVERAGE(B2:C2)');
  assert.equal(book.toSnapshot().sheets[2].tables[0].name, 'Means');
  assert.ok(await canUndo());

  await undoLast();

  assert.equal(state(), before);
  assert.equal(await canUndo(), false);
  await assert.rejects(undoLast(), obstacle('gone-undo'));
});

test('what undoes a write is kept in the workbook beside the ledger', async () => {
  await apply(plan(put('E1', [['x']]), ledger));
  const { ledger: whole } = book.toSnapshot();
  assert.equal(split(whole).ledger, LEDGER);
  assert.equal((await readWorkbook()).ledger, LEDGER);

  // Another pane, on another day: nothing of it is in memory here.
  const saved = FakeWorkbook.fromSnapshot(book.toSnapshot());
  excel = install(OfficeExtension, saved);
  assert.ok(await canUndo());
  await undoLast();
  assert.equal(saved.value('Data', 'E1'), null);
});

test('undo is refused when what was written has changed since, unless told to go on', async () => {
  await apply(plan(put('E1:E2', [['x'], ['y']])));
  book.type('Data', 'E2', 'mine');
  await assert.rejects(undoLast(), (error) => {
    assert.deepEqual(error.sheets, ['Data']);
    return obstacle('changed')(error);
  });
  assert.equal(book.value('Data', 'E2'), 'mine');
  await undoLast({ force: true });
  assert.equal(book.value('Data', 'E1'), null);
});

test('undo never writes where cells have moved', async () => {
  await apply(
    plan(put('E1:E2', [['x'], ['y']]), { edit: 'name-block', name: 'Results', sheet: 'Data', block: 'E1:E2' }, ledger),
  );
  book.insertColumns('Data', 'B');
  await assert.rejects(undoLast({ force: true }), obstacle('gone-undo'));
  assert.equal(book.value('Data', 'F1'), 'x');
});

const chart = (name) => ({
  edit: 'put-chart',
  sheet: 'New',
  name,
  block: 'A3',
  title: 'New!$A$1',
  description: 'A line',
  periods: { cells: 'Data!$A$2:$A$3', dates: false, format: 'General', every: 1 },
  scale: { unit: 'Visits', format: '0', least: 0, most: null, step: null },
  frame: { left: 0.1, top: 0.2, width: 0.5, height: 0.6 },
  series: [
    { name: 'Visits', look: 'values', cells: 'Data!$B$2:$B$3', format: '0', labels: [{ point: 1, text: 'both', at: 'right' }] },
    { name: 'Worse', look: 'worse', cells: 'Data!$C$2:$C$3', format: '0', labels: [] },
  ],
});

test('charts that were drawn by the add-in are drawn again by undo', async () => {
  await apply(plan(added('New'), { ...put('A1', [['One']]), sheet: 'New' }, chart('Quarterday chart 1'), own, ledger));
  const before = state();
  await apply(plan({ edit: 'clear-sheet', sheet: 'New' }, { ...put('A1', [['Two']]), sheet: 'New' }, ledger));
  assert.deepEqual(book.sheet('New').charts, []);
  await undoLast();
  assert.equal(state().replaceAll(/<undo.*?\/undo>/g, ''), before.replaceAll(/<undo.*?\/undo>/g, ''));
});

test("an analyst's own chart on a sheet of ours is left where it is", async () => {
  await apply(plan(added('New'), chart('Quarterday chart 1'), own, ledger));
  book.sheet('New').charts[0].name = 'My chart';
  await apply(plan({ edit: 'clear-sheet', sheet: 'New' }, ledger));
  assert.deepEqual(book.sheet('New').charts.map(({ name }) => name), ['My chart']);
});

test('a chart has its series, title, axis and legend', async () => {
  await apply(
    plan(added('New'), { edit: 'set-widths', sheet: 'New', firstColumn: 0, widths: [98] }, { edit: 'set-height', sheet: 'New', row: 2, points: 300 }, chart('Quarterday chart 1')),
  );
  const [drawn] = book.toSnapshot().sheets[2].charts;
  assert.equal(drawn.title, 'New!$A$1');
  assert.equal(drawn.block, 'A3');
  assert.deepEqual(
    drawn.series.map(({ name, values }) => [name, values]),
    [
      ['Visits', 'Data!$B$2:$B$3'],
      ['Worse', 'Data!$C$2:$C$3'],
    ],
  );
});

test('cells that an analyst made keep their looks', async () => {
  book.paint('Notes', 'A1', { fill: '#FFFF00' });
  const changes = plan({ ...put('A1:A2', [['60'], [1]]), sheet: 'Notes', looks: [['kept', 'A1:A2']], formats: [['General', 'A1'], ['0.0', 'A2']] });
  changes.looks.kept = look({ weight: 'keep', align: 'keep' });
  await apply(changes);
  assert.deepEqual(book.picture().Notes.looks, { A1: { fill: '#FFFF00' } });
  assert.equal(book.toSnapshot().sheets[1].blocks[0].formats[1][0], '0.0');
});

test('days are known to be counted from 1904', async () => {
  assert.equal((await readWorkbook()).dates1904, false);
  book.dates1904 = true;
  assert.equal((await readWorkbook()).dates1904, true);
});

test('a cell is gone to, and the selected one is known', async () => {
  await goTo('Notes', 'B7');
  assert.deepEqual(await selected(), { sheet: 'Notes', cell: 'B7' });
});

test('a watcher hears of people and not of the add-in', async () => {
  let heard = 0;
  const stop = await watch(() => heard++);
  await apply(plan(put('E1', [['x']])));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal(heard, 0);
  // Long enough after the write.
  await new Promise((resolve) => setTimeout(resolve, 800));
  book.type('Data', 'B2', '11');
  book.type('Data', 'B2', '12');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal(heard, 1);
  await stop();
  book.type('Data', 'B2', '13');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal(heard, 1);
});
