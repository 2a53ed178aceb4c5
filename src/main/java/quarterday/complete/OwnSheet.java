package quarterday.complete;

import java.util.List;
import java.util.Optional;
import quarterday.edit.CellPlan;
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
 */
record OwnSheet(
    SheetKind kind,
    List<List<CellPlan>> rows,
    Optional<Block> table,
    List<Ruled> rules,
    List<Edit.Link> links,
    List<Double> widths,
    Edit.PageLayout page) {
  /** Rules on a block. */
  record Ruled(Block block, List<Edit.Rule> rules) {}
}
