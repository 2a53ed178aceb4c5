package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
import quarterday.edit.Look;
import quarterday.kpi.Decimals;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.review.Comparison;
import quarterday.review.Improvement;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.review.Shown;
import quarterday.review.State;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.spc.Side;

/**
 * The sheet {@code Highlights}: every measure that is not stable and every large change, worst
 * first, with its sentence, a link and room for the analyst's words. What the analyst writes stays;
 * a row that the analyst takes out stays out for that period.
 */
final class HighlightsSheet {
  private static final int EXCEPTION = 0;
  private static final int MEASURE = 2;

  private static final String KPI_HEADING = "KPI";
  private static final String MEASURE_HEADING = "Measure";
  private static final String WORDS_HEADING = "Your words";
  private static final String ID_HEADING = "Id";

  private static final List<String> HEADINGS =
      List.of(
          "Exception",
          KPI_HEADING,
          MEASURE_HEADING,
          "In words",
          "Why it is here",
          WORDS_HEADING,
          ID_HEADING);

  private static final List<Double> WIDTHS = List.of(54.0, 7.0, 32.0, 52.0, 44.0, 40.0, 14.0);

  /** A measure and why it is listed. */
  private record Highlight(MeasureReview measure, String why) {}

  /** A row as it stood: the analyst may have sorted it, or moved its columns. */
  private record Written(String id, String kpi, String measure, String words) {}

  private final Places places;
  private final Review review;
  private final Settings settings;
  private final Map<String, Written> written = new LinkedHashMap<>();
  private final List<Highlight> highlights;

  HighlightsSheet(Places places, Optional<Ledger> ledger) {
    this.places = places;
    this.review = places.review();
    this.settings = review.settings();
    Optional<SheetSnapshot> before =
        places
            .snapshot()
            .named(SheetKind.HIGHLIGHTS.definedName())
            .flatMap(name -> places.snapshot().sheet(name.sheet()));
    before.ifPresent(this::readRows);
    Set<String> removed = removed(ledger, before);
    this.highlights = new ArrayList<>();
    found().stream()
        .filter(h -> !removed.contains(h.measure().measure().id()))
        .forEach(highlights::add);
    Set<String> listed = new HashSet<>(removed);
    highlights.forEach(h -> listed.add(h.measure().measure().id()));
    // Words that somebody wrote are not thrown away when their measure calms down.
    for (MeasureReview m : review.measures()) {
      String id = m.measure().id();
      if (!listed.contains(id) && !words(id).isBlank()) {
        highlights.add(new Highlight(m, "No highlight now; kept for your words"));
      }
    }
  }

  private void readRows(SheetSnapshot sheet) {
    Map<String, Integer> columns = Map.of();
    for (int row : sheet.rows()) {
      if (columns.isEmpty()) {
        columns = headings(sheet, row);
        continue;
      }
      String id = text(sheet, row, columns.get(ID_HEADING));
      if (!id.isEmpty()) {
        written.putIfAbsent(
            id,
            new Written(
                id,
                text(sheet, row, columns.get(KPI_HEADING)),
                text(sheet, row, columns.get(MEASURE_HEADING)),
                text(sheet, row, columns.get(WORDS_HEADING))));
      }
    }
  }

  /** Where the headings stand in a row; nothing if it is not their row. */
  private static Map<String, Integer> headings(SheetSnapshot sheet, int row) {
    Map<String, Integer> columns = new HashMap<>();
    for (int column : sheet.columns(row)) {
      sheet.at(row, column).content().text().ifPresent(text -> columns.put(text, column));
    }
    return columns.containsKey(ID_HEADING) && columns.containsKey(WORDS_HEADING)
        ? columns
        : Map.of();
  }

  /** What a cell says, also where somebody typed a number. */
  private static String text(SheetSnapshot sheet, int row, Integer column) {
    if (column == null) {
      return "";
    }
    Content content = sheet.at(row, column).content();
    return content.number().isPresent()
        ? Decimals.of(content.number().getAsDouble()).toPlainString()
        : content.text().orElse("");
  }

