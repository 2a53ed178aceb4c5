package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Severity;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/**
 * Measures of one activity that do not hang together: hours that visits by two people of the stated
 * length do not take, hours that have been a product of two other rows in all other periods, and
 * hours an event that have more than doubled or halved.
 */
final class RelatedMeasures implements Check {
  private static final BigDecimal VISITORS = BigDecimal.valueOf(2);
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final BigDecimal TOLERATED = new BigDecimal("0.10");
  private static final BigDecimal SEVERE = new BigDecimal("0.25");
  private static final BigDecimal FACTOR = BigDecimal.valueOf(2);

  /** How exactly a product is met in the periods that tell it. */
  private static final BigDecimal CLOSE = new BigDecimal("0.04");

  private static final int FEWEST_ALIKE = 2;
  private static final int MOST_PEOPLE = 3;
  private static final Pattern EACH =
      Pattern.compile(
          "(?i)\\b(average|mean|avg|length|duration|long|(?:minutes|hours|time) (?:per|a|an|each))\\b");

  /** Fewer events say nothing about how long an event takes. */
  private static final BigDecimal ENOUGH = BigDecimal.valueOf(5);

  @Override
  public CheckRule rule() {
    return CheckRule.RELATED_MEASURES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    if (!visits(subject, found)) {
      hours(subject, found);
    }
    events(subject, found);
  }

  private static Optional<BigDecimal> now(Subject subject, String id) {
    return subject.measure(id).flatMap(m -> m.quarter().value());
  }

  /** Whether there are visits that the catalogue knows, with their hours. */
  private boolean visits(Subject subject, Consumer<Finding> found) {
    Optional<MeasureReview> hours = subject.measure("O-ICV-HRS");
    Optional<BigDecimal> entered = now(subject, "O-ICV-HRS");
    Optional<BigDecimal> visits = now(subject, "O-ICV-VIS");
    Optional<BigDecimal> inside = now(subject, "O-ICV-LEN");
    Optional<BigDecimal> travel = now(subject, "O-ICV-TRAVEL");
    if (entered.isEmpty() || visits.isEmpty() || inside.isEmpty() || travel.isEmpty()) {
      return false;
    }
    BigDecimal minutes = inside.get().add(travel.get());
    BigDecimal expected =
        visits.get().multiply(VISITORS).multiply(minutes).divide(SIXTY, 1, RoundingMode.HALF_UP);
    BigDecimal gap = entered.get().subtract(expected).abs();
    if (gap.compareTo(expected.multiply(TOLERATED)) <= 0) {
      return true;
    }
    Finding finding =
        Subject.at(
            rule(),
            hours.orElseThrow(),
            cell(subject, hours.orElseThrow()),
            String.format(
                Locale.ROOT,
                "%s: %s visits of %s minutes with travel by two visitors take about %s hours, but %s is entered; correct it, or say what is counted.",
                hours.orElseThrow().measure().name(),
                Rounded.text(visits.get()),
                minutes.setScale(0, RoundingMode.HALF_UP).toPlainString(),
                Rounded.text(expected),
                Rounded.text(entered.get().setScale(1, RoundingMode.HALF_UP))));
    found.accept(
        gap.compareTo(expected.multiply(SEVERE)) > 0 ? finding.as(Severity.ERROR) : finding);
    return true;
  }

