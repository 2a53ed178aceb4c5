package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/** More days lost to sickness than the people who were ill, or all who work there, have. */
final class PossibleDays implements Check {
  private static final Pattern SICK = Pattern.compile("(?i)\\bsick(ness)?\\b");
  private static final Pattern SPELLS =
      Pattern.compile("(?i)\\b(incidences?|incidents?|spells?|episodes?|occasions?)\\b");
  private static final String HEADCOUNT = "O-HEAD";

  @Override
  public CheckRule rule() {
    return CheckRule.PHYSICALLY_POSSIBLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      if (measure.measure().unit() == Unit.DAYS && SICK.matcher(measure.measure().name()).find()) {
        Subject.figures(measure)
            .forEach((period, o) -> compare(subject, measure, period, o, found));
      }
    }
  }

  private void compare(
      Subject subject,
      MeasureReview measure,
      ReportingPeriod period,
      Observation o,
      Consumer<Finding> found) {
    Optional<MeasureReview> spells =
        subject.measures().stream()
            .filter(m -> SICK.matcher(m.measure().name()).find())
            .filter(m -> SPELLS.matcher(m.measure().name()).find())
            .filter(m -> Subject.figure(m, period).isPresent())
            .findFirst();
    Optional<MeasureReview> people = spells.or(() -> subject.measure(HEADCOUNT));
    Optional<BigDecimal> most =
        people.flatMap(m -> Subject.figure(m, period)).flatMap(Observation::value);
    BigDecimal days = BigDecimal.valueOf(days(period));
    if (most.isEmpty() || o.value().orElseThrow().compareTo(most.get().multiply(days)) <= 0) {
      return;
    }
    found.accept(
        Subject.at(
            rule(),
            measure,
            o.cell(),
            String.format(
                Locale.ROOT,
                "%s: %s days cannot be lost by %s (%s) in %s, which has %s days; correct the days, or count all who were absent.",
                measure.measure().name(),
                Rounded.text(o.value().orElseThrow()),
                Rounded.text(most.get()),
                people.orElseThrow().measure().name(),
                period.label(),
                days.toPlainString())));
  }

  /** The calendar days of a period. */
  static int days(ReportingPeriod period) {
    return period.months().stream().mapToInt(month -> month.lengthOfMonth()).sum();
  }
}
