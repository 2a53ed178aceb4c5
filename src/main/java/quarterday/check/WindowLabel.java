package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.ReportingPeriod;

/** A label such as "3.5 year trend" over months that are more or fewer. */
final class WindowLabel implements Check {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\b(\\d{1,2}(?:\\.\\d)?)[\\s-]*years?\\b.{0,30}\\b(trend|spc|window|chart|limits|data)\\b");
  private static final String MONTH =
      "((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*[ -](?:20)?\\d\\d)";
  private static final Pattern DATED =
      Pattern.compile("(?i)\\b" + MONTH + " ?(?:to|-|\u2013|until) ?" + MONTH + "\\b");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)\\b(\\d{1,3}(?:\\.\\d{1,2})?)[\\s-]*(y|m)(?:ears?|onths?)\\b");
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)[\\s,;:(\u2013-]*(?:of |from |window |data |trend |spc )*[\\s,;:(\u2013-]*");
  private static final Pattern ROLLING =
      Pattern.compile("(?i)\\b(rolling|moving|latest|last|at least|each|every)\\b");
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  @Override
  public CheckRule rule() {
    return CheckRule.WINDOW_LABEL;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Subject.WrittenText written : subject.texts()) {
      Matcher dated = DATED.matcher(written.text());
      Matcher length = LENGTH.matcher(written.text());
      if (dated.find() && length.find()) {
        compare(written, length, dated, found);
        continue;
      }
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

  /** {@code 42 months, January 2017 to June 2020}: the text has all that is needed. */
  private void compare(
      Subject.WrittenText written, Matcher length, Matcher dated, Consumer<Finding> found) {
    Optional<YearMonth> first = PeriodReader.parse(dated.group(1)).map(ReportingPeriod::first);
    Optional<YearMonth> last = PeriodReader.parse(dated.group(2)).map(ReportingPeriod::first);
    String between =
        written
            .text()
            .substring(
                Math.min(length.end(), dated.end()), Math.max(length.start(), dated.start()));
    boolean together = BESIDE.matcher(between).matches() && !ROLLING.matcher(written.text()).find();
    if (!together || first.isEmpty() || last.isEmpty() || !first.get().isBefore(last.get())) {
      return;
    }
    BigDecimal labelled =
        new BigDecimal(length.group(1))
            .multiply(
                length.group(2).toLowerCase(Locale.ROOT).equals("y") ? TWELVE : BigDecimal.ONE);
    long spanned = first.get().until(last.get(), ChronoUnit.MONTHS) + 1;
    if (labelled.compareTo(BigDecimal.valueOf(spanned)) != 0) {
      found.accept(
          written.finding(
              rule(),
              String.format(
                  Locale.ROOT,
                  "The label says %s; %s to %s is %d months; correct the label or the months.",
                  length.group().strip(),
                  CalendarMonth.words(first.get()),
                  CalendarMonth.words(last.get()),
                  spanned)));
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
          written.finding(
              rule(),
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
