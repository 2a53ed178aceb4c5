package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Decimals;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/**
 * A typed quarter that adds months which count different people, or surveys, and a commentary that
 * gives such a sum.
 */
final class AddedUniques implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.NOT_ADDITIVE;
  }

  /** A smaller sum may be another number by chance. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(100);

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    subject.narratives().stream()
        .filter(n -> n.measure().rule() == QuarterRule.NOT_ADDITIVE)
        .forEach(n -> inWords(n, found));
    years(subject, found);
    for (MeasureReview measure : subject.measures()) {
      if (measure.measure().rule() != QuarterRule.NOT_ADDITIVE) {
        continue;
      }
      measure
          .row()
          .quarters()
          .forEach(
              (quarter, typed) -> {
                List<BigDecimal> months =
                    quarter.months().stream()
                        .flatMap(month -> measure.row().value(month).stream())
                        .flatMap((Observation o) -> o.value().stream())
                        .filter(value -> value.signum() > 0)
                        .toList();
                BigDecimal sum = months.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean added =
                    months.size() > 1
                        && typed.value().filter(value -> value.compareTo(sum) == 0).isPresent();
                if (added) {
                  found.accept(
                      Subject.at(
                          rule(),
                          measure,
                          typed.cell(),
                          String.format(
                              Locale.ROOT,
                              "%s for %s adds its months, which cannot be added because some are counted in each of them; type the source's own figure for the quarter, or [x].",
                              measure.measure().name(),
                              quarter.label())));
                }
              });
    }
  }

  /** A year that adds its months. */
  private void years(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        Optional<Integer> start = YearAndQuarters.year(column.heading());
        for (MeasureReview measure : subject.measures(table)) {
          Address at = new Address(measure.row().row(), column.column());
          OptionalDouble typed = subject.sheet(measure).at(at).content().number();
          if (start.isPresent()
              && typed.isPresent()
              && measure.measure().rule() == QuarterRule.NOT_ADDITIVE
              && isSum(measure, start.get(), Decimals.of(typed.getAsDouble()))) {
            found.accept(
                Subject.at(
                    rule(),
                    measure,
                    at,
                    String.format(
                        Locale.ROOT,
                        "%s for the year adds its months, which cannot be added because some are counted in each of them; type the source's own figure for the year, or [x].",
                        measure.measure().name())));
          }
        }
      }
    }
  }

  private static boolean isSum(MeasureReview measure, int start, BigDecimal typed) {
    List<BigDecimal> months =
        measure
            .row()
            .months()
            .subMap(YearMonth.of(start, 4), true, YearMonth.of(start + 1, 3), true)
            .values()
            .stream()
            .flatMap(o -> o.value().stream())
            .filter(value -> value.signum() > 0)
            .toList();
    return months.size() > 1
        && months.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(typed) == 0;
  }

  /** {@code A total reach of 37,875 this year}, where that is quarter one and quarter two. */
  private void inWords(Narrative narrative, Consumer<Finding> found) {
    for (Claim claim : narrative.claims()) {
      Figure figure = claim.figure();
      boolean level =
          (claim.about() == Claim.About.LEVEL || claim.about() == Claim.About.WHOLE)
              && figure.kind() == Figure.Kind.NUMBER
              && figure.hedge() == Figure.Hedge.EXACT
              && figure.value().compareTo(TELLING) >= 0
              && narrative.now().filter(v -> narrative.agrees(figure, v)).isEmpty()
              && !narrative.isEarlierValue(figure);
      if (level && sums(narrative).anyMatch(sum -> narrative.agrees(figure, sum))) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "%s in the commentary adds figures that cannot be added because some are counted"
                        + " in each of them; leave it out, or give the source's own figure for the"
                        + " whole time.",
                    narrative.quote(figure))));
      }
    }
  }

  /** The quarters of the year so far, this and the one before, and the months of the period. */
  private static Stream<BigDecimal> sums(Narrative narrative) {
    List<ReportingPeriod> quarters = new ArrayList<>();
    List<ReportingPeriod> two = List.of(narrative.period(), narrative.period().previous());
    if (narrative.period() instanceof FinancialQuarter quarter) {
      ReportingPeriod next = quarter;
      for (int i = 0; i < quarter.quarter(); i++) {
        quarters.add(next);
        next = next.previous();
      }
    }
    List<ReportingPeriod> months =
        narrative.period().months().stream().<ReportingPeriod>map(CalendarMonth::new).toList();
    return Stream.of(quarters, two, months)
        .filter(periods -> periods.size() > 1)
        .map(periods -> periods.stream().map(narrative::value).flatMap(Optional::stream).toList())
        .filter(values -> values.size() > 1)
        .map(values -> values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
