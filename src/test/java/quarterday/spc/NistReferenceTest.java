package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the values that the National Institute of Standards and Technology publishes: the hardest
 * of its Statistical Reference Datasets (univariate: the four that strain arithmetic, and
 * Michelson's speed of light) and the examples of the NIST/SEMATECH e-Handbook of Statistical
 * Methods.
 */
class NistReferenceTest {
  private static Series series(String name) throws IOException {
    return switch (name) {
      case "NumAcc1" -> Given.series("10000001 10000003 10000002");
      case "NumAcc2" -> Given.series("1.2" + " 1.1 1.3".repeat(500));
      case "NumAcc3" -> Given.series("1000000.2" + " 1000000.1 1000000.3".repeat(500));
      case "NumAcc4" -> Given.series("10000000.2" + " 10000000.1 10000000.3".repeat(500));
      default -> {
        String file = "/quarterday/nist/" + name.toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream text = NistReferenceTest.class.getResourceAsStream(file)) {
          yield Given.series(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    };
  }

  /** Certified to 15 digits; the mean and the deviation are exact here, r is worked in doubles. */
  @ParameterizedTest
  @CsvSource({
    "Michelso, 100, 299.852400000000, 0.0790105478190518, 0.535199668621283",
    "NumAcc1, 3, 10000002, 1, -0.5",
    "NumAcc2, 1001, 1.2, 0.1, -0.999",
    "NumAcc3, 1001, 1000000.2, 0.1, -0.999",
    "NumAcc4, 1001, 10000000.2, 0.1, -0.999"
  })
  void certifiedMeansDeviationsAndAutocorrelations(
      String name, int size, double mean, double deviation, double autocorrelation)
      throws IOException {
    Series series = series(name);
    assertThat(series.size()).isEqualTo(size);
    Phase phase =
        ControlChart.of(
                series,
                ChartRules.DEFAULT.withWindow(0).withMethod(LimitsMethod.STANDARD_DEVIATION))
            .phases()
            .get(0);
    assertThat(ControlChart.of(series, ChartRules.DEFAULT.withWindow(0)).centre(0).orElseThrow())
        .isCloseTo(mean, digits(mean));
    assertThat(phase.spread().orElseThrow()).isCloseTo(deviation, digits(deviation));
    assertThat(Autocorrelation.of(series, phase).orElseThrow())
        .isCloseTo(autocorrelation, within(1e-8));
  }

  /** One unit of the fifteenth digit. */
  private static Offset<Double> digits(double certified) {
    return within(Math.abs(certified) * 1e-14);
  }

  /**
   * Handbook 6.3.2.2, ten batches of a flow rate: mean 50.81, average range 1.8778, limits 55.8041
   * and 45.8159 with 3 / 1.128 in place of 2.66, which moves them by less than 0.001.
   */
  @Test
  void theHandbooksIndividualsChart() {
    Series flow = Given.series("49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1");
    ControlChart chart = ControlChart.of(flow, ChartRules.DEFAULT);
    Limits limits = chart.limits(0).orElseThrow();
    assertThat(limits.centre()).isEqualTo(50.81);
    assertThat(chart.phases().get(0).spread().orElseThrow()).isCloseTo(1.8778, within(0.00005));
    assertThat(limits.upper()).isCloseTo(55.8041, within(0.001));
    assertThat(limits.lower()).isCloseTo(45.8159, within(0.001));
    assertThat(Given.nothingFlagged(chart, flow)).isTrue();
  }

  /** Handbook 6.3.3.1, defects on 25 wafers: 400 in all, centre 16, limits 28 and 4. */
  @Test
  void theHandbooksCountsChart() {
    Series wafers =
        Given.series("16 14 28 16 12 20 10 12 10 17 19 17 14 16 15 13 14 16 11 20 11 19 16 31 13");
    ControlChart chart = Given.chart(wafers, LimitsMethod.COUNT_C);
    assertThat(chart.limits(0)).contains(new Limits(16, 4, 28));
    // The third wafer has 28 defects, on the limit and not above it.
    assertThat(Given.flagged(chart, wafers, SignalRule.OUTSIDE)).containsExactly(23);
  }

  /**
   * The example of NHSRplotthedots' page on deviations: limits 6.95 and -3.06 about 1.94, and 4.6
   * and -0.72 once the two ranges beside the 10 are screened.
   */
  @Test
  void thePlotTheDotsExampleWithAndWithoutScreening() {
    Series dots = Given.series("1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1");
    Limits plain = Given.chart(dots, LimitsMethod.MOVING_RANGE).limits(0).orElseThrow();
    assertThat(plain.centre()).isCloseTo(1.94, within(0.005));
    assertThat(plain.upper()).isCloseTo(6.95, within(0.005));
    assertThat(plain.lower()).isCloseTo(-3.06, within(0.005));
    Limits screened = Given.chart(dots, LimitsMethod.MOVING_RANGE_SCREENED).limits(0).orElseThrow();
    assertThat(screened.upper()).isCloseTo(4.6, within(0.005));
    assertThat(screened.lower()).isCloseTo(-0.72, within(0.005));
  }
}
