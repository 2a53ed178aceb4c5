package quarterday.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Content;
import quarterday.sheet.UnusableInput;

/**
 * Streams a sheet's part through, putting in and leaving out what the edits say. Every character
 * outside the changed places comes out as it went in.
 */
final class SheetSplicer {
  /** The children of a sheet in the order that the schema demands (ECMA-376 part 1, 18.3.1.99). */
  private static final List<String> ORDER =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "sheetCalcPr",
          "sheetProtection",
          "protectedRanges",
          "scenarios",
          "autoFilter",
          "sortState",
          "dataConsolidate",
          "customSheetViews",
          "mergeCells",
          "phoneticPr",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "customProperties",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  /** What goes when a sheet is emptied; how it is viewed and printed stays. */
  private static final Set<String> WIPED =
      Set.of(
          "sheetCalcPr",
          "scenarios",
          "autoFilter",
          "sortState",
          "dataConsolidate",
          "mergeCells",
          "phoneticPr",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "rowBreaks",
          "colBreaks",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "tableParts",
          "extLst");

  /** So many characters are held back at most where nothing changes. */
  private static final int LONG = 1 << 15;

  private final SheetEdits edits;
  private final SheetSurvey survey;
  private final StyleBook styles;
  private final XmlText encoding;
  private final XmlWalk walk;
  private final Tap tap;
  private final Writer out;
  private final Map<Integer, Runner> pending = new TreeMap<>();
  private String prefix = "";
  private String head = "";
  private long copied;
  private long lastEnd;
  private int priority;

  /** The latest cell written in each column: on our own sheets many rows repeat it. */
  private final Map<Integer, Written> written = new HashMap<>();

  private record Written(CellPlan plan, String xml) {}

  /** Writes an element that was not there. */
  private interface Runner {
    void run() throws IOException, UnusableInput;
  }

  SheetSplicer(
      SheetEdits edits,
      SheetSurvey survey,
      StyleBook styles,
      XmlText encoding,
      XmlWalk walk,
      Tap tap,
      Writer out) {
    this.edits = edits;
    this.survey = survey;
    this.styles = styles;
    this.encoding = encoding;
    this.walk = walk;
    this.tap = tap;
    this.out = out;
    this.priority = edits.isWiped() ? 0 : survey.highestPriority();
  }

  void splice() throws IOException, UnusableInput {
    walk.root();
    prefix = walk.prefix();
    lastEnd = walk.end();
    plan();
    boolean hasData = false;
    while (walk.nextChild(1)) {
      boolean isMain = walk.namespace().equals(XmlWalk.MAIN);
      int rank = isMain ? ORDER.indexOf(walk.name()) : -1;
      if (rank >= 0) {
        insertBefore(rank);
        hasData |= walk.name().equals("sheetData");
      }
      child(rank < 0 ? "" : walk.name());
      lastEnd = Math.max(lastEnd, walk.end());
    }
    if (!hasData) {
      throw Refusal.damaged("its part " + walk.part() + " holds no cells");
    }
    insertBefore(ORDER.size());
    while (walk.next()) {
      // Nothing but the end is left.
    }
    copyTo(tap.end());
    out.flush();
  }

  private void plan() {
    if (!edits.widths().isEmpty()) {
      pending.put(ORDER.indexOf("cols"), this::newColumns);
    }
    if (!edits.rules().isEmpty()) {
      pending.put(ORDER.indexOf("conditionalFormatting"), this::rules);
    }
    if (!edits.links().isEmpty()) {
      pending.put(
          ORDER.indexOf("hyperlinks"),
          () -> insert("<" + prefix + "hyperlinks>" + links() + "</" + prefix + "hyperlinks>"));
    }
    if (!edits.pageBreaks().isEmpty()) {
      pending.put(ORDER.indexOf("rowBreaks"), this::pageBreaks);
    }
    edits
        .drawingId()
        .ifPresent(id -> pending.put(ORDER.indexOf("drawing"), () -> insertOwn(drawing(id))));
    if (!edits.tableIds().isEmpty()) {
      pending.put(ORDER.indexOf("tableParts"), () -> tables(0, ""));
    }
  }

