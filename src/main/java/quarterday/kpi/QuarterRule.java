package quarterday.kpi;

import java.util.Arrays;
import java.util.Optional;

/** How months become a quarter. */
public enum QuarterRule {
  /** Events, hours, days, money: the months add up. */
  SUM("Sum"),
  /** Stocks such as volunteers or headcount: the figure at the end. */
  LAST_VALUE("Last value"),
  /** Percentages: all numerators over all denominators; percentages are never averaged. */
  RATIO_OF_SUMS("Ratio of sums"),
  /** The plain average of the months, marked as an estimate. */
  MEAN("Mean"),
  /** Average times: weighted by the calls, visits or incidents behind them. */
  WEIGHTED_MEAN("Weighted mean"),
  /** Unique people, reach, rolling surveys: only a typed quarter will do. */
  NOT_ADDITIVE("Not additive");

  private final String label;

  QuarterRule(String label) {
    this.label = label;
  }

  /** As settings sheets write it. */
  public String label() {
    return label;
  }

  /** Reads a rule as settings sheets write it, without regard to case. */
  public static Optional<QuarterRule> parse(String text) {
    return Arrays.stream(values())
        .filter(rule -> rule.label.equalsIgnoreCase(text.strip()))
        .findFirst();
  }
}
