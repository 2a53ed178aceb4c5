package quarterday.kpi;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import quarterday.sheet.Address;

/**
 * A measure in its row of a table, or in its rows of a long one, with its figures.
 *
 * @param measure the measure
 * @param name the cell with its name; in a long table the first of them
 * @param label exactly what that cell holds, by which formulas find the row
 * @param months its monthly figures, also gaps, by month; doubled months are gaps
 * @param quarters its typed quarters
 * @param commentary what the analyst wrote about it, or empty
 * @param commentaryCell where that is written, if the table has such a column
 * @param inFractions whether its cells hold fractions in a per cent format, and not points such as
 *     96.5
 */
public record MeasureRow(
    Measure measure,
    Address name,
    String label,
    NavigableMap<YearMonth, Observation> months,
    NavigableMap<FinancialQuarter, Observation> quarters,
    String commentary,
    Optional<Address> commentaryCell,
    boolean inFractions) {
  /** Copies the maps. */
  public MeasureRow {
    months = new TreeMap<>(months);
    quarters = new TreeMap<>(quarters);
  }

  /** A row whose figures say themselves whether they are fractions. */
  MeasureRow(
      Measure measure,
      Address name,
      String label,
      NavigableMap<YearMonth, Observation> months,
      NavigableMap<FinancialQuarter, Observation> quarters,
      String commentary,
      Optional<Address> commentaryCell) {
    this(
        measure,
        name,
        label,
        months,
        quarters,
        commentary,
        commentaryCell,
        inFractions(months.values(), quarters.values()));
  }

  /** The row's number, counted from zero. */
  public int row() {
    return name.row();
  }

  /** The figure of a month, if there is a number. */
  public Optional<Observation> value(YearMonth month) {
    return Optional.ofNullable(months.get(month)).filter(o -> !o.isGap());
  }

  /** Whether the measure has figures by quarter only. */
  public boolean isQuarterly() {
    return !quarters.isEmpty()
        && months.values().stream().allMatch(Observation::isGap)
        && quarters.values().stream().anyMatch(o -> !o.isGap());
  }

  /** Whether any figure is a number. */
  public boolean hasFigures() {
    return months.values().stream().anyMatch(o -> !o.isGap())
        || quarters.values().stream().anyMatch(o -> !o.isGap());
  }

  private static boolean inFractions(
      Collection<Observation> months, Collection<Observation> quarters) {
    int fractions = 0;
    int figures = 0;
    for (Collection<Observation> part : List.of(months, quarters)) {
      for (Observation o : part) {
        fractions += o.fraction() ? 1 : 0;
        figures += o.isGap() ? 0 : 1;
      }
    }
    return fractions > 0 && fractions * 2 >= figures;
  }

  MeasureRow withMeasure(Measure other) {
    return new MeasureRow(
        other, name, label, months, quarters, commentary, commentaryCell, inFractions);
  }

  MeasureRow withMonths(NavigableMap<YearMonth, Observation> others) {
    return new MeasureRow(measure, name, label, others, quarters, commentary, commentaryCell);
  }
}
