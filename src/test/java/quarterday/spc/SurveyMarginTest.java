package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SurveyMarginTest {
  private static double difference(double now, int asked, double then, int askedThen) {
    return SurveyMargin.ofDifference(
            BigDecimal.valueOf(now),
            BigDecimal.valueOf(asked),
            BigDecimal.valueOf(then),
            BigDecimal.valueOf(askedThen))
        .orElseThrow()
        .doubleValue();
  }

  /** Two figures of 50% of 100 each: 1.96 x square root of (25 + 25) = 13.86 points. */
  @Test
  void theMarginOfADifferenceIsThatOfBothTogether() {
    assertThat(difference(50, 100, 50, 100)).isCloseTo(1.96 * Math.sqrt(50), within(1e-12));
    assertThat(difference(0, 100, 50, 100)).isCloseTo(9.8, within(1e-12));
  }

  /** About 700 interviews a force and year, with six in ten content: 5.1 points. */
  @Test
  void aForcesCrimeSurveyHasAMarginOfAboutFivePoints() {
    assertThat(difference(60, 700, 58, 700)).isCloseTo(5.15, within(0.01));
  }

  @Test
  void nobodyAskedOrNoPercentageHasNone() {
    BigDecimal half = BigDecimal.valueOf(50);
    assertThat(SurveyMargin.ofDifference(half, BigDecimal.ZERO, half, half)).isEmpty();
    assertThat(SurveyMargin.ofDifference(BigDecimal.valueOf(101), half, half, half)).isEmpty();
    assertThat(SurveyMargin.ofDifference(half, half, BigDecimal.valueOf(-1), half)).isEmpty();
  }
}
