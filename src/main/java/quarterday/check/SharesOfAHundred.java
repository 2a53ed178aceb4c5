package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;

/**
 * Shares of one whole that do not add to 100. Women and men belong together; other neighbouring
 * percentages do where they add to 100 in at least three quarters of their periods, or in two of
 * three where all their names share a word, as in {@code Contacts: by post}.
 */
final class SharesOfAHundred implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final List<String> WOMEN_AND_MEN = List.of("O-FEM", "O-MALE");
  private static final int MOST = 8;
  private static final int FEWEST_AGREEING = 3;
  private static final int FEWEST_ALIKE = 2;

  @Override
  public CheckRule rule() {
    return CheckRule.SHARES_ADD_UP;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Set<String> taken = new HashSet<>(WOMEN_AND_MEN);
    List<MeasureReview> known =
        WOMEN_AND_MEN.stream().flatMap(id -> subject.measure(id).stream()).toList();
    if (known.size() == WOMEN_AND_MEN.size()) {
      tell(known, found);
    }
    for (MeasureTable table : subject.book().tables()) {
      List<MeasureReview> rows =
          subject.measures(table).stream().filter(m -> !taken.contains(m.measure().id())).toList();
      for (int from = 0; from < rows.size(); from++) {
        Optional<List<MeasureReview>> group = group(rows, from);
        if (group.isPresent()) {
          tell(group.get(), found);
          from += group.get().size() - 1;
        }
      }
    }
  }

  private static Optional<List<MeasureReview>> group(List<MeasureReview> rows, int from) {
    List<MeasureReview> group = new ArrayList<>();
    for (int i = from; i < rows.size() && group.size() < MOST; i++) {
      if (!rows.get(i).measure().isPercentage()) {
        break;
      }
      group.add(rows.get(i));
      if (group.size() > 1) {
        List<ReportingPeriod> periods = shared(group);
        long agreeing = periods.stream().filter(period -> isWhole(group, period)).count();
        boolean alike =
            agreeing >= FEWEST_ALIKE && agreeing * 3 >= periods.size() * 2L && areAlike(group);
        if (alike || (agreeing >= FEWEST_AGREEING && agreeing * 4 >= periods.size() * 3L)) {
          return Optional.of(group);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether all names share a word that tells something. */
  private static boolean areAlike(List<MeasureReview> group) {
    Set<String> common = new HashSet<>(RowName.stems(group.get(0).measure().name()));
    group.forEach(m -> common.retainAll(RowName.stems(m.measure().name())));
    return !common.isEmpty();
  }

  private static List<ReportingPeriod> shared(List<MeasureReview> group) {
    return Subject.figures(group.get(0)).keySet().stream()
        .filter(period -> group.stream().allMatch(m -> Subject.figure(m, period).isPresent()))
        .toList();
  }

  private static BigDecimal value(MeasureReview measure, ReportingPeriod period) {
    return Subject.figure(measure, period).flatMap(Observation::value).orElseThrow();
  }

  private static BigDecimal sum(List<MeasureReview> group, ReportingPeriod period) {
    return group.stream().map(m -> value(m, period)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isWhole(List<MeasureReview> group, ReportingPeriod period) {
    int decimals =
        group.stream().mapToInt(m -> Rounded.decimals(value(m, period))).min().orElseThrow();
    // Of two shares one is rounded up as far as the other is rounded down.
    int rounded = group.size() == 2 ? 0 : group.size();
    BigDecimal rounding = HALF.movePointLeft(decimals).multiply(BigDecimal.valueOf(rounded));
    return sum(group, period)
            .setScale(decimals, RoundingMode.HALF_UP)
            .subtract(HUNDRED)
            .abs()
            .compareTo(rounding)
        <= 0;
  }

  private void tell(List<MeasureReview> group, Consumer<Finding> found) {
    for (ReportingPeriod period : shared(group)) {
      if (isWhole(group, period)) {
        continue;
      }
      MeasureReview odd =
          group.stream()
              .max(Comparator.comparing(m -> value(m, period).subtract(usual(m, period)).abs()))
              .orElseThrow();
      found.accept(
          Subject.at(
              rule(),
              odd,
              Subject.figure(odd, period).orElseThrow().cell(),
              String.format(
                  Locale.ROOT,
                  "%s: with %s the shares for %s add to %s%%, not 100%%; correct the one that is wrong.",
                  odd.measure().name(),
                  String.join(
                      " and ",
                      group.stream()
                          .filter(m -> !m.measure().id().equals(odd.measure().id()))
                          .map(m -> m.measure().name())
                          .toList()),
                  period.label(),
                  Rounded.text(sum(group, period)))));
    }
  }

  /** What a measure mostly is in other periods. */
  private static BigDecimal usual(MeasureReview measure, ReportingPeriod period) {
    List<BigDecimal> others =
        Subject.figures(measure).entrySet().stream()
            .filter(entry -> !entry.getKey().equals(period))
            .map(entry -> entry.getValue().value().orElseThrow())
            .sorted()
            .toList();
    return others.isEmpty()
        ? value(measure, period)
        : others.get(others.size() / 2).setScale(1, RoundingMode.HALF_UP);
  }
}