  /** Writes the new elements that belong before one of this rank. */
  private void insertBefore(int rank) throws IOException, UnusableInput {
    for (int each : new ArrayList<>(pending.keySet())) {
      if (each < rank) {
        copyTo(lastEnd);
        pending.remove(each).run();
      }
    }
  }

  private void child(String name) throws IOException, UnusableInput {
    if (edits.isWiped() && WIPED.contains(name)) {
      leaveOut();
      return;
    }
    switch (name) {
      case "dimension" -> dimension();
      case "cols" -> existingColumns();
      case "sheetData" -> sheetData();
      case "conditionalFormatting" -> existingRules();
      case "hyperlinks" -> existingLinks();
      case "tableParts" -> existingTables();
      case "rowBreaks" -> replacedOr(!edits.pageBreaks().isEmpty());
      case "drawing" -> replacedOr(edits.dropsDrawing());
      default -> pass();
    }
  }

  private void copyTo(long place) throws IOException {
    if (place > copied) {
      if (!head.isEmpty()) {
        out.write(head);
        head = "";
      }
      tap.copy(copied, place, out);
      copied = place;
      tap.release(copied);
    }
  }

  private void skipTo(long place) {
    copied = place;
    tap.release(copied);
  }

  private void insert(String text) throws IOException {
    insertOwn(encoding.fitting(text));
  }

  /** Inserts text of the part itself, which its encoding holds. */
  private void insertOwn(String text) throws IOException {
    if (!head.isEmpty()) {
      out.write(head);
      head = "";
    }
    out.write(text);
  }

  /** Lets an element through, however long it is. */
  private void pass() throws IOException, UnusableInput {
    int depth = walk.depth();
    while (!(walk.isEnd() && walk.depth() == depth) && walk.next()) {
      if (walk.start() - copied > LONG) {
        copyTo(walk.start());
      }
    }
  }

  private void leaveOut() throws IOException, UnusableInput {
    copyTo(walk.start());
    walk.skip();
    skipTo(walk.end());
  }

  private void dimension() throws IOException, UnusableInput {
    String stated = walk.attribute("ref");
    String now = edits.isWiped() ? survey.extent() : survey.dimension(stated);
    if (edits.cells().isEmpty() && !edits.isWiped()) {
      now = stated;
    }
    long start = walk.start();
    long end = walk.end();
    if (!now.equals(stated)) {
      copyTo(start);
      insertOwn(Tag.with(tap.text(start, end), "ref", now));
      skipTo(end);
    }
    walk.skip();
  }

  // Columns

  private void existingColumns() throws IOException, UnusableInput {
    if (edits.widths().isEmpty() && !edits.isWiped()) {
      walk.skip();
      return;
    }
    pending.remove(ORDER.indexOf("cols"));
    copyTo(walk.start());
    ColumnWidths widths = new ColumnWidths();
    int depth = walk.depth();
    long from = walk.start();
    while (walk.nextChild(depth)) {
      if (walk.at("col")) {
        String tag = Tag.closed(tap.text(walk.start(), walk.end()));
        if (!edits.isWiped()) {
          widths.add(walk, tag);
        }
        walk.skip();
      }
    }
    String old = widths.tags();
    widths.set(edits.widths(), prefix);
    if (widths.tags().equals(old) && !edits.isWiped()) {
      insertOwn(tap.text(from, walk.end()));
    } else {
      columns(widths);
    }
    skipTo(walk.end());
  }

  private void newColumns() throws IOException {
    ColumnWidths widths = new ColumnWidths();
    widths.set(edits.widths(), prefix);
    columns(widths);
  }

  private void columns(ColumnWidths widths) throws IOException {
    if (!widths.isEmpty()) {
      insertOwn("<" + prefix + "cols>" + widths.tags() + "</" + prefix + "cols>");
    }
  }

