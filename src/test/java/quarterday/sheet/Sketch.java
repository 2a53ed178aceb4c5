package quarterday.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet drawn row by row: text, numbers, {@code ""} for nothing, cells made below, and lists of
 * all these, which stand side by side.
 */
public final class Sketch {
  private final String name;
  private final SheetSnapshot.Builder builder;
  private int row;

  private Sketch(String name) {
    this.name = name;
    this.builder = SheetSnapshot.named(name);
  }

  /** Starts a sheet. */
  public static Sketch sheet(String name) {
    return new Sketch(name);
  }

  /** A sheet with a header of months from April 2018 on and this row of figures. */
  public static Sketch measure(String name, String figures) {
    List<Object> values = figures(figures);
    return sheet("Engagement").row("Measure", months("2018-04", values.size())).row(name, values);
  }

  /** Draws the next row from column A on. */
  public Sketch row(Object... cells) {
    return rowAt(0, cells);
  }

  /** Draws the next row from this column on. */
  public Sketch rowAt(int column, Object... cells) {
    put(row++, column, List.of(cells));
    return this;
  }

  /** Draws beside what is drawn, in rows that have been drawn. */
  public Sketch beside(int atRow, int column, Object... cells) {
    put(atRow, column, List.of(cells));
    return this;
  }

  private int put(int atRow, int from, List<?> cells) {
    int column = from;
    for (Object cell : cells) {
      if (cell instanceof List<?> several) {
        column = put(atRow, column, several);
        continue;
      }
      CellSnapshot drawn = cell(cell);
      if (!drawn.isBlank()) {
        builder.put(atRow, column, drawn);
      }
      column++;
    }
    return column;
  }

  private static CellSnapshot cell(Object cell) {
    if (cell instanceof CellSnapshot drawn) {
      return drawn;
    }
    return CellSnapshot.of(
        cell instanceof Number number
            ? Content.of(number.doubleValue())
            : Content.of(cell.toString()));
  }

  /** Leaves rows empty. */
  public Sketch skip(int rows) {
    row += rows;
    return this;
  }

  /** Merges cells such as {@code A2:A4}. */
  public Sketch merge(String block) {
    builder.merge(Block.parse(block));
    return this;
  }

  /** Makes cells an Excel table. */
  public Sketch table(String block) {
    builder.table(new SheetSnapshot.TableSnapshot("Table1", Block.parse(block), true));
    return this;
  }

  /** Hides the sheet. */
  public Sketch hidden() {
    builder.hidden(true);
    return this;
  }

  /** Hides a row, counted from 1 as people do. */
  public Sketch hideRow(int number) {
    builder.hideRow(number - 1);
    return this;
  }

  /** Hides a column, counted from zero. */
  public Sketch hideColumn(int column) {
    builder.hideColumn(column);
    return this;
  }

  /** Protects the sheet. */
  public Sketch locked() {
    builder.locked(true);
    return this;
  }

  /** The sheet. */
  public SheetSnapshot build() {
    return builder.build();
  }

  /** A workbook of this sheet and others. */
  public Snapshot with(Sketch... others) {
    List<SheetSnapshot> sheets = new ArrayList<>(List.of(build()));
    for (Sketch other : others) {
      sheets.add(other.build());
    }
    return new Snapshot(sheets, List.of(), false, false, "");
  }

  /** Header dates shown as Apr-20, from a month on. */
  public static List<Object> months(String first, int count) {
    List<Object> months = new ArrayList<>();
    YearMonth month = YearMonth.parse(first);
    for (int i = 0; i < count; i++) {
      months.add(dated(month.plusMonths(i).atDay(1).toString()));
    }
    return months;
  }

  /** Figures parted by spaces; {@code -} is an empty cell and {@code 5*3} is three fives. */
  public static List<Object> figures(String text) {
    List<Object> figures = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      String[] parts = word.split("\\*");
      Object figure = parts[0].equals("-") ? "" : Double.valueOf(parts[0]);
      int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
      for (int i = 0; i < times; i++) {
        figures.add(figure);
      }
    }
    return figures;
  }

  /** A date as a workbook that counts from 1900 holds it. */
  public static CellSnapshot dated(String day) {
    return formatted(
        (double) (LocalDate.parse(day).toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay()),
        "mmm\\-yy");
  }

  /** A fraction in a per cent format. */
  public static CellSnapshot percent(double fraction) {
    return formatted(fraction, "0%");
  }

  /** A number in a format. */
  public static CellSnapshot formatted(double number, String format) {
    return new CellSnapshot(Content.of(number), "", format);
  }

  /** An error. */
  public static CellSnapshot fault(String code) {
    return CellSnapshot.of(new Content.Fault(code));
  }

  @Override
  public String toString() {
    return name;
  }
}
