package quarterday.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One sheet as read. Rows and columns count from zero; a cell that was not read is blank.
 *
 * <p>Only cells that hold something are kept. Of the others it is only remembered how far to the
 * right a row was formatted ({@link #lastColumn}), so that nothing is written over formatting.
 */
public final class SheetSnapshot {
  /** An Excel table on the sheet: its name and its cells, header row included. */
  public record TableSnapshot(String name, Block block, boolean hasHeader) {}

  /** Excel takes 31 characters for a sheet's name; some programs write more. */
  public static final int LONGEST_NAME = 255;

  private final String name;
  private final boolean hidden;
  private final boolean locked;
  private final NavigableMap<Integer, Row> rows;
  private final List<Block> merged;
  private final Set<Integer> hiddenRows;
  private final Set<Integer> hiddenColumns;
  private final List<TableSnapshot> tables;
  private final Map<Integer, Double> widths;
  private final Map<Integer, Double> heights;
  private final List<ChartSnapshot> charts;

  private record Row(int[] columns, CellSnapshot[] cells, int lastColumn) {
    CellSnapshot at(int column) {
      // Most rows have no holes, and a cell's place in them is known without a search.
      int guess = columns.length == 0 ? -1 : column - columns[0];
      if (guess >= 0 && guess < columns.length && columns[guess] == column) {
        return cells[guess];
      }
      int i = Arrays.binarySearch(columns, column);
      return i < 0 ? CellSnapshot.BLANK : cells[i];
    }
  }

  private SheetSnapshot(Builder builder) {
    this.name = builder.name;
    this.hidden = builder.hidden;
    this.locked = builder.locked;
    this.rows = builder.finished();
    this.merged = List.copyOf(builder.merged);
    this.hiddenRows = new TreeSet<>(builder.hiddenRows);
    this.hiddenColumns = new TreeSet<>(builder.hiddenColumns);
    this.tables = List.copyOf(builder.tables);
    this.widths = new TreeMap<>(builder.widths);
    this.heights = new TreeMap<>(builder.heights);
    this.charts = List.copyOf(builder.charts);
  }

  /** Starts a sheet of this name. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The sheet's name. */
  public String name() {
    return name;
  }

  /** Whether the sheet is hidden, plainly or "very". */
  public boolean isHidden() {
    return hidden;
  }

  /** Whether the sheet is protected against changes. */
  public boolean isLocked() {
    return locked;
  }

  /** The cell at this place, {@link CellSnapshot#BLANK} where nothing was read. */
  public CellSnapshot at(int row, int column) {
    Row found = rows.get(row);
    return found == null ? CellSnapshot.BLANK : found.at(column);
  }

  /** The cell at this address. */
  public CellSnapshot at(Address address) {
    return at(address.row(), address.column());
  }

  /** The rows that hold something, from the top. */
  public List<Integer> rows() {
    return List.copyOf(rows.keySet());
  }

  /** The columns of a row that hold something, from the left. */
  public int[] columns(int row) {
    Row found = rows.get(row);
    return found == null ? new int[0] : found.columns.clone();
  }

  /** The last column of the row with content or formatting of its own; -1 for an empty row. */
  public int lastColumn(int row) {
    Row found = rows.get(row);
    return found == null ? -1 : found.lastColumn;
  }

  /** The last row that holds something; -1 for an empty sheet. */
  public int lastRow() {
    return rows.isEmpty() ? -1 : rows.lastKey();
  }

  /** The number of cells that hold something. */
  public int size() {
    return rows.values().stream().mapToInt(row -> row.columns.length).sum();
  }

  /** The merged areas. */
  public List<Block> merged() {
    return merged;
  }

  /** The merged area that covers a cell. */
  public Optional<Block> mergedAt(int row, int column) {
    return merged.stream().filter(block -> block.contains(row, column)).findFirst();
  }

  /** Whether the row is hidden, by hand or by a filter. */
  public boolean isRowHidden(int row) {
    return hiddenRows.contains(row);
  }

  /** Whether the column is hidden. */
  public boolean isColumnHidden(int column) {
    return hiddenColumns.contains(column);
  }

  /** The hidden rows. */
  public Set<Integer> hiddenRows() {
    return Set.copyOf(hiddenRows);
  }

  /** The hidden columns. */
  public Set<Integer> hiddenColumns() {
    return Set.copyOf(hiddenColumns);
  }

  /** The Excel tables on the sheet. */
  public List<TableSnapshot> tables() {
    return tables;
  }

  /** The widths set, by column, in characters of the default font; columns not named have none. */
  public Map<Integer, Double> widths() {
    return Map.copyOf(widths);
  }

  /** The heights fixed by hand, by row, in points; all other rows fit their lines. */
  public Map<Integer, Double> heights() {
    return Map.copyOf(heights);
  }

  /** The charts of ours on the sheet. */
  public List<ChartSnapshot> charts() {
    return charts;
  }

  /** A builder that starts with all of this sheet. */
  public Builder edit() {
    Builder builder = new Builder(name).hidden(hidden).locked(locked);
    rows.forEach(
        (row, cells) -> {
          for (int i = 0; i < cells.columns.length; i++) {
            builder.put(row, cells.columns[i], cells.cells[i]);
          }
          builder.formattedTo(row, cells.lastColumn);
        });
    merged.forEach(builder::merge);
    hiddenRows.forEach(builder::hideRow);
    hiddenColumns.forEach(builder::hideColumn);
    tables.forEach(builder::table);
    widths.forEach(builder::width);
    heights.forEach(builder::height);
    charts.forEach(builder::chart);
    return builder;
  }

  @Override
  public String toString() {
    return name + " (" + size() + " cells)";
  }

  /** Gathers a sheet's cells in any order. */
  public static final class Builder {
    private static final class Line {
      private final TreeMap<Integer, CellSnapshot> cells = new TreeMap<>();
      private int formattedTo = -1;
    }

    private final String name;
    private boolean hidden;
    private boolean locked;
    // Cells come in order almost always: a row is packed as soon as the next one begins.
    private final TreeMap<Integer, Row> packed = new TreeMap<>();
    private int open = -1;
    private Line line = new Line();
    private final List<Block> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new TreeSet<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();
    private final List<TableSnapshot> tables = new ArrayList<>();
    private final Map<Integer, Double> widths = new TreeMap<>();
    private final Map<Integer, Double> heights = new TreeMap<>();
    private final List<ChartSnapshot> charts = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Sets whether the sheet is hidden. */
    public Builder hidden(boolean isHidden) {
      this.hidden = isHidden;
      return this;
    }

    /** Sets whether the sheet is protected. */
    public Builder locked(boolean isLocked) {
      this.locked = isLocked;
      return this;
    }

    /** Puts a cell; a blank one takes away what was there. */
    public Builder put(int row, int column, CellSnapshot cell) {
      Line target = line(row);
      if (cell.isBlank()) {
        target.cells.remove(column);
      } else {
        target.cells.put(column, cell);
      }
      return this;
    }

    /** Puts what a cell holds, without formula or format. */
    public Builder put(Address address, Content content) {
      return put(address.row(), address.column(), CellSnapshot.of(content));
    }

    /** Notes that a row is formatted up to this column. */
    public Builder formattedTo(int row, int column) {
      Line target = line(row);
      target.formattedTo = Math.max(target.formattedTo, column);
      return this;
    }

    /** Merges an area. */
    public Builder merge(Block block) {
      merged.add(block);
      return this;
    }

    /** Hides a row. */
    public Builder hideRow(int row) {
      hiddenRows.add(row);
      return this;
    }

    /** Hides a column. */
    public Builder hideColumn(int column) {
      hiddenColumns.add(column);
      return this;
    }

    /** Adds an Excel table. */
    public Builder table(TableSnapshot table) {
      tables.add(table);
      return this;
    }

    /** Adds a chart of ours. */
    public Builder chart(ChartSnapshot chart) {
      charts.add(chart);
      return this;
    }

    /** Sets a column's width in characters. */
    public Builder width(int column, double characters) {
      widths.put(column, characters);
      return this;
    }

    /** Takes a column's width away, so that it has the default. */
    public Builder noWidth(int column) {
      widths.remove(column);
      return this;
    }

    /** Fixes a row's height in points. */
    public Builder height(int row, double points) {
      heights.put(row, points);
      return this;
    }

    /** Lets a row fit its lines. */
    public Builder noHeight(int row) {
      heights.remove(row);
      return this;
    }

    /** The finished sheet. */
    public SheetSnapshot build() {
      return new SheetSnapshot(this);
    }

    private Line line(int row) {
      if (row != open) {
        // Rows that take turns are packed and unpacked without end.
        Interruption.heed();
        pack();
        open = row;
        Row before = packed.remove(row);
        if (before != null) {
          for (int i = 0; i < before.columns.length; i++) {
            line.cells.put(before.columns[i], before.cells[i]);
          }
          line.formattedTo = before.lastColumn;
        }
      }
      return line;
    }

    private void pack() {
      if (open >= 0 && (!line.cells.isEmpty() || line.formattedTo >= 0)) {
        int[] columns = line.cells.keySet().stream().mapToInt(Integer::intValue).toArray();
        int last = columns.length == 0 ? -1 : columns[columns.length - 1];
        packed.put(
            open,
            new Row(
                columns,
                line.cells.values().toArray(new CellSnapshot[0]),
                Math.max(last, line.formattedTo)));
      }
      line = new Line();
      open = -1;
    }

    private NavigableMap<Integer, Row> finished() {
      pack();
      return new TreeMap<>(packed);
    }
  }
}
