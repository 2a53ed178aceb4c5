package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.kpi.Finding;
import quarterday.sheet.Sketch;

/** The claims of the published reports, told in other words beside the published figures. */
class PublishedClaimsTest {
  private static List<String> codes(
      String measure, String unit, String rule, String then, String now, String text) {
    return codes("2020/21 Q1", "2019/20 Q4", measure, unit, rule, then, now, text);
  }

  private static List<String> codes(
      String period,
      String before,
      String measure,
      String unit,
      String rule,
      String then,
      String now,
      String text) {
    Sketch sheet =
        Sketch.sheet("Report")
            .row("KPI", "Measure", before, period, "Commentary")
            .row("1.1", measure, number(then), number(now), text);
    Sketch meaning =
        Sketch.sheet("Measures")
            .row("Measure", "Unit", "Quarter rule", "Better when")
            .row(measure, unit, rule, "Neutral");
    return Checked.findings(sheet, meaning).stream()
        .filter(found -> found.cell().equals("E2"))
        .map(Finding::code)
        .toList();
  }

  private static Object number(String text) {
    return text.equals("-") ? "" : Double.valueOf(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Invitations accepted (per cent)|Percentage|Mean|-|37|45 of 122 invitations (37%) were taken up.",
        "Invitations accepted (per cent)|Percentage|Mean|-|52|Of the 21 invitations, 11 (52%) were taken up.",
        "Correspondence answered on time (per cent)|Percentage|Mean|-|75|118 of the 158 letters had a reply in time.",
        "ICV average visit length|Minutes|Mean|-|68|A visit takes 40 minutes of travel and 28 on site, 1hr 8 mins in all.",
        "Engagement hours|Hours|Sum|60|10.5|The events took 10.5 hours, 49.5 fewer than in 2019/20 Q4.",
        "Emails received|Count|Sum|1096|1515|The inbox took in 1515 emails, 419 more than the previous quarter.",
        "Meetings attended|Count|Sum|292|351|351 meetings were attended, an increase of 59 on the 292 of the previous quarter.",
        "Meetings attended|Count|Sum|292|351|168 of the 351 meetings (48%) were internal; 88 were with the Force.",
        "Engagement events|Count|Sum|24|6|6 events were held online, 18 less than the 24 of the previous quarter.",
        "Tweets sent|Count|Sum|108|95|95 tweets went out, a 12% decrease from the previous quarter.",
        "Website hits|Count|Sum|23138|18444|The site was viewed 18,444 times, 4,694 less than in the previous quarter.",
        "Sickness: calendar days lost|Days|Sum|-|14|14 days were lost, 10 days in May and 4 days in June.",
        "ICV volunteers|Count|Last value|21|21|Of the 21 volunteers 6 can visit; the remaining 15 are shielding.",
        "Staff who are women|Percentage|Last value|-|55|The split between women and men is 55/45.",
        "Homicides|Count|Sum|2|3|There were 3 homicides, 1 more than the 2 in the previous quarter.",
        "OPCC headcount|Count|Last value|18|17|The office has 17 permanent employees and 3 agency staff.",
      })
  void aTrueClaimIsSilent(
      String measure, String unit, String rule, String then, String now, String text) {
    assertThat(codes(measure, unit, rule, then, now, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V01|Correspondence answered on time (per cent)|Percentage|Mean|-|96|83 of the 86 letters had a reply in time.",
        "V01|Open PDRs (per cent)|Percentage|Last value|-|69|9/12 members of staff have an open review.",
        "V13|ICV volunteered hours|Hours|Sum|-|15|The volunteers gave 15hrs 24 mins in all.",
        "V07|999 abandonment rate|Percentage|Mean|-|99.7|The abandonment rate at the end of quarter one was 0.3%.",
        "V13|Homicides|Count|Sum|-|1|There were 3 homicides this quarter.",
        "V18|Projects managed|Count|Last value|-|19|At the end of quarter three of the 19/20 year 19 projects were managed.",
        "V18|Staff from an ethnic minority|Percentage|Last value|-|27|At the end of quarter four the proportion was 27%.",
        "V29|OPCC vacancies|Count|Last value|-|2|The office advertised 2 vacancies during the quarter.",
        "V31|FOI requests received|Count|Sum|-|4|All requests were answered within the statutory 20 working days. The Force did not send them out on time.",
        "V30|OPCC vacancies|Count|Last value|-|0|There are two vacancies which will be filled in the autumn.",
        "V15|999 calls|Count|Sum|-|40000|A - 19.6% decrease was seen on the same quarter last year.",
        "V17|999 calls answered|Percentage|Mean|-|96|There was a rise of 2 percentage points in the number of 999 calls answered.",
        "V48|Invitations accepted (per cent)|Percentage|Mean|-|37|The office accepted approximately 37% (45).",
        "V50|DVPOs|Count|Sum|20|30|Numbers are higher compared to the previous quarter of the same year.",
        "V43|CSEW: good or excellent|Percentage|Not additive|54|54.6|Some 700 people were surveyed; the rate rose by 0.6 percentage points.",
        "V54|Meetings attended|Count|Sum|90|61|The number of meetings was slightly less than in the previous quarter.",
      })
  void aPublishedMistakeIsFound(
      String code, String measure, String unit, String rule, String then, String now, String text) {
    assertThat(codes(measure, unit, rule, then, now, text)).contains(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V18|Facebook reach|Count|Not additive|-|19625|By the end of June 2019 the page had 269 likes, 43 of them new this quarter.",
        "V11|Annual leave days taken|Days|Sum|-|90|Leave stands at 90 days, below the target of 90 days.",
      })
  void aMistakeOfAnEarlierReportIsFound(
      String code, String measure, String unit, String rule, String then, String now, String text) {
    assertThat(codes("2019/20 Q2", "2019/20 Q1", measure, unit, rule, then, now, text))
        .contains(code);
  }
}
