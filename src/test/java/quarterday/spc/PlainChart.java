package quarterday.spc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The method page once more, slowly and on its own: exact fractions, and for each position every
 * stretch of the series that could single it out. Nothing here comes from the code under test but
 * the names of methods and states.
 */
final class PlainChart {
  private static final BigFraction NINE = new BigFraction(9);

  private final List<Optional<BigFraction>> values;
  private final List<Optional<BigFraction>> sizes;
  private final Set<Integer> leftOut;
  private final Set<Integer> resets;
  private final Set<Integer> breaks;
  private final ChartRules rules;

  /** What was worked out before, by phase or position. */
  private final Map<Integer, BigFraction> centres = new HashMap<>();

  private final Map<Integer, List<Integer>> points = new HashMap<>();

  private final Map<Integer, Boolean> constant = new HashMap<>();

  private final Map<Integer, Integer> sides = new HashMap<>();

  private final Map<String, Boolean> beyond = new HashMap<>();

  private final Map<Integer, Optional<BigFraction>> limits = new HashMap<>();

  PlainChart(
      List<Optional<BigFraction>> values,
      List<Optional<BigFraction>> sizes,
      Set<Integer> leftOut,
      Set<Integer> resets,
      Set<Integer> breaks,
      ChartRules rules) {
    this.values = values;
    this.sizes = sizes;
    this.leftOut = leftOut;
    this.resets = resets;
    this.breaks = breaks;
    this.rules = rules;
  }

  static BigFraction fraction(BigDecimal value) {
    return new BigFraction(value.unscaledValue()).multiply(new BigFraction(10).pow(-value.scale()));
  }

  /** One position as text: flags and state; and its limits, not a number where there are none. */
  record Verdict(String flags, String state, double centre, double lower, double upper) {}

  private int phaseOf(int i) {
    return (int) resets.stream().filter(reset -> reset <= i).count();
  }

  private boolean seen(int i) {
    return i >= 0
        && i < values.size()
        && (rules.window() == 0 || i >= values.size() - rules.window());
  }

  private boolean usable(int i) {
    return seen(i) && values.get(i).isPresent() && !leftOut.contains(i);
  }

  private BigFraction at(int i) {
    return values.get(i).orElseThrow();
  }

  private List<Integer> pointsOf(int phase) {
    return points.computeIfAbsent(phase, this::findPoints);
  }

  private List<Integer> findPoints(int phase) {
    return IntStream.range(0, values.size())
        .filter(i -> usable(i) && phaseOf(i) == phase)
        .boxed()
        .collect(Collectors.toList());
  }

  /** Whether a whole stretch is usable, of one phase and unbroken. */
  private boolean whole(int from, int to) {
    return IntStream.rangeClosed(from, to).allMatch(this::usable)
        && phaseOf(from) == phaseOf(to)
        && IntStream.rangeClosed(from + 1, to).noneMatch(breaks::contains);
  }

  private List<BigFraction> rangesOf(List<Integer> base) {
    List<BigFraction> ranges = new ArrayList<>();
    for (int k = 1; k < base.size(); k++) {
      if (base.get(k) - base.get(k - 1) == 1 && whole(base.get(k) - 1, base.get(k))) {
        ranges.add(at(base.get(k)).subtract(at(base.get(k) - 1)).abs());
      }
    }
    return ranges;
  }

  private static BigFraction average(List<BigFraction> numbers) {
    BigFraction sum = BigFraction.ZERO;
    for (BigFraction number : numbers) {
      sum = sum.add(number);
    }
    return sum.divide(numbers.size());
  }

  private static BigFraction middle(List<BigFraction> numbers) {
    List<BigFraction> sorted = new ArrayList<>(numbers);
    sorted.sort(null);
    int n = sorted.size();
    return sorted.get((n - 1) / 2).add(sorted.get(n / 2)).divide(2);
  }

