package quarterday.xlsx;

import quarterday.sheet.UnusableInput;

/** Counts what is read of one workbook, and refuses what goes beyond the limits. */
final class Meter {
  private final FileLimits limits;
  private long cells;
  private long characters;

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

  void text(int length) throws UnusableInput {
    characters += length;
    if (characters > limits.textCharacters()) {
      throw Refusal.limit("characters of text", limits.textCharacters(), "more than that");
    }
  }
}
