package quarterday.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's files as they lie in the working directory, without what builds and git leave. */
final class Repository {
  /** Maven runs tests in the directory of the pom. */
  static final Path ROOT = Path.of("").toAbsolutePath();

  /** What .gitignore names, and git's own. */
  private static final Set<String> LEFT_BY_TOOLS =
      Set.of(".git", "target", ".idea", ".vscode", ".project", ".classpath", ".settings");

  private Repository() {}

  /** The names at the top level. */
  static List<String> topLevel() {
    try (Stream<Path> entries = Files.list(ROOT)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !LEFT_BY_TOOLS.contains(name) && !name.endsWith(".iml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below the top level's entries. */
  static List<Path> files() {
    return topLevel().stream().map(ROOT::resolve).flatMap(Repository::below).sorted().toList();
  }

  private static Stream<Path> below(Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("node_modules"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, as UTF-8. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
