package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.edit.Edit;
import quarterday.sheet.Block;
import quarterday.sheet.UnusableInput;

/** The workbook's list of sheets and names while a plan is carried out. */
final class WorkbookDraft {
  private static final List<String> BEFORE_NAMES =
      List.of(
          "fileVersion",
          "fileSharing",
          "workbookPr",
          "workbookProtection",
          "bookViews",
          "sheets",
          "functionGroups",
          "externalReferences",
          "AlternateContent",
          "absPath",
          "revisionPtr");

  /** A sheet, old or new. */
  private static final class Sheet {
    private final String name;
    private final int sheetId;
    private final String part;
    private final int oldIndex;
    private final boolean isGrid;
    private String relationId = "";

    Sheet(String name, int sheetId, String part, int oldIndex, boolean isGrid) {
      this.name = name;
      this.sheetId = sheetId;
      this.part = part;
      this.oldIndex = oldIndex;
      this.isGrid = isGrid;
    }
  }

  /** A name, old or new. */
  private static final class Name {
    private final String name;
    private final Sheet local;
    private final int oldIndex;
    private String text;

    Name(String name, String text, Sheet local, int oldIndex) {
      this.name = name;
      this.text = text;
      this.local = local;
      this.oldIndex = oldIndex;
    }
  }

  private final WorkbookPart workbook;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private int nextId = 1;

  WorkbookDraft(WorkbookPart workbook) {
    this.workbook = workbook;
    for (WorkbookPart.SheetEntry entry : workbook.sheets()) {
      sheets.add(
          new Sheet(entry.name(), entry.sheetId(), entry.part(), sheets.size(), entry.isGrid()));
      nextId = Math.max(nextId, entry.sheetId() + 1);
    }
    for (WorkbookPart.NameEntry entry : workbook.names()) {
      boolean isLocal = entry.localSheet() >= 0 && entry.localSheet() < sheets.size();
      names.add(
          new Name(
              entry.name(),
              entry.text(),
              isLocal ? sheets.get(entry.localSheet()) : null,
              names.size()));
    }
  }

  private Optional<Sheet> find(String name) {
    return sheets.stream().filter(s -> s.name.equalsIgnoreCase(name)).findFirst();
  }

  private Sheet sheet(String name) {
    return find(name)
        .filter(s -> s.isGrid)
        .orElseThrow(() -> new IllegalStateException("No such sheet: " + name));
  }

  /** The part of a sheet that the plan means. */
  String part(String name) {
    return sheet(name).part;
  }

  /** A sheet's name as the workbook spells it. */
  String spelling(String name) {
    return sheet(name).name;
  }

  void add(Edit.AddSheet edit, String part, String relationId) {
    if (find(edit.sheet()).isPresent()) {
      throw new IllegalStateException("A sheet has this name already: " + edit.sheet());
    }
    Sheet added = new Sheet(edit.sheet(), nextId++, part, -1, true);
    added.relationId = relationId;
    sheets.add(added);
    int row = edit.page().headerRow() + 1;
    if (row > 0) {
      String titles = Block.quoted(edit.sheet()) + "!$" + row + ":$" + row;
      names.add(new Name("_xlnm.Print_Titles", titles, added, -1));
    }
  }

  void drop(String name) {
    Sheet sheet = sheet(name);
    sheets.remove(sheet);
    names.removeIf(each -> each.local == sheet);
    gone.add(sheet.name);
  }

  void name(Edit.NameBlock edit) {
    String text = edit.block().on(sheet(edit.sheet()).name);
    Optional<Name> old = global(edit.name());
    if (old.isPresent()) {
      old.get().text = text;
    } else {
      names.add(new Name(edit.name(), text, null, -1));
    }
  }

  void dropName(String name) {
    Name old = global(name).orElseThrow(() -> new IllegalStateException("No such name: " + name));
    names.remove(old);
  }

  boolean hasName(String name) {
    return global(name).isPresent();
  }

  private Optional<Name> global(String name) {
    return names.stream()
        .filter(each -> each.local == null && each.name.equalsIgnoreCase(name))
        .findFirst();
  }

  /** The workbook's part with all that changed. */
  String apply(String part, String text, int nesting) throws IOException, UnusableInput {
    loseDroppedSheets();
    PartElement root = PartElement.of(part, text, nesting);
    Splices splices = new Splices(text);
    PartElement list =
        root.child("sheets").orElseThrow(() -> Refusal.damaged("its workbook lists no sheet"));
    sheets(list, splices, text);
    views(root, splices);
    names(root, splices);
    return splices.apply();
  }

