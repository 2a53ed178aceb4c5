package quarterday.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Holds the force's worked example to the published figures, worked out here from its months. */
class ForceFiguresTest {
  private static final String RESOURCES = "/quarterday/templates/force/";
  private static final int MONTHS = 45;
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal THREE = new BigDecimal("3");

  private static ExampleFigures example;

  @BeforeAll
  static void read() throws IOException {
    example = ExampleFigures.of(Template.FORCE, Edition.EXAMPLE);
  }

  @ParameterizedTest
  @CsvFileSource(resources = RESOURCES + "published.csv", numLinesToSkip = 1)
  void theMonthsGiveThePublishedFigure(String id, String period, String value) {
    assertThat(shown(figure(id, period), value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvFileSource(resources = RESOURCES + "changes.csv", numLinesToSkip = 1)
  void theMonthsGiveThePublishedChange(
      String id, String period, String earlier, String change, String perCent) {
    BigDecimal then = figure(id, earlier);
    BigDecimal difference = figure(id, period).subtract(then);
    boolean percentage = example.measure(id).get("Unit").equals("Percentage");

    assertThat(change != null || perCent != null).isTrue();
    if (change != null) {
      assertThat(shown(percentage ? difference.multiply(HUNDRED) : difference, change))
          .isEqualTo(change);
    }
    if (perCent != null) {
      BigDecimal share = difference.multiply(HUNDRED).divide(then, MathContext.DECIMAL64);
      assertThat(shown(share, perCent)).isEqualTo(perCent);
    }
  }

  @Test
  void protectionOrdersRiseAsPublishedThoughTheyAreTooFewForAPerCent() {
    assertThat(figure("F-DVPO", "2018/19")).isEqualByComparingTo("37");
    assertThat(figure("F-DVPO", "2019/20")).isEqualByComparingTo("53"); // 43.2% more
    assertThat(figure("F-DVPO", "2018/19 Q4")).isEqualByComparingTo("10");
    assertThat(figure("F-DVPO", "2019/20 Q4")).isEqualByComparingTo("16"); // 60% more
  }

  @ParameterizedTest
  @CsvFileSource(resources = RESOURCES + "limits.csv", numLinesToSkip = 1)
  void threeStandardDeviationsOfTheMonthsGiveThePublishedLimits(
      String id, String upper, String mean, String lower) {
    List<BigDecimal> values =
        example.months(id).values().stream().flatMap(Optional::stream).toList();
    assertThat(values).hasSize(MONTHS);
    BigDecimal centre = sum(values).divide(BigDecimal.valueOf(MONTHS), MathContext.DECIMAL64);
    List<BigDecimal> squares = values.stream().map(value -> value.subtract(centre).pow(2)).toList();
    BigDecimal width =
        sum(squares)
            .divide(BigDecimal.valueOf(MONTHS - 1), MathContext.DECIMAL64)
            .sqrt(MathContext.DECIMAL64)
            .multiply(THREE);

    assertThat(shown(centre, mean)).isEqualTo(mean);
    assertThat(shown(centre.add(width), upper)).isEqualTo(upper);
    assertThat(shown(centre.subtract(width), lower)).isEqualTo(lower);
  }

  @Test
  void theSheetsHaveTheMonthsOfThePublishedChartsAndBlankOnesToTheYearsEnd() {
    for (String id : example.ids()) {
      List<YearMonth> months = List.copyOf(example.months(id).keySet());
      int filled = id.equals("F-CSEW") ? MONTHS / 3 : MONTHS;
      assertThat(months.get(filled - 1)).as(id).isEqualTo(YearMonth.of(2020, 6));
      assertThat(months).as(id).last().isEqualTo(YearMonth.of(2021, 3));
      assertThat(months.subList(0, filled)).allMatch(month -> month(id, month).isPresent());
      assertThat(months.subList(filled, months.size()))
          .allMatch(month -> month(id, month).isEmpty());
    }
  }

  @Test
  void noPartIsLargerThanItsWhole() {
    assertParts("F-999-10S-NO", "F-999");
    assertParts("F-999-AB-NO", "F-999");
    assertParts("F-ASB", "F-INC");
    assertParts("F-MISS", "F-INC");
    assertParts("F-DOM", "F-INC");
    assertParts("F-VWI", "F-CRIME");
    assertParts("F-VWOI", "F-CRIME");
    assertParts("F-SH", "F-VWOI");
    assertParts("F-KNIFE", "F-CRIME");
    assertParts("F-BURG", "F-CRIME");
    assertParts("F-HATE", "F-CRIME");
    assertParts("F-CRIME", "F-INC");
    assertParts("F-SATV-YES", "F-SATV-ASKED");
    assertParts("F-SSARR", "F-SS");
  }

  private static void assertParts(String part, String whole) {
    for (YearMonth month : example.months(part).keySet()) {
      if (month(part, month).isPresent()) {
        assertThat(month(part, month).orElseThrow())
            .as(part + " " + month)
            .isLessThanOrEqualTo(month(whole, month).orElseThrow());
      }
    }
  }

  private static Optional<BigDecimal> month(String id, YearMonth month) {
    return example.months(id).get(month);
  }

  private static BigDecimal figure(String id, String period) {
    return example
        .figure(id, period)
        .orElseThrow(() -> new AssertionError("No figure of " + id + " for " + period));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The value as a report would print it beside this: rounded half up to its decimals. */
  private static String shown(BigDecimal value, String like) {
    if (like == null) {
      return null;
    }
    boolean percentage = like.endsWith("%");
    BigDecimal number = new BigDecimal(like.replace("%", ""));
    return (percentage ? value.multiply(HUNDRED) : value)
            .setScale(number.scale(), RoundingMode.HALF_UP)
            .toPlainString()
        + (percentage ? "%" : "");
  }
}
