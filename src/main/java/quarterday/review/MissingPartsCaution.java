package quarterday.review;

import java.util.Locale;
import java.util.Optional;
import quarterday.kpi.ReadingRule;
import quarterday.spc.LimitsMethod;

/** A measure asks for limits that need its parts, and no rows hold them. */
final class MissingPartsCaution implements Caution {
  @Override
  public ReadingRule rule() {
    return ReadingRule.METHOD_WITHOUT_PARTS;
  }

  @Override
  public Optional<String> about(MeasureReview measure) {
    return measure
        .measure()
        .limitsMethod()
        .filter(LimitsMethod::needsParts)
        .filter(wanted -> measure.method() != wanted)
        .map(
            wanted ->
                String.format(
                    Locale.ROOT,
                    "%s asks for limits by %s, but no rows hold its numerator and denominator by month, so its limits are by %s; name both rows on the Measures sheet.",
                    measure.measure().name(),
                    wanted.label(),
                    measure.method().label().toLowerCase(Locale.ROOT)));
  }
}
