import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, read, refuses } from './bench.js';

test('what the cells of a range do not agree on is null', async () => {
  const { workbook, run } = opened();
  workbook.paint('Data', 'A1:B1', { bold: true });
  workbook.paint('Data', 'A1', { fill: '#FF0000' });

  const { format } = await read(
    run,
    'A1:B1',
    'format/fill/color,format/fill/pattern,format/font/bold,format/wrapText',
  );

  assert.equal(format.fill.color, null);
  assert.equal(format.fill.pattern, null);
  assert.equal(format.font.bold, true);
  assert.equal(format.wrapText, false);
});

test('a cell without a fill says white, and only its pattern tells that it has none', async () => {
  const { workbook, run } = opened();
  workbook.paint('Data', 'B1', { fill: '#FFFFFF' });

  const none = await read(run, 'A1', 'format/fill/color,format/fill/pattern');
  const white = await read(run, 'B1', 'format/fill/color,format/fill/pattern');

  assert.deepEqual(none.format.fill, { color: '#FFFFFF', pattern: 'None' });
  assert.deepEqual(white.format.fill, { color: '#FFFFFF', pattern: 'Solid' });
});

test('formats are set for all cells of a range and read cell by cell', async () => {
  const { onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    range.format.font.color = '#1f4e79';
    range.format.horizontalAlignment = 'Center';
    sheet.getRange('B2').format.fill.color = '#fff2cc';
    sheet.getRange('B2').format.wrapText = true;
    const cells = range.getCellProperties({
      address: true,
      format: {
        fill: { color: true, pattern: true },
        font: { color: true, bold: true },
        horizontalAlignment: true,
        wrapText: true,
      },
    });
    await context.sync();

    assert.deepEqual(cells.value[1][1], {
      address: 'Data!B2',
      format: {
        fill: { color: '#FFF2CC', pattern: 'Solid' },
        font: { color: '#1F4E79', bold: false },
        horizontalAlignment: 'Center',
        wrapText: true,
      },
    });
    assert.equal(cells.value[0][0].format.fill.pattern, 'None');
  });
});

test('a format that is none is refused', async () => {
  for (const change of [
    (format) => (format.horizontalAlignment = 'Middle'),
    (format) => (format.fill.color = '12'),
    (format) => (format.font.bold = 'yes'),
    (format) => (format.rowHeight = 500),
  ]) {
    const { onSheet } = opened();

    const setting = onSheet(async (sheet, context) => {
      change(sheet.getRange('A1').format);
      await context.sync();
    });

    await refuses(setting, 'InvalidArgument');
  }
});

test('the width of a column is in points, the standard width in characters', async () => {
  const { workbook, onSheet } = opened({
    snapshot: { sheets: [{ name: 'Data', widths: { 1: 12 } }] },
  });

  await onSheet(async (sheet, context) => {
    const [plain, wide, both] = ['A1', 'B1', 'A1:B1'].map((at) => sheet.getRange(at));
    [plain, wide, both].forEach((range) => range.load('format/columnWidth,format/useStandardWidth'));
    sheet.load('standardWidth');
    await context.sync();

    assert.equal(plain.format.columnWidth, 48);
    assert.equal(plain.format.useStandardWidth, true);
    assert.equal(wide.format.columnWidth, 63);
    assert.equal(both.format.columnWidth, null);
    assert.equal(Number(sheet.standardWidth.toFixed(2)), 8.43);

    sheet.getRange('A:A').format.columnWidth = 63;
    sheet.getRange('B:B').format.useStandardWidth = true;
    await context.sync();
  });

  assert.deepEqual(workbook.toSnapshot().sheets[0].widths, { 0: 12 });
});

test('a width is rounded to whole pixels', async () => {
  const { run, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    sheet.getRange('A:A').format.columnWidth = 63.2;
    await context.sync();
  });

  assert.equal((await read(run, 'A1', 'format/columnWidth')).format.columnWidth, 63);
});

test('rows have the height that is set, and their own again when they are fitted', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    sheet.getRange('1:2').format.rowHeight = 30;
    sheet.getRange('2:2').format.autofitRows();
    const rows = sheet.getRange('A1:A3').getRowProperties({
      rowIndex: true,
      format: { rowHeight: true },
    });
    await context.sync();

    assert.deepEqual(rows.value, [
      { rowIndex: 0, format: { rowHeight: 30 } },
      { rowIndex: 1, format: { rowHeight: 15 } },
      { rowIndex: 2, format: { rowHeight: 15 } },
    ]);
  });

  assert.deepEqual(workbook.toSnapshot().sheets[0].heights, { 0: 30 });
});

test('a hidden column has no width and is told by its properties', async () => {
  const { onSheet } = opened({ snapshot: { sheets: [{ name: 'Data', hiddenColumns: [1] }] } });

  await onSheet(async (sheet, context) => {
    const columns = sheet.getRange('A1:B1').getColumnProperties({
      columnHidden: true,
      columnIndex: true,
      format: { columnWidth: true },
    });
    await context.sync();

    assert.deepEqual(columns.value, [
      { columnHidden: false, columnIndex: 0, format: { columnWidth: 48 } },
      { columnHidden: true, columnIndex: 1, format: { columnWidth: 0 } },
    ]);
  });
});

