package quarterday.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Movement;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.review.Comparison;
import quarterday.review.State;

/** {@code slightly} for a change of a third, {@code significant} where no rule fired. */
final class SizeWords implements Check {
  private static final Set<String> SLIGHT =
      Set.of(
          "slight", "slightly", "small", "marginal", "marginally", "minor", "modest", "modestly");
  private static final Set<String> SIGNIFICANT = Set.of("significant", "significantly");

  /** Slightly is up to this many per cent, or this many points. */
  private static final BigDecimal SLIGHTLY = BigDecimal.valueOf(5);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FEW = BigDecimal.valueOf(2);

  @Override
  public CheckRule rule() {
    return CheckRule.SIZE_WORDS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        for (Movement movement : sentence.movements()) {
          if (SLIGHT.contains(movement.size())) {
            slight(narrative, sentence, movement, found);
          } else if (SIGNIFICANT.contains(movement.size())) {
            significant(narrative, sentence, movement, found);
          }
        }
      }
    }
  }

  private void slight(
      Narrative narrative, Sentence sentence, Movement movement, Consumer<Finding> found) {
    Optional<BigDecimal> size = size(narrative, sentence, movement);
    String behind = narrative.read().text().substring(movement.end(), sentence.end());
    // "slightly less than the 10% rise that was forecast"
    boolean ofAnother =
        behind.matches("(?is)\\s+than\\s+(?:the\\s+)?[\\d.]+\\s*(?:%|per\\s+cent)\\s.*");
    if (!ofAnother && size.filter(s -> s.compareTo(SLIGHTLY) > 0).isPresent()) {
      tell(narrative, movement, size.get(), found);
    }
  }

  private void tell(
      Narrative narrative, Movement movement, BigDecimal size, Consumer<Finding> found) {
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                "a change of %s%s is called \"%s\"; drop the word or give the figure.",
                Narrative.plain(size, size.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, true),
                narrative.measure().isPercentage() ? " percentage points" : "%",
                movement.size())));
  }

  /** How large the change is: as the sentence says, or else as the figures give. */
  private static Optional<BigDecimal> size(
      Narrative narrative, Sentence sentence, Movement movement) {
    About wanted = narrative.measure().isPercentage() ? About.POINTS_CHANGE : About.PER_CENT_CHANGE;
    Optional<BigDecimal> written =
        sentence.claims().stream()
            .filter(c -> c.about() == wanted)
            .map(c -> c.figure().value())
            .findFirst();
    if (written.isPresent()) {
      return written;
    }
    boolean sure =
        movement.scope() == Scope.ALL
            && narrative.about(movement.subject(), sentence) == Narrative.About.OWN;
    if (!sure) {
      return Optional.empty();
    }
    for (Comparison comparison : narrative.against(movement.basis())) {
      Optional<BigDecimal> change = comparison.change();
      boolean fits =
          change.isPresent()
              && change.get().abs().compareTo(FEW) > 0
              && (movement.basis().isPresent()
                  || change.get().signum() == movement.direction().sign());
      if (fits && narrative.measure().isPercentage()) {
        return change.map(BigDecimal::abs);
      }
      Optional<BigDecimal> percent =
          Narrative.percent(narrative.now(), comparison.earlier().value()).map(BigDecimal::abs);
      if (fits && percent.isPresent()) {
        return percent.map(p -> p.min(HUNDRED.multiply(HUNDRED)));
      }
    }
    return Optional.empty();
  }

  private void significant(
      Narrative narrative, Sentence sentence, Movement movement, Consumer<Finding> found) {
    State state = narrative.review().state();
    boolean quiet = state == State.STABLE || state == State.NO_VARIATION;
    boolean about =
        movement.scope() == Scope.ALL
            && narrative.about(movement.subject(), sentence) == Narrative.About.OWN;
    if (quiet && about) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the change is called \"%s\", but no rule of the control chart fired; give the"
                      + " figures and leave the word out.",
                  movement.size())));
    } else if (state == State.NO_LIMITS && about) {
      // Without a chart, what would be slight is not significant.
      size(narrative, sentence, movement)
          .filter(s -> s.compareTo(SLIGHTLY) <= 0)
          .ifPresent(s -> tell(narrative, movement, s, found));
    }
  }
}
