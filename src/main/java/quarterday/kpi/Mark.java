package quarterday.kpi;

import java.util.Set;
import java.util.stream.Collectors;

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

  /** Marks as they are written, in the order of this list; mostly there are none. */
  public static String tokens(Set<Mark> marks) {
    return marks.isEmpty()
        ? ""
        : marks.stream().sorted().map(Mark::token).collect(Collectors.joining());
  }

  /** As it is written: {@code [p]}. */
  public String token() {
    return "[" + letter + "]";
  }
}
