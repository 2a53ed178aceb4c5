package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.check.Checked.only;
import static quarterday.check.Checked.places;
import static quarterday.sheet.Sketch.dated;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.kpi.Severity;
import quarterday.sheet.Sketch;

/** Numbers, names, labels, dates and what analysts typed beside their tables. */
class StructureTest {
  private static final List<String> NAMES =
      List.of("Letters", "Emails", "Visits", "Meetings", "Grants", "Posts");

  private static Sketch numbered(String... numbers) {
    Sketch sheet = sheet("Data").row("KPI", "Measure", months("2020-01", 3));
    for (int i = 0; i < numbers.length; i++) {
      sheet.row(numbers[i], NAMES.get(i), 5, 6, 7);
    }
    return sheet;
  }

  // V21 and V22, numbers.

  @Test
  void aNumberUsedTwiceIsFoundAtItsSecondUse() {
    assertThat(places(numbered("2.1", "2.2", "2.3", "2.3", "2.4"))).containsExactly("V21 Data!A5");
    assertThat(only(numbered("2.1", "2.2", "2.3", "2.2", "2.4")).code()).isEqualTo("V21");
    assertThat(places(numbered("2.1", "2.2", "2.2", "2.2", "2.3"))).isEmpty();
  }

  @Test
  void numbersThatGroupMeasuresAreNoDuplicates() {
    assertThat(places(numbered("2.1", "", "", "2.2", ""))).isEmpty();
    assertThat(places(numbered("2.1", "2.1", "2.2", "2.2", "2.3"))).isEmpty();
    assertThat(places(numbered("2.1", "2.1", "2.2").merge("A2:A3"))).isEmpty();
  }

  @Test
  void aNumberOnNeighboursWithLikeNamesGroupsThem() {
    assertThat(places(alike("1.8"))).isEmpty();
    assertThat(places(alike("1.9"))).contains("V21 Data!A4");
    assertThat(
            places(
                sheet("Data")
                    .row("KPI", "Measure", months("2020-01", 3))
                    .row("1.7", "Visits", 5, 6, 7)
                    .row("1.7", "Visits", 6, 5, 7)
                    .row("1.8", "Meetings", 5, 6, 7)))
        .contains("V21 Data!A3");
  }

  private static Sketch alike(String next) {
    return sheet("Data")
        .row("KPI", "Measure", months("2020-01", 3))
        .row("1.6", "Visits", 5, 6, 7)
        .row("1.7", "Posts filled by women", 5, 6, 7)
        .row("1.7", "Posts filled by men", 5, 6, 7)
        .row(next, "Meetings", 5, 6, 7);
  }

  @Test
  void aNumberLeftOutIsFoundAfterTheGap() {
    assertThat(places(numbered("2.1", "2.2", "2.4", "2.5"))).containsExactly("V22 Data!A4");
  }

  @Test
  void aSelectionOfNumbersHasNoGaps() {
    assertThat(places(numbered("2.1", "2.4", "2.9"))).isEmpty();
    assertThat(places(numbered("2.1", "2.2", "2.3", "3.1", "3.2"))).isEmpty();
    assertThat(places(numbered("2.3", "2.1", "2.5", "2.2"))).isEmpty();
  }

  // V32 and V33, typed limits.

  @ParameterizedTest
  @CsvSource({"1237, 482, 2289, D2", "1243, 188, 22299, F2"})
  void limitsThatAreNotMidwayAreFound(double mean, double lower, double upper, String cell) {
    assertThat(places(limits(mean, lower, upper))).containsExactly("V32 Data!" + cell);
  }

  @ParameterizedTest
  @CsvSource({
    "20242, 16050, 24434",
    "597, 256, 939",
    "7297, 5231, 9364",
    "644, 301, 987",
    "1243, 188, 2299",
    "3, 0, 9"
  })
  void publishedLimitsThatAreMidwayAreSilent(double mean, double lower, double upper) {
    assertThat(places(limits(mean, lower, upper))).isEmpty();
  }

  @Test
  void aLowerLimitBelowNothingIsAdvice() {
    assertThat(only(limits(3, -3, 9)).code()).isEqualTo("V33");
    assertThat(only(limits(3, -3, 9)).suggestion()).isEqualTo("0");
  }

