package quarterday.kpi;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import quarterday.sheet.Address;

/**
 * One figure of a measure, as its cell shows it.
 *
 * @param cell where it stands
 * @param value the decimal at 15 significant digits, in the measure's unit (percentages in points,
 *     96.5 and not 0.965); empty for a gap
 * @param marks the marks behind it
 * @param token the shorthand that stands in place of a number, such as {@code [x]}, or empty
 * @param plain whether the cell holds a plain number, so that a formula can refer to it
 * @param fraction whether the cell holds a fraction in a per cent format
 */
public record Observation(
    Address cell,
    Optional<BigDecimal> value,
    Set<Mark> marks,
    String token,
    boolean plain,
    boolean fraction) {
  /** Copies the marks. */
  public Observation {
    marks = Set.copyOf(marks);
  }

  /** Whether the cell holds something that is no number and no shorthand. */
  public boolean isGap() {
    return value.isEmpty();
  }

  /** The same cell without its value, as for a doubled month. */
  Observation withoutValue() {
    return new Observation(cell, Optional.empty(), marks, token, false, fraction);
  }
}
