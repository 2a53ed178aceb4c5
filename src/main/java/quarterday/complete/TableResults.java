package quarterday.complete;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import quarterday.edit.CellPlan;
import quarterday.edit.Look;
import quarterday.kpi.MeasureTable;
import quarterday.sheet.Block;
import quarterday.sheet.SheetSnapshot;

/** The results beside a table, whichever way it lies. */
interface TableResults {
  /** Three lines of headings, in points. */
  double HEADER_HEIGHT = 45;

  /** The cells from the header row to the table's last row, for a block that starts here. */
  List<List<CellPlan>> rows(Block block);

  /** The block's cells with exceptions. */
  Block exceptions(Block block);

  /** The widths of the columns, in characters. */
  List<Double> widths();

  /** The headings; one that the table has too gets a word more, so that headers stay unique. */
  static <C> List<CellPlan> headings(
      MeasureTable table, SheetSnapshot sheet, List<C> columns, Function<C, String> heading) {
    Set<String> taken = new HashSet<>();
    for (int column = table.block().left(); column <= table.block().right(); column++) {
      sheet
          .at(table.headerRow(), column)
          .content()
          .text()
          .ifPresent(text -> taken.add(text.strip().toLowerCase(Locale.ROOT)));
    }
    return columns.stream()
        .map(heading)
        .map(text -> taken.contains(text.toLowerCase(Locale.ROOT)) ? text + " (Quarterday)" : text)
        .map(text -> CellPlan.text(text, Look.HEADER))
        .toList();
  }
}
