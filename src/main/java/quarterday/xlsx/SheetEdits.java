package quarterday.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.sheet.Block;

/** All that a plan does to one sheet, gathered so that its part is written once. */
final class SheetEdits {
  private final String name;
  private final String part;
  private final boolean isNew;
  private boolean wiped;
  private CellChanges cells = new CellChanges();
  private final TreeMap<Integer, OptionalDouble> widths = new TreeMap<>();
  private final TreeMap<Integer, OptionalDouble> heights = new TreeMap<>();
  private final List<Block> droppedRules = new ArrayList<>();
  private final List<Edit.PutRules> rules = new ArrayList<>();
  private final List<Edit.Link> links = new ArrayList<>();
  private final List<Edit.MarkTable> tables = new ArrayList<>();
  private final List<String> tableIds = new ArrayList<>();
  private final List<ChartPlan> charts = new ArrayList<>();
  private final TreeSet<Integer> pageBreaks = new TreeSet<>();
  private Optional<String> drawingId = Optional.empty();
  private boolean dropsDrawing;

  SheetEdits(String name, String part, boolean isNew) {
    this.name = name;
    this.part = part;
    this.isNew = isNew;
  }

  void wipe() {
    wiped = true;
    cells = new CellChanges();
    widths.clear();
    heights.clear();
    droppedRules.clear();
    rules.clear();
    links.clear();
    tables.clear();
    charts.clear();
    pageBreaks.clear();
  }

  void dropRules(Block block) {
    rules.removeIf(rule -> block.contains(rule.block()));
    droppedRules.add(block);
  }

  void widths(Edit.SetWidths edit) {
    int column = edit.firstColumn();
    for (OptionalDouble width : edit.widths()) {
      widths.put(column++, width);
    }
  }

  void height(Edit.SetHeight edit) {
    heights.put(edit.row(), edit.points());
  }

  String name() {
    return name;
  }

  String part() {
    return part;
  }

  boolean isNew() {
    return isNew;
  }

  /** Whether nothing of the sheet's old content stays. */
  boolean isWiped() {
    return wiped;
  }

  CellChanges cells() {
    return cells;
  }

  Map<Integer, OptionalDouble> widths() {
    return widths;
  }

  Map<Integer, OptionalDouble> heights() {
    return heights;
  }

  /** Whether any row changes, in its cells or its height. */
  boolean changesRows() {
    return !cells.isEmpty() || !heights.isEmpty();
  }

  List<Block> droppedRules() {
    return droppedRules;
  }

  List<Edit.PutRules> rules() {
    return rules;
  }

  List<Edit.Link> links() {
    return links;
  }

  List<Edit.MarkTable> tables() {
    return tables;
  }

  /** The relationship ids of the tables, once they have them. */
  List<String> tableIds() {
    return tableIds;
  }

  List<ChartPlan> charts() {
    return charts;
  }

  /** The rows that begin a printed page. */
  SortedSet<Integer> pageBreaks() {
    return pageBreaks;
  }

  /** The sheet's drawing goes, since nothing is left in it. */
  void dropDrawing() {
    dropsDrawing = true;
  }

  boolean dropsDrawing() {
    return dropsDrawing;
  }

  /** Gives the sheet a drawing, by its relationship id. */
  void drawing(String id) {
    drawingId = Optional.of(id);
  }

  /** The relationship id of a drawing that the sheet did not have. */
  Optional<String> drawingId() {
    return drawingId;
  }
}
