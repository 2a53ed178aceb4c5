package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Severity;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/**
 * Measures of one activity that do not hang together: hours that visits by two people of the stated
 * length do not take, and hours an event that have more than doubled or halved.
 */
final class RelatedMeasures implements Check {
  private static final BigDecimal VISITORS = BigDecimal.valueOf(2);
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final BigDecimal TOLERATED = new BigDecimal("0.10");
  private static final BigDecimal SEVERE = new BigDecimal("0.25");
  private static final BigDecimal FACTOR = BigDecimal.valueOf(2);

  /** Fewer events say nothing about how long an event takes. */
  private static final BigDecimal ENOUGH = BigDecimal.valueOf(5);

  @Override
  public CheckRule rule() {
    return CheckRule.RELATED_MEASURES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    visits(subject, found);
    events(subject, found);
  }

  private static Optional<BigDecimal> now(Subject subject, String id) {
    return subject.measure(id).flatMap(m -> m.quarter().value());
  }

  private void visits(Subject subject, Consumer<Finding> found) {
    Optional<MeasureReview> hours = subject.measure("O-ICV-HRS");
    Optional<BigDecimal> entered = now(subject, "O-ICV-HRS");
    Optional<BigDecimal> visits = now(subject, "O-ICV-VIS");
    Optional<BigDecimal> inside = now(subject, "O-ICV-LEN");
    Optional<BigDecimal> travel = now(subject, "O-ICV-TRAVEL");
    if (entered.isEmpty() || visits.isEmpty() || inside.isEmpty() || travel.isEmpty()) {
      return;
    }
    BigDecimal minutes = inside.get().add(travel.get());
    BigDecimal expected =
        visits.get().multiply(VISITORS).multiply(minutes).divide(SIXTY, 1, RoundingMode.HALF_UP);
    BigDecimal gap = entered.get().subtract(expected).abs();
    if (gap.compareTo(expected.multiply(TOLERATED)) <= 0) {
      return;
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
