package quarterday.commentary;

import java.util.List;

/**
 * A sentence of a commentary with what it claims.
 *
 * @param claims what it says with figures, in order
 * @param movements its words for up and down, in order
 * @param states its words for the state of a measure, in order
 * @param targets its words about a target
 * @param periods the periods that it names, in order
 * @param words its words in small letters, without figures and periods
 * @param start where it starts in the text
 * @param end where it ends
 */
public record Sentence(
    List<Claim> claims,
    List<Movement> movements,
    List<StateWord> states,
    List<TargetWord> targets,
    List<PeriodMention> periods,
    List<String> words,
    int start,
    int end) {
  /** Copies the lists. */
  public Sentence {
    claims = List.copyOf(claims);
    movements = List.copyOf(movements);
    states = List.copyOf(states);
    targets = List.copyOf(targets);
    periods = List.copyOf(periods);
    words = List.copyOf(words);
  }

  /** Whether these words stand in it one after the other. */
  public boolean says(String phrase) {
    return (" " + String.join(" ", words) + " ").contains(" " + phrase + " ");
  }
}
