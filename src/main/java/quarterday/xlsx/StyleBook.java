package quarterday.xlsx;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.edit.Look;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.UnusableInput;

/**
 * The workbook's styles, to which looks are added where no style says the same yet. This is the
 * only class that knows how a look is spelled in a file.
 */
final class StyleBook {
  /** What a workbook without a styles part gets. */
  static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<styleSheet xmlns=\""
          + XmlWalk.MAIN
          + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
          + "<family val=\"2\"/></font></fonts><fills count=\"2\"><fill>"
          + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>"
          + "</fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/>"
          + "</border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\""
          + " fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\""
          + " fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs><cellStyles count=\"1\">"
          + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

  /** Numbers that mean the same format in every country. */
  private static final Map<String, Integer> SAME_EVERYWHERE =
      Map.of(
          CellSnapshot.GENERAL,
          0,
          "0",
          1,
          "0.00",
          2,
          "#,##0",
          3,
          "#,##0.00",
          4,
          "0%",
          9,
          "0.00%",
          10,
          "0.00E+00",
          11,
          "@",
          49);

  private static final int FIRST_OWN_FORMAT = 164;
  private static final List<String> ORDER =
      List.of(
          "numFmts",
          "fonts",
          "fills",
          "borders",
          "cellStyleXfs",
          "cellXfs",
          "cellStyles",
          "dxfs",
          "tableStyles",
          "colors",
          "extLst");

  /** The lists of the part with what they must hold before anything can be added. */
  private enum Section {
    NUM_FMTS("numFmts", ""),
    FONTS("fonts", "<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"),
    FILLS(
        "fills",
        "<fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>"),
    BORDERS("borders", "<border><left/><right/><top/><bottom/><diagonal/></border>"),
    CELL_XFS("cellXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"),
    DXFS("dxfs", "");

    private final String element;
    private final String needed;

    Section(String element, String needed) {
      this.element = element;
      this.needed = needed;
    }
  }

  private final String text;
  private final int nesting;
  private final PartElement root;
  private final Map<Section, Map<String, Integer>> known = new EnumMap<>(Section.class);
  private final Map<Section, Integer> sizes = new EnumMap<>(Section.class);
  private final Map<Section, StringBuilder> added = new EnumMap<>(Section.class);
  private final Map<String, Integer> formats = new LinkedHashMap<>();
  private final Map<Look, Map<String, Integer>> cells = new EnumMap<>(Look.class);
  private final Map<Look, Integer> rules = new EnumMap<>(Look.class);
  private int nextFormat = FIRST_OWN_FORMAT;

  StyleBook(String part, String text, int nesting) throws IOException, UnusableInput {
    this.text = text;
    this.nesting = nesting;
    root = PartElement.of(part, text, nesting);
    for (Section section : Section.values()) {
      Map<String, Integer> meanings = new HashMap<>();
      known.put(section, meanings);
      Optional<PartElement> list = root.child(section.element);
      int size = 0;
      if (list.isPresent()) {
        for (PartElement child : list.get().children()) {
          meanings.putIfAbsent(child.meaning(), size++);
        }
      }
      sizes.put(section, size);
      if (size == 0 && !section.needed.isEmpty()) {
        PartElement needed = fragment(section.needed);
        for (PartElement child : needed.children()) {
          add(section, child.meaning(), "");
        }
        added.get(section).append(prefixed(section.needed));
      }
    }
    root.child("numFmts")
        .ifPresent(
            list ->
                list.children()
                    .forEach(
                        format -> {
                          int id = format.number("numFmtId", 0);
                          formats.putIfAbsent(format.attribute("formatCode"), id);
                          nextFormat = Math.max(nextFormat, id + 1);
                        }));
  }

  private PartElement fragment(String xml) throws IOException, UnusableInput {
    return PartElement.of("styles", "<a>" + xml + "</a>", nesting);
  }

  private String prefixed(String xml) {
    return root.prefix().isEmpty()
        ? xml
        : xml.replaceAll("<(/?)(?=[A-Za-z])", "<$1" + root.prefix());
  }

  private int add(Section section, String meaning, String xml) {
    int index = sizes.merge(section, 1, Integer::sum) - 1;
    known.get(section).putIfAbsent(meaning, index);
    added.computeIfAbsent(section, s -> new StringBuilder()).append(prefixed(xml));
    return index;
  }

  private int find(Section section, String xml) throws IOException, UnusableInput {
    String meaning = fragment(xml).children().get(0).meaning();
    Integer index = known.get(section).get(meaning);
    return index == null ? add(section, meaning, xml) : index;
  }

  /** The style of a cell of this look and number format. */
  int cell(Look look, String format) throws IOException, UnusableInput {
    Map<String, Integer> byFormat = cells.computeIfAbsent(look, l -> new HashMap<>());
    Integer index = byFormat.get(format);
    if (index == null) {
      index = newCell(look, format);
      byFormat.put(format, index);
    }
    return index;
  }

  /** The style of a cell that was asked for before. */
  int known(Look look, String format) {
    return cells.get(look).get(format);
  }

