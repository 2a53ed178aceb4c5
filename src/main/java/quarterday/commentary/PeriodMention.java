package quarterday.commentary;

import java.time.YearMonth;
import java.util.Optional;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.ReportingPeriod;

/**
 * A period that a text speaks of.
 *
 * @param kind how it is named
 * @param named the period, where the words name one without regard to the report
 * @param number the quarter or month that is named without a year, else 0
 * @param year the year that is named beside it: of a financial year its first; else 0
 * @param since whether the words start something there, as in {@code since June}, or end it
 * @param start where it starts in the text
 * @param end where it ends
 */
public record PeriodMention(
    Kind kind,
    Optional<ReportingPeriod> named,
    int number,
    int year,
    boolean since,
    int start,
    int end) {
  /** How a period is named. */
  public enum Kind {
    /** {@code 2020/21 Q1}. */
    QUARTER,
    /** {@code June 2020}. */
    MONTH,
    /** {@code 30 June 2020}: the day's month. */
    DAY,
    /** {@code quarter one}, {@code Q4}, {@code April to June}. */
    BARE_QUARTER,
    /** {@code June}. */
    BARE_MONTH,
    /** {@code Q1 last year}. */
    QUARTER_LAST_YEAR,
    /** A whole year, or part of one that is no quarter. */
    YEAR,
    /** {@code this quarter}. */
    THIS_QUARTER,
    /** {@code the previous quarter}. */
    LAST_QUARTER,
    /** {@code this period}. */
    THIS_PERIOD,
    /** {@code the previous period}. */
    LAST_PERIOD,
    /** {@code this month}. */
    THIS_MONTH,
    /** {@code last month}. */
    LAST_MONTH,
    /** {@code the same quarter last year}. */
    YEAR_AGO,
    /** {@code next quarter}. */
    LATER,
    /** {@code the previous quarter of the same year}: no period that anybody compares with. */
    UNUSUAL,
    /** Some other stretch of time. */
    OTHER
  }

  PeriodMention sinceThen() {
    return new PeriodMention(kind, named, number, year, true, start, end);
  }

  /** The period meant in a report for this period; empty where that cannot be told. */
  public Optional<ReportingPeriod> in(ReportingPeriod reporting) {
    return switch (kind) {
      case QUARTER, MONTH -> named;
      case DAY ->
          named.or(
              () ->
                  number == 0
                      ? Optional.empty()
                      : Optional.of(new CalendarMonth(latestMonth(reporting))));
      case BARE_QUARTER -> year == 0 ? latestQuarter(reporting) : quarterOfOneYear(reporting);
      case BARE_MONTH -> Optional.of(new CalendarMonth(latestMonth(reporting)));
      case QUARTER_LAST_YEAR ->
          Optional.of(
              new FinancialQuarter(FinancialQuarter.of(reporting.last()).startYear() - 1, number));
      case THIS_QUARTER -> Optional.of(FinancialQuarter.of(reporting.last()));
      case LAST_QUARTER -> Optional.of(FinancialQuarter.of(reporting.last()).previous());
      case THIS_PERIOD -> Optional.of(reporting);
      case LAST_PERIOD -> Optional.of(reporting.previous());
      case THIS_MONTH -> Optional.of(new CalendarMonth(reporting.last()));
      case LAST_MONTH -> Optional.of(new CalendarMonth(reporting.last()).previous()).map(m -> m);
      case YEAR_AGO -> Optional.of(year == 0 ? reporting.yearAgo() : sameOfYear(reporting));
      case YEAR, LATER, UNUSUAL, OTHER -> Optional.empty();
    };
  }

  private ReportingPeriod sameOfYear(ReportingPeriod reporting) {
    ReportingPeriod period = reporting;
    while (startYear(period) > year) {
      period = period.yearAgo();
    }
    return period;
  }

  private static int startYear(ReportingPeriod period) {
    return FinancialQuarter.of(period.last()).startYear();
  }

  private Optional<ReportingPeriod> latestQuarter(ReportingPeriod reporting) {
    FinancialQuarter quarter = FinancialQuarter.of(reporting.last());
    while (quarter.quarter() != number) {
      quarter = quarter.previous();
    }
    return Optional.of(quarter);
  }

  /** {@code Q1 2020} may be of a calendar or a financial year: the report's own, or neither. */
  private Optional<ReportingPeriod> quarterOfOneYear(ReportingPeriod reporting) {
    FinancialQuarter own = FinancialQuarter.of(reporting.last());
    boolean same =
        own.quarter() == number && (own.startYear() == year || own.last().getYear() == year);
    return same ? Optional.of(own) : Optional.empty();
  }

  private YearMonth latestMonth(ReportingPeriod reporting) {
    YearMonth month = reporting.last();
    while (month.getMonthValue() != number) {
      month = month.minusMonths(1);
    }
    return month;
  }

  /** The words, as the text writes them. */
  public String in(String text) {
    return text.substring(start, end).strip();
  }
}
