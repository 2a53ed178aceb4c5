package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.dated;
import static quarterday.sheet.Sketch.fault;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Sketch;

class LongTablesTest {
  private static KpiBook read(Sketch first, Sketch... others) {
    return KpiReader.read(first.with(others), Map.of());
  }

  private static List<String> codes(KpiBook book) {
    return book.findings().stream().map(Finding::code).toList();
  }

  private static String finding(KpiBook book, ReadingRule rule) {
    return book.findings().stream()
        .filter(f -> f.code().equals(rule.code()))
        .map(f -> f.sheet() + "!" + f.cell() + " " + f.message())
        .findFirst()
        .orElse("no " + rule);
  }

  private static MeasureRow row(KpiBook book, String name) {
    return book.rows().filter(r -> r.measure().name().equals(name)).findFirst().orElseThrow();
  }

  /** The months with a figure: {@code 2020-04=5 2020-05=6}. */
  private static String figuresOf(MeasureRow row) {
    List<String> months = new ArrayList<>();
    row.months()
        .forEach((m, o) -> o.value().ifPresent(v -> months.add(m + "=" + v.toPlainString())));
    return String.join(" ", months);
  }

  @Test
  void oneRowIsOneMeasureInOneMonthInAnyOrder() {
    KpiBook book =
        read(
            sheet("Export")
                .row("A title")
                .row("Month", "Measure", "Value")
                .row(dated("2020-05-01"), "Visits", 6)
                .row("June 2020", "Calls", 30)
                .row("2020-04", "visits ", 5)
                .row("Apr-20", "Calls", 10));

    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-04=5 2020-05=6");
    assertThat(figuresOf(row(book, "Calls"))).isEqualTo("2020-04=10 2020-06=30");
    MeasureTable table = book.tables().get(0);
    assertThat(table.isLong()).isTrue();
    assertThat(table.block()).isEqualTo(Block.parse("A2:C6"));
    assertThat(row(book, "Visits").months().get(YearMonth.parse("2020-04")).cell())
        .isEqualTo(Address.parse("C5"));
    assertThat(finding(book, ReadingRule.MISSING_MONTH))
        .isEqualTo(
            "Export!B4 Calls has no row for May 2020, so limits treat it as a gap; add the row if the figure exists.");
  }

  @ParameterizedTest
  @CsvSource({
    "Measure, Month, Value",
    "KPI name, Period, Figure",
    "Indicator, Date, Actual",
    "KPI, Month ending, Count",
    "Metric, Reporting period, Number"
  })
  void columnsAreKnownInTheSpellingsThatAnalystsUse(String measure, String month, String value) {
    KpiBook book =
        read(
            sheet("Export")
                .row(measure, month, value)
                .row("Visits", "Apr-20", 1)
                .row("Visits", "May-20", 2));

    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-04=1 2020-05=2");
  }

