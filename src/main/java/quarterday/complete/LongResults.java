package quarterday.complete;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import quarterday.edit.CellPlan;
import quarterday.edit.Look;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Setting;
import quarterday.review.Comparison;
import quarterday.review.History;
import quarterday.review.MeasureReview;
import quarterday.review.PeriodFigure;
import quarterday.review.Review;
import quarterday.review.StateWords;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.spc.Limits;

/**
 * The results beside a long table: limits and verdict of each row's own month, and each quarter's
 * figures in the measure's last row of that quarter. All are values, and verdicts say when their
 * own row is no longer what was judged, so that sorting and filtering keep every row true.
 */
final class LongResults implements TableResults {
  private final Places places;
  private final Formats formats;
  private final LongGuard guard;
  private final History history;
  private final Review review;
  private final MeasureTable table;
  private final List<MeasureReview> measures;

  LongResults(
      Places places,
      Formats formats,
      LongGuard guard,
      History history,
      MeasureTable table,
      List<MeasureReview> measures) {
    this.places = places;
    this.formats = formats;
    this.guard = guard;
    this.history = history;
    this.review = places.review();
    this.table = table;
    this.measures = measures;
  }

  /** The columns of the block, from the left. */
  enum Column {
    MEAN(11),
    LOWER(11),
    UPPER(11),
    EXCEPTION(36),
    PERIOD(16),
    NOW(14),
    PREVIOUS(14),
    CHANGE(14),
    PERCENT(14),
    YEAR_AGO(15),
    YEAR_CHANGE(15),
    YEAR_PERCENT(15);

    private final double width;

    Column(double width) {
      this.width = width;
    }

    String heading(ReportingPeriod period) {
      String noun = ResultsSheet.noun(period);
      String first = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
      return switch (this) {
        case MEAN -> "Mean";
        case LOWER -> "Lower limit";
        case UPPER -> "Upper limit";
        case EXCEPTION -> "Exception";
        case PERIOD -> first;
        case NOW -> first + " value";
        case PREVIOUS -> "Previous " + noun;
        case CHANGE -> "Change on previous " + noun;
        case PERCENT -> "% change on previous " + noun;
        case YEAR_AGO -> "Same " + noun + " last year";
        case YEAR_CHANGE -> "Change on same " + noun + " last year";
        case YEAR_PERCENT -> "% change on same " + noun + " last year";
      };
    }
  }

  private static final List<Column> COLUMNS = List.of(Column.values());
  private static final List<CellPlan> EMPTY = Collections.nCopies(COLUMNS.size(), CellPlan.BLANK);
  private static final List<CellPlan> NO_LIMITS =
      EMPTY.subList(0, COLUMNS.indexOf(Column.EXCEPTION));
  private static final List<CellPlan> NO_QUARTER =
      EMPTY.subList(COLUMNS.indexOf(Column.PERIOD), COLUMNS.size());

  /** How many columns the results of any long table take. */
  static int width() {
    return COLUMNS.size();
  }

  @Override
  public List<Double> widths() {
    return COLUMNS.stream().map(column -> column.width).toList();
  }

  @Override
  public Block exceptions(Block block) {
    return exceptions(table, block);
  }

  static Block exceptions(MeasureTable table, Block block) {
    int column = block.left() + COLUMNS.indexOf(Column.EXCEPTION);
    return new Block(table.firstRow(), column, table.lastRow(), column);
  }

  @Override
  public List<List<CellPlan>> rows(Block block) {
    List<List<CellPlan>> rows = new ArrayList<>(Collections.nCopies(block.rows(), EMPTY));
    rows.set(
        0,
        TableResults.headings(
            table, places.sheet(table), COLUMNS, column -> column.heading(review.period())));
    for (MeasureReview m : measures) {
      new Lines(m).put(rows);
    }
    return rows;
  }

  /** The rows of one measure. What they share is made once: there are very many of them. */
  private final class Lines {
    private final MeasureReview m;
    private final Map<ReportingPeriod, Integer> positions = new HashMap<>();
    private final Map<ReportingPeriod, Integer> quarters = new HashMap<>();
    private final Optional<Double> lowest;
    private final Optional<Double> highest;
    private final String figure;
    private final String limit;
    private final String change;
    private final Optional<String> changed;

    Lines(MeasureReview m) {
      this.m = m;
      for (int i = 0; i < m.series().size(); i++) {
        positions.put(m.series().points().get(i), i);
      }
      this.lowest = m.lowest().map(Number::doubleValue);
      this.highest = m.highest().map(Number::doubleValue);
      this.figure = formats.figure(m.row());
      this.limit = formats.limit(m.row());
      this.change = formats.change(m.row());
      this.changed = guard.changed(m).map(any -> places.verdict(m));
      m.row().months().forEach((month, o) -> quarters.put(reported(month), o.cell().row()));
      m.row().quarters().forEach((quarter, o) -> quarters.put(quarter, o.cell().row()));
    }

    /** The period whose figures a month's row can show. */
    private ReportingPeriod reported(YearMonth month) {
      return review.period() instanceof CalendarMonth
          ? new CalendarMonth(month)
          : FinancialQuarter.of(month);
    }

