package quarterday.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text in the two ways in which it can be compared.
 *
 * @param exact as written, less a possessive and an abbreviation's plural s: {@code ICVs} is {@code
 *     ICV}
 * @param folded in lower case and the singular: {@code Visitors} is {@code visitor}
 */
record Word(String exact, String folded) {
  /** The longest shorthand token, brackets included: {@code [low]}. */
  private static final int SHORTHAND = 5;

  /** The words of a text, in order; runs of letters and digits, and shorthand such as [x]. */
  static List<Word> in(String text) {
    List<Word> words = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        run.append(c);
      } else if (!isInsideWord(text, i)) {
        flush(run, words);
        int end = c == '[' ? shorthandEnd(text, i) : -1;
        if (end > 0) {
          String token = text.substring(i, end).toLowerCase(Locale.ROOT);
          words.add(new Word(token, token));
          i = end - 1;
        } else if (isPossessive(text, i)) {
          i++;
        }
      }
      i++;
    }
    flush(run, words);
    return words;
  }

  /** Whether this is a word whose capitals matter, such as FOI, A (of A/L) or MoU. */
  boolean isAbbreviation() {
    return exact.chars().filter(Character::isUpperCase).count() > 1
        || (exact.length() == 1 && Character.isUpperCase(exact.charAt(0)))
        || exact.equals("mR");
  }

  /** Whether this is a token such as [x]. */
  boolean isShorthand() {
    return exact.startsWith("[");
  }

  private static void flush(StringBuilder run, List<Word> words) {
    if (!run.isEmpty()) {
      String exact = withoutPlural(run.toString());
      words.add(new Word(exact, singular(exact.toLowerCase(Locale.ROOT))));
      run.setLength(0);
    }
  }

  private static String withoutPlural(String written) {
    int last = written.length() - 1;
    boolean plural =
        last > 1
            && written.charAt(last) == 's'
            && written.substring(0, last).chars().noneMatch(Character::isLowerCase);
    return plural ? written.substring(0, last) : written;
  }

  private static String singular(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4
        && (word.endsWith("ches")
            || word.endsWith("shes")
            || word.endsWith("xes")
            || word.endsWith("sses"))) {
      return word.substring(0, length - 2);
    }
    boolean plural =
        length > 2
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, length - 1) : word;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isInsideWord(String text, int i) {
    return isApostrophe(text.charAt(i))
        && i > 0
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1))
        && !isPossessive(text, i);
  }

  private static boolean isPossessive(String text, int i) {
    return isApostrophe(text.charAt(i))
        && i + 1 < text.length()
        && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')
        && (i + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 2)));
  }

  private static int shorthandEnd(String text, int start) {
    for (int i = start + 1; i < text.length() && i < start + SHORTHAND; i++) {
      if (text.charAt(i) == ']') {
        return i > start + 1 ? i + 1 : -1;
      }
      if (!Character.isLetter(text.charAt(i))) {
        return -1;
      }
    }
    return -1;
  }
}
