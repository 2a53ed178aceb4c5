package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static quarterday.check.Checked.findings;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import org.junit.jupiter.api.Test;
import quarterday.kpi.Finding;
import quarterday.kpi.Severity;
import quarterday.sheet.Sketch;

class MissingValueTest {
  private static Sketch table() {
    return sheet("Data")
        .row("Measure", months("2020-01", 6), "Commentary")
        .row("Emails", 1, 2, 3, 4, 5, 6, "");
  }

  @Test
  void aBlankMonthOfTheQuarterIsFoundInItsCell() {
    assertThat(findings(table().row("Visits", 1, 2, 3, 4, "", 6, "")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("V25");
              assertThat(f.cell()).isEqualTo("F3");
              assertThat(f.message()).contains("May 2020").contains("[x]");
            });
  }

  @Test
  void wordsWithoutAFigureAreSaidSo() {
    assertThat(findings(table().row("Visits", 1, 2, 3, 4, "", "", "Closed in spring.")))
        .extracting(Finding::code, Finding::cell)
        .containsExactly(tuple("V26", "F3"));
  }

  @Test
  void aReportsRowWithWordsAndNoFigureIsFound() {
    Sketch report =
        sheet("Report")
            .row("KPI", "Measure", "Performance 2020/21 Q1", "Commentary")
            .row("2.4", "Tweets", 351, "Well read.")
            .row("2.5", "Events tweeted", "", "All of them were.");

    assertThat(findings(report))
        .extracting(Finding::code, Finding::cell)
        .containsExactly(tuple("V26", "C3"));
  }

  @Test
  void aMeasureThatStoppedWithoutAMarkIsFound() {
    assertThat(findings(table().row("Visits", 1, 2, 3, "", "", "", "")))
        .extracting(Finding::code)
        .containsExactly("V25");
  }

  @Test
  void shorthandAndRowsNeverUsedAreSilent() {
    assertThat(
            findings(
                sheet("Data")
                    .row("Measure", months("2019-10", 9), "Commentary")
                    .row("Emails", 1, 2, 3, 4, 5, 6, 7, 8, 9)
                    .row("Calls", 1, 2, 3, 4, 5, 6, 7, 8, 9)
                    .row("Letters", 1, 2, 3, 4, 5, 6, 7, 8, 9)
                    .row("Visits", 1, 2, 3, 4, 5, 6, 7, "[x]", 9)
                    .row("Stopped", 1, 2, 3, 4, 5, 6, "[z]", "[z]", "[z]")
                    .row("Long stopped", 1, 2, 3, "", "", "", "", "", "")
                    .row("Never used", "", "", "", "", "", "", "", "", "")))
        .isEmpty();
  }

  @Test
  void aBlankMonthBesideItsTypedQuarterIsFound() {
    assertThat(
            findings(
                sheet("Data")
                    .row("Measure", months("2020-04", 3), "2020/21 Q1")
                    .row("Emails", 4, 5, 6, 15)
                    .row("Visits", 4, 5, "", 9)))
        .extracting(Finding::code, Finding::cell)
        .containsExactly(tuple("V25", "D3"));
  }

  @Test
  void aBlankInALongSeriesIsAWarning() {
    Sketch series =
        sheet("Data")
            .row("Measure", months("2019-04", 15))
            .row("Emails", Sketch.figures("7*15"))
            .row("Visits", Sketch.figures("7*4"), "", Sketch.figures("7*10"))
            .row("Returns", Sketch.figures("7*3"), "", "", "", Sketch.figures("7*9"))
            .row("Begun", "", "", Sketch.figures("7*13"));

    assertThat(findings(series))
        .extracting(Finding::code, Finding::cell, Finding::severity)
        .containsExactly(tuple("V25", "F3", Severity.WARNING));
  }

  @Test
  void aGapBeforeThePeriodIsHistory() {
    assertThat(findings(table().row("Visits", 1, "", 3, 4, 5, 6, ""))).isEmpty();
  }

  @Test
  void aFigureThatIsNotANumberIsNotAlsoMissing() {
    assertThat(findings(table().row("Visits", 1, 2, 3, 4, "to follow", 6, ""))).isEmpty();
  }

  @Test
  void aQuartersFigureInItsLastMonthLeavesTheOthersBlank() {
    Sketch series =
        sheet("Data")
            .row("Measure", months("2019-10", 9))
            .row("Emails", Sketch.figures("7*9"))
            .row("Letters", Sketch.figures("7*9"))
            .row("Survey", "", "", 50, "", "", 51, "", "", 52)
            .row("Calls", "", "", 50, 4, 5, 51, "", "", 52);

    assertThat(findings(series))
        .extracting(Finding::code, Finding::cell)
        .containsExactly(tuple("V25", "H5"));
  }
}
