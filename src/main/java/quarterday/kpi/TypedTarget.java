package quarterday.kpi;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.sheet.CellSnapshot;

/**
 * A target typed in a table, beside the measure: {@code 95}, {@code 95%}, {@code at least 40},
 * {@code under 15 minutes}. Words without a number ({@code Reduce}, {@code n/a}) are no target.
 *
 * @param value the target, in the measure's unit
 * @param better the way the measure should go, where the target says on which side of it to be
 */
record TypedTarget(BigDecimal value, Optional<BetterWhen> better) {
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "^(?:at least|no less than|not less than|minimum|min|above|over|more than|>=|>|\u2265)\\s*"
              + "|\\s*(?:\\+|or more|or above|minimum|min)$");
  private static final Pattern AT_MOST =
      Pattern.compile(
          "^(?:at most|no more than|not more than|up to|maximum|max|below|under|within|less than"
              + "|<=|<|\u2264)\\s*|\\s*(?:or less|or fewer|or below|maximum|max)$");

  /** No target is written with so many characters. */
  private static final int LONGEST = 40;

  /**
   * Reads a target in the unit of its measure; empty where there is none, or one in another unit.
   *
   * @param inFractions whether the measure's figures are fractions in a per cent format
   */
  static Optional<TypedTarget> of(CellSnapshot cell, Unit unit, boolean inFractions) {
    boolean percentage = unit == Unit.PERCENTAGE;
    if (cell.content().number().isPresent()) {
      BigDecimal value = Decimals.of(cell.content().number().getAsDouble());
      boolean shown = cell.format().contains("%");
      if (!Decimals.isUsable(value) || (shown && !percentage)) {
        return Optional.empty();
      }
      boolean fraction = shown || (percentage && inFractions && isFraction(value));
      return Optional.of(
          new TypedTarget(fraction ? Decimals.inPoints(value) : value, Optional.empty()));
    }
    String text = SettingsSheets.shown(cell).toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST || (text.contains("%") && !percentage)) {
      return Optional.empty();
    }
    Matcher least = AT_LEAST.matcher(text);
    Matcher most = AT_MOST.matcher(text);
    Optional<BetterWhen> better =
        least.find()
            ? Optional.of(BetterWhen.HIGHER)
            : most.find() ? Optional.of(BetterWhen.LOWER) : Optional.empty();
    String bare =
        better.isEmpty() ? text : (better.get() == BetterWhen.HIGHER ? least : most).replaceAll("");
    return ValueText.parse(bare, unit)
        .value()
        .filter(Decimals::isUsable)
        .map(value -> new TypedTarget(value, better));
  }

  private static boolean isFraction(BigDecimal value) {
    return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0;
  }
}
