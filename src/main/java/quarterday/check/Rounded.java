package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as people show them: rounded half up to so many decimals. */
final class Rounded {
  /** With more decimals than this a figure was worked out by a formula and not typed. */
  private static final int TYPED = 4;

  private static final BigDecimal SAME = new BigDecimal("0.000001");

  private Rounded() {}

  /** Whether an exact figure is shown as this one. */
  static boolean agrees(BigDecimal shown, BigDecimal exact) {
    int scale = decimals(shown);
    return scale > TYPED
        ? shown.subtract(exact).abs().compareTo(SAME.max(exact.abs().multiply(SAME))) <= 0
        : exact.setScale(scale, RoundingMode.HALF_UP).compareTo(shown) == 0;
  }

  /** An exact figure with as many decimals as this one is shown with. */
  static BigDecimal like(BigDecimal shown, BigDecimal exact) {
    return exact.setScale(Math.min(TYPED, decimals(shown)), RoundingMode.HALF_UP);
  }

  /** How many decimals a figure is shown with. */
  static int decimals(BigDecimal shown) {
    return Math.max(0, shown.stripTrailingZeros().scale());
  }

  /** A figure without idle zeros. */
  static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