  private List<Integer> base(int phase) {
    List<Integer> points = pointsOf(phase);
    return rules.lock() == 0 || points.size() < rules.lock()
        ? points
        : points.subList(0, rules.lock());
  }

  private List<BigFraction> numbers(List<Integer> positions) {
    return positions.stream().map(this::at).collect(Collectors.toList());
  }

  private BigFraction centre(List<Integer> base) {
    return switch (rules.method()) {
      case MEDIAN_MOVING_RANGE -> middle(numbers(base));
      case RATE_U, PROPORTION_P -> overall(base);
      default -> average(numbers(base));
    };
  }

  private BigFraction overall(List<Integer> base) {
    BigFraction parts = BigFraction.ZERO;
    BigFraction wholes = BigFraction.ZERO;
    for (int i : base) {
      BigFraction size = sizes.get(i).orElseThrow();
      parts = parts.add(at(i).multiply(size));
      wholes = wholes.add(size);
    }
    return parts.divide(wholes);
  }

  private static Optional<BigFraction> square(
      String factor, List<BigFraction> ranges, Function<List<BigFraction>, BigFraction> typical) {
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(fraction(new BigDecimal(factor)).multiply(typical.apply(ranges)).pow(2));
  }

  private static BigFraction screened(List<BigFraction> ranges) {
    BigFraction most = average(ranges).multiply(new BigFraction(3267, 1000));
    List<BigFraction> kept =
        ranges.stream().filter(r -> r.compareTo(most) < 0).collect(Collectors.toList());
    boolean use = kept.size() >= 8 && average(kept).compareTo(BigFraction.ZERO) > 0;
    return average(use ? kept : ranges);
  }

  private Optional<BigFraction> variance(List<Integer> base, BigFraction centre) {
    BigFraction squares = BigFraction.ZERO;
    for (BigFraction value : numbers(base)) {
      squares = squares.add(value.subtract(centre).pow(2));
    }
    return base.size() < 2 ? Optional.empty() : Optional.of(squares.divide(base.size() - 1));
  }

  /** The squared distance of the limits from the centre, by the formulas of the method page. */
  private Optional<BigFraction> width(List<Integer> base, BigFraction centre, int i) {
    List<BigFraction> ranges = rangesOf(base);
    BigFraction rest = BigFraction.ONE.subtract(centre);
    return switch (rules.method()) {
      case MOVING_RANGE -> square("2.66", ranges, PlainChart::average);
      case MOVING_RANGE_SCREENED -> square("2.66", ranges, PlainChart::screened);
      case MEDIAN_MOVING_RANGE -> square("3.145", ranges, PlainChart::middle);
      case STANDARD_DEVIATION -> variance(base, centre).map(NINE::multiply);
      case COUNT_C -> Optional.of(NINE.multiply(centre));
      case RATE_U -> sizes.get(i).map(size -> NINE.multiply(centre).divide(size));
      case PROPORTION_P ->
          sizes.get(i).map(size -> NINE.multiply(centre).multiply(rest).divide(size));
      case PROPORTION_P_PRIME -> throw new IllegalArgumentException();
    };
  }

  private static boolean allEqual(List<BigFraction> numbers) {
    return numbers.stream().distinct().count() <= 1;
  }

  private boolean constant(int phase) {
    return constant.computeIfAbsent(
        phase, one -> allEqual(numbers(base(one).size() > 1 ? base(one) : pointsOf(one))));
  }

  private Optional<BigFraction> limit(int i) {
    if (!limits.containsKey(i)) {
      limits.put(i, squaredLimit(i));
    }
    return limits.get(i);
  }

  private BigFraction centreAt(int i) {
    return centres.computeIfAbsent(phaseOf(i), phase -> centre(base(phase)));
  }

