package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;

/** A typed change that the two periods do not give. */
final class ChangeColumn implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public CheckRule rule() {
    return CheckRule.CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (TypedChange typed : TypedChange.in(subject)) {
      List<Comparison> known =
          typed.bases().stream().filter(c -> c.change().isPresent() && !c.isPartial()).toList();
      boolean right =
          known.stream().anyMatch(c -> Rounded.agrees(typed.value(), c.change().orElseThrow()));
      if (typed.percent() || known.size() < typed.bases().size() || right) {
        continue;
      }
      if (isPerCentOfPoints(typed, known)) {
        found.accept(
            Subject.at(
                CheckRule.POINTS_AND_PER_CENT,
                typed.measure(),
                typed.cell(),
                String.format(
                    Locale.ROOT,
                    "%s: %s is the change in per cent of a percentage; give percentage points (%s).",
                    typed.measure().measure().name(),
                    Rounded.text(typed.value()),
                    known.stream().map(c -> sum(typed, c)).collect(Collectors.joining(", and ")))));
        continue;
      }
      found.accept(
          Subject.at(
              rule(),
              typed.measure(),
              typed.cell(),
              String.format(
                  Locale.ROOT,
                  "%s: %s, but %s is entered; correct whichever is wrong.",
                  typed.measure().measure().name(),
                  known.stream().map(c -> sum(typed, c)).collect(Collectors.joining(", and ")),
                  Rounded.text(typed.value()))));
    }
  }

  /** Whether what is typed beside a percentage is its change in per cent and not in points. */
  private static boolean isPerCentOfPoints(TypedChange typed, List<Comparison> known) {
    Optional<BigDecimal> now = shown(typed.measure(), typed.measure().quarter().period());
    return typed.underPerCent()
        && typed.measure().measure().isPercentage()
        && known.stream()
            .map(c -> shown(typed.measure(), c.earlier().period()))
            .flatMap(Optional::stream)
            .filter(then -> then.signum() > 0 && now.isPresent())
            .map(
                then ->
                    now.get().subtract(then).multiply(HUNDRED).divide(then, MathContext.DECIMAL128))
            .anyMatch(exact -> Rounded.agrees(typed.value(), exact));
  }

  /** A figure as it stands in the table. */
  private static Optional<BigDecimal> shown(MeasureReview measure, ReportingPeriod period) {
    return Subject.figure(measure, period).flatMap(Observation::value);
  }

  private static String sum(TypedChange typed, Comparison then) {
    BigDecimal now = typed.measure().quarter().value().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s less %s (%s) is %s",
        Rounded.text(Rounded.like(now, now)),
        Rounded.text(then.earlier().value().map(v -> Rounded.like(v, v)).orElseThrow()),
        then.earlier().period().label(),
        Rounded.text(Rounded.like(typed.value(), then.change().orElseThrow())));
  }
}
