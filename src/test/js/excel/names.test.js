import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, refuses } from './bench.js';

const TWO = { sheets: [{ name: 'Data' }, { name: 'SPC data' }] };

test('a name is given to a range, or to a reference with quotes or without', async () => {
  const { workbook, run } = opened({ snapshot: TWO });

  await run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.add('One', worksheets.getItem('SPC data').getRange('C4:C45'));
    names.add('Two', "='SPC data'!$C$4:$C$45");
    names.add('Three', "='Data'!$A$1");
    names.add('Four', '=Data!$A$1');
    names.load('items/name,items/formula,items/type,items/value,items/scope,items/visible');
    await context.sync();

    assert.deepEqual(
      names.items.map(({ name, formula, type, value, scope, visible }) => [
        name,
        formula,
        type,
        value,
        scope,
        visible,
      ]),
      [
        ['Four', '=Data!$A$1', 'Range', 'Data!$A$1', 'Workbook', true],
        ['One', "='SPC data'!$C$4:$C$45", 'Range', "'SPC data'!$C$4:$C$45", 'Workbook', true],
        ['Three', '=Data!$A$1', 'Range', 'Data!$A$1', 'Workbook', true],
        ['Two', "='SPC data'!$C$4:$C$45", 'Range', "'SPC data'!$C$4:$C$45", 'Workbook', true],
      ],
    );
  });

  assert.deepEqual(workbook.toSnapshot().names[1], {
    name: 'One',
    sheet: 'SPC data',
    block: 'C4:C45',
  });
});

test('a name that is there cannot be added again, whatever its case, and can be moved', async () => {
  const { run } = opened({
    snapshot: { ...TWO, names: [{ name: 'Calls', sheet: 'Data', block: 'A1' }] },
  });

  await run(async (context) => {
    const { names } = context.workbook;
    names.add('CALLS', '=Data!$B$1');
    await refuses(context.sync(), 'ItemAlreadyExists');

    const name = names.getItem('calls');
    name.formula = "='SPC data'!$B$1:$B$3";
    const range = name.getRange();
    range.load('address');
    await context.sync();
    assert.equal(range.address, "'SPC data'!B1:B3");
  });
});

test('a name cannot be that of a table', async () => {
  const { run } = opened({
    snapshot: { sheets: [{ name: 'Data', tables: [{ name: 'Calls', block: 'A1:B2' }] }] },
  });

  const adding = run(async (context) => {
    context.workbook.names.add('calls', '=Data!$A$1');
    await context.sync();
  });

  await refuses(adding, 'ItemAlreadyExists');
});

test('a name that Excel cannot take is refused', async () => {
  for (const name of ['A1', 'R', 'c', '1st', 'a b', 'x'.repeat(256), '']) {
    const { run } = opened();

    const adding = run(async (context) => {
      context.workbook.names.add(name, '=Data!$A$1');
      await context.sync();
    });

    await refuses(adding, 'InvalidArgument');
  }
});

test('a reference without an equals sign is a text and no cells', async () => {
  const { workbook, run } = opened();

  await run(async (context) => {
    const name = context.workbook.names.add('Calls', 'Data!$A$1');
    name.load('type,value,formula');
    await context.sync();

    assert.equal(name.type, 'String');
    assert.equal(name.value, 'Data!$A$1');
    assert.equal(name.formula, '="Data!$A$1"');
  });

  assert.deepEqual(workbook.toSnapshot().names, []);
});

test('a deleted name is gone, and a range of it stays', async () => {
  const { workbook, run } = opened({
    snapshot: {
      names: [{ name: 'Calls', sheet: 'Data', block: 'A1' }],
      sheets: [{ name: 'Data', blocks: [{ block: 'A1', values: [[7]] }] }],
    },
  });

  await run(async (context) => {
    context.workbook.names.getItemOrNullObject('Calls').delete();
    const none = context.workbook.names.getItemOrNullObject('Calls');
    await context.sync();
    assert.equal(none.isNullObject, true);
  });

  assert.equal(workbook.value('Data', 'A1'), 7);
});

test('nothing can be done with a name that is not there', async () => {
  const { run } = opened();

  const deleting = run(async (context) => {
    context.workbook.names.getItemOrNullObject('None').delete();
    await context.sync();
  });

  await refuses(deleting, 'ItemNotFound');
});

test('a range may be asked for by a name', async () => {
  const { run } = opened({
    snapshot: { ...TWO, names: [{ name: 'Calls', sheet: 'Data', block: 'B2:C3' }] },
  });

  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getRange('Calls');
    range.load('address');
    await context.sync();
    assert.equal(range.address, 'Data!B2:C3');

    context.workbook.worksheets.getItem('SPC data').getRange('Calls');
    await refuses(context.sync(), 'InvalidArgument');
  });
});