  private String words(String id) {
    return written.containsKey(id) ? written.get(id).words() : "";
  }

  /** Rows whose measure has left the workbook, or is called otherwise now, with words in them. */
  private List<Written> orphans() {
    Set<String> known = review.byId().keySet();
    return written.values().stream()
        .filter(row -> !row.words().isBlank() && !known.contains(row.id()))
        .toList();
  }

  /** What was listed for this very period and has been taken out since. */
  private Set<String> removed(Optional<Ledger> ledger, Optional<SheetSnapshot> before) {
    Set<String> removed = new HashSet<>();
    if (ledger.isPresent()
        && before.isPresent()
        && ledger.get().period().equals(review.period().label())) {
      removed.addAll(ledger.get().highlights());
      removed.removeAll(written.keySet());
    }
    return removed;
  }

  /** The ids to be recorded: those listed, and those that were taken out. */
  List<String> recorded() {
    return found().stream().map(h -> h.measure().measure().id()).toList();
  }

  private List<Highlight> found() {
    List<Highlight> found = new ArrayList<>();
    for (MeasureReview m : review.measures()) {
      if (m.state().isException()) {
        found.add(new Highlight(m, m.why()));
      } else {
        large(m, m.previous())
            .or(() -> large(m, m.yearAgo()))
            .ifPresent(why -> found.add(new Highlight(m, why)));
      }
    }
    found.sort(
        Comparator.comparingInt((Highlight h) -> rank(h.measure()))
            .thenComparing(
                Comparator.comparingDouble((Highlight h) -> size(h.measure())).reversed()));
    return found;
  }

  /** Worse before better, points before runs, changes last. */
  private static int rank(MeasureReview m) {
    if (!m.state().isException()) {
      return 100 + rank(Improvement.of(m.measure().better(), direction(m)));
    }
    return rank(m.improving().orElse(Improvement.NEITHER))
        + (m.state() == State.POINT
            ? 0
            : m.state() == State.TREND ? 1 : m.state() == State.SHIFT ? 2 : 3);
  }

  private static int rank(Improvement improving) {
    return switch (improving) {
      case WORSE -> 0;
      case NEITHER -> 10;
      case BETTER -> 20;
    };
  }

  /** The way the period went, against the one before or else against last year's. */
  private static Side direction(MeasureReview m) {
    int sign =
        m.previous().change().or(() -> m.yearAgo().change()).map(BigDecimal::signum).orElse(0);
    return sign > 0 ? Side.ABOVE : sign < 0 ? Side.BELOW : Side.ON;
  }

  private static double size(MeasureReview m) {
    return m.previous()
        .percent()
        .map(BigDecimal::abs)
        .map(BigDecimal::doubleValue)
        .orElse(m.previous().change().map(c -> c.abs().doubleValue()).orElse(0.0));
  }

