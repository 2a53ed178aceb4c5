package quarterday.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of a series: a month, and a day where one was typed.
 *
 * <p>Reads {@code 2020-06-30}, {@code 2020-06}, {@code 30/06/2020} (day first), {@code Jun 2020},
 * {@code June 2020} and {@code Jun-20}, whatever the system's language.
 */
record SeriesDate(YearMonth month, OptionalInt day) implements Comparable<SeriesDate> {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})(?:[T ]00:00(?::00)?)?)?");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern MONTH_NAME =
      Pattern.compile("([a-z]{3,9})\\.?(?:\\s+|-)(\\d{4}|\\d{2})");
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
    String typed = text.strip().toLowerCase(Locale.ROOT);
    Matcher iso = ISO.matcher(typed);
    Matcher dayFirst = DAY_FIRST.matcher(typed);
    Matcher name = MONTH_NAME.matcher(typed);
    try {
      if (iso.matches()) {
        int year = Integer.parseInt(iso.group(1));
        int month = Integer.parseInt(iso.group(2));
        return Optional.of(
            iso.group(3) == null
                ? new SeriesDate(YearMonth.of(year, month), OptionalInt.empty())
                : of(LocalDate.of(year, month, Integer.parseInt(iso.group(3)))));
      }
      if (dayFirst.matches()) {
        return Optional.of(
            of(
                LocalDate.of(
                    Integer.parseInt(dayFirst.group(3)),
                    Integer.parseInt(dayFirst.group(2)),
                    Integer.parseInt(dayFirst.group(1)))));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return name.matches() ? named(name.group(1), name.group(2)) : Optional.empty();
  }

  private static Optional<SeriesDate> named(String name, String year) {
    int number = Integer.parseInt(year);
    return monthNumber(name)
        .map(
            month ->
                new SeriesDate(
                    YearMonth.of(year.length() == 2 ? CENTURY + number : number, month),
                    OptionalInt.empty()));
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

  private static SeriesDate of(LocalDate date) {
    return new SeriesDate(YearMonth.from(date), OptionalInt.of(date.getDayOfMonth()));
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