  private static Sketch limits(double mean, double lower, double upper) {
    return sheet("Data")
        .row(
            "Measure",
            months("2020-01", 2),
            "Mean",
            "Lower limit",
            "Upper limit",
            dated("2020-03-01"))
        .row("Things", 5, 6, mean, lower, upper, 7);
  }

  // V02, V03 and V41, typed changes.

  private static Sketch change(String heading, Object typed, Object then, Object now) {
    return sheet("Data")
        .row("Measure", "2019/20 Q4", heading, "2020/21 Q1")
        .row("Things", then, typed, now);
  }

  @Test
  void aTypedChangeIsRecomputed() {
    assertThat(places(change("Change on previous quarter", 59, 292, 351))).isEmpty();
    assertThat(places(change("Change on previous quarter", 58, 292, 351)))
        .containsExactly("V02 Data!C2");
  }

  @Test
  void aTypedPerCentIsRecomputed() {
    assertThat(places(change("% change on previous quarter", -12, 108, 95))).isEmpty();
    assertThat(places(change("% change on previous quarter", 0.202, 292, 351)))
        .containsExactly("V03 Data!C2");
    assertThat(places(change("% change on previous quarter", Sketch.percent(0.2), 292, 351)))
        .isEmpty();
    assertThat(places(change("% change on previous quarter", 100, 0, 7)))
        .containsExactly("V03 Data!C2");
  }

  @Test
  void aBareChangeIsFromThePeriodThatMostRowsAreChangesFrom() {
    Sketch changes =
        sheet("Data")
            .row("Measure", "2019/20 Q4", "2020/21 Q1", "Change", "% change")
            .row("Things", 100, 90, -10, "-10%")
            .row("Others", 200, 260, "+60", "+20%")
            .row("More", 50, 62, "+21", "+24%");

    assertThat(places(changes)).containsExactly("V03 Data!E3", "V02 Data!D4");
  }

  @Test
  void aBareChangeThatNoRowExplainsIsLeftAlone() {
    Sketch changes =
        sheet("Data")
            .row("Measure", "2019/20 Q4", "2020/21 Q1", "Change")
            .row("Things", 100, 90, 7)
            .row("Others", 200, 260, -5);

    assertThat(places(changes)).isEmpty();
  }

  @Test
  void aPerCentOfVeryLittleIsFound() {
    assertThat(places(change("% change on previous quarter", 50, 4, 6)))
        .containsExactly("V41 Data!C2");
  }

  @Test
  void aRiseWithoutItsSignAmongSignedOnesIsAdvice() {
    Sketch changes =
        sheet("Data")
            .row("Measure", "2019/20 Q4", "Change since", "2020/21 Q1")
            .row("Things", 90, "+10%", 99)
            .row("Others", 90, "6.1%", 99)
            .row("More", 90, "-5%", 99);

    assertThat(places(changes)).containsExactly("V16 Data!C3");
    assertThat(only(changes).severity()).isEqualTo(Severity.ADVICE);
  }

  // V34, windows.

  @Test
  void aLabelOfYearsIsCounted() {
    assertThat(places(window("3.5 year SPC trend", 45))).containsExactly("V34 Data!A1");
    assertThat(places(window("3.5 year SPC trend", 42))).isEmpty();
    assertThat(places(window("Figures of people of 16 years and over", 42))).isEmpty();
  }

  private static Sketch window(String title, int months) {
    return sheet("Data")
        .row(title)
        .row("Measure", months("2016-10", months))
        .row("Things", figures("5*" + months));
  }

  // V37 and V14, highlights.

  private static final String OUTSIDE = "10 11 9 10 12 10 11 9 10 11 9 10 11 10 9 10 30";

  private static Sketch measures() {
    return sheet("Data")
        .row("Measure", months("2019-02", 17))
        .row("Knife offences in town", figures(OUTSIDE))
        .row("Calls to the office", figures("10 11 9 10 12 10 11 9 10 11 9 10 11 10 9 10 11"));
  }

