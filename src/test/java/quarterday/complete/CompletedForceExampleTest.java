package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.complete.CompletedWorkbook.number;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import quarterday.cli.Quarterday;
import quarterday.libreoffice.LibreOffice;
import quarterday.libreoffice.Recalculated;
import quarterday.xlsx.Validity;

/** The force's worked example, completed, holds the published limits, changes and states. */
class CompletedForceExampleTest {
  private static final String RESOURCES = "/quarterday/templates/force/";
  private static final Path EXAMPLE =
      Path.of("workbook-templates", "force-performance-example.xlsx");
  private static final Path BLANK = Path.of("workbook-templates", "force-performance.xlsx");
  private static final String NOW = "2020/21 Q1";

  @TempDir private static Path folder;

  private static Path latest;
  private static Path earlier;
  private static XSSFWorkbook latestBook;
  private static XSSFWorkbook earlierBook;
  private static JsonArray findings;
  private static final Map<String, JsonObject> REVIEWED = new HashMap<>();

  @BeforeAll
  static void complete() throws IOException {
    Path json = folder.resolve("review.json");
    latest =
        CompletedWorkbook.of(EXAMPLE, folder.resolve("latest.xlsx"), "--json", json.toString());
    earlier =
        CompletedWorkbook.of(EXAMPLE, folder.resolve("earlier.xlsx"), "--period", "2019/20 Q4");
    latestBook = open(latest);
    earlierBook = open(earlier);
    try (Reader in = Files.newBufferedReader(json)) {
      JsonObject all = JsonParser.parseReader(in).getAsJsonObject();
      findings = all.getAsJsonArray("findings");
      JsonObject review = all.getAsJsonObject("review");
      assertThat(review.get("period").getAsString()).isEqualTo(NOW);
      for (JsonElement measure : review.getAsJsonArray("measures")) {
        REVIEWED.put(text(measure, "id"), measure.getAsJsonObject());
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    latestBook.close();
    earlierBook.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = RESOURCES + "limits.csv", numLinesToSkip = 1)
  void thePublishedLimitsAreInTheSheetByFormula(
      String id, String upper, String mean, String lower) {
    Map<String, Cell> row = row(latestBook, id);
    assertShown(number(row, "Upper limit"), upper);
    assertShown(number(row, "Mean"), mean);
    assertShown(number(row, "Lower limit"), lower);
  }

  @ParameterizedTest
  @CsvFileSource(resources = RESOURCES + "changes.csv", numLinesToSkip = 1)
  void thePublishedChangesAreInTheSheetByFormula(
      String id, String period, String than, String change, String perCent) {
    Map<String, Cell> row = row(period.equals(NOW) ? latestBook : earlierBook, id);
    boolean previous = than.equals("2019/20 Q4");
    String basis = previous ? "previous quarter" : "same quarter last year";
    assertShown(number(row, "Change on " + basis), change);
    if (perCent != null) {
      assertShown(number(row, "% change on " + basis) * 100, perCent);
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = RESOURCES + "states.csv", numLinesToSkip = 1)
  void thePublishedStatesAreFound(
      String id, String state, String rule, String side, String from, String to) {
    JsonObject measure = REVIEWED.get(id);
    assertThat(text(measure, "state")).isEqualTo(state);
    JsonArray rules = measure.getAsJsonArray("rules");
    if (rule == null) {
      assertThat(rules).isEmpty();
    } else {
      assertThat(rules.get(0).getAsJsonObject().asMap())
          .containsEntry("rule", new JsonPrimitive(rule))
          .containsEntry("side", new JsonPrimitive(side))
          .containsEntry("from", new JsonPrimitive(from))
          .containsEntry("to", new JsonPrimitive(to));
    }
  }

  @Test
  void noMeasureStandsOutThatDidNotInThePublishedReport() {
    assertThat(REVIEWED.values())
        .filteredOn(measure -> !text(measure, "state").equals("stable"))
        .extracting(measure -> text(measure, "id"))
        .containsExactlyInAnyOrder(
            "F-101", "F-ASB", "F-VWI", "F-VWOI", "F-SH", "F-HATE", "F-O16", "F-SS");
  }

  @Test
  void knifeOffencesHaveTheirLimitsFromTheRecordedResetOn() {
    assertThat(REVIEWED.get("F-KNIFE").get("points").getAsInt()).isEqualTo(15);
    assertThat(REVIEWED.get("F-CRIME").get("points").getAsInt()).isEqualTo(45);
  }

  @Test
  void homicidesHaveAChangeAndNoPerCent() {
    Map<String, Cell> row = row(latestBook, "F-HOM");
    assertThat(number(row, "This quarter")).isEqualTo(3);
    assertThat(number(row, "Change on same quarter last year")).isEqualTo(1);
    assertThat(row.get("% change on same quarter last year").getStringCellValue())
        .isEqualTo("n/a, under 20");
  }

  @Test
  void onlyAdviceIsGiven() {
    assertThat(findings)
        .isNotEmpty()
        .allMatch(finding -> text(finding, "severity").equals("advice"));
  }

  @Test
  void theBlankWorkbookIsRefusedInOneSentenceBecauseItHasNoFigures() {
    StringWriter said = new StringWriter();
    Path target = folder.resolve("blank.xlsx");
    int exit =
        Quarterday.run(
            InputStream.nullInputStream(),
            new PrintWriter(said),
            new PrintWriter(said),
            "complete",
            BLANK.toString(),
            "-o",
            target.toString());
    assertThat(exit).isEqualTo(2);
    assertThat(said.toString().lines())
        .containsExactly(
            "The measures in this workbook have no figures yet. Fill in at least one month, then"
                + " complete it.");
    assertThat(target).doesNotExist();
  }

  @Test
  void everyPartIsValidByTheSchemas() throws Exception {
    Validity.require(latest);
    Validity.require(earlier);
  }

  @Test
  void libreOfficeComputesEveryFormulaTheSame(@TempDir Path office) throws Exception {
    LibreOffice libreOffice = LibreOffice.in(office);
    assertThat(Recalculated.formulas(latest)).isGreaterThan(5_000);
    assertThat(Recalculated.compare(libreOffice, latest)).isEmpty();
    assertThat(Recalculated.compare(libreOffice, earlier)).isEmpty();
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  /** The results of the measure that the sheet Measures has under this id. */
  private static Map<String, Cell> row(XSSFWorkbook book, String id) {
    for (Row row : book.getSheet("Measures")) {
      if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(id)) {
        String name = row.getCell(2).getStringCellValue();
        return CompletedWorkbook.row(book, row.getCell(3).getStringCellValue(), name);
      }
    }
    throw new AssertionError("No measure " + id);
  }

  private static String text(JsonElement object, String name) {
    return object.getAsJsonObject().get(name).getAsString();
  }

  /**
   * Compares with a figure as it was printed, rounded half up; nothing is expected where none was.
   */
  private static void assertShown(double value, String printed) {
    if (printed != null) {
      BigDecimal number = new BigDecimal(printed.replace("%", ""));
      BigDecimal exact = BigDecimal.valueOf(printed.endsWith("%") ? value * 100 : value);
      assertThat(exact.setScale(number.scale(), RoundingMode.HALF_UP)).isEqualTo(number);
    }
  }
}
