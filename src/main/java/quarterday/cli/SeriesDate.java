package quarterday.cli;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.PeriodReader;

/**
 * A date of a series: a month, and a day where one was typed.
 *
 * <p>Reads {@code 2020-06-30}, {@code 2020-06}, {@code 30/06/2020} (day first, also with dots or
 * hyphens), {@code 06/2020}, {@code 30 June 2020}, {@code 30-Jun-20}, {@code Jun 2020}, {@code
 * Jun-20} and quarters such as {@code 2020/21 Q1}, whatever the system's language. A quarter is the
 * month it starts in.
 */
record SeriesDate(YearMonth month, OptionalInt day) implements Comparable<SeriesDate> {
  /** Midnight, which other programs write after a day. */
  private static final String MIDNIGHT = "(?:[T ]0?0:00(?::00(?:\\.0+)?)?Z?)?";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})"
              + MIDNIGHT
              + ")?|(\\d{4})/(\\d{1,2})/(\\d{1,2})"
              + MIDNIGHT,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + MIDNIGHT, Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_AND_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+)?([a-z]{3,9})\\.?(?:,?\\s+|-)(\\d{4}|\\d{2})");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /** The first year that two digits mean. */
  private static final int CENTURY = 2000;

  static Optional<SeriesDate> parse(String text) {
    String typed = text.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
    try {
      return numbers(typed).or(() -> named(typed)).or(() -> quarter(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<SeriesDate> numbers(String typed) {
    Matcher yearFirst = YEAR_FIRST.matcher(typed);
    if (yearFirst.matches()) {
      return yearFirst.group(1) != null
          ? Optional.of(of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)))
          : Optional.of(of(yearFirst.group(4), yearFirst.group(5), yearFirst.group(6)));
    }
    Matcher dayFirst = DAY_FIRST.matcher(typed);
    if (dayFirst.matches()) {
      return Optional.of(of(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1)));
    }
    Matcher month = MONTH_AND_YEAR.matcher(typed);
    return month.matches()
        ? Optional.of(of(month.group(2), month.group(1), null))
        : Optional.empty();
  }

  private static Optional<SeriesDate> named(String typed) {
    Matcher named = NAMED.matcher(typed);
    return named.matches()
        ? monthNumber(named.group(2))
            .map(month -> of(named.group(3), Integer.toString(month), named.group(1)))
        : Optional.empty();
  }

  private static Optional<SeriesDate> quarter(String typed) {
    return PeriodReader.parse(typed)
        .filter(FinancialQuarter.class::isInstance)
        .map(quarter -> new SeriesDate(quarter.first(), OptionalInt.empty()));
  }

  /** A date of digits; without a day, {@code day} is what an absent group gives. */
  private static SeriesDate of(String year, String month, String day) {
    int number = Integer.parseInt(year);
    YearMonth typed =
        YearMonth.of(year.length() == 2 ? CENTURY + number : number, Integer.parseInt(month));
    return day == null
        ? new SeriesDate(typed, OptionalInt.empty())
        : new SeriesDate(typed, OptionalInt.of(typed.atDay(Integer.parseInt(day)).getDayOfMonth()));
  }

  private static Optional<Integer> monthNumber(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      String month = MONTHS.get(i);
      if (name.equals(month)
          || name.equals(month.substring(0, 3))
          || (name.equals("sept") && month.equals("september"))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** Whether this, as someone asked for it, means that: the same day, or a month alone. */
  boolean means(SeriesDate other) {
    return month.equals(other.month) && (day.isEmpty() || day.getAsInt() == other.day.orElse(1));
  }

  /** The months from year 0 on. */
  long months() {
    return month.getYear() * 12L + month.getMonthValue();
  }

  @Override
  public int compareTo(SeriesDate other) {
    int months = month.compareTo(other.month);
    return months != 0 ? months : Integer.compare(day.orElse(1), other.day.orElse(1));
  }
}