  @Test
  void anExceptionThatIsNotOnTheListOfHighlightsIsFound() {
    Sketch list = sheet("Highlights").row("Measure", "Words").row("Calls to the office", "Busy.");

    assertThat(places(measures(), list)).containsExactly("V37 Data!A2");
  }

  @Test
  void aListThatHasTheExceptionOrNamesNothingIsSilent() {
    assertThat(places(measures(), sheet("Highlights").row("Measure").row("Knife offences in town")))
        .isEmpty();
    assertThat(places(measures(), sheet("Highlights").row("A busy quarter."))).isEmpty();
  }

  @Test
  void nearlyALimitIsNoException() {
    Sketch list =
        sheet("Exceptions")
            .row("Measure", "Words")
            .row("Knife offences in town", "Outside the limits.")
            .row("Calls to the office", "Close to breaching the upper control limit.");

    assertThat(places(measures(), list)).containsExactly("V37 Exceptions!B3");
  }

  @Test
  void anExceptionOfAnEarlierQuarterIsHistory() {
    Sketch list =
        sheet("Exceptions")
            .row("Measure", "Words")
            .row("Knife offences in town", "Outside the limits in June 2020.")
            .row("Calls to the office", "Above the upper limit in May 2019.");

    assertThat(places(measures(), list)).containsExactly("V38 Exceptions!B3");
  }

  @Test
  void anotherFigureOnTheHighlightsIsFound() {
    assertThat(places(measures(), highlight(49))).isEmpty();
    assertThat(places(measures(), highlight(30))).containsExactly("V14 Highlights!B2");
  }

  private static Sketch highlight(int figure) {
    return sheet("Highlights").row("Measure", "This quarter").row("Knife offences in town", figure);
  }

  @Test
  void anOwnColumnOfExceptionsIsCompared() {
    Sketch sheet =
        sheet("Data")
            .row("Measure", months("2019-02", 16), "Exception", dated("2020-06-01"))
            .row("Knife offences", figures(OUTSIDE.substring(0, OUTSIDE.length() - 3)), "None", 30);

    assertThat(places(sheet)).containsExactly("V37 Data!R2");
  }

  // V19 and V20, labels and dates.

  private static Sketch cover(Object... cells) {
    return sheet("Cover").row(cells);
  }

  private static Sketch things() {
    return sheet("Data").row("Measure", months("2020-04", 3)).row("Things", 5, 6, 7);
  }

  @Test
  void aTitleWithoutItsFinancialYearIsFound() {
    assertThat(only(cover("Performance report Q1 2020"), things()).suggestion())
        .isEqualTo("2020/21 Q1");
    assertThat(places(cover("Performance report Q1 2020/21"), things())).isEmpty();
    assertThat(places(cover("Performance report 2020/21 Q1"), things())).isEmpty();
  }

  @Test
  void monthsWithoutAWordBetweenAreAdvice() {
    assertThat(only(cover("The period covering March June 2023"), things()).severity())
        .isEqualTo(Severity.ADVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tuesday 24 August 2020",
        "The board first met on 13 November 2022.",
        "31 June 2020"
      })
  void aDateThatCannotBeIsFound(String text) {
    assertThat(only(cover(text), things()).code()).isEqualTo("V20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monday 24 August 2020",
        "Tuesday 28 July 2020",
        "Thursday 1 October 2020",
        "Wednesday 26 July 2023",
        "A march was held on 13 November 2022.",
        "The board met on 14 November 2022."
      })
  void aDateThatIsRightIsSilent(String text) {
    assertThat(places(cover(text), things())).isEmpty();
  }

  @Test
  void aReportDatedWeeksBeforeItsMeetingIsFound() {
    assertThat(
            places(
                cover("Date of report", "24 August 2020").row("Date of meeting", "1 October 2020"),
                things()))
        .containsExactly("V20 Cover!B1");
    assertThat(
            places(
                cover("Date of report", dated("2020-09-21"))
                    .row("Date of meeting", "1 October 2020"),
                things()))
        .isEmpty();
  }

