package quarterday.spc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Whether the months of the year differ from one another: Kruskal and Wallis's test of the calendar
 * months.
 *
 * <p>A straight line is taken away first, so that a trend is not mistaken for a season. What is
 * left is ranked, and H = 12 / (N (N + 1)) x sum of (R squared / n) - 3 (N + 1), with R the sum of
 * the ranks of a calendar month and n its number of values, is held against chi squared with 11
 * degrees of freedom at 1%.
 *
 * <p>Neighbouring months that resemble each other make H too large. Where the values, less the mean
 * of their calendar month, have an autocorrelation r above zero at lag 1, H is a sum of chi
 * squareds weighted with (1 - r squared) / (1 - 2 r cos(2 pi k / 12) + r squared), k = 1 to 11; it
 * is divided by c = sum of squared weights / sum of weights and has (sum of weights) squared / sum
 * of squared weights degrees of freedom.
 *
 * <p>Example of H: three months ranked 1 and 2, 3 and 4, 5 and 6 have the sums 3, 7, 11, so H = 12
 * / 42 x (9 / 2 + 49 / 2 + 121 / 2) - 21 = 4.57.
 *
 * <p>Sources: Kruskal and Wallis, "Use of ranks in one-criterion variance analysis", Journal of the
 * American Statistical Association, 1952; Box, "Some theorems on quadratic forms applied in the
 * study of analysis of variance problems", Annals of Mathematical Statistics, 1954.
 *
 * @param statistic H, divided by c
 * @param chance how often ordinary variation would give as much
 * @param highest the calendar month with the highest values, 1 to 12
 * @param lowest the calendar month with the lowest values, 1 to 12
 */
public record Seasonality(double statistic, double chance, int highest, int lowest) {
  private static final int MONTHS = 12;

  /** A month that was seen once cannot be told from a chance. */
  private static final int FEWEST_YEARS = 2;

  /**
   * Tests the points of a phase; empty with fewer than 36 points, with a calendar month seen less
   * than twice, or without variation.
   *
   * @param firstMonth the calendar month of the series' first position, 1 to 12
   */
  public static Optional<Seasonality> of(Series series, Phase phase, int firstMonth) {
    List<Integer> points = series.points(phase.first(), phase.last());
    if (points.size() < ControlConstants.SEASON_POINTS || phase.basis() == Basis.CONSTANT) {
      return Optional.empty();
    }
    int[] month =
        points.stream().mapToInt(position -> (position + firstMonth - 1) % MONTHS).toArray();
    double[] counts = new double[MONTHS];
    for (int m : month) {
      counts[m]++;
    }
    double[] level = withoutLine(series, points);
    if (Arrays.stream(counts).min().orElse(0) < FEWEST_YEARS) {
      return Optional.empty();
    }
    double[] ranks = new NaturalRanking().rank(level);
    double[] rankSums = new double[MONTHS];
    double[] sums = new double[MONTHS];
    for (int i = 0; i < level.length; i++) {
      rankSums[month[i]] += ranks[i];
      sums[month[i]] += level[i];
    }
    int n = level.length;
    double spread = 0;
    for (int m = 0; m < MONTHS; m++) {
      spread += rankSums[m] * rankSums[m] / counts[m];
      rankSums[m] /= counts[m];
      sums[m] /= counts[m];
    }
    double h = 12.0 / (n * (n + 1.0)) * spread - 3 * (n + 1.0);
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = level[i] - sums[month[i]];
    }
    return Optional.of(corrected(h, Math.max(0, lagOne(points, rest)), rankSums));
  }

  /** Whether ordinary variation would give as much in fewer than one series in a hundred. */
  public boolean isSuspected() {
    return chance < ControlConstants.ADVICE_LEVEL;
  }

  private static Seasonality corrected(double h, double r, double[] meanRanks) {
    double weights = 0;
    double squares = 0;
    for (int k = 1; k < MONTHS; k++) {
      double weight = (1 - r * r) / (1 - 2 * r * Math.cos(2 * Math.PI * k / MONTHS) + r * r);
      weights += weight;
      squares += weight * weight;
    }
    double statistic = h * weights / squares;
    double freedom = weights * weights / squares;
    // Chi squared itself, without an object for it that seeds a generator of random numbers.
    double chance = 1 - Gamma.regularizedGammaP(freedom / 2, Math.max(0, statistic) / 2);
    int highest = 0;
    int lowest = 0;
    for (int m = 1; m < MONTHS; m++) {
      highest = meanRanks[m] > meanRanks[highest] ? m : highest;
      lowest = meanRanks[m] < meanRanks[lowest] ? m : lowest;
    }
    return new Seasonality(statistic, chance, highest + 1, lowest + 1);
  }

  private static double[] withoutLine(Series series, List<Integer> points) {
    SimpleRegression line = new SimpleRegression();
    List<Double> values = new ArrayList<>();
    for (int position : points) {
      values.add(series.exact(position).toDouble());
      line.addData(position, values.get(values.size() - 1));
    }
    double[] level = new double[points.size()];
    for (int i = 0; i < level.length; i++) {
      level[i] = values.get(i) - line.predict(points.get(i));
    }
    return level;
  }

  private static double lagOne(List<Integer> points, double[] rest) {
    double squares = 0;
    double products = 0;
    for (int i = 0; i < rest.length; i++) {
      squares += rest[i] * rest[i];
      if (i > 0 && points.get(i) == points.get(i - 1) + 1) {
        products += rest[i] * rest[i - 1];
      }
    }
    return squares == 0 ? 0 : products / squares;
  }
}
