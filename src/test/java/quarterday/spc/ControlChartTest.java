package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControlChartTest {
  private static List<Integer> outside(String text) {
    return flagged(text, SignalRule.OUTSIDE);
  }

  private static List<Integer> flagged(String text, SignalRule rule) {
    return Given.flagged(Given.chart(text), Given.series(text), rule);
  }

  @Test
  void eighteenEqualValuesFlagNothing() {
    Series series = Given.series("98.6*18");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withTwoOfThree(true));
    assertThat(Given.nothingFlagged(chart, series)).isTrue();
    assertThat(chart.signals()).isEmpty();
    assertThat(chart.side(17)).isEqualTo(Side.ON);
    assertThat(chart.state(17)).isEqualTo(PointState.NO_VARIATION);
    assertThat(chart.limits(0)).contains(new Limits(98.6, 98.6, 98.6));
  }

  @Test
  void equalValuesWrittenDifferentlyAreConstant() {
    assertThat(Given.chart("5 5.0 5.00 5*4").phases().get(0).basis()).isEqualTo(Basis.CONSTANT);
  }

  @Test
  void fewerThanSixPointsHaveAMeanAndNoLimits() {
    ControlChart chart = Given.chart("1 2 - 3 4 100");
    assertThat(chart.limits(0)).isEmpty();
    assertThat(chart.centre(2)).contains(22.0);
    assertThat(chart.state(0)).isEqualTo(PointState.NO_LIMITS);
    assertThat(chart.phases().get(0).basis()).isEqualTo(Basis.NONE);
  }

  @Test
  void fiveEqualPointsHaveNoLimitsEither() {
    assertThat(Given.chart("5*5").state(0)).isEqualTo(PointState.NO_LIMITS);
    assertThat(Given.chart("5*6").state(0)).isEqualTo(PointState.NO_VARIATION);
  }

  /** Mean 127/12 and ranges 0 but for 127 at the end: 127/11 x 2.66 = 30.7. */
  @Test
  void trialLimitsFlagOnlyPointsOutside() {
    String twelve = "0*11 127";
    assertThat(outside(twelve)).containsExactly(11);
    assertThat(flagged(twelve, SignalRule.SHIFT)).isEmpty();
    assertThat(Given.chart(twelve).state(0)).isEqualTo(PointState.PROVISIONAL);
    assertThat(Given.chart(twelve).state(11)).isEqualTo(PointState.POINT);
    assertThat(flagged("0*12 127", SignalRule.SHIFT)).isEqualTo(Given.to(0, 11));
  }

  /** Locked on a mean of 0 and ranges of 100: the limits are -266 and 266. */
  @Test
  void aPointExactlyOnTheLimitIsInside() {
    Series series = Given.series("-50 50 -50 50 -50 50 266 -266 266.0000000001 -266.0000000001");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withLock(6));
    assertThat(chart.limits(9)).contains(new Limits(0, -266, 266));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(8, 9);
  }

  /** Locked on -1 1 -1 1 with divisor 3: variance 4/3, three sigma squared 12. */
  @Test
  void aPointIsHeldAgainstAnIrrationalLimitExactly() {
    // The square root of 12 is 3.46410161513775458705489268301174...
    Series series =
        Given.series(
            "-1 1 -1 1 3.464101615137754587054892683011 3.464101615137754587054892683012 0");
    ControlChart chart =
        ControlChart.of(
            series, ChartRules.DEFAULT.withMethod(LimitsMethod.STANDARD_DEVIATION).withLock(4));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(5);
  }

  /** Locked on nines: the lower c limit is 9 - 3 x 3 = 0 and the upper 18. */
  @Test
  void aCountExactlyOnTheLimitIsInside() {
    Series series = Given.series("8 10 9 9 9 9 0 18 19");
    ControlChart chart =
        ControlChart.of(series, ChartRules.DEFAULT.withMethod(LimitsMethod.COUNT_C).withLock(6));
    assertThat(chart.limits(0)).contains(new Limits(9, 0, 18));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(8);
  }

  /** Locked on ranges of 0.376 about 0.5: the width is 3 x 0.376 / 1.128 = 1. */
  @Test
  void aShareExactlyOnLaneysLimitIsInside() {
    Series series = Given.parts("312 688 312 688 312 688 1500 1501", "1000*8");
    ControlChart chart =
        ControlChart.of(
            series, ChartRules.DEFAULT.withMethod(LimitsMethod.PROPORTION_P_PRIME).withLock(6));
    assertThat(chart.limits(0)).contains(new Limits(0.5, -0.5, 1.5));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(7);
  }

  @Test
  void sevenOnOneSideAreAShiftAndSixAreNot() {
    assertThat(flagged("2*7 0 2 0*7", SignalRule.SHIFT))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15);
    assertThat(flagged("2*6 0 2 0 2 0 2 0*6", SignalRule.SHIFT)).isEmpty();
  }

  /** Seven sixes, seven fours and a 5 in between: the mean is 5. */
  @Test
  void aPointExactlyOnTheCentreBreaksAShift() {
    String onCentre = "6*6 5 6 4*7";
    assertThat(Given.chart(onCentre).centre(0)).contains(5.0);
    assertThat(flagged(onCentre, SignalRule.SHIFT)).isEqualTo(Given.to(8, 14));
  }

  @Test
  void sixStrictRisesAreATrendAndFiveAreNot() {
    assertThat(flagged("5 4 5 4 5 4 5 1 2 3 4 5 6 7 4 5", SignalRule.TREND))
        .isEqualTo(Given.to(7, 13));
    assertThat(flagged("5 4 5 4 5 4 5 2 3 4 5 6 7 4 5", SignalRule.TREND)).isEmpty();
  }

  @Test
  void aTieBreaksATrend() {
    assertThat(flagged("5 4 5 4 5 4 5 1 2 3 4 4 5 6 7 4", SignalRule.TREND)).isEmpty();
  }

  @Test
  void aTurningPointBelongsToBothTrends() {
    Series series = Given.series("1 2 3 4 5 6 7 6 5 4 3 2 1");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT);
    assertThat(chart.signals())
        .contains(
            new Signal(SignalRule.TREND, Side.ABOVE, 0, 6),
            new Signal(SignalRule.TREND, Side.BELOW, 6, 12));
  }

  @Test
  void aGapEndsRunsAndTrendsAndTakesItsRanges() {
    String gap = "1 2 3 4 - 5 6 7 8 1 8 1 8 1";
    assertThat(flagged(gap, SignalRule.TREND)).isEmpty();
    assertThat(Given.chart(gap).phases().get(0).ranges())
        .containsExactly(1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13);
    assertThat(flagged("2*4 - 2*4 0*6", SignalRule.SHIFT)).isEmpty();
    assertThat(Given.chart(gap).state(4)).isEqualTo(PointState.GAP);
    assertThat(Given.chart(gap).limits(4)).isPresent();
  }

  @Test
  void aPointLeftOutIsAGapInEveryRule() {
    Series with = Given.series("1 2 1 2 1 2 1 900 2 1 2 1 2 1 2").leavingOut(Set.of(7));
    Series without = Given.series("1 2 1 2 1 2 1 - 2 1 2 1 2 1 2");
    ControlChart chart = ControlChart.of(with, ChartRules.DEFAULT);
    assertThat(chart.limits(0))
        .isEqualTo(Given.chart(without, LimitsMethod.MOVING_RANGE).limits(0));
    assertThat(chart.state(7)).isEqualTo(PointState.LEFT_OUT);
    assertThat(chart.side(7)).isEqualTo(Side.ABOVE);
    assertThat(Given.nothingFlagged(chart, with)).isTrue();
    assertThat(chart.movingRange(8)).isEmpty();
    assertThat(chart.movingRange(9)).contains(1.0);
  }

  @Test
  void aBreakEndsRunsAndRangesButStartsNoPhase() {
    Series series = Given.series("1 2 3 4 5 6 7 8 1 8 1 8 1 8").breakAt(Set.of(4));
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT);
    assertThat(chart.phases()).hasSize(1);
    assertThat(chart.phases().get(0).ranges()).doesNotContain(4).hasSize(12);
    assertThat(Given.flagged(chart, series, SignalRule.TREND)).isEmpty();
    assertThat(flagged("1 2 3 4 5 6 7 8 1 8 1 8 1 8", SignalRule.TREND)).isNotEmpty();
  }

  @Test
  void eachResetStartsItsOwnLimitsAndItsOwnRuns() {
    Series series = Given.series("1 2 1 2 1 2 101 102 101 102 101").resetAt(Set.of(6));
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT);
    assertThat(chart.phases()).extracting(Phase::first).containsExactly(0, 6);
    assertThat(chart.phases()).extracting(Phase::last).containsExactly(5, 10);
    assertThat(chart.limits(0)).contains(new Limits(1.5, -1.16, 4.16));
    assertThat(chart.limits(6)).isEmpty();
    assertThat(chart.centre(6)).contains(101.4);
    assertThat(chart.movingRange(6)).isEmpty();
  }

  @Test
  void onlyTheWindowCounts() {
    Series series = Given.series("900 900 1 2 1 2 1 2").resetAt(Set.of(1));
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withWindow(6));
    assertThat(chart.phase(1)).isEmpty();
    assertThat(chart.limits(1)).isEmpty();
    assertThat(chart.centre(1)).isEmpty();
    assertThat(chart.side(1)).isEqualTo(Side.ON);
    assertThat(chart.state(1)).isEqualTo(PointState.NO_LIMITS);
    assertThat(chart.phases()).hasSize(1);
    assertThat(chart.limits(7)).contains(new Limits(1.5, -1.16, 4.16));
  }

  @Test
  void aWindowLongerThanTheSeriesTakesAll() {
    Series series = Given.series("1 2 1 2 1 2");
    assertThat(ControlChart.of(series, ChartRules.DEFAULT.withWindow(7)).limits(0))
        .isEqualTo(ControlChart.of(series, ChartRules.DEFAULT.withWindow(0)).limits(0));
  }

  @Test
  void lockedLimitsComeFromTheFirstPoints() {
    Series series = Given.series("1 - 2 1 2 1 900 2");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withLock(4));
    assertThat(chart.phases().get(0).base()).containsExactly(0, 2, 3, 4);
    assertThat(chart.phases().get(0).ranges()).containsExactly(3, 4);
    assertThat(chart.limits(7)).contains(new Limits(1.5, -1.16, 4.16));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(6);
  }

  @Test
  void aDepartureFromLockedConstantLimitsIsFlagged() {
    Series series = Given.series("5*6 5 6 5");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withLock(6));
    assertThat(chart.limits(8)).contains(new Limits(5, 5, 5));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE)).containsExactly(7);
    assertThat(chart.state(7)).isEqualTo(PointState.POINT);
    assertThat(chart.state(8)).isEqualTo(PointState.NO_VARIATION);
  }

  @Test
  void runsAwayFromLockedConstantLimitsAreFlaggedFromThirteenPointsOn() {
    Series series = Given.series("5*6 6*7");
    ChartRules rules = ChartRules.DEFAULT.withLock(6);
    assertThat(Given.flagged(ControlChart.of(series, rules), series, SignalRule.SHIFT))
        .containsExactly(6, 7, 8, 9, 10, 11, 12);
    Series trial = Given.series("5*5 6*7");
    assertThat(Given.flagged(ControlChart.of(trial, rules.withLock(5)), trial, SignalRule.SHIFT))
        .isEmpty();
  }

  @Test
  void aConstantPhaseWithLockedLimitsFlagsNothing() {
    Series series = Given.series("5*9");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withLock(6));
    assertThat(chart.state(8)).isEqualTo(PointState.NO_VARIATION);
  }

  @Test
  void everyOtherMonthMissingLeavesNoRangeAndNoLimits() {
    ControlChart chart = Given.chart("1 - 2 - 1 - 2 - 1 - 2 - 1");
    assertThat(chart.limits(0)).isEmpty();
    assertThat(chart.centre(0)).contains(10 / 7.0);
    assertThat(chart.state(0)).isEqualTo(PointState.NO_LIMITS);
  }

  @Test
  void zeroRangesBesideAGapAreTakenLiterally() {
    Series series = Given.series("5 5 5 - 7 7 7");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT);
    assertThat(chart.limits(0)).contains(new Limits(6, 6, 6));
    assertThat(Given.flagged(chart, series, SignalRule.OUTSIDE))
        .isEqualTo(List.of(0, 1, 2, 4, 5, 6));
  }

  @Test
  void neighboursOutsideOnOneSideAreOneSignal() {
    Series series = Given.series("-50 50 -50 50 -50 50 300 301 -300 - -300");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withLock(6));
    assertThat(chart.signals())
        .containsExactly(
            new Signal(SignalRule.OUTSIDE, Side.ABOVE, 6, 7),
            new Signal(SignalRule.OUTSIDE, Side.BELOW, 8, 8),
            new Signal(SignalRule.OUTSIDE, Side.BELOW, 10, 10));
  }

  /** Locked on a mean of 0 and limits of 266: two thirds of the way is 177.333... */
  private static List<Integer> twoOfThree(String tail) {
    Series series = Given.series("-50 50 -50 50 -50 50 -50 50 -50 50 " + tail);
    ControlChart chart =
        ControlChart.of(series, ChartRules.DEFAULT.withLock(10).withTwoOfThree(true));
    return Given.flagged(chart, series, SignalRule.TWO_OF_THREE);
  }

  @Test
  void twoOfThreeFlagsOnlyThePointsBeyondTwoSigma() {
    assertThat(twoOfThree("-1 200 1 200 -1")).containsExactly(11, 13);
    assertThat(twoOfThree("-1 1 200 200 -1")).containsExactly(12, 13);
    assertThat(twoOfThree("-1 200 200 200 -1")).containsExactly(11, 12, 13);
    assertThat(twoOfThree("1 -200 -1 -200 1")).containsExactly(11, 13);
  }

  @Test
  void twoOfThreeCountsPointsBeyondThreeSigma() {
    assertThat(twoOfThree("-1 300 1 200 -1")).containsExactly(11, 13);
  }

  @Test
  void twoOfThreeNeedsAllThreeOnOneSide() {
    assertThat(twoOfThree("-1 200 -1 200 -1")).isEmpty();
    assertThat(twoOfThree("-1 200 0 200 -1")).isEmpty();
    assertThat(twoOfThree("-1 200 200 -1")).isEmpty();
    assertThat(twoOfThree("-1 200 - 1 200 -1")).isEmpty();
  }

  @Test
  void twoOfThreeHoldsTwoSigmaExactly() {
    // 177.3333... is between these two.
    assertThat(twoOfThree("-1 177.333333333333333333333 1 200 -1")).isEmpty();
    assertThat(twoOfThree("-1 177.333333333333333333334 1 200 -1")).containsExactly(11, 13);
  }

  @Test
  void twoOfThreeIsOffUnlessAskedFor() {
    Series series = Given.series("-50 50 -50 50 -50 50 -50 50 -50 50 1 200 200");
    ControlChart chart = ControlChart.of(series, ChartRules.DEFAULT.withLock(10));
    assertThat(Given.flagged(chart, series, SignalRule.TWO_OF_THREE)).isEmpty();
  }

  @Test
  void aTwoOfThreeSignalReachesOverItsTriples() {
    Series series = Given.series("-50 50 -50 50 -50 50 -50 50 -50 50 -1 200 1 200 -1 200 200 1");
    ControlChart chart =
        ControlChart.of(series, ChartRules.DEFAULT.withLock(10).withTwoOfThree(true));
    assertThat(chart.signals())
        .contains(
            new Signal(SignalRule.TWO_OF_THREE, Side.ABOVE, 11, 13),
            new Signal(SignalRule.TWO_OF_THREE, Side.ABOVE, 15, 16));
    assertThat(chart.state(11)).isEqualTo(PointState.TWO_OF_THREE);
    assertThat(chart.state(12)).isEqualTo(PointState.STABLE);
  }

  @Test
  void aPointOutweighsATrendAndATrendAShift() {
    ControlChart chart = Given.chart("1 2 3 4 5 6 7 30 1 2 1 2 1");
    assertThat(chart.state(7)).isEqualTo(PointState.POINT);
    assertThat(chart.state(3)).isEqualTo(PointState.TREND);
    Series rise = Given.series("1 2 3 4 5 6 7 20 19 20 19 20 19");
    ControlChart rising = Given.chart(rise, LimitsMethod.STANDARD_DEVIATION);
    assertThat(rising.isFlagged(0, SignalRule.SHIFT)).isTrue();
    assertThat(rising.state(0)).isEqualTo(PointState.TREND);
    assertThat(Given.chart("2 1 2 1 2 1 2 8 9 8 9 8 9 8").state(0)).isEqualTo(PointState.SHIFT);
  }

  @Test
  void limitsAreNotClamped() {
    assertThat(Given.chart("0 9 0 9 0 9").limits(0).orElseThrow().lower())
        .isCloseTo(4.5 - 2.66 * 9, within(1e-12));
  }

  @Test
  void anEmptySeriesHasNoPhases() {
    assertThat(ControlChart.of(Series.of(List.of()), ChartRules.DEFAULT).phases()).isEmpty();
  }

  @Test
  void aSeriesOfGapsHasNoCentre() {
    ControlChart chart = Given.chart("- - -");
    assertThat(chart.centre(0)).isEmpty();
    assertThat(chart.state(0)).isEqualTo(PointState.GAP);
    assertThat(chart.phases().get(0).points()).isZero();
  }

  @Test
  void rulesRefuseWhatCannotBe() {
    assertThatThrownBy(() -> ChartRules.DEFAULT.withWindow(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ChartRules.DEFAULT.withShiftLength(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
