package quarterday.spc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A quotient that is never worked out until it is shown; the denominator is above zero. */
record Exact(BigDecimal numerator, BigDecimal denominator) {
  static final MathContext WIDE = new MathContext(60, RoundingMode.HALF_EVEN);

  static final Exact ZERO = new Exact(BigDecimal.ZERO, BigDecimal.ONE);

  Exact minus(Exact other) {
    if (denominator.compareTo(other.denominator) == 0) {
      return new Exact(numerator.subtract(other.numerator), denominator);
    }
    return new Exact(
        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Exact plus(Exact other) {
    return new Exact(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  int compare(Exact other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  int sign() {
    return numerator.signum();
  }

  /** The decimal, to sixty digits. */
  BigDecimal wide() {
    return numerator.divide(denominator, WIDE);
  }

  double toDouble() {
    boolean whole =
        denominator.compareTo(BigDecimal.ONE) == 0 && numerator.precision() <= WIDE.getPrecision();
    return (whole ? numerator : wide()).doubleValue();
  }
}
