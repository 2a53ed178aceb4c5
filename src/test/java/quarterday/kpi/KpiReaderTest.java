package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static quarterday.sheet.Sketch.dated;
import static quarterday.sheet.Sketch.fault;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

class KpiReaderTest {
  @Test
  void aNameIsCutWhereNoReaderWouldGoOn() {
    String name = "Visits " + "and calls ".repeat(60);

    MeasureRow row =
        KpiReader.read(
                sheet("Data").row("Measure", "Apr-20", "May-20").row(name, "7", "8").with(),
                Map.of())
            .tables()
            .get(0)
            .rows()
            .get(0);

    assertThat(row.measure().name()).hasSize(255).startsWith("Visits and").endsWith("\u2026");
    assertThat(row.label()).isEqualTo(name);
  }

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

  private static List<String> names(KpiBook book) {
    return book.rows().map(row -> row.measure().name()).toList();
  }

  private static Optional<BigDecimal> value(KpiBook book, String month) {
    return book.rows()
        .findFirst()
        .orElseThrow()
        .value(YearMonth.parse(month))
        .flatMap(Observation::value);
  }

  private static KpiBook cells(Object... values) {
    return read(
        sheet("Data")
            .row("Measure", months("2020-04", values.length))
            .row("Visits", List.of(values)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Measure",
        "MEASURE:",
        "Indicator",
        "KPI name",
        "KPI\u00a0measure",
        "Kpi-Measure",
        " measure\n"
      })
  void theMeasureColumnIsKnownInEverySpelling(String heading) {
    assertThat(names(read(sheet("Data").row(heading, months("2020-04", 2)).row("Visits", 1, 2))))
        .containsExactly("Visits");
  }

  @Test
  void aTableStandsUnderTitlesAndNotes() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Report")
                .row("A note on 2020/21")
                .skip(3)
                .rowAt(2, "Measure", months("2020-04", 1))
                .rowAt(2, "Visits", 5));

