package quarterday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  private static final String EXAMPLE = "workbook-templates/opcc-kpi-example.xlsx";

  @TempDir private Path folder;

  private record Said(int exit, String out, String err) {}

  private static Said run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Quarterday.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            List.of(args).stream().map(String::valueOf).toArray(String[]::new));
    return new Said(exit, out.toString(), err.toString());
  }

  /** A workbook with one measure, whose name looks like a formula, over six months. */
  private Path workbook(String file, Object... figures) throws IOException {
    Path path = folder.resolve(file);
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(path)) {
      XSSFSheet sheet = book.createSheet("Data");
      XSSFRow head = sheet.createRow(0);
      XSSFRow row = sheet.createRow(1);
      head.createCell(0).setCellValue("Measure");
      row.createCell(0).setCellValue("=Visits, in \"town\"");
      for (int i = 0; i < figures.length; i++) {
        head.createCell(i + 1).setCellValue("2020-%02d".formatted(i + 1));
        row.createCell(i + 1).setCellValue(((Number) figures[i]).doubleValue());
      }
      book.write(out);
    }
    return path;
  }

  @Test
  void errorsComeFirstWithTheirPlaceAndTheExitSaysSo() throws IOException {
    Said said = run("check", workbook("wrong.xlsx", 10, 11, 12, 9, -9, 11));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines().skip(1).filter(line -> !line.isBlank()))
        .startsWith("Errors")
        .anyMatch(line -> line.startsWith("  V08 Data!F2: "));
    assertThat(said.out()).contains("1 error");
  }

  @Test
  void theExampleHasNoErrorsAndNoWarnings() {
    Said said = run("check", EXAMPLE);

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("no errors, no warnings");
  }

  @Test
  void asJsonThereAreFindingsAndReview() throws IOException {
    Said said = run("check", "--format", "json", workbook("wrong.xlsx", 10, 11, 12, 9, -9, 11));
    JsonObject json = JsonParser.parseString(said.out()).getAsJsonObject();

    assertThat(json.keySet()).containsExactly("findings", "review");
    JsonObject first = json.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(first.get("code").getAsString()).isEqualTo("V08");
    assertThat(first.get("cell").getAsString()).isEqualTo("F2");
    assertThat(json.getAsJsonObject("review").get("period").getAsString()).isEqualTo("2020/21 Q1");
  }

  @Test
  void severalWorkbooksAreAListAndTheWorstExitWins() throws IOException {
    Path wrong = workbook("wrong.xlsx", 10, 11, 12, 9, -9, 11);
    Path sound = workbook("sound.xlsx", 10, 11, 12, 9, 9, 11);

    Said said = run("check", "--format=json", sound, wrong);
    JsonArray json = JsonParser.parseString(said.out()).getAsJsonArray();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(json).hasSize(2);
    assertThat(json.get(1).getAsJsonObject().get("file").getAsString()).isEqualTo(wrong.toString());
    assertThat(run("check", sound, wrong, folder.resolve("none.xlsx")).exit()).isEqualTo(2);
  }

  @Test
  void asCsvNothingIsTakenForAFormula() throws IOException {
    Said said = run("check", "--format", "csv", workbook("wrong.xlsx", 10, 11, 12, 9, -9, 11));
    try (CSVParser rows =
        CSVParser.parse(
            new StringReader(said.out()),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      CSVRecord first = rows.getRecords().get(0);
      assertThat(first.get("code")).isEqualTo("V08");
      assertThat(first.get("measure")).isEqualTo("'=Visits, in \"town\"");
      assertThat(first.get("message")).startsWith("'=Visits");
    }
  }

  @Test
  void aCodeIsExplained() {
    assertThat(run("check", "--explain", "v21").out())
        .startsWith("# V21: KPI numbers are unique")
        .contains("## What to do");
  }

  @ParameterizedTest
  @ValueSource(strings = {"V99", "../V21", "R", "index"})
  void aCodeThatIsNoneIsSaidSo(String code) {
    Said said = run("check", "--explain", code);

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("There is no code");
  }

  @Test
  void withoutAWorkbookThereIsNothingToCheck() {
    assertThat(run("check").exit()).isEqualTo(2);
    assertThat(run("check", workbookOfWords()).exit()).isEqualTo(2);
  }

  private Path workbookOfWords() {
    Path path = folder.resolve("words.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(path)) {
      book.createSheet("Notes").createRow(0).createCell(0).setCellValue("Only words");
      book.write(out);
      return path;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
