package quarterday.commentary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Figure.Kind;
import quarterday.commentary.Figure.Sign;

/** Finds the figures in a row of tokens, and tells them from numbers that count nothing. */
final class FigureGrammar extends TokenRow {
  /**
   * Digits read.
   *
   * @param figure the figure; empty where the digits are a time, a label or a reference
   * @param next the position behind it
   */
  record Found(Optional<Figure> figure, int next) {}

  private record Digits(BigDecimal value, int decimals, boolean spelled, int next) {}

  private record Counted(Kind kind, int next) {}

  private record Qualified(Hedge hedge, int next) {}

  private static final Map<String, Integer> ONES =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  /** Words whose number is a name: KPI 1.4, Outcome 16, week 3. */
  private static final Lexicon LABELS =
      Lexicon.of(
          "kpi kpis outcome outcomes section paragraph para page pages phase tier item form"
              + " appendix figure table level grade band category cat no nos number ref reference"
              + " version room code act part stage class schedule step age aged ages wave week zone"
              + " ward question top priority objective goal strand covid operation op chapter annex"
              + " team block floor line route junction model mark type beat unit extension ext tel"
              + " telephone phone call on-call day point points indicator note");

  /** {@code 64,469 calls were received on 101}. */
  private static final Lexicon BY_LINE = Lexicon.of("on via through using by");

  private static final Lexicon ANSWERED =
      Lexicon.of("received taken made answered handled logged recorded abandoned in put placed");

  private static final Lexicon EMERGENCY =
      Lexicon.of(
          "call calls service services line number demand contact contacts abandonment answering"
              + " system volume volumes emergency performance caller callers queue team");

  private static final Lexicon ABOUT =
      Lexicon.of("approximately approx about around roughly circa c some ~ say estimated ca");
  private static final Lexicon OVER = Lexicon.of("over exceeding above passed topped surpassed");
  private static final Lexicon UNDER = Lexicon.of("almost nearly under below");

  /** Words behind points that set them against another value. */
  private static final Lexicon BESIDE =
      Lexicon.of("below above under over short ahead behind better worse off adrift clear");

  private static final Lexicon BARE_BEFORE =
      Lexicon.of("a an by of is was ( : were at with to down up");

  private static final Lexicon HOURS = Lexicon.of("h hr hrs hour hours");
  private static final Lexicon MINUTES = Lexicon.of("min mins minute minutes");
  private static final Lexicon SECONDS = Lexicon.of("sec secs second seconds");
  private static final Lexicon NOT_ONE =
      Lexicon.of("no any this each which the every only another day number that more");
  private static final Lexicon CLOCK = Lexicon.of("am pm a.m p.m");

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  /** A run of digits this long without grouping is a reference, not a count. */
  private static final int REFERENCE_DIGITS = 7;

  private final FractionGrammar fractions;

  FigureGrammar(List<Token> tokens) {
    super(tokens);
    this.fractions = new FractionGrammar(tokens);
  }

  private boolean isDigits(int i) {
    return token(i).is(Token.Kind.NUMBER);
  }

  /** The figure, with its hedge and sign, that starts at a token, if one does. */
  Optional<Found> at(int i) {
    Qualified hedge = hedge(i);
    int at = hedge.next();
    Sign sign = Sign.NONE;
    if (is(at, "+")) {
      sign = Sign.PLUS;
      at++;
    } else if (isMinus(at)) {
      sign = Sign.MINUS;
      at++;
    }
    boolean pounds = is(at, "\u00a3");
    at += pounds ? 1 : 0;
    if (is(at, "-") && pounds) {
      sign = Sign.MINUS;
      at++;
    }
    Optional<Found> fraction = fractions.at(i, at, hedge.hedge());
    if (fraction.isPresent()) {
      return fraction;
    }
    if (token(at).is(Token.Kind.REFERENCE)) {
      return at == i ? Optional.of(new Found(Optional.empty(), at + 1)) : Optional.empty();
    }
    Optional<Digits> number = isDigits(at) ? digits(at, pounds) : spelled(at);
    if (number.isEmpty()) {
      return isDigits(at) && at == i
          ? Optional.of(new Found(Optional.empty(), pastName(at)))
          : Optional.empty();
    }
    return Optional.of(figure(i, hedge.hedge(), sign, pounds, number.get()));
  }

