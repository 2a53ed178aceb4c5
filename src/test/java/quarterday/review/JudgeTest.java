package quarterday.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.measure;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractBigDecimalAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.Setting;
import quarterday.sheet.Sketch;
import quarterday.spc.Side;

class JudgeTest {
  /** Two years that stay where they are, from April 2018 to March 2020. */
  private static final String STEADY =
      "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 9";

  private static final Map<Setting, String> FIRST_QUARTER =
      Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1");

  private static Review review(Map<Setting, String> settings, Sketch first, Sketch... others) {
    return Judge.review(KpiReader.read(first.with(others), settings)).orElseThrow();
  }

  private static MeasureReview judged(String figures, Sketch... others) {
    return review(FIRST_QUARTER, measure("Visits", figures), others).measures().get(0);
  }

  private static Sketch adjustment(String month, String kind) {
    return sheet("Adjustments")
        .row("Measure", "Month", "Kind", "Reason")
        .row("Visits", month, kind, "a new office");
  }

  private static Sketch better(String direction) {
    return sheet("Measures")
        .row("Measure", "Quarter rule", "Better when")
        .row("Visits", "Sum", direction);
  }

  private static List<String> codes(Review review) {
    return review.findings().stream().map(Finding::code).toList();
  }

  // States, method.md section 4.

  @Test
  void aMonthOfTheQuarterAboveTheUpperLimitIsAPoint() {
    MeasureReview m = judged(STEADY + " 10 11 40", better("Lower"));

    assertThat(m.state()).isEqualTo(State.POINT);
    assertThat(m.improving()).contains(Improvement.WORSE);
    assertThat(m.exception()).contains("Above the upper limit in June 2020, worse");
  }

  @Test
  void aPointBeforeTheQuarterIsHistory() {
    MeasureReview m = judged(STEADY.replaceFirst("9$", "40") + " 10 11 10");

    assertThat(m.state()).isEqualTo(State.STABLE);
    assertThat(m.rules()).isEmpty();
    assertThat(m.history()).isNotEmpty();
  }

  @Test
  void sixRisesInARowThatEndInTheQuarterAreATrend() {
    MeasureReview m =
        judged(
            "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 12 6 7 8 9 10 11 12",
            better("Higher"));

    assertThat(m.state()).isEqualTo(State.TREND);
    assertThat(m.side()).isEqualTo(Side.ABOVE);
    assertThat(m.improving()).contains(Improvement.BETTER);
  }

  @Test
  void aTieBreaksATrend() {
    assertThat(
            judged("10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 12 6 7 8 9 10 10 11")
                .rules())
        .isEmpty();
  }

