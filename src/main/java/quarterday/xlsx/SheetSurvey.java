package quarterday.xlsx;

import java.util.HashMap;
import java.util.Map;
import quarterday.edit.CellPlan;
import quarterday.sheet.Address;
import quarterday.sheet.UnusableInput;

/** What must be known of a sheet's part before its first line can be rewritten. */
final class SheetSurvey {
  /** A shared formula whose master goes while other cells still lean on it. */
  record Master(String formula, int row, int column) {}

  /** The cells in use, growing. */
  private static final class Extent {
    private int top = Integer.MAX_VALUE;
    private int left = Integer.MAX_VALUE;
    private int bottom = -1;
    private int right = -1;

    void add(int row, int column) {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }

    String reference() {
      if (bottom < 0) {
        return "A1";
      }
      String first = new Address(top, left).toString();
      String last = new Address(bottom, right).toString();
      return first.equals(last) ? first : first + ":" + last;
    }
  }

  private final Extent before = new Extent();
  private final Extent after = new Extent();
  private final Map<String, Master> orphaned = new HashMap<>();
  private int highestPriority;

  private SheetSurvey() {}

  static SheetSurvey of(SheetEdits edits, XmlWalk walk) throws UnusableInput {
    SheetSurvey survey = new SheetSurvey();
    if (!edits.isWiped()) {
      survey.cells(edits.cells().sweep(), walk);
    }
    survey.puts(edits.cells().sweep());
    return survey;
  }

  private void cells(CellChanges.Sweep sweep, XmlWalk walk) throws UnusableInput {
    int row = -1;
    int column = -1;
    boolean changes = false;
    CellChanges.RowChange change = null;
    while (walk.next()) {
      if (!walk.isStart()) {
        continue;
      }
      if (walk.at("row")) {
        int next = walk.number("r", row + 2) - 1;
        if (next <= row) {
          throw walk.wrong("row order");
        }
        row = next;
        column = -1;
        changes = sweep.changes(row);
        change = sweep.at(row);
      } else if (walk.at("c") && change != null) {
        column = columnOf(walk, column);
        before.add(row, column);
        boolean goes = changes && change.replaces(row, column);
        if (goes) {
          master(walk, row, column);
        } else {
          after.add(row, column);
        }
      } else if (walk.name().equals("cfRule")) {
        highestPriority = Math.max(highestPriority, walk.number("priority", 0));
      }
    }
  }

  private void master(XmlWalk walk, int row, int column) throws UnusableInput {
    int depth = walk.depth();
    while (walk.next() && !(walk.isEnd() && walk.depth() == depth)) {
      if (walk.at("f") && walk.attribute("t").equals("shared")) {
        String index = walk.attribute("si");
        String formula = walk.text();
        if (!formula.isEmpty()) {
          orphaned.put(index, new Master(formula, row, column));
        }
      }
    }
  }

  private void puts(CellChanges.Sweep sweep) {
    for (int row = sweep.nextPut(0); row < Address.MAX_ROWS; row = sweep.nextPut(row + 1)) {
      int at = row;
      sweep.puts(
          row,
          (column, plan) -> {
            if (!plan.equals(CellPlan.BLANK)) {
              after.add(at, column);
            }
          });
    }
  }

  /** The column of a cell, which follows the one before where it does not say. */
  static int columnOf(XmlWalk walk, int before) throws UnusableInput {
    String reference = walk.attribute("r");
    if (reference.isEmpty()) {
      return before + 1;
    }
    try {
      return Address.parse(reference).column();
    } catch (IllegalArgumentException e) {
      throw walk.wrong("cell address");
    }
  }

  /** What the sheet may say of its extent; one that was wrong before is left alone. */
  String dimension(String stated) {
    return stated.equals(before.reference()) ? after.reference() : stated;
  }

  /** The extent of all cells after the change. */
  String extent() {
    return after.reference();
  }

  Map<String, Master> orphaned() {
    return orphaned;
  }

  int highestPriority() {
    return highestPriority;
  }
}
