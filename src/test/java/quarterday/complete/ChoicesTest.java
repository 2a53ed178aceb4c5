package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quarterday.sheet.Sketch.dated;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.edit.Meaning;
import quarterday.kpi.Adjustment;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.RequestedSettings;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.InExcel;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/** What an analyst chooses and decides in the pane is written into the analyst's own sheets. */
class ChoicesTest {
  private static final String VISITS = "data/data/visits";

  private static Sketch data() {
    return sheet("Data")
        .row("Measure", "Unit", months("2018-04", 27))
        .row(
            "Visits",
            "Count",
            figures("10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 9 10 11 10"))
        .row("Calls", "Count", figures("5 5 4 6 5 5 6 4 5 5 4 6 5 5 6 4 5 5 4 6 5 5 6 4 5 5 4"));
  }

  private static Sketch settings() {
    return sheet("Settings")
        .row("Our settings")
        .row("Name", "Value", "What it does")
        .row("Window months", 42, "How far back")
        .row("Panel", "The panel", "")
        .skip(1)
        .row("Two of three", "no", "");
  }

  private static Sketch adjustments() {
    return sheet("Adjustments")
        .row("Measure", "Month", "Kind", "Reason", "By", "Checked")
        .row("Visits", dated("2019-04-01"), "Reset limits", "", "", "yes")
        .row("Calls", dated("2019-05-01"), "Note", "Open days", "Analyst", "");
  }

  private static EditPlan change(Snapshot workbook, String... namesAndValues) throws UnusableInput {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return SettingsChange.of(workbook, RequestedSettings.parse(values));
  }

  private static EditPlan adjust(Snapshot workbook, String month, String kind, String reason)
      throws UnusableInput {
    return AdjustmentChange.of(VISITS, month, kind, reason, "", false).plan(workbook);
  }

  private static KpiBook after(Snapshot workbook, EditPlan plan) {
    return KpiReader.read(Meaning.apply(workbook, plan), Map.of());
  }

  /** The cells that a plan writes, as {@code B3=36}. */
  private static List<String> written(EditPlan plan) {
    return plan.edits().stream()
        .map(Edit.PutCells.class::cast)
        .map(
            put -> {
              CellPlan cell = put.rows().get(0).get(0);
              assertThat(cell.look()).isEqualTo(Look.KEPT);
              Object content =
                  cell.content().number().isPresent()
                      ? cell.content().number().getAsDouble()
                      : cell.content().text().orElse("");
              return put.block() + "=" + content;
            })
        .toList();
  }

  private static String refusal(ThrowingPlan plan) {
    UnusableInput refused = catchThrowableOfType(UnusableInput.class, plan::plan);
    assertThat(refused.remedy()).endsWith(".");
    return refused.code() + ": " + refused.sentence();
  }

  private interface ThrowingPlan {
    void plan() throws UnusableInput;
  }

  @Test
  void aSettingChangesInItsOwnCell() throws UnusableInput {
    Snapshot workbook = data().with(settings());
    EditPlan plan = change(workbook, "window months", "24.0", "Panel", "The panel");

    assertThat(written(plan)).containsExactly("B3=24.0");
    assertThat(after(workbook, plan).settings().whole(Setting.WINDOW_MONTHS)).isEqualTo(24);
  }

  @Test
  void aSettingThatIsNotThereIsAddedBelowAll() throws UnusableInput {
    Snapshot workbook = data().with(settings());
    EditPlan plan = change(workbook, "Stable colour", "amber", "Reporting period", "Q1 20/21");

    assertThat(written(plan))
        .containsExactlyInAnyOrder(
            "A7=Reporting period", "B7=2020/21 Q1", "A8=Stable colour", "B8=amber");
    assertThat(after(workbook, plan).settings().text(Setting.STABLE_COLOUR)).isEqualTo("amber");
    assertThat(after(workbook, plan).findings())
        .isEqualTo(KpiReader.read(workbook, Map.of()).findings());
  }

  @Test
  void whatStandsBelowTheSettingsIsNotWrittenOver() throws UnusableInput {
    Snapshot workbook = data().with(settings().rowAt(1, "a remark"));

    assertThat(written(change(workbook, "Stable colour", "amber")))
        .containsExactly("A8=Stable colour", "B8=amber");
  }

  @Test
  void anEmptyValueTakesTheSettingOut() throws UnusableInput {
    Snapshot workbook = data().with(settings());
    EditPlan plan = change(workbook, "Panel", " ", "Author", "");

    assertThat(written(plan)).containsExactly("B4=");
    assertThat(after(workbook, plan).settings().source(Setting.PANEL))
        .isEqualTo(Settings.Source.DEFAULT);
  }