  /** As Excel does, a name that loses its sheet keeps standing, and refers to nothing. */
  private void loseDroppedSheets() {
    for (Name name : names) {
      WorkbookPart.Place.parse(name.text)
          .filter(place -> gone.stream().anyMatch(place.sheet()::equalsIgnoreCase))
          .filter(place -> find(place.sheet()).isEmpty())
          .ifPresent(place -> name.text = "#REF!");
    }
  }

  private void sheets(PartElement list, Splices splices, String text) {
    List<PartElement> old = list.children().stream().filter(c -> c.name().equals("sheet")).toList();
    for (int i = 0; i < old.size(); i++) {
      int index = i;
      if (sheets.stream().noneMatch(s -> s.oldIndex == index)) {
        splices.remove(old.get(i));
      }
    }
    PartElement last = old.get(old.size() - 1);
    StringBuilder added = new StringBuilder();
    for (Sheet sheet : sheets) {
      if (sheet.oldIndex < 0) {
        added.append('<').append(list.prefix()).append("sheet name=\"");
        added.append(Markup.attribute(sheet.name)).append("\" sheetId=\"").append(sheet.sheetId);
        added.append('"').append(relation(text, last)).append(sheet.relationId).append("\"/>");
      }
    }
    if (added.length() > 0) {
      splices.insert(last.end(), added.toString());
    }
  }

  /**
   * The relationship attribute up to its value, in the prefix that the other sheets have. Some
   * writers declare the prefix in each sheet's own tag, where it ends with that sheet.
   */
  private static String relation(String text, PartElement sheet) {
    String tag = text.substring(sheet.start(), sheet.startEnd());
    Matcher matcher = Pattern.compile("\\s([\\w.-]+):id\\s*=").matcher(tag);
    String prefix = matcher.find() ? matcher.group(1) : "r";
    Matcher declared =
        Pattern.compile("\\sxmlns:" + Pattern.quote(prefix) + "\\s*=\\s*(\"[^\"]*\"|'[^']*')")
            .matcher(tag);
    return (declared.find() ? declared.group() : "") + " " + prefix + ":id=\"";
  }

  private void views(PartElement root, Splices splices) {
    List<PartElement> views = root.child("bookViews").map(PartElement::children).orElse(List.of());
    for (PartElement view : views) {
      for (String attribute : List.of("activeTab", "firstSheet")) {
        int old = view.number(attribute, 0);
        int before = (int) sheets.stream().filter(s -> s.oldIndex >= 0 && s.oldIndex < old).count();
        int now = Math.min(before, sheets.size() - 1);
        if (now != old) {
          splices.attribute(view, attribute, Integer.toString(now));
        }
      }
    }
  }

  private void names(PartElement root, Splices splices) {
    Optional<PartElement> list = root.child("definedNames");
    if (names.isEmpty()) {
      list.filter(l -> !workbook.names().isEmpty()).ifPresent(splices::remove);
      return;
    }
    List<PartElement> old = list.map(PartElement::children).orElse(List.of());
    StringBuilder added = new StringBuilder();
    boolean[] kept = new boolean[old.size()];
    for (Name name : names) {
      if (name.oldIndex < 0) {
        added.append('<').append(root.prefix()).append("definedName name=\"");
        added.append(Markup.attribute(name.name)).append('"');
        if (name.local != null) {
          added.append(" localSheetId=\"").append(sheets.indexOf(name.local)).append('"');
        }
        added.append('>').append(Markup.formula(name.text));
        added.append("</").append(root.prefix()).append("definedName>");
        continue;
      }
      kept[name.oldIndex] = true;
      PartElement element = old.get(name.oldIndex);
      if (!name.text.equals(workbook.names().get(name.oldIndex).text())) {
        splices.content(element, Markup.formula(name.text));
      }
      if (name.local != null && sheets.indexOf(name.local) != name.local.oldIndex) {
        splices.attribute(element, "localSheetId", Integer.toString(sheets.indexOf(name.local)));
      }
    }
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i]) {
        splices.remove(old.get(i));
      }
    }
    if (added.length() == 0) {
      return;
    }
    if (list.isPresent() && !old.isEmpty()) {
      splices.insert(old.get(old.size() - 1).end(), added.toString());
    } else if (list.isPresent()) {
      splices.append(list.get(), added.toString());
    } else {
      String element = root.prefix() + "definedNames";
      int place = root.startEnd();
      for (PartElement child : root.children()) {
        if (BEFORE_NAMES.contains(child.name())) {
          place = child.end();
        }
      }
      splices.insert(place, "<" + element + ">" + added + "</" + element + ">");
    }
  }
}
