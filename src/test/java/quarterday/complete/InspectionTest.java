package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.Finding;
import quarterday.kpi.ReadingRule;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.InExcel;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/** A check makes no plan where it can do without one, and must find the same all the same. */
class InspectionTest {
  private static final Path EXAMPLE = Path.of("workbook-templates/opcc-kpi-example.xlsx");

  private static Snapshot typed;
  private static Snapshot completed;

  @BeforeAll
  static void complete() throws UnusableInput {
    typed = XlsxFile.read(EXAMPLE);
    completed = Meaning.apply(typed, Completion.complete(typed, Map.of(), "test").plan());
  }

  private static List<Finding> found(Snapshot workbook) throws UnusableInput {
    List<Finding> checked = withoutAdded(Completion.inspect(workbook, Map.of(), "test").findings());
    assertThat(checked)
        .isEqualTo(Completion.complete(workbook, Map.of(), "test").findings())
        .isNotEmpty();
    return checked;
  }

  /** Findings but those of abbreviations that completing explains, and so finds no more. */
  static List<Finding> withoutAdded(List<Finding> checked) {
    return checked.stream()
        .filter(
            finding ->
                !finding.code().equals(ReadingRule.UNKNOWN_ABBREVIATION.code())
                    || !finding.message().contains("which adds it"))
        .toList();
  }

  private static Snapshot withLocked(Snapshot workbook, String sheet) {
    return InExcel.edited(workbook, sheet, s -> s.locked(true));
  }

  @Test
  void aCheckFindsWhatCompletingFinds() throws UnusableInput {
    found(typed);
    found(completed);
  }

  @Test
  void aCheckFindsTheProtectedSheetThatIsOutOfDate() throws UnusableInput {
    Snapshot outOfDate =
        InExcel.edited(
            completed,
            "Results",
            s -> s.put(Places.FIRST_ROW, 1, CellSnapshot.of(Content.of("Overwritten"))));

    assertThat(found(withLocked(outOfDate, "Results")))
        .extracting(Finding::code)
        .contains(ReadingRule.LOCKED_SHEET.code());
    assertThat(found(outOfDate))
        .extracting(Finding::code)
        .doesNotContain(ReadingRule.LOCKED_SHEET.code());
  }

  @Test
  void aCheckHasNothingToSayOfAProtectedSheetThatIsUpToDate() throws UnusableInput {
    assertThat(found(withLocked(completed, "Results")))
        .extracting(Finding::code)
        .doesNotContain(ReadingRule.LOCKED_SHEET.code());
  }

  @Test
  void aCheckSaysThatTheRecordOfTheLastCompletionIsGone() throws UnusableInput {
    assertThat(found(InExcel.knowing(completed, "")))
        .extracting(Finding::code)
        .contains(ReadingRule.NO_LEDGER.code());
  }
}
