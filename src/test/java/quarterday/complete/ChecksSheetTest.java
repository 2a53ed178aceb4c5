package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.dated;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.Finding;
import quarterday.sheet.Address;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

class ChecksSheetTest {
  private static final int REVIEWED = 7;

  private static Sketch data(Object may) {
    return sheet("Data")
        .row("Measure", months("2020-01", 6))
        .row("Visits", 10, 11, 12, 9, may, 11)
        .row("Calls", 10, 11, 12, 9, 8, 11);
  }

  private static Completed complete(Snapshot snapshot) throws UnusableInput {
    return Completion.complete(snapshot, Map.of(), "1");
  }

  private static Snapshot completed(Snapshot snapshot) throws UnusableInput {
    return Meaning.apply(snapshot, complete(snapshot).plan());
  }

  private static Finding negative(Snapshot snapshot) throws UnusableInput {
    return complete(snapshot).findings().stream()
        .filter(f -> f.code().equals("V08"))
        .findFirst()
        .orElseThrow();
  }

  private static Snapshot typing(Snapshot snapshot, String sheet, String cell, Object what) {
    Content content =
        what instanceof Number number
            ? Content.of(number.doubleValue())
            : Content.of(what.toString());
    List<SheetSnapshot> sheets =
        snapshot.sheets().stream()
            .map(
                s ->
                    s.name().equals(sheet) ? s.edit().put(Address.parse(cell), content).build() : s)
            .toList();
    return new Snapshot(
        sheets,
        snapshot.names(),
        snapshot.dates1904(),
        snapshot.structureLocked(),
        snapshot.ledger());
  }

  private static String reviewed(Snapshot snapshot, String code) {
    SheetSnapshot checks = snapshot.sheet("Checks").orElseThrow();
    for (int row : checks.rows()) {
      if (checks.at(row, 1).content().text().orElse("").equals(code)) {
        return new Address(row, REVIEWED).toString();
      }
    }
    throw new AssertionError("No row for " + code);
  }

  @Test
  void aFindingStandsInARowWithALinkToItsCell() throws UnusableInput {
    Snapshot done = completed(data(-9).with());
    SheetSnapshot checks = done.sheet("Checks").orElseThrow();

    assertThat(checks.at(3, 0).content().text()).contains("error");
    assertThat(checks.at(3, 1).content().text()).contains("V08");
    assertThat(checks.at(3, 2).content().text()).contains("Data");
    assertThat(checks.at(3, 3).content().text()).contains("F2");
    assertThat(checks.at(3, 4).content().text()).contains("Visits");
    assertThat(complete(done).plan().edits()).isEmpty();
  }

  @Test
  void aReasonAcceptsAFindingAndStays() throws UnusableInput {
    Snapshot done = completed(data(-9).with());
    Snapshot accepted = typing(done, "Checks", reviewed(done, "V08"), "A correction for April.");

    assertThat(negative(accepted).accepted()).isEqualTo("A correction for April.");
    Snapshot again = completed(accepted);
    assertThat(negative(again).isAccepted()).isTrue();
    assertThat(complete(again).plan().edits()).isEmpty();
    assertThat(Completion.inspect(again, Map.of(), "1").hasErrors()).isFalse();
  }

  @Test
  void aReasonThatIsClearedAcceptsNothing() throws UnusableInput {
    Snapshot done = completed(data(-9).with());
    Snapshot accepted =
        completed(typing(done, "Checks", reviewed(done, "V08"), "A correction for April."));
    Snapshot cleared = typing(accepted, "Checks", reviewed(accepted, "V08"), "");

    assertThat(negative(cleared).isAccepted()).isFalse();
  }

  @Test
  void anotherFigureIsAnotherFinding() throws UnusableInput {
    Snapshot done = completed(data(-9).with());
    Snapshot accepted =
        completed(typing(done, "Checks", reviewed(done, "V08"), "A correction for April."));

    assertThat(negative(typing(accepted, "Data", "F2", -8)).isAccepted()).isFalse();
  }

