package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import quarterday.complete.QuarterFormulas.Own;
import quarterday.edit.CellPlan;
import quarterday.edit.Look;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Setting;
import quarterday.kpi.Unit;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;
import quarterday.review.PeriodFigure;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Interruption;

/**
 * The results beside a table: a row for each of its rows. All rows of a table have the same
 * formulas, which take what they need by the measure's name, so that sorting the table, with its
 * results or without, keeps every row true.
 */
final class ResultsBlock implements TableResults {
  private final Places places;
  private final Formats formats;
  private final QuarterFormulas quarters;
  private final Guard guard;
  private final Review review;
  private final MeasureTable table;
  private final List<MeasureReview> measures;
  private final List<Column> columns;
  private final Map<Column, Joined> joined = new EnumMap<>(Column.class);
  private final Map<Column, Share> differences = new EnumMap<>(Column.class);
  private final Share fractions;
  private final Share percentages;
  private final Optional<BigDecimal> base;

  /** How many of the table's measures something holds for: it decides the one formula of all. */
  private enum Share {
    NONE,
    SOME,
    ALL;

    static Share of(List<MeasureReview> measures, Predicate<MeasureReview> holds) {
      long count = measures.stream().filter(holds).count();
      return count == measures.size() ? ALL : count == 0 ? NONE : SOME;
    }
  }

  /** In which ways the rows' own months give a period, and whether they do in every row. */
  private record Joined(List<Integer> months, Set<Own> ways, boolean everywhere) {}

  ResultsBlock(
      Places places,
      Formats formats,
      QuarterFormulas quarters,
      Guard guard,
      MeasureTable table,
      List<MeasureReview> measures) {
    this.places = places;
    this.formats = formats;
    this.quarters = quarters;
    this.guard = guard;
    this.review = places.review();
    this.table = table;
    this.measures = measures;
    this.columns = columns(measures);
    joined.put(Column.NOW, joined(review.period(), MeasureReview::quarter));
    joined.put(Column.PREVIOUS, joined(review.period().previous(), m -> m.previous().earlier()));
    joined.put(Column.YEAR_AGO, joined(review.period().yearAgo(), m -> m.yearAgo().earlier()));
    differences.put(
        Column.PREVIOUS,
        Share.of(measures, m -> QuarterFormulas.isDifference(m.quarter(), m.previous())));
    differences.put(
        Column.YEAR_AGO,
        Share.of(measures, m -> QuarterFormulas.isDifference(m.quarter(), m.yearAgo())));
    this.fractions = Share.of(measures, m -> m.row().inFractions());
    this.percentages = Share.of(measures, m -> m.measure().isPercentage());
    this.base = base(measures, review);
  }

  private Joined joined(ReportingPeriod period, Function<MeasureReview, PeriodFigure> figure) {
    Set<Own> ways = EnumSet.noneOf(Own.class);
    boolean everywhere = true;
    for (MeasureReview m : measures) {
      if (quarters.isOwn(m, figure.apply(m))) {
        ways.add(quarters.own(m));
      } else {
        everywhere = false;
      }
    }
    return new Joined(Places.columns(table, period), ways, everywhere);
  }

  /** The earlier figure below which there is no per cent, if it is the same for all rows. */
  private static Optional<BigDecimal> base(List<MeasureReview> measures, Review review) {
    List<Boolean> counts =
        measures.stream()
            .filter(m -> !m.measure().isPercentage())
            .map(m -> m.measure().unit() == Unit.COUNT)
            .distinct()
            .toList();
    if (counts.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        counts.contains(true)
            ? BigDecimal.valueOf(review.settings().whole(Setting.SMALLEST_BASE))
            : BigDecimal.ZERO);
  }

  private static boolean hasTarget(List<MeasureReview> measures) {
    return measures.stream().anyMatch(m -> m.measure().target().isPresent());
  }

  /** The columns of the block, from the left. */
  enum Column {
    MEAN(11),
    LOWER(11),
    UPPER(11),
    EXCEPTION(56),
    WHY(50),
    NOW(14),
    PREVIOUS(14),
    CHANGE(14),
    PERCENT(14),
    YEAR_AGO(15),
    YEAR_CHANGE(15),
    YEAR_PERCENT(15),
    TARGET(36),
    WORDS(105);

    private final double width;

    Column(double width) {
      this.width = width;
    }

    String heading(ReportingPeriod period) {
      String noun = ResultsSheet.noun(period);
      return switch (this) {
        case MEAN -> "Mean";
        case LOWER -> "Lower limit";
        case UPPER -> "Upper limit";
        case EXCEPTION -> "Exception";
        case WHY -> "Why";
        case NOW -> "This " + noun + " (" + period.label() + ")";
        case PREVIOUS -> "Previous " + noun + " (" + period.previous().label() + ")";
        case CHANGE -> "Change on previous " + noun;
        case PERCENT -> "% change on previous " + noun;
        case YEAR_AGO -> "Same " + noun + " last year (" + period.yearAgo().label() + ")";
        case YEAR_CHANGE -> "Change on same " + noun + " last year";
        case YEAR_PERCENT -> "% change on same " + noun + " last year";
        case TARGET -> "Against target";
        case WORDS -> "In words";
      };
    }
  }

