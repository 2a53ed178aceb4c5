package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Interruption;
import quarterday.spc.Basis;
import quarterday.spc.ControlChart;
import quarterday.spc.ControlConstants;
import quarterday.spc.Limits;
import quarterday.spc.LimitsMethod;
import quarterday.spc.Phase;
import quarterday.spc.PointState;
import quarterday.spc.Side;
import quarterday.spc.Signal;
import quarterday.spc.SignalRule;

/**
 * The sheet {@code SPC data}: a row for each measure and month of the window, with all that the
 * limits were made of, by formulas that an auditor can follow.
 */
final class SpcDataSheet {
  static final int MEASURE = 0;
  static final int MONTH = 1;
  static final int VALUE = 2;
  static final int USED = 3;
  static final int RANGE = 4;
  static final int MEAN = 5;
  static final int LOWER = 6;
  static final int UPPER = 7;

  static final List<String> HEADINGS =
      List.of(
          "Measure",
          "Month",
          "Value",
          "Used",
          "Moving range",
          "Mean",
          "Lower limit",
          "Upper limit",
          "Side",
          "Rules",
          "State",
          "Phase",
          "Note");

  private static final List<Double> WIDTHS =
      List.of(36.0, 10.0, 11.0, 11.0, 13.0, 11.0, 11.0, 11.0, 8.0, 24.0, 13.0, 7.0, 40.0);

  private static final double CHART_WIDTH = 11;

  private static final Content NOTHING = Content.of("");
  private static final Map<Side, CellPlan> SIDES =
      Map.of(
          Side.ABOVE,
          CellPlan.text("above", Look.PLAIN),
          Side.BELOW,
          CellPlan.text("below", Look.PLAIN),
          Side.ON,
          CellPlan.text("on", Look.PLAIN));
  private static final Map<PointState, CellPlan> STATES = new EnumMap<>(PointState.class);

  static {
    for (PointState state : PointState.values()) {
      STATES.put(state, CellPlan.text(state.label(), Look.PLAIN));
    }
  }

  private final Places places;
  private final Formats formats;
  private final Review review;
  private final Map<String, Plotted> plotted;
  private final Map<ReportingPeriod, CellPlan> months = new HashMap<>();

  /** The columns that charts are drawn from, to the right of what people read. */
  private final int chartColumns;

  /** The sheet with the columns of the charts of these measures, by their ids. */
  SpcDataSheet(Places places, Formats formats, Map<String, Plotted> plotted) {
    this.places = places;
    this.formats = formats;
    this.review = places.review();
    this.plotted = plotted;
    this.chartColumns = plotted.values().stream().mapToInt(Plotted::columns).max().orElse(0);
  }

  OwnSheet sheet() {
    List<String> headings = new ArrayList<>(HEADINGS);
    headings.addAll(Plotted.headings(chartColumns));
    List<Double> widths = new ArrayList<>(WIDTHS);
    widths.addAll(Collections.nCopies(chartColumns, CHART_WIDTH));
    List<List<CellPlan>> rows =
        Rows.titled(
            "SPC data",
            "One row for each measure and month inside the window; raw limits, not cut off at what is possible."
                + (chartColumns == 0 ? "" : " Charts are drawn from the columns on the right."),
            headings,
            Look.HEADER);
    for (MeasureReview m : review.measures()) {
      Interruption.heed();
      rows.addAll(new Listing(m).rows());
    }
    return new OwnSheet(
        SheetKind.SPC_DATA,
        rows,
        Rows.table(rows),
        List.of(),
        List.of(),
        widths,
        new Edit.PageLayout(true, Places.HEADER_ROW, 2));
  }

  /** The rows of one measure. What they share is made once: there are very many of them. */
  private final class Listing {
    private final MeasureReview m;
    private final ControlChart chart;
    private final List<Integer> positions;
    private final List<Signal> signals;
    private final int offset;
    private final String figure;
    private final String limit;
    private final CellPlan label;
    private final Optional<Plotted> drawn;

    /** Whether limits differ from month to month. */
    private final boolean varies;

    Listing(MeasureReview m) {
      this.m = m;
      this.chart = m.chart();
      this.positions = Places.spcPositions(m);
      this.signals = chart.signals().stream().sorted(Comparator.comparing(Signal::rule)).toList();
      // What turns a position of the series into a row of the sheet.
      this.offset = places.spcRow(m).map(top -> top - positions.get(0)).orElse(0);
      this.figure = formats.figure(m.row());
      this.limit = formats.limit(m.row());
      this.label = CellPlan.text(m.row().label(), Look.PLAIN);
      this.drawn = Optional.ofNullable(plotted.get(m.measure().id()));
      this.varies =
          m.method() == LimitsMethod.RATE_U
              || m.method() == LimitsMethod.PROPORTION_P
              || m.method() == LimitsMethod.PROPORTION_P_PRIME;
    }

