package quarterday.commentary;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.commentary.PeriodMention.Kind;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.ReportingPeriod;

/** Finds the periods that a row of tokens names. */
final class PeriodGrammar extends TokenRow {
  /**
   * A mention and the token behind it.
   *
   * @param mention what was found
   * @param next the position behind it
   */
  record Found(PeriodMention mention, int next) {}

  /**
   * A number and the token behind it.
   *
   * @param value the number
   * @param next the position behind it
   */
  private record Part(int value, int next) {}

  private static final Map<String, Integer> QUARTERS =
      Map.of(
          "first", 1, "second", 2, "third", 3, "fourth", 4, "final", 4, "closing", 4, "one", 1,
          "two", 2, "three", 3, "four", 4);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Lexicon MONTH_NAMES =
      Lexicon.of(
          "january february march april may june july august september october november december"
              + " jan feb mar apr jun jul aug sep sept oct nov dec");

  /** Month names that are also other words, or abbreviations: months with a capital only. */
  private static final Lexicon CAPITAL_ONLY =
      Lexicon.of("march may jan feb mar apr jun jul aug sep dec oct nov");

  private static final Lexicon BEFORE_MAY =
      Lexicon.of(
          "in of during since to and from by end until than between for late early mid - , at (");
  private static final Lexicon AFTER_MAY = Lexicon.of("was is had saw and to were - alone");
  private static final Lexicon QUARTER_WORD = Lexicon.of("quarter qtr q quarter's");
  private static final Lexicon EARLIER = Lexicon.of("last previous prior preceding");
  private static final Lexicon SAME = Lexicon.of("same equivalent corresponding comparable");
  private static final Lexicon LATER = Lexicon.of("next coming forthcoming following upcoming");
  private static final Lexicon BEFORE_YEAR =
      Lexicon.of(
          "in since of during until by summer autumn winter spring year for than from with and");
  private static final Lexicon STARTS = Lexicon.of("since until till before after");

  PeriodGrammar(List<Token> tokens) {
    super(tokens);
  }

  /** The period that starts at a token, if one does. */
  Optional<Found> at(int i) {
    Optional<Found> found =
        yearTo(i)
            .or(() -> date(i))
            .or(() -> quarter(i))
            .or(() -> yearFirst(i))
            .or(() -> threeMonths(i))
            .or(() -> months(i))
            .or(() -> same(i))
            .or(() -> relative(i))
            .or(() -> onYear(i));
    return found.map(f -> isStart(i) ? new Found(f.mention().sinceThen(), f.next()) : f);
  }

  /** {@code the year to 30 June}, {@code the year ended March 2023}: no quarter's time. */
  private Optional<Found> yearTo(int i) {
    boolean led = is(i, "the", "year") && TO_END.has(token(i + 2));
    int day = is(i + 3, "the") ? i + 4 : i + 3;
    return led
        ? date(day).or(() -> months(day)).map(end -> found(Kind.OTHER, i, end.next()))
        : Optional.empty();
  }

  private static final Lexicon TO_END = Lexicon.of("to ending ended");

  private boolean isStart(int i) {
    int before = i - 1;
    while (is(before, "the") || is(before, "end") || is(before, "of") || is(before, "in")) {
      before--;
    }
    return STARTS.has(token(before));
  }

  private Found found(
      Kind kind, Optional<ReportingPeriod> named, int number, int year, int from, int next) {
    return new Found(
        new PeriodMention(
            kind, named, number, year, false, token(from).start(), token(next - 1).end()),
        next);
  }

  private Found found(Kind kind, int from, int next) {
    return found(kind, Optional.empty(), 0, 0, from, next);
  }

