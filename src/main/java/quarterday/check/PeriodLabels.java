package quarterday.check;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Severity;

/** A quarter without its financial year, or two months without the word between, in a title. */
final class PeriodLabels implements Check {
  private static final int TITLE = 90;
  private static final Pattern HALF_NAMED =
      Pattern.compile("(?i)\\b(?:q|quarter )([1-4])[ ,:]+(20\\d\\d)\\b(?![/\\-\u2013 ]*\\d)");
  private static final String MONTH = "(" + MonthName.ANY + ")";
  private static final Pattern NO_WORD_BETWEEN =
      Pattern.compile("(?i)\\b" + MONTH + " " + MONTH + " (20\\d\\d)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.PERIOD_LABEL;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Subject.WrittenText written : subject.texts()) {
      Matcher half = HALF_NAMED.matcher(written.text());
      Matcher months = NO_WORD_BETWEEN.matcher(written.text());
      if (written.text().length() <= TITLE && half.find() && !inTable(subject, written)) {
        String right =
            new FinancialQuarter(Integer.parseInt(half.group(2)), Integer.parseInt(half.group(1)))
                .label();
        found.accept(
            written
                .finding(
                    rule(),
                    String.format(
                        Locale.ROOT,
                        "\u201c%s\u201d leaves the financial year open; write \u201c%s\u201d, if that is meant.",
                        half.group(),
                        right))
                .suggesting(right));
      }
      if (months.find() && !inTable(subject, written)) {
        found.accept(
            written
                .finding(
                    rule(),
                    String.format(
                        Locale.ROOT,
                        "\u201c%s\u201d lacks a word between the months; write \u201c%s to %s %s\u201d.",
                        months.group(),
                        months.group(1),
                        months.group(2),
                        months.group(3)))
                .as(Severity.ADVICE));
      }
    }
  }

  /** Whether a text stands in a table of measures. */
  static boolean inTable(Subject subject, Subject.WrittenText written) {
    return subject.book().tables().stream()
        .filter(table -> table.sheet().equals(written.sheet()))
        .map(MeasureTable::block)
        .anyMatch(block -> block.contains(written.cell().row(), written.cell().column()));
  }
}