    void put(List<List<CellPlan>> rows) {
      Map<Integer, ReportingPeriod> shown = new TreeMap<>();
      quarters.forEach(
          (period, row) -> {
            boolean sameKind = period.getClass() == review.period().getClass();
            if (sameKind && !period.last().isAfter(review.period().last())) {
              shown.put(row, period);
            }
          });
      m.row().months().forEach((month, o) -> put(rows, new CalendarMonth(month), o, shown));
      m.row().quarters().forEach((quarter, o) -> put(rows, quarter, o, shown));
    }

    private void put(
        List<List<CellPlan>> rows,
        ReportingPeriod period,
        Observation seen,
        Map<Integer, ReportingPeriod> shown) {
      int row = seen.cell().row();
      if (period.last().isAfter(review.period().last())) {
        return;
      }
      List<CellPlan> cells = new ArrayList<>(COLUMNS.size());
      Optional<Integer> position = Optional.ofNullable(positions.get(period));
      cells.addAll(limits(position));
      cells.add(exception(row, position.map(i -> StateWords.at(m, i)).orElse("")));
      cells.addAll(quarter(Optional.ofNullable(shown.get(row))));
      rows.set(row - table.headerRow(), cells);
    }

    private List<CellPlan> limits(Optional<Integer> position) {
      if (position.flatMap(i -> m.chart().phase(i)).isEmpty()) {
        return NO_LIMITS;
      }
      int at = position.orElseThrow();
      Optional<Limits> limits = m.chart().limits(at);
      return List.of(
          limit(m.chart().centre(at), Optional.empty(), Math::max),
          limit(limits.map(Limits::lower), lowest, Math::max),
          limit(limits.map(Limits::upper), highest, Math::min));
    }

    private CellPlan limit(
        Optional<Double> raw, Optional<Double> bound, BinaryOperator<Double> inside) {
      return raw.map(value -> value * m.scale())
          .map(value -> bound.map(b -> inside.apply(value, b)).orElse(value))
          .map(value -> CellPlan.number(SpcDataSheet.shown(m, value), limit, Look.LIMIT))
          .orElse(CellPlan.text(ResultsSheet.NOT_AVAILABLE, Look.LIMIT));
    }

    private CellPlan exception(int row, String words) {
      return guard
          .unchanged(table, row)
          .map(
              unchanged ->
                  CellPlan.formula(
                      "IF("
                          + unchanged
                          + ","
                          + FormulaText.text(words)
                          + ","
                          + FormulaText.text(Guard.OUT_OF_DATE)
                          + ")",
                      Content.of(words),
                      CellSnapshot.GENERAL,
                      Look.STATE))
          .orElseGet(() -> CellPlan.text(words, Look.STATE));
    }

    private List<CellPlan> quarter(Optional<ReportingPeriod> period) {
      Optional<History.Entry> entry =
          period.map(p -> history.of(m, p)).filter(e -> e.figure().value().isPresent());
      if (entry.isEmpty()) {
        return NO_QUARTER;
      }
      History.Entry found = entry.get();
      List<CellPlan> cells = new ArrayList<>();
      cells.add(label(label(found.figure())));
      cells.add(figure(found.figure(), Look.FIGURE));
      cells.add(figure(found.previous().earlier(), Look.EARLIER));
      cells.add(change(found.previous()));
      cells.add(percent(found.previous()));
      cells.add(figure(found.yearAgo().earlier(), Look.EARLIER));
      cells.add(change(found.yearAgo()));
      cells.add(percent(found.yearAgo()));
      return cells;
    }

    /** The quarter's name and what a reader must know of its figure. */
    private String label(PeriodFigure of) {
      String part =
          of.incomplete()
              ? String.format(
                  Locale.ROOT,
                  " (%d of %d months)",
                  of.present().size(),
                  of.period().months().size())
              : "";
      return of.period().label() + part + (of.estimated() ? " [e]" : "");
    }

    /** The name, which gives way when any of the measure's rows has changed. */
    private CellPlan label(String label) {
      return changed
          .map(
              verdict ->
                  CellPlan.formula(
                      String.format(
                          Locale.ROOT,
                          "IF(%s=%2$s,%2$s,%3$s)",
                          verdict,
                          FormulaText.text(Guard.OUT_OF_DATE),
                          FormulaText.text(label)),
                      Content.of(label),
                      CellSnapshot.GENERAL,
                      Look.STATE))
          .orElseGet(() -> CellPlan.text(label, Look.STATE));
    }

    private CellPlan figure(PeriodFigure of, Look look) {
      return of.value()
          .map(value -> CellPlan.number(SpcDataSheet.shown(m, value), figure, look))
          .orElse(CellPlan.text(ResultsSheet.NOT_AVAILABLE, look));
    }

    private CellPlan change(Comparison then) {
      return then.change()
          .map(value -> CellPlan.number(value.doubleValue(), change, Look.CHANGE))
          .orElseGet(() -> CellPlan.text(missing(then), Look.CHANGE));
    }

    private CellPlan percent(Comparison then) {
      if (then.percent().isPresent()) {
        return CellPlan.number(
            then.percent().get().movePointLeft(2).doubleValue(),
            Formats.PERCENT_CHANGE,
            Look.CHANGE);
      }
      return CellPlan.text(
          then.change().isEmpty()
              ? missing(then)
              : ResultsSheet.noPercent(then.base(), review.settings().whole(Setting.SMALLEST_BASE)),
          Look.CHANGE);
    }

    private String missing(Comparison then) {
      return then.broken().isPresent() ? ResultsSheet.BROKEN : ResultsSheet.NOT_AVAILABLE;
    }
  }
}
