package quarterday.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quarterday.kpi.ReadingRule;
import quarterday.spc.ControlConstants;
import quarterday.spc.LimitsMethod;
import quarterday.spc.Phase;

/** Limits by chance alone are too narrow where very many cases lie behind a proportion. */
final class LargeDenominatorCaution implements Caution {
  @Override
  public ReadingRule rule() {
    return ReadingRule.LARGE_DENOMINATORS;
  }

  @Override
  public Optional<String> about(MeasureReview measure) {
    BigDecimal most = BigDecimal.valueOf(ControlConstants.LARGE_DENOMINATOR);
    List<Integer> base = measure.phase().map(Phase::base).orElse(List.of());
    boolean large =
        measure.method() == LimitsMethod.PROPORTION_P
            && measure.limits().isPresent()
            && base.stream()
                .anyMatch(
                    position ->
                        measure
                            .chart()
                            .series()
                            .denominator(position)
                            .filter(size -> size.compareTo(most) > 0)
                            .isPresent());
    return large
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "More than %,d cases a month lie behind %s, where p limits are too narrow; set its limits method to %s.",
                ControlConstants.LARGE_DENOMINATOR,
                measure.measure().name(),
                LimitsMethod.PROPORTION_P_PRIME.label()))
        : Optional.empty();
  }
}
