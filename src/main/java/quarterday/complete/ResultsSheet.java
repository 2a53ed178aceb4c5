package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Setting;
import quarterday.kpi.TargetSpan;
import quarterday.kpi.Unit;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.review.Shown;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Interruption;

/**
 * The sheet {@code Results}: one row a measure, where the results beside the tables look up what
 * they show, by the measure's name, so that sorting and filtering keep every row true.
 */
final class ResultsSheet {
  /** Stands for a figure that there is not. */
  static final String NOT_AVAILABLE = "[x]";

  /** Stands where a figure would make no sense, as a per cent of a per cent. */
  static final String NOT_APPLICABLE = "[z]";

  /** Stands for a comparison across a break. */
  static final String BROKEN = "[b]";

  static final int SHEET = 0;
  static final int KPI = 1;
  static final int MEASURE = 2;
  static final int SECTION = 3;
  static final int EXCEPTION = 4;
  static final int WHY = 5;
  static final int WORDS = 6;
  static final int MEAN = 7;
  static final int LOWER = 8;
  static final int UPPER = 9;
  static final int POINTS = 10;
  static final int METHOD = 11;
  static final int TARGET = 12;
  static final int OWN = 13;
  static final int SCALE = 14;
  static final int BASE = 15;
  static final int NOW = 16;
  static final int PREVIOUS = 17;
  static final int CHANGE = 18;
  static final int PERCENT = 19;
  static final int YEAR_AGO = 20;
  static final int YEAR_CHANGE = 21;
  static final int YEAR_PERCENT = 22;
  static final int COUNT = 23;
  static final int SUM = 24;
  static final int TEXT = 25;
  static final int ID = 26;

  private static final List<Double> WIDTHS =
      List.of(
          20.0, 7.0, 36.0, 22.0, 40.0, 50.0, 70.0, 11.0, 11.0, 11.0, 8.0, 20.0, 30.0, 9.0, 8.0, 9.0,
          14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 10.0, 16.0, 12.0, 24.0);

  private final Places places;
  private final Formats formats;
  private final Review review;
  private final QuarterFormulas quarters;
  private final Guard guard;
  private final LongGuard longGuard;

  ResultsSheet(
      Places places, Formats formats, QuarterFormulas quarters, Guard guard, LongGuard longGuard) {
    this.places = places;
    this.formats = formats;
    this.review = places.review();
    this.quarters = quarters;
    this.guard = guard;
    this.longGuard = longGuard;
  }

  static List<String> headings(ReportingPeriod period) {
    return List.of(
        "Sheet",
        "KPI",
        "Measure",
        "Section",
        "Exception",
        "Why",
        "In words",
        "Mean",
        "Lower limit",
        "Upper limit",
        "Points",
        "Limits method",
        "Against target",
        "Joined by",
        "Scale",
        "Smallest base",
        period.label() + " from here",
        period.previous().label() + " from here",
        "Change from here",
        "% change from here",
        period.yearAgo().label() + " from here",
        "Change on year from here",
        "% change on year from here",
        "Figures counted",
        "Check sum",
        "Check of text",
        "Id");
  }

  OwnSheet sheet() {
    List<List<CellPlan>> rows =
        Rows.titled(
            "Results",
            "One row a measure. The columns beside your tables look these up; please do not edit."
                + " Columns marked \"from here\" are filled only where a table's own months do not"
                + " give the figure.",
            headings(review.period()),
            Look.HEADER);
    for (MeasureReview m : review.measures()) {
      Interruption.heed();
      rows.add(row(m));
    }
    return new OwnSheet(
        SheetKind.RESULTS,
        rows,
        Rows.table(rows),
        List.of(
            new OwnSheet.Ruled(
                new Block(Places.FIRST_ROW, EXCEPTION, rows.size() - 1, EXCEPTION),
                ExceptionRules.of(new Address(Places.FIRST_ROW, EXCEPTION), review.settings()))),
        List.of(),
        WIDTHS,
        new Edit.PageLayout(true, Places.HEADER_ROW, MEASURE + 1));
  }

