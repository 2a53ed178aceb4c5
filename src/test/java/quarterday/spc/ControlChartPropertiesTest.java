package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quarterday.spc.PlainChart.Verdict;

/** What holds for any series: 5 to 60 points with ties, gaps, runs, constants and zeros. */
class ControlChartPropertiesTest {
  private static final int SERIES = 200;

  /** Series drawn from a seed, with what was said about them. */
  private record Drawn(
      List<Optional<BigDecimal>> values,
      List<Optional<BigDecimal>> sizes,
      Set<Integer> leftOut,
      Set<Integer> resets,
      Set<Integer> breaks) {
    Series series() {
      return marked(Series.of(values));
    }

    Series parts() {
      return marked(Series.of(values).ofParts(values, sizes));
    }

    Series marked(Series series) {
      return series.leavingOut(leftOut).resetAt(resets).breakAt(breaks);
    }

    Series with(UnaryOperator<BigDecimal> change) {
      return marked(Series.of(values.stream().map(value -> value.map(change)).toList()));
    }
  }

  private static Drawn drawn(Random random, boolean counts) {
    int size = 5 + random.nextInt(56);
    int spread = List.of(1, 2, 3, 9, 60, 2000).get(random.nextInt(6));
    int decimals = counts ? 0 : random.nextInt(3);
    int kind = random.nextInt(6);
    List<Optional<BigDecimal>> values = new ArrayList<>();
    List<Optional<BigDecimal>> sizes = new ArrayList<>();
    int level = counts ? 2 * spread : random.nextInt(5) - 2;
    for (int i = 0; i < size; i++) {
      if (kind == 1 && random.nextInt(12) == 0) {
        level += spread * (random.nextInt(5) - 1);
      }
      int drift = kind == 2 ? i * (1 + spread / 4) / 2 : 0;
      int noise = kind == 3 ? 0 : random.nextInt(spread + 1);
      int spike = kind == 4 && random.nextInt(15) == 0 ? 10 * spread : 0;
      int value = kind == 5 && random.nextBoolean() ? 0 : level + drift + noise + spike;
      value = counts ? Math.abs(value) : value;
      boolean gap = random.nextInt(14) == 0;
      values.add(gap ? Optional.empty() : Optional.of(BigDecimal.valueOf(value, decimals)));
      int scale = kind == 3 ? 0 : random.nextInt(2);
      int rest = kind == 3 ? spread : random.nextInt(4 * spread);
      sizes.add(
          random.nextInt(40) == 0
              ? Optional.empty()
              : Optional.of(
                  BigDecimal.valueOf((long) (value + 1 + rest) * (scale == 1 ? 10 : 1), scale)));
    }
    boolean plain = random.nextInt(3) == 0;
    return new Drawn(
        values,
        sizes,
        plain ? Set.of() : PlainChart.some(random, size, 15),
        plain ? Set.of() : PlainChart.some(random, size, 25),
        plain ? Set.of() : PlainChart.some(random, size, 25));
  }

  private static ChartRules rules(Random random, LimitsMethod method) {
    return new ChartRules(
        method,
        random.nextInt(3) == 0 ? 5 + random.nextInt(50) : 0,
        random.nextInt(3) == 0 ? 2 + random.nextInt(20) : 0,
        5 + random.nextInt(4),
        5 + random.nextInt(3),
        true);
  }

  private static ChartRules any(Random random) {
    LimitsMethod[] methods = {
      LimitsMethod.MOVING_RANGE,
      LimitsMethod.MOVING_RANGE_SCREENED,
      LimitsMethod.STANDARD_DEVIATION,
      LimitsMethod.MEDIAN_MOVING_RANGE
    };
    return rules(random, methods[random.nextInt(methods.length)]);
  }

