package quarterday.installed;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that a test needs. Where it is not installed, the asking test is skipped with a loud
 * line, or fails if the environment says {@code CI=true}.
 *
 * @param name what people call it
 * @param install the command that installs it
 * @param files what its file may be called; the first that is found counts
 */
public record Program(String name, String install, List<String> files) {
  /** A program with one or more names of its file. */
  public Program(String name, String install, String... files) {
    this(name, install, List.of(files));
  }

  /** Where it is. */
  public Path path() {
    return path(searchPath(), "true".equals(System.getenv("CI")), System.err);
  }

  /** The program, or the end of the test: failed where {@code ci}, skipped elsewhere. */
  Path path(String searchPath, boolean ci, PrintStream loud) {
    Optional<Path> found =
        files.stream().flatMap(file -> onPath(file, searchPath).stream()).findFirst();
    if (found.isEmpty()) {
      String sentence = name + " is missing. Install it with: " + install;
      if (ci) {
        throw new AssertionError(sentence);
      }
      loud.println("SKIPPED, NOT TESTED: " + sentence);
      Assumptions.abort(sentence);
    }
    return found.orElseThrow();
  }

  /** A file of this name that can be run, if there is one where programs are looked for. */
  public static Optional<Path> onPath(String file) {
    return onPath(file, searchPath());
  }

  private static Optional<Path> onPath(String file, String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part, file))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String searchPath() {
    return Optional.ofNullable(System.getenv("PATH")).orElse("");
  }
}
