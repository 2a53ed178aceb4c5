package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.kpi.Finding;
import quarterday.sheet.Sketch;

/** Arithmetic that a commentary does for itself, or with the table's figure. */
class ArithmeticInWordsTest {
  /** What is found in a report for July to September 2021, without the codes of other rules. */
  private static List<String> found(
      CheckRule rule, String measure, String unit, double before, double now, String text) {
    Sketch report =
        sheet("Report")
            .row("KPI", "Measure", "2021/22 Q1", "2021/22 Q2", "Commentary")
            .row("1.1", measure, before, now, text)
            .row("1.2", "Letters opened", 7, 9, "");
    Sketch meanings =
        sheet("Measures").row("Measure", "Unit").row(measure, unit).row("Letters opened", "Count");
    return Checked.of(rule, report, meanings).stream().map(Finding::message).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "62% of the 17 staff are women.",
        "Women make up 62% of our 17 staff.",
        "At the end of September 81% of our 17 volunteers were women.",
        "Of the 17 staff, 62% are women and 38% are men.",
        "Of our 17 permanent staff in post at the end of September, 62% are women.",
        "Women are 62% of the headcount of 17.",
        "Women are 27% of a headcount of 17.",
        "17 permanent staff are in post, 62% of whom are women.",
        "There were 17 staff at the end of the quarter, of whom 62% were women.",
        "There were 17 people in post. Of these, 62% are women.",
        "The office has 17 staff. 62% of them are women.",
        "The headcount is 17, of whom 62% are women.",
        "62% women and 38% men, based on the 17 staff in post.",
        "62% are women on a headcount of 17.",
        "62% of staff (headcount 17) are women.",
        "62% were women out of 17 staff.",
        "With a headcount of 17, 62% are women.",
        "62.5% of the 17 staff are women.",
        "Women make up 62 per cent of the seventeen staff.",
        "62% of the total workforce of 17 are women.",
      })
  void aShareThatNoWholeNumberGivesIsFound(String text) {
    assertThat(found(CheckRule.POSSIBLE_SHARE, "Women among us", "Percentage", 60, 62, text))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "65% of the 17 staff are women.",
        "28% of the headcount of 18.",
        "61% of the 18 staff are women and 39% are men.",
        "62% of the 8 staff who replied are women, of 17 in all.",
        "62% (8 of 13) of the 17 staff who replied are women.",
        "62% of the staff are women. The office has 17 staff and three vacancies.",
        "About 62% of the 17 staff are women.",
        "62% of the 17.6 full-time equivalents are women.",
        "62% of the 17 FTE posts are held by women.",
        "62% of the 340 staff are women.",
        "Staff used 62% of the 17 days.",
        "62% of the time, 17 staff were in the office.",
        "Of the 18 staff, 62% of the balance is held by five.",
        "With a headcount of 17, sickness was 2.1%.",
        "The share rose by 5% of the 17 in post.",
        "On average 62% of the 17 staff days were worked at home.",
        "58.8% of the 17 staff are women.",
        "59% of the 17 staff are women, up from 62% of the 13 in quarter one.",
        "62% of the staff of 13 are women.",
        "The rate is 62%, 17 points above the target.",
        "62% is the average attendance of the 17 members.",
        "62% of women and 17% of men agreed.",
      })
  void aShareThatMayBeRightIsSilent(String text) {
    assertThat(found(CheckRule.POSSIBLE_SHARE, "Women among us", "Percentage", 60, 62, text))
        .isEmpty();
  }
}
