package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.sheet.Sketch;

/** Commentary in reports of one quarter, or of a quarter beside the one before. */
class CommentaryChecksTest {
  /** The reports' own shape: nothing but this quarter's figure and the words. */
  private static List<String> alone(String measure, double now, String text) {
    return Checked.places(
        sheet("Report")
            .row("KPI", "Measure", "Performance 2019/20 Q2", "Commentary")
            .row("1.1", measure, now, text)
            .row("1.2", "Letters opened", 7, ""));
  }

  private static Sketch beside(String measure, double before, double now, String text) {
    return sheet("Report")
        .row("KPI", "Measure", "2021/22 Q2", "2021/22 Q3", "Commentary")
        .row("1.1", measure, before, now, text)
        .row("1.2", "Letters opened", 7, 9, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Emails received|1134|1,134 emails came in. This is lower than the 1,302 in quarter one, a fall of 168.",
        "Invitations received|122|The office received 122 invitations and accepted 45 of them (37%).",
        "Invitations received|21|21 invitations came in. Eleven (52%) were accepted.",
        "Correspondence answered on time|83|Of the 86 letters received, 83 were answered on time.",
        "Reviews received|52|52 requests came in. Of the 47 reviews completed, 9 were upheld.",
        "Shoplifting offences|1548|1,548 offences in the quarter. The monthly average was 516.",
        "Website views|18083|18,083 views, of which 10,883 came in September.",
        "Leave days taken|95|95 days of leave were taken in quarter two.",
      })
  void aTrueTextInAReportOfOneQuarterIsSilent(String measure, double now, String text) {
    assertThat(alone(measure, now, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V02|Emails received|1134|1,134 emails came in. This is lower than the 1,302 in quarter one, a fall of 186.",
        "V03|Engagement hours|92.5|92.5 hours were spent. This compares with 57.5 hours in quarter one, an increase of 65%.",
        "V01|Invitations received|122|The office received 122 invitations and accepted 45 of them (39%).",
        "V01|Meetings attended|270|270 meetings took place. 107 of the meetings were internal meetings (42%).",
        "V13|Tweets sent|120|102 tweets were sent from the account during the quarter.",
        "V13|Website views|18083|18,038 views of the website were made by residents.",
        "V13|Engagement hours|92.5|A total of 95.2 hours were spent at engagement events.",
        "V13|Leave days taken|95|86 days of leave were taken in quarter two.",
      })
  void aSlipInAReportOfOneQuarterIsFound(String code, String measure, double now, String text) {
    assertThat(alone(measure, now, text)).containsExactly(code + " Report!D2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Burglaries recorded|191|198|Burglaries rose from 191 to 198 between quarter two and quarter three.",
        "Emails received|1402|1365|1,365 emails came in. The fall on last quarter is 3%.",
        "Emails received|1402|1365|1,365 emails came in, 37 below the second quarter.",
        "Days lost|44|19|19 days were lost, a 57% improvement.",
      })
  void aTrueChangeIsSilent(String measure, double before, double now, String text) {
    assertThat(Checked.places(beside(measure, before, now, text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V03|Emails received|1402|1365|1,365 emails came in. The fall on last quarter is 5%.",
        "V03|Emails received|1402|1365|1,365 emails came in. Volumes were 6% lower than last quarter.",
        "V02|Emails received|1402|1365|1,365 emails came in, 73 below the second quarter.",
        "V02|Visits made|37|39|39 visits took place. Visits were down by 2 on quarter two.",
        "V03|Meetings held|158|231|231 meetings: 102 internal and 129 with partners. Up 64% on Q2.",
      })
  void aWrongChangeIsFound(String code, String measure, double before, double now, String text) {
    assertThat(Checked.places(beside(measure, before, now, text)))
        .containsExactly(code + " Report!E2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|0.61|61% are women and the proportion of men is 39%.",
        "|0.33|The proportion was 33%, well above the 2011 Census figure for the area of 21.6%.",
        "V13|0.10|8% of staff have declared a disability.",
        "V01|0.74|The scheme came to 74% in quarter two (27 of 39 visits).",
        "V01|0.84|The rate is 88% (21 of 24).",
      })
  void aPercentageIsTheTextsOwnOrTheTables(String code, double now, String text) {
    List<String> found =
        Checked.places(
            sheet("Report")
                .row("KPI", "Measure", "Performance 2019/20 Q2", "Commentary")
                .row("1.1", "Share of the office", formatted(now, "0%"), text));

    assertThat(found).isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @Test
  void aTextThatTellsOfOnePersonsHealthIsHeldBack() {
    assertThat(alone("Sick days taken", 14, "14 days were lost. One employee is on sick leave."))
        .containsExactly("V55 Report!D2");
    assertThat(alone("Sick days taken", 14, "14 days were lost. One report was sent to the board."))
        .isEmpty();
  }

  @Test
  void aHighlightThatNamesAMeasureHasItsFigures() {
    Sketch report = beside("Website views", 23138, 18444, "");
    Sketch highlights =
        sheet("Highlights").row("Website views fell from 23,138 to 18,444, a fall of 4,694.");
    Sketch slipped =
        sheet("Highlights").row("Website views fell from 23,138 to 18,444, a fall of 4,964.");

    assertThat(Checked.places(report, highlights)).isEmpty();
    assertThat(Checked.places(report, slipped)).containsExactly("V14 Highlights!A1");
  }
}
