package quarterday.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Mark;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.PeriodFigure.From;

/** Makes quarters of months, by each measure's rule, without rounding. */
final class PeriodFigures {
  /** Far more digits than any figure has, so that only a division rounds, and never visibly. */
  static final MathContext EXACT = MathContext.DECIMAL128;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final MeasureRow row;
  private final Measure measure;
  private final Optional<MeasureRow> numerator;
  private final Optional<MeasureRow> denominator;

  PeriodFigures(MeasureRow row, Map<String, MeasureRow> byId) {
    this.row = row;
    this.measure = row.measure();
    this.numerator = measure.numerator().map(byId::get);
    this.denominator = measure.denominator().map(byId::get);
  }

  /** The figure of a period, of all its months that are there. */
  PeriodFigure of(ReportingPeriod period) {
    List<YearMonth> present = present(period);
    boolean typedOnly =
        measure.rule() == QuarterRule.NOT_ADDITIVE && period instanceof FinancialQuarter;
    if (present.isEmpty() || typedOnly) {
      return typed(period);
    }
    return new PeriodFigure(
        period,
        combine(period, present),
        usesParts(period) ? From.PARTS : From.MONTHS,
        present,
        estimated(period, present),
        present.size() < period.months().size());
  }

  /** The figure of a period from some of its months. */
  Optional<BigDecimal> from(ReportingPeriod period, List<YearMonth> months) {
    return months.isEmpty() ? Optional.empty() : combine(period, months);
  }

  /** The months of a period that the rule can use. */
  List<YearMonth> present(ReportingPeriod period) {
    List<YearMonth> present = new ArrayList<>();
    for (YearMonth month : period.months()) {
      boolean there = usesParts(period) ? hasParts(month) : row.value(month).isPresent();
      if (there) {
        present.add(month);
      }
    }
    return present;
  }

  private boolean hasParts(YearMonth month) {
    boolean below = denominator.flatMap(part -> part.value(month)).isPresent();
    return measure.rule() == QuarterRule.WEIGHTED_MEAN
        ? below && row.value(month).isPresent()
        : below && numerator.flatMap(part -> part.value(month)).isPresent();
  }

  /** Whether the months of the parts make the figure; the mean of one month is that month. */
  private boolean usesParts(ReportingPeriod period) {
    if (measure.rule() == QuarterRule.WEIGHTED_MEAN) {
      return period.months().size() > 1 && period.months().stream().anyMatch(this::hasParts);
    }
    return measure.rule() == QuarterRule.RATIO_OF_SUMS
        && period.months().stream().anyMatch(this::hasParts);
  }

  private Optional<BigDecimal> combine(ReportingPeriod period, List<YearMonth> months) {
    if (usesParts(period)) {
      return measure.rule() == QuarterRule.RATIO_OF_SUMS ? ratio(months) : weighted(months);
    }
    List<BigDecimal> values = months.stream().map(this::value).toList();
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (measure.rule()) {
      case SUM -> Optional.of(sum);
      case LAST_VALUE, NOT_ADDITIVE -> Optional.of(values.get(values.size() - 1));
      case MEAN, RATIO_OF_SUMS, WEIGHTED_MEAN ->
          Optional.of(sum.divide(BigDecimal.valueOf(values.size()), EXACT));
    };
  }

  private BigDecimal value(YearMonth month) {
    return row.value(month).flatMap(Observation::value).orElseThrow();
  }

  private Optional<BigDecimal> ratio(List<YearMonth> months) {
    BigDecimal above = total(numerator.orElseThrow(), months);
    BigDecimal below = total(denominator.orElseThrow(), months);
    if (below.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal scaled = measure.isPercentage() ? above.multiply(HUNDRED) : above;
    return Optional.of(scaled.divide(below, EXACT));
  }

  private Optional<BigDecimal> weighted(List<YearMonth> months) {
    BigDecimal weights = total(denominator.orElseThrow(), months);
    if (weights.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (YearMonth month : months) {
      sum = sum.add(value(month).multiply(part(denominator.orElseThrow(), month)));
    }
    return Optional.of(sum.divide(weights, EXACT));
  }

  private static BigDecimal total(MeasureRow part, List<YearMonth> months) {
    return months.stream().map(m -> part(part, m)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal part(MeasureRow part, YearMonth month) {
    return part.value(month).flatMap(Observation::value).orElseThrow();
  }

  private boolean estimated(ReportingPeriod period, List<YearMonth> months) {
    boolean averaged =
        period.months().size() > 1
            && !usesParts(period)
            && (measure.rule() == QuarterRule.MEAN
                || measure.rule() == QuarterRule.RATIO_OF_SUMS
                || measure.rule() == QuarterRule.WEIGHTED_MEAN);
    return averaged
        || months.stream()
            .map(row::value)
            .flatMap(Optional::stream)
            .anyMatch(o -> o.marks().contains(Mark.ESTIMATED));
  }

  private PeriodFigure typed(ReportingPeriod period) {
    Optional<Observation> typed =
        period instanceof FinancialQuarter quarter
            ? Optional.ofNullable(row.quarters().get(quarter)).filter(o -> !o.isGap())
            : Optional.empty();
    return new PeriodFigure(
        period,
        typed.flatMap(Observation::value),
        typed.isPresent() ? From.TYPED : From.MONTHS,
        List.of(),
        typed.filter(o -> o.marks().contains(Mark.ESTIMATED)).isPresent(),
        false);
  }
}
