package quarterday.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/**
 * All that a snapshot holds, a line each, so that two can be compared and what differs is named.
 */
final class SnapshotText {
  private SnapshotText() {}

  static List<String> lines(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    for (SheetSnapshot sheet : snapshot.sheets()) {
      String name = sheet.name() + "!";
      lines.add(
          "%s hidden %s, locked %s".formatted(sheet.name(), sheet.isHidden(), sheet.isLocked()));
      for (int row : sheet.rows()) {
        for (int column : sheet.columns(row)) {
          CellSnapshot cell = sheet.at(row, column);
          lines.add(
              "%s%s = %s, formula %s, format %s"
                  .formatted(
                      name,
                      new Address(row, column),
                      content(cell.content()),
                      cell.formula(),
                      cell.format()));
        }
      }
      sheet.merged().stream().map(block -> name + " merged " + block).sorted().forEach(lines::add);
      new TreeSet<>(sheet.hiddenRows()).forEach(row -> lines.add(name + " hidden row " + row));
      new TreeSet<>(sheet.hiddenColumns())
          .forEach(column -> lines.add(name + " hidden column " + column));
      sheet.tables().forEach(table -> lines.add(name + " " + table));
      sheet.charts().forEach(chart -> lines.add(name + " " + chart));
      new TreeMap<>(sheet.widths())
          .forEach((column, width) -> lines.add(name + " width " + column + " " + width));
    }
    snapshot.names().stream().map(Object::toString).sorted().forEach(lines::add);
    lines.add("1904 " + snapshot.dates1904() + ", locked " + snapshot.structureLocked());
    lines.add("ledger " + snapshot.ledger());
    return lines;
  }

  /** An empty text and nothing are the same to a reader. */
  private static String content(Content content) {
    return content.isBlank() ? "nothing" : content.toString();
  }
}
