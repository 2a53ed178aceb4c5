package quarterday.check;

import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/** A zero in the table beside a commentary that counts some. */
final class ZeroContradicted implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.ZERO;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.now().filter(v -> v.signum() == 0).isEmpty()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          Figure figure = claim.figure();
          boolean now =
              claim.period().isEmpty()
                  || narrative.meant(claim.period()).filter(narrative::isReported).isPresent();
          boolean some =
              claim.about() == About.LEVEL
                  && figure.value().signum() > 0
                  && narrative.isComparable(figure)
                  && now
                  && claim.nouns().stream().anyMatch(narrative.vocabulary()::has)
                  && (claim.scope() == Claim.Scope.ALL || narrative.isWhole(claim, sentence))
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
}
