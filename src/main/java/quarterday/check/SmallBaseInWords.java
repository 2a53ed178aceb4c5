package quarterday.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.Setting;
import quarterday.kpi.Unit;
import quarterday.review.Comparison;

/** A change in per cent of a count that is too small for one. */
final class SmallBaseInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.SMALL_BASE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    BigDecimal smallest =
        BigDecimal.valueOf(subject.review().settings().whole(Setting.SMALLEST_BASE));
    for (Narrative narrative : subject.narratives()) {
      if (narrative.measure().unit() != Unit.COUNT) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          if (claim.about() != About.PER_CENT_CHANGE
              || claim.figure().kind() == Figure.Kind.FRACTION) {
            continue;
          }
          Optional<BigDecimal> base = base(narrative, sentence, claim);
          if (base.filter(b -> b.signum() > 0 && b.compareTo(smallest) < 0).isPresent()) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "%s is too small for a percentage, but the commentary says %s; give the"
                            + " change in number.",
                        Narrative.plain(base.get(), 0, true), narrative.quote(claim.figure()))));
          }
        }
      }
    }
  }

  /** The earlier value that the per cent is of. */
  private static Optional<BigDecimal> base(Narrative narrative, Sentence sentence, Claim claim) {
    Optional<Figure> written = claim.beside().filter(f -> f.kind() == Figure.Kind.NUMBER);
    if (written.isPresent()) {
      return written.map(Figure::value);
    }
    if (claim.scope() != Scope.ALL
        || narrative.isElsewhere(claim, sentence)
        || narrative.isNeighboursChange(claim)) {
      return Optional.empty();
    }
    for (Comparison comparison : narrative.against(claim.basis())) {
      Optional<BigDecimal> then = comparison.earlier().value();
      boolean it =
          claim.basis().isPresent()
              || Narrative.percent(narrative.now(), then)
                  .filter(claim.figure()::agrees)
                  .isPresent();
      if (it && then.isPresent()) {
        return then;
      }
    }
    return Optional.empty();
  }
}