  private int newCell(Look look, String format) throws IOException, UnusableInput {
    if ((look == Look.PLAIN || look == Look.KEPT) && format.equals(CellSnapshot.GENERAL)) {
      return 0;
    }
    int number = format(format);
    boolean isPlainFont =
        look.ink().isEmpty()
            && (look.weight() == Look.Weight.NORMAL || look.weight() == Look.Weight.KEEP);
    int font = isPlainFont ? 0 : find(Section.FONTS, font(look));
    int fill = look.fill().isEmpty() ? 0 : find(Section.FILLS, fill(look));
    int border = look.isUnderlined() ? find(Section.BORDERS, UNDERLINE) : 0;
    String alignment = look == Look.KEPT ? "" : alignment(look);
    StringBuilder xf = new StringBuilder("<xf numFmtId=\"").append(number);
    xf.append("\" fontId=\"").append(font).append("\" fillId=\"").append(fill);
    xf.append("\" borderId=\"").append(border).append('"');
    if (root.child("cellStyleXfs").isPresent()) {
      xf.append(" xfId=\"0\"");
    }
    xf.append(number == 0 ? "" : " applyNumberFormat=\"1\"");
    xf.append(font == 0 ? "" : " applyFont=\"1\"");
    xf.append(fill == 0 ? "" : " applyFill=\"1\"");
    xf.append(border == 0 ? "" : " applyBorder=\"1\"");
    xf.append(
        alignment.isEmpty() ? "/>" : " applyAlignment=\"1\"><alignment" + alignment + "/></xf>");
    return find(Section.CELL_XFS, xf.toString());
  }

  private static final String UNDERLINE =
      "<border><left/><right/><top/><bottom style=\"thin\"><color indexed=\"64\"/></bottom>"
          + "<diagonal/></border>";

  private int format(String code) {
    Integer number = SAME_EVERYWHERE.get(code);
    number = number == null ? formats.get(code) : number;
    if (number == null) {
      number = nextFormat++;
      formats.put(code, number);
      add(
          Section.NUM_FMTS,
          code,
          "<numFmt numFmtId=\"" + number + "\" formatCode=\"" + Markup.attribute(code) + "\"/>");
    }
    return number;
  }

  /** The workbook's own font in the look's weight and colour. */
  private String font(Look look) {
    Map<String, String> own = new HashMap<>();
    root.child("fonts")
        .flatMap(fonts -> fonts.children().stream().findFirst())
        .ifPresent(font -> font.children().forEach(c -> own.put(c.name(), c.attribute("val"))));
    StringBuilder xml = new StringBuilder("<font>");
    switch (look.weight()) {
      case BOLD, TITLE -> xml.append("<b/>");
      case ITALIC -> xml.append("<i/>");
      case UNDERLINED -> xml.append("<u/>");
      case NORMAL, KEEP -> {
        // Nothing to say.
      }
    }
    boolean isTitle = look.weight() == Look.Weight.TITLE;
    value(xml, "sz", isTitle ? "14" : own.getOrDefault("sz", "11"));
    if (!look.ink().isEmpty()) {
      xml.append("<color rgb=\"FF").append(look.ink()).append("\"/>");
    }
    value(xml, "name", own.getOrDefault("name", "Calibri"));
    for (String more : List.of("family", "charset", "scheme")) {
      if (own.containsKey(more)) {
        value(xml, more, own.get(more));
      }
    }
    return xml.append("</font>").toString();
  }

  private static void value(StringBuilder xml, String element, String value) {
    xml.append('<')
        .append(element)
        .append(" val=\"")
        .append(Markup.attribute(value))
        .append("\"/>");
  }

  private static String fill(Look look) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF"
        + look.fill()
        + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
  }

  private static String alignment(Look look) {
    String across =
        switch (look.align()) {
          case LEFT -> " horizontal=\"left\"";
          case CENTRE -> " horizontal=\"center\"";
          case RIGHT -> " horizontal=\"right\"";
          case GENERAL, KEEP -> "";
        };
    return across + " vertical=\"center\"" + (look.wraps() ? " wrapText=\"1\"" : "");
  }

  /** The differences that a rule of this look makes. */
  int rule(Look look) throws IOException, UnusableInput {
    Integer index = rules.get(look);
    if (index == null) {
      index = find(Section.DXFS, difference(look));
      rules.put(look, index);
    }
    return index;
  }

  private static String difference(Look look) {
    String weight =
        switch (look.weight()) {
          case BOLD, TITLE -> "<b/><i val=\"0\"/>";
          case ITALIC -> "<b val=\"0\"/><i/>";
          case UNDERLINED -> "<u/>";
          case NORMAL, KEEP -> "";
        };
    String colour = look.ink().isEmpty() ? "" : "<color rgb=\"FF" + look.ink() + "\"/>";
    String font =
        weight.isEmpty() && colour.isEmpty() ? "" : "<font>" + weight + colour + "</font>";
    String fill =
        look.fill().isEmpty()
            ? ""
            : "<fill><patternFill><bgColor rgb=\"FF" + look.fill() + "\"/></patternFill></fill>";
    return "<dxf>" + font + fill + "</dxf>";
  }

  boolean isChanged() {
    return !added.isEmpty();
  }

  /** The part's text with what was added. */
  String text() {
    Splices splices = new Splices(text);
    added.forEach(
        (section, xml) -> {
          Optional<PartElement> list = root.child(section.element);
          String count = Integer.toString(sizes.get(section));
          if (list.isPresent()) {
            splices.append(list.get(), xml.toString());
            splices.attribute(list.get(), "count", count);
          } else {
            String name = root.prefix() + section.element;
            splices.insert(
                place(section), "<" + name + " count=\"" + count + "\">" + xml + "</" + name + ">");
          }
        });
    return splices.apply();
  }

  /** Where a list that was not there belongs. */
  private int place(Section section) {
    int place = root.startEnd();
    int rank = ORDER.indexOf(section.element);
    for (PartElement child : root.children()) {
      if (ORDER.indexOf(child.name()) < rank) {
        place = child.end();
      }
    }
    return place;
  }
}
