package quarterday.kpi;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A calendar month as the reporting period of a monthly report. */
public record CalendarMonth(YearMonth month) implements ReportingPeriod {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

  /** A month as the product writes it: {@code December 2018}. */
  public static String words(YearMonth month) {
    return WORDS.format(month);
  }

  /** The month without its year: {@code December}. */
  public String name() {
    return NAME.format(month);
  }

  @Override
  public List<YearMonth> months() {
    return List.of(month);
  }

  @Override
  public YearMonth first() {
    return month;
  }

  @Override
  public YearMonth last() {
    return month;
  }

  @Override
  public CalendarMonth previous() {
    return new CalendarMonth(month.minusMonths(1));
  }

  @Override
  public CalendarMonth yearAgo() {
    return new CalendarMonth(month.minusYears(1));
  }

  @Override
  public String label() {
    return words(month);
  }

  @Override
  public String noun() {
    return "month";
  }

  /** Months in a row have numbers in a row: those of a YearMonth meet in the same few places. */
  @Override
  public int hashCode() {
    return 12 * month.getYear() + month.getMonthValue();
  }

  @Override
  public String toString() {
    return label();
  }
}
