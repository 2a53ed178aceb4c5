package quarterday.check;

import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Mark;
import quarterday.review.MeasureReview;

/** A measure that is defined in other words than in the last report, without a marked break. */
final class ChangedDefinition implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.DEFINITION_CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (LastReport.Recorded old : subject.before().measures()) {
      subject
          .measure(old.id())
          .filter(measure -> !old.definition().isEmpty())
          .filter(measure -> !LastReport.definition(measure.measure()).equals(old.definition()))
          .filter(measure -> !isMarked(measure))
          .ifPresent(
              measure ->
                  found.accept(
                      Subject.at(
                          rule(),
                          measure,
                          measure.row().name(),
                          String.format(
                              Locale.ROOT,
                              "%s changed meaning since the last report; mark its first month with [b] and do not compare across it, or accept this if only the wording changed.",
                              measure.measure().name()))));
    }
  }

  private static boolean isMarked(MeasureReview measure) {
    return Subject.observations(measure).stream().anyMatch(o -> o.marks().contains(Mark.BREAK));
  }
}
