package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for analysts says what the code does. */
class LimitsPageTest {
  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^\\| ([A-Z][^|]+) \\| ([0-9.]+) \\|");

  private static String page() throws IOException {
    return Files.readString(Path.of("src/site/markdown/limits.md"));
  }

  @Test
  void theTableOfConstantsIsTheCodes() throws IOException {
    Map<String, String> table = new LinkedHashMap<>();
    Matcher row = CONSTANT.matcher(page());
    while (row.find()) {
      table.put(row.group(1), row.group(2));
    }
    assertThat(table)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("Sigmas", ControlConstants.SIGMAS.toString()),
                Map.entry("Range per sigma", ControlConstants.RANGE_PER_SIGMA.toString()),
                Map.entry("Moving range factor", ControlConstants.MOVING_RANGE_FACTOR.toString()),
                Map.entry("Median range factor", ControlConstants.MEDIAN_RANGE_FACTOR.toString()),
                Map.entry("Screening factor", ControlConstants.SCREENING_FACTOR.toString()),
                Map.entry("Fewest points for limits", "" + ControlConstants.FEWEST_POINTS),
                Map.entry("Fewest points for runs and trends", "" + ControlConstants.FULL_POINTS),
                Map.entry(
                    "Fewest ranges left by screening",
                    "" + ControlConstants.FEWEST_SCREENED_RANGES),
                Map.entry("Shift length", "" + ControlConstants.DEFAULT_SHIFT_LENGTH),
                Map.entry("Trend points", "" + ControlConstants.DEFAULT_TREND_POINTS),
                Map.entry("Season points", "" + ControlConstants.SEASON_POINTS),
                Map.entry("Drift positions", "" + ControlConstants.DRIFT_POSITIONS),
                Map.entry("Strong autocorrelation", "" + ControlConstants.STRONG_AUTOCORRELATION),
                Map.entry("Margin of error", "" + ControlConstants.NORMAL_FIVE_PER_CENT),
                Map.entry("Large denominator", "" + ControlConstants.LARGE_DENOMINATOR),
                Map.entry("Window", "" + ControlConstants.DEFAULT_WINDOW)));
  }

  @Test
  void theTextUsesTheSameFigures() throws IOException {
    assertThat(page())
        .contains(
            "`" + ControlConstants.DEFAULT_SHIFT_LENGTH + "` points in a row",
            "`" + ControlConstants.DEFAULT_TREND_POINTS + "` points, that is one step fewer",
            "`" + ControlConstants.MOVING_RANGE_FACTOR + "` x the average moving range",
            "`" + ControlConstants.MEDIAN_RANGE_FACTOR + "` x the median moving range",
            "`" + ControlConstants.SCREENING_FACTOR + "` x their average",
            "fewer than `" + ControlConstants.FEWEST_SCREENED_RANGES + "` ranges",
            "`" + ControlConstants.SIGMAS + "` sample standard deviations",
            "over `" + ControlConstants.RANGE_PER_SIGMA + "`",
            "| fewer than " + ControlConstants.FEWEST_POINTS + " |",
            "| "
                + ControlConstants.FEWEST_POINTS
                + " to "
                + (ControlConstants.FULL_POINTS - 1)
                + " |",
            "| " + ControlConstants.FULL_POINTS + " and more |");
  }

  @Test
  void everyMethodAndItsShortFormIsReadAsThePageNamesIt() throws IOException {
    Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([a-z]+)` \\|").matcher(page());
    Map<LimitsMethod, String> named = new LinkedHashMap<>();
    while (row.find()) {
      LimitsMethod method = LimitsMethod.parse(row.group(1)).orElseThrow();
      assertThat(method.label()).isEqualTo(row.group(1));
      assertThat(LimitsMethod.parse(row.group(2))).contains(method);
      named.put(method, row.group(2));
    }
    assertThat(named).containsOnlyKeys(LimitsMethod.values());
  }

  @Test
  void everyStateIsNamed() throws IOException {
    for (PointState state : PointState.values()) {
      assertThat(page()).contains("`" + state.label() + "`");
    }
  }
}
