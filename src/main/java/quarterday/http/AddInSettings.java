package quarterday.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server is told about the add-in for Excel.
 *
 * @param origin where Excel finds the server; without it, where each request says it found it,
 *     which a proxy in front may change
 * @param test whether its manifest is the test one also where it is reached by a name of its own
 * @param officeJs the folder with Microsoft's Office.js; without it that comes from Microsoft
 */
public record AddInSettings(Optional<Origin> origin, boolean test, Optional<Path> officeJs) {
  /** Nothing particular. */
  public static final AddInSettings STANDARD =
      new AddInSettings(Optional.empty(), false, Optional.empty());

  /** All of it, a line {@code name = value} each. */
  List<String> shown() {
    return List.of(
        "origin = " + origin.map(Origin::toString).orElse("as asked"),
        "test-add-in = " + test,
        "office-js = " + officeJs.map(Path::toString).orElse(OfficeJs.MICROSOFT));
  }
}
