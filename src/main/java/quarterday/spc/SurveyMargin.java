package quarterday.spc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The margin of error of a share that a survey found, or of the difference between two.
 *
 * <p>1.96 standard errors, which sampling alone exceeds in one survey in twenty: of one share p
 * among n people 1.96 x square root of p (1 - p) / n, of a difference the square root of the sum of
 * both squares. Example: 50% of 100 people, 1.96 x 0.05 = 9.8 points. It takes the people asked for
 * a simple random sample; a sample drawn otherwise has a wider margin. Source: any textbook, such
 * as Cochran, <i>Sampling Techniques</i>.
 */
public final class SurveyMargin {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SurveyMargin() {}

  /**
   * The margin of the difference between two percentages, in points; empty where a figure is no
   * percentage or nobody was asked.
   */
  public static Optional<BigDecimal> ofDifference(
      BigDecimal percentage, BigDecimal asked, BigDecimal earlier, BigDecimal askedEarlier) {
    return variance(percentage, asked)
        .flatMap(now -> variance(earlier, askedEarlier).map(now::add))
        .map(
            both ->
                ControlConstants.NORMAL_FIVE_PER_CENT.multiply(both.sqrt(MathContext.DECIMAL64)));
  }

  private static Optional<BigDecimal> variance(BigDecimal percentage, BigDecimal asked) {
    return asked.signum() <= 0 || percentage.signum() < 0 || percentage.compareTo(HUNDRED) > 0
        ? Optional.empty()
        : Optional.of(
            percentage.multiply(HUNDRED.subtract(percentage)).divide(asked, MathContext.DECIMAL64));
  }
}
