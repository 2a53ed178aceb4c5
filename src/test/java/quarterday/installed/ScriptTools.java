package quarterday.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tools and tests of the scripts, which lie in {@code src/test/js} and run on Node. */
public final class ScriptTools {
  /** Where they lie. */
  public static final Path DIRECTORY = Path.of("src/test/js").toAbsolutePath();

  private static final Program NPM = new Program("npm", "apt-get install nodejs npm", "npm");
  private static final Program NODE = new Program("Node.js", "apt-get install nodejs", "node");
  private static final long SECONDS = 240;

  private ScriptTools() {}

  /** How a program ended and what it said. */
  public record Said(int exit, String text) {}

  /** Installs what the lock file names, where it is not installed yet. */
  public static synchronized void install() throws IOException, InterruptedException {
    Path npm = NPM.path();
    Path installed = DIRECTORY.resolve("node_modules/.package-lock.json");
    if (!Files.exists(installed)
        || Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(DIRECTORY.resolve("package-lock.json")))
            < 0) {
      Said said = start(npm, "ci", "--no-audit", "--no-fund");
      assertThat(said.exit()).as(said.text()).isZero();
    }
  }

  /** Runs one of the scripts of {@code package.json}. */
  public static Said script(String name) throws IOException, InterruptedException {
    return start(NPM.path(), "run", "--silent", name);
  }

  /** Runs Node with these arguments. */
  public static Said node(String... arguments) throws IOException, InterruptedException {
    return start(NODE.path(), arguments);
  }

  /** Runs an installed tool, such as {@code tsc}. */
  public static Said tool(String name, String... arguments)
      throws IOException, InterruptedException {
    return start(DIRECTORY.resolve("node_modules/.bin").resolve(name), arguments);
  }

  private static Said start(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(DIRECTORY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
      return new Said(process.exitValue(), Files.readString(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(log);
    }
  }
}