  /** {@code Q1 2020/21}, {@code the first quarter of 2020/21}, {@code quarter one}. */
  private Optional<Found> quarter(int i) {
    return quarterNumber(i)
        .map(
            q -> {
              int at = q.next();
              while (is(at, "of")
                  || is(at, "the")
                  || is(at, "in")
                  || is(at, "for")
                  || is(at, ",")
                  || is(at, "financial")
                  || is(at, "fy")
                  || is(at, "year")
                  || is(at, "(")
                  || (token(at).is(Token.Kind.DASH) && token(at + 1).is(Token.Kind.NUMBER))) {
                at++;
              }
              Optional<Part> financial = financialYear(at, true);
              if (financial.isPresent()) {
                int next = pastYearWords(financial.get().next());
                return found(
                    Kind.QUARTER,
                    Optional.of(new FinancialQuarter(financial.get().value(), q.value())),
                    q.value(),
                    financial.get().value(),
                    i,
                    next);
              }
              if (EARLIER.has(token(at)) && is(at + 1, "year")) {
                return found(Kind.QUARTER_LAST_YEAR, Optional.empty(), q.value(), 0, i, at + 2);
              }
              if (EARLIER.has(token(at)) && is(at + 1, "financial", "year")) {
                return found(Kind.QUARTER_LAST_YEAR, Optional.empty(), q.value(), 0, i, at + 3);
              }
              if (is(at - 1, "year") && is(q.next(), "of") && year(at).isEmpty()) {
                return found(Kind.BARE_QUARTER, Optional.empty(), q.value(), 0, i, at);
              }
              Optional<Part> calendar = year(at);
              if (calendar.isPresent() && !is(q.next(), ",")) {
                return found(
                    Kind.BARE_QUARTER,
                    Optional.empty(),
                    q.value(),
                    calendar.get().value(),
                    i,
                    calendar.get().next());
              }
              return found(Kind.BARE_QUARTER, Optional.empty(), q.value(), 0, i, q.next());
            });
  }

  private int pastYearWords(int i) {
    return is(i, "financial", "year") ? i + 2 : is(i, "year") ? i + 1 : i;
  }

  private Optional<Part> quarterNumber(int i) {
    Token token = token(i);
    String word = token.text();
    boolean run =
        is(i + 2, "in", "succession") || is(i + 2, "running") || is(i + 2, "in", "a", "row");
    if (isQuarterWord(i + 1) && run) {
      return Optional.empty();
    }
    if (is(i + 1, "and") && is(i + 3, "quarters") && isOrdinal(i) && isOrdinal(i + 2)) {
      // "between the third and fourth quarters"
      return Optional.of(new Part(QUARTERS.get(word), i + 1));
    }
    if (is(i + 1, "quarters") && is(i - 1, "and") && isOrdinal(i) && isOrdinal(i - 2)) {
      return Optional.of(new Part(QUARTERS.get(word), i + 2));
    }
    if (token.isWord() && word.length() == 2 && word.charAt(0) == 'q') {
      return digit(word.charAt(1)).map(n -> new Part(n, i + 1));
    }
    if (QUARTER_WORD.has(token)) {
      Token next = token(i + 1);
      if (next.is(Token.Kind.NUMBER) && next.text().length() == 1 && !is(i + 2, "%")) {
        return digit(next.text().charAt(0)).map(n -> new Part(n, i + 2));
      }
      boolean spelled = next.isWord() && QUARTERS.containsKey(next.text());
      return spelled && next.text().length() < 6
          ? Optional.of(new Part(QUARTERS.get(next.text()), i + 2))
          : Optional.empty();
    }
    if (QUARTERS.containsKey(word) && !QUARTERS_IN_LETTERS.has(word) && isQuarterWord(i + 1)) {
      // "Our final quarter" may be anything; "the final quarter of the year" is the fourth.
      return (word.equals("final") || word.equals("closing")) && !is(i + 2, "of")
          ? Optional.empty()
          : Optional.of(new Part(QUARTERS.get(word), i + 2));
    }
    boolean ordinal =
        token.is(Token.Kind.NUMBER) && token(i + 1).glued() && ORDINALS.has(token(i + 1));
    return ordinal && isQuarterWord(i + 2) && word.length() == 1
        ? digit(word.charAt(0)).map(n -> new Part(n, i + 3))
        : Optional.empty();
  }

  private static final Lexicon QUARTERS_IN_LETTERS = Lexicon.of("one two three four");
  static final Lexicon ORDINALS = Lexicon.of("st nd rd th");

