package quarterday.complete;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.kpi.Adjustment;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.KpiBook;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.review.Judge;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.spc.ControlChart;
import quarterday.spc.ControlConstants;
import quarterday.spc.LimitsMethod;

/** The sheet {@code Method}: what every number means, with the rules and settings in force. */
final class MethodSheet {
  private static final List<String> HEADINGS = List.of("Part", "Name", "What it says", "Source");
  private static final List<Double> WIDTHS = List.of(18.0, 34.0, 100.0, 20.0);

  private static final String SIGMAS = ControlConstants.SIGMAS.toPlainString();

  /** So many measures are named; of more, only the number is given. */
  private static final int NAMED = 12;

  private final KpiBook book;
  private final Review review;
  private final Settings settings;
  private final String version;
  private final List<List<CellPlan>> rows;

  MethodSheet(Review review, KpiBook book, String version) {
    this.book = book;
    this.review = review;
    this.settings = review.settings();
    this.version = version;
    this.rows =
        Rows.titled(
            "Method",
            "How the limits, exceptions and comparisons in this workbook were made.",
            HEADINGS);
  }

  OwnSheet sheet() {
    period();
    limits();
    rules();
    advice();
    quarters();
    measures();
    shorthand();
    settings();
    return new OwnSheet(
        SheetKind.METHOD,
        rows,
        Rows.table(rows),
        List.of(),
        List.of(),
        WIDTHS,
        new Edit.PageLayout(true, Places.HEADER_ROW, 0));
  }

  private void say(String part, String name, String text, String source) {
    rows.add(
        List.of(
            CellPlan.text(part, Look.WRAPPED),
            CellPlan.text(name, Look.WRAPPED),
            CellPlan.text(text, Look.WRAPPED),
            CellPlan.text(source, Look.WRAPPED)));
  }

  private void period() {
    say("Product", "Version", "Quarterday " + version, "");
    say(
        "Period",
        "Reporting period",
        String.format(
            Locale.ROOT,
            "%s, %s. Series, limits and rules end with its last month; later months are left aside. The financial year starts in April.",
            review.period().label(),
            review.chosen()),
        settings.source(Setting.REPORTING_PERIOD).label());
  }

  private void limits() {
    LimitsMethod method = LimitsMethod.parse(settings.text(Setting.LIMITS_METHOD)).orElseThrow();
    say("Limits", method.label(), words(method), settings.source(Setting.LIMITS_METHOD).label());
    otherMethodsInUse(method);
    int window = settings.whole(Setting.WINDOW_MONTHS);
    say(
        "Limits",
        "Window",
        window == 0
            ? "All months since the last reset count."
            : String.format(
                Locale.ROOT,
                "The last %d months count, or those since the last reset if that is later.",
                window),
        settings.source(Setting.WINDOW_MONTHS).label());
    int lock = settings.whole(Setting.LOCK_LIMITS_AT);
    if (lock > 0) {
      say(
          "Limits",
          "Locked limits",
          String.format(
              Locale.ROOT, "Limits are fixed on the first %d points after a reset.", lock),
          settings.source(Setting.LOCK_LIMITS_AT).label());
    }
    say(
        "Limits",
        "What they mean",
        "While nothing but ordinary ups and downs is at work, nearly all months lie between the limits. A month outside them, or a run of months on one side, probably has a cause of its own and is worth asking about.",
        "");
    say(
        "Limits",
        "Points needed",
        String.format(
            Locale.ROOT,
            "With fewer than %d points there are no limits. With %d to %d they are trial limits: only points outside them are flagged. With %d every rule holds.",
            ControlConstants.FEWEST_POINTS,
            ControlConstants.FEWEST_POINTS,
            ControlConstants.FULL_POINTS - 1,
            ControlConstants.FULL_POINTS),
        "");
    say(
        "Limits",
        "What is possible",
        "Beside the tables a limit is not shown below 0 or above 100% where that is impossible; the raw limits, which decide, are on SPC data.",
        "");
    say(
        "Limits",
        "Missing months",
        "A missing month is a gap: never zero, never bridged. It ends a run and a trend, and the two moving ranges beside it are lost.",
        "");
    otherMethod(method);
  }

