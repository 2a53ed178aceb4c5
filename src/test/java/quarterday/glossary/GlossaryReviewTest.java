package quarterday.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryReviewTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Number of FOI received                          | FOI
          Three FOIs came in                              | FOI
          Three freedom of information requests           | FOI
          Number of A/L days taken by OPCC staff          | A/L,OPCC
          The PCC's diary                                 | PCC
          The PCC\u2019s diary                            | PCC
          Two ICVs left the scheme                        | Independent Custody Visitors (ICV)
          Two independent custody visitors left           | Independent Custody Visitors (ICV)
          Number of 101 Calls                             | 101 and 999
          Antisocial behaviour rose                       | ASB
          ANTI-SOCIAL BEHAVIOUR                           | ASB
          Outcome 16s                                     | Outcome 16
          351 [p]                                         | [p]
          Up 2.5 pp                                       | Percentage point (pp)
          Stop and Searches                               | Stop and search
          """)
  void aTermInTheTextIsMissingFromAGlossaryWithoutIt(String text, String terms) {
    assertThat(missing(text)).containsExactly(terms.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "101 letters and 999 views",
        "a rag and a pair of da gloves",
        "The opcc",
        "PDRX",
        "Meanwhile trendy",
        "[not available]"
      })
  void aCountOrAnotherWordIsNoTerm(String text) {
    assertThat(missing(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOI",
        "FOIs",
        "Freedom of Information",
        "Freedom of Information (FOI)",
        "FOI (Freedom of Information)",
        "FOI - Freedom of Information",
        "FOI: Freedom of Information",
        "FOI request(s)",
        "freedom of information"
      })
  void anEntryCoversItsAbbreviationAndItsLongForm(String entry) {
    GlossaryReview review = GlossaryReview.of(List.of("Number of FOI received"), List.of(entry));

    assertThat(review).isEqualTo(new GlossaryReview(List.of(), List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "999", "101 / 999", "101 and 999", "101 & 999"})
  void anEntryMayNameTheTelephoneNumbersAlone(String entry) {
    GlossaryReview review = GlossaryReview.of(List.of("999 calls"), List.of(entry));

    assertThat(review.missing()).isEmpty();
    assertThat(review.unused()).isEmpty();
  }

  @Test
  void missingTermsAreInReadingOrder() {
    assertThat(missing("VRN, ASB, 999 calls, [x], mean and DVPOs"))
        .containsExactly("[x]", "101 and 999", "ASB", "DVPO", "Mean", "VRN");
  }

  @Test
  void anEntryThatTheTextDoesNotUseIsReported() {
    GlossaryReview review =
        GlossaryReview.of(
            List.of("Number of Tweets", "Emails about the Gold Group"),
            List.of("Facebook reach", "Gold Group", "", "Daily Total Impressions"));

    assertThat(review.unused()).containsExactly("Facebook reach", "Daily Total Impressions");
  }

  @Test
  void anEntryUsedUnderAnotherSpellingIsUsed() {
    GlossaryReview review =
        GlossaryReview.of(List.of("Annual leave taken"), List.of("A/L", "Unheard of"));

    assertThat(review.missing()).isEmpty();
    assertThat(review.unused()).containsExactly("Unheard of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Work with the EIYF goes on                       | EIYF
          Two SARCs opened (see SHPO and P1E2)             | P1E2,SARC,SHPO
          The KDR's board                                  | KDR
          A bid to the SVF/TPF was made                    | SVF,TPF
          Partners: CSP, XBC, YBC, ZBC and others          | XBC,YBC,ZBC
          Staff on the S/H list                            | S/H
          """)
  void anAbbreviationThatNobodyExplainsIsReported(String text, String abbreviations) {
    assertThat(unexplained(text)).containsExactly(abbreviations.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTIVE SUPPORT TEAM",
        "TOTAL",
        "STAFF IN POST\nwas steady",
        "Please DO NOT SHARE this",
        "This is IMPORTANT",
        "Phase II and phase IV",
        "Q1 to Q4, DEC-18 and SEPT",
        "See B7, AB12, $C$4, Sheet1!AA10 and BC2:BD9",
        "See KPI_DATA.XLSX and HTTPS://EXAMPLE.ORG/ABC",
        "It shows #N/A or #REF! here",
        "Not N/A or TBC",
        "I was there. A PCC was too",
        "FOIs, ICVs and the OPCC"
      })
  void capitalsOfAnotherKindAreNoAbbreviations(String text) {
    assertThat(unexplained(text)).isEmpty();
  }

  @Test
  void aWordThatAlsoStandsInSmallLettersIsEmphasised() {
    assertThat(unexplained("Every staff day is a FLEX day", "the flex balance")).isEmpty();
    assertThat(unexplained("Every staff day is a FLEX day")).containsExactly("FLEX");
  }

  @Test
  void anAbbreviationExplainedInTheWorkbookIsNotReported() {
    GlossaryReview review =
        GlossaryReview.of(
            List.of("The EIYF and the SHPO"), List.of("Early Intervention Youth Fund (EIYF)"));

    assertThat(review.unexplained()).containsExactly("SHPO");
    assertThat(review.unused()).isEmpty();
  }

  @Test
  void nothingIsSaidOfAnEmptyWorkbook() {
    assertThat(GlossaryReview.of(List.of("", "  ", "[", "'", "12"), List.of(" ")))
        .isEqualTo(new GlossaryReview(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void aVeryLongEntryIsKnownByItsBeginning() {
    String entry = "a one two three four five six seven eight nine ten eleven twelve thirteen";

    assertThat(GlossaryReview.of(List.of("Then " + entry), List.of(entry)).unused()).isEmpty();
  }

  private static List<String> missing(String text) {
    return GlossaryReview.of(List.of(text), List.of()).missing().stream()
        .map(GlossaryTerm::term)
        .toList();
  }

  private static List<String> unexplained(String... texts) {
    return GlossaryReview.of(List.of(texts), List.of()).unexplained();
  }

  @Test
  void anAbbreviationThatOnlyTheBuiltInGlossaryExplainsIsUnlisted() {
    GlossaryReview review =
        GlossaryReview.of(
            List.of("Open PDRs at the end of the period", "FOI requests and Outcome 16"),
            List.of("FOI"));

    assertThat(review.unlisted()).containsExactly("PDR");
    assertThat(review.unexplained()).isEmpty();
  }
}
