package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quarterday.kpi.Decimals;
import quarterday.kpi.MeasureTable;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;

/**
 * A change that an analyst typed beside a measure, under a heading that says so.
 *
 * @param value the number, in per cent or in the measure's unit
 * @param percent whether it is a per cent of the earlier figure
 * @param bases what it may be compared with: one comparison where the heading names it, else two
 */
record TypedChange(
    MeasureReview measure,
    Address cell,
    BigDecimal value,
    boolean percent,
    List<Comparison> bases) {
  private static final Pattern CHANGE =
      Pattern.compile("(?U).*\\b(changes?|difference|variance)\\b.*");
  private static final Pattern NO_NUMBER =
      Pattern.compile("(?U).*\\b(reason|why|comment|direction|note|target)\\b.*");
  private static final Pattern PERCENT = Pattern.compile(".*(%|per cent|percent).*");
  private static final Pattern YEAR = Pattern.compile("(?U).*\\b(year|annual|yoy)\\b.*");
  private static final Pattern QUARTER =
      Pattern.compile("(?U).*\\b(previous|last|prior) (quarter|month|period)\\b.*");

  /** All typed changes of a workbook. */
  static List<TypedChange> in(Subject subject) {
    List<TypedChange> all = new ArrayList<>();
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        if (!isChange(column.heading())) {
          continue;
        }
        for (MeasureReview measure : subject.measures(table)) {
          of(subject, measure, column).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  /** Whether a heading stands over changes in number or per cent. */
  static boolean isChange(String heading) {
    return CHANGE.matcher(heading).matches() && !NO_NUMBER.matcher(heading).matches();
  }

  private static Optional<TypedChange> of(
      Subject subject, MeasureReview measure, Subject.TypedColumn column) {
    Address at = new Address(measure.row().row(), column.column());
    CellSnapshot cell = subject.sheet(measure).at(at);
    if (cell.content().number().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal typed = Decimals.of(cell.content().number().getAsDouble());
    boolean fraction = cell.format().contains("%");
    boolean percent =
        (fraction || PERCENT.matcher(column.heading()).matches())
            && !measure.measure().isPercentage();
    List<Comparison> bases = new ArrayList<>();
    boolean year = YEAR.matcher(column.heading()).matches();
    boolean quarter = QUARTER.matcher(column.heading()).matches();
    if (quarter || !year) {
      bases.add(measure.previous());
    }
    if (year || !quarter) {
      bases.add(measure.yearAgo());
    }
    return Optional.of(
        new TypedChange(measure, at, fraction ? typed.movePointRight(2) : typed, percent, bases));
  }
}
