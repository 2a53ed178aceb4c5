package quarterday.spc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Series written down shortly. */
final class Given {
  private Given() {}

  /** Values parted by spaces; {@code -} alone is a gap and {@code 5*3} is three fives. */
  static List<Optional<BigDecimal>> numbers(String text) {
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      String[] parts = word.split("\\*");
      Optional<BigDecimal> value =
          parts[0].equals("-") ? Optional.empty() : Optional.of(new BigDecimal(parts[0]));
      int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
      for (int i = 0; i < times; i++) {
        values.add(value);
      }
    }
    return values;
  }

  static Series series(String text) {
    return Series.of(numbers(text));
  }

  static Series parts(String numerators, String denominators) {
    List<Optional<BigDecimal>> parts = numbers(numerators);
    return Series.of(parts).ofParts(parts, numbers(denominators));
  }

  static ControlChart chart(String text) {
    return ControlChart.of(series(text), ChartRules.DEFAULT);
  }

  static ControlChart chart(Series series, LimitsMethod method) {
    return ControlChart.of(series, ChartRules.DEFAULT.withMethod(method));
  }

  /** The last phase of a series. */
  static Phase phase(Series series) {
    List<Phase> phases = ControlChart.of(series, ChartRules.DEFAULT).phases();
    return phases.get(phases.size() - 1);
  }

  /** The positions that a rule singles out. */
  static List<Integer> flagged(ControlChart chart, Series series, SignalRule rule) {
    return IntStream.range(0, series.size()).filter(i -> chart.isFlagged(i, rule)).boxed().toList();
  }

  static List<Integer> to(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  static boolean nothingFlagged(ControlChart chart, Series series) {
    return Arrays.stream(SignalRule.values())
        .allMatch(rule -> flagged(chart, series, rule).isEmpty());
  }
}
