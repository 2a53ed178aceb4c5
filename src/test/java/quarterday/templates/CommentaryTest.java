package quarterday.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the commentary of the worked examples to their cells. */
class CommentaryTest {
  private static final String NOW = "2020/21 Q1";
  private static final List<String> EARLIER = List.of("2019/20 Q4", "2019/20 Q1");
  private static final List<String> MONTHS = List.of("2020-04", "2020-05", "2020-06");
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** Numbers that name something: periods, the call within 10 seconds, the grade of an incident. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\d{4}/\\d{2} Q[1-4]|(January|February|March|April|May|June|July|August|September"
              + "|October|November|December) \\d{4}|within 10 seconds|20-day limit|Grade \\d");

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  static List<Arguments> commentaries() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (Template template : Template.values()) {
      ExampleFigures example = ExampleFigures.of(template, Edition.EXAMPLE);
      for (String id : example.ids()) {
        if (!example.commentary(id).isEmpty()) {
          all.add(Arguments.of(template, example, id, example.commentary(id)));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("commentaries")
  void everyNumberIsTrueToTheCells(
      Template template, ExampleFigures example, String id, String text) {
    Set<BigDecimal> numbers = trueNumbers(example, id);
    if (template == Template.FORCE) {
      judged(id, numbers);
    }
    Matcher number = NUMBER.matcher(NAME.matcher(text).replaceAll("-"));
    while (number.find()) {
      assertThat(numbers)
          .as(text)
          .contains(new BigDecimal(number.group().replace(",", "")).stripTrailingZeros());
    }
  }

  @ParameterizedTest
  @EnumSource
  void mostKpiRowsHaveOne(Template template) throws IOException {
    ExampleFigures example = ExampleFigures.of(template, Edition.EXAMPLE);
    assertThat(example.ids())
        .filteredOn(id -> !example.commentary(id).isEmpty())
        .hasSizeGreaterThan(25);
  }

  /** Everything that may be said of a measure: its figures, its parts', their differences. */
  private static Set<BigDecimal> trueNumbers(ExampleFigures example, String id) {
    Set<BigDecimal> numbers = new TreeSet<>();
    ExampleFigures.MeasureRow measure = example.measure(id);
    for (String other : example.ids()) {
      ExampleFigures.MeasureRow related = example.measure(other);
      boolean sameKpi =
          related.get("Section").equals(measure.get("Section"))
              && related.get("KPI").equals(measure.get("KPI"));
      if (other.equals(id) || sameKpi) {
        figures(example, other, numbers);
      }
    }
    if (!measure.get("Target").isEmpty()) {
      add(numbers, new BigDecimal(measure.get("Target")));
    }
    return numbers;
  }

  private static void figures(ExampleFigures example, String id, Set<BigDecimal> numbers) {
    BigDecimal scale =
        example.measure(id).get("Unit").equals("Percentage") ? HUNDRED : BigDecimal.ONE;
    Optional<BigDecimal> now = example.figure(id, NOW);
    now.ifPresent(value -> add(numbers, value.multiply(scale)));
    for (String month : MONTHS) {
      example.figure(id, month).ifPresent(value -> add(numbers, value.multiply(scale)));
    }
    for (String earlier : EARLIER) {
      Optional<BigDecimal> then = example.figure(id, earlier);
      if (now.isPresent() && then.isPresent()) {
        BigDecimal change = now.get().subtract(then.get()).abs();
        add(numbers, then.get().multiply(scale));
        add(numbers, change.multiply(scale));
        if (then.get().signum() != 0) {
          add(numbers, change.multiply(HUNDRED).divide(then.get(), 6, RoundingMode.HALF_UP));
        }
      }
    }
  }

  /** The measure's limits, and how many months it has been on one side of its mean. */
  private static void judged(String id, Set<BigDecimal> numbers) {
    for (CSVRecord line : TemplateText.records("force", "limits")) {
      if (line.get("Measure").equals(id)) {
        for (String limit : List.of(line.get("Upper"), line.get("Lower"))) {
          if (!limit.isEmpty()) {
            add(numbers, new BigDecimal(limit.replace("%", "")));
          }
        }
      }
    }
    for (CSVRecord line : TemplateText.records("force", "states")) {
      if (line.get("Measure").equals(id) && !line.get("From").isEmpty()) {
        YearMonth from = YearMonth.parse(line.get("From"));
        YearMonth to = YearMonth.parse(line.get("To"));
        add(numbers, BigDecimal.valueOf(from.until(to, ChronoUnit.MONTHS) + 1));
      }
    }
  }

  private static void add(Set<BigDecimal> numbers, BigDecimal value) {
    numbers.add(value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros());
    numbers.add(value.setScale(0, RoundingMode.HALF_UP).stripTrailingZeros());
  }
}
