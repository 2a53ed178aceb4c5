package quarterday.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import quarterday.kpi.Settings;
import quarterday.kpi.Unit;

/**
 * Figures as people read them: rounded half up, thousands apart, the unit behind. Rounding is for
 * the eye only; nothing is computed from what is shown.
 */
public final class Shown {
  private final Settings settings;

  /** Shows figures by these settings. */
  public Shown(Settings settings) {
    this.settings = settings;
  }

  /** A figure without its unit: {@code 1,134} or {@code 92.5}. */
  public String number(BigDecimal value, Unit unit) {
    return number(value, settings.decimals(unit));
  }

  /** A figure with its unit where the unit has a word: {@code 92.5 hours}, {@code 96.5%}. */
  public String figure(BigDecimal value, Unit unit) {
    String number = number(value, unit);
    return unit == Unit.POUNDS
        ? (number.startsWith("-") ? "-\u00a3" + number.substring(1) : "\u00a3" + number)
        : number + unit.suffix();
  }

  /** A change with its sign and unit: {@code +419}, {@code -1.5 hours}, {@code +2.1 points}. */
  public String change(BigDecimal change, Unit unit) {
    BigDecimal size = change.abs();
    String figure = unit == Unit.PERCENTAGE ? number(size, unit) + " points" : figure(size, unit);
    return isNothing(change, unit) ? figure : sign(change) + figure;
  }

  /** A change in per cent with its sign: {@code +38%}, {@code -0.4%}. */
  public static String changePercent(BigDecimal percent) {
    return sign(percent) + percent(percent.abs());
  }

  private static String sign(BigDecimal change) {
    return change.signum() > 0 ? "+" : change.signum() < 0 ? "-" : "";
  }

  /** Whether a figure, as shown, is nothing. */
  public boolean isNothing(BigDecimal value, Unit unit) {
    return value.setScale(settings.decimals(unit), RoundingMode.HALF_UP).signum() == 0;
  }

  /** A per cent without decimals: {@code 20%}; below one per cent with one decimal. */
  public static String percent(BigDecimal value) {
    int decimals = value.abs().compareTo(BigDecimal.ONE) < 0 ? 1 : 0;
    return number(value, decimals) + "%";
  }

  private static String number(BigDecimal value, int decimals) {
    StringBuilder number =
        new StringBuilder(value.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    int first = number.charAt(0) == '-' ? 1 : 0;
    int point = number.length() - (decimals == 0 ? 0 : decimals + 1);
    for (int i = point - 3; i > first; i -= 3) {
      number.insert(i, ',');
    }
    return number.toString();
  }
}
