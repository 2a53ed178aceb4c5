package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/** A figure of what is there at the end of the quarter, told as what happened during it. */
final class StockAsFlow implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.STOCK_AND_FLOW;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.measure().rule() != QuarterRule.LAST_VALUE || narrative.now().isEmpty()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          boolean value =
              claim.about() == About.LEVEL
                  && claim.figure().isAmount()
                  && claim.scope() != Claim.Scope.SOME
                  && narrative.agrees(claim.figure(), narrative.now().get())
                  && narrative.about(claim, sentence) == Narrative.About.OWN
                  && claim.nouns().stream().anyMatch(narrative.vocabulary()::has);
          boolean during = value && claim.period().filter(p -> isDuring(narrative, p)).isPresent();
          if (during || isComing(narrative, sentence, claim)) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the figure counts what is there at the end of the quarter, but the"
                            + " commentary counts %s during it; say how many there were at the end,"
                            + " and tell what happened in the quarter separately.",
                        narrative.quote(claim.figure()))));
          }
        }
      }
    }
  }

  /**
   * {@code 26 volunteers joined the scheme in the quarter}: the number of those who are there, told
   * of those who came.
   */
  private static boolean isComing(Narrative narrative, Sentence sentence, Claim claim) {
    Figure figure = claim.figure();
    BigDecimal now = narrative.now().orElseThrow();
    String text = narrative.read().text();
    Matcher came = CAME.matcher(text).region(figure.end(), Math.max(figure.end(), sentence.end()));
    boolean behind = came.lookingAt();
    Matcher taken = TAKEN.matcher(text.substring(sentence.start(), figure.start()));
    boolean before = !behind && taken.find();
    String verb = behind ? came.group("verb") : before ? taken.group("verb") : "";
    if (verb.isEmpty()
        || claim.about() != About.LEVEL
        || figure.kind() != Figure.Kind.NUMBER
        || figure.hedge() != Figure.Hedge.EXACT
        || figure.value().compareTo(now) != 0
        || narrative.vocabulary().has(verb)
        || claim.nouns().stream().noneMatch(narrative.vocabulary()::has)) {
      return false;
    }
    Optional<PeriodMention> period =
        sentence.periods().stream()
            .filter(p -> p.start() >= (behind ? came.end() : figure.end()))
            .findFirst();
    boolean during = period.filter(p -> isWithin(narrative, p)).isPresent();
    return during && isStock(narrative, claim, now);
  }

  /** Whether a number is that of what is there, and of what came only by chance. */
  private static boolean isStock(Narrative narrative, Claim claim, BigDecimal now) {
    Optional<BigDecimal> before = narrative.review().previous().earlier().value();
    boolean fromNone = before.filter(v -> v.signum() == 0).isPresent();
    boolean once =
        narrative.claims().stream()
            .filter(c -> !c.equals(claim) && c.about() == About.LEVEL)
            .noneMatch(c -> narrative.agrees(c.figure(), now));
    boolean compared =
        narrative.claims().stream()
            .filter(c -> c.about() == About.CHANGE)
            .anyMatch(
                c ->
                    narrative.against(Optional.empty()).stream()
                        .flatMap(a -> a.change().stream())
                        .anyMatch(v -> v.signum() != 0 && narrative.agrees(c.figure(), v)));
    return once && !fromNone && (compared || now.compareTo(TELLING) >= 0);
  }

  /** A smaller number may have come by chance. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(20);

  private static final String COMING =
      "(?<verb>joined|started|began|opened|signed|let|recruited|enrolled|appointed|hired|employed"
          + "|engaged|subscribed|added|launched|awarded|created|introduced|came|arrived|entered)";

  private static final Pattern CAME =
      Pattern.compile(
          "(?is)\\s+(?:new\\s+)?(?:[a-z-]+\\s+){1,3}?(?:(?:was|were)\\s+)?(?:newly\\s+)?"
              + COMING
              + "\\b");

  private static final Pattern TAKEN =
      Pattern.compile(
          "(?is)(?<!\\b(?:has|was|had|be)\\s)(?<!\\b(?:have|were|been)\\s)\\b"
              + "(?<verb>recruited|appointed|hired|let|opened|enrolled|signed|gained|added|launched|employed)"
              + "(?:\\s+(?:up|on))?\\s+$");

  /** {@code in the quarter}, {@code this quarter}, and not {@code by the end of it}. */
  private static boolean isWithin(Narrative narrative, PeriodMention period) {
    String before =
        narrative.read().text().substring(Math.max(0, period.start() - 24), period.start());
    return narrative.meant(Optional.of(period)).filter(narrative::isReported).isPresent()
        && !narrative.isEndOf(period)
        && (narrative.quote(period).toLowerCase(Locale.ROOT).startsWith("this")
            || before.matches(
                "(?is).*\\b(?:in|during|throughout|over|in the course of|across|within)\\s+(?:the\\s+)?"));
  }

  private static boolean isDuring(Narrative narrative, PeriodMention period) {
    String before =
        narrative.read().text().substring(Math.max(0, period.start() - 24), period.start());
    return narrative.meant(Optional.of(period)).filter(narrative::isReported).isPresent()
        && before.matches(
            "(?is).*\\b(?:during|throughout|over|in the course of|across)\\s+(?:the\\s+)?");
  }
}
