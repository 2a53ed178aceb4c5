package quarterday.check;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.review.Comparison;

/** Per cent for the change of a percentage, or percentage points for the change of a number. */
final class PointsInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.POINTS_AND_PER_CENT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          if (claim.figure().kind() == Figure.Kind.FRACTION) {
            continue;
          }
          if (claim.about() == About.PER_CENT_CHANGE && narrative.measure().isPercentage()) {
            perCent(narrative, sentence, claim, found);
          } else if (claim.about() == About.POINTS_CHANGE) {
            points(narrative, sentence, claim, found);
          }
        }
      }
    }
  }

  private void perCent(
      Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    boolean isPoints =
        comparisons(narrative, claim)
            .anyMatch(c -> c.change().filter(claim.figure()::agrees).isPresent());
    Narrative.About about = narrative.about(claim, sentence);
    boolean own =
        about == Narrative.About.OWN
            && claim.scope() == Scope.ALL
            && (claim.basis().isPresent() || claim.beside().isPresent())
            && !narrative.isNeighboursChange(claim);
    if (about != Narrative.About.OTHER
        && about != Narrative.About.UNKNOWN
        && (own || (isPoints && claim.figure().value().signum() != 0))) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "this is a percentage, so its change is in percentage points, but the commentary"
                      + " says %s; write the difference of the two percentages as percentage"
                      + " points.",
                  narrative.quote(claim.figure()))));
    }
  }

  private static Stream<Comparison> comparisons(Narrative narrative, Claim claim) {
    return narrative.against(claim.basis()).stream();
  }

  private void points(
      Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    String behind =
        narrative
            .read()
            .text()
            .substring(
                claim.figure().end(),
                Math.min(narrative.read().text().length(), claim.figure().end() + 40));
    boolean ofNumber =
        behind.matches(
            "(?is)\\s*(?:\\w+\\s+)?in\\s+the\\s+(?:total\\s+)?(?:number|volume|count)\\s+of\\b.*");
    boolean isPerCent =
        !narrative.measure().isPercentage()
            && comparisons(narrative, claim)
                .map(c -> Narrative.percent(narrative.now(), c.earlier().value()))
                .flatMap(Optional::stream)
                .anyMatch(claim.figure()::agrees);
    boolean ownCount =
        !narrative.measure().isPercentage()
            && claim.scope() == Scope.ALL
            && narrative.about(claim, sentence) == Narrative.About.OWN
            && claim.direction().isMove()
            && sentence.claims().stream()
                .noneMatch(
                    c -> c.about() == About.LEVEL && c.figure().kind() == Figure.Kind.PER_CENT)
            && !isShare(claim);
    if (ofNumber || isPerCent || ownCount) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "percentage points are for changes of a percentage, but the commentary uses them"
                      + " of a number in \"%s\"; write per cent, or name the percentage that"
                      + " changed.",
                  narrative.quote(claim.figure()))));
    }
  }

  /** Whether the words speak of a share, which changes in points. */
  private static boolean isShare(Claim claim) {
    return Stream.concat(claim.subject().stream(), claim.nouns().stream())
        .anyMatch(
            w ->
                w.equals("share")
                    || w.equals("proportion")
                    || w.equals("percentage")
                    || w.equals("rate")
                    || w.equals("satisfaction"));
  }
}