  @Test
  void aRowMayBeAQuarter() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Quarter", "Value")
                .row("Confidence", "2020/21 Q1", 61)
                .row("Confidence", "Q2 2020/21", 63));

    assertThat(row(book, "Confidence").quarters().keySet())
        .extracting(FinancialQuarter::label)
        .containsExactly("2020/21 Q1", "2020/21 Q2");
  }

  @Test
  void aMonthMayTakeItsYearFromAnotherColumn() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Financial year", "Month", "Measure", "Value")
                .row("2019/20", "March", "Visits", 4)
                .row("2020/21", "April", "Visits", 5));

    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-03=4 2020-04=5");
  }

  @Test
  void theSameMeasureAndMonthTwiceIsAnErrorThatNamesBothCells() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Value")
                .row("Visits", "Apr-20", 1)
                .row("Visits", "May-20", 2)
                .row("Visits", dated("2020-05-31"), 3)
                .row("Visits", "Jun-20", 4));

    assertThat(finding(book, ReadingRule.DOUBLED_PERIOD))
        .isEqualTo(
            "Export!C4 Visits for May 2020 stands in C3 and again in C4, so neither is used; delete the row that is wrong.");
    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-04=1 2020-06=4");
  }

  @Test
  void blanksShorthandMarksAndFaultsAreReadAsInWideTables() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Value")
                .row("Visits", "Apr-20", "")
                .row("Visits", "May-20", "[x]")
                .row("Visits", "Jun-20", "351 [p]")
                .row("Visits", "Jul-20", fault("#DIV/0!"))
                .row("Visits", "Aug-20", 7));

    Map<YearMonth, Observation> months = row(book, "Visits").months();
    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-06=351 2020-08=7");
    assertThat(months.get(YearMonth.parse("2020-05")).token()).isEqualTo("[x]");
    assertThat(months.get(YearMonth.parse("2020-06")).marks()).containsExactly(Mark.PROVISIONAL);
    assertThat(codes(book)).containsExactly("R09");
  }

  @Test
  void aBlankNameIsNoGuessUnlessItIsMerged() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Value")
                .row("Visits", "Apr-20", 1)
                .row("", "May-20", 2)
                .row("Calls", "Apr-20", 3)
                .row("", "May-20", 4)
                .merge("A2:A3"));

    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-04=1 2020-05=2");
    assertThat(figuresOf(row(book, "Calls"))).isEqualTo("2020-04=3");
    assertThat(finding(book, ReadingRule.NO_NAME))
        .isEqualTo(
            "Export!A5 Row 5 has a figure but no measure, so it is not read; write the measure's name in A5.");
  }

  @Test
  void monthsThatCannotBeReadAreSaidOnceForAllTheirRows() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Value")
                .row("Visits", "Apr-20", 1)
                .row("Visits", "May-20", 2)
                .row("Visits", "Jun-20", 2)
                .row("Calls", "Q1 2020", 2)
                .row("Visits", "Spring", 3)
                .row("Calls", "Apr-20", 2)
                .row("Calls", "spring", 3)
                .row("Calls", "Spring", 3)
                .row("Total", "", 9));

    assertThat(book.findings())
        .filteredOn(f -> f.severity() == Severity.ERROR)
        .extracting(f -> f.cell() + " " + f.message())
        .containsExactly(
            "B5 \u201cQ1 2020\u201d may be a calendar or a financial quarter, so row 5 is not read; write it as 2020/21 Q1.",
            "B6 \u201cSpring\u201d is no month that can be read, so row 6 and 1 more are left out; write months as Apr-20.",
            "B8 \u201cspring\u201d is no month that can be read, so row 8 is left out; write months as Apr-20.",
            "B10 There is a figure without a month, so row 10 is not read; write the month in B10, such as Apr-20.");
  }

  @Test
  void shortYearsThatExcelMadeDaysOfAreNotRead() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Value")
                .row("Visits", dated("2026-11-18"), 1)
                .row("Visits", dated("2026-12-18"), 2)
                .row("Visits", dated("2026-01-19"), 3)
                .row("Visits", dated("2026-02-19"), 4));

    assertThat(book.tables()).isEmpty();
    assertThat(finding(book, ReadingRule.SHORT_YEAR_DATES))
        .isEqualTo(
            "Export!B2 This is the day 2026-11-18, but with the other rows it must mean November 2018; type it as 01/11/2018, and the rows below alike. The table is not read until then.");
  }

  @Test
  void monthEndsAreOrdinaryDates() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month ending", "Value")
                .row("Visits", dated("2020-04-30"), 1)
                .row("Visits", dated("2020-05-31"), 2)
                .row("Visits", dated("2020-06-30"), 3));

    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-04=1 2020-05=2 2020-06=3");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void partsBesideTheFiguresMakeAMeasureARatio() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Numerator", "Denominator", "Value")
                .row("In points", "Apr-20", 83, 86, 96.5)
                .row("In points", "May-20", 9, 12, 75)
                .row("As a fraction", "Apr-20", 1, 2, percent(0.5))
                .row("Each", "Apr-20", 30, 4, 7.5)
                .row("Unlike", "Apr-20", 30, 4, 99));

    Measure points = row(book, "In points").measure();
    assertThat(points.unit()).isEqualTo(Unit.PERCENTAGE);
    assertThat(points.rule()).isEqualTo(QuarterRule.RATIO_OF_SUMS);
    MeasureRow above = book.byId().get(points.numerator().orElseThrow());
    assertThat(figuresOf(above)).isEqualTo("2020-04=83 2020-05=9");
    assertThat(row(book, "As a fraction").measure().unit()).isEqualTo(Unit.PERCENTAGE);
    assertThat(row(book, "Each").measure().unit()).isEqualTo(Unit.COUNT);
    assertThat(row(book, "Each").measure().rule()).isEqualTo(QuarterRule.RATIO_OF_SUMS);
    assertThat(row(book, "Unlike").measure().rule()).isEqualTo(QuarterRule.SUM);
    assertThat(book.rows()).hasSize(4);
    assertThat(finding(book, ReadingRule.NO_PARTS)).startsWith("Export!A6 Unlike: ");
  }

  @Test
  void sectionsUnitsNumbersAndTheLatestWordsBelongToTheMeasure() {
    KpiBook book =
        read(
            sheet("Export")
                .row("KPI", "Measure", "Unit", "Section", "Month", "Value", "Commentary")
                .row(1.1, "Wait", "Hours", "Front desk", "Jun-20", 3, "Much better.")
                .row("", "Wait", "", "Front desk", "May-20", 4, "Too long.")
                .row(1.2, "Wait", "Hours", "Back office", "May-20", 5, ""));

    assertThat(book.rows()).hasSize(2);
    MeasureRow wait = book.rows().findFirst().orElseThrow();
    assertThat(wait.measure().kpi()).isEqualTo("1.1");
    assertThat(wait.measure().section()).isEqualTo("Front desk");
    assertThat(wait.measure().unit()).isEqualTo(Unit.HOURS);
    assertThat(wait.commentary()).isEqualTo("Much better.");
    assertThat(wait.commentaryCell()).contains(Address.parse("G2"));
  }

  @Test
  void anExcelTableOfThisShapeEndsWhereItEnds() {
    KpiBook book =
        read(
            sheet("Export")
                .row("Measure", "Month", "Value")
                .row("Visits", "Apr-20", 1)
                .row("Visits", "May-20", 2)
                .row("Visits", "Jun-20", 3)
                .table("A1:C3"));

    assertThat(figuresOf(row(book, "Visits"))).isEqualTo("2020-04=1 2020-05=2");
  }

  @Test
  void longAndWideTablesStandBelowAndBesideEachOther() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 2), "", "Measure", "Month", "Value")
                .row("Wide", 1, 2, "", "Beside", "Apr-20", 3)
                .row("", "", "", "", "Beside", "May-20", 4)
                .skip(1)
                .row("Measure", "Month", "Value")
                .row("Below", "Apr-20", 5)
                .row("Below", "May-20", 6));

    assertThat(book.tables()).extracting(MeasureTable::isLong).containsExactly(false, true, true);
    assertThat(book.rows().map(LongTablesTest::figuresOf))
        .containsExactly("2020-04=1 2020-05=2", "2020-04=3 2020-05=4", "2020-04=5 2020-05=6");
  }

  @Test
  void aMeasureInBothKindsOfTableIsAnError() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 2))
                .row("Emails received", 1, 2)
                .skip(2)
                .row("Measure", "Month", "Value")
                .row("Emails received", "Apr-20", 5)
                .row("Emails received", "May-20", 6)
                .row("Own", "May-20", 6),
            sheet("Measures")
                .row("Id", "Measure", "Quarter rule")
                .row("EMAILS", "Emails received", "Sum"));

    assertThat(finding(book, ReadingRule.DUPLICATE_MEASURE)).startsWith("Data!A6 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Passed", "see note", "in progress"})
  void aListWithWordsForResultsIsNoTable(String result) {
    KpiBook book =
        read(
            sheet("Log")
                .row("Indicator", "Date", "Result")
                .row("Fire drill", dated("2020-04-03"), result)
                .row("Lift", dated("2020-05-04"), result));

    assertThat(book.tables()).isEmpty();
  }

  @Test
  void aLogWithManyEntriesAMonthIsNoTable() {
    Sketch log = sheet("Log").row("Measure", "Date", "Number");
    for (int day = 10; day < 29; day++) {
      log.row("Complaint", dated("2020-04-" + day), 1);
    }

    assertThat(codes(read(log))).containsExactly("R01");
  }

  @Test
  void aListWithoutMonthsIsNoTable() {
    assertThat(
            read(sheet("Targets")
                    .row("Measure", "Period", "Value")
                    .row("Visits", "monthly", 5)
                    .row("Calls", "yearly", 7))
                .tables())
        .isEmpty();
  }

  @Test
  void adjustmentsAreDecisionsAndNoFigures() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", "Month", "Value").row("Visits", "Apr-20", 5),
            sheet("Adjustments")
                .row("Measure", "Month", "Kind", "Reason", "Number")
                .row("Visits", "Apr-20", "Leave out", "Flood", 1));

    assertThat(book.tables()).hasSize(1);
    assertThat(book.adjustments()).hasSize(1);
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      rows.add(List.of("Visits", months("2019-01", 24).get(i), 10 + i));
      rows.add(List.of("Calls", months("2019-01", 24).get(i), 100 - i));
    }
    List<Optional<BigDecimal>> inOrder = figures(rows);
    Collections.shuffle(rows, new Random(5));

    assertThat(figures(rows)).isEqualTo(inOrder).hasSize(48);
  }

  private static List<Optional<BigDecimal>> figures(List<List<Object>> rows) {
    Sketch sheet = sheet("Export").row("Measure", "Month", "Value");
    rows.forEach(sheet::row);
    KpiBook book = read(sheet);
    List<Optional<BigDecimal>> figures = new ArrayList<>();
    for (String name : List.of("Visits", "Calls")) {
      row(book, name).months().values().forEach(o -> figures.add(o.value()));
    }
    return figures;
  }
}
