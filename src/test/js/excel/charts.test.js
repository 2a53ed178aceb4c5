import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, refuses } from './bench.js';

const FIGURES = {
  sheets: [
    { name: 'Charts' },
    {
      name: 'SPC data',
      blocks: [
        {
          block: 'A1:C4',
          values: [
            ['Calls: stable', 'Value', 'Mean'],
            [43922, 7, 8],
            [43952, 9, 8],
            [43983, null, 8],
          ],
        },
      ],
    },
  ],
};

/** Draws a chart with two series, as the add-in does. */
async function drawn(opening = {}) {
  const open = opened({ snapshot: FIGURES, ...opening });
  await open.run(async (context) => {
    const { worksheets } = context.workbook;
    const data = worksheets.getItem('SPC data');
    const chart = worksheets.getItem('Charts').charts.add('Line', data.getRange('B2:B4'), 'Columns');
    chart.name = 'Calls';
    chart.setPosition('B3', 'K20');
    chart.title.setFormula("='SPC data'!$A$1");
    const value = chart.series.getItemAt(0);
    value.name = 'Value';
    value.setXAxisValues(data.getRange('A2:A4'));
    const mean = chart.series.add('Mean');
    mean.setValues(data.getRange('C2:C4'));
    mean.setXAxisValues(data.getRange('A2:A4'));
    mean.format.line.lineStyle = 'Dash';
    mean.markerStyle = 'None';
    await context.sync();
  });
  return open;
}

test('a chart has its series from ranges and stands over cells', async () => {
  const { workbook } = await drawn();

  assert.deepEqual(workbook.toSnapshot().sheets[0].charts, [
    {
      name: 'Calls',
      block: 'B3:K20',
      title: "'SPC data'!$A$1",
      description: '',
      series: [
        { name: 'Value', values: "'SPC data'!$B$2:$B$4", figures: {} },
        { name: 'Mean', values: "'SPC data'!$C$2:$C$4", figures: {} },
      ],
    },
  ]);
});

test('what a chart is made of at first becomes series at once', async () => {
  const { run } = opened({ snapshot: FIGURES });

  await run(async (context) => {
    const data = context.workbook.worksheets.getItem('SPC data');
    const chart = data.charts.add('Line', data.getRange('B2:C4'), 'Columns');
    chart.load('name,series/items/name');
    await context.sync();

    assert.equal(chart.name, 'Chart 1');
    assert.deepEqual(
      chart.series.items.map(({ name }) => name),
      ['Series1', 'Series2'],
    );
  });
});

test('a title that follows a cell shows what stands there', async () => {
  const { run } = await drawn();

  await run(async (context) => {
    const chart = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    chart.load('title/text,title/visible');
    await context.sync();
    assert.equal(chart.title.text, 'Calls: stable');
    assert.equal(chart.title.visible, true);
  });
});

test('a title cannot follow a cell of a sheet that is not there', async () => {
  const { run } = await drawn();

  await run(async (context) => {
    const chart = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    chart.title.setFormula('=None!$A$1');
    await refuses(context.sync(), 'InvalidArgument');
    chart.title.setFormula("'SPC data'!$A$1");
    await refuses(context.sync(), 'InvalidArgument');
  });
});

test('the values of a series are read, though not where they stand', async () => {
  const { run } = await drawn();

  await run(async (context) => {
    const chart = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    const values = chart.series.getItemAt(0).getDimensionValues('Values');
    const periods = chart.series.getItemAt(0).getDimensionValues('Categories');
    await context.sync();
    assert.deepEqual(values.value, [7, 9, '']);
    assert.deepEqual(periods.value, [43922, 43952, 43983]);
  });
});

test('a series takes cells of one line alone', async () => {
  const { run } = await drawn();

  const setting = run(async (context) => {
    const { worksheets } = context.workbook;
    const { series } = worksheets.getItem('Charts').charts.getItem('Calls');
    series.getItemAt(0).setValues(worksheets.getItem('SPC data').getRange('B2:C4'));
    await context.sync();
  });

  await refuses(setting, 'InvalidArgument');
});

test('a series and a chart that are deleted are gone', async () => {
  const { workbook, run } = await drawn();

  await run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem('Charts');
    charts.getItem('Calls').series.getItemAt(0).delete();
    await context.sync();
    assert.deepEqual(
      workbook.sheets[0].charts[0].series.map(({ name }) => name),
      ['Mean'],
    );

    charts.getItem('Calls').delete();
    charts.load('items/name,count');
    const none = charts.getItemOrNullObject('Calls');
    await context.sync();
    assert.deepEqual(charts.items, []);
    assert.equal(charts.count, 0);
    assert.equal(none.isNullObject, true);
  });
});