    assertThat(book.tables())
        .singleElement()
        .satisfies(table -> assertThat(table.block()).isEqualTo(Block.parse("C6:D7")));
  }

  @Test
  void aSheetWithOnlyTextHasNoTable() {
    assertThat(codes(read(sheet("Letter").row("Dear all").row("Measure twice, cut once"))))
        .containsExactly("R01");
  }

  @Test
  void aHeaderRowWithoutRowsIsNoTable() {
    assertThat(codes(read(sheet("Data").row("Measure", months("2020-04", 3)))))
        .containsExactly("R01");
  }

  @Test
  void aListOfThingsToDoIsNoTable() {
    KpiBook book =
        read(
            sheet("Actions")
                .row("Task", "Done", "Due")
                .row("Ring", "No", dated("2020-04-01"))
                .row("Write", "Yes", dated("2020-05-01")));

    assertThat(book.tables()).isEmpty();
  }

  @Test
  void aMeasuresNameMayBeANumberButNotNothing() {
    KpiBook book =
        read(
            sheet("Data")
                .row("KPI", "Measure", months("2020-04", 1))
                .row(1.1, 101, 7)
                .row(1.2, "\u00a0", 8)
                .row(1.3, "", 9));

    assertThat(names(book)).containsExactly("101");
    assertThat(codes(book)).containsExactly("R11", "R11");
  }

  @Test
  void lineBreaksAndOddSpacesAreNoPartOfAName() {
    KpiBook book =
        read(sheet("Data").row("Measure", months("2020-04", 1)).row("Home\u00a0visits\n made ", 7));

    assertThat(names(book)).containsExactly("Home visits made");
    assertThat(book.rows().findFirst().orElseThrow().label()).isEqualTo("Home\u00a0visits\n made ");
  }

  @Test
  void aMergedKpiNumberBelongsToEachOfItsRows() {
    KpiBook book =
        read(
            sheet("Data")
                .row("KPI", "Measure", months("2020-04", 1))
                .row("1.1", "Calls", 1)
                .row("", "Visits", 2)
                .row("", "Letters", 3)
                .row("1.2", "Hours", 4)
                .merge("A2:A4"));

    assertThat(book.rows().map(row -> row.measure().kpi()))
        .containsExactly("1.1", "1.1", "1.1", "1.2");
  }

  @Test
  void aKpiNumberIsShownAsItsCellShowsIt() {
    KpiBook book =
        read(
            sheet("Data")
                .row("KPI", "Measure", months("2020-04", 1))
                .row(formatted(1.1, "0.00"), "Calls", 1)
                .row(2.3, "Visits", 2));

    assertThat(book.rows().map(row -> row.measure().kpi())).containsExactly("1.10", "2.3");
  }

  @Test
  void textInTheFirstColumnAloneIsASection() {
    KpiBook book =
        read(
            sheet("Data")
                .row("KPI", "Measure", months("2020-04", 1))
                .row("Victims")
                .row(1, "Calls", 1)
                .row("Roads")
                .row(2, "Visits", 2)
                .skip(1)
                .row("Source: the force"));

    assertThat(book.rows().map(row -> row.measure().section())).containsExactly("Victims", "Roads");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void aTotalsRowIsAMeasureLikeAnyOther() {
    assertThat(
            names(
                read(
                    sheet("Data")
                        .row("Measure", months("2020-04", 1))
                        .row("Calls", 1)
                        .row("Total", 1))))
        .containsExactly("Calls", "Total");
  }

  @Test
  void tablesStandAboveEachOther() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 1))
                .row("Calls", 1)
                .skip(1)
                .row("Measure", months("2020-04", 1))
                .row("Visits", 2));

    assertThat(book.tables())
        .extracting(table -> table.block().toString())
        .containsExactly("A1:B2", "A4:B5");
  }

  @Test
  void tablesStandSideBySide() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 2), "", "Measure", months("2020-04", 2))
                .row("Calls", 1, 2, "", "Visits", 3, 4));

    assertThat(book.tables())
        .extracting(table -> table.block().toString())
        .containsExactly("A1:C2", "E1:G2");
    assertThat(names(book)).containsExactly("Calls", "Visits");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void tablesMayTouch() {
    KpiBook book =
        read(
            sheet("Data")
                .row("KPI", "Measure", months("2020-04", 2), "KPI", "Measure", months("2020-04", 2))
                .row(1, "Calls", 1, 2, 2, "Visits", 3, 4));

    assertThat(book.tables())
        .extracting(table -> table.block().toString())
        .containsExactly("A1:D2", "E1:H2");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void anExcelTableEndsWhereItEndsAndNotAtTheNextBlank() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 1), "Mine")
                .row("Calls", 1)
                .skip(4)
                .row("Visits", 2)
                .row("Beside it", 3)
                .table("A1:B7"));

    assertThat(names(book)).containsExactly("Calls", "Visits");
    assertThat(book.tables().get(0).block()).isEqualTo(Block.parse("A1:B7"));
  }

  @Test
  void anExcelTableDownToTheLastRowOfAllEndsWithItsCells() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 1))
                .row("Calls", 1)
                .table("A1:B1048576"));

    assertThat(book.tables().get(0).block()).isEqualTo(Block.parse("A1:B2"));
  }

  @Test
  void aReportsOwnTableHasOnePeriod() {
    KpiBook book =
        read(
            sheet("Report")
                .row("KPI", "Measure", "Performance 2019/20 Q2", "Commentary")
                .row("1.1", "Calls", 12, "Quiet."));

    MeasureRow row = book.rows().findFirst().orElseThrow();
    assertThat(row.isQuarterly()).isTrue();
    assertThat(row.quarters()).containsOnlyKeys(new FinancialQuarter(2019, 2));
    assertThat(row.commentary()).isEqualTo("Quiet.");
  }

  @Test
  void aQuarterColumnAmongMonthsIsNoPartOfTheSeries() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 3), "2020/21 Q1")
                .row("Calls", 1, 2, 3, 6));

    MeasureRow row = book.rows().findFirst().orElseThrow();
    assertThat(row.months()).hasSize(3);
    assertThat(row.quarters()).hasSize(1);
    assertThat(row.isQuarterly()).isFalse();
  }

  @Test
  void aMeasureWithQuartersAloneIsQuarterlyAlsoAmongMonths() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 3), "2020/21 Q1")
                .row("Calls", "", "", "", 6));

    assertThat(book.rows().findFirst().orElseThrow().isQuarterly()).isTrue();
  }

  @Test
  void theYearMayStandAboveTheMonths() {
    KpiBook book =
        read(
            sheet("Data")
                .rowAt(1, "2019/20", figures("- - - - - - - - - - -"), "2020/21")
                .row(
                    "Measure", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan",
                    "Feb", "Mar", "Apr")
                .row("Calls", figures("1 2 3 4 5 6 7 8 9 10 11 12 13"))
                .merge("B1:M1"));

    MeasureRow row = book.rows().findFirst().orElseThrow();
    assertThat(row.months().firstKey()).isEqualTo(YearMonth.of(2019, 4));
    assertThat(row.months().lastKey()).isEqualTo(YearMonth.of(2020, 4));
    assertThat(row.value(YearMonth.of(2020, 3)).flatMap(Observation::value))
        .contains(new BigDecimal("12"));
  }

  @Test
  void daysThatWereMonthsWithShortYearsAreNotReadUntilTheyAreCorrected() {
    KpiBook book =
        read(
            sheet("Data")
                .row(
                    "Measure",
                    dated("2020-11-18"),
                    dated("2020-12-18"),
                    dated("2020-01-19"),
                    dated("2020-02-19"))
                .row("Calls", 1, 2, 3, 4));

    assertThat(book.tables()).isEmpty();
    assertThat(codes(book)).containsExactly("R03", "R03", "R03", "R03", "R01");
    assertThat(book.findings().get(1).suggestion()).isEqualTo("01/12/2018");
  }

  @Test
  void daysThatMerelyVaryAreTheirMonths() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", dated("2020-04-30"), dated("2020-05-31"), dated("2020-06-30"))
                .row("Calls", 1, 2, 3));

    assertThat(book.rows().findFirst().orElseThrow().months())
        .containsOnlyKeys(YearMonth.of(2020, 4), YearMonth.of(2020, 5), YearMonth.of(2020, 6));
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void anAmbiguousQuarterIsAFindingWithASuggestionAndIsNotRead() {
    KpiBook book = read(sheet("Data").row("Measure", "Q1 2020", "2020/21 Q2").row("Calls", 1, 2));

    assertThat(codes(book)).containsExactly("V19");
    assertThat(book.findings().get(0).cell()).isEqualTo("B1");
    assertThat(book.findings().get(0).suggestion()).isEqualTo("2020/21 Q1");
    assertThat(book.rows().findFirst().orElseThrow().quarters()).hasSize(1);
  }

  @Test
  void aQuarterWithoutItsYearAmongOthersThatHaveOneIsAFinding() {
    KpiBook book = read(sheet("Data").row("Measure", "Q1", "2020/21 Q2").row("Calls", 1, 2));

    assertThat(codes(book)).containsExactly("V19");
    assertThat(book.findings().get(0).cell()).isEqualTo("B1");
  }

  @Test
  void aQuarterBehindItsMonthsNeedsNoYear() {
    assertThat(
            codes(
                read(
                    sheet("Data")
                        .row("Measure", months("2020-04", 3), "Q1", "2020/21 Q2")
                        .row("Calls", 1, 2, 3, 6, 5))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q1 2020", "Q1", "June"})
  void aReportingPeriodWithoutItsFinancialYearIsAFinding(String period) {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1),
            sheet("Settings").row("Name", "Value").row("Reporting period", period));

    assertThat(codes(book)).containsExactly("V19");
    assertThat(book.findings().get(0).cell()).isEqualTo("B2");
  }

  @Test
  void headersThatCountFrom1904AreRead() {
    Snapshot old =
        sheet("Data").row("Measure", formatted(43922 - 1462, "mmm-yy")).row("Calls", 1).with();
    KpiBook book = KpiReader.read(new Snapshot(old.sheets(), List.of(), true, false, ""), Map.of());

    assertThat(book.rows().findFirst().orElseThrow().months())
        .containsOnlyKeys(YearMonth.of(2020, 4));
  }

  @Test
  void aDoubledMonthIsAGapAndAnError() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 2), "April 2020").row("Calls", 1, 2, 3));

    assertThat(codes(book)).containsExactly("R04", "R06");
    assertThat(value(book, "2020-04")).isEmpty();
    assertThat(value(book, "2020-05")).contains(new BigDecimal("2"));
  }

  @Test
  void aMonthWithoutAColumnIsSaid() {
    KpiBook book = read(sheet("Data").row("Measure", "Apr-20", "Jul-20").row("Calls", 1, 2));

    assertThat(finding(book, ReadingRule.MISSING_MONTH))
        .startsWith("Data!C1")
        .contains("May 2020 to June 2020");
  }

  @Test
  void aTextNumberIsReadWithAdvice() {
    KpiBook book = cells("1,134");

    assertThat(value(book, "2020-04")).contains(new BigDecimal("1134"));
    assertThat(codes(book)).containsExactly("R08");
    assertThat(book.findings().get(0).suggestion()).isEqualTo("1134");
  }

  @Test
  void aMarkedFigureIsUnderstoodWithoutAFinding() {
    KpiBook book = cells("351 [p]", "[x]", "[z]", "[c]", "[low]", "12 [b]");

    assertThat(value(book, "2020-04")).contains(new BigDecimal("351"));
    assertThat(value(book, "2020-05")).isEmpty();
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void textADateOrAFaultIsAGapWithAFinding() {
    KpiBook book = cells("n/a", "-", dated("2020-04-01"), fault("#DIV/0!"), 5);

    assertThat(codes(book)).containsExactly("V25", "V25", "R07", "R09");
    assertThat(value(book, "2020-07")).isEmpty();
    assertThat(value(book, "2020-08")).contains(new BigDecimal("5"));
  }

  @Test
  void aNumberBeyondAllReckoningIsAGapWithAFinding() {
    KpiBook book = cells(1e300, "9".repeat(400), 5);

    assertThat(codes(book)).containsExactly("R07", "R07");
    assertThat(value(book, "2020-04")).isEmpty();
  }

  @Test
  void aPerCentFormatHoldsAFractionAndAPlainFractionAmongPercentagesIsReadAsTyped() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Unit", months("2020-04", 4))
                .row("Answered", "%", percent(0.96), 97, 0.96, 95));

    assertThat(value(book, "2020-04")).contains(new BigDecimal("96"));
    assertThat(value(book, "2020-06")).contains(new BigDecimal("0.96"));
    assertThat(codes(book)).containsExactly("R10");
    assertThat(book.findings().get(0).suggestion()).isEqualTo("96");
  }

  @Test
  void aValueIsTheDecimalThatItsCellShows() {
    assertThat(value(cells(0.1 + 0.2), "2020-04")).contains(new BigDecimal("0.3"));
  }

  @Test
  void trailingZerosSharedByAllAreUnfilledMonths() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 4))
                .row("Calls", 1, 0, 0, 0)
                .row("Visits", 2, 3, 0, 0));

    assertThat(finding(book, ReadingRule.UNFILLED_MONTHS)).contains("June 2020, July 2020");
    assertThat(value(book, "2020-05")).contains(BigDecimal.ZERO);
    assertThat(value(book, "2020-06")).isEmpty();
  }

  @Test
  void aLoneMeasuresZerosAreFigures() {
    assertThat(value(cells(3, 0, 0), "2020-06")).contains(BigDecimal.ZERO);
  }

  @Test
  void aHiddenSheetIsNotReadAndHiddenRowsAre() {
    KpiBook book =
        read(
            sheet("Old").row("Measure", months("2020-04", 1)).row("Letters", 1).hidden(),
            sheet("Data")
                .row("Measure", months("2020-04", 1))
                .row("Calls", 1)
                .hideRow(2)
                .hideColumn(1));

    assertThat(names(book)).containsExactly("Calls");
    assertThat(codes(book)).containsExactly("R13", "R14");
    assertThat(finding(book, ReadingRule.HIDDEN_CELLS)).contains("Rows 2 and columns B are hidden");
  }

  @Test
  void aProtectedSheetIsReadAndSaid() {
    KpiBook book =
        read(sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1).locked());

    assertThat(codes(book)).containsExactly("R15");
    assertThat(book.tables().get(0).locked()).isTrue();
  }

  @Test
  void aDuplicateMeasureIsAnErrorThatNamesBothCells() {
    KpiBook book =
        read(sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1).row("Calls", 2));

    assertThat(finding(book, ReadingRule.DUPLICATE_MEASURE))
        .contains("\u201cData\u201d A2")
        .contains("\u201cData\u201d A3");
    assertThat(book.rows().map(row -> row.measure().id())).doesNotHaveDuplicates();
  }

  @Test
  void duplicatesNeverTakeAnIdThatAnotherMeasureHas() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", months("2020-04", 1))
                .row("Calls", 1)
                .row("Calls", 2)
                .row("Visits", 3),
            sheet("Measures")
                .row("Id", "Measure", "Quarter rule")
                .row("C", "Calls", "Sum")
                .row("C (2)", "Visits", "Sum"));

    assertThat(book.rows().map(row -> row.measure().id())).containsExactly("C", "C (3)", "C (2)");
  }

  @Test
  void sheetsOfOneShapeKeepTheirOwnResults() {
    Snapshot drawn =
        sheet("North")
            .row("Measure", months("2020-04", 1))
            .row("Calls", 1)
            .with(sheet("South").row("Measure", months("2020-04", 1)).row("Calls", 1));
    Block block = Block.parse("D1:F2");
    KpiBook book =
        KpiReader.read(
            new Snapshot(
                drawn.sheets(),
                List.of(
                    new Snapshot.NamedBlock("Quarterday.Results.1", "North", block),
                    new Snapshot.NamedBlock("Quarterday.Results.2", "South", block)),
                false,
                false,
                ""),
            Map.of());

    assertThat(book.tables()).extracting(MeasureTable::number).containsExactly(1, 2);
  }

  @Test
  void aMeasureIsTheCataloguesOnlyWhereNameAndUnitBothMatch() {
    KpiBook book =
        read(
            sheet("Data")
                .row("Measure", "Unit", months("2020-04", 1))
                .row("Emails received", "Count", 1)
                .row("Letters", "Hours", 2)
                .row("Something else", "", 3));

    assertThat(book.rows().map(row -> row.measure().id()))
        .containsExactly("O-EMAIL", "data/data/letters", "data/data/something-else");
  }

  @Test
  void aRatioWithoutItsPartsIsAWarningWhereTheWorkbookAsksForOneAndElseAdvice() {
    Sketch data =
        sheet("Data")
            .row("Measure", months("2020-04", 2))
            .row("ICV visit rate", percent(0.9), percent(1));
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Quarter rule", "Numerator", "Denominator")
            .row("ICV visit rate", "Ratio of sums", "Visits made", "Visits planned");

    assertThat(read(data).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("R22", Severity.ADVICE));
    assertThat(read(data, measures).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("R22", Severity.WARNING));
  }

  @Test
  void withoutTheCatalogueNothingOfItIsKnown() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 1)).row("Emails received", 1),
            sheet("Settings").row("Name", "Value").row("Catalogue", "none"));

    assertThat(book.rows().map(row -> row.measure().id()))
        .containsExactly("data/data/emails-received");
  }

  @Test
  void theMeasuresSheetComesFirstAndKpiNumbersNever() {
    KpiBook book =
        read(
            sheet("Data").row("KPI", "Measure", months("2020-04", 1)).row(1.5, "Inbox", 1),
            sheet("Measures")
                .row(
                    "Id",
                    "KPI",
                    "Measure",
                    "Unit",
                    "Quarter rule",
                    "Better when",
                    "Target",
                    "Also known as")
                .row("X1", 9.9, "Emails in", "Hours", "Last value", "Lower", 20, "Post; Inbox"));

    Measure measure = book.rows().findFirst().orElseThrow().measure();
    assertThat(measure.id()).isEqualTo("X1");
    assertThat(measure.kpi()).isEqualTo("1.5");
    assertThat(measure.unit()).isEqualTo(Unit.HOURS);
    assertThat(measure.rule()).isEqualTo(QuarterRule.LAST_VALUE);
    assertThat(measure.better()).isEqualTo(BetterWhen.LOWER);
    assertThat(measure.target()).contains(new BigDecimal("2E+1"));
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void wrongValuesOnTheMeasuresSheetAreFindings() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1),
            sheet("Measures")
                .row(
                    "Measure",
                    "Unit",
                    "Quarter rule",
                    "Better when",
                    "Target",
                    "Limits method",
                    "Chart")
                .row("Calls", "Smoots", "Total", "Sideways", "much", "Guess", fault("#N/A"))
                .row("Nobody", "", "Sum"));

    assertThat(codes(book)).containsOnly("R20").hasSize(7);
    assertThat(book.rows().findFirst().orElseThrow().measure().rule()).isEqualTo(QuarterRule.SUM);
  }

  @Test
  void wrongSettingsAreFindingsAndTheDefaultsStay() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1),
            sheet("Settings")
                .row("Name", "Value")
                .row("Limits method", "Guess")
                .row("Window months", -1)
                .row("Shift length", 2)
                .row("Two of three", fault("#REF!"))
                .row("Reporting period", "soon")
                .row("Colour of hope", "green"));

    assertThat(codes(book)).containsOnly("R17").hasSize(6);
    assertThat(book.settings().text(Setting.LIMITS_METHOD)).isEqualTo("Moving range");
    assertThat(book.settings().whole(Setting.SHIFT_LENGTH)).isEqualTo(7);
  }

  @Test
  void settingsAreReadInTheirOneSpelling() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1),
            sheet("Settings")
                .row("My office")
                .row("Setting", "Value")
                .row("limits  METHOD", "standard DEVIATION")
                .row("Two of three", CellSnapshot.of(new Content.Logical(true)))
                .row("Reporting period", dated("2018-12-24"))
                .row("Window months", 24)
                .row("Panel", "The Panel")
                .row("Stable colour", "Amber"));

    Settings settings = book.settings();
    assertThat(book.findings()).isEmpty();
    assertThat(settings.text(Setting.LIMITS_METHOD)).isEqualTo("Standard deviation");
    assertThat(settings.yes(Setting.TWO_OF_THREE)).isTrue();
    assertThat(settings.reportingPeriod()).contains(new CalendarMonth(YearMonth.of(2018, 12)));
    assertThat(settings.whole(Setting.WINDOW_MONTHS)).isEqualTo(24);
    assertThat(settings.text(Setting.PANEL)).isEqualTo("The Panel");
    assertThat(settings.text(Setting.STABLE_COLOUR)).isEqualTo("amber");
    assertThat(settings.source(Setting.PANEL)).isEqualTo(Settings.Source.WORKBOOK);
    assertThat(settings.source(Setting.AUTHOR)).isEqualTo(Settings.Source.DEFAULT);
  }

  @Test
  void aSheetThatMerelyHasTheNameIsAnOrdinarySheet() {
    KpiBook book = read(sheet("Measures").row("Measure", months("2020-04", 1)).row("Calls", 1));

    assertThat(names(book)).containsExactly("Calls");
  }

  @Test
  void aResetWithoutAReasonIsRefusedAndOtherWrongAdjustmentsAreFindings() {
    KpiBook book =
        read(
            sheet("Data").row("Measure", months("2020-04", 1)).row("Calls", 1),
            sheet("Adjustments")
                .row("Measure", "Month", "Kind", "Reason")
                .row("Calls", "Apr-20", "Reset limits", "")
                .row("Calls", "sometime", "Leave out", "x")
                .row("Calls", "Apr-20", "Forget", "x")
                .row("Nobody", "Apr-20", "Leave out", "x")
                .row("calls", dated("2020-04-09"), "leave out", "counted twice"));

    assertThat(codes(book)).containsExactly("V39", "R18", "R18", "R18");
    assertThat(book.adjustments())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.kind()).isEqualTo(Adjustment.Kind.LEAVE_OUT);
              assertThat(a.month()).isEqualTo(YearMonth.of(2020, 4));
              assertThat(a.measure()).isEqualTo("data/data/calls");
            });
  }

  @Test
  void whatReadingTakesGrowsWithTheRowsAndNotWithTheirSquare() {
    read(rows(100));

    assertThat(bytesToRead(4000)).isLessThan(3 * bytesToRead(2000));
  }

  /** Each look at a row takes some memory, so that looks can be counted without a clock. */
  private static long bytesToRead(int rows) {
    Snapshot snapshot = rows(rows).with();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(KpiReader.read(snapshot, Map.of()).rows()).hasSize(rows);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static Sketch rows(int count) {
    Sketch large = sheet("Data").row("Measure", months("2018-04", 27));
    for (int i = 0; i < count; i++) {
      large.row("Measure " + i, figures("7*27"));
    }
    return large;
  }
}
