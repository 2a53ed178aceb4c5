package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Severity;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/**
 * A total that its parts do not add up to. Which rows are the parts is known for published
 * measures; for other rows it is learnt from the periods in which neighbouring rows add up to it:
 * three are enough for a row called a total, so that one that merely has such a name is left alone,
 * and two where the parts are named as such, as in {@code Contracts: grants} or {@code of which
 * letters}.
 */
final class SumOfParts implements Check {
  private static final Pattern TOTAL = Pattern.compile("(?i)\\b(total|all|overall)\\b");
  private static final int MOST_PARTS = 12;
  private static final int FEWEST_AGREEING = 3;
  private static final int FEWEST_UNNAMED = 6;
  private static final int FEWEST_CALLED = 2;
  private static final BigDecimal LARGE = BigDecimal.valueOf(100);

  /** The published totals whose parts leave nothing out. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "O-CONTR", List.of("O-CONTR-LA", "O-CONTR-PART", "O-CONTR-IND", "O-CONTR-GRANT"),
          "O-MEET", List.of("O-MEET-INT", "O-MEET-FORCE", "O-MEET-OTH"));

  /** A sum, and whether more than one part is in it. */
  private record Sum(ReportingPeriod period, Observation total, BigDecimal parts, boolean telling) {
    BigDecimal difference() {
      return total.value().orElseThrow().subtract(parts).abs();
    }

    boolean agrees() {
      return difference().signum() == 0;
    }

    boolean isPast() {
      return parts.compareTo(total.value().orElseThrow()) > 0;
    }
  }

  @Override
  public CheckRule rule() {
    return CheckRule.PARTS_ADD_UP;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    List<MeasureReview> known = new ArrayList<>();
    KNOWN.forEach(
        (total, parts) -> {
          List<MeasureReview> there =
              parts.stream().flatMap(part -> subject.measure(part).stream()).toList();
          if (there.size() == parts.size()) {
            subject.measure(total).ifPresent(known::add);
            subject.measure(total).ifPresent(row -> tell(row, there, found));
          }
        });
    for (MeasureTable table : subject.book().tables()) {
      List<MeasureReview> rows = subject.measures(table);
      Map<String, List<MeasureReview>> headed = headed(rows);
      for (int i = 0; i < rows.size(); i++) {
        MeasureReview row = rows.get(i);
        if (!known.contains(row)) {
          boolean named = TOTAL.matcher(row.measure().name()).find();
          int at = i;
          (named ? learnt(rows, i) : unnamed(rows, i))
              .or(() -> called(rows, at, headed))
              .ifPresent(p -> tell(row, p, found));
        }
      }
    }
  }

