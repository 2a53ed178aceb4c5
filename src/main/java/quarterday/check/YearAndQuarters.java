package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Decimals;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;

/** A typed year that is less than its months or quarters come to so far. */
final class YearAndQuarters implements Check {
  private static final Pattern YEAR =
      Pattern.compile(
          "(?:total |year |annual |fy ?|to date |ytd |cumulative |for |so far )*"
              + "(20\\d\\d) ?[/\\-\u2013] ?(?:20)?(\\d\\d)"
              + "(?: total| year| annual| to date| ytd| cumulative| so far)*");

  @Override
  public CheckRule rule() {
    return CheckRule.YEAR_AND_QUARTERS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        Optional<Integer> start = year(column.heading());
        for (MeasureReview measure :
            start.isEmpty() ? List.<MeasureReview>of() : subject.measures(table)) {
          if (measure.measure().rule() == QuarterRule.SUM) {
            compare(subject, measure, column, start.get(), found);
          }
        }
      }
    }
  }

  /** The year in which the financial year of a heading starts, which stands over a whole year. */
  static Optional<Integer> year(String heading) {
    Matcher year = YEAR.matcher(heading);
    return year.matches()
            && Integer.parseInt(year.group(2))
                == Math.floorMod(Integer.parseInt(year.group(1)) + 1, 100)
        ? Optional.of(Integer.parseInt(year.group(1)))
        : Optional.empty();
  }

  private void compare(
      Subject subject,
      MeasureReview measure,
      Subject.TypedColumn column,
      int start,
      Consumer<Finding> found) {
    Address at = new Address(measure.row().row(), column.column());
    CellSnapshot cell = subject.sheet(measure).at(at);
    if (cell.content().number().isEmpty()) {
      return;
    }
    BigDecimal typed = Decimals.of(cell.content().number().getAsDouble());
    BigDecimal known = BigDecimal.ZERO;
    FinancialQuarter quarter = new FinancialQuarter(start, 1);
    for (int q = 1; q <= 4; q++) {
      quarter = new FinancialQuarter(start, q);
      BigDecimal months = BigDecimal.ZERO;
      for (YearMonth month : quarter.months()) {
        months =
            months.add(
                measure.row().value(month).flatMap(Observation::value).orElse(BigDecimal.ZERO));
      }
      Optional<BigDecimal> whole = Subject.figure(measure, quarter).flatMap(Observation::value);
      known = known.add(whole.orElse(months).max(months));
    }
    if (typed.compareTo(known) < 0) {
      found.accept(
          Subject.at(
              rule(),
              measure,
              at,
              String.format(
                  Locale.ROOT,
                  "%s: the year %s (%s) is less than its months and quarters so far (%s); correct whichever is wrong.",
                  measure.measure().name(),
                  quarter.label().substring(0, 7),
                  Rounded.text(typed),
                  Rounded.text(known))));
    }
  }
}