  private Found figure(int from, Hedge hedge, Sign sign, boolean pounds, Digits number) {
    BigDecimal value = number.value();
    int decimals = number.decimals();
    int at = number.next();
    int scale = scale(at, pounds);
    if (scale > 0) {
      value = value.scaleByPowerOfTen(scale);
      decimals -= scale;
      at++;
    }
    Optional<BigDecimal> upTo = Optional.empty();
    if (isRange(from, at)) {
      Optional<Digits> end = isDigits(at + 1) ? digits(at + 1, pounds) : spelled(at + 1);
      if (end.isPresent() && end.get().value().compareTo(value) > 0) {
        upTo = end.map(Digits::value);
        at = end.get().next();
      }
    }
    Kind kind = pounds ? Kind.POUNDS : Kind.NUMBER;
    Optional<Counted> counted = pounds ? Optional.empty() : counted(at);
    if (counted.isPresent()) {
      kind = counted.get().kind();
      at = counted.get().next();
      Optional<Digits> rest = rest(kind, at);
      if (rest.isPresent() && upTo.isEmpty()) {
        value = value.multiply(SIXTY).add(rest.get().value());
        decimals = rest.get().decimals();
        kind = kind == Kind.HOURS ? Kind.MINUTES : Kind.SECONDS;
        at = rest.get().next();
      }
    }
    return new Found(
        Optional.of(
            new Figure(
                value,
                upTo,
                kind,
                decimals,
                sign,
                hedge,
                number.spelled(),
                is(from - 1, "("),
                token(from).start(),
                token(at - 1).end())),
        at);
  }

  /** {@code 5-10}, {@code between 5 and 10}, {@code 10 to 15}, but not {@code from 24 to 6}. */
  private boolean isRange(int from, int at) {
    boolean number = isDigits(at + 1) || (token(at + 1).isWord() && spelled(at + 1).isPresent());
    if (!number) {
      return false;
    }
    if (token(at).is(Token.Kind.DASH)) {
      return token(at).glued() && token(at + 1).glued();
    }
    if (is(at, "and")) {
      return is(from - 1, "between");
    }
    if (!is(at, "to")) {
      return false;
    }
    for (int k = from - 1; k >= from - 5; k--) {
      boolean move = is(k, "from") || Direction.any(token(k).text()) != Direction.UNSAID;
      if (move || MovementGrammar.factor(token(k).text()) != 0) {
        return false;
      }
    }
    return true;
  }

  private Qualified hedge(int i) {
    Token token = token(i);
    if (ABOUT.has(token)) {
      int next = is(i + 1, ".") ? i + 2 : i + 1;
      return new Qualified(Hedge.ABOUT, next);
    }
    int at = is(i, "just") || is(i, "well") || is(i, "only") || is(i, "little") ? i + 1 : i;
    if (OVER.has(token(at))) {
      return new Qualified(Hedge.OVER, at + 1);
    }
    if (UNDER.has(token(at))) {
      return new Qualified(Hedge.UNDER, at + 1);
    }
    if (is(at, "at") && is(at + 1, "least")) {
      return new Qualified(Hedge.OVER, at + 2);
    }
    if (is(at, "in") && is(at + 1, "excess") && is(at + 2, "of")) {
      return new Qualified(Hedge.OVER, at + 3);
    }
    if (is(at, "up") && is(at + 1, "to") && !is(at + 3, "from")) {
      return new Qualified(Hedge.UNDER, at + 2);
    }
    boolean than =
        is(at + 1, "than") && !isDigits(at - 1) && !is(at - 1, "%") && !isTimeBefore(at + 2);
    if (is(at, "more") && than && !followsNoun(at)) {
      return new Qualified(Hedge.OVER, at + 2);
    }
    if ((is(at, "less") || is(at, "fewer")) && than && !followsNoun(at)) {
      return new Qualified(Hedge.UNDER, at + 2);
    }
    return new Qualified(Hedge.EXACT, i);
  }

  /** {@code twelve months earlier}: what is compared with. */
  private boolean isTimeBefore(int i) {
    boolean stretch = is(i + 1, "months") || is(i + 1, "years") || is(i + 1, "weeks");
    return stretch && (is(i + 2, "earlier") || is(i + 2, "ago") || is(i + 2, "before"));
  }

  /** In {@code 59 meetings more than 292} the words compare. */
  private boolean followsNoun(int i) {
    return token(i - 1).isWord() && (isDigits(i - 2) || is(i - 2, "%"));
  }

