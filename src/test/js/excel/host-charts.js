/** The charts that Excel offers to an add-in. */

import { GENERAL, Refusal, invalid, newChart, newSeries } from './fake-workbook.js';
import { Collection, HostObject, colour, notAvailable, numeric, oneOf, truth } from './host-object.js';
import { Range, Worksheet } from './host-objects.js';
import { blockOf, reference, referenceOf } from './references.js';

const TYPES = ['Line', 'LineMarkers', 'ColumnClustered', 'XYScatter', 'XYScatterLinesNoMarkers', 'Area'];
const LINES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Grey25',
  'Grey50',
  'Grey75',
  'Automatic',
  'RoundDot',
];
const MARKERS = [
  'Invalid',
  'Automatic',
  'None',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Dot',
  'Dash',
  'Circle',
  'Plus',
  'Picture',
];
const LABELS = [
  'Invalid',
  'None',
  'Center',
  'InsideEnd',
  'InsideBase',
  'OutsideEnd',
  'Left',
  'Right',
  'Top',
  'Bottom',
  'BestFit',
  'Callout',
];
const ALIGNED = ['Center', 'Left', 'Right', 'Justify', 'Distributed'];
const ONTO = ['Center', 'Bottom', 'Top', 'Justify', 'Distributed'];

const text = (value) => {
  if (typeof value !== 'string') {
    throw invalid();
  }
  return value;
};
const among = (allowed) => (value) => oneOf(value, allowed);
const from = (least, most) => (value) => numeric(value, least, most);
/** A number, or nothing at all for Excel's own choice. */
const numberOrNone = (value) => (value === '' ? '' : numeric(value));

/** A part of a chart whose properties are kept under its path. */
class Part extends HostObject {
  /** @param {Map<string, any>} kept @param {string} path @param {any} [chart] */
  constructor(kept, path, chart) {
    super();
    Object.assign(this, { kept, path, chart });
  }

  part(type, name) {
    return new type(this.kept, `${this.path}${name}/`, this.chart);
  }
}

/** Gives a class properties: each with what it is at first and the check of what it may become. */
function offer(type, properties) {
  for (const [name, [first, check]] of Object.entries(properties)) {
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get() {
        return this.kept.get(this.path + name) ?? first;
      },
      set(value) {
        this.kept.set(this.path + name, check(value));
      },
    });
  }
}

/** Gives a class parts. */
function consist(type, parts) {
  for (const [name, part] of Object.entries(parts)) {
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get() {
        return this.part(part, name);
      },
    });
  }
}

class ChartFont extends Part {}
offer(ChartFont, {
  Bold: [false, truth],
  Color: ['#595959', colour],
  Italic: [false, truth],
  Name: ['Calibri', text],
  Size: [10, from(1, 409)],
  Underline: ['None', among(['None', 'Single'])],
});

class ChartLineFormat extends Part {
  Clear() {
    this.kept.set(`${this.path}LineStyle`, 'None');
  }
}
offer(ChartLineFormat, {
  Color: ['#4472C4', colour],
  LineStyle: ['Automatic', among(LINES)],
  Weight: [2.25, from(0, 1584)],
});

class ChartFill extends Part {
  Clear() {
    this.kept.set(`${this.path}Color`, '');
  }

  SetSolidColor(value) {
    this.kept.set(`${this.path}Color`, colour(value));
  }
}

class ChartBorder extends ChartLineFormat {}

const FRAMED = { Border: ChartBorder, Fill: ChartFill };
const WRITTEN = { ...FRAMED, Font: ChartFont };

class ChartAreaFormat extends Part {}
consist(ChartAreaFormat, WRITTEN);
offer(ChartAreaFormat, { RoundedCorners: [false, truth] });

class ChartTitleFormat extends Part {}
consist(ChartTitleFormat, WRITTEN);

class ChartAxisTitleFormat extends Part {}
consist(ChartAxisTitleFormat, WRITTEN);

class ChartLegendFormat extends Part {}
consist(ChartLegendFormat, WRITTEN);

