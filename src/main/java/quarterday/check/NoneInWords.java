package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim.About;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

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
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the table says %s for %s, but the commentary says that there were none;"
                          + " correct whichever is wrong.",
                      narrative.shown(now.get()), narrative.period().label())));
        }
      }
    }
  }

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
        && what.stream().allMatch(w -> Vocabulary.isGeneral(w) || narrative.vocabulary().has(w));
  }
}
