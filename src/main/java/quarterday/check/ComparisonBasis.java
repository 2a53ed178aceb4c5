package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.Comparison;

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
        sentence.claims().forEach(claim -> unsaid(narrative, sentence, claim, found));
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

  /**
   * {@code more than double quarter one's 97. The total is 17 days higher}: than a year ago, though
   * the text has named another basis and not that one.
   */
  private void unsaid(
      Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    Comparison previous = narrative.review().previous();
    Comparison yearAgo = narrative.review().yearAgo();
    Optional<BigDecimal> near = previous.change();
    Optional<BigDecimal> far = yearAgo.change();
    boolean open =
        claim.about() == Claim.About.CHANGE
            && claim.direction().isMove()
            && claim.scope() == Claim.Scope.ALL
            && claim.basis().isEmpty()
            && claim.beside().isEmpty()
            && sentence.periods().stream()
                .allMatch(
                    p -> narrative.meant(Optional.of(p)).filter(narrative::isReported).isPresent())
            && NAMED.stream().noneMatch(sentence::says)
            && narrative.about(claim, sentence) == Narrative.About.OWN;
    if (open && namesNoOther(narrative, sentence, claim)) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "\"%s\" does not say than what; compare with %s or with %s.",
                  narrative.quote(claim.figure()),
                  narrative.period().previous().label(),
                  narrative.period().yearAgo().label())));
    }
    if (!open || near.isEmpty() || far.isEmpty()) {
      return;
    }
    List<ReportingPeriod> named =
        narrative.read().periods().stream()
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .distinct()
            .toList();
    boolean before =
        narrative.read().periods().stream()
            .filter(p -> p.end() < sentence.start())
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .anyMatch(previous.earlier().period()::equals);
    boolean other =
        narrative.agrees(claim.figure(), far.get())
            && far.get().signum() == claim.direction().sign()
            && !narrative.agrees(claim.figure(), near.get());
    if (before && other && !named.contains(yearAgo.earlier().period())) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "\"%s\" does not say than what; it is the change from %s, so name that period.",
                  narrative.quote(claim.figure()), yearAgo.earlier().period().label())));
    }
  }

  /** {@code 25 conferences were held, 3 fewer}, in a text that names no other time and value. */
  private static boolean namesNoOther(Narrative narrative, Sentence sentence, Claim claim) {
    String behind = narrative.read().text().substring(claim.figure().end(), sentence.end());
    return FEWER.matcher(behind).matches()
        && narrative.givesValue()
        && narrative.read().periods().stream()
            .allMatch(
                p ->
                    p.in(narrative.period())
                        .filter(m -> narrative.period().months().containsAll(m.months()))
                        .isPresent())
        && narrative.claims().stream().noneMatch(c -> c.about() == Claim.About.EARLIER)
        && narrative.sentences().stream().noneMatch(s -> NAMED.stream().anyMatch(s::says));
  }

  /** A comparative with which a clause ends. */
  private static final Pattern FEWER =
      Pattern.compile("(?is)\\s+(?:\\([^()]{0,20}\\)\\s+)?(?:more|fewer|less|higher|lower|up|down)\\s*(?:[.;,(]|$).*");

  /** Words by which a sentence says what it compares with, though it names no period. */
  private static final List<String> NAMED =
      List.of(
          "than",
          "year",
          "annual",
          "annually",
          "yearly",
          "months",
          "earlier",
          "before",
          "last",
          "previous",
          "compared",
          "against");
}
