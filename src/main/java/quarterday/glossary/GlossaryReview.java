package quarterday.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a workbook's glossary and its text fit together.
 *
 * @param missing the built-in terms that the text uses and the glossary does not explain, in
 *     reading order
 * @param unexplained the abbreviations in the text that neither the glossary nor the built-in terms
 *     explain, in reading order
 * @param unlisted abbreviations that only the built-in glossary explains, not the workbook's own
 * @param unused the entries of the glossary that the text uses nowhere, in the glossary's order
 */
public record GlossaryReview(
    List<GlossaryTerm> missing,
    List<String> unexplained,
    List<String> unlisted,
    List<String> unused) {
  /** Copies the lists. */
  public GlossaryReview {
    missing = List.copyOf(missing);
    unexplained = List.copyOf(unexplained);
    unlisted = List.copyOf(unlisted);
    unused = List.copyOf(unused);
  }

  /**
   * Compares the workbook's text with its glossary, in time linear in the text.
   *
   * <p>Words match whole and with or without plural s; abbreviations only with their capitals.
   *
   * @param texts what readers see, cell by cell, without the glossary itself
   * @param existingTerms the term column of the workbook's glossary; empty where there is none
   */
  public static GlossaryReview of(Collection<String> texts, List<String> existingTerms) {
    Phrases<GlossaryTerm> builtInPhrases = new Phrases<>();
    Phrases<String> existingPhrases = new Phrases<>();
    Map<String, Set<String>> explainedBy = new HashMap<>();
    Set<String> explained = new HashSet<>();
    for (String existing : existingTerms) {
      for (String spelling : TermSpelling.of(existing)) {
        existingPhrases.add(spelling, existing);
        explainedBy.computeIfAbsent(folded(spelling), k -> new HashSet<>()).add(existing);
      }
      Word.in(existing).forEach(word -> explained.add(word.folded()));
      explained.add(folded(existing));
    }
    for (GlossaryTerm term : Glossary.builtIn().terms()) {
      for (String spelling : term.spellings()) {
        explained.add(folded(spelling));
        // 101 in a text is as likely a count as a telephone number.
        if (spelling.chars().anyMatch(Character::isLetter)) {
          builtInPhrases.add(spelling, term);
        }
      }
    }

    Set<GlossaryTerm> termsUsed = new HashSet<>();
    Set<String> existingUsed = new HashSet<>();
    Set<String> ordinary = new HashSet<>();
    Set<String> abbreviations = new TreeSet<>(GlossaryTerm.READING_ORDER);
    for (String text : new HashSet<>(texts)) {
      List<Word> words = Word.in(text);
      builtInPhrases.find(words, termsUsed);
      existingPhrases.find(words, existingUsed);
      words.stream()
          .filter(word -> !word.isAbbreviation())
          .map(Word::folded)
          .forEach(ordinary::add);
      abbreviations.addAll(Abbreviations.in(text));
    }

    List<GlossaryTerm> missing = new ArrayList<>();
    for (GlossaryTerm term : Glossary.builtIn().terms()) {
      Set<String> entries =
          term.spellings().stream()
              .flatMap(spelling -> explainedBy.getOrDefault(folded(spelling), Set.of()).stream())
              .collect(Collectors.toSet());
      if (termsUsed.contains(term)) {
        existingUsed.addAll(entries);
        if (entries.isEmpty()) {
          missing.add(term);
        }
      }
    }
    // A word that also stands in small letters ("new", "NEW") was emphasised and not abbreviated.
    abbreviations.removeIf(word -> ordinary.contains(folded(word)));
    Set<String> lacking =
        missing.stream()
            .flatMap(term -> term.spellings().stream())
            .map(GlossaryReview::folded)
            .collect(Collectors.toSet());
    List<String> unlisted =
        abbreviations.stream().filter(word -> lacking.contains(folded(word))).toList();
    abbreviations.removeIf(word -> explained.contains(folded(word)));
    return new GlossaryReview(
        missing,
        List.copyOf(abbreviations),
        unlisted,
        existingTerms.stream()
            .filter(term -> !Word.in(term).isEmpty() && !existingUsed.contains(term))
            .toList());
  }

  private static String folded(String spelling) {
    return Word.in(spelling).stream().map(Word::folded).collect(Collectors.joining(" "));
  }
}
