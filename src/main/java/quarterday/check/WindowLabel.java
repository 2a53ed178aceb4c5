package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.ReportingPeriod;

/** A label such as "3.5 year trend" over months that are more or fewer. */
final class WindowLabel implements Check {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\b(\\d{1,2}(?:\\.\\d)?)[\\s-]*years?\\b.{0,30}\\b(trend|spc|window|chart|limits|data)\\b");
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  @Override
  public CheckRule rule() {
    return CheckRule.WINDOW_LABEL;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Subject.WrittenText written : subject.texts()) {
      Matcher label = LABEL.matcher(written.text());
      if (!label.find()) {
        continue;
      }
      List<MeasureTable> tables =
          subject.book().tables().stream()
              .filter(table -> table.sheet().equals(written.sheet()))
              .filter(table -> table.headerRow() >= written.cell().row())
              .toList();
      // Over several tables nobody knows which one is meant.
      if (tables.size() == 1) {
        compare(written, label.group(1), tables.get(0), found);
      }
    }
  }

  private void compare(
      Subject.WrittenText written, String years, MeasureTable table, Consumer<Finding> found) {
    List<YearMonth> months =
        table.periods().values().stream()
            .filter(CalendarMonth.class::isInstance)
            .map(ReportingPeriod::first)
            .sorted()
            .toList();
    if (months.isEmpty()) {
      return;
    }
    YearMonth first = months.get(0);
    YearMonth last = months.get(months.size() - 1);
    long spanned = first.until(last, ChronoUnit.MONTHS) + 1;
    BigDecimal labelled = new BigDecimal(years).multiply(TWELVE);
    if (labelled.compareTo(BigDecimal.valueOf(spanned)) != 0) {
      found.accept(
          Finding.at(
              rule(),
              written.sheet(),
              written.cell(),
              "",
              String.format(
                  Locale.ROOT,
                  "The label says %s years; %s to %s is %d months, which is %s years; correct the label or the months.",
                  years,
                  CalendarMonth.words(first),
                  CalendarMonth.words(last),
                  spanned,
                  Rounded.text(
                      BigDecimal.valueOf(spanned).divide(TWELVE, 2, RoundingMode.HALF_UP)))));
    }
  }
}
