package quarterday.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quarterday.check.LastReport;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.GlossaryTab;
import quarterday.kpi.KpiBook;
import quarterday.kpi.Mark;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.review.Judge;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/**
 * Compares the workbook as it should be with the workbook as it is, and plans only what differs.
 */
final class Planner {
  /** Formatting this far beyond a table's last content keeps no results away. */
  private static final int FORMATTED_BEYOND = 60;

  /** Cached values that differ by less are the same: other programs compute in another order. */
  private static final double SAME = 1e-9;

  private final Snapshot snapshot;
  private final KpiBook book;
  private final Review review;
  private final String version;
  private final Places places;
  private final Optional<Ledger> before;
  private DrawnCharts drawn;
  private final List<Finding> checked;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final Map<Ledger.Place, OptionalDouble> widths = new LinkedHashMap<>();
  private final Map<String, OptionalDouble> heights = new LinkedHashMap<>();
  private final Map<Integer, List<MeasureReview>> byTable = new TreeMap<>();

  private Planner(
      Snapshot snapshot, KpiBook book, Review review, List<Finding> checked, String version) {
    this.snapshot = snapshot;
    this.book = book;
    this.review = review;
    this.checked = checked;
    this.version = version;
    this.places = new Places(snapshot, review);
    this.before = Ledger.parse(snapshot.ledger());
    this.drawn = before.map(Ledger::charts).orElse(DrawnCharts.NONE);
    for (MeasureReview m : review.measures()) {
      byTable.computeIfAbsent(m.table().number(), key -> new ArrayList<>()).add(m);
    }
  }

  /** Plans all that completes a workbook. */
  static Planner whole(
      Snapshot snapshot, KpiBook book, Review review, List<Finding> checked, String version) {
    Planner planner = new Planner(snapshot, book, review, checked, version);
    planner.place();
    GlossaryPart glossary = planner.glossaryPart();
    planner.plan(glossary, planner.checks(glossary));
    return planner;
  }

  /** What planning the whole would find, without the plan where that can do without it. */
  static List<Finding> findings(
      Snapshot snapshot, KpiBook book, Review review, List<Finding> checked, String version) {
    boolean locked =
        Stream.of(SheetKind.values())
            .flatMap(kind -> snapshot.named(kind.definedName()).stream())
            .flatMap(name -> snapshot.sheet(name.sheet()).stream())
            .anyMatch(SheetSnapshot::isLocked);
    if (locked) {
      // Whether a protected sheet is out of date shows only beside the sheet as it should be.
      return whole(snapshot, book, review, checked, version).findings();
    }
    Planner planner = new Planner(snapshot, book, review, checked, version);
    planner.place();
    planner.checks(planner.glossaryPart());
    return planner.findings();
  }

  /**
   * Plans the glossary alone, as completing the workbook would have it.
   *
   * @throws UnusableInput if it stands on a protected sheet
   */
  static EditPlan glossary(Snapshot snapshot, KpiBook book, Review review, String version)
      throws UnusableInput {
    Planner planner = new Planner(snapshot, book, review, List.of(), version);
    planner.glossary();
    return planner.plan();
  }

  private void glossary() throws UnusableInput {
    String title = book.glossary().map(GlossaryTab::sheet).orElse(places.title(SheetKind.GLOSSARY));
    if (snapshot.sheet(title).filter(SheetSnapshot::isLocked).isPresent()) {
      throw AnalystSheet.locked(title);
    }
    GlossaryPart glossary = glossaryPart();
    put(glossary);
    if (before.isPresent() && !glossary.added().isEmpty()) {
      edits.add(new Edit.PutLedger(before.get().withTerms(glossary.added()).toXml()));
    }
  }

  private void put(GlossaryPart glossary) {
    if (glossary.sheet().isPresent()) {
      own(glossary.sheet().get());
    }
    edits.addAll(glossary.edits());
  }

  List<Finding> findings() {
    return findings;
  }

  EditPlan plan() {
    return new EditPlan(edits);
  }

  private GlossaryPart glossaryPart() {
    return new GlossaryPart(snapshot, book, review, settingsSheets());
  }

