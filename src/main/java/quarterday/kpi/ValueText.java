package quarterday.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure typed as text: {@code 1,134}, {@code 92.5 hours}, {@code 351 [p]}, {@code 15hrs 24
 * mins}, {@code 96%}, or shorthand such as {@code [x]}.
 *
 * @param value the number, if there is one, as typed: 96% is 96
 * @param marks the marks behind it
 * @param token the shorthand in place of a number, or empty
 * @param hasUnit whether a unit was typed with it
 */
record ValueText(Optional<BigDecimal> value, Set<Mark> marks, String token, boolean hasUnit) {
  private static final Pattern MARKS = Pattern.compile("\\[([prbe])\\]\\s*$");
  private static final Pattern TOKEN = Pattern.compile("\\[(x|z|c|low|k)\\]");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:[\\[(]note \\d+[\\])]|(?<=\\d)[*\u2020\u2021\u00a7\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)\\s*$");
  private static final Pattern NOTHING = Pattern.compile("nil|nil return|zero");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(-|\u2212)?\\s*\u00a3?\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(\\.\\d+)?\\s*(.*)");
  private static final Pattern NEGATIVE = Pattern.compile("\\((.*)\\)");
  private static final Pattern COUNTED =
      Pattern.compile("visits?|emails?|meetings?|events?|tweets?|staff|people|hits?");

  /** No figure is written with so many characters, marks and notes included. */
  private static final int LONGEST = 255;

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d+)\\s*(?:hours?|hrs?|h)\\s*(?:and|,)?\\s*(\\d+)\\s*(?:minutes?|mins?|m)");
  private static final Pattern SHORT_TIME =
      Pattern.compile(
          "(\\d+)\\s*(?:minutes?|mins?|m)\\s*(?:and|,)?\\s*(\\d+)\\s*(?:seconds?|secs?|s)");

  /** Reads a text in a cell of a measure counted in this unit. */
  static ValueText parse(String text, Unit unit) {
    String rest = text.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (rest.length() > LONGEST) {
      return new ValueText(Optional.empty(), marks, "", false);
    }
    for (boolean found = true; found; ) {
      Matcher note = NOTE.matcher(rest);
      Matcher mark = MARKS.matcher(rest);
      found = note.find() || mark.find();
      if (found) {
        boolean isNote = NOTE.matcher(rest).find();
        if (!isNote) {
          for (Mark candidate : Mark.values()) {
            if (candidate.token().equals("[" + mark.group(1) + "]")) {
              marks.add(candidate);
            }
          }
        }
        rest = rest.substring(0, isNote ? note.start() : mark.start()).strip();
      }
    }
    Matcher token = TOKEN.matcher(rest);
    if (token.matches()) {
      return new ValueText(Optional.empty(), marks, rest, false);
    }
    if (rest.isEmpty()) {
      return new ValueText(Optional.empty(), marks, "", false);
    }
    if (NOTHING.matcher(rest).matches()) {
      return new ValueText(Optional.of(BigDecimal.ZERO), marks, "", true);
    }
    Optional<BigDecimal> time = time(rest, unit);
    if (time.isPresent()) {
      return new ValueText(time, marks, "", true);
    }
    Matcher negative = NEGATIVE.matcher(rest);
    boolean below = negative.matches();
    Matcher number = NUMBER.matcher(below ? negative.group(1).strip() : rest);
    if (!number.matches()) {
      return new ValueText(Optional.empty(), marks, "", false);
    }
    String unitText = number.group(4).strip();
    String digits = number.group(2).replace(",", "").replace(" ", "");
    BigDecimal value =
        new BigDecimal(digits + (number.group(3) == null ? "" : number.group(3)))
            .stripTrailingZeros();
    Optional<BigDecimal> inUnit =
        unitText.isEmpty() ? Optional.of(value) : in(unit, value, unitText);
    boolean minus = below || number.group(1) != null;
    return new ValueText(
        inUnit.map(v -> minus ? v.negate() : v),
        marks,
        "",
        inUnit.isPresent() && !unitText.isEmpty());
  }

  /** A figure with its unit typed in; empty where the measure is counted in something else. */
  private static Optional<BigDecimal> in(Unit wanted, BigDecimal value, String unitText) {
    Optional<Unit> typed =
        COUNTED.matcher(unitText).matches() ? Optional.of(Unit.COUNT) : Unit.parse(unitText);
    // Where nobody said what a measure is counted in, it is a count: its figures are as typed.
    return typed.isEmpty() || wanted == Unit.COUNT || typed.get() == wanted
        ? typed.map(any -> value)
        : time(value, typed.get(), wanted);
  }

  /** Hours and minutes, or minutes and seconds. */
  private static Optional<BigDecimal> time(String text, Unit wanted) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      return time(sixtieths(time), Unit.MINUTES, wanted);
    }
    Matcher shortTime = SHORT_TIME.matcher(text);
    return shortTime.matches()
        ? time(sixtieths(shortTime), Unit.SECONDS, wanted)
        : Optional.empty();
  }

  private static BigDecimal sixtieths(Matcher time) {
    return new BigDecimal(time.group(1)).multiply(SIXTY).add(new BigDecimal(time.group(2)));
  }

  private static Optional<BigDecimal> time(BigDecimal value, Unit from, Unit to) {
    List<Unit> units = List.of(Unit.SECONDS, Unit.MINUTES, Unit.HOURS);
    int steps = units.indexOf(to) - units.indexOf(from);
    if (!units.contains(from) || !units.contains(to)) {
      return Optional.empty();
    }
    return Optional.of(
        steps >= 0
            ? value.divide(SIXTY.pow(steps), Decimals.FIGURES)
            : value.multiply(SIXTY.pow(-steps)));
  }
}
