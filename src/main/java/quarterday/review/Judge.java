package quarterday.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quarterday.kpi.Adjustment;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.kpi.TargetSpan;
import quarterday.kpi.TypedLimits;
import quarterday.kpi.Unit;
import quarterday.review.Comparison.Base;
import quarterday.sheet.Interruption;
import quarterday.spc.Basis;
import quarterday.spc.ChartRules;
import quarterday.spc.ControlChart;
import quarterday.spc.ControlConstants;
import quarterday.spc.Limits;
import quarterday.spc.LimitsMethod;
import quarterday.spc.Phase;
import quarterday.spc.Series;
import quarterday.spc.Side;
import quarterday.spc.Signal;
import quarterday.spc.SignalRule;

/** Judges every measure of a book for the reporting period. */
public final class Judge {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Below this mean, or with more than a third of zeros, monthly limits say little. */
  public static final int SMALL_MEAN = 5;

  private static final int ZEROS_IN = 3;

  private final KpiBook book;
  private final Settings settings;
  private final ReportingPeriod period;
  private final Map<String, MeasureRow> byId;
  private final Map<String, List<Adjustment>> adjustments;
  private final Shown shown;
  private final LimitsMethod usual;

  /** The months of a series by its first: measures that begin together share them. */
  private final Map<YearMonth, List<ReportingPeriod>> months = new HashMap<>();

  private final Sentence sentence;
  private final List<Caution> cautions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Judge(KpiBook book, Settings settings, ReportingPeriod period) {
    this.book = book;
    this.settings = settings;
    this.period = period;
    this.usual = LimitsMethod.parse(settings.text(Setting.LIMITS_METHOD)).orElseThrow();
    this.byId = book.byId();
    this.adjustments =
        book.adjustments().stream().collect(Collectors.groupingBy(Adjustment::measure));
    this.shown = new Shown(settings);
    this.sentence = new Sentence(shown);
    cautions.add(new MissingPartsCaution());
    cautions.add(new LargeDenominatorCaution());
    cautions.add(new SeasonCaution());
    cautions.add(new AutocorrelationCaution());
    if (settings.yes(Setting.SUSTAINED_DRIFT)) {
      cautions.add(new DriftCaution());
    }
    cautions.add(new SurveyCaution(byId));
  }

  /** Judges a book for the first time; empty when it has no figure at all. */
  public static Optional<Review> review(KpiBook book) {
    return review(book, Optional.empty());
  }

  /**
   * Judges a book; empty when it has no figure at all.
   *
   * @param recognised the method that an earlier completion recognised in the workbook
   */
  public static Optional<Review> review(KpiBook book, Optional<LimitsMethod> recognised) {
    return PeriodChoice.of(book).map(choice -> review(book, choice, recognised));
  }

  private static Review review(
      KpiBook book, PeriodChoice choice, Optional<LimitsMethod> recognised) {
    Judge judge = new Judge(book, book.settings(), choice.period());
    if (book.settings().source(Setting.LIMITS_METHOD) != Settings.Source.DEFAULT) {
      return judge.review(choice.how());
    }
    LimitsRecognition found = judge.recognised();
    Optional<LimitsMethod> kept = found.method().or(() -> recognised);
    if (kept.isPresent()) {
      Map<Setting, String> method = Map.of(Setting.LIMITS_METHOD, kept.get().label());
      Settings settings = book.settings().with(method, Settings.Source.RECOGNISED);
      judge = new Judge(book, settings, choice.period());
    }
    judge.say(found, kept);
    return judge.review(choice.how());
  }

