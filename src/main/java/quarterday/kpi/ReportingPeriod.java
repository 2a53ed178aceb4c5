package quarterday.kpi;

import java.time.YearMonth;
import java.util.List;

/** What a report speaks of: a financial quarter, or a calendar month for a monthly report. */
public sealed interface ReportingPeriod permits FinancialQuarter, CalendarMonth {
  /** The months in it, in order. */
  List<YearMonth> months();

  /** The period just before. */
  ReportingPeriod previous();

  /** The same period a year earlier. */
  ReportingPeriod yearAgo();

  /** How the product writes it: {@code 2020/21 Q1} or {@code December 2018}. */
  String label();

  /** What kind of period it is, in a sentence: {@code quarter} or {@code month}. */
  String noun();

  /** Its last month. */
  default YearMonth last() {
    return months().get(months().size() - 1);
  }

  /** Its first month. */
  default YearMonth first() {
    return months().get(0);
  }
}