  /** A minus belongs to its number; a dash stands between two parts of a sentence. */
  private boolean isMinus(int i) {
    if (is(i, "minus")) {
      return isDigits(i + 1);
    }
    if (!token(i).is(Token.Kind.DASH) || !(isDigits(i + 1) || is(i + 1, "\u00a3"))) {
      return false;
    }
    Token before = token(i - 1);
    boolean tied = token(i).glued() && !before.is(Token.Kind.MARK);
    return token(i + 1).glued() ? !tied : BARE_BEFORE.has(before);
  }

  private Optional<Digits> digits(int i, boolean pounds) {
    if (!isDigits(i) || isName(i, pounds)) {
      return Optional.empty();
    }
    String text = token(i).text();
    int next = i + 1;
    // Thousands parted by a space.
    while (isDigits(next)
        && !text.contains(".")
        && (text.length() <= 3 || next > i + 1)
        && token(next).exact().matches("\\d{3}(?:\\.\\d{1,2})?")
        && token(next).start() == token(next - 1).end() + 1
        && !LABELS.has(token(i - 1))
        && !is(i - 1, "quarter")) {
      text = text + token(next).text();
      next++;
    }
    BigDecimal value = new BigDecimal(text);
    return Optional.of(new Digits(value, value.scale(), false, next));
  }

  /** Whether digits are a label, a time, a reference or part of a word. */
  private boolean isName(int i, boolean pounds) {
    Token number = token(i);
    Token before = token(i - 1);
    Token next = token(i + 1);
    String digits = number.exact();
    boolean joined =
        before.is(Token.Kind.DASH) && before.glued() && number.glued() && token(i - 2).isWord();
    if (joined || (number.glued() && before.isWord() && !before.is("h") && !isUnit(i - 1))) {
      return true;
    }
    if (next.glued() && (PeriodGrammar.ORDINALS.has(next) || CLOCK.has(next))) {
      return true;
    }
    if (next.is(":") && next.glued() && isDigits(i + 2) && token(i + 2).glued()) {
      return true;
    }
    if (before.is(":") && before.glued() && number.glued() && isDigits(i - 2)) {
      return true;
    }
    if (before.is("#") || before.is("[") || before.is("@")) {
      return true;
    }
    if (pounds) {
      return false;
    }
    boolean grouped = digits.contains(",");
    if ((LABELS.has(before) && !(grouped && before.is("number")))
        || (before.is(".") && before.is(Token.Kind.MARK) && LABELS.has(token(i - 2)))) {
      return true;
    }
    if ((digits.equals("101") || digits.equals("999"))
        && (EMERGENCY.has(next)
            || before.is("the")
            || EMERGENCY.has(token(i - 2))
            || (BY_LINE.has(before) && ANSWERED.has(token(i - 2))))) {
      return true;
    }
    if ((digits.equals("24") && next.is("/") && is(i + 2, "7"))
        || (digits.equals("7") && before.is("/") && is(i - 2, "24"))) {
      return true;
    }
    boolean leadingZero = digits.length() > 2 && digits.startsWith("0") && !digits.contains(".");
    boolean telephone =
        isDigits(i - 1)
            && token(i - 1).exact().startsWith("0")
            && token(i - 1).exact().length() > 2;
    boolean endOfTelephone =
        isDigits(i - 1)
            && isDigits(i - 2)
            && token(i - 2).exact().startsWith("0")
            && token(i - 2).exact().length() > 2;
    if (leadingZero || telephone || endOfTelephone) {
      return true;
    }
    if (digits.length() >= REFERENCE_DIGITS && digits.chars().allMatch(Character::isDigit)) {
      return true;
    }
    boolean listed = next.is(")") && !before.is("(") && (before.is(Token.Kind.STOP) || i == 0);
    return listed || isSplit(i);
  }

  private boolean isUnit(int i) {
    return HOURS.has(token(i)) || MINUTES.has(token(i));
  }

  /** {@code 55/45}, and references such as {@code 1234/20}: no part of a whole. */
  private boolean isSplit(int i) {
    int first =
        is(i + 1, "/") && isDigits(i + 2) ? i : is(i - 1, "/") && isDigits(i - 2) ? i - 2 : -1;
    if (first < 0) {
      return false;
    }
    BigDecimal left = new BigDecimal(token(first).text());
    BigDecimal right = new BigDecimal(token(first + 2).text());
    return left.compareTo(right) > 0 || left.add(right).compareTo(BigDecimal.valueOf(100)) == 0;
  }

