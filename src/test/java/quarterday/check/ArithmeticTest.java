package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.check.Checked.only;
import static quarterday.check.Checked.places;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.kpi.Finding;
import quarterday.kpi.Severity;
import quarterday.sheet.Sketch;

/** Figures that other figures of the same workbook contradict. */
class ArithmeticTest {
  private static Sketch report(Object... rows) {
    Sketch sheet = sheet("Report").row("KPI", "Measure", "Performance 2020/21 Q1", "Commentary");
    for (int i = 0; i < rows.length; i += 2) {
      sheet.row("", rows[i], rows[i + 1]);
    }
    return sheet;
  }

  // V01, percentages and their parts.

  @ParameterizedTest
  @CsvSource({"83, 86, 0.96, 97%", "9, 13, 0.75, 69%", "1, 3, 0.34, 33%"})
  void aPercentageThatItsPartsDoNotGiveIsFoundInItsCell(
      int above, int below, double typed, String right) {
    Finding finding = only(shares(above, below, typed));

    assertThat(finding.code()).isEqualTo("V01");
    assertThat(finding.cell()).isEqualTo("C4");
    assertThat(finding.suggestion()).isEqualTo(right);
    assertThat(finding.message()).contains(above + " of " + below);
  }

  @ParameterizedTest
  @CsvSource({
    "118, 158, 0.75",
    "118, 158, 0.747",
    "45, 122, 0.37",
    "11, 21, 0.52",
    "83, 86, 0.965116279069767",
    "1, 8, 0.125",
    "1, 8, 0.13"
  })
  void aPercentageThatItsPartsGiveAtSomeRoundingIsSilent(int above, int below, double typed) {
    assertThat(places(shares(above, below, typed))).isEmpty();
  }

  private static Sketch shares(int above, int below, double typed) {
    return report(
        "Correspondence answered on time", above,
        "Correspondence received", below,
        "% Correspondence Responded to On-time", percent(typed));
  }

