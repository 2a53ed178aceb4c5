package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;

/** {@code No requests were received} where the table has some. */
final class NoneInWords implements Check {
  /** A clause without figures, up to its period or its end. */
  private static final Pattern NONE =
      Pattern.compile(
          "(?is)\\s*(?:there\\s+(?:were|was|are|is|have\\s+been|has\\s+been)\\s+(?:currently\\s+|now\\s+)?)?no\\s+"
              + "(?<what>(?:[a-z'-]+\\s+){0,4}?[a-z'-]+?)"
              + "(?:\\s+(?:were|was|are|is|have\\s+been|has\\s+been)(?:\\s+being)?"
              + "\\s+(?:received|recorded|reported|made|taken|held|attended|sent|issued|lost|carried"
              + "|undertaken|logged|registered)(?:\\s+out)?)?"
              + "(?:\\s+in\\s+the\\s+(?:office|team|force))?(?:\\s+(?:in|during|for|over|at|by)(?:\\s+(?:the|end|of))*)?\\s*");

  /** Words by which only some are not there. */
  private static final List<String> SOME =
      List.of("new", "further", "other", "more", "additional", "such", "longer", "one", "change");

  /** Where a clause ends. */
  private static final Pattern END = Pattern.compile("[,.;:(]|$");

  private static final Pattern ENDED =
      Pattern.compile("(?is)\\s*(?:[,.;:(].*|(?:compared|against|and|but)\\b.*)?");

  @Override
  public CheckRule rule() {
    return CheckRule.TABLE_AND_TEXT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Optional<BigDecimal> now = narrative.now().filter(v -> v.signum() > 0);
      boolean silent = !narrative.givesValue() && !narrative.measure().isPercentage();
      for (Sentence sentence : narrative.sentences()) {
        if (now.isPresent() && silent && saysNone(narrative, sentence)) {
          tell(narrative, narrative.period(), now.get(), found);
        }
        sentence.periods().forEach(period -> noneIn(narrative, sentence, period, found));
      }
    }
  }

  private void tell(
      Narrative narrative, ReportingPeriod period, BigDecimal value, Consumer<Finding> found) {
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                "the table says %s for %s, but the commentary says that there were none; correct"
                    + " whichever is wrong.",
                narrative.shown(value), period.label())));
  }

  /** {@code There were none in May}, {@code with none in quarter two}: of all that is counted. */
  private void noneIn(
      Narrative narrative, Sentence sentence, PeriodMention mention, Consumer<Finding> found) {
    Optional<ReportingPeriod> period =
        narrative.meant(Optional.of(mention)).filter(p -> !narrative.isReported(p));
    Optional<BigDecimal> value = period.flatMap(narrative::value).filter(v -> v.signum() > 0);
    String text = narrative.read().text();
    String before = text.substring(sentence.start(), mention.start());
    String behind = text.substring(mention.end(), sentence.end());
    int at = narrative.sentences().indexOf(sentence);
    List<Claim> spokenOf =
        at > 0 && BARE.matcher(before).matches()
            ? narrative.sentences().get(at - 1).claims()
            : sentence.claims().stream().filter(c -> c.figure().start() < mention.start()).toList();
    boolean ofAll =
        !spokenOf.isEmpty()
            && spokenOf.stream().allMatch(c -> c.about() != About.PART && isOfTable(narrative, c));
    if (value.isPresent()
        && !narrative.measure().isPercentage()
        && NONE_IN.matcher(before).matches()
        && ENDED.matcher(behind).matches()
        && narrative.givesValue()
        && ofAll) {
      tell(narrative, period.orElseThrow(), value.get(), found);
    }
  }

  /** A value that the table has, or a change. */
  private static boolean isOfTable(Narrative narrative, Claim claim) {
    return claim.about() != About.LEVEL
        || narrative
            .meant(claim.period())
            .or(() -> Optional.of(narrative.period()))
            .flatMap(narrative::value)
            .filter(v -> narrative.agrees(claim.figure(), v))
            .isPresent();
  }

  private static final String IN = "\\s+(?:in|during|for|over)\\s+(?:the\\s+)?";
  private static final String WERE =
      "(?:\\s+(?:were|was|came|had\\s+been)(?:\\s+(?:received|recorded|reported|made|taken|held|logged))?"
          + "(?:\\s+in)?)?";

  private static final Pattern BARE =
      Pattern.compile("(?is)\\s*(?:there\\s+(?:were|was|had\\s+been)\\s+)?none" + WERE + IN);

  private static final Pattern NONE_IN =
      Pattern.compile(
          "(?is)(?:.*(?:[,;]|\\band|\\bbut|\\bwith)\\s+)?(?:with\\s+)?"
              + "(?:there\\s+(?:were|was|had\\s+been)\\s+)?none"
              + WERE
              + IN);

  private static boolean saysNone(Narrative narrative, Sentence sentence) {
    String text = narrative.read().text();
    Matcher end = END.matcher(text).region(sentence.start(), sentence.end());
    int clause = end.find() ? end.start() : sentence.end();
    Optional<PeriodMention> first =
        sentence.periods().stream().filter(p -> p.start() < clause).findFirst();
    boolean now =
        narrative.meant(first).map(narrative::isReported).orElse(first.isEmpty())
            && ENDED
                .matcher(
                    text.substring(first.map(PeriodMention::end).orElse(clause), sentence.end()))
                .matches();
    Matcher none =
        NONE.matcher(
            text.substring(sentence.start(), first.map(PeriodMention::start).orElse(clause)));
    if (!now
        || !none.matches()
        || sentence.claims().stream().anyMatch(c -> c.about() == About.LEVEL)) {
      return false;
    }
    List<String> what = Vocabulary.wordsOf(none.group("what"));
    return what.stream().noneMatch(SOME::contains)
        && what.stream().anyMatch(narrative.vocabulary()::has)
        && what.stream().allMatch(narrative::isOwnWord);
  }
}
