package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.kpi.Finding;
import quarterday.kpi.Setting;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/** A count of an office's own people so small that a reader may know who they are. */
final class SmallNumbersAboutPeople implements Check {
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?i)\\b(staff|employees?|volunteers?|women|men|females?|males?|ethnic minority|disab\\w+|sickness|maternity|probation\\w*|grievances?|disciplinar\\w+)\\b");

  /** What is counted by people, of people, or with people in its name only. */
  private static final Pattern OTHER_THINGS =
      Pattern.compile(
          "(?i)(?<!-)\\b(hours?|visits?|events?|meetings?|days?|complaints|incidents?|offences)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.SMALL_NUMBERS_ABOUT_PEOPLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    BigDecimal threshold =
        BigDecimal.valueOf(subject.review().settings().whole(Setting.SMALL_COUNT));
    for (MeasureReview measure : subject.measures()) {
      String name = measure.measure().name();
      if (isHeldBack(measure)) {
        months(subject, measure, threshold).forEach(found);
        continue;
      }
      if (measure.measure().unit() != Unit.COUNT
          || !PEOPLE.matcher(name).find()
          || OTHER_THINGS.matcher(name).find()) {
        continue;
      }
      Optional<BigDecimal> now =
          measure
              .quarter()
              .value()
              .filter(value -> value.signum() > 0 && value.compareTo(threshold) < 0);
      now.ifPresent(
          value -> found.accept(finding(measure, RelatedMeasures.cell(subject, measure), value)));
    }
  }

  /** Whether some figures of a row are [c] already. */
  private static boolean isHeldBack(MeasureReview measure) {
    return Stream.concat(
            measure.row().months().values().stream(), measure.row().quarters().values().stream())
        .anyMatch(o -> o.token().equals("[c]"));
  }

  /** The small figures of the report beside the ones held back, or the only one that is not. */
  private List<Finding> months(Subject subject, MeasureReview measure, BigDecimal threshold) {
    YearMonth last = subject.review().period().last();
    YearMonth first = subject.review().period().first();
    List<Finding> findings = new ArrayList<>();
    boolean only = Subject.observations(measure).size() == 1;
    Subject.figures(measure)
        .forEach(
            (period, o) -> {
              BigDecimal value = o.value().orElseThrow();
              boolean reported = !period.last().isAfter(last) && !period.first().isBefore(first);
              if ((reported || only) && value.signum() > 0 && value.compareTo(threshold) < 0) {
                findings.add(finding(measure, o.cell(), value));
              }
            });
    return findings;
  }

  private Finding finding(MeasureReview measure, Address cell, BigDecimal value) {
    return Subject.at(
            rule(),
            measure,
            cell,
            String.format(
                Locale.ROOT,
                "%s: a count of %s may identify a person; show [c] or a band, or record under Reviewed who agreed to publish it.",
                measure.measure().name(),
                Rounded.text(value)))
        .suggesting("[c]");
  }
}
