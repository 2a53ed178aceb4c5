package quarterday.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cell's place on a sheet, counted from zero.
 *
 * @param row zero-based row, so row 0 is shown as 1
 * @param column zero-based column, so column 0 is shown as A
 */
public record Address(int row, int column) implements Comparable<Address> {
  /** The rows a sheet can have. */
  public static final int MAX_ROWS = 1_048_576;

  /** The columns a sheet can have: A to XFD. */
  public static final int MAX_COLUMNS = 16_384;

  private static final Comparator<Address> ROW_BY_ROW =
      Comparator.comparingInt(Address::row).thenComparingInt(Address::column);

  /** Every cell and formula that is written names a column, and nearly always one of these. */
  private static final int NAMED = 1024;

  private static final List<String> NAMES =
      IntStream.range(0, NAMED).mapToObj(Address::lettered).toList();

  /**
   * Reads an address such as {@code B7} or {@code $B$7}.
   *
   * @throws IllegalArgumentException if the text is no address
   */
  public static Address parse(String text) {
    int i = 0;
    int column = 0;
    int row = 0;
    if (i < text.length() && text.charAt(i) == '$') {
      i++;
    }
    int letters = i;
    while (i < text.length() && text.charAt(i) >= 'A' && text.charAt(i) <= 'Z' && i - letters < 4) {
      column = column * 26 + text.charAt(i++) - 'A' + 1;
    }
    boolean hasColumn = i > letters;
    if (i < text.length() && text.charAt(i) == '$') {
      i++;
    }
    int digits = i;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9' && i - digits < 8) {
      row = row * 10 + text.charAt(i++) - '0';
    }
    if (!hasColumn || i == digits || i < text.length() || row > MAX_ROWS || column > MAX_COLUMNS) {
      throw new IllegalArgumentException("Not a cell address: " + text);
    }
    return new Address(row - 1, column - 1);
  }

  /** The letters of a zero-based column: 0 is A, 27 is AB. */
  public static String columnName(int column) {
    return column < NAMED ? NAMES.get(column) : lettered(column);
  }

  private static String lettered(int column) {
    String last = Character.toString('A' + column % 26);
    return column < 26 ? last : lettered(column / 26 - 1) + last;
  }

  /** The cell so many rows further down. */
  public Address down(int rows) {
    return new Address(row + rows, column);
  }

  /** The cell so many columns further right. */
  public Address right(int columns) {
    return new Address(row, column + columns);
  }

  /** As a formula that keeps both row and column: {@code $B$7}. */
  public String fixed() {
    return "$" + columnName(column) + "$" + (row + 1);
  }

  /** As a formula that keeps the column and moves with its row: {@code $B7}. */
  public String ownRow() {
    return "$" + columnName(column) + (row + 1);
  }

  @Override
  public int compareTo(Address other) {
    return ROW_BY_ROW.compare(this, other);
  }

  @Override
  public String toString() {
    return columnName(column) + (row + 1);
  }
}
