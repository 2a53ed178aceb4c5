package quarterday.kpi;

/** A letter in square brackets behind a figure. */
public enum Mark {
  /** Provisional: the figure may still change. */
  PROVISIONAL('p'),
  /** Revised since it was first published. */
  REVISED('r'),
  /** A break: what is counted changed with this month. */
  BREAK('b'),
  /** An estimate. */
  ESTIMATED('e');

  private final char letter;

  Mark(char letter) {
    this.letter = letter;
  }

  /** As it is written: {@code [p]}. */
  public String token() {
    return "[" + letter + "]";
  }
}
