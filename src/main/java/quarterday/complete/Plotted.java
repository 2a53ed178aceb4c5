package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.edit.Look;
import quarterday.review.Improvement;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Content;
import quarterday.spc.Basis;
import quarterday.spc.ControlChart;
import quarterday.spc.Limits;
import quarterday.spc.Phase;
import quarterday.spc.Side;
import quarterday.spc.Signal;
import quarterday.spc.SignalRule;

/**
 * What is drawn of a measure, and the columns of SPC data that it is drawn from. Mean and limits of
 * neighbouring phases stand in different columns, because a line joins whatever stands in one.
 */
final class Plotted {
  /** A series before it has labels. */
  record Strand(
      Role role,
      String name,
      ChartLook look,
      ChartPlan.Cells cells,
      List<OptionalDouble> now,
      String format) {
    /** The last point that has a figure. */
    int last() {
      int last = now.size() - 1;
      while (now.get(last).isEmpty()) {
        last--;
      }
      return last;
    }
  }

  /** What a strand is for. */
  enum Role {
    LOWER,
    UPPER,
    MEAN,
    VALUES,
    SPECIAL,
    RESET
  }

  private static final List<String> SPECIALS =
      List.of(
          "Chart: outside above",
          "Chart: outside below",
          "Chart: run upward",
          "Chart: run downward",
          "Chart: left out",
          "Chart: limits reset");

  private static final int OUTSIDE = 0;
  private static final int RUN = 2;
  private static final int LEFT_OUT = 4;
  private static final int RESET = 5;

  private static final List<String> LINES =
      List.of("Chart: mean", "Chart: lower limit", "Chart: upper limit");

  private static final int MEAN = 0;
  private static final int LOWER = 1;
  private static final int UPPER = 2;

  /** Whole figures below this have limits that a decimal says more about. */
  private static final double SMALL = 100;

  private final MeasureReview m;
  private final ControlChart chart;
  private final String sheet;
  private final int first;
  private final int size;
  private final int offset;
  private final String figure;
  private final String limit;

  /** For each phase the slot of three columns that its lines stand in. */
  private final List<Integer> slots = new ArrayList<>();

  /** For each slot whether its limits are trial limits. */
  private final List<Boolean> trials = new ArrayList<>();

  private final CellPlan[][] columns;

  Plotted(MeasureReview m, Places places, Formats formats) {
    List<Integer> positions = Places.spcPositions(m);
    this.m = m;
    this.chart = m.chart();
    this.sheet = places.title(SheetKind.SPC_DATA);
    this.first = positions.get(0);
    this.size = positions.size();
    this.offset = places.spcRow(m).orElseThrow() - first;
    this.figure = formats.figure(m.row());
    this.limit = formats.limit(m.row());
    chart.phases().forEach(this::giveSlot);
    this.columns = new CellPlan[SPECIALS.size() + LINES.size() * trials.size()][size];
    fill();
  }

  /** The first slot that the phase before has not, and whose lines look as this phase's do. */
  private void giveSlot(Phase phase) {
    boolean trial = phase.basis() == Basis.TRIAL;
    int before = slots.isEmpty() ? -1 : slots.get(slots.size() - 1);
    int slot = 0;
    while (slot < trials.size() && (slot == before || trials.get(slot) != trial)) {
      slot++;
    }
    if (slot == trials.size()) {
      trials.add(trial);
    }
    slots.add(slot);
  }

  private void fill() {
    Optional<BigDecimal> lowest = m.lowest();
    Optional<BigDecimal> highest = m.highest();
    for (int p = 0; p < chart.phases().size(); p++) {
      Phase phase = chart.phases().get(p);
      int slot = SPECIALS.size() + LINES.size() * slots.get(p);
      for (int position = phase.first(); position <= phase.last(); position++) {
        int row = position + offset;
        int at = position;
        Optional<Limits> limits = chart.limits(position);
        chart
            .centre(position)
            .ifPresent(v -> line(slot + MEAN, at, cell(row, SpcDataSheet.MEAN), v * m.scale()));
        limits.ifPresent(
            l -> {
              double lower = l.lower() * m.scale();
              double upper = l.upper() * m.scale();
              line(
                  slot + LOWER,
                  at,
                  within("MAX", lowest, cell(row, SpcDataSheet.LOWER)),
                  lowest.map(b -> Math.max(lower, b.doubleValue())).orElse(lower));
              line(
                  slot + UPPER,
                  at,
                  within("MIN", highest, cell(row, SpcDataSheet.UPPER)),
                  highest.map(b -> Math.min(upper, b.doubleValue())).orElse(upper));
            });
      }
      if (p > 0) {
        reset(phase.first(), slot, falls(chart.phases().get(p - 1), phase));
      }
    }
    for (int position = first; position < first + size; position++) {
      if (m.series().value(position).isPresent()) {
        special(position);
      }
    }
  }

