package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.review.MeasureReview;

/** A typed quarter that adds months which count different people, or surveys. */
final class AddedUniques implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.NOT_ADDITIVE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      if (measure.measure().rule() != QuarterRule.NOT_ADDITIVE) {
        continue;
      }
      measure
          .row()
          .quarters()
          .forEach(
              (quarter, typed) -> {
                List<BigDecimal> months =
                    quarter.months().stream()
                        .flatMap(month -> measure.row().value(month).stream())
                        .flatMap((Observation o) -> o.value().stream())
                        .filter(value -> value.signum() > 0)
                        .toList();
                BigDecimal sum = months.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean added =
                    months.size() > 1
                        && typed.value().filter(value -> value.compareTo(sum) == 0).isPresent();
                if (added) {
                  found.accept(
                      Subject.at(
                          rule(),
                          measure,
                          typed.cell(),
                          String.format(
                              Locale.ROOT,
                              "%s for %s adds its months, which cannot be added because some are counted in each of them; type the source's own figure for the quarter, or [x].",
                              measure.measure().name(),
                              quarter.label())));
                }
              });
    }
  }
}
