package quarterday.check;

import java.math.BigDecimal;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;

/** A percentage whose complement the commentary gives: 99.7% abandoned for 0.3%. */
final class OppositeInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Nearer to a half than this, the two cannot be told apart. */
  private static final BigDecimal APART = BigDecimal.valueOf(20);

  @Override
  public CheckRule rule() {
    return CheckRule.OPPOSITE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      // "61% are women and 39% are men": with its own value the text may give the rest.
      if (!narrative.measure().isPercentage()
          || narrative.now().isEmpty()
          || narrative.givesValue()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          ReportingPeriod period = narrative.meant(claim.period()).orElse(narrative.period());
          boolean reported =
              (claim.period().isEmpty() || narrative.meant(claim.period()).isPresent())
                  && narrative.period().months().containsAll(period.months());
          BigDecimal value = narrative.value(period).or(narrative::now).orElseThrow();
          if (claim.about() == Claim.About.LEVEL
              && reported
              && claim.scope() != Scope.SOME
              && narrative.about(claim, sentence) == Narrative.About.OWN
              && isOpposite(narrative, claim, value)) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the table shows %s, but the commentary says %s, which is what is left of"
                            + " 100%%; check which of the two the name means.",
                        narrative.shown(value), narrative.quote(claim.figure()))));
          }
        }
      }
    }
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