  /** Finds a place for the results of every table. */
  private void place() {
    if (before.isEmpty() && book.tables().stream().anyMatch(t -> t.results().isPresent())) {
      findings.add(
          Finding.about(
              ReadingRule.NO_LEDGER,
              "",
              "The record of the last completion is gone, as it is when another program has saved the workbook; results are refreshed all the same, but column widths cannot be put back by Remove results."));
    }
    for (MeasureTable table : book.tables()) {
      if (!table.locked()) {
        place(table).ifPresent(block -> places.place(table, block));
      }
    }
  }

  private ChecksSheet checks(GlossaryPart glossary) {
    List<Finding> listed = new ArrayList<>(checked);
    listed.addAll(glossary.findings());
    ChecksSheet checks = new ChecksSheet(places, book, listed, before);
    findings.addAll(checks.findings());
    return checks;
  }

  private void plan(GlossaryPart glossary, ChecksSheet checks) {
    before.ifPresent(ledger -> widths.putAll(ledger.widths()));
    before.ifPresent(ledger -> heights.putAll(ledger.heights()));
    Formats formats = new Formats(review.settings());
    QuarterFormulas quarters = new QuarterFormulas(places, formats);
    Guard guard = new Guard(places);
    LongGuard longGuard = new LongGuard(places);
    HighlightsSheet highlights = new HighlightsSheet(places, before);
    ChartChoice choice = new ChartChoice(review, highlights.recorded());
    Map<String, Plotted> plotted = choice.plotted(places, formats);

    own(highlights.sheet());
    OwnSheet charts = new ChartsSheet(places, choice, plotted).sheet();
    if (own(charts)) {
      drawn = DrawnCharts.of(charts.charts());
    }
    own(new ResultsSheet(places, formats, quarters, guard, longGuard).sheet());
    own(new SpcDataSheet(places, formats, plotted).sheet());
    own(checks.sheet());
    own(new MethodSheet(review, book, version).sheet());
    put(glossary);
    for (MeasureTable table : book.tables()) {
      Optional<Block> block = places.block(table);
      if (block.isPresent()) {
        List<MeasureReview> measures = byTable.getOrDefault(table.number(), List.of());
        results(
            table,
            block.get(),
            table.isLong()
                ? new LongResults(
                    places, formats, longGuard, Judge.history(book, review), table, measures)
                : new ResultsBlock(places, formats, quarters, guard, table, measures));
      }
    }
    dropOrphans();
    List<String> terms = new ArrayList<>(before.map(Ledger::terms).orElse(List.of()));
    terms.addAll(glossary.added());
    String ledger = ledger(highlights.recorded(), checks.accepted(), terms).toXml();
    // Others write the same in another spelling, and keep a way back in the part.
    if (!before.map(Ledger::toXml).equals(Optional.of(ledger))) {
      edits.add(new Edit.PutLedger(ledger));
    }
  }

  /** The sheets whose text is settings, not report. */
  static Set<String> settingsSheets() {
    return Set.of("Settings", "Measures", "Adjustments");
  }

  /** Where a table's results go: where they are, or after everything beside the table. */
  private Optional<Block> place(MeasureTable table) {
    List<MeasureReview> measures = byTable.getOrDefault(table.number(), List.of());
    if (measures.isEmpty()) {
      return Optional.empty();
    }
    int columns = table.isLong() ? LongResults.width() : ResultsBlock.columns(measures).size();
    SheetSnapshot sheet = places.sheet(table);
    int rows = table.block().rows();
    if (table.results().isPresent()) {
      Block old = table.results().get();
      Block wanted = Block.of(new Address(table.headerRow(), old.left()), rows, columns);
      if (columns <= old.columns() || isFree(sheet, wanted, old)) {
        return Optional.of(wanted);
      }
    }
    int left = right(table, sheet) + 2;
    if (left + columns > Address.MAX_COLUMNS) {
      findings.add(
          Finding.about(
              ReadingRule.NO_ROOM,
              table.sheet(),
              String.format(
                  Locale.ROOT,
                  "There is no room for results to the right of the table on \u201c%s\u201d; delete what stands in its last columns.",
                  table.sheet())));
      return Optional.empty();
    }
    return Optional.of(Block.of(new Address(table.headerRow(), left), rows, columns));
  }

