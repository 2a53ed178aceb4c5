package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.sheet.Block;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.UnusableInput;

/** What the workbook's own part says: its sheets, defined names, date system and protection. */
final class WorkbookPart {
  /**
   * A sheet's entry.
   *
   * @param part the sheet's part; empty where the relationship is missing
   * @param isGrid whether it holds cells, and is no chart sheet or dialog
   */
  record SheetEntry(
      String name, int sheetId, String relationId, String part, boolean isHidden, boolean isGrid) {}

  /**
   * A defined name.
   *
   * @param localSheet the index of the sheet that it belongs to; -1 for the whole workbook
   */
  record NameEntry(String name, String text, int localSheet) {
    boolean isGlobal() {
      return localSheet < 0;
    }
  }

  /** A block on a sheet, as a defined name's text gives it. */
  record Place(String sheet, Block block) {
    /** Reads {@code 'SPC data'!$A$1:$B$2}; empty for anything that is not one block. */
    static Optional<Place> parse(String text) {
      int mark = text.lastIndexOf('!');
      if (mark < 1) {
        return Optional.empty();
      }
      String sheet = text.substring(0, mark);
      if (sheet.startsWith("'") && sheet.endsWith("'") && sheet.length() > 2) {
        sheet = sheet.substring(1, sheet.length() - 1).replace("''", "'");
      }
      try {
        return Optional.of(new Place(sheet, Block.parse(text.substring(mark + 1))));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  private final String part;
  private final List<Relation> relations;
  private final List<SheetEntry> sheets = new ArrayList<>();
  private final List<NameEntry> names = new ArrayList<>();
  private boolean dates1904;
  private boolean structureLocked;

  private WorkbookPart(String part, List<Relation> relations) {
    this.part = part;
    this.relations = relations;
  }

  static WorkbookPart read(Archive archive, String part, FileLimits limits)
      throws IOException, UnusableInput {
    WorkbookPart workbook = new WorkbookPart(part, Relation.of(archive, part, limits));
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), limits.nesting())) {
      walk.root();
      if (walk.namespace().startsWith(XmlWalk.STRICT)) {
        throw Refusal.strict();
      }
      if (!walk.at("workbook")) {
        throw Refusal.noWorkbook();
      }
      while (walk.next()) {
        if (walk.isStart() && XmlWalk.MAIN.equals(walk.namespace())) {
          workbook.element(walk);
        }
        if (workbook.sheets.size() > limits.sheets()) {
          throw Refusal.limit("sheets", limits.sheets(), "more than that");
        }
      }
    }
    if (workbook.sheets.stream().noneMatch(SheetEntry::isGrid)) {
      throw Refusal.damaged("its workbook lists no sheet");
    }
    for (SheetEntry sheet : workbook.sheets) {
      if (sheet.name().length() > SheetSnapshot.LONGEST_NAME) {
        throw Refusal.damaged("the name of a sheet has " + sheet.name().length() + " characters");
      }
      if (sheet.part().isEmpty() || !archive.has(sheet.part())) {
        throw Refusal.damaged("the sheet " + sheet.name() + " is missing");
      }
    }
    return workbook;
  }

  private void element(XmlWalk walk) throws UnusableInput {
    switch (walk.name()) {
      case "workbookPr" -> dates1904 = walk.flag("date1904");
      case "workbookProtection" -> structureLocked = walk.flag("lockStructure");
      case "sheet" -> {
        String id = walk.attribute(XmlWalk.RELATIONSHIPS, "id");
        Optional<Relation> relation =
            relations.stream().filter(r -> r.id().equals(id) && !r.isExternal()).findFirst();
        String state = walk.attribute("state");
        sheets.add(
            new SheetEntry(
                walk.attribute("name"),
                walk.number("sheetId", 0),
                id,
                relation.map(Relation::target).orElse(""),
                state.equals("hidden") || state.equals("veryHidden"),
                relation.map(r -> r.type().equals("worksheet")).orElse(false)));
      }
      case "definedName" -> {
        String name = walk.attribute("name");
        int local = walk.number("localSheetId", -1);
        names.add(new NameEntry(name, walk.text(), local));
      }
      default -> {
        // Views, calculation settings and the like stay as they are.
      }
    }
  }

  String part() {
    return part;
  }

  /** All sheets, chart sheets too, in order. */
  List<SheetEntry> sheets() {
    return sheets;
  }

  List<NameEntry> names() {
    return names;
  }

  List<Relation> relations() {
    return relations;
  }

  boolean dates1904() {
    return dates1904;
  }

  boolean structureLocked() {
    return structureLocked;
  }

  /** The sheet of this name, compared as Excel does: without case. */
  Optional<SheetEntry> sheet(String name) {
    return sheets.stream().filter(s -> s.isGrid() && s.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The part that the workbook relates to in this way, if there is one. */
  Optional<String> related(String type) {
    return relations.stream()
        .filter(r -> r.type().equals(type) && !r.isExternal())
        .map(Relation::target)
        .findFirst();
  }
}
