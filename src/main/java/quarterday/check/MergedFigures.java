package quarterday.check;

import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.sheet.Block;
import quarterday.sheet.Interruption;

/** Merged cells among the figures: only the first of them holds one. */
final class MergedFigures implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.MERGED_FIGURES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      Interruption.heed();
      Block figures = table.figures();
      for (Block merged : subject.sheet(table).merged()) {
        boolean heading = merged.left() < figures.left();
        if (merged.meets(figures) && !heading) {
          found.accept(
              Finding.at(
                  rule(),
                  table.sheet(),
                  merged.first(),
                  "",
                  String.format(
                      Locale.ROOT,
                      "The cells %s are merged, so that only the first holds a figure; unmerge them and fill in each month.",
                      merged)));
        }
      }
    }
  }
}
