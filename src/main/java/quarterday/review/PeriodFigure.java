package quarterday.review;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import quarterday.kpi.ReportingPeriod;

/**
 * A measure's figure for a quarter or month.
 *
 * @param period the period
 * @param value the figure in the measure's unit; empty if there is none
 * @param from what it was made of
 * @param present the months of the period that took part
 * @param estimated whether it is an average of percentages, or was marked as an estimate
 * @param incomplete whether a month of the period is missing
 */
public record PeriodFigure(
    ReportingPeriod period,
    Optional<BigDecimal> value,
    From from,
    List<YearMonth> present,
    boolean estimated,
    boolean incomplete) {
  /** What a figure was made of. */
  public enum From {
    /** The measure's own months. */
    MONTHS("months"),
    /** The months of its numerator and denominator. */
    PARTS("parts"),
    /** A quarter that somebody typed. */
    TYPED("typed");

    private final String label;

    From(String label) {
      this.label = label;
    }

    /** As the interfaces write it. */
    public String label() {
      return label;
    }
  }
}
