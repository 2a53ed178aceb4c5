package quarterday.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;

/** A rise without its plus sign, in a column of changes where others have theirs. */
final class SignOfChange implements Check {
  private static final Pattern SIGNED = Pattern.compile("\\s*\\+\\s*\u00a3?\\d.*");
  private static final Pattern UNSIGNED = Pattern.compile("\\s*\u00a3?\\d[\\d,.]*\\s*(%|pp)?\\s*");

  @Override
  public CheckRule rule() {
    return CheckRule.SIGN_OF_CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        if (!TypedChange.isChange(column.heading())) {
          continue;
        }
        boolean signs = false;
        List<Finding> without = new ArrayList<>();
        for (MeasureReview measure : subject.measures()) {
          if (measure.table().number() != table.number()) {
            continue;
          }
          Address at = new Address(measure.row().row(), column.column());
          CellSnapshot cell = subject.sheet(measure).at(at);
          String text = cell.content().text().orElse("");
          boolean rise = cell.content().number().orElse(0) > 0;
          signs |= SIGNED.matcher(text).matches() || (rise && cell.format().contains("+"));
          if (UNSIGNED.matcher(text).matches() || (rise && !cell.format().contains("+"))) {
            without.add(finding(measure, at));
          }
        }
        if (signs) {
          without.forEach(found);
        }
      }
    }
  }

  private Finding finding(MeasureReview measure, Address at) {
    return Subject.at(
        rule(),
        measure,
        at,
        String.format(
            Locale.ROOT,
            "%s: this change has no sign where others have; add a plus or minus sign.",
            measure.measure().name()));
  }
}
