package quarterday.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the worked example to the states it is meant to show in 2020/21 Q1, worked out here from
 * the cells: limits at mean +/- 2.66 x the average moving range over 42 months, a shift of 7 months
 * on one side, a trend of 7 points.
 */
class ExampleStatesTest {
  private static final YearMonth LAST = YearMonth.of(2020, 6);
  private static final int WINDOW = 42;
  private static final int RUN = 7;
  private static final int POINTS_FOR_LIMITS = 6;
  private static final int POINTS_FOR_RUNS = 13;
  private static final BigDecimal FACTOR = new BigDecimal("2.66");

  private static ExampleFigures example;

  @BeforeAll
  static void read() throws IOException {
    example = ExampleFigures.of(Template.OPCC, Edition.EXAMPLE);
  }

  @Test
  void emailsRiseAboveTheirUpperLimit() {
    assertThat(signals("O-EMAIL")).containsExactly("above");
  }

  @Test
  void engagementHoursFallBelowTheirLowerLimit() {
    assertThat(signals("O-ENGHR")).containsExactly("below");
  }

  @Test
  void custodyVisitsFallBelowTheirLowerLimit() {
    assertThat(signals("O-ICV-VIS")).containsExactly("below");
  }

  @Test
  void meetingsShiftUpwardsWithoutLeavingTheirLimits() {
    assertThat(signals("O-MEET")).containsExactly("shift up");
  }

  @Test
  void theFlexiBalanceTrendsUpwardsWithoutLeavingItsLimits() {
    assertThat(signals("O-FLEXI")).containsExactly("trend up");
  }

  @Test
  void followersRiseEveryMonthAndLeaveTheirLimits() {
    List<BigDecimal> followers =
        example.months("O-TWFOL").values().stream().flatMap(Optional::stream).toList();

    assertThat(followers).hasSize(45).isSorted().doesNotHaveDuplicates();
    assertThat(signals("O-TWFOL")).containsExactly("above", "shift up", "trend up");
  }

  @Test
  void measuresCountedForAFewMonthsHaveNoLimitsOrTrialLimits() {
    assertThat(points("O-ICV-ACTIVE")).isEqualTo(3);
    assertThat(points("O-PDR")).isEqualTo(9);
    assertThat(points("O-CORR-PCT")).isEqualTo(15);
  }

  @Test
  void mostMeasuresAreStable() {
    List<String> judged =
        example.ids().stream().filter(id -> points(id) >= POINTS_FOR_LIMITS).toList();
    List<String> stable = judged.stream().filter(id -> signals(id).isEmpty()).toList();

    assertThat(judged).hasSizeGreaterThan(40);
    assertThat(stable).hasSizeGreaterThan(judged.size() * 6 / 10);
  }

  @Test
  void eachKindOfAdjustmentIsRecordedOnceWithAReason() {
    assertThat(example.adjustments())
        .extracting(ExampleFigures.AdjustmentRow::kind)
        .containsExactly("Reset limits", "Leave out", "Note");
    assertThat(example.adjustments()).allMatch(adjustment -> !adjustment.reason().isBlank());
    assertThat(example.adjustments())
        .allMatch(adjustment -> example.ids().contains(example.id(adjustment.measure())));
  }

  @Test
  void theMonthLeftOutIsTheOnlyOneThatWouldHaveWidenedTheLimits() {
    YearMonth campaign = YearMonth.of(2017, 11);
    List<BigDecimal> others =
        example.months("O-EMAIL").entrySet().stream()
            .filter(entry -> !entry.getKey().equals(campaign))
            .flatMap(entry -> entry.getValue().stream())
            .toList();

    assertThat(others).allMatch(value -> value.compareTo(new BigDecimal("600")) < 0);
    assertThat(example.months("O-EMAIL").get(campaign)).contains(new BigDecimal("1038.0"));
  }

  private static long points(String id) {
    return series(id).stream().filter(Optional::isPresent).count();
  }

  /** The months since the last reset inside the window; left-out and missing ones are empty. */
  private static List<Optional<BigDecimal>> series(String id) {
    String name = example.measure(id).get("Measure");
    YearMonth from = LAST.minusMonths(WINDOW - 1);
    TreeSet<YearMonth> leftOut = new TreeSet<>();
    for (ExampleFigures.AdjustmentRow adjustment : example.adjustments()) {
      if (adjustment.measure().equals(name)) {
        if (adjustment.kind().equals("Reset limits") && adjustment.month().isAfter(from)) {
          from = adjustment.month();
        } else if (adjustment.kind().equals("Leave out")) {
          leftOut.add(adjustment.month());
        }
      }
    }
    List<Optional<BigDecimal>> series = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(LAST); month = month.plusMonths(1)) {
      series.add(
          leftOut.contains(month)
              ? Optional.empty()
              : example.months(id).getOrDefault(month, Optional.empty()));
    }
    return series;
  }

  private static Set<String> signals(String id) {
    List<Optional<BigDecimal>> series = series(id);
    List<BigDecimal> values = series.stream().flatMap(Optional::stream).toList();
    List<BigDecimal> ranges = new ArrayList<>();
    for (int i = 1; i < series.size(); i++) {
      if (series.get(i).isPresent() && series.get(i - 1).isPresent()) {
        ranges.add(series.get(i).get().subtract(series.get(i - 1).get()).abs());
      }
    }
    BigDecimal mean = mean(values);
    BigDecimal width = FACTOR.multiply(mean(ranges));
    Set<String> signals = new TreeSet<>();
    for (int i = series.size() - 3; i < series.size(); i++) {
      if (series.get(i).isPresent()) {
        BigDecimal off = series.get(i).get().subtract(mean);
        if (off.abs().compareTo(width) > 0) {
          signals.add(off.signum() > 0 ? "above" : "below");
        }
      }
      int end = i;
      if (values.size() >= POINTS_FOR_RUNS) {
        for (int side : List.of(1, -1)) {
          String way = side > 0 ? " up" : " down";
          if (run(end, k -> is(side, series.get(k), Optional.of(mean)), RUN)) {
            signals.add("shift" + way);
          }
          if (run(end, k -> is(side, series.get(k), series.get(k - 1)), RUN - 1)) {
            signals.add("trend" + way);
          }
        }
      }
    }
    return signals;
  }

  private static boolean run(int end, IntPredicate holds, int length) {
    return IntStream.rangeClosed(end - length + 1, end).allMatch(holds);
  }

  private static boolean is(int side, Optional<BigDecimal> value, Optional<BigDecimal> against) {
    return value.isPresent() && against.isPresent() && value.get().compareTo(against.get()) == side;
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
  }
}