class ChartDataLabelFormat extends Part {}
consist(ChartDataLabelFormat, WRITTEN);

class ChartPlotAreaFormat extends Part {}
consist(ChartPlotAreaFormat, FRAMED);

class ChartPointFormat extends Part {}
consist(ChartPointFormat, FRAMED);

class ChartSeriesFormat extends Part {}
consist(ChartSeriesFormat, { Fill: ChartFill, Line: ChartLineFormat });

class ChartGridlinesFormat extends Part {}
consist(ChartGridlinesFormat, { Line: ChartLineFormat });

class ChartAxisFormat extends Part {}
consist(ChartAxisFormat, { Fill: ChartFill, Font: ChartFont, Line: ChartLineFormat });

class ChartTitle extends Part {
  get Text() {
    return this.chart.title.text;
  }

  set Text(value) {
    Object.assign(this.chart.title, { text: text(value), formula: '', visible: true });
  }

  get Visible() {
    return this.chart.title.visible;
  }

  set Visible(value) {
    this.chart.title.visible = truth(value);
  }

  SetFormula(formula) {
    const found = referenceOf(text(formula));
    const sheet = found && this.chart.sheet.book.sheet(found.sheet);
    if (!formula.startsWith('=') || !sheet) {
      throw invalid();
    }
    const value = sheet.at(found.block.top, found.block.left).value;
    Object.assign(this.chart.title, {
      formula: reference(sheet.name, found.block),
      text: value === null ? '' : String(typeof value === 'object' ? value.fault : value),
      visible: true,
    });
  }
}
offer(ChartTitle, {
  Overlay: [false, truth],
  HorizontalAlignment: ['Center', among(ALIGNED)],
  VerticalAlignment: ['Center', among(ONTO)],
  Position: ['Automatic', among(['Automatic', 'Top', 'Bottom', 'Left', 'Right'])],
  Top: [0, numeric],
  Left: [0, numeric],
  ShowShadow: [false, truth],
});
consist(ChartTitle, { Format: ChartTitleFormat });

class ChartAxisTitle extends Part {}
offer(ChartAxisTitle, { Text: ['', text], Visible: [false, truth], TextOrientation: [0, from(-90, 90)] });
consist(ChartAxisTitle, { Format: ChartAxisTitleFormat });
const textOfTitle = Object.getOwnPropertyDescriptor(ChartAxisTitle.prototype, 'Text');
Object.defineProperty(ChartAxisTitle.prototype, 'Text', {
  ...textOfTitle,
  set(value) {
    // A title that is given a text is shown.
    textOfTitle.set.call(this, value);
    this.Visible = true;
  },
});

class ChartGridlines extends Part {}
offer(ChartGridlines, { Visible: [false, truth] });
consist(ChartGridlines, { Format: ChartGridlinesFormat });

const TICKS = among(['None', 'Cross', 'Inside', 'Outside']);
const TIMES = among(['Days', 'Months', 'Years']);