test('names of a sheet are not among those of the workbook', async () => {
  const { workbook, run } = opened();

  await run(async (context) => {
    context.workbook.worksheets.getItem('Data').names.add('Local', '=Data!$A$1');
    const { names } = context.workbook;
    names.load('items/name');
    await context.sync();
    assert.deepEqual(names.items, []);
  });

  assert.deepEqual(workbook.toSnapshot().names, []);
});

test('a table has headings that are texts, none empty and no two alike', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:D1').values = [['Month', 2020, '', 'Month']];
    const table = sheet.tables.add('A1:D3', true);
    table.name = 'Measures';
    table.style = 'TableStyleLight1';
    table.load('name,showHeaders,style');
    const body = table.getDataBodyRange();
    body.load('address');
    const head = sheet.getRange('A1:D1');
    head.load('values');
    await context.sync();

    assert.deepEqual([table.name, table.showHeaders, table.style], ['Measures', true, 'TableStyleLight1']);
    assert.equal(body.address, 'Data!A2:D3');
    assert.deepEqual(head.values, [['Month', '2020', 'Column3', 'Month2']]);
  });

  assert.deepEqual(workbook.toSnapshot().sheets[0].tables, [
    { name: 'Measures', block: 'A1:D3', hasHeader: true },
  ]);
});

test('a heading that is emptied or repeated is named anew', async () => {
  const { workbook, onSheet } = opened({
    snapshot: {
      sheets: [
        {
          name: 'Data',
          tables: [{ name: 'Table1', block: 'A1:C3' }],
          blocks: [{ block: 'A1:C1', values: [['a', 'b', 'c']] }],
        },
      ],
    },
  });

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1').clear('Contents');
    sheet.getRange('B1:C1').values = [[7, '7']];
    await context.sync();
  });

  assert.deepEqual(workbook.toSnapshot().sheets[0].blocks[0].values, [['Column1', '7', '72']]);
});

test('tables may not lie over one another or over merged cells', async () => {
  const { onSheet } = opened({
    snapshot: {
      sheets: [{ name: 'Data', merged: ['G1:H1'], tables: [{ name: 'Table1', block: 'A1:B4' }] }],
    },
  });

  await onSheet(async (sheet, context) => {
    sheet.tables.add('B4:C6', true);
    await refuses(context.sync(), 'InvalidArgument');
    sheet.tables.add('G1:H4', true);
    await refuses(context.sync(), 'InvalidArgument');
  });
});

test('a table cannot have the name of another or of cells', async () => {
  const { onSheet } = opened({
    snapshot: {
      names: [{ name: 'Calls', sheet: 'Data', block: 'A1' }],
      sheets: [{ name: 'Data', tables: [{ name: 'Table1', block: 'A1:B4' }] }],
    },
  });

  await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('D1:E4', true);
    await context.sync();
    for (const [name, code] of [
      ['table1', 'ItemAlreadyExists'],
      ['Calls', 'ItemAlreadyExists'],
      ['B2', 'InvalidArgument'],
    ]) {
      table.name = name;
      await refuses(context.sync(), code);
    }
  });
});

test('a table turned into cells leaves them, and a deleted one takes them along', async () => {
  const { workbook, onSheet } = opened({
    snapshot: {
      sheets: [
        {
          name: 'Data',
          tables: [
            { name: 'Table1', block: 'A1:B2' },
            { name: 'Table2', block: 'D1:E2' },
          ],
          blocks: [{ block: 'A1:E2', values: [['a', 'b', 'x', 'c', 'd'], [1, 2, 3, 4, 5]] }],
        },
      ],
    },
  });

  await onSheet(async (sheet, context) => {
    sheet.tables.getItem('Table1').convertToRange();
    sheet.tables.getItem('table2').delete();
    await context.sync();
  });

  assert.equal(workbook.value('Data', 'A1'), 'a');
  assert.equal(workbook.value('Data', 'C1'), 'x');
  assert.equal(workbook.value('Data', 'D1'), null);
  assert.deepEqual(workbook.toSnapshot().sheets[0].tables, []);
});

test('a workbook knows the tables of all its sheets', async () => {
  const { run } = opened({
    snapshot: {
      sheets: [
        { name: 'Data', tables: [{ name: 'One', block: 'A1:B2' }] },
        { name: 'Out', tables: [{ name: 'Two', block: 'A1:B2' }] },
      ],
    },
  });

  await run(async (context) => {
    const { tables } = context.workbook;
    tables.load('items/name,items/worksheet/name');
    await context.sync();
    assert.deepEqual(
      tables.items.map(({ name, worksheet }) => [name, worksheet.name]),
      [
        ['One', 'Data'],
        ['Two', 'Out'],
      ],
    );
  });
});
