package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.Severity;
import quarterday.review.Judge;
import quarterday.review.Review;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

/** The mistakes of four published reports are found in their cells, and nothing else is. */
class PublishedReportsTest {
  private static final Path PAGE = Path.of("src/site/markdown/published-mistakes.md");

  private static List<String> expected(String report) {
    return PublishedReport.rows("found").stream()
        .skip(1)
        .filter(row -> row.get(0).equals(report))
        .map(row -> row.get(2) + " " + row.get(3))
        .sorted()
        .toList();
  }

  private static List<Finding> found(Sketch... sheets) {
    Sketch measures =
        Sketch.sheet("Measures")
            .row("Measure", "Quarter rule", "Target")
            .row("Flexi time balance held by OPCC Staff", "Last value", 225);
    Snapshot snapshot = sheets[0].with(measures);
    KpiBook book = KpiReader.read(snapshot, Map.of());
    Review review = Judge.review(book).orElseThrow();
    return Stream.of(
            book.findings(),
            review.findings(),
            Checks.of(Subject.of(snapshot, book, review, LastReport.none())))
        .flatMap(List::stream)
        .filter(f -> f.severity() != Severity.ADVICE)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"december-2018", "quarter-two-2019-20", "quarter-one-2020-21", "force-2020-21"})
  void theMistakesInItsCellsAreFoundAndNothingElse(String report) {
    assertThat(
            found(PublishedReport.sheet(report)).stream()
                // Ratios without their parts, and rows that this workbook does not have.
                .filter(f -> !f.code().equals("R22") && !f.code().equals("R20"))
                .map(f -> f.code() + " " + f.cell())
                .sorted())
        .containsExactlyElementsOf(expected(report));
  }

  @Test
  void thePageNamesTheCodeOfEachMistakeThatIsFound() throws IOException {
    String page = Files.readString(PAGE);

    for (int number = 1; number <= 75; number++) {
      String id = "C%02d".formatted(number);
      assertThat(page).contains("\n| " + id + " |");
    }
    PublishedReport.rows("found").stream()
        .skip(1)
        .forEach(
            row ->
                assertThat(page.lines())
                    .as(row.get(1))
                    .anyMatch(
                        line ->
                            line.startsWith("| " + row.get(1) + " |")
                                && line.contains(row.get(2))));
  }
}
