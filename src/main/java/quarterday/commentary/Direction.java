package quarterday.commentary;

import java.math.BigDecimal;

/** Which way a figure is said to have gone. */
public enum Direction {
  /** More than before. */
  UP(1),
  /** Less than before. */
  DOWN(-1),
  /** As before. */
  LEVEL(0),
  /** Not said. */
  UNSAID(0);

  static final Lexicon UP_NOUNS =
      Lexicon.of(
          "increase rise growth uplift jump surge gain upturn climb uptick upswing increases rises"
              + " gains");
  static final Lexicon DOWN_NOUNS =
      Lexicon.of(
          "decrease reduction fall drop decline dip downturn slump shortfall decreases reductions"
              + " falls drops declines dips");
  static final Lexicon UP_VERBS =
      Lexicon.of(
          "increased rose risen grew grown climbed jumped increasing rising growing surged soared"
              + " swelled swollen rebounded");
  static final Lexicon DOWN_VERBS =
      Lexicon.of(
          "decreased fell fallen dropped declined reduced dipped shrank shrunk slipped slid tumbled"
              + " eased dwindled plummeted decreasing falling reducing declining dropping");
  static final Lexicon MORE =
      Lexicon.of("more higher greater longer larger additional extra busier");
  static final Lexicon LESS = Lexicon.of("fewer less lower shorter smaller quieter");

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** 1, -1, or 0 where nothing changed or nothing is said. */
  public int sign() {
    return sign;
  }

  /** Whether something is said to have gone up or down. */
  public boolean isMove() {
    return sign != 0;
  }

  /** The direction that a change has. */
  public static Direction of(BigDecimal change) {
    return change.signum() > 0 ? UP : change.signum() < 0 ? DOWN : LEVEL;
  }

  /** A noun, verb or {@code up} and {@code down}: what may stand before a figure. */
  static Direction leading(String word) {
    if (word.equals("up") || UP_NOUNS.has(word) || UP_VERBS.has(word)) {
      return UP;
    }
    return word.equals("down") || DOWN_NOUNS.has(word) || DOWN_VERBS.has(word) ? DOWN : UNSAID;
  }

  /** A comparative, a noun or {@code up} and {@code down}: what may stand behind a figure. */
  static Direction trailing(String word) {
    if (word.equals("up") || UP_NOUNS.has(word) || MORE.has(word)) {
      return UP;
    }
    return word.equals("down") || DOWN_NOUNS.has(word) || LESS.has(word) ? DOWN : UNSAID;
  }

  /** What takes longer has grown: {@code slower} is up, {@code quicker} down. */
  public static Direction pace(String word) {
    return switch (word) {
      case "slower" -> UP;
      case "quicker", "faster", "sooner" -> DOWN;
      default -> UNSAID;
    };
  }

  /** Any of these words. */
  static Direction any(String word) {
    Direction before = leading(word);
    return before == UNSAID ? trailing(word) : before;
  }
}
