package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.Sketch;

class PeriodReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020/21 Q1",
        "Q1 2020/21",
        "Q1 20/21",
        "Quarter 1 2020/21",
        "2020-21 Q1",
        "20/21 q1",
        "2020/2021 Q1",
        "Qtr 1, 2020/21",
        "FY 2020/21 Q1",
        "2020/21\u00a0Q1",
        "2020/21\nQ1",
        " 2020\u201321  Q1 ",
        "Performance 2020/21 Q1",
        "2020/21 Q1 (Apr to Jun)",
        "Q1 of 2020/21"
      })
  void aQuarterIsReadInEverySpelling(String text) {
    assertThat(PeriodReader.parse(text)).contains(new FinancialQuarter(2020, 1));
    assertThat(PeriodReader.isAmbiguous(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dec-18",
        "Dec 18",
        "Dec 2018",
        "December 2018",
        "DECEMBER-2018",
        "Dec. 2018",
        "dec'18",
        "2018-12",
        "2018-12-31",
        "01/12/2018",
        "31.12.18",
        "1st December 2018",
        "12/2018",
        "Month: Dec-18",
        "Dec\u00a02018",
        "Dec-18 [p]"
      })
  void aMonthIsReadInEverySpelling(String text) {
    assertThat(PeriodReader.parse(text)).contains(new CalendarMonth(YearMonth.of(2018, 12)));
  }

  @Test
  void aTextOfHundredsOfCharactersIsNoPeriod() {
    assertThat(PeriodReader.parse("April 2020" + " ".repeat(200))).isPresent();
    assertThat(PeriodReader.parse("April 2020" + " ".repeat(300))).isEmpty();
  }

  @Test
  void septemberHasAShortFormOfItsOwn() {
    assertThat(PeriodReader.parse("Sept-20")).contains(new CalendarMonth(YearMonth.of(2020, 9)));
  }

  @Test
  void theDayComesFirst() {
    assertThat(PeriodReader.parse("01/04/2020")).contains(new CalendarMonth(YearMonth.of(2020, 4)));
    assertThat(PeriodReader.parse("12/13/2020")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Q1 2020, 2020/21 Q1", "2020 Q3, 2020/21 Q3", "Quarter 4 2020, 2019/20 Q4"})
  void aQuarterOfOneYearIsAmbiguousAndNeverGuessed(String text, String likely) {
    assertThat(PeriodReader.parse(text)).isEmpty();
    assertThat(PeriodReader.isAmbiguous(text)).isTrue();
    assertThat(PeriodReader.likely(text).map(FinancialQuarter::label)).contains(likely);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2020",
        "2020/21",
        "2020/22 Q1",
        "Q5 2020/21",
        "Q1",
        "June",
        "Total",
        "32/12/2018",
        "Decade 18",
        "2018-13",
        "Commentary",
        "1.2",
        "\u0001"
      })
  void anythingElseIsNoPeriod(String text) {
    assertThat(PeriodReader.parse(text)).isEmpty();
    assertThat(PeriodReader.isAmbiguous(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2019/20, Apr, 2019-04",
    "2019/20, December, 2019-12",
    "2019/20, Jan, 2020-01",
    "2019/20, Mar, 2020-03",
    "FY 19/20, Sept, 2019-09",
    "2019, Jan, 2019-01"
  })
  void aMonthUnderAYearTakesItsYearFromThere(String year, String month, String read) {
    assertThat(PeriodReader.under(year, month)).contains(new CalendarMonth(YearMonth.parse(read)));
  }

  @Test
  void aQuarterUnderAFinancialYearIsThatYearsQuarterButUnderACalendarYearItIsNone() {
    assertThat(PeriodReader.under("2019/20", "Q4")).contains(new FinancialQuarter(2019, 4));
    assertThat(PeriodReader.under("2019", "Q4")).isEmpty();
  }

  @Test
  void anyDayOfAMonthIsThatMonth() {
    assertThat(PeriodReader.of(Sketch.dated("2020-06-30"), false))
        .contains(new CalendarMonth(YearMonth.of(2020, 6)));
  }

  @Test
  void daysMayCountFrom1904() {
    double serial = PeriodReader.serial(YearMonth.of(2020, 4), true);

    assertThat(serial).isEqualTo(43922 - 1462);
    assertThat(PeriodReader.of(Sketch.formatted(serial, "mmm-yy"), true))
        .contains(new CalendarMonth(YearMonth.of(2020, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "mmm-yy, true", "dd/mm/yyyy, true", "[$-809]d mmmm yyyy, true", "0.0%, false",
    "General, false", "[h]:mm, false", "'#,##0 \"days and months\"', false", "[Red]0, false"
  })
  void aDateFormatShowsDayOrYear(String format, boolean date) {
    assertThat(PeriodReader.isDateFormat(format)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-04, 2020/21 Q1",
    "2020-06, 2020/21 Q1",
    "2020-07, 2020/21 Q2",
    "2020-12, 2020/21 Q3",
    "2021-03, 2020/21 Q4",
    "1999-04, 1999/00 Q1"
  })
  void theFinancialYearStartsInApril(String month, String quarter) {
    assertThat(FinancialQuarter.of(YearMonth.parse(month)).label()).isEqualTo(quarter);
  }

  @Test
  void theQuarterBeforeTheFirstIsTheFourthOfTheYearBefore() {
    FinancialQuarter first = new FinancialQuarter(2020, 1);

    assertThat(first.previous().label()).isEqualTo("2019/20 Q4");
    assertThat(first.yearAgo().label()).isEqualTo("2019/20 Q1");
  }
}
