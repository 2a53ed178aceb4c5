package quarterday.xlsx;

import quarterday.sheet.Address;

/**
 * Moves the relative references of a formula, as a shared formula's other cells mean them. Texts,
 * quoted sheet names, table references, function names and fixed references stay as they are.
 */
final class FormulaShift {
  private final String formula;
  private final int rows;
  private final int columns;
  private final StringBuilder out;
  private int at;

  private FormulaShift(String formula, int rows, int columns) {
    this.formula = formula;
    this.rows = rows;
    this.columns = columns;
    this.out = new StringBuilder(formula.length() + 8);
  }

  /** The formula as it reads so many rows further down and columns further right. */
  static String moved(String formula, int rows, int columns) {
    return new FormulaShift(formula, rows, columns).move();
  }

  private String move() {
    while (at < formula.length()) {
      char c = formula.charAt(at);
      if (c == '"' || c == '\'') {
        copy(quoted(c));
      } else if (c == '[') {
        copy(bracketed());
      } else if (c == '$' || isWord(c)) {
        int end = at;
        while (end < formula.length()
            && (formula.charAt(end) == '$' || isWord(formula.charAt(end)))) {
          end++;
        }
        word(formula.substring(at, end), end);
      } else {
        copy(at + 1);
      }
    }
    return out.toString();
  }

  private void copy(int end) {
    out.append(formula, at, end);
    at = end;
  }

  private int quoted(char quote) {
    int end = formula.indexOf(quote, at + 1);
    return end < 0 ? formula.length() : end + 1;
  }

  private int bracketed() {
    int depth = 0;
    for (int i = at; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (c == '\'') {
        // Inside a table reference an apostrophe takes the meaning from the next character.
        i++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i + 1;
      }
    }
    return formula.length();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\\' || c == '?';
  }

  private void word(String word, int end) {
    char next = end < formula.length() ? formula.charAt(end) : ' ';
    at = end;
    if (next == '(' || next == '!' || next == '[') {
      out.append(word);
      return;
    }
    int i = 0;
    boolean columnFixed = i < word.length() && word.charAt(i) == '$';
    int letters = columnFixed ? 1 : 0;
    i = letters;
    while (i < word.length() && isLetter(word.charAt(i))) {
      i++;
    }
    int afterLetters = i;
    boolean rowFixed = i > letters && i < word.length() && word.charAt(i) == '$';
    int digits = rowFixed ? i + 1 : i;
    i = digits;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    if (i < word.length()) {
      out.append(word);
    } else if (afterLetters > letters && i > digits) {
      cell(word, columnFixed, letters, afterLetters, rowFixed, digits);
    } else if (afterLetters > letters && !rowFixed && besideColon(word)) {
      out.append(columnFixed ? "$" : "");
      out.append(column(word.substring(letters, afterLetters), columnFixed));
    } else if (afterLetters == letters && i > digits && besideColon(word)) {
      // A whole row: its dollar sign was taken for a column's.
      out.append(columnFixed ? "$" : "");
      out.append(row(word.substring(digits), columnFixed));
    } else {
      out.append(word);
    }
  }

  private void cell(
      String word,
      boolean columnFixed,
      int letters,
      int afterLetters,
      boolean rowFixed,
      int digits) {
    String column = column(word.substring(letters, afterLetters), columnFixed);
    String row = row(word.substring(digits), rowFixed);
    if (column.isEmpty() || row.isEmpty()) {
      out.append(word);
      return;
    }
    out.append(columnFixed ? "$" : "").append(column).append(rowFixed ? "$" : "").append(row);
  }

  /** Whether the word is one end of a range such as {@code A:C} or {@code 1:3}. */
  private boolean besideColon(String word) {
    int before = at - word.length() - 1;
    return (at < formula.length() && formula.charAt(at) == ':')
        || (before >= 0 && formula.charAt(before) == ':');
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** The column moved, going round at the sheet's edge as Excel does; empty if it is none. */
  private String column(String letters, boolean fixed) {
    if (letters.length() > 3) {
      return fixedOrNothing(letters, fixed);
    }
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
    }
    if (column > Address.MAX_COLUMNS) {
      return "";
    }
    return fixed
        ? letters
        : Address.columnName(Math.floorMod(column - 1 + columns, Address.MAX_COLUMNS));
  }

  private String row(String digits, boolean fixed) {
    if (digits.length() > 7) {
      return "";
    }
    int row = Integer.parseInt(digits);
    if (row < 1 || row > Address.MAX_ROWS) {
      return "";
    }
    return fixed ? digits : Integer.toString(Math.floorMod(row - 1 + rows, Address.MAX_ROWS) + 1);
  }

  private static String fixedOrNothing(String letters, boolean fixed) {
    return fixed ? letters : "";
  }
}
