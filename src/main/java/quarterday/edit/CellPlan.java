package quarterday.edit;

import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;

/**
 * A cell to be written: what it holds, already computed.
 *
 * @param content the value, or the cached value of the formula
 * @param formula the formula without its equals sign, or empty; it is written as a formula, while
 *     text content that looks like one stays text
 * @param format the number format's code
 * @param look how it looks
 */
public record CellPlan(Content content, String formula, String format, Look look) {
  /** An empty cell of a plain look. */
  public static final CellPlan BLANK =
      new CellPlan(Content.blank(), "", CellSnapshot.GENERAL, Look.PLAIN);

  /** Text. */
  public static CellPlan text(String text, Look look) {
    return text.isEmpty()
        ? empty(look)
        : new CellPlan(Content.of(text), "", CellSnapshot.GENERAL, look);
  }

  /** A number in this format. */
  public static CellPlan number(double value, String format, Look look) {
    return new CellPlan(Content.of(value), "", format, look);
  }

  /** A formula with the value it has now. */
  public static CellPlan formula(String formula, Content now, String format, Look look) {
    return new CellPlan(now, formula, format, look);
  }

  /** An empty cell that has a look, such as one that waits for words. */
  public static CellPlan empty(Look look) {
    return look == Look.PLAIN
        ? BLANK
        : new CellPlan(Content.blank(), "", CellSnapshot.GENERAL, look);
  }

  /** What a reader finds in the cell once it is written. */
  public CellSnapshot snapshot() {
    return new CellSnapshot(content, formula, format);
  }
}