  static List<Column> columns(List<MeasureReview> measures) {
    List<Column> columns = new ArrayList<>(List.of(Column.values()));
    if (!hasTarget(measures)) {
      columns.remove(Column.TARGET);
    }
    return columns;
  }

  @Override
  public List<Double> widths() {
    return columns.stream().map(column -> column.width).toList();
  }

  @Override
  public List<List<CellPlan>> rows(Block block) {
    Map<Integer, MeasureReview> byRow = new HashMap<>();
    measures.forEach(m -> byRow.put(m.row().row(), m));
    List<List<CellPlan>> rows = new ArrayList<>();
    rows.add(
        TableResults.headings(
            table, places.sheet(table), columns, column -> column.heading(review.period())));
    for (int row = table.firstRow(); row <= table.lastRow(); row++) {
      Interruption.heed();
      MeasureReview m = byRow.get(row);
      List<CellPlan> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(m == null ? CellPlan.BLANK : new RowCells(m, block).cell(column));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The cells of one row. */
  private final class RowCells {
    private final MeasureReview m;
    private final int row;
    private final Block block;
    private final boolean keyed;

    RowCells(MeasureReview m, Block block) {
      this.m = m;
      this.row = m.row().row();
      this.block = block;
      this.keyed = places.isKeyed(m);
    }

    CellPlan cell(Column column) {
      return switch (column) {
        case MEAN -> limit(ResultsSheet.MEAN, m.mean());
        case LOWER -> limit(ResultsSheet.LOWER, m.shownLower());
        case UPPER -> limit(ResultsSheet.UPPER, m.shownUpper());
        case EXCEPTION -> exception();
        case WHY -> words(ResultsSheet.WHY, m.why());
        case NOW -> figure(ResultsSheet.NOW, m.quarter(), column, Look.FIGURE);
        case PREVIOUS ->
            figure(ResultsSheet.PREVIOUS, m.previous().earlier(), column, Look.EARLIER);
        case CHANGE -> change(ResultsSheet.CHANGE, m.previous(), Column.PREVIOUS);
        case PERCENT -> percent(ResultsSheet.PERCENT, m.previous(), Column.PREVIOUS, Column.CHANGE);
        case YEAR_AGO -> figure(ResultsSheet.YEAR_AGO, m.yearAgo().earlier(), column, Look.EARLIER);
        case YEAR_CHANGE -> change(ResultsSheet.YEAR_CHANGE, m.yearAgo(), Column.YEAR_AGO);
        case YEAR_PERCENT ->
            percent(ResultsSheet.YEAR_PERCENT, m.yearAgo(), Column.YEAR_AGO, Column.YEAR_CHANGE);
        case TARGET -> words(ResultsSheet.TARGET, ResultsSheet.target(m, review));
        case WORDS -> words(ResultsSheet.WORDS, m.sentence());
      };
    }

    private String at(Column column) {
      return new Address(row, block.left() + columns.indexOf(column)).ownRow();
    }

    /** What Results holds for the measure whose name stands in this row. */
    private String recorded(int column) {
      String name = new Address(row, table.measureColumn()).ownRow();
      return "INDEX("
          + places.results(table.number(), column)
          + ","
          + places.inResults(table.number(), name)
          + ")";
    }

    private CellPlan limit(int column, Optional<Double> value) {
      Content now =
          value
              .map(v -> Content.of(SpcDataSheet.shown(m, v)))
              .orElse(Content.of(ResultsSheet.NOT_AVAILABLE));
      return written(
          "IFERROR(" + recorded(column) + ",\"" + ResultsSheet.NOT_AVAILABLE + "\")",
          now,
          formats.limit(m.row()),
          Look.LIMIT);
    }

    /** A formula, or its value where the measure cannot be found by name. */
    private CellPlan written(String formula, Content now, String format, Look look) {
      return new CellPlan(now, keyed ? formula : "", format, look);
    }

    private CellPlan exception() {
      String formula =
          String.format(
              Locale.ROOT,
              "IFERROR(IF(%s,%s,%s),%s)",
              guard.changed(table, row, this::recorded),
              FormulaText.text(Guard.OUT_OF_DATE),
              recorded(ResultsSheet.EXCEPTION),
              FormulaText.text(Guard.OUT_OF_DATE));
      return written(formula, Content.of(m.exception()), CellSnapshot.GENERAL, Look.STATE);
    }

    /** Words go with the verdict: where that is out of date, they are not shown. */
    private CellPlan words(int column, String text) {
      String formula =
          String.format(
              Locale.ROOT,
              "IF(%s=%s,\"\",%s&\"\")",
              at(Column.EXCEPTION),
              FormulaText.text(Guard.OUT_OF_DATE),
              recorded(column));
      if (!keyed) {
        return CellPlan.text(text, Look.WORDS);
      }
      return written(formula, Content.of(text), CellSnapshot.GENERAL, Look.WORDS);
    }

    private CellPlan figure(int column, PeriodFigure figure, Column which, Look look) {
      Content now =
          figure
              .value()
              .map(v -> Content.of(SpcDataSheet.shown(m, v)))
              .orElse(Content.of(ResultsSheet.NOT_AVAILABLE));
      Joined own = joined.get(which);
      String formula;
      if (own.ways().isEmpty()) {
        formula = recorded(column);
      } else {
        String months = ofMonths(own);
        formula =
            own.everywhere()
                ? months
                : String.format(Locale.ROOT, "IF(%1$s=\"\",%2$s,%1$s)", recorded(column), months);
      }
      return written(formula, now, formats.figure(m.row()), look);
    }

    private String ofMonths(Joined own) {
      if (own.ways().size() == 1) {
        return QuarterFormulas.ownRow(own.ways().iterator().next(), own.months(), row);
      }
      List<String> each = new ArrayList<>();
      for (Own way : List.of(Own.SUM, Own.LAST, Own.MEAN)) {
        each.add(
            own.ways().contains(way) ? QuarterFormulas.ownRow(way, own.months(), row) : "\"\"");
      }
      return "CHOOSE(" + recorded(ResultsSheet.OWN) + "," + String.join(",", each) + ")";
    }

    private CellPlan change(int column, Comparison then, Column earlier) {
      Content now =
          then.change()
              .map(c -> Content.of(c.doubleValue()))
              .orElse(
                  Content.of(
                      then.broken().isPresent()
                          ? ResultsSheet.BROKEN
                          : ResultsSheet.NOT_AVAILABLE));
      String difference = at(Column.NOW) + "-" + at(earlier);
      if (fractions == Share.ALL) {
        difference = "(" + difference + ")*100";
      } else if (fractions == Share.SOME) {
        difference = "(" + difference + ")*" + recorded(ResultsSheet.SCALE);
      }
      return written(
          orRecorded(difference, column, earlier), now, formats.change(m.row()), Look.CHANGE);
    }

    /** The formula for rows where it is exact; the others take what Results holds. */
    private String orRecorded(String formula, int column, Column earlier) {
      return switch (differences.get(earlier)) {
        case ALL -> formula;
        case NONE -> recorded(column);
        case SOME ->
            String.format(Locale.ROOT, "IF(%1$s=\"\",%2$s,%1$s)", recorded(column), formula);
      };
    }

    private CellPlan percent(int column, Comparison then, Column earlier, Column change) {
      Content now;
      if (then.percent().isPresent()) {
        now = Content.of(then.percent().get().movePointLeft(2).doubleValue());
      } else if (then.broken().isPresent()) {
        now = Content.of(ResultsSheet.BROKEN);
      } else {
        now =
            Content.of(
                ResultsSheet.noPercent(
                    then.base(), review.settings().whole(Setting.SMALLEST_BASE)));
      }
      String smallest =
          base.map(BigDecimal::toPlainString).orElseGet(() -> recorded(ResultsSheet.BASE));
      String earlierCell = at(earlier);
      String formula =
          String.format(
              Locale.ROOT,
              "IF(%1$s=0,\"n/a, from 0\",IF(%1$s<0,\"n/a, from below 0\",IF(%1$s<%2$s,\"n/a, under"
                  + " \"&%2$s,%3$s/%1$s)))",
              earlierCell,
              smallest,
              at(change));
      if (percentages == Share.ALL) {
        formula = FormulaText.text(ResultsSheet.NOT_APPLICABLE);
      } else if (percentages == Share.SOME) {
        formula =
            String.format(
                Locale.ROOT,
                "IF(%s=%s,%s,%s)",
                recorded(ResultsSheet.BASE),
                FormulaText.text(ResultsSheet.NOT_APPLICABLE),
                FormulaText.text(ResultsSheet.NOT_APPLICABLE),
                formula);
      }
      return written(
          orRecorded(formula, column, earlier), now, Formats.PERCENT_CHANGE, Look.CHANGE);
    }
  }

  @Override
  public Block exceptions(Block block) {
    int column = block.left() + columns.indexOf(Column.EXCEPTION);
    return new Block(table.firstRow(), column, table.lastRow(), column);
  }

  /** Where a measure's exception stands. */
  static String exceptionColumn(MeasureTable table, Block block) {
    int column = block.left() + List.of(Column.values()).indexOf(Column.EXCEPTION);
    return FormulaText.column(table.sheet(), column, table.firstRow(), table.lastRow());
  }
}
