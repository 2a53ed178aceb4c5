package quarterday.check;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Severity;
import quarterday.review.MeasureReview;
import quarterday.review.State;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/**
 * An analyst's own list of highlights, or own column of exceptions, that leaves out a measure whose
 * rule holds or has one whose rule does not.
 */
final class CompleteHighlights implements Check {
  private static final Pattern COLUMN =
      Pattern.compile("exceptions?\\??|spc (state|status|exception)");
  private static final Pattern NONE =
      Pattern.compile(
          "(?i)\\s*(no|none|n|stable|normal|within( the)? limits|no exception)\\.?\\s*");
  private static final Pattern SOME =
      Pattern.compile(
          "(?i).*\\b(yes|y|above|below|outside|point|trend|shift|run|rising|falling|exception)\\b.*");
  private static final Pattern NEARLY =
      Pattern.compile(
          "(?i)\\b(close to|just (?:below|under|above|inside)|nearly|almost)\\b.{0,60}\\b(limits?|breach(?:ing|ed)?)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.COMPLETE_HIGHLIGHTS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (HighlightList list : HighlightList.in(subject)) {
      for (MeasureReview measure : subject.measures()) {
        boolean listed = measure.table().sheet().equals(list.sheet().name());
        if (measure.state().isException() && !listed && !list.mentions(measure)) {
          found.accept(
              Subject.at(
                  rule(),
                  measure,
                  measure.row().name(),
                  String.format(
                      Locale.ROOT,
                      "%s is an exception (%s) but is not on \u201c%s\u201d; list it there, or record why not.",
                      measure.measure().name(),
                      measure.exception(),
                      list.sheet().name())));
        }
      }
      list.entries().forEach((row, measure) -> nearly(list, row, measure, found));
    }
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        if (COLUMN.matcher(column.heading()).matches()) {
          subject.measures(table).forEach(m -> column(subject, m, column.column(), found));
        }
      }
    }
  }

  private void nearly(HighlightList list, int row, MeasureReview measure, Consumer<Finding> found) {
    SheetSnapshot sheet = list.sheet();
    for (int column : sheet.columns(row)) {
      Optional<String> text = sheet.at(row, column).content().text();
      if (text.filter(t -> NEARLY.matcher(t).find()).isPresent()
          && !measure.state().isException()) {
        found.accept(
            Finding.at(
                    rule(),
                    sheet.name(),
                    new Address(row, column),
                    measure.measure().name(),
                    String.format(
                        Locale.ROOT,
                        "%s is near a limit but no rule holds (%s); take it out of the exceptions, or say why it is listed.",
                        measure.measure().name(),
                        measure.exception()))
                .as(Severity.WARNING));
      }
    }
  }

  private void column(Subject subject, MeasureReview measure, int column, Consumer<Finding> found) {
    Address cell = new Address(measure.row().row(), column);
    String typed = subject.sheet(measure).at(cell).content().text().orElse("");
    boolean none = NONE.matcher(typed).matches();
    boolean some = !none && SOME.matcher(typed).matches();
    boolean missed = none && measure.state().isException();
    boolean invented = some && measure.state() == State.STABLE;
    if (missed || invented) {
      found.accept(
          Subject.at(
                  rule(),
                  measure,
                  cell,
                  String.format(
                      Locale.ROOT,
                      "%s: \u201c%s\u201d is typed, but by the rules it is \u201c%s\u201d; correct it, or record the reason.",
                      measure.measure().name(),
                      typed.strip(),
                      measure.exception()))
              .suggesting(measure.exception()));
    }
  }
}
