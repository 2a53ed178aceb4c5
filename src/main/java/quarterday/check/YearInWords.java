package quarterday.check;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
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
          "(?i)\\b(?:annual|full[ -]year|whole[ -]year|year[ -]to[ -]date|year[ -]end|(?:for|in|over|across|of|during|so far) (?:the|this) (?:whole |full |financial |entire ){0,9}year|the year|this year|(?:this|the) (?:financial |whole |full )+year|four quarters|since (?:the start of |1(?:st)? )?april|20\\d\\d[/-](?:20)?\\d\\d)\\b");

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
          "quarters",
          "four",
          "together",
          "combined",
          "makes",
          "gives",
          "bring",
          "brought",
          "come",
          "comes",
          "came",
          "altogether",
          "across",
          "there",
          "since",
          "start",
          "brings",
          "bringing",
          "takes",
          "taking",
          "making",
          "giving");

  private static final String OF_YEAR =
      "(?:~(?: ~)?|the year|(?<four>(?:the|all|all of the|all the) four quarters)(?: of (?:~(?: ~)?|the year))?)";

  private static final String SO =
      "(?:(?<so> so far| to date)| as a whole| overall| together| combined| taken together| in all)?";

  /** Behind a total of a year as it stands, and not of the quarter. */
  private static final List<Wording.Phrase> TOTALS =
      List.of(
          Wording.Phrase.of(
              "(?:in|over|during|across|for|(?:by|at) the end of) "
                  + OF_YEAR
                  + SO
                  + "(?: (?:is|are|was|were|now|comes?|came|to|of|at|therefore|has|have|had|been|reached|stands?|stood|number(?:s|ed)?|amounts?|amounted|adds?|added|up|totals?|totalled|makes?|there|a|the|total|altogether|we|office|received|held|recorded|made|and|:|,)){0,9} #year"),
          Wording.Phrase.of(
              OF_YEAR
                  + SO
                  + "(?: (?:,|:|so|far|has|have|had|thus|now|together))*(?: (?:brought|brings?|seen|saw|sees|closed|closes|close|ended|ends|end|finished|finishes|finish|come|comes|came|add|adds|added|total|totals|totalled|gave|gives?|makes?|made|stands?|stood|amounts?|amounted))(?: (?:up|to|with|at|on|a|the|total|of|in|all|us)){0,4} #year"),
          Wording.Phrase.of(
              "(?:annual|full-year|full year|whole-year|year's|end-of-year|year-end) (?:total|figure|number|count|sum)(?<so> so far| to date)?(?: (?:is|was|of|stands at|stood at|comes to|came to|at|for ~|:|therefore|reached|now)){1,9} #year"),
          Wording.Phrase.of(
              "(?<so>year-to-date|year to date|cumulative|~(?: - to-date)?)(?: (?:total|figure|number|position|count))(?: (?:so far|to date|is|was|of|stands at|stood at|comes to|came to|at|for ~|since ~|:|now|therefore|reached)){1,9} #year"),
          Wording.Phrase.of(
              "(?<so>year-to-date|year to date|~ to date|~ so far|so far ~|so far)(?: (?:,|:|-|is|was|total|figure|at)){0,4} #year"),
          Wording.Phrase.of("#year(?: [a-z'-]+){0,4}? (?<so>since) ~"),
          Wording.Phrase.of(
              "(?<so>since) ~(?: (?:,|there|have|has|been|we|office|received|recorded|had|a|total|of|is|the|stands|at|in|all|altogether|comes|to)){0,9} #year"),
          Wording.Phrase.of(
              "(?:brings|bringing|brought|takes|taking|took|making|makes|giving|gives|leaving) (?:the |our )?(?:~ )?(?<so>annual |running |cumulative |year-to-date )?(?:total|figure|number|count|year|tally)?(?: ?(?:for|in|over|of|so far) (?:~|the year|this year))?(?: (?:so far|to date))?(?: (?:to|at|of))? #year(?<of>(?: [a-z]+){0,2} (?:for|in|over|across) ~)?"),
          Wording.Phrase.of(
              "#year(?: [a-z'-]+){0,5}? (?:in|over|across|during|for) " + OF_YEAR + SO),
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
          "\\b(?:target|budget|forecast|expected|expect|planned|plan|projected|estimate|estimated|average|averaged|mean|rolling|last year|previous year|year before|year ago|year earlier|year to(?! date)|year ending|year ended|calendar|would|will|compared|than|against|of which|months?)\\b");

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
    if (!said.words("four").isEmpty() && !said.sentence().contains("~") && own.quarter() != 4) {
      return Optional.empty();
    }
    Known known = Known.of(narrative, start.get());
    boolean soFar =
        start.get() == own.startYear()
            && (said.words("so")
                    .matches(
                        "so far.*|to date|~.*|year-to-date|year to date|cumulative|running|since")
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
    boolean people =
        claim.nouns().stream().anyMatch(n -> PEOPLE.contains(n) && !narrative.vocabulary().has(n));
    if (people) {
      return true;
    }
    Narrative.About about =
        named
            ? narrative.about(claim, sentence)
            : narrative.about(
                claim.subject().stream().filter(word -> !OF_YEARS.contains(word)).toList(),
                sentence);
    return about == Narrative.About.OTHER || about == Narrative.About.UNKNOWN;
  }

  private static final Set<String> PEOPLE =
      Set.of("people", "persons", "staff", "officers", "residents");

  /** The financial year of which a sentence speaks, by its first year. */
  private static Optional<Integer> start(Narrative narrative, Sentence sentence) {
    int own = FinancialQuarter.of(narrative.period().last()).startYear();
    List<PeriodMention> mentioned =
        sentence.periods().stream().filter(p -> p.kind() == PeriodMention.Kind.YEAR).toList();
    // "The year 2023/24" is one year.
    List<PeriodMention> named = mentioned.stream().filter(p -> p.year() != 0).toList();
    List<PeriodMention> years = mentioned.size() > 1 && named.size() == 1 ? named : mentioned;
    boolean others =
        sentence.periods().stream()
            .anyMatch(
                p ->
                    p.kind() != PeriodMention.Kind.YEAR
                        && !isSinceApril(narrative, p)
                        && narrative.meant(Optional.of(p)).filter(narrative::isReported).isEmpty());
    boolean earlier =
        mentioned.stream().map(narrative::quote).anyMatch(q -> EARLIER.matcher(q).find());
    if (others || earlier || years.size() > 1) {
      return Optional.empty();
    }
    if (years.isEmpty()) {
      return Optional.of(own);
    }
    String quote = narrative.quote(years.get(0));
    if (years.get(0).year() == 0) {
      return Optional.of(own);
    }
    return NAMED.matcher(quote).find() ? Optional.of(years.get(0).year()) : Optional.empty();
  }

  private static final Pattern EARLIER =
      Pattern.compile("(?i)\\b(?:last|previous|past|prior|calendar)\\b");

  /** {@code since April}: the year so far. */
  private static boolean isSinceApril(Narrative narrative, PeriodMention mention) {
    YearMonth april =
        YearMonth.of(FinancialQuarter.of(narrative.period().last()).startYear(), Month.APRIL);
    return mention.since()
        && narrative
            .read()
            .text()
            .substring(0, mention.start())
            .matches("(?is).*\\bsince\\s+(?:the\\s+start\\s+of\\s+)?")
        && narrative.meant(Optional.of(mention)).filter(p -> p.first().equals(april)).isPresent();
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
