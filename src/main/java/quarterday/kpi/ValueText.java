package quarterday.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
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
  private static final Pattern NOTE = Pattern.compile("\\[note \\d+\\]\\s*$");
  private static final Pattern NUMBER =
      Pattern.compile("(-|\u2212)?\\s*\u00a3?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(.*)");
  private static final Pattern NEGATIVE = Pattern.compile("\\((.*)\\)");
  private static final Pattern UNIT =
      Pattern.compile(
          "%|per cent|percent|hours?|hrs?|h|(?:calendar |working )?days?|minutes?|mins?|m"
              + "|seconds?|secs?|s|k?m|visits?|emails?|meetings?|events?|tweets?|staff|people|hits?");
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
    if (!unitText.isEmpty() && !UNIT.matcher(unitText).matches()) {
      return new ValueText(Optional.empty(), marks, "", false);
    }
    String digits = number.group(2).replace(",", "");
    BigDecimal value =
        new BigDecimal(digits + (number.group(3) == null ? "" : number.group(3)))
            .stripTrailingZeros();
    return new ValueText(
        Optional.of(below || number.group(1) != null ? value.negate() : value),
        marks,
        "",
        !unitText.isEmpty());
  }

  private static Optional<BigDecimal> time(String text, Unit unit) {
    Matcher time = TIME.matcher(text);
    Matcher shortTime = SHORT_TIME.matcher(text);
    BigDecimal sixty = BigDecimal.valueOf(60);
    if (time.matches()) {
      BigDecimal minutes =
          new BigDecimal(time.group(1)).multiply(sixty).add(new BigDecimal(time.group(2)));
      return switch (unit) {
        case HOURS -> Optional.of(minutes.divide(sixty, Decimals.FIGURES));
        case MINUTES -> Optional.of(minutes);
        case SECONDS -> Optional.of(minutes.multiply(sixty));
        default -> Optional.empty();
      };
    }
    if (shortTime.matches()) {
      BigDecimal seconds =
          new BigDecimal(shortTime.group(1))
              .multiply(sixty)
              .add(new BigDecimal(shortTime.group(2)));
      return switch (unit) {
        case MINUTES -> Optional.of(seconds.divide(sixty, Decimals.FIGURES));
        case SECONDS -> Optional.of(seconds);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
