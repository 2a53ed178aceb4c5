/** What is to be set of a chart, so that it looks as the file writer draws it. */

import { asReference, blockName } from './address.js';

/** @typedef {import('./plan.js').ChartLook} ChartLook */
/** @typedef {import('./plan.js').Label} Label */
/** @typedef {import('./plan.js').Plan} Plan */
/** @typedef {import('./plan.js').PutChart} PutChart */
/** @typedef {import('./plan.js').Series} Series */

/** Sizes of letters in points, as the file writer has them. */
const TITLE_SIZE = 12;
const LABEL_SIZE = 9;

/** @type {Record<ChartLook['stroke'], 'None' | 'Continuous' | 'Dash' | 'Dot'>} */
const LINES = { none: 'None', solid: 'Continuous', dashed: 'Dash', dotted: 'Dot' };

/** @type {Record<ChartLook['marker'], 'None' | 'Circle' | 'Diamond' | 'Square' | 'Triangle'>} */
const MARKERS = {
  none: 'None',
  circle: 'Circle',
  diamond: 'Diamond',
  square: 'Square',
  triangle: 'Triangle',
};

/** @type {Record<Label['at'], 'Right' | 'Top' | 'Bottom'>} */
const PLACES = { right: 'Right', above: 'Top', below: 'Bottom' };

/**
 * @typedef {object} Drawing
 * @property {{sheet: string, block: string}} periods
 * @property {'DateAxis' | 'TextAxis'} axis what runs along the bottom: to be set first, since only
 *   dates have a scale
 * @property {Excel.Interfaces.ChartUpdateData} chart
 * @property {string} title the formula of the title's cell
 * @property {DrawnSeries[]} series
 * @property {number[]} unexplained the series that the legend leaves out
 *
 * @typedef {object} DrawnSeries
 * @property {{sheet: string, block: string}} cells
 * @property {Excel.Interfaces.ChartSeriesUpdateData} set
 * @property {{point: number, set: Excel.Interfaces.ChartDataLabelUpdateData}[]} labels
 */

/**
 * @param {PutChart} edit
 * @param {Plan} plan
 * @param {{width: number, height: number}} box the chart's size in points
 * @returns {Drawing}
 */
export function drawing(edit, plan, box) {
  const { periods, scale, frame, series } = edit;
  const looks = series.map(({ look }) => plan.chartLooks[look]);
  const isExplained = looks.some(({ explained }) => explained);
  const letters = { color: `#${plan.chartInk}`, size: LABEL_SIZE, bold: false };
  const axis = {
    visible: true,
    majorTickMark: /** @type {'Outside'} */ ('Outside'),
    minorTickMark: /** @type {'None'} */ ('None'),
    tickLabelPosition: /** @type {'Low'} */ ('Low'),
    format: { font: letters, line: { color: `#${plan.chartAxis}`, weight: 0.75 } },
    majorGridlines: { visible: false },
    minorGridlines: { visible: false },
  };
  return {
    periods: cells(periods.cells),
    axis: periods.dates ? 'DateAxis' : 'TextAxis',
    title: `=${edit.title}`,
    chart: {
      name: edit.name,
      displayBlanksAs: 'NotPlotted',
      plotVisibleOnly: false,
      title: {
        overlay: false,
        horizontalAlignment: 'Left',
        left: 0.01 * box.width,
        top: 0.02 * box.height,
        format: { font: { color: `#${plan.chartInk}`, size: TITLE_SIZE, bold: true } },
      },
      legend: isExplained
        ? { visible: true, position: 'Bottom', overlay: false, format: { font: letters } }
        : { visible: false },
      axes: {
        categoryAxis: {
          ...axis,
          ...(periods.dates
            ? {
                baseTimeUnit: 'Months',
                majorTimeUnitScale: 'Months',
                majorUnit: periods.every,
                linkNumberFormat: false,
                numberFormat: periods.format,
              }
            : { tickLabelSpacing: periods.every }),
        },
        valueAxis: {
          ...axis,
          linkNumberFormat: false,
          numberFormat: scale.format,
          title: { visible: true, text: scale.unit, format: { font: letters } },
          ...(scale.least === null ? {} : { minimum: scale.least }),
          ...(scale.most === null ? {} : { maximum: scale.most }),
          ...(scale.step === null ? {} : { majorUnit: scale.step }),
        },
      },
      plotArea: {
        position: 'Custom',
        insideLeft: frame.left * box.width,
        insideTop: frame.top * box.height,
        insideWidth: frame.width * box.width,
        insideHeight: frame.height * box.height,
      },
    },
    series: series.map((one, i) => drawn(one, looks[i])),
    unexplained: isExplained ? looks.flatMap(({ explained }, i) => (explained ? [] : [i])) : [],
  };
}

/** @param {string} text */
function cells(text) {
  const found = asReference(text);
  if (found === null) {
    throw new Error(`No reference: ${text}`);
  }
  return { sheet: found.sheet, block: blockName(found.block) };
}

/**
 * @param {Series} series
 * @param {ChartLook} look
 * @returns {DrawnSeries}
 */
function drawn(series, look) {
  const colour = `#${look.colour}`;
  return {
    cells: cells(series.cells),
    set: {
      name: series.name,
      smooth: false,
      format: {
        line:
          look.stroke === 'none'
            ? { lineStyle: 'None' }
            : { color: colour, weight: look.width, lineStyle: LINES[look.stroke] },
      },
      markerStyle: MARKERS[look.marker],
      ...(look.marker === 'none'
        ? {}
        : {
            markerSize: look.size,
            markerBackgroundColor: `#${look.fill}`,
            markerForegroundColor: `#${look.edge}`,
          }),
    },
    labels: series.labels.map(({ point, text, at }) => ({
      point,
      set: {
        position: PLACES[at],
        showValue: text !== 'name',
        showSeriesName: text !== 'value',
        showCategoryName: false,
        showLegendKey: false,
        separator: ' ',
        linkNumberFormat: false,
        numberFormat: series.format,
        format: { font: { color: colour, size: LABEL_SIZE, bold: text === 'value' } },
      },
    })),
  };
}
