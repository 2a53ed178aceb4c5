package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quarterday.kpi.Finding;
import quarterday.sheet.Sketch;

/** What differs from the last report. */
class ChangesTest {
  private static final Map<String, String> FIGURES =
      Map.of("2020-01", "5", "2020-02", "6", "2020-03", "7[p]", "2020-04", "1");

  private static LastReport.Recorded then(String id, String kpi, String name, String unit) {
    return new LastReport.Recorded(id, kpi, name, unit, "", "Data", FIGURES);
  }

  private static final LastReport.Recorded VISITS =
      then("data/data/visits", "1.1", "Visits", "Count");

  private static List<Finding> since(LastReport before, Sketch first, Sketch... others) {
    return Checked.findings(Map.of(), before, first.with(others));
  }

  private static LastReport history(LastReport.Recorded... measures) {
    return new LastReport(Map.of("Window months", "42", "Author", "Somebody"), List.of(measures));
  }

  private static Sketch now(String kpi, String name, Object... figures) {
    return sheet("Data")
        .row("KPI", "Measure", months("2020-01", 6))
        .row(kpi, name, List.of(figures));
  }

  @Test
  void anEarlierFigureThatMovedWithoutAMarkIsFoundInItsCell() {
    List<Finding> findings = since(history(VISITS), now("1.1", "Visits", 5, 8, 9, 2, 8, 9));

    assertThat(Checked.places(findings)).containsExactly("V45 Data!D2");
    assertThat(findings.get(0).message()).contains("February 2020 was 6 and is now 8", "[r]");
  }

  @Test
  void aMarkedRevisionAndTheCurrentQuarterMayMove() {
    assertThat(since(history(VISITS), now("1.1", "Visits", 5, "8 [r]", 7, 2, 8, 9))).isEmpty();
  }

  @Test
  void anEarlierFigureThatIsGoneIsFound() {
    assertThat(since(history(VISITS), now("1.1", "Visits", "", 6, 7, 2, 8, 9)))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("is now blank");
  }

  @Test
  void aNumberThatStandsForSomethingElseIsFound() {
    assertThat(
            Checked.places(
                since(
                    history(VISITS, then("data/data/calls", "1.2", "Calls", "Count")),
                    now("1.2", "Visits", 5, 6, 7, 2, 8, 9).row("1.3", "Calls", 5, 6, 7, 2, 8, 9))))
        .containsExactly("V23 Data!A2");
  }

  @Test
  void aKnownMeasureThatIsNoneUnderItsNewUnitHasAnotherUnit() {
    Sketch hours =
        sheet("Data")
            .row("KPI", "Measure", "Unit", months("2020-01", 6))
            .row("1.1", "Visits", "Hours", 5, 6, 7, 2, 8, 9);

    assertThat(Checked.places(since(history(then("O-ICV-VIS", "1.1", "Visits", "Count")), hours)))
        .containsExactly("V27 Data!B2");
  }

  @Test
  void aMeasureThatIsGoneIsFound() {
    List<Finding> findings =
        since(
            history(VISITS, then("data/data/calls", "", "Calls", "Count")),
            now("1.1", "Visits", 5, 6, 7, 2, 8, 9));

    assertThat(findings).singleElement().satisfies(f -> assertThat(f.code()).isEqualTo("V24"));
    assertThat(findings.get(0).message()).contains("\u201cCalls\u201d", "missing now");
  }

  @Test
  void aMeasureOfAnotherNameWithTheSameFiguresWasRenamed() {
    List<Finding> findings =
        since(
            history(then("data/data/calls", "", "Calls", "Count")),
            now("", "Telephone calls", 5, 6, 7, 1, 8, 9));

    assertThat(Checked.places(findings)).containsExactly("V24 Data!B2");
    assertThat(findings.get(0).message()).contains("Telephone calls", "Also known as");
  }

  @Test
  void anotherUnitIsFound() {
    assertThat(
            Checked.places(
                since(
                    history(then("data/data/visits", "1.1", "Visits", "Days")),
                    now("1.1", "Visits", 5, 6, 7, 2, 8, 9))))
        .containsExactly("V27 Data!B2");
  }

  @Test
  void anotherDefinitionWithoutABreakIsFound() {
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Quarter rule", "Definition")
            .row("Visits", "Sum", "Visits by two people.");
    LastReport before =
        history(
            new LastReport.Recorded(
                "data/data/visits", "1.1", "Visits", "Count", "0badf00d", "Data", FIGURES));

    assertThat(Checked.places(since(before, now("1.1", "Visits", 5, 6, 7, 2, 8, 9), measures)))
        .containsExactly("V28 Data!B2");
    assertThat(since(before, now("1.1", "Visits", 5, 6, 7, "2 [b]", 8, 9), measures)).isEmpty();
  }

  @Test
  void aSettingThatChangesWhatIsJudgedIsSaidAndANameIsNot() {
    Sketch settings =
        sheet("Settings")
            .row("Name", "Value")
            .row("Window months", 24)
            .row("Author", "Somebody else");

    assertThat(since(history(VISITS), now("1.1", "Visits", 5, 6, 7, 1, 8, 9), settings))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("Window months", "42", "24");
  }

  @Test
  void withoutAnEarlierCompletionNothingHasChanged() {
    assertThat(since(LastReport.none(), now("1.1", "Visits", 5, 8, 9, 2, 8, 9))).isEmpty();
  }
}