  @Test
  void aWorkbookWithoutSettingsGetsTheSheetOfTheTemplates() throws UnusableInput {
    Snapshot workbook = data().with();
    EditPlan plan = change(workbook, "Trend points", "6");
    SheetSnapshot sheet = Meaning.apply(workbook, plan).sheet("Settings").orElseThrow();
    Settings settings = after(workbook, plan).settings();

    assertThat(sheet.lastRow()).isEqualTo(25);
    assertThat(settings.whole(Setting.TREND_POINTS)).isEqualTo(6);
    for (Setting setting : Setting.values()) {
      if (setting != Setting.TREND_POINTS) {
        assertThat(settings.text(setting)).isEqualTo(setting.standard());
      }
    }
    assertThat(settings.source(Setting.LIMITS_METHOD)).isEqualTo(Settings.Source.DEFAULT);
    assertThat(after(workbook, plan).findings())
        .isEqualTo(KpiReader.read(workbook, Map.of()).findings());
    assertThat(change(workbook, "Panel", "").edits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Window months, many, bad-setting: \u201cWindow months\u201d does not take \u201cmany\u201d.",
    "Window, 24, bad-setting: There is no setting \u201cWindow\u201d.",
    "Reporting period, Q1 2020, ambiguous-period: \u201cQ1 2020\u201d may be a calendar or a financial quarter."
  })
  void aSettingThatCannotBeUsedIsRefused(String name, String value, String sentence) {
    assertThat(refusal(() -> change(data().with(settings()), name, value))).isEqualTo(sentence);
  }

  @Test
  void aProtectedSheetAndOneOfTheNameAloneAreNotWrittenTo() {
    assertThat(refusal(() -> change(data().with(settings().locked()), "Panel", "P")))
        .isEqualTo(
            "locked-sheet: The sheet \u201cSettings\u201d is protected, so nothing can be written there.");
    assertThat(
            refusal(() -> change(data().with(sheet("Settings").row("Panel", "P")), "Panel", "P")))
        .startsWith("title-taken: The sheet \u201cSettings\u201d");
    assertThat(refusal(() -> adjust(data().with(adjustments().locked()), "2019-04", "note", "x")))
        .startsWith("locked-sheet: The sheet \u201cAdjustments\u201d");
  }

