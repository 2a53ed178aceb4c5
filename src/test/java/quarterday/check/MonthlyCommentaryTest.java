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
              "Volunteered hours", "31 30 31 29 28 30 32.5 30.5 28 33.5 31 30 29.5 24.5 35.5"),
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
        "|90.4% of calls were answered in time. April was the only month below the target of 90%, at 89.1%.",
        "|90.4% of calls were answered in time. Only April, with 89.1%, fell short of the target of 90%.",
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
  void aClauseBehindAnEarlierValueTurnsTheDirectionRound(String code, String measure, String text) {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Twitter followers|The account had 6,350 followers at the end of June 2022.",
        "|Twitter followers|At the end of May 2022 the account had 6,120 followers.",
        "|Twitter followers|In May a campaign ran, and the account now has 6,350 followers.",
        "|Twitter followers|6,350 people follow the account, 230 more than at the end of May 2022.",
        "|Independent custody volunteers|There were 21 volunteers at the end of June 2022. At the end of May 2022 there were 20.",
        "|Letters received|87 letters were received by the end of June.",
        "|Letters received|87 letters were received in April, May and June 2022.",
        "|Letters received|In May we moved office and 87 letters were received.",
        "|Emergency calls answered in time|90.4% of calls were answered within 10 seconds in quarter one.",
        "|Emergency calls answered in time|In quarter four of 2021/22, 87.1% of calls were answered in time. It is now 90.4%.",
        "|Twitter followers|The account had 6,350 followers at the end of June 2022, having gained 230 since the end of May 2022.",
        "|Twitter followers|6,350 followers were counted after the campaign in May 2022.",
        "|Independent custody volunteers|21 volunteers are in place following the recruitment in May 2022.",
        "V18|Twitter followers|The account had 6,350 followers at the end of May 2022.",
        "V18|Twitter followers|At the end of April 2022 the account had 6,350 followers.",
        "V18|Twitter followers|On 31 May 2022 there were 6,350 followers.",
        "V18|Twitter followers|Followers stood at 6,350 in May 2022.",
        "V18|Independent custody volunteers|There were 21 volunteers at the end of May 2022, two fewer than at the end of the previous quarter (23).",
        "V18|Independent custody volunteers|21 volunteers were in place at the end of April 2022. Of the 21 volunteers, 15 were women.",
        "V18|Letters received|The office received 87 letters in May 2022.",
        "V18|Emergency calls answered in time|At the end of quarter four, 90.4% of calls were answered in time.",
        "V18|Emergency calls answered in time|In the fourth quarter of 2021/22, 90.4% of calls were answered within 10 seconds, 3.3 percentage points higher than in the previous quarter (87.1%).",
        "V18|Emergency calls answered in time|90.4% of callers had an answer within 10 seconds in quarter four.",
      })
  void theReportsValueIsOfNoOtherTime(String code, String measure, String text) {
    assertFound(code, measure, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Engagement events attended|The Commissioner attended 34 events in the quarter. 13 of the 34 events (38%) were held with partners.",
        "|Engagement events attended|The Commissioner attended 20 events and the deputy 14, so 34 in total.",
        "|Engagement events attended|20 events were held with partners. In all 34 events were attended.",
        "V13|Engagement events attended|The Commissioner attended 43 events in the quarter. 13 of the 34 events (38%) were held with partners.",
        "V13|Engagement events attended|The Commissioner attended 25 events in the quarter, and 13 of the 34 events were held with partners.",
        "V13|Engagement events attended|The office attended 43 events, of which 13 of the 34 were held with partners.",
        "|101 calls|61,838 calls were received on 101 in the quarter, 484 more than in the same quarter last year.",
        "|101 calls|61,838 calls were received, of which 43,600 were received on 101 by day.",
        "V13|101 calls|61,383 calls were received on 101 in the quarter.",
        "V13|101 calls|60,334 calls were received on 101 in the quarter.",
        "V13|101 calls|68,138 calls were received on 101 in the quarter. Of the 61,838 calls, 2,100 were abandoned.",
      })
  void aValueOfTheReportIsJudgedWhateverStandsLater(String code, String measure, String text) {
    assertFound(code, measure, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Volunteered hours|89.5 hours were volunteered, 5.0 hours fewer than in January to March 2022 (94.5 hours).",
        "|Volunteered hours|89.5 hours were volunteered, 5.0 hours fewer than in the previous quarter (94.5 hours) and 2.5 hours fewer than in the same quarter last year (92.0 hours).",
        "V13|Volunteered hours|89.5 hours were volunteered, 5.0 hours fewer than in January to March 2022 (92.0 hours).",
        "V13|Volunteered hours|89.5 hours were volunteered, 2.5 hours fewer than in the same quarter last year (94.5 hours).",
        "V13|Letters received|87 letters were received, 13 more than in the same quarter last year (96).",
        "V13|Letters received|87 letters were received, nine fewer than in quarter four (74).",
        "V18|Letters received|87 letters were received, compared with 74 in quarter four.",
        "|Average time to answer calls|Calls were answered in an average of 11.0 seconds, 2.0 seconds quicker than in the previous quarter (13.0 seconds).",
        "|Average time to answer calls|It took 11.0 seconds on average to answer calls, 1.0 second slower than in the same quarter last year (10.0 seconds).",
        "V13|Average time to answer calls|Calls were answered in an average of 11.0 seconds, 2.0 seconds quicker than in the previous quarter (10.0 seconds).",
        "V13|Average time to answer calls|Calls were answered in an average of 12.0 seconds across the quarter, 2.0 seconds quicker than in the previous quarter (13.0 seconds).",
        "V02|Average time to answer calls|Calls were answered in an average of 11.0 seconds, 2.0 seconds slower than in the previous quarter (13.0 seconds).",
        "V02|Average time to answer calls|Calls were answered in an average of 11.0 seconds, 3.0 seconds faster than in the previous quarter (13.0 seconds).",
        "|Average time to answer calls|The average was 11.2 seconds, 2 seconds quicker than in the previous quarter.",
        "|Emergency calls answered in time|On average 90.9% of calls were answered in time.",
        "|Emergency calls answered in time|On average 90.3% of calls were answered in time, 3 percentage points more than in quarter four (87.1%).",
        "V13|Emergency calls answered in time|On average 90.9% of calls were answered in time, 3.3 percentage points more than in quarter four (87.1%).",
        "V13|Emergency calls answered in time|On average 88.9% of calls were answered in time.",
      })
  void aChangeOfTheTableTellsWhichValueIsWrong(String code, String measure, String text) {
    assertFound(code, measure, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Volunteered hours|89.5 hours were volunteered. This averages 29.8 hours a month.",
        "|Volunteered hours|89.5 hours were volunteered, 5.0 hours fewer than in the previous quarter (94.5 hours). The average then was 31.5 hours a month.",
        "|Volunteered hours|89.5 hours were volunteered, an average of 29.8 hours a month against 31.5 hours a month in quarter four.",
        "|Volunteered hours|89.5 hours were volunteered by 10 people, each giving 3 hours a month on average.",
        "|Volunteered hours|89.5 hours were volunteered. The target is an average of 35 hours a month.",
        "|Volunteered hours|89.5 hours were volunteered. A new volunteer gives 12 hours a month on average.",
        "|Volunteered hours|89.5 hours were volunteered. Since April 2021 the average has been 30.3 hours a month.",
        "|Letters received|87 letters were received. Before the change the three months averaged 19 letters.",
        "|Letters received|87 letters were received. An average month in the north had 15 letters.",
        "|Letters received|87 letters were received. The northern office had 15 letters a month on average.",
        "V13|Volunteered hours|89.5 hours were volunteered. This averages 31.5 hours a month.",
        "V13|Volunteered hours|89.5 hours were volunteered, which is an average of 28.9 hours each month.",
        "V13|Volunteered hours|89.5 hours were volunteered, a monthly average of 32.8 hours.",
        "V13|Volunteered hours|89.5 hours were volunteered. An average month had 32.8 hours.",
        "V13|Volunteered hours|89.5 hours were volunteered, 32.8 hours per month on average.",
        "|Letters received|The three months averaged 29 letters.",
        "|Letters received|May was the busiest month with 35 letters, and the three months averaged 29 letters.",
        "|Letters received|87 letters were received. The last three months averaged 29 and the three months before 32.",
        "|Letters received|87 letters were received, 29 a month on average.",
        "|Letters received|87 letters were received. On average 25 letters a month from residents were answered.",
        "|Letters received|87 letters were received. The average over the three months was 29.",
        "V13|Letters received|87 letters were received. The three months averaged 32 letters.",
        "V13|Letters received|May was the busiest month with 35 letters, and the three months averaged 32 letters.",
        "V13|Letters received|87 letters were received, 32 a month on average.",
        "V13|Letters received|87 letters were received. That averages 32 a month.",
        "V13|Letters received|87 letters were received. There were 32 letters per month on average.",
        "V13|Letters received|87 letters were received. The average over the three months was 32.",
        "V13|Letters received|87 letters were received. On average there were 32 letters in each of the three months.",
      })
  void theAverageOfTheMonthsIsRecountedUnderAnyVerb(String code, String measure, String text) {
    assertFound(code, measure, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Letters received|The highest month of the quarter was May 2022 (35) and the lowest was June 2022 (24).",
        "|Letters received|The busiest month was May (35) and the quietest June (24).",
        "|Letters received|87 letters were received, with May (35) the highest month and June (24) the lowest.",
        "|Letters received|The highest month was May (35 letters), the lowest June (24).",
        "|Letters received|The peak was in May (35) and the low point in June (24).",
        "|Letters received|The highest month was May (35), and the lowest April for five years was that of 2021.",
        "|Letters received|The busiest month was May (35) and the longest waits in April were of nine days.",
        "|Emergency calls answered in time|The best month for calls was June 2022 (92.0%) and the lowest April 2022 (89.1%).",
        "|Letters received|In 2021/22 the highest month was December (36) and the lowest April (22). 87 letters were received in the quarter.",
        "V13|Letters received|The highest month of the quarter was May 2022 (35) and the lowest was April 2022 (28).",
        "V13|Letters received|The highest month was April 2022 (28) and the lowest was June 2022 (24).",
        "V13|Letters received|The busiest month was May (35) and the quietest April (28).",
        "V13|Letters received|87 letters were received, with May (35) the highest month and April (28) the lowest.",
        "V13|Letters received|87 letters were received, with April (28) the highest month and June (24) the lowest.",
        "V13|Letters received|The highest month was May (35 letters), the lowest April (28).",
        "V13|Letters received|The peak was in May (35) and the low point in April (28).",
        "V13|Letters received|The lowest month was June (24) and the highest May (53).",
        "V13|Emergency calls answered in time|The highest month for calls was June 2022 (92.0%) and the lowest May 2022 (90.2%).",
      })
  void theHighestAndTheLowestMonthMayStandTogether(String code, String measure, String text) {
    assertFound(code, measure, text);
  }
}