  private LimitsRecognition recognised() {
    Map<String, MeasureSeries> series = new HashMap<>();
    List<TypedLimits> undecided =
        book.typedLimits().stream()
            .filter(typed -> byId.get(typed.measure()).measure().limitsMethod().isEmpty())
            .toList();
    return LimitsRecognition.of(
        undecided,
        usual,
        new LimitsRecognition.Drawing() {
          @Override
          public Optional<Limits> limits(
              TypedLimits typed, LimitsMethod method, boolean allMonths) {
            MeasureRow row = byId.get(typed.measure());
            MeasureSeries figures = series.computeIfAbsent(typed.measure(), id -> series(row));
            if (figures.size() == 0
                || (method.needsParts() && ofParts(row, figures, method).isEmpty())) {
              return Optional.empty();
            }
            ChartRules rules = rules(row, settings, method);
            Drawn drawn = drawn(row, figures, allMonths ? rules.withWindow(0) : rules);
            return drawn.chart().limits(figures.size() - 1).map(drawn::inUnit);
          }

          @Override
          public boolean isPercentage(TypedLimits typed) {
            return byId.get(typed.measure()).measure().isPercentage();
          }
        });
  }

  private void say(LimitsRecognition found, Optional<LimitsMethod> kept) {
    if (found.measures() == 0) {
      return;
    }
    String sheet = book.typedLimits().get(0).sheet();
    if (found.method().isPresent()) {
      findings.add(
          Finding.about(
              ReadingRule.METHOD_RECOGNISED,
              sheet,
              String.format(
                  Locale.ROOT,
                  "The limits that the workbook holds already are drawn by the method %s (%d of %d measures agree), so that method is kept; %s.",
                  found.method().get().label(),
                  found.reproduced(),
                  found.measures(),
                  found.allMonths()
                      ? "they count all months, so set Window months to 0 on the Settings sheet if you want them unchanged"
                      : "set Limits method on the Settings sheet if you want another")));
    } else {
      findings.add(
          Finding.about(
              ReadingRule.METHOD_UNKNOWN,
              sheet,
              String.format(
                  Locale.ROOT,
                  "None of the methods gives the limits that the workbook holds already (%d measures), so limits are drawn by %s%s; compare both, and set Limits method on the Settings sheet.",
                  found.measures(),
                  usual.label(),
                  kept.isPresent() ? ", recognised earlier" : "")));
    }
  }

  private Review review(String how) {
    List<MeasureReview> measures = new ArrayList<>();
    for (MeasureTable table : book.tables()) {
      for (MeasureRow row : table.rows()) {
        Interruption.heed();
        measures.add(measure(table, row));
      }
    }
    laterMonths();
    return new Review(period, how, settings, measures, findings);
  }

  /** A control chart of a measure by another method, for the page on methods. */
  public static ControlChart charted(
      MeasureReview measure, Settings settings, LimitsMethod method) {
    return ControlChart.of(measure.series().values(), rules(measure.row(), settings, method));
  }

  /** Compares quarters before the reporting period as the reporting period itself is compared. */
  public static History history(KpiBook book, Review review) {
    Judge judge = new Judge(book, review.settings(), review.period());
    return (measure, period) -> {
      PeriodFigures figures = new PeriodFigures(measure.row(), judge.byId);
      PeriodFigure now = figures.of(period);
      return new History.Entry(
          now,
          judge.compare(measure.measure(), figures, measure.series(), now, period.previous()),
          judge.compare(measure.measure(), figures, measure.series(), now, period.yearAgo()));
    };
  }

  /** Whether a chart gives an exception for the reporting period. */
  public static boolean isException(MeasureReview measure, ControlChart chart, Review review) {
    MeasureSeries series = measure.series();
    return state(
            hits(inPeriod(chart, series, review.period()), series),
            series.within(review.period()),
            series.size() == 0 ? Optional.empty() : chart.phase(series.size() - 1),
            isEmpty(series, review.period()))
        .isException();
  }

  private static ChartRules rules(MeasureRow row, Settings settings, LimitsMethod method) {
    ChartRules rules = settings.chartRules().withMethod(method);
    // The window is set in months; a quarterly series has one point for three of them.
    return row.isQuarterly() ? rules.withWindow((rules.window() + 2) / 3) : rules;
  }

