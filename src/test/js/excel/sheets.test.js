import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, refuses } from './bench.js';

const TWO = { sheets: [{ name: 'Data' }, { name: 'SPC data' }] };

test('sheets tell their names, their place and whether they are seen', async () => {
  const { run } = opened({
    snapshot: { sheets: [{ name: 'Data' }, { name: 'Old', hidden: true, locked: true }] },
  });

  await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility,items/position,items/protection/protected');
    await context.sync();

    assert.deepEqual(
      worksheets.items.map(({ name, visibility, position, protection }) => [
        name,
        visibility,
        position,
        protection.protected,
      ]),
      [
        ['Data', 'Visible', 0, false],
        ['Old', 'Hidden', 1, true],
      ],
    );
  });
});

test('a new sheet stands after all others and does not come to the front', async () => {
  const { workbook, run } = opened();

  await run(async (context) => {
    context.workbook.worksheets.add('Charts').getRange('A1').values = [['x']];
    await context.sync();
  });

  assert.deepEqual(
    workbook.sheets.map(({ name }) => name),
    ['Data', 'Charts'],
  );
  assert.equal(workbook.active.name, 'Data');
});

test('a name that no sheet can have is refused, and one that is taken', async () => {
  for (const [name, code] of [
    ['x'.repeat(32), 'InvalidArgument'],
    ...[...'[]:*?/\\'].map((mark) => [`a${mark}b`, 'InvalidArgument']),
    ["'quoted'", 'InvalidArgument'],
    ['History', 'InvalidArgument'],
    ['data', 'ItemAlreadyExists'],
  ]) {
    const { run } = opened();

    const adding = run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });

    await refuses(adding, code);
  }
});

test('a sheet is found whatever the case of its name', async () => {
  const { run } = opened({ snapshot: TWO });

  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('spc DATA');
    sheet.load('name');
    await context.sync();
    assert.equal(sheet.name, 'SPC data');
  });
});

test('a protected sheet refuses every write and can be read', async () => {
  const writes = [
    (sheet) => (sheet.getRange('A1').values = [[1]]),
    (sheet) => (sheet.getRange('A1').formulas = [['=1']]),
    (sheet) => (sheet.getRange('A1').numberFormat = [['0']]),
    (sheet) => (sheet.getRange('A1').format.fill.color = '#FF0000'),
    (sheet) => (sheet.getRange('A1').format.columnWidth = 50),
    (sheet) => (sheet.getRange('A1').hyperlink = { documentReference: 'Data!B2' }),
    (sheet) => sheet.getRange('A1').clear(),
    (sheet) => sheet.tables.add('A1:B2', true),
    (sheet) => sheet.getRange('A1').conditionalFormats.add('Custom'),
    (sheet) => sheet.charts.add('Line', sheet.getRange('A1:A2'), 'Columns'),
  ];
  for (const write of writes) {
    const { workbook, onSheet } = opened();
    workbook.type('Data', 'A1', '7');
    workbook.protect('Data');

    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.load('values');
      await context.sync();
      assert.deepEqual(range.values, [[7]]);

      write(sheet);
      await refuses(context.sync(), 'AccessDenied');
    });
    assert.equal(workbook.value('Data', 'A1'), 7);
  }
});

test('a workbook whose structure is protected keeps its sheets', async () => {
  const changes = [
    (worksheets) => worksheets.add('Charts'),
    (worksheets) => worksheets.getItem('SPC data').delete(),
    (worksheets) => (worksheets.getItem('SPC data').name = 'Other'),
    (worksheets) => (worksheets.getItem('SPC data').visibility = 'Hidden'),
  ];
  for (const change of changes) {
    const { run } = opened({ snapshot: { ...TWO, structureLocked: true } });

    await run(async (context) => {
      const { protection, worksheets } = context.workbook;
      protection.load('protected');
      await context.sync();
      assert.equal(protection.protected, true);

      change(worksheets);
      await refuses(context.sync(), 'AccessDenied');
    });
  }
});

test('names and formulas that point to a deleted sheet point nowhere', async () => {
  const { workbook, run } = opened({
    snapshot: {
      names: [{ name: 'Calls', sheet: 'SPC data', block: 'A1:A9' }],
      sheets: [
        {
          name: 'Data',
          blocks: [{ block: 'A1', values: [[5]], formulas: [["SUM('SPC data'!A1:A9,B1)"]] }],
        },
        { name: 'SPC data' },
      ],
    },
  });

  await run(async (context) => {
    context.workbook.worksheets.getItem('SPC data').delete();
    const name = context.workbook.names.getItem('Calls');
    name.load('formula,type,value');
    const range = name.getRangeOrNullObject();
    await context.sync();

    assert.equal(name.formula, '=#REF!$A$1:$A$9');
    assert.equal(name.type, 'Error');
    assert.equal(name.value, '#REF!');
    assert.equal(range.isNullObject, true);
  });

  assert.equal(workbook.formula('Data', 'A1'), 'SUM(#REF!A1:A9,B1)');
  assert.deepEqual(workbook.value('Data', 'A1'), { fault: '#REF!' });
});

test('the last sheet that is seen cannot be deleted', async () => {
  const { run } = opened({ snapshot: { sheets: [{ name: 'Data' }, { name: 'Old', hidden: true }] } });

  const deleting = run(async (context) => {
    context.workbook.worksheets.getItem('Data').delete();
    await context.sync();
  });

  await refuses(deleting, 'GeneralException');
});

test('a deleted sheet is no longer there for who holds it', async () => {
  const { run } = opened({ snapshot: TWO });

  const using = run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('SPC data');
    sheet.load('name');
    await context.sync();
    sheet.delete();
    await context.sync();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
  });

  await refuses(using, 'ItemNotFound');
});