  // Cells

  private void sheetData() throws IOException, UnusableInput {
    CellChanges.Sweep sweep = edits.cells().sweep();
    String end = "</" + prefix + "sheetData>";
    long start = walk.start();
    if (edits.isWiped()) {
      copyTo(start);
      String tag = tap.text(start, walk.end());
      int depth = walk.depth();
      while (!(walk.isEnd() && walk.depth() == depth) && walk.next()) {
        tap.release(walk.start());
      }
      skipTo(walk.end());
      head = Tag.opened(tag);
      newRows(sweep, 0, Address.MAX_ROWS);
      closeData(tag, end);
    } else if (!edits.changesRows()) {
      pass();
    } else {
      String tag = tap.text(start, walk.end());
      copyTo(start);
      head = Tag.opened(tag);
      skipTo(walk.end());
      boolean empty = walk.isEmptyElement();
      rows(sweep);
      if (empty) {
        closeData(tag, end);
      } else if (head.isEmpty() || walk.start() > copied) {
        copyTo(walk.end());
      } else {
        closeData(tag, end);
        skipTo(walk.end());
      }
    }
  }

  /** Ends the cells; the start tag that is still waiting becomes the only one. */
  private void closeData(String tag, String end) throws IOException {
    if (head.isEmpty()) {
      insert(end);
    } else {
      head = "";
      insertOwn(Tag.closed(tag));
    }
  }

  private void rows(CellChanges.Sweep sweep) throws IOException, UnusableInput {
    int depth = walk.depth();
    int row = -1;
    lastEnd = walk.end();
    while (walk.nextChild(depth)) {
      if (!walk.at("row")) {
        continue;
      }
      int number = walk.number("r", row + 2) - 1;
      newRows(sweep, row + 1, number);
      row = number;
      copyTo(walk.start());
      if (sweep.changes(row) || edits.heights().containsKey(row) || !survey.orphaned().isEmpty()) {
        changedRow(row, sweep.at(row));
      } else if (walk.has("r")) {
        walk.skip();
      } else {
        String tag = tap.text(walk.start(), walk.end());
        insertOwn(Tag.with(tag, "r", Integer.toString(row + 1)));
        skipTo(walk.end());
        walk.skip();
      }
      lastEnd = walk.end();
    }
    newRows(sweep, row + 1, Address.MAX_ROWS);
  }

  /** Writes the rows of this range that are not there yet. */
  private void newRows(CellChanges.Sweep sweep, int from, int to)
      throws IOException, UnusableInput {
    StringBuilder cells = new StringBuilder();
    for (int row = sweep.nextPut(from); row < to; row = sweep.nextPut(row + 1)) {
      cells.setLength(0);
      int at = row;
      sweep.puts(row, (column, plan) -> cell(cells, at, column, plan));
      if (cells.length() > 0) {
        copyTo(lastEnd);
        String tag = "<" + prefix + "row r=\"" + (row + 1) + "\">";
        insert(withHeight(tag, row));
        insert(cells.toString());
        insert("</" + prefix + "row>");
      }
    }
  }

