package quarterday.review;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.measure;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiReader;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Setting;
import quarterday.kpi.Severity;
import quarterday.kpi.Unit;
import quarterday.sheet.Sketch;
import quarterday.spc.LimitsMethod;

/** What is advised about limits and changes, and when nothing is. */
class CautionTest {
  private static final String STEADY =
      "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 9";

  private static Review review(Map<Setting, String> settings, Sketch first, Sketch... others) {
    return Judge.review(KpiReader.read(first.with(others), settings)).orElseThrow();
  }

  private static List<Finding> findings(Review review, ReadingRule rule) {
    return review.findings().stream().filter(f -> f.code().equals(rule.code())).toList();
  }

  private static String said(Review review, ReadingRule rule) {
    assertThat(findings(review, rule)).hasSize(1);
    return findings(review, rule).get(0).message();
  }

  /** Three years of a summer peak, a little unlike each other. */
  private static String summers() {
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < 39; i++) {
      figures.append(i % 12 < 5 ? 60 + i * 7 % 5 : 40 + i * 5 % 7).append(' ');
    }
    return figures.toString();
  }

  @Test
  void aSeasonIsSaidOnceAndChangesNothing() {
    Review review = review(Map.of(), measure("Visits", summers()));
    assertThat(said(review, ReadingRule.SEASON))
        .contains("Visits seems to follow the seasons (highest in ")
        .contains("compare with the same month of other years");
    assertThat(findings(review, ReadingRule.SEASON).get(0).severity()).isEqualTo(Severity.ADVICE);
    assertThat(findings(review, ReadingRule.AUTOCORRELATION)).isEmpty();
    MeasureReview visits = review.measures().get(0);
    assertThat(visits.limits()).contains(visits.chart().limits(38).orElseThrow());
  }

  @Test
  void steadyFiguresGetNoAdvice() {
    Review review = review(Map.of(Setting.SUSTAINED_DRIFT, "yes"), measure("Visits", STEADY));
    assertThat(review.findings()).isEmpty();
  }

  /** Two levels in turn, each for nine months, so that no shift or trend reaches the quarter. */
  @Test
  void figuresThatResembleTheOneBeforeAreSaidUnlessAShiftSaysIt() {
    String slow = "10 11 10 11 10 11 10 11 10 30 31 30 31 30 31 30 31 30 ";
    String again = "10 11 10 11 10 11 10 11 10 30 31 30";
    Review review = review(Map.of(), measure("Visits", slow + again));
    assertThat(said(review, ReadingRule.AUTOCORRELATION))
        .contains("Each figure of Visits resembles the one before (autocorrelation 0.");
    Review shifted = review(Map.of(), measure("Visits", slow + again + " 31 30 31 30 31 30"));
    assertThat(findings(shifted, ReadingRule.SHIFT_FOUND)).hasSize(1);
    assertThat(findings(shifted, ReadingRule.AUTOCORRELATION)).isEmpty();
    Sketch stock = sheet("Measures").row("Measure", "Quarter rule").row("Visits", "Last value");
    assertThat(
            findings(
                review(Map.of(), measure("Visits", slow + again), stock),
                ReadingRule.AUTOCORRELATION))
        .isEmpty();
    Review byDeviation =
        review(
            Map.of(Setting.LIMITS_METHOD, "Standard deviation"), measure("Visits", slow + again));
    assertThat(findings(byDeviation, ReadingRule.AUTOCORRELATION)).isEmpty();
  }

  @Test
  void aDriftIsSaidWhereTheSettingAsksForIt() {
    String slowly = "10 12 9 13 10 14 11 14 12 15 12 16 13 16 13 17 14 18 14 18 15 19 16 20";
    Sketch visits = measure("Visits", slowly);
    assertThat(findings(review(Map.of(), visits), ReadingRule.SUSTAINED_DRIFT)).isEmpty();
    Review review = review(Map.of(Setting.SUSTAINED_DRIFT, "yes"), visits);
    assertThat(said(review, ReadingRule.SUSTAINED_DRIFT))
        .startsWith(
            "Visits has drifted up from April 2018 to March 2020 (Mann-Kendall test over 24 points");
  }

  private static Sketch shares(int asked) {
    List<Object> parts = figures("40 50 40 50 40 50 40 50 40 50 40 50 40 50 40 50 40 50");
    List<Object> whole = figures(asked + "*18");
    return sheet("Calls")
        .row("Measure", "Unit", months("2019-01", 18))
        .row("Answered", "Count", parts)
        .row("Asked", "Count", whole)
        .row(
            "Share answered",
            "%",
            figures("40 50 40 50 40 50 40 50 40 50 40 50 40 50 40 50 40 50"));
  }

  /** 12 incidents in 100 hours and 13 in 100: a rate is no small count, and has its decimals. */
  @Test
  void aRateIsNoSmallCount() {
    Review review =
        review(
            Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1"),
            sheet("Patrols")
                .row("Measure", "Unit", months("2019-01", 18))
                .row("Incidents", "Count", figures("12*15 13*3"))
                .row("Hours", "Hours", figures("100*18"))
                .row("Incidents per hour", "", figures("0.12*15 0.13*3")),
            sheet("Measures")
                .row("Measure", "Quarter rule", "Numerator", "Denominator", "Limits method")
                .row("Incidents per hour", "Ratio of sums", "Incidents", "Hours", "Rate (u)"));
    MeasureReview rate = review.measures().get(2);
    assertThat(rate.method()).isEqualTo(LimitsMethod.RATE_U);
    assertThat(rate.measure().unit()).isEqualTo(Unit.RATE);
    assertThat(rate.sentence()).startsWith("0.13, 0.01 more (up 8%) than in 2019/20 Q4 (0.12).");
    assertThat(findings(review, ReadingRule.SMALL_COUNTS)).isEmpty();
  }

  private static Sketch byMethod(String method) {
    return sheet("Measures")
        .row("Measure", "Quarter rule", "Numerator", "Denominator", "Limits method")
        .row("Share answered", "Ratio of sums", "Answered", "Asked", method);
  }

  @Test
  void pLimitsOfVeryManyCasesAreWarnedOf() {
    Review large = review(Map.of(), shares(10_001), byMethod("Proportion (p)"));
    assertThat(said(large, ReadingRule.LARGE_DENOMINATORS))
        .startsWith("More than 10,000 cases a month lie behind Share answered")
        .contains("Proportion (p prime)");
    assertThat(
            findings(
                review(Map.of(), shares(10_000), byMethod("Proportion (p)")),
                ReadingRule.LARGE_DENOMINATORS))
        .isEmpty();
    assertThat(
            findings(
                review(Map.of(), shares(10_001), byMethod("Proportion (p prime)")),
                ReadingRule.LARGE_DENOMINATORS))
        .isEmpty();
  }

  @Test
  void aMethodThatNeedsPartsSaysSoWhereThereAreNone() {
    Review review =
        review(
            Map.of(),
            measure("Visits", STEADY),
            sheet("Measures")
                .row("Measure", "Quarter rule", "Limits method")
                .row("Visits", "Sum", "Rate (u)"));
    assertThat(said(review, ReadingRule.METHOD_WITHOUT_PARTS))
        .contains("Visits asks for limits by Rate (u)")
        .contains("so its limits are by moving range");
    assertThat(review.measures().get(0).method()).isEqualTo(LimitsMethod.MOVING_RANGE);
  }

  @Test
  void theWorkbooksMethodIsNotForcedOnMeasuresThatItDoesNotFit() {
    Review counts = review(Map.of(Setting.LIMITS_METHOD, "Count (c)"), shares(100), byMethod(""));
    assertThat(counts.measures())
        .extracting(MeasureReview::method)
        .containsExactly(LimitsMethod.COUNT_C, LimitsMethod.COUNT_C, LimitsMethod.MOVING_RANGE);
    Review proportions =
        review(Map.of(Setting.LIMITS_METHOD, "Proportion (p)"), shares(100), byMethod(""));
    assertThat(proportions.measures())
        .extracting(MeasureReview::method)
        .containsExactly(
            LimitsMethod.MOVING_RANGE, LimitsMethod.MOVING_RANGE, LimitsMethod.PROPORTION_P);
    assertThat(findings(proportions, ReadingRule.METHOD_WITHOUT_PARTS)).isEmpty();
  }

  private static Review survey(int satisfied, int asked) {
    return review(
        Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1"),
        sheet("Surveys")
            .row("Measure", "Unit", months("2020-01", 6))
            .row("Content", "Count", 50, 50, 50, satisfied, satisfied, satisfied)
            .row("Asked", "Count", figures(asked + "*6"))
            .row("Victim satisfaction", "%", figures("50*3 55*3")),
        sheet("Measures")
            .row("Measure", "Quarter rule", "Numerator", "Denominator")
            .row("Victim satisfaction", "Ratio of sums", "Content", "Asked"));
  }

  /** 150 and 165 of 300: five points, and 1.96 x square root of (25 + 24.75) / 3 is 7.98. */
  @Test
  void aSurveysChangeWithinItsMarginIsNoChange() {
    assertThat(said(survey(55, 100), ReadingRule.WITHIN_SURVEY_MARGIN))
        .isEqualTo(
            "Victim satisfaction: the change of 5.0 points on 2019/20 Q4 (margin 8.0, about 300 asked) is within the survey's margin of error at 95%; do not report it as a change.");
    // 150 and 180 of 300: ten points.
    assertThat(findings(survey(60, 100), ReadingRule.WITHIN_SURVEY_MARGIN)).isEmpty();
    assertThat(findings(survey(50, 100), ReadingRule.WITHIN_SURVEY_MARGIN)).isEmpty();
  }

  /** The published 0.6 and 2.8 points of a force's crime survey, of about 700 interviews. */
  @Test
  void theCrimeSurveysPublishedChangesAreWithinItsMargin() {
    Review review =
        review(
            Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1"),
            sheet("Outcomes")
                .row(
                    "Measure",
                    "Unit",
                    "2019/20 Q1",
                    "2019/20 Q2",
                    "2019/20 Q3",
                    "2019/20 Q4",
                    "2020/21 Q1")
                .row("CSEW: police doing a good or excellent job", "%", 60, 61, 62, 62.2, 62.8));
    assertThat(said(review, ReadingRule.WITHIN_SURVEY_MARGIN))
        .contains("the change of 0.6 points on 2019/20 Q4 (margin 5.1, about 700 asked)")
        .contains("and the change of 2.8 points on 2019/20 Q1")
        .contains("are within");
  }
}
