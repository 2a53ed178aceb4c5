package quarterday.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import quarterday.sheet.UnusableInput;

/** Where the add-in's pages get Microsoft's Office.js: from Microsoft, or from a folder. */
final class OfficeJs {
  /** Where Microsoft keeps it, always the newest. */
  static final String MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

  private static final String MICROSOFTS_HOST = "https://appsforoffice.microsoft.com";
  private static final String MAIN_FILE = "office.js";

  /** As the pages have it; the server puts in where it really is. */
  private static final String PLACE = "src=\"office-js/office.js\"";

  private static final Set<String> TYPES =
      Set.of("text/javascript; charset=utf-8", "text/css; charset=utf-8", "application/json");

  /** Microsoft's largest file has three megabytes. */
  private static final long MOST_BYTES = 16L << 20;

  private final Optional<Path> folder;

  private OfficeJs(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Takes it from a folder, or from Microsoft where there is none.
   *
   * @throws UnusableInput if the folder does not hold it
   */
  static OfficeJs from(Optional<Path> folder) throws UnusableInput {
    if (folder.isEmpty()) {
      return new OfficeJs(folder);
    }
    try {
      Path real = folder.get().toRealPath();
      if (Files.isRegularFile(real.resolve(MAIN_FILE))) {
        return new OfficeJs(Optional.of(real));
      }
    } catch (IOException e) {
      // Said below, as of a folder without the file.
    }
    throw new UnusableInput(
        "no-office-js",
        "There is no " + MAIN_FILE + " in " + folder.get() + ".",
        "Give with --office-js the folder that holds it, or leave the option out.");
  }

  /** Where its scripts come from besides the server; empty if from nowhere else. */
  String foreignScripts() {
    return folder.isPresent() ? "" : MICROSOFTS_HOST;
  }

  /** A page with its true address. */
  String in(String page) {
    return folder.isPresent() ? page : page.replace(PLACE, "src=\"" + MICROSOFT + "\"");
  }

  /** The file of the folder at a path that begins with a slash. */
  Optional<WebFiles.WebFile> at(String path) throws IOException {
    Optional<String> type = WebFiles.type(path).filter(TYPES::contains);
    if (folder.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = folder.get().resolve(path.substring(1)).toRealPath();
      // A link may lead out where a name cannot.
      return file.startsWith(folder.get())
              && Files.isRegularFile(file)
              && Files.size(file) <= MOST_BYTES
          ? Optional.of(WebFiles.WebFile.of(Files.readAllBytes(file), type.get()))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