  /** Behind a name: its glued ending too. */
  private int pastName(int i) {
    Token next = token(i + 1);
    return next.glued() && next.isWord() ? i + 2 : i + 1;
  }

  private int scale(int i, boolean pounds) {
    Token token = token(i);
    if (token.is("million") || (pounds && token.glued() && (token.is("m") || token.is("mn")))) {
      return 6;
    }
    if (token.is("thousand") || (token.glued() && token.is("k"))) {
      return 3;
    }
    return token.is("billion") || (pounds && token.glued() && token.is("bn")) ? 9 : 0;
  }

  private Optional<Counted> counted(int i) {
    if (is(i, "%")) {
      int points = is(i + 1, "age") ? i + 2 : token(i + 1).is(Token.Kind.DASH) ? i + 2 : i + 1;
      return Optional.of(
          isPoint(points)
              ? new Counted(Kind.POINTS, points + 1)
              : new Counted(Kind.PER_CENT, i + 1));
    }
    boolean twoWords = is(i, "per") && is(i + 1, "cent");
    if (twoWords || is(i, "percent") || is(i, "pc")) {
      int next = twoWords ? i + 2 : i + 1;
      return Optional.of(
          isPoint(next) ? new Counted(Kind.POINTS, next + 1) : new Counted(Kind.PER_CENT, next));
    }
    if ((is(i, "percentage") && isPoint(i + 1))) {
      return Optional.of(new Counted(Kind.POINTS, i + 2));
    }
    if (is(i, "percentage") && token(i + 1).is(Token.Kind.DASH) && isPoint(i + 2)) {
      return Optional.of(new Counted(Kind.POINTS, i + 3));
    }
    if (token(i).is(Token.Kind.DASH) && is(i + 1, "percentage") && isPoint(i + 3)) {
      return Optional.of(new Counted(Kind.POINTS, i + 4));
    }
    if (is(i, "pp") || is(i, "ppt") || is(i, "ppts") || is(i, "pps") || is(i, "pts")) {
      return Optional.of(new Counted(Kind.POINTS, i + 1));
    }
    // "1.9 points higher"; points elsewhere are points of a chart.
    boolean compared =
        Direction.any(token(i + 1).text()) != Direction.UNSAID
            || BESIDE.has(token(i + 1))
            || Direction.any(token(i - 2).text()) != Direction.UNSAID
            || (is(i - 2, "by")
                && (Direction.any(token(i - 3).text()) != Direction.UNSAID
                    || is(i - 3, "improved")
                    || is(i - 3, "worsened")))
            || (is(i - 2, "of")
                && Direction.any(token(i - 3).text()) != Direction.UNSAID
                && !is(i + 1, "in")
                && !is(i + 1, "above")
                && !is(i + 1, "below"))
            || (is(i - 2, "and") && hasPointsBefore(i - 2));
    if (isPoint(i) && compared) {
      return Optional.of(new Counted(Kind.POINTS, i + 1));
    }
    int at = token(i).is(Token.Kind.DASH) && token(i).glued() && token(i + 1).glued() ? i + 1 : i;
    boolean qualified = is(at, "calendar") || is(at, "working") || is(at, "business");
    if (qualified && (is(at + 1, "days") || is(at + 1, "day"))) {
      return Optional.of(new Counted(Kind.DAYS, at + 2));
    }
    if (is(at, "consecutive") || is(at, "successive") || is(at, "straight")) {
      at++;
    }
    Optional<Kind> kind = time(token(at));
    return kind.map(k -> new Counted(k, atAfter(i)));
  }

  private int atAfter(int i) {
    int at = token(i).is(Token.Kind.DASH) ? i + 1 : i;
    boolean run = is(at, "consecutive") || is(at, "successive") || is(at, "straight");
    return run ? at + 2 : at + 1;
  }

  private static Optional<Kind> time(Token token) {
    if (HOURS.has(token)) {
      return Optional.of(Kind.HOURS);
    }
    if (MINUTES.has(token)) {
      return Optional.of(Kind.MINUTES);
    }
    if (SECONDS.has(token)) {
      return Optional.of(Kind.SECONDS);
    }
    return switch (token.text()) {
      case "day", "days" -> Optional.of(Kind.DAYS);
      case "week", "weeks" -> Optional.of(Kind.WEEKS);
      case "month", "months" -> Optional.of(Kind.MONTHS);
      case "year", "years" -> Optional.of(Kind.YEARS);
      default -> Optional.empty();
    };
  }