  private void changedRow(int row, CellChanges.RowChange change) throws IOException, UnusableInput {
    String tag = tap.text(walk.start(), walk.end());
    boolean hasNumber = walk.has("r");
    boolean ours = walk.attributes() == (hasNumber ? 1 : 0);
    boolean wasEmpty = walk.isEmptyElement();
    StringBuilder body = new StringBuilder();
    TreeMap<Integer, CellPlan> puts = new TreeMap<>(change.puts());
    long at = walk.end();
    long cellEnd = at;
    boolean kept = false;
    boolean removed = false;
    int column = -1;
    int depth = walk.depth();
    while (walk.nextChild(depth)) {
      if (!walk.at("c")) {
        continue;
      }
      column = SheetSurvey.columnOf(walk, column);
      long start = walk.start();
      while (!puts.isEmpty() && puts.firstKey() < column) {
        body.append(tap.text(at, cellEnd));
        at = cellEnd;
        Map.Entry<Integer, CellPlan> put = puts.pollFirstEntry();
        newCell(body, row, put.getKey(), put.getValue());
      }
      if (change.replaces(row, column)) {
        int style = walk.number("s", 0);
        walk.skip();
        body.append(tap.text(at, start));
        at = walk.end();
        CellPlan put = puts.remove(column);
        if (put != null && put.look() == Look.KEPT && style > 0) {
          restyled(body, row, column, put, style);
        } else if (put != null) {
          newCell(body, row, column, put);
        }
        removed = true;
      } else {
        kept = true;
        if (walk.has("r") && survey.orphaned().isEmpty()) {
          // Nothing in it changes, so that it goes out with what stands around it.
          walk.skip();
        } else {
          body.append(tap.text(at, start));
          keptCell(body, row, column);
          at = walk.end();
        }
      }
      cellEnd = walk.end();
    }
    for (Map.Entry<Integer, CellPlan> put : puts.entrySet()) {
      body.append(tap.text(at, cellEnd));
      at = cellEnd;
      newCell(body, row, put.getKey(), put.getValue());
    }
    if (!wasEmpty) {
      body.append(tap.text(at, walk.start()));
    }
    long end = walk.end();
    String open = hasNumber ? tag : Tag.with(tag, "r", Integer.toString(row + 1));
    open = withHeight(open, row);
    boolean hollow = !kept && body.toString().isBlank();
    if (hollow && !removed) {
      // Nothing was there and nothing came: the row stays as it was.
      insertOwn(open + tap.text(copied + tag.length(), end));
    } else if (hollow && !ours) {
      insertOwn(Tag.closed(open));
    } else if (!hollow) {
      insertOwn(Tag.opened(open));
      insertOwn(body.toString());
      insertOwn(wasEmpty ? "</" + prefix + "row>" : tap.text(walk.start(), end));
    }
    skipTo(end);
  }

  /** A row's start tag with the height that it gets, if it gets one. */
  private String withHeight(String tag, int row) {
    OptionalDouble height = edits.heights().get(row);
    if (height == null) {
      return tag;
    }
    return height.isPresent()
        ? Tag.with(Tag.with(tag, "customHeight", "1"), "ht", Markup.number(height.getAsDouble()))
        : Tag.without(Tag.without(tag, "customHeight"), "ht");
  }

  private void newCell(StringBuilder body, int row, int column, CellPlan plan) {
    StringBuilder xml = new StringBuilder();
    cell(xml, row, column, plan);
    body.append(encoding.fitting(xml.toString()));
  }

  /** A cell that holds something else and looks as it did. */
  private void restyled(StringBuilder body, int row, int column, CellPlan plan, int style) {
    StringBuilder xml = new StringBuilder();
    xml.append('<').append(prefix).append("c r=\"").append(new Address(row, column)).append('"');
    content(xml, plan, style);
    body.append(encoding.fitting(xml.toString()));
  }

  /** A cell that stays, with an address of its own and a formula that needs no other cell. */
  private void keptCell(StringBuilder body, int row, int column) throws UnusableInput {
    long at = walk.start();
    if (!walk.has("r")) {
      String tag = tap.text(at, walk.end());
      body.append(Tag.with(tag, "r", new Address(row, column).toString()));
      at = walk.end();
    }
    int depth = walk.depth();
    while (walk.nextChild(depth)) {
      SheetSurvey.Master master = survey.orphaned().get(walk.attribute("si"));
      if (master != null && walk.at("f") && walk.attribute("t").equals("shared")) {
        body.append(tap.text(at, walk.start()));
        String formula =
            FormulaShift.moved(master.formula(), row - master.row(), column - master.column());
        walk.skip();
        body.append('<').append(prefix).append("f>");
        body.append(encoding.fitting(Markup.formula(formula)))
            .append("</")
            .append(prefix)
            .append("f>");
        at = walk.end();
      }
    }
    body.append(tap.text(at, walk.end()));
  }