  /** The workbook's method, where it fits: counts and proportions have methods of their own. */
  private LimitsMethod usual(Measure measure) {
    boolean fits =
        switch (usual) {
          case COUNT_C -> measure.unit() == Unit.COUNT;
          case PROPORTION_P, PROPORTION_P_PRIME -> measure.isPercentage();
          default -> true;
        };
    return fits ? usual : LimitsMethod.MOVING_RANGE;
  }

  private MeasureReview measure(MeasureTable table, MeasureRow row) {
    Measure measure = row.measure();
    MeasureSeries series = series(row);
    LimitsMethod wanted = measure.limitsMethod().orElseGet(() -> usual(measure));
    Drawn drawn = drawn(row, series, rules(row, settings, wanted));
    ControlChart chart = drawn.chart();

    OptionalInt last = series.size() == 0 ? OptionalInt.empty() : OptionalInt.of(series.size() - 1);
    Optional<Phase> phase = last.isPresent() ? chart.phase(last.getAsInt()) : Optional.empty();
    int points = phase.map(Phase::points).orElse(0);
    Optional<Double> mean =
        last.isPresent()
            ? chart.centre(last.getAsInt()).map(m -> m * drawn.scale())
            : Optional.empty();
    Optional<Limits> limits =
        last.isPresent() ? chart.limits(last.getAsInt()).map(drawn::inUnit) : Optional.empty();

    List<RuleHit> rules = hits(inPeriod(chart, series, period), series);
    List<RuleHit> history =
        hits(chart.signals(), series).stream().filter(hit -> !rules.contains(hit)).toList();
    boolean empty = isEmpty(series, period);
    State state = state(rules, series.within(period), phase, empty);
    boolean mixed = rules.stream().map(RuleHit::side).distinct().count() > 1;
    Side side = side(state, rules);
    Optional<Improvement> improving =
        state.isException()
            ? Optional.of(mixed ? Improvement.NEITHER : Improvement.of(measure.better(), side))
            : Optional.empty();

    PeriodFigures figures = new PeriodFigures(row, byId);
    PeriodFigure now = figures.of(period);
    Comparison previous = compare(measure, figures, series, now, period.previous());
    Comparison yearAgo = compare(measure, figures, series, now, period.yearAgo());
    String exception = StateWords.exception(state, rules, improving, mixed, empty, period);
    Optional<MeasureReview.Assurance> assurance = assurance(row, limits, phase);
    MeasureReview review =
        new MeasureReview(
            table,
            row,
            series,
            chart,
            drawn.method(),
            drawn.scale(),
            state,
            improving,
            mixed,
            side,
            rules,
            history,
            mean,
            limits,
            points,
            now,
            previous,
            yearAgo,
            assurance,
            exception,
            why(state, rules, phase, empty, row, now, previous, yearAgo, mixed),
            sentence.of(measure, now, previous, exception, empty));
    remarks(review, phase, figures);
    return review;
  }

  private MeasureSeries series(MeasureRow row) {
    return MeasureSeries.of(
        row, adjustments.getOrDefault(row.measure().id(), List.of()), points(row));
  }

  private List<ReportingPeriod> points(MeasureRow row) {
    if (row.isQuarterly()) {
      return MeasureSeries.first(row.quarters())
          .map(first -> MeasureSeries.quarters(first, period.last()))
          .orElse(List.of());
    }
    return MeasureSeries.first(row.months())
        .map(
            first ->
                months.computeIfAbsent(first, from -> MeasureSeries.months(from, period.last())))
        .orElse(List.of());
  }

  /** A chart, its method, and what its figures are multiplied with to be in the measure's unit. */
  private record Drawn(ControlChart chart, LimitsMethod method, double scale) {
    Limits inUnit(Limits raw) {
      return new Limits(raw.centre() * scale, raw.lower() * scale, raw.upper() * scale);
    }
  }