test('a sheet that is renamed is still meant by formulas and names', async () => {
  const { workbook, run } = opened({
    snapshot: {
      names: [{ name: 'Calls', sheet: 'Data', block: 'A1' }],
      sheets: [
        { name: 'Data' },
        { name: 'Out', blocks: [{ block: 'A1', values: [[0]], formulas: [['Data!A1*2']] }] },
      ],
    },
  });

  await run(async (context) => {
    context.workbook.worksheets.getItem('Data').name = 'My data';
    await context.sync();
  });

  assert.equal(workbook.formula('Out', 'A1'), "'My data'!A1*2");
  assert.deepEqual(workbook.toSnapshot().names, [{ name: 'Calls', sheet: 'My data', block: 'A1' }]);
});

test('columns put in move cells, names, rules, tables, widths and formulas', async () => {
  const { workbook, onSheet } = opened({
    snapshot: {
      names: [{ name: 'Calls', sheet: 'Data', block: 'B2:D2' }],
      sheets: [
        {
          name: 'Data',
          widths: { 2: 20 },
          merged: ['C8:D8'],
          tables: [{ name: 'Table1', block: 'B4:D6' }],
          blocks: [
            { block: 'B2:D2', values: [[1, 2, 3]] },
            { block: 'F2', values: [[6]], formulas: [['SUM($B2:D$2)+A1']] },
          ],
        },
      ],
    },
  });
  await onSheet(async (sheet, context) => {
    sheet.getRange('C2:D2').conditionalFormats.add('Custom').custom.rule.formula = '=C2>$B$2';
    await context.sync();
  });

  workbook.insertColumns('Data', 'C', 2);

  const { sheets, names } = workbook.toSnapshot();
  assert.equal(workbook.value('Data', 'E2'), 2);
  assert.equal(workbook.value('Data', 'C2'), null);
  assert.equal(workbook.formula('Data', 'H2'), 'SUM($B2:F$2)+A1');
  assert.deepEqual(names, [{ name: 'Calls', sheet: 'Data', block: 'B2:F2' }]);
  assert.deepEqual(sheets[0].tables[0].block, 'B4:F6');
  assert.deepEqual(sheets[0].merged, ['E8:F8']);
  assert.deepEqual(sheets[0].widths, { 4: 20 });
  assert.deepEqual(workbook.picture().Data.rules[0].block, 'E2:F2');
  assert.deepEqual(workbook.picture().Data.rules[0].formula, 'E2>$B$2');
});

test('rows taken out take what pointed at them alone', async () => {
  const { workbook } = opened({
    snapshot: {
      names: [
        { name: 'Gone', sheet: 'Data', block: 'A2:B2' },
        { name: 'Shorter', sheet: 'Data', block: 'A1:A4' },
      ],
      sheets: [
        {
          name: 'Data',
          hiddenRows: [4],
          heights: { 3: 30 },
          blocks: [
            { block: 'A4', values: [[4]] },
            { block: 'C4', values: [[0]], formulas: [['A2+SUM(A1:A4)']] },
          ],
        },
      ],
    },
  });

  workbook.deleteRows('Data', 2);

  const { sheets, names } = workbook.toSnapshot();
  assert.deepEqual(names, [{ name: 'Shorter', sheet: 'Data', block: 'A1:A3' }]);
  assert.equal(workbook.formula('Data', 'C3'), '#REF!+SUM(A1:A3)');
  assert.equal(workbook.value('Data', 'A3'), 4);
  assert.deepEqual(sheets[0].hiddenRows, [3]);
  assert.deepEqual(sheets[0].heights, { 2: 30 });
});

test('an add-in puts in whole columns too', async () => {
  const { workbook, onSheet } = opened();
  workbook.type('Data', 'B1', '1');

  await onSheet(async (sheet, context) => {
    sheet.getRange('B:B').insert('Right');
    await context.sync();
  });

  assert.equal(workbook.value('Data', 'C1'), 1);
});

test('rows that a filter hides are hidden, and hold what is written to them', async () => {
  const { workbook, onSheet } = opened();
  workbook.filter('Data', [2, 3]);

  await onSheet(async (sheet, context) => {
    const rows = sheet.getRange('A1:A3').getRowProperties({ rowHidden: true });
    const some = sheet.getRange('A1:A3');
    some.load('rowHidden');
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    await context.sync();

    assert.deepEqual(
      rows.value.map(({ rowHidden }) => rowHidden),
      [false, true, true],
    );
    assert.equal(some.rowHidden, null);
  });

  assert.equal(workbook.value('Data', 'A2'), 2);
});

test('panes are frozen, pages laid out and broken', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B4'));
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.paperSize = 'A4';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows('$4:$4');
    sheet.horizontalPageBreaks.add('A31');
    sheet.horizontalPageBreaks.add('A61');
    await context.sync();
  });

  const { frozen, page, breaks } = workbook.picture().Data;
  assert.equal(frozen, 'A1:B4');
  assert.deepEqual(breaks, [30, 60]);
  assert.equal(page.orientation, 'Landscape');
  assert.equal(page.titleRows, '$4:$4');

  await onSheet(async (sheet, context) => {
    sheet.horizontalPageBreaks.removePageBreaks();
    sheet.freezePanes.unfreeze();
    await context.sync();
  });

  assert.deepEqual(workbook.picture().Data.breaks, []);
  assert.equal(workbook.picture().Data.frozen, null);
});

test('no page breaks before the first row', async () => {
  const { onSheet } = opened();

  const breaking = onSheet(async (sheet, context) => {
    sheet.horizontalPageBreaks.add('A1');
    await context.sync();
  });

  await refuses(breaking, 'InvalidArgument');
});
