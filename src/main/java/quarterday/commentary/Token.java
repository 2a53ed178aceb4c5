package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The smallest part of a text: a word, the digits of a number, a mark, or the end of a sentence.
 *
 * @param kind what it is
 * @param exact as written, with plain quotes
 * @param text in small letters; of a number, its digits without grouping
 * @param start where it starts in the text
 * @param end where it ends
 * @param glued whether it follows its neighbour without a space
 */
record Token(Kind kind, String exact, String text, int start, int end, boolean glued) {
  /** What a token is. */
  enum Kind {
    /** Letters, and digits after them: {@code emails}, {@code Q1}. */
    WORD,
    /** Digits with grouping and decimals: {@code 1,515}, {@code 92.5}. */
    NUMBER,
    /** Digits with several points or slashes, as in references and dates: {@code 1.2.3}. */
    REFERENCE,
    /** A hyphen, a dash or a minus. */
    DASH,
    /** Any other mark: {@code %}, {@code (}, {@code £}. */
    MARK,
    /** Where a sentence ends. */
    STOP
  }

  /** What stands around a sentence, so that nobody need ask whether there is a neighbour. */
  static final Token NONE = new Token(Kind.STOP, "", "", 0, 0, false);

  /** Abbreviations whose full stop ends no sentence. */
  private static final Lexicon ABBREVIATIONS =
      Lexicon.of(
          "c approx no nos e.g i.e eg ie vs v incl etc hrs hr mins min secs sec qtr ref pg p pp"
              + " para mr mrs ms dr st cllr insp sgt jan feb mar apr jun jul aug sep sept oct nov"
              + " dec est max avg");

  /** The most digits that a figure has; longer runs are telephone or reference numbers. */
  private static final int LONGEST = 15;

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(String word) {
    return text.equals(word);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isCapital() {
    return kind == Kind.WORD && Character.isUpperCase(exact.charAt(0));
  }

  /** The tokens of a text, in order; each character is looked at a fixed number of times. */
  static List<Token> in(String text) {
    return new Reading(plain(text)).tokens();
  }

  /** The text with plain quotes and spaces; every character keeps its place. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          switch (c) {
            case '\u2018', '\u2019', '\u02bc', '\u2032' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u00a0', '\u2007', '\u2009', '\u202f', '\t', '\u200b' -> ' ';
            case '\r' -> '\n';
            default -> c;
          });
    }
    return plain.toString();
  }

  /** Goes through a text once, from left to right. */
  private static final class Reading {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int lastEnd = -1;

    Reading(String text) {
      this.text = text;
    }

    List<Token> tokens() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\n') {
          line();
        } else if (Character.isWhitespace(c) || c == '"') {
          at++;
        } else if (Character.isLetter(c)) {
          word();
        } else if (isDigit(at)) {
          number();
        } else if (c == '.' || c == '!' || c == '?') {
          stop();
        } else if (c == '-') {
          add(Kind.DASH, at + 1);
        } else if (isBullet(c)) {
          add(Kind.STOP, at + 1);
        } else {
          add(Kind.MARK, at + 1);
        }
      }
      return tokens;
    }

    private void add(Kind kind, int end) {
      add(kind, end, text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    private void add(Kind kind, int end, String value) {
      tokens.add(new Token(kind, text.substring(at, end), value, at, end, lastEnd == at));
      lastEnd = end;
      at = end;
    }

    private void word() {
      int end = at;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || isApostropheInside(end))) {
        end++;
      }
      if (end == at + 1 && isLetterBehindPoint(end)) {
        // i.e, a.m: one word
        end += 2;
      }
      String whole = text.substring(at, end).toLowerCase(Locale.ROOT);
      boolean possessive = whole.endsWith("'s");
      boolean afterDigits =
          lastEnd == at && !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Kind.NUMBER);
      if (afterDigits) {
        // 1h25: the letters are a unit and what follows is the next number.
        end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        add(Kind.WORD, end);
        return;
      }
      add(Kind.WORD, end, possessive ? whole.substring(0, whole.length() - 2) : whole);
    }

    private boolean isLetterBehindPoint(int i) {
      return i + 1 < text.length()
          && text.charAt(i) == '.'
          && Character.isLetter(text.charAt(i + 1))
          && (i + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 2)));
    }

    private boolean isApostropheInside(int i) {
      return text.charAt(i) == '\''
          && i + 1 < text.length()
          && Character.isLetter(text.charAt(i + 1));
    }

    private void number() {
      int end = digits(at);
      boolean grouped = false;
      while (end < text.length()
          && text.charAt(end) == ','
          && end - at <= (grouped ? LONGEST : 3)
          && digits(end + 1) == end + 4) {
        end += 4;
        grouped = true;
      }
      int points = 0;
      while (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
        end = digits(end + 1);
        points++;
      }
      String value = text.substring(at, end).replace(",", "");
      add(points > 1 || value.length() > LONGEST ? Kind.REFERENCE : Kind.NUMBER, end, value);
    }

    private int digits(int from) {
      int end = from;
      while (end < text.length() && isDigit(end)) {
        end++;
      }
      return end;
    }

    private boolean isDigit(int i) {
      char c = text.charAt(i);
      return c >= '0' && c <= '9';
    }

    private void stop() {
      int end = at;
      while (end < text.length() && ".!?".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      boolean abbreviation =
          end == at + 1
              && text.charAt(at) == '.'
              && lastEnd == at
              && !tokens.isEmpty()
              && tokens.get(tokens.size() - 1).isWord()
              && isAbbreviation(tokens.get(tokens.size() - 1).text());
      boolean inside = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
      int next = end;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
      add((abbreviation && next < text.length()) || inside || goesOn ? Kind.MARK : Kind.STOP, end);
    }

    private static boolean isAbbreviation(String word) {
      return ABBREVIATIONS.has(word);
    }

    /** A line ends a sentence where the next one starts as a sentence or an item does. */
    private void line() {
      int next = at;
      int lines = 0;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        lines += text.charAt(next) == '\n' ? 1 : 0;
        next++;
      }
      if (next < text.length()) {
        char c = text.charAt(next);
        if (lines > 1 || Character.isUpperCase(c) || isBullet(c) || c == '-' || c == '*') {
          tokens.add(new Token(Kind.STOP, "", "\n", at, at, false));
          if (c == '-' || c == '*') {
            // The mark of an item, not a minus.
            boolean item = next + 1 < text.length() && text.charAt(next + 1) == ' ';
            next += item ? 1 : 0;
          }
        }
      }
      at = next;
    }

    private static boolean isBullet(char c) {
      return c == '\u2022' || c == '\u25cf' || c == '\u25aa' || c == '\u00b7' || c == '\u25e6';
    }
  }
}
