package quarterday.spc;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far a limit lies from the centre line: an amount, or the square root of one.
 *
 * <p>Roots are compared by their squares, so that a point exactly on a limit is never outside it.
 */
record Reach(Exact amount, boolean root) {
  private static final int SHOWN_DIGITS = 50;

  static final Reach NONE = new Reach(Exact.ZERO, false);

  static Reach of(Exact amount) {
    return new Reach(amount, false);
  }

  static Reach rootOf(Exact square) {
    return new Reach(square, true);
  }

  /** Whether a deviation, of either sign, goes strictly further than so many thirds of this. */
  boolean isExceededBy(Exact deviation, int thirds) {
    BigDecimal far = deviation.numerator().abs().multiply(BigDecimal.valueOf(3));
    BigDecimal near = deviation.denominator().multiply(BigDecimal.valueOf(thirds));
    if (root) {
      far = far.multiply(far);
      near = near.multiply(near);
    }
    return far.multiply(amount.denominator()).compareTo(near.multiply(amount.numerator())) > 0;
  }

  Limits around(Exact centre) {
    if (!root) {
      return new Limits(
          centre.toDouble(), centre.minus(amount).toDouble(), centre.plus(amount).toDouble());
    }
    BigDecimal middle = centre.wide();
    BigDecimal width = amount.wide().sqrt(Exact.WIDE);
    // What a root leaves of a difference that is exactly zero is cut off here.
    int scale = SHOWN_DIGITS - (middle.precision() - middle.scale());
    return new Limits(
        middle.doubleValue(),
        middle.subtract(width).setScale(scale, RoundingMode.HALF_EVEN).doubleValue(),
        middle.add(width).setScale(scale, RoundingMode.HALF_EVEN).doubleValue());
  }
}
