package quarterday.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsTest {
  private static final Path DOCS = Repository.ROOT.resolve("src/site/markdown");
  private static final List<Path> PAGES =
      Repository.files().stream()
          .filter(file -> file.startsWith(DOCS) && file.toString().endsWith(".md"))
          .toList();

  @Test
  void everyLinkOfEveryPageLeadsToAFile() {
    assertThat(PAGES)
        .isNotEmpty()
        .allSatisfy(
            page ->
                assertThat(links(page))
                    .allSatisfy(link -> assertThat(Files.exists(link)).as("%s", link).isTrue()));
  }

  @Test
  void everyPageIsListedInItsContents() {
    List<Path> listed =
        PAGES.stream()
            .filter(page -> page.endsWith("index.md"))
            .flatMap(contents -> links(contents).stream())
            .toList();

    assertThat(PAGES).filteredOn(page -> !page.equals(DOCS.resolve("index.md"))).isSubsetOf(listed);
  }

  @Test
  void everyDecisionSaysWhatWhyAndWhatFollows() {
    assertThat(PAGES)
        .filteredOn(page -> page.getParent().endsWith("decisions") && !page.endsWith("index.md"))
        .isNotEmpty()
        .allSatisfy(
            page ->
                assertThat(Repository.text(page).lines().filter(line -> line.startsWith("#")))
                    .hasSize(4)
                    .endsWith("## Decision", "## Why", "## Consequences"));
  }

  private static List<Path> links(Path page) {
    return Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)")
        .matcher(Repository.text(page))
        .results()
        .map(found -> page.resolveSibling(found.group(1)).normalize())
        .toList();
  }
}
