package quarterday.xlsx;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Changes to a small part's text, each at its place; what lies between is left as it is. */
final class Splices {
  private record Replacement(int end, String text) {}

  private final String text;
  private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();
  private final Map<PartElement, String> tags = new HashMap<>();
  private final Map<PartElement, StringBuilder> appended = new HashMap<>();

  Splices(String text) {
    this.text = text;
  }

  /** Takes an element out. */
  void remove(PartElement element) {
    put(element.start(), element.end(), "");
  }

  /** Puts text behind an element. */
  void insertAfter(PartElement element, String added) {
    insert(element.end(), added);
  }

  /** Puts text where nothing stood. */
  void insert(int place, String added) {
    Replacement before = replacements.get(place);
    if (before != null && before.end != place) {
      put(place, before.end, added + before.text);
    } else {
      put(place, place, (before == null ? "" : before.text) + added);
    }
  }

  /** Replaces what stands between an element's tags. */
  void content(PartElement element, String now) {
    put(element.startEnd(), element.endStart(), now);
  }

  /** Sets an attribute. */
  void attribute(PartElement element, String name, String value) {
    tags.put(element, Tag.with(tag(element), name, value));
  }

  /** Puts text at the end of an element's content. */
  void append(PartElement element, String added) {
    appended.computeIfAbsent(element, e -> new StringBuilder()).append(added);
  }

  private String tag(PartElement element) {
    return tags.getOrDefault(element, text.substring(element.start(), element.startEnd()));
  }

  private void put(int from, int to, String now) {
    Replacement before = replacements.get(from);
    // What was put where a replaced stretch starts stays before it.
    boolean inserted = before != null && before.end == from && to > from;
    replacements.put(from, new Replacement(to, inserted ? before.text + now : now));
  }

  /** The text with all changes made. */
  String apply() {
    appended.forEach(
        (element, added) -> {
          if (element.isEmptyTag()) {
            String name = element.prefix() + element.name();
            put(
                element.start(),
                element.end(),
                Tag.opened(tag(element)) + added + "</" + name + ">");
          } else {
            insert(element.endStart(), added.toString());
          }
        });
    tags.forEach(
        (element, tag) -> {
          if (!(element.isEmptyTag() && appended.containsKey(element))) {
            put(element.start(), element.startEnd(), tag);
          }
        });
    StringBuilder out = new StringBuilder(text.length() + 256);
    int at = 0;
    for (Map.Entry<Integer, Replacement> replacement : replacements.entrySet()) {
      // A change inside something taken out has nothing left to change.
      if (replacement.getKey() >= at) {
        out.append(text, at, replacement.getKey()).append(replacement.getValue().text);
        at = replacement.getValue().end;
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