  @Test
  void aMeetingOnASundayIsFoundBesideItsLabel() {
    assertThat(places(cover("Meeting date", "Sunday 4 October 2020"), things()))
        .containsExactly("V20 Cover!B1");
    assertThat(places(cover("Panel meeting", dated("2020-10-04")), things()))
        .containsExactly("V20 Cover!B1");
    assertThat(places(cover("Panel meeting", dated("2020-10-05")), things())).isEmpty();
    assertThat(places(cover("Date of report", dated("2020-10-04")), things())).isEmpty();
  }

  // V18, covers and titles of another quarter.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Performance report 2019/20 Q4",
        "Quarter 4 2019/20 performance exceptions",
        "2019/20 Q4"
      })
  void aCoverOfAnotherQuarterIsFound(String title) {
    assertThat(places(cover(title), things())).containsExactly("V18 Cover!A1");
  }

  @Test
  void aLabelledPeriodOfAnotherQuarterIsFound() {
    assertThat(places(cover("Reporting period", "2019/20 Q4"), things()))
        .containsExactly("V18 Cover!B1");
    assertThat(places(cover("Reporting period", "2020/21 Q1"), things())).isEmpty();
  }

  @Test
  void aTitleOverATableWithoutThatQuarterIsFound() {
    Sketch report =
        sheet("Report")
            .row("Appendix A: performance in 2019/20 Q1")
            .row("KPI", "Measure", "2019/20 Q2")
            .row("1.1", "Things", 5);
    Sketch both =
        sheet("Report")
            .row("Performance in 2019/20 Q1 and 2019/20 Q2")
            .row("Performance since 2018/19 Q4")
            .row("KPI", "Measure", "2019/20 Q1", "2019/20 Q2")
            .row("1.1", "Things", 5, 6);

    assertThat(places(report)).containsExactly("V18 Report!A1");
    assertThat(places(both)).isEmpty();
  }

  @Test
  void aCoverThatNamesTheRightQuarterMayNameOthers() {
    assertThat(
            places(
                cover("Performance report 2020/21 Q1").row("Annual report 2018/19 Q4"), things()))
        .isEmpty();
    assertThat(
            places(
                cover("2018/19 Q1").row("2018/19 Q2").row("2018/19 Q3").row("2018/19 Q4"),
                things()))
        .isEmpty();
  }

  // V47, V49 and V53.

  @Test
  void oneNameInTwoSpellingsIsFound() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-04", 3))
                    .row("Letters received by post", 5, 6, 7)
                    .row("Letter received by post", 8, 9, 9)))
        .containsExactly("V47 Data!A3");
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-04", 3))
                    .row("Violence with injury", 5, 6, 7)
                    .row("Violence without injury", 8, 9, 9)
                    .row("Grade 1 average response", 8, 9, 9)
                    .row("Grade 2 average response", 8, 9, 9)))
        .isEmpty();
  }

  @Test
  void anAuthorSpeltTwoWaysIsFound() {
    assertThat(
            places(
                cover("Author: Exampleton Writer").row("Prepared by: Exampelton Writer"), things()))
        .isEmpty();
    assertThat(
            places(
                cover("Author: Exampleton Writer").row("Prepared by: Examplleton Writer"),
                things()))
        .containsExactly("V47 Cover!A2");
  }

  @Test
  void aCauseThatEndedBeforeTheMonthDoesNotCoverIt() {
    assertThat(places(things(), cause("2020-05-01"))).isEmpty();
    assertThat(places(things(), cause("2020-06-01"))).containsExactly("V49 Adjustments!A2");
  }

  private static Sketch cause(String month) {
    return sheet("Adjustments")
        .row("Measure", "Month", "Kind", "Reason")
        .row("Things", dated(month), "Leave out", "The fair, 14 April to 15 May 2020");
  }

  @Test
  void aSheetThatIsAnnouncedAndEmptyIsFound() {
    assertThat(places(cover("Contents: Summary, Data"), sheet("Summary").row("Summary"), things()))
        .containsExactly("V53 Cover!A1");
  }

  @Test
  void numbersUnderAnyHeadingBeforeTheNamesAreTheKpis() {
    Sketch listed =
        sheet("Data")
            .row("Item", "Measure", months("2020-01", 3))
            .row("5.1", "Letters", 5, 6, 7)
            .row("5.2", "Visits", 5, 6, 7)
            .row("5.2", "Posts", 5, 6, 7)
            .row("5.4", "Grants", 5, 6, 7);

    assertThat(places(listed)).contains("V21 Data!A4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Limits: 3.5 years, October 2016 to June 2020",
        "Limits drawn from October 2016 to June 2020 (36 months)",
        "42 months from Oct-16 to Jun-20",
        "The chart covers the 42 months to June 2020, from October 2016",
        "The window runs from October 2016 to June 2020, which is 42 months",
        "The 42-month window runs from October 2016 to June 2020",
        "The three-year chart runs from October 2016 to June 2020",
        "The last quarter was quiet. The chart covers the forty-two months from October 2016 to June 2020."
      })
  void aLengthBesideItsDatesIsCounted(String title) {
    assertThat(places(window(title, 3))).containsExactly("V34 Data!A1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Limits: 45 months, October 2016 to June 2020",
        "3.75 years (October 2016 to June 2020)",
        "Rolling 12 months, October 2016 to June 2020",
        "October 2016 to June 2020; the survey asks people every 3 months",
        "The chart covers the 45 months to June 2020, from October 2016",
        "In seven months from October 2016 to June 2020 there were none",
        "Limits from October 2016 to June 2020 were set again after 12 months"
      })
  void aLengthThatFitsItsDatesOrIsOfSomethingElseIsSilent(String title) {
    assertThat(places(window(title, 3))).isEmpty();
  }

  @Test
  void oneMisspeltWordMakesNoOtherMeasure() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-04", 3))
                    .row("Residential fires", 5, 6, 7)
                    .row("Residental fires", 8, 9, 9)))
        .containsExactly("V47 Data!A3");
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-04", 3))
                    .row("Grade 1 attendance", 5, 6, 7)
                    .row("Grade 2 attendance", 8, 9, 9)
                    .row("Internal meetings", 8, 9, 9)
                    .row("External meetings", 8, 9, 9)))
        .isEmpty();
  }

  @Test
  void anAuthorMayStandBesideTheLabel() {
    assertThat(
            places(
                cover("Author", "Performance Analist").row("Contact", "Performance Analyst"),
                things()))
        .containsExactly("V47 Cover!B2");
  }

  @Test
  void aListOfExceptionsMayHaveAColumnForTheQuarter() {
    Sketch right = sheet("Exceptions").row("Measure", "2020/21 Q1", "Exception");
    right.row("Knife offences in town", 49, "Above the upper limit in June 2020");
    Sketch wrong = sheet("Exceptions").row("Measure", "2020/21 Q1", "Exception");
    wrong.row("Knife offences in town", 94, "Above the upper limit in June 2020");
    Sketch other = sheet("Exceptions").row("Measure", "2020/21 Q1");
    other.row("Calls to the office", 30);

    assertThat(places(measures(), right)).isEmpty();
    assertThat(places(measures(), wrong)).containsExactly("V14 Exceptions!B2");
    assertThat(places(measures(), other)).containsExactly("V37 Data!A2");
  }

  @Test
  void aShortLineOnACoverMayEndWithTheQuarter() {
    assertThat(places(cover("Quarterly scorecard: Quarter 4 2019/20"), things()))
        .containsExactly("V18 Cover!A1");
    assertThat(places(cover("Baseline: Quarter 4 2019/20"), things())).isEmpty();
  }

  // The second number of a group, targets, slips and names.

  @Test
  void aNumberThatJumpsToAnotherGroupIsFoundInItsOwnRow() {
    assertThat(places(numbered("2.1", "2.2", "3.3", "2.4", "2.5"))).containsExactly("V22 Data!A4");
    assertThat(places(numbered("A1", "A2", "A6", "A4", "A5"))).containsExactly("V22 Data!A4");
    assertThat(places(numbered("1", "2", "4", "5"))).containsExactly("V22 Data!A4");
  }

  @Test
  void aSingleJumpAtTheEndOfAGroupIsFound() {
    assertThat(places(numbered("2.1", "2.2", "2.3", "2.4", "2.7"))).containsExactly("V22 Data!A6");
    assertThat(places(numbered("2.1", "2.2", "2.9"))).isEmpty();
  }

  private static Sketch verdict(String name, int now, String typed) {
    return sheet("Data")
        .row("Measure", "Unit", "2019/20 Q4", "2020/21 Q1", "Target", "Target met?")
        .row(name, "%", 88, now, 90, typed)
        .row("Letters", "count", 101, 102, "", "n/a");
  }

  @ParameterizedTest
  @CsvSource({"86, Met", "91, Not met", "90, Missed", "86, Yes", "86, Green"})
  void aVerdictThatTheTargetDeniesIsFound(int now, String typed) {
    assertThat(places(verdict("Answered in a minute", now, typed))).containsExactly("V11 Data!F2");
  }

  @ParameterizedTest
  @CsvSource({"86, Not met", "91, Met", "90, Yes", "86, Amber", "86, ''"})
  void aVerdictThatTheTargetBearsOutIsSilent(int now, String typed) {
    assertThat(places(verdict("Answered in a minute", now, typed))).isEmpty();
  }

  @Test
  void aQuotedTargetIsTheTables() {
    Sketch quoted =
        sheet("Data")
            .row("Measure", "Unit", "2019/20 Q4", "2020/21 Q1", "Target", "Commentary")
            .row("Answered in a week", "%", 81, 82, 90, "Above the target of 75%.")
            .row("Closed in a week", "%", 81, 82, 75, "Above the target of 75%.")
            .row("Sent in a week", "%", 81, 82, 90, "Above the old target of 75%.");

    assertThat(places(quoted)).contains("V11 Data!F2").doesNotContain("V11 Data!F3");
    assertThat(places(quoted)).doesNotContain("V11 Data!F4");
  }

  @Test
  void theChangeOfAPercentageIsInPoints() {
    Sketch changes =
        sheet("Data")
            .row("Measure", "Unit", "2019/20 Q4", "2020/21 Q1", "% change on previous quarter")
            .row("Answered in a week", "%", 80, 84, 5)
            .row("Closed in a week", "%", 80, 84, 4)
            .row("Sent in a week", "%", 80, 84, 6);

    assertThat(places(changes)).containsExactly("V02 Data!E4", "V17 Data!E2");
  }

  private static Sketch few(int middle, String words) {
    return sheet("Data")
        .row("Measure", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1", "Commentary")
        .row("Emails received", 1204, middle, 1134, words);
  }

  @Test
  void aSlippedDigitIsFoundAmongThreeLargeFigures() {
    assertThat(places(few(10870, ""))).containsExactly("R61 Data!C2");
    assertThat(places(few(109, ""))).containsExactly("R61 Data!C2");
    assertThat(places(few(5870, ""))).isEmpty();
    assertThat(places(few(10870, "A campaign sent most of the 10,870 emails of that quarter.")))
        .doesNotContain("R61 Data!C2");
  }

  @Test
  void aZeroBesideWordsThatThereIsNoFigureIsFound() {
    assertThat(places(noFigure("The figure is not available this quarter.")))
        .containsExactly("V25 Data!D2");
    assertThat(places(noFigure("No figures for last year are available."))).isEmpty();
  }

  private static Sketch noFigure(String words) {
    return sheet("Data")
        .row("Measure", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1", "Commentary")
        .row("Podcast plays", 410, 385, 0, words);
  }

  @Test
  void aHighlightOnTheOtherSideIsFound() {
    assertThat(places(measures(), side("Below the lower limit in June 2020.")))
        .containsExactly("V14 Highlights!B2");
    assertThat(places(measures(), side("Above the upper limit in June 2020."))).isEmpty();
  }

  private static Sketch side(String words) {
    return sheet("Highlights").row("Measure", "Words").row("Knife offences in town", words);
  }

  @Test
  void aMinusBesideAWordForLessIsFoundOnAnySheet() {
    assertThat(places(cover("Things were down -12% on the year."), things()))
        .containsExactly("V15 Cover!A1");
    assertThat(places(cover("Things were down 5-12% on the year."), things())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "For the meeting of the panel on Sunday 24 May 2020",
        "Board meeting: Saturday 23 May 2020",
        "The committee meets on 24 May 2020"
      })
  void aPanelDoesNotMeetAtTheWeekend(String line) {
    assertThat(places(cover(line), things())).containsExactly("V20 Cover!A1");
  }

  @Test
  void anotherMeetingMayBeOnASaturday() {
    assertThat(places(cover("Street meeting in the market: Saturday 23 May 2020"), things()))
        .isEmpty();
  }

  private static Sketch titled(String sheet, String quarter) {
    return sheet(sheet)
        .row(sheet + ": quarterly return, " + quarter)
        .row("Measure", "2019/20 Q4", "2020/21 Q1")
        .row("Things of " + sheet, 5, 6);
  }

  @Test
  void aTitleOfTheQuarterBeforeIsFoundBesideOneOfTheQuarter() {
    assertThat(places(titled("North", "2019/20 Q4"), titled("South", "2020/21 Q1")))
        .containsExactly("V18 North!A1");
    assertThat(places(titled("North", "2019/20 Q4"))).isEmpty();
  }

  @Test
  void theOnlySmallFigureOfARowThatIsHeldBackIsFound() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "2019/20 Q3", "2019/20 Q4", "2020/21 Q1")
                    .row("Staff on adjusted duties", "[c]", 3, "[c]")
                    .row("Letters", 101, 99, 102)))
        .containsExactly("V55 Data!C2");
  }

  private static Sketch placesNamed(String one, String other) {
    return sheet("Data")
        .row("Measure", "2019/20 Q4", "2020/21 Q1")
        .row("Complaints at " + one, 15, 16)
        .row("Visits: " + one, 25, 26)
        .row("Meetings held in " + other, 35, 36);
  }

  @Test
  void aPlaceSpeltInTwoWaysIsAdvice() {
    assertThat(places(placesNamed("Priory Lane", "Prory Lane"))).containsExactly("V47 Data!A4");
    assertThat(places(placesNamed("Priory Lane", "Castle Quay"))).isEmpty();
  }

  @Test
  void twoRowsOfOneGroupAreTwoPlaces() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "2019/20 Q4", "2020/21 Q1")
                    .row("Visits: Marston", 25, 26)
                    .row("Visits: Marton", 35, 36)
                    .row("Calls: Marston", 65, 66)))
        .isEmpty();
  }

  @Test
  void aGroupThatNamesTheSamePlacesTellsAMisspeltOne() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "2019/20 Q4", "2020/21 Q1")
                    .row("Visits: Eastbrook", 25, 26)
                    .row("Visits: Northfield", 35, 36)
                    .row("Calls: Eastbrok", 65, 66)
                    .row("Calls: Northfield", 75, 76)))
        .containsExactly("V47 Data!A4");
  }

  @Test
  void theNameOfTheOfficeIsSpeltOneWay() {
    Sketch settings =
        sheet("Settings").row("Name", "Value").row("Organisation", "Office of Westmarch");

    assertThat(places(cover("Office of Westmarsh"), things(), settings))
        .containsExactly("V47 Cover!A1");
    assertThat(places(cover("Office of Westmarch"), things(), settings)).isEmpty();
  }

  @Test
  void aListOfSheetsThatNamesOneMoreIsFound() {
    Sketch people = titled("People", "2020/21 Q1");
    Sketch visits = titled("Visiting", "2020/21 Q1");

    assertThat(places(cover("This report covers people, visiting and contracts."), people, visits))
        .containsExactly("V53 Cover!A1");
    assertThat(places(cover("This report covers people and visiting."), people, visits)).isEmpty();
    assertThat(places(cover("This report covers crime, calls and costs."), people, visits))
        .isEmpty();
  }

  @Test
  void theChangeOfAPercentageUnderABareChangeIsAWrongDifference() {
    Sketch changes =
        sheet("Data")
            .row("Measure", "Unit", "2019/20 Q4", "2020/21 Q1", "Change on previous quarter")
            .row("Answered in a week", "%", 80, 84, 5);

    assertThat(places(changes)).containsExactly("V02 Data!E2");
  }

  @Test
  void aShareWithASlippedPointIsFoundAmongSix() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 6))
                    .row("Turnover", "%", 8.1, 8.4, 85, 8.9, 8.2, 8.6)))
        .containsExactly("R61 Data!E2");
  }
}
