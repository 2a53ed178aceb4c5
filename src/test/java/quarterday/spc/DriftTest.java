package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static Optional<Drift> of(Series series) {
    return Drift.of(series, Given.phase(series));
  }

  @Test
  void thirteenRisesAreADrift() {
    assertThat(of(Given.series("1 2 3 4 5 6 7 8 9 10 11 12 13")))
        .contains(new Drift(Side.ABOVE, 0, 12, 13));
    assertThat(of(Given.series("13 12 11 10 9 8 7 6 5 4 3 2 1")))
        .contains(new Drift(Side.BELOW, 0, 12, 13));
  }

  @Test
  void thirteenPointsAreNeeded() {
    assertThat(of(Given.series("1 2 3 4 5 6 7 8 9 10 11 12"))).isEmpty();
  }

  /**
   * Thirteen points without ties: V = 13 x 12 x 31 / 18 = 268.67, so S must be beyond 1 + 2.576 x
   * 16.39 = 43.2. Pairs number 78: 17 the wrong way leave S = 44, and 18 leave 42.
   */
  @Test
  void theBoundIsKendalls() {
    assertThat(of(withInversions(17))).isPresent();
    assertThat(of(withInversions(18))).isEmpty();
  }

  /** 1 to 13 with so many pairs of neighbours changed one after the other. */
  private static Series withInversions(int inversions) {
    List<Integer> order = new ArrayList<>();
    for (int i = 1; i <= 13; i++) {
      order.add(i);
    }
    int left = inversions;
    for (int pass = 0; left > 0; pass = (pass + 1) % 12) {
      if (order.get(pass) < order.get(pass + 1)) {
        Collections.swap(order, pass, pass + 1);
        left--;
      }
    }
    return Series.of(order.stream().map(i -> Optional.of(BigDecimal.valueOf(i))).toList());
  }

  /**
   * Seven ones and seven twos: S = 49 and V = (14 x 13 x 33 - 2 x 7 x 6 x 19) / 18 = 245, so 48 /
   * 15.65 = 3.07. Without the correction for ties it would be 48 / 18.27 = 2.63.
   */
  @Test
  void tiesMakeTheVarianceSmaller() {
    assertThat(of(Given.series("1*7 2*7"))).isPresent();
    // Nine ones, three twos, one three: S = 39 and V = (4836 - 9 x 8 x 23 - 3 x 2 x 11) / 18 = 173.
    assertThat(of(Given.series("1*9 2*3 3"))).isPresent();
    // Twelve ones and a two: S = 12, V = (4836 - 12 x 11 x 29) / 18 = 56: 11 / 7.48 = 1.47.
    assertThat(of(Given.series("1*12 2"))).isEmpty();
    assertThat(of(Given.series("5*13"))).isEmpty();
  }

  @Test
  void onlyTheLastTwoYearsCount() {
    // A year and a half of falling before: over all 42 there is no drift, over the last 24 there
    // is.
    StringBuilder text = new StringBuilder();
    for (int i = 18; i > 0; i--) {
      text.append(i + 30).append(' ');
    }
    for (int i = 0; i < 24; i++) {
      text.append(i).append(' ');
    }
    assertThat(of(Given.series(text.toString()))).contains(new Drift(Side.ABOVE, 18, 41, 24));
  }

  @Test
  void aDriftStartsAfreshAtAResetAndABreakAndPassesOverGaps() {
    Series rising = Given.series("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
    assertThat(of(rising.resetAt(Set.of(7)))).contains(new Drift(Side.ABOVE, 7, 19, 13));
    assertThat(of(rising.resetAt(Set.of(8)))).isEmpty();
    assertThat(of(rising.breakAt(Set.of(7)))).contains(new Drift(Side.ABOVE, 7, 19, 13));
    assertThat(of(rising.breakAt(Set.of(8)))).isEmpty();
    assertThat(of(rising.leavingOut(Set.of(0, 19)))).contains(new Drift(Side.ABOVE, 1, 18, 18));
  }

  /** Two-sided at 1%: about ten in a thousand, here within what chance allows. */
  @Test
  void ordinaryVariationDriftsOnceInAHundred() {
    Random random = new Random(1945);
    int drifts = 0;
    for (int run = 0; run < 1000; run++) {
      List<Optional<BigDecimal>> values = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        values.add(Optional.of(BigDecimal.valueOf(random.nextGaussian())));
      }
      drifts += of(Series.of(values)).isPresent() ? 1 : 0;
    }
    assertThat(drifts).isBetween(2, 20);
  }
}