  private static boolean isFree(SheetSnapshot sheet, Block wanted, Block old) {
    for (int row = wanted.top(); row <= wanted.bottom(); row++) {
      for (int column : sheet.columns(row)) {
        if (wanted.contains(row, column) && !old.contains(row, column)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The last column beside a table that holds anything, or is formatted within reach. */
  private int right(MeasureTable table, SheetSnapshot sheet) {
    int content = table.block().right();
    for (int row = table.headerRow(); row <= table.lastRow(); row++) {
      int[] columns = sheet.columns(row);
      if (columns.length > 0) {
        content = Math.max(content, columns[columns.length - 1]);
      }
    }
    for (Block merged : sheet.merged()) {
      if (merged.meets(rows(table))) {
        content = Math.max(content, merged.right());
      }
    }
    for (SheetSnapshot.TableSnapshot excel : sheet.tables()) {
      if (excel.block().meets(rows(table))) {
        content = Math.max(content, excel.block().right());
      }
    }
    // Tables side by side have their results after them all, in their order.
    for (MeasureTable other : book.tables()) {
      if (other.number() < table.number() && other.sheet().equals(table.sheet())) {
        Optional<Block> taken = places.block(other).filter(block -> block.meets(rows(table)));
        content = Math.max(content, taken.map(Block::right).orElse(-1));
      }
    }
    int formatted = content;
    for (int row = table.headerRow(); row <= table.lastRow(); row++) {
      int last = sheet.lastColumn(row);
      if (last <= content + FORMATTED_BEYOND) {
        formatted = Math.max(formatted, last);
      }
    }
    return formatted;
  }

  private static Block rows(MeasureTable table) {
    return new Block(table.headerRow(), 0, table.lastRow(), Address.MAX_COLUMNS - 1);
  }

  private void results(MeasureTable table, Block block, TableResults results) {
    SheetSnapshot sheet = places.sheet(table);
    Optional<Block> old = table.results();
    boolean moved = old.isEmpty() || !old.get().equals(block);
    if (moved && old.isPresent()) {
      edits.add(new Edit.DropRules(table.sheet(), old.get()));
      clearOutside(table.sheet(), old.get(), block);
    }
    putChanged(table.sheet(), sheet, block.first(), results.rows(block));
    if (moved) {
      edits.add(new Edit.NameBlock(table.resultsName(), table.sheet(), block));
      putRules(table, results, block);
      putHeight(table, sheet);
      if (old.isEmpty()
          || old.get().left() != block.left()
          || old.get().columns() != block.columns()) {
        putWidths(table, sheet, block, results.widths());
      }
    } else if (recoloured()) {
      edits.add(new Edit.DropRules(table.sheet(), block));
      putRules(table, results, block);
    }
  }

  private void putRules(MeasureTable table, TableResults results, Block block) {
    Block cells = results.exceptions(block);
    edits.add(
        new Edit.PutRules(
            table.sheet(), cells, ExceptionRules.of(cells.first(), review.settings())));
  }

  /** Whether the setting that colours stable measures has changed. */
  private boolean recoloured() {
    return before
        .map(ledger -> ledger.settings().get(Setting.STABLE_COLOUR.label()))
        .filter(colour -> !colour.equals(review.settings().text(Setting.STABLE_COLOUR)))
        .isPresent();
  }

  private void clearOutside(String sheet, Block old, Block block) {
    if (!old.meets(block)) {
      edits.add(new Edit.ClearCells(sheet, old));
      return;
    }
    if (old.top() < block.top()) {
      edits.add(
          new Edit.ClearCells(
              sheet, new Block(old.top(), old.left(), block.top() - 1, old.right())));
    }
    if (old.bottom() > block.bottom()) {
      edits.add(
          new Edit.ClearCells(
              sheet, new Block(block.bottom() + 1, old.left(), old.bottom(), old.right())));
    }
    if (old.right() > block.right()) {
      edits.add(
          new Edit.ClearCells(
              sheet, new Block(block.top(), block.right() + 1, block.bottom(), old.right())));
    }
    if (old.left() < block.left()) {
      edits.add(
          new Edit.ClearCells(
              sheet, new Block(block.top(), old.left(), block.bottom(), block.left() - 1)));
    }
  }

  /** Writes the cells that differ, neighbours in a row together. */
  private void putChanged(
      String name, SheetSnapshot sheet, Address first, List<List<CellPlan>> rows) {
    boolean fresh = rows.stream().noneMatch(List::isEmpty) && isEmpty(sheet, first, rows);
    if (fresh) {
      edits.add(new Edit.PutCells(name, first, rows));
      return;
    }
    for (int r = 0; r < rows.size(); r++) {
      List<CellPlan> row = rows.get(r);
      int at = first.row() + r;
      for (int c = 0; c < row.size(); ) {
        int end = c;
        while (end < row.size() && !isSame(sheet.at(at, first.column() + end), row.get(end))) {
          end++;
        }
        if (end > c) {
          edits.add(
              new Edit.PutCells(
                  name, new Address(at, first.column() + c), List.of(row.subList(c, end))));
        }
        c = end + 1;
      }
    }
  }

  private static boolean isEmpty(SheetSnapshot sheet, Address first, List<List<CellPlan>> rows) {
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        if (!sheet.at(first.row() + r, first.column() + c).isBlank()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(CellSnapshot now, CellPlan wanted) {
    if (now.isBlank() && wanted.content().isBlank() && wanted.formula().isEmpty()) {
      return true;
    }
    return FormulaText.same(now.formula(), wanted.formula())
        && isSame(now.content(), wanted.content())
        && Formats.same(now, wanted.format());
  }

  private static boolean isSame(Content now, Content wanted) {
    if (now.number().isPresent() && wanted.number().isPresent()) {
      return isSame(now.number().getAsDouble(), wanted.number().getAsDouble());
    }
    return now.equals(wanted) || (now.isBlank() && wanted.isBlank());
  }

  private void putWidths(
      MeasureTable table, SheetSnapshot sheet, Block block, List<Double> wanted) {
    Map<Integer, Double> existing = sheet.widths();
    for (int i = 0; i < wanted.size(); i++) {
      int column = block.left() + i;
      Double width = existing.get(column);
      widths.putIfAbsent(
          new Ledger.Place(table.resultsName(), i),
          width == null ? OptionalDouble.empty() : OptionalDouble.of(width));
    }
    edits.add(
        new Edit.SetWidths(
            table.sheet(), block.left(), wanted.stream().map(OptionalDouble::of).toList()));
  }

  /** The headings need their lines; a header row that is high enough is left alone. */
  private void putHeight(MeasureTable table, SheetSnapshot sheet) {
    Double fixed = sheet.heights().get(table.headerRow());
    if (fixed == null || fixed < TableResults.HEADER_HEIGHT) {
      heights.putIfAbsent(
          table.resultsName(), fixed == null ? OptionalDouble.empty() : OptionalDouble.of(fixed));
      edits.add(
          new Edit.SetHeight(
              table.sheet(), table.headerRow(), OptionalDouble.of(TableResults.HEADER_HEIGHT)));
    }
  }

  /** A sheet of ours: added, rewritten where it differs, or left alone; whether it is as wanted. */
  private boolean own(OwnSheet wanted) {
    String title = places.title(wanted.kind());
    Optional<SheetSnapshot> existing =
        snapshot.named(wanted.kind().definedName()).flatMap(name -> snapshot.sheet(name.sheet()));
    boolean recoloured = recoloured() && !wanted.rules().isEmpty();
    if (existing.isPresent() && isSame(existing.get(), wanted) && !recoloured) {
      return true;
    }
    if (existing.isPresent() && existing.get().isLocked()) {
      findings.add(
          Finding.about(
              ReadingRule.LOCKED_SHEET,
              title,
              String.format(
                  Locale.ROOT,
                  "The sheet \u201c%s\u201d is protected, so it is not brought up to date; unprotect it and complete again.",
                  title)));
      return false;
    }
    edits.add(
        existing.isPresent()
            ? new Edit.ClearSheet(title)
            : new Edit.AddSheet(title, wanted.page()));
    edits.add(new Edit.PutCells(title, new Address(0, 0), wanted.rows()));
    wanted
        .table()
        .ifPresent(block -> edits.add(new Edit.MarkTable(title, block, wanted.kind().tableName())));
    wanted
        .rules()
        .forEach(ruled -> edits.add(new Edit.PutRules(title, ruled.block(), ruled.rules())));
    edits.add(
        new Edit.SetWidths(title, 0, wanted.widths().stream().map(OptionalDouble::of).toList()));
    wanted
        .heights()
        .forEach(
            (row, height) -> edits.add(new Edit.SetHeight(title, row, OptionalDouble.of(height))));
    if (!wanted.links().isEmpty()) {
      edits.add(new Edit.PutLinks(title, wanted.links()));
    }
    wanted.charts().forEach(chart -> edits.add(new Edit.PutChart(title, chart)));
    if (!wanted.pages().isEmpty()) {
      edits.add(new Edit.BreakPages(title, wanted.pages()));
    }
    Block corner = new Block(0, 0, 0, 0);
    boolean named =
        snapshot
            .named(wanted.kind().definedName())
            .filter(name -> name.sheet().equals(title) && name.block().equals(corner))
            .isPresent();
    if (!named) {
      edits.add(new Edit.NameBlock(wanted.kind().definedName(), title, corner));
    }
    return true;
  }

  private boolean isSame(SheetSnapshot sheet, OwnSheet wanted) {
    long cells = 0;
    for (int r = 0; r < wanted.rows().size(); r++) {
      List<CellPlan> row = wanted.rows().get(r);
      for (int c = 0; c < row.size(); c++) {
        CellSnapshot now = sheet.at(r, c);
        if (!isSame(now, row.get(c))) {
          return false;
        }
        cells += now.isBlank() ? 0 : 1;
      }
    }
    return sheet.size() == cells && drawn.isSame(sheet.charts(), wanted.charts());
  }

  /** Whether two figures are the same but for the order in which they were computed. */
  static boolean isSame(double now, double wanted) {
    return Math.abs(now - wanted) <= SAME * Math.max(1, Math.abs(wanted));
  }

  /** Results of tables that are gone. */
  private void dropOrphans() {
    Set<String> kept =
        book.tables().stream()
            .filter(t -> places.block(t).isPresent() || t.locked())
            .map(MeasureTable::resultsName)
            .collect(Collectors.toSet());
    for (Snapshot.NamedBlock name : snapshot.names()) {
      if (name.name().startsWith(MeasureTable.RESULTS_PREFIX) && !kept.contains(name.name())) {
        boolean writable =
            snapshot.sheet(name.sheet()).filter(sheet -> !sheet.isLocked()).isPresent();
        boolean reused =
            book.tables().stream()
                .flatMap(t -> places.block(t).stream())
                .anyMatch(block -> block.meets(name.block()));
        if (writable && !reused) {
          edits.add(new Edit.DropRules(name.sheet(), name.block()));
          edits.add(new Edit.ClearCells(name.sheet(), name.block()));
        }
        edits.add(new Edit.DropName(name.name()));
      }
    }
  }

  private Ledger ledger(List<String> highlights, Map<String, String> accepted, List<String> terms) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      settings.put(setting.label(), review.settings().text(setting));
    }
    if (review.settings().source(Setting.LIMITS_METHOD) == Settings.Source.RECOGNISED) {
      settings.put(Ledger.RECOGNISED, review.settings().text(Setting.LIMITS_METHOD));
    }
    List<Ledger.Seen> measures = new ArrayList<>();
    for (MeasureReview m : review.measures()) {
      measures.add(
          new Ledger.Seen(
              m.measure().id(),
              m.table().sheet(),
              m.row().name().toString(),
              m.measure().kpi(),
              m.measure().name(),
              m.measure().unit().label(),
              LastReport.definition(m.measure()),
              series(m)));
    }
    String period = review.period().label();
    return new Ledger(
        version,
        period,
        settings,
        measures,
        before.map(b -> b.former(period, settings, measures)).orElse(Ledger.Former.NONE),
        before.map(b -> b.added(period, measures)).orElse(List.of()),
        accepted,
        highlights,
        terms,
        widths,
        heights,
        drawn);
  }

  /** A measure's figures as read: {@code 2020-04=12 2020-05=10}, quarters as {@code 2020Q1=31}. */
  private static String series(MeasureReview m) {
    List<String> figures = new ArrayList<>();
    m.row()
        .months()
        .forEach((month, o) -> figure(figures, LastReport.key(new CalendarMonth(month)), o));
    m.row().quarters().forEach((quarter, o) -> figure(figures, LastReport.key(quarter), o));
    return String.join(" ", figures);
  }

  private static void figure(List<String> figures, String period, Observation o) {
    o.value()
        .ifPresent(
            value -> figures.add(period + "=" + value.toPlainString() + Mark.tokens(o.marks())));
  }
}
