package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import quarterday.sheet.Block;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.UnusableInput;

/**
 * An Excel table's part.
 *
 * @param part the part's name
 * @param id the table's number, unique in the workbook
 */
record TablePart(String part, int id, SheetSnapshot.TableSnapshot snapshot) {
  /** The tables of a sheet. */
  static List<TablePart> on(Archive archive, String sheetPart, FileLimits limits)
      throws IOException, UnusableInput {
    List<TablePart> tables = new ArrayList<>();
    for (Relation relation : Relation.of(archive, sheetPart, limits)) {
      if (relation.type().equals("table") && !relation.isExternal()) {
        tables.add(read(archive, relation.target(), limits));
      }
    }
    return tables;
  }

  private static TablePart read(Archive archive, String part, FileLimits limits)
      throws IOException, UnusableInput {
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), limits.nesting())) {
      walk.root();
      String name = walk.attribute("displayName");
      Block block;
      try {
        block = Block.parse(walk.attribute("ref"));
      } catch (IllegalArgumentException e) {
        throw walk.wrong("ref");
      }
      return new TablePart(
          part,
          walk.number("id", 0),
          new SheetSnapshot.TableSnapshot(
              name.isEmpty() ? walk.attribute("name") : name,
              block,
              walk.number("headerRowCount", 1) != 0));
    }
  }
}