  private boolean isOrdinal(int i) {
    return QUARTERS.containsKey(token(i).text()) && !QUARTERS_IN_LETTERS.has(token(i).text());
  }

  private boolean isQuarterWord(int i) {
    return is(i, "quarter") || is(i, "qtr");
  }

  private static Optional<Integer> digit(char c) {
    return c >= '1' && c <= '4' ? Optional.of(c - '0') : Optional.empty();
  }

  /** {@code 2019/20}, {@code 2019-2020}; where something else names a quarter, {@code 19/20}. */
  private Optional<Part> financialYear(int i, boolean shortly) {
    Token first = token(i);
    Token mark = token(i + 1);
    Token second = token(i + 2);
    boolean joined =
        first.is(Token.Kind.NUMBER)
            && second.is(Token.Kind.NUMBER)
            && (mark.is("/") || mark.is(Token.Kind.DASH))
            && mark.glued()
            && second.glued();
    if (!joined || !first.exact().equals(first.text()) || !isWhole(first) || !isWhole(second)) {
      return Optional.empty();
    }
    int length = first.text().length();
    if (length != 4 && !(length == 2 && shortly)) {
      return Optional.empty();
    }
    int from = Integer.parseInt(first.text());
    int start = length == 2 ? 2000 + from : from;
    if (start < 1990 || start > 2099 || second.text().length() > 4) {
      return Optional.empty();
    }
    int to = Integer.parseInt(second.text());
    boolean follows =
        second.text().length() == 4
            ? to == start + 1
            : second.text().length() == 2 && to == (start + 1) % 100;
    return follows ? Optional.of(new Part(start, i + 3)) : Optional.empty();
  }

  private static boolean isWhole(Token token) {
    return token.text().indexOf('.') < 0 && token.text().length() <= 4;
  }

  /** {@code 2020/21 Q1}, or the year alone. */
  private Optional<Found> yearFirst(int i) {
    boolean fy = is(i, "fy");
    Optional<Part> year = financialYear(fy ? i + 1 : i, true);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    int at = year.get().next();
    while (is(at, ",") || is(at, ":") || (token(at).is(Token.Kind.DASH) && !is(at + 1, "#"))) {
      at++;
    }
    Optional<Part> quarter = quarterNumber(at);
    int start = year.get().value();
    if (quarter.isPresent()) {
      return Optional.of(
          found(
              Kind.QUARTER,
              Optional.of(new FinancialQuarter(start, quarter.get().value())),
              quarter.get().value(),
              start,
              i,
              quarter.get().next()));
    }
    boolean whole =
        token(fy ? i + 1 : i).text().length() == 4 || fy || is(year.get().next(), "year");
    return whole
        ? Optional.of(
            found(Kind.YEAR, Optional.empty(), 0, start, i, pastYearWords(year.get().next())))
        : Optional.empty();
  }

  /** A day or a month in digits: {@code 30/06/2020}, {@code 2020-06}, {@code 24.08.2020}. */
  private Optional<Found> date(int i) {
    Token first = token(i);
    if (first.is(Token.Kind.REFERENCE)) {
      String[] parts = first.text().split("\\.");
      return parts.length == 3 && parts[2].length() == 4 && parts[0].length() <= 2
          ? Optional.of(found(Kind.DAY, i, i + 1))
          : Optional.empty();
    }
    if (!first.is(Token.Kind.NUMBER) || !isWhole(first)) {
      return dayOfMonth(i);
    }
    Token mark = token(i + 1);
    Token second = token(i + 2);
    boolean joined =
        (mark.is("/") || mark.is(Token.Kind.DASH))
            && mark.glued()
            && second.is(Token.Kind.NUMBER)
            && second.glued()
            && isWhole(second);
    if (joined) {
      Token last = token(i + 4);
      if (token(i + 3).is(mark.text()) && last.is(Token.Kind.NUMBER) && last.glued()) {
        boolean yearFirst = first.text().length() == 4;
        int month = Integer.parseInt(second.text());
        int year = yearFirst ? Integer.parseInt(first.text()) : fullYear(last.text());
        return Optional.of(found(Kind.DAY, named(year, month), 0, 0, i, i + 5));
      }
      boolean monthLast = first.text().length() == 4 && second.text().length() == 2;
      int month = Integer.parseInt(monthLast ? second.text() : first.text());
      int year = Integer.parseInt(monthLast ? first.text() : second.text());
      boolean follows = financialYear(i, false).isPresent();
      boolean isMonth =
          (monthLast || (second.text().length() == 4 && mark.is("/")))
              && month >= 1
              && month <= 12
              && year >= 1990
              && year < 2100;
      return isMonth && !follows
          ? Optional.of(found(Kind.MONTH, named(year, month), 0, 0, i, i + 3))
          : Optional.empty();
    }
    return dayOfMonth(i);
  }