  private List<CellPlan> row(MeasureReview m) {
    int row = places.resultRow(m);
    List<CellPlan> cells = new ArrayList<>();
    cells.add(CellPlan.text(m.table().sheet(), Look.PLAIN));
    cells.add(CellPlan.text(m.measure().kpi(), Look.PLAIN));
    cells.add(CellPlan.text(m.row().label(), Look.PLAIN));
    cells.add(CellPlan.text(m.measure().section(), Look.PLAIN));
    cells.add(exception(m));
    cells.add(CellPlan.text(m.why(), Look.WORDS));
    cells.add(CellPlan.text(m.sentence(), Look.WORDS));
    cells.addAll(limits(m));
    cells.add(CellPlan.number(m.points(), "0", Look.PLAIN));
    cells.add(CellPlan.text(m.method().label(), Look.PLAIN));
    cells.add(CellPlan.text(target(m, review), Look.PLAIN));
    cells.add(CellPlan.number(quarters.own(m).code(), "0", Look.PLAIN));
    cells.add(CellPlan.number(m.row().inFractions() ? 100 : 1, "0", Look.PLAIN));
    cells.add(base(m));
    cells.add(quarters.onResults(m, m.quarter(), row));
    cells.add(quarters.onResults(m, m.previous().earlier(), row));
    cells.add(change(m, m.previous()));
    cells.add(percent(m, m.previous()));
    cells.add(quarters.onResults(m, m.yearAgo().earlier(), row));
    cells.add(change(m, m.yearAgo()));
    cells.add(percent(m, m.yearAgo()));
    Guard.Sign sign = guard.sign(m);
    cells.add(CellPlan.number(sign.count(), "0", Look.PLAIN));
    cells.add(CellPlan.number(sign.sum(), "General", Look.PLAIN));
    cells.add(CellPlan.number(sign.text(), "0", Look.PLAIN));
    cells.add(CellPlan.text(m.measure().id(), Look.PLAIN));
    return cells;
  }

  /**
   * The verdict. Of a long table it stands nowhere else, so here it says when it is out of date.
   */
  private CellPlan exception(MeasureReview m) {
    Optional<String> changed = m.table().isLong() ? longGuard.changed(m) : Optional.empty();
    return changed
        .map(
            formula ->
                CellPlan.formula(
                    String.format(
                        Locale.ROOT,
                        "IF(%s,%s,%s)",
                        formula,
                        FormulaText.text(Guard.OUT_OF_DATE),
                        FormulaText.text(m.exception())),
                    Content.of(m.exception()),
                    CellSnapshot.GENERAL,
                    Look.STATE))
        .orElseGet(() -> CellPlan.text(m.exception(), Look.STATE));
  }

  /** Mean and limits, linked to SPC data; the limits no further than what is possible. */
  private List<CellPlan> limits(MeasureReview m) {
    Optional<Integer> first = places.spcRow(m);
    if (first.isEmpty() || m.mean().isEmpty()) {
      CellPlan none = CellPlan.text(NOT_AVAILABLE, Look.LIMIT);
      return List.of(none, none, none);
    }
    int last = first.get() + Places.spcPositions(m).size() - 1;
    String title = places.title(SheetKind.SPC_DATA);
    String format = formats.limit(m.row());
    List<CellPlan> cells = new ArrayList<>();
    cells.add(
        CellPlan.formula(
            FormulaText.column(title, SpcDataSheet.MEAN, last, last),
            Content.of(SpcDataSheet.shown(m, m.mean().get())),
            format,
            Look.LIMIT));
    if (m.limits().isEmpty()) {
      cells.add(CellPlan.text(NOT_AVAILABLE, Look.LIMIT));
      cells.add(CellPlan.text(NOT_AVAILABLE, Look.LIMIT));
      return cells;
    }
    cells.add(
        CellPlan.formula(
            bounded(
                "MAX", m.lowest(), m, FormulaText.column(title, SpcDataSheet.LOWER, last, last)),
            Content.of(SpcDataSheet.shown(m, m.shownLower().orElseThrow())),
            format,
            Look.LIMIT));
    cells.add(
        CellPlan.formula(
            bounded(
                "MIN", m.highest(), m, FormulaText.column(title, SpcDataSheet.UPPER, last, last)),
            Content.of(SpcDataSheet.shown(m, m.shownUpper().orElseThrow())),
            format,
            Look.LIMIT));
    return cells;
  }

