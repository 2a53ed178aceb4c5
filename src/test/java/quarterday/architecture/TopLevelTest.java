package quarterday.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
          "pom.xml",
          "src",
          "workbook-templates");

  @Test
  void theTopLevelHoldsTheHouseAndNothingElse() {
    List<String> found = new ArrayList<>(Repository.topLevel());
    // The manifest comes with the add-in, and git keeps no empty directory for it.
    found.remove("manifest");

    assertThat(found).containsExactlyElementsOf(NEEDED);
  }
}
