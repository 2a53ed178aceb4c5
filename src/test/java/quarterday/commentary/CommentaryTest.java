package quarterday.commentary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.ReportingPeriod;

class CommentaryTest {
  static List<Arguments> sentences() throws IOException {
    try (InputStream in = CommentaryTest.class.getResourceAsStream("sentences.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\\|", -1))
          .map(cells -> Arguments.of(cells[0], cells[1]))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void aSentenceIsReadAsItsClaims(String sentence, String claims) {
    assertThat(Described.of(sentence)).isEqualTo(claims);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1\u00a0515 emails were received|level 1515 emails",
        "\u201c1,515\u201d emails were received|level 1515 emails",
        "\u2022 1,515 emails\\n\u2022 96%|level 1515 emails; level 96%",
        "emails fell by 12 %|per cent change down 12%",
        "a \u2212 46 % change|per cent change down 46% change",
        "up 2 %age points|points change up 2pp",
        "~1,500 emails|level about 1500 emails",
        "twenty\u2011one volunteers|level 21 volunteers",
        "351 meetings were\\nheld in June 2020 AB|level 351 meetings @ June 2020",
        "Apr\u2013Jun 2020: 351 meetings|level 351 meetings @ Apr\u2013Jun 2020",
      })
  void dirtyTextIsReadAsCleanText(String text, String claims) {
    assertThat(Described.of(text.replace("\\n", "\n"))).isEqualTo(claims);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see KPI 1.4",
        "the 20th of June",
        "at 10:30",
        "at 9am",
        "reference 1234/20",
        "case 12345678",
        "split 55/45",
        "paragraph 7",
        "one of the reasons",
        "no one came",
        "a one-off event",
        "COVID-19",
        "calls to 101",
        "the 999 service",
        "open 24/7",
        "version 2.0.1",
        "1) The first item",
        "on 1 October 2020",
        "in 2019"
      })
  void aNumberThatCountsNothingIsNoFigure(String text) {
    assertThat(Commentary.read(text).claims()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in 2020/21 Q1|2020/21 Q1",
        "in Q1 2020/21|2020/21 Q1",
        "in quarter one of the 20/21 year|2020/21 Q1",
        "in the first quarter of 2020-21|2020/21 Q1",
        "in quarter four|2019/20 Q4",
        "in June 2020|June 2020",
        "in Jun-20|June 2020",
        "in June|June 2020",
        "in August|August 2019",
        "this quarter|2020/21 Q1",
        "in the previous quarter|2019/20 Q4",
        "in the same quarter last year|2019/20 Q1",
        "a year ago|2019/20 Q1",
        "in the same period of 2018/19|2018/19 Q1",
        "in Q2 last year|2019/20 Q2",
        "between April and June 2019|2019/20 Q1",
        "from 1 April to 30 June 2020|2020/21 Q1",
        "in the three months to March 2020|2019/20 Q4",
        "in Q1 2020|2020/21 Q1",
      })
  void aPeriodIsWhatTheReportMeansByIt(String text, String period) {
    List<PeriodMention> read = Commentary.read("7 events were held " + text + ".").periods();

    assertThat(read).hasSize(1);
    assertThat(read.get(0).in(new FinancialQuarter(2020, 1)).map(ReportingPeriod::label))
        .contains(period);
  }

  @Test
  void everyTokenIsPassedOverOnce() {
    // A grammar of loops over a row of tokens: the tokens are as many as the text has parts, and
    // no sentence is longer than the reading of one allows.
    String awkward = "1,1,1 of of ((( 12% -- one of one of Q1 q1 2020/21/22 £ ".repeat(600);

    Commentary read = Commentary.read(awkward.substring(0, 32_767));

    assertThat(read.sentences())
        .hasSizeGreaterThan(50)
        .allSatisfy(sentence -> assertThat(sentence.words()).hasSizeLessThanOrEqualTo(120));
  }
}