class ChartAxis extends Part {}
offer(ChartAxis, {
  MajorUnit: ['', numberOrNone],
  MinorUnit: ['', numberOrNone],
  Maximum: ['', numberOrNone],
  Minimum: ['', numberOrNone],
  BaseTimeUnit: ['Days', TIMES],
  MajorTimeUnitScale: ['Days', TIMES],
  MinorTimeUnitScale: ['Days', TIMES],
  CategoryType: ['Automatic', among(['Automatic', 'TextAxis', 'DateAxis'])],
  DisplayUnit: ['None', among(['None'])],
  IsBetweenCategories: [true, truth],
  LinkNumberFormat: [true, truth],
  MajorTickMark: ['Outside', TICKS],
  MinorTickMark: ['None', TICKS],
  NumberFormat: [GENERAL, text],
  Offset: [100, from(0, 1000)],
  ReversePlotOrder: [false, truth],
  ScaleType: ['Linear', among(['Linear', 'Logarithmic'])],
  TextOrientation: [0, (value) => (value === '' ? 0 : numeric(value, -90, 180))],
  TickLabelPosition: ['NextToAxis', among(['NextToAxis', 'High', 'Low', 'None'])],
  TickLabelSpacing: ['', (value) => (value === '' ? '' : numeric(value, 1, 31_999))],
  TickMarkSpacing: [1, from(1, 31_999)],
  Position: ['Automatic', among(['Automatic', 'Maximum', 'Minimum', 'Custom'])],
  Visible: [true, truth],
});
consist(ChartAxis, {
  Format: ChartAxisFormat,
  MajorGridlines: ChartGridlines,
  MinorGridlines: ChartGridlines,
  Title: ChartAxisTitle,
});
for (const unit of ['MajorUnit', 'MinorUnit', 'Maximum', 'Minimum']) {
  const { get, set } = Object.getOwnPropertyDescriptor(ChartAxis.prototype, unit);
  Object.defineProperty(ChartAxis.prototype, unit, {
    get,
    set(value) {
      const dates = this.CategoryType === 'DateAxis' || this.path.includes('Value');
      if (!dates && value !== '') {
        // A category axis of texts has no scale of numbers.
        throw invalid();
      }
      set.call(this, value);
    },
  });
}

class ChartAxes extends Part {}
consist(ChartAxes, { CategoryAxis: ChartAxis, ValueAxis: ChartAxis });

class ChartLegendEntryCollection extends Collection {
  constructor(kept, path, chart) {
    super();
    Object.assign(this, { kept, path, chart });
  }

  items() {
    return this.chart.series.map(
      (_, i) => new ChartLegendEntry(this.kept, `${this.path}${i}/`, this.chart),
    );
  }
}

class ChartLegendEntry extends Part {}
offer(ChartLegendEntry, { Visible: [true, truth] });

class ChartLegend extends Part {}
offer(ChartLegend, {
  Visible: [true, truth],
  Position: ['Bottom', among(['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom'])],
  Overlay: [false, truth],
  Left: [0, numeric],
  Top: [0, numeric],
  Width: [0, numeric],
  Height: [0, numeric],
});
consist(ChartLegend, { Format: ChartLegendFormat, LegendEntries: ChartLegendEntryCollection });

class ChartPlotArea extends Part {}
offer(ChartPlotArea, {
  Left: [0, numeric],
  Top: [0, numeric],
  Width: [0, numeric],
  Height: [0, numeric],
  InsideLeft: [0, numeric],
  InsideTop: [0, numeric],
  InsideWidth: [0, numeric],
  InsideHeight: [0, numeric],
  Position: ['Automatic', among(['Automatic', 'Custom'])],
});
consist(ChartPlotArea, { Format: ChartPlotAreaFormat });

class ChartDataLabels extends Part {}
offer(ChartDataLabels, {
  Position: ['None', among(LABELS)],
  ShowValue: [true, truth],
  ShowSeriesName: [false, truth],
  ShowCategoryName: [false, truth],
  ShowLegendKey: [false, truth],
  ShowPercentage: [false, truth],
  ShowBubbleSize: [false, truth],
  Separator: [', ', text],
  NumberFormat: [GENERAL, text],
  LinkNumberFormat: [true, truth],
  HorizontalAlignment: ['Center', among(ALIGNED)],
  VerticalAlignment: ['Center', among(ONTO)],
  AutoText: [true, truth],
});
consist(ChartDataLabels, { Format: ChartDataLabelFormat });

class ChartDataLabel extends ChartDataLabels {}
offer(ChartDataLabel, { Text: ['', text], Formula: ['', text], Top: [0, numeric], Left: [0, numeric] });

class ChartPoint extends Part {
  get Value() {
    return this.value;
  }
}
offer(ChartPoint, {
  HasDataLabel: [false, truth],
  MarkerStyle: ['Automatic', among(MARKERS)],
  MarkerSize: [5, from(2, 72)],
  MarkerBackgroundColor: ['', colour],
  MarkerForegroundColor: ['', colour],
});
consist(ChartPoint, { Format: ChartPointFormat });
Object.defineProperty(ChartPoint.prototype, 'DataLabel', {
  get() {
    if (!this.HasDataLabel) {
      throw new Refusal('InvalidOperation', 'The point has no data label.');
    }
    return this.part(ChartDataLabel, 'DataLabel');
  },
});

