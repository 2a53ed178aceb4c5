package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Measure;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;

/** A typed ratio that the figures of its two parts, for the same period, do not give. */
final class PercentageOfParts implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public CheckRule rule() {
    return CheckRule.PERCENTAGE_OF_PARTS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      Measure m = measure.measure();
      Optional<MeasureReview> above = m.numerator().flatMap(subject::measure);
      Optional<MeasureReview> below = m.denominator().flatMap(subject::measure);
      if (above.isEmpty() || below.isEmpty() || m.rule() == QuarterRule.WEIGHTED_MEAN) {
        continue;
      }
      Subject.figures(measure)
          .forEach((period, o) -> compare(measure, o, period, above.get(), below.get(), found));
    }
  }

  private void compare(
      MeasureReview measure,
      Observation typed,
      ReportingPeriod period,
      MeasureReview above,
      MeasureReview below,
      Consumer<Finding> found) {
    Optional<BigDecimal> n = Subject.figure(above, period).flatMap(Observation::value);
    Optional<BigDecimal> d = Subject.figure(below, period).flatMap(Observation::value);
    if (n.isEmpty() || d.isEmpty() || d.get().signum() <= 0) {
      return;
    }
    boolean percentage = measure.measure().isPercentage();
    BigDecimal shown = typed.value().orElseThrow();
    BigDecimal exact =
        n.get()
            .multiply(percentage ? HUNDRED : BigDecimal.ONE)
            .divide(d.get(), MathContext.DECIMAL128);
    if (Rounded.agrees(shown, exact)) {
      return;
    }
    String sign = percentage ? "%" : "";
    String right = Rounded.like(shown, exact).toPlainString();
    found.accept(
        Subject.at(
                rule(),
                measure,
                typed.cell(),
                String.format(
                    Locale.ROOT,
                    "%s: %s of %s is %s%s, but %s%s is entered for %s; correct whichever is wrong.",
                    measure.measure().name(),
                    Rounded.text(n.get()),
                    Rounded.text(d.get()),
                    right,
                    sign,
                    Rounded.text(shown),
                    sign,
                    period.label()))
            .suggesting(right + sign));
  }
}
