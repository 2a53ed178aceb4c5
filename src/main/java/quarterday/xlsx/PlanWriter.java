package quarterday.xlsx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.UnusableInput;

/** Carries out a plan: gathers its edits by part, then has each part written once. */
final class PlanWriter implements Edit.Visitor<Void> {
  private static final String SHEET_KIND =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Archive archive;
  private final WorkbookPart workbook;
  private final FileLimits limits;
  private final Draft draft;
  private final WorkbookDraft book;
  private final Map<String, SheetEdits> sheets = new LinkedHashMap<>();
  private final Set<Integer> emptied = new HashSet<>();
  private final Map<String, String> skeletons = new HashMap<>();
  private Optional<Edit.AddSheet> added = Optional.empty();
  private Optional<Edit.DropSheet> dropped = Optional.empty();
  private Optional<String> ledger = Optional.empty();

  PlanWriter(Archive archive, WorkbookPart workbook, FileLimits limits) {
    this.archive = archive;
    this.workbook = workbook;
    this.limits = limits;
    this.draft = new Draft(archive, limits);
    this.book = new WorkbookDraft(workbook);
  }

  /** The archive as the plan wants it. */
  Draft carryOut(EditPlan plan) throws IOException, UnusableInput {
    if (workbook.structureLocked()) {
      plan.requireSameSheets();
    }
    for (Edit edit : plan.edits()) {
      edit.accept(this);
      // Sheets come and go at once, since names and parts depend on them; all else is gathered.
      if (added.isPresent()) {
        add(added.get());
        added = Optional.empty();
      }
      if (dropped.isPresent()) {
        drop(dropped.get());
        dropped = Optional.empty();
      }
    }
    StyleBook styles = styles();
    Tables tables = new Tables();
    DrawingDraft drawings = new DrawingDraft(draft, folder(), workbook.dates1904());
    for (SheetEdits sheet : sheets.values()) {
      if (sheet.isWiped()) {
        dropTables(sheet.part());
        drawings.dropCharts(sheet);
      }
    }
    for (SheetEdits sheet : sheets.values()) {
      drawings.putCharts(sheet);
      for (Edit.MarkTable table : sheet.tables()) {
        sheet.tableIds().add(tables.add(sheet, table));
      }
      draft.put(sheet.part(), out -> write(sheet, styles, out));
    }
    calcChain();
    if (ledger.isPresent()) {
      putLedgerPart(ledger.get());
    }
    String before = draft.text(workbook.part());
    String now = book.apply(workbook.part(), before, limits.nesting());
    if (!now.equals(before)) {
      draft.putText(workbook.part(), now);
    }
    return draft;
  }

  private SheetEdits edits(String name) {
    String part = book.part(name);
    return sheets.computeIfAbsent(
        name.toLowerCase(Locale.ROOT), key -> new SheetEdits(book.spelling(name), part, false));
  }

  @Override
  public Void addSheet(Edit.AddSheet edit) {
    added = Optional.of(edit);
    return null;
  }

  @Override
  public Void dropSheet(Edit.DropSheet edit) {
    dropped = Optional.of(edit);
    return null;
  }

  private String folder() {
    return workbook.part().substring(0, workbook.part().lastIndexOf('/') + 1);
  }

  private void add(Edit.AddSheet edit) throws IOException, UnusableInput {
    String part = draft.freeName(folder() + "worksheets/sheet#.xml");
    String relation = draft.relate(workbook.part(), "worksheet", part);
    book.add(edit, part, relation);
    draft.kind(part, SHEET_KIND + "worksheet+xml");
    skeletons.put(part, skeleton(edit.page()));
    sheets.put(edit.sheet().toLowerCase(Locale.ROOT), new SheetEdits(edit.sheet(), part, true));
    // The part's place is taken from now on; its content comes at the end.
    draft.put(part, out -> {});
  }

