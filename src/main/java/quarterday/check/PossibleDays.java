package quarterday.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/**
 * More days lost to sickness than the people who were ill, or all who work there, have; more days
 * or hours in which one thing was open or running than the calendar has.
 */
final class PossibleDays implements Check {
  private static final Pattern SICK =
      Pattern.compile("(?i)\\b(sick(ness)?|illness|ill[- ]health|absences?)\\b");
  private static final Pattern SPELLS =
      Pattern.compile("(?i)\\b(incidences?|incidents?|spells?|episodes?|occasions?)\\b");

  private static final long HOURS_A_DAY = 24;
  private static final BigDecimal NEARLY = new BigDecimal("0.9");
  private static final int FEWEST_FULL = 2;

  /** One thing that was open or running: {@code Days the front desk was open}. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?i)\\b(?:days|hours)\\b.*\\b(?:the|a)\\s+[\\p{L} -]+\\b(?:was|is|were)\\s+(?:\\w+\\s+)?"
              + "(?:open|closed|available|unavailable|staffed|manned|up|down|online|offline|live|in (?:use|service)"
              + "|out of (?:use|service)|running|working|operat\\w+|in operation|shut)\\b"
              + "|\\b(?:opening|uptime|downtime|availability)\\b.*\\b(?:days|hours)\\b"
              + "|\\b(?:days|hours)\\s+(?:of\\s+)?(?:uptime|downtime|availability|open|opening|online|closed)\\b");

  private static final Pattern RUNNING =
      Pattern.compile(
          "(?i)\\b(?:available|availability|uptime|open|in (?:use|service|operation)|online|running|staffed|up|live)\\b");

  private static final Pattern MANY_THINGS =
      Pattern.compile(
          "(?i)\\b(?:were|each|every|all|total|across|desks|offices|sites|counters|lines|systems)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.PHYSICALLY_POSSIBLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      if (measure.measure().unit() == Unit.DAYS && SICK.matcher(measure.measure().name()).find()) {
        Subject.figures(measure)
            .forEach((period, o) -> compare(subject, measure, period, o, found));
      }
      calendar(measure, found);
    }
  }

  /** More hours or days of one thing's service than the calendar has. */
  private void calendar(MeasureReview measure, Consumer<Finding> found) {
    Unit unit = measure.measure().unit();
    if (unit != Unit.DAYS && unit != Unit.HOURS) {
      return;
    }
    Map<ReportingPeriod, Observation> figures = Subject.figures(measure);
    Map<ReportingPeriod, Observation> beyond = new LinkedHashMap<>(figures);
    beyond.entrySet().removeIf(e -> value(e.getValue()).compareTo(most(unit, e.getKey())) <= 0);
    boolean named =
        SERVICE.matcher(measure.measure().name()).find()
            && !MANY_THINGS.matcher(measure.measure().name()).find();
    // What nearly fills the calendar, and never more, runs all the time.
    boolean full =
        RUNNING.matcher(measure.measure().name()).find()
            && figures.size() - beyond.size() >= FEWEST_FULL
            && figures.entrySet().stream()
                .filter(e -> !beyond.containsKey(e.getKey()))
                .allMatch(
                    e ->
                        value(e.getValue()).compareTo(most(unit, e.getKey()).multiply(NEARLY))
                            >= 0);
    if (beyond.size() == 1 && (full || (named && figures.size() > 1))) {
      beyond.forEach(
          (period, o) ->
              found.accept(
                  Subject.at(
                      rule(),
                      measure,
                      o.cell(),
                      String.format(
                          Locale.ROOT,
                          "%s: %s has no more than %s %s, but %s is entered; correct it.",
                          measure.measure().name(),
                          period.label(),
                          Rounded.text(most(unit, period)),
                          unit == Unit.DAYS ? "days" : "hours",
                          Rounded.text(value(o))))));
    }
  }

  private static BigDecimal value(Observation o) {
    return o.value().orElseThrow();
  }

  private static BigDecimal most(Unit unit, ReportingPeriod period) {
    return BigDecimal.valueOf((unit == Unit.DAYS ? 1L : HOURS_A_DAY) * days(period));
  }

  private void compare(
      Subject subject,
      MeasureReview measure,
      ReportingPeriod period,
      Observation o,
      Consumer<Finding> found) {
    Optional<MeasureReview> spells =
        subject.measures().stream()
            .filter(m -> SICK.matcher(m.measure().name()).find())
            .filter(m -> SPELLS.matcher(m.measure().name()).find())
            .filter(m -> Subject.figure(m, period).isPresent())
            .findFirst();
    Optional<MeasureReview> people = spells.or(() -> Headcount.in(subject));
    Optional<BigDecimal> most =
        people.flatMap(m -> Subject.figure(m, period)).flatMap(Observation::value);
    BigDecimal days = BigDecimal.valueOf(days(period));
    if (most.isEmpty() || o.value().orElseThrow().compareTo(most.get().multiply(days)) <= 0) {
      return;
    }
    found.accept(
        Subject.at(
            rule(),
            measure,
            o.cell(),
            String.format(
                Locale.ROOT,
                "%s: %s days cannot be lost by %s (%s) in %s, which has %s days; correct the days, or count all who were absent.",
                measure.measure().name(),
                Rounded.text(o.value().orElseThrow()),
                Rounded.text(most.get()),
                people.orElseThrow().measure().name(),
                period.label(),
                days.toPlainString())));
  }

  /** Whether a name speaks of people who were ill. */
  static boolean isAboutIllness(String name) {
    return SICK.matcher(name).find();
  }

  /** The calendar days of a period. */
  static int days(ReportingPeriod period) {
    return period.months().stream().mapToInt(month -> month.lengthOfMonth()).sum();
  }
}
