package quarterday.review;

import java.util.Locale;
import quarterday.kpi.BetterWhen;
import quarterday.spc.Side;

/** Whether a signal is good or bad news. */
public enum Improvement {
  /** The way it should go. */
  BETTER,
  /** The wrong way. */
  WORSE,
  /** No direction is preferred, or the signals point both ways. */
  NEITHER;

  /** As the interfaces and the sheet write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a move to one side means for a measure that should go this way. */
  public static Improvement of(BetterWhen better, Side side) {
    if (better == BetterWhen.NEUTRAL || side == Side.ON) {
      return NEITHER;
    }
    return (better == BetterWhen.HIGHER) == (side == Side.ABOVE) ? BETTER : WORSE;
  }
}
