package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/**
 * A share that no whole number out of its base gives, as 81% of 17 people. Shares of staff are
 * taken of the headcount, unless the workbook defines them itself: then it is for the workbook to
 * say of whom. A name may state the base too.
 */
final class PossibleShare implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** From this base on every share in whole per cent is possible. */
  static final BigDecimal LARGE = BigDecimal.valueOf(200);

  private static final List<String> SHARES_OF_STAFF = List.of("O-FEM", "O-MALE", "O-BAME");

  /** Who is meant by a share of staff without a stated base. */
  private static final Pattern STAFF =
      Pattern.compile(
          "(?i)\\b(staff|employees?|workforce|wom[ae]n|m[ae]n|females?|males?|ethnic|disab\\w+|part[- ]time\\w*)\\b");

  private static final Pattern OF =
      Pattern.compile(
          "(?i)(?:per ?cent|percentage|%|shares?|proportion)\\s+of\\s+(?:the\\s+|all\\s+)?([\\p{L} -]+?)\\s*[)\\]]?\\s*$");

  /** So many possible shares tell that the base of the only impossible one is right. */
  private static final int FEW = 2;

  private static final int MANY = 3;

  /** Out of a small headcount few shares are possible by chance. */
  private static final BigDecimal SMALL = BigDecimal.valueOf(50);

  @Override
  public CheckRule rule() {
    return CheckRule.POSSIBLE_SHARE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      if (!measure.measure().isPercentage()) {
        continue;
      }
      boolean ofStaff = SHARES_OF_STAFF.contains(measure.measure().id());
      boolean own = ofStaff && measure.measure().isDefinedInWorkbook();
      Optional<MeasureReview> known =
          own
              ? Optional.empty()
              : ofStaff
                  ? Headcount.in(subject)
                  : measure.measure().denominator().flatMap(subject::measure);
      Optional<MeasureReview> base =
          known.or(() -> own ? Optional.empty() : stated(subject, measure));
      base.ifPresent(of -> shares(subject, measure, of, FEW, found));
      if (base.isEmpty() && !own && STAFF.matcher(measure.measure().name()).find()) {
        Headcount.in(subject)
            .filter(of -> !OF.matcher(measure.measure().name()).find())
            .filter(of -> isSmall(of))
            .ifPresent(of -> shares(subject, measure, of, MANY, found));
      }
    }
  }

  /** The row that a name says a share is of: {@code Part-time (% of employees)}. */
  private static Optional<MeasureReview> stated(Subject subject, MeasureReview measure) {
    Matcher of = OF.matcher(measure.measure().name());
    if (!of.find()) {
      return Optional.empty();
    }
    String base = of.group(1);
    if (Headcount.isMeant(base)) {
      return Headcount.in(subject);
    }
    Set<String> words = RowName.stems(base);
    List<MeasureReview> named =
        subject.measures(measure.table()).stream()
            .filter(m -> m.measure().unit() == Unit.COUNT)
            .filter(m -> RowName.stems(m.measure().name()).equals(words))
            .toList();
    return named.size() == 1 && !words.isEmpty() ? Optional.of(named.get(0)) : Optional.empty();
  }

  private static boolean isSmall(MeasureReview base) {
    return Subject.observations(base).stream()
        .allMatch(o -> o.value().orElseThrow().compareTo(SMALL) < 0);
  }

  /**
   * Tells the share of the reporting period, where its base is known for sure, and any that is the
   * only impossible one among so many that are possible.
   */
  private void shares(
      Subject subject,
      MeasureReview measure,
      MeasureReview base,
      int few,
      Consumer<Finding> found) {
    Optional<MeasureReview> part = measure.measure().numerator().flatMap(subject::measure);
    ReportingPeriod reported = subject.review().period();
    List<ReportingPeriod> possible = new ArrayList<>();
    Map<ReportingPeriod, Observation> impossible = new LinkedHashMap<>();
    Subject.figures(measure)
        .forEach(
            (period, o) -> {
              boolean partKnown = part.flatMap(p -> Subject.figure(p, period)).isPresent();
              if (!partKnown && isImpossible(o, period, base)) {
                impossible.put(period, o);
              } else if (!partKnown && whole(base, period).isPresent()) {
                possible.add(period);
              }
            });
    boolean once = impossible.size() == 1 && possible.size() >= few;
    impossible.forEach(
        (period, o) -> {
          boolean now = few == FEW && period.last().equals(reported.last());
          if (once || now) {
            found.accept(finding(measure, o, period, base));
          }
        });
  }

  private static Optional<BigDecimal> whole(MeasureReview base, ReportingPeriod period) {
    return Subject.figure(base, period)
        .flatMap(Observation::value)
        .filter(n -> Rounded.decimals(n) == 0 && n.signum() > 0)
        .filter(n -> n.compareTo(LARGE) < 0);
  }

  private static boolean isImpossible(
      Observation typed, ReportingPeriod period, MeasureReview base) {
    BigDecimal shown = typed.value().orElseThrow();
    return Rounded.decimals(shown) <= 1
        && shown.signum() >= 0
        && shown.compareTo(HUNDRED) <= 0
        && whole(base, period)
            .filter(n -> !isPossible(shown, Rounded.decimals(shown), n.intValueExact()))
            .isPresent();
  }

  private Finding finding(
      MeasureReview measure, Observation typed, ReportingPeriod period, MeasureReview base) {
    return Subject.at(
        rule(),
        measure,
        typed.cell(),
        String.format(
            Locale.ROOT,
            "%s: no whole number out of %s (%s, %s) gives %s%%; check which are counted, and state the base.",
            measure.measure().name(),
            Rounded.text(whole(base, period).orElseThrow()),
            base.measure().name(),
            period.label(),
            Rounded.text(typed.value().orElseThrow())));
  }

  /** Whether a share, shown with so many decimals, is that of a whole number out of a base. */
  static boolean isPossible(BigDecimal shown, int decimals, int base) {
    int nearest =
        shown
            .multiply(BigDecimal.valueOf(base))
            .divide(HUNDRED, 0, RoundingMode.HALF_UP)
            .intValueExact();
    for (int part = Math.max(0, nearest - 1); part <= Math.min(base, nearest + 1); part++) {
      BigDecimal above = HUNDRED.multiply(BigDecimal.valueOf(part));
      // A tie may have been rounded either way.
      boolean same =
          above.divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP).compareTo(shown)
                  == 0
              || above
                      .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_DOWN)
                      .compareTo(shown)
                  == 0;
      if (same) {
        return true;
      }
    }
    return false;
  }
}
