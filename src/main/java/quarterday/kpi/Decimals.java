package quarterday.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Turns the numbers of cells into decimals and back. */
public final class Decimals {
  /** The digits that a spreadsheet shows and keeps of a number. */
  static final MathContext FIGURES = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** No figure of an office is this large; beyond it, sums and squares would leave a double. */
  private static final BigDecimal LARGEST = BigDecimal.ONE.scaleByPowerOfTen(15);

  private Decimals() {}

  /** Whether a figure can be counted with: spreadsheets keep 15 digits of it. */
  static boolean isUsable(BigDecimal value) {
    return value.abs().compareTo(LARGEST) < 0;
  }

  /**
   * The decimal that a cell shows at 15 significant digits. What a binary number cannot hold, such
   * as 98.6, thereby is again what was typed, and comparisons with a mean can be exact.
   */
  public static BigDecimal of(double number) {
    return rounded(new BigDecimal(number));
  }

  /** A decimal at 15 significant digits, as a cell would show it. */
  public static BigDecimal rounded(BigDecimal decimal) {
    BigDecimal value = decimal.round(FIGURES);
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** A fraction in per cent. */
  static BigDecimal inPoints(BigDecimal fraction) {
    return fraction.multiply(HUNDRED).stripTrailingZeros();
  }
}