  private static String cell(int row, int column) {
    return new Address(row, column).toString();
  }

  /** A limit as shown: not beyond what is possible. */
  private String within(String function, Optional<BigDecimal> bound, String cell) {
    return bound
        .map(b -> m.row().inFractions() ? b.movePointLeft(2) : b)
        .map(b -> function + "(" + b.stripTrailingZeros().toPlainString() + "," + cell + ")")
        .orElse(cell);
  }

  private void line(int column, int position, String formula, double value) {
    columns[column][position - first] =
        CellPlan.formula(formula, Content.of(SpcDataSheet.shown(m, value)), limit, Look.PLAIN);
  }

  private boolean falls(Phase before, Phase now) {
    Optional<Double> was = chart.centre(before.first());
    Optional<Double> is = chart.centre(now.first());
    return was.isPresent() && is.isPresent() && is.get() < was.get();
  }

  /**
   * Where new limits start: at the limit that the figures do not come from, or at the mean where
   * there are no limits.
   */
  private void reset(int position, int slot, boolean falls) {
    for (int line : List.of(falls ? LOWER : UPPER, MEAN)) {
      CellPlan cell = columns[slot + line][position - first];
      if (cell != null && columns[RESET][position - first] == null) {
        String there = cell(position + offset, SpcDataSheet.HEADINGS.size() + slot + line);
        columns[RESET][position - first] =
            CellPlan.formula(there, cell.content(), limit, Look.PLAIN);
      }
    }
  }

  private void special(int position) {
    if (m.series().leftOut().contains(position)) {
      point(LEFT_OUT, position, SpcDataSheet.VALUE);
    } else if (chart.isFlagged(position, SignalRule.OUTSIDE)) {
      point(OUTSIDE + (chart.side(position) == Side.ABOVE ? 0 : 1), position, SpcDataSheet.USED);
    } else {
      run(position)
          .ifPresent(
              run -> point(RUN + (run.side() == Side.ABOVE ? 0 : 1), position, SpcDataSheet.USED));
    }
  }

  private void point(int column, int position, int from) {
    double value = SpcDataSheet.shown(m, m.series().value(position).orElseThrow());
    columns[column][position - first] =
        CellPlan.formula(cell(position + offset, from), Content.of(value), figure, Look.PLAIN);
  }

  /** The run that a point is part of, as rules rank them. */
  private Optional<Signal> run(int position) {
    return chart.signals().stream()
        .filter(s -> s.rule() != SignalRule.OUTSIDE)
        .filter(s -> s.from() <= position && position <= s.to())
        .filter(s -> chart.isFlagged(position, s.rule()))
        .min(Comparator.comparing(Signal::rule));
  }

  /** How many columns of SPC data it is drawn from. */
  int columns() {
    return columns.length;
  }

  /** The headings of so many columns. */
  static List<String> headings(int columns) {
    List<String> headings = new ArrayList<>(columns == 0 ? List.of() : SPECIALS);
    for (int column = SPECIALS.size(); column < columns; column++) {
      int slot = (column - SPECIALS.size()) / LINES.size();
      String line = LINES.get((column - SPECIALS.size()) % LINES.size());
      headings.add(slot == 0 ? line : line + " " + (slot + 1));
    }
    return headings;
  }

  /** What stands in these columns at a position of the series. */
  List<CellPlan> cells(int position) {
    List<CellPlan> cells = new ArrayList<>(columns.length);
    for (CellPlan[] column : columns) {
      cells.add(column[position - first] == null ? CellPlan.BLANK : column[position - first]);
    }
    return cells;
  }

  /** The first position drawn. */
  int first() {
    return first;
  }

  /** How many positions are drawn. */
  int size() {
    return size;
  }

  /** The cells of a column of SPC data in the measure's rows. */
  ChartPlan.Cells column(int column) {
    int top = first + offset;
    return new ChartPlan.Cells(sheet, new Block(top, column, top + size - 1, column));
  }

