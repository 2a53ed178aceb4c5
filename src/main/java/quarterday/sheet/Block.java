package quarterday.sheet;

import java.util.Locale;
import java.util.Set;

/**
 * A rectangle of cells, both corners included, counted from zero.
 *
 * @param top first row
 * @param left first column
 * @param bottom last row, not before {@code top}
 * @param right last column, not before {@code left}
 */
public record Block(int top, int left, int bottom, int right) {
  private static final Set<String> RESERVED = Set.of("r", "c", "rc", "true", "false");

  /** Checks that the corners are in order. */
  public Block {
    if (top < 0 || left < 0 || bottom < top || right < left) {
      throw new IllegalArgumentException(
          "No block: " + top + "," + left + " to " + bottom + "," + right);
    }
  }

  /** The block of so many rows and columns whose first cell is given. */
  public static Block of(Address first, int rows, int columns) {
    return new Block(
        first.row(), first.column(), first.row() + rows - 1, first.column() + columns - 1);
  }

  /**
   * Reads {@code B7:D9}, {@code $B$7:$D$9} or a single cell.
   *
   * @throws IllegalArgumentException if the text is no block
   */
  public static Block parse(String text) {
    int colon = text.indexOf(':');
    Address first = Address.parse(colon < 0 ? text : text.substring(0, colon));
    Address last = colon < 0 ? first : Address.parse(text.substring(colon + 1));
    return new Block(
        Math.min(first.row(), last.row()),
        Math.min(first.column(), last.column()),
        Math.max(first.row(), last.row()),
        Math.max(first.column(), last.column()));
  }

  /** The number of rows. */
  public int rows() {
    return bottom - top + 1;
  }

  /** The number of columns. */
  public int columns() {
    return right - left + 1;
  }

  /** The top left cell. */
  public Address first() {
    return new Address(top, left);
  }

  /** The bottom right cell. */
  public Address last() {
    return new Address(bottom, right);
  }

  /** Whether the cell lies inside. */
  public boolean contains(Address cell) {
    return contains(cell.row(), cell.column());
  }

  /** Whether the cell at this row and column lies inside. */
  public boolean contains(int row, int column) {
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  /** Whether the other block lies wholly inside this one. */
  public boolean contains(Block other) {
    return contains(other.first()) && contains(other.last());
  }

  /** Whether the two share a cell. */
  public boolean meets(Block other) {
    return top <= other.bottom && other.top <= bottom && left <= other.right && other.left <= right;
  }

  /** As a formula that keeps every row and column: {@code $B$7:$D$9}. */
  public String fixed() {
    return first().fixed() + (rows() * columns() == 1 ? "" : ":" + last().fixed());
  }

  /** As a formula on a named sheet: {@code 'SPC data'!$B$7:$D$9}. */
  public String on(String sheet) {
    return quoted(sheet) + "!" + fixed();
  }

  /**
   * A sheet's name as formulas write it: {@code 'SPC data'} with apostrophes doubled, and without
   * any where the name is a plain word that is no cell address, as Excel itself writes it.
   */
  public static String quoted(String sheet) {
    return isPlainWord(sheet) ? sheet : "'" + sheet.replace("'", "''") + "'";
  }

  private static boolean isPlainWord(String sheet) {
    for (int i = 0; i < sheet.length(); i++) {
      char c = sheet.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') && c != '_') {
        return false;
      }
    }
    return !sheet.isEmpty() && !RESERVED.contains(sheet.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return rows() * columns() == 1 ? first().toString() : first() + ":" + last();
  }
}
