package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Rule;

/** Every code has its page, and no page is for no code. */
class HelpPagesTest {
  private static final Path PAGES = Path.of("src/site/markdown/checks");

  /** What is only ever asked, on the Checks sheet. */
  private static final Map<String, String> PROMPTS =
      Map.of("V52", "Overall statement fits the exceptions");

  static Map<String, String> titles() {
    Map<String, String> titles = new TreeMap<>(PROMPTS);
    Stream.<Rule>concat(Stream.of(ReadingRule.values()), Stream.of(CheckRule.values()))
        .forEach(rule -> titles.put(rule.code(), rule.title()));
    return titles;
  }

  static Set<String> codes() {
    return titles().keySet();
  }

  @Test
  void thereIsAPageForEachCodeAndForNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".md", ""))
              .filter(name -> !name.equals("index"))
              .collect(Collectors.toSet());
      assertThat(names).isEqualTo(codes());
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aPageHasItsTitleAMeaningAnExampleAndARemedy(String code) throws IOException {
    String page = Files.readString(PAGES.resolve(code + ".md"));

    assertThat(page).startsWith("# " + code + ": " + titles().get(code) + "\n");
    for (String heading : new String[] {"What it means", "Example", "What to do"}) {
      int at = page.indexOf("\n## " + heading + "\n\n");
      assertThat(at).as(heading).isPositive();
      assertThat(page.substring(at).lines().skip(3).findFirst()).as(heading).isPresent();
    }
    assertThat(page.lines().count()).isBetween(8L, 22L);
  }

  @Test
  void theIndexLinksEachPageUnderItsTitle() throws IOException {
    String index = Files.readString(PAGES.resolve("index.md"));

    titles()
        .forEach(
            (code, title) ->
                assertThat(index).contains("| [" + code + "](" + code + ".md) | " + title + " |"));
  }
}
