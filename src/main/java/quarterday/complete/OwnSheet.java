package quarterday.complete;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.sheet.Block;

/**
 * A sheet of ours as it should be.
 *
 * @param kind which one
 * @param rows its cells from A1, all rows equally long
 * @param table the block that is its table, if it has rows
 * @param rules rules on blocks of the sheet
 * @param links its links
 * @param widths its columns' widths in characters
 * @param page how it is shown and printed
 * @param charts its charts, each over one row
 * @param pages the rows before which a printed page begins
 */
record OwnSheet(
    SheetKind kind,
    List<List<CellPlan>> rows,
    Optional<Block> table,
    List<Ruled> rules,
    List<Edit.Link> links,
    List<Double> widths,
    Edit.PageLayout page,
    List<ChartPlan> charts,
    List<Integer> pages) {
  /** The height of a line of text, in points. */
  private static final double LINE = 15;

  /** The height of a chart's row, in points: two charts with their sentences fill an A4 page. */
  static final double CHART = 300;

  /** A sheet without charts. */
  OwnSheet(
      SheetKind kind,
      List<List<CellPlan>> rows,
      Optional<Block> table,
      List<Ruled> rules,
      List<Edit.Link> links,
      List<Double> widths,
      Edit.PageLayout page) {
    this(kind, rows, table, rules, links, widths, page, List.of(), List.of());
  }

  /**
   * The heights of rows with a chart, or whose wrapped text takes more than one line, by row.
   * Programs differ in whether they fit rows when they open a file, so that no row is left to them.
   */
  SortedMap<Integer, Double> heights() {
    SortedMap<Integer, Double> heights = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      int lines = 1;
      for (int column = 0; column < widths.size(); column++) {
        CellPlan cell = rows.get(row).get(column);
        if (cell.look().wraps()) {
          int length = cell.content().text().orElse("").length();
          lines = Math.max(lines, (int) Math.ceil(length / widths.get(column)));
        }
      }
      if (lines > 1) {
        heights.put(row, lines * LINE);
      }
    }
    charts.forEach(chart -> heights.put(chart.place().top(), CHART));
    return heights;
  }

  /** Rules on a block. */
  record Ruled(Block block, List<Edit.Rule> rules) {}
}
