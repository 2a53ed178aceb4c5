package quarterday.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.edit.Meaning;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

class WritingTest {
  private static final String LEDGER = "<l:ledger xmlns:l=\"urn:quarterday:ledger:1\">½</l:ledger>";

  @TempDir private Path folder;

  private static EditPlan plan(Edit... edits) {
    return new EditPlan(List.of(edits));
  }

  private static Edit.PutCells put(String sheet, String at, CellPlan... cells) {
    return new Edit.PutCells(sheet, Address.parse(at), List.of(List.of(cells)));
  }

  private static CellPlan text(String text) {
    return CellPlan.text(text, Look.PLAIN);
  }

  /** A workbook as an analyst may have it, with parts that nobody here reads. */
  private Path analysts() throws IOException {
    Path file = folder.resolve("analysts.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Engagement");
      XSSFCellStyle month = workbook.createCellStyle();
      month.setDataFormat(workbook.createDataFormat().getFormat("mmm yyyy"));
      for (int row = 0; row < 5; row++) {
        sheet.createRow(row).createCell(0).setCellValue("Measure & more " + row);
        for (int column = 1; column < 4; column++) {
          XSSFCell cell = sheet.getRow(row).createCell(column);
          cell.setCellValue(row * 10 + column);
          cell.setCellStyle(month);
        }
      }
      sheet.getRow(4).createCell(4).setCellFormula("SUM(B5:D5)");
      sheet.setColumnWidth(0, 30 * 256);
      sheet
          .getSheetConditionalFormatting()
          .addConditionalFormatting(
              new org.apache.poi.ss.util.CellRangeAddress[] {
                org.apache.poi.ss.util.CellRangeAddress.valueOf("B2:D5")
              },
              sheet.getSheetConditionalFormatting().createConditionalFormattingRule("B2>20"));
      XSSFSheet other = workbook.createSheet("Contracts");
      other.createRow(2).createCell(1).setCellValue("far");
      int picture = workbook.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
      other
          .createDrawingPatriarch()
          .createPicture(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 3), picture);
      org.apache.poi.ss.usermodel.Name name = workbook.createName();
      name.setNameName("Typed");
      name.setRefersToFormula("Engagement!$A$1:$D$5");
      workbook.write(out);
    }
    Parts parts =
        Parts.of(file)
            .change(
                "[Content_Types].xml",
                "<Override",
                "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/><Override")
            .with("xl/vbaProject.bin", new byte[] {9, 8, 7})
            .with("xl/threadedComments/threadedComment1.xml", "<ThreadedComments  a='1' />")
            .with("xl/pivotTables/pivotTable1.xml", "<pivotTableDefinition   x='y'/>")
            .with("xl/charts/colors1.xml", "<c:colorStyle xmlns:c='urn:c'></c:colorStyle>")
            .with("xl/printerSettings/printerSettings1.bin", new byte[] {0, 1, 0, 1});
    return parts.save(file);
  }

  private Snapshot write(Path in, EditPlan plan, Path out) throws IOException, UnusableInput {
    try (XlsxFile file = XlsxFile.open(in)) {
      file.write(plan, out);
    }
    Validity.require(out);
    return XlsxFile.read(out);
  }

  /** A snapshot as text, so that two can be compared whole. */
  private static Map<String, Object> content(Snapshot snapshot) {
    Map<String, Object> all = new TreeMap<>();
    for (SheetSnapshot sheet : snapshot.sheets()) {
      for (int row : sheet.rows()) {
        for (int column : sheet.columns(row)) {
          CellSnapshot cell = sheet.at(row, column);
          boolean hollow = cell.hasFormula() && cell.content().isBlank();
          all.put(
              sheet.name() + "!" + new Address(row, column),
              hollow ? new CellSnapshot(Content.blank(), cell.formula(), cell.format()) : cell);
        }
      }
      all.put(sheet.name() + " widths", new TreeMap<>(sheet.widths()));
      all.put(sheet.name() + " tables", sheet.tables());
    }
    all.put("sheets", snapshot.sheets().stream().map(SheetSnapshot::name).toList());
    all.put("names", Set.copyOf(snapshot.names()));
    all.put("ledger", snapshot.ledger());
    return all;
  }

  private static List<Edit> completion() {
    CellPlan figure = CellPlan.number(0.1 + 0.2, "0.0%", Look.FIGURE);
    return List.of(
        new Edit.PutCells(
            "Engagement",
            Address.parse("G1"),
            List.of(
                List.of(CellPlan.text("Mean", Look.HEADER), CellPlan.text("Why", Look.HEADER)),
                List.of(figure, CellPlan.text(" =1+1 <&> \n two", Look.WRAPPED)),
                List.of(
                    CellPlan.formula("SUM(B3:D3)&\"<\"", Content.of("66<"), "General", Look.CHANGE),
                    CellPlan.formula("B3>1", new Content.Logical(true), "General", Look.STATE)),
                List.of(
                    CellPlan.formula("1/0", new Content.Fault("#DIV/0!"), "0.0", Look.LIMIT),
                    CellPlan.formula("\"\"", Content.blank(), "General", Look.WORDS)),
                List.of(CellPlan.BLANK, CellPlan.number(1e-7, "0.00E+00", Look.PLAIN)),
                List.of(
                    CellPlan.empty(Look.ENTRY),
                    CellPlan.number(-1234567.5, "#,##0", Look.EARLIER)))),
        put("Engagement", "B9", text("_x000D_ \u0001 \r end")),
        new Edit.PutRules(
            "Engagement",
            Block.parse("G2:H6"),
            List.of(
                new Edit.Rule("ISNUMBER(SEARCH(\"worse\",$G2))", Look.WORSE),
                new Edit.Rule("LEN($G2)<1", Look.STABLE))),
        new Edit.SetWidths(
            "Engagement",
            6,
            List.of(OptionalDouble.of(14), OptionalDouble.of(14), OptionalDouble.of(40.5))),
        new Edit.NameBlock("Quarterday.Results.1", "Engagement", Block.parse("G1:H6")),
        new Edit.AddSheet("Results & 'more' of it", new Edit.PageLayout(true, 1, 1)),
        put("Results & 'more' of it", "A1", CellPlan.text("Results", Look.TITLE)),
        new Edit.PutCells(
            "Results & 'more' of it",
            Address.parse("A2"),
            List.of(
                List.of(
                    CellPlan.text("Measure", Look.HEADER),
                    CellPlan.text("Mean \"x\"\ny", Look.HEADER)),
                List.of(
                    CellPlan.text("Meetings", Look.LINK), CellPlan.number(7, "0.0", Look.FIGURE)))),
        new Edit.MarkTable("Results & 'more' of it", Block.parse("A2:B3"), "QuarterdayResults"),
        new Edit.SetWidths("Results & 'more' of it", 0, List.of(OptionalDouble.of(30))),
        new Edit.PutLinks(
            "Results & 'more' of it",
            List.of(new Edit.Link(Address.parse("A3"), "'Engagement'!$A$3", "Go to \"it\""))),
        new Edit.NameBlock("Quarterday.Sheet.Results", "Results & 'more' of it", Block.parse("A1")),
        new Edit.PutLedger(LEDGER));
  }

  private static List<Edit> removal() {
    return List.of(
        new Edit.DropRules("Engagement", Block.parse("G1:H6")),
        new Edit.ClearCells("Engagement", Block.parse("G1:H6")),
        new Edit.ClearCells("Engagement", Block.parse("B9")),
        new Edit.SetWidths(
            "Engagement",
            6,
            List.of(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty())),
        new Edit.DropName("Quarterday.Results.1"),
        new Edit.DropSheet("Results & 'more' of it"),
        new Edit.DropName("Quarterday.Sheet.Results"),
        new Edit.PutLedger(""));
  }

  @Test
  void whatIsWrittenReadsBackAsThePlanMeansIt() throws IOException, UnusableInput {
    Path in = analysts();
    EditPlan plan = new EditPlan(completion());
    Snapshot after = write(in, plan, folder.resolve("out.xlsx"));
    assertThat(content(after)).isEqualTo(content(Meaning.apply(XlsxFile.read(in), plan)));
  }

  @Test
  void takingOutWhatWasPutInLeavesEveryPartButTheStylesAsItWas() throws IOException, UnusableInput {
    Path in = analysts();
    Path completed = folder.resolve("completed.xlsx");
    Path removed = folder.resolve("removed.xlsx");
    write(in, new EditPlan(completion()), completed);
    write(completed, new EditPlan(removal()), removed);
    Parts before = Parts.of(in);
    Parts after = Parts.of(removed);
    assertThat(after.all().keySet()).containsExactlyElementsOf(before.all().keySet());
    for (String part : before.all().keySet()) {
      if (!part.equals("xl/styles.xml")) {
        assertThat(after.text(part)).as(part).isEqualTo(before.text(part));
      }
    }
  }

  @Test
  void partsThatAreNotTouchedSurviveByteForByte() throws IOException, UnusableInput {
    Path in = analysts();
    Path out = folder.resolve("out.xlsx");
    write(in, new EditPlan(completion()), out);
    Parts before = Parts.of(in);
    Parts after = Parts.of(out);
    Set<String> touched = new TreeSet<>();
    for (String part : before.all().keySet()) {
      assertThat(after.all()).containsKey(part);
      if (!after.text(part).equals(before.text(part))) {
        touched.add(part);
      }
    }
    assertThat(touched)
        .containsExactlyInAnyOrder(
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml");
    assertThat(after.bytes("xl/vbaProject.bin")).isEqualTo(before.bytes("xl/vbaProject.bin"));
  }

  @Test
  void theSameFileAndPlanGiveTheSameBytes() throws IOException, UnusableInput {
    Path in = analysts();
    write(in, new EditPlan(completion()), folder.resolve("one.xlsx"));
    write(in, new EditPlan(completion()), folder.resolve("two.xlsx"));
    assertThat(folder.resolve("one.xlsx")).hasSameBinaryContentAs(folder.resolve("two.xlsx"));
  }

  @Test
  void anEmptyPlanGivesACopy() throws IOException, UnusableInput {
    Path in = analysts();
    write(in, plan(), folder.resolve("copy.xlsx"));
    assertThat(folder.resolve("copy.xlsx")).hasSameBinaryContentAs(in);
  }

  @Test
  void writingOverTheInputReplacesItWhole() throws IOException, UnusableInput {
    Path in = analysts();
    Snapshot after = write(in, plan(put("Contracts", "A1", text("here"))), in);
    assertThat(after.sheet("contracts").orElseThrow().at(0, 0).content())
        .isEqualTo(Content.of("here"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(in);
    }
  }

  @Test
  void aFailedWriteLeavesNothingBehindAndTheInputAlone() throws IOException, UnusableInput {
    Path in = analysts();
    byte[] before = Files.readAllBytes(in);
    Path out = folder.resolve("out.xlsx");
    try (XlsxFile file = XlsxFile.open(in)) {
      assertThatThrownBy(() -> file.write(plan(put("No such sheet", "A1", text("x"))), out))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () ->
                  file.write(plan(new Edit.MarkTable("Contracts", Block.parse("F1:G2"), "T")), out))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("F1 of Contracts");
      assertThatThrownBy(
              () -> file.write(plan(), folder.resolve("no-such-folder").resolve("out.xlsx")))
          .isInstanceOf(IOException.class);
    }
    assertThat(in).hasBinaryContent(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(in);
    }
  }

  @Test
  void aLockedStructureTakesNoSheetButTakesCells() throws IOException, UnusableInput {
    Path in =
        Parts.workbook("One")
            .change(
                "xl/workbook.xml", "<sheets>", "<workbookProtection lockStructure=\"1\"/><sheets>")
            .save(folder.resolve("locked.xlsx"));
    try (XlsxFile file = XlsxFile.open(in)) {
      assertThatThrownBy(
              () ->
                  file.write(
                      plan(new Edit.AddSheet("Two", new Edit.PageLayout(false, -1, 0))),
                      folder.resolve("out.xlsx")))
          .isInstanceOfSatisfying(
              UnusableInput.class, e -> assertThat(e.code()).isEqualTo("structure-locked"));
    }
    Snapshot after = write(in, plan(put("One", "C3", text("x"))), folder.resolve("out.xlsx"));
    assertThat(after.sheets().get(0).at(2, 2).content()).isEqualTo(Content.of("x"));
  }

  @Test
  void anotherRunAddsNoStyle() throws IOException, UnusableInput {
    Path in = analysts();
    Path first = folder.resolve("first.xlsx");
    Path second = folder.resolve("second.xlsx");
    write(in, new EditPlan(completion()), first);
    List<Edit> again = completion().stream().filter(e -> !(e instanceof Edit.AddSheet)).toList();
    write(
        first,
        new EditPlan(
            Stream.concat(Stream.of(new Edit.ClearSheet("Results & 'more' of it")), again.stream())
                .filter(e -> !(e instanceof Edit.PutRules))
                .toList()),
        second);
    assertThat(Parts.of(second).text("xl/styles.xml"))
        .isEqualTo(Parts.of(first).text("xl/styles.xml"));
    assertThat(Parts.of(second).all()).containsOnlyKeys(Parts.of(first).all().keySet());
    assertThat(Parts.of(second).text("xl/worksheets/sheet3.xml"))
        .as("an emptied and refilled sheet, its layout kept")
        .isEqualTo(Parts.of(first).text("xl/worksheets/sheet3.xml"));
    assertThat(Parts.of(second).text("xl/tables/table1.xml"))
        .isEqualTo(Parts.of(first).text("xl/tables/table1.xml"));
  }

  @Test
  void aSheetOfOursIsSetUpForPrintAndView() throws IOException, UnusableInput {
    Path out = folder.resolve("out.xlsx");
    write(analysts(), new EditPlan(completion()), out);
    String sheet = Parts.of(out).text("xl/worksheets/sheet3.xml");
    assertThat(sheet)
        .contains("<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\"")
        .contains("fitToWidth=\"1\" fitToHeight=\"0\"", "paperSize=\"9\"", "landscape");
    assertThat(Parts.of(out).text("xl/workbook.xml"))
        .contains(
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"2\">"
                + "'Results &amp; ''more'' of it'!$2:$2</definedName>");
  }

  @Test
  void aDroppedSheetTakesItsOwnPartsAndLeavesTheOthersCounting() throws IOException, UnusableInput {
    Path in =
        Parts.of(analysts())
            .change(
                "xl/workbook.xml",
                "<definedNames>",
                "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">"
                    + "Contracts!$1:$1</definedName>")
            .save(folder.resolve("in.xlsx"));
    Path out = folder.resolve("out.xlsx");
    Snapshot after = write(in, plan(new Edit.DropSheet("Engagement")), out);
    assertThat(after.sheets()).extracting(SheetSnapshot::name).containsExactly("Contracts");
    assertThat(Parts.of(out).text("xl/workbook.xml"))
        .contains("localSheetId=\"0\"")
        .contains("<definedName name=\"Typed\">#REF!</definedName>");
    Path none = folder.resolve("none.xlsx");
    write(in, plan(new Edit.DropSheet("Contracts")), none);
    assertThat(Parts.of(none).all())
        .doesNotContainKeys("xl/drawings/drawing1.xml", "xl/media/image1.png")
        .containsKey("xl/worksheets/sheet1.xml");
    assertThat(Parts.of(none).text("xl/workbook.xml")).doesNotContain("localSheetId");
  }

  @Test
  void prefixesLineEndsCommentsAndUnknownAttributesStay() throws IOException, UnusableInput {
    String sheet =
        "<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- é --><x:worksheet xmlns:x='"
            + Parts.MAIN
            + "' xmlns:mc='urn:mc' mc:odd = 'a > b'>\r\n <x:dimension ref='A1:C2'/>\r\n"
            + " <x:sheetData>\r\n  <x:row r='1' spans='1:3' mc:x='>'>\r\n   <x:c r='A1'><x:v>1</x:v>"
            + "</x:c>\r\n   <x:c r='C1' t='str'><x:v>é&#10;</x:v></x:c>\r\n  </x:row>\r\n"
            + "  <x:row r='2'><x:c r='B2'><x:v>2</x:v></x:c></x:row>\r\n </x:sheetData>\r\n"
            + " <x:pageMargins left='1' right='1' top='1' bottom='1' header='0' footer='0'/>\r\n"
            + " <x:extLst><x:ext uri='u'><mc:z/></x:ext></x:extLst>\r\n</x:worksheet>\r\n<!-- end -->";
    Edit[] there = {
      put("One", "B1", CellPlan.number(5, "0.00", Look.FIGURE)),
      put("One", "E1", CellPlan.formula("A1*2", Content.of(2), "General", Look.PLAIN)),
      put("One", "D4", text("é")),
      new Edit.PutRules("One", Block.parse("E1"), List.of(new Edit.Rule("E1>1", Look.BETTER))),
      new Edit.SetWidths("One", 4, List.of(OptionalDouble.of(11.25)))
    };
    Edit[] back = {
      new Edit.ClearCells("One", Block.parse("B1")),
      new Edit.ClearCells("One", Block.parse("D1:F9")),
      new Edit.DropRules("One", Block.parse("E1:F9")),
      new Edit.SetWidths("One", 4, List.of(OptionalDouble.empty()))
    };
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    byte[] plain = sheet.getBytes(StandardCharsets.UTF_8);
    byte[] marked = new byte[mark.length + plain.length];
    System.arraycopy(mark, 0, marked, 0, mark.length);
    System.arraycopy(plain, 0, marked, mark.length, plain.length);
    byte[] wide = sheet.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
    byte[] latin = sheet.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] bytes : List.of(plain, marked, wide, latin)) {
      Path in =
          Parts.workbook("One")
              .with("xl/worksheets/sheet1.xml", bytes)
              .save(folder.resolve("in.xlsx"));
      Path out = folder.resolve("out.xlsx");
      try (XlsxFile file = XlsxFile.open(in)) {
        file.write(plan(there), out);
      }
      Snapshot after = XlsxFile.read(out);
      assertThat(content(after)).isEqualTo(content(Meaning.apply(XlsxFile.read(in), plan(there))));
      Path removed = folder.resolve("removed.xlsx");
      try (XlsxFile file = XlsxFile.open(out)) {
        file.write(plan(back), removed);
      }
      assertThat(Parts.of(removed).bytes("xl/worksheets/sheet1.xml")).isEqualTo(bytes);
    }
  }

  @Test
  void cellsWithoutAddressesKeepTheirPlaces() throws IOException, UnusableInput {
    Path in =
        Parts.sheet(
                "<sheetData><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
                    + "<row><c><v>4</v></c></row></sheetData>")
            .save(folder.resolve("in.xlsx"));
    EditPlan plan =
        plan(new Edit.ClearCells("One", Block.parse("B1")), put("One", "E1", text("x")));
    assertThat(content(write(in, plan, folder.resolve("out.xlsx"))))
        .isEqualTo(content(Meaning.apply(XlsxFile.read(in), plan)));
  }

  @Test
  void aSharedFormulaOutlivesTheCellThatHeldIt() throws IOException, UnusableInput {
    Path in =
        Parts.sheet(
                "<sheetData><row r=\"1\"><c r=\"C1\"><f t=\"shared\" ref=\"C1:C3\" si=\"0\">A1+1</f>"
                    + "<v>1</v></c></row><row r=\"2\"><c r=\"C2\"><f t=\"shared\" si=\"0\"/><v>2</v>"
                    + "</c></row><row r=\"3\"><c r=\"C3\" s=\"0\"><f t=\"shared\" si=\"0\"></f>"
                    + "<v>3</v></c></row></sheetData>")
            .save(folder.resolve("in.xlsx"));
    EditPlan plan = plan(put("One", "C1", CellPlan.number(9, "General", Look.PLAIN)));
    Snapshot after = write(in, plan, folder.resolve("out.xlsx"));
    assertThat(after.sheets().get(0).at(2, 2).formula()).isEqualTo("A3+1");
    assertThat(content(after)).isEqualTo(content(Meaning.apply(XlsxFile.read(in), plan)));
  }

  @Test
  void theOrderOfCalculationForgetsFormulasThatAreGone() throws IOException, UnusableInput {
    String chain = "<calcChain xmlns=\"" + Parts.MAIN + "\">%s</calcChain>";
    Path in =
        Parts.workbook("One", "Two")
            .related(
                "calcChain",
                "xl/calcChain.xml",
                chain.formatted("<c r=\"A1\" i=\"1\"/><c r=\"B1\"/><c r=\"A1\" i=\"2\"/>"))
            .change(
                "[Content_Types].xml",
                "</Types>",
                Parts.override("/xl/calcChain.xml", "calcChain+xml") + "</Types>")
            .save(folder.resolve("in.xlsx"));
    Path out = folder.resolve("out.xlsx");
    write(in, plan(put("One", "A1", text("x"))), out);
    assertThat(Parts.of(out).text("xl/calcChain.xml"))
        .isEqualTo(chain.formatted("<c i=\"1\" r=\"B1\"/><c r=\"A1\" i=\"2\"/>"));
    Path none = folder.resolve("none.xlsx");
    write(
        out, plan(new Edit.ClearCells("One", Block.parse("B1")), new Edit.DropSheet("Two")), none);
    assertThat(Parts.of(none).all()).doesNotContainKey("xl/calcChain.xml");
    assertThat(Parts.of(none).text("xl/_rels/workbook.xml.rels")).doesNotContain("calcChain");
    assertThat(Parts.of(none).text("[Content_Types].xml")).doesNotContain("calcChain");
  }

  @Test
  void widthsSplitAndJoinTheirRanges() throws IOException, UnusableInput {
    Path in =
        Parts.sheet(
                "<cols><col min=\"1\" max=\"40\" width=\"9.140625\" style=\"0\"/></cols><sheetData/>")
            .save(folder.resolve("in.xlsx"));
    Path out = folder.resolve("out.xlsx");
    Snapshot after =
        write(
            in,
            plan(
                new Edit.SetWidths(
                    "One", 9, List.of(OptionalDouble.of(20), OptionalDouble.of(21)))),
            out);
    assertThat(after.sheets().get(0).widths())
        .containsEntry(8, 9.140625)
        .containsEntry(9, 20.0)
        .containsEntry(10, 21.0)
        .containsEntry(11, 9.140625);
    Path back = folder.resolve("back.xlsx");
    write(
        out,
        plan(
            new Edit.SetWidths(
                "One", 9, List.of(OptionalDouble.of(9.140625), OptionalDouble.of(9.140625)))),
        back);
    assertThat(Parts.of(back).text("xl/worksheets/sheet1.xml"))
        .isEqualTo(Parts.of(in).text("xl/worksheets/sheet1.xml"));
  }

  @Test
  void rulesGoWhereTheSchemaWantsThemAndAfterTheAnalystsOwn() throws IOException, UnusableInput {
    Path in =
        Parts.sheet(
                "<sheetData/><conditionalFormatting sqref=\"A1:A9\"><cfRule type=\"expression\""
                    + " priority=\"7\"><formula>A1=1</formula></cfRule></conditionalFormatting>"
                    + "<dataValidations count=\"1\"><dataValidation sqref=\"B1\"/></dataValidations>"
                    + "<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\""
                    + " footer=\"0\"/>")
            .save(folder.resolve("in.xlsx"));
    Path out = folder.resolve("out.xlsx");
    write(
        in,
        plan(
            new Edit.PutRules(
                "One", Block.parse("C1:C9"), List.of(new Edit.Rule("$C1=2", Look.WORSE))),
            new Edit.PutLinks(
                "One", List.of(new Edit.Link(Address.parse("C1"), "'One'!$A$1", "")))),
        out);
    assertThat(Parts.of(out).text("xl/worksheets/sheet1.xml"))
        .containsSubsequence(
            "priority=\"7\"",
            "sqref=\"C1:C9\"",
            "priority=\"8\" stopIfTrue=\"1\"",
            "<dataValidations",
            "<hyperlinks",
            "<pageMargins");
    Path back = folder.resolve("back.xlsx");
    write(out, plan(new Edit.DropRules("One", Block.parse("C1:D9"))), back);
    assertThat(Parts.of(back).text("xl/worksheets/sheet1.xml"))
        .contains("sqref=\"A1:A9\"")
        .doesNotContain("C1:C9");
  }

  @Test
  void laterCellsHoldWhereTwoEditsMeet() throws IOException, UnusableInput {
    Path in = analysts();
    List<List<CellPlan>> rows =
        IntStream.range(0, 30)
            .mapToObj(row -> List.of(CellPlan.number(row, "0", Look.PLAIN), text("r" + row)))
            .toList();
    EditPlan plan =
        plan(
            new Edit.PutCells("Engagement", Address.parse("C2"), rows),
            new Edit.ClearCells("Engagement", Block.parse("A4:C8")),
            put("Engagement", "C5", text("last"), CellPlan.BLANK));
    assertThat(content(write(in, plan, folder.resolve("out.xlsx"))))
        .isEqualTo(content(Meaning.apply(XlsxFile.read(in), plan)));
  }

  @Test
  void aTakenTableNameGetsANumber() throws IOException, UnusableInput {
    Path in = analysts();
    Edit.PageLayout page = new Edit.PageLayout(false, 0, 0);
    EditPlan plan =
        plan(
            new Edit.AddSheet("A", page),
            put("A", "A1", text("One")),
            new Edit.MarkTable("A", Block.parse("A1:A2"), "Typed"),
            new Edit.AddSheet("B", page),
            put("B", "A1", text("One")),
            new Edit.MarkTable("B", Block.parse("A1"), "T"));
    Snapshot after = write(in, plan, folder.resolve("out.xlsx"));
    assertThat(after.sheet("A").orElseThrow().tables().get(0).name()).isEqualTo("Typed2");
    assertThat(after.sheet("B").orElseThrow().tables().get(0).block())
        .as("a table has a row at least")
        .isEqualTo(Block.parse("A1:A2"));
  }

  @Test
  void numbersAreWrittenShortAndExactly() {
    for (double value :
        new double[] {
          0, 1, -1, 0.1, 1.0 / 3, 0.1 + 0.2, 2e-3, 1e15, 1e300, Double.MIN_VALUE, 1e22, 98.6
        }) {
      assertThat(Double.parseDouble(Markup.number(value))).isEqualTo(value);
    }
    assertThat(Markup.number(351)).isEqualTo("351");
    assertThat(Markup.number(0.001)).isEqualTo("0.001");
    assertThat(Markup.number(1e-7)).isEqualTo("1E-7");
  }

  @Test
  void aSheetIsAddedWhereEachSheetDeclaresItsOwnPrefix() throws IOException, UnusableInput {
    Parts parts = Parts.workbook("Data");
    String declared = " xmlns:r=\"" + Parts.TYPE + "\"";
    parts
        .change("xl/workbook.xml", declared, "")
        .change("xl/workbook.xml", " r:id", declared + " r:id");
    Path in = parts.save(folder.resolve("in.xlsx"));

    Snapshot after =
        write(
            in,
            plan(
                completion().stream()
                    .filter(Edit.AddSheet.class::isInstance)
                    .findFirst()
                    .orElseThrow()),
            folder.resolve("out.xlsx"));

    assertThat(after.sheets()).extracting(SheetSnapshot::name).contains("Data").hasSize(2);
  }
}
