package quarterday.xlsx;

/** Changes attributes in the text of a start tag, leaving all else in it as it was written. */
final class Tag {
  private Tag() {}

  /** The tag with this value for the attribute, put first if it was not there. */
  static String with(String tag, String attribute, String value) {
    int[] place = find(tag, attribute);
    String written = Markup.attribute(value);
    if (place == null) {
      int nameEnd = nameEnd(tag);
      return tag.substring(0, nameEnd)
          + " "
          + attribute
          + "=\""
          + written
          + "\""
          + tag.substring(nameEnd);
    }
    char quote = tag.charAt(place[1] - 1);
    return tag.substring(0, place[1])
        + (quote == '\'' ? written.replace("'", "&apos;") : written)
        + tag.substring(place[2]);
  }

  /** The tag without the attribute. */
  static String without(String tag, String attribute) {
    int[] place = find(tag, attribute);
    return place == null ? tag : tag.substring(0, place[0]) + tag.substring(place[2] + 1);
  }

  /** The start tag of an element that had none but this one. */
  static String opened(String tag) {
    return tag.endsWith("/>") ? tag.substring(0, tag.length() - 2) + ">" : tag;
  }

  /** The only tag of an element without content. */
  static String closed(String tag) {
    return tag.endsWith("/>") ? tag : tag.substring(0, tag.length() - 1) + "/>";
  }

  private static int nameEnd(String tag) {
    int i = 1;
    while (!isSpace(tag.charAt(i)) && tag.charAt(i) != '>' && tag.charAt(i) != '/') {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Where the space before the attribute, its value, and the quote after that stand. */
  private static int[] find(String tag, String attribute) {
    int i = nameEnd(tag);
    while (i < tag.length()) {
      int space = i;
      while (i < tag.length() && isSpace(tag.charAt(i))) {
        i++;
      }
      int nameStart = i;
      while (i < tag.length() && tag.charAt(i) != '=' && tag.charAt(i) != '>') {
        i++;
      }
      if (i >= tag.length() || tag.charAt(i) == '>') {
        return null;
      }
      String name = tag.substring(nameStart, i).strip();
      i++;
      while (isSpace(tag.charAt(i))) {
        i++;
      }
      int valueStart = i + 1;
      int valueEnd = tag.indexOf(tag.charAt(i), valueStart);
      if (name.equals(attribute)) {
        return new int[] {space, valueStart, valueEnd};
      }
      i = valueEnd + 1;
    }
    return null;
  }
}
