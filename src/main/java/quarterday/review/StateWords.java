package quarterday.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.ReportingPeriod;
import quarterday.spc.ControlChart;
import quarterday.spc.ControlConstants;
import quarterday.spc.Side;
import quarterday.spc.Signal;
import quarterday.spc.SignalRule;

/**
 * The words for states. The workbook's colours follow these words, and every state can be told
 * without colour or shape.
 */
public final class StateWords {
  /** The word for a signal the wrong way. */
  public static final String WORSE = "worse";

  /** The word for a signal the right way. */
  public static final String BETTER = "better";

  /** The word for a signal where no direction is preferred. */
  public static final String CHANGED = "changed";

  /** The words for signals both ways. */
  public static final String MIXED = "mixed signals";

  /** The words for a step shift. */
  public static final String SHIFT = "Shift";

  /** The words for a stable measure. */
  public static final String STABLE = "Within normal variation";

  /** The words for too few points. */
  public static final String TRIAL = "Trial limits";

  /** The words for no limits. */
  public static final String NO_LIMITS = "No limits yet";

  /** The words for a quarter without figures. */
  public static final String NO_FIGURES = "No figures";

  /** The words for a month without a figure. */
  public static final String NO_FIGURE = "No figure";

  /** The words for a month that is left out of the limits. */
  public static final String LEFT_OUT = "Left out";

  /** The words for a constant measure. */
  public static final String NO_VARIATION = "No variation";

  private StateWords() {}

  /** Symbol and words, such as {@code "● Above the upper limit in June 2020, worse"}. */
  static String exception(
      State state,
      List<RuleHit> rules,
      Optional<Improvement> improving,
      boolean mixed,
      boolean empty,
      ReportingPeriod reporting) {
    String judged = mixed ? MIXED : improving.map(StateWords::word).orElse("");
    return switch (state) {
      case POINT -> "\u25cf " + outside(rules) + ", " + judged;
      case TREND ->
          arrow(first(rules, SignalRule.TREND).side())
              + (first(rules, SignalRule.TREND).side() == Side.ABOVE ? "Rising" : "Falling")
              + " trend, "
              + judged;
      case SHIFT ->
          arrow(first(rules, SignalRule.SHIFT).side())
              + SHIFT
              + (first(rules, SignalRule.SHIFT).side() == Side.ABOVE ? " above" : " below")
              + " the mean, "
              + judged;
      case TWO_OF_THREE ->
          "\u25cf Near the "
              + (first(rules, SignalRule.TWO_OF_THREE).side() == Side.ABOVE ? "upper" : "lower")
              + " limit, "
              + judged;
      case STABLE -> "\u25cf " + STABLE;
      case NO_VARIATION -> "\u25cb " + NO_VARIATION;
      case PROVISIONAL -> "\u25cb " + TRIAL;
      case NO_LIMITS ->
          empty ? "\u25cb " + NO_FIGURES + " in " + reporting.label() : "\u25cb " + NO_LIMITS;
    };
  }

  /**
   * Symbol and words of a single month or quarter, such as {@code "▲ Shift above the mean, worse"};
   * nothing outside the window.
   */
  public static String at(MeasureReview measure, int position) {
    ControlChart chart = measure.chart();
    if (chart.phase(position).isEmpty()) {
      return "";
    }
    return switch (chart.state(position)) {
      case POINT ->
          "\u25cf "
              + (sideAt(chart, position, SignalRule.OUTSIDE) == Side.ABOVE
                  ? "Above the upper limit"
                  : "Below the lower limit")
              + judgedAt(measure, position, SignalRule.OUTSIDE);
      case TREND -> {
        Side side = sideAt(chart, position, SignalRule.TREND);
        yield arrow(side)
            + (side == Side.ABOVE ? "Rising" : "Falling")
            + " trend"
            + judgedAt(measure, position, SignalRule.TREND);
      }
      case SHIFT -> {
        Side side = sideAt(chart, position, SignalRule.SHIFT);
        yield arrow(side)
            + SHIFT
            + (side == Side.ABOVE ? " above" : " below")
            + " the mean"
            + judgedAt(measure, position, SignalRule.SHIFT);
      }
      case TWO_OF_THREE ->
          "\u25cf Near the "
              + (sideAt(chart, position, SignalRule.TWO_OF_THREE) == Side.ABOVE ? "upper" : "lower")
              + " limit"
              + judgedAt(measure, position, SignalRule.TWO_OF_THREE);
      case STABLE -> "\u25cf " + STABLE;
      case NO_VARIATION -> "\u25cb " + NO_VARIATION;
      case PROVISIONAL -> "\u25cb " + TRIAL;
      case NO_LIMITS -> "\u25cb " + NO_LIMITS;
      case LEFT_OUT -> "\u25cb " + LEFT_OUT;
      case GAP -> "\u25cb " + NO_FIGURE;
    };
  }

