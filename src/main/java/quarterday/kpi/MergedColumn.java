package quarterday.kpi;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.SheetSnapshot;

/** A column in which a merged area says its text for each of its rows. */
final class MergedColumn {
  private final SheetSnapshot sheet;
  private final int column;
  private final NavigableMap<Integer, Block> merged = new TreeMap<>();

  MergedColumn(SheetSnapshot sheet, int column) {
    this.sheet = sheet;
    this.column = column;
    for (Block block : sheet.merged()) {
      if (block.left() <= column && column <= block.right()) {
        merged.put(block.top(), block);
      }
    }
  }

  /** The cell that speaks for a row. */
  CellSnapshot at(int row) {
    return block(row).map(block -> sheet.at(block.first())).orElseGet(() -> sheet.at(row, column));
  }

  /** The merged area that a row's cell is part of; such areas never overlap. */
  Optional<Block> block(int row) {
    return Optional.ofNullable(merged.floorEntry(row))
        .map(Map.Entry::getValue)
        .filter(block -> row <= block.bottom());
  }
}
