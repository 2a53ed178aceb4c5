package quarterday.kpi;

import java.util.HashMap;
import java.util.Map;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.SheetSnapshot;

/** A column in which a merged area says its text for each of its rows. */
final class MergedColumn {
  private final SheetSnapshot sheet;
  private final int column;
  private final Map<Integer, Block> merged = new HashMap<>();

  MergedColumn(SheetSnapshot sheet, int column) {
    this.sheet = sheet;
    this.column = column;
    for (Block block : sheet.merged()) {
      if (block.left() <= column && column <= block.right()) {
        for (int row = block.top(); row <= Math.min(block.bottom(), sheet.lastRow()); row++) {
          merged.put(row, block);
        }
      }
    }
  }

  /** The cell that speaks for a row. */
  CellSnapshot at(int row) {
    Block block = merged.get(row);
    return block == null ? sheet.at(row, column) : sheet.at(block.first());
  }
}