  private static int fullYear(String digits) {
    int year = Integer.parseInt(digits.length() > 4 ? "0" : digits.split("\\.")[0]);
    return digits.length() == 2 ? 2000 + year : year;
  }

  private static Optional<ReportingPeriod> named(int year, int month) {
    return month >= 1 && month <= 12 && year >= 1990 && year < 2100
        ? Optional.of(new CalendarMonth(YearMonth.of(year, month)))
        : Optional.empty();
  }

  /** {@code 30 June 2020}, {@code 30th of June}. */
  private Optional<Found> dayOfMonth(int i) {
    Token day = token(i);
    if (!day.is(Token.Kind.NUMBER)
        || day.text().length() > 2
        || Integer.parseInt(day.text()) > 31) {
      return Optional.empty();
    }
    int at = i + 1;
    boolean ordinal = token(at).glued() && ORDINALS.has(token(at));
    at += ordinal ? 1 : 0;
    at += is(at, "of") ? 1 : 0;
    Optional<Part> month = month(at);
    if (month.isEmpty()) {
      return Optional.empty();
    }
    Optional<Part> year = year(month.get().next());
    int after = year.map(Part::next).orElse(month.get().next());
    Optional<Found> range = daysUntil(i, month.get().value(), year, after);
    if (range.isPresent()) {
      return range;
    }
    if (year.isEmpty() && !ordinal && !BEFORE_DAY.has(token(i - 1))) {
      // "10 May visits" and "4 June" cannot be told apart without a year or an ending.
      return Optional.empty();
    }
    return Optional.of(
        found(
            Kind.DAY,
            year.flatMap(y -> named(y.value(), month.get().value())),
            month.get().value(),
            0,
            i,
            year.map(Part::next).orElse(month.get().next())));
  }

  private static final Lexicon BEFORE_DAY =
      Lexicon.of("between from on until till by since after before to up at of");

  /** {@code 1 April to 30 June 2020}: a quarter, or some other stretch of time. */
  private Optional<Found> daysUntil(int i, int first, Optional<Part> firstYear, int at) {
    boolean joined =
        is(at, "to") || is(at, "and") || is(at, "until") || token(at).is(Token.Kind.DASH);
    if (!joined || !token(at + 1).is(Token.Kind.NUMBER) || token(at + 1).text().length() > 2) {
      return Optional.empty();
    }
    int lastMonth = token(at + 2).glued() && ORDINALS.has(token(at + 2)) ? at + 3 : at + 2;
    Optional<Part> last = month(lastMonth);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Optional<Part> year = year(last.get().next()).or(() -> firstYear);
    int next = year(last.get().next()).map(Part::next).orElse(last.get().next());
    boolean quarter =
        is(i, "1")
            && first % 3 == 1
            && last.get().value() == first + 2
            && (is(at + 1, "30") || is(at + 1, "31"));
    if (!quarter) {
      return Optional.of(found(Kind.OTHER, i, next));
    }
    YearMonth month = YearMonth.of(year.map(Part::value).orElse(2000), first);
    FinancialQuarter whole = FinancialQuarter.of(month);
    return Optional.of(
        year.isPresent()
            ? found(Kind.QUARTER, Optional.of(whole), whole.quarter(), whole.startYear(), i, next)
            : found(Kind.BARE_QUARTER, Optional.empty(), whole.quarter(), 0, i, next));
  }

  /** Whether a word with a capital is the name of a month. */
  static boolean isMonthName(Token token) {
    return token.isCapital() && MONTH_NAMES.has(token);
  }

