package quarterday.check;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of the months as a text writes them, for patterns, and the months that they mean. */
final class MonthName {
  /** All of them, as alternatives of a pattern, with a capital: "may" and "march" are words. */
  static final String ANY =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK))
          .collect(Collectors.joining("|"));

  private MonthName() {}

  /**
   * The month that a name means.
   *
   * @param upTo the last month that a name without a year can mean
   * @param year the year that stands behind the name, or null as a pattern's group gives it
   */
  static YearMonth month(YearMonth upTo, String name, String year) {
    YearMonth month = upTo;
    while (!month.getMonth().name().equalsIgnoreCase(name)) {
      month = month.minusMonths(1);
    }
    return year == null ? month : month.withYear(Integer.parseInt(year));
  }
}
