package quarterday.xlsx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import quarterday.sheet.UnusableInput;

/** What kind of content each part has, as the archive's own list says. */
final class ContentKinds {
  static final String PART = "[Content_Types].xml";

  private final Map<String, String> byPart = new HashMap<>();
  private final Map<String, String> byExtension = new HashMap<>();

  private ContentKinds() {}

  static ContentKinds read(Archive archive, FileLimits limits) throws IOException, UnusableInput {
    ContentKinds kinds = new ContentKinds();
    if (!archive.has(PART)) {
      return kinds;
    }
    try (XmlWalk walk = XmlWalk.over(PART, archive.open(PART), limits.nesting())) {
      walk.root();
      while (walk.nextChild(1)) {
        if (walk.name().equals("Override")) {
          kinds.byPart.put(Archive.key(walk.attribute("PartName")), walk.attribute("ContentType"));
        } else if (walk.name().equals("Default")) {
          kinds.byExtension.put(
              walk.attribute("Extension").toLowerCase(Locale.ROOT), walk.attribute("ContentType"));
        }
      }
    }
    return kinds;
  }

  /** The kind of a part, empty where the list does not say. */
  String of(String part) {
    String key = Archive.key(part);
    String extension = key.substring(key.lastIndexOf('.') + 1);
    return byPart.getOrDefault(key, byExtension.getOrDefault(extension, ""));
  }

  /** The kind of all parts with this extension, empty where the list does not say. */
  String ofExtension(String extension) {
    return byExtension.getOrDefault(extension, "");
  }

  /** Whether the list names this part, and not only its extension. */
  boolean names(String part) {
    return byPart.containsKey(Archive.key(part));
  }
}
