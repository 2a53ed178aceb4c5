package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonalityTest {
  private static final int WINDOW = 42;

  private static Optional<Seasonality> of(Series series) {
    return Seasonality.of(series, Given.phase(series), 1);
  }

  private static Series series(int size, IntToDoubleFunction value) {
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(Optional.of(BigDecimal.valueOf(value.applyAsDouble(i))));
    }
    return Series.of(values);
  }

  /** How many of a thousand series, each value so much of the last one and the rest chance. */
  private static long suspected(double resemblance, double season) {
    Random random = new Random(20_200_401);
    long suspected = 0;
    for (int run = 0; run < 1000; run++) {
      double[] values = new double[WINDOW];
      double last = random.nextGaussian() / Math.sqrt(1 - resemblance * resemblance);
      for (int i = 0; i < WINDOW; i++) {
        last = resemblance * last + random.nextGaussian();
        values[i] = last + season * Math.cos(2 * Math.PI * i / 12);
      }
      suspected += of(series(WINDOW, i -> values[i])).orElseThrow().isSuspected() ? 1 : 0;
    }
    return suspected;
  }

  /** Nominally 10 in 1,000; more are allowed where the resemblance itself must be estimated. */
  @ParameterizedTest
  @CsvSource({"0, 20", "0.3, 20", "0.6, 25", "0.9, 40"})
  void ordinaryVariationIsRarelySuspected(double resemblance, int most) {
    assertThat(suspected(resemblance, 0)).isLessThanOrEqualTo(most);
  }

  /** A season as high as one and a half sigma, up and down, is seen in most series. */
  @Test
  void aSeasonIsSeen() {
    assertThat(suspected(0, 1.5)).isGreaterThan(700);
    assertThat(suspected(0.6, 2)).isGreaterThan(800);
  }

  @Test
  void theHighestAndTheLowestMonthAreNamed() {
    Series summers = series(36, i -> (i % 12 == 6 ? 30 : i % 12 == 1 ? 5 : 15) + (i * 7 % 5) * 0.1);
    Seasonality found = of(summers).orElseThrow();
    assertThat(found.isSuspected()).isTrue();
    assertThat(found.highest()).isEqualTo(7);
    assertThat(found.lowest()).isEqualTo(2);
    // The same figures from April on: the seventh is October.
    assertThat(Seasonality.of(summers, Given.phase(summers), 4).orElseThrow().highest())
        .isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "0.5, 0"})
  void aTrendOrAStepIsNoSeason(double slope, double step) {
    Random random = new Random(7);
    Series moved = series(42, i -> slope * i + (i < 20 ? 0 : step) + random.nextGaussian());
    assertThat(of(moved).orElseThrow().isSuspected()).isFalse();
  }

  @Test
  void threeYearsAreNeeded() {
    Series series = series(36, i -> i % 12);
    assertThat(of(series)).isPresent();
    assertThat(of(series.leavingOut(Set.of(3)))).isEmpty();
    assertThat(of(series.resetAt(Set.of(1)))).isEmpty();
  }

  @Test
  void aMonthThatWasSeenOnceIsNotTested() {
    Series series = series(42, i -> i % 12);
    assertThat(of(series.leavingOut(Set.of(4, 16)))).isPresent();
    assertThat(of(series.leavingOut(Set.of(4, 16, 28, 40)))).isEmpty();
  }

  @Test
  void constantFiguresHaveNoSeason() {
    assertThat(of(Given.series("98.6*42"))).isEmpty();
  }
}
