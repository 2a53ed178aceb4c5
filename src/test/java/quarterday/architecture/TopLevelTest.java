package quarterday.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopLevelTest {
  private static final List<String> NEEDED =
      List.of(
          ".ci",
          ".editorconfig",
          ".gitignore",
          ".mvn",
          "LICENSE",
          "README.md",
          "manifest",
          "pom.xml",
          "src",
          "workbook-templates");

  @Test
  void theTopLevelHoldsTheHouseAndNothingElse() {
    assertThat(Repository.topLevel()).containsExactlyElementsOf(NEEDED);
  }
}
