package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;

/** A typed ratio that the figures of its two parts, for the same period, do not give. */
final class PercentageOfParts implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** So many periods agree by no chance, if the percentage is not always the same. */
  private static final int ENOUGH = 6;

  private static final int DIFFERENT = 4;

  /** Of so many all but one are enough where the numerator has the percentage's name. */
  private static final int FEW = 3;

  /** Parts stand at most so many rows away, unless their names tell them. */
  private static final int NEAR = 3;

  /** So far a percentage is off at least, in its last place, where few periods tell its parts. */
  private static final BigDecimal OFF = BigDecimal.valueOf(2);

  private static final int MANY = 4;
  private static final int MOST_MENTIONED = 20;

  @Override
  public CheckRule rule() {
    return CheckRule.PERCENTAGE_OF_PARTS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      Map<String, MeasureRow> beside = new HashMap<>();
      table.parts().forEach(part -> beside.put(part.measure().id(), part));
      List<MeasureReview> rows = subject.measures(table);
      for (int i = 0; i < rows.size(); i++) {
        MeasureReview measure = rows.get(i);
        Measure m = measure.measure();
        Optional<MeasureRow> above = m.numerator().flatMap(id -> row(subject, beside, id));
        Optional<MeasureRow> below = m.denominator().flatMap(id -> row(subject, beside, id));
        if (m.rule() == QuarterRule.WEIGHTED_MEAN) {
          continue;
        }
        if (above.isPresent() && below.isPresent()) {
          tell(measure, new Parts(above.get(), below.get()), found);
        } else if (m.isPercentage()) {
          int at = i;
          learnt(rows, i).or(() -> named(rows, at)).ifPresent(parts -> tell(measure, parts, found));
        }
      }
    }
  }

  private static Optional<MeasureRow> row(
      Subject subject, Map<String, MeasureRow> beside, String id) {
    return Optional.ofNullable(beside.get(id))
        .or(() -> subject.measure(id).map(MeasureReview::row));
  }

  /** The two neighbouring rows whose quotient a percentage is in nearly all periods. */
  private static Optional<Parts> learnt(List<MeasureReview> rows, int at) {
    Map<ReportingPeriod, Observation> shown = Subject.figures(rows.get(at));
    long values = shown.values().stream().map(Observation::value).distinct().count();
    if (shown.size() < FEW) {
      return Optional.empty();
    }
    String name = plain(rows.get(at).measure().name());
    List<MeasureRow> near =
        rows.subList(Math.max(0, at - NEAR), Math.min(rows.size(), at + NEAR + 1)).stream()
            .filter(m -> !m.measure().isPercentage())
            .map(MeasureReview::row)
            .toList();
    for (MeasureRow below : near) {
      for (MeasureRow above : near) {
        Parts parts = new Parts(above, below);
        long agreeing =
            shown.entrySet().stream()
                .filter(e -> parts.give(e.getKey(), HUNDRED).isPresent())
                .filter(e -> parts.agree(e.getKey(), e.getValue(), HUNDRED))
                .count();
        boolean namesake = plain(above.measure().name()).equals(name) && agreeing >= FEW - 1;
        boolean often =
            agreeing >= ENOUGH && values >= DIFFERENT && agreeing * 4 >= shown.size() * 3L;
        if (above.row() != below.row()
            && (often || (namesake && agreeing * 3 >= shown.size() * 2L))) {
          return Optional.of(parts);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The two rows, anywhere in the table, whose names stand in that of a percentage and whose
   * quotient it is in two periods of three.
   */
  private static Optional<Parts> named(List<MeasureReview> rows, int at) {
    Map<ReportingPeriod, Observation> shown = Subject.figures(rows.get(at));
    Set<String> name = RowName.stems(rows.get(at).measure().name());
    List<MeasureRow> mentioned =
        rows.stream()
            .filter(m -> !m.measure().isPercentage() && m.measure().rule() != QuarterRule.MEAN)
            .filter(m -> !Collections.disjoint(name, RowName.stems(m.measure().name())))
            .map(MeasureReview::row)
            .toList();
    if (shown.size() < FEW || mentioned.size() > MOST_MENTIONED) {
      return Optional.empty();
    }
    for (MeasureRow below : mentioned) {
      for (MeasureRow above : mentioned) {
        Parts parts = new Parts(above, below);
        List<ReportingPeriod> agreeing =
            shown.keySet().stream()
                .filter(period -> parts.agree(period, shown.get(period), HUNDRED))
                .toList();
        long different =
            agreeing.stream().map(period -> parts.give(period, HUNDRED)).distinct().count();
        boolean off =
            agreeing.size() >= MANY
                || shown.entrySet().stream()
                    .filter(e -> !agreeing.contains(e.getKey()))
                    .noneMatch(e -> parts.nearlyGive(e.getKey(), e.getValue()));
        if (above.row() != below.row()
            && different > 1
            && agreeing.size() * 3 >= shown.size() * 2
            && off) {
          return Optional.of(parts);
        }
      }
    }
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("%|\\b(per cent|percent|percentage|proportion|rate|of|number)\\b", " ")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** The rows of a numerator and a denominator. */
  private record Parts(MeasureRow above, MeasureRow below) {
    Optional<BigDecimal> give(ReportingPeriod period, BigDecimal times) {
      Optional<BigDecimal> n = value(above, period);
      return value(below, period)
          .filter(d -> d.signum() > 0)
          .flatMap(d -> n.map(v -> v.multiply(times).divide(d, MathContext.DECIMAL128)));
    }

    boolean agree(ReportingPeriod period, Observation shown, BigDecimal times) {
      return give(period, times)
          .filter(exact -> Rounded.agrees(shown.value().orElseThrow(), exact))
          .isPresent();
    }

    /** Whether a percentage is off by no more than rounding may be. */
    boolean nearlyGive(ReportingPeriod period, Observation shown) {
      BigDecimal typed = shown.value().orElseThrow();
      return give(period, HUNDRED)
          .filter(
              exact ->
                  exact.subtract(typed).abs().compareTo(OFF.movePointLeft(Rounded.decimals(typed)))
                      <= 0)
          .isPresent();
    }

    private static Optional<BigDecimal> value(MeasureRow row, ReportingPeriod period) {
      return Subject.figure(row, period).flatMap(Observation::value);
    }
  }

  private void tell(MeasureReview measure, Parts parts, Consumer<Finding> found) {
    Subject.figures(measure).forEach((period, o) -> compare(measure, o, period, parts, found));
  }

  private void compare(
      MeasureReview measure,
      Observation typed,
      ReportingPeriod period,
      Parts parts,
      Consumer<Finding> found) {
    BigDecimal times = measure.measure().isPercentage() ? HUNDRED : BigDecimal.ONE;
    Optional<BigDecimal> given = parts.give(period, times);
    if (given.isEmpty() || parts.agree(period, typed, times)) {
      return;
    }
    BigDecimal n = Parts.value(parts.above(), period).orElseThrow();
    BigDecimal d = Parts.value(parts.below(), period).orElseThrow();
    BigDecimal shown = typed.value().orElseThrow();
    BigDecimal exact = given.get();
    boolean percentage = measure.measure().isPercentage();
    String sign = percentage ? "%" : "";
    String right = Rounded.like(shown, exact).toPlainString();
    found.accept(
        Subject.at(
                rule(),
                measure,
                typed.cell(),
                String.format(
                    Locale.ROOT,
                    "%s: %s of %s is %s%s, but %s%s is entered for %s; correct whichever is wrong.",
                    measure.measure().name(),
                    Rounded.text(n),
                    Rounded.text(d),
                    right,
                    sign,
                    Rounded.text(shown),
                    sign,
                    period.label()))
            .suggesting(right + sign));
  }
}
