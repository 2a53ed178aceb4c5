package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.review.MeasureReview;

/**
 * A figure with a digit too many or too few: ten or a hundred times its neighbours, or a tenth or a
 * hundredth of them. It speaks only where the corrected figure would lie among the others and the
 * typed one lies far outside them, and for one that is too small only between ordinary neighbours,
 * because activity does stop.
 */
final class TypingSlip implements Check {
  private static final int NEIGHBOURS = 8;
  private static final double FAR = 3;

  /** Nor may any other month have been nearly so. */
  private static final double OUTSIDE = 1.5;

  private static final double LARGE = 10;
  private static final double LARGE_IF_LOST = 100;

  /** A series that spreads more widely than this has no usual size. */
  private static final double STEADY = 3;

  private static final int FEWEST = 3;
  private static final int FEWEST_MEANS = 6;
  private static final double SMALLEST_MEAN = 5;
  private static final double ALIKE = 1.5;

  @Override
  public CheckRule rule() {
    return CheckRule.TYPING_SLIP;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      List<Observation> figures = new ArrayList<>();
      boolean quarterly = measure.row().isQuarterly();
      (quarterly ? measure.row().quarters() : measure.row().months())
          .values().stream().filter(o -> !o.isGap()).forEach(figures::add);
      double[] values =
          figures.stream().mapToDouble(o -> o.value().orElseThrow().doubleValue()).toArray();
      boolean few = values.length <= NEIGHBOURS;
      // A share or an average does not grow tenfold, however small it is.
      boolean mean =
          measure.measure().isPercentage() || measure.measure().rule() == QuarterRule.MEAN;
      for (int i = 0; i < values.length; i++) {
        Observation o = figures.get(i);
        int places =
            few ? slipAmongFew(values, i, mean) : values.length > NEIGHBOURS ? slip(values, i) : 0;
        if (places != 0 && !(few && isTold(measure, o))) {
          BigDecimal meant = o.value().orElseThrow().movePointRight(places);
          found.accept(finding(measure, o, meant));
        }
      }
    }
  }

  private Finding finding(MeasureReview measure, Observation o, BigDecimal meant) {
    return Subject.at(
            rule(),
            measure,
            o.cell(),
            String.format(
                Locale.ROOT,
                "%s: %s is far from the figures beside it, where %s would fit; check for a digit or decimal point that slipped.",
                measure.measure().name(),
                Rounded.text(o.value().orElseThrow()),
                Rounded.text(meant)))
        .suggesting(Rounded.text(meant));
  }

  /** By how many places the decimal point slipped to the left; below zero, to the right. */
  private static int slip(double[] values, int at) {
    double value = values[at];
    int from = Math.max(0, Math.min(at - NEIGHBOURS / 2, values.length - NEIGHBOURS - 1));
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = from; i <= from + NEIGHBOURS; i++) {
      if (i != at) {
        least = Math.min(least, values[i]);
        most = Math.max(most, values[i]);
      }
    }
    if (least <= 0 || most > least * STEADY) {
      return 0;
    }
    if (value < most * FAR && value > least / FAR) {
      // So it is with nearly every figure, and then nobody need look at all the others.
      return 0;
    }
    double smallest = Double.MAX_VALUE;
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      if (i != at) {
        smallest = Math.min(smallest, values[i]);
        largest = Math.max(largest, values[i]);
      }
    }
    boolean inside = at > 0 && at < values.length - 1;
    for (int places = 1; places <= 2; places++) {
      double factor = Math.pow(10, places);
      boolean tooLarge =
          most >= LARGE
              && value >= most * FAR
              && value >= largest * OUTSIDE
              && (isAmong(value / factor, least, most)
                  || (largest <= smallest * STEADY && isAmong(value / factor, smallest, largest)));
      boolean tooSmall =
          inside
              && least >= LARGE_IF_LOST
              && value > 0
              && value <= least / FAR
              && value <= smallest / OUTSIDE
              && isAmong(value * factor, least, most);
      if (tooLarge || tooSmall) {
        return tooLarge ? -places : places;
      }
    }
    return 0;
  }

  /**
   * By how many places the decimal point slipped in one of a few figures: all others must be large
   * and alike.
   */
  private static int slipAmongFew(double[] values, int at, boolean mean) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      if (i != at) {
        least = Math.min(least, values[i]);
        most = Math.max(most, values[i]);
      }
    }
    if (values.length < (mean ? FEWEST_MEANS : FEWEST)
        || least < (mean ? SMALLEST_MEAN : LARGE_IF_LOST)
        || most > least * ALIKE) {
      return 0;
    }
    for (int places = 1; places <= 2; places++) {
      double factor = Math.pow(10, places);
      if (isAmong(values[at] / factor, least, most)) {
        return -places;
      }
      if (!mean && at > 0 && at < values.length - 1 && isAmong(values[at] * factor, least, most)) {
        return places;
      }
    }
    return 0;
  }

  /** Whether the commentary gives a figure too: then it was meant. */
  private static boolean isTold(MeasureReview measure, Observation o) {
    String digits = Rounded.text(o.value().orElseThrow());
    return measure.row().commentary().replace(",", "").contains(digits);
  }

  private static boolean isAmong(double value, double least, double most) {
    return value >= least * 0.9 && value <= most * 1.1;
  }
}
