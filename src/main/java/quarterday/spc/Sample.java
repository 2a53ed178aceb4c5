package quarterday.spc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The points that the limits of a phase come from, at least one, and the moving ranges between
 * those of them that are neighbours.
 */
final class Sample {
  /** A root is irrational: rounding up keeps a point exactly on its limit inside. */
  private static final MathContext ROOTS = new MathContext(45, RoundingMode.UP);

  private final Series series;
  private final List<Integer> base;
  private final List<Integer> ranged;

  /** What every value is a whole multiple over; found when first needed, for it can be long. */
  private Optional<BigDecimal> common = Optional.empty();

  /**
   * @param ranged the positions of the base that follow another without a gap or break
   */
  Sample(Series series, List<Integer> base, List<Integer> ranged) {
    this.series = series;
    this.base = base;
    this.ranged = ranged;
  }

  boolean isConstant() {
    Exact first = series.exact(base.get(0));
    return base.stream().allMatch(position -> series.exact(position).compare(first) == 0);
  }

  List<Integer> ranged() {
    return ranged;
  }

  Exact mean() {
    return new Exact(sum(values()), count(base).multiply(common()));
  }

  Exact median() {
    return median(values());
  }

  Exact ratio() {
    BigDecimal part = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    for (int position : base) {
      part = part.add(series.exact(position).numerator());
      whole = whole.add(series.exact(position).denominator());
    }
    return new Exact(part, whole);
  }

  Optional<Variation> averageRange() {
    return ranged.isEmpty() ? Optional.empty() : Optional.of(average(ranged, false));
  }

