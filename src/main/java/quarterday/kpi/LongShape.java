package quarterday.kpi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;

/**
 * Tells a long table from all other lists with a name, a date and a number: most of its rows say a
 * month, hardly any two say the same month of the same measure, and its figures are figures.
 */
final class LongShape {
  /** So many rows are looked at. */
  private static final int SAMPLE = 200;

  private final SheetSnapshot sheet;
  private final boolean dates1904;
  private final int header;
  private final int[] headed;
  private final int measure;

  /**
   * A shape to be told.
   *
   * @param header the row with headings
   * @param headed the columns of the headings that belong together
   * @param measure the column of the measures' names
   */
  LongShape(SheetSnapshot sheet, boolean dates1904, int header, int[] headed, int measure) {
    this.sheet = sheet;
    this.dates1904 = dates1904;
    this.header = header;
    this.headed = headed;
    this.measure = measure;
  }

  /** The columns, if this is a long table. */
  Optional<LongColumns> columns() {
    OptionalInt figure = figure();
    List<Integer> candidates = all(Heading.PERIOD);
    if (figure.isEmpty() || candidates.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> rows = sample(figure.getAsInt());
    OptionalInt year = first(Heading.YEAR);
    int period = -1;
    int most = 0;
    for (int candidate : candidates) {
      RowPeriods periods = new RowPeriods(sheet, dates1904, candidate, year);
      int read = (int) rows.stream().filter(row -> isPeriod(periods, row)).count();
      if (read > most) {
        period = candidate;
        most = read;
      }
    }
    if (most * 2 <= rows.size() || !isTable(rows, period, year, figure.getAsInt())) {
      return Optional.empty();
    }
    return Optional.of(
        new LongColumns(
            period, year, figure.getAsInt(), first(Heading.NUMERATOR), first(Heading.DENOMINATOR)));
  }

  private static boolean isPeriod(RowPeriods periods, int row) {
    return periods.at(row).isPresent()
        || periods.cell(row).content().text().filter(PeriodReader::isAmbiguous).isPresent();
  }

  private boolean isTable(List<Integer> rows, int period, OptionalInt year, int figure) {
    RowPeriods periods = new RowPeriods(sheet, dates1904, period, year);
    MergedColumn names = new MergedColumn(sheet, measure);
    OptionalInt section = first(Heading.SECTION);
    Set<List<Object>> distinct = new HashSet<>();
    int filled = 0;
    int words = 0;
    for (int row : rows) {
      Content content = sheet.at(row, figure).content();
      filled += content.isBlank() ? 0 : 1;
      words += isWords(content) ? 1 : 0;
      distinct.add(
          List.of(
              SettingsSheets.shown(names.at(row)),
              section.isPresent() ? sheet.at(row, section.getAsInt()).content() : "",
              periods.at(row).map(ReportingPeriod::label).orElse("row " + row)));
    }
    return distinct.size() * 2 > rows.size() && words * 2 <= filled;
  }

  /** Text that is neither a figure nor shorthand for one. */
  private static boolean isWords(Content content) {
    return content
        .text()
        .map(text -> ValueText.parse(text, Unit.COUNT))
        .filter(text -> text.value().isEmpty() && text.token().isEmpty() && text.marks().isEmpty())
        .isPresent();
  }

  /** The first rows under the headings that have more than one cell, as a heading has. */
  private List<Integer> sample(int figure) {
    List<Integer> rows = new ArrayList<>();
    for (int row = header + 1; row <= Math.min(sheet.lastRow(), header + SAMPLE); row++) {
      if (Heading.MEASURE.is(sheet.at(row, measure))) {
        break;
      }
      int cells = 0;
      for (int column : headed) {
        cells += sheet.at(row, column).isBlank() ? 0 : 1;
      }
      if (cells > 1 || !sheet.at(row, figure).isBlank()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The column of figures: one headed Value, else the first likely one after the names. */
  private OptionalInt figure() {
    OptionalInt value = first(Heading.VALUE);
    if (value.isPresent()) {
      return value;
    }
    List<Integer> likely = all(Heading.FIGURE);
    return likely.stream()
        .filter(column -> column > measure)
        .findFirst()
        .or(() -> likely.stream().findFirst())
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private OptionalInt first(Heading heading) {
    List<Integer> all = all(heading);
    return all.isEmpty() ? OptionalInt.empty() : OptionalInt.of(all.get(0));
  }

  private List<Integer> all(Heading heading) {
    List<Integer> columns = new ArrayList<>();
    for (int column : headed) {
      CellSnapshot cell = sheet.at(header, column);
      if (column != measure && heading.is(cell)) {
        columns.add(column);
      }
    }
    return columns;
  }
}
