package quarterday.review;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReadingRule;
import quarterday.spc.Autocorrelation;
import quarterday.spc.Basis;
import quarterday.spc.LimitsMethod;
import quarterday.spc.SignalRule;

/**
 * Each month resembles the one before, so that limits from moving ranges are too narrow. It is not
 * said where a shift, a trend, a break or a season is reported already, for they make months alike
 * too, nor of stocks, which by their nature are what they were and a little more or less.
 */
final class AutocorrelationCaution implements Caution {
  private static final Set<LimitsMethod> FROM_RANGES =
      Set.of(
          LimitsMethod.MOVING_RANGE,
          LimitsMethod.MOVING_RANGE_SCREENED,
          LimitsMethod.MEDIAN_MOVING_RANGE);

  @Override
  public ReadingRule rule() {
    return ReadingRule.AUTOCORRELATION;
  }

  @Override
  public Optional<String> about(MeasureReview measure) {
    boolean explained =
        measure.rules().stream()
            .anyMatch(hit -> hit.rule() == SignalRule.SHIFT || hit.rule() == SignalRule.TREND);
    if (explained
        || measure.measure().rule() == QuarterRule.LAST_VALUE
        || !measure.series().resets().containsAll(measure.series().breaks())
        || !FROM_RANGES.contains(measure.method())
        || measure.phase().filter(phase -> phase.basis() == Basis.FULL).isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble strong =
        Autocorrelation.strong(measure.chart().series(), measure.phase().orElseThrow());
    return strong.isEmpty() || SeasonCaution.suspected(measure).isPresent()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "Each figure of %s resembles the one before (autocorrelation %.2f), so its limits are too narrow for it; record Reset limits where its level changed for a known reason, or judge it by quarter.",
                measure.measure().name(),
                strong.getAsDouble()));
  }
}
