package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsMethodTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Offset<Double> PRINTED = within(0.005);

  private static Limits limits(Series series, LimitsMethod method, int position) {
    return Given.chart(series, method).limits(position).orElseThrow();
  }

  private static void assertLimits(
      Limits limits, double centre, double lower, double upper, Offset<Double> offset) {
    assertThat(limits.centre()).isCloseTo(centre, offset);
    assertThat(limits.lower()).isCloseTo(lower, offset);
    assertThat(limits.upper()).isCloseTo(upper, offset);
  }

  /** Montgomery, Introduction to Statistical Quality Control: viscosity of primer paint. */
  @Test
  void movingRangeLimitsOfPaintViscosityAreTheTextbooks() {
    Series paint =
        Given.series(
            "33.75 33.05 34.00 33.81 33.46 34.02 33.68 33.27 33.49 33.20 33.62 33.00 33.54 33.12"
                + " 33.84");
    ControlChart chart = ControlChart.of(paint, ChartRules.DEFAULT);
    assertLimits(chart.limits(0).orElseThrow(), 33.52, 32.24, 34.80, PRINTED);
    // The fourteen ranges add up to 6.73.
    assertThat(chart.phases().get(0).spread().orElseThrow()).isCloseTo(6.73 / 14, EXACT);
    assertThat(chart.phases().get(0).factor()).isEqualTo(2.66);
    assertThat(Given.nothingFlagged(chart, paint)).isTrue();
  }

  /** Montgomery: nonconformities in 26 samples of printed circuit boards, 516 in all. */
  @Test
  void countLimitsOfCircuitBoardsAreTheTextbooks() {
    Series boards =
        Given.series(
            "21 24 16 12 15 5 28 20 31 25 20 24 16 19 10 17 13 22 18 39 30 24 16 19 17 15");
    ControlChart chart = Given.chart(boards, LimitsMethod.COUNT_C);
    assertLimits(chart.limits(0).orElseThrow(), 19.85, 6.48, 33.21, within(0.01));
    assertThat(Given.flagged(chart, boards, SignalRule.OUTSIDE)).containsExactly(5, 19);
  }

  /** Montgomery: frozen orange juice cans, 30 samples of 50, 347 nonconforming. */
  @Test
  void proportionLimitsOfJuiceCansAreTheTextbooks() {
    Series cans =
        Given.parts(
            "12 15 8 10 4 7 16 9 14 10 5 6 17 12 22 8 10 5 13 11 20 18 24 15 9 12 7 13 9 6",
            "50*30");
    ControlChart chart = Given.chart(cans, LimitsMethod.PROPORTION_P);
    assertLimits(chart.limits(0).orElseThrow(), 0.2313, 0.0524, 0.4102, within(0.00006));
    assertThat(Given.flagged(chart, cans, SignalRule.OUTSIDE)).containsExactly(14, 22);
  }

  /** Montgomery: nonconformities in ten rolls of dyed cloth, 153 in 107.5 inspection units. */
  @Test
  void rateLimitsOfDyedClothAreTheTextbooks() {
    Series cloth =
        Given.parts(
            "14 12 20 11 7 10 21 16 19 23", "10.0 8.0 13.0 10.0 9.5 10.0 12.0 10.5 12.0 12.5");
    assertLimits(limits(cloth, LimitsMethod.RATE_U, 0), 1.42, 0.29, 2.55, within(0.01));
    assertLimits(limits(cloth, LimitsMethod.RATE_U, 1), 1.42, 0.16, 2.69, within(0.01));
    assertThat(Given.nothingFlagged(Given.chart(cloth, LimitsMethod.RATE_U), cloth)).isTrue();
  }

  /** 1..6: mean 3.5, squares about it 17.5, variance 3.5; ranges all 1. */
  @Test
  void oneToSixByEveryMethodOfValues() {
    Series six = Given.series("1 2 3 4 5 6");
    double sigmas = 3 * Math.sqrt(3.5);
    assertLimits(limits(six, LimitsMethod.MOVING_RANGE, 0), 3.5, 0.84, 6.16, EXACT);
    assertLimits(
        limits(six, LimitsMethod.STANDARD_DEVIATION, 0), 3.5, 3.5 - sigmas, 3.5 + sigmas, EXACT);
    assertLimits(limits(six, LimitsMethod.MEDIAN_MOVING_RANGE, 0), 3.5, 0.355, 6.645, EXACT);
    assertLimits(limits(six, LimitsMethod.COUNT_C, 0), 3.5, 3.5 - sigmas, 3.5 + sigmas, EXACT);
  }

  /** 10, 11 and so on with one 50: median 10.5 and median range 1; the mean would be moved. */
  @Test
  void theMedianIgnoresAnOutlier() {
    Series series = Given.series("10 11 10 11 10 11 50 10 11 10");
    ControlChart chart = Given.chart(series, LimitsMethod.MEDIAN_MOVING_RANGE);
    assertLimits(chart.limits(0).orElseThrow(), 10.5, 7.355, 13.645, EXACT);
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(6);
    assertThat(chart.phases().get(0).spread()).hasValue(1.0);
  }

  /**
   * Eleven ranges: nine of 1 and two of 20 (one out, one back), on average 49/11 = 4.4545; 3.267 x
   * 4.4545 = 14.55, so both 20s go and the rest average 1. Mean (6 x 1 + 5 x 2 + 21) / 12 = 37/12.
   */
  @Test
  void screeningDropsTheLargeRangesOnce() {
    Series series = Given.series("1 2 1 2 1 21 1 2 1 2 1 2");
    ControlChart chart = Given.chart(series, LimitsMethod.MOVING_RANGE_SCREENED);
    Phase phase = chart.phases().get(0);
    assertThat(phase.spread()).hasValue(1.0);
    assertThat(phase.ranges()).containsExactly(1, 2, 3, 4, 7, 8, 9, 10, 11);
    assertThat(phase.unscreened()).isFalse();
    assertLimits(
        chart.limits(0).orElseThrow(), 37 / 12.0, 37 / 12.0 - 2.66, 37 / 12.0 + 2.66, EXACT);
  }

  /** As above with two points fewer: seven ranges of 1 would be left. */
  @Test
  void screeningThatLeavesFewerThanEightRangesIsNotDone() {
    Series series = Given.series("1 2 1 2 1 21 1 2 1 2");
    Phase phase = Given.chart(series, LimitsMethod.MOVING_RANGE_SCREENED).phases().get(0);
    assertThat(phase.spread().orElseThrow()).isCloseTo(47 / 9.0, EXACT);
    assertThat(phase.unscreened()).isTrue();
  }

  @Test
  void screeningThatLeavesOnlyZeroRangesIsNotDone() {
    Series series = Given.series("5*9 9 5*5");
    Phase phase = Given.chart(series, LimitsMethod.MOVING_RANGE_SCREENED).phases().get(0);
    assertThat(phase.spread().orElseThrow()).isCloseTo(8 / 14.0, EXACT);
    assertThat(phase.unscreened()).isTrue();
  }

  /** Nine ranges of 6733 and one of 29403 average 9000; 3.267 x 9000 = 29403. */
  @Test
  void aRangeExactlyAtTheScreenIsDropped() {
    Series series = Given.series("0 6733 0 6733 0 6733 0 6733 0 6733 36136");
    Phase phase = Given.chart(series, LimitsMethod.MOVING_RANGE_SCREENED).phases().get(0);
    assertThat(phase.spread()).hasValue(6733.0);
    Series justBelow = Given.series("0 6733 0 6733 0 6733 0 6733 0 6733 36135.999");
    assertThat(Given.chart(justBelow, LimitsMethod.MOVING_RANGE_SCREENED).phases().get(0).ranges())
        .hasSize(10);
  }

  /**
   * With equal denominators Laney's limits are the moving-range limits with 3 / 1.128: ranges of
   * 0.1 five times, so 3 x 0.1 / 1.128 = 0.265957.
   */
  @Test
  void laneysLimitsWithEqualDenominators() {
    Series series = Given.parts("40 50 40 50 40 50", "100*6");
    double width = 0.3 / 1.128;
    ControlChart chart = Given.chart(series, LimitsMethod.PROPORTION_P_PRIME);
    assertLimits(chart.limits(0).orElseThrow(), 0.45, 0.45 - width, 0.45 + width, EXACT);
    // z moves by 0.1 / sqrt(0.45 x 0.55 / 100) = 2.0101 each time.
    assertThat(chart.phases().get(0).spread().orElseThrow())
        .isCloseTo(0.1 / Math.sqrt(0.45 * 0.55 / 100) / 1.128, EXACT);
  }

  /** 5 of 10 and 30 of 40, three times over: p = 105/150 = 0.7; z by its definition. */
  @Test
  void laneysLimitsWithUnequalDenominators() {
    Series series = Given.parts("5 30 5 30 5 30", "10 40 10 40 10 40");
    double small = Math.sqrt(0.7 * 0.3 / 10);
    double large = Math.sqrt(0.7 * 0.3 / 40);
    double sigmaZ = Math.abs((0.5 - 0.7) / small - (0.75 - 0.7) / large) / 1.128;
    assertLimits(
        limits(series, LimitsMethod.PROPORTION_P_PRIME, 0),
        0.7,
        0.7 - 3 * small * sigmaZ,
        0.7 + 3 * small * sigmaZ,
        EXACT);
    assertLimits(
        limits(series, LimitsMethod.PROPORTION_P_PRIME, 1),
        0.7,
        0.7 - 3 * large * sigmaZ,
        0.7 + 3 * large * sigmaZ,
        EXACT);
  }

  /** Five ranges of 1/6 between 1/2 and 1/3: nothing of a third is lost. */
  @Test
  void quotientsAreNotRoundedBeforeTheyAreCompared() {
    Series thirds = Given.parts("1 2 1 2 1 2", "3 6 3 6 3 6");
    assertThat(ControlChart.of(thirds, ChartRules.DEFAULT).state(0))
        .isEqualTo(PointState.NO_VARIATION);
    Series series = Given.parts("1 1 1 1 1 1", "2 3 2 3 2 3");
    assertLimits(
        limits(series, LimitsMethod.MOVING_RANGE, 0),
        5 / 12.0,
        5 / 12.0 - 2.66 / 6,
        5 / 12.0 + 2.66 / 6,
        EXACT);
  }

  @Test
  void aGapStillHasLimitsWhereItsDenominatorIsKnown() {
    Series series = Given.parts("1 - 1 2 1 2 2 -", "9 9 9 9 9 9 9 -");
    ControlChart chart = Given.chart(series, LimitsMethod.PROPORTION_P);
    assertThat(chart.limits(1)).isEqualTo(chart.limits(0)).isPresent();
    assertThat(chart.limits(7)).isEmpty();
    assertThat(chart.centre(7)).contains(9 / 54.0);
  }

  @Test
  void aDenominatorOfZeroIsAGap() {
    assertThat(Given.parts("0 1", "0 2").value(0)).isEmpty();
  }

  @Test
  void methodsOfPartsRefuseASeriesWithoutThem() {
    assertThatThrownBy(() -> Given.chart(Given.series("1 2"), LimitsMethod.PROPORTION_P))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moving range|MOVING_RANGE",
        " moving  RANGE |MOVING_RANGE",
        "xmr|MOVING_RANGE",
        "moving-range, screened|MOVING_RANGE_SCREENED",
        "SD|STANDARD_DEVIATION",
        "standard_deviation|STANDARD_DEVIATION",
        "median|MEDIAN_MOVING_RANGE",
        "c|COUNT_C",
        "Count (c)|COUNT_C",
        "u|RATE_U",
        "p chart|PROPORTION_P",
        "p'|PROPORTION_P_PRIME",
        "pprime|PROPORTION_P_PRIME",
        "Proportion (p prime)|PROPORTION_P_PRIME"
      })
  void methodsAreReadByLabelAndShortForm(String text, LimitsMethod method) {
    assertThat(LimitsMethod.parse(text)).contains(method);
  }

  @Test
  void anUnknownMethodIsNone() {
    assertThat(LimitsMethod.parse("six sigma")).isEmpty();
    assertThat(LimitsMethod.parse("")).isEmpty();
  }
}
