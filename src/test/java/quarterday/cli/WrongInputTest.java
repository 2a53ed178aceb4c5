package quarterday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be used is refused in one line, and leaves nothing behind. */
class WrongInputTest {
  @TempDir private Path folder;

  private record Said(int exit, String out, String err) {
    List<String> lines() {
      return err.lines().toList();
    }
  }

  private static Said run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Quarterday.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    return new Said(exit, out.toString(), err.toString());
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.concat(
        Stream.of(
            Arguments.of("no-table.xlsx", xlsx("Notes", "Only words"), "no table of measures"),
            Arguments.of(
                "no-rows.xlsx", xlsx("Measure", "Apr-20", "May-20"), "no table of measures")),
        unreadableFiles());
  }

  static Stream<Arguments> unreadableFiles() {
    return Stream.of(
        Arguments.of("old.xls", xls(), ".xls"),
        Arguments.of("renamed-old.xlsx", xls(), ".xls"),
        Arguments.of("binary.xlsb", xlsb(), ".xlsb"),
        Arguments.of("open.ods", ods(), ".ods"),
        Arguments.of(
            "plain.csv", "Measure,Apr-20\nLetters,12\n".getBytes(StandardCharsets.UTF_8), ".csv"),
        Arguments.of(
            "renamed.xlsx",
            "Measure,Apr-20\nLetters,12\n".getBytes(StandardCharsets.UTF_8),
            ".csv"),
        Arguments.of(
            "renamed-page.xlsx",
            "<html><table></table></html>".getBytes(StandardCharsets.UTF_8),
            "web page"),
        Arguments.of("encrypted.xlsx", encrypted(), "password"),
        Arguments.of("truncated.xlsx", truncated(), "damaged"),
        Arguments.of("empty.xlsx", new byte[0], "empty"),
        Arguments.of("not-a-zip.xlsx", noise(), "not a workbook"),
        Arguments.of(
            "no-workbook.xlsx", zip(Map.of("a.txt", new byte[] {'a'})), "without a workbook"),
        Arguments.of("bomb.xlsx", bomb(), "limit"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFiles")
  void aWrongFileIsRefusedInOneLineAndLeavesNothingBehind(String name, byte[] content, String word)
      throws IOException {
    refuses("complete", Files.write(folder.resolve(name), content), word);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadableFiles")
  void nothingIsRemovedFromAFileThatCannotBeRead(String name, byte[] content, String word)
      throws IOException {
    refuses("remove", Files.write(folder.resolve(name), content), word);
  }

  private void refuses(String command, Path input, String word) throws IOException {
    byte[] content = Files.readAllBytes(input);

    Said said = run(command, input, "-o", folder.resolve("out.xlsx"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.lines()).singleElement().asString().contains(word).endsWith(".");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(input));
    assertThat(input).hasBinaryContent(content);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFiles")
  void aWrongFileIsNotChangedInPlace(String name, byte[] content, String word) throws IOException {
    Path input = Files.write(folder.resolve(name), content);

    Said said = run("complete", input, "--in-place");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.lines()).singleElement().asString().contains(word);
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(input));
    assertThat(input).hasBinaryContent(content);
  }

  @Test
  void aMissingFileIsRefused() {
    Said said = run("complete", folder.resolve("absent.xlsx"), "-o", folder.resolve("out.xlsx"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.lines()).singleElement().asString().contains("absent.xlsx");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theInputIsWrittenOverOnlyWhenAsked() throws IOException {
    Path input = Files.write(folder.resolve("good.xlsx"), good());
    byte[] before = Files.readAllBytes(input);

    Said refused = run("complete", input, "-o", input);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.lines()).singleElement().asString().contains("--in-place");
    assertThat(input).hasBinaryContent(before);

    assertThat(run("complete", input, "--in-place").exit()).isZero();
    assertThat(Files.readAllBytes(input)).isNotEqualTo(before);
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(input));
  }

  @Test
  void aWorkbookWithMacrosIsNotWrittenUnderANameThatExcelRefuses() throws IOException {
    Path input = Files.write(folder.resolve("macros.xlsm"), withMacros());

    Said said = run("complete", input, "-o", folder.resolve("out.xlsx"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.lines()).singleElement().asString().contains(".xlsm");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(input));
    assertThat(run("complete", input, "-o", folder.resolve("out.xlsm")).exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--set=Colour of the bicycle=red",
        "--set=Window months=many",
        "--set=nothing",
        "--period=Q1 2020",
        "--period=someday"
      })
  void anOptionThatCannotBeUsedIsRefused(String option) throws IOException {
    Path input = Files.write(folder.resolve("good.xlsx"), good());

    Said said = run("complete", input, "-o", folder.resolve("out.xlsx"), option);

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.lines()).singleElement().asString().endsWith(".");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(input));
  }

  @Test
  void anAmbiguousPeriodIsToldHowToBeWritten() throws IOException {
    Path input = Files.write(folder.resolve("good.xlsx"), good());

    assertThat(run("complete", input, "-o", folder.resolve("o.xlsx"), "--period", "Q1 2020").err())
        .contains("Q1 2020")
        .contains("2020/21 Q1");
  }

  @Test
  void ofSeveralInputsTheGoodOnesAreDoneAndTheWorstExitWins() throws IOException {
    Path one = Files.write(folder.resolve("one.xlsx"), good());
    Path bad = Files.write(folder.resolve("bad.xlsx"), noise());
    Path two = Files.write(folder.resolve("two.xlsx"), good());
    Path out = folder.resolve("out");

    Said said = run("complete", one, bad, two, "-o", out + "/");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.lines()).hasSize(3);
    assertThat(said.lines().get(0)).contains("one.xlsx");
    assertThat(said.lines().get(1)).contains("bad.xlsx");
    assertThat(said.lines().get(2)).contains("two.xlsx");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("one.xlsx", "two.xlsx");
    }
    assertThat(bad).hasBinaryContent(noise());
  }

  private interface Filling {
    void fill(XSSFWorkbook book) throws IOException;
  }

  private static byte[] book(Filling filling) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      filling.fill(book);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] xlsx(String... cells) {
    return book(book -> row(book.createSheet("Sheet").createRow(0), (Object[]) cells));
  }

  private static byte[] good() {
    return book(WrongInputTest::table);
  }

  private static byte[] withMacros() {
    return book(
        book -> {
          book.setWorkbookType(XSSFWorkbookType.XLSM);
          book.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
          table(book);
        });
  }

  private static void table(XSSFWorkbook book) {
    XSSFSheet sheet = book.createSheet("Figures");
    row(sheet.createRow(0), "Measure", "Apr-20", "May-20", "Jun-20");
    row(sheet.createRow(1), "Letters", 12, 15, 11);
  }

  private static void row(Row row, Object... values) {
    for (Object value : values) {
      Cell cell = row.createCell(row.getPhysicalNumberOfCells());
      if (value instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue(value.toString());
      }
    }
  }

  private static byte[] xls() {
    try (HSSFWorkbook book = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      row(book.createSheet("Figures").createRow(0), "Measure", "Apr-20");
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encrypted() {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("open");
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(good());
      }
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] xlsb() {
    return zip(
        new TreeMap<>(
            Map.of(
                "[Content_Types].xml",
                ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8),
                "_rels/.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>")
                    .getBytes(StandardCharsets.UTF_8),
                "xl/workbook.bin",
                new byte[] {(byte) 0x83, 1, 0})));
  }

  private static byte[] ods() {
    return zip(
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] truncated() {
    byte[] whole = good();
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private static byte[] bomb() {
    return zip(Map.of("xl/worksheets/sheet1.xml", new byte[20 << 20]));
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
