package quarterday.kpi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Over what time a measure's target is to be reached. A target for visits made is one for a month,
 * a quarter or a year, and no workbook says which; the one nearest to the measure's own figures is
 * taken. What is not added up, such as a percentage or the number of volunteers, has a target that
 * holds at any time.
 */
public enum TargetSpan {
  /** It holds for each figure, whatever its period. */
  ANY_TIME(""),
  /** It is for the sum of one month. */
  MONTH(" a month"),
  /** It is for the sum of one quarter. */
  QUARTER(" a quarter"),
  /** It is for the sum of a year. */
  YEAR(" a year");

  private static final BigDecimal MONTHS_OF_QUARTER = BigDecimal.valueOf(3);

  /** From this many average months a target is for a quarter: the geometric mean of 1 and 3. */
  private static final double QUARTER_FROM = Math.sqrt(1 * 3);

  /** From this many average months it is for a year: the geometric mean of 3 and 12. */
  private static final double YEAR_FROM = Math.sqrt(3 * 12);

  private final String suffix;

  TargetSpan(String suffix) {
    this.suffix = suffix;
  }

  /** What follows the target in a sentence: {@code " a quarter"}, or nothing. */
  public String suffix() {
    return suffix;
  }

  /** Over what time the target of a row's measure is to be reached. */
  public static TargetSpan of(MeasureRow row) {
    if (row.measure().rule() != QuarterRule.SUM) {
      return ANY_TIME;
    }
    double month =
        row.months().values().stream()
            .flatMap(figure -> figure.value().stream())
            .mapToDouble(BigDecimal::doubleValue)
            .average()
            .orElse(0);
    double target = row.measure().target().map(BigDecimal::doubleValue).orElse(0.0);
    if (row.isQuarterly() || month <= 0 || target <= 0) {
      return target == 0 ? ANY_TIME : QUARTER;
    }
    double months = target / month;
    return months < QUARTER_FROM ? MONTH : months < YEAR_FROM ? QUARTER : YEAR;
  }

  /** What a target is for one quarter; empty where it is for a year, whose quarters differ. */
  public Optional<BigDecimal> forQuarter(BigDecimal target) {
    return switch (this) {
      case ANY_TIME, QUARTER -> Optional.of(target);
      case MONTH -> Optional.of(target.multiply(MONTHS_OF_QUARTER));
      case YEAR -> Optional.empty();
    };
  }

  /** Whether the points of a chart, one for each month or each typed quarter, can meet it. */
  public boolean isOfPoints(boolean quarterly) {
    return this == ANY_TIME || this == (quarterly ? QUARTER : MONTH);
  }
}