  /** Methods that only some measures have. */
  private void otherMethodsInUse(LimitsMethod usual) {
    Map<LimitsMethod, List<String>> used = new EnumMap<>(LimitsMethod.class);
    for (MeasureReview m : review.measures()) {
      if (m.method() != usual) {
        used.computeIfAbsent(m.method(), key -> new ArrayList<>()).add(m.measure().name());
      }
    }
    used.forEach(
        (method, names) ->
            say("Limits", method.label(), words(method) + " Used" + named(names) + ".", ""));
  }

  private static String words(LimitsMethod method) {
    return switch (method) {
      case MOVING_RANGE ->
          String.format(
              Locale.ROOT,
              "Mean plus and minus %s times the average moving range (the average difference between neighbouring months).",
              ControlConstants.MOVING_RANGE_FACTOR.toPlainString());
      case MOVING_RANGE_SCREENED ->
          String.format(
              Locale.ROOT,
              "Mean plus and minus %s times the average moving range, without ranges of %s times the average or more; where fewer than %d ranges, or only zeros, would be left, all count.",
              ControlConstants.MOVING_RANGE_FACTOR.toPlainString(),
              ControlConstants.SCREENING_FACTOR.toPlainString(),
              ControlConstants.FEWEST_SCREENED_RANGES);
      case STANDARD_DEVIATION ->
          String.format(
              Locale.ROOT,
              "Mean plus and minus %s sample standard deviations of all months counted. These limits widen with every shift and trend that they should reveal.",
              ControlConstants.SIGMAS.toPlainString());
      case MEDIAN_MOVING_RANGE ->
          String.format(
              Locale.ROOT,
              "Median plus and minus %s times the median moving range.",
              ControlConstants.MEDIAN_RANGE_FACTOR.toPlainString());
      case COUNT_C -> "Mean plus and minus " + SIGMAS + " times its square root, for rare counts.";
      case RATE_U -> "Rate plus and minus " + SIGMAS + " standard errors for each month's size.";
      case PROPORTION_P ->
          "Proportion plus and minus " + SIGMAS + " standard errors for each month's size.";
      case PROPORTION_P_PRIME ->
          "Proportion with limits widened for variation beyond chance (Laney), for large numbers.";
    };
  }

  /** What the other common method would change, so that an office can choose with open eyes. */
  private void otherMethod(LimitsMethod method) {
    LimitsMethod other =
        method == LimitsMethod.MOVING_RANGE
            ? LimitsMethod.STANDARD_DEVIATION
            : LimitsMethod.MOVING_RANGE;
    List<String> more = new ArrayList<>();
    List<String> fewer = new ArrayList<>();
    for (MeasureReview m : review.measures()) {
      if (m.method() != method || m.series().size() == 0) {
        continue;
      }
      ControlChart chart = Judge.charted(m, settings, other);
      boolean now = m.state().isException();
      boolean then = Judge.isException(m, chart, review);
      if (then && !now) {
        more.add(m.measure().name());
      } else if (now && !then) {
        fewer.add(m.measure().name());
      }
    }
    say(
        "Limits",
        "The other method",
        String.format(
            Locale.ROOT,
            "Under %s limits %s.",
            other == LimitsMethod.MOVING_RANGE ? "moving-range" : "standard-deviation",
            difference(more, fewer)),
        "");
  }

  /** {@code 2 more measures would be flagged: A, B; and 1 would no longer be flagged: C}. */
  private static String difference(List<String> more, List<String> fewer) {
    if (more.isEmpty() && fewer.isEmpty()) {
      return "the same measures would be flagged";
    }
    String added =
        more.size()
            + (more.size() == 1 ? " more measure" : " more measures")
            + " would be flagged"
            + named(more);
    if (fewer.isEmpty()) {
      return added;
    }
    String dropped = " would no longer be flagged" + named(fewer);
    return more.isEmpty()
        ? fewer.size() + (fewer.size() == 1 ? " measure" : " measures") + dropped
        : added + "; and " + fewer.size() + dropped;
  }

