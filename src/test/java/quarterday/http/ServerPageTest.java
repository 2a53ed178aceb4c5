package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServerPageTest {
  private static final Path PAGES = Path.of("src/site/markdown");

  /** Their defaults are the machine's. */
  private static final Set<ServerLimit> MACHINE = Set.of(ServerLimit.WORKERS, ServerLimit.MEMORY);

  @Test
  void thePageListsEveryLimitWithItsDefault() throws IOException {
    List<String> expected =
        Arrays.stream(ServerLimit.values())
            .map(
                limit ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(
                            limit.key(),
                            figure(limit.least()),
                            MACHINE.contains(limit) ? "of the machine" : figure(limit.standard()),
                            limit.meaning()))
            .toList();

    assertThat(
            Files.readAllLines(PAGES.resolve("server.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| [\\d,]+ \\|.*")))
        .isEqualTo(expected);
  }

  private static String figure(long figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }

  @Test
  void everyTestThatSafetyNamesExists() throws IOException {
    List<String> named =
        Pattern.compile("`(\\w+Test)`")
            .matcher(Files.readString(PAGES.resolve("safety.md")))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertThat(named)
        .hasSizeGreaterThan(6)
        .allMatch(
            test ->
                Files.exists(Path.of("src/test/java/quarterday/http", test + ".java"))
                    || Files.exists(Path.of("src/test/java/quarterday/xlsx", test + ".java")));
  }
}
