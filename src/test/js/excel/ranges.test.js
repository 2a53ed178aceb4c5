import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, read, refuses } from './bench.js';

test('a property that was not loaded cannot be read', async () => {
  const { onSheet } = opened();

  const reading = onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    await context.sync();
    return range.values;
  });

  await refuses(reading, 'PropertyNotLoaded');
});

test('an array of another shape than its range is refused', async () => {
  for (const property of ['values', 'formulas', 'numberFormat']) {
    for (const wrong of [[['1', '2']], [['1', '2', '3'], ['1', '2', '3']], [['1'], ['2']]]) {
      const { onSheet } = opened();

      const writing = onSheet(async (sheet, context) => {
        sheet.getRange('A1:B2')[property] = wrong;
        await context.sync();
      });

      await refuses(writing, 'InvalidArgument');
    }
  }
});

test('one value is written to all cells of a range', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = 7;
    sheet.getRange('A1:B1').numberFormat = '0.0';
    await context.sync();
  });

  const [{ block, values, formats }] = workbook.toSnapshot().sheets[0].blocks;
  assert.equal(block, 'A1:B2');
  assert.deepEqual(values, [[7, 7], [7, 7]]);
  assert.deepEqual(formats, [['0.0', '0.0'], ['General', 'General']]);
});

test('null leaves a cell as it is and an empty text empties it', async () => {
  const { workbook, onSheet } = opened();
  workbook.type('Data', 'A1', '1');
  workbook.type('Data', 'B1', '2');

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').values = [[null, '']];
    await context.sync();
  });

  assert.equal(workbook.value('Data', 'A1'), 1);
  assert.equal(workbook.value('Data', 'B1'), null);
});

test('each kind of content says what it is', async () => {
  const { workbook, run } = opened({
    snapshot: {
      sheets: [
        {
          name: 'Data',
          blocks: [
            {
              block: 'A1:G1',
              values: [['a', 1.5, true, { fault: '#N/A' }, null, '', 4]],
              formulas: [[null, null, null, null, null, 'IF(A1="","",A1)', 'B1*2']],
            },
          ],
        },
      ],
    },
  });
  workbook.calculate = () => '';

  const range = await read(run, 'A1:G1', 'values,valueTypes,formulas');

  assert.deepEqual(range.values, [['a', 1.5, true, '#N/A', '', '', 4]]);
  assert.deepEqual(range.valueTypes, [
    ['String', 'Double', 'Boolean', 'Error', 'Empty', 'String', 'Double'],
  ]);
  assert.deepEqual(range.formulas, [
    ['a', 1.5, true, '#N/A', '', '=IF(A1="","",A1)', '=B1*2'],
  ]);
});

test('the used range holds all cells with a value or a format, or with a value alone', async () => {
  const { workbook, onSheet } = opened();
  workbook.type('Data', 'B2', '1');
  workbook.type('Data', 'C4', '2');
  workbook.paint('Data', 'F9', { fill: '#FF0000' });

  const addresses = await onSheet(async (sheet, context) => {
    const ranges = [sheet.getUsedRange(), sheet.getUsedRange(true), sheet.getRange('C:C').getUsedRange(true)];
    ranges.forEach((range) => range.load('address'));
    await context.sync();
    return ranges.map(({ address }) => address);
  });

  assert.deepEqual(addresses, ['Data!B2:F9', 'Data!B2:C4', 'Data!C4']);
});

test('an empty sheet has no used range, or its first cell for one', async () => {
  const { onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const none = sheet.getUsedRangeOrNullObject(true);
    const first = sheet.getUsedRange();
    none.load('address');
    first.load('address');
    await context.sync();

    assert.equal(none.isNullObject, true);
    assert.equal(first.address, 'Data!A1');
  });
});

test('a cell whose format is cleared is no longer in use', async () => {
  const { workbook, onSheet } = opened();
  workbook.paint('Data', 'F9', { fill: '#FF0000' });

  await onSheet(async (sheet, context) => {
    sheet.getRange('F9').clear('Formats');
    const used = sheet.getUsedRangeOrNullObject();
    await context.sync();

    assert.equal(used.isNullObject, true);
  });
});

test('values of more than five million cells come back as null, without a fault', async () => {
  const { onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const large = sheet.getRange('A:E');
    large.load('values,cellCount');
    await context.sync();

    assert.equal(large.values, null);
    assert.equal(large.cellCount, 5 * 1_048_576);
  });
});

test('more cells than a number can count are minus one', async () => {
  const { run } = opened();

  assert.equal((await read(run, null, 'cellCount')).cellCount, -1);
});

test('a request of more than five megabytes is refused and does nothing', async () => {
  const { workbook, onSheet } = opened();
  const long = 'x'.repeat(30_000);

  const writing = onSheet(async (sheet, context) => {
    sheet.getRange('A1').values = [['first']];
    sheet.getRange('A2:A201').values = Array.from({ length: 200 }, () => [long]);
    await context.sync();
  });

  await refuses(writing, 'RequestPayloadSizeLimitExceeded');
  assert.equal(workbook.value('Data', 'A1'), null);
});

test('a reply of more than five megabytes is refused', async () => {
  const { workbook, onSheet } = opened();
  for (let row = 1; row <= 200; row++) {
    workbook.type('Data', `A${row}`, 'x'.repeat(30_000));
  }

  const reading = onSheet(async (sheet, context) => {
    sheet.getRange('A1:A200').load('values');
    await context.sync();
  });

  await refuses(reading, 'ResponsePayloadSizeLimitExceeded');
});

