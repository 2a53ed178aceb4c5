package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.sheet.Sketch;

/** Commentary in a report for April to June 2022, with a column for each month. */
class MonthlyCommentaryTest {
  private static final Map<String, String> UNITS =
      Map.of(
          "Emergency calls answered in time", "percent",
          "Volunteered hours", "hours",
          "Average time to answer calls", "seconds");

  private static final Map<String, String> FIGURES =
      Map.ofEntries(
          Map.entry(
              "Twitter followers",
              "4000 4150 4300 4450 4600 4750 4900 5050 5200 5350 5500 5650 5950 6120 6350"),
          Map.entry(
              "Independent custody volunteers", "26 25 26 26 27 27 24 24 23 22 23 23 22 20 21"),
          Map.entry(
              "Emergency calls answered in time",
              "88.1 88.4 87.9 86.0 86.2 86.7 88.0 88.3 87.5 87.1 87.2 86.9 89.1 90.2 92.0"),
          Map.entry("Engagement events attended", "9 8 10 9 9 9 10 9 8 9 8 8 11 12 11"),
          Map.entry(
              "101 calls",
              "20173 20465 20716 19796 20850 20559 19675 19877 20352 20545 19975 19814 21160 19933"
                  + " 20745"),
          Map.entry(
              "Volunteered hours",
              "31 30 31 29 28 30 32.5 30.5 28 33.5 31 30 29.5 24.5 35.5"),
          Map.entry("Average time to answer calls", "9 11 10 12 12 12 13 12 11 13 13 13 11 11 11"),
          Map.entry("Hate offences", "85 88 113 94 116 110 119 89 112 85 92 87 109 93 87"),
          Map.entry("Letters received", "22 26 26 30 31 29 33 34 36 31 33 32 28 35 24"));

  private static List<String> places(String measure, String text) {
    return Checked.places(
            sheet("Report")
                .row("Measure", "Unit", Sketch.months("2021-04", 15), "Commentary")
                .row(
                    measure,
                    UNITS.getOrDefault(measure, "count"),
                    Sketch.figures(FIGURES.get(measure)),
                    text)
                .row("Posts in schools", "count", Sketch.figures("7*15"), ""))
        .stream()
        .filter(place -> place.startsWith("V"))
        .toList();
  }

  private static void assertFound(String code, String measure, String text) {
    assertThat(places(measure, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!R2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|90.4% of calls were answered in time. June reached 92.0%, above the target of 90%.",
        "|90.4% of calls were answered in time. In April 89.1% of calls were answered, below the target of 90%.",
        "|90.4% of calls were answered in time. June saw 92.0% of calls answered and was well above the target of 91%.",
        "|90.4% of calls were answered in time, above the target of 90%, although April stood at 89.1%.",
        "V11|90.4% of calls were answered in time. June reached 92.0%, below the target of 90%.",
        "V11|90.4% of calls were answered in time. In April 89.1% of calls were answered, above the target of 90%.",
        "V11|90.4% of calls were answered in time. June reached 92.0%, but the quarter as a whole was below the target of 90%.",
      })
  void wordsAboutTheTargetBehindAMonthsValueAreOfTheMonth(String code, String text) {
    assertFound(code, "Emergency calls answered in time", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Letters received|87 letters were received. In the same quarter of 2021/22 the total was 74, which was 13 less.",
        "|Letters received|87 letters were received. In the same quarter last year there were 74 letters (13 fewer).",
        "|Volunteered hours|89.5 hours were volunteered. In the previous quarter it was 94.5 hours, which is 5.0 hours more.",
        "V02|Letters received|87 letters were received. In the same quarter of 2021/22 the total was 74, which was 31 less.",
        "V02|Letters received|87 letters were received. In the same quarter last year there were 74, so this is a fall of 13.",
        "|Letters received|87 letters were received. In the same quarter last year there were 74, so this is a rise of 13.",
      })
  void aClauseBehindAnEarlierValueTurnsTheDirectionRound(
      String code, String measure, String text) {
    assertFound(code, measure, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|There were 289 hate offences. There have been two monthly falls in a row since April.",
        "|There were 289 hate offences after two consecutive falls.",
        "|289 hate offences were recorded, with three rises and two falls in a row since the autumn.",
        "|289 hate offences were recorded, an increase of 25 on the 264 of the previous quarter.",
        "V02|289 hate offences were recorded, an increase of 52 on the 264 of the previous quarter.",
      })
  void howOftenANumberRoseIsNotByHowMuch(String code, String text) {
    assertFound(code, "Hate offences", text);
  }
}
