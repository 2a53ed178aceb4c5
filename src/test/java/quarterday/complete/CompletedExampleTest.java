package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quarterday.complete.CompletedWorkbook.number;
import static quarterday.complete.CompletedWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.cli.Quarterday;
import quarterday.libreoffice.LibreOffice;
import quarterday.libreoffice.Recalculated;
import quarterday.xlsx.Validity;

/** The worked example, completed by the command line, holds the published comparisons. */
class CompletedExampleTest {
  private static final Path EXAMPLE = Path.of("workbook-templates", "opcc-kpi-example.xlsx");

  @TempDir private static Path folder;

  private static Path latest;
  private static Path second;

  @BeforeAll
  static void complete() {
    latest = CompletedWorkbook.of(EXAMPLE, folder.resolve("latest.xlsx"));
    second = CompletedWorkbook.of(EXAMPLE, folder.resolve("second.xlsx"), "--period", "2019/20 Q2");
  }

  @ParameterizedTest
  @CsvSource({
    "Executive Support, Emails received, 1515, 1096, 419, 0.382",
    "Executive Support, Commissioner meetings, 351, 292, 59, 0.202",
    "Engagement, Engagement events: Commissioner, 6, 24, -18, -0.75",
    "Engagement, Engagement hours: Commissioner and Deputy, 10.5, 60.0, -49.5, -0.825",
    "Engagement, Tweets sent, 95, 108, -13, -0.12",
    "Engagement, Website hits (views), 18444, 23138, -4694, -0.203",
  })
  void publishedComparisonsWithThePreviousQuarterAreInTheSheetByFormula(
      String sheet, String measure, double now, double then, double change, double percent)
      throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(latest))) {
      Map<String, Cell> row = row(book, sheet, measure);
      assertThat(number(row, "This quarter")).isEqualTo(now, within(1e-9));
      assertThat(number(row, "Previous quarter")).isEqualTo(then, within(1e-9));
      assertThat(number(row, "Change on previous quarter")).isEqualTo(change, within(1e-9));
      assertThat(number(row, "% change on previous quarter")).isEqualTo(percent, within(0.0006));
    }
  }

  @Test
  void publishedComparisonsWithLastYearAreInTheSheetByFormula() throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(latest))) {
      Map<String, Cell> searches = row(book, "Force extract", "Stop and searches");
      assertThat(number(searches, "This quarter")).isEqualTo(1933, within(1e-9));
      assertThat(number(searches, "Same quarter last year")).isEqualTo(961, within(1e-9));
      assertThat(number(searches, "Change on same quarter last year")).isEqualTo(972, within(1e-9));
      assertThat(number(searches, "% change on same quarter last year"))
          .isEqualTo(1.011, within(0.0006));
      Map<String, Cell> homicides = row(book, "Force extract", "Homicides");
      assertThat(number(homicides, "Change on same quarter last year")).isEqualTo(1, within(1e-9));
      assertThat(homicides.get("% change on same quarter last year").getStringCellValue())
          .isEqualTo("n/a, under 20");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "latest, Correspondence answered on time (per cent), 83, 86",
    "latest, Invitations accepted (per cent), 11, 21",
    "second, Correspondence answered on time (per cent), 118, 158",
    "second, Invitations accepted (per cent), 45, 122",
    "second, Staff with an open PDR, 9, 12",
  })
  void publishedPercentagesAreRatiosOfTheirParts(
      String which, String measure, double part, double whole) throws Exception {
    Path file = which.equals("latest") ? latest : second;
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      Map<String, Cell> row = row(book, "Executive Support", measure);
      assertThat(number(row, "This quarter")).isEqualTo(part / whole, within(1e-9));
    }
  }

  @Test
  void aPercentageChangesInPointsAndHasNoPerCentOfPerCent() throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(latest))) {
      Map<String, Cell> row =
          row(book, "Executive Support", "Correspondence answered on time (per cent)");
      double points = (number(row, "This quarter") - number(row, "Previous quarter")) * 100;
      assertThat(number(row, "Change on previous quarter")).isEqualTo(points, within(1e-9));
      assertThat(row.get("% change on previous quarter").getStringCellValue()).isEqualTo("[z]");
    }
  }

  @Test
  void everyPartIsValidByTheSchemas() throws Exception {
    Validity.require(latest);
    Validity.require(second);
  }

  @Test
  void aPeriodWithoutAnyFigureIsRefused() {
    StringWriter said = new StringWriter();
    Path target = folder.resolve("empty.xlsx");
    int exit =
        Quarterday.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(said),
            new PrintWriter(said),
            "complete",
            EXAMPLE.toString(),
            "-o",
            target.toString(),
            "--period",
            "2031/32 Q1");
    assertThat(exit).isEqualTo(2);
    assertThat(said.toString().lines()).hasSize(1);
    assertThat(said.toString()).contains("2031/32 Q1");
    assertThat(target).doesNotExist();
  }

  @Test
  void libreOfficeComputesEveryFormulaTheSame(@TempDir Path office) throws Exception {
    LibreOffice libreOffice = LibreOffice.in(office);
    assertThat(Recalculated.formulas(latest)).isGreaterThan(5_000);
    assertThat(Recalculated.compare(libreOffice, latest)).isEmpty();
    assertThat(Recalculated.compare(libreOffice, second)).isEmpty();
  }
}
