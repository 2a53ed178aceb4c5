import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { install } from './fake-excel.js';
import { FakeWorkbook } from './fake-workbook.js';
import { loadOffice } from './load-office.js';

const { Excel, OfficeExtension } = loadOffice();

let workbook;
let excel;

beforeEach(() => {
  workbook = FakeWorkbook.empty();
  excel = install(OfficeExtension, workbook);
});

/** Runs with the only sheet. */
const onSheet = (work) =>
  Excel.run((context) => work(context.workbook.worksheets.getItem('Sheet1'), context));

const refused = (code) => (error) => {
  assert.equal(error.code, code, error.message);
  return true;
};

test('a property that was not loaded cannot be read', async () => {
  const reading = onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    await context.sync();
    return range.values;
  });

  await assert.rejects(reading, refused('PropertyNotLoaded'));
});

test('an array of another shape than its range is refused', async () => {
  const writing = onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = [[1, 2]];
    await context.sync();
  });

  await assert.rejects(writing, refused('InvalidArgument'));
});

test('what an action did before another failed stays done', async () => {
  const writing = onSheet(async (sheet, context) => {
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2:B2').values = [[1]];
    sheet.getRange('A3').values = [[3]];
    await context.sync();
  });

  await assert.rejects(writing, refused('InvalidArgument'));
  assert.equal(workbook.value('Sheet1', 'A1'), 1);
  assert.equal(workbook.value('Sheet1', 'A3'), null);
});

test('letting go of ranges is no request of the add-in', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1').values = [[1]];
    await context.sync();
  });

  assert.equal(excel.log.length, 1);
});
