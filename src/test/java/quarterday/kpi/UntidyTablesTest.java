package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.Block;
import quarterday.sheet.Sketch;

/** Wide tables as they come from offices that never thought of a program reading them. */
class UntidyTablesTest {
  private static KpiBook read(Sketch first, Sketch... others) {
    return KpiReader.read(first.with(others), Map.of());
  }

  private static List<String> codes(KpiBook book) {
    return book.findings().stream().map(Finding::code).toList();
  }

  private static List<String> names(KpiBook book) {
    return book.rows().map(row -> row.measure().name()).toList();
  }

  private static String figures(KpiBook book) {
    List<String> rows = new ArrayList<>();
    book.rows()
        .forEach(
            row -> {
              List<String> figures = new ArrayList<>();
              row.months()
                  .forEach(
                      (m, o) -> o.value().ifPresent(v -> figures.add(m + "=" + v.toPlainString())));
              rows.add(row.measure().name() + " " + String.join(" ", figures));
            });
    return String.join("\n", rows);
  }

  /** What the Target column gives, in the measure's unit; nothing where it gives no number. */
  @ParameterizedTest
  @CsvSource({
    "Count, 40, 40",
    "Count, at least 40, 40",
    "Count, >= 1 200, 1200",
    "Count, 95%, ''",
    "Count, Reduce, ''",
    "Count, n/a, ''",
    "Percentage, 95, 95",
    "Percentage, 95%, 95",
    "Percentage, 95%+, 95",
    "Percentage, above 90 per cent, 90",
    "Minutes, under 15 minutes, 15",
    "Percentage, 20 days, ''",
    "Hours, no more than 1h 30m, 1.5"
  })
  void aTargetMayStandBesideTheMeasure(String unit, String typed, String target) {
    Object cell = typed.matches("\\d+") ? Integer.valueOf(typed) : typed;
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Unit", "Target", months("2020-04", 2))
                .row("Seen", unit, cell, 30, 31));

