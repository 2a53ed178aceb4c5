package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import quarterday.sheet.Content;
import quarterday.spc.Basis;
import quarterday.spc.ControlConstants;
import quarterday.spc.Limits;
import quarterday.spc.LimitsMethod;
import quarterday.spc.Phase;
import quarterday.spc.Side;
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

  private static final List<String> HEADINGS =
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

  private final Places places;
  private final Formats formats;
  private final Review review;

  SpcDataSheet(Places places, Formats formats) {
    this.places = places;
    this.formats = formats;
    this.review = places.review();
  }

  OwnSheet sheet() {
    List<List<CellPlan>> rows =
        Rows.titled(
            "SPC data",
            "One row for each measure and month inside the window; raw limits, not cut off at what is possible.",
            HEADINGS);
    for (MeasureReview m : review.measures()) {
      rows.addAll(rows(m));
    }
    return new OwnSheet(
        SheetKind.SPC_DATA,
        rows,
        Rows.table(rows),
        List.of(),
        List.of(),
        WIDTHS,
        new Edit.PageLayout(true, Places.HEADER_ROW, 2));
  }

  private List<List<CellPlan>> rows(MeasureReview m) {
    List<List<CellPlan>> rows = new ArrayList<>();
    List<Integer> positions = Places.spcPositions(m);
    if (positions.isEmpty()) {
      return rows;
    }
    int top = places.spcRow(m).orElseThrow();
    int first = positions.get(0);
    for (int position : positions) {
      rows.add(row(m, position, top + position - first, top - first));
    }
    return rows;
  }

  /** One row; {@code offset} turns a position of the series into a row of the sheet. */
  private List<CellPlan> row(MeasureReview m, int position, int row, int offset) {
    String figure = formats.figure(m.row());
    String limit = formats.limit(m.row());
    Phase phase = m.chart().phase(position).orElseThrow();
    boolean starts = position == phase.first();
    boolean leftOut = m.series().leftOut().contains(position);
    List<CellPlan> cells = new ArrayList<>();
    cells.add(CellPlan.text(m.row().label(), Look.PLAIN));
    cells.add(month(m.series().points().get(position)));

    Optional<Double> value = m.series().value(position).map(v -> shown(m, v));
    cells.add(value.map(v -> value(m, position, row, v, figure)).orElse(CellPlan.BLANK));
    boolean used = value.isPresent() && !leftOut;
    cells.add(
        used
            ? CellPlan.formula(
                new Address(row, VALUE).toString(),
                Content.of(value.orElseThrow()),
                figure,
                Look.PLAIN)
            : CellPlan.BLANK);
    cells.add(range(m, position, row, phase, limit));
    cells.add(mean(m, position, phase, starts, offset, limit));
    cells.addAll(limits(m, position, row, phase, starts, offset, limit));

    cells.add(CellPlan.text(used ? side(m.chart().side(position)) : "", Look.PLAIN));
    cells.add(CellPlan.text(rules(m, position), Look.PLAIN));
    cells.add(CellPlan.text(m.chart().state(position).label(), Look.PLAIN));
    cells.add(CellPlan.number(m.chart().phases().indexOf(phase) + 1, "0", Look.PLAIN));
    cells.add(CellPlan.text(note(m, position), Look.PLAIN));
    return cells;
  }

  private CellPlan month(ReportingPeriod point) {
    return point instanceof CalendarMonth
        ? CellPlan.number(places.serial(point), Formats.MONTH, Look.PLAIN)
        : CellPlan.text(point.label(), Look.PLAIN);
  }

  /** A figure in the scale of the row's cells. */
  static double shown(MeasureReview m, BigDecimal value) {
    return m.row().inFractions() ? value.movePointLeft(2).doubleValue() : value.doubleValue();
  }

  /** The same for a mean or a limit, which is no decimal. */
  static double shown(MeasureReview m, double value) {
    return m.row().inFractions() ? value / 100 : value;
  }

  private CellPlan value(MeasureReview m, int position, int row, double value, String format) {
    Observation seen = m.series().observations().get(position).orElseThrow();
    if (!seen.plain() || seen.fraction() != m.row().inFractions() || !places.isKeyed(m)) {
      return CellPlan.number(value, format, Look.PLAIN);
    }
    MeasureTable table = m.table();
    String column =
        FormulaText.column(table.sheet(), seen.cell().column(), table.firstRow(), table.lastRow());
    return CellPlan.formula(
        "INDEX(" + column + "," + places.inTable(table, new Address(row, MEASURE).ownRow()) + ")",
        Content.of(value),
        format,
        Look.PLAIN);
  }

  private CellPlan range(MeasureReview m, int position, int row, Phase phase, String format) {
    if (position == phase.first() || m.series().breaks().contains(position)) {
      return CellPlan.BLANK;
    }
    String now = new Address(row, USED).toString();
    String before = new Address(row - 1, USED).toString();
    Optional<Double> range = m.chart().movingRange(position).map(r -> shown(m, r * m.scale()));
    return CellPlan.formula(
        String.format(
            Locale.ROOT, "IF(AND(ISNUMBER(%1$s),ISNUMBER(%2$s)),ABS(%1$s-%2$s),\"\")", now, before),
        range.map(Content::of).orElse(Content.of("")),
        format,
        Look.PLAIN);
  }

  private CellPlan mean(
      MeasureReview m, int position, Phase phase, boolean starts, int offset, String format) {
    Optional<Double> mean = m.chart().centre(position).map(c -> shown(m, c * m.scale()));
    if (mean.isEmpty()) {
      return CellPlan.BLANK;
    }
    Content now = Content.of(mean.get());
    if (!starts) {
      return CellPlan.formula(
          new Address(phase.first() + offset, MEAN).fixed(), now, format, Look.PLAIN);
    }
    boolean plainMean =
        m.method() == LimitsMethod.MOVING_RANGE
            || m.method() == LimitsMethod.STANDARD_DEVIATION
            || m.method() == LimitsMethod.MOVING_RANGE_SCREENED
            || m.method() == LimitsMethod.COUNT_C;
    return plainMean
        ? CellPlan.formula("AVERAGE(" + base(phase, USED, offset) + ")", now, format, Look.PLAIN)
        : new CellPlan(now, "", format, Look.PLAIN);
  }

  private List<CellPlan> limits(
      MeasureReview m,
      int position,
      int row,
      Phase phase,
      boolean starts,
      int offset,
      String format) {
    Optional<Limits> limits = m.chart().limits(position);
    if (limits.isEmpty()) {
      return List.of(CellPlan.BLANK, CellPlan.BLANK);
    }
    Content lower = Content.of(shown(m, limits.get().lower() * m.scale()));
    Content upper = Content.of(shown(m, limits.get().upper() * m.scale()));
    boolean own =
        m.method() == LimitsMethod.RATE_U
            || m.method() == LimitsMethod.PROPORTION_P
            || m.method() == LimitsMethod.PROPORTION_P_PRIME;
    if (own) {
      // These limits differ from month to month.
      return List.of(
          new CellPlan(lower, "", format, Look.PLAIN), new CellPlan(upper, "", format, Look.PLAIN));
    }
    if (!starts) {
      int at = phase.first() + offset;
      return List.of(
          CellPlan.formula(new Address(at, LOWER).fixed(), lower, format, Look.PLAIN),
          CellPlan.formula(new Address(at, UPPER).fixed(), upper, format, Look.PLAIN));
    }
    Optional<String> reach = reach(m, row, phase, offset);
    if (reach.isEmpty()) {
      return List.of(
          new CellPlan(lower, "", format, Look.PLAIN), new CellPlan(upper, "", format, Look.PLAIN));
    }
    String mean = new Address(row, MEAN).toString();
    return List.of(
        CellPlan.formula(mean + "-" + reach.get(), lower, format, Look.PLAIN),
        CellPlan.formula(mean + "+" + reach.get(), upper, format, Look.PLAIN));
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

  private static String side(Side side) {
    return switch (side) {
      case ABOVE -> "above";
      case BELOW -> "below";
      case ON -> "on";
    };
  }

  /** Every rule that holds for a point: {@code point above; shift above}. */
  private static String rules(MeasureReview m, int position) {
    StringJoiner rules = new StringJoiner("; ");
    m.chart().signals().stream()
        .filter(s -> s.from() <= position && position <= s.to())
        .filter(s -> m.chart().isFlagged(position, s.rule()))
        .sorted((a, b) -> a.rule().compareTo(b.rule()))
        .forEach(
            s -> {
              boolean up = s.side() == Side.ABOVE;
              String word =
                  s.rule() == SignalRule.TREND ? (up ? "up" : "down") : (up ? "above" : "below");
              rules.add(s.rule().label() + " " + word);
            });
    return rules.toString();
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
