package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;

/**
 * The sheet {@code Charts}: for each measure its sentence and under it its chart, exceptions first,
 * two to a printed page, and at the end the measures without a chart. All stands in one wide
 * column, so that a chart covers one cell; that cell holds the chart's title, for whoever has cells
 * read out to them and so that the title goes out of date with the figures.
 */
final class ChartsSheet {
  /** As wide as an A4 page is between its margins. */
  private static final double WIDTH = 98;

  private static final int CHARTS_A_PAGE = 2;

  private static final String KEY =
      "How to read a chart: the line with dots is the measure; the grey line is its mean, the dashed lines are its limits "
          + "(dotted: trial limits, from few months), cut off at what is possible. "
          + "Large dark shapes lie outside the limits, small pale ones are part of a trend or a shift: "
          + "diamonds are worse, squares better, triangles a change where no direction is preferred. "
          + "Grey circles are left out of the limits.";

  private final Places places;
  private final Review review;
  private final ChartChoice choice;
  private final Map<String, Plotted> plotted;

  ChartsSheet(Places places, ChartChoice choice, Map<String, Plotted> plotted) {
    this.places = places;
    this.review = places.review();
    this.choice = choice;
    this.plotted = plotted;
  }

  OwnSheet sheet() {
    List<List<CellPlan>> rows = new ArrayList<>();
    List<ChartPlan> charts = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    List<Edit.Link> links = new ArrayList<>();
    rows.add(line(CellPlan.text("Charts for " + review.period().label(), Look.TITLE)));
    rows.add(line(CellPlan.text(KEY, Look.WRAPPED)));
    for (MeasureReview m : choice.charted()) {
      if (!charts.isEmpty() && charts.size() % CHARTS_A_PAGE == 0) {
        pages.add(rows.size());
      }
      rows.add(line(sentence(m)));
      Plotted drawn = plotted.get(m.measure().id());
      charts.add(
          new ChartDrawing(m, drawn, places)
              .plan(charts.size() + 1, places.title(SheetKind.CHARTS), rows.size()));
      rows.add(line(title(m)));
    }
    Optional<Block> table = others(rows, links, pages, charts.isEmpty());
    return new OwnSheet(
        SheetKind.CHARTS,
        rows,
        table,
        List.of(),
        links,
        List.of(WIDTH),
        new Edit.PageLayout(false, -1, 0),
        charts,
        pages);
  }

  private static List<CellPlan> line(CellPlan cell) {
    return List.of(cell);
  }

  private CellPlan sentence(MeasureReview m) {
    String text = kpi(m) + m.sentence();
    String words =
        new Block(places.resultRow(m), ResultsSheet.WORDS, places.resultRow(m), ResultsSheet.WORDS)
            .on(places.title(SheetKind.RESULTS));
    String kpi = kpi(m).isEmpty() ? "" : FormulaText.text(kpi(m)) + "&";
    return guarded(m, text, kpi + words, kpi + FormulaText.text(Guard.OUT_OF_DATE), Look.WRAPPED);
  }

  private static String kpi(MeasureReview m) {
    String kpi = m.measure().kpi().strip();
    return kpi.isEmpty() || kpi.length() > 20 ? "" : "KPI " + kpi + ". ";
  }

  private CellPlan title(MeasureReview m) {
    String title = ChartDrawing.title(m);
    String outdated = ChartDrawing.name(m, 100) + ": " + Guard.OUT_OF_DATE.toLowerCase(Locale.ROOT);
    return guarded(m, title, FormulaText.text(title), FormulaText.text(outdated), Look.WRAPPED);
  }

  /** A text that gives way to another once the figures of its measure have changed. */
  private CellPlan guarded(
      MeasureReview m, String now, String current, String outdated, Look look) {
    return verdict(m)
        .map(
            verdict ->
                CellPlan.formula(
                    String.format(
                        Locale.ROOT,
                        "IF(%s=%s,%s,%s)",
                        verdict,
                        FormulaText.text(Guard.OUT_OF_DATE),
                        outdated,
                        current),
                    Content.of(now),
                    CellSnapshot.GENERAL,
                    look))
        .orElseGet(() -> CellPlan.text(now, look));
  }

  /** A formula for the measure's verdict as it is shown elsewhere, where one can find it. */
  private Optional<String> verdict(MeasureReview m) {
    if (m.table().isLong()) {
      return places.isNamed(m) ? Optional.of(places.verdict(m)) : Optional.empty();
    }
    Optional<Block> block = places.block(m.table());
    int row = places.spcRow(m).orElseThrow();
    String name =
        new Block(row, SpcDataSheet.MEASURE, row, SpcDataSheet.MEASURE)
            .on(places.title(SheetKind.SPC_DATA));
    return block
        .filter(b -> places.isKeyed(m))
        .map(
            b ->
                String.format(
                    Locale.ROOT,
                    "INDEX(%s,%s)",
                    ResultsBlock.exceptionColumn(m.table(), b),
                    places.inTable(m.table(), name)));
  }

  private Optional<Block> others(
      List<List<CellPlan>> rows, List<Edit.Link> links, List<Integer> pages, boolean alone) {
    if (choice.others().isEmpty()) {
      return Optional.empty();
    }
    if (!alone) {
      pages.add(rows.size());
    }
    int header = rows.size();
    rows.add(line(CellPlan.text("Measures without a chart", Look.HEADING)));
    for (ChartChoice.Uncharted other : choice.others()) {
      MeasureReview m = other.measure();
      links.add(
          new Edit.Link(
              new Address(rows.size(), 0),
              Block.quoted(m.table().sheet()) + "!" + m.row().name(),
              "Go to " + m.measure().name() + " on " + m.table().sheet()));
      rows.add(line(CellPlan.text(kpi(m) + m.row().label() + ": " + other.why(), Look.LINK)));
    }
    return Optional.of(new Block(header, 0, rows.size() - 1, 0));
  }
}
