package quarterday.complete;

import java.util.OptionalDouble;

/**
 * Where a value axis begins and ends, and how far its labels lie apart. It begins at zero unless
 * that would leave more than half of the chart empty; only what must be fixed is, so that the
 * program that shows the chart can follow edited figures upwards.
 *
 * @param least where it begins; empty where figures are below zero
 * @param most where it ends; only where nothing can lie beyond
 * @param step from label to label; only where programs would choose fractions of whole things
 * @param bottom about where it begins
 * @param top about where it will end
 * @param decimals how many decimals its labels need
 */
record ChartScale(
    OptionalDouble least,
    OptionalDouble most,
    OptionalDouble step,
    double bottom,
    double top,
    int decimals) {
  /** From this share of the highest figure on, the axis begins above zero. */
  private static final double HIGH = 0.6;

  /** From this share of the highest figure possible on, the axis ends there. */
  private static final double NEAR = 0.8;

  /** What arithmetic in binary leaves over. */
  private static final double DUST = 1e-9;

  /** How many labels there are about. */
  private static final int LABELS = 7;

  /** Up to this many whole things each has its own label. */
  private static final int FEW = 6;

  /**
   * The scale for figures.
   *
   * @param low the lowest figure or limit
   * @param high the highest
   * @param most the highest value possible, if there is one
   * @param whole whether the figures are whole things
   */
  static ChartScale of(double low, double high, OptionalDouble most, boolean whole) {
    double spread = high - low;
    if (spread <= Math.abs(high) * DUST) {
      spread = high == 0 ? 1 : Math.abs(high) / 10;
    }
    boolean fromZero = high == 0 || (low >= 0 && low <= HIGH * high);
    double step = nice((fromZero ? Math.max(high, spread) : spread * 1.5) / LABELS);
    if (whole) {
      step = Math.max(1, step);
    }
    double bottom = low < 0 ? low : fromZero ? 0 : low - spread / 4;
    bottom = tidy(Math.floor(bottom / step + DUST) * step);
    if (low >= 0) {
      bottom = Math.max(0, bottom);
    }
    boolean full = most.isPresent() && high > NEAR * most.getAsDouble();
    double above = high + (high - bottom) / 20;
    double top = full ? most.getAsDouble() : Math.max(Math.ceil(above / step), 1) * step;
    return new ChartScale(
        low < 0 ? OptionalDouble.empty() : OptionalDouble.of(bottom),
        full ? most : OptionalDouble.empty(),
        whole && top - bottom <= FEW ? OptionalDouble.of(1) : OptionalDouble.empty(),
        bottom,
        Math.max(top, bottom + step),
        (int) Math.max(0, -Math.floor(Math.log10(step) + DUST)));
  }

  /** The next of 1, 2, 5, 10 and their decimal fellows. */
  private static double nice(double step) {
    double unit = Math.pow(10, Math.floor(Math.log10(step)));
    for (double factor : new double[] {1, 2, 5}) {
      if (step <= factor * unit * (1 + DUST)) {
        return factor * unit;
      }
    }
    return 10 * unit;
  }

  /** Without the dust that multiplying leaves behind the last decimal. */
  private static double tidy(double number) {
    return Math.rint(number * 1e9) / 1e9;
  }

  /** How far apart two figures are drawn, as a share of the axis. */
  double apart(double one, double other) {
    return Math.abs(one - other) / (top - bottom);
  }
}