  private static String judgedAt(MeasureReview measure, int position, SignalRule rule) {
    Side side = sideAt(measure.chart(), position, rule);
    return ", " + word(Improvement.of(measure.measure().better(), side));
  }

  private static Side sideAt(ControlChart chart, int position, SignalRule rule) {
    return chart.signals().stream()
        .filter(s -> s.rule() == rule && s.from() <= position && position <= s.to())
        .findFirst()
        .map(Signal::side)
        .orElse(Side.ON);
  }

  static String word(Improvement improving) {
    return switch (improving) {
      case WORSE -> WORSE;
      case BETTER -> BETTER;
      case NEITHER -> CHANGED;
    };
  }

  private static String arrow(Side side) {
    return side == Side.ABOVE ? "\u25b2 " : "\u25bc ";
  }

  private static RuleHit first(List<RuleHit> rules, SignalRule rule) {
    return rules.stream().filter(hit -> hit.rule() == rule).findFirst().orElseThrow();
  }

  private static String outside(List<RuleHit> rules) {
    List<RuleHit> points = rules.stream().filter(hit -> hit.rule() == SignalRule.OUTSIDE).toList();
    List<String> parts = new ArrayList<>();
    for (Side side : List.of(Side.ABOVE, Side.BELOW)) {
      List<RuleHit> onSide = points.stream().filter(hit -> hit.side() == side).toList();
      if (!onSide.isEmpty()) {
        String limit = side == Side.ABOVE ? "above the upper limit" : "below the lower limit";
        parts.add(limit + " " + when(onSide));
      }
    }
    String text = String.join(" and ", parts);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Of two single months of a year the year is said once: {@code in April and June 2020}. */
  private static String when(List<RuleHit> hits) {
    boolean pair = hits.size() == 2 && hits.stream().allMatch(hit -> hit.points() == 1);
    if (pair
        && hits.get(0).from() instanceof CalendarMonth first
        && first.last().getYear() == hits.get(1).from().last().getYear()) {
      return "in " + first.name() + " and " + hits.get(1).from().label();
    }
    return hits.stream().map(StateWords::when).collect(Collectors.joining(" and "));
  }

  /** {@code in June 2020}, {@code in May and June 2020}, {@code from April to June 2020}. */
  private static String when(RuleHit hit) {
    return (hit.points() > 2 ? "from " : "in ") + span(hit);
  }

  /** {@code June 2020}, {@code May and June 2020}, or {@code April to June 2020}. */
  static String span(RuleHit hit) {
    if (hit.points() == 1) {
      return hit.from().label();
    }
    boolean sameYear = hit.from().last().getYear() == hit.to().last().getYear();
    String from =
        sameYear && hit.from() instanceof CalendarMonth month ? month.name() : hit.from().label();
    return from + (hit.points() == 2 ? " and " : " to ") + hit.to().label();
  }

  /** The rules and their months, and what the reader should do about them. */
  static String why(State state, List<RuleHit> rules, int points, String unit) {
    List<String> reasons = new ArrayList<>();
    for (RuleHit hit : rules) {
      String side = hit.side() == Side.ABOVE ? "above" : "below";
      switch (hit.rule()) {
        case OUTSIDE ->
            reasons.add(
                (hit.points() == 1 ? "point" : hit.points() + " points")
                    + " "
                    + side
                    + " the "
                    + (hit.side() == Side.ABOVE ? "upper" : "lower")
                    + " limit ("
                    + span(hit)
                    + ")");
        case TREND ->
            reasons.add(
                hit.points()
                    + " "
                    + unit
                    + (hit.side() == Side.ABOVE ? " rising" : " falling")
                    + " one after the other ("
                    + span(hit)
                    + ")");
        case SHIFT ->
            reasons.add(
                hit.points()
                    + " "
                    + unit
                    + " in a row "
                    + side
                    + " the mean ("
                    + span(hit)
                    + "): reset the limits once the reason is understood");
        case TWO_OF_THREE ->
            reasons.add(
                "two of three points near the "
                    + (hit.side() == Side.ABOVE ? "upper" : "lower")
                    + " limit ("
                    + span(hit)
                    + ")");
      }
    }
    if (state == State.PROVISIONAL) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "only %d points: %d are needed to judge shifts and trends",
              points,
              ControlConstants.FULL_POINTS));
    } else if (state == State.NO_LIMITS && points < ControlConstants.FEWEST_POINTS) {
      reasons.add(
          (points == 1 ? "only 1 point" : "only " + points + " points")
              + ": "
              + ControlConstants.FEWEST_POINTS
              + " are needed for limits");
    }
    return String.join("; ", reasons);
  }
}