  @Test
  void theLedgerRemembersAReasonWhenTheSheetIsGone() throws UnusableInput {
    Snapshot done = completed(data(-9).with());
    Snapshot accepted =
        completed(typing(done, "Checks", reviewed(done, "V08"), "A correction for April."));
    Snapshot without =
        new Snapshot(
            accepted.sheets().stream().filter(s -> !s.name().equals("Checks")).toList(),
            accepted.names().stream().filter(n -> !n.sheet().equals("Checks")).toList(),
            false,
            false,
            accepted.ledger());

    assertThat(negative(without).accepted()).isEqualTo("A correction for April.");
  }

  @Test
  void aNoteForTheMonthAcceptsItsFindingAndOneForAnotherMonthDoesNot() throws UnusableInput {
    assertThat(negative(data(-9).with(note("2020-05-01"))).accepted()).isEqualTo("As agreed.");
    assertThat(negative(data(-9).with(note("2020-04-01"))).isAccepted()).isFalse();
    Snapshot done = completed(data(-9).with(note("2020-05-01")));
    assertThat(complete(done).plan().edits()).isEmpty();
  }

  private static Sketch note(String month) {
    return sheet("Adjustments")
        .row("Measure", "Month", "Kind", "Reason")
        .row("Visits", dated(month), "Note", "As agreed.");
  }

  @Test
  void whatOnlyAPersonCanJudgeIsAPromptWithRoomForWords() throws UnusableInput {
    Snapshot done = completed(data(9).with());
    String cell = reviewed(done, "V55");
    Snapshot answered = completed(typing(done, "Checks", cell, "Looked at."));

    assertThat(done.sheet("Checks").orElseThrow().at(Address.parse(cell.replace('H', 'A'))))
        .satisfies(c -> assertThat(c.content().text()).contains("prompt"));
    assertThat(complete(done).findings()).noneMatch(f -> f.code().equals("V55"));
    assertThat(answered.sheet("Checks").orElseThrow().at(Address.parse(cell)).content().text())
        .contains("Looked at.");
  }

  @Test
  void theOverallStatementIsAskedAboutWhereThereAreExceptions() throws UnusableInput {
    assertThat(texts(completed(twoYears(11)))).noneMatch(text -> text.startsWith("V52"));
    assertThat(texts(completed(twoYears(90)))).anyMatch(text -> text.startsWith("V52"));
  }

  private static Snapshot twoYears(int last) {
    Object[] cells = new Object[25];
    cells[0] = "Visits";
    for (int i = 1; i < cells.length; i++) {
      cells[i] = 9 + i * 7 % 4;
    }
    cells[24] = last;
    return sheet("Data").row("Measure", months("2018-07", 24)).row(cells).with();
  }

  private static List<String> texts(Snapshot done) {
    SheetSnapshot checks = done.sheet("Checks").orElseThrow();
    return checks.rows().stream()
        .flatMap(
            row -> IntStream.of(checks.columns(row)).mapToObj(column -> checks.at(row, column)))
        .flatMap(cell -> cell.content().text().stream())
        .toList();
  }

  @Test
  void aChangedPastMonthIsListedUntilItIsMarked() throws UnusableInput {
    Snapshot changed = typing(completed(data(9).with()), "Data", "C3", 99);
    Snapshot again = completed(changed);

    assertThat(complete(changed).findings()).anyMatch(f -> f.code().equals("V45"));
    assertThat(complete(again).findings()).anyMatch(f -> f.code().equals("V45"));
    assertThat(complete(again).plan().edits()).isEmpty();
    assertThat(complete(typing(again, "Data", "C3", "99 [r]")).findings())
        .noneMatch(f -> f.code().equals("V45"));
  }

  @Test
  void aWorkbookWithoutFiguresIsCheckedForWhatKeepsThemAway() throws UnusableInput {
    Inspection inspection =
        Completion.inspect(
            sheet("Data").row("Measure", "Q1 2020").row("Visits", 5).with(), Map.of(), "1");

    assertThat(inspection.review()).isEmpty();
    assertThat(inspection.findings()).extracting(Finding::code).contains("V19", "R34");
  }
}
