package quarterday.commentary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Figure.Kind;
import quarterday.commentary.Figure.Sign;

/**
 * Finds the fractions that are written in words: {@code a third of}, {@code three in four}, {@code
 * half as many again}. Such words are loose, so that a fraction is a range of per cent.
 */
final class FractionGrammar extends TokenRow {
  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("half", 2),
          Map.entry("third", 3),
          Map.entry("thirds", 3),
          Map.entry("quarter", 4),
          Map.entry("quarters", 4),
          Map.entry("fifth", 5),
          Map.entry("fifths", 5),
          Map.entry("sixth", 6),
          Map.entry("eighth", 8),
          Map.entry("eighths", 8),
          Map.entry("tenth", 10),
          Map.entry("tenths", 10));
  private static final Map<String, Integer> COUNTS =
      Map.of(
          "a", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7,
          "eight", 8, "nine", 9);
  private static final Map<String, Integer> WHOLES =
      Map.of("three", 3, "four", 4, "five", 5, "six", 6, "eight", 8, "ten", 10, "twenty", 20);

  /** Words before a half that make it a half of something else, or a time. */
  private static final Lexicon OTHER_HALF =
      Lexicon.of("first second other latter last and next early later one two three four five six");

  /** Words behind a fraction of a number. */
  private static final Lexicon BEHIND =
      Lexicon.of("of more fewer less higher lower up down were was had took are did went");

  private static final Lexicon MOVES = Lexicon.of("by up down");

  private static final Lexicon TIMES = Lexicon.of("hour day year term time month week way past");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  FractionGrammar(List<Token> tokens) {
    super(tokens);
  }

  /**
   * The fraction that starts at a token, if one does.
   *
   * @param from where its hedge starts, or the fraction itself
   */
  Optional<FigureGrammar.Found> at(int from, int i, Hedge hedge) {
    if (!token(i).isWord()) {
      return Optional.empty();
    }
    if (is(i, "half", "as") && is(i + 3, "again")) {
      return Optional.of(found(1, 2, Sign.PLUS, hedge, from, i + 4));
    }
    Optional<FigureGrammar.Found> minutes = ofAnHour(from, i, hedge);
    if (minutes.isPresent()) {
      return minutes;
    }
    int count = COUNTS.getOrDefault(token(i).text(), 0);
    if (is(i, "half")) {
      return isHalf(from, i)
          ? Optional.of(found(1, 2, Sign.NONE, hedge, from, i + 1))
          : Optional.empty();
    }
    if (count == 0) {
      return Optional.empty();
    }
    int whole = WHOLES.getOrDefault(token(i + 2).text(), 0);
    if (is(i + 1, "in") && whole > count && !isTime(i + 3)) {
      return Optional.of(found(count, whole, Sign.NONE, hedge, from, i + 3));
    }
    int name = token(i + 1).is(Token.Kind.DASH) ? i + 2 : i + 1;
    int part = PARTS.getOrDefault(token(name).text(), 0);
    boolean known = part > count && (count > 1) == token(name).text().endsWith("s");
    boolean last = !token(name + 1).isWord() && !token(name + 1).is(Token.Kind.DASH);
    boolean moved = isMoved(from) && !isTime(name + 1);
    boolean used = moved || (last && from < i) || BEHIND.has(token(name + 1));
    boolean bracketed = is(name + 1, "(");
    boolean ago = is(name + 1, "of", "an");
    return known && !ago && (used || bracketed)
        ? Optional.of(found(count, part, Sign.NONE, hedge, from, name + 1))
        : Optional.empty();
  }

  /** {@code half of}, {@code by half}; not {@code half an hour} and {@code the second half}. */
  private boolean isHalf(int from, int i) {
    boolean hedged = from < i;
    boolean led = hedged || isMoved(from) || token(from - 1).is(Token.Kind.STOP);
    boolean last = !token(i + 1).isWord() && !token(i + 1).is(Token.Kind.DASH);
    boolean of = is(i + 1, "of") && !is(i + 2, "an");
    boolean used = of || BEHIND.has(token(i + 1)) || last || is(i + 1, "on") || isChange(from);
    return (of || led)
        && used
        && !OTHER_HALF.has(token(from - 1))
        && !is(i - 1, "a")
        && !isTime(i + 1);
  }

  private boolean isMoved(int from) {
    return MOVES.has(token(from - 1)) || isChange(from);
  }

  /** {@code a decrease of one third}. */
  private boolean isChange(int from) {
    Token noun = token(from - 2);
    return is(from - 1, "of") && (Direction.UP_NOUNS.has(noun) || Direction.DOWN_NOUNS.has(noun));
  }

  /**
   * {@code half an hour}, {@code three quarters of an hour}: so many minutes, give or take five.
   */
  private Optional<FigureGrammar.Found> ofAnHour(int from, int i, Hedge hedge) {
    int quarters =
        is(i, "half", "an", "hour")
            ? 2
            : is(i, "a", "quarter", "of", "an", "hour")
                ? 1
                : is(i, "three", "quarters", "of", "an", "hour") ? 3 : 0;
    if (quarters == 0) {
      return Optional.empty();
    }
    BigDecimal minutes = BigDecimal.valueOf(15L * quarters);
    BigDecimal five = BigDecimal.valueOf(5);
    BigDecimal low = hedge == Hedge.OVER ? minutes : minutes.subtract(five);
    BigDecimal high = hedge == Hedge.UNDER ? minutes : minutes.add(five);
    int next = quarters == 2 ? i + 3 : i + 5;
    return Optional.of(
        new FigureGrammar.Found(
            Optional.of(
                new Figure(
                    low,
                    Optional.of(high),
                    Kind.MINUTES,
                    0,
                    Sign.NONE,
                    hedge,
                    true,
                    is(from - 1, "("),
                    token(from).start(),
                    token(next - 1).end())),
            next));
  }

  private boolean isTime(int i) {
    return TIMES.has(token(i))
        || (token(i).text().endsWith("s")
            && TIMES.has(token(i).text().substring(0, token(i).text().length() - 1)));
  }

  private FigureGrammar.Found found(
      int count, int part, Sign sign, Hedge hedge, int from, int next) {
    BigDecimal exact =
        HUNDRED
            .multiply(BigDecimal.valueOf(count))
            .divide(BigDecimal.valueOf(part), 4, RoundingMode.HALF_UP);
    boolean than = is(from + 1, "than");
    BigDecimal low =
        switch (hedge) {
          case EXACT -> exact.subtract(leeway(exact, "0.12", 5));
          case ABOUT -> exact.subtract(leeway(exact, "0.2", 8));
          case OVER -> exact.subtract(BigDecimal.ONE);
          case UNDER -> than ? BigDecimal.ZERO : exact.multiply(new BigDecimal("0.8"));
        };
    BigDecimal high =
        switch (hedge) {
          case EXACT -> exact.add(leeway(exact, "0.12", 5));
          case ABOUT -> exact.add(leeway(exact, "0.2", 8));
          case OVER -> exact.multiply(new BigDecimal(than ? "1.8" : "1.5"));
          case UNDER -> exact.add(BigDecimal.ONE);
        };
    return new FigureGrammar.Found(
        Optional.of(
            new Figure(
                low.setScale(1, RoundingMode.HALF_UP),
                Optional.of(high.setScale(1, RoundingMode.HALF_UP)),
                Kind.FRACTION,
                0,
                sign,
                hedge,
                true,
                is(from - 1, "("),
                token(from).start(),
                token(next - 1).end())),
        next);
  }

  /** A share of a fraction, and so many points at most. */
  private static BigDecimal leeway(BigDecimal exact, String share, int most) {
    return exact.multiply(new BigDecimal(share)).min(BigDecimal.valueOf(most));
  }
}
