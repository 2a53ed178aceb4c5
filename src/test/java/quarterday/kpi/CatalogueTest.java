package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  // Capitals that are the field's own words; anything else in capitals could be somebody's
  // initials.
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "A", "ASB", "BAME", "BME", "CSEW", "DA", "DVPO", "E", "FOI", "G", "ICV", "L", "MISPER",
          "OPCC", "PCC", "PDR", "PFCC", "VWI", "VWOI", "X", "YC");

  @Test
  void theEightyFourPublishedMeasuresAndTheirPartsAreThere() {
    assertThat(CATALOGUE.entries()).hasSize(100);
    assertThat(CATALOGUE.entries().stream().map(entry -> entry.id().charAt(0)))
        .containsOnly('O', 'F');
  }

  @Test
  void everyNameMeansOneMeasureOnly() {
    Map<String, String> owners = new HashMap<>();
    for (Catalogue.Entry entry : CATALOGUE.entries()) {
      for (String name : names(entry).toList()) {
        String owner = owners.putIfAbsent(Catalogue.normalised(name), entry.id());
        assertThat(owner == null ? entry.id() : owner).as(name).isEqualTo(entry.id());
      }
    }
  }

  @Test
  void everyNameAndAliasFindsItsOwnMeasure() {
    for (Catalogue.Entry entry : CATALOGUE.entries()) {
      names(entry)
          .filter(name -> !name.contains(Catalogue.POST_HOLDER))
          .forEach(name -> assertThat(CATALOGUE.byName(name)).as(name).contains(entry));
    }
  }

  @Test
  void unitsRulesAndDirectionsAreTheAgreedWords() {
    assertThat(CATALOGUE.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.unit())
                  .isIn("Count", "Percentage", "Hours", "Days", "Minutes", "Seconds", "Pounds");
              assertThat(entry.rule())
                  .isIn(
                      "Sum",
                      "Last value",
                      "Ratio of sums",
                      "Mean",
                      "Weighted mean",
                      "Not additive");
              assertThat(entry.better()).isIn("Higher", "Lower", "Neutral");
              assertThat(entry.section())
                  .isIn(
                      "Executive Support",
                      "Engagement",
                      "Contracts",
                      "Governance",
                      "Calls",
                      "Incidents",
                      "Crime",
                      "Outcomes",
                      "Prevention");
            });
  }

  @Test
  void everyPartNamedIsAMeasureOfTheCatalogue() {
    assertThat(CATALOGUE.entries())
        .allSatisfy(
            entry ->
                Stream.of(entry.numerator(), entry.denominator())
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> assertThat(CATALOGUE.byId(part)).as(entry.id()).isPresent()));
  }

  @Test
  void aRatioOfSumsHasTwoPartsThatAreSummed() {
    assertThat(withRule("Ratio of sums"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.unit()).isEqualTo("Percentage");
              assertThat(part(entry.numerator()).rule()).isEqualTo("Sum");
              assertThat(part(entry.denominator()).rule()).isEqualTo("Sum");
            });
  }

  @Test
  void aWeightedMeanNamesItsWeightsAndNothingAboveTheLine() {
    assertThat(withRule("Weighted mean"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.numerator()).isEmpty();
              assertThat(part(entry.denominator()).rule()).isEqualTo("Sum");
            });
  }

  @Test
  void aPercentageOfStaffIsItsLastMonthAsItsPartsAre() {
    assertThat(CATALOGUE.entries())
        .filteredOn(entry -> entry.unit().equals("Percentage") && entry.rule().equals("Last value"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(part(entry.numerator()).rule()).isEqualTo("Last value");
              assertThat(part(entry.denominator()).rule()).isEqualTo("Last value");
            });
  }

  @Test
  void aPercentageHasNoNounAndACountHasOne() {
    assertThat(CATALOGUE.entries())
        .allSatisfy(
            entry -> {
              if (entry.unit().equals("Percentage")) {
                assertThat(entry.noun()).as(entry.id()).isEmpty();
              }
              if (entry.unit().equals("Count")) {
                assertThat(entry.noun()).as(entry.id()).isNotEmpty();
              }
            });
  }

  @Test
  void aDefinitionIsOneSentence() {
    assertThat(CATALOGUE.entries())
        .extracting(Catalogue.Entry::definition)
        .allMatch(text -> text.matches("[A-Z0-9][^.]*\\."));
  }

  @Test
  void boundsHoldTheTarget() {
    assertThat(CATALOGUE.entries())
        .allSatisfy(
            entry -> {
              entry
                  .target()
                  .ifPresent(
                      target -> {
                        assertThat(target).isGreaterThanOrEqualTo(entry.lowest().orElse(target));
                        assertThat(target).isLessThanOrEqualTo(entry.highest().orElse(target));
                      });
              entry.highest().ifPresent(most -> assertThat(most).isEqualByComparingTo("100"));
            });
  }

  @Test
  void nobodysInitialsStandInAName() {
    Pattern capitals = Pattern.compile("\\b[A-Z]+(?=s?\\b)");
    for (Catalogue.Entry entry : CATALOGUE.entries()) {
      for (String name : names(entry).toList()) {
        Matcher matcher = capitals.matcher(name);
        while (matcher.find()) {
          assertThat(ABBREVIATIONS).as(name).contains(matcher.group());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Number of Emails Received                | O-EMAIL
          EMAILS                                   | O-EMAIL
          Number of OPCC Vacancies                 | O-VAC
          % Correspondence Responded to On-time    | O-CORR-PCT
          Correspondence responded to on time      | O-CORR-ONT
          No. of FOI requests                      | O-FOI
          Number of A/L days taken by OPCC staff   | O-AL
          999 Abandonment Rate                     | F-999-AB
          Total number of Incidents                | F-INC
          Incidents (total)                        | F-INC
          Number of Partner events/meetings        | O-PARTNER
          Stop & Search                            | F-SS
          # of tweets                              | O-TWEET
          """)
  void aSpellingInUseFindsItsMeasure(String name, String id) {
    assertThat(CATALOGUE.byName(name)).map(Catalogue.Entry::id).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Number of ABC Meetings",
        "Number of Mayor Meetings",
        "No. of The Post Holder meetings",
        "Commissioner's Meetings"
      })
  void theCommissionersMeetingsMayBeNamedAfterThePostHolder(String name) {
    assertThat(CATALOGUE.byName(name)).map(Catalogue.Entry::id).contains("O-MEET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Number of Team Meetings",
        "Number of LCJB Meetings",
        "Public meetings",
        "Deputy Commissioner meetings",
        "Number of One Two Three Four Five Meetings"
      })
  void otherKindsOfMeetingAreNotTakenForTheCommissioners(String name) {
    assertThat(CATALOGUE.byName(name)).isEmpty();
  }

  @Test
  void aPercentageIsNotTheCountOfTheSameName() {
    assertThat(Catalogue.normalised("% Open PDRs"))
        .isEqualTo(Catalogue.normalised("Open PDRs (per cent)"))
        .isEqualTo(Catalogue.normalised("Percentage of Open PDRs"))
        .isNotEqualTo(Catalogue.normalised("Open PDRs"));
  }

  @Test
  void oddSpacesApostrophesAndInvisibleCharactersMakeNoDifference() {
    assertThat(Catalogue.normalised("\u00a0Commissioner\u2019s\u00a0 meet\u00adings:\u2003Force "))
        .isEqualTo("commissioners meetings force");
  }

  @ParameterizedTest
  @CsvSource({"Total,total", "Number of,of", "No,no", "%,percent", "'',''", "No crime,no crime"})
  void aNameNeverLosesItsLastWord(String name, String normalised) {
    assertThat(Catalogue.normalised(name)).isEqualTo(normalised);
  }

  @Test
  void aTargetAndBoundsAreNumbersWhereThereAreAny() {
    Catalogue.Entry visits = part("O-ICV-RATE");
    assertThat(visits.target()).contains(new BigDecimal("100"));
    assertThat(visits.highest()).as("extra visits take the rate past 100").isEmpty();
    assertThat(part("O-FLEXI").lowest()).as("hours can be owed").isEmpty();
    assertThat(part("O-PDR").highest()).contains(new BigDecimal("100"));
  }

  @Test
  void noCatalogueKnowsNothing() {
    assertThat(Catalogue.none().entries()).isEmpty();
    assertThat(Catalogue.none().byName("Emails")).isEmpty();
    assertThat(Catalogue.none().byId("O-EMAIL")).isEmpty();
  }

  private static Stream<String> names(Catalogue.Entry entry) {
    return Stream.concat(Stream.of(entry.name()), entry.aliases().stream());
  }

  private static List<Catalogue.Entry> withRule(String rule) {
    return CATALOGUE.entries().stream().filter(entry -> entry.rule().equals(rule)).toList();
  }

  private static Catalogue.Entry part(String id) {
    return CATALOGUE.byId(id).orElseThrow();
  }
}
