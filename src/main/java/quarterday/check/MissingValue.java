package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Severity;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/** A blank where the reporting period's figure belongs, in a row that is reported. */
final class MissingValue implements Check {
  /** A shorter series, or one with more blanks before the period, is kept in its own way. */
  private static final int ENOUGH = 10;

  private static final int A_SLIP = 2;

  private static final int ZERO_AMONG = 8;
  private static final int QUARTERS_ALIKE = 2;
  private static final BigDecimal NEVER_SMALL = BigDecimal.valueOf(20);

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n");

  /** What is said where there is no figure. */
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "(?i)\\b(?:figures?|data|numbers?|counts?|totals?|statistics|returns?|reports?|values?|results?|information)\\b[^.;]*"
              + "\\b(?:(?:is|are|was|were|has|have)\\s+(?:not|no longer|yet to be|still)\\s+(?:yet\\s+|been\\s+|currently\\s+)*"
              + "(?:available|known|supplied|provided|received|collected|recorded|published|awaited|outstanding|counted)"
              + "|(?:is|are|was|were)\\s+(?:unavailable|awaited|missing|to follow)"
              + "|could not be (?:provided|supplied|collected|obtained|counted|extracted|produced|retrieved))"
              + "|\\bnot available\\b|\\bno (?:figures?|data)\\b|\\[x\\]|\\bawaiting (?:the )?(?:figures?|data)\\b");

  private static final Pattern OTHER_FIGURE =
      Pattern.compile(
          "(?i)\\b(?:last|previous|earlier|before|comparison|comparable|compar\\w+|year|breakdown|trend|target|national|region\\w*|split|further|detail\\w*|early|costs?)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.MISSING_VALUE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    ReportingPeriod period = subject.review().period();
    Map<String, LastReport.Recorded> before = new HashMap<>();
    subject.before().measures().forEach(old -> before.put(LastReport.lasting(old.id()), old));
    for (MeasureReview measure : subject.review().measures()) {
      SheetSnapshot sheet = subject.snapshot().sheet(measure.table().sheet()).orElseThrow();
      zero(measure).filter(f -> measure.row().commentary().isBlank()).ifPresent(found);
      notAvailable(subject, measure, period).ifPresent(found);
      List<Gap> gaps = gaps(measure, period, sheet);
      if (gaps.isEmpty() || !isReported(measure, period)) {
        LastReport.Recorded old = before.get(LastReport.lasting(measure.measure().id()));
        earlier(measure, period, sheet, old == null ? Map.of() : old.figures()).forEach(found);
        continue;
      }
      String missing = String.join(" and ", gaps.stream().map(Gap::label).toList());
      boolean explained = !measure.row().commentary().isBlank();
      found.accept(
          Subject.at(
              explained ? CheckRule.MISSING_VALUE : CheckRule.NOT_AVAILABLE,
              measure,
              gaps.get(0).cell(),
              String.format(
                  Locale.ROOT,
                  explained
                      ? "%s has commentary but no value for %s; fill it in, or write [x] if there is none."
                      : "%s has no value for %s; fill it in, or write [x] if it is not available and say why in the commentary.",
                  measure.measure().name(),
                  missing)));
    }
  }

  /** Blank months inside a series that has nearly all the others. */
  private static List<Finding> earlier(
      MeasureReview measure,
      ReportingPeriod period,
      SheetSnapshot sheet,
      Map<String, String> recorded) {
    NavigableMap<YearMonth, Observation> months = new TreeMap<>(measure.row().months());
    months.values().removeIf(Observation::isGap);
    if (months.size() < ENOUGH) {
      return List.of();
    }
    List<Observation> blanks =
        measure.row().months().subMap(months.firstKey(), months.lastKey()).entrySet().stream()
            .filter(entry -> !period.months().contains(entry.getKey()))
            // A figure that was there in the last report is told as revised.
            .filter(e -> !recorded.containsKey(LastReport.key(new CalendarMonth(e.getKey()))))
            .map(Map.Entry::getValue)
            .filter(
                o ->
                    sheet.at(o.cell()).isBlank()
                        && sheet.mergedAt(o.cell().row(), o.cell().column()).isEmpty())
            .toList();
    if (blanks.size() > A_SLIP) {
      return List.of();
    }
    return blanks.stream()
        .map(
            blank ->
                Subject.at(
                        CheckRule.NOT_AVAILABLE,
                        measure,
                        blank.cell(),
                        String.format(
                            Locale.ROOT,
                            "%s: this month is blank among months with figures; fill it in, or write [x] if it is not available and say why in the commentary.",
                            measure.measure().name()))
                    .as(Severity.WARNING))
        .toList();
  }

  /** The only zero among figures that are never small: nothing was entered, or nothing came. */
  private static Optional<Finding> zero(MeasureReview measure) {
    List<Observation> figures =
        (measure.row().isQuarterly() ? measure.row().quarters() : measure.row().months())
            .values().stream().filter(o -> !o.isGap()).toList();
    List<Observation> zeros =
        figures.stream().filter(o -> o.value().orElseThrow().signum() == 0).toList();
    boolean large =
        figures.stream()
            .filter(o -> o.value().orElseThrow().signum() != 0)
            .allMatch(o -> o.value().orElseThrow().compareTo(NEVER_SMALL) >= 0);
    if (zeros.size() != 1 || figures.size() < ZERO_AMONG || !large) {
      return Optional.empty();
    }
    return Optional.of(
        Subject.at(
                CheckRule.NOT_AVAILABLE,
                measure,
                zeros.get(0).cell(),
                String.format(
                    Locale.ROOT,
                    "%s: the only 0 among figures that are never small; write [x] if the figure is not available, or say in the commentary why there were none.",
                    measure.measure().name()))
            .as(Severity.WARNING));
  }

  /** A 0 beside a commentary that says that there is no figure. */
  private static Optional<Finding> notAvailable(
      Subject subject, MeasureReview measure, ReportingPeriod period) {
    boolean none =
        measure.quarter().value().filter(v -> v.signum() == 0).isPresent()
            && period.months().stream()
                .flatMap(month -> measure.row().value(month).stream())
                .allMatch(o -> o.value().orElseThrow().signum() == 0);
    boolean said =
        SENTENCE
            .splitAsStream(measure.row().commentary())
            .anyMatch(s -> NO_FIGURE.matcher(s).find() && !OTHER_FIGURE.matcher(s).find());
    return none && said
        ? Optional.of(
            Subject.at(
                    CheckRule.NOT_AVAILABLE,
                    measure,
                    RelatedMeasures.cell(subject, measure),
                    String.format(
                        Locale.ROOT,
                        "%s: the commentary says that there is no figure, but the table says 0; write [x] for one that is not available.",
                        measure.measure().name()))
                .suggesting("[x]"))
        : Optional.empty();
  }

  private record Gap(Address cell, String label) {}

  private static List<Gap> gaps(
      MeasureReview measure, ReportingPeriod period, SheetSnapshot sheet) {
    MeasureRow row = measure.row();
    List<Gap> gaps = new ArrayList<>();
    if (period instanceof FinancialQuarter quarter) {
      Optional<Observation> typed = Optional.ofNullable(row.quarters().get(quarter));
      boolean byMonth =
          measure.table().isLong()
              || measure.table().periods().values().stream().anyMatch(p -> isIn(p, period));
      boolean someMonths = period.months().stream().anyMatch(m -> row.value(m).isPresent());
      if (!someMonths && typed.filter(o -> !o.isGap() || !o.token().isEmpty()).isPresent()) {
        return gaps;
      }
      if (!byMonth || row.isQuarterly()) {
        typed
            .filter(o -> sheet.at(o.cell()).isBlank())
            .ifPresent(o -> gaps.add(new Gap(o.cell(), quarter.label())));
        return gaps;
      }
    }
    for (YearMonth month : period.months()) {
      Optional<Observation> seen = Optional.ofNullable(row.months().get(month));
      boolean blank = seen.map(o -> sheet.at(o.cell()).isBlank()).orElse(true);
      if (blank && !isUsual(row, month)) {
        gaps.add(
            new Gap(seen.map(Observation::cell).orElse(row.name()), CalendarMonth.words(month)));
      }
    }
    return gaps;
  }

  /** Whether a figure by quarter stands in one of its months, and never in this one. */
  private static boolean isUsual(MeasureRow row, YearMonth month) {
    List<YearMonth> alike =
        IntStream.rangeClosed(1, QUARTERS_ALIKE)
            .mapToObj(quarters -> month.minusMonths(3L * quarters))
            .filter(row.months()::containsKey)
            .toList();
    return !alike.isEmpty()
        && alike.stream().allMatch(then -> row.value(then).isEmpty() && hasQuarter(row, then));
  }

  private static boolean hasQuarter(MeasureRow row, YearMonth month) {
    return FinancialQuarter.of(month).months().stream().anyMatch(m -> row.value(m).isPresent());
  }

  private static boolean isIn(ReportingPeriod column, ReportingPeriod period) {
    return column instanceof CalendarMonth month && period.months().contains(month.month());
  }

  /** A row that never had a figure is not in use, unless it is a new report's or has words. */
  private static boolean isReported(MeasureReview measure, ReportingPeriod period) {
    MeasureTable table = measure.table();
    return !measure.row().commentary().isBlank()
        || measure.isReported(period)
        || measure.isReported(period.previous())
        || table.periods().size() == 1;
  }
}
