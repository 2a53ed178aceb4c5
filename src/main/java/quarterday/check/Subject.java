package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Decimals;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.GlossaryTab;
import quarterday.kpi.KpiBook;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Interruption;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/** What is checked: the workbook as read, its measures, their review, and what was there before. */
public final class Subject {
  private static final Set<String> SETTINGS = Set.of("settings", "measures", "adjustments");

  private final Snapshot snapshot;
  private final KpiBook book;
  private final Review review;
  private final LastReport before;
  private final Map<String, MeasureReview> byId = new HashMap<>();
  private final Map<Integer, List<MeasureReview>> byTable = new HashMap<>();
  private final Map<String, SheetSnapshot> sheets = new LinkedHashMap<>();
  private final Map<Integer, List<TypedColumn>> typedColumns = new HashMap<>();
  private final List<WrittenText> texts;
  private final List<Narrative> narratives;

  private Subject(Snapshot snapshot, KpiBook book, Review review, LastReport before) {
    this.snapshot = snapshot;
    this.book = book;
    this.review = review;
    this.before = before;
    snapshot.sheets().forEach(sheet -> sheets.put(sheet.name(), sheet));
    review.measures().forEach(m -> byId.putIfAbsent(LastReport.lasting(m.measure().id()), m));
    for (MeasureReview m : review.measures()) {
      byTable.computeIfAbsent(m.table().number(), key -> new ArrayList<>()).add(m);
    }
    // A row of a long table is one month, so that what stands beside it is not about the quarter.
    book.tables().forEach(t -> typedColumns.put(t.number(), t.isLong() ? List.of() : typed(t)));
    this.texts = List.copyOf(written());
    this.narratives = Narrative.of(review);
  }

  /** A judged workbook. */
  public static Subject of(Snapshot snapshot, KpiBook book, Review review, LastReport before) {
    return new Subject(snapshot, book, review, before);
  }

  /** A text that the analyst wrote in a cell. */
  record WrittenText(String sheet, Address cell, String text) {
    /** A finding about it, and about no measure. */
    Finding finding(CheckRule rule, String message) {
      return Finding.at(rule, sheet, cell, "", message);
    }
  }

  /**
   * A column of a table that is neither a period nor the commentary, and not ours.
   *
   * @param heading its heading in small letters
   */
  record TypedColumn(int column, String heading) {}

  Snapshot snapshot() {
    return snapshot;
  }

  KpiBook book() {
    return book;
  }

  Review review() {
    return review;
  }

  LastReport before() {
    return before;
  }

  List<MeasureReview> measures() {
    return review.measures();
  }

  /** The measures of a table, from the top. */
  List<MeasureReview> measures(MeasureTable table) {
    return byTable.getOrDefault(table.number(), List.of());
  }

  /** The measure of this id. */
  Optional<MeasureReview> measure(String id) {
    return Optional.ofNullable(byId.get(LastReport.lasting(id)));
  }

  SheetSnapshot sheet(MeasureReview measure) {
    return sheets.get(measure.table().sheet());
  }

  SheetSnapshot sheet(MeasureTable table) {
    return sheets.get(table.sheet());
  }

  /** The columns that an analyst added to a table, from the left. */
  List<TypedColumn> typedColumns(MeasureTable table) {
    return typedColumns.get(table.number());
  }

  /** Every text on the analyst's own visible sheets, settings and glossary apart. */
  Iterable<WrittenText> texts() {
    return Interruption.heededBy(texts);
  }

