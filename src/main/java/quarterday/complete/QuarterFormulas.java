package quarterday.complete;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quarterday.edit.CellPlan;
import quarterday.edit.Look;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;
import quarterday.review.PeriodFigure;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Content;

/**
 * Which formula gives a measure's quarter. Where the months in the row's own cells give it, the
 * block counts them there; everything else stands on Results, as a formula where one is exact.
 */
final class QuarterFormulas {
  /** How a row's own months become its quarter, by number, for CHOOSE. */
  enum Own {
    SUM(1),
    LAST(2),
    MEAN(3),
    /** Only Results knows. */
    NONE(4);

    private final int code;

    Own(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  private final Places places;
  private final Formats formats;
  private final Map<String, MeasureReview> byId;

  QuarterFormulas(Places places, Formats formats) {
    this.places = places;
    this.formats = formats;
    this.byId = places.review().byId();
  }

  /** How the measure's months are joined, whichever period. */
  Own own(MeasureReview m) {
    if (m.table().isLong()) {
      return Own.NONE;
    }
    if (m.quarter().period().months().size() == 1) {
      return Own.LAST;
    }
    return switch (m.measure().rule()) {
      case SUM -> Own.SUM;
      case LAST_VALUE -> Own.LAST;
      case MEAN -> Own.MEAN;
      default -> Own.NONE;
    };
  }

  /** Whether the cells of its own row give the figure exactly. */
  boolean isOwn(MeasureReview m, PeriodFigure figure) {
    List<Integer> columns = Places.columns(m.table(), figure.period());
    boolean made =
        own(m) != Own.NONE
            && figure.value().isPresent()
            && figure.from() == PeriodFigure.From.MONTHS
            && !columns.isEmpty();
    return made && figure.period().months().stream().allMatch(month -> isClean(m, month));
  }

  /**
   * A cell that SUM reads as the product does: a plain number, or no number at all. A fault is
   * neither, for it would spoil the sum.
   */
  private boolean isClean(MeasureReview m, YearMonth month) {
    Observation o = m.row().months().get(month);
    if (o == null) {
      return false;
    }
    Content content = places.sheet(m.table()).at(o.cell()).content();
    return o.isGap()
        ? content.number().isEmpty() && !(content instanceof Content.Fault)
        : o.plain() && o.fraction() == m.row().inFractions();
  }

  /** What Results holds in place of the row's own months: empty where those will do. */
  CellPlan onResults(MeasureReview m, PeriodFigure figure, int row) {
    if (isOwn(m, figure)) {
      return CellPlan.BLANK;
    }
    if (figure.value().isEmpty()) {
      return CellPlan.text(ResultsSheet.NOT_AVAILABLE, Look.PLAIN);
    }
    Content now = Content.of(SpcDataSheet.shown(m, figure.value().get()));
    String format = formats.figure(m.row());
    Optional<String> formula = formula(m, figure, row);
    return formula
        .map(text -> CellPlan.formula(text, now, format, Look.PLAIN))
        .orElseGet(() -> new CellPlan(now, "", format, Look.PLAIN));
  }

  private Optional<String> formula(MeasureReview m, PeriodFigure figure, int row) {
    Measure measure = m.measure();
    if (figure.from() == PeriodFigure.From.TYPED) {
      return typed(m, figure, row);
    }
    if (figure.from() != PeriodFigure.From.PARTS || figure.incomplete()) {
      return Optional.empty();
    }
    Optional<String> below = months(measure.denominator().map(byId::get), figure.period());
    if (measure.rule() == QuarterRule.WEIGHTED_MEAN) {
      Optional<String> own =
          places.isKeyed(m) ? months(Optional.of(m), figure.period()) : Optional.empty();
      return own.isEmpty() || below.isEmpty()
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT, "SUMPRODUCT(%1$s,%2$s)/SUM(%2$s)", own.get(), below.get()));
    }
    Optional<String> above = months(measure.numerator().map(byId::get), figure.period());
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    boolean points = measure.isPercentage() && !m.row().inFractions();
    return Optional.of(
        (points ? "100*" : "") + "SUM(" + above.get() + ")/SUM(" + below.get() + ")");
  }

  private Optional<String> typed(MeasureReview m, PeriodFigure figure, int row) {
    if (!(figure.period() instanceof FinancialQuarter quarter)) {
      return Optional.empty();
    }
    Observation o = m.row().quarters().get(quarter);
    MeasureTable table = m.table();
    if (o == null || !o.plain() || o.fraction() != m.row().inFractions() || !places.isKeyed(m)) {
      return Optional.empty();
    }
    String column =
        FormulaText.column(table.sheet(), o.cell().column(), table.firstRow(), table.lastRow());
    String name = new Address(row, ResultsSheet.MEASURE).ownRow();
    return Optional.of("INDEX(" + column + "," + places.inTable(table, name) + ")");
  }

  /** A measure's months of a period, found by its name so that sorting does not matter. */
  private Optional<String> months(Optional<MeasureReview> part, ReportingPeriod period) {
    if (part.isEmpty() || !places.isKeyed(part.get())) {
      return Optional.empty();
    }
    MeasureRow row = part.get().row();
    MeasureTable table = part.get().table();
    List<Integer> columns = Places.columns(table, period);
    boolean plain =
        !columns.isEmpty()
            && columns.get(columns.size() - 1) - columns.get(0) == columns.size() - 1
            && period.months().stream()
                .allMatch(
                    month ->
                        row.value(month)
                            .filter(o -> o.plain() && o.fraction() == row.inFractions())
                            .isPresent());
    if (!plain || (row.measure().isPercentage() && row.inFractions())) {
      return Optional.empty();
    }
    String cells =
        new Block(
                table.firstRow(), columns.get(0), table.lastRow(), columns.get(columns.size() - 1))
            .on(table.sheet());
    return Optional.of(
        "INDEX(" + cells + "," + places.inTable(table, FormulaText.text(row.label())) + ",0)");
  }

  /** The row's own months as one formula, for one way of joining them. */
  static String ownRow(Own own, List<Integer> columns, int row) {
    String cells = FormulaText.ownRow(columns, row);
    return switch (own) {
      case SUM -> "SUM(" + cells + ")";
      case MEAN -> "AVERAGE(" + cells + ")";
      case LAST, NONE -> last(columns, row);
    };
  }

  private static String last(List<Integer> columns, int row) {
    List<Integer> reversed = new ArrayList<>(columns);
    Collections.reverse(reversed);
    StringBuilder formula = new StringBuilder();
    for (int i = 0; i < reversed.size(); i++) {
      String cell = new Address(row, reversed.get(i)).ownRow();
      if (i == reversed.size() - 1) {
        formula.append(cell);
      } else {
        formula.append("IF(ISNUMBER(").append(cell).append("),").append(cell).append(',');
      }
    }
    return formula.append(")".repeat(reversed.size() - 1)).toString();
  }

  /** Whether the change is simply now less then, as the two cells show them. */
  static boolean isDifference(PeriodFigure now, Comparison then) {
    return then.change().isPresent() && !then.isPartial() && now.value().isPresent();
  }
}
