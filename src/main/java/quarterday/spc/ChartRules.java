package quarterday.spc;

import java.util.Locale;

/**
 * What a control chart is drawn and judged by.
 *
 * @param method where centre and limits come from
 * @param window the last positions of the series that count; 0 for all
 * @param lock the first points of each phase that fix its limits; 0 for all
 * @param shiftLength the points in a row on one side that make a shift, 2 or more
 * @param trendPoints the points rising or falling one after the other that make a trend, 2 or more
 * @param twoOfThree whether two of three points beyond two sigma are a signal
 */
public record ChartRules(
    LimitsMethod method,
    int window,
    int lock,
    int shiftLength,
    int trendPoints,
    boolean twoOfThree) {

  /** Moving-range limits over 42 positions, 7 points for a shift, 7 for a trend. */
  public static final ChartRules DEFAULT =
      new ChartRules(
          LimitsMethod.MOVING_RANGE,
          ControlConstants.DEFAULT_WINDOW,
          0,
          ControlConstants.DEFAULT_SHIFT_LENGTH,
          ControlConstants.DEFAULT_TREND_POINTS,
          false);

  public ChartRules {
    if (window < 0 || lock < 0 || shiftLength < 2 || trendPoints < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "window %d, lock %d, shift %d, trend %d",
              window,
              lock,
              shiftLength,
              trendPoints));
    }
  }

  public ChartRules withMethod(LimitsMethod other) {
    return new ChartRules(other, window, lock, shiftLength, trendPoints, twoOfThree);
  }

  public ChartRules withWindow(int positions) {
    return new ChartRules(method, positions, lock, shiftLength, trendPoints, twoOfThree);
  }

  public ChartRules withLock(int points) {
    return new ChartRules(method, window, points, shiftLength, trendPoints, twoOfThree);
  }

  public ChartRules withShiftLength(int points) {
    return new ChartRules(method, window, lock, points, trendPoints, twoOfThree);
  }

  public ChartRules withTrendPoints(int points) {
    return new ChartRules(method, window, lock, shiftLength, points, twoOfThree);
  }

  public ChartRules withTwoOfThree(boolean offered) {
    return new ChartRules(method, window, lock, shiftLength, trendPoints, offered);
  }
}
