package quarterday.libreoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.libreoffice.Recalculated.Difference;
import quarterday.sheet.Content;

class RecalculatedTest {
  @TempDir private static Path directory;
  private static LibreOffice office;

  @BeforeAll
  static void startOffice() throws IOException {
    office = LibreOffice.in(directory);
  }

  @Test
  void aSoundWorkbookHasNoDifferences() throws IOException {
    Path workbook = save("sound", book -> {});

    assertThat(Recalculated.compare(office, workbook)).isEmpty();
    assertThat(Recalculated.formulas(workbook)).isEqualTo(29);
  }

  @Test
  void aPlantedWrongValueOfEachKindIsCaught() throws IOException {
    Path workbook =
        save(
            "spoilt",
            book -> {
              cell(book, "B1").setCellValue(66.000001);
              cell(book, "B2").getCTCell().unsetV();
              cell(book, "B5").setCellValue("rose by 12");
              cell(book, "B6").setCellValue(21);
              cell(book, "B7").setCellErrorValue(FormulaError.DIV0);
              cell(book, "B8").setCellValue(false);
              // Within the tolerance, so no difference.
              cell(book, "B12").setCellValue(3.000000001);
            });

    assertThat(Recalculated.compare(office, workbook))
        .extracting(Difference::cell, Difference::cached, Difference::recalculated)
        .containsExactly(
            tuple("B1", Content.of(66.000001), Content.of(66)),
            tuple("B2", Content.blank(), Content.of(13.2)),
            tuple("B5", Content.of("rose by 12"), Content.of("rose by 11")),
            tuple("B6", Content.of(21), Content.of("21.0")),
            tuple("B7", new Content.Fault("#DIV/0!"), new Content.Fault("#N/A")),
            tuple("B8", new Content.Logical(false), new Content.Logical(true)));
  }

  @Test
  void aDifferenceNamesSheetCellFormulaAndBothValues() {
    assertThat(new Difference("Results", "B1", "SUM(A1:A2)", Content.of(3), Content.of("x")))
        .hasToString(
            "Results!B1 =SUM(A1:A2) states Numeric[value=3.0], recalculated Text[value=x]");
  }

