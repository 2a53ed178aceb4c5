package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;

/** A percentage whose complement the commentary gives: 99.7% abandoned for 0.3%. */
final class OppositeInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Nearer to a half than this, the two cannot be told apart. */
  private static final BigDecimal APART = BigDecimal.valueOf(20);

  private static final List<String> PREFIXES = List.of("un", "dis", "non", "in");

  /** Words by which what is left is told: with one of them the figure may be right. */
  private static final Set<String> CONTRARIES =
      Set.of(
          ("not no none nor never neither without cannot t late later overdue missed misses missing"
                  + " fail failed failing answered unanswered abandoned unable refused declined"
                  + " rejected dismissed remaining remainder rest other others else men"
                  + " women man woman male males female females outside beyond exceeded exceeding"
                  + " longer unhappy disagreed negative open unresolved pending outstanding incomplete"
                  + " vacant waiting lost white cancelled postponed closed through served handled"
                  + " connected reached apart except bar"
                  + " lack lacks lacked lacking little delay delays delayed affected further another"
                  + " different waited doubt doubted unsure once")
              .split(" "));

  /** What stands before the last mark that parts a sentence, and does not belong to a figure. */
  private static final Pattern BEFORE = Pattern.compile("(?s)^.*[,;:(]");

  private static final Pattern AT_SOME =
      Pattern.compile(
          "(?i)\\b(?:(?:at|in|for) (?:one|some|two|three|a few|each)|among|amongst|remaining|remainder|rest|others?)\\b");

  private static final Pattern ABANDONED = Pattern.compile("(?i)\\babandon");

  /** Other words for calls that were abandoned. */
  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "(?i)\\b(?:(?:gave|given) up|hung up|rang off|lost|unanswered|abandoned|dropped (?:out|off)"
              + "|disconnected|(?:not|n't) (?:wait|stay|hold)|without (?:an answer|being answered))\\b");

  private static final Pattern CLAUSE = Pattern.compile("[,;(]");

  /** {@code 94% of the calls abandoned were short}: something else about what is counted. */
  private static final Pattern OF_THOSE =
      Pattern.compile("(?i)^ of (?:[a-z]+ ){1,4}?([a-z]+ed) (?:were|was|are|had|have) ([a-z]+)");

  private static final Pattern BEHIND =
      Pattern.compile(
          "[,;(\\d]|\\b(?:while|whereas|but|against|compared|and|up from|down from|than|before|after|because|since|when|if)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.OPPOSITE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (!narrative.measure().isPercentage() || narrative.now().isEmpty()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          Optional<BigDecimal> value = now(narrative, claim).or(() -> then(narrative, claim));
          if (value.isPresent()
              && isOpposite(narrative, claim, value.get())
              && isOwn(narrative, claim, sentence)) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the table shows %s, but the commentary says %s, which is what is left of"
                            + " 100%%; check which of the two the name means.",
                        narrative.shown(value.get()), narrative.quote(claim.figure()))));
          }
        }
      }
    }
  }

  /** The table's value that a claim of the report's period should give. */
  private static Optional<BigDecimal> now(Narrative narrative, Claim claim) {
    ReportingPeriod period = narrative.meant(claim.period()).orElse(narrative.period());
    boolean reported =
        (claim.period().isEmpty() || narrative.meant(claim.period()).isPresent())
            && narrative.isWithin(period);
    // "61% are women and 39% are men": with its own value the text may give the rest.
    return claim.about() == Claim.About.LEVEL && reported && !narrative.givesValue()
        ? narrative.value(period).or(narrative::now)
        : Optional.empty();
  }

  /** The table's value that an earlier value beside the report's own should give. */
  private static Optional<BigDecimal> then(Narrative narrative, Claim claim) {
    if (claim.about() != Claim.About.EARLIER || !narrative.givesValue()) {
      return Optional.empty();
    }
    Optional<PeriodMention> named = claim.basis().or(claim::period);
    List<BigDecimal> earlier =
        narrative.against(named).stream()
            .flatMap(comparison -> comparison.earlier().value().stream())
            .toList();
    BigDecimal rest = HUNDRED.subtract(narrative.now().orElseThrow());
    boolean known =
        narrative.claims().stream()
            .anyMatch(
                c ->
                    narrative.agrees(c.figure(), rest)
                        || earlier.stream().anyMatch(then -> narrative.agrees(c.figure(), then)));
    return known
        ? Optional.empty()
        : earlier.stream().filter(then -> isOpposite(narrative, claim, then)).findFirst();
  }

  /** Whether the words around a figure are the measure's, and none turns them round. */
  private static boolean isOwn(Narrative narrative, Claim claim, Sentence sentence) {
    String text = narrative.read().text();
    String before =
        BEFORE.matcher(text.substring(sentence.start(), claim.figure().start())).replaceAll("");
    String behind = text.substring(claim.figure().end(), sentence.end());
    Matcher givenUp = GIVEN_UP.matcher(CLAUSE.split(behind, 2)[0]);
    boolean abandoned = ABANDONED.matcher(narrative.name()).find() && givenUp.find();
    List<String> around =
        Vocabulary.wordsOf(
            before + " " + BEHIND.split(abandoned ? givenUp.replaceAll(" ") : behind, 2)[0]);
    Vocabulary own = narrative.vocabulary();
    Narrative.About about = narrative.about(claim, sentence);
    boolean told =
        about == Narrative.About.OWN
            || abandoned
            || (about == Narrative.About.UNKNOWN && around.stream().anyMatch(own::has));
    List<String> name = Vocabulary.wordsOf(narrative.name());
    boolean placed =
        claim.scope() == Scope.SOME
            && claim.within().stream().anyMatch(w -> !Vocabulary.isGeneral(w) && !own.has(w));
    boolean otherVerb =
        claim.scope() == Scope.BY_VERB
            && !own.has(claim.verb())
            && claim.nouns().stream().anyMatch(own::has);
    Matcher said = OF_THOSE.matcher(text.substring(claim.figure().end(), sentence.end()));
    boolean ofThose = said.find() && own.has(said.group(1)) && !own.has(said.group(2));
    return told
        && !placed
        && !ofThose
        && !otherVerb
        && !AT_SOME.matcher(text.substring(sentence.start(), claim.figure().start())).find()
        && around.stream().noneMatch(word -> !name.contains(word) && isContrary(own, word));
  }

  /** {@code dissatisfied} beside satisfaction, {@code late} beside on time. */
  private static boolean isContrary(Vocabulary own, String word) {
    boolean prefixed =
        PREFIXES.stream()
            .anyMatch(
                prefix ->
                    word.startsWith(prefix)
                        && word.length() > prefix.length() + 3
                        && own.has(word.substring(prefix.length())));
    return prefixed || (CONTRARIES.contains(word) && !own.has(word));
  }

  static boolean isOpposite(Narrative narrative, Claim claim, BigDecimal value) {
    BigDecimal rest = HUNDRED.subtract(value);
    return narrative.measure().isPercentage()
        && claim.figure().kind() == Figure.Kind.PER_CENT
        && rest.signum() >= 0
        && rest.subtract(value).abs().compareTo(APART) > 0
        && claim.figure().agrees(rest);
  }
}