  /** The chart by these rules, or by moving ranges where they need parts that there are not. */
  private Drawn drawn(MeasureRow row, MeasureSeries series, ChartRules rules) {
    Optional<Series> ofParts = ofParts(row, series, rules.method());
    boolean without = rules.method().needsParts() && ofParts.isEmpty();
    ChartRules possible = without ? rules.withMethod(LimitsMethod.MOVING_RANGE) : rules;
    return new Drawn(
        ControlChart.of(ofParts.orElseGet(series::values), possible),
        possible.method(),
        ofParts.isPresent() && row.measure().isPercentage() ? 100 : 1);
  }

  private Optional<Series> ofParts(MeasureRow row, MeasureSeries series, LimitsMethod method) {
    Measure measure = row.measure();
    Optional<MeasureRow> above = measure.numerator().map(byId::get);
    Optional<MeasureRow> below = measure.denominator().map(byId::get);
    if (!method.needsParts() || above.isEmpty() || below.isEmpty() || row.isQuarterly()) {
      return Optional.empty();
    }
    List<Optional<BigDecimal>> numerators = new ArrayList<>();
    List<Optional<BigDecimal>> denominators = new ArrayList<>();
    for (ReportingPeriod point : series.points()) {
      numerators.add(above.get().value(point.first()).flatMap(Observation::value));
      denominators.add(below.get().value(point.first()).flatMap(Observation::value));
    }
    return Optional.of(series.values().ofParts(numerators, denominators));
  }

  /** The signals of the period: points in it, and runs that reach into it. */
  private static List<Signal> inPeriod(
      ControlChart chart, MeasureSeries series, ReportingPeriod period) {
    List<Integer> within = series.within(period);
    if (within.isEmpty()) {
      return List.of();
    }
    int start = within.get(0);
    List<Signal> signals = new ArrayList<>();
    for (Signal signal : chart.signals()) {
      if (signal.to() >= start) {
        signals.add(
            signal.rule() == SignalRule.OUTSIDE
                ? new Signal(
                    signal.rule(), signal.side(), Math.max(start, signal.from()), signal.to())
                : signal);
      }
    }
    return signals;
  }

  private static List<RuleHit> hits(List<Signal> signals, MeasureSeries series) {
    return signals.stream()
        .sorted((a, b) -> a.rule().compareTo(b.rule()))
        .map(
            s ->
                new RuleHit(
                    s.rule(),
                    s.side(),
                    series.points().get(s.from()),
                    series.points().get(s.to()),
                    s.to() - s.from() + 1))
        .toList();
  }

  /** Whether a period has no figure that counts. */
  private static boolean isEmpty(MeasureSeries series, ReportingPeriod period) {
    return series.within(period).stream()
        .noneMatch(i -> series.value(i).isPresent() && !series.leftOut().contains(i));
  }

  private static State state(
      List<RuleHit> rules, List<Integer> within, Optional<Phase> phase, boolean empty) {
    if (rules.stream().anyMatch(hit -> hit.rule() == SignalRule.OUTSIDE)) {
      return State.POINT;
    }
    if (empty || phase.isEmpty() || phase.get().basis() == Basis.NONE || within.isEmpty()) {
      return State.NO_LIMITS;
    }
    if (phase.get().basis() == Basis.CONSTANT) {
      return State.NO_VARIATION;
    }
    if (phase.get().basis() == Basis.TRIAL) {
      return State.PROVISIONAL;
    }
    for (RuleHit hit : rules) {
      switch (hit.rule()) {
        case TREND -> {
          return State.TREND;
        }
        case SHIFT -> {
          return State.SHIFT;
        }
        case TWO_OF_THREE -> {
          return State.TWO_OF_THREE;
        }
        case OUTSIDE -> {
          // Found above.
        }
      }
    }
    return State.STABLE;
  }