    List<List<CellPlan>> rows() {
      List<List<CellPlan>> rows = new ArrayList<>();
      int number = 0;
      for (Phase phase : chart.phases()) {
        number++;
        CellPlan phaseCell = CellPlan.number(number, "0", Look.PLAIN);
        List<CellPlan> pointing = pointing(phase);
        for (int position = phase.first(); position <= phase.last(); position++) {
          rows.add(row(position, phase, pointing, phaseCell));
        }
      }
      return rows;
    }

    private List<CellPlan> row(
        int position, Phase phase, List<CellPlan> pointing, CellPlan phaseCell) {
      int row = position + offset;
      boolean leftOut = m.series().leftOut().contains(position);
      List<CellPlan> cells = new ArrayList<>(HEADINGS.size() + chartColumns);
      cells.add(label);
      cells.add(month(m.series().points().get(position)));

      Optional<Content> value = m.series().value(position).map(v -> Content.of(shown(m, v)));
      cells.add(value.map(v -> value(position, row, v)).orElse(CellPlan.BLANK));
      boolean used = value.isPresent() && !leftOut;
      cells.add(
          used
              ? CellPlan.formula(
                  new Address(row, VALUE).toString(), value.orElseThrow(), figure, Look.PLAIN)
              : CellPlan.BLANK);
      cells.add(range(position, row, phase));
      boolean starts = position == phase.first();
      cells.add(starts ? mean(phase, row) : pointing.get(0));
      cells.addAll(starts || varies ? limits(position, phase, row) : pointing.subList(1, 3));
      cells.add(used ? SIDES.get(chart.side(position)) : CellPlan.BLANK);
      cells.add(CellPlan.text(rules(position), Look.PLAIN));
      cells.add(STATES.get(chart.state(position)));
      cells.add(phaseCell);
      cells.add(CellPlan.text(note(m, position), Look.PLAIN));
      drawn.ifPresent(d -> cells.addAll(d.cells(position)));
      while (cells.size() < HEADINGS.size() + chartColumns) {
        cells.add(CellPlan.BLANK);
      }
      return cells;
    }

    private CellPlan value(int position, int row, Content value) {
      Observation seen = m.series().observations().get(position).orElseThrow();
      if (!seen.plain() || seen.fraction() != m.row().inFractions() || !places.isKeyed(m)) {
        return new CellPlan(value, "", figure, Look.PLAIN);
      }
      MeasureTable table = m.table();
      String column = places.column(table, seen.cell().column());
      return CellPlan.formula(
          "INDEX(" + column + "," + places.inTable(table, new Address(row, MEASURE).ownRow()) + ")",
          value,
          figure,
          Look.PLAIN);
    }

    private CellPlan range(int position, int row, Phase phase) {
      if (position == phase.first() || m.series().breaks().contains(position)) {
        return CellPlan.BLANK;
      }
      String now = new Address(row, USED).toString();
      String before = new Address(row - 1, USED).toString();
      Optional<Double> range = chart.movingRange(position).map(r -> shown(m, r * m.scale()));
      if (varies) {
        // The ranges are those of the exact ratios, while cells hold them rounded.
        return range.map(r -> CellPlan.number(r, limit, Look.PLAIN)).orElse(CellPlan.BLANK);
      }
      return CellPlan.formula(
          "IF(AND(ISNUMBER("
              + now
              + "),ISNUMBER("
              + before
              + ")),ABS("
              + now
              + "-"
              + before
              + "),\"\")",
          range.map(Content::of).orElse(NOTHING),
          limit,
          Look.PLAIN);
    }

    private CellPlan mean(Phase phase, int row) {
      Optional<Double> mean = chart.centre(phase.first()).map(c -> shown(m, c * m.scale()));
      if (mean.isEmpty()) {
        return CellPlan.BLANK;
      }
      boolean plainMean =
          m.method() == LimitsMethod.MOVING_RANGE
              || m.method() == LimitsMethod.STANDARD_DEVIATION
              || m.method() == LimitsMethod.MOVING_RANGE_SCREENED
              || m.method() == LimitsMethod.COUNT_C;
      Content now = Content.of(mean.get());
      return plainMean
          ? CellPlan.formula(
              "AVERAGE(" + base(phase, USED, row - phase.first()) + ")", now, limit, Look.PLAIN)
          : new CellPlan(now, "", limit, Look.PLAIN);
    }

