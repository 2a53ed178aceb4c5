package quarterday.review;

import java.util.Locale;
import java.util.Optional;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.spc.Basis;
import quarterday.spc.Drift;
import quarterday.spc.Side;

/** A slow drift that no run of months shows; looked for only where the setting asks for it. */
final class DriftCaution implements Caution {
  @Override
  public ReadingRule rule() {
    return ReadingRule.SUSTAINED_DRIFT;
  }

  @Override
  public Optional<String> about(MeasureReview measure) {
    return measure
        .phase()
        .filter(phase -> phase.basis() == Basis.FULL)
        .flatMap(phase -> Drift.of(measure.chart().series(), phase))
        .map(drift -> words(measure, drift));
  }

  private static String words(MeasureReview measure, Drift drift) {
    ReportingPeriod from = measure.series().points().get(drift.from());
    ReportingPeriod to = measure.series().points().get(drift.to());
    return String.format(
        Locale.ROOT,
        "%s has drifted %s from %s to %s (Mann-Kendall test over %d points, 1%%); say so in your commentary if the reason matters to readers.",
        measure.measure().name(),
        drift.side() == Side.ABOVE ? "up" : "down",
        from.label(),
        to.label(),
        drift.points());
  }
}
