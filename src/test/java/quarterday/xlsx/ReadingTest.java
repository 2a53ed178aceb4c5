package quarterday.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

class ReadingTest {
  @TempDir private Path folder;

  private Snapshot read(Parts parts) throws UnusableInput {
    return XlsxFile.read(parts.save(folder.resolve("in.xlsx")));
  }

  private SheetSnapshot sheet(String children) throws UnusableInput {
    return read(Parts.sheet(children)).sheets().get(0);
  }

  private SheetSnapshot cells(String cells) throws UnusableInput {
    return sheet("<sheetData><row r=\"1\">" + cells + "</row></sheetData>");
  }

  private static Content at(SheetSnapshot sheet, String address) {
    return sheet.at(Address.parse(address)).content();
  }

  @Test
  void everyKindOfCellIsReadRaw() throws UnusableInput {
    SheetSnapshot sheet =
        cells(
            "<c r=\"A1\"><v>1.5</v></c><c r=\"B1\" t=\"n\"><v>2E3</v></c>"
                + "<c r=\"C1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"
                + "<c r=\"D1\" t=\"inlineStr\"><is><t>in</t></is></c>"
                + "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"e\"><v>#DIV/0!</v></c>"
                + "<c r=\"G1\" t=\"d\"><v>2020-06-30</v></c>"
                + "<c r=\"H1\" t=\"d\"><v>2020-06-30T12:00:00Z</v></c>");
    assertThat(at(sheet, "A1")).isEqualTo(Content.of(1.5));
    assertThat(at(sheet, "B1")).isEqualTo(Content.of(2000));
    assertThat(sheet.at(0, 2))
        .isEqualTo(new CellSnapshot(Content.of("ab"), "\"a\"&\"b\"", "General"));
    assertThat(at(sheet, "D1")).isEqualTo(Content.of("in"));
    assertThat(at(sheet, "E1")).isEqualTo(new Content.Logical(true));
    assertThat(at(sheet, "F1")).isEqualTo(new Content.Fault("#DIV/0!"));
    assertThat(at(sheet, "G1")).isEqualTo(Content.of(44012));
    assertThat(at(sheet, "H1")).isEqualTo(Content.of(44012.5));
  }

  @Test
  void sharedTextsLoseRunsAndReadingAidsButNoSpace() throws UnusableInput {
    Parts parts =
        Parts.sheet(
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                    + "<c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                    + "<c r=\"D1\" t=\"s\"><v>1</v></c></row></sheetData>")
            .related(
                "sharedStrings",
                "xl/sharedStrings.xml",
                "<sst xmlns=\""
                    + Parts.MAIN
                    + "\"><si><r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r>"
                    + "<rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh></si>"
                    + "<si><t xml:space=\"preserve\"> kept </t></si>"
                    + "<si><t>a_x000D_\nb _x005F_x000D_</t></si></sst>");
    SheetSnapshot sheet = read(parts).sheets().get(0);
    assertThat(at(sheet, "A1")).isEqualTo(Content.of("one two"));
    assertThat(at(sheet, "B1")).isEqualTo(Content.of(" kept "));
    assertThat(at(sheet, "C1")).isEqualTo(Content.of("a\r\nb _x000D_"));
    assertThat(sheet.at(0, 3)).isSameAs(sheet.at(0, 1));
  }

  @Test
  void sharedFormulasReadAsEachCellMeansThem() throws UnusableInput {
    SheetSnapshot sheet =
        sheet(
            "<sheetData><row r=\"1\"><c r=\"C1\"><f t=\"shared\" ref=\"C1:C3\" si=\"0\">"
                + "SUM(A1:$B1)+LOG10(A1)+'My A1'!A1+$A$1+T[[#This Row],[A1]]&amp;\"A1\"</f>"
                + "<v>3</v></c></row><row r=\"3\"><c r=\"C3\"><f t=\"shared\" si=\"0\"/><v>4</v></c>"
                + "</row></sheetData>");
    assertThat(sheet.at(0, 2).formula())
        .isEqualTo("SUM(A1:$B1)+LOG10(A1)+'My A1'!A1+$A$1+T[[#This Row],[A1]]&\"A1\"");
    assertThat(sheet.at(2, 2).formula())
        .isEqualTo("SUM(A3:$B3)+LOG10(A3)+'My A1'!A3+$A$1+T[[#This Row],[A1]]&\"A1\"");
  }

  @Test
  void aMovedFormulaKeepsNamesAndMovesWholeRowsAndColumns() {
    assertThat(FormulaShift.moved("A:B+$1:3+Tax20+B2+AB12!C$3+xyz1.5", 1, 1))
        .isEqualTo("B:C+$1:4+TAX21+C3+AB12!D$3+xyz1.5".replace("TAX21", "TAY21"));
    assertThat(FormulaShift.moved("SUM(B1)", -1, -1)).isEqualTo("SUM(A1048576)");
    assertThat(FormulaShift.moved("rate+TRUE+ABCD1", 1, 1)).isEqualTo("rate+TRUE+ABCD1");
  }

