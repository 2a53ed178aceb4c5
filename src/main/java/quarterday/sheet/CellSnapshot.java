package quarterday.sheet;

/**
 * A cell as read.
 *
 * @param content what it holds; for a formula, its cached value
 * @param formula the formula without its equals sign, or empty
 * @param format the number format's code, such as {@code 0.0%}; {@code General} where none is set
 */
public record CellSnapshot(Content content, String formula, String format) {
  /** The format of a cell that has none. */
  public static final String GENERAL = "General";

  /** The most characters that Excel lets a cell hold. */
  public static final int MOST_CHARACTERS = 32_767;

  /** A cell with nothing in it. */
  public static final CellSnapshot BLANK = new CellSnapshot(Content.blank(), "", GENERAL);

  /** A typed cell without a format. */
  public static CellSnapshot of(Content content) {
    return new CellSnapshot(content, "", GENERAL);
  }

  /** Whether the cell holds a formula. */
  public boolean hasFormula() {
    return !formula.isEmpty();
  }

  /** Whether the cell holds neither value nor formula. */
  public boolean isBlank() {
    return content.isBlank() && formula.isEmpty();
  }
}