  private void drop(Edit.DropSheet edit) throws IOException, UnusableInput {
    String part = book.part(edit.sheet());
    book.drop(edit.sheet());
    sheets.remove(edit.sheet().toLowerCase(Locale.ROOT));
    for (WorkbookPart.SheetEntry entry : workbook.sheets()) {
      if (entry.part().equals(part)) {
        emptied.add(entry.sheetId());
      }
    }
    for (Relation relation : draft.relations(workbook.part())) {
      if (relation.target().equals(part)) {
        draft.unrelate(workbook.part(), relation.id());
      }
    }
    draft.dropWithParts(part);
  }

  @Override
  public Void clearSheet(Edit.ClearSheet edit) {
    edits(edit.sheet()).wipe();
    workbook.sheet(edit.sheet()).ifPresent(entry -> emptied.add(entry.sheetId()));
    return null;
  }

  @Override
  public Void putCells(Edit.PutCells edit) {
    edits(edit.sheet()).cells().put(edit);
    return null;
  }

  @Override
  public Void clearCells(Edit.ClearCells edit) {
    edits(edit.sheet()).cells().clear(edit.block());
    return null;
  }

  @Override
  public Void nameBlock(Edit.NameBlock edit) {
    book.name(edit);
    return null;
  }

  @Override
  public Void dropName(Edit.DropName edit) {
    book.dropName(edit.name());
    return null;
  }

  @Override
  public Void markTable(Edit.MarkTable edit) {
    edits(edit.sheet()).tables().add(edit);
    return null;
  }

  @Override
  public Void putRules(Edit.PutRules edit) {
    edits(edit.sheet()).rules().add(edit);
    return null;
  }

  @Override
  public Void dropRules(Edit.DropRules edit) {
    edits(edit.sheet()).dropRules(edit.block());
    return null;
  }

  @Override
  public Void setWidths(Edit.SetWidths edit) {
    edits(edit.sheet()).widths(edit);
    return null;
  }

  @Override
  public Void setHeight(Edit.SetHeight edit) {
    edits(edit.sheet()).height(edit);
    return null;
  }

  @Override
  public Void putLinks(Edit.PutLinks edit) {
    edits(edit.sheet()).links().addAll(edit.links());
    return null;
  }

  @Override
  public Void putChart(Edit.PutChart edit) {
    edits(edit.sheet()).charts().add(edit.chart());
    return null;
  }

  @Override
  public Void breakPages(Edit.BreakPages edit) {
    edits(edit.sheet()).pageBreaks().addAll(edit.rows());
    return null;
  }

  @Override
  public Void putLedger(Edit.PutLedger edit) {
    ledger = Optional.of(edit.xml());
    return null;
  }

  // Sheets

  private void write(SheetEdits sheet, StyleBook styles, OutputStream out)
      throws IOException, UnusableInput {
    SheetSurvey survey;
    try (XmlWalk walk = XmlWalk.over(sheet.part(), open(sheet).reader(), limits.nesting())) {
      survey = SheetSurvey.of(sheet, walk);
    }
    XmlText.Opened opened = open(sheet);
    Tap tap = new Tap(opened.reader());
    try (XmlWalk walk = XmlWalk.over(sheet.part(), tap, limits.nesting())) {
      Writer writer = new BufferedWriter(opened.encoding().writer(out), 1 << 16);
      new SheetSplicer(sheet, survey, styles, opened.encoding(), walk, tap, writer).splice();
    }
  }

  private XmlText.Opened open(SheetEdits sheet) throws IOException, UnusableInput {
    if (sheet.isNew()) {
      return new XmlText.Opened(XmlText.UTF_8, new StringReader(skeletons.get(sheet.part())));
    }
    InputStream in = archive.open(sheet.part());
    return XmlText.open(in);
  }

