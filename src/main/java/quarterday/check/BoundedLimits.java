package quarterday.check;

import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;

/** Typed limits beyond what the measure can be. */
final class BoundedLimits implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.BOUNDED_LIMITS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (WrittenLimits limits : WrittenLimits.in(subject)) {
      String name = limits.measure().measure().name();
      boolean countsDown =
          limits.measure().measure().lowest().filter(least -> least.signum() == 0).isPresent();
      if (countsDown && limits.lower().signum() < 0) {
        found.accept(
            Subject.at(
                    rule(),
                    limits.measure(),
                    limits.lowerCell(),
                    String.format(
                        Locale.ROOT,
                        "%s: the lower limit %s is below 0, which the measure cannot be; show 0.",
                        name,
                        Rounded.text(limits.lower())))
                .suggesting("0"));
      }
      limits
          .highest()
          .filter(most -> limits.upper().compareTo(most) > 0)
          .ifPresent(
              most ->
                  found.accept(
                      Subject.at(
                              rule(),
                              limits.measure(),
                              limits.upperCell(),
                              String.format(
                                  Locale.ROOT,
                                  "%s: the upper limit %s is above %s, the most the measure can be; show %s.",
                                  name,
                                  Rounded.text(limits.upper()),
                                  Rounded.text(most),
                                  Rounded.text(most)))
                          .suggesting(Rounded.text(most))));
    }
  }
}
