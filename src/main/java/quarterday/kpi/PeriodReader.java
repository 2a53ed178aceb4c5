package quarterday.kpi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.sheet.CellSnapshot;

/**
 * Reads months and quarters from dates and text. The only place where a day number becomes a month.
 *
 * <p>Days come first in typed dates, two-digit years are of this century, and the financial year
 * starts in April.
 */
public final class PeriodReader {
  private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** Day numbers of 1990 and 2099: a header number between them that is no date is odd. */
  private static final int EARLIEST = 32_874;

  private static final int LATEST = 73_050;

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  private static final String MONTH_NAME =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String YEAR = "(\\d{4}|\\d{2})";
  private static final String FINANCIAL_YEAR = "(\\d{4}|\\d{2})\\s*[/\\-\u2013]\\s*(\\d{4}|\\d{2})";
  private static final String QUARTER = "(?:q|qtr|quarter)\\s*\\.?\\s*([1-4])";
  private static final String JOIN = "[\\s,:\\-\u2013/']*";

  private static final Pattern MONTH_YEAR =
      Pattern.compile(MONTH_NAME + "\\.?[\\s\\-\u2013/.,']*" + YEAR);
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?[\\s\\-/.]+" + MONTH_NAME + "\\.?[\\s\\-/.,]*" + YEAR);
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.]" + YEAR);
  private static final Pattern MONTH_SLASH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
  private static final Pattern YEAR_QUARTER =
      Pattern.compile("(?:fy\\s*)?" + FINANCIAL_YEAR + JOIN + QUARTER);
  private static final Pattern QUARTER_YEAR =
      Pattern.compile(QUARTER + JOIN + "(?:of\\s+)?(?:fy\\s*)?" + FINANCIAL_YEAR);
  private static final Pattern QUARTER_ONE_YEAR =
      Pattern.compile(QUARTER + JOIN + "(?:of\\s+)?" + YEAR + "|" + YEAR + JOIN + QUARTER);
  private static final Pattern ANY_QUARTER =
      Pattern.compile(
          "(?:q|qtr|quarter)\\s*\\.?\\s*\\d[\\s,]*\\d{4}\\s*[/\\-\u2013]\\s*\\d{2,4}"
              + "|\\d{4}\\s*[/\\-\u2013]\\s*\\d{2,4}[\\s,]*(?:q|qtr|quarter)\\s*\\.?\\s*\\d");
  private static final Pattern WORD_YEAR =
      Pattern.compile("(\\p{L}{4,10})[\\s,\\-']*(20\\d\\d|\\d\\d)");
  private static final Pattern BARE_WORD = Pattern.compile("\\p{L}{4,10}");
  private static final Pattern BARE_MONTH = Pattern.compile(MONTH_NAME + "\\.?");
  private static final Pattern BARE_QUARTER = Pattern.compile(QUARTER);
  private static final Pattern BARE_FINANCIAL_YEAR =
      Pattern.compile("(?:fy|financial year)?\\s*" + FINANCIAL_YEAR);
  private static final Pattern BARE_YEAR = Pattern.compile("(\\d{4})");

  /** Words that may stand before the period of a value column. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:performance|actual|value|result|figure|total|month|period)s?"
              + "(?:\\s+(?:for|in|at|to|as at|ending))?[\\s:\\-]+");

  /** What points to a footnote, or calls a month provisional or revised. */
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?:[*\u2020\u2021\u00a7#\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\\s[pr])$");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\.");
  private static final Pattern NOT_A_DURATION = Pattern.compile("\\[(?!h|m|s)[^\\]]*\\]");
  private static final Pattern BRACKETED = Pattern.compile("[\\[(][^\\])]*[\\])]");

  /** No period is written with so many characters, notes and blanks included. */
  private static final int LONGEST = 255;

  private PeriodReader() {}

  /** Reads a period as people write it; empty when the text is none, or could be two. */
  public static Optional<ReportingPeriod> parse(String text) {
    String plain = plain(text);
    Optional<FinancialQuarter> quarter = quarter(plain);
    if (quarter.isPresent()) {
      return quarter.map(found -> found);
    }
    return month(plain).map(CalendarMonth::new);
  }

  /** Whether the text is a quarter of one year, such as {@code Q1 2020}: financial or calendar? */
  public static boolean isAmbiguous(String text) {
    String plain = plain(text);
    return quarter(plain).isEmpty() && QUARTER_ONE_YEAR.matcher(plain).matches();
  }

  /** Whether the text is a quarter and a financial year that cannot be: {@code 2019/21 Q2}. */
  static boolean isImpossibleQuarter(String text) {
    String plain = plain(text);
    return quarter(plain).isEmpty() && ANY_QUARTER.matcher(plain).matches();
  }

  /** The month that a misspelt one is closest to, such as October for {@code Ocotber 2019}. */
  static Optional<YearMonth> misspelt(String text) {
    Matcher m = WORD_YEAR.matcher(plain(text));
    if (!m.matches() || parse(text).isPresent()) {
      return Optional.empty();
    }
    return nearly(m.group(1)).map(month -> YearMonth.of(year(m.group(2)), month));
  }

  /** The name of the month that a misspelt one without a year is closest to. */
  static Optional<String> misspeltBare(String text) {
    String plain = plain(text);
    return BARE_MONTH.matcher(plain).matches() || !BARE_WORD.matcher(plain).matches()
        ? Optional.empty()
        : nearly(plain).map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK));
  }

  private static Optional<Month> nearly(String word) {
    return Stream.of(Month.values())
        .filter(month -> month.name().length() > 4)
        .filter(month -> isNearly(word, month.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Whether one letter is left out, added or exchanged, or two neighbours have changed places. */
  private static boolean isNearly(String word, String name) {
    int same = 0;
    while (same < Math.min(word.length(), name.length())
        && word.charAt(same) == name.charAt(same)) {
      same++;
    }
    String a = word.substring(same);
    String b = name.substring(same);
    String restA = a.isEmpty() ? a : a.substring(1);
    String restB = b.isEmpty() ? b : b.substring(1);
    boolean turned =
        a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0)
            && a.substring(2).equals(b.substring(2));
    return restA.equals(b) || a.equals(restB) || restA.equals(restB) || turned;
  }

  /** The financial quarter an ambiguous text most likely means, for a suggestion. */
  static Optional<FinancialQuarter> likely(String text) {
    Matcher m = QUARTER_ONE_YEAR.matcher(plain(text));
    if (!m.matches()) {
      return Optional.empty();
    }
    int quarter = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(4));
    int year = year(m.group(2) != null ? m.group(2) : m.group(3));
    return Optional.of(new FinancialQuarter(quarter == 4 ? year - 1 : year, quarter));
  }

  /** The day that a cell holds, if it holds a date. */
  public static Optional<LocalDate> day(CellSnapshot cell, boolean dates1904) {
    if (cell.content().number().isEmpty()) {
      return Optional.empty();
    }
    double number = cell.content().number().getAsDouble();
    double from1900 = dates1904 ? number + 1462 : number;
    boolean likely = from1900 >= EARLIEST && from1900 <= LATEST;
    if (!likely || (!isDateFormat(cell.format()) && number != Math.rint(number))) {
      return Optional.empty();
    }
    LocalDate zero = dates1904 ? DAY_ZERO_1904 : DAY_ZERO_1900;
    return Optional.of(zero.plusDays((long) Math.floor(number)));
  }

  /** The day number of a day, as a cell holds it. */
  static double serial(LocalDate day, boolean dates1904) {
    return day.toEpochDay() - (dates1904 ? DAY_ZERO_1904 : DAY_ZERO_1900).toEpochDay();
  }

  /** The day number of the first day of a month, as a cell holds it. */
  public static double serial(YearMonth month, boolean dates1904) {
    return serial(month.atDay(1), dates1904);
  }

  /** The period of a cell: a date's month, or a text that is a period. */
  static Optional<ReportingPeriod> of(CellSnapshot cell, boolean dates1904) {
    Optional<LocalDate> day = day(cell, dates1904);
    if (day.isPresent()) {
      return day.map(YearMonth::from).map(CalendarMonth::new);
    }
    return cell.content().text().flatMap(PeriodReader::parse);
  }

  /** The period of a header that leaves out its year, under a cell that names the year. */
  static Optional<ReportingPeriod> under(String year, String text) {
    String plain = plain(text);
    Matcher financial = BARE_FINANCIAL_YEAR.matcher(plain(year));
    Matcher month = BARE_MONTH.matcher(plain);
    Matcher quarter = BARE_QUARTER.matcher(plain);
    if (financial.matches()) {
      Optional<Integer> start = startYear(financial.group(1), financial.group(2));
      if (start.isPresent() && quarter.matches()) {
        return Optional.of(new FinancialQuarter(start.get(), Integer.parseInt(quarter.group(1))));
      }
      if (start.isPresent() && month.matches()) {
        int number = monthNumber(month.group(1));
        return Optional.of(
            new CalendarMonth(YearMonth.of(start.get() + (number < 4 ? 1 : 0), number)));
      }
      return Optional.empty();
    }
    Matcher calendar = BARE_YEAR.matcher(plain(year));
    if (calendar.matches() && month.matches()) {
      return Optional.of(
          new CalendarMonth(YearMonth.of(year(calendar.group(1)), monthNumber(month.group(1)))));
    }
    return Optional.empty();
  }

  /** Whether the text is a quarter without any year. */
  static boolean isBareQuarter(String text) {
    return BARE_QUARTER.matcher(plain(text)).matches();
  }

  /** Whether the text is a month without a year. */
  static boolean isBareMonth(String text) {
    return BARE_MONTH.matcher(plain(text)).matches();
  }

  /** Whether the text is a calendar year and nothing else. */
  static boolean isCalendarYear(String text) {
    return BARE_YEAR.matcher(plain(text)).matches();
  }

  /** Whether a number format shows dates. */
  static boolean isDateFormat(String format) {
    // Every figure is asked, and hardly any format has such a letter at all.
    if (format.indexOf('y') < 0
        && format.indexOf('Y') < 0
        && format.indexOf('d') < 0
        && format.indexOf('D') < 0) {
      return false;
    }
    String bare = QUOTED.matcher(format).replaceAll("");
    bare = ESCAPED.matcher(bare).replaceAll("");
    bare = NOT_A_DURATION.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    return bare.contains("y") || (bare.contains("d") && bare.contains("m"));
  }

  private static Optional<FinancialQuarter> quarter(String plain) {
    Matcher yearFirst = YEAR_QUARTER.matcher(plain);
    if (yearFirst.matches()) {
      return startYear(yearFirst.group(1), yearFirst.group(2))
          .map(start -> new FinancialQuarter(start, Integer.parseInt(yearFirst.group(3))));
    }
    Matcher quarterFirst = QUARTER_YEAR.matcher(plain);
    if (quarterFirst.matches()) {
      return startYear(quarterFirst.group(2), quarterFirst.group(3))
          .map(start -> new FinancialQuarter(start, Integer.parseInt(quarterFirst.group(1))));
    }
    return Optional.empty();
  }

  /** A financial year is named by two years that follow each other; anything else is no year. */
  private static Optional<Integer> startYear(String first, String second) {
    int start = year(first);
    int end = Integer.parseInt(second);
    boolean follows = second.length() == 4 ? end == start + 1 : end == (start + 1) % 100;
    return follows ? Optional.of(start) : Optional.empty();
  }

  private static Optional<YearMonth> month(String plain) {
    Matcher m = MONTH_YEAR.matcher(plain);
    if (m.matches()) {
      return Optional.of(YearMonth.of(year(m.group(2)), monthNumber(m.group(1))));
    }
    m = DAY_MONTH_YEAR.matcher(plain);
    if (m.matches()) {
      return date(year(m.group(3)), monthNumber(m.group(2)), Integer.parseInt(m.group(1)));
    }
    m = YEAR_MONTH.matcher(plain);
    if (m.matches()) {
      int day = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
      return date(year(m.group(1)), Integer.parseInt(m.group(2)), day);
    }
    m = DAY_FIRST.matcher(plain);
    if (m.matches()) {
      return date(year(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
    }
    m = MONTH_SLASH_YEAR.matcher(plain);
    return m.matches() ? date(year(m.group(2)), Integer.parseInt(m.group(1)), 1) : Optional.empty();
  }

  private static Optional<YearMonth> date(int year, int month, int day) {
    try {
      return Optional.of(YearMonth.from(LocalDate.of(year, month, day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? 2000 + year : year;
  }

  private static int monthNumber(String name) {
    return MONTHS.get(name.substring(0, 3));
  }

  private static String plain(String text) {
    if (text.length() > LONGEST) {
      return "";
    }
    String plain =
        BRACKETED
            .matcher(text.replace('\u00a0', ' ').replace('\n', ' '))
            .replaceAll(" ")
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ");
    return FOOTNOTE.matcher(PREFIX.matcher(plain).replaceFirst("")).replaceFirst("").strip();
  }
}