  private Optional<BigFraction> squaredLimit(int i) {
    int phase = phaseOf(i);
    List<Integer> base = base(phase);
    if (!seen(i) || pointsOf(phase).size() < 6) {
      return Optional.empty();
    }
    if (constant(phase)) {
      return Optional.of(BigFraction.ZERO);
    }
    return width(base, centreAt(i), i);
  }

  private int side(int i) {
    return sides.computeIfAbsent(i, this::findSide);
  }

  private int findSide(int i) {
    return at(i).compareTo(centreAt(i));
  }

  private boolean beyond(int i, BigFraction share) {
    return beyond.computeIfAbsent(i + " " + share, unused -> compare(i, share));
  }

  private boolean compare(int i, BigFraction share) {
    BigFraction distance = at(i).subtract(centreAt(i));
    return distance.pow(2).compareTo(share.pow(2).multiply(limit(i).orElseThrow())) > 0;
  }

  private boolean judged(int i) {
    return usable(i) && limit(i).isPresent();
  }

  private boolean outside(int i) {
    return judged(i) && beyond(i, BigFraction.ONE);
  }

  private boolean full(int i) {
    return judged(i) && pointsOf(phaseOf(i)).size() >= 13;
  }

  private boolean shift(int i) {
    int n = rules.shiftLength();
    return full(i)
        && IntStream.rangeClosed(i - n + 1, i)
            .anyMatch(
                from ->
                    whole(from, from + n - 1)
                        && Math.abs(
                                IntStream.range(from, from + n)
                                    .map(this::side)
                                    .map(Integer::signum)
                                    .sum())
                            == n);
  }

  private boolean trend(int i) {
    int n = rules.trendPoints();
    return full(i)
        && IntStream.rangeClosed(i - n + 1, i)
            .anyMatch(
                from ->
                    whole(from, from + n - 1)
                        && Math.abs(
                                IntStream.range(from + 1, from + n)
                                    .map(k -> Integer.signum(at(k).compareTo(at(k - 1))))
                                    .sum())
                            == n - 1);
  }

  private boolean twoOfThree(int i) {
    BigFraction share = new BigFraction(2, 3);
    return full(i)
        && beyond(i, share)
        && IntStream.rangeClosed(i - 2, i)
            .anyMatch(
                from ->
                    whole(from, from + 2)
                        && Math.abs(
                                IntStream.range(from, from + 3)
                                    .map(this::side)
                                    .map(Integer::signum)
                                    .sum())
                            == 3
                        && IntStream.range(from, from + 3).filter(k -> beyond(k, share)).count()
                            >= 2);
  }

  private String state(int i) {
    if (values.get(i).isEmpty()) {
      return "gap";
    }
    if (leftOut.contains(i)) {
      return "left-out";
    }
    if (!seen(i) || limit(i).isEmpty()) {
      return "no-limits";
    }
    if (outside(i)) {
      return "point";
    }
    if (constant(phaseOf(i))) {
      return "no-variation";
    }
    if (!full(i)) {
      return "provisional";
    }
    return trend(i) ? "trend" : shift(i) ? "shift" : twoOfThree(i) ? "two-of-three" : "stable";
  }

  Verdict verdict(int i) {
    String flags =
        (outside(i) ? "1" : "0")
            + (shift(i) ? "1" : "0")
            + (trend(i) ? "1" : "0")
            + (twoOfThree(i) ? "1" : "0");
    List<Integer> base = base(phaseOf(i));
    double centre = seen(i) && !base.isEmpty() ? centreAt(i).doubleValue() : Double.NaN;
    double width =
        base.isEmpty()
            ? Double.NaN
            : limit(i).map(w -> Math.sqrt(w.doubleValue())).orElse(Double.NaN);
    return new Verdict(flags, state(i), centre, centre - width, centre + width);
  }

  static Set<Integer> some(Random random, int size, int oneIn) {
    Set<Integer> some = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      if (random.nextInt(oneIn) == 0) {
        some.add(i);
      }
    }
    return some;
  }
}
