package quarterday.spc;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The positions between two resets, inside the window, that share one set of limits.
 *
 * @param first the first position
 * @param last the last position
 * @param points how many positions hold a value that is not left out
 * @param basis how far the limits can be relied on
 * @param base the positions that the centre and the variation come from: all points, or the first
 *     ones where limits are locked
 * @param ranges the positions whose moving range to the position before took part in the limits;
 *     empty for methods without moving ranges
 * @param spread the variation that {@code factor} multiplies, in the unit of the values: the
 *     average (or median) moving range, or the standard deviation; for p prime the sigma z, which
 *     has no unit; empty where the method takes its variation from the mean alone, and where there
 *     is none
 * @param factor the constant: limits are centre plus and minus {@code factor x spread}
 * @param unscreened whether ranges should have been screened but too little would have been left
 */
public record Phase(
    int first,
    int last,
    int points,
    Basis basis,
    List<Integer> base,
    List<Integer> ranges,
    OptionalDouble spread,
    double factor,
    boolean unscreened) {
  public Phase {
    base = List.copyOf(base);
    ranges = List.copyOf(ranges);
  }
}
