package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.installed.Program;

/** The pages' scripts, checked by the tools that {@code src/test/js} names. */
class ScriptsTest {
  private static final Path TOOLS = Path.of("src/test/js").toAbsolutePath();
  private static final Program NPM = new Program("npm", "apt-get install nodejs npm", "npm");
  private static final long SECONDS = 180;

  @TempDir private static Path directory;
  private static Path npm;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    npm = NPM.path();
    Path installed = TOOLS.resolve("node_modules/.package-lock.json");
    if (!Files.exists(installed)
        || Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(TOOLS.resolve("package-lock.json")))
            < 0) {
      run("ci", "--no-audit", "--no-fund");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"types", "style", "units"})
  void theScriptsPass(String check) throws IOException, InterruptedException {
    run("run", "--silent", check);
  }

  @Test
  void aWrongTypeIsFound() throws IOException, InterruptedException {
    Path wrong = directory.resolve("wrong.js");
    Files.writeString(wrong, "/** @type {number} */\nexport const count = 'three';\n");

    Said said =
        start(
            TOOLS.resolve("node_modules/.bin/tsc"),
            "--checkJs",
            "--noEmit",
            "--strict",
            wrong.toString());

    assertThat(said.exit()).isNotZero();
    assertThat(said.text()).contains("wrong.js", "not assignable to type 'number'");
  }

  @Test
  void theLockNamesNoHost() throws IOException {
    assertThat(TOOLS.resolve("package-lock.json")).content().doesNotContain("\"resolved\"");
  }

  private record Said(int exit, String text) {}

  private static void run(String... arguments) throws IOException, InterruptedException {
    Said said = start(npm, arguments);
    assertThat(said.exit()).as(said.text()).isZero();
  }

  private static Said start(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(directory, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(TOOLS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Said(process.exitValue(), Files.readString(log));
  }
}
