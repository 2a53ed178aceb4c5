package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;

/**
 * A share of the reporting period that no whole number out of its base gives, as 81% of 17 people.
 * Shares of staff are taken of the headcount, unless the workbook defines them itself: then it is
 * for the workbook to say of whom.
 */
final class PossibleShare implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** From this base on every share in whole per cent is possible. */
  static final BigDecimal LARGE = BigDecimal.valueOf(200);

  private static final List<String> SHARES_OF_STAFF = List.of("O-FEM", "O-MALE", "O-BAME");
  private static final String HEADCOUNT = "O-HEAD";

  @Override
  public CheckRule rule() {
    return CheckRule.POSSIBLE_SHARE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      boolean ofStaff = SHARES_OF_STAFF.contains(measure.measure().id());
      if (ofStaff && measure.measure().isDefinedInWorkbook()) {
        continue;
      }
      Optional<MeasureReview> base =
          (ofStaff ? Optional.of(HEADCOUNT) : measure.measure().denominator())
              .flatMap(subject::measure);
      if (!measure.measure().isPercentage() || base.isEmpty()) {
        continue;
      }
      Optional<MeasureReview> part = measure.measure().numerator().flatMap(subject::measure);
      ReportingPeriod reported = subject.review().period();
      Subject.figures(measure)
          .forEach(
              (period, o) -> {
                if (!period.last().equals(reported.last())) {
                  return;
                }
                boolean partKnown = part.flatMap(p -> Subject.figure(p, period)).isPresent();
                if (!partKnown) {
                  compare(measure, o, period, base.get(), found);
                }
              });
    }
  }

  private void compare(
      MeasureReview measure,
      Observation typed,
      ReportingPeriod period,
      MeasureReview base,
      Consumer<Finding> found) {
    BigDecimal shown = typed.value().orElseThrow();
    Optional<BigDecimal> whole =
        Subject.figure(base, period)
            .flatMap(Observation::value)
            .filter(n -> Rounded.decimals(n) == 0 && n.signum() > 0)
            .filter(n -> n.compareTo(LARGE) < 0);
    if (whole.isEmpty()
        || Rounded.decimals(shown) > 1
        || shown.signum() < 0
        || shown.compareTo(HUNDRED) > 0
        || isPossible(shown, Rounded.decimals(shown), whole.get().intValueExact())) {
      return;
    }
    found.accept(
        Subject.at(
            rule(),
            measure,
            typed.cell(),
            String.format(
                Locale.ROOT,
                "%s: no whole number out of %s (%s, %s) gives %s%%; check which are counted, and state the base.",
                measure.measure().name(),
                Rounded.text(whole.get()),
                base.measure().name(),
                period.label(),
                Rounded.text(shown))));
  }

  /** Whether a share, shown with so many decimals, is that of a whole number out of a base. */
  static boolean isPossible(BigDecimal shown, int decimals, int base) {
    int nearest =
        shown
            .multiply(BigDecimal.valueOf(base))
            .divide(HUNDRED, 0, RoundingMode.HALF_UP)
            .intValueExact();
    for (int part = Math.max(0, nearest - 1); part <= Math.min(base, nearest + 1); part++) {
      BigDecimal above = HUNDRED.multiply(BigDecimal.valueOf(part));
      // A tie may have been rounded either way.
      boolean same =
          above.divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP).compareTo(shown)
                  == 0
              || above
                      .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_DOWN)
                      .compareTo(shown)
                  == 0;
      if (same) {
        return true;
      }
    }
    return false;
  }
}
