import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeWorkbook } from './fake-workbook.js';
import { opened, read, refuses } from './bench.js';

const LEDGER = 'urn:quarterday:ledger:1';

test('a part of XML is found by its namespace, replaced and deleted', async () => {
  const { workbook, run } = opened({
    snapshot: { ledger: `<ledger xmlns="${LEDGER}"/>`, sheets: [{ name: 'Data' }] },
  });

  await run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.add('<?xml version="1.0"?><p:other xmlns:p="urn:other"><p:a b="1"/></p:other>');
    const part = customXmlParts.getByNamespace(LEDGER).getOnlyItem();
    part.load('id,namespaceUri');
    const xml = part.getXml();
    const others = customXmlParts.getByNamespace('urn:other');
    others.load('items/namespaceUri');
    await context.sync();
    assert.equal(part.namespaceUri, LEDGER);
    assert.equal(xml.value, `<ledger xmlns="${LEDGER}"/>`);
    assert.equal(others.items.length, 1);

    part.setXml(`<ledger xmlns="${LEDGER}"><run/></ledger>`);
    await context.sync();
  });
  assert.equal(workbook.toSnapshot().ledger, `<ledger xmlns="${LEDGER}"><run/></ledger>`);

  await run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.getByNamespace(LEDGER).getOnlyItemOrNullObject().delete();
    const none = customXmlParts.getByNamespace(LEDGER).getOnlyItemOrNullObject();
    await context.sync();
    assert.equal(none.isNullObject, true);
  });
  assert.equal(workbook.toSnapshot().ledger, '');
});

test('of two parts of a namespace none is the only one', async () => {
  const { run } = opened();

  await run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.add('<a xmlns="urn:a"/>');
    customXmlParts.add('<a xmlns="urn:a"/>');
    const parts = customXmlParts.getByNamespace('urn:a');
    const count = parts.getCount();
    const none = parts.getOnlyItemOrNullObject();
    await context.sync();
    assert.equal(count.value, 2);
    assert.equal(none.isNullObject, true);

    parts.getOnlyItem();
    await refuses(context.sync(), 'InvalidOperation');
  });
});

test('what is no XML is no part', async () => {
  for (const xml of ['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a>1 < 2</a>', '<a>R & D</a>', '<a b=1/>']) {
    const { run } = opened();

    const adding = run(async (context) => {
      context.workbook.customXmlParts.add(xml);
      await context.sync();
    });

    await refuses(adding, 'InvalidArgument');
  }
});

test('settings are kept by their key', async () => {
  const { run } = opened();

  await run(async (context) => {
    context.workbook.settings.add('live', { on: true });
    await context.sync();
    const live = context.workbook.settings.getItemOrNullObject('live');
    live.load('value');
    const none = context.workbook.settings.getItemOrNullObject('none');
    await context.sync();
    assert.deepEqual(live.value, { on: true });
    assert.equal(none.isNullObject, true);

    live.delete();
    const gone = context.workbook.settings.getItemOrNullObject('live');
    await context.sync();
    assert.equal(gone.isNullObject, true);
  });
});

/** Until what was told after a reply has arrived. */
const told = () => new Promise((resolve) => setTimeout(resolve, 10));

test('a change is told to who listens, whether an add-in wrote or somebody typed', async () => {
  const { workbook, run } = opened();
  const changes = [];

  const listening = await run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (change) => {
      changes.push([change.address, change.source, change.changeType, change.worksheetId]);
    });
    await context.sync();
    return handler;
  });
  await run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1:B2').values = 1;
    await context.sync();
  });
  workbook.type('Data', 'C3', '7');
  workbook.type('Data', 'C4', '7', { remote: true });
  await told();

  const { id } = workbook.sheets[0];
  assert.deepEqual(changes, [
    ['A1:B2', 'Local', 'RangeEdited', id],
    ['C3', 'Local', 'RangeEdited', id],
    ['C4', 'Remote', 'RangeEdited', id],
  ]);

  await Excel.run(listening.context, async (context) => {
    listening.remove();
    await context.sync();
  });
  workbook.type('Data', 'C4', '8');
  await told();
  assert.equal(changes.length, 3);
});

test('a format is no change of what stands in a cell', async () => {
  const { run } = opened();
  const changes = [];
  await run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => changes.push(address));
    const range = context.workbook.worksheets.getItem('Data').getRange('A1');
    range.format.fill.color = '#FF0000';
    range.numberFormat = [['0.0']];
    range.clear('Formats');
    await context.sync();
  });
  await told();

  assert.deepEqual(changes, []);
});

