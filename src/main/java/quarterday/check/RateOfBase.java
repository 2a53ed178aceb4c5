package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/**
 * A sickness rate that the days lost, the headcount and the calendar do not give. Rows that the
 * catalogue does not know are told by their names and by the periods in which they agree.
 */
final class RateOfBase implements Check {
  private static final String RATE = "O-SICK-PCT";
  private static final String LOST = "O-SICK";
  private static final String AVAILABLE = "O-SICK-AVAIL";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** So many periods that agree tell a row to be the rate. */
  private static final int ENOUGH = 2;

  @Override
  public CheckRule rule() {
    return CheckRule.RATE_OF_BASE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    // Where the days available are counted in a row of their own, the parts decide.
    Optional<MeasureReview> staff = Headcount.in(subject);
    if (staff.isEmpty() || subject.measure(AVAILABLE).isPresent()) {
      return;
    }
    Optional<MeasureReview> known =
        subject.measure(RATE).filter(m -> subject.measure(LOST).isPresent());
    if (known.isPresent()) {
      tell(known.get(), subject.measure(LOST).orElseThrow(), staff.get(), found);
      return;
    }
    List<MeasureReview> ill =
        subject.measures().stream()
            .filter(m -> PossibleDays.isAboutIllness(m.measure().name()))
            .toList();
    for (MeasureReview rate : ill) {
      for (MeasureReview lost : ill) {
        if (rate.measure().isPercentage()
            && lost.measure().unit() == Unit.DAYS
            && isRate(rate, lost, staff.get())) {
          tell(rate, lost, staff.get(), found);
        }
      }
    }
  }

  /** Whether a row is the rate of these days in two periods of three. */
  private static boolean isRate(MeasureReview rate, MeasureReview lost, MeasureReview staff) {
    Map<ReportingPeriod, Observation> figures = Subject.figures(rate);
    long agreeing =
        figures.entrySet().stream()
            .filter(
                e ->
                    exact(e.getKey(), lost, staff)
                        .filter(exact -> Rounded.agrees(e.getValue().value().orElseThrow(), exact))
                        .isPresent())
            .count();
    return agreeing >= ENOUGH && agreeing * 3 >= figures.size() * 2L;
  }

  private static Optional<BigDecimal> exact(
      ReportingPeriod period, MeasureReview lost, MeasureReview staff) {
    BigDecimal days = BigDecimal.valueOf(PossibleDays.days(period));
    return figure(staff, period)
        .filter(n -> n.signum() > 0)
        .flatMap(
            n ->
                figure(lost, period)
                    .map(
                        v -> v.multiply(HUNDRED).divide(n.multiply(days), MathContext.DECIMAL128)));
  }

  private static Optional<BigDecimal> figure(MeasureReview measure, ReportingPeriod period) {
    return Subject.figure(measure, period).flatMap(Observation::value);
  }

  private void tell(
      MeasureReview rate, MeasureReview lost, MeasureReview staff, Consumer<Finding> found) {
    Subject.figures(rate)
        .forEach(
            (period, o) -> {
              BigDecimal shown = o.value().orElseThrow();
              exact(period, lost, staff)
                  .filter(exact -> !Rounded.agrees(shown, exact))
                  .ifPresent(
                      exact -> {
                        String right = Rounded.like(shown, exact).toPlainString();
                        found.accept(
                            Subject.at(
                                    rule(),
                                    rate,
                                    o.cell(),
                                    String.format(
                                        Locale.ROOT,
                                        "%s: %s days over %s staff and %d calendar days is %s%%, not %s%%; correct it, or state the base.",
                                        rate.measure().name(),
                                        Rounded.text(figure(lost, period).orElseThrow()),
                                        Rounded.text(figure(staff, period).orElseThrow()),
                                        PossibleDays.days(period),
                                        right,
                                        Rounded.text(shown)))
                                .suggesting(right + "%"));
                      });
            });
  }
}