  @Test
  void cellsAndRowsWithoutAddressesFollowOneAnother() throws UnusableInput {
    SheetSnapshot sheet =
        sheet(
            "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
                + "<row><c r=\"C2\"><v>3</v></c><c><v>4</v></c></row></sheetData>");
    assertThat(at(sheet, "B1")).isEqualTo(Content.of(2));
    assertThat(at(sheet, "D2")).isEqualTo(Content.of(4));
  }

  @Test
  void numberFormatsMeanWhatTheyMeanInBritain() throws UnusableInput {
    Parts parts =
        Parts.sheet(
                "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>44012</v></c>"
                    + "<c r=\"B1\" s=\"2\"><v>0.5</v></c><c r=\"C1\" s=\"3\"><v>5</v></c>"
                    + "<c r=\"F1\" s=\"3\"/></row></sheetData>")
            .related(
                "styles",
                "xl/styles.xml",
                "<styleSheet xmlns=\""
                    + Parts.MAIN
                    + "\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"0.0&quot; h&quot;\"/>"
                    + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/>"
                    + "<xf numFmtId=\"170\"/></cellXfs></styleSheet>");
    SheetSnapshot sheet = read(parts).sheets().get(0);
    assertThat(sheet.at(0, 0).format()).isEqualTo("dd/mm/yyyy");
    assertThat(sheet.at(0, 1).format()).isEqualTo("0.00%");
    assertThat(sheet.at(0, 2).format()).isEqualTo("0.0\" h\"");
    assertThat(sheet.lastColumn(0)).as("a formatted cell counts").isEqualTo(5);
  }

