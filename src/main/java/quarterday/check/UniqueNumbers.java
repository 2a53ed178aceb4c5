package quarterday.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;

/**
 * One KPI number on two measures. A number that is merged over rows, or stands over blank cells,
 * groups them; a table that repeats numbers on neighbouring rows as its way of grouping does too,
 * and so does one that repeats a number on three rows or more, or on two neighbours whose names are
 * alike but not the same, without a gap behind them.
 */
final class UniqueNumbers implements Check {
  private static final Pattern LAST = Pattern.compile("(.*?)(\\d{1,9})");

  @Override
  public CheckRule rule() {
    return CheckRule.UNIQUE_NUMBERS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      Map<String, List<MeasureReview>> byNumber = new LinkedHashMap<>();
      subject.measures(table).stream()
          .filter(m -> subject.kpiCell(m).isPresent())
          .forEach(m -> byNumber.computeIfAbsent(m.measure().kpi(), k -> new ArrayList<>()).add(m));
      byNumber.values().removeIf(same -> same.size() < 2);
      boolean groups = byNumber.size() > 1;
      byNumber.forEach(
          (number, same) -> {
            boolean grouped = groups || same.size() > 2 || isGroup(subject, table, same);
            for (int i = 1; i < same.size(); i++) {
              boolean apart = same.get(i).row().row() != same.get(i - 1).row().row() + 1;
              if (apart || !grouped) {
                found.accept(finding(subject, number, same.get(i - 1), same.get(i)));
              }
            }
          });
    }
  }

  /** {@code 1.7 Proportion of females, 1.7 Proportion of males, 1.8}. */
  private static boolean isGroup(Subject subject, MeasureTable table, List<MeasureReview> same) {
    Matcher number = LAST.matcher(same.get(0).measure().kpi());
    if (!number.matches()) {
      return false;
    }
    String next = number.group(1) + (Long.parseLong(number.group(2)) + 1);
    int end = same.get(same.size() - 1).row().row() + 1;
    boolean goesOn =
        subject.measures(table).stream()
            .anyMatch(m -> m.row().row() == end && m.measure().kpi().equals(next));
    long names = same.stream().map(m -> m.measure().name().strip()).distinct().count();
    Vocabulary first = Vocabulary.of(same.get(0).measure());
    return goesOn
        && names == same.size()
        && same.stream()
            .allMatch(
                m ->
                    first.shared(Vocabulary.wordsOf(m.measure().name())) > 0
                        && 2 * first.shared(Vocabulary.wordsOf(m.measure().name()))
                            >= first.size());
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