  private Optional<Part> month(int i) {
    Token token = token(i);
    if (!token.isWord() || !MONTH_NAMES.has(token)) {
      return Optional.empty();
    }
    if (CAPITAL_ONLY.has(token) && !token.isCapital()) {
      return Optional.empty();
    }
    if (token.is("may") && !isMay(i)) {
      return Optional.empty();
    }
    boolean dotted = token(i + 1).is(".") && token(i + 1).is(Token.Kind.MARK);
    return Optional.of(
        new Part(MONTHS.indexOf(token.text().substring(0, 3)) + 1, dotted ? i + 2 : i + 1));
  }

  private boolean isMay(int i) {
    return (token(i).isCapital() && !token(i - 1).is(Token.Kind.STOP))
        || BEFORE_MAY.has(token(i - 1))
        || token(i - 1).is(Token.Kind.NUMBER)
        || AFTER_MAY.has(token(i + 1))
        || year(i + 1).isPresent()
        || token(i + 1).is(Token.Kind.DASH);
  }

  /** {@code 2020}, or {@code '20} and {@code -20} behind a month. */
  private Optional<Part> year(int i) {
    Token token = token(i);
    boolean year =
        token.is(Token.Kind.NUMBER)
            && token.exact().length() == 4
            && isWhole(token)
            && (token.text().startsWith("20") || token.text().startsWith("199"));
    return year ? Optional.of(new Part(Integer.parseInt(token.text()), i + 1)) : Optional.empty();
  }

  private Optional<Part> yearBehindMonth(int i) {
    int at = is(i, ",") || is(i, "of") ? i + 1 : i;
    Optional<Part> full = year(at);
    if (full.isPresent()) {
      return full;
    }
    Token mark = token(i);
    Token digits = token(i + 1);
    boolean shortly =
        (mark.is("'") || (mark.is(Token.Kind.DASH) && mark.glued()))
            && digits.is(Token.Kind.NUMBER)
            && digits.glued()
            && digits.exact().length() == 2;
    if (shortly) {
      return Optional.of(new Part(2000 + Integer.parseInt(digits.text()), i + 2));
    }
    return mark.is(Token.Kind.DASH) && mark.glued() && token(i + 1).glued()
        ? year(i + 1)
        : Optional.empty();
  }

  /** {@code June 2020}, {@code June}, {@code April to June 2020}. */
  private Optional<Found> months(int i) {
    Optional<Part> first = month(i);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Optional<Part> firstYear = yearBehindMonth(first.get().next());
    int after = firstYear.map(Part::next).orElse(first.get().next());
    Optional<Found> listed = listedMonths(i, first.get());
    if (listed.isPresent()) {
      return listed;
    }
    boolean two =
        is(after, "and")
            && firstYear.isEmpty()
            && month(after + 1).isPresent()
            && !is(i - 1, "between")
            && !(is(i - 3, "and") || is(i - 4, "and"));
    if (two) {
      // "1,068 in January and February together"
      int second = month(after + 1).get().next();
      return Optional.of(
          found(Kind.OTHER, i, yearBehindMonth(second).map(Part::next).orElse(second)));
    }
    boolean range =
        is(after, "to")
            || is(after, "until")
            || is(after, "through")
            || token(after).is(Token.Kind.DASH)
            || (is(after, "and") && is(i - 1, "between"));
    Optional<Part> last = range ? month(after + 1) : Optional.empty();
    if (last.isPresent()) {
      Optional<Part> year = yearBehindMonth(last.get().next()).or(() -> firstYear);
      int next = yearBehindMonth(last.get().next()).map(Part::next).orElse(last.get().next());
      boolean quarter =
          first.get().value() % 3 == 1 && last.get().value() == first.get().value() + 2;
      if (!quarter) {
        return Optional.of(found(Kind.OTHER, i, next));
      }
      int number = FinancialQuarter.of(YearMonth.of(2000, first.get().value())).quarter();
      return Optional.of(
          year.map(
                  y ->
                      found(
                          Kind.QUARTER,
                          Optional.of(
                              FinancialQuarter.of(YearMonth.of(y.value(), last.get().value()))),
                          number,
                          y.value(),
                          i,
                          next))
              .orElseGet(() -> found(Kind.BARE_QUARTER, Optional.empty(), number, 0, i, next)));
    }
    return Optional.of(
        firstYear
            .map(
                y ->
                    found(
                        Kind.MONTH,
                        named(y.value(), first.get().value()),
                        first.get().value(),
                        y.value(),
                        i,
                        y.next()))
            .orElseGet(
                () ->
                    found(
                        Kind.BARE_MONTH,
                        Optional.empty(),
                        first.get().value(),
                        0,
                        i,
                        first.get().next())));
  }

