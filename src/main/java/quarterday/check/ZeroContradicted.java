package quarterday.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/** A zero in the table beside a commentary, its own or another row's, that counts some. */
final class ZeroContradicted implements Check {
  /** Posts that nobody is in, and what is said of them. */
  private static final Pattern POSTS =
      Pattern.compile(
          "(?is)\\s+(?<open>(?:vacant|unfilled|open|live|current|empty)\\s+)?"
              + "(?:posts?|positions?|roles?|(?<vacancies>vacanc(?:y|ies)))\\b(?<behind>.*)");

  /** Words behind posts that nobody is in now. */
  private static final Pattern SOUGHT =
      Pattern.compile(
          "(?is)\\s+(?:(?:is|are)\\s+(?:currently\\s+|now\\s+|still\\s+)?(?:being\\s+(?:advertised"
              + "|recruited)|out\\s+to\\s+advert|open|vacant|unfilled|to\\s+be\\s+filled)"
              + "|(?:is|are|remains?|stood|stand)\\s+(?:open|empty|vacant|unfilled|to\\s+be\\s+filled)).*");

  /** Words behind posts in which somebody is by now. */
  private static final Pattern FILLED =
      Pattern.compile("(?is)\\s+(?:was|were|has\\s+been|have\\s+been|closed|had)\\b.*");

  private static final Pattern THERE =
      Pattern.compile("(?is).*\\bthere\\s+(?:are|is)(?:\\s+(?:currently|now|still))?\\s*");

  /** Words by which things are not there now. */
  private static final List<String> AHEAD =
      List.of(
          "will",
          "would",
          "may",
          "might",
          "could",
          "plan",
          "planned",
          "expected",
          "next",
          "last",
          "had",
          "no",
          "not",
          "previously",
          "further",
          "another");

  @Override
  public CheckRule rule() {
    return CheckRule.ZERO;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    List<MeasureReview> zeros =
        subject.measures().stream()
            .filter(m -> m.measure().unit() == Unit.COUNT)
            .filter(m -> m.quarter().value().filter(v -> v.signum() == 0).isPresent())
            .toList();
    for (MeasureReview zero : zeros) {
      Vocabulary words = Vocabulary.of(zero.measure());
      subject.narratives().stream()
          .filter(n -> n.review().table().number() == zero.table().number())
          .filter(n -> !n.review().equals(zero))
          .forEach(n -> elsewhere(n, zero, words, found));
    }
    for (Narrative narrative : subject.narratives()) {
      if (narrative.now().filter(v -> v.signum() == 0).isEmpty()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          Figure figure = claim.figure();
          boolean now =
              claim.period().isEmpty()
                  || narrative.meant(claim.period()).filter(narrative::isReported).isPresent()
                  || isMonthOfNone(narrative, claim);
          boolean some =
              claim.about() == About.LEVEL
                  && figure.value().signum() > 0
                  && narrative.isComparable(figure)
                  && now
                  && (isOpenPost(narrative, sentence, claim)
                      || (claim.nouns().stream().anyMatch(narrative.vocabulary()::has)
                          && (claim.scope() == Claim.Scope.ALL
                              || narrative.isWhole(claim, sentence))))
                  && !narrative.isNeighbours(claim);
          if (some) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the table says 0, but the commentary speaks of %s; correct whichever is"
                            + " wrong.",
                        narrative.read().quote(figure.start(), figure.end())
                            + " "
                            + String.join(" ", claim.nouns()))));
          }
        }
      }
    }
  }

  /** {@code Two were recorded in August}, where the months of the table add to none. */
  private static boolean isMonthOfNone(Narrative narrative, Claim claim) {
    return narrative.measure().rule() == QuarterRule.SUM
        && narrative
            .meant(claim.period())
            .filter(narrative::isWithin)
            .flatMap(narrative::value)
            .filter(v -> v.signum() == 0)
            .isPresent();
  }

  /** {@code Two posts are vacant}, in the row of the vacancies. */
  private static boolean isOpenPost(Narrative narrative, Sentence sentence, Claim claim) {
    String text = narrative.read().text();
    Figure figure = claim.figure();
    Matcher posts =
        POSTS.matcher(text.substring(figure.end(), Math.max(figure.end(), sentence.end())));
    if (!narrative.vocabulary().has("vacancies") || !posts.matches()) {
      return false;
    }
    String behind = posts.group("behind");
    boolean there =
        posts.group("vacancies") != null
            && THERE.matcher(text.substring(sentence.start(), figure.start())).matches();
    boolean open = posts.group("open") != null && !FILLED.matcher(behind).matches();
    return there || open || SOUGHT.matcher(behind).matches();
  }

  /** {@code One colleague covers two vacancies}, in another row than that of the 0 vacancies. */
  private void elsewhere(
      Narrative narrative, MeasureReview zero, Vocabulary words, Consumer<Finding> found) {
    for (Sentence sentence : narrative.sentences()) {
      if (AHEAD.stream().noneMatch(sentence::says)) {
        sentence.claims().forEach(claim -> elsewhere(narrative, zero, words, claim, found));
      }
    }
  }

  private void elsewhere(
      Narrative narrative,
      MeasureReview zero,
      Vocabulary words,
      Claim claim,
      Consumer<Finding> found) {
    boolean now =
        claim.period().isEmpty()
            || narrative.meant(claim.period()).filter(narrative::isReported).isPresent();
    boolean counts =
        claim.about() == About.LEVEL
            && now
            && claim.scope() != Claim.Scope.BY_VERB
            && claim.figure().kind() == Figure.Kind.NUMBER
            && claim.figure().value().signum() > 0
            && words.size() > 0
            && words.shared(claim.nouns()) == words.size()
            && narrative.vocabulary().shared(claim.nouns()) == 0;
    if (counts) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the commentary speaks of %s, but the table says 0 for \u201c%s\u201d; correct"
                      + " whichever is wrong.",
                  narrative.quote(claim.figure()) + " " + String.join(" ", claim.nouns()),
                  zero.measure().name())));
    }
  }
}