  private Optional<String> large(MeasureReview m, Comparison then) {
    if (then.change().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal change = then.change().get();
    Shown shown = new Shown(settings);
    String basis = then.earlier().period().label();
    String direction = change.signum() > 0 ? "up" : "down";
    if (m.measure().isPercentage()) {
      return atLeast(change, Setting.HIGHLIGHT_POINTS)
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  "Large change: %s %s percentage points on %s",
                  direction,
                  shown.number(change.abs(), m.measure().unit()),
                  basis))
          : Optional.empty();
    }
    boolean large =
        then.percent().filter(p -> atLeast(p, Setting.HIGHLIGHT_PER_CENT)).isPresent()
            && atLeast(change, Setting.HIGHLIGHT_UNITS);
    return large
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "Large change: %s %s (%s) on %s",
                direction,
                Shown.percent(then.percent().orElseThrow().abs()),
                shown.figure(change.abs(), m.measure().unit()),
                basis))
        : Optional.empty();
  }

  private boolean atLeast(BigDecimal value, Setting threshold) {
    return value.abs().compareTo(BigDecimal.valueOf(settings.whole(threshold))) >= 0;
  }

  OwnSheet sheet() {
    List<List<CellPlan>> rows =
        Rows.titled("Highlights for " + review.period().label(), note(), HEADINGS);
    List<Edit.Link> links = new ArrayList<>();
    for (Highlight highlight : highlights) {
      MeasureReview m = highlight.measure();
      int row = rows.size();
      rows.add(row(highlight, row));
      links.add(
          new Edit.Link(
              new Address(row, MEASURE),
              Block.quoted(m.table().sheet()) + "!" + m.row().name(),
              "Go to " + m.measure().name() + " on " + m.table().sheet()));
    }
    for (Written orphan : orphans()) {
      rows.add(
          List.of(
              CellPlan.text("Not in the workbook now", Look.STATE),
              CellPlan.text(orphan.kpi(), Look.WORDS),
              CellPlan.text(orphan.measure(), Look.WRAPPED),
              CellPlan.empty(Look.WRAPPED),
              CellPlan.text(
                  "Kept for your words; delete the row when you need them no longer", Look.WRAPPED),
              CellPlan.text(orphan.words(), Look.ENTRY),
              CellPlan.text(orphan.id(), Look.WORDS)));
    }
    List<OwnSheet.Ruled> rules =
        rows.size() <= Places.FIRST_ROW
            ? List.of()
            : List.of(
                new OwnSheet.Ruled(
                    new Block(Places.FIRST_ROW, EXCEPTION, rows.size() - 1, EXCEPTION),
                    ExceptionRules.of(new Address(Places.FIRST_ROW, EXCEPTION), settings)));
    return new OwnSheet(
        SheetKind.HIGHLIGHTS,
        rows,
        Rows.table(rows),
        rules,
        links,
        WIDTHS,
        new Edit.PageLayout(true, Places.HEADER_ROW, 0));
  }

  private String note() {
    String thresholds =
        String.format(
            Locale.ROOT,
            "changes of at least %s%% and %s units, or %s percentage points",
            settings.text(Setting.HIGHLIGHT_PER_CENT),
            settings.text(Setting.HIGHLIGHT_UNITS),
            settings.text(Setting.HIGHLIGHT_POINTS));
    return highlights.isEmpty()
        ? "No exceptions, and no " + thresholds + "."
        : "Every exception, and "
            + thresholds
            + ", worst first. Delete a row to leave it out; write in the yellow column.";
  }

  private List<CellPlan> row(Highlight highlight, int row) {
    MeasureReview m = highlight.measure();
    List<CellPlan> cells = new ArrayList<>();
    cells.add(exception(m, row));
    cells.add(CellPlan.text(m.measure().kpi(), Look.WORDS));
    cells.add(new CellPlan(Content.of(m.row().label()), "", CellSnapshot.GENERAL, Look.LINK));
    cells.add(CellPlan.text(m.sentence(), Look.WRAPPED));
    cells.add(CellPlan.text(highlight.why(), Look.WRAPPED));
    String own = words(m.measure().id());
    cells.add(own.isEmpty() ? CellPlan.empty(Look.ENTRY) : CellPlan.text(own, Look.ENTRY));
    cells.add(CellPlan.text(m.measure().id(), Look.WORDS));
    return cells;
  }

  /** The verdict as its table shows it, so that it goes out of date here too. */
  private CellPlan exception(MeasureReview m, int row) {
    Optional<Block> block = places.block(m.table());
    if (m.table().isLong() && places.isNamed(m)) {
      return CellPlan.formula(
          places.verdict(m), Content.of(m.exception()), CellSnapshot.GENERAL, Look.STATE);
    }
    if (block.isEmpty() || !places.isKeyed(m)) {
      return CellPlan.text(m.exception(), Look.STATE);
    }
    return CellPlan.formula(
        "INDEX("
            + ResultsBlock.exceptionColumn(m.table(), block.get())
            + ","
            + places.inTable(m.table(), new Address(row, MEASURE).ownRow())
            + ")",
        Content.of(m.exception()),
        CellSnapshot.GENERAL,
        Look.STATE);
  }
}
