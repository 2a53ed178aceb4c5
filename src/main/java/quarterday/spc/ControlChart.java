package quarterday.spc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A series with its limits and signals, phase by phase.
 *
 * <p>Every comparison that a verdict hangs on is exact: strictly above, strictly below, or equal.
 * With floating point, eighteen values of 98.6 lie "above" their own mean.
 */
public final class ControlChart {
  private final Series series;
  private final ChartRules rules;
  private final List<PhaseFit> fits = new ArrayList<>();
  private final List<Phase> phases;
  private final List<Signal> signals;
  private final Map<Integer, Set<SignalRule>> flags = new HashMap<>();

  private ControlChart(Series series, ChartRules rules) {
    this.series = series;
    this.rules = rules;
    int from = rules.window() == 0 ? 0 : Math.max(0, series.size() - rules.window());
    int first = from;
    for (int i = from; i < series.size(); i++) {
      if (i + 1 == series.size() || series.isReset(i + 1)) {
        fits.add(fit(first, i));
        first = i + 1;
      }
    }
    this.phases = fits.stream().map(PhaseFit::phase).toList();
    List<Signal> found = new ArrayList<>();
    fits.forEach(fit -> judge(fit, found));
    found.sort(Comparator.comparingInt(Signal::from).thenComparing(Signal::rule));
    this.signals = List.copyOf(found);
  }

  /**
   * The chart of a series by these rules.
   *
   * @throws IllegalArgumentException if the method needs parts and the series has none
   */
  public static ControlChart of(Series series, ChartRules rules) {
    if (rules.method().needsParts() && !series.hasParts()) {
      throw new IllegalArgumentException(rules.method().label() + " needs parts");
    }
    return new ControlChart(series, rules);
  }

  /** The series that is charted. */
  public Series series() {
    return series;
  }

  /** The phases inside the window, in order; none of an empty series. */
  public List<Phase> phases() {
    return phases;
  }

  /** The phase that a position belongs to; empty outside the window. */
  public Optional<Phase> phase(int position) {
    return fitAt(position).map(PhaseFit::phase);
  }

  /**
   * The raw limits at a position, also at a gap or a point left out.
   *
   * <p>Empty outside the window, in a phase without limits, and for u, p and p prime where there is
   * no denominator.
   */
  public Optional<Limits> limits(int position) {
    return fitAt(position).flatMap(fit -> fit.limits(position));
  }

  /** The mean, median or overall ratio, also where there are no limits; empty without points. */
  public Optional<Double> centre(int position) {
    return fitAt(position).flatMap(PhaseFit::shownCentre);
  }

  /** The distance from the value before; empty at a gap, a point left out, after them, a break. */
  public Optional<Double> movingRange(int position) {
    return fitAt(position)
        .filter(fit -> followsOn(position, fit.phase().first()))
        .map(fit -> Math.abs(step(position).toDouble()));
  }

  /** Whether the point at a position is one that a rule singles out. */
  public boolean isFlagged(int position, SignalRule rule) {
    return flags.getOrDefault(position, Set.of()).contains(rule);
  }

  /** Every longest run, by first position and then by rule. */
  public List<Signal> signals() {
    return signals;
  }

  /**
   * What a position is: gap, left out, no limits, point, no variation, provisional, trend, shift,
   * two of three, stable; the first that holds.
   */
  public PointState state(int position) {
    if (series.isGap(position)) {
      return PointState.GAP;
    }
    if (series.isLeftOut(position)) {
      return PointState.LEFT_OUT;
    }
    Basis basis = phase(position).map(Phase::basis).orElse(Basis.NONE);
    if (basis == Basis.NONE) {
      return PointState.NO_LIMITS;
    }
    if (isFlagged(position, SignalRule.OUTSIDE)) {
      return PointState.POINT;
    }
    if (basis == Basis.CONSTANT) {
      return PointState.NO_VARIATION;
    }
    if (basis == Basis.TRIAL) {
      return PointState.PROVISIONAL;
    }
    if (isFlagged(position, SignalRule.TREND)) {
      return PointState.TREND;
    }
    if (isFlagged(position, SignalRule.SHIFT)) {
      return PointState.SHIFT;
    }
    return isFlagged(position, SignalRule.TWO_OF_THREE)
        ? PointState.TWO_OF_THREE
        : PointState.STABLE;
  }

