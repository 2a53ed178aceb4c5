package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/**
 * A sheet of the analyst's in which a choice or a decision is written down: cells change what they
 * hold and keep how they look.
 */
final class AnalystSheet {
  private final SheetSnapshot sheet;
  private final List<Edit> edits = new ArrayList<>();

  private AnalystSheet(SheetSnapshot sheet) {
    this.sheet = sheet;
  }

  /**
   * A sheet that is there.
   *
   * @throws UnusableInput if it is protected
   */
  static AnalystSheet of(Snapshot snapshot, String name) throws UnusableInput {
    SheetSnapshot sheet = snapshot.sheet(name).orElseThrow();
    if (sheet.isLocked()) {
      throw locked(name);
    }
    return new AnalystSheet(sheet);
  }

  static UnusableInput locked(String name) {
    return new UnusableInput(
        "locked-sheet",
        "The sheet \u201c" + name + "\u201d is protected, so nothing can be written there.",
        "Unprotect it, and try again.");
  }

  /**
   * The edits that add a sheet as the templates have it.
   *
   * @param rows what stands under the headings
   * @throws UnusableInput if another sheet has the name
   */
  static List<Edit> added(
      Snapshot snapshot,
      String name,
      String note,
      List<String> headings,
      List<List<CellPlan>> rows,
      List<Double> widths)
      throws UnusableInput {
    if (snapshot.sheet(name).isPresent()) {
      throw new UnusableInput(
          "title-taken",
          "The sheet \u201c"
              + name
              + "\u201d has not the headings of such a sheet, so nothing can be kept there.",
          "Rename it, or give it the headings " + String.join(", ", headings) + ".");
    }
    List<List<CellPlan>> all = Rows.titled(name, note, headings);
    all.addAll(rows);
    return List.of(
        new Edit.AddSheet(name, new Edit.PageLayout(true, Places.HEADER_ROW, 0)),
        new Edit.PutCells(name, new Address(0, 0), all),
        new Edit.SetWidths(name, 0, widths.stream().map(OptionalDouble::of).toList()));
  }

  /** The first row from this one on in which these columns are empty. */
  int freeRow(int from, int first, int last) {
    int row = from;
    while (!isFree(row, first, last)) {
      row++;
    }
    return row;
  }

  private boolean isFree(int row, int first, int last) {
    for (int column = first; column <= last; column++) {
      if (!sheet.at(row, column).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Writes what a cell is to hold, unless it holds that already. */
  void put(int row, int column, Content content) {
    put(row, column, content, sheet.at(row, column).format());
  }

  /** Writes what a cell is to hold in a number format, unless it holds that already. */
  void put(int row, int column, Content content, String format) {
    CellSnapshot now = sheet.at(row, column);
    boolean same = now.content().equals(content) || (now.isBlank() && content.isBlank());
    if (!same || now.hasFormula()) {
      edits.add(
          new Edit.PutCells(
              sheet.name(),
              new Address(row, column),
              List.of(List.of(new CellPlan(content, "", format, Look.KEPT)))));
    }
  }

  List<Edit> edits() {
    return edits;
  }
}
