package quarterday.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the office's worked example to the published figures. */
class ExampleFiguresTest {
  private static final String NOW = "2020/21 Q1";
  private static final String BEFORE = "2019/20 Q4";
  private static final String YEAR_AGO = "2019/20 Q1";

  private static ExampleFigures example;

  @BeforeAll
  static void read() throws IOException {
    example = ExampleFigures.of(Template.OPCC, Edition.EXAMPLE);
  }

  static List<Arguments> published() {
    List<Arguments> all = new ArrayList<>();
    for (CSVRecord line : TemplateText.records("opcc", "published")) {
      all.add(Arguments.of(line.get("Measure"), line.get("Period"), line.get("Value")));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("published")
  void theMonthsGiveThePublishedFigure(String id, String period, String value) {
    BigDecimal figure = figure(id, period);
    if (value.endsWith("%")) {
      assertThat(perCent(figure)).isEqualTo(value);
    } else {
      assertThat(figure).isEqualByComparingTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "O-EMAIL,    1515,  1096,  419,   38.2",
    "O-MEET,     351,   292,   59,    20.2",
    "O-ENGEV,    6,     24,    -18,   -75.0",
    "O-ENGHR,    10.5,  60.0,  -49.5, -82.5",
    "O-TWEET,    95,    108,   -13,   -12.0",
    "O-WEB,      18444, 23138, -4694, -20.3",
  })
  void theChangeOnThePreviousQuarterIsThePublishedOne(
      String id, BigDecimal now, BigDecimal before, BigDecimal change, BigDecimal perCent) {
    assertChange(id, BEFORE, now, before, change);
    assertThat(perCentChange(id, BEFORE)).isEqualByComparingTo(perCent);
  }

  @Test
  void theForceChangesOnTheSameQuarterLastYearAreThePublishedOnes() {
    assertChange("F-SS", YEAR_AGO, decimal("1933"), decimal("961"), decimal("972"));
    assertThat(perCentChange("F-SS", YEAR_AGO)).isEqualByComparingTo("101.1");
    assertChange("F-HOM", YEAR_AGO, decimal("3"), decimal("2"), decimal("1"));
  }

  @Test
  void theExampleHasTheMonthsOfThePublishedChartsAndBlankOnesToTheYearsEnd() {
    for (String id : example.ids()) {
      String section = example.measure(id).get("Section");
      if (section.equals("Executive Support") || section.equals("Engagement")) {
        List<YearMonth> months = List.copyOf(example.months(id).keySet());
        assertThat(months.get(0)).isEqualTo(YearMonth.of(2016, 10));
        assertThat(months).hasSize(54).last().isEqualTo(YearMonth.of(2021, 3));
        assertThat(months.subList(45, 54))
            .allMatch(month -> example.months(id).get(month).isEmpty());
      }
    }
  }

  @Test
  void noPartIsLargerThanItsWhole() {
    for (String id : example.ids()) {
      ExampleFigures.MeasureRow measure = example.measure(id);
      if (!measure.get("Numerator").isEmpty()) {
        String part = example.id(measure.get("Numerator"));
        String whole = example.id(measure.get("Denominator"));
        example
            .months(part)
            .forEach(
                (month, value) ->
                    assertThat(value.map(v -> v.compareTo(month(whole, month)) <= 0).orElse(true))
                        .as(part + " " + month)
                        .isTrue());
      }
    }
  }

  @Test
  void meetingsAreTheSumOfTheirCategoriesAndTheStaffSharesAddToAHundred() {
    for (YearMonth month : example.months("O-MEET").keySet()) {
      if (example.months("O-MEET-INT").get(month).isPresent()) {
        assertThat(
                month("O-MEET-INT", month)
                    .add(month("O-MEET-FORCE", month))
                    .add(month("O-MEET-OTH", month)))
            .isEqualByComparingTo(month("O-MEET", month));
      }
      if (example.months("O-FEM").get(month).isPresent()) {
        assertThat(month("O-FEM", month).add(month("O-MALE", month))).isEqualByComparingTo("1");
      }
    }
  }

  private static void assertChange(
      String id, String earlier, BigDecimal now, BigDecimal then, BigDecimal change) {
    assertThat(figure(id, NOW)).isEqualByComparingTo(now);
    assertThat(figure(id, earlier)).isEqualByComparingTo(then);
    assertThat(figure(id, NOW).subtract(figure(id, earlier))).isEqualByComparingTo(change);
  }

  private static BigDecimal perCentChange(String id, String earlier) {
    BigDecimal then = figure(id, earlier);
    return figure(id, NOW)
        .subtract(then)
        .multiply(decimal("100"))
        .divide(then, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal figure(String id, String period) {
    return example
        .figure(id, period)
        .orElseThrow(() -> new AssertionError("No figure of " + id + " for " + period));
  }

  private static BigDecimal month(String id, YearMonth month) {
    return figure(id, month.toString());
  }

  private static String perCent(BigDecimal fraction) {
    return fraction.multiply(decimal("100")).setScale(0, RoundingMode.HALF_UP) + "%";
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
