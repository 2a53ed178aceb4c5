package quarterday.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;

/** A KPI number that stood for other measures in the last report. */
final class SameNumber implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.SAME_NUMBER;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Set<String> told = new HashSet<>();
    for (MeasureReview measure : subject.measures()) {
      String number = History.lasting(measure.measure().kpi());
      List<History.Recorded> then =
          subject.before().measures().stream()
              .filter(m -> !number.isEmpty() && m.kpi().equals(number))
              .toList();
      Set<String> now =
          subject.measures().stream()
              .filter(m -> History.lasting(m.measure().kpi()).equals(number))
              .map(m -> History.lasting(m.measure().id()))
              .collect(Collectors.toSet());
      if (!then.isEmpty()
          && then.stream().noneMatch(m -> now.contains(m.id()))
          && told.add(number)) {
        found.accept(
            Subject.at(
                rule(),
                measure,
                subject.kpiCell(measure).orElse(measure.row().name()),
                String.format(
                    Locale.ROOT,
                    "%s was \u201c%s\u201d last time and is \u201c%s\u201d now; keep numbers for the year, or add a note.",
                    number,
                    then.get(0).name(),
                    measure.measure().name())));
      }
    }
  }
}