  Optional<Variation> screenedRange() {
    if (ranged.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal most =
        ControlConstants.SCREENING_FACTOR.multiply(sum(ranged.stream().map(this::range).toList()));
    BigDecimal count = BigDecimal.valueOf(ranged.size());
    List<Integer> kept =
        ranged.stream()
            .filter(position -> range(position).multiply(count).compareTo(most) < 0)
            .toList();
    if (kept.size() == ranged.size()) {
      return Optional.of(average(ranged, false));
    }
    boolean enough =
        kept.size() >= ControlConstants.FEWEST_SCREENED_RANGES
            && kept.stream().anyMatch(position -> range(position).signum() > 0);
    return Optional.of(enough ? average(kept, false) : average(ranged, true));
  }

  Optional<Variation> standardDeviation() {
    if (base.size() < 2) {
      return Optional.empty();
    }
    List<BigDecimal> values = values();
    BigDecimal n = count(values);
    BigDecimal sum = sum(values);
    BigDecimal squares = sum(values.stream().map(value -> value.multiply(value)).toList());
    Exact variance =
        new Exact(
            n.multiply(squares).subtract(sum.multiply(sum)),
            n.multiply(n.subtract(BigDecimal.ONE)).multiply(common()).multiply(common()));
    return Optional.of(
        Variation.of(
            Reach.rootOf(threeSigma(variance)),
            OptionalDouble.of(variance.wide().sqrt(Exact.WIDE).doubleValue()),
            List.of(),
            false));
  }

  Optional<Variation> medianRange() {
    if (ranged.isEmpty()) {
      return Optional.empty();
    }
    Exact middle = median(ranged.stream().map(this::range).toList());
    return Optional.of(
        Variation.of(
            Reach.of(times(middle, ControlConstants.MEDIAN_RANGE_FACTOR)),
            OptionalDouble.of(middle.toDouble()),
            ranged,
            false));
  }

  Optional<Variation> poisson(Exact centre) {
    if (centre.sign() < 0) {
      return Optional.empty();
    }
    Reach reach = Reach.rootOf(threeSigma(centre));
    return Optional.of(Variation.bySize(position -> Optional.of(reach)));
  }

  Optional<Variation> poissonRate(Exact centre) {
    return centre.sign() < 0 ? Optional.empty() : Optional.of(perSize(threeSigma(centre)));
  }

  Optional<Variation> binomial(Exact centre) {
    Exact variance = binomialVariance(centre);
    return variance.sign() < 0 ? Optional.empty() : Optional.of(perSize(threeSigma(variance)));
  }

  /**
   * Laney's limits: with z = (p - mean) / sqrt(variance / n), the width sigma z x sqrt(variance /
   * n) has no variance left in it, so only the roots of the denominators are taken.
   */
  Optional<Variation> laney(Exact centre) {
    Exact variance = binomialVariance(centre);
    if (ranged.isEmpty() || variance.sign() <= 0) {
      return Optional.empty();
    }
    BigDecimal total = BigDecimal.ZERO;
    for (int position : ranged) {
      total = total.add(rooted(position, centre).subtract(rooted(position - 1, centre)).abs());
    }
    BigDecimal average =
        total
            .divide(BigDecimal.valueOf(ranged.size()), Exact.WIDE)
            .divide(ControlConstants.RANGE_PER_SIGMA, Exact.WIDE)
            .round(ROOTS);
    Variation widths = perSize(threeSigma(new Exact(average.multiply(average), BigDecimal.ONE)));
    double sigmaZ = average.divide(variance.wide().sqrt(Exact.WIDE), Exact.WIDE).doubleValue();
    return Optional.of(new Variation(widths.reach(), OptionalDouble.of(sigmaZ), ranged, false));
  }

  private BigDecimal rooted(int position, Exact centre) {
    BigDecimal size = series.exact(position).denominator();
    return series.exact(position).minus(centre).wide().multiply(size.sqrt(Exact.WIDE), Exact.WIDE);
  }

  private static Exact binomialVariance(Exact p) {
    return new Exact(
        p.numerator().multiply(p.denominator().subtract(p.numerator())),
        p.denominator().multiply(p.denominator()));
  }

  private Variation perSize(Exact square) {
    return Variation.bySize(
        position ->
            series
                .denominator(position)
                .map(
                    size ->
                        Reach.rootOf(
                            new Exact(square.numerator(), square.denominator().multiply(size)))));
  }

  private Variation average(List<Integer> positions, boolean unscreened) {
    List<BigDecimal> ranges = positions.stream().map(this::range).toList();
    Exact average = new Exact(sum(ranges), count(ranges).multiply(common()));
    return Variation.of(
        Reach.of(times(average, ControlConstants.MOVING_RANGE_FACTOR)),
        OptionalDouble.of(average.toDouble()),
        positions,
        unscreened);
  }

  private List<BigDecimal> values() {
    return base.stream().map(this::scaled).toList();
  }

  private BigDecimal common() {
    if (common.isEmpty()) {
      common = Optional.of(commonDenominator(series, base));
    }
    return common.get();
  }

  private BigDecimal range(int position) {
    return scaled(position).subtract(scaled(position - 1)).abs();
  }

  private BigDecimal scaled(int position) {
    Exact value = series.exact(position);
    return series.hasParts()
        ? value.numerator().multiply(common().divideToIntegralValue(value.denominator()))
        : value.numerator();
  }

  private Exact median(List<BigDecimal> numbers) {
    List<BigDecimal> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? new Exact(sorted.get(half), common())
        : new Exact(
            sorted.get(half - 1).add(sorted.get(half)), common().multiply(BigDecimal.valueOf(2)));
  }

  private static Exact threeSigma(Exact variance) {
    return times(variance, ControlConstants.SIGMAS.multiply(ControlConstants.SIGMAS));
  }

  private static Exact times(Exact value, BigDecimal factor) {
    return new Exact(value.numerator().multiply(factor), value.denominator());
  }

  private static BigDecimal count(List<?> numbers) {
    return BigDecimal.valueOf(numbers.size());
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The smallest number that every denominator divides; one, for values without parts. */
  private static BigDecimal commonDenominator(Series series, List<Integer> base) {
    if (!series.hasParts()) {
      return BigDecimal.ONE;
    }
    int decimals = 0;
    for (int position : base) {
      decimals = Math.max(decimals, series.exact(position).denominator().scale());
    }
    BigInteger multiple = BigInteger.ONE;
    for (int position : base) {
      BigInteger size =
          series.exact(position).denominator().movePointRight(decimals).toBigIntegerExact();
      multiple = multiple.multiply(size.divide(multiple.gcd(size)));
    }
    return new BigDecimal(multiple).movePointLeft(decimals);
  }
}