  /** {@code January, February and March 2020}: the three months of a quarter are the quarter. */
  private Optional<Found> listedMonths(int i, Part first) {
    int comma = first.next();
    Optional<Part> second = is(comma, ",") ? month(comma + 1) : Optional.empty();
    if (second.isEmpty() || first.value() % 3 != 1) {
      return Optional.empty();
    }
    int and = is(second.get().next(), ",") ? second.get().next() + 1 : second.get().next();
    Optional<Part> third = is(and, "and") ? month(and + 1) : Optional.empty();
    boolean quarter =
        third.isPresent()
            && second.get().value() == first.value() + 1
            && third.get().value() == first.value() + 2;
    if (!quarter) {
      return Optional.empty();
    }
    Optional<Part> year = yearBehindMonth(third.get().next());
    FinancialQuarter whole =
        FinancialQuarter.of(YearMonth.of(year.map(Part::value).orElse(2000), first.value()));
    return Optional.of(
        year.isPresent()
            ? found(
                Kind.QUARTER,
                Optional.of(whole),
                whole.quarter(),
                whole.startYear(),
                i,
                year.get().next())
            : found(
                Kind.BARE_QUARTER, Optional.empty(), whole.quarter(), 0, i, third.get().next()));
  }

  /** {@code the three months to June 2020}. */
  private Optional<Found> threeMonths(int i) {
    boolean three = is(i, "three") || is(i, "3");
    boolean led =
        is(i + 1, "months") && (is(i + 2, "to") || is(i + 2, "ending") || is(i + 2, "ended"));
    int at = is(i + 3, "the") && is(i + 4, "end") ? i + 6 : i + 3;
    Optional<Part> month = three && led ? month(at) : Optional.empty();
    if (month.isEmpty() || month.get().value() % 3 != 0) {
      return Optional.empty();
    }
    Optional<Part> year = yearBehindMonth(month.get().next());
    YearMonth last = YearMonth.of(year.map(Part::value).orElse(2000), month.get().value());
    FinancialQuarter quarter = FinancialQuarter.of(last);
    int next = year.map(Part::next).orElse(month.get().next());
    return Optional.of(
        year.isPresent()
            ? found(
                Kind.QUARTER, Optional.of(quarter), quarter.quarter(), quarter.startYear(), i, next)
            : found(Kind.BARE_QUARTER, Optional.empty(), quarter.quarter(), 0, i, next));
  }

  private boolean isNumber(int i) {
    return token(i).is(Token.Kind.NUMBER) || SMALL_NUMBERS.has(token(i));
  }

  private static final Lexicon SMALL_NUMBERS =
      Lexicon.of("two three four five six seven eight nine ten eleven twelve eighteen");
  private static final Lexicon AGO = Lexicon.of("ago earlier before previously");

  private boolean isSpanWord(int i) {
    return is(i, "quarter") || is(i, "period") || is(i, "qtr");
  }

