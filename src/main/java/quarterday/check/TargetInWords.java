package quarterday.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.commentary.TargetWord;
import quarterday.commentary.TargetWord.Relation;
import quarterday.kpi.BetterWhen;
import quarterday.kpi.Finding;
import quarterday.kpi.Unit;

/** Words about the target that the numbers deny: {@code below target} for a value on it. */
final class TargetInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.TARGET_WORDS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Optional<BigDecimal> now = narrative.now();
      for (Sentence sentence : narrative.sentences()) {
        for (TargetWord words : sentence.targets()) {
          Optional<BigDecimal> target = target(narrative, words);
          boolean earlier =
              sentence.periods().stream()
                  .anyMatch(
                      p ->
                          p.in(narrative.period())
                              .filter(m -> !narrative.isReported(m))
                              .isPresent());
          if (now.isPresent()
              && target.isPresent()
              && !earlier
              && isFalse(narrative, words.relation(), now.get().compareTo(target.get()))) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the commentary says \"%s\", but %s is %s the target of %s; correct the"
                            + " words.",
                        narrative.read().quote(words.start(), words.end()),
                        narrative.shown(now.get()),
                        now.get().compareTo(target.get()) == 0
                            ? "exactly"
                            : now.get().compareTo(target.get()) > 0 ? "above" : "below",
                        narrative.shown(target.get()))));
          }
        }
      }
    }
  }

  private static Optional<BigDecimal> target(Narrative narrative, TargetWord words) {
    Optional<Figure> quoted = words.target();
    if (quoted.isPresent()) {
      return narrative.isComparable(quoted.get())
              && (quoted.get().kind() != Figure.Kind.MINUTES
                  || narrative.measure().unit() == Unit.MINUTES)
              && quoted.get().hedge() == Figure.Hedge.EXACT
          ? Optional.of(quoted.get().value())
          : Optional.empty();
    }
    return narrative.measure().target();
  }

  private static boolean isFalse(Narrative narrative, Relation relation, int side) {
    BetterWhen better = narrative.measure().better();
    return switch (relation) {
      case BELOW -> side >= 0;
      case ABOVE -> side <= 0;
      case WITHIN -> side > 0 && better != BetterWhen.HIGHER;
      case MET ->
          (better == BetterWhen.HIGHER && side < 0) || (better == BetterWhen.LOWER && side > 0);
      case MISSED ->
          (better == BetterWhen.HIGHER && side >= 0) || (better == BetterWhen.LOWER && side <= 0);
    };
  }
}