  /** The neighbours that add up to a row in at least three quarters of its periods. */
  private static Optional<List<MeasureReview>> learnt(List<MeasureReview> rows, int at) {
    for (int step : new int[] {-1, 1}) {
      List<MeasureReview> parts = new ArrayList<>();
      for (int i = at + step; i >= 0 && i < rows.size() && parts.size() < MOST_PARTS; i += step) {
        if (rows.get(i).measure().unit() != rows.get(at).measure().unit()) {
          break;
        }
        parts.add(rows.get(i));
        List<Sum> sums = parts.size() < 2 ? List.of() : sums(rows.get(at), parts);
        long agreeing = sums.stream().filter(Sum::agrees).count();
        boolean moving = sums.stream().anyMatch(sum -> sum.parts().signum() != 0);
        boolean enough = agreeing >= FEWEST_AGREEING && agreeing * 4 >= sums.size() * 3L;
        // In a report of three columns two large totals that agree are no chance.
        boolean large =
            sums.size() == FEWEST_AGREEING
                && sums.stream()
                        .filter(s -> s.agrees() && s.telling() && s.parts().compareTo(LARGE) >= 0)
                        .count()
                    == FEWEST_AGREEING - 1;
        if (moving && (enough || large)) {
          return Optional.of(parts);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The neighbours that a row without such a name is the sum of, beyond any chance. Three of its
   * periods are looked at first, which is quick and rules out nearly all.
   */
  private static Optional<List<MeasureReview>> unnamed(List<MeasureReview> rows, int at) {
    MeasureReview total = rows.get(at);
    List<ReportingPeriod> periods = List.copyOf(Subject.figures(total).keySet());
    if (periods.size() < FEWEST_UNNAMED) {
      return Optional.empty();
    }
    List<ReportingPeriod> probes =
        List.of(periods.get(0), periods.get(periods.size() / 2), periods.get(periods.size() - 1));
    for (int step : new int[] {-1, 1}) {
      List<MeasureReview> parts = new ArrayList<>();
      for (int i = at + step; i >= 0 && i < rows.size() && parts.size() < MOST_PARTS; i += step) {
        if (rows.get(i).measure().unit() != total.measure().unit()) {
          break;
        }
        parts.add(rows.get(i));
        List<Sum> probed = parts.size() < 2 ? List.of() : sums(total, parts, probes);
        if (probed.stream().anyMatch(Sum::agrees)) {
          List<Sum> sums = sums(total, parts);
          long agreeing = sums.stream().filter(s -> s.agrees() && s.telling()).count();
          long values = sums.stream().map(Sum::parts).distinct().count();
          if (agreeing >= FEWEST_UNNAMED && values > 2 && agreeing * 4 >= sums.size() * 3L) {
            return Optional.of(parts);
          }
        }
        if (!probed.isEmpty() && probed.stream().allMatch(Sum::isPast)) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  /** The rows that are called parts, by what they are parts of. */
  private static Map<String, List<MeasureReview>> headed(List<MeasureReview> rows) {
    Map<String, List<MeasureReview>> headed = new LinkedHashMap<>();
    for (MeasureReview row : rows) {
      RowName name = RowName.of(row);
      if (!name.head().isEmpty() && !TOTAL.matcher(name.tail()).find()) {
        headed
            .computeIfAbsent(name.head().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
            .add(row);
      }
    }
    headed.values().removeIf(parts -> parts.size() < 2);
    return headed;
  }

  /** The rows that are called a row's parts and are so in two periods of three. */
  private static Optional<List<MeasureReview>> called(
      List<MeasureReview> rows, int at, Map<String, List<MeasureReview>> headed) {
    MeasureReview total = rows.get(at);
    if (total.measure().isPercentage() || total.measure().rule() == QuarterRule.MEAN) {
      return Optional.empty();
    }
    List<MeasureReview> below = new ArrayList<>();
    for (int i = at + 1; i < rows.size() && RowName.isOfWhich(rows.get(i)); i++) {
      below.add(rows.get(i));
    }
    List<List<MeasureReview>> groups = new ArrayList<>(List.of(below));
    if (TOTAL.matcher(total.measure().name()).find()) {
      // "Total of burglary and robbery" is that of the rows with one of these words.
      Set<String> telling = RowName.stems(total.measure().name());
      groups.add(
          rows.stream()
              .filter(row -> !row.equals(total) && row.measure().unit() == total.measure().unit())
              .filter(row -> !Collections.disjoint(telling, RowName.stems(row.measure().name())))
              .toList());
    }
    Set<String> words = RowName.words(total.measure().name());
    headed.forEach(
        (head, parts) -> {
          if (words.containsAll(RowName.words(head))) {
            groups.add(parts.stream().filter(row -> !row.equals(total)).toList());
          }
        });
    return groups.stream()
        .filter(parts -> parts.size() > 1 && parts.size() <= MOST_PARTS)
        .filter(parts -> parts.stream().allMatch(p -> p.measure().unit() == total.measure().unit()))
        .filter(parts -> isSum(total, parts))
        .findFirst();
  }

  private static boolean isSum(MeasureReview total, List<MeasureReview> parts) {
    List<Sum> sums = sums(total, parts);
    List<Sum> agreeing = sums.stream().filter(s -> s.agrees() && s.telling()).toList();
    boolean few =
        sums.size() == FEWEST_CALLED && agreeing.size() == 1 && sums.stream().anyMatch(Sum::isPast);
    return few || (agreeing.size() >= FEWEST_CALLED && agreeing.size() * 3 >= sums.size() * 2);
  }

  private static List<Sum> sums(MeasureReview total, List<MeasureReview> parts) {
    return sums(total, parts, Subject.figures(total).keySet());
  }

  private static List<Sum> sums(
      MeasureReview total, List<MeasureReview> parts, Collection<ReportingPeriod> periods) {
    List<Sum> sums = new ArrayList<>();
    for (ReportingPeriod period : periods) {
      List<BigDecimal> values =
          parts.stream()
              .flatMap(part -> Subject.figure(part, period).stream())
              .flatMap(part -> part.value().stream())
              .toList();
      if (values.size() == parts.size()) {
        sums.add(
            new Sum(
                period,
                Subject.figure(total, period).orElseThrow(),
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                values.stream().filter(v -> v.signum() > 0).count() > 1));
      }
    }
    return sums;
  }

  private void tell(MeasureReview total, List<MeasureReview> parts, Consumer<Finding> found) {
    // Rounded parts may miss by one each; things that are counted may not.
    BigDecimal rounding =
        total.measure().unit() == Unit.COUNT ? BigDecimal.ZERO : BigDecimal.valueOf(parts.size());
    for (Sum sum : sums(total, parts)) {
      if (sum.agrees()) {
        continue;
      }
      boolean rounded = sum.difference().compareTo(rounding) <= 0;
      String right = Rounded.text(sum.parts());
      Finding finding =
          Subject.at(
                  rule(),
                  total,
                  sum.total().cell(),
                  String.format(
                      Locale.ROOT,
                      "%s: the parts add to %s for %s; the total is %s. %s",
                      total.measure().name(),
                      right,
                      sum.period().label(),
                      Rounded.text(sum.total().value().orElseThrow()),
                      rounded
                          ? "If that is rounding, say so in a note."
                          : "Correct whichever is wrong."))
              .suggesting(right);
      found.accept(rounded ? finding.as(Severity.ADVICE) : finding);
    }
  }
}