test('a sheet tells its own changes alone', async () => {
  const { workbook, run } = opened({ snapshot: { sheets: [{ name: 'Data' }, { name: 'Other' }] } });
  const changes = [];

  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.load('id');
    await context.sync();
    sheet.onChanged.add(async ({ address }) => changes.push(address));
    await context.sync();
  });
  workbook.type('Other', 'A1', '1');
  workbook.insertColumns('Data', 'B');
  await told();

  assert.deepEqual(changes, ['B:B']);
});

test('nothing can be done while somebody edits a cell', async () => {
  const { run } = opened({ conditions: { cellEdit: true } });

  const writing = run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [[1]];
    await context.sync();
  });

  await refuses(writing, 'InvalidOperationInCellEditMode');
});

test('who asked for it waits until the cell has been edited', async () => {
  const { workbook, excel, run } = opened({ conditions: { cellEdit: true } });
  const done = [];

  const writing = run(
    async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A1').values = [[1]];
      await context.sync();
      done.push('written');
    },
    { delayForCellEdit: true },
  );
  await told();
  assert.deepEqual(done, []);

  excel.cellEdit = false;
  await writing;
  assert.deepEqual(done, ['written']);
  assert.equal(workbook.value('Data', 'A1'), 1);
});

test('an action may be made to fail', async () => {
  const { workbook, run } = opened({
    conditions: { failOn: ({ Name }) => Name === 'NumberFormat' },
  });

  const writing = run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getRange('A1');
    range.values = [[1]];
    range.numberFormat = [['0']];
    await context.sync();
  });

  await refuses(writing, 'GeneralException');
  assert.equal(workbook.value('Data', 'A1'), 1);
});

test('requests tell their size and take their time', async () => {
  const { excel, run } = opened({ conditions: { delay: 20 } });

  const before = Date.now();
  await run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1:A100').values = 'text';
    await context.sync();
    context.workbook.worksheets.getItem('Data').getRange('A1:A100').load('values');
    await context.sync();
  });

  assert.ok(Date.now() - before >= 38);
  const [writing, reading] = excel.log;
  assert.ok(writing.bytes > 200 && writing.actions >= 2, JSON.stringify(writing));
  assert.ok(reading.reply > 700, JSON.stringify(reading));
});

test('calculation may be put off and screens kept still', async () => {
  const { workbook, run } = opened();

  await run(async (context) => {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    context.application.calculationMode = 'Manual';
    await context.sync();
  });

  assert.equal(workbook.calculationMode, 'Manual');
});

test('a workbook is opened beside this one', async () => {
  const { workbook } = opened();

  await Excel.createWorkbook('UEsDBA==');

  assert.deepEqual(workbook.opened, ['UEsDBA==']);
});

const SNAPSHOT = {
  dates1904: false,
  structureLocked: false,
  ledger: `<ledger xmlns="${LEDGER}"/>`,
  names: [{ name: 'Calls', sheet: "Chief's data", block: 'B2:C4' }],
  sheets: [
    {
      name: "Chief's data",
      hidden: false,
      locked: true,
      merged: ['A1:C1'],
      hiddenRows: [2, 7],
      hiddenColumns: [3],
      tables: [{ name: 'Table1', block: 'A9:B11', hasHeader: true }],
      charts: [
        {
          name: 'Calls',
          block: 'E1:J9',
          title: "'Chief''s data'!$A$1",
          description: 'A chart.',
          series: [{ name: 'Value', values: "'Chief''s data'!$B$2:$B$4", figures: { 0: 7, 2: 8.5 } }],
        },
      ],
      widths: { 0: 24, 2: 9 },
      heights: { 0: 30 },
      formattedTo: { 1: 6, 12: 3 },
      blocks: [
        { block: 'A1', values: [['Calls']], formulas: [[null]], formats: [['General']] },
        {
          block: 'B2:C4',
          values: [
            [7, { fault: '#N/A' }],
            [true, 'x'],
            [8.5, ''],
          ],
          formulas: [
            [null, 'NA()'],
            [null, null],
            [null, 'IF(B2>1,"","a")'],
          ],
          formats: [
            ['0.0', 'General'],
            ['General', '@'],
            ['mmm yyyy', 'General'],
          ],
        },
      ],
    },
    {
      name: 'Old',
      hidden: true,
      locked: false,
      merged: [],
      hiddenRows: [],
      hiddenColumns: [],
      tables: [],
      charts: [],
      widths: {},
      heights: {},
      formattedTo: {},
      blocks: [],
    },
  ],
};

test('a workbook made from a snapshot gives the same snapshot', () => {
  assert.deepEqual(FakeWorkbook.fromSnapshot(SNAPSHOT).toSnapshot(), SNAPSHOT);
});

test('reading all there is changes nothing', async () => {
  const { workbook, run } = opened({ snapshot: SNAPSHOT });

  await read(run, 'A1:C4', 'values,formulas,numberFormat,valueTypes,format/columnWidth', "Chief's data");

  assert.deepEqual(workbook.toSnapshot(), SNAPSHOT);
});
