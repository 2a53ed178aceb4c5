package quarterday.check;

import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
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
          if (value && claim.period().filter(p -> isDuring(narrative, p)).isPresent()) {
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

  private static boolean isDuring(Narrative narrative, PeriodMention period) {
    String before =
        narrative.read().text().substring(Math.max(0, period.start() - 24), period.start());
    return narrative.meant(Optional.of(period)).filter(narrative::isReported).isPresent()
        && before.matches(
            "(?is).*\\b(?:during|throughout|over|in the course of|across)\\s+(?:the\\s+)?");
  }
}
