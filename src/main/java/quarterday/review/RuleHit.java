package quarterday.review;

import quarterday.kpi.ReportingPeriod;
import quarterday.spc.Side;
import quarterday.spc.SignalRule;

/**
 * A rule that holds.
 *
 * @param rule the rule
 * @param side which side of the centre line; for a trend, {@code ABOVE} is rising
 * @param from the first point
 * @param to the last point
 * @param points how many points
 */
public record RuleHit(
    SignalRule rule, Side side, ReportingPeriod from, ReportingPeriod to, int points) {}
