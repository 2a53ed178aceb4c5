package quarterday.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import quarterday.complete.Completed;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/** What a reader sees of a completed workbook, in brief, as text. */
final class Golden {
  private static final int NAME = 60;
  private static final int FIRST_ROW = 3;
  private static final DataFormatter SHOWN = new DataFormatter(java.util.Locale.ENGLISH);

  private Golden() {}

  /** Period, findings, results and what the added sheets hold in brief. */
  static String of(Completed completed, Snapshot after) {
    List<String> lines = new ArrayList<>();
    lines.add("Period: " + completed.review().period().label());
    lines.add("");
    lines.add("Findings");
    for (Finding finding : completed.findings()) {
      lines.add(
          "  %s %s %s!%s %s"
              .formatted(
                  finding.severity().label(),
                  finding.code(),
                  finding.sheet(),
                  finding.cell(),
                  shortened(finding.message(), 400)));
    }
    lines.add(results(completed, after));
    lines.add("Sheets");
    after.sheets().forEach(sheet -> lines.add("  " + sheet.name()));
    lines.addAll(sheet(after, "Highlights", List.of(0, 1, 2, 3, 4, 5)));
    lines.addAll(charts(after));
    lines.addAll(signals(after));
    lines.addAll(sheet(after, "Glossary", List.of(0)));
    glossary(after).ifPresent(lines::addAll);
    return String.join("\n", lines) + "\n";
  }

  /** The results beside the tables: each measure by the name that stands in its row. */
  static String results(Completed completed, Snapshot after) {
    Map<String, Integer> names =
        completed.review().measures().stream()
            .collect(
                Collectors.toMap(
                    m -> m.table().resultsName(), m -> m.table().measureColumn(), (a, b) -> a));
    List<String> lines = new ArrayList<>();
    for (Snapshot.NamedBlock name : blocks(after)) {
      SheetSnapshot sheet = after.sheet(name.sheet()).orElseThrow();
      Block block = name.block();
      lines.add("");
      lines.add("Results on " + name.sheet() + " in " + block);
      for (int row = block.top(); row <= block.bottom(); row++) {
        String results = cells(sheet, row, block);
        if (!results.isEmpty()) {
          String measure = shown(sheet.at(row, names.getOrDefault(name.name(), 0)));
          lines.add("  %d %s: %s".formatted(row + 1, shortened(measure, NAME), results));
        }
      }
    }
    lines.add("");
    return String.join("\n", lines);
  }

  /**
   * The results of each measure by its name, in the order of the rows; the values themselves,
   * because number formats stay with their cells when a table is sorted by itself.
   */
  static Map<String, List<Object>> byMeasure(Completed completed, Snapshot after) {
    Map<String, List<Object>> rows = new LinkedHashMap<>();
    for (Snapshot.NamedBlock name : blocks(after)) {
      SheetSnapshot sheet = after.sheet(name.sheet()).orElseThrow();
      int names =
          completed.review().measures().stream()
              .filter(m -> m.table().resultsName().equals(name.name()))
              .mapToInt(m -> m.table().measureColumn())
              .findFirst()
              .orElseThrow();
      for (int row = name.block().top() + 1; row <= name.block().bottom(); row++) {
        List<Object> results = new ArrayList<>();
        for (int column = name.block().left(); column <= name.block().right(); column++) {
          Content content = sheet.at(row, column).content();
          results.add(
              content.number().isPresent()
                  ? "%.9g".formatted(content.number().getAsDouble())
                  : content.isBlank() ? "" : content);
        }
        rows.put(shown(sheet.at(row, names)), results);
      }
    }
    return rows;
  }

  private static List<Snapshot.NamedBlock> blocks(Snapshot after) {
    return after.names().stream()
        .filter(name -> name.name().startsWith(MeasureTable.RESULTS_PREFIX))
        .sorted(Comparator.comparing(Snapshot.NamedBlock::name))
        .toList();
  }

  private static String cells(SheetSnapshot sheet, int row, Block block) {
    StringJoiner cells = new StringJoiner(" | ");
    boolean any = false;
    for (int column = block.left(); column <= block.right(); column++) {
      String shown = shown(sheet.at(row, column));
      cells.add(shown);
      any |= !shown.isEmpty();
    }
    return any ? cells.toString() : "";
  }