  private static Side side(State state, List<RuleHit> rules) {
    SignalRule decided =
        switch (state) {
          case POINT -> SignalRule.OUTSIDE;
          case TREND -> SignalRule.TREND;
          case SHIFT -> SignalRule.SHIFT;
          default -> SignalRule.TWO_OF_THREE;
        };
    return rules.stream()
        .filter(hit -> hit.rule() == decided)
        .map(RuleHit::side)
        .reduce((first, second) -> second)
        .orElse(Side.ON);
  }

  private Comparison compare(
      Measure measure,
      PeriodFigures figures,
      MeasureSeries series,
      PeriodFigure now,
      ReportingPeriod then) {
    PeriodFigure earlier = figures.of(then);
    Optional<YearMonth> broken = brokenBetween(series, then, now.period());
    if (now.value().isEmpty() || earlier.value().isEmpty() || broken.isPresent()) {
      return new Comparison(
          earlier, Optional.empty(), Optional.empty(), Base.NONE, List.of(), broken);
    }
    BigDecimal left = now.value().get();
    BigDecimal right = earlier.value().get();
    List<YearMonth> months = List.of();
    if (now.incomplete() || earlier.incomplete()) {
      if (now.present().isEmpty() || earlier.present().isEmpty()) {
        return new Comparison(
            earlier, Optional.empty(), Optional.empty(), Base.NONE, List.of(), broken);
      }
      List<YearMonth> mine = new ArrayList<>();
      List<YearMonth> theirs = new ArrayList<>();
      for (int i = 0; i < then.months().size(); i++) {
        YearMonth a = now.period().months().get(i);
        YearMonth b = then.months().get(i);
        if (now.present().contains(a) && earlier.present().contains(b)) {
          mine.add(a);
          theirs.add(b);
        }
      }
      Optional<BigDecimal> some = figures.from(now.period(), mine);
      Optional<BigDecimal> others = figures.from(then, theirs);
      if (some.isEmpty() || others.isEmpty()) {
        return new Comparison(
            earlier, Optional.empty(), Optional.empty(), Base.NONE, List.of(), broken);
      }
      left = some.get();
      right = others.get();
      months = mine;
    }
    BigDecimal change = left.subtract(right);
    Base base = base(measure, right);
    Optional<BigDecimal> percent =
        base == Base.SOUND
            ? Optional.of(change.multiply(HUNDRED).divide(right, PeriodFigures.EXACT))
            : Optional.empty();
    return new Comparison(earlier, Optional.of(change), percent, base, months, broken);
  }

  private Base base(Measure measure, BigDecimal earlier) {
    if (measure.isPercentage()) {
      return Base.POINTS;
    }
    if (earlier.signum() == 0) {
      return Base.ZERO;
    }
    if (earlier.signum() < 0) {
      return Base.NEGATIVE;
    }
    BigDecimal smallest = BigDecimal.valueOf(settings.whole(Setting.SMALLEST_BASE));
    return measure.unit() == Unit.COUNT && earlier.compareTo(smallest) < 0
        ? Base.SMALL
        : Base.SOUND;
  }

  /** A break after the earlier period began: what was counted then is not what is counted now. */
  private static Optional<YearMonth> brokenBetween(
      MeasureSeries series, ReportingPeriod then, ReportingPeriod now) {
    return series.breaks().stream()
        .map(i -> series.points().get(i).first())
        .filter(month -> month.isAfter(then.first()) && !month.isAfter(now.last()))
        .max(YearMonth::compareTo);
  }

  private static Optional<MeasureReview.Assurance> assurance(
      MeasureRow row, Optional<Limits> limits, Optional<Phase> phase) {
    Measure measure = row.measure();
    boolean judged =
        phase.filter(p -> p.basis() != Basis.NONE).isPresent()
            && TargetSpan.of(row).isOfPoints(row.isQuarterly());
    if (measure.target().isEmpty() || limits.isEmpty() || !judged) {
      return Optional.empty();
    }
    double target = measure.target().get().doubleValue();
    double lower = limits.get().lower();
    double upper = limits.get().upper();
    return switch (measure.better()) {
      case HIGHER ->
          Optional.of(
              lower >= target
                  ? MeasureReview.Assurance.MET
                  : upper < target ? MeasureReview.Assurance.MISSED : MeasureReview.Assurance.MAY);
      case LOWER ->
          Optional.of(
              upper <= target
                  ? MeasureReview.Assurance.MET
                  : lower > target ? MeasureReview.Assurance.MISSED : MeasureReview.Assurance.MAY);
      case NEUTRAL -> Optional.empty();
    };
  }