  /** An empty sheet that is shown and printed as the layout says. */
  private static String skeleton(Edit.PageLayout page) {
    StringBuilder xml = new StringBuilder();
    xml.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"");
    xml.append(XmlWalk.MAIN).append("\" xmlns:r=\"").append(XmlWalk.RELATIONSHIPS);
    xml.append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1\"/>");
    xml.append("<sheetViews><sheetView workbookViewId=\"0\">");
    int rows = page.headerRow() + 1;
    int columns = page.headerColumns();
    if (rows > 0 || columns > 0) {
      String pane = rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight";
      xml.append("<pane");
      xml.append(columns == 0 ? "" : " xSplit=\"" + columns + "\"");
      xml.append(rows == 0 ? "" : " ySplit=\"" + rows + "\"");
      xml.append(" topLeftCell=\"").append(new Address(rows, columns));
      xml.append("\" activePane=\"").append(pane).append("\" state=\"frozen\"/>");
      if (pane.equals("bottomRight")) {
        xml.append("<selection pane=\"topRight\"/><selection pane=\"bottomLeft\"/>");
      }
      xml.append("<selection pane=\"").append(pane).append("\" activeCell=\"A1\" sqref=\"A1\"/>");
    } else {
      xml.append("<selection activeCell=\"A1\" sqref=\"A1\"/>");
    }
    xml.append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><sheetData/>");
    xml.append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\"");
    xml.append(" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"");
    xml.append(page.landscape() ? "landscape" : "portrait");
    return xml.append("\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>").toString();
  }

  // Styles

  /** Styles for every look that is written, made before the first sheet is. */
  private StyleBook styles() throws IOException, UnusableInput {
    Optional<String> existing = workbook.related("styles").filter(archive::has);
    String part = existing.orElse(folder() + "styles.xml");
    StyleBook styles =
        new StyleBook(
            part, existing.isPresent() ? draft.text(part) : StyleBook.EMPTY, limits.nesting());
    boolean used = false;
    for (SheetEdits sheet : sheets.values()) {
      for (List<CellPlan> row : sheet.cells().rows()) {
        for (CellPlan plan : row) {
          styles.cell(plan.look(), plan.format());
        }
        used = true;
      }
      for (Edit.PutRules put : sheet.rules()) {
        for (Edit.Rule rule : put.rules()) {
          styles.rule(rule.look());
          used = true;
        }
      }
    }
    if (existing.isEmpty() && used) {
      draft.relate(workbook.part(), "styles", part);
      draft.kind(part, SHEET_KIND + "styles+xml");
    }
    if (styles.isChanged() || (existing.isEmpty() && used)) {
      draft.putText(part, styles.text());
    }
    return styles;
  }

  // Tables

  private void dropTables(String sheetPart) throws IOException, UnusableInput {
    for (Relation relation : draft.relations(sheetPart)) {
      if (relation.type().equals("table") || relation.type().equals("hyperlink")) {
        draft.unrelate(sheetPart, relation.id());
        if (!relation.isExternal()) {
          draft.drop(relation.target());
        }
      }
    }
  }

  /** The tables of the workbook, whose numbers and names must differ. */
  private final class Tables {
    private Set<String> names;
    private int nextId = 1;

    /** Adds a table, and gives the id by which its sheet names it. */
    String add(SheetEdits sheet, Edit.MarkTable edit) throws IOException, UnusableInput {
      if (names == null) {
        survey();
      }
      String name = edit.name();
      for (int number = 2; isTaken(name); number++) {
        name = edit.name() + number;
      }
      names.add(name.toLowerCase(Locale.ROOT));
      String part = draft.freeName(folder() + "tables/table#.xml");
      draft.putText(part, xml(sheet, edit.block(), name));
      draft.kind(part, SHEET_KIND + "table+xml");
      return draft.relate(sheet.part(), "table", part);
    }

    private boolean isTaken(String name) {
      return names.contains(name.toLowerCase(Locale.ROOT)) || book.hasName(name);
    }

    private void survey() throws IOException, UnusableInput {
      names = new HashSet<>();
      for (WorkbookPart.SheetEntry entry : workbook.sheets()) {
        if (entry.isGrid()) {
          for (TablePart table : TablePart.on(archive, entry.part(), limits)) {
            if (draft.has(table.part())) {
              names.add(table.snapshot().name().toLowerCase(Locale.ROOT));
              nextId = Math.max(nextId, table.id() + 1);
            }
          }
        }
      }
    }

    private String xml(SheetEdits sheet, Block block, String name) {
      // A table of a header alone is none to Excel: it has one empty row at least.
      Block whole =
          block.rows() == 1
              ? new Block(block.top(), block.left(), block.bottom() + 1, block.right())
              : block;
      StringBuilder xml = new StringBuilder();
      xml.append(
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<table xmlns=\"");
      xml.append(XmlWalk.MAIN).append("\" id=\"").append(nextId++);
      xml.append("\" name=\"").append(Markup.attribute(name));
      xml.append("\" displayName=\"").append(Markup.attribute(name));
      xml.append("\" ref=\"")
          .append(whole)
          .append("\" totalsRowShown=\"0\"><tableColumns count=\"");
      xml.append(block.columns()).append("\">");
      Set<String> headings = new HashSet<>();
      Map<Integer, CellPlan> header = sheet.cells().sweep().at(block.top()).puts();
      for (int column = block.left(); column <= block.right(); column++) {
        CellPlan cell = header.get(column);
        String heading = cell == null ? "" : cell.content().text().orElse("");
        if (heading.isEmpty() || !headings.add(heading.toLowerCase(Locale.ROOT))) {
          throw new IllegalStateException(
              "A table needs a heading of its own in each column: "
                  + new Address(block.top(), column)
                  + " of "
                  + sheet.name());
        }
        xml.append("<tableColumn id=\"").append(column - block.left() + 1).append("\" name=\"");
        xml.append(Markup.heading(heading)).append("\"/>");
      }
      xml.append("</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\"");
      xml.append(" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>");
      return xml.toString();
    }
  }

  // Calculation

  private void calcChain() throws IOException, UnusableInput {
    Optional<Relation> relation =
        workbook.relations().stream()
            .filter(r -> r.type().equals("calcChain") && archive.has(r.target()))
            .findFirst();
    if (relation.isEmpty()) {
      return;
    }
    String part = relation.get().target();
    Map<Integer, CellChanges> changes = new HashMap<>();
    for (WorkbookPart.SheetEntry entry : workbook.sheets()) {
      sheets.values().stream()
          .filter(sheet -> sheet.part().equals(entry.part()) && !sheet.cells().isEmpty())
          .forEach(sheet -> changes.put(entry.sheetId(), sheet.cells()));
    }
    String before = draft.text(part);
    Optional<String> now =
        CalcChainPart.without(
            part,
            before,
            (sheet, cell) ->
                emptied.contains(sheet)
                    || (changes.containsKey(sheet)
                        && changes.get(sheet).touches(cell.row(), cell.column())),
            limits.nesting());
    if (now.isEmpty()) {
      draft.drop(part);
      draft.unrelate(workbook.part(), relation.get().id());
    } else if (!now.get().equals(before)) {
      draft.putText(part, now.get());
    }
  }

  // The ledger

  private void putLedgerPart(String xml) throws IOException, UnusableInput {
    Optional<Relation> existing = LedgerPart.find(archive, workbook, limits);
    if (existing.isPresent() && xml.isEmpty()) {
      draft.unrelate(workbook.part(), existing.get().id());
      draft.dropWithParts(existing.get().target());
    } else if (existing.isPresent()) {
      draft.putText(existing.get().target(), xml);
    } else if (!xml.isEmpty()) {
      String item = draft.freeName("customXml/item#.xml");
      String properties = item.replace("item", "itemProps");
      draft.kindOfXml();
      draft.putText(item, xml);
      draft.putText(properties, LedgerPart.PROPERTIES);
      draft.kind(
          properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
      draft.relate(workbook.part(), "customXml", item);
      draft.relate(item, "customXmlProps", properties);
    }
  }
}
