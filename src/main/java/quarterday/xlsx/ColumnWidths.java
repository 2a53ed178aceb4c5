package quarterday.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import quarterday.sheet.UnusableInput;

/** The column settings of a sheet, each tag kept as it was written as far as it still holds. */
final class ColumnWidths {
  /** One tag: its columns from one, and what it says apart from them and the width. */
  private record Span(int first, int last, double width, String rest, String tag) {
    Span part(int from, int to) {
      return from == first && to == last
          ? this
          : new Span(
              from,
              to,
              width,
              rest,
              Tag.with(Tag.with(tag, "min", Integer.toString(from)), "max", Integer.toString(to)));
    }
  }

  private static final double NONE = -1;

  private final TreeMap<Integer, Span> spans = new TreeMap<>();

  /** Adds an existing tag, at whose start the walk stands. */
  void add(XmlWalk walk, String tag) throws UnusableInput {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < walk.attributes(); i++) {
      String name = walk.attributeName(i);
      if (!Set.of("min", "max", "width", "customWidth", "bestFit").contains(name)) {
        rest.append(name).append('=').append(walk.attributeValue(i)).append(' ');
      }
    }
    int first = walk.number("min", 1);
    spans.put(
        first,
        new Span(
            first, walk.number("max", first), walk.decimal("width", NONE), rest.toString(), tag));
  }

  /** Sets and takes away widths of columns from zero; prefix is that of the sheet's elements. */
  void set(Map<Integer, OptionalDouble> widths, String prefix) {
    List<Integer> touched = new ArrayList<>();
    widths.forEach(
        (column, width) -> {
          if (set(column + 1, width.orElse(NONE), prefix)) {
            touched.add(column + 1);
          }
        });
    for (int column : touched) {
      join(column - 1, column);
      join(column, column + 1);
    }
  }

  private Span at(int column) {
    Map.Entry<Integer, Span> before = spans.floorEntry(column);
    return before != null && before.getValue().last >= column ? before.getValue() : null;
  }

  private boolean set(int column, double width, String prefix) {
    Span span = at(column);
    if (span == null ? width == NONE : Double.compare(span.width, width) == 0) {
      return false;
    }
    String text = Markup.number(width);
    if (span == null) {
      String tag =
          "<%scol min=\"%d\" max=\"%d\" width=\"%s\" customWidth=\"1\"/>"
              .formatted(prefix, column, column, text);
      spans.put(column, new Span(column, column, width, "", tag));
      return true;
    }
    spans.remove(span.first);
    if (span.first < column) {
      spans.put(span.first, span.part(span.first, column - 1));
    }
    if (span.last > column) {
      spans.put(column + 1, span.part(column + 1, span.last));
    }
    String tag = span.part(column, column).tag;
    if (width != NONE) {
      tag = Tag.with(tag, "width", text);
      // A width that stood there before may not have been called the analyst's own.
      tag = Tag.with(tag, "customWidth", "1");
    } else {
      tag = Tag.without(Tag.without(Tag.without(tag, "width"), "customWidth"), "bestFit");
    }
    if (width != NONE || !span.rest.isEmpty()) {
      spans.put(column, new Span(column, column, width, span.rest, tag));
    }
    return true;
  }

  /** Joins the tags of two neighbouring columns where they say the same. */
  private void join(int left, int right) {
    Span a = at(left);
    Span b = at(right);
    if (a != null
        && b != null
        && a.first != b.first
        && a.rest.equals(b.rest)
        && Double.compare(a.width, b.width) == 0) {
      spans.remove(b.first);
      spans.put(a.first, new Span(a.first, b.last, a.width, a.rest, a.part(a.first, b.last).tag));
    }
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The tags, in order. */
  String tags() {
    StringBuilder out = new StringBuilder();
    spans.values().forEach(span -> out.append(span.tag));
    return out.toString();
  }
}
