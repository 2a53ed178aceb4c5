package quarterday.check;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/** An exception on a list of highlights whose months all lie before the reporting period. */
final class CurrentExceptions implements Check {
  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)\\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
              + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[ -](?:20)?\\d\\d\\b");
  private static final Pattern LIMIT = Pattern.compile("(?i)\\b(limits?|breach\\w*)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.CURRENT_EXCEPTIONS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    YearMonth first = subject.review().period().first();
    for (HighlightList list : HighlightList.in(subject)) {
      SheetSnapshot sheet = list.sheet();
      list.entries()
          .forEach(
              (row, measure) -> {
                for (int column : sheet.columns(row)) {
                  look(sheet, new Address(row, column), measure, first, found);
                }
              });
    }
  }

  private void look(
      SheetSnapshot sheet,
      Address at,
      MeasureReview measure,
      YearMonth first,
      Consumer<Finding> found) {
    String text = sheet.at(at).content().text().orElse("");
    List<YearMonth> months = new ArrayList<>();
    for (Matcher match = MONTH.matcher(text); match.find(); ) {
      PeriodReader.parse(match.group()).map(ReportingPeriod::first).ifPresent(months::add);
    }
    boolean history = !months.isEmpty() && months.stream().allMatch(m -> m.isBefore(first));
    if (history && LIMIT.matcher(text).find() && !measure.state().isException()) {
      found.accept(
          Finding.at(
              rule(),
              sheet.name(),
              at,
              measure.measure().name(),
              String.format(
                  Locale.ROOT,
                  "%s: the point outside the limits was in %s, before this period; say when it was, or leave it out.",
                  measure.measure().name(),
                  CalendarMonth.words(months.get(months.size() - 1)))));
    }
  }
}