  private String why(
      State state,
      List<RuleHit> rules,
      Optional<Phase> phase,
      boolean empty,
      MeasureRow row,
      PeriodFigure now,
      Comparison previous,
      Comparison yearAgo,
      boolean mixed) {
    List<String> parts = new ArrayList<>();
    int points = phase.map(Phase::points).orElse(0);
    String rulesText =
        StateWords.why(state, rules, points, row.isQuarterly() ? "quarters" : "months");
    if (!rulesText.isEmpty()) {
      parts.add((mixed ? "signals point both ways: " : "") + rulesText);
    }
    if (phase.filter(Phase::unscreened).isPresent()) {
      parts.add("moving ranges are not screened, as too few would be left");
    }
    if (now.incomplete() && !empty) {
      parts.add(
          String.format(
                  Locale.ROOT,
                  "%d of %d months",
                  now.present().size(),
                  now.period().months().size())
              + (row.measure().rule() == QuarterRule.LAST_VALUE
                  ? ": the latest there is"
                  : ": changes compare the months that both periods have"));
    } else if (previous.isPartial() || yearAgo.isPartial()) {
      parts.add("changes compare the months that both periods have");
    }
    if (now.estimated()) {
      parts.add("[e] average of the months");
    }
    previous
        .broken()
        .or(yearAgo::broken)
        .ifPresent(
            month ->
                parts.add("[b] not compared across the break in " + CalendarMonth.words(month)));
    String text = String.join(". ", parts);
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** What the figures themselves give rise to. */
  private void remarks(MeasureReview review, Optional<Phase> phase, PeriodFigures figures) {
    Measure measure = review.measure();
    if (review.row().hasFigures()
        && review.state() == State.PROVISIONAL
        && review.points() < ControlConstants.FULL_POINTS - 1) {
      find(
          ReadingRule.FEW_POINTS,
          review,
          String.format(
              Locale.ROOT,
              "%s has only %d points since its limits start: they are trial limits until there are"
                  + " %d.",
              measure.name(),
              review.points(),
              ControlConstants.FULL_POINTS));
    }
    boolean counted =
        measure.unit() == Unit.COUNT
            && (measure.rule() == QuarterRule.SUM || measure.rule() == QuarterRule.LAST_VALUE)
            && phase.filter(p -> p.basis() != Basis.NONE).isPresent();
    // What goes below zero is a difference, and nothing that can be counted.
    boolean signed =
        phase.stream()
            .flatMap(p -> p.base().stream())
            .anyMatch(i -> review.series().value(i).filter(v -> v.signum() < 0).isPresent());
    if (counted
        && !signed
        && review.method() != LimitsMethod.COUNT_C
        && !review.method().needsParts()) {
      long zeros =
          phase.orElseThrow().base().stream()
              .filter(i -> review.series().value(i).map(BigDecimal::signum).orElse(1) == 0)
              .count();
      if (review.mean().filter(mean -> mean < SMALL_MEAN).isPresent()
          || zeros * ZEROS_IN > phase.orElseThrow().base().size()) {
        find(
            ReadingRule.SMALL_COUNTS,
            review,
            String.format(
                Locale.ROOT,
                review.row().isQuarterly()
                    ? "%s is too small for such limits (mean %s a quarter); set its limits method to"
                        + " Count (c)."
                    : "%s is too small for monthly limits (mean %s a month); report it by quarter,"
                        + " or set its limits method to Count (c).",
                measure.name(),
                BigDecimal.valueOf(review.mean().orElse(0.0)).setScale(1, RoundingMode.HALF_UP)));
      }
    }
    for (Caution caution : cautions) {
      caution.about(review).ifPresent(advice -> find(caution.rule(), review, advice));
    }
    for (RuleHit hit : review.rules()) {
      if (hit.rule() == SignalRule.SHIFT) {
        find(
            ReadingRule.SHIFT_FOUND,
            review,
            String.format(
                Locale.ROOT,
                "%s has been %s its mean since %s; if the reason is known, record Reset limits for"
                    + " %s with the reason on the Adjustments sheet.",
                measure.name(),
                hit.side() == Side.ABOVE ? "above" : "below",
                hit.from().label(),
                CalendarMonth.words(hit.from().first())));
      }
    }
    for (int position : review.series().breaks()) {
      if (!review.series().resets().contains(position)) {
        ReportingPeriod at = review.series().points().get(position);
        find(
            ReadingRule.BREAK_FOUND,
            review,
            String.format(
                Locale.ROOT,
                "%s changed its meaning in %s ([b]); if it counts something else since then, record"
                    + " Reset limits for that month with the reason on the Adjustments sheet.",
                measure.name(),
                at.label()));
      }
    }
    review
        .row()
        .quarters()
        .forEach((quarter, typed) -> typedQuarter(review, quarter, typed, figures));
  }

  private void typedQuarter(
      MeasureReview review, FinancialQuarter quarter, Observation typed, PeriodFigures figures) {
    QuarterRule rule = review.measure().rule();
    if (typed.isGap()
        || rule == QuarterRule.NOT_ADDITIVE
        || rule == QuarterRule.MEAN
        || figures.present(quarter).size() < quarter.months().size()) {
      return;
    }
    Optional<BigDecimal> computed = figures.from(quarter, quarter.months());
    BigDecimal value = typed.value().orElseThrow();
    int digits = Math.max(0, value.scale());
    if (computed.isEmpty()
        || computed.get().setScale(digits, RoundingMode.HALF_UP).compareTo(value) == 0) {
      return;
    }
    String right = computed.get().setScale(digits, RoundingMode.HALF_UP).toPlainString();
    findings.add(
        Finding.at(
                rule == QuarterRule.RATIO_OF_SUMS
                    ? ReadingRule.TYPED_RATIO
                    : ReadingRule.TYPED_QUARTER,
                review.table().sheet(),
                typed.cell(),
                review.measure().name(),
                String.format(
                    Locale.ROOT,
                    "%s: %s is typed for %s, but its months give %s; correct whichever is wrong.",
                    review.measure().name(),
                    value.toPlainString(),
                    quarter.label(),
                    right))
            .suggesting(right));
  }

  private void find(ReadingRule rule, MeasureReview review, String message) {
    findings.add(
        Finding.at(
            rule, review.table().sheet(), review.row().name(), review.measure().name(), message));
  }

  private void laterMonths() {
    Map<String, YearMonth> latest = new TreeMap<>();
    for (MeasureTable table : book.tables()) {
      for (MeasureRow row : table.rows()) {
        row.months().descendingMap().entrySet().stream()
            .filter(entry -> !entry.getValue().isGap())
            .map(Map.Entry::getKey)
            .findFirst()
            .filter(month -> month.isAfter(period.last()))
            .ifPresent(month -> latest.merge(table.sheet(), month, (a, b) -> a.isAfter(b) ? a : b));
      }
    }
    latest.forEach(
        (sheet, month) ->
            findings.add(
                Finding.about(
                    ReadingRule.LATER_MONTHS,
                    sheet,
                    String.format(
                        Locale.ROOT,
                        "\u201c%s\u201d has figures up to %s; this completion is for %s, so later"
                            + " months are left aside. Set the reporting period if you mean"
                            + " another.",
                        sheet,
                        CalendarMonth.words(month),
                        period.label()))));
  }
}
