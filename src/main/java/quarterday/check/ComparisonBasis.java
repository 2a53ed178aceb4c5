package quarterday.check;

import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/** A comparison with a period that nobody compares with, or with the report's own. */
final class ComparisonBasis implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.COMPARISON_BASIS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (PeriodMention period : narrative.read().periods()) {
        if (period.kind() == PeriodMention.Kind.UNUSUAL) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "\"%s\" names no period that can be told; compare with %s or with %s.",
                      narrative.quote(period),
                      narrative.period().previous().label(),
                      narrative.period().yearAgo().label())));
        }
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          Optional<PeriodMention> own =
              claim
                  .basis()
                  .filter(
                      b ->
                          b.kind() == PeriodMention.Kind.QUARTER
                              || b.kind() == PeriodMention.Kind.MONTH)
                  .filter(b -> b.in(narrative.period()).filter(narrative::isReported).isPresent());
          if (own.isPresent() && StalePeriod.rightBasis(narrative, claim).isEmpty()) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the commentary compares with \"%s\", which is the period of this report;"
                            + " name the earlier period.",
                        narrative.quote(own.get()))));
            break;
          }
        }
      }
    }
  }
}
