package quarterday.complete;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Block;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/** Where everything stands that formulas refer to: sheets' titles, rows of Results and SPC data. */
final class Places {
  /** The row of headings on each sheet of ours, under its title and a note. */
  static final int HEADER_ROW = 2;

  /** The first row under the headings. */
  static final int FIRST_ROW = HEADER_ROW + 1;

  private final Snapshot snapshot;
  private final Review review;
  private final Map<SheetKind, String> titles = new HashMap<>();
  private final Map<String, Integer> resultRows = new HashMap<>();
  private final Map<String, Integer> spcRows = new HashMap<>();
  private final Map<Integer, Integer> firstResult = new TreeMap<>();
  private final Map<Integer, Integer> lastResult = new TreeMap<>();
  private final Map<Integer, Boolean> jokers = new HashMap<>();
  private final Set<String> unkeyed = new HashSet<>();
  private final Map<Integer, Block> blocks = new TreeMap<>();

  /**
   * Columns of tables by number, as formulas name them: as many formulas do as there are figures.
   */
  private final Map<Integer, Map<Integer, String>> columns = new HashMap<>();

  Places(Snapshot snapshot, Review review) {
    this.snapshot = snapshot;
    this.review = review;
    titles();
    int result = FIRST_ROW;
    int spc = FIRST_ROW;
    for (MeasureReview m : review.measures()) {
      resultRows.put(m.measure().id(), result);
      firstResult.putIfAbsent(m.table().number(), result);
      lastResult.put(m.table().number(), result);
      result++;
      int rows = spcPositions(m).size();
      if (rows > 0) {
        spcRows.put(m.measure().id(), spc);
        spc += rows;
      }
    }
    keys();
  }

  private void titles() {
    Set<String> taken = new HashSet<>();
    Map<SheetKind, String> existing = new HashMap<>();
    for (SheetKind kind : SheetKind.values()) {
      snapshot
          .named(kind.definedName())
          .filter(name -> snapshot.sheet(name.sheet()).isPresent())
          .ifPresent(name -> existing.put(kind, name.sheet()));
    }
    for (SheetSnapshot sheet : snapshot.sheets()) {
      taken.add(sheet.name().toLowerCase(Locale.ROOT));
    }
    for (SheetKind kind : SheetKind.values()) {
      String title = existing.containsKey(kind) ? existing.get(kind) : kind.freeTitle(taken);
      titles.put(kind, title);
      taken.add(title.toLowerCase(Locale.ROOT));
    }
  }

  /** A name can be looked up if it is text, short enough, and no other row of its table has it. */
  private void keys() {
    Map<Integer, List<MeasureReview>> byTable = new TreeMap<>();
    for (MeasureReview m : review.measures()) {
      byTable.computeIfAbsent(m.table().number(), key -> new ArrayList<>()).add(m);
    }
    byTable.forEach(
        (number, measures) -> {
          Map<String, Integer> count = new HashMap<>();
          for (MeasureReview m : measures) {
            count.merge(m.row().label().toLowerCase(Locale.ROOT), 1, Integer::sum);
            jokers.merge(number, FormulaText.hasJokers(m.row().label()), Boolean::logicalOr);
          }
          for (MeasureReview m : measures) {
            String label = m.row().label();
            SheetSnapshot sheet = sheet(m.table());
            boolean text = sheet.at(m.row().name()).content().text().isPresent();
            if (!text
                || label.length() > FormulaText.LONGEST_KEY
                || count.get(label.toLowerCase(Locale.ROOT)) > 1) {
              unkeyed.add(m.measure().id());
            }
          }
        });
  }