  private void cell(StringBuilder xml, int row, int column, CellPlan plan) {
    if (plan.equals(CellPlan.BLANK)) {
      return;
    }
    xml.append('<').append(prefix).append("c r=\"").append(Address.columnName(column));
    xml.append(row + 1).append('"');
    Written above = written.get(column);
    boolean repeats = above != null && above.plan().equals(plan);
    if (repeats && !above.xml().isEmpty()) {
      xml.append(above.xml());
      return;
    }
    int start = xml.length();
    content(xml, plan, styles.known(plan.look(), plan.format()));
    // Only of what is seen to repeat is the text worth keeping.
    written.put(column, new Written(plan, repeats ? xml.substring(start) : ""));
  }

  /** What comes behind a cell's address. */
  private void content(StringBuilder xml, CellPlan plan, int style) {
    if (style > 0) {
      xml.append(" s=\"").append(style).append('"');
    }
    Content content = plan.content();
    boolean isFormula = !plan.formula().isEmpty();
    if (!isFormula && content.isBlank()) {
      xml.append("/>");
      return;
    }
    Optional<String> text = content.text();
    if (text.isPresent() && !isFormula) {
      inlineText(xml, text.get());
    } else {
      valued(xml, plan.formula(), content);
    }
    xml.append("</").append(prefix).append("c>");
  }

  private void inlineText(StringBuilder xml, String text) {
    xml.append(" t=\"inlineStr\"><").append(prefix).append("is><").append(prefix).append('t');
    if (Markup.hasLooseSpace(text)) {
      xml.append(" xml:space=\"preserve\"");
    }
    xml.append('>').append(Markup.cellText(text));
    xml.append("</").append(prefix).append("t></").append(prefix).append("is>");
  }

  private void valued(StringBuilder xml, String formula, Content content) {
    String type = "";
    String value;
    if (content.number().isPresent()) {
      value = Markup.number(content.number().getAsDouble());
    } else if (content instanceof Content.Logical logical) {
      type = "b";
      value = logical.value() ? "1" : "0";
    } else if (content instanceof Content.Fault fault) {
      type = "e";
      value = Markup.cellText(fault.code());
    } else {
      type = "str";
      value = Markup.cellText(content.text().orElse(""));
    }
    if (!type.isEmpty()) {
      xml.append(" t=\"").append(type).append('"');
    }
    xml.append('>');
    if (!formula.isEmpty()) {
      xml.append('<').append(prefix).append("f>").append(Markup.formula(formula));
      xml.append("</").append(prefix).append("f>");
    }
    xml.append('<').append(prefix).append("v>").append(value);
    xml.append("</").append(prefix).append("v>");
  }

  // Rules

  private void existingRules() throws IOException, UnusableInput {
    if (edits.droppedRules().isEmpty()) {
      walk.skip();
      return;
    }
    List<Block> ranges = new ArrayList<>();
    try {
      for (String range : walk.attribute("sqref").strip().split("\\s+")) {
        ranges.add(Block.parse(range));
      }
    } catch (IllegalArgumentException e) {
      // Whole columns and the like are never ours.
      ranges.clear();
    }
    boolean goes =
        !ranges.isEmpty()
            && edits.droppedRules().stream()
                .anyMatch(block -> ranges.stream().allMatch(block::contains));
    replacedOr(goes);
  }

  private void rules() throws IOException, UnusableInput {
    for (Edit.PutRules put : edits.rules()) {
      StringBuilder xml = new StringBuilder();
      xml.append('<').append(prefix).append("conditionalFormatting sqref=\"").append(put.block());
      xml.append("\">");
      for (Edit.Rule rule : put.rules()) {
        xml.append('<').append(prefix).append("cfRule type=\"expression\" dxfId=\"");
        xml.append(styles.rule(rule.look())).append("\" priority=\"").append(++priority);
        xml.append("\" stopIfTrue=\"1\"><").append(prefix).append("formula>");
        xml.append(Markup.formula(rule.formula()));
        xml.append("</").append(prefix).append("formula></").append(prefix).append("cfRule>");
      }
      insert(xml.append("</").append(prefix).append("conditionalFormatting>").toString());
    }
  }

