package quarterday.review;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import quarterday.kpi.ReadingRule;
import quarterday.spc.Phase;
import quarterday.spc.Seasonality;

/** The months of the year differ, so that a month may stand out every year. */
final class SeasonCaution implements Caution {
  @Override
  public ReadingRule rule() {
    return ReadingRule.SEASON;
  }

  @Override
  public Optional<String> about(MeasureReview measure) {
    return suspected(measure)
        .map(
            season ->
                String.format(
                    Locale.ROOT,
                    "%s seems to follow the seasons (highest in %s, lowest in %s): compare with the same month of other years before you call a month or a shift an exception.",
                    measure.measure().name(),
                    name(season.highest()),
                    name(season.lowest())));
  }

  static Optional<Seasonality> suspected(MeasureReview measure) {
    Optional<Phase> phase = measure.phase();
    return phase.isEmpty() || measure.row().isQuarterly()
        ? Optional.empty()
        : Seasonality.of(
                measure.chart().series(),
                phase.get(),
                measure.series().points().get(0).first().getMonthValue())
            .filter(Seasonality::isSuspected);
  }

  private static String name(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
  }
}