class ChartPointsCollection extends Collection {
  constructor(series) {
    super();
    this.series = series;
  }

  get Count() {
    return this.items().length;
  }

  items() {
    return cellsOf(this.series.chart, this.series.one.values).map((value, i) =>
      Object.assign(new ChartPoint(this.series.one.format, `Points/${i}/`, this.series.chart), { value }),
    );
  }
}

/** The values of the cells that a reference names. */
function cellsOf(chart, text) {
  const found = referenceOf(text);
  const sheet = found && chart.sheet.book.sheet(found.sheet);
  return sheet ? new Range(sheet, found.block).Values.flat() : [];
}

class ChartSeries extends HostObject {
  constructor(chart, one) {
    super();
    Object.assign(this, { chart, one, kept: one.format, path: '' });
  }

  requireAlive() {
    if (!this.chart.series.includes(this.one)) {
      throw invalid();
    }
  }

  part(type, name) {
    return new type(this.kept, `${name}/`, this.chart);
  }

  get Name() {
    return this.one.name;
  }

  set Name(value) {
    this.one.name = text(value);
  }

  get ChartType() {
    return this.kept.get('ChartType') ?? this.chart.type;
  }

  set ChartType(value) {
    this.kept.set('ChartType', oneOf(value, TYPES));
  }

  get PlotOrder() {
    return this.chart.series.indexOf(this.one);
  }

  get Points() {
    return new ChartPointsCollection(this);
  }

  get DataLabels() {
    if (!this.HasDataLabels) {
      throw new Refusal('InvalidOperation', 'The series has no data labels.');
    }
    return this.part(ChartDataLabels, 'DataLabels');
  }

  SetValues(range) {
    this.one.values = line(range);
    this.one.figures = {};
  }

  SetXAxisValues(range) {
    this.one.periods = line(range);
  }

  GetDimensionValues(dimension) {
    oneOf(dimension, ['Categories', 'Values', 'XValues', 'YValues']);
    return cellsOf(this.chart, /Categories|XValues/.test(dimension) ? this.one.periods : this.one.values);
  }

  Delete() {
    this.chart.series.splice(this.PlotOrder, 1);
  }
}
offer(ChartSeries, {
  AxisGroup: ['Primary', among(['Primary', 'Secondary'])],
  Filtered: [false, truth],
  HasDataLabels: [false, truth],
  MarkerBackgroundColor: ['#4472C4', colour],
  MarkerForegroundColor: ['#4472C4', colour],
  MarkerSize: [5, from(2, 72)],
  MarkerStyle: ['Automatic', among(MARKERS)],
  ShowShadow: [false, truth],
  Smooth: [false, truth],
});
consist(ChartSeries, { Format: ChartSeriesFormat });

/** The reference to a range of one line. */
function line(range) {
  if (!(range instanceof Range) || (range.RowCount > 1 && range.ColumnCount > 1)) {
    throw invalid();
  }
  return reference(range.sheet.name, range.block);
}

class ChartSeriesCollection extends Collection {
  constructor(chart) {
    super();
    this.chart = chart;
  }

  get Count() {
    return this.chart.series.length;
  }

  items() {
    return this.chart.series.map((one) => new ChartSeries(this.chart, one));
  }

  Add(name, index) {
    const one = newSeries(name ?? `Series${this.chart.series.length + 1}`);
    const place = index ?? this.chart.series.length;
    numeric(place, 0, this.chart.series.length);
    this.chart.series.splice(place, 0, one);
    return new ChartSeries(this.chart, one);
  }
}

export class ChartCollection extends Collection {
  constructor(sheet) {
    super();
    this.sheet = sheet;
  }

  get Count() {
    return this.sheet.charts.length;
  }

