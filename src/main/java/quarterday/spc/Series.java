package quarterday.spc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Values at positions 0 to n-1, each present or a gap, with what an analyst has said about them:
 * left out, first of new limits, after a break. Immutable.
 */
public final class Series {
  /** The value of a quotient, where one must be shown as a decimal. */
  private static final MathContext SHOWN = MathContext.DECIMAL128;

  private final List<Optional<Exact>> values;
  private final List<Optional<BigDecimal>> sizes;
  private final boolean hasParts;
  private final Set<Integer> leftOut;
  private final Set<Integer> resets;
  private final Set<Integer> breaks;

  private Series(
      List<Optional<Exact>> values,
      List<Optional<BigDecimal>> sizes,
      boolean hasParts,
      Set<Integer> leftOut,
      Set<Integer> resets,
      Set<Integer> breaks) {
    this.values = List.copyOf(values);
    this.sizes = List.copyOf(sizes);
    this.hasParts = hasParts;
    this.leftOut = Set.copyOf(leftOut);
    this.resets = Set.copyOf(resets);
    this.breaks = Set.copyOf(breaks);
  }

  /** A series of values; an empty one is a gap. */
  public static Series of(List<Optional<BigDecimal>> values) {
    List<Optional<Exact>> exact = new ArrayList<>(values.size());
    for (Optional<BigDecimal> value : values) {
      exact.add(value.map(number -> new Exact(number, BigDecimal.ONE)));
    }
    return new Series(exact, List.of(), false, Set.of(), Set.of(), Set.of());
  }

  /** This series with the values at these positions left out of limits and rules. */
  public Series leavingOut(Set<Integer> positions) {
    return new Series(values, sizes, hasParts, joined(leftOut, positions), resets, breaks);
  }

  /** This series with new limits from each of these positions on. */
  public Series resetAt(Set<Integer> positions) {
    return new Series(values, sizes, hasParts, leftOut, joined(resets, positions), breaks);
  }

  /**
   * This series with a break before each of these positions: runs and trends end there and no
   * moving range bridges it, but the limits go on.
   */
  public Series breakAt(Set<Integer> positions) {
    return new Series(values, sizes, hasParts, leftOut, resets, joined(breaks, positions));
  }

  /**
   * This series with its values replaced by numerator over denominator, exactly; either missing, or
   * a denominator of zero or less, is a gap.
   *
   * @throws IllegalArgumentException if either list is not as long as the series
   */
  public Series ofParts(
      List<Optional<BigDecimal>> numerators, List<Optional<BigDecimal>> denominators) {
    if (numerators.size() != size() || denominators.size() != size()) {
      throw new IllegalArgumentException("parts of another length than the series");
    }
    List<Optional<Exact>> quotients = new ArrayList<>(size());
    List<Optional<BigDecimal>> positive = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      Optional<BigDecimal> numerator = numerators.get(i);
      Optional<BigDecimal> denominator = denominators.get(i).filter(size -> size.signum() > 0);
      positive.add(denominator);
      quotients.add(denominator.flatMap(size -> numerator.map(part -> new Exact(part, size))));
    }
    return new Series(quotients, positive, true, leftOut, resets, breaks);
  }

  /** How many positions there are, gaps included. */
  public int size() {
    return values.size();
  }

  /** The value, also of a point left out; a quotient of parts is rounded to 34 digits. */
  public Optional<BigDecimal> value(int i) {
    return values
        .get(i)
        .map(
            value ->
                hasParts
                    ? value.numerator().divide(value.denominator(), SHOWN)
                    : value.numerator());
  }

  /** Whether the position is left out. */
  public boolean isLeftOut(int i) {
    return leftOut.contains(i);
  }

  /** Whether the values are quotients of parts, which u, p and p prime limits need. */
  public boolean hasParts() {
    return hasParts;
  }

  boolean isGap(int i) {
    return values.get(i).isEmpty();
  }

  boolean isPoint(int i) {
    return !isGap(i) && !isLeftOut(i);
  }

  /** The points among the positions from the first to the last. */
  List<Integer> points(int first, int last) {
    return IntStream.rangeClosed(first, last).filter(this::isPoint).boxed().toList();
  }

  boolean isReset(int i) {
    return resets.contains(i);
  }

  boolean isBreak(int i) {
    return breaks.contains(i);
  }

  Exact exact(int i) {
    return values.get(i).orElseThrow();
  }

  /** The denominator, where there is one; of a series without parts there is none. */
  public Optional<BigDecimal> denominator(int i) {
    return hasParts ? sizes.get(i) : Optional.empty();
  }

  private static Set<Integer> joined(Collection<Integer> some, Collection<Integer> more) {
    Set<Integer> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }
}
