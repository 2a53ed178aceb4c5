package quarterday.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {
  private static final List<GlossaryTerm> TERMS = Glossary.builtIn().terms();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Twitter impression",
        "Twitter engagement",
        "Facebook reach",
        "Daily total impressions",
        "Correspondence",
        "FOI",
        "Independent Custody Visitors (ICV)",
        "BAME",
        "A/L",
        "ASB",
        "CSEW",
        "DVPO",
        "JARAP",
        "Outcome 16",
        "OPCC",
        "PDR",
        "RAG",
        "VRN",
        "101 and 999",
        "Mean",
        "Control limit",
        "Moving range",
        "Step shift",
        "Trend",
        "Special cause",
        "Percentage point (pp)"
      })
  void theWordsOfTheReportsAndOfTheMethodAreExplained(String term) {
    assertThat(TERMS).extracting(GlossaryTerm::term).contains(term);
  }

  @Test
  void aMeaningIsOneOrTwoSentencesOfPlainEnglish() {
    assertThat(TERMS)
        .allSatisfy(
            term -> {
              assertThat(term.meaning()).as(term.term()).endsWith(".").hasSizeBetween(30, 240);
              assertThat(term.meaning().split("\\.( |$)")).as(term.term()).hasSizeBetween(1, 2);
            });
  }

  @Test
  void noSpellingBelongsToTwoTerms() {
    Map<String, String> owners = new HashMap<>();
    for (GlossaryTerm term : TERMS) {
      for (String spelling : term.spellings()) {
        String folded =
            Word.in(spelling).stream().map(Word::folded).collect(Collectors.joining(" "));
        assertThat(owners.getOrDefault(folded, term.term())).as(spelling).isEqualTo(term.term());
        owners.put(folded, term.term());
      }
    }
  }

  @Test
  void anAbbreviationInAMeaningIsItselfATerm() {
    String meanings = TERMS.stream().map(GlossaryTerm::meaning).collect(Collectors.joining("\n"));
    assertThat(GlossaryReview.of(List.of(meanings), List.of()).unexplained()).isEmpty();
  }

  @Test
  void shorthandComesFirstThenNumbersThenWordsWithoutCase() {
    assertThat(TERMS).extracting(GlossaryTerm::term).startsWith("[b]", "[c]").endsWith("YC");
    assertThat(List.of("b", "[x]", "A/L", "101", "C").stream().sorted(GlossaryTerm.READING_ORDER))
        .containsExactly("[x]", "101", "A/L", "b", "C");
  }
}
