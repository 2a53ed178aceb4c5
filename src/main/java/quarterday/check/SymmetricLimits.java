package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.sheet.Address;

/** Typed limits whose mean is not midway, unless one of them is cut off at what is possible. */
final class SymmetricLimits implements Check {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @Override
  public CheckRule rule() {
    return CheckRule.SYMMETRIC_LIMITS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (WrittenLimits limits : WrittenLimits.in(subject)) {
      boolean floored = limits.lower().signum() == 0;
      boolean capped =
          limits.highest().filter(most -> limits.upper().compareTo(most) == 0).isPresent();
      BigDecimal middle = limits.upper().add(limits.lower()).divide(TWO);
      BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals(limits));
      if (floored || capped || middle.subtract(limits.mean()).abs().compareTo(unit) <= 0) {
        continue;
      }
      found.accept(
          Subject.at(
              rule(),
              limits.measure(),
              odd(limits),
              String.format(
                  Locale.ROOT,
                  "%s: the mean %s is not midway between %s and %s; one of the three is mistyped.",
                  limits.measure().measure().name(),
                  Rounded.text(limits.mean()),
                  Rounded.text(limits.lower()),
                  Rounded.text(limits.upper()))));
    }
  }

  private static int decimals(WrittenLimits limits) {
    return Math.min(
        4,
        Math.max(
            Rounded.decimals(limits.mean()),
            Math.max(Rounded.decimals(limits.lower()), Rounded.decimals(limits.upper()))));
  }

  /** The limit that is out of all proportion; otherwise the mean. */
  private static Address odd(WrittenLimits limits) {
    BigDecimal above = limits.upper().subtract(limits.mean()).abs();
    BigDecimal below = limits.mean().subtract(limits.lower()).abs();
    BigDecimal five = BigDecimal.valueOf(5);
    if (above.compareTo(below.multiply(five)) > 0) {
      return limits.upperCell();
    }
    return below.compareTo(above.multiply(five)) > 0 ? limits.lowerCell() : limits.meanCell();
  }
}
