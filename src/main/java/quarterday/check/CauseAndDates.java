package quarterday.check;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Adjustment;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.ReportingPeriod;
import quarterday.sheet.Interruption;

/** A recorded cause with a first and a last day that does not cover the month it is to explain. */
final class CauseAndDates implements Check {
  private static final String MONTH = "(" + MonthName.ANY + ")";
  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)(?:\\d{1,2} )?"
              + MONTH
              + "(?: (20\\d\\d))? ?(?:to|until|till|-|\u2013) ?(?:\\d{1,2} )?"
              + MONTH
              + " (20\\d\\d)");

  @Override
  public CheckRule rule() {
    return CheckRule.CAUSE_AND_DATES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Adjustment adjustment : subject.book().adjustments()) {
      Interruption.heed();
      Matcher range = RANGE.matcher(adjustment.reason());
      if (adjustment.kind() == Adjustment.Kind.RESET || !range.find()) {
        continue;
      }
      String endYear = range.group(4);
      String startYear = range.group(2) == null ? endYear : range.group(2);
      Optional<YearMonth> start = month(range.group(1), startYear);
      Optional<YearMonth> end = month(range.group(3), endYear);
      boolean covered =
          start.isEmpty()
              || end.isEmpty()
              || (!adjustment.month().isBefore(start.get())
                  && !adjustment.month().isAfter(end.get()));
      if (!covered) {
        found.accept(
            Finding.at(
                rule(),
                adjustment.sheet(),
                adjustment.cell(),
                subject
                    .measure(adjustment.measure())
                    .map(m -> m.measure().name())
                    .orElse(adjustment.measure()),
                String.format(
                    Locale.ROOT,
                    "The cause runs %s; it does not cover %s. Correct the dates, or give the cause of that month.",
                    range.group(),
                    CalendarMonth.words(adjustment.month()))));
      }
    }
  }

  private static Optional<YearMonth> month(String name, String year) {
    return PeriodReader.parse(name + " " + year).map(ReportingPeriod::first);
  }
}
