package quarterday.spc;

/** What a single position is found to be: the first of these that holds, in the chart's order. */
public enum PointState {
  POINT("point"),
  TREND("trend"),
  SHIFT("shift"),
  TWO_OF_THREE("two-of-three"),
  STABLE("stable"),
  PROVISIONAL("provisional"),
  NO_LIMITS("no-limits"),
  NO_VARIATION("no-variation"),
  LEFT_OUT("left-out"),
  GAP("gap");

  private final String label;

  PointState(String label) {
    this.label = label;
  }

  /** The name in files, in lower case with hyphens. */
  public String label() {
    return label;
  }
}
