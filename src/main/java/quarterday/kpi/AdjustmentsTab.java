package quarterday.kpi;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sheet with the headings Measure, Month and Kind.
 *
 * @param sheet its name
 * @param columns where its columns stand
 * @param entries its rows with a measure, those too that cannot be used, from the top
 * @param nextRow the first row below them all
 */
public record AdjustmentsTab(String sheet, Columns columns, List<Entry> entries, int nextRow) {
  /** Copies the list. */
  public AdjustmentsTab {
    entries = List.copyOf(entries);
  }

  /**
   * Where the columns stand.
   *
   * @param first the first column that has a heading
   * @param last the last column that has a heading, understood or not
   */
  public record Columns(
      int measure, int month, int kind, OptionalInt reason, OptionalInt by, int first, int last) {}

  /**
   * A row.
   *
   * @param measure the measure's id, or what is written where no measure is called that
   * @param monthFormat the number format of the month's cell
   */
  public record Entry(
      int row,
      String measure,
      Optional<YearMonth> month,
      String monthFormat,
      Optional<Adjustment.Kind> kind) {}
}
