package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import quarterday.spc.LimitsMethod;

/** The page that lists the settings. */
class SettingsPageTest {
  private static String page() throws IOException {
    return Files.readString(Path.of("src/site/markdown/settings.md"));
  }

  @Test
  void thePageListsEverySettingWithWhatItIsUnlessSetAndWhatItDoes() throws IOException {
    List<String> rows = page().lines().filter(line -> line.startsWith("| `")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values())
                .map(
                    s ->
                        String.format(
                            Locale.ROOT, "| `%s` | %s | %s |", s.label(), s.standard(), s.effect()))
                .toList());
  }

  @Test
  void thePageNamesEveryLimitsMethod() throws IOException {
    for (LimitsMethod method : LimitsMethod.values()) {
      assertThat(page()).contains("*" + method.label() + "*");
    }
  }
}