  items() {
    return this.sheet.charts.map((chart) => new Chart(this.sheet, chart));
  }

  Add(type, source, by = 'Auto') {
    oneOf(type, TYPES);
    oneOf(by ?? 'Auto', ['Auto', 'Columns', 'Rows']);
    this.sheet.requireOpen();
    if (!(source instanceof Range)) {
      throw invalid();
    }
    const { charts, book } = this.sheet;
    let number = charts.length + 1;
    while (charts.some(({ name }) => name === `Chart ${number}`)) {
      number++;
    }
    const chart = newChart(book, `Chart ${number}`, blockOf('E6:L20'), type);
    // What stands in the cells becomes series at once; empty cells become one all the same.
    const { block } = source;
    const columns = by === 'Rows' ? [] : Array.from({ length: source.ColumnCount }, (_, i) => block.left + i);
    for (const column of columns) {
      const one = newSeries(`Series${chart.series.length + 1}`);
      one.values = reference(source.sheet.name, { ...block, left: column, right: column });
      chart.series.push(one);
    }
    if (by === 'Rows') {
      throw notAvailable('charts of series by rows');
    }
    charts.push(chart);
    return new Chart(this.sheet, chart);
  }

  GetItemOrNullObject(key) {
    const found = this.sheet.charts.find(({ name, id }) => id === key || name === key);
    return found ? new Chart(this.sheet, found) : null;
  }
}

class Chart extends Part {
  constructor(sheet, chart) {
    super(chart.format, '', chart);
    this.sheet = sheet;
    Object.defineProperty(chart, 'sheet', { value: sheet, configurable: true, enumerable: false });
  }

  known() {
    return { Id: this.chart.id };
  }

  requireAlive() {
    if (!this.sheet.charts.includes(this.chart) || !this.sheet.book.sheets.includes(this.sheet)) {
      throw invalid();
    }
  }

  get Id() {
    return this.chart.id;
  }

  get Name() {
    return this.chart.name;
  }

  set Name(value) {
    if (this.sheet.charts.some((other) => other !== this.chart && other.name === value)) {
      throw invalid();
    }
    this.chart.name = text(value);
  }

  get ChartType() {
    return this.chart.type;
  }

  set ChartType(value) {
    this.chart.type = oneOf(value, TYPES);
  }

  get Series() {
    return new ChartSeriesCollection(this.chart);
  }

  get Worksheet() {
    return new Worksheet(this.sheet);
  }

  SetPosition(start, end) {
    this.sheet.requireOpen();
    const [first, last] = [start, end ?? start].map((cell) =>
      cell instanceof Range ? cell.block : referenceOf(String(cell))?.block,
    );
    if (!first || !last) {
      throw invalid();
    }
    this.chart.block = { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
  }

  Delete() {
    this.sheet.requireOpen();
    this.sheet.charts.splice(this.sheet.charts.indexOf(this.chart), 1);
  }

  Activate() {
    this.sheet.book.active = this.sheet;
  }
}
offer(Chart, {
  DisplayBlanksAs: ['NotPlotted', among(['NotPlotted', 'Zero', 'Interplotted'])],
  PlotVisibleOnly: [true, truth],
  PlotBy: ['Columns', among(['Rows', 'Columns'])],
  ShowDataLabelsOverMaximum: [true, truth],
  Style: [227, numeric],
});
consist(Chart, {
  Axes: ChartAxes,
  DataLabels: ChartDataLabels,
  Format: ChartAreaFormat,
  Legend: ChartLegend,
  PlotArea: ChartPlotArea,
  Title: ChartTitle,
});
for (const side of ['left', 'top', 'width', 'height']) {
  Object.defineProperty(Chart.prototype, side[0].toUpperCase() + side.slice(1), {
    get() {
      return this.sheet.box(this.chart.block)[side];
    },
    set(points) {
      this.sheet.requireOpen();
      const box = { ...this.sheet.box(this.chart.block), [side]: numeric(points, 0) };
      this.chart.block = this.sheet.under(box);
    },
  });
}
