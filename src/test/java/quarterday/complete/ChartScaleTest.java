package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChartScaleTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void anAxisBeginsAtZeroWhereFiguresReachFarDown() {
    assertThat(ChartScale.of(20, 100, NONE, true).least()).hasValue(0);
    assertThat(ChartScale.of(0, 0, NONE, true).least()).hasValue(0);
  }

  @Test
  void anAxisOfHighFiguresBeginsBelowTheLowestAndOnAStep() {
    ChartScale scale = ChartScale.of(8_200, 12_900, NONE, true);

    assertThat(scale.least().orElseThrow()).isPositive().isLessThan(8_200);
    assertThat(scale.least().orElseThrow() % 1_000).isZero();
    assertThat(scale.top()).isGreaterThan(12_900);
  }

  @Test
  void anAxisOfFiguresBelowZeroIsLeftToTheProgramThatShowsIt() {
    assertThat(ChartScale.of(-20, 15, NONE, true).least()).isEmpty();
  }

  @Test
  void aFewWholeThingsHaveALabelEachAndNoFractions() {
    ChartScale scale = ChartScale.of(7, 9, NONE, true);

    assertThat(scale.step()).hasValue(1);
    assertThat(scale.least()).hasValue(6);
    assertThat(scale.decimals()).isZero();
    assertThat(ChartScale.of(7, 9, NONE, false).step()).isEmpty();
  }

  @Test
  void aShareNeverReachesBeyondAllOfIt() {
    OptionalDouble all = OptionalDouble.of(1);

    assertThat(ChartScale.of(0.6, 0.97, all, false).most()).hasValue(1);
    assertThat(ChartScale.of(0.6, 0.97, all, false).top()).isEqualTo(1);
    assertThat(ChartScale.of(0.02, 0.3, all, false).most()).isEmpty();
  }

  @Test
  void labelsHaveTheDecimalsOfTheirSteps() {
    assertThat(ChartScale.of(98.1, 98.9, NONE, false).decimals()).isEqualTo(1);
    assertThat(ChartScale.of(0.5, 0.9, NONE, false).decimals()).isEqualTo(1);
    assertThat(ChartScale.of(100, 900, NONE, false).decimals()).isZero();
  }

  @Test
  void equalFiguresHaveAnAxisAllTheSame() {
    ChartScale scale = ChartScale.of(98.6, 98.6, NONE, false);

    assertThat(scale.bottom()).isLessThan(98.6);
    assertThat(scale.top()).isGreaterThan(98.6);
    assertThat(scale.apart(98.6, 98.6)).isZero();
  }
}
