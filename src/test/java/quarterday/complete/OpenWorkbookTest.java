package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Meaning;
import quarterday.kpi.Finding;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.InExcel;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/**
 * A workbook that is open in Excel: its charts cannot be seen there, and the ledger's part holds
 * the way back. File and add-in must each find complete what the other completed.
 */
class OpenWorkbookTest {
  private static final String UNDO =
      "<undo written=\"x\">{\"edits\":[{\"edit\":\"put-ledger\",\"xml\":\"&lt;ledger/&gt;\"}]}</undo>";
  private static final String CHARTS = "Charts";

  private static Snapshot completed;

  @BeforeAll
  static void complete() throws UnusableInput {
    Snapshot before = XlsxFile.read(Path.of("workbook-templates/opcc-kpi-example.xlsx"));
    completed = Meaning.apply(before, Completion.complete(before, Map.of(), "test").plan());
  }

  private static List<Edit> edits(Snapshot workbook) throws UnusableInput {
    return Completion.complete(workbook, Map.of(), "test").plan().edits();
  }

  private static List<String> drawn(Snapshot workbook) throws UnusableInput {
    return edits(workbook).stream()
        .filter(Edit.PutChart.class::isInstance)
        .map(edit -> ((Edit.PutChart) edit).chart().name())
        .toList();
  }

  /** The latest figure of the first measure with a chart is one more. */
  private static Snapshot withAnotherFigure(Snapshot workbook) {
    SheetSnapshot sheet = workbook.sheet("Engagement").orElseThrow();
    int row = 5;
    int column = 5;
    while (!sheet.at(row, column + 1).isBlank()) {
      column++;
    }
    int last = column;
    CellSnapshot cell = sheet.at(row, last);
    double more = cell.content().number().orElseThrow() + 1;
    return InExcel.edited(
        workbook,
        sheet.name(),
        s -> s.put(row, last, new CellSnapshot(Content.of(more), "", cell.format())));
  }

  private static Snapshot withUndo(Snapshot workbook) {
    return InExcel.knowing(workbook, workbook.ledger().replace("</ledger>", UNDO + "</ledger>"));
  }

  @Test
  void whatAFileCompletedIsCompleteInExcel() throws UnusableInput {
    assertThat(edits(InExcel.seen(completed))).isEmpty();
  }

  @Test
  void whatWasCompletedInExcelIsCompleteInItsFile() throws UnusableInput {
    assertThat(edits(withUndo(InExcel.drawn(completed)))).isEmpty();
  }

  @Test
  void aFigureThatChangesDrawsTheChartsAnewInExcelToo() throws UnusableInput {
    Snapshot edited = withAnotherFigure(InExcel.seen(completed));

    assertThat(drawn(edited)).hasSizeGreaterThan(2);
    assertThat(edits(Meaning.apply(edited, Completion.complete(edited, Map.of(), "test").plan())))
        .isEmpty();
  }

  @Test
  void chartsOfWhichNothingIsRecordedAreDrawnAnew() throws UnusableInput {
    String without = completed.ledger().replaceAll("<chart [^>]*>", "");

    assertThat(without).isNotEqualTo(completed.ledger());
    assertThat(drawn(InExcel.seen(InExcel.knowing(completed, without)))).isNotEmpty();
    assertThat(drawn(InExcel.knowing(completed, without))).isEmpty();
  }

  @Test
  void aChartThatIsRecordedButGoneIsDrawnAgain() throws UnusableInput {
    Snapshot bare = Meaning.apply(completed, new EditPlan(List.of(new Edit.ClearSheet(CHARTS))));

    assertThat(drawn(InExcel.seen(bare))).isNotEmpty();
  }

  @Test
  void chartsOnAProtectedSheetAreNotRecordedAsDrawn() throws UnusableInput {
    Snapshot locked =
        withAnotherFigure(InExcel.edited(completed, CHARTS, sheet -> sheet.locked(true)));
    Completed again = Completion.complete(locked, Map.of(), "test");
    Snapshot after =
        InExcel.edited(Meaning.apply(locked, again.plan()), CHARTS, sheet -> sheet.locked(false));

    assertThat(again.findings()).extracting(Finding::sheet).contains(CHARTS);
    assertThat(drawn(locked)).isEmpty();
    assertThat(drawn(InExcel.seen(after))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UNDO,
        "<undo xmlns=\"urn:quarterday:ledger:1\"><![CDATA[<term name='x'/>]]></undo>",
        "\n  "
      })
  void theWayBackIsNoDifference(String undo) throws UnusableInput {
    String ledger = completed.ledger().replace("</ledger>", undo + "</ledger>");

    assertThat(edits(InExcel.knowing(completed, ledger))).isEmpty();
  }

  @Test
  void anotherSpellingOfTheLedgerIsNoDifference() throws UnusableInput {
    String ledger =
        completed.ledger().replaceFirst("<\\?xml[^>]*>", "").replaceAll(" ?/>", " />\n");

    assertThat(ledger).isNotEqualTo(completed.ledger());
    assertThat(edits(InExcel.knowing(completed, ledger))).isEmpty();
  }

  @Test
  void theWayBackIsKeptInAFileUntilTheLedgerIsWrittenAnew(@TempDir Path folder) throws Exception {
    Path done =
        CompletedWorkbook.of(
            Path.of("workbook-templates/opcc-kpi-example.xlsx"), folder.resolve("done.xlsx"));
    Path withUndo = withUndo(done, folder.resolve("undo.xlsx"));

    assertThat(XlsxFile.read(withUndo).ledger()).contains(UNDO);
    Path again = CompletedWorkbook.of(withUndo, folder.resolve("again.xlsx"));
    assertThat(again).hasSameBinaryContentAs(withUndo);
    Path changed =
        CompletedWorkbook.of(withUndo, folder.resolve("changed.xlsx"), "--period", "2019/20 Q4");
    assertThat(XlsxFile.read(changed).ledger()).contains("2019/20 Q4").doesNotContain("undo");
    Path removed = folder.resolve("removed.xlsx");
    try (XlsxFile file = XlsxFile.open(withUndo)) {
      file.write(Removed.from(file.snapshot()).plan(), removed);
    }
    assertThat(XlsxFile.read(removed).ledger()).isEmpty();
    try (ZipFile zip = new ZipFile(removed.toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(ZipEntry::getName)
          .noneMatch(name -> name.startsWith("customXml"));
    }
  }

  private static Path withUndo(Path file, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(target);
        ZipOutputStream parts = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          String text = new String(bytes, StandardCharsets.UTF_8);
          parts.write(
              text.endsWith("</ledger>")
                  ? text.replace("</ledger>", UNDO + "</ledger>").getBytes(StandardCharsets.UTF_8)
                  : bytes);
        }
      }
    }
    return target;
  }
}
