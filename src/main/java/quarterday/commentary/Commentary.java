package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;

/**
 * A commentary read by the grammar of its figures.
 *
 * @param text the commentary as written
 * @param sentences its sentences, in order
 */
public record Commentary(String text, List<Sentence> sentences) {
  /** Copies the list. */
  public Commentary {
    sentences = List.copyOf(sentences);
  }

  /** Reads a text; the time is linear in its length. */
  public static Commentary read(String text) {
    List<Sentence> sentences = new ArrayList<>();
    List<Item> run = new ArrayList<>();
    for (Item item : Item.in(text)) {
      if (item.token().is(Token.Kind.STOP)) {
        add(run, sentences);
      } else {
        run.add(item);
        if (run.size() == LONGEST) {
          // A list without a full stop is no sentence: cut, so that reading stays linear.
          add(run, sentences);
        }
      }
    }
    add(run, sentences);
    return new Commentary(text, sentences);
  }

  /** Items; the longest real sentences have some sixty. */
  private static final int LONGEST = 120;

  private static void add(List<Item> run, List<Sentence> sentences) {
    if (!run.isEmpty()) {
      sentences.add(new ClaimGrammar(List.copyOf(run)).sentence());
      run.clear();
    }
  }

  /** All claims with figures, in order. */
  public List<Claim> claims() {
    return sentences.stream().flatMap(sentence -> sentence.claims().stream()).toList();
  }

  /** All periods named, in order. */
  public List<PeriodMention> periods() {
    return sentences.stream().flatMap(sentence -> sentence.periods().stream()).toList();
  }

  /** What a figure, a period or a word is in the text. */
  public String quote(int start, int end) {
    return text.substring(start, end).replaceAll("\\s+", " ").strip();
  }
}