    assertThat(shownTarget(book)).isEqualTo(target);
    assertThat(book.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"at least 40, HIGHER", "< 40, LOWER", "40 or fewer, LOWER", "40, NEUTRAL"})
  void aTargetMaySayWhichWayIsBetter(String typed, BetterWhen better) {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Target", months("2020-04", 2))
                .row("Seen", typed, 30, 31));

    assertThat(book.rows().findFirst().orElseThrow().measure().better()).isEqualTo(better);
  }

  @Test
  void aTargetIsAFractionLikeTheFiguresAndTheMeasuresSheetPrevails() {
    Sketch shares =
        sheet("Data")
            .row("Measure", "Target", months("2020-04", 2))
            .row("Share on time", percent(0.95), percent(0.9), percent(0.91));
    Sketch bare =
        sheet("Data")
            .row("Measure", "Target", months("2020-04", 2))
            .row("Share on time", 0.95, percent(0.9), percent(0.91));
    Sketch measures =
        sheet("Measures").row("Measure", "Quarter rule", "Target").row("Share on time", "Mean", 80);

    assertThat(shownTarget(read(shares))).isEqualTo("95");
    assertThat(shownTarget(read(bare))).isEqualTo("95");
    assertThat(shownTarget(read(shares, measures))).isEqualTo("80");
  }

  @Test
  void theTargetOfALongTableIsThatOfItsLatestMonth() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Month", "Value", "Target")
                .row("Seen", "May-20", 31, 45)
                .row("Seen", "Apr-20", 30, 40)
                .row("Heard", "Apr-20", 30, "")
                .row("Heard", "May-20", 30, ""));

    assertThat(shownTarget(book)).isEqualTo("45");
  }

  private static String shownTarget(KpiBook book) {
    return book.rows()
        .findFirst()
        .flatMap(row -> row.measure().target())
        .map(BigDecimal::toPlainString)
        .orElse("");
  }

  @Test
  void yearsMayStandOverMonths() {
    KpiBook book =
        read(
            sheet("Data")
                .row("", "2019/20", "", "2020/21", "")
                .row("Measure", "Feb", "March", "Apr", "May")
                .row("Visits", 1, 2, 3, 4));

    assertThat(figures(book)).isEqualTo("Visits 2020-02=1 2020-03=2 2020-04=3 2020-05=4");
  }

  @Test
  void theMeasuresHeadingMayStandBesideTheYearsAndOverTheMonths() {
    KpiBook book =
        read(
            sheet("Data")
                .row("KPI", "Measure", "Unit", "2019/20", "", "2020/21", "", "Commentary")
                .row("", "", "", "Feb", "March", "Apr", "May", "")
                .row(1.1, "Visits", "Hours", 1, 2, 3, 4, "Fine.")
                .merge("A1:A2")
                .merge("B1:B2")
                .merge("C1:C2")
                .merge("D1:E1")
                .merge("F1:G1")
                .merge("H1:H2"));

    assertThat(figures(book)).isEqualTo("Visits 2020-02=1 2020-03=2 2020-04=3 2020-05=4");
    MeasureRow row = book.rows().findFirst().orElseThrow();
    assertThat(row.measure().kpi()).isEqualTo("1.1");
    assertThat(row.measure().unit()).isEqualTo(Unit.HOURS);
    assertThat(row.commentary()).isEqualTo("Fine.");
    assertThat(book.tables().get(0).block()).isEqualTo(Block.parse("A2:H3"));
    assertThat(book.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"KPI No., KPI", "KPI ref, KPI", "Ref, KPI", "KPI, KPI name"})
  void kpiIsTheNameBesideAHeadingOfNumbers(String number, String name) {
    KpiBook book =
        read(
            sheet("Data")
                .row(number, name, "Unit", months("2020-04", 1))
                .row("1.1", "Visits", "Hours", 1));

    assertThat(figures(book)).isEqualTo("Visits 2020-04=1");
    assertThat(book.rows().findFirst().orElseThrow().measure().kpi()).isEqualTo("1.1");
  }

  @Test
  void calendarYearsMayStandOverMonthsAsNumbers() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", 2019, "", 2020, "")
                .row("", "Nov", "Dec", "Jan", "Feb")
                .row("Visits", 1, 2, 3, 4));

    assertThat(figures(book)).isEqualTo("Visits 2019-11=1 2019-12=2 2020-01=3 2020-02=4");
  }

  @Test
  void monthsWithoutAYearAnywhereAreSaidToLackIt() {
    KpiBook book = read(sheet("Data").row("Measure", "Apr", "May", "Jun").row("Visits", 1, 2, 3));

    assertThat(book.tables()).isEmpty();
    assertThat(book.findings())
        .filteredOn(f -> f.code().equals("R35"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .isEqualTo(
                        "\u201cApr\u201d in B1 and 2 other months have no year, so their columns are not read; write it as Apr-20, or put the year over it."));
  }

  @Test
  void aCalendarYearOverMonthsOfTwoIsNeverGuessed() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", 2019, "", "", "", 2020)
                .row("", "Nov", "Dec", "Jan", "Feb", "Mar")
                .row("Visits", 1, 2, 3, 4, 5));

    assertThat(figures(book)).isEqualTo("Visits 2020-03=5");
    assertThat(book.findings())
        .filteredOn(f -> f.code().equals("V19"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .startsWith("\u201c2019\u201d stands over months that run into another year"));
  }

  @Test
  void oneMonthWithoutAYearIsSaid() {
    KpiBook book =
        read(sheet("Data").row("Measure", "Apr-20", "May-20", "June").row("Visits", 1, 2, 3));

    assertThat(figures(book)).isEqualTo("Visits 2020-04=1 2020-05=2");
    assertThat(codes(book)).containsExactly("R35");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Apr-20*", "Apr-20 (1)", "Apr-20\u00b9", "Apr-20 [note 3]", "Apr 20 p"})
  void monthsMayHaveFootnoteMarks(String header) {
    assertThat(figures(read(sheet("Data").row("Measure", header, "May-20").row("Visits", 1, 2))))
        .isEqualTo("Visits 2020-04=1 2020-05=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 234|1234",
        "12 345.5|12345.5",
        "\u00a31,234|1234",
        "\u00a3 12.50|12.5",
        "(5)|-5",
        "-5|-5",
        "1.2k|none",
        "\u00a31.2m|none",
        "7*|7",
        "7 (note 2)|7",
        "approx 7|none",
        "c. 40|none",
        "<5|none",
        "5-6|none",
        "n/a|none",
        "N/A|none",
        "-|none",
        "\u2013|none",
        "nil|0",
        "NIL|0",
        "none|none",
        "zero|0",
        "TBC|none",
        "tbc|none",
        ".|none",
        "..|none"
      })
  void figuresAreReadAsPeopleTypeThem(String typed, String value) {
    KpiBook book = read(sheet("Data").row("Measure", "Apr-20", "May-20").row("Spend", typed, 2));

    String april = value.equals("none") ? "" : "2020-04=" + value + " ";
    assertThat(figures(book)).isEqualTo("Spend " + april + "2020-05=2");
    assertThat(codes(book)).hasSize(1);
  }

  @Test
  void percentTextIsInPoints() {
    KpiBook book = read(sheet("Data").row("Measure", "Unit", "Apr-20").row("Share", "%", "12%"));

    assertThat(figures(book)).isEqualTo("Share 2020-04=12");
  }

  @Test
  void titlesTotalsBlankRowsAndNotesDoNotDisturb() {
    KpiBook book =
        read(
            sheet("Data")
                .row("", "", "Performance")
                .skip(1)
                .rowAt(2, "Measure", months("2020-04", 3), "", "")
                .rowAt(2, "Visits", 1, 2, 3)
                .skip(1)
                .rowAt(2, "Calls", 4, 5, 6)
                .rowAt(2, "Total", 5, 7, 9)
                .skip(1)
                .rowAt(2, "Note: visits are counted once.")
                .rowAt(2, "Source: the office's own records.")
                .skip(1)
                .rowAt(2, "* provisional"));

    assertThat(names(book)).containsExactly("Visits", "Calls", "Total");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void monthsStillToComeAreGaps() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 12))
                .row("Visits", 1, 2, 3)
                .row("Calls", 4, 5, 6));

    assertThat(figures(book))
        .isEqualTo("Visits 2020-04=1 2020-05=2 2020-06=3\nCalls 2020-04=4 2020-05=5 2020-06=6");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void twoTablesStackedWithOneBlankRowStayTwo() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 2))
                .row("Visits", 1, 2)
                .skip(1)
                .row("Measure", months("2019-04", 2))
                .row("Calls", 3, 4));

    assertThat(book.tables()).hasSize(2);
    assertThat(figures(book)).isEqualTo("Visits 2020-04=1 2020-05=2\nCalls 2019-04=3 2019-05=4");
  }

  @Test
  void aYearTotalAmongMonthsIsNoMonth() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Apr-20", "May-20", "2020/21", "YTD", "Total", "Average", "RAG")
                .row("Visits", 1, 2, 3, 3, 3, 1.5, "Green"));

    assertThat(figures(book)).isEqualTo("Visits 2020-04=1 2020-05=2");
  }

  @Test
  void accountingFormatsAndBracketsAreNumbersToo() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Apr-20", "May-20")
                .row(
                    "Balance",
                    formatted(-5, "_-* #,##0_-;(#,##0)"),
                    formatted(1234.5, "\u00a3#,##0")));

    assertThat(figures(book)).isEqualTo("Balance 2020-04=-5 2020-05=1234.5");
  }

  @ParameterizedTest
  @CsvSource({
    "Ocotber 2019, R35, October 2019",
    "Setpember 19, R35, September 2019",
    "Febuary 2020, R35, February 2020",
    "2019/21 Q2, V19, 2020/21 Q1",
    "Q5 2019/20, V19, 2020/21 Q1"
  })
  void aPeriodThatIsMiswrittenIsSaidAndItsColumnNotRead(String heading, String code, String meant) {
    KpiBook book =
        read(sheet("Data").row("Measure", heading, "Nov-19", "Dec-19").row("Visits", 1, 2, 3));

    assertThat(figures(book)).isEqualTo("Visits 2019-11=2 2019-12=3");
    assertThat(book.findings())
        .filteredOn(f -> f.code().equals(code))
        .singleElement()
        .satisfies(f -> assertThat(f.cell()).isEqualTo("B1"))
        .satisfies(f -> assertThat(f.message()).contains(heading).contains(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total 2019", "Batch 20", "Target 2019/20 Q2", "Mean 19", "Change Q5"})
  void headingsThatAreNoPeriodsAreLeftAlone(String heading) {
    assertThat(codes(read(sheet("Data").row("Measure", "Nov-19", heading).row("Visits", 1, 2))))
        .isEmpty();
  }

  @Test
  void aKnownMeasureThatStandsTwiceIsFound() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Ref", "Measure", "Unit", "Apr-20", "May-20")
                .row("2.1", "Incidents", "Count", 19739, 19643)
                .row("2.2", "Incidents", "Count", 1306, 1492)
                .row("2.3", "Sickness", "Days", 13, 14)
                .row("2.4", "Sickness", "%", 3, 4));

    assertThat(book.findings())
        .extracting(f -> f.code() + " " + f.cell())
        .containsExactly("R12 B3");
  }

  @Test
  void aKnownMeasureMayStandInTwoTablesOfASheet() {
    assertThat(
            codes(
                read(
                    sheet("Data")
                        .row("Measure", "Apr-20", "May-20")
                        .row("Incidents", 19739, 19643)
                        .row()
                        .row("Measure", "2018/19 Q1", "2018/19 Q2")
                        .row("Incidents", 1306, 1492))))
        .isEmpty();
  }

  @Test
  void aBracketInTheNameTellsTheUnit() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Apr-20", "May-20")
                .row("Average session (minutes)", 1.5, 1.6)
                .row("Spend (£)", 1, 2)
                .row("Calls (all)", 1, 2));

    assertThat(book.rows().map(row -> row.measure().unit()))
        .containsExactly(Unit.MINUTES, Unit.POUNDS, Unit.COUNT);
  }

  @Test
  void anAdjustmentLongAfterTheLastMonthDoesNothing() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", "Apr-20", "May-20").row("Visits", 1, 2),
            sheet("Adjustments")
                .row("Measure", "Month", "Kind", "Reason")
                .row("Visits", "May-28", "Note", "Moved")
                .row("Visits", "Jul-20", "Note", "Moving"));

    assertThat(book.findings())
        .extracting(f -> f.code() + " " + f.cell())
        .containsExactly("R18 A2");
  }

  @Test
  void aUnitThatChangesWithinALongMeasureIsFoundAtItsFirstOtherRow() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Unit", "Month", "Value")
                .row("Time lost", "Days", "Apr-20", 5)
                .row("Time lost", "Days", "May-20", 6)
                .row("Time lost", "Hours", "Jun-20", 7)
                .row("Time lost", "Hours", "Jul-20", 7));

    assertThat(book.findings())
        .extracting(f -> f.code() + " " + f.cell())
        .containsExactly("V27 B4");
  }

  @Test
  void aMisspeltMonthUnderItsYearIsSaid() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "2020/21", "", "")
                .row("", "Oct", "Novmber", "Dec")
                .row("Visits", 1, 2, 3));

    assertThat(figures(book)).isEqualTo("Visits 2020-10=1 2020-12=3");
    assertThat(book.findings()).extracting(f -> f.code() + " " + f.cell()).contains("R35 C2");
  }
}
