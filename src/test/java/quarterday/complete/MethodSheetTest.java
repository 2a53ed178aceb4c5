package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quarterday.edit.Meaning;
import quarterday.kpi.Setting;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.spc.ControlConstants;
import quarterday.spc.LimitsMethod;

/** The sheet Method says what is in force, with the code's own constants. */
class MethodSheetTest {
  /** Two steady levels: the deviation of the whole is wide, and the ranges are narrow. */
  private static final String TWO_LEVELS =
      "100 102 101 103 100 102 101 103 100 102 101 103 140 142 141 143 140 142 141 143 140 142 141 143 100 141 175";

  private static final String STEADY =
      "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 9 10 11 9";

  /** A see-saw: its ranges are twice its deviation, and a high month is within them. */
  private static final String SEE_SAW = "1 9 1 9 1 9 1 9 1 9 1 9 1 9 1 9 1 9 1 9 1 9 1 9 1 9 25";

  private static List<String> lines(Map<Setting, String> settings, String... figures)
      throws Exception {
    Sketch sketch = sheet("Office").row("Measure", months("2018-04", 27));
    for (int i = 0; i < figures.length; i++) {
      sketch.row("Measure " + (char) ('A' + i), figures(figures[i]));
    }
    return lines(sketch.with(), settings);
  }

  private static List<String> lines(Snapshot before, Map<Setting, String> settings)
      throws Exception {
    Snapshot after = Meaning.apply(before, Completion.complete(before, settings, "1.2.3").plan());
    SheetSnapshot sheet =
        after
            .sheet(after.named(SheetKind.METHOD.definedName()).orElseThrow().sheet())
            .orElseThrow();
    List<String> lines = new ArrayList<>();
    for (int row : sheet.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < 4; column++) {
        cells.add(sheet.at(row, column).content().text().orElse(""));
      }
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }

  private static String line(List<String> lines, String name) {
    return lines.stream().filter(line -> line.contains("| " + name + " |")).findFirst().orElse("");
  }

  @Test
  void everySettingInForceIsThereWithItsSource() throws Exception {
    List<String> lines = lines(Map.of(Setting.SHIFT_LENGTH, "8"), STEADY);
    for (Setting setting : Setting.values()) {
      assertThat(lines).anyMatch(line -> line.startsWith("Settings | " + setting.label() + " | "));
    }
    assertThat(lines).contains("Settings | Shift length | 8 | this request");
    assertThat(line(lines, "Step shift")).contains("8 points in a row");
    assertThat(lines).contains("Product | Version | Quarterday 1.2.3 | ");
  }

  @Test
  void everyRuleIsThereWithTheCodesConstants() throws Exception {
    List<String> lines = lines(Map.of(), STEADY);
    assertThat(line(lines, "Trend"))
        .contains(ControlConstants.DEFAULT_TREND_POINTS + " points, each strictly above the last");
    assertThat(line(lines, "Step shift"))
        .contains(ControlConstants.DEFAULT_SHIFT_LENGTH + " points in a row strictly on one side");
    assertThat(line(lines, "Points needed"))
        .contains("fewer than " + ControlConstants.FEWEST_POINTS)
        .contains("With " + ControlConstants.FULL_POINTS);
    assertThat(line(lines, "Window"))
        .contains("The last " + ControlConstants.DEFAULT_WINDOW + " months");
    assertThat(line(lines, "Two of three")).contains("Not in use");
    assertThat(line(lines, "Sustained drift"))
        .contains("Not in use: over the last " + ControlConstants.DRIFT_POSITIONS + " months");
    assertThat(line(lines, "Seasons")).contains("With " + ControlConstants.SEASON_POINTS);
    assertThat(line(lines, "Resemblance")).contains("of 0.7 or more");
    assertThat(line(lines, "Surveys")).contains("at most 1.96 standard errors");
    assertThat(line(lines, "Large numbers")).contains("more than 10,000 cases");
    assertThat(line(lines, "Small numbers")).contains("A mean under 5 a month");
    assertThat(line(lines, "What is listed"))
        .contains("at least 20% and 10 units, or 5 percentage");
    assertThat(line(lines(Map.of(Setting.TWO_OF_THREE, "yes"), STEADY), "Two of three"))
        .contains("In use");
  }

  @ParameterizedTest
  @EnumSource(LimitsMethod.class)
  void everyMethodIsExplained(LimitsMethod method) throws Exception {
    String words =
        line(lines(Map.of(Setting.LIMITS_METHOD, method.label()), STEADY), method.label());
    assertThat(words).startsWith("Limits | ").endsWith(" | this request");
    switch (method) {
      case MOVING_RANGE -> assertThat(words).contains("2.66 times the average moving range");
      case MOVING_RANGE_SCREENED ->
          assertThat(words).contains("2.66 times", "3.267 times", "fewer than 8");
      case MEDIAN_MOVING_RANGE -> assertThat(words).contains("3.145 times the median");
      case STANDARD_DEVIATION -> assertThat(words).contains("3 sample standard deviations");
      case COUNT_C -> assertThat(words).contains("3 times its square root");
      case RATE_U, PROPORTION_P -> assertThat(words).contains("3 standard errors");
      case PROPORTION_P_PRIME -> assertThat(words).contains("Laney");
    }
  }

  @Test
  void aMethodOfSomeMeasuresAloneIsExplainedAndTheyAreNamed() throws Exception {
    Snapshot before =
        sheet("Office")
            .row("Measure", months("2018-04", 27))
            .row("Visits", figures(STEADY))
            .row("Deaths", figures(STEADY))
            .with(
                sheet("Measures")
                    .row("Measure", "Quarter rule", "Limits method")
                    .row("Deaths", "Sum", "Count (c)"));
    assertThat(line(lines(before, Map.of()), "Count (c)"))
        .isEqualTo(
            "Limits | Count (c) | Mean plus and minus 3 times its square root, for rare counts. Used: Deaths. | ");
    assertThat(line(lines(before, Map.of()), "Rate (u)")).isEmpty();
  }

  @Test
  void theOtherMethodIsSaidBothWays() throws Exception {
    Map<Setting, String> deviation = Map.of(Setting.LIMITS_METHOD, "Standard deviation");
    assertThat(line(lines(deviation, TWO_LEVELS, STEADY, SEE_SAW), "The other method"))
        .contains("Under moving-range limits 1 more measure would be flagged: Measure A")
        .contains("; and 1 would no longer be flagged: Measure C");
    assertThat(line(lines(Map.of(), TWO_LEVELS, STEADY, SEE_SAW), "The other method"))
        .contains("Under standard-deviation limits 1 more measure would be flagged: Measure C")
        .contains("; and 1 would no longer be flagged: Measure A");
    assertThat(line(lines(Map.of(), TWO_LEVELS, STEADY), "The other method"))
        .contains(
            "Under standard-deviation limits 1 measure would no longer be flagged: Measure A.");
    assertThat(line(lines(Map.of(), STEADY), "The other method"))
        .contains("Under standard-deviation limits the same measures would be flagged.");
  }
}
