package quarterday.spc;

/** The rules that tell a special cause from ordinary variation, in order of precedence. */
public enum SignalRule {
  /** A point strictly above the upper or strictly below the lower limit. */
  OUTSIDE("point"),
  /** Points that rise, or fall, strictly one after the other. */
  TREND("trend"),
  /** Points in a row strictly on one side of the centre line. */
  SHIFT("shift"),
  /**
   * Of three points in a row, all strictly on one side of the centre line, at least two beyond two
   * thirds of the way to the limit.
   */
  TWO_OF_THREE("two of three");

  private final String label;

  SignalRule(String label) {
    this.label = label;
  }

  /** The word for it. */
  public String label() {
    return label;
  }
}
