import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, read, refuses } from './bench.js';

/** What a text that is written becomes: its value, kind, format and formula. */
async function written(text, format, property = 'values') {
  const { run, onSheet } = opened();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    if (format) {
      range.numberFormat = [[format]];
    }
    range[property] = [[text]];
    await context.sync();
  });
  const { values, valueTypes, numberFormat, formulas } = await read(
    run,
    'A1',
    'values,valueTypes,numberFormat,formulas',
  );
  return [values[0][0], valueTypes[0][0], numberFormat[0][0], formulas[0][0]];
}

const CASES = [
  ['1.10', 1.1, 'Double', 'General'],
  ['-7', -7, 'Double', 'General'],
  ['+5', 5, 'Double', 'General'],
  ['(5)', -5, 'Double', 'General'],
  ['1,234', 1234, 'Double', '#,##0'],
  ['1,234.5', 1234.5, 'Double', '#,##0.00'],
  ['1e5', 100000, 'Double', '0.00E+00'],
  ['£5', 5, 'Double', '£#,##0'],
  ['12%', 0.12, 'Double', '0%'],
  ['12.5%', 0.125, 'Double', '0.00%'],
  ['2020-06', 43983, 'Double', 'mmm-yy'],
  ['2020-06-30', 44012, 'Double', 'm/d/yyyy'],
  ['Jun 2020', 43983, 'Double', 'mmm-yy'],
  ['June 2020', 43983, 'Double', 'mmm-yy'],
  ['1 June 2020', 43983, 'Double', 'd-mmm-yy'],
  ['6/1/2020', 43983, 'Double', 'm/d/yyyy'],
  ['12:30', 12.5 / 24, 'Double', 'hh:mm'],
  ['TRUE', true, 'Boolean', 'General'],
  ['false', false, 'Boolean', 'General'],
  ['#N/A', '#N/A', 'Error', 'General'],
  ["'1.10", '1.10', 'String', 'General'],
  ["'=A1", '=A1', 'String', 'General'],
  ["''tis", "'tis", 'String', 'General'],
  ['2020/21 Q1', '2020/21 Q1', 'String', 'General'],
  ['June', 'June', 'String', 'General'],
  ['13/1/2020', '13/1/2020', 'String', 'General'],
  ['-', '-', 'String', 'General'],
  ['1,23', '1,23', 'String', 'General'],
  ['12 of 30', '12 of 30', 'String', 'General'],
];

for (const [text, value, kind, format] of CASES) {
  test(`${text} becomes ${JSON.stringify(value)}`, async () => {
    assert.deepEqual(await written(text), [value, kind, format, value]);
    assert.deepEqual(await written(text, null, 'formulas'), [value, kind, format, value]);
  });
}

test('a cell formatted as text takes every text and number as text', async () => {
  for (const text of ['1.10', '2020-06', 'TRUE', '=A1', '+59 more', '12%']) {
    assert.deepEqual(await written(text, '@'), [text, 'String', '@', text]);
  }
  assert.deepEqual(await written(7, '@'), ['7', 'String', '@', '7']);
});

test('a cell that has a format keeps it', async () => {
  assert.deepEqual(await written('2020-06', '0.0'), [43983, 'Double', '0.0', 43983]);
});

test('a text that begins with an equals, plus or minus sign is a formula', async () => {
  for (const [text, formula] of [
    ['=A2', '=A2'],
    ['+A2', '=+A2'],
    ['-A2', '=-A2'],
    ['=sum($a$2:b3)', '=sum($A$2:B3)'],
  ]) {
    assert.deepEqual(await written(text), [0, 'Double', 'General', formula]);
  }
});

test('a text that begins like a formula and is none is refused', async () => {
  for (const text of ['+59 more', '-3 on 24', '=1+', '=(A2', '=A2)', '="a', '=1 2', '= ', '=A2:']) {
    await refuses(written(text), 'InvalidArgument');
  }
});

test('formulas of all shapes are taken', async () => {
  for (const text of [
    '=IF(A2="","",A2*2)',
    '=IFERROR(INDEX($B:$B,MATCH(1,{1,2;3,4},0)),NA())',
    '=SUMPRODUCT((A2:A9>=1)*(A2:A9<=3)*-B2:B9)',
    '=Table1[Value]+Table1[[#Totals],[Value]]',
    '="a""b"&C1&" %"',
    '=-A2%+.5e3',
    '=A2:A9 A5:C5',
    '=IF(TRUE,,2)',
    '=#REF!A2',
    '=Limit_of.calls*2',
  ]) {
    assert.equal((await written(text))[3], text);
  }
});

test('a formula loses needless quotes round a sheet, and gets those it needs', async () => {
  const { workbook, onSheet } = opened({
    snapshot: { sheets: [{ name: 'Data' }, { name: 'SPC data' }] },
  });

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:A2').formulas = [["='data'!b2"], ["='spc data'!$b$2"]];
    await context.sync();
  });

  assert.equal(workbook.formula('Data', 'A1'), 'Data!B2');
  assert.equal(workbook.formula('Data', 'A2'), "'SPC data'!$B$2");
});

test('a formula that names a sheet that is not there is refused', async () => {
  await refuses(written('=None!A1'), 'InvalidArgument');
});

test('a formula gets what Excel would calculate', async () => {
  const { workbook, run, onSheet } = opened();
  workbook.calculate = (sheet, cell, formula) =>
    formula === 'NA()' ? { fault: '#N/A' } : `${sheet}!${cell}`;

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:A2').formulas = [['=NA()'], ['=A1']];
    await context.sync();
  });

  const { values, valueTypes } = await read(run, 'A1:A2', 'values,valueTypes');
  assert.deepEqual(values, [['#N/A'], ['Data!A2']]);
  assert.deepEqual(valueTypes, [['Error'], ['String']]);
});

test('somebody who types in Britain puts the day first', () => {
  const { workbook } = opened();

  workbook.type('Data', 'A1', '1/6/2020');

  assert.equal(workbook.value('Data', 'A1'), 43983);
});

test('dates count from 1904 in a workbook that does', () => {
  const { workbook } = opened({ snapshot: { dates1904: true, sheets: [{ name: 'Data' }] } });

  workbook.type('Data', 'A1', '2020-06');

  assert.equal(workbook.value('Data', 'A1'), 43983 - 1462);
});

test('a formula of more than 8,192 characters is refused', async () => {
  await refuses(written(`=1${'+1'.repeat(4096)}`), 'InvalidArgument');
});

test('a text of more than 32,767 characters is refused', async () => {
  await refuses(written('x'.repeat(32_768)), 'InvalidArgument');
});

test('texts are shown in the format of their cell', async () => {
  const { workbook, run, onSheet } = opened();
  workbook.type('Data', 'A1', '1234.56');
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:C1').values = [[1234.56, 0.125, 43983]];
    sheet.getRange('A1:C1').numberFormat = [['#,##0.0', '0.0%', 'mmm yyyy']];
    await context.sync();
  });

  assert.deepEqual((await read(run, 'A1:C1', 'text')).text, [['1,234.6', '12.5%', 'Jun 2020']]);
});