  /** All that is drawn, the last on top. */
  List<Strand> strands() {
    List<Strand> strands = new ArrayList<>();
    for (int slot = 0; slot < trials.size(); slot++) {
      int at = SPECIALS.size() + LINES.size() * slot;
      boolean trial = trials.get(slot);
      ChartLook look = trial ? ChartLook.TRIAL_LIMIT : ChartLook.LIMIT;
      add(strands, Role.UPPER, trial ? "Trial upper limit" : "Upper limit", look, at + UPPER);
      add(strands, Role.LOWER, trial ? "Trial lower limit" : "Lower limit", look, at + LOWER);
      add(strands, Role.MEAN, "Mean", ChartLook.MEAN, at + MEAN);
    }
    List<OptionalDouble> values = new ArrayList<>();
    for (int position = first; position < first + size; position++) {
      boolean used = !m.series().leftOut().contains(position);
      Optional<BigDecimal> value = m.series().value(position).filter(v -> used);
      values.add(
          value.isPresent()
              ? OptionalDouble.of(SpcDataSheet.shown(m, value.get()))
              : OptionalDouble.empty());
    }
    if (values.stream().anyMatch(OptionalDouble::isPresent)) {
      strands.add(
          new Strand(
              Role.VALUES,
              m.measure().name(),
              ChartLook.VALUES,
              column(SpcDataSheet.USED),
              values,
              figure));
    }
    for (int side = 0; side < 2; side++) {
      add(strands, Role.SPECIAL, runName(side), look(side, true), RUN + side);
    }
    for (int side = 0; side < 2; side++) {
      add(strands, Role.SPECIAL, outsideName(side), look(side, false), OUTSIDE + side);
    }
    add(strands, Role.SPECIAL, "Left out of the limits", ChartLook.LEFT_OUT, LEFT_OUT);
    add(strands, Role.RESET, "Limits reset", ChartLook.RESET, RESET);
    return strands;
  }

  private void add(List<Strand> strands, Role role, String name, ChartLook look, int column) {
    List<OptionalDouble> now = new ArrayList<>();
    boolean any = false;
    for (CellPlan cell : columns[column]) {
      now.add(cell == null ? OptionalDouble.empty() : cell.content().number());
      any |= cell != null;
    }
    if (any) {
      boolean special = role == Role.SPECIAL;
      strands.add(
          new Strand(
              role,
              name,
              look,
              column(SpcDataSheet.HEADINGS.size() + column),
              now,
              special ? figure : lineFormat()));
    }
  }

  /** Mean and limits of small whole figures are labelled with a decimal; others as figures are. */
  private String lineFormat() {
    boolean whole = !figure.contains(".") && !m.measure().isPercentage();
    boolean small = m.shownUpper().or(m::mean).filter(v -> Math.abs(v) < SMALL).isPresent();
    return whole && small ? limit : figure;
  }

  private String outsideName(int side) {
    return switch (judged(side)) {
      case WORSE -> "Outside the limits, worse";
      case BETTER -> "Outside the limits, better";
      case NEITHER -> side == 0 ? "Above the upper limit" : "Below the lower limit";
    };
  }

  /** {@code Shift, worse} or {@code Trend or shift, better}, as the rules are that fired. */
  private String runName(int side) {
    String rules =
        positions(RUN + side).stream()
            .map(position -> run(position).orElseThrow().rule())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(rule -> rule == SignalRule.TWO_OF_THREE ? "near the limit" : rule.label())
            .collect(Collectors.joining(" or "));
    String judged =
        switch (judged(side)) {
          case WORSE -> "worse";
          case BETTER -> "better";
          case NEITHER -> side == 0 ? "upward" : "downward";
        };
    return rules.isEmpty()
        ? ""
        : rules.substring(0, 1).toUpperCase(Locale.ROOT) + rules.substring(1) + ", " + judged;
  }

  private List<Integer> positions(int column) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (columns[column][i] != null) {
        positions.add(first + i);
      }
    }
    return positions;
  }

  private Improvement judged(int side) {
    return Improvement.of(m.measure().better(), side == 0 ? Side.ABOVE : Side.BELOW);
  }

  private ChartLook look(int side, boolean run) {
    return switch (judged(side)) {
      case WORSE -> run ? ChartLook.WORSE_RUN : ChartLook.WORSE_POINT;
      case BETTER -> run ? ChartLook.BETTER_RUN : ChartLook.BETTER_POINT;
      case NEITHER -> run ? ChartLook.CHANGED_RUN : ChartLook.CHANGED_POINT;
    };
  }
}
