package quarterday.complete;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import quarterday.edit.ChartPlan;
import quarterday.sheet.ChartSnapshot;

/**
 * Which charts were drawn and from what, by their names: what the ledger keeps for readers that
 * cannot see a chart's series.
 *
 * @param digests what each chart was drawn from, in short
 */
record DrawnCharts(Map<String, String> digests) {
  /** No chart. */
  static final DrawnCharts NONE = new DrawnCharts(Map.of());

  /** Copies the map. */
  DrawnCharts {
    digests = new LinkedHashMap<>(digests);
  }

  /** These charts, once they are drawn. */
  static DrawnCharts of(List<ChartPlan> charts) {
    Map<String, String> digests = new LinkedHashMap<>();
    charts.forEach(chart -> digests.put(chart.name(), digest(chart.snapshot())));
    return new DrawnCharts(digests);
  }

  /** All but the place: an analyst may move a chart. */
  private static String digest(ChartSnapshot chart) {
    StringBuilder text = new StringBuilder(chart.title()).append('\n').append(chart.description());
    for (ChartSnapshot.SeriesSnapshot series : chart.series().orElse(List.of())) {
      text.append('\n').append(series.name()).append('\n').append(series.values()).append('\n');
      series.figures().forEach((at, figure) -> text.append(at).append('=').append(figure));
    }
    CRC32 sum = new CRC32();
    sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  /**
   * Whether a sheet has the charts that are wanted, wherever an analyst has moved them. A chart
   * whose series could not be read is known by this record alone.
   */
  boolean isSame(List<ChartSnapshot> now, List<ChartPlan> wanted) {
    boolean same = now.size() == wanted.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = isSame(now.get(i), wanted.get(i).snapshot());
    }
    return same;
  }

  private boolean isSame(ChartSnapshot now, ChartSnapshot wanted) {
    if (!now.name().equals(wanted.name())) {
      return false;
    }
    if (now.series().isEmpty()) {
      return digest(wanted).equals(digests.get(now.name()));
    }
    // A writer that has no place for a description leaves it out.
    return FormulaText.same(now.title(), wanted.title())
        && (now.description().isEmpty() || now.description().equals(wanted.description()))
        && isSameDrawing(now.series().get(), wanted.series().orElseThrow());
  }

  private static boolean isSameDrawing(
      List<ChartSnapshot.SeriesSnapshot> now, List<ChartSnapshot.SeriesSnapshot> wanted) {
    boolean same = now.size() == wanted.size();
    for (int i = 0; same && i < now.size(); i++) {
      ChartSnapshot.SeriesSnapshot one = now.get(i);
      ChartSnapshot.SeriesSnapshot other = wanted.get(i);
      same =
          one.name().equals(other.name())
              && FormulaText.same(one.values(), other.values())
              && one.figures().keySet().equals(other.figures().keySet())
              && one.figures().entrySet().stream()
                  .allMatch(e -> Planner.isSame(e.getValue(), other.figures().get(e.getKey())));
    }
    return same;
  }
}
