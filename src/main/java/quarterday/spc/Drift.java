package quarterday.spc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A slow drift up or down over the last two years: Mann and Kendall's test.
 *
 * <p>S is the number of pairs of points in which the later is higher, less the number in which it
 * is lower. Without a drift its variance is V = (n (n - 1) (2n + 5) - sum of t (t - 1) (2t + 5)) /
 * 18, t being the number of points in each group of equal values. There is a drift where (|S| - 1)
 * / square root of V is more than 2.576, which chance gives in one series in a hundred (both
 * directions together).
 *
 * <p>Example: 1, 2, 3, 4, 5 has S = 10 and V = 5 x 4 x 15 / 18 = 16.67: 9 / 4.08 = 2.2, no drift
 * yet.
 *
 * <p>Sources: Mann, "Nonparametric tests against trend", Econometrica, 1945; Kendall, <i>Rank
 * Correlation Methods</i>, with its correction for ties and for continuity.
 *
 * @param side {@code ABOVE} for up, {@code BELOW} for down
 * @param from the first position looked at
 * @param to the last
 * @param points how many points there are
 */
public record Drift(Side side, int from, int to, int points) {
  /**
   * The drift at the end of a phase: over its points among the last 24 positions of the series,
   * from the last break on, if there are 13 or more of them; otherwise, and without a drift, empty.
   */
  public static Optional<Drift> of(Series series, Phase phase) {
    int last = phase.last();
    int first = Math.max(phase.first(), last - ControlConstants.DRIFT_POSITIONS + 1);
    for (int i = first + 1; i <= last; i++) {
      first = series.isBreak(i) ? i : first;
    }
    List<Integer> points = series.points(first, last);
    int n = points.size();
    if (n < ControlConstants.FULL_POINTS) {
      return Optional.empty();
    }
    long s = 0;
    long ties = 0;
    for (int i = 0; i < n; i++) {
      long equal = 0;
      boolean seen = false;
      for (int j = 0; j < n; j++) {
        int sign = series.exact(points.get(j)).compare(series.exact(points.get(i)));
        s += j > i ? sign : 0;
        equal += sign == 0 ? 1 : 0;
        seen |= sign == 0 && j < i;
      }
      ties += seen ? 0 : equal * (equal - 1) * (2 * equal + 5);
    }
    long variance = (long) n * (n - 1) * (2L * n + 5) - ties;
    long distance = Math.max(0, Math.abs(s) - 1);
    BigDecimal bound = ControlConstants.NORMAL_ONE_PER_CENT;
    boolean drifts =
        BigDecimal.valueOf(18 * distance * distance)
                .compareTo(bound.multiply(bound).multiply(BigDecimal.valueOf(variance)))
            > 0;
    return drifts
        ? Optional.of(new Drift(Side.of(Long.signum(s)), points.get(0), points.get(n - 1), n))
        : Optional.empty();
  }
}