  @Test
  void eachMonthIsComparedWithItsOwnParts() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-04", 3))
                    .row("Correspondence answered on time", 9, 18, 10)
                    .row("Correspondence received", 10, 20, 20)
                    .row("Correspondence answered on time (per cent)", 90, 80, 50)))
        .containsExactly("V01 Data!C4");
  }

  private static Sketch unnamed(double last) {
    return sheet("Data")
        .row("Measure", "Unit", months("2020-01", 8))
        .row("Forms in", "", 40, 50, 60, 80, 45, 90, 72, 64)
        .row("Forms dealt with", "", 20, 30, 45, 60, 36, 45, 54, 48)
        .row("Dealt with", "%", 50, 60, 75, 75, 80, 50, 75, last);
  }

  @Test
  void aPercentageThatTwoNeighboursUsuallyGiveIsComparedWithThem() {
    assertThat(places(unnamed(75))).isEmpty();
    assertThat(places(unnamed(57))).containsExactly("V01 Data!J4");
  }

  @Test
  void aPercentageThatItsNeighboursDoNotGiveIsLeftAlone() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 8))
                    .row("Forms in", "", 40, 50, 60, 80, 45, 90, 72, 64)
                    .row("Forms dealt with", "", 20, 30, 45, 60, 36, 45, 54, 48)
                    .row("Content", "%", 50, 60, 75, 70, 81, 58, 71, 69)))
        .isEmpty();
  }

  @Test
  void theRowsOfALongTableAreComparedWithTheirParts() {
    Sketch returns =
        sheet("Data").row("Measure", "Unit", "Month", "Value", "Numerator", "Denominator");
    int[][] parts = {{8, 10}, {9, 12}, {6, 10}, {7, 8}, {4, 16}, {9, 10}};
    double[] shown = {80, 75, 60, 88, 52, 90};
    for (int i = 0; i < parts.length; i++) {
      returns.row(
          "Answered in time", "%", months("2020-01", 6).get(i), shown[i], parts[i][0], parts[i][1]);
    }

    assertThat(places(returns)).containsExactly("V01 Data!D6");
  }

  @Test
  void nothingIsSaidOfAShareOfNothing() {
    assertThat(places(shares(0, 0, 0.5))).isEmpty();
  }

  // V04, totals.

  @Test
  void theFourKindsOfContractsMakeTheTotal() {
    assertThat(places(contracts(50))).isEmpty();
    Finding finding = only(contracts(51));
    assertThat(finding.code()).isEqualTo("V04");
    assertThat(finding.cell()).isEqualTo("C6");
    assertThat(finding.suggestion()).isEqualTo("50");
  }

  private static Sketch contracts(int total) {
    return report(
        "Contracts: local authority", 10,
        "Contracts: partnership", 6,
        "Contracts: individually commissioned", 8,
        "Contracts: PCC prevention grant", 26,
        "Contracts held", total);
  }

  private static Sketch totals(Object... totals) {
    return sheet("Data")
        .row("Measure", months("2020-01", 6))
        .row("Calls north", 10, 20, 30, 40, 50, 60)
        .row("Calls south", 1, 2, 3, 4, 5, 6)
        .row("Calls west", 5, 5, 5, 5, 5, 5)
        .rowAt(0, "Calls, total", java.util.List.of(totals));
  }

  @Test
  void aTotalThatUsuallyAddsUpIsFoundWhereItDoesNot() {
    assertThat(places(totals(16, 27, 38, 48, 60, 71))).containsExactly("V04 Data!E5");
    assertThat(places(totals(16, 27, 38, 49, 60, 71))).isEmpty();
  }

  private static Sketch people(int last) {
    return sheet("Data")
        .row("Measure", months("2020-01", 8))
        .row("People asked", 30, 34, 41, 28, 33, 39, 47, last)
        .row("In town", 18, 21, 25, 16, 20, 22, 30, 25)
        .row("In the county", 12, 13, 16, 12, 13, 17, 17, 15);
  }

  @Test
  void aRowThatIsNotCalledATotalButAlwaysWasOneIsAddedToo() {
    assertThat(places(people(40))).isEmpty();
    assertThat(places(people(46))).containsExactly("V04 Data!I2");
  }

  @Test
  void rowsThatAddUpNowAndThenAreLeftAlone() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-01", 8))
                    .row("Letters sent", 2, 0, 1, 0, 3, 1, 0, 2)
                    .row("Letters lost", 1, 0, 1, 0, 1, 1, 0, 1)
                    .row("Letters found", 1, 0, 0, 0, 2, 1, 0, 1)))
        .isEmpty();
  }

  @Test
  void aRowThatIsOnlyCalledATotalIsLeftAlone() {
    assertThat(places(totals(90, 91, 95, 92, 99, 94))).isEmpty();
  }

  @Test
  void roundedHoursMayMissByOneEach() {
    Sketch hours =
        sheet("Data")
            .row("Measure", "Unit", months("2020-01", 6))
            .row("Work at home", "hours", 10, 20, 30, 40, 50, 60)
            .row("Work away", "hours", 1, 2, 3, 4, 5, 6)
            .row("Work, total", "hours", 11, 22, 33, 45, 55, 66);

    assertThat(only(hours).severity()).isEqualTo(Severity.ADVICE);
  }

  // V05 and V06, shares.

  @ParameterizedTest
  @CsvSource({"0.55, 0.45, 31", "0.61, 0.39, 18"})
  void publishedSharesThatFitTheirHeadcountAreSilent(double women, double men, int staff) {
    assertThat(places(staff(women, men, staff))).isEmpty();
  }

  @Test
  void sharesOfWomenAndMenThatDoNotMakeAHundredAreFound() {
    assertThat(places(staff(0.61, 0.44, 18))).containsExactly("V05 Report!C3");
  }

  @Test
  void aShareThatNobodyOutOfSeventeenGivesIsFound() {
    assertThat(places(staff(0.81, 0.19, 17))).containsExactly("V06 Report!C3", "V06 Report!C4");
  }

  private static Sketch staff(double women, double men, int staff) {
    return report(
        "OPCC Headcount", staff,
        "Proportion of females", percent(women),
        "Proportion of males", percent(men));
  }

  @Test
  void aWorkbookThatDefinesItsSharesSaysItselfOfWhom() {
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Quarter rule", "Definition")
            .row("Proportion of females", "Last value", "Of permanent and agency staff.")
            .row("Proportion of males", "Last value", "Of permanent and agency staff.");

    assertThat(places(staff(0.81, 0.19, 17), measures)).isEmpty();
  }

  @Test
  void neighboursThatUsuallyShareAHundredAreAdded() {
    Sketch sheet =
        sheet("Data")
            .row("Measure", "Unit", months("2020-01", 6))
            .row("Came by post", "%", 20, 21, 19, 20, 22, 20)
            .row("Came by e-mail", "%", 50, 51, 52, 50, 50, 50)
            .row("Came by phone", "%", 30, 28, 29, 30, 28, 39);

    assertThat(places(sheet)).containsExactly("V05 Data!H4");
  }

  // V07 to V10, related figures.

  @Test
  void theShareAnsweredUnderTheNameOfTheShareAbandonedIsFound() {
    assertThat(only(report("999 Abandonment Rate", percent(0.997))).code()).isEqualTo("V07");
    assertThat(places(report("999 Abandonment Rate", percent(0.003)))).isEmpty();
  }

  @Test
  void aShareThatTurnsIntoItsOppositeIsFound() {
    Sketch sheet =
        sheet("Data")
            .row("Measure", "Unit", months("2020-01", 6))
            .row("Answered late", "%", 4, 5, 3, 4, 96, 5);

    assertThat(places(sheet)).containsExactly("V07 Data!G2");
    assertThat(only(sheet).suggestion()).isEqualTo("4%");
  }

  @Test
  void aFractionAmongPercentagesIsNoOpposite() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 6))
                    .row("Answered in time", "%", 96, 95, 97, 96, 0.96, 95)))
        .isEmpty();
  }

  @Test
  void aShareThatSwingsIsNoOpposite() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 6))
                    .row("Answered late", "%", 40, 55, 63, 44, 58, 39)))
        .isEmpty();
  }

  @Test
  void moreDaysThanTheQuarterHasForOnePersonAreFound() {
    assertThat(places(report("Office Sickness", 117, "Sickness, long spells", 1)))
        .contains("V08 Report!C2");
    assertThat(places(report("Office Sickness", 117, "Sickness, long spells", 2)))
        .doesNotContain("V08 Report!C2");
    assertThat(places(report("Office Sickness", 117, "OPCC headcount", 18))).isEmpty();
  }

  @Test
  void aSicknessRateNeedsTheBaseThatIsThere() {
    assertThat(only(sickness(0.006)).code()).isEqualTo("V09");
    assertThat(only(sickness(0.006)).suggestion()).isEqualTo("0.9%");
    assertThat(places(sickness(0.009))).isEmpty();
  }

  private static Sketch sickness(double rate) {
    return report(
        "Office Sickness", 14,
        "OPCC headcount", 17,
        "Sickness: share of available days", Sketch.formatted(rate, "0.0%"));
  }

  @Test
  void hoursThatTheVisitsDoNotTakeAreFound() {
    assertThat(only(visits(29, 49, 36, 52)).severity()).isEqualTo(Severity.ERROR);
    assertThat(only(visits(29, 49, 36, 72)).severity()).isEqualTo(Severity.WARNING);
    assertThat(places(visits(13, 28, 40, 30))).isEmpty();
  }

  private static Sketch visits(int visits, int minutes, int travel, double hours) {
    return report(
        "ICV visits made", visits,
        "ICV average length of visit", minutes,
        "ICV average travel time", travel,
        "ICV volunteered hours", hours);
  }

  @Test
  void hoursAnEventThatMoreThanHalveAreFound() {
    Sketch sheet =
        sheet("Data")
            .row("Measure", "2020/21 Q1", "2020/21 Q2")
            .row("Engagement events: Commissioner", 8, 34)
            .row("Engagement hours: Commissioner and Deputy", 57.5, 92.5);

    assertThat(places(sheet)).containsExactly("V10 Data!C3");
  }

  // V12.

  @Test
  void aTotalWithinItsCapDoesNotHideThoseOverTheirOwnLimit() {
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Quarter rule", "Target")
            .row("Flexi time balance held", "Last value", 225);
    Sketch over = report("Flexi time balance held", 177, "Staff over the 15-hour flexi limit", 5);
    Sketch none = report("Flexi time balance held", 177, "Staff over the 15-hour flexi limit", 0);

    assertThat(places(over, measures)).containsExactly("V12 Report!C3");
    assertThat(places(none, measures)).isEmpty();
  }

  // V42 and V44.

  @Test
  void addedMonthsOfPeopleReachedAreFound() {
    Sketch added =
        sheet("Data")
            .row("Measure", months("2020-04", 3), "2020/21 Q1")
            .row("Facebook reach", 100, 200, 300, 600);
    Sketch own =
        sheet("Data")
            .row("Measure", months("2020-04", 3), "2020/21 Q1")
            .row("Facebook reach", 100, 200, 300, 450);

    assertThat(places(added)).containsExactly("V42 Data!E2");
    assertThat(places(own)).isEmpty();
  }

  @Test
  void aYearIsNoLessThanItsQuarters() {
    assertThat(places(year(15))).isEmpty();
    assertThat(places(year(5))).containsExactly("V44 Data!C2");
  }

  private static Sketch year(int year) {
    return sheet("Data")
        .row("Measure", "2019/20 Q1", "2019/20", "2019/20 Q2")
        .row("FOI requests received", 2, year, 4);
  }

  @Test
  void aYearThatAddsDifferentPeopleIsFound() {
    Sketch reach =
        sheet("Data")
            .row("Measure", months("2020-04", 3), "Year to date 2020/21")
            .row("Facebook reach", 100, 200, 300, 600);

    assertThat(places(reach)).containsExactly("V42 Data!E2");
  }

  @Test
  void aYearToDateThatLeavesOutAMonthIsFound() {
    Sketch letters =
        sheet("Data")
            .row("Measure", months("2020-04", 3), "Year to date 2020/21")
            .row("Letters", 10, 20, 30, 30)
            .row("Calls", 10, 20, 30, 60);

    assertThat(places(letters)).containsExactly("V44 Data!E2");
  }

  @Test
  void twoSharesAreNotRoundedTheSameWay() {
    assertThat(places(staff(0.61, 0.40, 100))).containsExactly("V05 Report!C3");
    assertThat(places(staff(0.61, 0.39, 100))).isEmpty();
  }

  private static Sketch threeQuarters(int total, int share) {
    return sheet("Data")
        .row("Measure", "Unit", "2019/20 Q3", "2019/20 Q4", "2020/21 Q1")
        .row("Letters", "", 1203, 1122, 1187)
        .row("Forms", "", 402, 377, 391)
        .row("Letters and forms, total", "", 1605, 1499, total)
        .row("Answered in a week", "", 1123, 974, 1262)
        .row("Answered in a week (%)", "%", 70, 65, share);
  }

  @Test
  void threeColumnsAreEnoughToLearnALargeTotalAndItsShare() {
    assertThat(places(threeQuarters(1578, 80))).isEmpty();
    assertThat(places(threeQuarters(1499, 84))).containsExactly("V04 Data!E4");
    assertThat(places(threeQuarters(1578, 65))).containsExactly("V01 Data!E6");
  }

  private static Sketch post(int letters, int total) {
    return sheet("Data")
        .row("Measure", "Unit", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1")
        .row("Items received", "count", 64, 58, total)
        .row("of which letters", "count", 41, 37, letters)
        .row("of which forms", "count", 23, 21, 22);
  }

  @Test
  void rowsThatAreCalledPartsOfTheRowAboveAreAdded() {
    assertThat(places(post(39, 61))).isEmpty();
    assertThat(places(post(39, 67))).containsExactly("V04 Data!E2");
    assertThat(places(post(93, 61))).containsExactly("V04 Data!E2");
  }

  @Test
  void rowsThatAreNamedAfterTheirTotalAreAddedWhereverTheyStand() {
    Sketch grants =
        sheet("Data")
            .row("Measure", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1")
            .row("Awards made", 31, 29, 32)
            .row("Visits", 12, 14, 11)
            .row("Awards: youth clubs", 20, 18, 12)
            .row("Awards: parishes", 11, 11, 11);

    assertThat(places(grants)).containsExactly("V04 Data!D2");
  }

  @Test
  void partsThatLeaveSomethingOutAreNoSum() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1")
                    .row("Awards made", 31, 29, 32)
                    .row("Awards: youth clubs", 20, 18, 12)
                    .row("Awards: parishes", 11, 9, 14)))
        .isEmpty();
  }

  private static Sketch ways(int phone) {
    return sheet("Data")
        .row("Measure", "Unit", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1")
        .row("Contacts by post", "%", 20, 21, 19)
        .row("Contacts online", "%", 50, 51, 52)
        .row("Contacts by phone", "%", 30, 28, phone);
  }

  @Test
  void sharesOfOneThingAreAddedInThreeColumns() {
    assertThat(places(ways(29))).isEmpty();
    assertThat(places(ways(92))).containsExactly("V05 Data!E4");
  }

  private static Sketch visitRate(int last) {
    return sheet("Data")
        .row("Measure", "Unit", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1")
        .row("Home calls planned", "count", 51, 49, 53)
        .row("Home calls made", "count", 48, 47, 49)
        .row("Complaints", "count", 5, 4, 7)
        .row("Meetings", "count", 15, 14, 17)
        .row("Letters", "count", 35, 34, 37)
        .row("Call rate (calls made out of calls planned)", "%", 94, 96, last);
  }

  @Test
  void aPercentageIsComparedWithThePartsThatItNames() {
    assertThat(places(visitRate(92))).isEmpty();
    assertThat(places(visitRate(29))).containsExactly("V01 Data!E7");
    // A base that differs a little may be another one.
    assertThat(places(visitRate(91))).isEmpty();
  }

  private static Sketch quarters() {
    return sheet("Data")
        .row("Measure", "Unit", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4");
  }

  private static Sketch partTime(int before, int last) {
    return quarters()
        .row("Employees at period end", "count", 27, 26, 27, 28)
        .row("Part-time (% of employees)", "%", 26, 23, before, last);
  }

  @Test
  void aShareIsComparedWithTheBaseThatItsNameStates() {
    assertThat(places(partTime(26, 29))).isEmpty();
    assertThat(places(partTime(26, 31))).containsExactly("V06 Data!F3");
    assertThat(places(partTime(24, 29))).containsExactly("V06 Data!E3");
  }

  @Test
  void sharesOfStaffThatFitNoHeadcountHaveAnotherBase() {
    assertThat(
            places(
                quarters()
                    .row("Employees at period end", "count", 27, 26, 27, 28)
                    .row("Part-time employees", "%", 27, 24, 24, 31)))
        .isEmpty();
  }

  private static Sketch illness(double last) {
    return quarters()
        .row("Employees", "count", 27, 26, 26, 27)
        .row("Days lost through illness", "days", 62, 55, 48, 71)
        .row("Illness rate", "%", 2.5, 2.3, 2.0, last);
  }

  @Test
  void aRateOfIllnessIsToldByThePeriodsThatAgree() {
    assertThat(places(illness(2.9))).isEmpty();
    assertThat(places(illness(9.2))).containsExactly("V09 Data!F4");
  }

  @ParameterizedTest
  @CsvSource({
    "Days the front desk was open, days, 62, 93, V08 Data!F2",
    "Days the front desk was open, days, 62, 91, ''",
    "Hours the case system was up, hours, 2180, 2281, V08 Data!F2",
    "Hours in service, hours, 2180, 2281, V08 Data!F2",
    "Hours in service, hours, 1180, 2281, ''",
    "Days taken as leave, days, 62, 93, ''"
  })
  void oneThingIsOpenNoLongerThanTheCalendarHas(
      String name, String unit, int before, int now, String place) {
    assertThat(places(quarters().row(name, unit, before, before, before, now)))
        .isEqualTo(place.isEmpty() ? java.util.List.of() : java.util.List.of(place));
  }

  private static Sketch sessions(double last) {
    return quarters()
        .row("Sessions held", "count", 47, 49, 47, 48)
        .row("Average session with set-up", "minutes", 64, 66, 63, 65)
        .row("Hours of volunteers at sessions", "hours", 100.3, 107.8, 98.7, last);
  }

  @Test
  void hoursThatWereAlwaysAProductAreRecomputed() {
    assertThat(places(sessions(104))).isEmpty();
    assertThat(places(sessions(52))).containsExactly("V10 Data!F4");
  }

  @Test
  void aTotalOfNamedThingsSkipsTheRowsOfOthers() {
    assertThat(places(burglaries(1814))).isEmpty();
    assertThat(places(burglaries(1739))).containsExactly("V04 Data!D5");
  }

  private static Sketch burglaries(int total) {
    return sheet("Data")
        .row("Measure", "2020/21 Q3", "2021/22 Q2", "2021/22 Q3")
        .row("Burglary at home", 1605, 1499, 1578)
        .row("Robbery", 211, 240, 236)
        .row("Knife finds", 188, 204, 197)
        .row("Total of burglary and robbery", 1816, 1739, total);
  }

  @Test
  void halfAnEmailAmongThreeColumnsIsFound() {
    assertThat(places(emails(1134))).isEmpty();
    assertThat(places(emails(1134.5))).containsExactly("V08 Data!D2");
  }

  private static Sketch emails(double now) {
    return sheet("Data")
        .row("Measure", "2019/20 Q1", "2019/20 Q4", "2020/21 Q1")
        .row("Tweets sent", 1204, 1087, now);
  }
}