  /** On which side of the centre line the value lies, exactly; {@code ON} where there is none. */
  public Side side(int position) {
    return fitAt(position)
        .filter(fit -> !series.isGap(position) && fit.centre().isPresent())
        .map(fit -> Side.of(deviation(fit, position).sign()))
        .orElse(Side.ON);
  }

  private Optional<PhaseFit> fitAt(int position) {
    for (PhaseFit fit : fits) {
      if (fit.phase().first() <= position && position <= fit.phase().last()) {
        return Optional.of(fit);
      }
    }
    return Optional.empty();
  }

  private PhaseFit fit(int first, int last) {
    List<Integer> points = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      if (series.isPoint(i)) {
        points.add(i);
      }
    }
    if (points.isEmpty()) {
      return new PhaseFit(
          phase(first, last, 0, Basis.NONE, points, Optional.empty()),
          Optional.empty(),
          Optional.empty());
    }
    boolean locked = rules.lock() > 0 && rules.lock() < points.size();
    List<Integer> base = locked ? points.subList(0, rules.lock()) : points;
    List<Integer> ranged = base.stream().filter(i -> followsOn(i, first)).toList();
    Sample sample = new Sample(series, base, ranged);
    Exact centre = rules.method().centre(sample);
    boolean enough = points.size() >= ControlConstants.FEWEST_POINTS;
    // One locked point alone says nothing about variation: then all points are asked.
    List<Integer> asked = base.size() > 1 ? base : points;
    boolean constant = enough && new Sample(series, asked, List.of()).isConstant();
    Optional<Variation> variation =
        constant ? Optional.of(Variation.none(ranged)) : rules.method().variation(sample, centre);
    Basis basis = Basis.FULL;
    if (!enough || variation.isEmpty()) {
      basis = Basis.NONE;
    } else if (constant) {
      basis = Basis.CONSTANT;
    } else if (points.size() < ControlConstants.FULL_POINTS) {
      basis = Basis.TRIAL;
    }
    return new PhaseFit(
        phase(first, last, points.size(), basis, base, variation), Optional.of(centre), variation);
  }

  private Phase phase(
      int first,
      int last,
      int points,
      Basis basis,
      List<Integer> base,
      Optional<Variation> variation) {
    return new Phase(
        first,
        last,
        points,
        basis,
        base,
        variation.map(Variation::ranges).orElse(List.of()),
        variation.map(Variation::spread).orElse(OptionalDouble.empty()),
        rules.method().factor().doubleValue(),
        variation.map(Variation::unscreened).orElse(false));
  }

  private void judge(PhaseFit fit, List<Signal> found) {
    Phase phase = fit.phase();
    if (phase.basis() == Basis.NONE) {
      return;
    }
    int[] outside = sides(fit, ControlConstants.LIMIT_THIRDS);
    addRuns(found, SignalRule.OUTSIDE, fit, 1, 0, i -> outside[i - phase.first()]);
    if (phase.points() < ControlConstants.FULL_POINTS) {
      return;
    }
    int[] side = sides(fit, 0);
    addRuns(found, SignalRule.SHIFT, fit, rules.shiftLength(), 0, i -> side[i - phase.first()]);
    addRuns(
        found,
        SignalRule.TREND,
        fit,
        rules.trendPoints() - 1,
        1,
        i -> followsOn(i, phase.first()) ? step(i).sign() : 0);
    if (rules.twoOfThree()) {
      addTwoOfThree(found, fit, side, sides(fit, ControlConstants.WARNING_THIRDS));
    }
  }

  /**
   * The side of each point that is beyond so many thirds of the way to its limit, no thirds being
   * the centre line itself; 0 for others.
   */
  private int[] sides(PhaseFit fit, int thirds) {
    int first = fit.phase().first();
    int[] sides = new int[fit.phase().last() - first + 1];
    for (int i = first; i <= fit.phase().last(); i++) {
      if (series.isPoint(i)) {
        Exact deviation = deviation(fit, i);
        if (thirds == 0 || fit.reach(i).orElseThrow().isExceededBy(deviation, thirds)) {
          sides[i - first] = deviation.sign();
        }
      }
    }
    return sides;
  }

  /**
   * Adds each longest run of positions, following on one another, with the same sign; {@code
   * before} more positions in front belong to the run.
   */
  private void addRuns(
      List<Signal> found,
      SignalRule rule,
      PhaseFit fit,
      int length,
      int before,
      IntUnaryOperator sign) {
    int from = fit.phase().first();
    while (from <= fit.phase().last()) {
      int side = sign.applyAsInt(from);
      int to = from;
      while (to < fit.phase().last()
          && followsOn(to + 1, fit.phase().first())
          && sign.applyAsInt(to + 1) == side) {
        to++;
      }
      if (side != 0 && to - from + 1 >= length) {
        found.add(new Signal(rule, Side.of(side), from - before, to));
        for (int i = from - before; i <= to; i++) {
          flag(i, rule);
        }
      }
      from = to + 1;
    }
  }

  private void addTwoOfThree(List<Signal> found, PhaseFit fit, int[] side, int[] beyond) {
    int first = fit.phase().first();
    int from = -1;
    int to = -1;
    int lastTriple = -1;
    for (int i = first + 2; i <= fit.phase().last(); i++) {
      int third = i - first;
      int sign = side[third];
      boolean together =
          followsOn(i, first)
              && followsOn(i - 1, first)
              && sign != 0
              && side[third - 1] == sign
              && side[third - 2] == sign;
      int[] far =
          together
              ? IntStream.rangeClosed(i - 2, i)
                  .filter(position -> beyond[position - first] != 0)
                  .toArray()
              : new int[0];
      if (far.length >= 2) {
        Arrays.stream(far).forEach(position -> flag(position, SignalRule.TWO_OF_THREE));
        boolean overlaps = lastTriple >= 0 && i - 2 <= lastTriple;
        if (!overlaps && lastTriple >= 0) {
          found.add(new Signal(SignalRule.TWO_OF_THREE, Side.of(side[from - first]), from, to));
        }
        from = overlaps ? from : far[0];
        to = far[far.length - 1];
        lastTriple = i;
      }
    }
    if (lastTriple >= 0) {
      found.add(new Signal(SignalRule.TWO_OF_THREE, Side.of(side[from - first]), from, to));
    }
  }

  private void flag(int position, SignalRule rule) {
    flags.computeIfAbsent(position, unused -> EnumSet.noneOf(SignalRule.class)).add(rule);
  }

  /** Whether this and the position before are both points of the phase with no break between. */
  private boolean followsOn(int position, int first) {
    return position > first
        && series.isPoint(position)
        && series.isPoint(position - 1)
        && !series.isBreak(position);
  }

  private Exact step(int position) {
    return series.exact(position).minus(series.exact(position - 1));
  }

  private Exact deviation(PhaseFit fit, int position) {
    return series.exact(position).minus(fit.centre().orElseThrow());
  }

  /** A phase with what its limits are worked out from, and what they come to. */
  private static final class PhaseFit {
    private final Phase phase;
    private final Optional<Exact> centre;
    private final Optional<Variation> variation;
    private final Optional<Double> shownCentre;

    /** Worked out when first asked for; most methods have one reach for the whole phase. */
    private Optional<Drawn> drawn = Optional.empty();

    private record Drawn(Reach reach, Limits limits) {}

    PhaseFit(Phase phase, Optional<Exact> centre, Optional<Variation> variation) {
      this.phase = phase;
      this.centre = centre;
      this.variation = variation;
      this.shownCentre = centre.map(Exact::toDouble);
    }

    Phase phase() {
      return phase;
    }

    Optional<Exact> centre() {
      return centre;
    }

    Optional<Double> shownCentre() {
      return shownCentre;
    }

    /** How far the limits lie from the centre; empty where there are none. */
    Optional<Reach> reach(int position) {
      return phase.basis() == Basis.NONE
          ? Optional.empty()
          : variation.flatMap(found -> found.reach().apply(position));
    }

    Optional<Limits> limits(int position) {
      return reach(position).map(this::limits);
    }

    private Limits limits(Reach reach) {
      Optional<Drawn> known = drawn.filter(last -> last.reach().equals(reach));
      if (known.isEmpty()) {
        known = Optional.of(new Drawn(reach, reach.around(centre.orElseThrow())));
        drawn = known;
      }
      return known.get().limits();
    }
  }
}
