package quarterday.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.DataConsolidateFunction;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPivotTable;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.edit.Meaning;
import quarterday.sheet.UnusableInput;

/** A workbook with everything that Excel can put into one loses nothing of it. */
class EveryPartTest {
  private static final String PICTURE =
      """
      == Figures ==
      rule B2:P3 B2>80
      A1: Measure | months Apr-19..Jun-20
      A2: Letters | {75 ~8 x15 seed 3}
      A3: Emails | {160 ~11 x15 seed 5}
      == List ==
      A1: Kind | Number
      A2: letter | 12
      A3: email | 30
      A4: letter | 9
      """;

  private static final String DOT =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  /** What completing must write to; everything else comes out byte for byte. */
  private static final Set<String> WRITTEN =
      Set.of(
          "[Content_Types].xml",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "xl/styles.xml",
          "xl/worksheets/sheet1.xml");

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String MICROSOFT =
      "http://schemas.microsoft.com/office/2017/10/relationships/";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @TempDir private Path folder;
  private Path before;

  @BeforeEach
  void everything() throws IOException {
    before = folder.resolve("before.xlsm");
    try (XSSFWorkbook book = TextPicture.workbook(PICTURE);
        OutputStream out = Files.newOutputStream(before)) {
      book.setWorkbookType(XSSFWorkbookType.XLSM);
      book.setVBAProject(
          new ByteArrayInputStream("no real macro".getBytes(StandardCharsets.UTF_8)));
      XSSFSheet figures = book.getSheet("Figures");
      chart(figures);
      picture(book, figures);
      choices(figures);
      pivot(book);
      figures.getPrintSetup().setLandscape(true);
      figures.getCTWorksheet().getPageSetup().setId("rId90");
      book.write(out);
    }
    Map<String, byte[]> parts = Journey.parts(before);
    rarerParts(parts);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(before))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
        out.closeEntry();
      }
    }
  }

  private static void chart(XSSFSheet sheet) {
    XSSFChart chart =
        sheet.createDrawingPatriarch().createChart(new XSSFClientAnchor(0, 0, 0, 0, 1, 6, 8, 20));
    var months = chart.createDateAxis(AxisPosition.BOTTOM);
    var values = chart.createValueAxis(AxisPosition.LEFT);
    var data = chart.createData(ChartTypes.LINE, months, values);
    data.addSeries(
        XDDFDataSourcesFactory.fromNumericCellRange(
            sheet, org.apache.poi.ss.util.CellRangeAddress.valueOf("B1:P1")),
        XDDFDataSourcesFactory.fromNumericCellRange(
            sheet, org.apache.poi.ss.util.CellRangeAddress.valueOf("B2:P2")));
    chart.plot(data);
  }

  private static void picture(XSSFWorkbook book, XSSFSheet sheet) {
    int image = book.addPicture(Base64.getDecoder().decode(DOT), Workbook.PICTURE_TYPE_PNG);
    sheet
        .createDrawingPatriarch()
        .createPicture(new XSSFClientAnchor(0, 0, 0, 0, 9, 6, 10, 8), image);
    var comment =
        sheet
            .createDrawingPatriarch()
            .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, 2, 4, 5));
    comment.setString("Look again.");
    comment.setAddress(1, 2);
  }

  private static void choices(XSSFSheet sheet) {
    var helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createIntegerConstraint(0, "0", "1000"), new CellRangeAddressList(1, 2, 1, 15)));
  }

  private static void pivot(XSSFWorkbook book) {
    XSSFSheet list = book.getSheet("List");
    XSSFPivotTable pivot =
        book.createSheet("Pivot")
            .createPivotTable(
                new AreaReference("List!A1:B4", book.getSpreadsheetVersion()),
                new CellReference("A3"),
                list);
    pivot.addRowLabel(0);
    pivot.addColumnLabel(DataConsolidateFunction.SUM, 1);
  }

  /**
   * Threaded comments with their persons, printer settings and custom XML, which POI cannot make.
   */
  private static void rarerParts(Map<String, byte[]> parts) {
    String person = "{11111111-2222-3333-4444-555555555555}";
    String name = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
    put(
        parts,
        "xl/persons/person.xml",
        XML
            + "<personList xmlns=\""
            + name
            + "\"><person displayName=\"Analyst\" id=\""
            + person
            + "\" userId=\"analyst\" providerId=\"None\"/></personList>",
        "application/vnd.ms-excel.person+xml");
    relate(
        parts, "xl/_rels/workbook.xml.rels", "rId91", MICROSOFT + "person", "persons/person.xml");
    put(
        parts,
        "xl/threadedComments/threadedComment1.xml",
        XML
            + "<ThreadedComments xmlns=\""
            + name
            + "\"><threadedComment ref=\"C2\" "
            + "dT=\"2020-07-01T09:00:00.00\" personId=\""
            + person
            + "\" id=\"{22222222-2222-3333-4444-555555555555}\"><text>Look again.</text>"
            + "</threadedComment></ThreadedComments>",
        "application/vnd.ms-excel.threadedcomments+xml");
    String sheet = "xl/worksheets/_rels/sheet1.xml.rels";
    relate(
        parts,
        sheet,
        "rId92",
        MICROSOFT + "threadedComment",
        "../threadedComments/threadedComment1.xml");
    put(
        parts,
        "xl/printerSettings/printerSettings1.bin",
        "\0\1\2 a printer's own",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings");
    relate(
        parts,
        sheet,
        "rId90",
        OFFICE + "printerSettings",
        "../printerSettings/printerSettings1.bin");
    put(parts, "customXml/item1.xml", XML + "<own xmlns=\"urn:own\">kept</own>", "application/xml");
    relate(
        parts,
        "xl/_rels/workbook.xml.rels",
        "rId93",
        OFFICE + "customXml",
        "../customXml/item1.xml");
  }

  private static void put(Map<String, byte[]> parts, String part, String content, String kind) {
    parts.put(part, content.getBytes(StandardCharsets.UTF_8));
    change(
        parts,
        "[Content_Types].xml",
        "</Types>",
        "<Override PartName=\"/" + part + "\" ContentType=\"" + kind + "\"/></Types>");
  }

  private static void relate(
      Map<String, byte[]> parts, String from, String id, String type, String target) {
    change(
        parts,
        from,
        "</Relationships>",
        "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/></Relationships>"
            .formatted(id, type, target));
  }

  private static void change(Map<String, byte[]> parts, String part, String old, String now) {
    String text = text(parts, part);
    assertThat(text).contains(old);
    parts.put(part, text.replace(old, now).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Map<String, byte[]> parts, String part) {
    return new String(parts.get(part), StandardCharsets.UTF_8);
  }

  @Test
  void theWorkbookHoldsEverything() throws IOException {
    assertThat(Journey.parts(before).keySet())
        .contains(
            "xl/charts/chart1.xml",
            "xl/drawings/drawing1.xml",
            "xl/drawings/vmlDrawing0.vml",
            "xl/media/image1.png",
            "xl/comments1.xml",
            "xl/threadedComments/threadedComment1.xml",
            "xl/persons/person.xml",
            "xl/pivotTables/pivotTable1.xml",
            "xl/pivotCache/pivotCacheDefinition1.xml",
            "xl/pivotCache/pivotCacheRecords1.xml",
            "xl/printerSettings/printerSettings1.bin",
            "customXml/item1.xml",
            "xl/vbaProject.bin");
    assertThat(text(Journey.parts(before), "xl/worksheets/sheet1.xml"))
        .contains("<conditionalFormatting", "<dataValidation ", "r:id=\"rId90\"");
    resolves(before);
  }

  @Test
  void completingLosesNoPartAndChangesOnlyWhatItMust() throws IOException, UnusableInput {
    Journey.Run run = Journey.complete(before, folder.resolve("after.xlsm"));

    Map<String, byte[]> was = Journey.parts(before);
    Map<String, byte[]> is = Journey.parts(run.after());
    assertThat(is.keySet()).containsAll(was.keySet());
    Set<String> changed = new TreeSet<>(was.keySet());
    changed.removeIf(part -> Arrays.equals(was.get(part), is.get(part)));
    assertThat(changed).isSubsetOf(WRITTEN).contains("xl/worksheets/sheet1.xml");
    assertThat(text(is, "xl/worksheets/sheet1.xml"))
        .contains("<drawing ", "<legacyDrawing ", "<dataValidation ", "r:id=\"rId90\"")
        .containsPattern("<formula>B2(>|&gt;)80</formula>");
    assertThat(SnapshotText.lines(Journey.snapshot(run.after())))
        .isEqualTo(
            SnapshotText.lines(Meaning.apply(Journey.snapshot(before), run.completed().plan())));
    resolves(run.after());
    opens(run.after());
  }

  @Test
  void aSecondRunGivesTheSameBytesAndRemovingGivesBackEveryPart()
      throws IOException, UnusableInput {
    Path after = Journey.complete(before, folder.resolve("after.xlsm")).after();

    Journey.Run again = Journey.complete(after, folder.resolve("again.xlsm"));
    Path back = Journey.remove(after, folder.resolve("back.xlsm"));

    assertThat(again.completed().plan().edits()).isEmpty();
    assertThat(again.after()).hasSameBinaryContentAs(after);
    assertThat(Sameness.differences(before, back)).isEmpty();
    resolves(back);
    opens(back);
  }

  /** Every relation inside the file leads to a part, and every part has a content type. */
  private static void resolves(Path file) throws IOException {
    Map<String, byte[]> parts = Journey.parts(file);
    String kinds = text(parts, "[Content_Types].xml");
    int relations = 0;
    for (String part : parts.keySet()) {
      String extension = part.substring(part.lastIndexOf('.') + 1);
      if (!part.equals("[Content_Types].xml")) {
        assertThat(kinds)
            .as(part)
            .containsAnyOf("PartName=\"/" + part + "\"", "Extension=\"" + extension + "\"");
      }
      if (!part.endsWith(".rels")) {
        continue;
      }
      URI source = URI.create("/" + part.replaceFirst("_rels/([^/]*)\\.rels$", "$1"));
      Matcher relation = Pattern.compile("<Relationship [^>]*>").matcher(text(parts, part));
      while (relation.find()) {
        if (!relation.group().contains("TargetMode=\"External\"")) {
          String target = relation.group().replaceFirst(".* Target=\"([^\"]*)\".*", "$1");
          assertThat(parts).containsKey(source.resolve(target).getPath().substring(1));
          relations++;
        }
      }
    }
    for (String named : overrides(kinds)) {
      assertThat(parts).containsKey(named);
    }
    assertThat(relations).isGreaterThan(10);
  }

  private static List<String> overrides(String kinds) {
    return Pattern.compile("PartName=\"/([^\"]*)\"")
        .matcher(kinds)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void opens(Path file) {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet figures = book.getSheet("Figures");
      assertThat(book.isMacroEnabled()).isTrue();
      assertThat(book.getAllPictures()).hasSize(1);
      assertThat(figures.getDrawingPatriarch().getCharts()).hasSize(1);
      assertThat(figures.getCellComments()).hasSize(1);
      assertThat(figures.getDataValidations()).hasSize(1);
      assertThat(book.getSheet("Pivot").getPivotTables()).hasSize(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
