package quarterday.kpi;

import java.math.BigDecimal;
import java.util.Optional;
import quarterday.spc.LimitsMethod;

/**
 * A measure: what it is called and what its figures mean. It is known by its id, never by its KPI
 * number, which drifts from report to report.
 *
 * @param id what it is known by
 * @param kpi its KPI number in this workbook, or empty
 * @param name its name as the workbook writes it
 * @param section the heading it stands under
 * @param unit what it is counted in
 * @param rule how months become a quarter
 * @param numerator the id of the measure above the line, for a ratio
 * @param denominator the id of the measure below the line, for a ratio, or of the weights
 * @param better which way it should go
 * @param target the value to be reached, in the measure's unit
 * @param lowest the lowest value possible
 * @param highest the highest value possible
 * @param limitsMethod how its limits are drawn, where it differs from the workbook's setting
 * @param chart whether it is charted
 * @param noun what is counted, for a sentence: {@code meetings}; empty where the unit says it
 * @param definition what it means, or empty
 * @param known where its meaning comes from: {@code Measures sheet}, {@code built-in catalogue},
 *     {@code the cells} or {@code default}
 */
public record Measure(
    String id,
    String kpi,
    String name,
    String section,
    Unit unit,
    QuarterRule rule,
    Optional<String> numerator,
    Optional<String> denominator,
    BetterWhen better,
    Optional<BigDecimal> target,
    Optional<BigDecimal> lowest,
    Optional<BigDecimal> highest,
    Optional<LimitsMethod> limitsMethod,
    boolean chart,
    String noun,
    String definition,
    String known) {
  /** Whether its changes are differences in percentage points. */
  public boolean isPercentage() {
    return unit == Unit.PERCENTAGE;
  }

  /** Whether the workbook's own Measures sheet says what it means. */
  public boolean isDefinedInWorkbook() {
    return known.equals(MeasureNaming.FROM_SHEET);
  }

  /** This measure as the plain mean of its months, where its parts are not known. */
  Measure averaged() {
    return copy(id, QuarterRule.MEAN, Optional.empty(), Optional.empty());
  }

  /** This measure with its parts known by their ids. */
  Measure withParts(Optional<String> above, Optional<String> below) {
    return copy(id, rule, above, below);
  }

  /** This measure under another id. */
  Measure withId(String other) {
    return copy(other, rule, numerator, denominator);
  }

  private Measure copy(
      String otherId, QuarterRule otherRule, Optional<String> above, Optional<String> below) {
    return new Measure(
        otherId,
        kpi,
        name,
        section,
        unit,
        otherRule,
        above,
        below,
        better,
        target,
        lowest,
        highest,
        limitsMethod,
        chart,
        noun,
        definition,
        known);
  }
}
