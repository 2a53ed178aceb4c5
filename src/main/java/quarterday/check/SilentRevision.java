package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.Mark;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;

/** An earlier period's figure that is not what was reported then, and is not marked as revised. */
final class SilentRevision implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.SILENT_REVISION;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    ReportingPeriod period = subject.review().period();
    for (LastReport.Recorded old : subject.before().measures()) {
      Optional<MeasureReview> now = subject.measure(old.id());
      if (now.isEmpty() || !now.get().measure().unit().label().equals(old.unit())) {
        continue;
      }
      MeasureReview measure = now.get();
      measure
          .row()
          .months()
          .forEach((month, o) -> compare(measure, old, new CalendarMonth(month), o, period, found));
      measure.row().quarters().forEach((q, o) -> compare(measure, old, q, o, period, found));
    }
  }

  private void compare(
      MeasureReview measure,
      LastReport.Recorded old,
      ReportingPeriod at,
      Observation o,
      ReportingPeriod reporting,
      Consumer<Finding> found) {
    Optional<BigDecimal> then = old.value(at);
    boolean past = at.last().isBefore(reporting.first());
    boolean marked =
        o.marks().contains(Mark.REVISED) || !o.token().isEmpty() || old.isProvisional(at);
    if (then.isEmpty() || !past || marked) {
      return;
    }
    boolean same = o.value().filter(now -> now.compareTo(then.get()) == 0).isPresent();
    if (same) {
      return;
    }
    found.accept(
        Subject.at(
            rule(),
            measure,
            o.cell(),
            String.format(
                Locale.ROOT,
                "%s for %s was %s and is now %s; mark it [r] and say why, or put it back.",
                measure.measure().name(),
                at.label(),
                Rounded.text(then.get()),
                o.value().map(Rounded::text).orElse("blank"))));
  }
}