    private List<CellPlan> limits(int position, Phase phase, int row) {
      Optional<Limits> limits = chart.limits(position);
      if (limits.isEmpty()) {
        return List.of(CellPlan.BLANK, CellPlan.BLANK);
      }
      Content lower = Content.of(shown(m, limits.get().lower() * m.scale()));
      Content upper = Content.of(shown(m, limits.get().upper() * m.scale()));
      Optional<String> reach = varies ? Optional.empty() : reach(m, row, phase, offset);
      if (reach.isEmpty()) {
        return List.of(
            new CellPlan(lower, "", limit, Look.PLAIN), new CellPlan(upper, "", limit, Look.PLAIN));
      }
      String mean = new Address(row, MEAN).toString();
      return List.of(
          CellPlan.formula(mean + "-" + reach.get(), lower, limit, Look.PLAIN),
          CellPlan.formula(mean + "+" + reach.get(), upper, limit, Look.PLAIN));
    }

    /** Mean and limits as the rows of a phase after its first have them: they point there. */
    private List<CellPlan> pointing(Phase phase) {
      int first = phase.first() + offset;
      Optional<Limits> limits = chart.limits(phase.first());
      return List.of(
          pointing(first, MEAN, chart.centre(phase.first())),
          pointing(first, LOWER, limits.map(Limits::lower)),
          pointing(first, UPPER, limits.map(Limits::upper)));
    }

    private CellPlan pointing(int row, int column, Optional<Double> value) {
      return value
          .map(
              v ->
                  CellPlan.formula(
                      new Address(row, column).fixed(),
                      Content.of(shown(m, v * m.scale())),
                      limit,
                      Look.PLAIN))
          .orElse(CellPlan.BLANK);
    }

    /** Every rule that holds for a point: {@code point above; shift above}. */
    private String rules(int position) {
      StringJoiner rules = new StringJoiner("; ");
      for (Signal s : signals) {
        if (s.from() <= position && position <= s.to() && chart.isFlagged(position, s.rule())) {
          boolean up = s.side() == Side.ABOVE;
          String word =
              s.rule() == SignalRule.TREND ? (up ? "up" : "down") : (up ? "above" : "below");
          rules.add(s.rule().label() + " " + word);
        }
      }
      return rules.toString();
    }
  }

  private CellPlan month(ReportingPeriod point) {
    return months.computeIfAbsent(
        point,
        p ->
            new CellPlan(
                places.period(p),
                "",
                p instanceof CalendarMonth ? Formats.MONTH : CellSnapshot.GENERAL,
                Look.PLAIN));
  }

  /** A figure in the scale of the row's cells. */
  static double shown(MeasureReview m, BigDecimal value) {
    return m.row().inFractions() ? value.movePointLeft(2).doubleValue() : value.doubleValue();
  }

  /** The same for a mean or a limit, which is no decimal. */
  static double shown(MeasureReview m, double value) {
    return m.row().inFractions() ? value / 100 : value;
  }

  /** How far limits lie from the mean, as a formula, where a short one says it exactly. */
  private static Optional<String> reach(MeasureReview m, int row, Phase phase, int offset) {
    return switch (m.method()) {
      case MOVING_RANGE ->
          phase.ranges().isEmpty() || phase.basis() == Basis.CONSTANT
              ? Optional.of("0")
              : Optional.of(
                  ControlConstants.MOVING_RANGE_FACTOR.toPlainString()
                      + "*AVERAGE("
                      + base(phase, RANGE, offset)
                      + ")");
      case STANDARD_DEVIATION ->
          Optional.of(
              ControlConstants.SIGMAS.toPlainString()
                  + "*STDEV("
                  + base(phase, USED, offset)
                  + ")");
      case COUNT_C ->
          phase.basis() == Basis.CONSTANT
              ? Optional.of("0")
              : Optional.of(
                  ControlConstants.SIGMAS.toPlainString()
                      + "*SQRT("
                      + new Address(row, MEAN)
                      + ")");
      default -> Optional.empty();
    };
  }

  private static String base(Phase phase, int column, int offset) {
    int first = phase.base().get(0);
    int last = phase.base().get(phase.base().size() - 1);
    return new Block(first + offset, column, last + offset, column).toString();
  }

  private static String note(MeasureReview m, int position) {
    StringJoiner note = new StringJoiner("; ");
    m.series()
        .observations()
        .get(position)
        .ifPresent(
            o -> {
              o.marks().stream().sorted().forEach(mark -> note.add(mark.token()));
              if (!o.token().isEmpty()) {
                note.add(o.token());
              }
            });
    String reason = m.series().reasons().getOrDefault(position, "");
    if (!reason.isEmpty()) {
      note.add(reason);
    }
    return note.toString();
  }
}
