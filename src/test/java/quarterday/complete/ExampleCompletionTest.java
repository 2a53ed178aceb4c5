package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;
import quarterday.sheet.Snapshot;
import quarterday.xlsx.XlsxFile;

class ExampleCompletionTest {
  private static final Path EXAMPLE = Path.of("workbook-templates", "opcc-kpi-example.xlsx");

  @Test
  void completingTheCompletedExampleChangesNothing() throws Exception {
    try (XlsxFile file = XlsxFile.open(EXAMPLE)) {
      Snapshot before = file.snapshot();
      Completed first = Completion.complete(before, Map.of(), "test");
      if (System.getenv("SHOW") != null) {
        for (Finding f : first.findings()) {
          System.out.println(f);
        }
        for (MeasureReview m : first.review().measures()) {
          System.out.println(
              m.measure().name() + " | " + m.exception() + " | " + m.why() + " | " + m.sentence());
        }
      }
      Snapshot after = Meaning.apply(before, first.plan());
      Completed second = Completion.complete(after, Map.of(), "test");
      assertThat(second.plan().edits()).isEmpty();
    }
  }
}
