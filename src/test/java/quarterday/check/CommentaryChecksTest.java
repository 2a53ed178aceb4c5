package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.review.Judge;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

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
        "|Letters received|172|172 letters were received, compared with 187 in quarter one. Of these, 151 (88%) were answered in time.",
        "V01|Letters received|172|172 letters were received, compared with 187 in quarter one. Of these, 151 (81%) were answered in time.",
        "V01|Letters received|172|172 letters were received, compared with 187 in quarter one. 151 of them, or 81%, were answered in time.",
        "|Letters received|172|172 letters were received. In quarter one 151 of the 187 (81%) were answered in time.",
        "|Women employed|62|Of the 21 staff in post, 13 (62%) are women and 8 (38%) are men.",
        "V01|Women employed|62|Of the 21 staff in post, 13 (62%) are women and 8 (48%) are men.",
        "|Women employed|62|Of the 21 staff in post, 13 (62%) are women and 4 (31%) of the women work part-time.",
        "|Searches made|1610|Officers made 1,610 searches, and 403 of the 1,610 searches led to an arrest, a rate of 25%.",
        "V01|Searches made|1610|Officers made 1,610 searches, and 403 of the 1,610 searches led to an arrest, a rate of 28%.",
        "|Search arrests|437|437 arrests were made. This means that 22% of the 1,949 searches led to an arrest.",
        "V01|Search arrests|437|437 arrests were made. This means that 32% of the 1,949 searches led to an arrest.",
        "V01|Search arrests|437|437 arrests were made. That shows 32% of the 1,949 searches ended in an arrest.",
        "|Search arrests|437|437 arrests were made. This means that 32% of the 1,949 searches led to no arrest.",
        "|Search arrests|437|437 arrests were made. This means that 32% of the 1,949 searches led to a caution.",
        "|Reviews received|46|46 reviews were received. Nine were upheld, 20% of the reviews received.",
        "V01|Reviews received|46|46 reviews were received. Nine were upheld, 25% of the reviews received.",
        "V01|Reviews received|46|46 reviews were received. Nine were upheld, which is 25% of the reviews received.",
        "V01|Reviews received|46|46 reviews were received. Nine were upheld, representing 25% of all reviews.",
        "|Reviews received|46|46 reviews were received. Nine were upheld, which is 25% of the reviews completed.",
        "|Reviews received|46|46 reviews were received. In quarter one, nine were upheld, 25% of the reviews received.",
      })
  void aShareIsOfTheWholeThatTheTextNames(String code, String measure, double now, String text) {
    assertThat(alone(measure, now, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|118 were internal (39%), 96 were with the force (32%) and 87 were with partners.",
        "V01|118 were internal (39%), 96 were with the force (36%) and 87 were with partners.",
        "|In the quarter before, 105 were internal (39%) and 96 were with the force (36%).",
      })
  void aShareBesideOneOfTheRowIsOfTheRowToo(String code, String text) {
    String whole = "301 meetings were held, compared with 268 in quarter two. ";
    assertThat(Checked.places(beside("Meetings held", 268, 301, whole + text)))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!E2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|124 of the 162 letters were answered on time, 77%.",
        "V48|124 of the 162 letters were answered on time, approximately 77%.",
        "V48|124 of the 162 letters were answered on time, or about 77%.",
        "V48|124 of the 162 letters were answered on time, which is around 76.5%.",
        "V48|162 letters were received. 124 of them were answered on time, roughly 77%.",
        "V48|About 124 of the 162 letters were answered on time, 77%.",
        "|124 of the 162 letters were answered on time, against about 80% of emails.",
        "|124 of the 162 letters were answered on time, and about 77% of the emails.",
        "|124 of the 162 letters were answered on time. This is about three quarters.",
        "|124 of the 162 letters were answered on time, just over 76%.",
      })
  void theShareOfTwoCountsIsNotAboutRight(String code, String text) {
    assertThat(alone("Letters received", 162, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V39|It is recommended that the control limits are reset.",
        "V39|The last ten months have been below the mean since September 2018. We recommend that the limits be recalculated.",
        "V39|We propose to reset the control limits.",
        "V39|The control limits should be reset.",
        "V39|There was a step change in quarter one. A reset of the limits is proposed.",
        "V39|It is recommended to reset the upper and lower control limits from April 2019.",
        "V39|New control limits should be calculated from June 2019.",
        "|It is recommended that the control limits are reset because calls are now counted once.",
        "|It is recommended that the control limits are reset since the reporting change.",
        "|It is recommended that the control limits are reset once the reason is known.",
        "|Following the new recording rules it is recommended that the control limits are reset.",
        "|Online reporting has replaced some of the calls. It is recommended that the control limits are reset.",
        "|It is not recommended that the control limits are reset.",
        "|The limits were reset in April 2018.",
        "|The reset button on the telephones should be used.",
        "|If the shift lasts, the limits should be reset.",
        "|There was a step change, and its cause is being looked into. The limits will be reset.",
      })
  void aCallForNewLimitsHasAReason(String code, String text) {
    assertThat(
            Checked.of(
                    CheckRule.RESET_REASON,
                    sheet("Report")
                        .row("KPI", "Measure", "Performance 2019/20 Q2", "Commentary")
                        .row("1.1", "101 calls", 4431, text)
                        .row("1.2", "Letters opened", 7, ""))
                .stream()
                .map(f -> f.code() + " " + f.cell())
                .toList())
        .isEqualTo(code == null ? List.of() : List.of(code + " D2"));
  }

  @Test
  void aReasonOnTheAdjustmentsSheetIsReasonEnough() {
    Sketch report =
        sheet("Report")
            .row("Measure", Sketch.months("2019-04", 6), "Commentary")
            .row("Calls taken", 40, 41, 42, 43, 40, 41, "The control limits should be reset.")
            .row("Letters opened", 7, 9, 8, 8, 7, 9, "");
    Sketch adjustments =
        sheet("Adjustments")
            .row("Measure", "Month", "Kind", "Reason", "By")
            .row("Calls taken", "June 2019", "Note", "Calls are counted once.", "Office");

    assertThat(Checked.of(CheckRule.RESET_REASON, report)).hasSize(1);
    assertThat(Checked.of(CheckRule.RESET_REASON, report, adjustments)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|26 volunteers were on the scheme at the end of December 2021, two more than at the end of September.",
        "V29|26 volunteers joined the scheme during the quarter, two more than at the end of September.",
        "V29|26 volunteers joined the scheme in the quarter.",
        "V29|26 volunteers signed up this quarter.",
        "V29|26 volunteers were recruited in quarter three.",
        "V29|The office recruited 26 volunteers in quarter three.",
        "|26 volunteers had joined the scheme by the end of December 2021.",
        "|Four volunteers joined the scheme during the quarter. There are 26 volunteers now.",
        "|26 volunteers joined the scheme in the first quarter of 2019/20.",
        "|26 volunteers, who joined the scheme over the years, were in post at the end of December.",
        "|26 visitors joined a tour this quarter.",
      })
  void thoseWhoAreThereAreNotThoseWhoCame(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", Sketch.months("2021-08", 5), "Commentary")
                    .row("Volunteers", 23, 24, 24, 25, 26, text)
                    .row("Letters opened", 7, 9, 8, 8, 7, ""),
                sheet("Measures").row("Measure", "Quarter rule").row("Volunteers", "Last value")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!G2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|3600|3480|3,480 calls were taken. The number is slightly down, by 120 (3.3%).",
        "V54|4200|3600|3,600 calls were taken. The number is slightly down, by 600 (14%).",
        "V54|4200|3600|3,600 calls were taken, slightly fewer, by 600, than in quarter two.",
        "V54|4200|3600|3,600 calls were taken. The number fell slightly, that is by 600.",
        "V54|4200|3600|3,600 calls were taken, a small fall in the number of calls, of 14%.",
        "V54|3600|3480|3,480 calls were taken, significantly fewer, by 120, than in quarter two.",
        "V54|3480|3600|3,600 calls were taken, significantly more, by 120, than in quarter two.",
        "V02|3480|3600|3,600 calls were taken, more, by 210, than in quarter two.",
        "|3600|3480|3,480 calls were taken, not significantly fewer, by 120, than in quarter two.",
        "|4200|3600|3,600 calls were taken, significantly fewer, by 600, than in quarter two.",
        "|4200|3600|3,600 calls were taken. Emails were slightly down, by 33.",
        "|4200|3600|3,600 calls were taken, 600 (14%) fewer than in quarter two. Waits were slightly longer.",
      })
  void aWordOfSizeApartFromItsChangeFitsItToo(String code, double before, double now, String text) {
    assertThat(Checked.places(beside("Calls taken", before, now, text)))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!E2"));
  }

  /** The report is for July to September 2019. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V19|Emails received|1413|1,413 emails came in, 235 more than in Q1 2019.",
        "V19|Emails received|1413|1,413 emails came in. In quarter 4 of 2018 there were fewer.",
        "V49|Calls taken|458|The high figure for September is explained by the fair, which ran from 1 to 17 August.",
        "V49|Calls taken|458|July and August were high because of the World Cup (14 June to 15 July 2019).",
        "V49|Calls taken|458|A review of old records, which ran between 3 and 28 June 2019, accounts for the August figure.",
        "V49|Calls taken|458|September was high; the street festival of 7 to 9 July 2019 is the likely cause of the September figure.",
        "V43|Public confidence (%)|58.6|58.6% of the 708 people interviewed were satisfied. The rise of 0.6 percentage points is larger than the margin of error.",
        "V43|Public confidence (%)|58.6|58.6% of the 708 people interviewed were satisfied. The rise of 0.6 percentage points is outside the sampling error.",
        "V43|Public confidence (%)|58.6|58.6% of the 708 people interviewed were satisfied. The change of 0.6 percentage points on the previous quarter is larger than the margin of error.",
        "V48|Invitations received|112|112 invitations came in. Approximately 47 of them were accepted.",
      })
  void whatTheOwnWordsContradictIsFound(String code, String measure, double now, String text) {
    assertThat(alone(measure, now, text)).containsExactly(code + " Report!D2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Emails received|1413|1,413 emails came in, 235 more than in Q1 2019/20.",
        "Emails received|1413|1,413 emails came in, more than in quarter 1 of 2018/19.",
        "Calls taken|458|The high figure for August is explained by the fair, which ran from 1 to 17 August.",
        "Calls taken|458|Calls rose in September following the opening of the new line, which ran a trial from 1 to 17 September.",
        "Visits made|96|Volunteers made 96 of the 104 visits planned. 54 visits (56%) were to the city suite and 42 (44%) to the county suite.",
        "Calls taken|458|The rise from July to August reflects the fair (1 to 17 August).",
        "Calls taken|458|July and August were high because of the World Cup (14 June to 15 August 2019).",
        "Calls taken|458|August was high. The survey ran from 1 to 17 June, and results reflect that.",
        "Public confidence (%)|58.6|58.6% of the 708 people interviewed were satisfied. The rise of 0.6 percentage points is within the margin of error.",
        "Public confidence (%)|58.6|58.6% of the 708 people interviewed were satisfied. The rise of 0.6 percentage points is not larger than the margin of error.",
        "Invitations received|112|112 invitations came in. About 20 of them were accepted.",
      })
  void whatTheOwnWordsBearOutIsSilent(String measure, double now, String text) {
    assertThat(alone(measure, now, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at least 40|34|34 events were held, so the target was met.|V11 Report!E2",
        "at least 40|42|42 events were held, so the target was met.|",
        "40|45|45 events were held, which is below target.|V11 Report!E2",
        "40|34|34 events were held, six below the target.|",
        "40|34|34 events were held, eight below the target.|V11 Report!E2",
        "Increase|34|34 events were held, so the target was met.|",
      })
  void wordsAboutTheTargetAreHeldAgainstTheTargetColumn(
      String target, double now, String text, String place) {
    Object typed = target.matches("\\d+") ? Integer.valueOf(target) : target;
    List<String> places =
        Checked.places(
            sheet("Report")
                .row("KPI", "Measure", "Target", "Performance 2019/20 Q2", "Commentary")
                .row("1.1", "Events held", typed, now, text));

    assertThat(places).isEqualTo(place == null ? List.of() : List.of(place));
  }

  /** 12 is the target of a month, 36 that of a quarter, and 140 that of a year. */
  @ParameterizedTest
  @CsvSource({"12, true", "36, true", "140, false"})
  void theTargetOfASumIsForAMonthAQuarterOrAYear(int target, boolean found) {
    List<String> places =
        Checked.places(
            sheet("Report")
                .row("Measure", "Target", Sketch.months("2020-01", 6), "Commentary")
                .row("Events held", target, 11, 13, 12, 13, 12, 13, "38 events: below target."));

    assertThat(places).isEqualTo(found ? List.of("V11 Report!I2") : List.of());
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
        "Reviews completed|52|52 reviews were completed. Of these, 21 (40%) were upheld and 31 were not.",
        "Visits made|121|Volunteers made 121 visits to the three suites: 54 to the city, 38 to the north and 29 to the south.",
        "Sick days taken|75|75 days were lost. Short absences account for 34 of the 75 days (45%).",
        "Attendances made|1253|1,253 attendances were made, 407 of them, or 32%, in the city.",
        "Requests received|16|Sixteen requests came in. All were answered within 20 working days; the remaining two are not yet due.",
        "Leave days taken|95|95 days of leave were taken in quarter two.",
        "Items received|104|104 items, made up of 71 letters and 33 forms. In quarter one we logged 97, so this is a rise of seven.",
        "Meetings attended|322|322 meetings. Of these, 151 were internal (47%), 84 were with the force (26%) and 87 with others (27%).",
        "Letters received|31|31 letters were received, 12 about speeding and 8 about noise.",
        "Staff in post|20|20 staff (18.6 full-time equivalents) were in post at the end of September 2019.",
        "Theft from vehicles|775|Theft from vehicles makes up 4% of all crime. In the quarter there were 775 such thefts.",
        "Meetings attended|198|Elections on 6 May meant a change, so 198 meetings were held.",
        "Visits made|27|27 visits were made. A third of them (9) were to one site.",
        "Letters received|59|59 letters arrived, of which 22 (37%) were about parking.",
        "101 calls|4431|4,431 101 calls were taken, an average of 1,477 a month.",
        "Requests received|6|Six requests came in. All were answered within 20 days, with none being late.",
        "Events attended|26|26 events were attended. More than half (15) were in rural areas.",
        "Letters answered in per cent|82|107 of the 131 pieces of correspondence were answered in time, which equates to 82%. The remaining 24 were late.",
        "Visits made|36|36 visits took place against 39 scheduled, a visit rate of 92%.",
        "Letters received|91|Of the 91 letters, ten went out late, which leaves 81 on time.",
        "Tweets sent|301|301 tweets went out. The monthly split is 98, 110 and 93 for July, August and September.",
        "Arrests made|4431|4,431 arrests were made, or about 1,477 a month.",
        "Page likes|2455|Page likes now number 2,455.",
        "Requests received|6|Six requests: two in July, one in August and three in September.",
        "Staff survey, satisfied in per cent|84|84% were satisfied. 25 of 28 people replied.",
        "Reviews received|28|28 reviews came in; 21 were completed, i.e. three in four.",
        "Requests received|3|Two requests reached us in July and one in August, three in all.",
        "Posts published|169|169 posts were published: 96 on paper, 48 online and 25 by radio. Paper made up 57% of the total.",
        "Grants awarded|64|64 grants were awarded: 40 to charities, 16 to schools and 8 to clubs. Schools had 25% of the grants.",
        "Posts published|169|169 posts were published: 96 on paper, 48 online and 25 by radio. Paper made up 67% of the total cost.",
        "Arrests made|4431|4,431 arrests were made. Average per month: 1,477.",
        "Volunteers|38|38 volunteers belong; 21 of them (55%) are women.",
        "Requests answered|7|All seven requests were answered within 20 working days; none went out late.",
        "Requests answered|7|All seven requests were answered within 20 working days. The longest took 19 working days.",
        "Requests answered|7|All seven requests were answered within 20 working days. In the last quarter one took 31 working days.",
        "Reviews finished|50|50 reviews were finished. 44 of them (88%) were done within 30 working days, leaving six that took longer.",
        "Letters sent|161|161 letters went out. Of the 161, 91 went to schools and 66 to charities.",
        "Letters received|91|91 letters came in. Of the 91, 60 were about parking and 40 about noise.",
        "Visiting hours|86.5|86.5 hours were given. With 33 visits made, this works out at 2.6 hours a visit.",
        "Visiting hours|104|104 hours were given over 52 visits, an average of two hours per visit.",
        "Visiting hours|104|104 hours were given over 52 visits, an average of 1.4 hours a visitor.",
        "Visits made|52|52 of 56 planned visits went ahead, so four were missed.",
        "Volunteers|25|The scheme has 25 of its 30 places filled (83%), leaving five open.",
        "Items received|471|471 items came in. Two thirds of the 471 items (314) were emails.",
        "Items received|471|471 items came in. Speeding was the most common subject with 94 items, a fifth of the total.",
        "Items received|471|471 items came in. Speeding was the most common subject with 94 items, a third of those closed.",
        "Items received|471|471 items came in. Speeding was the most common subject with 94 items, 25% of the backlog.",
        "Visits made|52|52 of 56 planned visits went ahead. Four did not.",
        "Items received|471|471 items were received, of which 330 were emails and 141 were letters.",
        "Items received|471|471 items were received, of which 330 were emails and 41 were complaints.",
        "Items received|471|The 471 items received are equal to 157 a month.",
        "Letters received|128|113 of the 128 letters received were answered within 20 days; the other 15 were late.",
        "Engagement hours|83.7|Engagement took 83.7 hours. That is an average of 2.7 hours for each of the 31 events.",
        "Invitations received|112|112 invitations came in. The Commissioner accepted 47 of them, or 42%.",
        "Projects run|11|11 projects were run. Eight of them are funded by the region and three by the office itself.",
        "Tweets sent|310|310 tweets were sent: 100 in July, 115 in August and 95 in September, an average of 103.3 a month.",
        "Posts vacant|0|No posts were vacant. Two posts were advertised in July and filled in August.",
        "Vacancies|0|There were no vacancies. Two vacant posts were filled in July.",
        "Projects managed|11|There were 11 projects. Eight of them are funded by the force and five are new.",
        "Projects managed|11|There were 11 projects. Six of them are funded by the force and five by the office itself.",
        "Contracts held|50|The office held 50 contracts. They are 11 with councils, 7 partnership contracts and 32 prevention grants.",
        "Minutes a visit took|85|A visit took 34 minutes on average and the journey 51 minutes, which is 85 minutes (1 hour 25 minutes) in all.",
        "Vacancies|0|There were no vacancies. The two open posts closed in August.",
        "Letters answered|415|Of the 471 letters received, 415 were answered inside 20 days, which is 88%.",
        "Letters received|128|113 of the 128 letters (88%) were answered within 20 days; the other 15 were late.",
        "Letters received|128|113 of the 128 letters were answered in time, and the remaining 15 were late.",
        "Reviews completed|36|36 reviews were completed, of which 27 (75%) were within 30 days and nine took longer.",
        "Reviews completed|36|36 reviews were completed, of which 27 were within 30 days and three took longer; six are still open.",
        "Reviews received|46|46 reviews came in. Nine were upheld, which is 20% of the reviews received.",
        "Reviews received|46|46 reviews came in. Nine were upheld, which is 25% of the reviews closed.",
        "Meetings held|301|301 meetings. 118 were internal (39%), 96 were with the force (32%) and the other 87 were with partners.",
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
        "V13|Staff in post|18|16 permanent staff were in post on 30 September 2019.",
        "V13|Visits made|38|Of the 39 visits on the rota, 36 were made.",
        "V13|Working days lost|23|Absence cost the office 32 working days.",
        "V13|Dog thefts|4|Six dogs were stolen.",
        "V01|Reviews completed|52|52 reviews were completed. Of these, 21 (45%) were upheld.",
        "V04|Visits made|121|Volunteers made 121 visits to the three suites: 54 to the city, 38 to the north and 39 to the south.",
        "V04|Visits made|121|121 visits were made (54 city, 38 north and 39 south).",
        "V01|Sick days taken|75|75 days were lost. Short absences account for 34 of the 75 days (54%).",
        "V01|Sick days taken|75|75 days were lost. Short absences account for 34 days (54%).",
        "V01|Attendances made|1253|1,253 attendances were made, 407 of them, or 38%, in the city.",
        "V31|Requests received|16|Sixteen requests came in. All were answered within 20 working days; the remaining one was answered on day 22.",
        "V13|Meetings held|176|July recess reduced the number of meetings to 167.",
        "V13|Posts vacant|2|Three posts stood vacant on the last day of the quarter.",
        "V13|Meetings attended|198|Elections on 6 May meant a change, so 189 meetings were held.",
        "V02|Items received|104|104 items came in. In quarter one we logged 97, so this is a rise of nine.",
        "V01|Letters answered|415|Of the 471 letters received, 415 were answered inside 20 days, which is 86%.",
        "V01|Invitations received|33|33 invitations came in and 26 were taken up, a take-up rate of 72%.",
        "V01|Complaints upheld|26|26 complaints were upheld. That equates to 15% of the 226 recorded.",
        "V01|Invitations accepted|28|28 invitations were accepted out of 63 received (48%).",
        "V11|Flexi hours held|142|Balances came to 142 hours. The cap is 240 hours, so they are above it.",
        "V11|Cases reviewed|36|36 cases went to the panel, six short of the target of 40.",
        "V18|Meetings attended|270|Meetings attended numbered 270 in January, February and March 2019.",
        "V01|Letters received|59|59 letters arrived, of which 22 (73%) were about parking.",
        "V13|101 calls|4431|4,431 101 calls were taken, an average of 1,647 a month.",
        "V31|Requests received|6|Six requests came in. All were answered within 20 days, with one being late.",
        "V01|Meetings attended|294|294 meetings were held. 116 (93%) were internal meetings.",
        "V01|Visits made|27|27 of the 36 scheduled visits took place, a visit rate of 57%.",
        "V01|Events attended|26|26 events were attended. Less than half (15) were in rural areas.",
        "V04|Letters answered in per cent|82|107 of the 131 pieces of correspondence were answered in time, which equates to 82%. The remaining 34 were late.",
        "V01|Visits made|36|36 visits took place against 39 scheduled, a visit rate of 95%.",
        "V04|Letters received|91|Of the 91 letters, ten went out late, which leaves 83 on time.",
        "V04|Tweets sent|301|301 tweets went out. The monthly split is 98, 101 and 93 for July, August and September.",
        "V13|Arrests made|4431|4,431 arrests were made. Average per month: 1,677.",
        "V01|Posts published|169|169 posts were published: 96 on paper, 48 online and 25 by radio. Paper made up 67% of the total.",
        "V01|Grants awarded|64|64 grants were awarded: 40 to charities, 16 to schools and 8 to clubs. Schools had 28% of the grants.",
        "V01|Volunteers|38|38 volunteers belong; 21 of them (45%) are women.",
        "V10|Visiting hours|86.5|86.5 hours were given. With 33 visits made, this works out at 3.1 hours a visit.",
        "V10|Visiting hours|104|104 hours were given over 52 visits, an average of 2.5 hours per visit.",
        "V10|Grants paid (£)|231750|£231,750 was paid. The average for each of the 64 grants was £4,457.",
        "V04|Visits made|52|52 of 56 planned visits went ahead, so six were missed.",
        "V04|Letters received|128|113 of the 128 letters received were answered within 20 days; the other 25 were late.",
        "V10|Engagement hours|83.7|Engagement took 83.7 hours. That is an average of 3.7 hours for each of the 31 events.",
        "V01|Invitations received|112|112 invitations came in. The Commissioner accepted 47 of them, or 38%.",
        "V04|Projects run|11|11 projects were run. Eight of them are funded by the region and five by the office itself.",
        "V13|Tweets sent|310|310 tweets were sent: 100 in July, 115 in August and 95 in September, an average of 113.3 a month.",
        "V50|Conferences held|25|25 conferences were held in the quarter, 3 fewer.",
        "V01|Volunteers|25|The scheme has 25 of its 30 places filled (88%).",
        "V04|Volunteers|25|25 of the 30 places are filled, leaving seven open.",
        "V01|Items received|471|471 items came in. Two thirds of the 471 items (214) were emails.",
        "V01|Items received|471|471 items came in. Speeding was the most common subject with 94 items, a third of the total.",
        "V04|Visits made|52|52 of 56 planned visits went ahead. Six did not.",
        "V04|Items received|471|471 items were received, of which 330 were emails and 151 were letters.",
        "V13|Items received|471|The 471 items received are equal to 175 a month.",
        "V13|Arrests made|4431|4,431 arrests were made, or about 1,677 a month.",
        "V13|Page likes|2455|Page likes now number 2,545.",
        "V04|Requests received|6|Six requests: two in July, one in August and four in September.",
        "V11|Days to reply|16|A reply took 16 days on average, six inside the limit of 20.",
        "V31|Requests answered|7|All seven were answered inside 20 working days. Two were acknowledged late.",
        "V18|Letters received|6|Six letters were received in quarter three, as many as in quarter two.",
        "V01|Visits made|27|27 visits were made. A quarter of them (9) were to one site.",
        "V01|Reviews received|28|28 reviews came in; 21 were completed, i.e. two in three.",
        "V13|Requests received|3|Four requests reached us. All three were answered in time.",
        "V30|Vacancies|0|There were no vacancies. Two posts are being advertised.",
        "V04|Projects managed|11|There were 11 projects. Eight of them are funded by the force and five by the office itself.",
        "V04|Social media posts|161|161 posts. Of the 161, 91 were on the website and 77 on Facebook.",
        "V04|Contracts held|50|The office held 50 contracts. They are 11 with councils, 7 partnership contracts and 40 prevention grants.",
        "V04|Minutes a visit took|85|A visit took 34 minutes on average and the journey 51 minutes, which is 75 minutes (1 hour 15 minutes) in all.",
        "V04|Letters received|31|12 were about speeding and 19 about noise, making 33 in total.",
        "V30|Vacancies|0|There were no vacancies. The two vacant posts are being advertised.",
        "V30|Vacancies|0|There were no vacancies. There are three live vacancies in one team.",
        "V30|Vacancies|0|There were no vacancies. Three posts stand empty.",
        "V31|Requests answered|7|All seven were answered inside 20 working days, although two were late.",
        "V31|Requests answered|7|All seven were answered within 20 working days, although one reply was sent two days late.",
        "V31|Requests answered|7|All seven were answered within 20 working days. One of the replies was sent after the limit had passed.",
        "V31|Requests answered|7|All seven were answered within 20 working days. One reply took 31 working days.",
        "V31|Reviews received|26|26 reviews were received. Of the 24 reviews completed, 23 (96%) were finished within 28 days. All reviews were completed within 28 days.",
        "V31|Requests answered|7|All seven requests were answered within 20 working days; two went out late.",
        "V31|Requests answered|7|All seven requests were answered within 20 working days - two went out late.",
        "V04|Reviews finished|50|50 reviews were finished. 44 of them (88%) were done within 30 working days, leaving nine that took longer.",
        "V04|Letters sent|161|161 letters went out. Of the 161, 91 went to schools and 77 to charities.",
        "V04|Letters received|128|113 of the 128 letters (88%) were answered within 20 days; the other 25 were late.",
        "V04|Letters received|128|113 of the 128 letters were answered in time, and the remaining 25 were late.",
        "V04|Reviews completed|36|36 reviews were completed, of which 27 (75%) were within 30 days and six took longer.",
        "V04|Reviews completed|36|36 reviews were completed, of which 27 were on time and six were late.",
        "V01|Reviews received|46|46 reviews came in. Nine were upheld, which is 25% of the reviews received.",
        "V31|Letters answered|218|Of the 254 items received, 218 (86%) were answered within 20 working days. All of the items received were answered on time.",
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
        "Emails received|1402|1365|1,365 emails came in, marginally down on quarter two (1,402).",
        "Emails received|1402|1365|Emails went from 1,402 to 1,365, so the fall was 37 emails.",
        "Emails received|1402|1365|Emails are down 37 on last quarter's 1,402, or 2.6%.",
        "Training days|1183|1261|1,261 days were delivered, 78 more than in quarter two, with driver training up by 40 days.",
        "Calls answered in per cent|87.1|89.4|89.4% were answered, 0.6 points below the 90% target but 2.3 points above quarter two.",
        "Overtime cost (£)|934000|958500|Overtime cost £958,500, which is £24,500 or 2.6% over the quarter two figure.",
        "Web chats held|2480|3015|3,015 chats were held. Use grew by 535 chats, or 22%, in the last quarter alone.",
        "Letters handled|587|654|654 letters were handled, growth of a little over 11% on quarter two.",
        "Hours given|48|75|75 hours were given. The total is 27 hours (56%) up on quarter two.",
        "Reviews completed|38|52|52 reviews were completed. The previous quarter's figure was 38, so output is up by more than a third.",
        "Emails received|1402|1365|1,365 emails came in, 37 below the second quarter.",
        "Days lost|44|19|19 days were lost, a 57% improvement.",
        "Website views|19875|24310|24,310 views. This compares with 19,875 in Q2 (up 22%) and 21,630 in Q3 2020/21 (up 12%).",
        "Staff in post|1322|1305|Staff in post dropped by 17 to 1,305 because a pause ran from October to December.",
        "Tweets sent|172|155|Fewer tweets were sent than in quarter two (155 compared with 172).",
        "Calls abandoned|5838|5997|Callers gave up on 5,997 occasions, 159 more than three months earlier.",
        "Victims supported|2411|2388|2,388 victims were supported, 23 fewer than in quarter two (1%).",
        "Orders granted|38|52|52 orders were granted out of 56 applied for. In quarter two the numbers were 38 and 43.",
        "Robberies recorded|203|190|Robberies are 13 lower than in quarter two (190 v 203).",
        "Subscribers added|690|866|Subscribers have increased by 176 over the quarter.",
        "Emails received|1187|1246|1,246 emails came in, which is 59 above where they stood in quarter two.",
        "Burglaries recorded|148|167|Burglaries rose from 148 to 167 between the second and third quarters.",
        "Hours given|63.5|69|Hours given rose from 63.5 in quarter two to 69 in quarter three, an extra 5.5 hours.",
        "Letters answered in per cent|93|97|83 of the 86 items (97%) were answered. In the last quarter the figure was 93%.",
        "Website hits|15600|15990|15,990 hits. This is 390 more than in quarter two, or 2.5%.",
        "Requests received|4|2|Two requests came in, which is half of the number received in quarter two.",
        "Staff employed|18|19|Staff employed rose by one during the quarter and stood at 19 on 31 December 2021.",
        "Letters received|158|131|The office handled 131 pieces of correspondence, 27 fewer than last quarter. Most of the 34 letters were about roads.",
        "Letters received|112|84|There were a quarter fewer letters in quarter three than in quarter two.",
        "Days lost|12|18|18 days were lost. The figure is half as high again as in quarter two.",
        "Requests received|2|6|Six requests came in, three times the number of quarter two.",
        "Complaints received|48|57|Complaints went up to 57 from 48.",
        "Meetings held|241|254|Having attended 254 meetings, the office was busier than in quarter two (241).",
        "Searches made|1779|1761|Searches shrank from 1,779 to 1,761, that is by 18.",
        "Complaints received|63|57|57 came in, which is six under the 63 received in quarter two.",
        "Letters received|112|84|Letters have dropped by a quarter since the last report.",
        "Visits made|18|27|27 visits took place, half as many again as in the quarter before.",
        "Views made|19800|14100|Views shrank from 19,800 in quarter two to 14,100, a loss of 5,700 or 29%.",
        "Enquiries handled|377|421|Enquiries rose from 377 in quarter two to 421 in quarter three, i.e. by 12%.",
        "Days lost|26|12|12 days were lost. That is less than half of the 26 lost in quarter two.",
        "Staff employed|19|20|20 people were in post on 31 December 2021, one more than in quarter two.",
        "Emails received|1388|1735|1,735 emails came in. Compared with quarter two the rise is 347 (25%).",
        "Letters answered|401|415|415 of the 471 letters were answered. In the last quarter it was 401 of 436 (92%).",
        "Letters received|436|471|There has been a rise of 8% on quarter two, mostly from letters about parking, which doubled from 30 to 60.",
        "Letters received|436|471|The total of 471 letters is 8% up on last quarter, slightly less than the 10% rise that was forecast.",
        "Letters received|436|471|Letters about roads were down by 12 but letters about noise up by 47, so that the total rose by 35 to 471.",
        "Requests answered in time|27|39|All but two of the 41 requests were answered in time.",
        "Requests answered in time|27|39|39 were answered in time; the other two went out on day 21.",
        "Visits made|52|52|All but three of the 55 planned visits went ahead, which is 95%.",
        "Letters received|436|471|471 letters were received and 455 closed, leaving 60 open with those carried over.",
        "Followers known|8410|10655|There are 10,655 followers. This is a significant rise of 27% on quarter two.",
        "Items received|436|471|Items received were up: 471 against 436 in July to September.",
        "Items received|436|471|The number received (471) exceeded that of quarter two (436) by 35.",
        "Items received|436|471|We logged 471 items, which was more than a quarter ago.",
        "Visits made|52|52|52 visits were made. The number did not change from quarter two.",
        "Reviews received|30|24|24 reviews came in, a decrease of a fifth on last quarter (30).",
        "Requests received|52|60|60 requests came in. In quarter two the figure was 52, so the rise is 15%.",
        "Emails received|1388|1735|1,735 emails came in, against 1,388 in quarter two. The rise of 347 is 25%.",
        "Reply time in days|8.2|8.0|Replies took 8.0 days, a little quicker than the 8.2 days of the last quarter.",
        "Reply time in days|8.0|8.2|Replies took 8.2 days, slower than in quarter two.",
        "Visits made|48|52|52 visits were made, up on quarter two and 4 more than the 48 made then.",
        "Followers gained|5690|5804|Followers passed 5,800 for the first time; there are now 5,804.",
        "Events attended|26|38|38 events were attended, 12 more than in the previous quarter (26), a rise of 46%, and 7 more than in the same quarter last year (31).",
        "Blog followers|6284|6311|Followers stood at 6,311 at the end of December, 27 more than in September.",
        "Blog followers|6284|6311|Followers stood at 6,311 at the end of December, a slight rise of 27 since September.",
      })
  void aTrueChangeIsSilent(String measure, double before, double now, String text) {
    assertThat(Checked.places(beside(measure, before, now, text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V03|Emails received|1402|1365|1,365 emails came in. The fall on last quarter is 5%.",
        "V15|Emails received|1402|1365|1,365 emails came in, a reduction of 37 or -2.6% on quarter two.",
        "V03|Emails received|1402|1365|1,365 emails came in. Volumes were 6% lower than last quarter.",
        "V02|Emails received|1402|1365|1,365 emails came in, 73 below the second quarter.",
        "V02|Emails received|1402|1365|1,365 emails came in, marginally up on quarter two (1,402).",
        "V02|Emails received|1402|1365|Emails went from 1,402 to 1,365, so the fall was 73 emails.",
        "V03|Emails received|1402|1365|Emails are down 37 on last quarter's 1,402, or 6.2%.",
        "V11|Calls answered in per cent|87.1|89.4|89.4% were answered. This misses the 92% target by four points.",
        "V02|Training days|1183|1261|1,261 days were delivered, with numbers up by 87 on quarter two.",
        "V02|Calls answered in per cent|87.1|89.4|89.4% were answered, 0.6 points below the 90% target but 3.3 points above quarter two.",
        "V11|Calls answered in per cent|87.1|89.4|89.4% were answered, 0.9 points below the 90% target but 2.3 points above quarter two.",
        "V02|Overtime cost (£)|934000|958500|Overtime cost £958,500, which is £42,500 or 2.6% over the quarter two figure.",
        "V02|Overtime cost (£)|934000|958500|Overtime cost £958,500. Compared with quarter two, spending has fallen by £24,500.",
        "V03|Web chats held|2480|3015|3,015 chats were held. Use grew by 535 chats, or 32%, in the last quarter alone.",
        "V18|Reports submitted|5487|5528|5,528 reports. This was possible although staff were away and is 41 more than in quarter one.",
        "V02|Letters handled|587|654|654 letters were handled. That is an additional 76 items on quarter two.",
        "V03|Letters handled|587|654|654 letters were handled, growth of a little over 14% on quarter two.",
        "V03|Reviews completed|38|52|52 reviews were completed. The previous quarter's figure was 38, so output is up by more than a half.",
        "V02|Victims supported|1884|1932|1,932 victims were supported and the total stands 48 below that for quarter two.",
        "V02|Hours given|48|75|75 hours were given. The total is 27 hours down on quarter two.",
        "V02|Visits made|37|39|39 visits took place. Visits were down by 2 on quarter two.",
        "V03|Victims supported|2411|2388|2,388 victims were supported, 23 fewer than in quarter two (10%).",
        "V13|Letters received|52|49|There were 49 letters. The comparable figure is 62 for the previous quarter.",
        "V03|Meetings held|158|231|231 meetings: 102 internal and 129 with partners. Up 64% on Q2.",
        "V02|Emails received|1187|1246|1,246 emails came in, which is 95 above where they stood in quarter two.",
        "V02|Sessions held|905|870|870 sessions were held, which is 53 short of the previous quarter.",
        "V02|Calls handled|5838|5997|5,997 calls were handled. Demand was above quarter two by 519.",
        "V02|Complaints logged|177|218|218 complaints were logged, fewer than the 177 logged in quarter two.",
        "V02|Followers gained|142|266|266 followers were gained, an extra 142 on quarter two.",
        "V02|Staff in post|1322|1305|Staff in post dropped by 71 to 1,305 because a pause ran from October to December.",
        "V02|Reply time in days|24|21|Replies took 21 days on average, five days quicker than in quarter two.",
        "V02|Crimes recorded|7016|6713|6,713 crimes were recorded. Against quarter two the total is higher by 303 crimes.",
        "V02|Calls abandoned|5838|5997|Callers gave up on 5,997 occasions, 249 more than three months earlier.",
        "V02|Emails received|1390|1246|1,246 emails came in. It is 114 short of the 1,390 seen in quarter two.",
        "V13|Tweets sent|172|155|Fewer tweets were sent than in quarter two (155 compared with 182).",
        "V13|Visits made|9|18|Visits doubled from nine to 16 once visiting began again on 19 November.",
        "V02|Hours given|63.5|69|Hours given rose from 63.5 in quarter two to 69 in quarter three, an extra 6.5 hours.",
        "V13|Letters answered in per cent|93|97|83 of the 86 items (97%) were answered. In the last quarter the figure was 91%.",
        "V03|Website hits|15600|15990|15,990 hits. This is 390 more than in quarter two, or 3.5%.",
        "V02|Missing people|632|679|Missing people have decreased quarter on quarter by 47, to 679.",
        "V03|Requests received|4|2|Two requests came in, which is a third of the number received in quarter two.",
        "V02|Staff employed|18|19|Staff employed fell by one during the quarter and stood at 19 on 31 December 2021.",
        "V02|Page reach|19625|21480|Page reach dropped to 21,480, which is 1,855 higher than quarter two (19,625).",
        "V13|Calls received|49153|50953|In quarter three the Force received 49,153 calls, an increase of 3.7% on quarter two.",
        "V03|Letters received|112|84|There were a fifth fewer letters in quarter three than in quarter two.",
        "V03|Days lost|12|18|18 days were lost. The figure is twice as high as in quarter two.",
        "V03|Requests received|3|6|Six requests came in, three times the number of quarter two.",
        "V02|Complaints received|48|57|Complaints went down to 57 from 48.",
        "V02|Complaints received|48|57|In the end complaints fell to 57.",
        "V02|Meetings held|241|254|Having attended 254 meetings, the office was less busy than in quarter two (241).",
        "V02|Searches made|1779|1761|Searches shrank from 1,779 to 1,761, that is by 28.",
        "V02|Complaints received|63|57|57 came in, which is nine under the 63 received in quarter two.",
        "V03|Letters received|112|84|Letters have dropped by a fifth since the last report.",
        "V03|Visits made|18|27|27 visits took place, twice as many as in the quarter before.",
        "V02|Views made|19800|14100|Views shrank from 19,800 in quarter two to 14,100, a loss of 7,500 or 29%.",
        "V03|Enquiries handled|377|421|Enquiries rose from 377 in quarter two to 421 in quarter three, i.e. by 21%.",
        "V02|Staff employed|19|20|20 people were in post on 31 December 2021, one fewer than in quarter two.",
        "V02|Emails received|1388|1735|1,735 emails came in. Compared with quarter two the rise is 437 (25%).",
        "V03|Reviews received|30|24|24 reviews came in, a decrease of a third on last quarter (30).",
        "V03|Requests received|52|60|60 requests came in. In quarter two the figure was 52, so the rise is 13%.",
        "V41|Requests received|14|23|23 requests came in. In quarter two the figure was 14, so the rise is 64%.",
        "V03|Emails received|1388|1735|1,735 emails came in, against 1,388 in quarter two. The rise of 347 is 20%.",
        "V02|Reply time in days|8.2|8.0|Replies took 8.0 days, a little slower than the 8.2 days of the last quarter.",
        "V02|Reply time in days|8.0|8.2|Replies took 8.2 days, quicker than in quarter two.",
        "V02|Visits made|55|52|52 visits were made, up on quarter two.",
        "V02|Items received|436|471|Items received were down: 471 against 436 in July to September.",
        "V02|Items received|436|471|The number received (471) exceeded that of quarter two (436) by 45.",
        "V02|Items received|436|471|We logged 471 items, which was fewer than a quarter ago.",
        "V02|Visits made|48|52|52 visits were made. The number did not change from quarter two.",
        "V02|Visits made|48|52|52 visits were made. The quarter-on-quarter decrease is four.",
        "V54|Followers known|10410|10655|There are 10,655 followers. This is a significant rise of 2.4% on quarter two.",
        "V18|Cases referred|27|36|36 cases were referred. There were nine more than in quarter one.",
        "V54|Blog followers|6284|6311|Followers stood at 6,311 at the end of December, a significant rise of 27 since September.",
        "V02|Blog followers|6284|6311|Followers stood at 6,311 at the end of December, a fall of 27 since September.",
      })
  void aWrongChangeIsFound(String code, String measure, double before, double now, String text) {
    assertThat(Checked.places(beside(measure, before, now, text)))
        .containsExactly(code + " Report!E2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|0.93|93% were answered in time, two points short of the 95% target.",
        "V11|0.93|93% were answered in time. The 95% target was met.",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Items received|104|104 items were logged, made up of 71 letters and 43 forms.",
        "Leave days taken|88|88 days: 19 in July, 22 in August and 57 in September.",
        "Staff in post|32|The headcount is 32, with 24 full-time and six part-time staff.",
        "Grants awarded|17|17 grants were awarded. Eight were for youth, seven for victims and four for crime.",
        "Young people helped|258|258 young people were helped: 140 by mentors and 128 in groups.",
        "Letters received|58|A total of 58 letters arrived, split between residents (41) and organisations (27).",
        "Reviews completed|38|We completed 38 reviews, of which nine were upheld and 27 were not.",
        "Volunteers|24|24 volunteers belong. Twenty are cleared and the remaining five are in training.",
      })
  void partsThatDoNotAddUpAreFound(String measure, double now, String text) {
    assertThat(alone(measure, now, text)).containsExactly("V04 Report!D2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Of the 23 staff in post at the end of September 2019, 65% were women and 35% were men.",
        "V05|Of the 23 staff in post at the end of September 2019, 65% were women and 30% were men.",
        "V05|65% were women and 30% were men.",
        "V05|Of the 23 staff, 65% are full-time and 45% are part-time.",
        "V05|65% of them were internal and 25% were external.",
        "|65% were women and 30% were men. The rest preferred not to say.",
        "|65% were women and 30% were men, with 5% not known.",
        "|65% of women and 30% of men work part-time.",
        "|65.2% were women and 34.7% were men.",
        "|Post was made up of 40% letters, 35% forms and 25% cards.",
        "V05|Post was made up of 40% letters, 35% forms and 15% cards.",
        "|40% were letters, 35% were forms and 15% were cards.",
        "|40% were letters, 35% were forms and the remaining 25% were cards.",
        "V05|40% were letters, 35% were forms and the remaining 15% were cards.",
        "V05|70% were letters and the other 20% were cards.",
        "|70% were letters, of which the other office sent 20%.",
        "|65% were women and 30% were men under 40.",
        "|65% were women in June and 40% were men in July.",
        "|65% of officers were women and 30% of staff were men.",
      })
  void sharesThatLeaveNothingOutMakeAHundred(String code, String text) {
    assertThat(alone("Staff in the office", 23, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @Test
  void sharesThatDoNotAddUpAreFound() {
    String text = "82%% felt safer. Eleven per cent felt no different and %s%% felt less safe.";

    assertThat(alone("People asked", 200, String.format(text, "7"))).isEmpty();
    assertThat(alone("People asked", 200, String.format(text, "9")))
        .containsExactly("V05 Report!D2");
  }

  @Test
  void ofAListOfThreeMonthsOneIsWrong() {
    String text = "The monthly figures were %s, 702 and 598.";

    assertThat(monthly(String.format(text, "651"))).isEmpty();
    assertThat(monthly(String.format(text, "615"))).containsExactly("V13 Report!H2");
  }

  @Test
  void aStockWhoseMonthsAreAddedIsComparedByItsMonths() {
    String text =
        "At the end of December 2021 there were 598, %s more than at the end of September.";

    assertThat(monthly("598 volunteers at the end of the quarter against 589 at the end of Q2."))
        .isEmpty();
    assertThat(monthly(String.format(text, "nine"))).isEmpty();
    assertThat(monthly(String.format(text, "19"))).containsExactly("V02 Report!H2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|91.3% of calls were answered in December.",
        "V07|8.7% of calls were answered in December.",
      })
  void aMonthsPercentageIsNotWhatIsLeftOfAHundred(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", "Oct-21", "Nov-21", "Dec-21", "Unit", "Commentary")
                    .row("Calls answered", 92.4, 93.1, 91.3, "percent", text)
                    .row("Letters opened", 7, 9, 8, "count", "")))
        .filteredOn(place -> place.startsWith("V"))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Satisfaction rose by 1.8 percentage points from 89.5% in November to 91.3% in December.",
        "V02|Satisfaction rose by 1.2 percentage points from 89.5% in November to 91.3% in December.",
        "V02|Satisfaction fell by 1.8 percentage points from 89.5% in November to 91.3% in December.",
      })
  void aChangeBetweenTwoMonthsIsTheirs(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row(
                        "Measure",
                        "Jul-21",
                        "Aug-21",
                        "Sep-21",
                        "Oct-21",
                        "Nov-21",
                        "Dec-21",
                        "Unit",
                        "Commentary")
                    .row("Satisfaction", 88.5, 88.1, 88.3, 92.4, 89.5, 91.3, "percent", text)
                    .row("Letters opened", 7, 9, 8, 7, 9, 8, "count", "")))
        .filteredOn(place -> place.startsWith("V"))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!I2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|The lowest month was December with 598 volunteers and the highest was November with 702.",
        "|November had the highest number with 702 and December the lowest with 598.",
        "V13|November was the quietest month of the quarter.",
        "|November was the busiest month of the quarter.",
        "|1,353 were known in October and November together.",
        "|The busiest month for new starters was October.",
        "V13|The busiest month was December.",
        "V13|October 651; November 702; December 598 (2,951 in all).",
        "V13|November had the highest number with 720 and December the lowest with 598.",
        "|The lowest month of the quarter was December, with 598 volunteers; the quarterly total was 1,951.",
        "V13|The lowest month of the quarter was December, with 702 volunteers; the quarterly total was 1,951.",
        "V13|1,951 volunteers in the quarter, with none in October.",
        "V13|1,951 volunteers in the quarter. There were none in October.",
        "|1,951 volunteers in the quarter. Of these 12 were new. There were none in October.",
        "|1,951 volunteers in the quarter, of whom six were trained in November and none in October.",
        "|October and November together brought 1,353 volunteers.",
        "V13|October and November together brought 1,335 volunteers.",
        "|November had 702 volunteers. The other two months averaged 625.",
        "V13|November had 702 volunteers. The other two months averaged 652.",
        "|November accounted for 36% of the quarter's total.",
        "V01|November accounted for 46% of the quarter's total.",
        "|The highest monthly figure in the quarter was 702, in November.",
        "V13|The highest monthly figure in the quarter was 651, in October.",
        "|Numbers peaked at 702 in November.",
        "V13|Numbers peaked in October.",
        "V13|October's 651 volunteers were the most in any month of the quarter.",
        "|An average of 650 volunteers came per month.",
        "|November was highest with 702 volunteers and December the lowest.",
        "V13|November was lowest with 702 volunteers.",
        "V13|November was the highest with 702 volunteers and October the lowest.",
        "|Peak month: November, with 702.",
        "V13|Peak month: October, with 702.",
        "|The largest number came in November.",
        "V13|The largest number came in October.",
        "|October, the busiest month for new starters, was followed by a pause.",
        "V13|The lowest month was December with 895 volunteers and the highest was November with 702.",
      })
  void theMonthBeforeWithIsTheFiguresOwn(String code, String text) {
    assertThat(monthly(text)).isEqualTo(code == null ? List.of() : List.of(code + " Report!H2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Searches have risen in each month of the quarter, from 751 in October to 806 in December.",
        "V02|Searches have fallen in each month of the quarter.",
        "V02|Searches went down every month.",
        "|Searches have gone up every month since June.",
        "V36|Searches have gone up every month since March.",
        "|Searches are up for the sixth consecutive month.",
        "|December was the sixth consecutive monthly rise.",
        "V36|December was the ninth consecutive monthly rise.",
        "V36|Searches have increased for the 10th month in a row.",
        "|Searches have increased in each of the last four months.",
        "V36|Searches have increased in each of the last nine months.",
        "|December was the fifth consecutive month above the mean.",
        "|2,337 searches. Searches rose by 26 between November and December.",
        "V02|2,337 searches. Searches rose by 62 between November and December.",
        "V03|2,337 searches. Searches rose by 23% between November and December.",
        "|2,337 searches. Searches about drugs rose by 40 from November to December.",
        "V40|806 searches were made in December. There were no exceptions in the quarter.",
        "V40|No control chart rule was triggered.",
        "V40|The number of searches has been stable since January 2021.",
        "V40|Searches have been stable since the start of 2021.",
        "|Searches had been stable until July 2021.",
        "|Searches were stable before July 2021.",
        "V40|Searches remained steady throughout the quarter.",
        "V40|The number remained broadly flat.",
        "|There was a steady rise in searches.",
        "V40|December's figure of 806 is within the limits.",
        "|July's figure of 655 is within the limits.",
        "|All replies in December were within the limits.",
        "|Searches in December were within the limits of the new policy.",
        "|Searches rose at a steady rate.",
        "|The number of officers who search remained steady.",
        "V40|All points are within the limits.",
        "V40|The process is in control.",
        "|There were no exceptions in the quarter apart from the trend.",
        "|Requests were met with no exceptions.",
        "|A point exception occurred in December.",
        "V40|A point exception occurred in April.",
        "|From December 2020 to July 2021 there were four months in a row below the mean.",
        "|Searches have risen by 414 in twelve months and have been above the mean for five months.",
        "V36|Searches have risen by 414 in twelve months and have been above the mean for nine months.",
        "V36|Searches have increased for nine months in succession.",
        "V36|December was the eighth consecutive month above the mean.",
        "V36|Searches have been above the mean for the 8th month running.",
        "|October was the third month in a row above the mean.",
        "|Searches have been above the mean for five consecutive months, since August 2021.",
        "V36|Searches have been above the mean for five consecutive months, since May 2021.",
        "V36|Each of the last ten months has been above the mean.",
        "|Each of the last five months has been above the mean.",
        "|All of the last four months have been above the mean.",
        "V36|All of the last nine months have been above the mean.",
        "V36|Every one of the last nine months was above the mean.",
        "|Nearly all of the last nine months have been above the mean.",
        "|Not all of the last nine months have been above the mean.",
        "V36|Searches have been above the mean in each of the last nine months.",
        "|Searches have been above the mean in each of the last four months.",
        "V36|In each of the last nine months searches were above the mean.",
        "V36|Searches have been above the mean for the last nine months.",
        "V36|Every month since April has been above the mean.",
        "|Every month since July has been above the mean.",
        "|Every month since September has been above the mean.",
        "V36|Searches have been above the mean for five months in a row, since May 2021.",
        "|Searches have been above the mean for five months in a row, since August 2021.",
        "|Searches were above the mean in all three months.",
        "V40|All three months of the quarter were below the mean.",
        "|October (751) and November (780) were both above the mean.",
        "V40|October (751) and November (780) were both below the mean.",
        "V40|Searches were below the average in every month of the quarter.",
        "|Not every month was below the mean.",
        "|Every month was below the average for the time of year.",
        "V13|Searches rose every month of the quarter and stood at 806 in November.",
        "|Demand recovered through the quarter, from 751 in October to 806 in December.",
        "V13|Demand recovered through the quarter, from 715 in October to 806 in December.",
      })
  void whatIsSaidOfMonthsInARowIsRecounted(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", Sketch.months("2020-10", 15), "Unit", "Commentary")
                    .row(
                        "Searches made",
                        Sketch.figures(
                            "640 652 631 645 660 638 650 641 612 655 690 722 751 780 806"),
                        "count",
                        text)
                    .row("Letters opened", Sketch.figures("7*15"), "count", "")))
        .filteredOn(place -> place.startsWith("V"))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!R2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|41 invitations came in, a decrease of 53% on the last quarter and of 66% compared to the same quarter last year.",
        "V03|41 invitations came in, a decrease of 53% on the last quarter and of 56% compared to the same quarter last year.",
        "|41 invitations came in. The quarter two total was 88, so this is a fall of 47.",
        "|41 invitations came in. The number remains lower than the 88 of quarter two.",
        "|41 invitations came in, a fall of 47 since September.",
        "V02|41 invitations came in. The number remains higher than the 88 of quarter two.",
        "|41 invitations came in, still 81 (66.4%) fewer than twelve months earlier.",
        "V03|41 invitations came in, still 81 (64.6%) fewer than twelve months earlier.",
        "V13|41 invitations came in. This is 81 fewer than in the same period last year, when 112 were submitted.",
        "V13|41 invitations came in. The quarter two total was 86, so this is a fall of 47.",
        "V13|No invitations were received in quarter three.",
        "V13|There are currently no invitations in the office.",
        "V02|The number of invitations is unchanged from quarter two.",
        "V13|There were no invitations this quarter, compared with 88 in quarter two.",
        "|41 invitations came in. There were 122 in the same quarter last year.",
        "V13|41 invitations came in. There were none in the same quarter last year.",
        "|41 invitations came in, less than half of quarter two's 88. The total is 81 lower than a year ago.",
        "V50|41 invitations came in, less than half of quarter two's 88. The total is 81 lower.",
        "|41 invitations came in, less than half of quarter two's 88. The total is 47 lower.",
        "|There were 41 invitations. This was 47 fewer than in the previous quarter (88), a fall of 53%, and 81 fewer than in the same quarter last year (122).",
        "V03|There were 41 invitations. This was 47 fewer than in the previous quarter (88), a fall of 43%, and 81 fewer than in the same quarter last year (122).",
        "V13|41 invitations came in, 47 fewer than in the previous quarter (122).",
        "|41 invitations came in, 47 fewer. In the previous quarter there were 88.",
        "|No invitations were received from abroad.",
        "|No invitations were received in October.",
        "|No new invitations were received.",
        "|No invitations were received in error. The total was 41.",
        "|On average there were 14 invitations a month.",
        "V13|On average there were 17 invitations a month.",
        "|The monthly average was 13.7 invitations.",
        "V13|The monthly average was 17.3 invitations.",
        "|On average there were 29 invitations a month in quarter two.",
        "|The monthly average was 17 invitations over the year.",
        "|41 invitations came in, which is 47 (53%) fewer than the 88 received in the last quarter.",
        "V02|41 invitations came in, which is 37 (53%) fewer than the 88 received in the last quarter.",
        "V03|41 invitations came in, which is 47 (35%) fewer than the 88 received in the last quarter.",
        "|41 invitations came in, down from 88 in quarter two (a fall of 53%) and a third of the 122 received in the same period last year.",
        "|41 invitations came in, less than half the 88 received in quarter two.",
        "V13|41 invitations came in, less than half the 98 received in quarter two.",
        "|The diary shrank from 88 to 41, a 53% decrease.",
        "V13|The diary shrank from 78 to 41, a 53% decrease.",
        "|There were 41 invitations, 53% less than quarter two when 88 came in the post.",
        "V13|There were 41 invitations, 53% less than quarter two when 98 came in the post.",
        "|The number of invitations halved from 88 in the last quarter to 41.",
        "V02|The number of invitations doubled from 88 in the last quarter to 41.",
      })
  void anEarlierValueAndAChangeBearEachOtherOut(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("KPI", "Measure", "2020/21 Q3", "2021/22 Q2", "2021/22 Q3", "Commentary")
                    .row("1.1", "Invitations received", 122, 88, 41, text)
                    .row("1.2", "Letters opened", 7, 9, 8, "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|18 officers left against 17 in quarter two and 12 in the same quarter last year, six more.",
        "V02|18 officers left against 17 in quarter two and 12 in the same quarter last year, nine more.",
        "|18 officers left, compared with 17 in quarter two and 12 a year ago.",
        "V13|18 officers left, compared with 17 in quarter two and 15 a year ago.",
        "V13|18 officers left, compared with 14 in quarter two and 12 a year ago.",
        "V50|18 officers left, one more.",
        "V50|18 officers left. That is an increase of one.",
        "V50|18 officers left, one more than before. Against the same quarter last year the rise is six.",
        "|18 officers left, up one.",
        "|18 officers left. In quarter two there were 17. That is an increase of one.",
        "V50|18 officers left, six more.",
        "|18 officers left. That is six more than expected.",
        "|The number of officers leaving rose over the quarter, from 17 to 18.",
        "V02|The number of officers leaving fell over the quarter, from 17 to 18.",
      })
  void twoEarlierValuesAreBothComparedWith(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("KPI", "Measure", "2020/21 Q3", "2021/22 Q2", "2021/22 Q3", "Commentary")
                    .row("1.1", "Officers leaving", 12, 17, 18, text)
                    .row("1.2", "Letters opened", 7, 9, 8, "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reports about drugs fell compared with quarter two.",
        "Reports from the public fell by 12% on quarter two.",
        "Drug-related reports rose by 7% on the previous quarter.",
        "In the south the number of reports fell by 84 on quarter two.",
        "Regionally, reports are down 9% on quarter two.",
        "Attempted reports fell by a third on quarter two.",
        "Reports about firearms have been above average in every month.",
        "City centre reports rose each month, from 31 in October to 44 in December.",
        "Urgent reports rose for five months in a row.",
        "There were 84 arrests after reports, 12 more than in quarter two.",
        "The city met the 80% target in every month.",
        "Fewer came from the south than in quarter two.",
        "Nationally the number is up by a fifth on quarter two.",
        "The chart is expected to return within the control limits next quarter.",
      })
  void whatIsSaidOfAPartIsNotHeldAgainstTheWhole(String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", Sketch.months("2020-10", 15), "Unit", "Commentary")
                    .row(
                        "Reports made",
                        Sketch.figures(
                            "640 652 631 645 660 638 650 641 612 655 690 722 710 780 760"),
                        "count",
                        "2,250 reports were made. " + text)
                    .row("Letters opened", Sketch.figures("7*15"), "count", "")))
        .filteredOn(place -> place.startsWith("V"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|There are 598 officers in post, 9 more than in September.",
        "V02|There are 598 officers in post, 9 fewer than in September.",
        "V13|There are 589 officers in post.",
        "|Officer strength was 598 at the end of the quarter, up on the end of September.",
        "V02|Officer strength was 598 at the end of the quarter, down on the end of September.",
        "V11|Officer strength was 598 at the end of the quarter, above the target of 600.",
        "V11|Officer strength was 598 at the end of the quarter, 12 short of the target of 600.",
        "|Officer strength was 598 at the end of the quarter, two short of the target of 600.",
      })
  void whatStandsAtAnEndIsNotAdded(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", Sketch.months("2021-08", 5), "Unit", "Commentary")
                    .row("Officers in post", 580, 589, 593, 596, 598, "count", text)
                    .row("Letters opened", 7, 9, 8, 8, 7, "count", "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!H2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|71.5 hours were spent. That is an average of 2.3 hours an event.",
        "V10|71.5 hours were spent. That is an average of 3.2 hours an event.",
        "V10|71.5 hours were spent (3.2 hours per event).",
        "V10|71.5 hours were spent. On average each event lasted 3.2 hours.",
        "V10|71.5 hours were spent. This is an average of 3.2 hours an event over the 31 events.",
        "|71.5 hours were spent. That is an average of 3.2 hours a day.",
        "|71.5 hours were spent. That is an average of 3.2 hours a meeting.",
        "|71.5 hours were spent. In quarter two it was an average of 3.2 hours an event.",
      })
  void theAverageForEachIsOfTheRowThatCountsThem(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("KPI", "Measure", "Unit", "2021/22 Q3", "Commentary")
                    .row("2.1", "Engagement events", "count", 31, "")
                    .row("2.2", "Engagement hours", "hours", 71.5, text)))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!E3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|38 events were attended, 12 more than in the previous quarter (26) and 7 more than a year ago (31).",
        "V13|38 events were attended, 12 more than in the previous quarter (31).",
        "V13|38 events were attended, 7 more than in the same quarter last year (26).",
      })
  void aValueInBracketsIsOfThePeriodBeforeThem(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("KPI", "Measure", "2020/21 Q3", "2021/22 Q2", "2021/22 Q3", "Commentary")
                    .row("1.1", "Events attended", 31, 26, 38, text)
                    .row("1.2", "Letters opened", 7, 9, 8, "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|458 offences. The monthly average for the quarter was 153.",
        "V13|458 offences. The monthly average for the quarter was 135.",
        "|458 offences. The monthly average was 153, against 124 in quarter two.",
        "V13|458 offences. The average month saw 135.",
        "V13|458 offences. This equates to 135 a month.",
        "|458 offences. This equates to five a day.",
        "|458 offences. The figures stayed within the limits and October (133) was the lowest month.",
        "V13|458 offences. The figures stayed within the limits and October (136) was the lowest month.",
        "|458 offences. November, with 189, was the highest and accounts for 41% of the quarter.",
        "V01|458 offences. November, with 189, was the highest and accounts for 45% of the quarter.",
        "V01|458 offences. November alone made up 45% of the quarterly total.",
        "|458 offences. November's campaign found 189, or 41% of the quarter's total.",
        "|458 offences. Thefts accounted for 22% of the total in December.",
        "|458 offences. The average over the last three years is 140 a month.",
        "V01|458 offences. November's campaign found 189, or 45% of the quarter's total.",
        "V01|458 offences. 45% of the quarter's offences were recorded in November.",
        "|458 offences. In November, thefts accounted for 62% of the total.",
        "|458 offences. November was high and thefts accounted for 62% of the total.",
      })
  void theMonthsShareAndMeanOfTheQuarterAreRecounted(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", Sketch.months("2021-08", 5), "Unit", "Commentary")
                    .row("Hate offences", 121, 119, 133, 189, 136, "count", text)
                    .row("Letters opened", 7, 9, 8, 8, 7, "count", "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!H2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|The average response time was 11.6 minutes. The 13 minute standard was met in every month.",
        "V11|The average response time was 11.6 minutes. The 12 minute standard was met in every month.",
        "V11|The average response time was 11.6 minutes. The 11 minute standard was met.",
        "|The average response time was 11.6 minutes. The target of 12 minutes was met in October.",
        "V11|The average response time was 11.6 minutes. The target of 12 minutes was met in December.",
        "|December (12.2 minutes) was above the 12 minute target.",
        "|The average response time was 11.6 minutes. The target of 12 minutes was beaten by 0.4 minutes.",
        "V11|The average response time was 11.6 minutes. The target of 13 minutes was exceeded by 0.4 minutes.",
        "|The average response time was 11.6 minutes. Crews met the standard set in April. The target is 11 minutes.",
        "V11|October (11.0 minutes) was above the 12 minute target.",
        "|The average response time was 11.6 minutes, better than the 12 minute target.",
        "V11|The average response time was 11.6 minutes, better than the 11 minute target.",
        "|The average response time was 11.6 minutes against a target of 12 minutes. The target was met.",
        "V11|The average response time was 11.6 minutes against a target of 11 minutes. The target was met.",
        "|The average response time was 11.6 minutes and met the 12 minute target in two of the three months.",
        "|December was the slowest month at 12.2 minutes and the quarter was below the 12 minute target.",
      })
  void aTargetIsOfTheMonthsNamedBesideIt(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("Measure", Sketch.months("2021-08", 5), "Unit", "Commentary")
                    .row("Response time", 11.2, 11.4, 11.0, 11.6, 12.2, "minutes", text)
                    .row("Letters opened", 7, 9, 8, 8, 7, "count", "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!H2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V30|No homicides were recorded. Both homicides this quarter were linked to drink.",
        "V30|No homicides were recorded. All three homicides were linked to drink.",
        "V30|No homicides were recorded. The only homicide in August was linked to drink.",
        "|No homicides were recorded. There were two in quarter one. Both homicides were linked to drink.",
        "|No homicides were recorded. Both homicides last year were linked to drink.",
        "V30|No homicides were recorded. Two of the homicides recorded this quarter were linked to drink.",
        "V30|No homicides were recorded in quarter two, against two in quarter one. The homicide in August 2019 took place in the city.",
        "V30|No homicides were recorded in quarter two, against two in quarter one. Both of the homicides this quarter are still being looked into.",
        "V30|No homicides were recorded. The only homicide was linked to drink.",
        "|No homicides were recorded. The homicide rate in August was nought.",
        "|No homicides were recorded. The homicide in May 2019 took place in the city.",
        "|No homicides were recorded. Both homicide teams this quarter had eight people.",
        "|No homicides were recorded. The homicide team in August had eight people.",
        "|No homicides were recorded. If both homicides this quarter had been counted, there would be two.",
        "|No homicides were recorded in quarter two, against two in quarter one. Both homicides are still being looked into.",
      })
  void whatIsKnownOfThemContradictsAZero(String code, String text) {
    assertThat(alone("Homicides", 0, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V30|Complaint reviews upheld|0|No reviews were upheld this quarter. Both of the reviews upheld this quarter were about delays.",
        "|Complaint reviews upheld|0|No reviews were upheld this quarter. Both of the reviews received this quarter were about delays.",
        "|Complaint reviews upheld|0|No reviews were upheld this quarter. Both complaints received this quarter were about delays.",
        "V30|Complaint reviews received|9|9 reviews were received. No reviews were upheld this quarter. The review upheld in July was about delays.",
        "|Complaint reviews received|9|9 reviews were received. No reviews were upheld this quarter. The review received in July was about delays.",
        "V30|Complaint reviews received|9|9 reviews were received and none was upheld. Both of the reviews upheld this quarter were about delays.",
        "|Complaint reviews received|9|9 reviews were received and none was upheld. Both of the reviews upheld last quarter were about delays.",
        "V30|Appeals lodged|0|No appeals were lodged in the quarter. Both appeals are still being considered.",
        "V30|Appeals lodged|0|No appeals were lodged in the quarter. Most of the appeals lodged in the quarter are open.",
        "|Fatal collisions|0|No fatal collisions were recorded. Both collisions this quarter were in the city.",
        "V30|Fatal collisions|0|No fatal collisions were recorded. Both fatal collisions this quarter were in the city.",
        "|Late replies|0|Two of the replies this quarter were sent on the last day.",
        "|Vacancies|0|No post is vacant. Both vacancies in August were filled.",
        "|Appeals lodged|0|No appeals were lodged in the quarter. Both appeals from 2018 are still being considered.",
      })
  void whatATextDeniesItDoesNotTakeForGranted(
      String code, String measure, double now, String text) {
    assertThat(alone(measure, now, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|10 days were lost, two fewer than the same quarter last year and 15 fewer than last quarter.",
        "V02|10 days were lost, three fewer than the same quarter last year and 15 fewer than last quarter.",
        "V02|10 days were lost, two fewer than the same quarter last year and 18 fewer than last quarter.",
      })
  void twoChangesOfOneValueAreEachRecounted(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("KPI", "Measure", "2020/21 Q3", "2021/22 Q2", "2021/22 Q3", "Commentary")
                    .row("1.1", "Sickness days", 12, 25, 10, text)
                    .row("1.2", "Letters opened", 7, 9, 8, "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Burglaries are up on last year.",
        "V02|Burglaries are down on last year.",
        "|Burglaries are up year on year: 949 now, 933 then.",
        "V02|Burglaries are down year on year: 949 now, 933 then.",
        "|949 burglaries were recorded, 16 (2%) more than twelve months ago.",
        "V03|949 burglaries were recorded, 16 (5%) more than twelve months ago.",
        "|949 burglaries were recorded, 16 or 2% over the 2020/21 Q3 figure of 933.",
        "V02|949 burglaries were recorded, 61 or 2% over the 2020/21 Q3 figure of 933.",
      })
  void lastYearIsTheSameQuarterOfIt(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row("KPI", "Measure", "2020/21 Q3", "2021/22 Q2", "2021/22 Q3", "Commentary")
                    .row("1.1", "Burglaries recorded", 933, 960, 949, text)
                    .row("1.2", "Letters opened", 7, 9, 8, "")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Invitations have risen two quarters running.",
        "V36|Invitations have risen four quarters running.",
        "|Invitations have risen for the second quarter in a row.",
        "V36|Invitations have fallen for the second quarter in a row.",
        "|The total has now gone up for the 2nd quarter running.",
        "V36|The total has now gone up for the 5th quarter running.",
        "|This is the second consecutive quarterly rise.",
        "V36|This is the fourth consecutive quarterly rise.",
        "|Invitations have risen every quarter since 2021/22 Q1.",
        "V36|Invitations have risen every quarter since 2020/21 Q4.",
        "|Invitations have risen in each of the last two quarters.",
        "V36|Invitations have risen in each of the last four quarters.",
        "V13|The Commissioner accepted 104 invitations, the fewest of the four quarters shown.",
        "|104 invitations came in. The last four quarters come to 405.",
        "V04|104 invitations came in. The last four quarters come to 450.",
        "|104 invitations came in. Over the last three quarters 283 were received.",
        "V04|104 invitations came in. Over the last three quarters 238 were received.",
        "|104 invitations came in. This brings the number so far this year to 283.",
        "V44|104 invitations came in. So far this year 273 invitations have been received.",
        "|104 invitations came in. The target for the last three quarters was 270.",
        "|104 invitations came in, the highest number in three quarters.",
        "V13|104 invitations came in, the highest of the four quarters shown.",
        "V13|104 invitations came in. This is the lowest quarterly figure since 2021/22 Q1.",
        "|104 invitations came in. This is the highest quarterly figure since 2020/21 Q4.",
        "|This is the highest figure of the year so far.",
        "V13|This is the lowest figure of the year so far.",
        "|This is one of the lowest figures of the year so far.",
        "|In quarter one invitations were the lowest of the four quarters shown.",
        "|Invitations from schools were the lowest of the four quarters shown.",
        "|Invitations from schools have fallen for the fourth quarter in a row.",
        "|Invitations have risen for eight quarters in a row up to 2021/22 Q4.",
      })
  void risesInARowOfQuartersAreRecounted(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row(
                        "Measure",
                        "2020/21 Q4",
                        "2021/22 Q1",
                        "2021/22 Q2",
                        "2021/22 Q3",
                        "Commentary")
                    .row("Invitations received", 122, 88, 91, 104, text)
                    .row("Letters opened", 7, 9, 8, 9, "")))
        .filteredOn(place -> place.startsWith("V"))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!F2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|The number of volunteers has come down three months in a row.",
        "V36|The number of volunteers has come down five months in a row.",
        "|Volunteers fell for the third month in a row in December.",
        "V36|Volunteers fell for the sixth month in a row in December.",
        "|Volunteers have fallen every month since September 2021.",
        "V36|Volunteers have risen every month since September 2021.",
        "|It was the third monthly fall in a row.",
        "V36|It was the fifth monthly fall in a row.",
      })
  void risesInARowOfMonthsAreRecounted(String code, String text) {
    assertThat(
            Checked.places(
                sheet("Report")
                    .row(
                        "Measure",
                        "Aug-21",
                        "Sep-21",
                        "Oct-21",
                        "Nov-21",
                        "Dec-21",
                        "Unit",
                        "Commentary")
                    .row("Volunteers known", 580, 589, 571, 562, 548, "count", text)
                    .row("Letters opened", 7, 9, 8, 8, 7, "count", "")))
        .filteredOn(place -> place.startsWith("V"))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!H2"));
  }

  private static List<String> monthly(String text) {
    return Checked.places(
        sheet("Report")
            .row("Measure", "Aug-21", "Sep-21", "Oct-21", "Nov-21", "Dec-21", "Unit", "Commentary")
            .row("Volunteers known", 580, 589, 651, 702, 598, "count", text)
            .row("Letters opened", 7, 9, 8, 8, 7, "count", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One member of staff is receiving treatment for cancer.",
        "A member of the commissioning team has been signed off with stress.",
        "One colleague is awaiting surgery.",
        "One member of staff was off for ten of these days after an operation.",
        "Two staff are recovering from a planned operation.",
        "One of the managers has been diagnosed with a long-term condition.",
        "Two volunteers stood down after a bereavement.",
      })
  void aTextThatTellsOfFewPeopleIsHeldBack(String text) {
    assertThat(alone("Sick days taken", 14, "14 days were lost. " + text))
        .containsExactly("V55 Report!D2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One of the managers has left the office.",
        "Six staff are trained in mental health first aid.",
        "One report on maternity services was sent to the board.",
        "Three volunteers joined the scheme.",
        "Two volunteers watched a police operation.",
        "Stress is the most common reason nationally.",
      })
  void aTextThatTellsNothingOfAnybodyIsNot(String text) {
    assertThat(alone("Sick days taken", 14, "14 days were lost. " + text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V30|95 days were taken. Staff are carrying two vacancies this quarter.",
        "|95 days were taken. Two vacancies will be advertised in October.",
        "|95 days were taken. In quarter one there were two vacancies.",
        "|95 days were taken. Two posts were filled.",
      })
  void aZeroIsNotContradictedInAnotherRow(String code, String text) {
    List<String> found =
        Checked.places(
            sheet("Report")
                .row("KPI", "Measure", "Performance 2019/20 Q2", "Commentary")
                .row("1.5", "Leave days taken", 95, text)
                .row("1.8", "Vacancies", 0, "No post was vacant."));

    assertThat(found).isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V31|FOI requests received|12|11 of the 12 (92%) were answered within 20 working days. All requests were answered within 20 working days.",
        "|FOI requests received|12|12 of the 12 were answered within 20 working days. All requests were answered within 20 working days.",
        "|FOI requests received|12|11 of the 12 were answered within 10 working days. All requests were answered within 20 working days.",
        "V30|Vacancies|0|Two posts are vacant and are being advertised.",
        "|Vacancies|0|Two posts were filled and none is vacant.",
        "V04|Grants awarded|24|24 grants were awarded in quarter two: 10 to charities, 9 to schools and 6 to councils.",
        "|Grants awarded|24|24 grants were awarded in quarter two: 10 to charities, 8 to schools and 6 to councils.",
        "V04|Events attended|20|The office took part in 20 events in quarter two; 14 were online and 8 in person.",
        "|Events attended|20|The office took part in 20 events in quarter two; 14 were online and 6 in person.",
        "V04|Leave days taken|152|152 days of leave were taken. In July 41 days were taken, in August 48 and in September 73.",
        "|Leave days taken|152|152 days of leave were taken. In July 41 days were taken, in August 38 and in September 73.",
        "V01|Visits made|39|39 visits were made against 40 planned (95%).",
        "|Visits made|39|39 visits were made against 40 planned (98%).",
        "V13|Emails received|1134|1,134 emails were received. The total of 1,143 emails includes those sent on.",
        "|Emails received|1134|1,134 emails were received. The total of 1,134 emails includes those sent on.",
      })
  void aTextAgreesWithItselfAndItsRow(String code, String measure, double now, String text) {
    assertThat(alone(measure, now, text))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!D2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V42|Posts reached 18,444 users. This is a total reach of 41,582 users in the two quarters.",
        "|Posts reached 18,444 users, compared with 23,138 in quarter two.",
      })
  void usersReachedAreNotAddedInWords(String code, String text) {
    assertThat(Checked.places(beside("Facebook reach", 23138, 18444, text)))
        .isEqualTo(code == null ? List.of() : List.of(code + " Report!E2"));
  }

  @Test
  void aTextThatTellsOfOnePersonsHealthIsHeldBack() {
    assertThat(alone("Sick days taken", 14, "14 days were lost. One employee is on sick leave."))
        .containsExactly("V55 Report!D2");
    assertThat(alone("Sick days taken", 14, "14 days were lost. One report was sent to the board."))
        .isEmpty();
  }

  @Test
  void lookingThroughMuchEndsWhenItIsGivenUp() {
    Snapshot snapshot =
        beside("Website views", 23138, 18444, "")
            .with(
                sheet("Highlights").row("Website views fell."),
                sheet("Adjustments")
                    .row("Measure", "Month", "Kind", "Reason")
                    .row("Website views", "Apr-20", "Note", "Closed"));
    KpiBook book = KpiReader.read(snapshot, Map.of());
    Subject subject =
        Subject.of(snapshot, book, Judge.review(book).orElseThrow(), LastReport.none());

    for (Check check :
        List.of(
            new HighlightsInWords(),
            new CauseAndDates(),
            new MergedFigures(),
            new Dates(),
            new PeriodLabels(),
            new OneSpelling(),
            new WindowLabel())) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(CancellationException.class)
          .as(check.rule().code())
          .isThrownBy(() -> check.look(subject, finding -> {}));
      assertThat(Thread.interrupted()).isTrue();
    }
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Website views: 18,444 in 2021/22 Q3, down 20% on the previous quarter.",
        "V14|Website views: 18,444 in 2021/22 Q3, down 12% on the previous quarter.",
        "V14|Website views were 18,484 in 2021/22 Q3.",
        "V14|Website views rose by 4,694 on the previous quarter.",
        "|Views of the plan fell by 12% because of the election.",
        "V14|Letters opened rose to 19.",
        "|Letters opened rose to 9.",
        "|Letters opened rose by two. Website views fell by 4,694.",
      })
  void aHighlightSaysWhatTheTableSays(String code, String text) {
    assertThat(
            Checked.places(
                beside("Website views", 23138, 18444, ""), sheet("Key highlights").row(text)))
        .isEqualTo(code == null ? List.of() : List.of(code + " Key highlights!A1"));
  }

  @ParameterizedTest
  @CsvSource({",459", "V14,495"})
  void aHighlightNamesAMeasureWithoutItsVerb(String code, int figure) {
    Sketch report =
        sheet("Report")
            .row("KPI", "Measure", "2021/22 Q2", "2021/22 Q3")
            .row("1.1", "Correspondence received", 410, 459)
            .row("1.2", "Correspondence answered late", 12, 9);

    assertThat(
            Checked.places(
                report, sheet("Highlights").row("Correspondence rose to " + figure + ".")))
        .isEqualTo(code == null ? List.of() : List.of(code + " Highlights!A1"));
  }
}