  SheetSnapshot sheet(MeasureTable table) {
    return snapshot.sheet(table.sheet()).orElseThrow();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Review review() {
    return review;
  }

  /** The name of a sheet of ours. */
  String title(SheetKind kind) {
    return titles.get(kind);
  }

  /** The measure's row on Results. */
  int resultRow(MeasureReview m) {
    return resultRows.get(m.measure().id());
  }

  /** The measure's first row on SPC data, if it has any. */
  Optional<Integer> spcRow(MeasureReview m) {
    return Optional.ofNullable(spcRows.get(m.measure().id()));
  }

  /** The positions of a measure's series that are listed on SPC data: those inside the window. */
  static List<Integer> spcPositions(MeasureReview m) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < m.series().size(); i++) {
      if (m.chart().phase(i).isPresent()) {
        positions.add(i);
      }
    }
    return positions;
  }

  /** A column of Results, in the rows of one table's measures. */
  String results(int table, int column) {
    return FormulaText.column(
        title(SheetKind.RESULTS), column, firstResult.get(table), lastResult.get(table));
  }

  /** Whether formulas can find the measure's row by its name: a long table has many of them. */
  boolean isKeyed(MeasureReview m) {
    return !m.table().isLong() && isNamed(m);
  }

  /** Whether its name is this measure's alone among those of its table. */
  boolean isNamed(MeasureReview m) {
    return !unkeyed.contains(m.measure().id());
  }

  /** The verdict that Results holds of a measure that is alone with its name. */
  String verdict(MeasureReview m) {
    int table = m.table().number();
    return "INDEX("
        + results(table, ResultsSheet.EXCEPTION)
        + ","
        + inResults(table, FormulaText.text(m.row().label()))
        + ")";
  }

  /** Where the measure named in a cell stands among the rows of its table. */
  String inTable(MeasureTable table, String cell) {
    return FormulaText.match(
        cell, column(table, table.measureColumn()), jokers.getOrDefault(table.number(), false));
  }

  /** A column of a table, in the rows of its measures. */
  String column(MeasureTable table, int column) {
    return columns
        .computeIfAbsent(table.number(), key -> new HashMap<>())
        .computeIfAbsent(
            column,
            key -> FormulaText.column(table.sheet(), key, table.firstRow(), table.lastRow()));
  }

  /** Where the measure named in a cell stands among its table's rows on Results. */
  String inResults(int table, String cell) {
    return FormulaText.match(
        cell, results(table, ResultsSheet.MEASURE), jokers.getOrDefault(table, false));
  }

  /** Where a table's results stand. */
  void place(MeasureTable table, Block block) {
    blocks.put(table.number(), block);
  }

  /** Where a table's results stand, if they can be written. */
  Optional<Block> block(MeasureTable table) {
    return Optional.ofNullable(blocks.get(table.number()));
  }

  /**
   * The columns of a period's months in a table, in the period's order; empty if one is missing.
   */
  static List<Integer> columns(MeasureTable table, ReportingPeriod period) {
    List<Integer> columns = new ArrayList<>();
    for (YearMonth month : period.months()) {
      table.column(month).ifPresent(columns::add);
    }
    return columns.size() == period.months().size() ? columns : List.of();
  }

  /**
   * The value columns up to the end of the period, on which verdicts rest; a long table has none.
   */
  static Optional<Block> judged(MeasureTable table, MeasureRow row, ReportingPeriod period) {
    if (table.isLong()) {
      return Optional.empty();
    }
    int first = table.periods().firstKey();
    int last = -1;
    for (Map.Entry<Integer, ReportingPeriod> column : table.periods().entrySet()) {
      if (!column.getValue().last().isAfter(period.last())) {
        last = column.getKey();
      }
    }
    return last < 0 ? Optional.empty() : Optional.of(new Block(row.row(), first, row.row(), last));
  }

  /** A period as a cell of ours holds it: months as dates, quarters as text. */
  Content period(ReportingPeriod point) {
    return point instanceof CalendarMonth ? Content.of(serial(point)) : Content.of(point.label());
  }

  /** A month as a cell of ours holds it. */
  double serial(ReportingPeriod point) {
    YearMonth month = point instanceof CalendarMonth calendar ? calendar.month() : point.first();
    return PeriodReader.serial(month, snapshot.dates1904());
  }
}
