package quarterday.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.cli.Quarterday;

class ReadmeTest {
  private static final String COMPLETE_THE_EXAMPLE =
      "mvn -B -q package -DskipTests && java -jar target/quarterday.jar complete"
          + " workbook-templates/opcc-kpi-example.xlsx -o target/opcc-kpi-completed.xlsx";
  private static final String TEST = ".ci/tools && mvn -B verify";

  private static final Path FILE = Repository.ROOT.resolve("README.md");
  private static final String README = Repository.text(FILE);

  @Test
  void itGivesTwoCommandsOneToUseAndOneToTest() {
    assertThat(all("(?ms)^```sh\\n(.*?)\\n```$", README))
        .containsExactly(COMPLETE_THE_EXAMPLE, TEST);
  }

  @Test
  void everyProfileItNamesExists() {
    List<String> profiles =
        all("<profile>\\s*<id>(\\w+)</id>", Repository.text(Repository.ROOT.resolve("pom.xml")));

    assertThat(all("-P(\\w+)", README)).isNotEmpty().isSubsetOf(profiles);
  }

  @Test
  void everyCommandItNamesExplainsItself() {
    assertThat(all("(?m)^\\| `(\\w+) [^`]*` \\|", README.replace("`mvn ", "")))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            command -> {
              StringWriter out = new StringWriter();
              int exit =
                  Quarterday.run(
                      InputStream.nullInputStream(),
                      new PrintWriter(out),
                      new PrintWriter(out),
                      command,
                      "--help");
              assertThat(exit).as(out.toString()).isZero();
              assertThat(out.toString()).contains("quarterday " + command);
            });
  }

  @Test
  void everyPageItLeadsToExists() {
    assertThat(all("\\]\\((?!https?:)([^)#]+)", README))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(Repository.ROOT.resolve(page)).exists());
  }

  @Test
  void itIsShort() {
    assertThat(README.lines().count()).isLessThan(120);
  }

  @Test
  void ciRunsTheSecondCommandAsTheReadmeHasIt(@TempDir Path elsewhere)
      throws IOException, InterruptedException {
    Path ci = Files.createDirectories(elsewhere.resolve(".ci"));
    Files.copy(
        Repository.ROOT.resolve(".ci/run"), ci.resolve("run"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(
        elsewhere.resolve("README.md"), README.replace(TEST, "echo in $PWD with CI=$CI; exit 3"));

    Process run =
        new ProcessBuilder("bash", ci.resolve("run").toString())
            .redirectErrorStream(true)
            .redirectOutput(elsewhere.resolve("said.txt").toFile())
            .start();

    assertThat(run.waitFor(240, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(elsewhere.resolve("said.txt")))
        .contains("in " + elsewhere.toRealPath() + " with CI=true");
    assertThat(run.exitValue()).isEqualTo(3);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