test('what an action did before another failed stays done, and nothing after it is', async () => {
  const { workbook, onSheet } = opened();

  const writing = onSheet(async (sheet, context) => {
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2:B2').values = [[1]];
    sheet.getRange('A3').values = [[3]];
    await context.sync();
  });

  await refuses(writing, 'InvalidArgument');
  assert.equal(workbook.value('Data', 'A1'), 1);
  assert.equal(workbook.value('Data', 'A3'), null);
});

test('each sync is one request, and letting go of ranges is none of the add-in', async () => {
  const { excel, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    range.values = [[1]];
    await context.sync();
    range.values = [[2]];
    await context.sync();
  });

  assert.equal(excel.log.length, 2);
  assert.equal(excel.cleanUps.length, 1);
});

test('a range that is held follows its cells', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('B1');
    await context.sync();
    workbook.insertColumns('Data', 'A');
    range.values = [[1]];
    await context.sync();
  });

  assert.equal(workbook.value('Data', 'C1'), 1);
});

test('an address with its sheet, quoted or not, names cells of that sheet alone', async () => {
  const { onSheet } = opened({ snapshot: { sheets: [{ name: 'SPC data' }, { name: 'Other' }] } });

  await onSheet(async (sheet, context) => {
    const range = sheet.getRange("'SPC data'!$B$2:C3");
    range.load('address');
    await context.sync();
    assert.equal(range.address, "'SPC data'!B2:C3");

    sheet.getRange('Other!A1');
    await refuses(context.sync(), 'InvalidArgument');
  });
});

test('several areas are one object, by an address of at most 8192 characters', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const areas = sheet.getRanges('A1:B2,D4');
    areas.load('address,areaCount,cellCount');
    areas.format.fill.color = '#FF0000';
    await context.sync();
    assert.equal(areas.areaCount, 2);
    assert.equal(areas.cellCount, 5);
    assert.equal(areas.address, 'Data!A1:B2,Data!D4');

    sheet.getRanges(Array.from({ length: 1200 }, (_, i) => `AA${i + 1000}`).join());
    await refuses(context.sync(), 'InvalidArgument');
  });

  assert.deepEqual(Object.keys(workbook.picture().Data.looks), ['A1', 'B1', 'A2', 'B2', 'D4']);
});

test('what is not there is not found, or a null object, as is what belongs to that', async () => {
  const { run } = opened();

  await refuses(
    run(async (context) => {
      context.workbook.worksheets.getItem('None').load('name');
      await context.sync();
    }),
    'ItemNotFound',
  );
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('None');
    const range = sheet.getRange('A1');
    sheet.load('name');
    range.load('values');
    await context.sync();
    assert.equal(sheet.isNullObject, true);
    assert.equal(range.isNullObject, true);
  });
});

test('what the fake does not offer says so by name', async () => {
  const { run } = opened();

  const asking = run(async (context) => {
    context.workbook.pivotTables.load('items/name');
    await context.sync();
  });

  await assert.rejects(asking, (error) => {
    assert.equal(error.code, 'ApiNotAvailable');
    assert.match(error.message, /Workbook\.PivotTables/);
    return true;
  });
});

test('what is above the level of this Excel is refused by the library', async () => {
  const { onSheet } = opened();

  await refuses(
    onSheet(async (sheet) => sheet.getRange('A1').getPrecedents()),
    'ApiNotFound',
  );
  assert.equal(globalThis.Office.context.requirements.isSetSupported('ExcelApi', '1.13'), true);
  assert.equal(globalThis.Office.context.requirements.isSetSupported('ExcelApi', '1.14'), false);
});

test('merged areas are found, at the price of what could be undone, and hold one value', async () => {
  const { workbook, onSheet } = opened({
    snapshot: { sheets: [{ name: 'Data', merged: ['A1:B2', 'D4:D6'] }] },
  });

  await onSheet(async (sheet, context) => {
    const merged = sheet.getRange('A1:C9').getMergedAreasOrNullObject();
    merged.load('address');
    const none = sheet.getRange('F1:F9').getMergedAreasOrNullObject();
    sheet.getRange('A1:B2').values = [[1, 2], [3, 4]];
    await context.sync();

    assert.equal(merged.address, 'Data!A1:B2');
    assert.equal(none.isNullObject, true);
  });

  assert.equal(workbook.undoForgotten, 2);
  assert.equal(workbook.value('Data', 'A1'), 1);
  assert.equal(workbook.value('Data', 'B2'), null);
});

test('more than 512 merged areas cannot be asked for', async () => {
  const merged = Array.from({ length: 513 }, (_, i) => `A${i + 1}:B${i + 1}`);
  const { onSheet } = opened({ snapshot: { sheets: [{ name: 'Data', merged }] } });

  const asking = onSheet(async (sheet, context) => {
    sheet.getRange().getMergedAreasOrNullObject().load('address');
    await context.sync();
  });

  await refuses(asking, 'GeneralException');
});

test('the selection is the last that was selected', async () => {
  const { onSheet, workbook } = opened();

  await onSheet(async (sheet, context) => {
    sheet.getRange('C3').select();
    const selected = context.workbook.getSelectedRange();
    selected.load('address');
    await context.sync();
    assert.equal(selected.address, 'Data!C3');
  });

  assert.equal(workbook.active.name, 'Data');
});
