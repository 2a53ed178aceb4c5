package quarterday.xlsx;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quarterday.sheet.UnusableInput;

/** An element of a small part, and where in the part's text it stands. */
final class PartElement {
  private final String name;
  private final String prefix;
  private final Map<String, String> attributes = new TreeMap<>();
  private final List<PartElement> children = new ArrayList<>();
  private final int start;
  private final int startEnd;
  private int endStart;
  private int end;

  private PartElement(XmlWalk walk) throws UnusableInput {
    name = walk.name();
    prefix = walk.prefix();
    start = (int) walk.start();
    startEnd = (int) walk.end();
    for (int i = 0; i < walk.attributes(); i++) {
      String namespace = walk.attributeNamespace(i);
      attributes.put(
          namespace.isEmpty()
              ? walk.attributeName(i)
              : "{" + namespace + "}" + walk.attributeName(i),
          walk.attributeValue(i));
    }
  }

  /** The root of a part's text. */
  static PartElement of(String part, String text, int nesting) throws IOException, UnusableInput {
    Deque<PartElement> open = new ArrayDeque<>();
    PartElement root = null;
    try (XmlWalk walk = XmlWalk.over(part, new StringReader(text), nesting)) {
      while (walk.next()) {
        if (walk.isStart()) {
          PartElement element = new PartElement(walk);
          if (root == null) {
            root = element;
          } else {
            open.element().children.add(element);
          }
          open.push(element);
        } else {
          PartElement element = open.pop();
          element.endStart = (int) walk.start();
          element.end = (int) walk.end();
        }
      }
    }
    if (root == null) {
      throw Refusal.damaged("its part " + part + " is empty");
    }
    return root;
  }

  String name() {
    return name;
  }

  /** The prefix with its colon, or empty. */
  String prefix() {
    return prefix;
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  int number(String attribute, int fallback) {
    try {
      return Integer.parseInt(attribute(attribute));
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  List<PartElement> children() {
    return children;
  }

  Optional<PartElement> child(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  int start() {
    return start;
  }

  /** After the start tag. */
  int startEnd() {
    return startEnd;
  }

  /** Before the end tag. */
  int endStart() {
    return endStart;
  }

  int end() {
    return end;
  }

  /** Whether start and end are one tag. */
  boolean isEmptyTag() {
    return startEnd == end;
  }

  /** What the element says, whatever the order of attributes and children. */
  String meaning() {
    StringBuilder out = new StringBuilder(name).append(attributes);
    children.stream()
        .map(PartElement::meaning)
        .sorted()
        .forEach(c -> out.append('(').append(c).append(')'));
    return out.toString();
  }
}
