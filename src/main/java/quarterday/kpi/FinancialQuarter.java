package quarterday.kpi;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * A quarter of the financial year, which starts in April: {@code 2020/21 Q1} is April to June 2020.
 *
 * @param startYear the calendar year in which the financial year starts
 * @param quarter 1 to 4
 */
public record FinancialQuarter(int startYear, int quarter)
    implements ReportingPeriod, Comparable<FinancialQuarter> {
  private static final Comparator<FinancialQuarter> IN_TIME =
      Comparator.comparingInt(FinancialQuarter::startYear)
          .thenComparingInt(FinancialQuarter::quarter);

  /** Checks the quarter. */
  public FinancialQuarter {
    if (quarter < 1 || quarter > 4) {
      throw new IllegalArgumentException("No quarter: " + quarter);
    }
  }

  /** The quarter that holds a month. */
  public static FinancialQuarter of(YearMonth month) {
    int sinceApril = Math.floorMod(month.getMonthValue() - 4, 12);
    int startYear = month.getMonthValue() < 4 ? month.getYear() - 1 : month.getYear();
    return new FinancialQuarter(startYear, sinceApril / 3 + 1);
  }

  @Override
  public List<YearMonth> months() {
    YearMonth first = first();
    return List.of(first, first.plusMonths(1), first.plusMonths(2));
  }

  @Override
  public YearMonth first() {
    return quarter == 4 ? YearMonth.of(startYear + 1, 1) : YearMonth.of(startYear, 3 * quarter + 1);
  }

  @Override
  public YearMonth last() {
    return first().plusMonths(2);
  }

  @Override
  public FinancialQuarter previous() {
    return quarter == 1
        ? new FinancialQuarter(startYear - 1, 4)
        : new FinancialQuarter(startYear, quarter - 1);
  }

  @Override
  public FinancialQuarter yearAgo() {
    return new FinancialQuarter(startYear - 1, quarter);
  }

  @Override
  public String label() {
    int end = Math.floorMod(startYear + 1, 100);
    return startYear + (end < 10 ? "/0" : "/") + end + " Q" + quarter;
  }

  @Override
  public String noun() {
    return "quarter";
  }

  @Override
  public int compareTo(FinancialQuarter other) {
    return IN_TIME.compare(this, other);
  }

  @Override
  public String toString() {
    return label();
  }
}
