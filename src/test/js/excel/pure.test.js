import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asReference,
  bands,
  blockName,
  blockOf,
  columnName,
  reference,
} from '../../../main/resources/web/excel/address.js';
import { dress, ownLook } from '../../../main/resources/web/excel/dress.js';
import { inverse, NO_MEMORY, remembered } from '../../../main/resources/web/excel/inverse.js';
import { joined, split } from '../../../main/resources/web/excel/ledger.js';
import { fromExcel, Obstacle } from '../../../main/resources/web/excel/obstacle.js';
import { rectangles } from '../../../main/resources/web/excel/rectangles.js';
import { digit, linesUnder, toCharacters, toPoints } from '../../../main/resources/web/excel/sizes.js';
import { cells, fingerprint, namedBlocks } from '../../../main/resources/web/excel/snapshot.js';
import { typed } from '../../../main/resources/web/excel/typing.js';
import { typed as taken } from './typed.js';

test('blocks are named as Excel names them', () => {
  assert.deepEqual(blockOf('B2:D9'), { top: 1, left: 1, bottom: 8, right: 3 });
  assert.deepEqual(blockOf('$XFD$1048576'), {
    top: 1_048_575,
    left: 16_383,
    bottom: 1_048_575,
    right: 16_383,
  });
  assert.equal(blockName(blockOf('AA10')), 'AA10');
  assert.equal(columnName(701), 'ZZ');
  assert.throws(() => blockOf('A:C'));
});

test('a reference names its sheet, quoted or not', () => {
  const there = { sheet: "Chief's data", block: blockOf('C4:C45') };
  assert.deepEqual(asReference("='Chief''s data'!$C$4:$C$45"), there);
  assert.equal(reference(there.sheet, there.block), "'Chief''s data'!$C$4:$C$45");
  assert.equal(asReference('Charts!$A$4')?.sheet, 'Charts');
  assert.equal(asReference('=SUM(Charts!$A$4)'), null);
  assert.equal(asReference('=Charts!$A$4,Charts!$A$6'), null);
  assert.equal(asReference('=Charts!#REF!'), null);
});

test('a block is cut into bands of whole rows', () => {
  assert.deepEqual(bands(blockOf('A1:D10'), 12).map(blockName), ['A1:D3', 'A4:D6', 'A7:D9', 'A10:D10']);
  assert.deepEqual(bands(blockOf('A1:D2'), 1).map(blockName), ['A1:D1', 'A2:D2']);
});

test('rectangles cover each labelled cell once', () => {
  const grid = [
    ['a', 'a', null],
    ['a', 'a', 'b'],
    ['a', 'c', 'b'],
  ];
  const found = rectangles(4, 2, grid);
  const again = grid.map((row) => row.map(() => null));
  for (const [label, { top, left, bottom, right }] of found) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        assert.equal(again[row - 4][column - 2], null);
        again[row - 4][column - 2] = label;
      }
    }
  }
  assert.deepEqual(again, grid);
  assert.equal(found.length, 4);
});

for (const text of ['+59 more', '1.10', '2020-06', 'TRUE', 'Jun 2020', '=A1', "'tis", '#N/A', '@all', '-', '10%', '£5', ' 12', '1/2', '3:15']) {
  test(`${text} stays text`, () => {
    const written = typed(text, null);
    assert.deepEqual(
      { kind: taken(String(written)).kind, value: taken(String(written)).value },
      { kind: 'text', value: text },
    );
  });
}

test('text that Excel takes for nothing else is written as it is', () => {
  assert.equal(typed('Meetings held', null), 'Meetings held');
  assert.equal(typed('', null), '');
});

test('numbers, logical values, faults, formulas and nothing are written for what they are', () => {
  assert.equal(typed(1.5, null), 1.5);
  assert.equal(typed(true, null), true);
  assert.equal(typed({ fault: '#N/A' }, null), '#N/A');
  assert.equal(typed(3, 'SUM(A1:A2)'), '=SUM(A1:A2)');
  assert.equal(typed(null, null), '');
});

test('cells are told apart by their types', () => {
  const block = cells(
    blockOf('A1:E1'),
    [['#N/A', '#N/A', '=x', '', 7]],
    [['#N/A', '=NA()', '=x', '', '=""&A1']],
    [['String', 'Error', 'String', 'Empty', 'Double']],
    [['General', 'General', 'General', 'General', '0.0']],
  );
  assert.deepEqual(block.values, [['#N/A', { fault: '#N/A' }, '=x', null, 7]]);
  assert.deepEqual(block.formulas, [[null, 'NA()', null, null, '""&A1']]);
  assert.deepEqual(block.formats, [[null, null, null, null, '0.0']]);
});

test('names of one block of the whole workbook count', () => {
  const names = [
    { name: 'One', formula: '=Data!$A$1:$B$2', scope: 'Workbook' },
    { name: 'Two', formula: '=Data!$A$1,Data!$B$2', scope: 'Workbook' },
    { name: 'Gone', formula: '=Data!#REF!', scope: 'Workbook' },
    { name: 'Own', formula: '=Data!$A$1', scope: 'Worksheet' },
    { name: 'Rate', formula: '=0.2', scope: 'Workbook' },
  ];
  assert.deepEqual(namedBlocks(names), [{ name: 'One', sheet: 'Data', block: 'A1:B2' }]);
});