  /**
   * Hours that are the number of visits, sessions or whatever, their length and the people at each
   * multiplied, in all periods but one.
   */
  private void hours(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      List<MeasureReview> rows = subject.measures(table);
      for (MeasureReview length : rows) {
        boolean each = EACH.matcher(length.measure().name()).find();
        Unit unit = length.measure().unit();
        if (!each || (unit != Unit.MINUTES && unit != Unit.HOURS)) {
          continue;
        }
        for (MeasureReview hours : rows) {
          if (hours.measure().unit() != Unit.HOURS
              || hours.equals(length)
              || !areAlike(hours, length)) {
            continue;
          }
          for (MeasureReview number : rows) {
            if (number.measure().unit() == Unit.COUNT
                && areAlike(number, length)
                && product(number, length, hours, found)) {
              break;
            }
          }
        }
      }
    }
  }

  private static boolean areAlike(MeasureReview one, MeasureReview other) {
    return !Collections.disjoint(
        RowName.stems(one.measure().name()), RowName.stems(other.measure().name()));
  }

  /** Whether hours are a number of things times their length; tells the one period that is not. */
  private boolean product(
      MeasureReview number, MeasureReview length, MeasureReview hours, Consumer<Finding> found) {
    BigDecimal toHours = length.measure().unit() == Unit.MINUTES ? SIXTY : BigDecimal.ONE;
    for (int people = 1; people <= MOST_PEOPLE; people++) {
      Map<ReportingPeriod, BigDecimal> expected = new LinkedHashMap<>();
      for (ReportingPeriod period : Subject.figures(hours).keySet()) {
        Optional<BigDecimal> n = figure(number, period);
        Optional<BigDecimal> each = figure(length, period);
        if (n.isPresent() && each.isPresent() && n.get().multiply(each.get()).signum() > 0) {
          expected.put(
              period,
              n.get()
                  .multiply(each.get())
                  .multiply(BigDecimal.valueOf(people))
                  .divide(toHours, 1, RoundingMode.HALF_UP));
        }
      }
      List<ReportingPeriod> off =
          expected.entrySet().stream()
              .filter(e -> !isNear(figure(hours, e.getKey()).orElseThrow(), e.getValue(), CLOSE))
              .map(Map.Entry::getKey)
              .toList();
      if (expected.size() - off.size() < FEWEST_ALIKE || off.size() > 1) {
        continue;
      }
      for (ReportingPeriod period : off) {
        Observation typed = Subject.figure(hours, period).orElseThrow();
        BigDecimal right = expected.get(period);
        if (!isNear(typed.value().orElseThrow(), right, TOLERATED)) {
          found.accept(
              Subject.at(
                  rule(),
                  hours,
                  typed.cell(),
                  String.format(
                      Locale.ROOT,
                      "%s: with \u201c%s\u201d and \u201c%s\u201d about %s hours are to be expected for %s, as in the other periods, but %s is entered; correct whichever is wrong.",
                      hours.measure().name(),
                      number.measure().name(),
                      length.measure().name(),
                      Rounded.text(right),
                      period.label(),
                      Rounded.text(typed.value().orElseThrow()))));
        }
      }
      return true;
    }
    return false;
  }

  private static boolean isNear(BigDecimal typed, BigDecimal right, BigDecimal tolerated) {
    return typed.subtract(right).abs().compareTo(right.multiply(tolerated)) <= 0;
  }

  private static Optional<BigDecimal> figure(MeasureReview measure, ReportingPeriod period) {
    return Subject.figure(measure, period).flatMap(Observation::value);
  }

  private void events(Subject subject, Consumer<Finding> found) {
    Optional<MeasureReview> events = subject.measure("O-ENGEV");
    Optional<MeasureReview> hours = subject.measure("O-ENGHR");
    if (events.isEmpty() || hours.isEmpty()) {
      return;
    }
    Optional<BigDecimal> now = rate(hours.get().quarter().value(), events.get().quarter().value());
    Optional<BigDecimal> then =
        rate(hours.get().previous().earlier().value(), events.get().previous().earlier().value());
    if (now.isEmpty() || then.isEmpty()) {
      return;
    }
    BigDecimal larger = now.get().max(then.get());
    BigDecimal smaller = now.get().min(then.get());
    if (larger.compareTo(smaller.multiply(FACTOR)) > 0) {
      found.accept(
          Subject.at(
              rule(),
              hours.get(),
              cell(subject, hours.get()),
              String.format(
                  Locale.ROOT,
                  "%s: an event took %s hours and takes %s now; check that both rows count the same events.",
                  hours.get().measure().name(),
                  then.get().toPlainString(),
                  now.get().toPlainString())));
    }
  }

  private static Optional<BigDecimal> rate(
      Optional<BigDecimal> hours, Optional<BigDecimal> events) {
    return events
        .filter(n -> n.compareTo(ENOUGH) >= 0)
        .flatMap(n -> hours.map(h -> h.divide(n, 1, RoundingMode.HALF_UP)))
        .filter(rate -> rate.signum() > 0);
  }

  /** The last cell of the reporting period that has a figure. */
  static Address cell(Subject subject, MeasureReview measure) {
    ReportingPeriod period = subject.review().period();
    List<Address> cells =
        period.months().stream()
            .flatMap(month -> measure.row().value(month).stream())
            .map(Observation::cell)
            .toList();
    return cells.isEmpty()
        ? Subject.figure(measure, period).map(Observation::cell).orElse(measure.row().name())
        : cells.get(cells.size() - 1);
  }
}