test('two charts of a sheet cannot have one name', async () => {
  const { run } = await drawn();

  const naming = run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem('Charts');
    const other = charts.add('Line', context.workbook.worksheets.getItem('Charts').getRange('A1'));
    other.name = 'Calls';
    await context.sync();
  });

  await refuses(naming, 'InvalidArgument');
});

test('a series that was added cannot be used after the next sync, but fetched again', async () => {
  const { run } = await drawn();

  await run(async (context) => {
    const { series } = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    const added = series.add('Upper');
    await context.sync();
    assert.throws(() => {
      added.name = 'Upper limit';
    }, /object path/);

    series.getItemAt(2).name = 'Upper limit';
    series.load('items/name');
    await context.sync();
    assert.equal(series.items[2].name, 'Upper limit');
  });
});

test('a point has a label once it is given one', async () => {
  const { run } = await drawn();

  await run(async (context) => {
    const { series } = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    const { points } = series.getItemAt(0);
    points.getItemAt(1).dataLabel.position = 'Right';
    await refuses(context.sync(), 'InvalidOperation');

    const point = points.getItemAt(1);
    point.hasDataLabel = true;
    point.dataLabel.position = 'Right';
    point.dataLabel.format.font.color = '#123456';
    point.load('value,dataLabel/position,dataLabel/showValue');
    await context.sync();
    assert.equal(point.value, 9);
    assert.equal(point.dataLabel.position, 'Right');

    points.getItemAt(3);
    await refuses(context.sync(), 'InvalidArgument');
  });
});

test('axes take units and bounds where they have a scale', async () => {
  const { run } = await drawn();

  await run(async (context) => {
    const { axes } = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    axes.valueAxis.minimum = 0;
    axes.valueAxis.majorUnit = 5;
    axes.categoryAxis.categoryType = 'DateAxis';
    axes.categoryAxis.baseTimeUnit = 'Months';
    axes.categoryAxis.majorTimeUnitScale = 'Months';
    axes.categoryAxis.majorUnit = 3;
    axes.valueAxis.load('minimum,maximum,majorUnit');
    await context.sync();
    assert.deepEqual(
      [axes.valueAxis.minimum, axes.valueAxis.maximum, axes.valueAxis.majorUnit],
      [0, '', 5],
    );

    axes.categoryAxis.categoryType = 'TextAxis';
    axes.categoryAxis.majorUnit = 3;
    await refuses(context.sync(), 'InvalidArgument');
  });
});

test('an entry of the legend is hidden by its place', async () => {
  const { workbook, run } = await drawn();

  await run(async (context) => {
    const { legend } = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    legend.position = 'Top';
    legend.legendEntries.getItemAt(1).visible = false;
    await context.sync();

    legend.legendEntries.getItemAt(2).visible = false;
    await refuses(context.sync(), 'InvalidArgument');
  });

  assert.equal(workbook.sheets[0].charts[0].format.get('Legend/LegendEntries/1/Visible'), false);
});

test('a style that charts do not have is refused', async () => {
  for (const change of [
    (chart) => (chart.series.getItemAt(0).markerStyle = 'Heart'),
    (chart) => (chart.series.getItemAt(0).markerSize = 1),
    (chart) => (chart.series.getItemAt(0).format.line.lineStyle = 'Wavy'),
    (chart) => (chart.displayBlanksAs = 'Gap'),
    (chart) => (chart.title.position = 'Middle'),
  ]) {
    const { run } = await drawn();

    const setting = run(async (context) => {
      change(context.workbook.worksheets.getItem('Charts').charts.getItem('Calls'));
      await context.sync();
    });

    await refuses(setting, 'InvalidArgument');
  }
});

test('a chart that is moved in points stands over other cells', async () => {
  const { workbook, run } = await drawn();

  await run(async (context) => {
    const chart = context.workbook.worksheets.getItem('Charts').charts.getItem('Calls');
    chart.left = 96;
    chart.top = 15;
    chart.width = 96;
    chart.height = 45;
    chart.load('left,top,width,height');
    await context.sync();
    assert.deepEqual([chart.left, chart.top, chart.width, chart.height], [96, 15, 96, 45]);
  });

  assert.equal(workbook.toSnapshot().sheets[0].charts[0].block, 'C2:D4');
});

test('a chart of a deleted sheet is drawn from nothing', async () => {
  const { workbook, run } = await drawn();

  await run(async (context) => {
    context.workbook.worksheets.getItem('SPC data').delete();
    await context.sync();
  });

  const [{ title, series }] = workbook.toSnapshot().sheets[0].charts;
  assert.equal(title, '#REF!$A$1');
  assert.equal(series[0].values, '#REF!$B$2:$B$4');
});
