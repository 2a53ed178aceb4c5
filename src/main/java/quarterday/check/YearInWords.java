package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/**
 * A total for the year in the commentary that is less than its known quarters, or not their sum
 * where all are known.
 */
final class YearInWords implements Check {
  private static final Pattern YEAR =
      Pattern.compile(
          "(?i)\\b(?:annual|full[ -]year|whole[ -]year|year[ -]to[ -]date|year[ -]end|(?:for|in|over|across|of|during|so far) (?:the|this) (?:whole |full |financial |entire ){0,9}year|the year|this year|(?:this|the) (?:financial |whole |full )+year|20\\d\\d[/-](?:20)?\\d\\d)\\b");

  private static final Pattern NAMED =
      Pattern.compile("(20\\d\\d) ?[/\u2013-] ?(?:20)?(\\d\\d)(?!\\d)(?! ?Q| quarter)");

  private static final Pattern SO_FAR = Pattern.compile("(?i)\\bso far\\b|\\bto[ -]date\\b");

  /** Words that say of which time a total is. */
  private static final Set<String> OF_YEARS =
      Set.of(
          "annual",
          "year",
          "year's",
          "years",
          "full",
          "whole",
          "date",
          "cumulative",
          "running",
          "end",
          "far",
          "financial",
          "brings",
          "bringing",
          "takes",
          "taking",
          "making",
          "giving");

