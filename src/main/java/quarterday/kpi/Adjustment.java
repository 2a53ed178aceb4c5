package quarterday.kpi;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import quarterday.sheet.Address;

/**
 * A decision of the analyst about a measure.
 *
 * @param measure the measure's name or id, as written
 * @param month the month it speaks of; for a reset, the first month of the new limits
 * @param kind what was decided
 * @param reason why
 * @param by who decided, as written
 * @param sheet the sheet it stands on
 * @param cell its row's first cell
 */
public record Adjustment(
    String measure,
    YearMonth month,
    Kind kind,
    String reason,
    String by,
    String sheet,
    Address cell) {
  /** What can be decided. */
  public enum Kind {
    /** New limits start with this month. */
    RESET("Reset limits"),
    /** This month takes no part in limits and rules, and stays visible. */
    LEAVE_OUT("Leave out"),
    /** A remark. */
    NOTE("Note");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As the Adjustments sheet writes it. */
    public String label() {
      return label;
    }

    /** As programs write it: {@code reset-limits}. */
    public String key() {
      return label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Reads what programs write. */
    public static Optional<Kind> ofKey(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    static Optional<Kind> parse(String text) {
      return Arrays.stream(values())
          .filter(kind -> kind.label.equalsIgnoreCase(text.strip()))
          .findFirst();
    }
  }
}
