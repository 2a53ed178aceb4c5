package quarterday.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.libreoffice.LibreOffice;
import quarterday.libreoffice.Recalculated;
import quarterday.libreoffice.Recalculated.Difference;
import quarterday.sheet.UnusableInput;

/** The comparisons of the journeys see what they are there to see. */
class SpottingTest {
  private static final String PICTURE =
      """
      == Figures ==
      width C 9
      A1: Measure | months Apr-19..Jun-20
      A2: Letters | {75 ~8 x15 seed 3}
      == Notes ==
      A1: A note
      """;

  @TempDir private Path folder;
  private Path before;
  private Path completed;

  @BeforeEach
  void complete() throws IOException, UnusableInput {
    before = folder.resolve("before.xlsx");
    try (XSSFWorkbook book = TextPicture.workbook(PICTURE);
        OutputStream out = Files.newOutputStream(before)) {
      book.write(out);
    }
    completed = Journey.complete(before, folder.resolve("completed.xlsx")).after();
  }

  @Test
  void nothingIsFoundWhereNothingDiffers() throws IOException, UnusableInput {
    Path back = Journey.remove(completed, folder.resolve("back.xlsx"));

    assertThat(Sameness.differences(before, back)).isEmpty();
    assertThat(Sameness.differences(before, before)).isEmpty();
  }

  @Test
  void aCellThatDiffersIsFound() throws IOException, UnusableInput {
    Path spoilt =
        edit(before, book -> book.getSheet("Figures").getRow(1).getCell(2).setCellValue(1));

    assertThat(Sameness.differences(before, spoilt))
        .anyMatch(line -> line.startsWith("lost Figures!C2 ="))
        .anyMatch(line -> line.startsWith("new Figures!C2 = Numeric[value=1.0]"));
  }

  @Test
  void aNameOrAWidthThatIsLeftBehindIsFound() throws IOException, UnusableInput {
    Path spoilt =
        edit(
            before,
            book -> {
              book.createName().setNameName("Left.Behind");
              book.getName("Left.Behind").setRefersToFormula("Notes!$A$1");
              book.getSheet("Figures").setColumnWidth(5, 4000);
            });

    assertThat(Sameness.differences(before, spoilt))
        .anyMatch(line -> line.contains("Left.Behind"))
        .anyMatch(line -> line.startsWith("new Figures! width 5"));
  }

  @Test
  void aByteThatDiffersInASheetIsFound() throws IOException, UnusableInput {
    Path spoilt = folder.resolve("spoilt.xlsx");
    Map<String, byte[]> parts = Journey.parts(before);
    String notes = new String(parts.get("xl/worksheets/sheet2.xml"), StandardCharsets.UTF_8);
    parts.put(
        "xl/worksheets/sheet2.xml",
        notes.replace("</worksheet>", " </worksheet>").getBytes(StandardCharsets.UTF_8));
    save(parts, spoilt);

    assertThat(Sameness.differences(before, spoilt))
        .containsExactly("changed part xl/worksheets/sheet2.xml");
  }

  @Test
  void aPartThatIsLostAndOneThatIsNewAreFound() throws IOException, UnusableInput {
    Path spoilt = folder.resolve("spoilt.xlsx");
    Map<String, byte[]> parts = Journey.parts(before);
    parts.put("docProps/other.xml", parts.remove("docProps/app.xml"));
    save(parts, spoilt);

    assertThat(Sameness.differences(before, spoilt))
        .containsExactly("lost part docProps/app.xml", "new part docProps/other.xml");
  }

  @Test
  void aWrongValueInACompletedWorkbookIsFound() throws IOException {
    Path spoilt =
        edit(
            completed,
            book -> {
              cell(book, 4).setCellValue("Within normal variation, no doubt");
              cell(book, 1).setCellValue(cell(book, 1).getNumericCellValue() + 0.001);
            });

    Path again = LibreOffice.in(folder).recalculate(List.of(spoilt)).get(spoilt);

    assertThat(Recalculated.differences(spoilt, again))
        .extracting(Difference::sheet, Difference::cell)
        .contains(
            org.assertj.core.api.Assertions.tuple("Figures", "S2"),
            org.assertj.core.api.Assertions.tuple("Figures", "V2"));
  }

  /** A cell of the results, counted from the blank column before them. */
  private static XSSFCell cell(XSSFWorkbook book, int right) {
    return book.getSheet("Figures").getRow(1).getCell(17 + right);
  }

  private Path edit(Path file, Consumer<XSSFWorkbook> change) throws IOException {
    Path spoilt = folder.resolve("spoilt.xlsx");
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(spoilt)) {
      change.accept(book);
      book.write(out);
    }
    return spoilt;
  }

  private static void save(Map<String, byte[]> parts, Path file) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
        out.closeEntry();
      }
    }
  }
}
