package quarterday.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file says where it was made, whom to ring, or what somebody meant to do one day. */
class TidyTest {
  private static final Set<String> BINARY =
      Set.of("xlsx", "xlsm", "docx", "png", "ico", "jpg", "zip", "jar");

  private static final Map<String, Pattern> UNTIDY = new LinkedHashMap<>();

  static {
    untidy(
        "a path of somebody's machine",
        "(?<![\\w.$}])/(?:home|Users|root|work|tmp|mnt|private/var|var/folders)/\\w|\\b[A-Z]:\\\\{1,2}Users\\b");
    untidy(
        "the host of a registry",
        "(?:registry\\.npmjs|registry\\.yarnpkg|repo1?\\.maven|central\\.sonatype|"
            + "pkg\\.dev|jfrog\\.io|artifactory|nexus\\.)");
    untidy("an e-mail address", "[\\w.+-]+@(?!example\\.)[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}\\b");
    untidy(
        "a UK telephone number",
        "(?<![\\w.,-])(?:\\+44[ \\d()-]{9,14}\\d|02\\d[ -]?\\d{4}[ -]?\\d{4}"
            + "|\\(?0[1237]\\d{2,3}\\)?[ -]?\\d{3}[ -]?\\d{3,4})(?![\\w.,-]?\\d)");
    untidy("something left to do", "\\b(?:TODO|FIXME)\\b");
  }

  private static void untidy(String what, String pattern) {
    UNTIDY.put(what, Pattern.compile(pattern));
  }

  @Test
  void noFileIsUntidy() {
    List<Path> texts =
        Repository.files().stream().filter(file -> !BINARY.contains(extension(file))).toList();
    List<String> found = new ArrayList<>();
    for (Path file : texts) {
      // This one holds the examples.
      if (!file.endsWith("TidyTest.java")) {
        found.addAll(untidy(Repository.ROOT.relativize(file), Repository.text(file)));
      }
    }

    assertThat(texts).hasSizeGreaterThan(20);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kept in /home/someone/reports",
        "\"/tmp/out.xlsx\"",
        "C:\\Users\\someone",
        "https://registry.npmjs.org/left-pad",
        "https://repo.maven.apache.org/maven2",
        "write to someone@police.uk",
        "ring 0161 496 0000",
        "ring 01632 960001",
        "ring 020 7946 0000",
        "ring +44 116 496 0000",
        "ring 07700900000",
        "// TODO later",
        "/* FIXME */"
      })
  void untidyTextIsFound(String text) {
    assertThat(untidy(Path.of("a.txt"), text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/workbook",
        "target/tmp/out.xlsx",
        "someone@example.org",
        "@Test",
        "0.1163456789",
        "12,345,678.901234",
        "2020-01-31",
        "01/12/2018",
        "urn:quarterday:ledger:1",
        "101 and 999",
        "todo"
      })
  void tidyTextIsLeftAlone(String text) {
    assertThat(untidy(Path.of("a.txt"), text)).isEmpty();
  }

  private static List<String> untidy(Path file, String text) {
    List<String> found = new ArrayList<>();
    UNTIDY.forEach(
        (what, pattern) -> {
          Matcher matcher = pattern.matcher(text);
          if (matcher.find()) {
            long line = text.substring(0, matcher.start()).lines().count();
            found.add("%s, near line %d: %s: %s".formatted(file, line, what, matcher.group()));
          }
        });
    return found;
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
