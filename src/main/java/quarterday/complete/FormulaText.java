package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import quarterday.sheet.Address;
import quarterday.sheet.Block;

/** The text of formulas, in the spelling that Excel gives them, so that a rerun finds its own. */
final class FormulaText {
  /** The longest text that MATCH can look for. */
  static final int LONGEST_KEY = 255;

  private FormulaText() {}

  /** A text as a formula writes it. */
  static String text(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /**
   * Where the text of a cell stands in a column of names; stars and question marks are no jokers.
   */
  static String match(String cell, String names, boolean jokers) {
    String needle =
        jokers
            ? "SUBSTITUTE(SUBSTITUTE(SUBSTITUTE("
                + cell
                + ",\"~\",\"~~\"),\"*\",\"~*\"),\"?\",\"~?\")"
            : cell;
    return "MATCH(" + needle + "," + names + ",0)";
  }

  /** Whether MATCH would take characters of a name for jokers. */
  static boolean hasJokers(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('~') >= 0;
  }

  /** Cells of one row, neighbours joined: {@code $D7:$F7,$H7}. */
  static String ownRow(List<Integer> columns, int row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); ) {
      int j = i;
      while (j + 1 < columns.size() && columns.get(j + 1) == columns.get(j) + 1) {
        j++;
      }
      String first = new Address(row, columns.get(i)).ownRow();
      parts.add(i == j ? first : first + ":" + new Address(row, columns.get(j)).ownRow());
      i = j + 1;
    }
    return String.join(",", parts);
  }

  /** The same formula, whatever program saved it: without spaces and needless apostrophes. */
  static boolean same(String one, String other) {
    return one.equals(other) || plain(one).equals(plain(other));
  }

  private static String plain(String formula) {
    StringBuilder plain = new StringBuilder(formula.length());
    boolean inText = false;
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (c == '"') {
        inText = !inText;
      }
      if (inText || (c != ' ' && c != '\'')) {
        plain.append(c);
      }
    }
    return plain.toString().replace("_xlfn.", "");
  }

  /** A column of a block, as a fixed reference. */
  static String column(String sheet, int column, int firstRow, int lastRow) {
    return new Block(firstRow, column, lastRow, column).on(sheet);
  }
}