  private static List<String> sheet(Snapshot after, String kind, List<Integer> columns) {
    List<String> lines = new ArrayList<>();
    Optional<SheetSnapshot> sheet = added(after, kind);
    if (sheet.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add(sheet.get().name());
    for (int row : sheet.get().rows()) {
      if (row >= FIRST_ROW) {
        StringJoiner cells = new StringJoiner(" | ", "  ", "");
        columns.forEach(
            column -> cells.add(shortened(shown(sheet.get().at(row, column)), 4 * NAME)));
        lines.add(cells.toString().stripTrailing());
      }
    }
    return lines;
  }

  /** Each chart's place, title, alternative text and the ranges that it is drawn from. */
  private static List<String> charts(Snapshot after) {
    SheetSnapshot sheet = added(after, "Charts").orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(sheet.name() + ": " + sheet.charts().size());
    for (ChartSnapshot chart : sheet.charts()) {
      lines.add("  %s %s".formatted(chart.place(), shown(sheet.at(chart.place().first()))));
      lines.add("    " + chart.description());
      lines.add(
          "    "
              + chart.series().orElseThrow().stream()
                  .map(
                      series ->
                          "%s %s (%d)"
                              .formatted(
                                  shortened(series.name(), NAME),
                                  series.values().replaceFirst("^.*!", "").replace("$", ""),
                                  series.figures().size()))
                  .collect(Collectors.joining(", ")));
    }
    for (int row = chartsEnd(sheet); row <= sheet.lastRow(); row++) {
      lines.add("  " + shown(sheet.at(row, 0)));
    }
    return lines;
  }

  /** The first row after the charts. */
  private static int chartsEnd(SheetSnapshot sheet) {
    return sheet.charts().stream()
        .mapToInt(c -> c.place().bottom() + 1)
        .max()
        .orElse(FIRST_ROW - 1);
  }

  private static Optional<SheetSnapshot> added(Snapshot after, String kind) {
    return after
        .named(MeasureTable.SHEET_PREFIX + kind.replace(' ', '_'))
        .flatMap(name -> after.sheet(name.sheet()));
  }

  /** Of SPC data only how much there is, and the months with a rule, a note or a state of note. */
  private static List<String> signals(Snapshot after) {
    SheetSnapshot sheet = added(after, "SPC data").orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(sheet.name() + ": " + (sheet.lastRow() - FIRST_ROW + 1) + " months");
    for (int row = FIRST_ROW; row <= sheet.lastRow(); row++) {
      String rules = shown(sheet.at(row, 9));
      String phase = shown(sheet.at(row, 11));
      String note = shown(sheet.at(row, 12));
      if (!rules.isEmpty() || !note.isEmpty()) {
        lines.add(
            "  %s, %s, phase %s: %s%s"
                .formatted(
                    shortened(shown(sheet.at(row, 0)), NAME),
                    shown(sheet.at(row, 1), after.dates1904()),
                    phase,
                    rules,
                    note.isEmpty() ? "" : " (" + note + ")"));
      }
    }
    return lines;
  }

  /** The terms added to an analyst's own glossary. */
  private static Optional<List<String>> glossary(Snapshot after) {
    return after
        .named("Quarterday.Glossary")
        .map(
            name -> {
              List<String> lines = new ArrayList<>();
              lines.add("");
              lines.add("Added to " + name.sheet() + " in " + name.block());
              SheetSnapshot sheet = after.sheet(name.sheet()).orElseThrow();
              for (int row = name.block().top(); row <= name.block().bottom(); row++) {
                lines.add(
                    "  "
                        + shown(sheet.at(row, name.block().left()))
                        + ": "
                        + shortened(shown(sheet.at(row, name.block().right())), NAME));
              }
              return lines;
            });
  }

  private static String shown(CellSnapshot cell) {
    return shown(cell, false);
  }

  private static String shown(CellSnapshot cell, boolean dates1904) {
    Content content = cell.content();
    if (content.number().isPresent()) {
      return SHOWN.formatRawCellContents(
          content.number().getAsDouble(), -1, cell.format(), dates1904);
    }
    return content instanceof Content.Fault fault
        ? fault.code()
        : content.text().orElse(content.isBlank() ? "" : content.toString());
  }

  private static String shortened(String text, int most) {
    String line = text.replace("\n", "\\n");
    return line.length() <= most ? line : line.substring(0, most - 1) + "\u2026";
  }
}