  @Test
  void aWorkbookThatCannotBeLoadedIsAnError() {
    assertThatThrownBy(() -> office.recalculate(directory.resolve("absent.xlsx")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("made no xlsx of");
  }

  @Test
  void pagesComeAsPdf() throws IOException {
    Path pages = office.pdf(save("pages", book -> {}), directory);

    assertThat(Files.readAllBytes(pages)).startsWith('%', 'P', 'D', 'F');
  }

  /**
   * A workbook with the kinds of formula that a completed one has, and the values worked out by
   * hand.
   */
  private static Path save(String name, Consumer<XSSFWorkbook> spoil) throws IOException {
    Path file = directory.resolve(name + ".xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      figures(book.createSheet("Figures"));
      limits(book.createSheet("Limits of all"));
      results(book.createSheet("Results"));
      spoil.accept(book);
      book.write(out);
    }
    return file;
  }

  private static void figures(XSSFSheet sheet) {
    row(sheet, "Measure", "Apr", "May", "Jun", "Jul", "Aug");
    row(sheet, "E-mails", 11, 12.5, 14, 13.5, 15);
    row(sheet, "Calls * answered", 4, "", 6, "[x]", 8);
    row(sheet, "Calls ~ answered", 1, 1, 1, 1, 1);
    row(sheet, "Calls ? answered", 2, 2, 2, 2, 2);
    row(sheet, "Calls one answered", 3, 3, 3, 3, 3);
    // E3 stays a text, F7 does not exist: neither counts as a number.
    row(sheet, "Gaps", 1, 2);
  }

  private static void limits(XSSFSheet sheet) {
    row(sheet, "Measure", "Mean", "State", "Points");
    row(sheet, "Calls one answered", 3, "stable", 5);
    row(sheet, "Calls * answered", 6, "point above, worse", 3);
    row(sheet, "E-mails", 13.2, "shift above, better", 5);
  }

  private static void results(XSSFSheet sheet) {
    int row = 0;
    state(sheet, row++, "SUM(Figures!B2:F2)", 66);
    state(
        sheet,
        row++,
        "INDEX('Limits of all'!$B:$B,MATCH(\"E-mails\",'Limits of all'!$A:$A,0))",
        13.2);
    state(
        sheet,
        row++,
        "SUMPRODUCT(Figures!B2:F2,COLUMN(Figures!B2:F2)-COLUMN(Figures!$B2)+1)",
        11 + 25 + 42 + 54 + 75);
    state(
        sheet,
        row++,
        "SUMPRODUCT(Figures!B3:F3,COLUMN(Figures!B3:F3)-COLUMN(Figures!$B3)+1)",
        4 + 18 + 40);
    state(
        sheet,
        row++,
        "IF(B1>60,\"rose by \"&TEXT(ROUND(B1/6,2),\"#,##0\"),\"fell\")",
        "rose by 11");
    state(sheet, row++, "TEXT(20.95,\"0.0\")", "21.0");
    state(sheet, row++, "IF(COUNT(Figures!B8:F8)=0,NA(),1)", FormulaError.NA);
    state(sheet, row++, "ISNUMBER(SEARCH(\"worse\",'Limits of all'!C3))", true);
    state(sheet, row++, "ISNUMBER(SEARCH(\"worse\",'Limits of all'!C4))", false);
    state(sheet, row++, "AVERAGE(Figures!B3:F3)", 6);
    state(sheet, row++, "AVERAGE(Figures!B7:F7)", 1.5);
    state(sheet, row++, "COUNT(Figures!B3:F3)", 3);
    state(sheet, row++, "STDEV(Figures!B2:F2)", Math.sqrt(9.3 / 4));
    state(sheet, row++, "IF(COUNT(Figures!B3:D3)<3,\"\",SUM(Figures!B3:D3))", "");
    // The empty text of the row above is no number and counts for nothing.
    state(sheet, row++, "AVERAGE(B12:B14)", (3 + Math.sqrt(9.3 / 4)) / 2);
    state(sheet, row++, "IFERROR(1/0,\"none\")", "none");
    state(sheet, row++, "1/0", FormulaError.DIV0);
    state(sheet, row++, "\"x\"+1", FormulaError.VALUE);
    state(sheet, row++, "ROUND(-2.5,0)", -3);
    state(sheet, row++, "ABS(Figures!C2-Figures!B2)", 1.5);
    state(sheet, row++, "(B1-60)/60", 0.1);
    state(
        sheet,
        row++,
        "TEXT(B21,\"+0.0%;-0.0%\")&\" (\"&TEXT(1515,\"#,##0\")&\")\"",
        "+10.0% (1,515)");
    state(sheet, row++, "SUMPRODUCT((Figures!B2:F2>13)*1)", 3);
    state(sheet, row++, "AND(B1=66,COUNT(Figures!B2:F2)=5)", true);
    // As Excel does, a star, a question mark and a tilde in what MATCH looks for are wildcards.
    state(sheet, row++, "MATCH(\"Calls ? answered\",Figures!$A$1:$A$7,0)", 3);
    state(sheet, row++, "MATCH(\"Calls * answered\",'Limits of all'!$A$1:$A$4,0)", 2);
    state(sheet, row++, "MATCH(\"Calls ~* answered\",'Limits of all'!$A$1:$A$4,0)", 3);
    state(sheet, row++, "MATCH(\"Calls ~? answered\",Figures!$A$1:$A$7,0)", 5);
    state(sheet, row, "MATCH(\"Calls ~~ answered\",Figures!$A$1:$A$7,0)", 4);
  }

  private static void row(XSSFSheet sheet, Object... values) {
    XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < values.length; i++) {
      put(row.createCell(i), values[i]);
    }
  }

  private static void state(XSSFSheet sheet, int number, String formula, Object value) {
    XSSFRow row = sheet.createRow(number);
    row.createCell(0).setCellValue(formula);
    XSSFCell cell = row.createCell(1);
    cell.setCellFormula(formula);
    put(cell, value);
  }

  private static void put(XSSFCell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean logical) {
      cell.setCellValue(logical);
    } else if (value instanceof FormulaError error) {
      cell.setCellErrorValue(error);
    } else {
      cell.setCellValue(value.toString());
    }
  }

  private static XSSFCell cell(XSSFWorkbook book, String address) {
    CellReference at = new CellReference(address);
    return book.getSheet("Results").getRow(at.getRow()).getCell(at.getCol());
  }
}
