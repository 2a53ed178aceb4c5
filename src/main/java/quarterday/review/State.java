package quarterday.review;

/** What a measure is found to be in the reporting period, in order of precedence. */
public enum State {
  /** A month of the period lies outside the limits. */
  POINT("point"),
  /** Too few points, or none in the period: nothing can be said. */
  NO_LIMITS("no-limits"),
  /** All points are equal. */
  NO_VARIATION("no-variation"),
  /** Trial limits: only points outside them count. */
  PROVISIONAL("provisional"),
  /** A trend reaches into the period. */
  TREND("trend"),
  /** A step shift reaches into the period. */
  SHIFT("shift"),
  /** Two of three points beyond two sigma, where that rule is used. */
  TWO_OF_THREE("two-of-three"),
  /** None of these. */
  STABLE("stable");

  private final String label;

  State(String label) {
    this.label = label;
  }

  /** As the interfaces write it. */
  public String label() {
    return label;
  }

  /** Whether a rule fired, so that the panel should look. */
  public boolean isException() {
    return this == POINT || this == TREND || this == SHIFT || this == TWO_OF_THREE;
  }
}