  /** {@code 1.2 points on Q2 and 2.9 points on Q3}. */
  private boolean hasPointsBefore(int i) {
    for (int k = i - 1; k > i - 12 && k >= 0 && !token(k).is(Token.Kind.STOP); k--) {
      if (isPoint(k) && (isDigits(k - 1) || is(k - 1, "percentage"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPoint(int i) {
    return is(i, "point") || is(i, "points");
  }

  /** The minutes behind hours, or the seconds behind minutes. */
  private Optional<Digits> rest(Kind kind, int i) {
    if (kind != Kind.HOURS && kind != Kind.MINUTES) {
      return Optional.empty();
    }
    int at = is(i, "and") || is(i, ",") || is(i, ".") ? i + 1 : i;
    Optional<Digits> number =
        isDigits(at)
            ? Optional.of(
                new Digits(
                    new BigDecimal(token(at).text()),
                    new BigDecimal(token(at).text()).scale(),
                    false,
                    at + 1))
            : spelled(at);
    if (number.isEmpty() || number.get().value().compareTo(SIXTY) >= 0) {
      return Optional.empty();
    }
    int unit = number.get().next();
    Lexicon wanted = kind == Kind.HOURS ? MINUTES : SECONDS;
    boolean unitGiven =
        wanted.has(token(unit))
            || (token(unit).glued() && token(unit).is(kind == Kind.HOURS ? "m" : "s"));
    boolean shorthand = at == i && token(at).glued() && token(i - 1).is("h");
    return unitGiven
        ? number.map(n -> new Digits(n.value(), n.decimals(), n.spelled(), unit + 1))
        : shorthand ? number : Optional.empty();
  }

  /** {@code seven}, {@code twenty-one}; not {@code one of}, {@code one-off}, {@code no one}. */
  private Optional<Digits> spelled(int i) {
    Token token = token(i);
    if (!token.isWord()) {
      return Optional.empty();
    }
    int next = i + 1;
    int value;
    if (ONES.containsKey(token.text())) {
      value = ONES.get(token.text());
    } else if (TENS.containsKey(token.text())) {
      value = TENS.get(token.text());
      int unit = token(next).is(Token.Kind.DASH) ? next + 1 : next;
      Integer ones = ONES.get(token(unit).text());
      if (ones != null && ones > 0 && ones < 10) {
        value += ones;
        next = unit + 1;
      }
    } else {
      return Optional.empty();
    }
    if (is(next, "hundred") && value > 0 && value < 20) {
      value *= 100;
      next++;
    }
    return isNumberWord(i, next, value)
        ? Optional.of(new Digits(BigDecimal.valueOf(value), 0, true, next))
        : Optional.empty();
  }

  private boolean isNumberWord(int i, int next, int value) {
    if (LABELS.has(token(i - 1)) || (token(i - 1).is(Token.Kind.DASH) && token(i).glued())) {
      return false;
    }
    boolean compound =
        token(next).is(Token.Kind.DASH)
            && token(next).glued()
            && token(next + 1).glued()
            && time(token(next + 1)).isEmpty();
    boolean fraction =
        is(next, "third")
            || is(next, "thirds")
            || is(next, "quarters")
            || is(next, "half")
            || is(next, "fifths")
            || is(next, "fold")
            || is(next, "fifth");
    if (compound || fraction) {
      return false;
    }
    if (value != 1) {
      return true;
    }
    boolean idiom =
        NOT_ONE.has(token(i - 1))
            || is(next, "another")
            || is(next, "to")
            || is(next, "or")
            || is(next, "such")
            || is(next, "who")
            || is(next, "would")
            || is(next, "might")
            || is(next, "can")
            || is(next, "that")
            || (is(next, "in") && !PeriodGrammar.isMonthName(token(next + 1)));
    int whole = is(next + 1, "the") || is(next + 1, "all") ? next + 2 : next + 1;
    String counted = token(whole).text();
    boolean member =
        is(next, "of")
            && !isDigits(whole)
            && !ONES.containsKey(counted)
            && !TENS.containsKey(counted);
    return !idiom && !member;
  }
}