const workbook = (value, more = {}) => ({
  dates1904: false,
  structureLocked: false,
  ledger: '',
  names: [],
  sheets: [
    {
      name: 'Data',
      hidden: false,
      locked: false,
      merged: [],
      hiddenRows: [],
      hiddenColumns: [],
      tables: [],
      charts: [],
      widths: {},
      heights: {},
      formattedTo: {},
      blocks: [{ block: 'A1:B1', values: [[value, 2]], ...more }],
    },
  ],
});

test('a fingerprint tells what is held and shown, but not what a formula comes to', () => {
  const one = fingerprint(workbook(1));
  assert.equal(fingerprint(workbook(1)), one);
  assert.notEqual(fingerprint(workbook('1')), one);
  assert.notEqual(fingerprint(workbook(1, { formats: [['0.0', null]] })), one);
  const formulas = [['NOW()', null]];
  assert.equal(fingerprint(workbook(5, { formulas })), fingerprint(workbook(6, { formulas })));
  assert.notEqual(fingerprint({ ...workbook(1), ledger: '<a/>' }), one);
});

test('a fingerprint does not hang on how the cells were asked for', () => {
  const whole = workbook(1);
  const parts = workbook(1);
  parts.sheets[0].blocks = [
    { block: 'A1', values: [[1]] },
    { block: 'B1', values: [[2]] },
    { block: 'A2:B2', values: [[null, null]] },
  ];
  assert.equal(fingerprint(parts), fingerprint(whole));
});

test('what is kept beside the ledger comes out as it went in, and leaves the ledger alone', () => {
  const ledger = '<?xml version="1.0"?><ledger xmlns="urn:quarterday:ledger:1"><a b="1"/></ledger>';
  const kept = '{"a":"<b> & \\"c\\" \'d\'"}';
  assert.deepEqual(split(joined(ledger, kept)), { ledger, kept });
  assert.deepEqual(split(ledger), { ledger, kept: '' });
  assert.equal(joined(ledger, ''), ledger);
});

test('a width goes from characters to points and back', () => {
  assert.equal(toPoints(12), 63);
  assert.equal(toCharacters(63), 12);
  assert.equal(digit(48, 8.43), 7);
  assert.equal(digit(48, 0), 7);
});

test('a chart is found over the cells that it covers', () => {
  assert.deepEqual(linesUnder(48, 96, () => 48), [1, 2]);
  assert.deepEqual(linesUnder(50, 10, () => 48), [1, 1]);
  assert.deepEqual(linesUnder(0, 48, () => 48), [0, 0]);
});

test('only what is its own is put back of a look', () => {
  const plain = { font: { bold: false, size: 11 }, fill: { color: '#FFFFFF', pattern: 'None' } };
  assert.equal(ownLook(plain, plain), undefined);
  assert.deepEqual(ownLook({ ...plain, font: { bold: true, size: 11 } }, plain), {
    font: { bold: true },
  });
});

test('a plain look sets nothing, so that the workbook keeps its own font', () => {
  const plain = { ink: null, fill: null, weight: 'normal', align: 'general', wraps: false };
  assert.deepEqual(dress(plain), { format: {}, borders: [] });
});

const plan = (...edits) => ({
  looks: {},
  chartLooks: {},
  chartInk: '',
  chartAxis: '',
  edits,
});

const seen = (snapshot) => ({
  snapshot,
  memory: NO_MEMORY,
  looks: new Map(),
  named: {},
  rules: new Map(),
  pages: new Map(),
});

test('cells that held nothing are cleared again, and others get back what they held', () => {
  const putting = {
    edit: 'put-cells',
    sheet: 'Data',
    block: 'B1:C1',
    values: [[8, 9]],
    formats: [],
    looks: [],
  };
  const { edits } = inverse(plan(putting), seen(workbook(1)));
  assert.deepEqual(
    edits.map(({ edit, block, values }) => [edit, block, values]),
    [
      ['clear-cells', 'B1:C1', undefined],
      ['put-cells', 'B1', [[2]]],
    ],
  );
});

test('a sheet that is added is dropped, its names before it', () => {
  const { edits } = inverse(
    plan(
      { edit: 'add-sheet', sheet: 'New', landscape: true, headerRow: 2, headerColumns: 0 },
      { edit: 'name-block', name: 'N', sheet: 'New', block: 'A1' },
    ),
    seen(workbook(1)),
  );
  assert.deepEqual(edits, [
    { edit: 'drop-name', name: 'N' },
    { edit: 'drop-sheet', sheet: 'New' },
  ]);
});

test('charts are remembered with the sheet that they were drawn on', () => {
  const chart = { edit: 'put-chart', sheet: 'New', name: 'Quarterday chart 1' };
  const page = { landscape: false, headerRow: -1, headerColumns: 0 };
  const first = remembered(NO_MEMORY, plan({ edit: 'add-sheet', sheet: 'New', ...page }, chart));
  assert.deepEqual(first.sheets.New, { page, looks: [], others: [chart] });
  const then = remembered(first, plan({ edit: 'clear-sheet', sheet: 'New' }));
  assert.deepEqual(then.sheets.New, { page, looks: [], others: [] });
  remembered(then, plan(chart));
  assert.deepEqual(then.sheets.New.others, [], 'what was remembered stays as it was');
  assert.deepEqual(remembered(then, plan({ edit: 'drop-sheet', sheet: 'New' })).sheets, {});
});

test("Excel's errors get a sentence, and others stay as they are", () => {
  const refused = fromExcel({ code: 'AccessDenied', message: 'no', debugInfo: {} });
  assert.ok(refused instanceof Obstacle);
  assert.equal(refused.code, 'locked');
  const broken = new TypeError('x');
  assert.equal(fromExcel(broken), broken);
});
