package quarterday.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.commentary.TargetWord;
import quarterday.commentary.TargetWord.Relation;
import quarterday.kpi.BetterWhen;
import quarterday.kpi.Finding;
import quarterday.kpi.TargetSpan;
import quarterday.kpi.Unit;

/** Words about the target that the numbers deny: {@code below target} for a value on it. */
final class TargetInWords implements Check {
  private static final BigDecimal HALF = BigDecimal.valueOf(50);

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
                  .filter(p -> isNear(narrative, words, p))
                  .filter(p -> !isBasis(sentence, p))
                  .anyMatch(
                      p ->
                          p.in(narrative.period())
                              .filter(m -> !narrative.period().months().containsAll(m.months()))
                              .isPresent());
          if (now.isPresent() && target.isPresent() && !earlier) {
            gap(narrative, words, now.get(), target.get(), found);
          }
          if (now.isPresent()
              && target.isPresent()
              && !earlier
              && isFalse(
                  narrative, words.relation(), now.get().compareTo(target.get()), target.get())) {
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

  /** Whether a period stands before the words, or behind them in the same clause. */
  private static boolean isNear(Narrative narrative, TargetWord words, PeriodMention period) {
    return period.start() < words.end()
        || narrative.read().text().substring(words.end(), period.start()).indexOf(',') < 0;
  }

  private static boolean isBasis(Sentence sentence, PeriodMention period) {
    return sentence.claims().stream().anyMatch(c -> c.basis().filter(period::equals).isPresent());
  }

  /** {@code four short of the target of 40}: how far, in units, points or per cent. */
  private void gap(
      Narrative narrative,
      TargetWord words,
      BigDecimal now,
      BigDecimal target,
      Consumer<Finding> found) {
    Optional<Figure> gap = words.gap().filter(f -> f.hedge() == Figure.Hedge.EXACT);
    if (gap.isEmpty() || target.signum() <= 0) {
      return;
    }
    boolean perCent =
        gap.get().kind() == Figure.Kind.PER_CENT && !narrative.measure().isPercentage();
    BigDecimal difference = now.subtract(target);
    Optional<BigDecimal> truth =
        perCent
            ? Narrative.percent(Optional.of(now), Optional.of(target))
            : gap.get().measured(difference, narrative.measure().unit());
    if (truth.filter(t -> !gap.get().agrees(t)).isPresent()) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "%s is %s%s from the target of %s, but the commentary says %s; correct the"
                      + " difference.",
                  narrative.shown(now),
                  Narrative.plain(truth.get().abs(), Math.max(0, gap.get().decimals()), true),
                  perCent ? "%" : "",
                  narrative.shown(target),
                  narrative.quote(gap.get()))));
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
    return narrative
        .measure()
        .target()
        .flatMap(target -> TargetSpan.of(narrative.review().row()).forQuarter(target));
  }

  private static boolean isFalse(
      Narrative narrative, Relation relation, int side, BigDecimal target) {
    // A percentage with a target above a half is one that should be high.
    boolean high =
        narrative.measure().better() == BetterWhen.NEUTRAL
            && narrative.measure().isPercentage()
            && target.compareTo(HALF) >= 0;
    BetterWhen better = high ? BetterWhen.HIGHER : narrative.measure().better();
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