  @Test
  void sevenMonthsOnOneSideAreAShiftAndAResetIsProposed() {
    Review review =
        review(
            FIRST_QUARTER,
            measure(
                "Visits",
                "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 11 12 11 12 11 12"));

    assertThat(review.measures().get(0).state()).isEqualTo(State.SHIFT);
    assertThat(review.findings())
        .filteredOn(f -> f.code().equals("R25"))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("record Reset limits for December 2019"));
  }

  @Test
  void noneOfTheseIsStable() {
    MeasureReview m = judged(STEADY + " 10 11 9");

    assertThat(m.state()).isEqualTo(State.STABLE);
    assertThat(m.improving()).isEmpty();
    assertThat(m.sentence()).endsWith("Within normal variation.");
  }

  @Test
  void aConstantSeriesHasNoVariation() {
    MeasureReview m = judged("98.6*27");

    assertThat(m.state()).isEqualTo(State.NO_VARIATION);
    assertThat(m.limits().orElseThrow().upper()).isEqualTo(98.6);
  }

  @ParameterizedTest
  @CsvSource({"5, NO_LIMITS", "6, PROVISIONAL", "12, PROVISIONAL", "13, STABLE"})
  void limitsNeedPoints(int points, State state) {
    String all = STEADY + " 10 11 9";
    String[] words = all.split(" ");
    String figures =
        "-*" + (27 - points) + " " + String.join(" ", List.of(words).subList(27 - points, 27));

    MeasureReview m = judged(figures);

    assertThat(m.state()).isEqualTo(state);
    assertThat(m.points()).isEqualTo(points);
    assertThat(m.mean()).isPresent();
    assertThat(m.limits().isPresent()).isEqualTo(points >= 6);
  }

  @Test
  void aPointOutsideTrialLimitsIsFlaggedButNoShiftIs() {
    assertThat(judged("-*15 10 11 10 11 10 11 10 11 10 11 10 60").state()).isEqualTo(State.POINT);
    assertThat(judged("-*15 1 2 1 2 1 9 8 9 8 9 8 9").state()).isEqualTo(State.PROVISIONAL);
  }

  @Test
  void everyRuleThatHoldsIsListedAndOppositeDirectionsAreMixed() {
    MeasureReview m =
        judged(
            "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 11 12 11 12 11 -40",
            better("Higher"));

    assertThat(m.state()).isEqualTo(State.POINT);
    assertThat(m.mixed()).isTrue();
    assertThat(m.improving()).contains(Improvement.NEITHER);
    assertThat(m.rules()).hasSizeGreaterThan(1);
    assertThat(m.exception()).contains(StateWords.MIXED);
  }

  @Test
  void aMeasureWithoutADirectionIsNeitherBetterNorWorse() {
    assertThat(judged(STEADY + " 10 11 40").improving()).contains(Improvement.NEITHER);
  }

  @Test
  void laterMonthsAreLeftAside() {
    Review review = review(FIRST_QUARTER, measure("Visits", STEADY + " 10 11 9 900"));

    assertThat(review.measures().get(0).state()).isEqualTo(State.STABLE);
    assertThat(codes(review)).contains("R32");
  }

  @Test
  void aQuarterWithoutFiguresSaysSo() {
    MeasureReview m = judged(STEADY);

    assertThat(m.state()).isEqualTo(State.NO_LIMITS);
    assertThat(m.exception()).contains("No figures in 2020/21 Q1");
    assertThat(m.sentence()).isEqualTo("No figure for 2020/21 Q1.");
  }

  @Test
  void limitsStartAfreshAtAReset() {
    MeasureReview m =
        judged(
            STEADY.replace(" 8 11 9 12 10 11 9", " 38 41 39 42 40 41 39") + " 40 41 39",
            adjustment("Sep-19", "Reset limits"));

    assertThat(m.points()).isEqualTo(10);
    assertThat(m.mean().orElseThrow()).isEqualTo(40.0, within(0.5));
  }

  @Test
  void aLeftOutMonthIsNoPointAndIsNeverFlagged() {
    MeasureReview m = judged(STEADY + " 10 11 400", adjustment("June 2020", "Leave out"));

    assertThat(m.state()).isEqualTo(State.STABLE);
    assertThat(m.points()).isEqualTo(26);
    assertThat(m.quarter().value()).hasValueSatisfying(is("421"));
  }

  @Test
  void rangesThatCannotBeScreenedAreSaid() {
    Map<Setting, String> screened =
        Map.of(
            Setting.REPORTING_PERIOD, "2020/21 Q1",
            Setting.LIMITS_METHOD, "Moving range, screened");
    Review still = review(screened, measure("Visits", "5*20 9 5*6"));
    assertThat(still.measures().get(0).why()).contains("oving ranges are not screened");
    Review restless = review(screened, measure("Visits", STEADY + " 10 11 40"));
    assertThat(restless.measures().get(0).why()).doesNotContain("screened");
  }

  @Test
  void onlyTheWindowCounts() {
    MeasureReview m =
        review(
                Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1", Setting.WINDOW_MONTHS, "12"),
                measure("Visits", "500*15 10 12 9 11 10 8 11 9 12 10 11 9"))
            .measures()
            .get(0);

    assertThat(m.points()).isEqualTo(12);
    assertThat(m.state()).isEqualTo(State.PROVISIONAL);
  }

  @Test
  void theLimitsAreTheMeanAndTwoPointSixSixAverageMovingRanges() {
    MeasureReview m = judged("-*13 10 12*1 10 12 10 12 10 12 10 12 10 12 10 12");

    assertThat(m.mean()).contains(11.0);
    assertThat(m.limits().orElseThrow().upper()).isEqualTo(11 + 2.66 * 2, within(1e-12));
    assertThat(m.shownLower())
        .hasValueSatisfying(v -> assertThat(v).isEqualTo(11 - 2.66 * 2, within(1e-12)));
  }

  @Test
  void aLimitIsShownWhereItIsPossibleAndNeverWhereFiguresContradict() {
    assertThat(judged("0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0").shownLower())
        .contains(0.0);
    assertThat(
            judged("-9 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0 9 0")
                .shownLower()
                .orElseThrow())
        .isNegative();
  }

  // The reporting period, section 1.

  @Test
  void theReportingPeriodIsTheLatestQuarterThatHalfOfTheMeasuresFilled() {
    Sketch sheet =
        sheet("Data")
            .row("Measure", months("2020-01", 6))
            .row("Calls", figures("1 2 3 4 5 6"))
            .row("Visits", figures("1 2 3 4 5 -"))
            .row("Letters", figures("- - - - - -"));

    assertThat(review(Map.of(), sheet).period().label()).isEqualTo("2020/21 Q1");
    assertThat(review(Map.of(), sheet.row("Hours", figures("1 2 3 4 - -"))).period().label())
        .isEqualTo("2019/20 Q4");
  }

  @Test
  void aMonthMayBeThePeriod() {
    MeasureReview m =
        review(Map.of(Setting.REPORTING_PERIOD, "December 2018"), measure("Visits", STEADY))
            .measures()
            .get(0);

    assertThat(m.quarter().value()).hasValueSatisfying(is("12"));
    assertThat(m.previous().earlier().period().label()).isEqualTo("November 2018");
    assertThat(m.yearAgo().earlier().period().label()).isEqualTo("December 2017");
  }

  @Test
  void aWorkbookWithoutAnyFigureHasNoReview() {
    assertThat(
            Judge.review(
                KpiReader.read(
                    sheet("Data")
                        .row("Measure", "Unit", months("2020-04", 3))
                        .row("Calls", "Count")
                        .with(),
                    Map.of())))
        .isEmpty();
  }

  @Test
  void quarterlySeriesAreJudgedByTheSameRules() {
    Sketch sheet =
        sheet("Data")
            .row("Measure", quarters(2014, 20))
            .row("Visits", figures("10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 60"));
    MeasureReview m = review(Map.of(Setting.WINDOW_MONTHS, "0"), sheet).measures().get(0);

    assertThat(m.state()).isEqualTo(State.POINT);
    assertThat(m.quarter().period().label()).isEqualTo("2018/19 Q4");
    assertThat(m.quarter().from()).isEqualTo(PeriodFigure.From.TYPED);
    assertThat(m.previous().change()).hasValueSatisfying(is("49"));
  }

  private static List<Object> quarters(int firstYear, int count) {
    return IntStream.range(0, count)
        .<Object>mapToObj(i -> new FinancialQuarter(firstYear + i / 4, i % 4 + 1).label())
        .toList();
  }

  // Quarter figures, section 5.

  private static final String LAST_SIX = "-*21 ";

  private static MeasureReview byRule(String rule, String unit, String figures) {
    return judged(
        LAST_SIX + figures,
        sheet("Measures").row("Measure", "Unit", "Quarter rule").row("Visits", unit, rule));
  }

  private static Consumer<BigDecimal> is(String value) {
    return found -> bigDecimal(found).isEqualByComparingTo(value);
  }

  private static AbstractBigDecimalAssert<?> bigDecimal(BigDecimal found) {
    return assertThat(found);
  }

  @Test
  void countsAddUp() {
    assertThat(byRule("Sum", "Count", "1 2 3 10 20 30").quarter().value())
        .hasValueSatisfying(is("60"));
  }

  @Test
  void aStockIsItsLastValueAndWithoutItsLastMonthTheLatestThereIsMarkedIncomplete() {
    assertThat(byRule("Last value", "Count", "1 2 3 10 20 30").quarter().value())
        .hasValueSatisfying(is("30"));

    MeasureReview m = byRule("Last value", "Count", "1 2 3 10 20 -");
    assertThat(m.quarter().value()).hasValueSatisfying(is("20"));
    assertThat(m.quarter().incomplete()).isTrue();
    assertThat(m.why()).contains("2 of 3 months");
  }

  @Test
  void aMeanIsMarkedAsAnEstimate() {
    MeasureReview m = byRule("Mean", "Percentage", "90 91 92 96 97 98");

    assertThat(m.quarter().value()).hasValueSatisfying(is("97"));
    assertThat(m.quarter().estimated()).isTrue();
    assertThat(m.why()).contains("[e]");
  }

  @Test
  void whatDoesNotAddUpIsShownOnlyWhereItIsTyped() {
    assertThat(byRule("Not additive", "Count", "1 2 3 10 20 30").quarter().value()).isEmpty();

    Sketch typed =
        sheet("Data").row("Measure", months("2020-04", 3), "2020/21 Q1").row("Visits", 1, 2, 3, 5);
    MeasureReview m =
        review(
                Map.of(),
                typed,
                sheet("Measures").row("Measure", "Quarter rule").row("Visits", "Not additive"))
            .measures()
            .get(0);
    assertThat(m.quarter().value()).hasValueSatisfying(is("5"));
    assertThat(m.quarter().from()).isEqualTo(PeriodFigure.From.TYPED);
  }

  @Test
  void percentagesAreNeverAveragedWhereTheirPartsAreKnown() {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2020-04", 3))
            .row("Answered", 10, 20, 15)
            .row("Asked", 20, 20, 82)
            .row("Share", percent(0.5), percent(1), percent(0.18));
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule", "Numerator", "Denominator")
            .row("Share", "Percentage", "Ratio of sums", "Answered", "Asked");
    PeriodFigure quarter = review(Map.of(), data, measures).measures().get(2).quarter();

    assertThat(quarter.value().orElseThrow())
        .isCloseTo(new BigDecimal("36.885245901639"), within(new BigDecimal("1e-9")));
    assertThat(quarter.from()).isEqualTo(PeriodFigure.From.PARTS);
    assertThat(quarter.estimated()).isFalse();
  }

  @Test
  void aWeightedMeanTakesItsWeights() {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2020-04", 3))
            .row("Wait", 10, 20, 30)
            .row("Calls", 8, 1, 1);
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule", "Denominator")
            .row("Wait", "Minutes", "Weighted mean", "Calls");

    assertThat(review(Map.of(), data, measures).measures().get(0).quarter().value())
        .hasValueSatisfying(is("13"));
  }

  @Test
  void aRatioWithoutItsPartsIsAveragedAndSaid() {
    Sketch data = sheet("Data").row("Measure", months("2020-04", 3)).row("Share", 50, 60, 70);
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule")
            .row("Share", "Percentage", "Ratio of sums");
    KpiBook book = KpiReader.read(data.with(measures), Map.of());

    assertThat(book.findings()).extracting(Finding::code).containsExactly("R22");
    assertThat(Judge.review(book).orElseThrow().measures().get(0).quarter().estimated()).isTrue();
  }

  // Comparisons, sections 5 and 7.

  @ParameterizedTest
  @CsvSource({
    "1096, 1515, 419, 38.2",
    "292, 351, 59, 20.2",
    "24, 6, -18, -75.0",
    "108, 95, -13, -12.0",
    "23138, 18444, -4694, -20.3",
    "961, 1933, 972, 101.1"
  })
  void thePublishedChangesComeOut(int then, int now, String change, String percent) {
    MeasureReview m = byRule("Last value", "Count", "0 0 " + then + " 0 0 " + now);

    assertThat(m.previous().change()).hasValueSatisfying(is(change));
    assertThat(m.previous().percent().orElseThrow().setScale(1, RoundingMode.HALF_UP))
        .isEqualByComparingTo(percent);
  }

  @Test
  void aSmallCountHasNoPerCentButSmallHoursHave() {
    MeasureReview homicides = byRule("Sum", "Count", "0 1 1 1 1 1");
    assertThat(homicides.previous().change()).hasValueSatisfying(is("1"));
    assertThat(homicides.previous().percent()).isEmpty();
    assertThat(homicides.previous().base()).isEqualTo(Comparison.Base.SMALL);

    assertThat(byRule("Sum", "Hours", "1 1 0 1 1 2").previous().percent())
        .hasValueSatisfying(is("100"));
    assertThat(byRule("Sum", "Count", "20 0 0 1 0 0").previous().percent())
        .hasValueSatisfying(is("-95"));
  }

  @Test
  void thereIsNoPerCentOfNothing() {
    assertThat(byRule("Sum", "Hours", "0 0 0 1 0 0").previous().base())
        .isEqualTo(Comparison.Base.ZERO);
  }

  @Test
  void aPercentagesChangeIsInPointsAndHasNoPerCent() {
    MeasureReview m = byRule("Mean", "Percentage", "60 60 60 75 75 75");

    assertThat(m.previous().change()).hasValueSatisfying(is("15"));
    assertThat(m.previous().percent()).isEmpty();
    assertThat(m.previous().base()).isEqualTo(Comparison.Base.POINTS);
    assertThat(m.sentence())
        .startsWith("75.0% [e], 15.0 percentage points higher than in 2019/20 Q4 (60.0%).");
  }

  @Test
  void changesUseTheMonthsThatBothSidesHave() {
    MeasureReview m = byRule("Sum", "Count", "10 20 30 40 - 60");

    assertThat(m.quarter().value()).hasValueSatisfying(is("100"));
    assertThat(m.previous().earlier().value()).hasValueSatisfying(is("60"));
    assertThat(m.previous().change()).hasValueSatisfying(is("60"));
    assertThat(m.previous().percent()).hasValueSatisfying(is("150"));
    assertThat(m.why()).contains("2 of 3 months");
  }

  @Test
  void aMonthMissingOnTheOtherSideCountsAsWell() {
    MeasureReview m = byRule("Sum", "Count", "- 20 30 40 50 60");

    assertThat(m.previous().change()).hasValueSatisfying(is("60"));
    assertThat(m.previous().isPartial()).isTrue();
  }

  @Test
  void aBreakForbidsTheComparisonAcrossIt() {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2019-04", 15))
            .row("Visits", figures("1 2 3 4 5 6 7 8 9 10 11 12"), "40 [b]", 50, 60);
    Review review = review(FIRST_QUARTER, data);
    MeasureReview m = review.measures().get(0);

    assertThat(m.previous().change()).isEmpty();
    assertThat(m.yearAgo().change()).isEmpty();
    assertThat(m.why()).contains("break in April 2020");
    assertThat(m.points()).isEqualTo(15);
    assertThat(codes(review)).contains("R26");
  }

  @Test
  void aRecordedResetIsNoBreakForComparisons() {
    assertThat(
            judged(STEADY + " 10 11 9", adjustment("Apr-20", "Reset limits")).previous().change())
        .isPresent();
  }

  @Test
  void aTypedQuarterIsCheckedAgainstItsMonths() {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2020-04", 3), "2020/21 Q1")
            .row("Visits", 1, 2, 3, 7)
            .row("Calls", 1, 2, 3, 6);
    Review review = review(Map.of(), data);

    assertThat(review.measures().get(0).quarter().value()).hasValueSatisfying(is("6"));
    assertThat(review.findings())
        .filteredOn(f -> f.code().equals("V04"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.cell()).isEqualTo("E2");
              assertThat(f.suggestion()).isEqualTo("6");
            });
  }

  @ParameterizedTest
  @CsvSource({"83, 86, 0.96, 97", "9, 12, 0.69, 75"})
  void thePrintedPercentagesThatWereWrongAreFound(
      int above, int below, double printed, String right) {
    assertThat(printed(above, below, printed))
        .singleElement()
        .satisfies(f -> assertThat(f.suggestion()).isEqualTo(right));
  }

  @ParameterizedTest
  @CsvSource({"118, 158, 0.75", "45, 122, 0.37", "11, 21, 0.52"})
  void thePrintedPercentagesThatWereRightAreNotFound(int above, int below, double printed) {
    assertThat(printed(above, below, printed)).isEmpty();
  }

  private static List<Finding> printed(int above, int below, double printed) {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2020-04", 3), "2020/21 Q1")
            .row("Answered", above, 0, 0)
            .row("Asked", below, 0, 0)
            .row("Share", "", "", "", percent(printed))
            .row("Visits", 1, 1, 1);
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule", "Numerator", "Denominator")
            .row("Share", "Percentage", "Ratio of sums", "Answered", "Asked");
    return review(Map.of(), data, measures).findings().stream()
        .filter(f -> f.code().equals("V01"))
        .toList();
  }

  // Assurance, section 4.

  @ParameterizedTest
  @CsvSource({
    "Higher, 5, MET",
    "Higher, 50, MISSED",
    "Higher, 11, MAY",
    "Lower, 50, MET",
    "Lower, 1, MISSED",
    "Lower, 10, MAY"
  })
  void assuranceAsksOnWhichSideOfTheTargetTheWholeRangeLies(
      String direction, int target, MeasureReview.Assurance assurance) {
    MeasureReview m =
        judged(
            "10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10",
            sheet("Measures")
                .row("Measure", "Quarter rule", "Better when", "Target")
                .row("Visits", "Mean", direction, target));

    assertThat(m.assurance()).contains(assurance);
  }

  /** 12 is for a month of about 10, 40 for a quarter of about 31, 130 for a year. */
  @ParameterizedTest
  @CsvSource({"12, true", "40, false", "130, false"})
  void ofWhatIsAddedUpOnlyATargetForAMonthIsJudgedByTheMonths(int target, boolean judged) {
    MeasureReview m =
        judged(
            "10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 10",
            sheet("Measures")
                .row("Measure", "Quarter rule", "Better when", "Target")
                .row("Visits", "Sum", "Higher", target));

    assertThat(m.assurance().isPresent()).isEqualTo(judged);
  }

  @Test
  void withoutADirectionOrATargetThereIsNoAssurance() {
    assertThat(judged(STEADY + " 10 11 9").assurance()).isEqualTo(Optional.empty());
  }

  // Sentences, section 6.

  @Test
  void theSentenceHasValueDifferencePerCentBasisAndState() {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2018-04", 27))
            .row(
                "Meetings attended",
                figures(
                    "100 98 99 97 101 100 98 99 97 101 100 98 99 97 101 100 98 99 97 101 100 98 97 97 117 117 117"));
    Sketch measures =
        sheet("Measures").row("Measure", "Quarter rule").row("Meetings attended", "Sum");
    String sentence = review(FIRST_QUARTER, data, measures).measures().get(0).sentence();

    assertThat(sentence).startsWith("351").contains("59 more (up 20%) than in 2019/20 Q4 (292).");
    assertThat(sentence).doesNotContain("-").doesNotContain("+").doesNotContain("ignificant");
  }

  @Test
  void figuresAreRoundedHalfUpForDisplayOnly() {
    MeasureReview m = byRule("Sum", "Hours", "10 10 40 3.5 3.5 3.45");

    assertThat(m.quarter().value()).hasValueSatisfying(is("10.45"));
    assertThat(m.sentence())
        .startsWith("10.5 hours, 49.6 fewer (down 83%) than in 2019/20 Q4 (60.0 hours).");
  }

  @Test
  void anEqualFigureIsTheSame() {
    assertThat(byRule("Sum", "Count", "1 2 3 3 2 1").sentence())
        .startsWith("6, the same as in 2019/20 Q4 (6).");
  }

  @Test
  void twoMonthsApartAreNamedWithOneYear() {
    assertThat(judged(STEADY + " 40 10 40").exception())
        .isEqualTo("\u25cf Above the upper limit in April and June 2020, changed");
    assertThat(judged(STEADY + " 40 10 -20").exception())
        .contains("Above the upper limit in April 2020 and below the lower limit in June 2020");
  }

  @Test
  void figuresBelowZeroAreNotCalledSmallCounts() {
    String small = "1 0 2 1 0 1 2 1 0 1 1 2 0 1 1 0 2 1 0 1 1 0 2 1 0 1 1";

    assertThat(codes(review(FIRST_QUARTER, measure("Visits", small)))).contains("R24");
    assertThat(codes(review(FIRST_QUARTER, measure("Visits", small.replaceFirst("1$", "-1")))))
        .doesNotContain("R24");
  }

  @Test
  void aChangeOverSomeMonthsIsNotPutBesideTheFigureOfAll() {
    assertThat(byRule("Sum", "Count", "10 20 30 40 - 60").sentence())
        .startsWith(
            "100 in 2020/21 Q1. In the 2 months that both quarters have, 60 more (up 150%) than in 2019/20 Q4. ");
    assertThat(byRule("Sum", "Count", "- - 30 40 30 30").sentence())
        .startsWith(
            "100 in 2020/21 Q1. In the month that both quarters have, the same as in 2019/20 Q4. ");
  }

  @Test
  void monthsThatDoNotAddUpHaveAVerdictAllTheSame() {
    MeasureReview m = byRule("Not additive", "Count", "1 2 3 10 20 30");

    assertThat(m.sentence())
        .isEqualTo("No figure for 2020/21 Q1, because its months do not add up. " + words(m) + ".");
  }

  private static String words(MeasureReview m) {
    return m.exception().substring(2);
  }
}
