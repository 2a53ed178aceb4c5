package quarterday.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.ReportingPeriod;
import quarterday.spc.ControlChart;
import quarterday.spc.Limits;
import quarterday.spc.LimitsMethod;
import quarterday.spc.Phase;
import quarterday.spc.Side;

/**
 * All that is found about one measure.
 *
 * @param table the table it stands in
 * @param row its row
 * @param series its figures in time
 * @param chart its control chart over the series
 * @param method how its limits are drawn
 * @param scale what the chart's figures are multiplied with to be in the measure's unit: 100 where
 *     a proportion is charted and per cent is shown
 * @param state its state in the reporting period
 * @param improving whether that is good or bad; empty where no rule fired
 * @param mixed whether rules fired in both directions
 * @param side the side of the rule that decided
 * @param rules the rules that fired in the reporting period, as states rank them
 * @param history older signals inside the window
 * @param mean the centre line at the end of the period, in the measure's unit
 * @param limits the raw limits there, in the measure's unit
 * @param points the points in the current phase
 * @param quarter the reporting period's figure
 * @param previous beside the period before
 * @param yearAgo beside the same period a year before
 * @param assurance whether the target is consistently met, where there is one
 * @param exception symbol and words of the state
 * @param why the rules and months behind it, and what else a reader should know
 * @param sentence one sentence for a report
 */
public record MeasureReview(
    MeasureTable table,
    MeasureRow row,
    MeasureSeries series,
    ControlChart chart,
    LimitsMethod method,
    double scale,
    State state,
    Optional<Improvement> improving,
    boolean mixed,
    Side side,
    List<RuleHit> rules,
    List<RuleHit> history,
    Optional<Double> mean,
    Optional<Limits> limits,
    int points,
    PeriodFigure quarter,
    Comparison previous,
    Comparison yearAgo,
    Optional<Assurance> assurance,
    String exception,
    String why,
    String sentence) {
  /** Whether a target is kept to, judged by the limits. */
  public enum Assurance {
    /** The whole range of the limits lies on the right side of the target. */
    MET("consistently met"),
    /** The whole range lies on the wrong side. */
    MISSED("consistently missed"),
    /** The target lies between the limits. */
    MAY("may or may not be met");

    private final String label;

    Assurance(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }

  /** The measure. */
  public Measure measure() {
    return row.measure();
  }

  /** The phase that the reporting period lies in; empty without figures. */
  public Optional<Phase> phase() {
    return series.size() == 0 ? Optional.empty() : chart.phase(series.size() - 1);
  }

  /** Whether there is any figure for a period, of the whole or of a point in it. */
  public boolean isReported(ReportingPeriod period) {
    return quarter.value().isPresent()
        || series.within(period).stream().anyMatch(i -> series.value(i).isPresent());
  }

  /** The lower limit as shown: not below what is possible. */
  public Optional<Double> shownLower() {
    return limits.map(
        l -> lowest().map(least -> Math.max(l.lower(), least.doubleValue())).orElse(l.lower()));
  }

  /** The upper limit as shown: not above what is possible. */
  public Optional<Double> shownUpper() {
    return limits.map(
        l -> highest().map(most -> Math.min(l.upper(), most.doubleValue())).orElse(l.upper()));
  }

  /** The least that is possible; none where a figure lies below it. */
  public Optional<BigDecimal> lowest() {
    return measure().lowest().filter(least -> noFigure(value -> value.compareTo(least) < 0));
  }

  /** The most that is possible; none where a figure lies above it. */
  public Optional<BigDecimal> highest() {
    return measure().highest().filter(most -> noFigure(value -> value.compareTo(most) > 0));
  }

  private boolean noFigure(Predicate<BigDecimal> beyond) {
    for (int i = 0; i < series.size(); i++) {
      if (series.value(i).filter(beyond).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
