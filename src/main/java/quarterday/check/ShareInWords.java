package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/**
 * A share in the commentary that its own parts do not give ({@code 45 of 122 (38%)}), or parts that
 * do not give the percentage in the table ({@code 9/12} beside 69%).
 */
final class ShareInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Parts further off than this speak of something else than the percentage in the table. */
  private static final BigDecimal SAME_MATTER = BigDecimal.valueOf(12);

  @Override
  public CheckRule rule() {
    return CheckRule.PERCENTAGE_OF_PARTS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        for (Claim part : sentence.claims()) {
          if (part.about() == About.PART && part.beside().isPresent()) {
            look(narrative, sentence, part, part.beside().get(), found);
          }
        }
      }
    }
  }

  private void look(
      Narrative narrative, Sentence sentence, Claim part, Figure whole, Consumer<Finding> found) {
    boolean exact = part.figure().hedge() == Hedge.EXACT && whole.hedge() == Hedge.EXACT;
    if (whole.value().signum() == 0 || !exact) {
      return;
    }
    BigDecimal truth =
        part.figure().value().multiply(HUNDRED).divide(whole.value(), MathContext.DECIMAL64);
    Optional<Claim> share =
        sentence.claims().stream()
            .filter(c -> c.about() == About.SHARE)
            .filter(c -> c.beside().filter(part.figure()::equals).isPresent())
            .findFirst();
    if (share.isPresent()) {
      Figure said = share.get().figure();
      if (!said.agrees(truth)) {
        found.accept(
            narrative
                .finding(
                    rule(),
                    narrative.message(
                        "%s of %s is %s%%, but the commentary says %s; correct the percentage or"
                            + " the numbers it is made of.",
                        narrative.quote(part.figure()),
                        narrative.quote(whole),
                        Narrative.plain(truth, said.decimals(), false),
                        narrative.quote(said)))
                .suggesting(narrative.with(said, truth)));
      }
      return;
    }
    besideTheTable(narrative, part, whole, truth, found);
  }

  private void besideTheTable(
      Narrative narrative, Claim part, Figure whole, BigDecimal truth, Consumer<Finding> found) {
    Optional<BigDecimal> shown = narrative.now();
    boolean only =
        narrative.claims().stream().filter(c -> c.about() == About.PART).limit(2).count() == 1;
    boolean current =
        part.period().isEmpty()
            || narrative.meant(part.period()).filter(narrative::isReported).isPresent();
    if (!narrative.measure().isPercentage()
        || shown.isEmpty()
        || narrative.review().quarter().estimated()
        || !only
        || !current) {
      return;
    }
    int decimals = Math.min(1, Math.max(0, shown.get().stripTrailingZeros().scale()));
    BigDecimal difference = truth.subtract(shown.get()).abs();
    boolean agrees =
        truth
                .setScale(decimals, RoundingMode.HALF_UP)
                .compareTo(shown.get().setScale(decimals, RoundingMode.HALF_UP))
            == 0;
    boolean anotherPercentage =
        narrative.claims().stream()
            .anyMatch(
                c ->
                    c.about() == About.LEVEL
                        && narrative.isComparable(c.figure())
                        && c.figure().agrees(truth));
    if (!agrees && difference.compareTo(SAME_MATTER) <= 0 && !anotherPercentage) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "%s of %s in the commentary is %s%%, but %s is entered in the table; correct"
                      + " whichever is wrong.",
                  narrative.quote(part.figure()),
                  narrative.quote(whole),
                  Narrative.plain(truth, decimals, false),
                  narrative.shown(shown.get()))));
    }
  }
}
