package quarterday.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A word or abbreviation and what it means.
 *
 * @param term the word as it stands in a glossary
 * @param meaning one or two sentences for a reader who does not work in policing
 * @param alsoWritten other spellings, long forms among them
 */
public record GlossaryTerm(String term, String meaning, List<String> alsoWritten) {
  /** As a reader looks terms up: shorthand in brackets, then numbers, then letters without case. */
  public static final Comparator<String> READING_ORDER =
      Comparator.comparingInt(GlossaryTerm::rank)
          .thenComparing(term -> term.toLowerCase(Locale.ROOT))
          .thenComparing(Comparator.naturalOrder());

  /** Copies the list. */
  public GlossaryTerm {
    alsoWritten = List.copyOf(alsoWritten);
  }

  /** The term and its other spellings. */
  List<String> spellings() {
    List<String> spellings = new ArrayList<>(TermSpelling.of(term));
    spellings.addAll(alsoWritten);
    return spellings;
  }

  private static int rank(String term) {
    int first = term.isEmpty() ? ' ' : term.codePointAt(0);
    if (Character.isLetter(first)) {
      return 2;
    }
    return Character.isDigit(first) ? 1 : 0;
  }
}
