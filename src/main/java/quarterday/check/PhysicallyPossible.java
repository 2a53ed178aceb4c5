package quarterday.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.Severity;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/**
 * A figure below or above what the measure can be, a part larger than its whole, or a fraction
 * where things are counted.
 */
final class PhysicallyPossible implements Check {
  /** A bound that more than a quarter of the figures break is a wrong bound. */
  private static final int ONE_IN = 4;

  private static final int WHOLE_NEIGHBOURS = 5;

  /** No share is larger, and hardly a per cent of anything is so in all periods. */
  private static final BigDecimal NO_PERCENTAGE = BigDecimal.valueOf(200);

  @Override
  public CheckRule rule() {
    return CheckRule.PHYSICALLY_POSSIBLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      bounds(measure, found);
      unit(subject, measure, found);
      fractions(subject, measure, found);
      partOverWhole(subject, measure, found);
    }
  }

  private void bounds(MeasureReview measure, Consumer<Finding> found) {
    List<Observation> figures = Subject.observations(measure);
    measure
        .measure()
        .lowest()
        .ifPresent(
            least -> {
              long beyond = figures.stream().filter(o -> value(o).compareTo(least) < 0).count();
              if (beyond * ONE_IN <= figures.size() || beyond == 1) {
                figures.stream()
                    .filter(o -> value(o).compareTo(least) < 0)
                    .forEach(o -> found.accept(beyond(measure, o, "less", least)));
              }
            });
    measure
        .measure()
        .highest()
        .ifPresent(
            most -> {
              long beyond = figures.stream().filter(o -> value(o).compareTo(most) > 0).count();
              if (beyond * ONE_IN <= figures.size() || beyond == 1) {
                figures.stream()
                    .filter(o -> value(o).compareTo(most) > 0)
                    .forEach(o -> found.accept(beyond(measure, o, "more", most)));
              }
            });
  }

  /** A row of counts under the unit of a percentage. */
  private void unit(Subject subject, MeasureReview measure, Consumer<Finding> found) {
    Collection<Observation> figures = Subject.figures(measure).values();
    boolean none =
        measure.measure().isPercentage()
            && figures.size() > 2
            && figures.stream().allMatch(o -> value(o).compareTo(NO_PERCENTAGE) > 0);
    if (!none) {
      return;
    }
    Address at =
        subject.typedColumns(measure.table()).stream()
            .filter(column -> column.heading().equals("unit") || column.heading().equals("units"))
            .map(column -> new Address(measure.row().row(), column.column()))
            .findFirst()
            .orElse(measure.row().name());
    found.accept(
        Subject.at(
            CheckRule.CONSTANT_UNIT,
            measure,
            at,
            String.format(
                Locale.ROOT,
                "%s is given in per cent, but its figures, such as %s, are none; correct the unit.",
                measure.measure().name(),
                Rounded.text(value(figures.iterator().next())))));
  }

  private Finding beyond(MeasureReview measure, Observation o, String word, BigDecimal bound) {
    return Subject.at(
        rule(),
        measure,
        o.cell(),
        String.format(
            Locale.ROOT,
            "%s: %s is %s than %s, the %s it can be; correct the figure, or set another bound on the Measures sheet.",
            measure.measure().name(),
            Rounded.text(value(o)),
            word,
            Rounded.text(bound),
            word.equals("less") ? "least" : "most"));
  }

  /** Half a visit among whole ones; a measure with several fractions is counted in fractions. */
  private void fractions(Subject subject, MeasureReview measure, Consumer<Finding> found) {
    QuarterRule rule = measure.measure().rule();
    if (measure.measure().unit() != Unit.COUNT
        || (rule != QuarterRule.SUM && rule != QuarterRule.LAST_VALUE)) {
      return;
    }
    // What a formula adds up has the fraction of what it adds.
    List<Observation> figures =
        Subject.observations(measure).stream()
            .filter(o -> !subject.sheet(measure).at(o.cell()).hasFormula())
            .toList();
    long fractions = figures.stream().filter(o -> Rounded.decimals(value(o)) > 0).count();
    // What the catalogue counts is whole in a single column too.
    boolean counted = rule == QuarterRule.SUM && !measure.measure().noun().isEmpty();
    if (fractions != 1 || (figures.size() <= WHOLE_NEIGHBOURS && !counted)) {
      return;
    }
    figures.stream()
        .filter(o -> Rounded.decimals(value(o)) > 0)
        .forEach(
            o ->
                found.accept(
                    Subject.at(
                            rule(),
                            measure,
                            o.cell(),
                            String.format(
                                Locale.ROOT,
                                "%s: %s is no whole number, as what is counted is; correct it, or set the unit to what is measured.",
                                measure.measure().name(),
                                Rounded.text(value(o))))
                        .as(Severity.WARNING)));
  }

  private void partOverWhole(Subject subject, MeasureReview measure, Consumer<Finding> found) {
    Optional<MeasureReview> above = measure.measure().numerator().flatMap(subject::measure);
    Optional<MeasureReview> below = measure.measure().denominator().flatMap(subject::measure);
    boolean share = measure.measure().isPercentage() && measure.measure().highest().isPresent();
    if (above.isEmpty() || below.isEmpty() || !share) {
      return;
    }
    Subject.figures(above.get())
        .forEach(
            (period, o) ->
                Subject.figure(below.get(), period)
                    .filter(whole -> value(o).compareTo(value(whole)) > 0)
                    .ifPresent(
                        whole ->
                            found.accept(
                                Subject.at(
                                    rule(),
                                    above.get(),
                                    o.cell(),
                                    String.format(
                                        Locale.ROOT,
                                        "%s: %s for %s is more than the %s of \u201c%s\u201d that it is a part of; correct whichever is wrong.",
                                        above.get().measure().name(),
                                        Rounded.text(value(o)),
                                        period.label(),
                                        Rounded.text(value(whole)),
                                        below.get().measure().name())))));
  }

  private static BigDecimal value(Observation o) {
    return o.value().orElseThrow();
  }
}
