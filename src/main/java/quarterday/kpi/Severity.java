package quarterday.kpi;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** A mistake that the panel would see. */
  ERROR,
  /** Probably a mistake; the analyst should look. */
  WARNING,
  /** Worth knowing. */
  ADVICE;

  /** As the interfaces write it: {@code error}, {@code warning}, {@code advice}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
