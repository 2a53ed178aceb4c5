package quarterday.commentary;

import java.util.Optional;

/**
 * Words that set a value against its target.
 *
 * @param relation where the value is said to stand
 * @param target the target, where the sentence quotes it
 * @param gap how far from the target, where the sentence says so
 * @param start where the words start in the text
 * @param end where they end
 */
public record TargetWord(
    Relation relation, Optional<Figure> target, Optional<Figure> gap, int start, int end) {
  /** Where a value is said to stand. */
  public enum Relation {
    /** Less than the target. */
    BELOW,
    /** More than the target. */
    ABOVE,
    /** Not more than the target, which is a limit. */
    WITHIN,
    /** On the right side of the target. */
    MET,
    /** On the wrong side of the target. */
    MISSED
  }
}
