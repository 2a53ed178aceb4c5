package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule")
            .row(measure, unit, unit.equals("Percentage") ? "Mean" : "Sum")
            .row("Letters opened", "Count", "Sum");
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
        "The office employs 17 people; 62% are women.",
        "Based on a headcount of 17, 62% of staff are women.",
        "62% of staff are women (17 in post).",
        "62% of staff are women, out of a headcount of 17.",
        "With 17 people in the team, 62% are women.",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "101 calls abandoned|6.3|5.9|94.1% of calls were abandoned.",
        "101 calls abandoned|6.3|5.9|94.1% of 101 calls were abandoned, compared with 6.3% in quarter one.",
        "101 calls abandoned|6.3|5.9|The abandonment rate was 94.1%, an improvement on the 6.3% of quarter one.",
        "101 calls abandoned|6.3|5.9|94.1% of callers gave up before they were answered.",
        "101 calls abandoned|6.3|5.9|94% of calls were abandoned this quarter.",
        "101 calls abandoned|6.3|5.9|Abandonment stood at 94.1% this quarter.",
        "101 calls abandoned|6.3|5.9|At 94.1%, abandonment was lower than in quarter one.",
        "101 calls abandoned|6.3|5.9|5.9% of calls were abandoned, compared with 93.7% in quarter one.",
        "101 calls abandoned|6.3|5.9|5.9% of calls were abandoned, down from 93.7%.",
        "101 calls abandoned|6.3|5.9|The rate fell from 93.7% to 94.1%.",
        "Letters answered on time|92|94|6% of letters were answered on time, up from 92%.",
        "Letters answered on time|92|94|In the quarter 6% of all letters were answered on time.",
        "Visits made of those scheduled|88|91|Only 9% of the visits scheduled were made.",
        "Satisfaction|81|84|16% of victims were satisfied, compared with 81% in quarter one.",
        "Satisfaction|81|84|Satisfaction was 16%.",
        "Satisfaction|81|84|16% were satisfied with the service they had.",
        "999 abandonment rate|0.7|0.4|99.6% of callers gave up before an answer, 0.3 percentage points lower than in the previous quarter.",
        "101 abandonment rate|6.8|5.9|94.1% of 101 calls were abandoned, 0.9 percentage points lower than in the previous quarter (6.8%).",
        "101 calls abandoned|6.8|5.9|94.1% of callers hung up.",
        "101 calls abandoned|6.8|5.9|94.1% of calls were lost before they were answered.",
        "101 calls abandoned|6.8|5.9|94.1% of callers did not wait for an answer.",
        "101 calls abandoned|6.8|5.9|94.1% of callers rang off without an answer.",
      })
  void theRestOfAHundredIsFound(String measure, double before, double now, String text) {
    assertThat(found(CheckRule.OPPOSITE, measure, "Percentage", before, now, text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "101 calls abandoned|6.3|5.9|94.1% of calls were answered.",
        "101 calls abandoned|6.3|5.9|94.1% of calls were not abandoned.",
        "101 calls abandoned|6.3|5.9|The other 94.1% were answered.",
        "101 calls abandoned|6.3|5.9|5.9% of calls were abandoned and 94.1% answered.",
        "101 calls abandoned|6.3|5.9|5.9% of calls were abandoned, so that 94.1% got through, compared with 93.7% in quarter one.",
        "101 calls abandoned|6.3|5.9|94.1% of the calls abandoned were ended within a minute.",
        "101 calls abandoned|6.3|5.9|At one site 94.1% of calls were abandoned.",
        "Letters answered on time|92|94|6% of letters were answered late.",
        "Letters answered on time|92|94|6% of letters were not answered on time.",
        "Letters answered on time|92|94|Only 6% of letters missed the limit.",
        "Letters answered on time|92|94|6% were late.",
        "Letters answered on time|92|94|94% were answered on time, compared with 92%. 8% were late then.",
        "Satisfaction|81|84|16% of victims were dissatisfied.",
        "Satisfaction|81|84|16% were not satisfied or had no view.",
        "Satisfaction|81|84|Satisfaction rose by 16% among women.",
        "Satisfaction|81|84|84% were satisfied, 19% were not in quarter one.",
        "Satisfaction|81|84|19% of those asked in quarter one were unhappy.",
        "Complaints timeliness|80|76|Delays affected 24% of complaints.",
        "Confidence in police|70|68|32% of people lacked confidence.",
        "Confidence in police|70|68|Confidence is lower among victims, at 32%.",
        "Repeat callers|70|68|A further 32% called once.",
        "Calls answered in ten seconds|90|91|The remaining calls, 9%, were answered in twenty seconds.",
        "Cases charged|30|28|72% of cases were finalised with another outcome.",
        "Staff who are women|55|61|39% are men.",
        "Staff who are women|55|61|Men are 39% of the staff, women 61%.",
        "101 abandonment rate|6.8|5.9|94.1% of calls were not lost.",
        "101 abandonment rate|6.8|5.9|94.1% of callers did not hang up.",
        "101 calls abandoned|6.8|5.9|94.1% of callers waited for an answer.",
        "101 calls abandoned|6.8|5.9|5.9% of callers gave up. 94.1% were answered before they rang off.",
      })
  void theRestOfAHundredUnderItsOwnNameIsSilent(
      String measure, double before, double now, String text) {
    assertThat(found(CheckRule.OPPOSITE, measure, "Percentage", before, now, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Calendar days lost to sickness|Days|88|1240|1,240 calendar days were lost by the 12 staff.",
        "Calendar days lost to sickness|Days|88|1240|1,240 days were lost to sickness by our 12 permanent staff.",
        "Calendar days lost to sickness|Days|88|117|117 calendar days were lost by one person.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost, all by one member of staff.",
        "Calendar days lost to sickness|Days|88|117|There was one incidence of sickness of 117 calendar days.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost through one spell of sickness.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost. This was one person.",
        "Calendar days lost to sickness|Days|88|117|The days were all lost by one person.",
        "Calendar days lost to sickness|Days|88|640|Six people lost 640 days between them.",
        "Calendar days lost to sickness|Days|88|640|640 days were lost by six people.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost to sickness by a single employee.",
        "Calendar days lost to sickness|Days|88|117|One person was absent for 117 days.",
        "Calendar days lost to sickness|Days|88|117|One employee was off sick for 117 calendar days in the quarter.",
        "Calendar days lost to sickness|Days|88|190|Two people lost 95 days each.",
        "Calendar days lost to sickness|Days|88|117|117 calendar days were lost, which relates to one person.",
        "Calendar days lost to sickness|Days|88|117|117 calendar days were lost and this is due to one employee being absent.",
        "Calendar days lost to sickness|Days|88|117|Only one person was ill this quarter. 117 days were lost.",
        "Calendar days lost to sickness|Days|88|1240|1,240 days were lost. The office has 12 staff.",
        "Calendar days lost to sickness|Days|88|9|14 spells of sickness took up 9 calendar days.",
        "Calendar days lost to sickness|Days|88|9|9 calendar days were lost over 14 spells.",
        "Calendar days lost to sickness|Days|88|9|There were 14 spells of sickness.",
        "Volunteer hours|Hours|88|2300|2,300 hours were given by one volunteer.",
        "Volunteer hours|Hours|88|4600|Two volunteers gave 4,600 hours.",
        "Volunteer hours|Hours|88|4600|4,600 hours were given across the two volunteers.",
        "Calendar days lost to sickness|Days|1187|1240|1,240 calendar days were lost by the 12 staff, 53 more than in the previous quarter (1,187).",
        "Calendar days lost to sickness|Days|1187|1240|The 12 staff lost 1,240 calendar days, up from 1,187 in the previous quarter.",
        "Calendar days lost to sickness|Days|1187|1240|1,240 calendar days (53 more than in quarter one) were lost by the 12 staff.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost to sickness by one person in a single spell, 21 days more than in quarter one (87 days).",
        "Calendar days lost to sickness|Days|87|108|108 days were lost, 21 more than in quarter one. All of these fell to one person.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost, 21 more than in quarter one. One person accounted for them all.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost. They belong to a single long-term absence.",
        "Calendar days lost to sickness|Days|87|108|The 20 staff lost 108 days. One absence alone took up 117 days in the quarter.",
        "Volunteer hours|Hours|2100|2300|2,300 hours were given, 200 more than in quarter one. All of these belong to one volunteer.",
      })
  void moreDaysThanThePeopleHaveAreFound(
      String measure, String unit, double before, double now, String text) {
    assertThat(found(CheckRule.PHYSICALLY_POSSIBLE, measure, unit, before, now, text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Calendar days lost to sickness|Days|88|1100|1,100 calendar days were lost by the 12 staff.",
        "Calendar days lost to sickness|Days|88|92|92 calendar days were lost by one person.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost, 30 of them by one person.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost, mostly by one person.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost. One person was absent for 88 days.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost. 80 days were one person on long-term leave.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost, up by 29. The rise was caused by one person.",
        "Calendar days lost to sickness|Days|88|117|Over the year 240 days were lost by one person.",
        "Calendar days lost to sickness|Days|88|117|One person has been off for 117 days since May.",
        "Calendar days lost to sickness|Days|88|9|9 calendar days were lost in 7 spells of sickness.",
        "Working days lost to sickness|Days|88|9|14 spells of sickness took up 9 working days.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost. This includes one person on maternity leave.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost over the 92 days by the 18 staff.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost by more than one person.",
        "Calendar days lost to sickness|Days|88|117|Half of the 117 days were lost by one person.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost. The longest absence relates to one person.",
        "Calendar days lost to sickness|Days|88|117|117 days were lost by three people, one of them for 85 days.",
        "Volunteer hours|Hours|88|2300|2,300 hours were given by 41 volunteers.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost by two people, 21 more than in quarter one (87).",
        "Calendar days lost to sickness|Days|87|108|108 days were lost, 21 more than in quarter one. One person was absent for the whole of the quarter.",
        "Calendar days lost to sickness|Days|87|108|Sickness rose by 21 days to 108 days because of one person on long-term leave.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost, the rise being due to one person who was off for all of it.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost. One absence alone took up 64 days.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost. One spell of sickness of 117 days ended in July.",
        "Calendar days lost to sickness|Days|87|108|108 days were lost. One long-term absence accounts for most of them.",
        "Volunteer hours|Hours|88|23|23 hours were given by one volunteer.",
        "Annual leave taken|Days|88|95|95 days were taken by the 18 staff, which leaves 120 days to one person.",
      })
  void daysThatThePeopleHaveAreSilent(
      String measure, String unit, double before, double now, String text) {
    assertThat(found(CheckRule.PHYSICALLY_POSSIBLE, measure, unit, before, now, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Volunteer hours|Hours|88|54|27 visits were each made by two volunteers and lasted two hours on average.",
        "Volunteer hours|Hours|88|54|27 visits took place. Each was made by two volunteers and lasted two hours on average.",
        "Volunteer hours|Hours|88|102.5|41 visits by two volunteers with an average visit of 45 minutes including travel.",
        "Volunteer hours|Hours|88|102.5|There were 41 visits by two volunteers, with an average length of 45 minutes including travel.",
        "ICV volunteered hours|Hours|88|54|Two volunteers made each of the 27 visits, which lasted two hours on average.",
        "ICV volunteered hours|Hours|88|54|27 visits were made by pairs of volunteers. The average visit took two hours with travel.",
        "ICV volunteered hours|Hours|88|54|Our volunteers made 27 visits in pairs, each of about two hours.",
        "ICV volunteered hours|Hours|88|102.5|Volunteers made 41 visits. Each took two people 45 minutes on average.",
        "Volunteer hours|Hours|80|96|Each of the 36 visits was made by two visitors and took 120 minutes on average, including travel.",
        "Volunteer hours|Hours|80|96|Every one of the 36 visits was made by a pair and lasted 120 minutes.",
        "Volunteer hours|Hours|80|96|96 hours were given (36 visits of 120 minutes, each by two volunteers).",
        "Volunteer hours|Hours|80|96|36 visits were made, each by two visitors and of 120 minutes.",
        "Volunteer hours|Hours|80|105|Volunteers gave 105 hours: 35 visits, each by two volunteers and of 60 minutes.",
        "Volunteer hours|Hours|80|105|Volunteers gave 105 hours in 35 visits, each of 60 minutes and by two volunteers.",
        "Overtime hours|Hours|200|312|An average of 17 hours was worked by each of the 26 officers.",
        "Overtime hours|Hours|200|312|On average each of the 26 officers worked 17 hours.",
        "Fines issued|Pounds|4000|7200|The average fine was £120 (72 fines).",
        "Engagement hours|Hours|88|83.7|The average event lasted 7.2 hours, and there were 31 of them.",
        "Engagement hours|Hours|88|83.7|Across 31 events this averages 7.2 hours.",
        "Volunteer hours|Hours|88|102.5|102.5 hours were given: 41 visits were made in pairs and took 45 minutes on average.",
        "Engagement hours|Hours|88|83.7|This is an average of 7.2 hours for each of the 31 events.",
        "Engagement hours|Hours|88|83.7|83.7 hours were spent, an average of 7.2 hours for each of the 31 events.",
        "Engagement hours|Hours|88|83.7|83.7 hours were spent, or an average of 7.2 hours across the 31 events.",
        "Engagement hours|Hours|88|83.7|The 31 events lasted 7.2 hours on average.",
        "Engagement hours|Hours|88|83.7|31 events were held, averaging 7.2 hours each.",
        "Engagement hours|Hours|88|83.7|31 events were held, each lasting 7.2 hours.",
        "Engagement hours|Hours|88|83.7|31 events were held at an average of 7.2 hours each.",
        "Engagement hours|Hours|88|83.7|31 events were held. On average they lasted 7.2 hours.",
        "Engagement hours|Hours|88|83.7|83.7 hours were spent over 31 events, an average of 7.2 hours.",
        "Engagement hours|Hours|88|83.7|The 31 events took 83.7 hours, an average of 7.2 hours each.",
        "Visit hours|Hours|88|140.6|With 33 visits made, this works out at 3.1 hours a visit.",
        "Visit hours|Hours|88|140.6|140.6 hours were spent on visits. With 33 visits made this is 3.1 hours per visit.",
        "Visit hours|Hours|88|140.6|33 visits were made, which is 3.1 hours a visit.",
        "Grants paid|Pounds|200000|321744|The average for each of the 64 grants was £3,621.",
        "Grants paid|Pounds|200000|321744|64 grants were made, with an average of £3,621.",
        "Grants paid|Pounds|200000|321744|The average across the 64 awards was £3,621.",
        "Grants paid|Pounds|200000|321744|64 grants were made at an average of £3,621 each.",
        "People met|Count|200|372|An average of 21 people at each of the 31 events.",
        "People met|Count|200|372|372 people were met at 31 events, an average of 21 at each.",
      })
  void aTotalThatNumberAndAverageDoNotGiveIsFound(
      String measure, String unit, double before, double now, String text) {
    assertThat(found(CheckRule.RELATED_MEASURES, measure, unit, before, now, text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Volunteer hours|Hours|88|108|27 visits were each made by two volunteers and lasted two hours on average.",
        "Volunteer hours|Hours|88|54|27 visits were made, lasting two hours on average.",
        "Volunteer hours|Hours|88|54|27 visits were made, lasting an hour on average.",
        "Volunteer hours|Hours|88|54|27 visits took 54 hours of two volunteers, an average of an hour each.",
        "Volunteer hours|Hours|88|54|27 visits by two volunteers took 54 hours, an average of 60 minutes.",
        "Volunteer hours|Hours|88|102.5|41 visits by two volunteers with an average visit of 75 minutes including travel.",
        "Volunteer hours|Hours|88|102.5|41 visits by two volunteers lasted 45 minutes on average, with 30 minutes of travel.",
        "Volunteer hours|Hours|88|102.5|41 visits by at least two volunteers with an average visit of 45 minutes.",
        "Volunteer hours|Hours|88|102.5|Five visits were made by two volunteers and lasted two hours on average. 41 visits were made.",
        "Volunteer hours|Hours|88|102.5|The five visits to the new suite lasted two hours on average.",
        "Engagement hours|Hours|88|83.7|This is an average of 2.7 hours for each of the 31 events.",
        "Engagement hours|Hours|88|83.7|This is about 2.5 hours for each of the 31 events.",
        "Engagement hours|Hours|88|83.7|Two of the 31 events lasted seven hours on average.",
        "Engagement hours|Hours|88|83.7|83.7 hours were spent, an average of 27.9 hours a month over 31 events.",
        "Engagement hours|Hours|88|83.7|In quarter one 24 events took 7.2 hours on average.",
        "Engagement hours|Hours|88|83.7|31 events at 2.7 hours each, compared with 24 at 3.7 hours each in quarter one.",
        "Engagement hours|Hours|88|83.7|The three largest events took 7.2 hours on average.",
        "Engagement hours|Hours|88|83.7|An average of 42 people attended each of the 31 events.",
        "Engagement hours|Hours|88|83.7|31 events took place, each needing 3 hours to prepare.",
        "Engagement hours|Hours|88|83.7|31 events of between one and seven hours each.",
        "Engagement hours|Hours|88|83.7|Eight other events lasted two hours each.",
        "Engagement hours|Hours|88|83.7|83.7 hours were spent; 8 events at two hours each were online.",
        "Engagement hours|Hours|88|83.7|There were 8 surgeries of two hours each.",
        "Engagement hours|Hours|88|83.7|Eight surgeries were held, each lasting two hours.",
        "Engagement hours|Hours|88|83.7|Eight surgeries are planned, each lasting 12 hours.",
        "Overtime hours|Hours|200|312|On average each of the 26 officers worked 12 hours.",
        "Fines issued|Pounds|4000|7200|The average fine was £100 (72 fines).",
        "Grants paid|Pounds|200000|231744|90 applications came in with an average bid of £5,100.",
        "Grants paid|Pounds|200000|231744|Of 90 applications, averaging £5,100, 64 were successful.",
        "Grants paid|Pounds|200000|231744|Two projects received £50,000 each.",
        "Grants paid|Pounds|200000|231744|The average for each of the 64 grants was £3,621.",
        "Grants paid|Pounds|200000|231744|64 grants were made, of which 12 were of £500 each.",
        "Visits made|Count|24|27|27 visits were made to 9 suites, an average of 3 each.",
        "Visits made|Count|24|27|27 visits were made and lasted two hours on average.",
        "Visits made|Count|24|27|27 visits were made by 9 volunteers, an average of three each.",
        "People met|Count|200|372|An average of 12 people at each of the 31 events.",
        "People met|Count|200|372|372 people were met at 31 events, an average of 12 at each.",
        "Events held|Count|24|31|31 events were held, with an average of 12 people at each.",
        "Letters received|Count|24|31|31 letters took 12 days on average, against a target of 10.",
        "Volunteer hours|Hours|80|96|Each of the 36 visits was made by two visitors and took 80 minutes on average, including travel.",
        "Volunteer hours|Hours|80|96|Every one of the 36 visits was made by a pair and lasted 80 minutes.",
        "Volunteer hours|Hours|80|96|96 hours were given (36 visits of 80 minutes, each by two volunteers).",
        "Volunteer hours|Hours|80|105|Volunteers gave 105 hours: 35 visits, each by two volunteers and of 90 minutes.",
        "Volunteer hours|Hours|80|96|96 hours were given. Each visit was made by two volunteers and took 80 minutes on average.",
      })
  void aTotalThatNumberAndAverageMayGiveIsSilent(
      String measure, String unit, double before, double now, String text) {
    assertThat(found(CheckRule.RELATED_MEASURES, measure, unit, before, now, text)).isEmpty();
  }

  /** 18 staff times 92 days are 1,656 days; 117 of them are 7.1%. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Over the 18 staff this is 9.8% of the 1,656 calendar days.",
        "117 days were lost, 9.8% of the 1,656 calendar days available.",
        "117 days were lost by the 18 staff. Over the 92 days of the quarter this is 9.8% of the days available.",
        "117 days were lost. With 18 staff and 92 days in the quarter this is 9.8% of all calendar days.",
        "117 days were lost over the 18 staff, which is 9.8% of all calendar days.",
        "117 days were lost, which over 18 staff and 92 days is 9.8% of the days available.",
        "117 days were lost. The headcount is 18 and the quarter has 92 days, so the absence rate is 9.8%.",
        "117 days were lost, or 9.8% of the total of 1,656 days.",
        "Of the 1,656 calendar days available, this is 9.8%.",
        "With 18 staff and 92 days the rate is 9.8%.",
        "117 days out of a possible 1,656 is 9.8%.",
        "117 of the 1,656 days available were lost (9.8%).",
        "117 days were lost across our 18 staff, an absence rate of 9.8%.",
      })
  void aRateThatStaffAndDaysDoNotGiveIsFound(String text) {
    assertThat(
            found(CheckRule.RATE_OF_BASE, "Calendar days lost to sickness", "Days", 88, 117, text))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Over the 18 staff this is 7.1% of the 1,656 calendar days.",
        "117 days were lost, 7.1% of the 1,656 calendar days available.",
        "117 days were lost by the 18 staff. Over the 92 days of the quarter this is 7.1% of the days available.",
        "117 days were lost. With 18 staff this is 9.8% of the working days available.",
        "117 days were lost by three people, which is 9.8% of all calendar days.",
        "117 days were lost, which is 9.8% of all calendar days.",
        "117 days were lost across three employees, which is 9.8% of all calendar days.",
        "117 days were lost by three employees, which is 9.8% of all calendar days.",
        "117 days were lost over the 13 staff, which is 9.8% of all calendar days.",
        "117 days were lost over the 13 staff, of 18 staff in post, which is 9.8% of all calendar days.",
        "117 days were lost over the 18 staff, 32% more than the 88 days of quarter one.",
        "29.9% of the 117 days were lost by one person.",
        "117 days were lost by the 18 staff. In quarter one it was 5.5% of all calendar days.",
        "About 9.8% of all calendar days were lost by the 18 staff.",
        "Over the year this is 9.8% of the days available to the 18 staff.",
        "117 days were lost by the 18 staff, 75% of the days lost were long-term.",
      })
  void aRateThatStaffAndDaysMayGiveIsSilent(String text) {
    assertThat(
            found(CheckRule.RATE_OF_BASE, "Calendar days lost to sickness", "Days", 88, 117, text))
        .isEmpty();
  }

  /** Only where the number is that of the row of visits are these visits all. */
  @ParameterizedTest
  @CsvSource({"31, 1", "40, 0"})
  void aNumberThatARowOfItsOwnHasIsOfAll(int visits, int times) {
    Sketch report =
        sheet("Report")
            .row("KPI", "Measure", "2021/22 Q1", "2021/22 Q2", "Commentary")
            .row("1.1", "Visits made", 30, visits, "")
            .row("1.2", "Hours at suites", 80, 83.7, "31 visits were made, each of 72 minutes.");
    Sketch meanings =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule")
            .row("Visits made", "Count", "Sum")
            .row("Hours at suites", "Hours", "Sum");

    assertThat(Checked.of(CheckRule.RELATED_MEASURES, report, meanings)).hasSize(times);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "83.7 hours were spent on engagement, an average of 3.2 hours an event.",
        "83.7 hours were spent on engagement, or 3.2 hours an event on average.",
        "83.7 hours were spent. The average event lasted 3.2 hours.",
        "83.7 hours were spent, 3.2 hours per event.",
        "83.7 hours were spent, 3.7 more than in quarter one, an average of 3.2 hours an event.",
      })
  void anAverageGoesWithTheRowThatCountsItsThings(String text) {
    assertThat(ofEvents("Engagement events held", text)).hasSize(1);
    assertThat(ofEvents("Engagement events held", text.replace("3.2", "2.7"))).isEmpty();
    // Who knows whether those are the events.
    assertThat(ofEvents("Events at which the police spoke", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "83.7 hours were spent on engagement, an average of 3.2 hours an event. 31 events were held.",
        "31 events were held. 83.7 hours were spent on them. The average was 3.2 hours an event.",
      })
  void anAverageGoesWithTheNumberInAnotherSentence(String text) {
    assertThat(ofEvents("Letters sent", text)).hasSize(1);
    assertThat(ofEvents("Letters sent", text.replace("3.2", "2.7"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "83.7 hours were spent. 26 events were held in schools, an average of 3.2 hours an event.",
        "83.7 hours were spent, an average of 3.2 hours an event. 26 events were held in person and 5 online.",
        "83.7 hours were spent. In quarter one the average was 3.2 hours an event.",
        "83.7 hours were spent, an average of 3.2 hours a week. 31 events were held.",
        "83.7 hours were spent. The longest event took 3.2 hours. 31 events were held.",
      })
  void anAverageOfOtherThingsIsSilent(String text) {
    assertThat(ofEvents("Letters sent", text)).isEmpty();
  }

  private static List<Finding> ofEvents(String beside, String text) {
    Sketch report =
        sheet("Report")
            .row("KPI", "Measure", "2021/22 Q1", "2021/22 Q2", "Commentary")
            .row("1.1", "Engagement hours", 80.0, 83.7, text)
            .row("1.2", beside, 27, 31, "");
    Sketch meanings =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule")
            .row("Engagement hours", "Hours", "Sum")
            .row(beside, "Count", "Sum");
    return Checked.of(CheckRule.RELATED_MEASURES, report, meanings);
  }

  @Test
  void theDaysAvailableAreNotThoseOfTheCalendarWhereWorkingDaysAreLost() {
    String text = "98 days were lost, equal to 8.7% of the available days across 17 staff.";

    assertThat(found(CheckRule.RATE_OF_BASE, "Working days lost", "Days", 44, 98, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9.8|117 days were lost by the 18 staff, 9.8% of the 1,656 calendar days.|1",
        "7.1|117 days were lost by the 18 staff, 7.1% of the 1,656 calendar days.|0",
      })
  void inTheRowOfARateTheDaysAreThoseOfTheText(double rate, String text, int times) {
    assertThat(
            found(CheckRule.RATE_OF_BASE, "Sickness absence rate", "Percentage", 5.5, rate, text))
        .hasSize(times);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "177 hours were held, within the cap of 225. Five people were over the personal limit of 15 hours.",
        "The total is under the 225 hour limit. Five members of staff are over their own limit.",
        "The balance is below the target of 225 hours, although five people exceed the 15-hour limit.",
        "At 177 hours the total is within the cap, but several people are over their personal limit.",
        "The total is below the cap. One person is over the individual limit of 15 hours.",
        "The total is below the cap. The personal limit of 15 hours was exceeded by five people.",
        "The total was within the cap of 225 hours. Five of the 15 staff exceeded the 15-hour rule.",
        "The balance is within the 225 hour cap. Three individuals hold more than their 15-hour limit.",
        "Below the 225 hour limit. Five members of staff have balances above the 15 hours allowed to each.",
        "Below the cap of 225. Five staff hold more than 15 hours, their personal limit.",
      })
  void peopleOverTheirOwnLimitUnderACapAreTold(String text) {
    assertThat(found(CheckRule.HIDDEN_BREACH, "Flexi hours", "Hours", 190, 177, text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "177 hours were held, within the cap of 225. Nobody was over the personal limit of 15 hours.",
        "177 hours were held, within the cap of 225. No one is over their own limit.",
        "177 hours were held, within the cap of 225, and none of the 15 staff was over the 15-hour limit.",
        "The total is above the cap of 150 hours. Five people were over the personal limit of 15 hours.",
        "The total is within the cap. Two people were over the limit in quarter one.",
        "The total is within the cap. Two people who were over their own limit have since come back within it.",
        "Five people were over the personal limit of 15 hours.",
        "177 hours, within the 225-hour cap. One person asked to go over their limit.",
        "177 hours, within the 225-hour cap. Five people are under their limit.",
        "The total is within the cap. 0 people were over the personal limit.",
        "The total is within the cap. All 15 staff were within their own limit.",
      })
  void whereNobodyIsOverNothingIsTold(String text) {
    assertThat(found(CheckRule.HIDDEN_BREACH, "Flexi hours", "Hours", 190, 177, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The monthly mean is 440, with control limits of 346 and 462.",
        "The mean is 440 and the control limits are 346 and 462.",
        "The mean of 440 has control limits of 346 to 462.",
        "The mean is 440 (control limits 346 and 462).",
        "The mean is 440 (LCL 346, UCL 462).",
        "The upper control limit is 462, the mean 440 and the lower control limit 346.",
        "The lower limit is 346, the mean is 440 and the upper limit is 462.",
        "Control limits of 346 and 462 around a mean of 440.",
        "The average is 440, with a lower control limit of 346 and an upper control limit of 462.",
        "The mean is 44.0, with control limits of 34.6 and 46.2.",
        "The mean is 440, with limits at 346 and 462.",
        "The limits are 346 and 462, with a mean of 440.",
        "The mean is 440 a month with control limits at 346 and 462.",
        "Control limits are 346 (lower) and 462 (upper), and the mean is 440.",
        "The monthly mean is 440 with an upper limit of 462 and a lower limit of 346.",
      })
  void aMeanThatIsNotMidwayIsFound(String text) {
    assertThat(found(CheckRule.SYMMETRIC_LIMITS, "Burglaries", "Count", 1290, 1302, text))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The monthly mean is 404, with control limits of 346 and 462.",
        "The mean is 404 (LCL 346, UCL 462).",
        "The mean is 4, with control limits of 0 and 11.",
        "The mean is 404.5, with control limits of 346 and 462.",
        "The mean is about 440, with control limits of 346 and 462.",
        "The quarter's average of 440 is within the control limits of 346 and 462.",
        "The average for the quarter was 440. The control limits are 346 and 462.",
        "The mean is 40.4%, with control limits of 34.6% and 46.2%.",
        "The mean is 94%, with limits of 85% and 100%.",
        "The mean moved from 440 to 404, with control limits of 346 and 462.",
        "The mean is 440. The limits were reset in April.",
        "The mean for the quarter was 434, against limits of 346 and 462.",
        "This quarter's monthly average was 434, with control limits of 346 and 462.",
        "The average is 434 a month this quarter and the limits are 346 and 462.",
        "The mean is 440, with 12 points above it and limits of 346 and 534.",
      })
  void aMeanThatIsMidwayOrBoundedIsSilent(String text) {
    assertThat(found(CheckRule.SYMMETRIC_LIMITS, "Burglaries", "Count", 1290, 1302, text))
        .isEmpty();
  }

  /** Quarter one has 310 and quarter two 402: 712 so far. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "402 emails came in. The total for the year is 612.",
        "402 emails came in, which brings the total for the year to 612.",
        "402 emails came in, bringing the year to date total to 812.",
        "402 emails came in. The year to date total is 812.",
        "402 emails came in. The annual total is 612.",
        "402 emails came in. So far this year 812 emails have been received.",
        "402 emails came in. In 2021/22 so far 812 emails have been received.",
        "402 emails came in. 812 emails have been received so far this year.",
        "612 emails were received in 2021/22 as a whole.",
        "Over the year 612 emails were received.",
        "402 emails came in, making 612 for the year to date.",
        "402 emails came in. The year's total so far is 612.",
        "402 emails came in. This takes the year to date to 612.",
        "402 emails came in. We have received 612 emails this year.",
        "402 emails came in. The year-to-date figure stands at 812.",
        "402 emails came in. Emails for the financial year so far come to 612.",
        "402 emails came in. That makes 612 so far in 2021/22.",
        "402 emails came in. The total for the year 2021/22 is 612.",
        "402 emails came in, making 612 since April.",
        "402 emails came in and 612 since 1 April.",
        "402 emails came in. The cumulative total since April is 812.",
        "402 emails came in (612 in the year to date).",
        "402 emails came in (year to date 612).",
        "402 emails came in. Year to date: 812.",
        "402 emails came in. The year so far has brought 612.",
        "402 emails came in. The four quarters of 2021/22 come to 612.",
        "402 emails came in, 612 in the year 2021/22.",
      })
  void aYearThatItsQuartersDoNotGiveIsFound(String text) {
    assertThat(found(CheckRule.YEAR_AND_QUARTERS, "Emails received", "Count", 310, 402, text))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "712 emails since April.",
        "712 emails have been received since 1 April.",
        "Since 1 April 712 emails have been received.",
        "Year to date the office has received 712 emails.",
        "For the year to 30 June the total was 1,180.",
        "For the year to 30 September 2021 the total was 1,180 emails.",
      })
  void aNumberOfMoreThanTheQuarterIsNotTheQuarters(String text) {
    assertThat(found(CheckRule.TABLE_AND_TEXT, "Emails received", "Count", 310, 402, text))
        .isEmpty();
  }

  @Test
  void theLongestOfThemIsNotTheTotal() {
    String text = "Nine absences accounted for the 108 days; the longest was of 41 days.";
    assertThat(found(CheckRule.TABLE_AND_TEXT, "Days lost to sickness", "Days", 87, 108, text))
        .isEmpty();
  }

  @Test
  void meanAndLimitsAreNoParts() {
    String text = "Limits: 350 and 510; mean 430.";
    assertThat(found(CheckRule.PARTS_ADD_UP, "Burglaries", "Count", 1302, 1310, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "420 emails were received, the most since April.",
        "The 420 emails of the quarter were the highest number since 2020.",
        "420 emails were received in the quarter. Since April the inbox has been shared.",
      })
  void aNumberBesideAnEarlierTimeIsTheQuarters(String text) {
    assertThat(found(CheckRule.TABLE_AND_TEXT, "Emails received", "Count", 310, 402, text))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "402 emails came in. The total for the year so far is 712.",
        "402 emails came in, which brings the total for the year to 712.",
        "402 emails came in. The year to date total is 712.",
        "402 emails came in. The annual total was 612 last year.",
        "402 emails came in, making 712 for the year to date.",
        "402 emails came in. This year 612 were answered on time.",
        "402 emails came in. Over the year 612 staff have been trained.",
        "402 emails came in. Since the start of the year 612 have been answered.",
        "402 emails came in. The target for the year is 612.",
        "402 emails came in. In the year to September 612 emails were received.",
        "402 emails came in. In 2020/21 612 emails were received.",
        "402 emails came in. We expect 612 for the year.",
        "402 emails came in. In the year 612 of them were about roads.",
        "402 emails came in this year against 612 last year.",
        "402 emails came in. In the last year 612 emails were received.",
        "402 emails came in. The year's average is 356 a quarter.",
        "402 emails came in. The busiest day of the year had 61 emails.",
        "402 emails came in. This year 25 emails were about one meeting.",
        "402 emails came in. Over the year emails rose by 92.",
        "402 emails came in. In 2020 a new inbox with 5 folders was opened.",
        "402 emails came in. So far this year 31 emails were escalated.",
        "402 emails came in. The total for the year is 1,500.",
        "402 emails came in (712 in the year to date).",
        "402 emails came in, 712 since April.",
        "402 emails came in. For the year to 30 June 2021 the total was 1,180.",
        "402 emails came in. The four quarters of 2020/21 came to 612.",
        "402 emails came in. In the last four quarters there were 612.",
        "402 emails came in. The four quarters together came to 612.",
        "402 emails came in. So far this year 612 people have written.",
        "402 emails came in. Of those received since April 612 were answered.",
        "402 emails came in. In the year to date, 612 of them were about roads.",
      })
  void aYearThatItsQuartersMayGiveIsSilent(String text) {
    assertThat(found(CheckRule.YEAR_AND_QUARTERS, "Emails received", "Count", 310, 402, text))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19 grants were awarded. Over the four quarters of 2020/21, 78 grants were awarded.",
        "19 grants were awarded. Across the four quarters of 2020/21 there were 78.",
        "19 grants were awarded. In all four quarters together 78 grants were awarded.",
        "19 grants were awarded. The four quarters together come to 78 grants.",
        "19 grants were awarded. 2020/21 ended with 78 grants in all.",
        "19 grants were awarded. Grants for the financial year come to 78.",
      })
  void allFourQuartersAreTheYear(String text) {
    assertThat(ofFour(text)).hasSize(1);
    assertThat(ofFour(text.replace("78", "74"))).isEmpty();
  }

  private static List<Finding> ofFour(String text) {
    Sketch report =
        sheet("Report")
            .row(
                "KPI",
                "Measure",
                "2020/21 Q1",
                "2020/21 Q2",
                "2020/21 Q3",
                "2020/21 Q4",
                "Commentary")
            .row("1.1", "Grants awarded", 15, 22, 18, 19, text)
            .row("1.2", "Letters opened", 7, 9, 6, 8, "");
    Sketch meanings =
        sheet("Measures")
            .row("Measure", "Unit", "Quarter rule")
            .row("Grants awarded", "Count", "Sum")
            .row("Letters opened", "Count", "Sum");
    return Checked.of(CheckRule.YEAR_AND_QUARTERS, report, meanings);
  }
}