  private static String named(List<String> names) {
    String listed = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return ": " + listed + (names.size() > NAMED ? " and others" : "");
  }

  private void rules() {
    int shift = settings.whole(Setting.SHIFT_LENGTH);
    int trend = settings.whole(Setting.TREND_POINTS);
    say(
        "Exceptions",
        "Point outside limits",
        "A month of the reporting period strictly above the upper or below the lower limit.",
        "");
    say(
        "Exceptions",
        "Trend",
        String.format(
            Locale.ROOT,
            "%d points, each strictly above the last or each strictly below it, the last of them in the reporting period.",
            trend),
        settings.source(Setting.TREND_POINTS).label());
    say(
        "Exceptions",
        "Step shift",
        String.format(
            Locale.ROOT,
            "%d points in a row strictly on one side of the mean, the last of them in the reporting period. Limits are never reset by themselves: record Reset limits with a reason on the Adjustments sheet.",
            shift),
        settings.source(Setting.SHIFT_LENGTH).label());
    say(
        "Exceptions",
        "Two of three",
        (settings.yes(Setting.TWO_OF_THREE) ? "In use" : "Not in use")
            + ": of three points in a row strictly on one side of the mean, at least two are more than two thirds of the way to the limit.",
        settings.source(Setting.TWO_OF_THREE).label());
    say(
        "Exceptions",
        "Which is shown",
        "Of several rules the first of point, trend, shift is shown; all are listed under Why. Signals in opposite directions are called mixed.",
        "");
    say(
        "Exceptions",
        "Symbols",
        "\u25cf a point outside the limits, or within normal variation; \u25b2 \u25bc a trend or a shift, up or down; \u25cb too few points, no variation or no figures. The words say the same.",
        "");
    say(
        "Exceptions",
        "Better and worse",
        "By each measure's preferred direction; where none is preferred, the word is \u201cchanged\u201d.",
        "");
    say(
        "Exceptions",
        "Exactness",
        "Comparisons with the mean and the limits use the decimals that the cells show, so that rounding errors never make an exception.",
        "");
  }

  /** What is said beside the rules; it changes no limit and no exception. */
  private void advice() {
    say(
        "Advice",
        "Sustained drift",
        String.format(
            Locale.ROOT,
            "%s: over the last %d months, Mann and Kendall's test at 1%%, in both directions, with its correction for equal figures.",
            settings.yes(Setting.SUSTAINED_DRIFT) ? "In use" : "Not in use",
            ControlConstants.DRIFT_POSITIONS),
        settings.source(Setting.SUSTAINED_DRIFT).label());
    say(
        "Advice",
        "Seasons",
        String.format(
            Locale.ROOT,
            "With %d months or more: Kruskal and Wallis's test of the calendar months at 1%%, less a straight line and allowing for months that resemble the one before.",
            ControlConstants.SEASON_POINTS),
        "");
    say(
        "Advice",
        "Resemblance",
        String.format(
            Locale.ROOT,
            "An autocorrelation of %s or more from month to month, if chance gives as much in fewer than 1 series in 100. Limits from moving ranges are too narrow then.",
            ControlConstants.STRONG_AUTOCORRELATION),
        "");
    say(
        "Advice",
        "Small numbers",
        String.format(
            Locale.ROOT,
            "A mean under %s a month, or more than a third of the months at zero, is too small for monthly limits.",
            Judge.SMALL_MEAN),
        "");
    say(
        "Advice",
        "Surveys",
        String.format(
            Locale.ROOT,
            "A change in a survey's percentage is said to be within its margin of error where it is at most %s standard errors.",
            ControlConstants.NORMAL_FIVE_PER_CENT.toPlainString()),
        "");
    say(
        "Advice",
        "Large numbers",
        String.format(
            Locale.ROOT,
            "Limits by Proportion (p) are advised against where more than %,d cases a month lie behind a percentage.",
            ControlConstants.LARGE_DENOMINATOR),
        "");
    say(
        "Highlights",
        "What is listed",
        String.format(
            Locale.ROOT,
            "Every exception, and changes of at least %s%% and %s units, or %s percentage points.",
            settings.text(Setting.HIGHLIGHT_PER_CENT),
            settings.text(Setting.HIGHLIGHT_UNITS),
            settings.text(Setting.HIGHLIGHT_POINTS)),
        settings.source(Setting.HIGHLIGHT_PER_CENT).label());
  }

