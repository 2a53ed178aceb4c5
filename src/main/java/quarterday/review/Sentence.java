package quarterday.review;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Measure;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;

/**
 * One factual sentence a measure: value, difference, per cent, basis, state. Causes are for people
 * to write. A word or a sign, never both; "significant" never.
 */
final class Sentence {
  private final Shown shown;

  Sentence(Shown shown) {
    this.shown = shown;
  }

  String of(
      Measure measure, PeriodFigure now, Comparison previous, String exception, boolean empty) {
    String state = state(exception);
    if (now.value().isEmpty()) {
      String none = "No figure for " + now.period().label();
      boolean apart = !empty && measure.rule() == QuarterRule.NOT_ADDITIVE;
      return apart ? none + ", because its months do not add up. " + state + "." : none + ".";
    }
    StringBuilder text = new StringBuilder(figure(measure, now.value().get()));
    if (now.estimated()) {
      text.append(" [e]");
    }
    if (previous.change().isPresent() && previous.isPartial()) {
      // The two figures say nothing side by side: one has months that the other lacks.
      int n = previous.months().size();
      text.append(" in ")
          .append(now.period().label())
          .append(n == 1 ? ". In the month" : ". In the " + n + " months")
          .append(" that both quarters have")
          .append(change(measure, previous));
    } else if (previous.change().isPresent()) {
      text.append(change(measure, previous));
    } else {
      text.append(" in ").append(now.period().label());
      if (previous.broken().isPresent()) {
        text.append("; not compared with ")
            .append(previous.earlier().period().label())
            .append(" because its meaning changed in ")
            .append(CalendarMonth.words(previous.broken().get()));
      } else {
        text.append("; no figure for ")
            .append(previous.earlier().period().label())
            .append(" to compare with");
      }
    }
    return text.append(". ").append(state).append('.').toString();
  }

  private String figure(Measure measure, BigDecimal value) {
    String figure = shown.figure(value, measure.unit());
    return measure.unit() == Unit.COUNT && !measure.noun().isEmpty()
        ? figure + " " + noun(measure, value)
        : figure;
  }

  private static String noun(Measure measure, BigDecimal value) {
    String noun = measure.noun();
    boolean one = value.compareTo(BigDecimal.ONE) == 0;
    return one && noun.endsWith("s") && !noun.endsWith("ss")
        ? (noun.endsWith("ies")
            ? noun.substring(0, noun.length() - 3) + "y"
            : noun.substring(0, noun.length() - 1))
        : noun;
  }

  private String change(Measure measure, Comparison previous) {
    ReportingPeriod then = previous.earlier().period();
    BigDecimal change = previous.change().orElseThrow();
    String basis =
        then.label()
            + previous
                .earlier()
                .value()
                .filter(value -> !previous.isPartial())
                .map(value -> " (" + shown.figure(value, measure.unit()) + ")")
                .orElse("");
    if (shown.isNothing(change, measure.unit())) {
      return ", the same as in " + basis;
    }
    String size = shown.number(change.abs(), measure.unit());
    if (measure.isPercentage()) {
      return String.format(
          Locale.ROOT,
          ", %s percentage points %s than in %s",
          size,
          change.signum() > 0 ? "higher" : "lower",
          basis);
    }
    String amount =
        measure.unit() == Unit.POUNDS ? shown.figure(change.abs(), measure.unit()) : size;
    String word = change.signum() > 0 ? "more" : countable(measure) ? "fewer" : "less";
    Optional<BigDecimal> percent = previous.percent();
    String part =
        percent.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " (%s %s)",
                percent.get().signum() > 0 ? "up" : "down",
                Shown.percent(percent.get().abs()));
    return String.format(Locale.ROOT, ", %s %s%s than in %s", amount, word, part, basis);
  }

  private static boolean countable(Measure measure) {
    return measure.unit() != Unit.POUNDS && measure.unit() != Unit.RATE;
  }

  /** The state's words without its symbol. */
  private static String state(String exception) {
    return exception.substring(exception.indexOf(' ') + 1);
  }
}
