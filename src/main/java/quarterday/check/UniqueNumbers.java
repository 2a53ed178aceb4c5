package quarterday.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;

/**
 * One KPI number on two measures. A number that is merged over rows, or stands over blank cells,
 * groups them; a table that repeats numbers on neighbouring rows as its way of grouping does too.
 */
final class UniqueNumbers implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.UNIQUE_NUMBERS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      Map<String, List<MeasureReview>> byNumber = new LinkedHashMap<>();
      subject.measures().stream()
          .filter(m -> m.table().number() == table.number())
          .filter(m -> subject.kpiCell(m).isPresent())
          .forEach(m -> byNumber.computeIfAbsent(m.measure().kpi(), k -> new ArrayList<>()).add(m));
      byNumber.values().removeIf(same -> same.size() < 2);
      boolean groups = byNumber.size() > 1;
      byNumber.forEach(
          (number, same) -> {
            for (int i = 1; i < same.size(); i++) {
              boolean apart = same.get(i).row().row() != same.get(i - 1).row().row() + 1;
              if (apart || !groups) {
                found.accept(finding(subject, number, same.get(i - 1), same.get(i)));
              }
            }
          });
    }
  }

  private Finding finding(Subject subject, String number, MeasureReview first, MeasureReview next) {
    return Subject.at(
        rule(),
        next,
        subject.kpiCell(next).orElseThrow(),
        String.format(
            Locale.ROOT,
            "Number %s is used by \u201c%s\u201d and by \u201c%s\u201d; give one of them another number.",
            number,
            first.measure().name(),
            next.measure().name()));
  }
}
