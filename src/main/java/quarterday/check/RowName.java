package quarterday.check;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quarterday.review.MeasureReview;

/**
 * The name of a row, taken apart: {@code Contracts: grants} is the part {@code grants} of {@code
 * Contracts}.
 *
 * @param head the name of the whole; empty where the name is not divided
 * @param tail what is behind the head, or the name
 */
record RowName(String head, String tail) {
  private static final Pattern DIVIDED =
      Pattern.compile("(?s)\\s*([^:(]*?)\\s*(?::|\\s[-\u2013\u2014]\\s|\\()\\s*(.*?)\\)?\\s*");
  private static final Pattern OF_WHICH =
      Pattern.compile(
          "(?is)\\s*(?:[-\u2013\u2014\u2022*>]+\\s*|\\.{2,}\\s*"
              + "|(?:of|among|from)\\s+(?:which|these|those|them|whom)\\b.*|thereof\\b.*|comprising\\b.*).+");

  /** A measure's name. */
  static RowName of(MeasureReview measure) {
    String name = measure.measure().name();
    Matcher divided = DIVIDED.matcher(name);
    return divided.matches() && !divided.group(2).isEmpty()
        ? new RowName(divided.group(1), divided.group(2))
        : new RowName("", name);
  }

  /** Whether it says that it is a part of the row above: {@code of which letters}. */
  static boolean isOfWhich(MeasureReview measure) {
    return OF_WHICH.matcher(measure.measure().name()).matches();
  }

  /** All words of a text, less their endings. */
  static Set<String> words(String text) {
    return Vocabulary.in(text).stream().map(Vocabulary::stem).collect(Collectors.toSet());
  }

  /** The words of a text that tell what it is about, less their endings. */
  static Set<String> stems(String text) {
    return Vocabulary.in(text).stream()
        .filter(word -> !Vocabulary.isGeneral(word))
        .map(Vocabulary::stem)
        .collect(Collectors.toSet());
  }
}
