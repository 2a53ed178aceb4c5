package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.review.MeasureReview;

/** A sickness rate that the days lost, the headcount and the calendar do not give. */
final class RateOfBase implements Check {
  private static final String RATE = "O-SICK-PCT";
  private static final String LOST = "O-SICK";
  private static final String AVAILABLE = "O-SICK-AVAIL";
  private static final String HEADCOUNT = "O-HEAD";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public CheckRule rule() {
    return CheckRule.RATE_OF_BASE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Optional<MeasureReview> rate = subject.measure(RATE);
    // Where the days available are counted in a row of their own, the parts decide.
    if (rate.isEmpty() || subject.measure(AVAILABLE).isPresent()) {
      return;
    }
    Subject.figures(rate.get())
        .forEach(
            (period, o) -> {
              Optional<BigDecimal> lost =
                  subject
                      .measure(LOST)
                      .flatMap(m -> Subject.figure(m, period))
                      .flatMap(Observation::value);
              Optional<BigDecimal> staff =
                  subject
                      .measure(HEADCOUNT)
                      .flatMap(m -> Subject.figure(m, period))
                      .flatMap(Observation::value)
                      .filter(n -> n.signum() > 0);
              if (lost.isEmpty() || staff.isEmpty()) {
                return;
              }
              BigDecimal base = staff.get().multiply(BigDecimal.valueOf(PossibleDays.days(period)));
              BigDecimal exact = lost.get().multiply(HUNDRED).divide(base, MathContext.DECIMAL128);
              BigDecimal shown = o.value().orElseThrow();
              if (!Rounded.agrees(shown, exact)) {
                String right = Rounded.like(shown, exact).toPlainString();
                found.accept(
                    Subject.at(
                            rule(),
                            rate.get(),
                            o.cell(),
                            String.format(
                                Locale.ROOT,
                                "%s: %s days over %s staff and %d calendar days is %s%%, not %s%%; correct it, or state the base.",
                                rate.get().measure().name(),
                                Rounded.text(lost.get()),
                                Rounded.text(staff.get()),
                                PossibleDays.days(period),
                                right,
                                Rounded.text(shown)))
                        .suggesting(right + "%"));
              }
            });
  }
}