  private static List<Optional<BigFraction>> fractions(List<Optional<BigDecimal>> values) {
    return values.stream().map(value -> value.map(PlainChart::fraction)).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = LimitsMethod.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "PROPORTION_P_PRIME")
  void everyVerdictIsThatOfTheSlowChart(LimitsMethod method) {
    Random random = new Random(method.label().hashCode());
    Map<PointState, Integer> states = new EnumMap<>(PointState.class);
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, method.needsParts() || method == LimitsMethod.COUNT_C);
      ChartRules rules = rules(random, method);
      boolean parts = method.needsParts() || random.nextInt(5) == 0;
      Series series = parts ? drawn.parts() : drawn.series();
      List<Optional<BigFraction>> sizes = fractions(drawn.sizes());
      List<Optional<BigFraction>> values = new ArrayList<>(fractions(drawn.values()));
      if (parts) {
        sizes = sizes.stream().map(s -> s.filter(n -> n.compareTo(BigFraction.ZERO) > 0)).toList();
        for (int i = 0; i < values.size(); i++) {
          Optional<BigFraction> value = values.get(i);
          values.set(i, sizes.get(i).flatMap(size -> value.map(part -> part.divide(size))));
        }
      }
      PlainChart plain =
          new PlainChart(values, sizes, drawn.leftOut(), drawn.resets(), drawn.breaks(), rules);
      ControlChart chart = ControlChart.of(series, rules);
      for (int at = 0; at < series.size(); at++) {
        int i = at;
        int number = trial;
        Verdict verdict = plain.verdict(i);
        Supplier<String> where =
            () -> "trial " + number + ", position " + i + ", " + rules + " " + drawn;
        assertThat(flags(chart, i)).as(where).isEqualTo(verdict.flags());
        assertThat(chart.state(i).label()).as(where).isEqualTo(verdict.state());
        assertClose(chart.centre(i), verdict.centre(), where);
        assertClose(chart.limits(i).map(Limits::lower), verdict.lower(), where);
        assertClose(chart.limits(i).map(Limits::upper), verdict.upper(), where);
        states.merge(chart.state(i), 1, Integer::sum);
      }
    }
    // The drawn series are worth something only if they bring every state about.
    assertThat(states).containsOnlyKeys(PointState.values());
  }

  private static void assertClose(Optional<Double> found, double expected, Supplier<String> where) {
    if (Double.isNaN(expected)) {
      assertThat(found).as(where).isEmpty();
    } else {
      double tolerance = 1e-9 * Math.max(1, Math.abs(expected));
      assertThat(found.orElseThrow()).as(where).isCloseTo(expected, within(tolerance));
    }
  }

  private static String flags(ControlChart chart, int i) {
    StringBuilder flags = new StringBuilder();
    for (SignalRule rule :
        List.of(SignalRule.OUTSIDE, SignalRule.SHIFT, SignalRule.TREND, SignalRule.TWO_OF_THREE)) {
      flags.append(chart.isFlagged(i, rule) ? '1' : '0');
    }
    return flags.toString();
  }

  @Test
  void mirroringSwapsSidesAndNothingElse() {
    Random random = new Random(1);
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, false);
      ChartRules rules = any(random);
      ControlChart chart = ControlChart.of(drawn.series(), rules);
      ControlChart mirrored = ControlChart.of(drawn.with(BigDecimal::negate), rules);
      assertThat(mirrored.signals())
          .isEqualTo(
              chart.signals().stream()
                  .map(s -> new Signal(s.rule(), opposite(s.side()), s.from(), s.to()))
                  .toList());
      for (int i = 0; i < drawn.values().size(); i++) {
        assertThat(mirrored.side(i)).isEqualTo(opposite(chart.side(i)));
        assertThat(mirrored.state(i)).isEqualTo(chart.state(i));
      }
    }
  }

  @Test
  void addingAConstantChangesNoSignal() {
    Random random = new Random(2);
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, false);
      ChartRules rules = any(random);
      BigDecimal constant = BigDecimal.valueOf(random.nextInt(), random.nextInt(6));
      assertSameVerdicts(drawn, rules, value -> value.add(constant));
    }
  }

  @Test
  void scalingChangesNoState() {
    Random random = new Random(3);
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, false);
      ChartRules rules = any(random);
      BigDecimal factor = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(9));
      assertSameVerdicts(drawn, rules, value -> value.multiply(factor));
    }
  }

  private static void assertSameVerdicts(
      Drawn drawn, ChartRules rules, UnaryOperator<BigDecimal> change) {
    ControlChart before = ControlChart.of(drawn.series(), rules);
    ControlChart after = ControlChart.of(drawn.with(change), rules);
    assertThat(after.signals()).isEqualTo(before.signals());
    for (int i = 0; i < drawn.values().size(); i++) {
      assertThat(after.state(i)).isEqualTo(before.state(i));
      assertThat(after.side(i)).isEqualTo(before.side(i));
    }
  }

  @Test
  void aSignalNeverCoversAGapAPointLeftOutOrABreak() {
    Random random = new Random(4);
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, false);
      for (Signal signal : ControlChart.of(drawn.series(), any(random)).signals()) {
        for (int i = signal.from(); i <= signal.to(); i++) {
          assertThat(drawn.values().get(i)).isPresent();
          assertThat(drawn.leftOut()).doesNotContain(i);
          if (i > signal.from()) {
            assertThat(drawn.breaks()).doesNotContain(i);
            assertThat(drawn.resets()).doesNotContain(i);
          }
        }
      }
    }
  }

  @Test
  void aPointLeftOutAndAGapAreNeverFlaggedAndCountForNothing() {
    Random random = new Random(11);
    for (int run = 0; run < SERIES; run++) {
      Drawn drawn = drawn(random, false);
      ChartRules rules = any(random);
      ControlChart chart = ControlChart.of(drawn.series(), rules);
      List<Optional<BigDecimal>> wild = new ArrayList<>(drawn.values());
      for (int i : drawn.leftOut()) {
        assertThat(SignalRule.values()).noneMatch(rule -> chart.isFlagged(i, rule));
        if (i < wild.size()) {
          wild.set(i, wild.get(i).map(value -> value.add(BigDecimal.valueOf(1_000_000))));
        }
      }
      ControlChart other = ControlChart.of(drawn.marked(Series.of(wild)), rules);
      assertThat(other.signals()).isEqualTo(chart.signals());
      int last = drawn.values().size() - 1;
      assertThat(verdicts(other, 0, last)).isEqualTo(verdicts(chart, 0, last));
    }
  }

  /** What stands before a reset changes nothing after it, and the other way round. */
  @Test
  void phasesAreIndependent() {
    Random random = new Random(12);
    for (int run = 0; run < SERIES; run++) {
      Drawn drawn = drawn(random, false);
      ChartRules rules = any(random).withWindow(0);
      ControlChart whole = ControlChart.of(drawn.series(), rules);
      for (Phase phase : whole.phases()) {
        List<Optional<BigDecimal>> part = drawn.values().subList(phase.first(), phase.last() + 1);
        ControlChart alone =
            ControlChart.of(
                Series.of(part)
                    .leavingOut(from(drawn.leftOut(), phase.first()))
                    .breakAt(from(drawn.breaks(), phase.first())),
                rules);
        assertThat(verdicts(alone, 0, part.size() - 1))
            .isEqualTo(verdicts(whole, phase.first(), phase.last()));
      }
    }
  }

  /** The limits, state and flags of some positions. */
  private static String verdicts(ControlChart chart, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append(chart.limits(i)).append(chart.state(i));
      for (SignalRule rule : SignalRule.values()) {
        text.append(chart.isFlagged(i, rule) ? '1' : '0');
      }
    }
    return text.toString();
  }

  private static Set<Integer> from(Set<Integer> positions, int first) {
    Set<Integer> moved = new HashSet<>();
    positions.stream().filter(i -> i >= first).forEach(i -> moved.add(i - first));
    return moved;
  }

  @Test
  void flagsAreWhatSignalsSay() {
    Random random = new Random(5);
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, false);
      ControlChart chart = ControlChart.of(drawn.series(), any(random));
      for (SignalRule rule : SignalRule.values()) {
        Set<Integer> covered = new HashSet<>();
        for (Signal signal : chart.signals()) {
          if (signal.rule() == rule) {
            assertThat(chart.isFlagged(signal.from(), rule)).isTrue();
            assertThat(chart.isFlagged(signal.to(), rule)).isTrue();
            covered.addAll(Given.to(signal.from(), signal.to()));
          }
        }
        List<Integer> flagged = Given.flagged(chart, drawn.series(), rule);
        assertThat(covered).containsAll(flagged);
        if (rule != SignalRule.TWO_OF_THREE) {
          assertThat(flagged).containsExactlyInAnyOrderElementsOf(covered);
        }
      }
    }
  }

  @Test
  void reversingSwapsTheDirectionOfTrends() {
    Random random = new Random(6);
    int trends = 0;
    for (int trial = 0; trial < SERIES; trial++) {
      Drawn drawn = drawn(random, false);
      ChartRules rules = any(random).withWindow(0).withLock(0);
      int last = drawn.values().size() - 1;
      List<Optional<BigDecimal>> reversed = new ArrayList<>(drawn.values());
      Collections.reverse(reversed);
      List<Signal> forward = trends(ControlChart.of(Series.of(drawn.values()), rules));
      List<Signal> backward = trends(ControlChart.of(Series.of(reversed), rules));
      assertThat(backward)
          .containsExactlyInAnyOrderElementsOf(
              forward.stream()
                  .map(
                      s -> new Signal(s.rule(), opposite(s.side()), last - s.to(), last - s.from()))
                  .toList());
      trends += forward.size();
    }
    assertThat(trends).isPositive();
  }

  private static List<Signal> trends(ControlChart chart) {
    return chart.signals().stream().filter(s -> s.rule() == SignalRule.TREND).toList();
  }

  private static Side opposite(Side side) {
    return switch (side) {
      case ABOVE -> Side.BELOW;
      case BELOW -> Side.ABOVE;
      case ON -> Side.ON;
    };
  }

  /** p prime by its definition in floating point, where no point is within a hair of a limit. */
  @Test
  void laneysLimitsAreThoseOfTheDefinition() {
    Random random = new Random(7);
    int charts = 0;
    for (int trial = 0; trial < SERIES; trial++) {
      int size = 6 + random.nextInt(40);
      double[] parts = random.ints(size, 0, 200).asDoubleStream().toArray();
      double[] wholes = random.ints(size, 200, 5000).asDoubleStream().toArray();
      double p = IntStream.range(0, size).mapToDouble(i -> parts[i]).sum();
      p /= IntStream.range(0, size).mapToDouble(i -> wholes[i]).sum();
      double mean = p;
      double[] sigma =
          IntStream.range(0, size)
              .mapToDouble(i -> Math.sqrt(mean * (1 - mean) / wholes[i]))
              .toArray();
      double[] z =
          IntStream.range(0, size)
              .mapToDouble(i -> (parts[i] / wholes[i] - mean) / sigma[i])
              .toArray();
      double sigmaZ =
          IntStream.range(1, size)
                  .mapToDouble(i -> Math.abs(z[i] - z[i - 1]))
                  .average()
                  .orElseThrow()
              / 1.128;
      List<Optional<BigDecimal>> numerators = decimals(parts);
      ControlChart chart =
          Given.chart(
              Series.of(numerators).ofParts(numerators, decimals(wholes)),
              LimitsMethod.PROPORTION_P_PRIME);
      for (int i = Math.max(0, size - ControlConstants.DEFAULT_WINDOW);
          i < size && size <= 42;
          i++) {
        Limits limits = chart.limits(i).orElseThrow();
        assertThat(limits.centre()).isCloseTo(mean, within(1e-12));
        assertThat(limits.lower()).isCloseTo(mean - 3 * sigma[i] * sigmaZ, within(1e-11));
        assertThat(limits.upper()).isCloseTo(mean + 3 * sigma[i] * sigmaZ, within(1e-11));
        assertThat(chart.isFlagged(i, SignalRule.OUTSIDE)).isEqualTo(Math.abs(z[i]) > 3 * sigmaZ);
        charts++;
      }
    }
    assertThat(charts).isPositive();
  }

  private static List<Optional<BigDecimal>> decimals(double[] numbers) {
    List<Optional<BigDecimal>> all = new ArrayList<>();
    for (double number : numbers) {
      all.add(Optional.of(BigDecimal.valueOf((long) number)));
    }
    return all;
  }
}