  @Test
  void aPrefixedNamespaceMakesNoDifference() throws UnusableInput {
    Parts parts =
        Parts.workbook("One")
            .with(
                "xl/workbook.xml",
                "<x:workbook xmlns:x=\""
                    + Parts.MAIN
                    + "\" xmlns:q=\""
                    + Parts.TYPE
                    + "\"><x:sheets><x:sheet name=\"Ä\" sheetId=\"1\" q:id=\"rId1\"/></x:sheets>"
                    + "</x:workbook>")
            .with(
                "xl/worksheets/sheet1.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:worksheet xmlns:x=\""
                        + Parts.MAIN
                        + "\"><x:sheetData><x:row r=\"2\"><x:c r=\"B2\" t=\"inlineStr\"><x:is>"
                        + "<x:t>½</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>")
                    .getBytes(StandardCharsets.UTF_16));
    SheetSnapshot sheet = read(parts).sheets().get(0);
    assertThat(sheet.name()).isEqualTo("Ä");
    assertThat(at(sheet, "B2")).isEqualTo(Content.of("½"));
  }

  @Test
  void rowsColumnsWidthsAndProtectionAreRead() throws UnusableInput {
    SheetSnapshot sheet =
        sheet(
            "<cols><col min=\"1\" max=\"2\" width=\"12.5\" customWidth=\"1\"/>"
                + "<col min=\"4\" max=\"16384\" hidden=\"1\"/></cols>"
                + "<sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                + "<row r=\"5\" ht=\"0\" customHeight=\"1\"/></sheetData>"
                + "<sheetProtection sheet=\"1\"/><mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/>"
                + "</mergeCells>");
    assertThat(sheet.widths()).containsOnlyKeys(0, 1).containsEntry(1, 12.5);
    assertThat(sheet.hiddenColumns()).hasSize(256).contains(3).doesNotContain(2);
    assertThat(sheet.hiddenRows()).containsExactlyInAnyOrder(0, 4);
    assertThat(sheet.isLocked()).isTrue();
    assertThat(sheet.merged()).containsExactly(Block.parse("A1:B2"));
  }

  @Test
  void namesThatNameOneBlockAreRead() throws UnusableInput {
    Parts parts =
        Parts.workbook("One", "It&apos;s two")
            .change(
                "xl/workbook.xml",
                "</sheets>",
                "</sheets><definedNames>"
                    + "<definedName name=\"Good\">'It''s two'!$A$1:$B$2</definedName>"
                    + "<definedName name=\"Cell\">one!$C$3</definedName>"
                    + "<definedName name=\"Gone\">#REF!</definedName>"
                    + "<definedName name=\"Away\">[1]One!$A$1</definedName>"
                    + "<definedName name=\"Sum\">SUM(One!$A$1)</definedName>"
                    + "<definedName name=\"Two\">One!$A$1,One!$B$2</definedName>"
                    + "<definedName name=\"Mine\" localSheetId=\"0\">One!$A$1</definedName>"
                    + "<definedName name=\"_xlnm.Print_Area\">One!$A$1</definedName>"
                    + "</definedNames>");
    assertThat(read(parts).names())
        .containsExactly(
            new Snapshot.NamedBlock("Good", "It's two", Block.parse("A1:B2")),
            new Snapshot.NamedBlock("Cell", "One", Block.parse("C3")));
  }

  @Test
  void theWorkbooksOwnStateIsRead() throws UnusableInput, IOException {
    Parts parts =
        Parts.workbook("One", "Two", "Chart", "Three")
            .change(
                "xl/workbook.xml",
                "<sheets>",
                "<workbookPr date1904=\"true\"/><workbookProtection lockStructure=\"1\"/><sheets>")
            .change("xl/workbook.xml", "sheetId=\"2\"", "sheetId=\"2\" state=\"hidden\"")
            .change("xl/workbook.xml", "sheetId=\"4\"", "sheetId=\"4\" state=\"veryHidden\"")
            .change(
                "xl/_rels/workbook.xml.rels",
                "worksheet\" Target=\"worksheets/sheet3.xml",
                "chartsheet\" Target=\"worksheets/sheet3.xml")
            .with(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\""
                    + Parts.MAIN
                    + "\"><sheetData><row><c t=\"d\"><v>1904-01-02</v></c></row></sheetData>"
                    + "</worksheet>");
    try (XlsxFile file = XlsxFile.open(parts.save(folder.resolve("state.xlsx")))) {
      Snapshot snapshot = file.snapshot();
      assertThat(snapshot.dates1904()).isTrue();
      assertThat(snapshot.structureLocked()).isTrue();
      assertThat(snapshot.sheets())
          .extracting(SheetSnapshot::name)
          .containsExactly("One", "Two", "Three");
      assertThat(snapshot.sheets())
          .extracting(SheetSnapshot::isHidden)
          .containsExactly(false, true, true);
      assertThat(at(snapshot.sheets().get(0), "A1")).isEqualTo(Content.of(1));
      assertThat(file.hasMacros()).isFalse();
      assertThat(file.isSigned()).isFalse();
    }
  }

  @Test
  void macrosAndSignaturesAreNoticed() throws UnusableInput, IOException {
    Parts parts =
        Parts.workbook("One")
            .related("vbaProject", "xl/vbaProject.bin", "macros")
            .with("_xmlsignatures/sig1.xml", "<Signature/>");
    try (XlsxFile file = XlsxFile.open(parts.save(folder.resolve("named-wrongly.xlsx")))) {
      assertThat(file.hasMacros()).isTrue();
      assertThat(file.isSigned()).isTrue();
    }
  }

  @Test
  void theLedgerIsFoundByItsNamespace() throws UnusableInput {
    String ledger = "<q:ledger xmlns:q=\"urn:quarterday:ledger:1\">½</q:ledger>";
    Parts parts =
        Parts.workbook("One")
            .related("customXml", "customXml/item1.xml", "<other xmlns=\"urn:else\"/>")
            .related("customXml", "customXml/item2.xml", ledger)
            .related("customXml", "customXml/item3.xml", "no xml at all");
    assertThat(read(parts).ledger()).isEqualTo(ledger);
    assertThat(read(Parts.workbook("One")).ledger()).isEmpty();
  }

  @Test
  void aWorkbookThatAnotherProgramWroteReadsAsThatProgramMeantIt()
      throws IOException, UnusableInput {
    Path file = folder.resolve("poi.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Engagement");
      XSSFCell text = sheet.createRow(0).createCell(0);
      text.setCellValue(new XSSFRichTextString("Measure"));
      XSSFCell date = sheet.getRow(0).createCell(1);
      date.setCellValue(java.time.LocalDate.of(2020, 4, 1));
      XSSFCellStyle month = workbook.createCellStyle();
      month.setDataFormat(workbook.createDataFormat().getFormat("mmm yyyy"));
      date.setCellStyle(month);
      sheet.createRow(1).createCell(0).setCellValue("Meetings");
      sheet.getRow(1).createCell(1).setCellFormula("1+2");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 1));
      sheet.createTable(
          new org.apache.poi.ss.util.AreaReference(
              "A1:B2", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
      sheet.getTables().get(0).setDisplayName("Measures");
      sheet.setColumnWidth(1, 20 * 256);
      workbook.write(out);
    }
    SheetSnapshot sheet = XlsxFile.read(file).sheets().get(0);
    assertThat(at(sheet, "A1")).isEqualTo(Content.of("Measure"));
    assertThat(sheet.at(0, 1)).isEqualTo(new CellSnapshot(Content.of(43922), "", "mmm yyyy"));
    assertThat(sheet.at(1, 1)).isEqualTo(new CellSnapshot(Content.of(3), "1+2", "General"));
    assertThat(sheet.merged()).containsExactly(Block.parse("A3:B4"));
    assertThat(sheet.widths().get(1)).isEqualTo(20, within(1e-9));
    assertThat(sheet.tables())
        .containsExactly(new SheetSnapshot.TableSnapshot("Measures", Block.parse("A1:B2"), true));
  }
}
