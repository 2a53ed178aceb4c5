package quarterday.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a measure should go. */
public enum BetterWhen {
  /** More is better. */
  HIGHER("Higher", "up", "increase", "high"),
  /** Less is better. */
  LOWER("Lower", "down", "decrease", "low"),
  /** No direction is preferred. */
  NEUTRAL("Neutral", "none", "neither", "n/a");

  private final String label;
  private final String[] spellings;

  BetterWhen(String label, String... spellings) {
    this.label = label;
    this.spellings = spellings;
  }

  /** As settings sheets write it. */
  public String label() {
    return label;
  }

  /** Reads a direction as people write it. */
  public static Optional<BetterWhen> parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            better ->
                better.label.equalsIgnoreCase(plain)
                    || Arrays.asList(better.spellings).contains(plain))
        .findFirst();
  }
}
