package quarterday.review;

import quarterday.kpi.ReportingPeriod;

/** What a measure came to in any period, beside the period before and a year before. */
@FunctionalInterface
public interface History {
  /**
   * A period of a measure.
   *
   * @param figure the period's figure
   * @param previous beside the period before
   * @param yearAgo beside the same period a year before
   */
  record Entry(PeriodFigure figure, Comparison previous, Comparison yearAgo) {}

  /** The entry of a measure for a period. */
  Entry of(MeasureReview measure, ReportingPeriod period);
}
