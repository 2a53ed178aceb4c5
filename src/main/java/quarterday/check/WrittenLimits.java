package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import quarterday.kpi.Decimals;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/**
 * Mean and limits that an analyst typed beside a measure.
 *
 * @param meanCell where the mean stands
 * @param lowerCell where the lower limit stands
 * @param upperCell where the upper limit stands
 */
record WrittenLimits(
    MeasureReview measure,
    Address meanCell,
    BigDecimal mean,
    Address lowerCell,
    BigDecimal lower,
    Address upperCell,
    BigDecimal upper) {
  private static final Pattern MEAN = Pattern.compile("mean|average|cent(re|er) line|cl");
  private static final Pattern LOWER =
      Pattern.compile("lcl|lower( control| process)?( limit)?|lower limit.*");
  private static final Pattern UPPER =
      Pattern.compile("ucl|upper( control| process)?( limit)?|upper limit.*");

  /** All rows of a workbook that have typed limits. */
  static List<WrittenLimits> in(Subject subject) {
    List<WrittenLimits> all = new ArrayList<>();
    for (MeasureTable table : subject.book().tables()) {
      OptionalInt mean = column(subject, table, MEAN);
      OptionalInt lower = column(subject, table, LOWER);
      OptionalInt upper = column(subject, table, UPPER);
      if (mean.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
        continue;
      }
      for (MeasureReview measure : subject.measures(table)) {
        of(subject, measure, mean.getAsInt(), lower.getAsInt(), upper.getAsInt())
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private static OptionalInt column(Subject subject, MeasureTable table, Pattern heading) {
    return subject.typedColumns(table).stream()
        .filter(column -> heading.matcher(column.heading()).matches())
        .mapToInt(Subject.TypedColumn::column)
        .findFirst();
  }

  private static Optional<WrittenLimits> of(
      Subject subject, MeasureReview measure, int mean, int lower, int upper) {
    Optional<BigDecimal> m = number(subject, measure, mean);
    Optional<BigDecimal> l = number(subject, measure, lower);
    Optional<BigDecimal> u = number(subject, measure, upper);
    int row = measure.row().row();
    return m.isEmpty() || l.isEmpty() || u.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WrittenLimits(
                measure,
                new Address(row, mean),
                m.get(),
                new Address(row, lower),
                l.get(),
                new Address(row, upper),
                u.get()));
  }

  private static Optional<BigDecimal> number(Subject subject, MeasureReview measure, int column) {
    return subject.sheet(measure).at(measure.row().row(), column).content().number().stream()
        .mapToObj(Decimals::of)
        .findFirst();
  }

  /** The most that is possible, in the cells' own scale: a percentage may be a fraction. */
  Optional<BigDecimal> highest() {
    return measure
        .measure()
        .highest()
        .map(most -> measure.row().inFractions() ? most.movePointLeft(2) : most);
  }
}
