package quarterday.xlsx;

import quarterday.sheet.CellSnapshot;
import quarterday.sheet.UnusableInput;

/** Counts what is read of one workbook, and refuses what goes beyond the limits. */
final class Meter {
  /** How many times as many characters cells may show as there are in different texts. */
  private static final long SHOWN = 10;

  private final FileLimits limits;
  private long cells;
  private long characters;
  private long shownCharacters;

  Meter(FileLimits limits) {
    this.limits = limits;
  }

  FileLimits limits() {
    return limits;
  }

  void cell() throws UnusableInput {
    if (++cells > limits.cells()) {
      throw Refusal.limit("cells", limits.cells(), "more than that");
    }
  }

  /** Counts a text where a cell shows it: a small file can say one long text in every cell. */
  void shown(int length) throws UnusableInput {
    shownCharacters += length;
    if (shownCharacters > SHOWN * limits.textCharacters()) {
      throw Refusal.limit(
          "characters in all cells", SHOWN * limits.textCharacters(), "more than that");
    }
  }

  void text(int length) throws UnusableInput {
    if (length > CellSnapshot.MOST_CHARACTERS) {
      throw Refusal.longText(length);
    }
    characters += length;
    if (characters > limits.textCharacters()) {
      throw Refusal.limit("characters of text", limits.textCharacters(), "more than that");
    }
  }
}