  /** {@code the same quarter last year}, {@code a year ago}, {@code this time last year}. */
  private Optional<Found> same(int i) {
    boolean year = (is(i, "a") || is(i, "one") || is(i, "1")) && is(i + 1, "year");
    boolean quarterAgo = (is(i, "a") || is(i, "one")) && is(i + 1, "quarter");
    if (quarterAgo && AGO.has(token(i + 2))) {
      return Optional.of(found(Kind.LAST_QUARTER, i, i + 3));
    }
    boolean twelveMonths = (is(i, "twelve") || is(i, "12")) && is(i + 1, "months");
    if ((year || twelveMonths) && AGO.has(token(i + 2))) {
      return Optional.of(found(Kind.YEAR_AGO, i, i + 3));
    }
    boolean stretch = is(i + 1, "months") || is(i + 1, "weeks") || is(i + 1, "years");
    if (stretch && (isNumber(i) && AGO.has(token(i + 2)))) {
      boolean quarter = is(i + 1, "months") && (is(i, "three") || is(i, "3"));
      return Optional.of(found(quarter ? Kind.LAST_QUARTER : Kind.OTHER, i, i + 3));
    }
    if (is(i, "year") && token(i + 1).is(Token.Kind.DASH) && AGO.has(token(i + 2))) {
      return Optional.of(found(Kind.YEAR_AGO, i, isSpanWord(i + 3) ? i + 4 : i + 3));
    }
    if (is(i, "this", "time", "last", "year")) {
      return Optional.of(found(Kind.YEAR_AGO, i, i + 4));
    }
    if (isJoined(i, "year", "on", "year")) {
      return Optional.of(found(Kind.YEAR_AGO, i, joinedEnd(i)));
    }
    if (isJoined(i, "quarter", "on", "quarter")) {
      return Optional.of(found(Kind.LAST_QUARTER, i, joinedEnd(i)));
    }
    boolean same =
        SAME.has(token(i))
            && (isSpanWord(i + 1)
                || is(i + 1, "time")
                || is(i + 1, "months")
                || is(i + 1, "month")
                || is(i + 1, "three"));
    if (!same) {
      return Optional.empty();
    }
    int at = i + 2;
    at += is(at, "months") ? 1 : 0;
    while (is(at, "of")
        || is(at, "in")
        || is(at, "for")
        || is(at, "the")
        || is(at, "during")
        || is(at, "financial")
        || is(at, "from")) {
      at++;
    }
    if (EARLIER.has(token(at))) {
      int word = is(at + 1, "financial") ? at + 2 : at + 1;
      return Optional.of(
          is(word, "year")
              ? found(Kind.YEAR_AGO, i, word + 1)
              : found(isSpanWord(word) ? Kind.UNUSUAL : Kind.OTHER, i, word + 1));
    }
    if ((is(at, "a") || is(at, "one")) && is(at + 1, "year")) {
      return Optional.of(found(Kind.YEAR_AGO, i, Math.min(at + 3, tokens.size())));
    }
    if (is(at, "year", "before") || is(at, "year", "earlier")) {
      return Optional.of(found(Kind.YEAR_AGO, i, at + 2));
    }
    Optional<Part> named = financialYear(at, true);
    if (named.isEmpty()) {
      named = year(at);
    }
    return Optional.of(
        named
            .map(y -> found(Kind.YEAR_AGO, Optional.empty(), 0, y.value(), i, y.next()))
            .orElseGet(() -> found(Kind.OTHER, i, i + 2)));
  }

  private boolean isJoined(int i, String first, String second, String third) {
    int second0 = token(i + 1).is(Token.Kind.DASH) ? i + 2 : i + 1;
    int third0 = token(second0 + 1).is(Token.Kind.DASH) ? second0 + 2 : second0 + 1;
    return is(i, first) && is(second0, second) && is(third0, third);
  }

  private int joinedEnd(int i) {
    int second = token(i + 1).is(Token.Kind.DASH) ? i + 2 : i + 1;
    int third = token(second + 1).is(Token.Kind.DASH) ? second + 2 : second + 1;
    return third + 1;
  }

