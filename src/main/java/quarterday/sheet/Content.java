package quarterday.sheet;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a cell holds, raw: dates stay serial numbers, percentages stay fractions.
 *
 * <p>A variant answers to {@link #number} or {@link #text}; everything else is neither.
 */
public sealed interface Content {
  /** The number held, if it is one. */
  default OptionalDouble number() {
    return OptionalDouble.empty();
  }

  /** The text held, if it is text. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** Whether nothing is held. */
  default boolean isBlank() {
    return false;
  }

  /** Nothing. */
  static Content blank() {
    return Blank.INSTANCE;
  }

  /** A number; one that no cell can hold is the error that spreadsheets show for it. */
  static Content of(double value) {
    return Double.isFinite(value) ? new Numeric(value) : new Fault("#NUM!");
  }

  /** A text; the empty text is a text too, as a formula can give it. */
  static Content of(String value) {
    return new Text(value);
  }

  /** A number, also a date or a time. */
  record Numeric(double value) implements Content {
    @Override
    public OptionalDouble number() {
      return OptionalDouble.of(value);
    }
  }

  /** Text. */
  record Text(String value) implements Content {
    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }

    @Override
    public boolean isBlank() {
      return value.isEmpty();
    }
  }

  /** TRUE or FALSE. */
  record Logical(boolean value) implements Content {}

  /** An error such as {@code #DIV/0!}. */
  record Fault(String code) implements Content {}

  /** Nothing. */
  record Blank() implements Content {
    private static final Blank INSTANCE = new Blank();

    @Override
    public boolean isBlank() {
      return true;
    }
  }
}
