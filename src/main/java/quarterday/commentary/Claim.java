package quarterday.commentary;

import java.util.List;
import java.util.Optional;

/**
 * What a sentence says with one figure.
 *
 * @param about what the figure is about
 * @param figure the figure
 * @param direction which way a change goes
 * @param period the period that a value, or a change, is said to be of; empty where the sentence
 *     names none
 * @param basis the period that a change is said to be against
 * @param beside the figure it is set against: the whole of a part, the part of a share, the earlier
 *     value of a change
 * @param nouns the words behind the figure that say what is counted
 * @param subject the words before it in its sentence
 * @param verb what was done with the things counted, where a word behind them says so
 * @param within the words behind {@code on}, {@code at}, {@code about} and the like
 * @param scope whether the figure speaks of all the things counted
 */
public record Claim(
    About about,
    Figure figure,
    Direction direction,
    Optional<PeriodMention> period,
    Optional<PeriodMention> basis,
    Optional<Figure> beside,
    List<String> nouns,
    List<String> subject,
    String verb,
    List<String> within,
    Scope scope) {
  /** What a figure is about. */
  public enum About {
    /** A value, of the period named or else of the report's. */
    LEVEL,
    /** The value that something is compared with. */
    EARLIER,
    /** A difference in units. */
    CHANGE,
    /** A difference in per cent. */
    PER_CENT_CHANGE,
    /** A difference in percentage points. */
    POINTS_CHANGE,
    /** Some of a whole. */
    PART,
    /** The whole of a part. */
    WHOLE,
    /** A part in per cent of its whole. */
    SHARE,
    /** A target, cap or limit. */
    TARGET,
    /** A length of time that is not a value: {@code for 7 months}, {@code within 20 days}. */
    DURATION,
    /** Something else. */
    OTHER
  }

  /** How much of what is counted a figure speaks of. */
  public enum Scope {
    /** All: nothing narrows it. */
    ALL,
    /** All, if the verb is one that the measure counts: {@code 45 were accepted}. */
    BY_VERB,
    /** Some: a place, a kind, a cause or a plan narrows it. */
    SOME
  }
}
