package quarterday.kpi;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import quarterday.sheet.Block;

/**
 * A table of measures. A wide one has a row for each measure and a column for each month or
 * quarter; a long one has a row for each measure in each month or quarter.
 *
 * @param number its number in the workbook, from 1, by which its results are known
 * @param sheet the sheet it stands on
 * @param block all its cells, from the header row to the last measure
 * @param measureColumn the column with the measures' names
 * @param commentaryColumn the column with the analyst's words
 * @param periods the period of each value column; none in a long table
 * @param columns where a long table has what; empty for a wide one
 * @param rows its measures, from the top
 * @param parts numerators and denominators that a long table holds beside its measures
 * @param results where an earlier completion left its results, if it did
 * @param locked whether its sheet is protected, so that nothing can be written
 */
public record MeasureTable(
    int number,
    String sheet,
    Block block,
    int measureColumn,
    OptionalInt commentaryColumn,
    NavigableMap<Integer, ReportingPeriod> periods,
    Optional<LongColumns> columns,
    List<MeasureRow> rows,
    List<MeasureRow> parts,
    Optional<Block> results,
    boolean locked) {
  /** Copies the collections. */
  public MeasureTable {
    periods = new TreeMap<>(periods);
    rows = List.copyOf(rows);
    parts = List.copyOf(parts);
  }

  /** Whether a row is one measure in one month, and not all of a measure. */
  public boolean isLong() {
    return columns.isPresent();
  }

  /** The header row. */
  public int headerRow() {
    return block.top();
  }

  /** The first row of figures. */
  public int firstRow() {
    return block.top() + 1;
  }

  /** The last row of figures. */
  public int lastRow() {
    return block.bottom();
  }

  /** The cells with figures, from the first row and column of them to the last. */
  public Block figures() {
    int left = columns.map(LongColumns::value).orElseGet(periods::firstKey);
    int right = columns.map(LongColumns::value).orElseGet(periods::lastKey);
    return new Block(firstRow(), left, lastRow(), right);
  }

  /** The column of a month, if the table has one. */
  public OptionalInt column(YearMonth month) {
    CalendarMonth wanted = new CalendarMonth(month);
    return periods.entrySet().stream()
        .filter(entry -> entry.getValue().equals(wanted))
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  /** The defined name of the results beside this table. */
  public String resultsName() {
    return resultsName(number);
  }

  /** The defined name of the results beside the table of this number. */
  public static String resultsName(int number) {
    return RESULTS_PREFIX + number;
  }

  /** How the names of results start. */
  public static final String RESULTS_PREFIX = "Quarterday.Results.";

  /** How the names of the product's own sheets start. */
  public static final String SHEET_PREFIX = "Quarterday.Sheet.";

  /** This table under its number in the workbook, with the results of an earlier completion. */
  MeasureTable known(int asNumber, Optional<Block> before) {
    return copy(asNumber, rows, before);
  }

  MeasureTable withRows(List<MeasureRow> others) {
    return copy(number, others, results);
  }

  private MeasureTable copy(
      int otherNumber, List<MeasureRow> otherRows, Optional<Block> otherResults) {
    return new MeasureTable(
        otherNumber,
        sheet,
        block,
        measureColumn,
        commentaryColumn,
        periods,
        columns,
        otherRows,
        parts,
        otherResults,
        locked);
  }
}
