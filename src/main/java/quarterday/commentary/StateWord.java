package quarterday.commentary;

import java.util.List;
import java.util.Optional;

/**
 * Words that say how a measure stands to its limits.
 *
 * @param kind what they say
 * @param direction up for above and rising, down for below and falling
 * @param months the length of the run that is quoted, in months or in quarters, or 0
 * @param period the period that is named beside it
 * @param subject the words before it in its sentence
 * @param start where it starts in the text
 * @param end where it ends
 */
public record StateWord(
    Kind kind,
    Direction direction,
    int months,
    Optional<PeriodMention> period,
    List<String> subject,
    int start,
    int end) {
  /** What words say of a state. */
  public enum Kind {
    /** {@code stable}, {@code within the control limits}. */
    STABLE,
    /** {@code above the upper limit}. */
    OUTSIDE,
    /** {@code below the upper limit}. */
    INSIDE,
    /** {@code an upward trend}. */
    TREND,
    /** {@code a step change}. */
    SHIFT,
    /** {@code above the mean for seven months}. */
    RUN,
    /** {@code has risen for six months in a row}. */
    STEPS,
    /** {@code has risen for three quarters in a row}. */
    QUARTERLY_STEPS
  }
}
