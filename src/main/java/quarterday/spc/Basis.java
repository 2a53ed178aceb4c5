package quarterday.spc;

/** How far the limits of a phase can be relied on. */
public enum Basis {
  /** Too few points, or no variation that could be measured: no limits and no flags. */
  NONE,
  /** Six to twelve points: only points outside the limits are flagged. */
  TRIAL,
  /** Thirteen points or more: every rule holds. */
  FULL,
  /**
   * Six points or more, and those that the limits come from are all equal: the limits are the mean.
   * Only a departure from locked limits is flagged.
   */
  CONSTANT
}
