package quarterday.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;

/** A measure counted in another unit than in the last report. */
final class ChangedUnit implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.CONSTANT_UNIT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Map<String, MeasureReview> byName = new HashMap<>();
    subject.measures().forEach(m -> byName.putIfAbsent(LastReport.lasting(m.measure().name()), m));
    for (LastReport.Recorded old : subject.before().measures()) {
      subject
          .measure(old.id())
          .or(
              () ->
                  Optional.ofNullable(byName.get(LastReport.lasting(old.name())))
                      .filter(old::isNamed))
          .filter(measure -> !measure.measure().unit().label().equals(old.unit()))
          .ifPresent(
              measure ->
                  found.accept(
                      Subject.at(
                          rule(),
                          measure,
                          measure.row().name(),
                          String.format(
                              Locale.ROOT,
                              "%s: the unit was %s, now %s; put it back, or mark the break with [b] and say so.",
                              measure.measure().name(),
                              old.unit(),
                              measure.measure().unit().label()))));
    }
  }
}