  /** Behind a total of a year as it stands, and not of the quarter. */
  private static final List<Wording.Phrase> TOTALS =
      List.of(
          Wording.Phrase.of(
              "(?:total|figure|number|count|sum|tally)(?: [a-z]+){0,3}? (?:for|in|over|of|across|during) (?:~|the year)(?<so> (?:so far|to date|as a whole))?(?: (?:is|was|stands at|stood at|now|comes to|came to|of|at|therefore|has reached|reached|:|,)){1,9} #year"),
          Wording.Phrase.of(
              "(?:annual|full-year|full year|whole-year|year's|end-of-year|year-end) (?:total|figure|number|count|sum)(?<so> so far| to date)?(?: (?:is|was|of|stands at|stood at|comes to|came to|at|for ~|:|therefore|reached|now)){1,9} #year"),
          Wording.Phrase.of(
              "(?<so>year-to-date|year to date|cumulative|~(?: - to-date)?)(?: (?:total|figure|number|position|count))(?: (?:so far|to date|is|was|of|stands at|stood at|comes to|came to|at|for ~|:|now|therefore|reached)){1,9} #year"),
          Wording.Phrase.of(
              "(?:brings|bringing|brought|takes|taking|took|making|makes|giving|gives|leaving) (?:the |our )?(?:~ )?(?<so>annual |running |cumulative |year-to-date )?(?:total|figure|number|count|year|tally)?(?: ?(?:for|in|over|of|so far) (?:~|the year|this year))?(?: (?:so far|to date))?(?: (?:to|at|of))? #year(?<of>(?: [a-z]+){0,2} (?:for|in|over|across) ~)?"),
          Wording.Phrase.of(
              "(?:in|over|during|across|for) ~(?<so> so far| to date| as a whole| overall)?(?: ,)?(?: (?:a|the|total|of|there|were|was|have|been|has|we|office|received|held|a total of|had|recorded|made|and|altogether)){0,9} #year"),
          Wording.Phrase.of(
              "#year(?: [a-z'-]+){1,5}? (?:in|over|across|during|for) ~(?<so> so far| to date| as a whole| overall)?"),
          Wording.Phrase.of("(?:takes|taking|brings|bringing) ~(?: total| figure)? to #year"),
          Wording.Phrase.of(
              "(?:have had|had|have received|received|recorded|there have been|there were) #year(?: [a-z'-]+){1,3}? ~"),
          Wording.Phrase.of(
              "(?:making|giving|totalling|to make) #year(?: [a-z]+){0,2}? (?:for|in|over) ~(?<so> so far| to date)?"),
          Wording.Phrase.of(
              "(?<so>so far) (?:in |during )?~(?: ,)?(?: (?:a|the|total|of|there|were|was|have|been|has|we|office|received|held|had|recorded|made)){0,9} #year"),
          Wording.Phrase.of("#year(?: [a-z'-]+){0,5}? (?<so>so far) (?:in |during )?~"));

  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:target|budget|forecast|expected|expect|planned|plan|projected|estimate|estimated|average|averaged|mean|rolling|last year|previous year|year before|year ago|year earlier|year to|year ending|year ended|calendar|would|will|compared|than|against|since|of which|months?)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.YEAR_AND_QUARTERS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.measure().rule() != QuarterRule.SUM
          || !(narrative.period() instanceof FinancialQuarter)
          || !YEAR.matcher(narrative.read().text()).find()) {
        continue;
      }
      Wording.of(narrative).all(TOTALS).stream()
          .flatMap(said -> look(narrative, said).stream())
          .findFirst()
          .ifPresent(found);
    }
  }

  private Optional<Finding> look(Narrative narrative, Wording.Said said) {
    Claim claim = said.claim("year").orElseThrow();
    Figure figure = claim.figure();
    Optional<Sentence> sentence =
        narrative.sentences().stream().filter(s -> s.claims().contains(claim)).findFirst();
    Optional<Integer> start = sentence.flatMap(s -> start(narrative, s));
    boolean level =
        claim.about() == Claim.About.LEVEL
            && figure.sign() == Figure.Sign.NONE
            && figure.upTo().isEmpty()
            && figure.hedge() != Figure.Hedge.UNDER
            && narrative.isComparable(figure)
            && sentence.filter(s -> !isElsewhere(narrative, claim, s)).isPresent()
            && !narrative.isNarrowed(claim)
            && (claim.scope() != Claim.Scope.BY_VERB || narrative.vocabulary().has(claim.verb()))
            && !said.before()
                .matches(
                    ".*\\b(?:an average of|average of|of which|including|by|another|further|up|down|than|all but) $")
            && !said.behind()
                .matches(
                    "^ (?:a|per|each|every|more|fewer|less|higher|lower|on average|hours? (?:a|per|more|fewer)|of) .*")
            && !OTHER.matcher(said.sentence()).find();
    if (!level || start.isEmpty()) {
      return Optional.empty();
    }
    FinancialQuarter own = FinancialQuarter.of(narrative.period().last());
    Known known = Known.of(narrative, start.get());
    boolean soFar =
        start.get() == own.startYear()
            && (said.words("so")
                    .matches("so far|to date|year-to-date|year to date|cumulative|running")
                || SO_FAR.matcher(text(narrative, sentence.get())).find());
    int quarters = soFar ? own.quarter() : 4;
    // Where the figure is that of a quarter, the year beside it is only named.
    if (known.values().isEmpty()
        || known.values().stream().anyMatch(v -> narrative.agrees(figure, v))
        || narrative.isEarlierValue(figure)) {
      return Optional.empty();
    }
    BigDecimal half = known.sum().divide(BigDecimal.valueOf(2));
    if (figure
        .measured(half, narrative.measure().unit())
        .filter(h -> figure.value().compareTo(h) < 0)
        .isPresent()) {
      return Optional.empty();
    }
    boolean all = known.values().size() == quarters && !(soFar && known.later());
    if (narrative.agrees(figure, known.sum())) {
      return Optional.empty();
    }
    boolean less =
        figure
            .measured(known.sum(), narrative.measure().unit())
            .filter(sum -> figure.value().compareTo(sum) < 0)
            .isPresent();
    if (!less && !(all && known.values().size() > 1)) {
      return Optional.empty();
    }
    return Optional.of(
        narrative.finding(
            rule(),
            narrative.message(
                all && known.values().size() > 1
                    ? "the quarters come to %s, but the commentary says %s for the year; correct whichever is wrong."
                    : "the quarters known so far come to %s, but the commentary says %s for the year; correct whichever is wrong.",
                narrative.shown(known.sum()),
                narrative.quote(figure))));
  }

  private static String text(Narrative narrative, Sentence sentence) {
    return narrative.read().text().substring(sentence.start(), sentence.end());
  }

  private static boolean isElsewhere(Narrative narrative, Claim claim, Sentence sentence) {
    boolean named = claim.nouns().stream().anyMatch(noun -> !Vocabulary.isGeneral(noun));
    Narrative.About about =
        named
            ? narrative.about(claim, sentence)
            : narrative.about(
                claim.subject().stream().filter(word -> !OF_YEARS.contains(word)).toList(),
                sentence);
    return about == Narrative.About.OTHER || about == Narrative.About.UNKNOWN;
  }

  /** The financial year of which a sentence speaks, by its first year. */
  private static Optional<Integer> start(Narrative narrative, Sentence sentence) {
    int own = FinancialQuarter.of(narrative.period().last()).startYear();
    List<PeriodMention> years =
        sentence.periods().stream().filter(p -> p.kind() == PeriodMention.Kind.YEAR).toList();
    boolean others =
        sentence.periods().stream()
            .anyMatch(
                p ->
                    p.kind() != PeriodMention.Kind.YEAR
                        && narrative.meant(Optional.of(p)).filter(narrative::isReported).isEmpty());
    if (others || years.size() > 1) {
      return Optional.empty();
    }
    if (years.isEmpty()) {
      return Optional.of(own);
    }
    String quote = narrative.quote(years.get(0));
    if (quote.toLowerCase(Locale.ROOT).matches(".*\\b(?:last|previous|past|prior|calendar)\\b.*")) {
      return Optional.empty();
    }
    if (years.get(0).year() == 0) {
      return Optional.of(own);
    }
    return NAMED.matcher(quote).find() ? Optional.of(years.get(0).year()) : Optional.empty();
  }

  /**
   * What the table knows of a year.
   *
   * @param values its whole quarters, in order
   * @param sum all that is known, single months of other quarters included
   * @param later whether it knows quarters after the report's
   */
  private record Known(List<BigDecimal> values, BigDecimal sum, boolean later) {
    static Known of(Narrative narrative, int start) {
      List<FinancialQuarter> quarters =
          Stream.of(1, 2, 3, 4).map(q -> new FinancialQuarter(start, q)).toList();
      List<BigDecimal> values =
          quarters.stream().flatMap(q -> narrative.value(q).stream()).toList();
      BigDecimal months =
          quarters.stream()
              .filter(q -> narrative.value(q).isEmpty())
              .flatMap(q -> q.months().stream())
              .flatMap(m -> narrative.review().row().value(m).stream())
              .flatMap(o -> o.value().stream())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean later =
          quarters.stream()
              .anyMatch(
                  q ->
                      q.last().isAfter(narrative.period().last())
                          && narrative.value(q).isPresent());
      return new Known(
          values, values.stream().reduce(months, BigDecimal::add), later || months.signum() != 0);
    }
  }
}
