package quarterday.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.UnusableInput;

class RefusalTest {
  @TempDir private Path folder;

  private UnusableInput refused(byte[] content) throws IOException {
    return refused(Files.write(folder.resolve("in.xlsx"), content), FileLimits.DEFAULT);
  }

  private UnusableInput refused(Parts parts) throws IOException {
    return refused(parts.zip());
  }

  private static UnusableInput refused(Path file, FileLimits limits) {
    UnusableInput refusal =
        catchThrowableOfType(
            UnusableInput.class,
            () -> {
              try (XlsxFile opened = XlsxFile.open(file, limits)) {
                opened.snapshot();
              }
            });
    assertThat(refusal).isNotNull();
    assertThat(refusal.sentence()).endsWith(".");
    assertThat(refusal.remedy()).endsWith(".");
    assertThat(refusal.getMessage()).isEqualTo(refusal.sentence() + " " + refusal.remedy());
    return refusal;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aMissingFileAFolderAndAnEmptyFileAreSaidToBeSo() throws IOException {
    assertThat(refused(folder.resolve("none.xlsx"), FileLimits.DEFAULT).code())
        .isEqualTo("file-missing");
    assertThat(refused(folder, FileLimits.DEFAULT).code()).isEqualTo("file-is-folder");
    assertThat(refused(new byte[0]).code()).isEqualTo("file-empty");
  }

  @Test
  void anOldWorkbookIsToldFromAProtectedOne() throws IOException {
    ByteArrayOutputStream xls = new ByteArrayOutputStream();
    try (org.apache.poi.hssf.usermodel.HSSFWorkbook workbook =
        new org.apache.poi.hssf.usermodel.HSSFWorkbook()) {
      workbook.createSheet("One");
      workbook.write(xls);
    }
    assertThat(refused(xls.toByteArray()).code()).isEqualTo("xls");

    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(InputStream.nullInputStream(), "EncryptedPackage");
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      assertThat(info.getEncryptionMode()).isEqualTo(EncryptionMode.agile);
      files.writeFilesystem(locked);
    }
    assertThat(refused(locked.toByteArray()).code()).isEqualTo("encrypted");

    ByteArrayOutputStream other = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(InputStream.nullInputStream(), "WordDocument");
      files.writeFilesystem(other);
    }
    assertThat(refused(other.toByteArray()).code()).isEqualTo("not-a-workbook");
  }

  @ParameterizedTest
  @CsvSource({
    "'Measure,Apr-20\nMeetings,351', csv",
    "'<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>', html",
    "'  <html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"></html>', html",
    "'<?xml version=\"1.0\"?><Workbook/>', xml",
    "'%PDF-1.7', not-a-workbook",
    "'\u0001\u0002\u0003\u0004', not-a-workbook",
    "'PK\u0003\u0004 and no more', damaged"
  })
  void otherContentIsNamedForWhatItIs(String content, String code) throws IOException {
    assertThat(refused(ascii(content)).code()).isEqualTo(code);
  }

  @Test
  void otherOfficeFilesAreNamedForWhatTheyAre() throws IOException {
    assertThat(
            refused(
                    Parts.workbook("One")
                        .change(
                            "[Content_Types].xml",
                            "spreadsheetml.sheet.main",
                            "wordprocessingml.document.main"))
                .sentence())
        .contains("Word");
    assertThat(
            refused(
                    Parts.workbook("One")
                        .change(
                            "[Content_Types].xml",
                            "spreadsheetml.sheet.main",
                            "presentationml.presentation.main"))
                .sentence())
        .contains("PowerPoint");
    assertThat(
            refused(
                    Parts.workbook("One")
                        .change(
                            "[Content_Types].xml",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                            "application/vnd.ms-excel.sheet.binary.macroEnabled.main"))
                .code())
        .isEqualTo("xlsb");
    assertThat(
            refused(
                    Parts.workbook("One")
                        .change("[Content_Types].xml", "sheet.main", "template.main"))
                .code())
        .isEqualTo("template");
    assertThat(
            refused(
                    new Parts()
                        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .with("content.xml", "<x/>"))
                .code())
        .isEqualTo("ods");
    assertThat(refused(new Parts().with("readme.txt", "hello")).code()).isEqualTo("not-a-workbook");
  }

  @Test
  void theStrictVariantIsRefused() throws IOException {
    String strict = "http://purl.oclc.org/ooxml/";
    assertThat(
            refused(
                    Parts.workbook("One")
                        .change(
                            "_rels/.rels",
                            "http://schemas.openxmlformats.org/officeDocument/2006/",
                            strict + "officeDocument/"))
                .code())
        .isEqualTo("strict-ooxml");
    assertThat(
            refused(
                    Parts.workbook("One")
                        .change("xl/workbook.xml", Parts.MAIN, strict + "spreadsheetml/main"))
                .code())
        .isEqualTo("strict-ooxml");
  }

  @Test
  void aCutFileIsDamagedWhereverItIsCut() throws IOException {
    byte[] whole = Parts.sheet("<sheetData/>").zip();
    for (int length : new int[] {10, whole.length / 2, whole.length - 30, whole.length - 1}) {
      assertThat(refused(Arrays.copyOf(whole, length)).code()).isEqualTo("damaged");
    }
  }

  @Test
  void aChangedByteInAnyPartIsNoticed() throws IOException {
    Parts parts =
        Parts.workbook("One").with("xl/media/image1.png", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    byte[] whole = parts.zip();
    String bytes = new String(whole, StandardCharsets.ISO_8859_1);
    int place = bytes.indexOf("image1.png") + "image1.png".length() + 4;
    whole[place] ^= 0x55;
    assertThat(refused(whole).code()).isEqualTo("damaged");
  }

  @Test
  void whatIsNotWellFormedIsDamagedAndSaysWhere() throws IOException {
    UnusableInput refusal = refused(Parts.sheet("<sheetData><row></sheetData>"));
    assertThat(refusal.code()).isEqualTo("damaged");
    assertThat(refusal.sentence()).contains("xl/worksheets/sheet1.xml");
    assertThat(refused(Parts.workbook("One").with("xl/workbook.xml", "")).code())
        .isEqualTo("damaged");
  }

  @Test
  void entitiesAreNeverExpanded() throws IOException {
    UnusableInput refusal =
        refused(
            Parts.workbook("One")
                .with(
                    "xl/worksheets/sheet1.xml",
                    "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet xmlns=\""
                        + Parts.MAIN
                        + "\"><sheetData/>&b;</worksheet>"));
    assertThat(refusal.code()).isEqualTo("document-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.xml", "xl/../../evil.xml", "/xl/a/../../b", "C:/x", "..\\evil"})
  void namesThatLeadOutsideAreRefused(String name) throws IOException {
    assertThat(refused(Parts.workbook("One").with(name, "x")).code()).isEqualTo("unsafe-name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"A0\"><v>1</v></c>",
        "<c r=\"ZZZZ1\"><v>1</v></c>",
        "<c r=\"A1\" s=\"x\"><v>1</v></c>",
        "<c r=\"A1\" t=\"s\"><v>7</v></c>",
        "<c r=\"A1\" t=\"s\"><v>x</v></c>",
        "<c r=\"A1\"><f t=\"shared\" si=\"3\"/></c>",
        "<c r=\"A1\"><v><v/></v></c>"
      })
  void cellsThatMakeNoSenseAreDamage(String cell) throws IOException {
    assertThat(
            refused(Parts.sheet("<sheetData><row r=\"1\">" + cell + "</row></sheetData>")).code())
        .isEqualTo("damaged");
  }

  @Test
  void everyLimitIsSaidWithItsFigure() throws IOException {
    Path file =
        Parts.sheet(
                "<sheetData><row><c><v>1</v></c><c t=\"str\"><v>abcdef</v></c></row></sheetData>")
            .save(folder.resolve("small.xlsx"));
    FileLimits good = FileLimits.DEFAULT;
    assertThat(refused(file, new FileLimits(100, 1 << 20, 200, 99, 9, 99, 99, 64)).code())
        .isEqualTo("limit-file-bytes");
    assertThat(refused(file, new FileLimits(1 << 20, 99, 200, 99, 9, 99, 99, 64)).code())
        .isEqualTo("limit-unpacked-bytes");
    assertThat(refused(file, new FileLimits(1 << 20, 1 << 20, 200, 2, 9, 99, 99, 64)).code())
        .isEqualTo("limit-parts");
    assertThat(refused(file, new FileLimits(1 << 20, 1 << 20, 200, 99, 0, 99, 99, 64)).code())
        .isEqualTo("limit-sheets");
    assertThat(refused(file, new FileLimits(1 << 20, 1 << 20, 200, 99, 9, 1, 99, 64)).code())
        .isEqualTo("limit-cells");
    assertThat(refused(file, new FileLimits(1 << 20, 1 << 20, 200, 99, 9, 9, 5, 64)).code())
        .isEqualTo("limit-characters-of-text");
    assertThat(refused(file, new FileLimits(1 << 20, 1 << 20, 200, 99, 9, 9, 9, 3)).code())
        .isEqualTo("limit-nested-elements");
    assertThat(good.cells()).isEqualTo(20_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c t=\"inlineStr\"><is><t>#</t></is></c>",
        "<c t=\"inlineStr\"><is><r><t>#</t></r><r><t>#</t></r></is></c>",
        "<c t=\"str\"><v>#</v></c>",
        "<c><f>#</f></c>"
      })
  void noCellHoldsMoreThanExcelLetsItHold(String cell) throws IOException {
    int pieces = cell.split("#", -1).length - 1;
    String most = "a".repeat(32_767 / pieces);

    assertThat(
            refused(
                    Parts.sheet(
                        "<sheetData><row>" + cell.replace("#", most + "a") + "</row></sheetData>"))
                .code())
        .isEqualTo("limit-cell-text");
    Path file =
        Parts.sheet("<sheetData><row>" + cell.replace("#", most) + "</row></sheetData>")
            .save(folder.resolve("most.xlsx"));
    assertThat(catchThrowableOfType(UnusableInput.class, () -> XlsxFile.read(file))).isNull();
  }

  @Test
  void aSharedFormulaCountsInEveryCellThatSharesIt() throws IOException {
    String master =
        "<row><c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">B1+B1+B1+B1</f></c></row>";
    String other = "<row><c><f t=\"shared\" si=\"0\"/></c></row>";
    Path file =
        Parts.sheet("<sheetData>" + master + other.repeat(8) + "</sheetData>")
            .save(folder.resolve("shared.xlsx"));

    assertThat(refused(file, new FileLimits(1 << 20, 1 << 20, 200, 99, 9, 99, 90, 64)).code())
        .isEqualTo("limit-characters-of-text");
  }

  @Test
  void aLongTextCountsInEveryCellThatShowsIt() throws IOException {
    String cell = "<c t=\"s\"><v>0</v></c>";
    Parts parts = Parts.sheet("<sheetData><row>" + cell.repeat(9) + "</row></sheetData>");
    parts.with(
        "xl/_rels/workbook.xml.rels",
        parts
            .text("xl/_rels/workbook.xml.rels")
            .replace(
                "</Rel", Parts.relation("rId9", "sharedStrings", "sharedStrings.xml") + "</Rel"));
    parts.with(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"" + Parts.MAIN + "\"><si><t>" + "a".repeat(99) + "</t></si></sst>");
    Path file = parts.save(folder.resolve("shown.xlsx"));

    assertThat(catchThrowableOfType(UnusableInput.class, () -> XlsxFile.read(file))).isNull();
    parts.with(
        "xl/worksheets/sheet1.xml",
        parts.text("xl/worksheets/sheet1.xml").replace(cell, cell.repeat(2)));
    Path more = parts.save(folder.resolve("more.xlsx"));
    assertThat(refused(more, new FileLimits(1 << 20, 1 << 20, 200, 99, 9, 99, 99, 64)).code())
        .isEqualTo("limit-characters-in-all-cells");
  }

  @Test
  void namesOfSheetsAndNumberFormatsHaveABound() throws IOException {
    Parts named = Parts.workbook("One");
    assertThat(
            refused(
                    named.with(
                        "xl/workbook.xml",
                        named.text("xl/workbook.xml").replace("One", "n".repeat(256))))
                .code())
        .isEqualTo("damaged");

    Parts formatted = Parts.workbook("One");
    formatted.with(
        "xl/_rels/workbook.xml.rels",
        formatted
            .text("xl/_rels/workbook.xml.rels")
            .replace("</Rel", Parts.relation("rId9", "styles", "styles.xml") + "</Rel"));
    String styles = "<styleSheet xmlns=\"" + Parts.MAIN + "\"><numFmts><numFmt numFmtId=\"200\"";
    String format = " formatCode=\"" + "[".repeat(513) + "\"/></numFmts></styleSheet>";
    assertThat(refused(formatted.with("xl/styles.xml", styles + format)).sentence())
        .contains("number format of 513 characters");
  }

  @Test
  void aBombIsRefusedBeforeItIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 20; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    UnusableInput refusal = refused(bytes.toByteArray());
    assertThat(refusal.code()).isEqualTo("limit-unpacked-bytes-for-each-packed-byte");
    assertThat(refusal.sentence()).contains("200");
  }

  @Test
  void noBytesWhateverMakeAnythingButARefusalOrAWorkbook() throws IOException {
    byte[] whole =
        Parts.sheet(
                "<cols><col min=\"1\" max=\"3\" width=\"9\"/></cols><sheetData><row r=\"1\">"
                    + "<c r=\"A1\"><v>1</v></c></row></sheetData>"
                    + "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
            .zip();
    Random random = new Random(7);
    int read = 0;
    for (int round = 0; round < 400; round++) {
      byte[] broken = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("broken.xlsx"), broken);
      try (XlsxFile opened = XlsxFile.open(file)) {
        opened.snapshot();
        read++;
      } catch (UnusableInput e) {
        assertThat(e.code()).isNotEmpty();
      }
    }
    assertThat(read).isLessThan(400);
  }

  @Test
  void noTextWhateverInAPartMakesAnythingButARefusalOrAWorkbook() throws IOException {
    Parts parts =
        Parts.sheet(
            "<cols><col min=\"1\" max=\"3\" width=\"9\"/></cols><sheetData><row r=\"1\">"
                + "<c r=\"A1\" s=\"0\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">B1</f><v>1</v></c>"
                + "</row><row r=\"2\"><c r=\"A2\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>1</v></c>"
                + "</row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>");
    Random random = new Random(11);
    String pool = "9876543210-\"<>/&; AZa\u0001:";
    for (String name : parts.all().keySet().toArray(new String[0])) {
      String text = parts.text(name);
      for (int round = 0; round < 80; round++) {
        StringBuilder broken = new StringBuilder(text);
        for (int change = random.nextInt(3); change >= 0; change--) {
          broken.setCharAt(
              random.nextInt(broken.length()), pool.charAt(random.nextInt(pool.length())));
        }
        Path file = parts.with(name, broken.toString()).save(folder.resolve("broken.xlsx"));
        try (XlsxFile opened = XlsxFile.open(file)) {
          assertThat(opened.snapshot().sheets()).isNotEmpty();
        } catch (UnusableInput e) {
          assertThat(e.code()).isNotEmpty();
        }
      }
      parts.with(name, text);
    }
  }
}