  /** The sheets that an analyst reports on: visible, not ours, and no settings. */
  List<SheetSnapshot> ownSheets() {
    Set<String> ours = new HashSet<>();
    snapshot.names().stream()
        .filter(name -> name.name().startsWith(MeasureTable.SHEET_PREFIX))
        .forEach(name -> ours.add(name.sheet()));
    book.glossary().map(GlossaryTab::sheet).ifPresent(ours::add);
    return sheets.values().stream()
        .filter(sheet -> !sheet.isHidden() && !ours.contains(sheet.name()))
        .filter(sheet -> !SETTINGS.contains(sheet.name().strip().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** A measure's figures by period, months first. */
  static Map<ReportingPeriod, Observation> figures(MeasureReview measure) {
    Map<ReportingPeriod, Observation> figures = new LinkedHashMap<>();
    measure.row().months().forEach((month, o) -> figures.put(new CalendarMonth(month), o));
    measure.row().quarters().forEach(figures::put);
    figures.values().removeIf(Observation::isGap);
    return figures;
  }

  /** A measure's figures, months first, where their periods do not matter. */
  static List<Observation> observations(MeasureReview measure) {
    List<Observation> figures = new ArrayList<>(measure.row().months().values());
    figures.addAll(measure.row().quarters().values());
    figures.removeIf(Observation::isGap);
    return figures;
  }

  /** A measure's figure for one period, as typed. */
  static Optional<Observation> figure(MeasureReview measure, ReportingPeriod period) {
    return figure(measure.row(), period);
  }

  /** A row's figure for one period, as typed. */
  static Optional<Observation> figure(MeasureRow row, ReportingPeriod period) {
    Observation found =
        period instanceof FinancialQuarter quarter
            ? row.quarters().get(quarter)
            : row.months().get(period.first());
    return Optional.ofNullable(found).filter(o -> !o.isGap());
  }

  /** The cell with a measure's KPI number, if that row has one of its own. */
  Optional<Address> kpiCell(MeasureReview measure) {
    SheetSnapshot sheet = sheet(measure);
    Address name = measure.row().name();
    for (int column : sheet.columns(name.row())) {
      if (column != name.column()
          && column >= measure.table().block().left()
          && column <= measure.table().block().right()
          && !measure.measure().kpi().isEmpty()
          && isNumber(sheet.at(name.row(), column), measure.measure().kpi())
          && !measure.table().periods().containsKey(column)
          && sheet.mergedAt(name.row(), column).filter(b -> b.top() < name.row()).isEmpty()) {
        return Optional.of(new Address(name.row(), column));
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(CellSnapshot cell, String kpi) {
    if (cell.content().number().isPresent()) {
      try {
        return Decimals.of(cell.content().number().getAsDouble()).compareTo(new BigDecimal(kpi))
            == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return cell.content().text().map(String::strip).filter(kpi::equals).isPresent();
  }

  private List<TypedColumn> typed(MeasureTable table) {
    SheetSnapshot sheet = sheet(table);
    List<Block> results = results(sheet);
    List<TypedColumn> columns = new ArrayList<>();
    for (int column : sheet.columns(table.headerRow())) {
      boolean ours = results.stream().anyMatch(block -> block.contains(table.headerRow(), column));
      boolean known =
          column == table.measureColumn()
              || table.periods().containsKey(column)
              || table.commentaryColumn().stream().anyMatch(c -> c == column);
      boolean within = column >= table.block().left() && column <= table.block().right();
      if (within && !ours && !known) {
        sheet
            .at(table.headerRow(), column)
            .content()
            .text()
            .map(text -> text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip())
            .map(text -> text.toLowerCase(Locale.ROOT))
            .ifPresent(text -> columns.add(new TypedColumn(column, text)));
      }
    }
    return columns;
  }

  private List<Block> results(SheetSnapshot sheet) {
    return snapshot.names().stream()
        .filter(name -> name.sheet().equals(sheet.name()))
        .filter(name -> name.name().startsWith(MeasureTable.RESULTS_PREFIX))
        .map(Snapshot.NamedBlock::block)
        .toList();
  }

  private List<WrittenText> written() {
    List<WrittenText> written = new ArrayList<>();
    for (SheetSnapshot sheet : ownSheets()) {
      List<Block> results = results(sheet);
      for (int row : sheet.rows()) {
        for (int column : sheet.columns(row)) {
          Optional<String> text = sheet.at(row, column).content().text();
          if (text.isPresent()
              && !text.get().isBlank()
              && results.stream().noneMatch(block -> block.contains(row, column))) {
            written.add(new WrittenText(sheet.name(), new Address(row, column), text.get()));
          }
        }
      }
    }
    return written;
  }

  /** The commentaries, read once, in the workbook's order. */
  List<Narrative> narratives() {
    return narratives;
  }

  /** A finding about a cell of a measure's row. */
  static Finding at(CheckRule rule, MeasureReview measure, Address cell, String message) {
    return Finding.at(rule, measure.table().sheet(), cell, measure.measure().name(), message);
  }
}