  private static String bounded(
      String function, Optional<BigDecimal> bound, MeasureReview m, String cell) {
    return bound
        .map(
            value -> {
              BigDecimal scaled = m.row().inFractions() ? value.movePointLeft(2) : value;
              return String.format(
                  Locale.ROOT,
                  "%s(%s,%s)",
                  function,
                  scaled.stripTrailingZeros().toPlainString(),
                  cell);
            })
        .orElse(cell);
  }

  /** What is said about the target, or nothing where there is none. */
  static String target(MeasureReview m, Review review) {
    if (m.measure().target().isEmpty()) {
      return "";
    }
    String target =
        new Shown(review.settings()).figure(m.measure().target().get(), m.measure().unit());
    return m.assurance()
        .map(
            a ->
                Character.toUpperCase(a.label().charAt(0))
                    + a.label().substring(1)
                    + " (target "
                    + target
                    + ")")
        .orElse("Target " + target + TargetSpan.of(m.row()).suffix() + ", not judged");
  }

  /** Below which earlier figure there is no per cent; {@code [z]} for percentages. */
  private CellPlan base(MeasureReview m) {
    if (m.measure().isPercentage()) {
      return CellPlan.text(NOT_APPLICABLE, Look.PLAIN);
    }
    int base =
        m.measure().unit() == Unit.COUNT ? review.settings().whole(Setting.SMALLEST_BASE) : 0;
    return CellPlan.number(base, "0", Look.PLAIN);
  }

  private CellPlan change(MeasureReview m, Comparison then) {
    if (isBeside(m, then)) {
      return CellPlan.BLANK;
    }
    return then.change()
        .map(c -> CellPlan.number(c.doubleValue(), formats.change(m.row()), Look.PLAIN))
        .orElseGet(() -> missing(then));
  }

  private static CellPlan missing(Comparison then) {
    return CellPlan.text(then.broken().isPresent() ? BROKEN : NOT_AVAILABLE, Look.PLAIN);
  }

  /** Whether the cells beside the measure's row work the change out themselves. */
  private static boolean isBeside(MeasureReview m, Comparison then) {
    return !m.table().isLong() && QuarterFormulas.isDifference(m.quarter(), then);
  }

  private CellPlan percent(MeasureReview m, Comparison then) {
    if (isBeside(m, then)) {
      return CellPlan.BLANK;
    }
    if (then.change().isEmpty()) {
      return missing(then);
    }
    return then.percent()
        .map(
            p ->
                CellPlan.number(
                    p.movePointLeft(2).doubleValue(), Formats.PERCENT_CHANGE, Look.PLAIN))
        .orElseGet(
            () ->
                CellPlan.text(
                    noPercent(then.base(), review.settings().whole(Setting.SMALLEST_BASE)),
                    Look.PLAIN));
  }

  /** Why there is no per cent, as the cell says it. */
  static String noPercent(Comparison.Base base, int smallest) {
    return switch (base) {
      case POINTS -> NOT_APPLICABLE;
      case ZERO -> "n/a, from 0";
      case NEGATIVE -> "n/a, from below 0";
      case SMALL -> "n/a, under " + smallest;
      case NONE, SOUND -> NOT_AVAILABLE;
    };
  }

  /** The words for a month or quarter in a heading. */
  static String noun(ReportingPeriod period) {
    return period instanceof CalendarMonth ? "month" : "quarter";
  }
}
