package quarterday.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;

/** Text and numbers as the parts of a workbook spell them. */
final class Markup {
  private Markup() {}

  /** Between tags: characters that XML cannot hold are written as Excel writes them. */
  static String cellText(String text) {
    return escape(text, true, false);
  }

  /** A formula between tags; what XML cannot hold is left out, as no formula can mean it. */
  static String formula(String formula) {
    return escape(formula, false, false);
  }

  /** Inside an attribute's double quotes. */
  static String attribute(String text) {
    return escape(text, false, true);
  }

  /** A table column's name inside an attribute, its line breaks written as Excel writes them. */
  static String heading(String text) {
    return escape(text, true, false)
        .replace("\n", "_x000a_")
        .replace("\t", "_x0009_")
        .replace("\"", "&quot;");
  }

  private static String escape(String text, boolean excel, boolean attribute) {
    StringBuilder out = null;
    int length = text.length();
    for (int i = firstUnusual(text); i < length; i++) {
      char c = text.charAt(i);
      String replacement = null;
      if (c == '&') {
        replacement = "&amp;";
      } else if (c == '<') {
        replacement = "&lt;";
      } else if (c == '>') {
        replacement = "&gt;";
      } else if (c == '"' && attribute) {
        replacement = "&quot;";
      } else if (attribute && (c == '\n' || c == '\t' || c == '\r')) {
        replacement = "&#" + (int) c + ";";
      } else if (isIllegal(text, i) || c == '\r') {
        replacement = excel ? hexadecimal(c) : "";
      } else if (excel && isEscape(text, i)) {
        // What looks like an escape, but is text, has its underscore escaped.
        replacement = "_x005F_";
      }
      if (replacement != null && out == null) {
        out = new StringBuilder(length + 32).append(text, 0, i);
      }
      if (out != null) {
        if (replacement == null) {
          out.append(c);
        } else {
          out.append(replacement);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  /** The first character that could need an escape: most texts have none. */
  private static int firstUnusual(String text) {
    int i = 0;
    while (i < text.length() && isUsual(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isUsual(char c) {
    return c >= ' ' && c < 0xD800 && c != '&' && c != '<' && c != '>' && c != '"' && c != '_';
  }

  private static String hexadecimal(char c) {
    return String.format("_x%04X_", (int) c);
  }

  private static boolean isIllegal(String text, int i) {
    char c = text.charAt(i);
    if (c < ' ') {
      return c != '\t' && c != '\n' && c != '\r';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= 0xFFFE;
  }

  private static boolean isEscape(String text, int i) {
    if (i + 7 > text.length()
        || text.charAt(i) != '_'
        || text.charAt(i + 1) != 'x'
        || text.charAt(i + 6) != '_') {
      return false;
    }
    for (int j = i + 2; j < i + 6; j++) {
      if (Character.digit(text.charAt(j), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Text as a cell means it: {@code _x000D_} is a carriage return. */
  static String unescaped(String text) {
    int found = text.indexOf("_x");
    if (found < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 6;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** The shortest digits that read back as the same number. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String text = Double.toString(value);
    if (text.length() > 17) {
      // Java before 19 writes more digits than needed for some numbers.
      for (int digits = 15; digits < 17; digits++) {
        String shorter = new BigDecimal(value).round(new MathContext(digits)).toString();
        if (Double.parseDouble(shorter) == value) {
          text = shorter.replace("E+", "E");
          break;
        }
      }
    }
    return text.replace(".0E", "E");
  }

  /** Whether spaces at its ends, or line breaks, would be lost without being asked to be kept. */
  static boolean hasLooseSpace(String text) {
    if (text.isEmpty()) {
      return false;
    }
    return text.charAt(0) <= ' '
        || text.charAt(text.length() - 1) <= ' '
        || text.indexOf('\n') >= 0
        || text.indexOf('\t') >= 0;
  }
}
