package quarterday.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A workbook as read, whoever read it: the file reader or the add-in.
 *
 * @param sheets all sheets, in order, hidden ones too
 * @param names the defined names that name one block of cells; all others are left out
 * @param dates1904 whether day numbers count from 1904 (old Mac workbooks) and not from 1900
 * @param structureLocked whether sheets may be neither added nor removed
 * @param ledger what the last completion recorded, as XML, or empty
 */
public record Snapshot(
    List<SheetSnapshot> sheets,
    List<NamedBlock> names,
    boolean dates1904,
    boolean structureLocked,
    String ledger) {
  /** A defined name for a block of cells, valid in the whole workbook. */
  public record NamedBlock(String name, String sheet, Block block) {}

  /** Copies the lists. */
  public Snapshot {
    sheets = List.copyOf(sheets);
    names = List.copyOf(names);
  }

  /** A workbook of these sheets, with nothing else to say about it. */
  public static Snapshot of(SheetSnapshot... sheets) {
    return new Snapshot(List.of(sheets), List.of(), false, false, "");
  }

  /** The sheet of this name, compared as Excel does: without case. */
  public Optional<SheetSnapshot> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The block of this name, compared as Excel does: without case. */
  public Optional<NamedBlock> named(String name) {
    return names.stream().filter(block -> block.name().equalsIgnoreCase(name)).findFirst();
  }
}
