package quarterday.review;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The reporting period beside an earlier one.
 *
 * @param earlier the earlier figure
 * @param change now less then, in the measure's unit (points for percentages); empty if the two
 *     cannot be compared
 * @param percent the change in per cent of the earlier figure; empty for percentages, and where
 *     there is no base or too small a one
 * @param base why there is no per cent
 * @param months the months of the reporting period that took part, where not all did
 * @param broken the month of a break between the two, which forbids the comparison
 */
public record Comparison(
    PeriodFigure earlier,
    Optional<BigDecimal> change,
    Optional<BigDecimal> percent,
    Base base,
    List<YearMonth> months,
    Optional<YearMonth> broken) {
  /** What a per cent can be taken of. */
  public enum Base {
    /** A figure large enough. */
    SOUND,
    /** A percentage, whose change is in points. */
    POINTS,
    /** Nothing: there is no per cent of zero. */
    ZERO,
    /** A figure below zero, of which no per cent makes sense. */
    NEGATIVE,
    /** A count too small. */
    SMALL,
    /** No earlier figure, or none now. */
    NONE
  }

  /** Whether only some months could be compared. */
  public boolean isPartial() {
    return !months.isEmpty();
  }
}
