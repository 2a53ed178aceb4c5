package quarterday.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/**
 * All that a snapshot holds as Excel's library can tell and keep it: widths are whole pixels, and
 * charts have neither alternative text nor remembered figures.
 */
final class SeenInExcel {
  /** Of 7 pixels is a digit of Calibri 11, in which widths are counted. */
  private static final int DIGIT = 7;

  private static final Pattern SIZE_OR_CHART =
      Pattern.compile(".*! (?:width \\d+ [-.\\dE]+|ChartSnapshot\\[.*)", Pattern.DOTALL);

  private SeenInExcel() {}

  static List<String> lines(Snapshot snapshot) {
    List<String> lines = new ArrayList<>(withoutCharts(snapshot));
    for (SheetSnapshot sheet : snapshot.sheets()) {
      for (ChartSnapshot chart : sheet.charts()) {
        String at = sheet.name() + "! " + chart.name() + ": ";
        lines.add(at + "title " + chart.title());
        chart
            .series()
            .orElse(List.of())
            .forEach(series -> lines.add(at + series.name() + " from " + series.values()));
      }
    }
    return lines;
  }

  static List<String> withoutCharts(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    for (String line : SnapshotText.lines(snapshot)) {
      if (!SIZE_OR_CHART.matcher(line).matches()) {
        lines.add(line);
      }
    }
    for (SheetSnapshot sheet : snapshot.sheets()) {
      new TreeMap<>(sheet.widths())
          .forEach(
              (column, width) -> {
                if (!sheet.isColumnHidden(column)) {
                  lines.add(
                      sheet.name() + "! " + column + " pixels wide " + Math.round(width * DIGIT));
                }
              });
      new TreeMap<>(sheet.heights())
          .forEach((row, height) -> lines.add(sheet.name() + "! " + row + " high " + height));
    }
    return lines;
  }
}
