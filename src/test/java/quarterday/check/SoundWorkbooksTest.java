package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.sheet.Sketch;

/** Nothing is found in workbooks whose figures merely vary, drift, stop and have seasons. */
class SoundWorkbooksTest {
  private static final int MONTHS = 33;

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void figuresThatMerelyVaryAreSilent(int seed) {
    Random dice = new Random(seed);
    Sketch sheet =
        sheet("Office").row("KPI", "Measure", "Unit", months("2017-10", MONTHS), "Commentary");
    for (int i = 0; i < 12; i++) {
      double level = Math.exp(dice.nextDouble() * 8);
      double drift = (dice.nextDouble() - 0.5) / 20;
      boolean stops = dice.nextInt(5) == 0;
      List<Object> figures = new ArrayList<>();
      for (int month = 0; month < MONTHS; month++) {
        double season = 1 + 0.3 * Math.sin(month * Math.PI / 6 + i);
        double mean = level * season * Math.exp(drift * month) * (stops && month > 29 ? 0.05 : 1);
        figures.add((double) Math.round(Math.max(0, mean + Math.sqrt(mean) * dice.nextGaussian())));
      }
      sheet.row("1." + (i + 1), "Things of kind " + i, "Count", figures, "");
    }
    List<Object> above = new ArrayList<>();
    List<Object> below = new ArrayList<>();
    List<Object> share = new ArrayList<>();
    List<Object> total = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      int asked = 20 + dice.nextInt(200);
      int answered = dice.nextInt(asked + 1);
      above.add(answered);
      below.add(asked);
      share.add(Sketch.formatted(Math.round(1000.0 * answered / asked) / 1000.0, "0.0%"));
      total.add(answered + asked);
    }
    sheet.row("2.1", "Letters answered", "Count", above, "");
    sheet.row("2.2", "Letters received", "Count", below, "");
    sheet.row("2.3", "Total letters", "Count", total, "");
    sheet.row("2.4", "Letters answered, share", "%", share, "");
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Quarter rule", "Numerator", "Denominator")
            .row(
                "Letters answered, share", "Ratio of sums", "Letters answered", "Letters received");

    assertThat(Checked.findings(Map.of(), LastReport.none(), sheet.with(measures))).isEmpty();
  }
}