  /** {@code this quarter}, {@code the previous quarter}, {@code last year}, {@code next month}. */
  private Optional<Found> relative(int i) {
    boolean joined =
        isJoined(i + 1, "year", "on", "year") || isJoined(i + 1, "quarter", "on", "quarter");
    if (is(i, "the") && (joined || quarterNumber(i + 1).isPresent())) {
      // "the quarter four total"
      return Optional.empty();
    }
    if (is(i, "the")) {
      return is(i + 1, "quarter", "before") || is(i + 1, "quarter", "prior")
          ? Optional.of(found(Kind.LAST_QUARTER, i, i + 3))
          : is(i + 1, "quarter")
              ? Optional.of(found(Kind.THIS_QUARTER, i, i + 2))
              : is(i + 1, "year", "before") || is(i + 1, "year", "earlier")
                  ? Optional.of(found(Kind.YEAR_AGO, i, i + 3))
                  : is(i + 1, "month", "before")
                      ? Optional.of(found(Kind.LAST_MONTH, i, i + 3))
                      : is(i + 1, "year", "to", "date")
                          ? Optional.of(found(Kind.YEAR, i, i + 4))
                          : is(i + 1, "year", "end")
                              ? Optional.empty()
                              : is(i + 1, "year") || is(i + 1, "financial", "year")
                                  ? Optional.of(
                                      found(Kind.YEAR, i, i + (is(i + 1, "year") ? 2 : 3)))
                                  : is(i + 1, "month")
                                      ? Optional.of(found(Kind.OTHER, i, i + 2))
                                      : Optional.empty();
    }
    if (is(i, "this") || is(i, "current") || is(i, "reporting") || is(i, "reported")) {
      int at = is(i + 1, "reporting") || is(i + 1, "current") ? i + 2 : i + 1;
      if (is(at, "quarter") || is(at, "qtr")) {
        return Optional.of(found(Kind.THIS_QUARTER, i, at + 1));
      }
      if (is(at, "period")) {
        return Optional.of(found(Kind.THIS_PERIOD, i, at + 1));
      }
      if (is(at, "month")) {
        return Optional.of(found(Kind.THIS_MONTH, i, at + 1));
      }
      return is(at, "year") || is(at, "financial", "year")
          ? Optional.of(found(Kind.YEAR, i, is(at, "year") ? at + 1 : at + 2))
          : Optional.empty();
    }
    if (EARLIER.has(token(i))) {
      return earlier(i);
    }
    boolean span =
        isSpanWord(i + 1) || is(i + 1, "year") || is(i + 1, "month") || is(i + 1, "financial");
    return LATER.has(token(i)) && span
        ? Optional.of(found(Kind.LATER, i, i + 2))
        : Optional.empty();
  }

  private Optional<Found> earlier(int i) {
    int at = is(i + 1, "reporting") || is(i + 1, "financial") ? i + 2 : i + 1;
    if (is(at, "quarter") || is(at, "qtr")) {
      if (is(at + 1, "of")) {
        int year = is(at + 2, "the") ? at + 3 : at + 2;
        if (is(year, "same", "year") || is(year, "same", "quarter")) {
          return Optional.of(found(Kind.UNUSUAL, i, year + 2));
        }
        Optional<Part> named = financialYear(year, true);
        if (named.isPresent() && is(i, "last")) {
          return Optional.of(
              found(
                  Kind.QUARTER,
                  Optional.of(new FinancialQuarter(named.get().value(), 4)),
                  4,
                  named.get().value(),
                  i,
                  pastYearWords(named.get().next())));
        }
        if (EARLIER.has(token(year)) || is(year, "financial") || is(year, "year")) {
          return Optional.of(found(Kind.OTHER, i, year + 1));
        }
      }
      return Optional.of(found(Kind.LAST_QUARTER, i, at + 1));
    }
    if (is(at, "period") || is(i + 1, "report")) {
      return Optional.of(found(Kind.LAST_PERIOD, i, at + 1));
    }
    if (is(at, "month")) {
      return Optional.of(found(Kind.LAST_MONTH, i, at + 1));
    }
    return is(at, "year") || is(at, "years") || is(at, "quarters") || is(at, "months")
        ? Optional.of(found(is(at, "year") ? Kind.YEAR : Kind.OTHER, i, at + 1))
        : Optional.empty();
  }

  /** {@code in 2020}; a bare number elsewhere is a number. */
  private Optional<Found> onYear(int i) {
    boolean led = BEFORE_YEAR.has(token(i - 1)) && !is(i + 1, "%");
    return led
        ? year(i).map(y -> found(Kind.YEAR, Optional.empty(), 0, y.value(), i, y.next()))
        : Optional.empty();
  }
}