  // Links

  private void existingLinks() throws IOException, UnusableInput {
    if (edits.links().isEmpty()) {
      walk.skip();
      return;
    }
    pending.remove(ORDER.indexOf("hyperlinks"));
    Set<String> replaced = new HashSet<>();
    edits.links().forEach(link -> replaced.add(link.at().toString()));
    copyTo(walk.start());
    insertOwn(Tag.opened(tap.text(walk.start(), walk.end())));
    boolean empty = walk.isEmptyElement();
    skipTo(walk.end());
    int depth = walk.depth();
    while (walk.nextChild(depth)) {
      if (replaced.contains(walk.attribute("ref"))) {
        leaveOut();
      }
    }
    if (!empty) {
      copyTo(walk.start());
    }
    insert(links() + "</" + prefix + "hyperlinks>");
    skipTo(walk.end());
  }

  private String links() {
    StringBuilder xml = new StringBuilder();
    for (Edit.Link link : edits.links()) {
      xml.append('<').append(prefix).append("hyperlink ref=\"").append(link.at());
      xml.append("\" location=\"").append(Markup.attribute(link.target())).append('"');
      if (!link.tip().isEmpty()) {
        xml.append(" tooltip=\"").append(Markup.attribute(link.tip())).append('"');
      }
      xml.append("/>");
    }
    return xml.toString();
  }

  // Pages and drawings

  private void replacedOr(boolean goes) throws IOException, UnusableInput {
    if (goes) {
      leaveOut();
    } else {
      walk.skip();
    }
  }

  private void pageBreaks() throws IOException {
    int count = edits.pageBreaks().size();
    StringBuilder xml = new StringBuilder();
    xml.append('<').append(prefix).append("rowBreaks count=\"").append(count);
    xml.append("\" manualBreakCount=\"").append(count).append("\">");
    for (int row : edits.pageBreaks()) {
      // The id is the number of the row above, counted from 1.
      xml.append('<').append(prefix).append("brk id=\"").append(row);
      xml.append("\" max=\"").append(Address.MAX_COLUMNS - 1).append("\" man=\"1\"/>");
    }
    insertOwn(xml.append("</").append(prefix).append("rowBreaks>").toString());
  }

  private String drawing(String id) {
    return "<" + prefix + "drawing xmlns:r=\"" + XmlWalk.RELATIONSHIPS + "\" r:id=\"" + id + "\"/>";
  }

  // Tables

  private void existingTables() throws IOException, UnusableInput {
    if (edits.tableIds().isEmpty()) {
      walk.skip();
      return;
    }
    pending.remove(ORDER.indexOf("tableParts"));
    copyTo(walk.start());
    long from = walk.end();
    boolean empty = walk.isEmptyElement();
    int count = 0;
    int depth = walk.depth();
    while (walk.nextChild(depth)) {
      count++;
    }
    tables(count, empty ? "" : tap.text(from, walk.start()));
    skipTo(walk.end());
  }

  private void tables(int count, String existing) throws IOException {
    StringBuilder xml = new StringBuilder();
    xml.append('<').append(prefix).append("tableParts count=\"");
    xml.append(count + edits.tableIds().size()).append("\">").append(existing);
    for (String id : edits.tableIds()) {
      xml.append('<').append(prefix).append("tablePart xmlns:r=\"").append(XmlWalk.RELATIONSHIPS);
      xml.append("\" r:id=\"").append(id).append("\"/>");
    }
    insertOwn(xml.append("</").append(prefix).append("tableParts>").toString());
  }
}