  private void quarters() {
    Map<QuarterRule, Long> used = new EnumMap<>(QuarterRule.class);
    review.measures().forEach(m -> used.merge(m.measure().rule(), 1L, Long::sum));
    used.forEach(
        (rule, count) ->
            say(
                "Quarters",
                rule.label(),
                String.format(
                    Locale.ROOT,
                    "%s %s",
                    words(rule),
                    count == 1 ? "1 measure." : count + " measures."),
                ""));
    say(
        "Comparisons",
        "Change",
        "This period less the previous one, and less the same one last year. Changes use only the months that both periods have.",
        "");
    say(
        "Comparisons",
        "Per cent",
        String.format(
            Locale.ROOT,
            "Of the earlier figure. A percentage's change is in percentage points (pp). No per cent is given from 0, or where the earlier count is under %d.",
            settings.whole(Setting.SMALLEST_BASE)),
        settings.source(Setting.SMALLEST_BASE).label());
    say(
        "Comparisons",
        "Rounding",
        "Figures are rounded half up for display only; everything is computed from unrounded figures.",
        "");
  }

  private static String words(QuarterRule rule) {
    return switch (rule) {
      case SUM -> "The months are added.";
      case LAST_VALUE -> "The figure of the last month.";
      case RATIO_OF_SUMS ->
          "All numerators over all denominators of the months; percentages are never averaged.";
      case MEAN -> "The plain average of the months, marked [e].";
      case WEIGHTED_MEAN -> "The average of the months, weighted by what lies behind them.";
      case NOT_ADDITIVE -> "Months cannot be joined: a quarter is shown only if it is typed.";
    };
  }

  private void measures() {
    Map<String, Long> known =
        review.measures().stream()
            .collect(Collectors.groupingBy(m -> m.measure().known(), Collectors.counting()));
    known.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                say(
                    "Measures",
                    "Known from " + entry.getKey(),
                    entry.getValue() == 1 ? "1 measure" : entry.getValue() + " measures",
                    ""));
    for (MeasureReview m : review.measures()) {
      if (m.measure().limitsMethod().isPresent()) {
        say("Measures", m.measure().name(), "Limits by " + m.method().label(), "Measures sheet");
      }
    }
    for (Adjustment a : book.adjustments()) {
      String name =
          review.measures().stream()
              .filter(m -> m.measure().id().equals(a.measure()))
              .map(m -> m.measure().name())
              .findFirst()
              .orElse(a.measure());
      say(
          "Adjustments",
          name,
          String.format(
              Locale.ROOT,
              "%s, %s%s",
              a.kind().label(),
              CalendarMonth.words(a.month()),
              a.reason().isEmpty() ? "" : ": " + a.reason()),
          a.sheet());
    }
  }

  private void shorthand() {
    say("Shorthand", ResultsSheet.NOT_AVAILABLE, "Not available.", "");
    say("Shorthand", ResultsSheet.NOT_APPLICABLE, "Not applicable.", "");
    say("Shorthand", "[c]", "Confidential.", "");
    say("Shorthand", "[low]", "Not zero, but rounds to zero.", "");
    say("Shorthand", "[p]", "Provisional.", "");
    say("Shorthand", "[r]", "Revised.", "");
    say("Shorthand", ResultsSheet.BROKEN, "A break: what is counted changed.", "");
    say("Shorthand", "[e]", "An estimate.", "");
  }

  private void settings() {
    for (Setting setting : Setting.values()) {
      String value = settings.text(setting);
      say(
          "Settings",
          setting.label(),
          value.isEmpty() && setting == Setting.REPORTING_PERIOD ? "found" : value,
          settings.source(setting).label());
    }
  }
}