  @Test
  void aDecisionIsAddedBelowAll() throws UnusableInput {
    Snapshot workbook = data().with(adjustments());
    EditPlan plan =
        AdjustmentChange.of(VISITS, "2019-06", "leave-out", " Closed. ", "Analyst", false)
            .plan(workbook);

    assertThat(written(plan))
        .containsExactly("A4=Visits", "B4=43617.0", "C4=Leave out", "D4=Closed.", "E4=Analyst");
    assertThat(after(workbook, plan).adjustments())
        .filteredOn(a -> a.kind() == Adjustment.Kind.LEAVE_OUT)
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.measure()).isEqualTo(VISITS);
              assertThat(a.month()).isEqualTo(YearMonth.of(2019, 6));
              assertThat(a.reason()).isEqualTo("Closed.");
            });
  }

  @Test
  void aDecisionThatIsThereGetsItsReason() throws UnusableInput {
    Snapshot workbook = data().with(adjustments());
    EditPlan plan = adjust(workbook, "2019-04", "reset-limits", "New counting rules");

    assertThat(KpiReader.read(workbook, Map.of()).adjustments()).hasSize(1);
    assertThat(written(plan)).containsExactly("D2=New counting rules");
    assertThat(after(workbook, plan).adjustments()).hasSize(2);
    assertThat(
            adjust(Meaning.apply(workbook, plan), "2019-04", "reset-limits", "New counting rules")
                .edits())
        .isEmpty();
  }

  @Test
  void aDecisionThatIsTakenOutLeavesItsRowEmpty() throws UnusableInput {
    Snapshot workbook = data().with(adjustments());
    EditPlan plan =
        AdjustmentChange.of(VISITS, "2019-04", "reset-limits", "", "", true).plan(workbook);

    assertThat(written(plan)).containsExactly("A2=", "B2=", "C2=", "F2=");
    assertThat(
            refusal(
                () -> AdjustmentChange.of(VISITS, "2019-09", "note", "", "", true).plan(workbook)))
        .isEqualTo("bad-adjustment: There is no such adjustment in the workbook any more.");
  }

  @Test
  void aWorkbookWithoutDecisionsGetsTheSheetOfTheTemplates() throws UnusableInput {
    Snapshot workbook = data().with();
    EditPlan plan = adjust(workbook, "2019-04", "reset-limits", "New counting rules");

    assertThat(after(workbook, plan).adjustments())
        .singleElement()
        .satisfies(a -> assertThat(a.cell()).hasToString("A4"));
    assertThat(after(workbook, plan).findings())
        .isEqualTo(KpiReader.read(workbook, Map.of()).findings());
  }

  @Test
  void ofTwoMeasuresWithOneNameTheRightOneIsMeant() throws UnusableInput {
    Snapshot workbook =
        data()
            .with(
                sheet("More")
                    .row("Measure", "Unit", months("2018-04", 3))
                    .row("Visits", "Count", 4, 5, 6));
    for (String id : List.of(VISITS, "more/more/visits")) {
      EditPlan plan = AdjustmentChange.of(id, "2018-05", "note", "x", "", false).plan(workbook);

      assertThat(after(workbook, plan).adjustments())
          .extracting(Adjustment::measure)
          .containsExactly(id);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "data/data/none, 2019-04, note, x, bad-adjustment: The workbook has no measure \u201cdata/data/none\u201d.",
    "data/data/visits, April, note, x, bad-adjustment: \u201cApril\u201d is no month.",
    "data/data/visits, 2019-04, Note, x, bad-adjustment: \u201cNote\u201d is no kind of adjustment.",
    "data/data/visits, 2019-04, reset-limits, ' ', reset-without-reason: The limits are not reset in April 2019 because no reason is given."
  })
  void aDecisionThatCannotBeUsedIsRefused(
      String measure, String month, String kind, String reason, String sentence) {
    assertThat(
            refusal(
                () ->
                    AdjustmentChange.of(measure, month, kind, reason, "", false)
                        .plan(data().with(adjustments()))))
        .isEqualTo(sentence);
  }

  @Test
  void wordsWithoutAColumnAreRefused() {
    Snapshot workbook = data().with(sheet("Adjustments").row("Measure", "Month", "Kind"));

    assertThat(refusal(() -> adjust(workbook, "2019-04", "note", "x")))
        .isEqualTo("bad-adjustment: The sheet of adjustments has no column Reason.");
  }

  @Test
  void inAFileTooCellsKeepHowTheyLook(@TempDir Path folder) throws Exception {
    Path template = Path.of("workbook-templates/opcc-kpi-example.xlsx");
    Path out = folder.resolve("out.xlsx");
    Snapshot before = XlsxFile.read(template);
    String measure =
        KpiReader.read(before, Map.of()).rows().findFirst().orElseThrow().measure().id();
    List<Edit> edits = new ArrayList<>();
    edits.addAll(change(before, "Window months", "36", "Panel", "Another").edits());
    edits.addAll(
        AdjustmentChange.of(measure, "2019-08", "note", "Fair", "", false).plan(before).edits());

    try (XlsxFile file = XlsxFile.open(template)) {
      file.write(new EditPlan(edits), out);
    }

    Snapshot meant = Meaning.apply(before, new EditPlan(edits));
    assertThat(edits).hasSize(6);
    try (XSSFWorkbook was = new XSSFWorkbook(Files.newInputStream(template));
        XSSFWorkbook is = new XSSFWorkbook(Files.newInputStream(out))) {
      for (Edit edit : edits) {
        Edit.PutCells put = (Edit.PutCells) edit;
        CellAddress at = new CellAddress(put.block().toString());
        assertThat(XlsxFile.read(out).sheet(put.sheet()).orElseThrow().at(put.at()))
            .isEqualTo(meant.sheet(put.sheet()).orElseThrow().at(put.at()));
        assertThat(style(is, put.sheet(), at)).isEqualTo(style(was, put.sheet(), at)).isPositive();
      }
    }
  }

  private static int style(XSSFWorkbook book, String sheet, CellAddress at) {
    return book.getSheet(sheet)
        .getRow(at.getRow())
        .getCell(at.getColumn())
        .getCellStyle()
        .getIndex();
  }

  @Test
  void theGlossaryAloneIsWhatACompletionLeavesOfIt() throws UnusableInput {
    Snapshot workbook = data().with();
    Snapshot listed = Meaning.apply(workbook, Completion.glossary(workbook, "test"));
    EditPlan rest = Completion.complete(listed, Map.of(), "test").plan();

    assertThat(listed.sheet("Glossary")).isPresent();
    assertThat(listed.sheets()).hasSize(2);
    assertThat(rest.edits())
        .noneMatch(e -> e instanceof Edit.PutCells put && put.sheet().equals("Glossary"));
    assertThat(Completion.glossary(listed, "test").edits()).isEmpty();
  }

  @Test
  void missingTermsAreAddedToTheAnalystsGlossaryAndRecordedWhereThereIsALedger()
      throws UnusableInput {
    Snapshot workbook = data().with(sheet("Glossary").row("Term", "Meaning").row("ASB", "Ours"));
    EditPlan plan = Completion.glossary(workbook, "test");
    Snapshot completed =
        Meaning.apply(workbook, Completion.complete(workbook, Map.of(), "test").plan());
    Snapshot emptied = InExcel.edited(completed, "Glossary", s -> s.put(2, 0, CellSnapshot.BLANK));

    assertThat(plan.edits()).isNotEmpty().noneMatch(Edit.PutLedger.class::isInstance);
    assertThat(Completion.glossary(completed, "test").edits()).isEmpty();
    assertThat(Completion.glossary(emptied, "test").edits())
        .anyMatch(Edit.PutLedger.class::isInstance);
  }

  @Test
  void aProtectedGlossaryIsNotWrittenTo() {
    Snapshot workbook =
        data().with(sheet("Glossary").row("Term", "Meaning").row("ASB", "Ours").locked());

    assertThat(refusal(() -> Completion.glossary(workbook, "test")))
        .startsWith("locked-sheet: The sheet \u201cGlossary\u201d");
  }
}
