package quarterday.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    Map<String, List<LastReport.Recorded>> then =
        subject.before().measures().stream()
            .filter(m -> !m.kpi().isEmpty())
            .collect(Collectors.groupingBy(LastReport.Recorded::kpi));
    Map<String, List<MeasureReview>> now = new LinkedHashMap<>();
    subject
        .measures()
        .forEach(
            m ->
                now.computeIfAbsent(
                        LastReport.lasting(m.measure().kpi()), number -> new ArrayList<>())
                    .add(m));
    now.forEach(
        (number, measures) -> {
          Set<String> ids =
              measures.stream()
                  .map(m -> LastReport.lasting(m.measure().id()))
                  .collect(Collectors.toSet());
          List<LastReport.Recorded> old = then.getOrDefault(number, List.of());
          if (!old.isEmpty()
              && old.stream()
                  .noneMatch(m -> ids.contains(m.id()) || measures.stream().anyMatch(m::isNamed))) {
            found.accept(finding(subject, number, old.get(0), measures.get(0)));
          }
        });
  }

  private Finding finding(
      Subject subject, String number, LastReport.Recorded then, MeasureReview measure) {
    return Subject.at(
        rule(),
        measure,
        subject.kpiCell(measure).orElse(measure.row().name()),
        String.format(
            Locale.ROOT,
            "%s was \u201c%s\u201d last time and is \u201c%s\u201d now; keep numbers for the year, or add a note.",
            number,
            then.name(),
            measure.measure().name()));
  }
}