test('a link gives its cell the looks of one and keeps what stands there', async () => {
  const { workbook, run, onSheet } = opened();
  workbook.type('Data', 'A1', 'Calls');

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1').hyperlink = { documentReference: 'Data!B7', screenTip: 'See there' };
    await context.sync();
  });

  const range = await read(run, 'A1', 'values,hyperlink,format/font/underline');
  assert.deepEqual(range.values, [['Calls']]);
  assert.deepEqual(range.hyperlink, {
    documentReference: 'Data!B7',
    screenTip: 'See there',
    textToDisplay: 'Calls',
  });
  assert.equal(range.format.font.underline, 'Single');
});

test('links are cleared alone, or with their looks', async () => {
  for (const [how, underline] of [
    ['Hyperlinks', 'Single'],
    ['RemoveHyperlinks', 'None'],
  ]) {
    const { workbook, run, onSheet } = opened();
    workbook.type('Data', 'A1', 'Calls');

    await onSheet(async (sheet, context) => {
      sheet.getRange('A1').hyperlink = { documentReference: 'Data!B7' };
      sheet.getRange('A1').clear(how);
      await context.sync();
    });

    const range = await read(run, 'A1', 'values,format/font/underline');
    assert.deepEqual(range.values, [['Calls']]);
    assert.equal(range.format.font.underline, underline);
    assert.deepEqual(workbook.picture().Data.links, {});
  }
});

test('clearing takes what it is asked to take', async () => {
  for (const [what, value, format, fill] of [
    ['Contents', null, '0.0', '#FF0000'],
    ['Formats', 7, 'General', undefined],
    ['All', null, undefined, undefined],
  ]) {
    const { workbook, onSheet } = opened();
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.numberFormat = [['0.0']];
      range.values = [[7]];
      range.format.fill.color = '#FF0000';
      range.clear(what);
      await context.sync();
    });

    const [block] = workbook.toSnapshot().sheets[0].blocks;
    assert.equal(workbook.value('Data', 'A1'), value);
    assert.equal(workbook.picture().Data.looks.A1?.fill, fill);
    assert.equal(block?.formats[0][0] ?? format, format);
  }
});

test('a new rule goes before all others', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    for (const [formula, colour] of [
      ['=A1>1', '#111111'],
      ['=A1>2', '#222222'],
    ]) {
      const rule = sheet.getRange('A1:A9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = formula;
      rule.custom.format.font.color = colour;
      rule.stopIfTrue = true;
    }
    const { conditionalFormats } = sheet.getRange('A3');
    conditionalFormats.load('items/priority,items/type,items/custom/rule/formula');
    await context.sync();

    assert.deepEqual(
      conditionalFormats.items.map(({ priority, custom }) => [priority, custom.rule.formula]),
      [
        [0, '=A1>2'],
        [1, '=A1>1'],
      ],
    );
  });

  assert.deepEqual(workbook.picture().Data.rules[0], {
    block: 'A1:A9',
    formula: 'A1>2',
    font: { color: '#222222' },
    fill: {},
    stopIfTrue: true,
  });
});

test('a priority that is set moves the other rules, and counts from the back if negative', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    for (const formula of ['=A1>1', '=A1>2', '=A1>3']) {
      sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = formula;
    }
    await context.sync();
    const { conditionalFormats } = sheet.getRange('A1');
    conditionalFormats.getItemAt(0).priority = -1;
    await context.sync();
  });

  assert.deepEqual(
    workbook.picture().Data.rules.map(({ formula }) => formula),
    ['A1>2', 'A1>1', 'A1>3'],
  );
});

test('rules are cleared from a block, and what they colour beside it stays', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:C3').conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
    sheet.getRange('B2').conditionalFormats.clearAll();
    await context.sync();
  });

  assert.equal(workbook.picture().Data.rules[0].block, 'A1:C1,A2,C2,A3:C3');
});

test('a rule on several areas has ranges and no range', async () => {
  const { onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const rule = sheet.getRanges('A1:A3,C1:C3').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=A1>1';
    const ranges = rule.getRanges();
    ranges.load('address');
    const range = rule.getRangeOrNullObject();
    await context.sync();
    assert.equal(ranges.address, 'Data!A1:A3,Data!C1:C3');
    assert.equal(range.isNullObject, true);

    rule.getRange();
    await refuses(context.sync(), 'ItemNotFound');
  });
});

test('a rule without an equals sign is refused', async () => {
  const { onSheet } = opened();

  const adding = onSheet(async (sheet, context) => {
    sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = 'A1>1';
    await context.sync();
  });

  await refuses(adding, 'InvalidArgument');
});

test('a deleted rule colours nothing', async () => {
  const { workbook, onSheet } = opened();

  await onSheet(async (sheet, context) => {
    const { conditionalFormats } = sheet.getRange('A1');
    conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
    conditionalFormats.load('items/id');
    await context.sync();
    conditionalFormats.items[0].delete();
    await context.sync();
  });

  assert.deepEqual(workbook.picture().Data.rules, []);
});
