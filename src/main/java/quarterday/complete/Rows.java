package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.edit.CellPlan;
import quarterday.edit.Look;
import quarterday.sheet.Block;

/** What all sheets of ours begin with: a title, a note, a row of headings. */
final class Rows {
  private Rows() {}

  static List<List<CellPlan>> titled(String title, String note, List<String> headings) {
    return titled(title, note, headings, Look.HEADING);
  }

  static List<List<CellPlan>> titled(String title, String note, List<String> headings, Look look) {
    List<List<CellPlan>> rows = new ArrayList<>();
    rows.add(line(CellPlan.text(title, Look.TITLE), headings.size()));
    rows.add(line(CellPlan.text(note, Look.NOTE), headings.size()));
    rows.add(headings.stream().map(text -> CellPlan.text(text, look)).toList());
    return rows;
  }

  /** A row with one cell and nothing beside it. */
  private static List<CellPlan> line(CellPlan first, int columns) {
    List<CellPlan> cells = new ArrayList<>();
    cells.add(first);
    while (cells.size() < columns) {
      cells.add(CellPlan.BLANK);
    }
    return cells;
  }

  /** The block from the headings down, if there is a row under them. */
  static Optional<Block> table(List<List<CellPlan>> rows) {
    return rows.size() <= Places.FIRST_ROW
        ? Optional.empty()
        : Optional.of(new Block(Places.HEADER_ROW, 0, rows.size() - 1, rows.get(0).size() - 1));
  }
}
