package quarterday.spc;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How much each value of a phase resembles the one before it: the autocorrelation at lag 1.
 *
 * <p>r = sum of (x - mean) (next x - mean) / sum of (x - mean) squared, over neighbours without a
 * gap between them. Example: 1, 2, 3, 4 has the mean 2.5, the products 0.75, -0.25, 0.75 and the
 * squares 2.25, 0.25, 0.25, 2.25, so r = 1.25 / 5 = 0.25.
 *
 * <p>Without any, r lies beyond plus or minus 2.576 / square root of n in one series in a hundred
 * (Bartlett, "On the theoretical specification and sampling properties of autocorrelated time
 * series", 1946). Moving ranges shrink with it: they show sigma times the square root of 1 - r
 * (Wheeler, <i>Advanced Topics in Statistical Process Control</i>), so at 0.7 limits from them are
 * almost half too narrow.
 */
public final class Autocorrelation {
  private Autocorrelation() {}

  /** The autocorrelation at lag 1 of a phase; empty without points or without variation. */
  public static OptionalDouble of(Series series, Phase phase) {
    List<Integer> points = series.points(phase.first(), phase.last());
    double mean = points.stream().mapToDouble(i -> series.exact(i).toDouble()).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int i : points) {
      double deviation = series.exact(i).toDouble() - mean;
      squares += deviation * deviation;
      if (i > phase.first() && series.isPoint(i - 1) && !series.isBreak(i)) {
        products += deviation * (series.exact(i - 1).toDouble() - mean);
      }
    }
    return phase.basis() == Basis.CONSTANT || squares == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(products / squares);
  }

  /**
   * The autocorrelation at lag 1, where it is beyond chance at 1% and at least 0.7, so that limits
   * from moving ranges are much too narrow; otherwise empty.
   */
  public static OptionalDouble strong(Series series, Phase phase) {
    OptionalDouble found = of(series, phase);
    double bound = ControlConstants.NORMAL_ONE_PER_CENT.doubleValue() / Math.sqrt(phase.points());
    double least = Math.max(bound, ControlConstants.STRONG_AUTOCORRELATION);
    return found.isPresent() && found.getAsDouble() >= least ? found : OptionalDouble.empty();
  }
}
