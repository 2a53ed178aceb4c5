package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure;
import quarterday.commentary.Movement;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.review.Comparison;

/**
 * A change in per cent in the commentary that the two periods do not give, in size or direction; a
 * per cent of nothing; {@code doubled} for what did not double.
 */
final class PerCentChangeInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.PER_CENT_CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    subject.narratives().forEach(narrative -> look(narrative, found));
  }

  void look(Narrative narrative, Consumer<Finding> found) {
    if (narrative.measure().isPercentage()) {
      return;
    }
    for (Sentence sentence : narrative.sentences()) {
      for (int i = 0; i < sentence.claims().size(); i++) {
        Claim claim = sentence.claims().get(i);
        if (claim.about() == About.PER_CENT_CHANGE) {
          Optional<Change> wrong = Change.wrong(narrative, sentence, claim);
          if (wrong.isEmpty() && i > 0) {
            wrong = Change.besideDifference(narrative, sentence.claims().get(i - 1), claim);
          }
          wrong.ifPresent(change -> tell(narrative, change, found));
          ofNothing(narrative, sentence, claim, found);
        }
      }
      factors(narrative, sentence, found);
      sentence.claims().forEach(claim -> ofEarlier(narrative, sentence, claim, found));
    }
  }

  private void tell(Narrative narrative, Change change, Consumer<Finding> found) {
    Figure said = change.claim().figure();
    int decimals = Math.max(0, said.decimals());
    String truth =
        (change.expected().signum() > 0 ? "+" : "")
            + Narrative.plain(change.expected(), decimals, true)
            + "%";
    Finding finding =
        narrative.finding(
            rule(),
            narrative.message(
                "the change from %s%s to %s is %s, but the commentary says %s%s; correct the"
                    + " percentage%s.",
                number(change.then()),
                change.from().equals("the text") ? "" : " in " + change.from(),
                number(change.now()),
                truth,
                change.said().isMove() ? change.said().sign() > 0 ? "up " : "down " : "",
                narrative.quote(said).replaceFirst("^[-\u2013\u2212+]\\s*", ""),
                change.isBackwards() ? " and the direction" : ""));
    found.accept(
        change.isBackwards()
            ? finding
            : finding.suggesting(narrative.with(said, change.expected())));
  }

  private static String number(BigDecimal value) {
    BigDecimal plain = value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return Narrative.plain(value, Math.max(0, plain.scale()), true);
  }

  /** There is no per cent of zero. */
  private void ofNothing(
      Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    boolean sure =
        claim.basis().isPresent()
            && claim.scope() == Scope.ALL
            && narrative.about(claim, sentence) == Narrative.About.OWN;
    for (Comparison comparison : narrative.against(claim.basis())) {
      if (sure && comparison.base() == Comparison.Base.ZERO) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "the figure for %s is 0, and there is no percentage of nothing; give the change"
                        + " in numbers.",
                    comparison.earlier().period().label())));
      }
    }
  }

  /** {@code a third of the number received in quarter two}: a fraction of the earlier value. */
  private void ofEarlier(
      Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    Figure said = claim.figure();
    String text = narrative.read().text();
    Optional<PeriodMention> next =
        sentence.periods().stream().filter(p -> p.start() > said.end()).findFirst();
    boolean fraction =
        said.kind() == Figure.Kind.FRACTION
            && claim.about() == About.LEVEL
            && narrative.givesValue()
            && next.isPresent()
            && text.substring(said.end(), next.get().start()).matches(OF_THE_NUMBER);
    if (!fraction) {
      return;
    }
    for (Comparison comparison : narrative.against(next)) {
      Optional<BigDecimal> then = comparison.earlier().value().filter(v -> v.signum() > 0);
      if (then.isPresent()) {
        BigDecimal share =
            narrative
                .now()
                .orElseThrow()
                .multiply(BigDecimal.valueOf(100))
                .divide(then.get(), MathContext.DECIMAL64);
        if (!said.agrees(share)) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "%s is %s%% of the %s in %s, but the commentary says %s; correct the"
                          + " fraction.",
                      narrative.now().map(narrative::shown).orElse(""),
                      Narrative.plain(share, 0, true),
                      narrative.shown(then.get()),
                      comparison.earlier().period().label(),
                      narrative.quote(said))));
        }
      }
    }
  }

  private static final String OF_THE_NUMBER =
      "(?is)\\s+(?:of\\s+)?(?:the|that)\\s+(?:number|figure|total|level|volume|amount)?\\b[^.;,()]*";

  /** {@code letters about parking, which doubled from 30 to 60}: other values than the table's. */
  private static boolean isFromAnother(Narrative narrative, Sentence sentence, Movement movement) {
    String text = narrative.read().text();
    return sentence.claims().stream()
        .map(Claim::figure)
        .filter(f -> f.start() > movement.end())
        .filter(f -> text.substring(movement.end(), f.start()).matches("(?is)\\s+from\\s+"))
        .anyMatch(f -> !narrative.isEarlierValue(f));
  }

  /** Doubled is said of anything from 1.8 to 2.2 times; halved likewise. */
  private void factors(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    for (Movement movement : sentence.movements()) {
      if (movement.factor() == 0
          || movement.scope() != Scope.ALL
          || movement.basis().isEmpty()
          || isFromAnother(narrative, sentence, movement)
          || narrative.about(movement.subject(), sentence) != Narrative.About.OWN) {
        continue;
      }
      boolean more =
          narrative
              .read()
              .quote(Math.max(0, movement.start() - 6), movement.start())
              .endsWith("than");
      for (Comparison comparison : narrative.against(movement.basis())) {
        if (narrative.now().isEmpty() || comparison.earlier().value().isEmpty()) {
          continue;
        }
        double now = narrative.now().get().doubleValue();
        double then = comparison.earlier().value().get().doubleValue();
        double factor = movement.factor() > 0 ? movement.factor() : -1.0 / movement.factor();
        double ratio = then == 0 ? factor : now / then / factor;
        boolean wrong =
            more
                ? movement.factor() > 0 ? ratio < 0.995 : ratio > 1.005
                : ratio < 0.88 || ratio > 1.12;
        if (wrong) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the commentary says \"%s\", but the change from %s in %s is to %s; give the"
                          + " percentage instead.",
                      narrative.read().quote(movement.start(), movement.end()),
                      narrative.shown(comparison.earlier().value().get()),
                      comparison.earlier().period().label(),
                      narrative.shown(narrative.now().get()))));
        }
      }
    }
  }
}
