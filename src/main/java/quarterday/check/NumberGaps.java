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
 * A KPI number left out between two others, or one that belongs to another group. A table that
 * leaves out many shows a selection, and is left alone.
 */
final class NumberGaps implements Check {
  private static final Pattern NUMBER =
      Pattern.compile("((?:\\d{1,3}\\.)+|\\p{L}{1,4}[ .-]?|)(\\d{1,3})");
  private static final int FEWEST = 3;
  private static final int ONE_IN = 4;

  /** A table without any other gap leaves out no more than so many at once. */
  private static final int MOST_AT_ONCE = 3;

  private static final int NO_SELECTION = 5;

  private record Numbered(MeasureReview measure, String section, int place) {
    String text() {
      return section + place;
    }

    boolean isBehind(Numbered last) {
      return section.equals(last.section()) && place == last.place() + 1;
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
          numbered.add(new Numbered(m, number.group(1), Integer.parseInt(number.group(2))));
        }
      }
      List<Numbered> sound = misplaced(subject, numbered, found);
      List<String> sections = sound.stream().map(Numbered::section).distinct().toList();
      for (String section : sections) {
        gaps(subject, sound.stream().filter(n -> n.section().equals(section)).toList(), found);
      }
    }
  }

  /** Tells numbers that jump out of their group, and gives all as they should be. */
  private List<Numbered> misplaced(
      Subject subject, List<Numbered> numbered, Consumer<Finding> found) {
    List<Numbered> sound = new ArrayList<>(numbered);
    for (int i = 1; i < numbered.size() - 1; i++) {
      Numbered last = numbered.get(i - 1);
      Numbered here = numbered.get(i);
      Numbered next = numbered.get(i + 1);
      Numbered right = new Numbered(here.measure(), last.section(), last.place() + 1);
      boolean used =
          numbered.stream().filter(n -> n.text().equals(here.text())).count() > 1
              || numbered.stream().anyMatch(n -> n.text().equals(right.text()));
      boolean inOrder =
          (i > 1 && last.isBehind(numbered.get(i - 2)))
              || (i + 2 < numbered.size() && numbered.get(i + 2).isBehind(next));
      if (next.isBehind(right) && !here.isBehind(last) && !used && inOrder) {
        sound.set(i, right);
        found.accept(
            Subject.at(
                    rule(),
                    here.measure(),
                    subject.kpiCell(here.measure()).orElse(here.measure().row().name()),
                    String.format(
                        Locale.ROOT,
                        "%s stands between %s and %s; number it %s, or put the row where it belongs.",
                        here.text(),
                        last.text(),
                        next.text(),
                        right.text()))
                .suggesting(right.text()));
      }
    }
    return sound;
  }

  private void gaps(Subject subject, List<Numbered> section, Consumer<Finding> found) {
    long missing = 0;
    long jumps = 0;
    for (int i = 1; i < section.size(); i++) {
      int step = section.get(i).place() - section.get(i - 1).place();
      if (step < 0) {
        return;
      }
      missing += Math.max(0, step - 1);
      jumps += step == 1 ? 0 : 1;
    }
    long places = section.stream().map(Numbered::place).distinct().count();
    // One number missing is a slip; many are a way of numbering.
    boolean one = missing == 1 && places > 1;
    boolean once = jumps == 1 && missing <= MOST_AT_ONCE && places >= NO_SELECTION;
    if (!one && !once && (places < FEWEST || missing * ONE_IN > places)) {
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
                    "There is no %s%d between %s and %s; check whether a row was dropped, or number them again.",
                    last.section(),
                    last.place() + 1,
                    last.text(),
                    next.text())));
      }
    }
  }
}
