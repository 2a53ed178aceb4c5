package quarterday.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.sheet.Address;
import quarterday.sheet.Block;

/** Cells to be written and cleared on one sheet; of two that meet, the later holds. */
final class CellChanges {
  /** A change in its turn; without rows it clears. */
  private record Change(int turn, Block block, List<List<CellPlan>> rows) {
    boolean isPut() {
      return !rows.isEmpty();
    }
  }

  private final List<Change> changes = new ArrayList<>();

  void put(Edit.PutCells put) {
    if (!put.rows().isEmpty() && !put.rows().get(0).isEmpty()) {
      changes.add(new Change(changes.size(), put.block(), put.rows()));
    }
  }

  void clear(Block block) {
    changes.add(new Change(changes.size(), block, List.of()));
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  boolean touches(int row, int column) {
    return changes.stream().anyMatch(change -> change.block.contains(row, column));
  }

  /** All cells to be written, row by row, those too that a later change takes back. */
  List<List<CellPlan>> rows() {
    return changes.stream().flatMap(change -> change.rows.stream()).toList();
  }

  Sweep sweep() {
    return new Sweep();
  }

  /** Takes the cells of a row, from the left. */
  interface Cells {
    void cell(int column, CellPlan plan);
  }

  /** What happens to one row. */
  static final class RowChange {
    private final TreeMap<Integer, CellPlan> puts = new TreeMap<>();
    private final List<Block> cleared = new ArrayList<>();

    /** The cells to be written, by column. */
    NavigableMap<Integer, CellPlan> puts() {
      return puts;
    }

    /** Whether what stood in this column goes. */
    boolean replaces(int row, int column) {
      return puts.containsKey(column)
          || (!cleared.isEmpty()
              && cleared.stream().anyMatch(block -> block.contains(row, column)));
    }
  }

  /** Goes through the rows from the top. */
  final class Sweep {
    private final List<Change> byTop =
        changes.stream().sorted(Comparator.comparingInt(c -> c.block().top())).toList();
    private final List<Change> active = new ArrayList<>();
    private int next;

    private void to(int row) {
      boolean added = false;
      while (next < byTop.size() && byTop.get(next).block().top() <= row) {
        active.add(byTop.get(next++));
        added = true;
      }
      active.removeIf(change -> change.block().bottom() < row);
      if (added) {
        active.sort(Comparator.comparingInt(Change::turn));
      }
    }

    /** The first row from this one on that is written to; {@link Address#MAX_ROWS} for none. */
    int nextPut(int row) {
      to(row);
      if (active.stream().anyMatch(Change::isPut)) {
        return row;
      }
      for (int i = next; i < byTop.size(); i++) {
        if (byTop.get(i).isPut()) {
          return byTop.get(i).block().top();
        }
      }
      return Address.MAX_ROWS;
    }

    /** What happens to this row, which must not lie above the one asked for before. */
    RowChange at(int row) {
      to(row);
      RowChange change = new RowChange();
      for (Change each : active) {
        Block block = each.block();
        if (each.isPut()) {
          List<CellPlan> cells = each.rows().get(row - block.top());
          for (int i = 0; i < cells.size(); i++) {
            change.puts.put(block.left() + i, cells.get(i));
          }
        } else {
          change.puts.subMap(block.left(), true, block.right(), true).clear();
          change.cleared.add(block);
        }
      }
      return change;
    }

    /** Gives the cells to be written in this row, which must not lie above the one before. */
    void puts(int row, Cells cells) {
      to(row);
      if (active.size() == 1 && active.get(0).isPut()) {
        Change only = active.get(0);
        List<CellPlan> plans = only.rows().get(row - only.block().top());
        for (int i = 0; i < plans.size(); i++) {
          cells.cell(only.block().left() + i, plans.get(i));
        }
      } else {
        at(row).puts().forEach(cells::cell);
      }
    }

    boolean changes(int row) {
      to(row);
      return !active.isEmpty();
    }
  }
}
