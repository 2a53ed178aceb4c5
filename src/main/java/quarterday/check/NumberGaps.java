package quarterday.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;

/**
 * A KPI number left out between two others. A table that leaves out many shows a selection, and is
 * left alone.
 */
final class NumberGaps implements Check {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");
  private static final int FEWEST = 3;
  private static final int ONE_IN = 4;

  private record Numbered(MeasureReview measure, int section, int place) {
    String text() {
      return section + "." + place;
    }
  }

  @Override
  public CheckRule rule() {
    return CheckRule.NUMBER_GAPS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      List<Numbered> numbered = new ArrayList<>();
      for (MeasureReview m : subject.measures(table)) {
        Matcher number = NUMBER.matcher(m.measure().kpi());
        if (number.matches()) {
          numbered.add(
              new Numbered(
                  m, Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2))));
        }
      }
      List<Integer> sections = numbered.stream().map(Numbered::section).distinct().toList();
      for (int section : sections) {
        gaps(subject, numbered.stream().filter(n -> n.section() == section).toList(), found);
      }
    }
  }

  private void gaps(Subject subject, List<Numbered> section, Consumer<Finding> found) {
    long missing = 0;
    for (int i = 1; i < section.size(); i++) {
      int step = section.get(i).place() - section.get(i - 1).place();
      if (step < 0) {
        return;
      }
      missing += Math.max(0, step - 1);
    }
    long places = section.stream().map(Numbered::place).distinct().count();
    // One number missing is a slip; many are a way of numbering.
    boolean one = missing == 1 && places > 1;
    if (!one && (places < FEWEST || missing * ONE_IN > places)) {
      return;
    }
    for (int i = 1; i < section.size(); i++) {
      Numbered last = section.get(i - 1);
      Numbered next = section.get(i);
      if (next.place() - last.place() > 1) {
        found.accept(
            Subject.at(
                rule(),
                next.measure(),
                subject.kpiCell(next.measure()).orElse(next.measure().row().name()),
                String.format(
                    Locale.ROOT,
                    "There is no %d.%d between %s and %s; check whether a row was dropped, or number them again.",
                    last.section(),
                    last.place() + 1,
                    last.text(),
                    next.text())));
      }
    }
  }
}
