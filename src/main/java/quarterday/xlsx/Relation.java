package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import quarterday.sheet.UnusableInput;

/**
 * One part's link to another.
 *
 * @param id the id by which the part's own XML names it
 * @param type the last word of the relationship's type, such as {@code worksheet}
 * @param target the other part's name from the archive's root; for an external one, as it stands
 * @param isExternal whether the target lies outside the file
 */
record Relation(String id, String type, String target, boolean isExternal) {
  /** The part that lists another part's relationships; the archive's own for the empty name. */
  static String listFor(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }

  /** All relationships of a part, none where it has no list. */
  static List<Relation> of(Archive archive, String part, FileLimits limits)
      throws IOException, UnusableInput {
    String list = listFor(part);
    if (!archive.has(list)) {
      return new ArrayList<>();
    }
    try (XmlWalk walk = XmlWalk.over(list, archive.open(list), limits.nesting())) {
      return read(walk, part, archive);
    }
  }

  /** All relationships in a part's list. */
  static List<Relation> read(XmlWalk walk, String part, Archive archive) throws UnusableInput {
    List<Relation> relations = new ArrayList<>();
    walk.root();
    while (walk.nextChild(1)) {
      if (!walk.name().equals("Relationship")) {
        continue;
      }
      String type = walk.attribute("Type");
      if (type.startsWith(XmlWalk.STRICT)) {
        throw Refusal.strict();
      }
      boolean external = walk.attribute("TargetMode").equals("External");
      String target = walk.attribute("Target");
      relations.add(
          new Relation(
              walk.attribute("Id"),
              type.substring(type.lastIndexOf('/') + 1),
              external ? target : archive.spelling(resolved(part, target)),
              external));
    }
    return relations;
  }

  /** A target as seen from the part that names it, without dots and leading slash. */
  static String resolved(String part, String target) {
    String path =
        target.startsWith("/") ? target : part.substring(0, part.lastIndexOf('/') + 1) + target;
    int fragment = path.indexOf('#');
    Deque<String> names = new ArrayDeque<>();
    for (String name : (fragment < 0 ? path : path.substring(0, fragment)).split("/")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }
}
