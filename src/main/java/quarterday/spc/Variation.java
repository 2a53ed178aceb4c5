package quarterday.spc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * The variation found in a sample: how far the limits reach at each position, and where that comes
 * from.
 */
record Variation(
    IntFunction<Optional<Reach>> reach,
    OptionalDouble spread,
    List<Integer> ranges,
    boolean unscreened) {

  /** The same reach at every position. */
  static Variation of(
      Reach reach, OptionalDouble spread, List<Integer> ranges, boolean unscreened) {
    return new Variation(position -> Optional.of(reach), spread, ranges, unscreened);
  }

  /** None at all: every limit is the centre. */
  static Variation none(List<Integer> ranges) {
    return of(Reach.NONE, OptionalDouble.of(0), ranges, false);
  }

  /** A reach of its own for each position that has one, taken from the centre and its size. */
  static Variation bySize(IntFunction<Optional<Reach>> reach) {
    return new Variation(reach, OptionalDouble.empty(), List.of(), false);
  }
}
