package quarterday.spc;

import java.math.BigDecimal;

/**
 * The constants of the control chart, each once.
 *
 * <p>Sources: Shewhart's three sigma; the bias factors of the range of two normal values (d2, d4,
 * D4) as tabled in Montgomery, <i>Introduction to Statistical Quality Control</i>, and in Wheeler,
 * <i>Understanding Variation</i>; the lengths and counts as NHS England's Making Data Count uses
 * them.
 */
public final class ControlConstants {
  /**
   * Limits lie this many sigma from the centre line.
   *
   * <p>Example: 1, 2, 3 has the standard deviation 1, so the limits are 2 - 3 = -1 and 2 + 3 = 5.
   */
  public static final BigDecimal SIGMAS = new BigDecimal("3");

  /**
   * Moving-range limits are the mean plus and minus this times the average moving range: 3 / d2 = 3
   * / 1.128, rounded.
   *
   * <p>Example: 10, 12, 11, 13 has the mean 11.5 and the ranges 2, 1, 2, on average 5/3: the upper
   * limit is 11.5 + 2.66 x 5/3 = 15.9333.
   */
  public static final BigDecimal MOVING_RANGE_FACTOR = new BigDecimal("2.66");

  /**
   * Median limits are the median plus and minus this times the median moving range: 3 / d4 = 3 /
   * 0.954, rounded, d4 being the median of the range of two normal values.
   *
   * <p>Example: 10, 12, 11, 13 has the median 11.5 and the ranges 2, 1, 2, in the middle 2: the
   * upper limit is 11.5 + 3.145 x 2 = 17.79.
   */
  public static final BigDecimal MEDIAN_RANGE_FACTOR = new BigDecimal("3.145");

  /**
   * Screening drops moving ranges of this times their average or more: D4 for two values, the upper
   * limit of the moving-range chart.
   *
   * <p>Example: ranges 1, 1, 1, 1, 16 average 4; 3.267 x 4 = 13.068, so 16 is dropped.
   */
  public static final BigDecimal SCREENING_FACTOR = new BigDecimal("3.267");

  /**
   * The average range of two normal values, in sigma: d2. It turns Laney's moving ranges of z into
   * sigma z.
   *
   * <p>Example: z values 0, 1, 0 have ranges 1 and 1, on average 1: sigma z is 1 / 1.128 = 0.8865.
   */
  public static final BigDecimal RANGE_PER_SIGMA = new BigDecimal("1.128");

  /** Limits need this many points in the phase; with fewer there are none. */
  public static final int FEWEST_POINTS = 6;

  /** From this many points on, runs and trends are judged; with fewer the limits are on trial. */
  public static final int FULL_POINTS = 13;

  /** Screening must leave this many moving ranges, or it is not done. */
  public static final int FEWEST_SCREENED_RANGES = 8;

  /**
   * The positions looked at by default: the published reports' three and a half years of months.
   */
  public static final int DEFAULT_WINDOW = 42;

  /** The points on one side of the centre line that make a shift by default. */
  public static final int DEFAULT_SHIFT_LENGTH = 7;

  /** The points, one more than the steps between them, that make a trend by default. */
  public static final int DEFAULT_TREND_POINTS = 7;

  /**
   * Advice speaks where ordinary variation would give as much in less than this share of series.
   */
  public static final double ADVICE_LEVEL = 0.01;

  /** A normal value lies beyond plus or minus this many sigma in 1 of 100 cases. */
  public static final BigDecimal NORMAL_ONE_PER_CENT = new BigDecimal("2.5758293035489");

  /** A normal value lies beyond plus or minus this many sigma in 1 of 20 cases. */
  public static final BigDecimal NORMAL_FIVE_PER_CENT = new BigDecimal("1.96");

  /** A season is looked for in this many points or more: three years. */
  public static final int SEASON_POINTS = 36;

  /** A drift is looked for in this many of the last positions: two years. */
  public static final int DRIFT_POSITIONS = 24;

  /** Neighbours that resemble each other at least this much make moving ranges far too small. */
  public static final double STRONG_AUTOCORRELATION = 0.7;

  /** With more behind a proportion than this, p limits are too narrow to be of use. */
  public static final int LARGE_DENOMINATOR = 10_000;

  /** The way to the limit, in thirds, that two of three points must be beyond: two sigma. */
  static final int WARNING_THIRDS = 2;

  /** The whole way to the limit, in thirds. */
  static final int LIMIT_THIRDS = 3;

  private ControlConstants() {}
}
