package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.Setting;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

/** The sheet Highlights, and what an analyst does to it between two completions. */
class HighlightsTest {
  private static final Map<Setting, String> FIRST_QUARTER =
      Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1");

  private static final String STEADY =
      "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 9";

  /** The first row under the headings, and the columns. */
  private static final int FIRST = 3;

  private static final int MEASURE = 2;
  private static final int WHY = 4;
  private static final int WORDS = 5;

  /** Worse by a point, better by a point, a trend, a large change for the worse, and steady. */
  private static final Map<String, String> FIGURES = new HashMap<>();

  static {
    FIGURES.put("Complaints", STEADY + " 10 11 40");
    FIGURES.put("Praise", STEADY + " 10 11 41");
    FIGURES.put(
        "Letters", "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 12 6 7 8 9 10 11 12");
    FIGURES.put(
        "Delays",
        "100 140 100 140 100 140 100 140 100 140 100 140 100 140 100 140 100 140 100 140 100 100 100 100 130 130 130");
    FIGURES.put("Visits", STEADY + " 10 11 9");
  }

  private static Snapshot workbook(String... measures) {
    Sketch sheet = sheet("Office").row("Measure", months("2018-04", 27));
    for (String measure : measures) {
      sheet.row(measure, figures(FIGURES.get(measure)));
    }
    return sheet.with(
        sheet("Measures")
            .row("Measure", "Quarter rule", "Better when")
            .row("Complaints", "Sum", "Lower")
            .row("Praise", "Sum", "Higher")
            .row("Letters", "Sum", "Neutral")
            .row("Delays", "Sum", "Lower")
            .row("Visits", "Sum", "Neutral"));
  }

  private static final String[] ALL = {"Praise", "Visits", "Delays", "Letters", "Complaints"};

  private static Snapshot completed(Snapshot before) throws Exception {
    return Meaning.apply(before, Completion.complete(before, FIRST_QUARTER, "test").plan());
  }

  private static SheetSnapshot highlights(Snapshot workbook) {
    String title = workbook.named(SheetKind.HIGHLIGHTS.definedName()).orElseThrow().sheet();
    return workbook.sheet(title).orElseThrow();
  }

  private static List<List<CellSnapshot>> grid(Snapshot workbook) {
    SheetSnapshot sheet = highlights(workbook);
    List<List<CellSnapshot>> grid = new ArrayList<>();
    for (int row = 0; row <= sheet.lastRow(); row++) {
      List<CellSnapshot> cells = new ArrayList<>();
      for (int column = 0; column < 10; column++) {
        cells.add(sheet.at(row, column));
      }
      grid.add(cells);
    }
    return grid;
  }

  private static String text(CellSnapshot cell) {
    return cell.content().text().orElse("");
  }

  /** The listed measures, from the top, with the words beside them. */
  private static Map<String, String> listed(Snapshot workbook) {
    Map<String, String> listed = new LinkedHashMap<>();
    List<List<CellSnapshot>> grid = grid(workbook);
    grid.subList(FIRST, grid.size())
        .forEach(row -> listed.put(text(row.get(MEASURE)), text(row.get(WORDS))));
    return listed;
  }

  private static String why(Snapshot workbook, String measure) {
    return grid(workbook).stream()
        .filter(row -> text(row.get(MEASURE)).equals(measure))
        .map(row -> text(row.get(WHY)))
        .findFirst()
        .orElseThrow();
  }

  /** What an analyst does to the sheet. */
  private static Snapshot edited(Snapshot workbook, Consumer<List<List<CellSnapshot>>> hand) {
    List<List<CellSnapshot>> grid = grid(workbook);
    hand.accept(grid);
    SheetSnapshot.Builder sheet = SheetSnapshot.named(highlights(workbook).name());
    for (int row = 0; row < grid.size(); row++) {
      for (int column = 0; column < grid.get(row).size(); column++) {
        sheet.put(row, column, grid.get(row).get(column));
      }
    }
    SheetSnapshot written = sheet.build();
    return with(
        workbook,
        workbook.sheets().stream()
            .map(old -> old.name().equals(written.name()) ? written : old)
            .toList());
  }

  private static Snapshot with(Snapshot workbook, List<SheetSnapshot> sheets) {
    return new Snapshot(sheets, workbook.names(), false, false, workbook.ledger());
  }

  private static Consumer<List<List<CellSnapshot>>> writing(String measure, Content words) {
    return grid ->
        grid.stream()
            .filter(row -> text(row.get(MEASURE)).equals(measure))
            .forEach(row -> row.set(WORDS, CellSnapshot.of(words)));
  }

  private static Snapshot written(Snapshot workbook, String measure, String words) {
    return edited(workbook, writing(measure, Content.of(words)));
  }

  /** The same workbook with the office's table as it would be with other measures. */
  private static Snapshot withMeasures(Snapshot workbook, String... measures) {
    SheetSnapshot office = workbook(measures).sheets().get(0);
    return new Snapshot(
        workbook.sheets().stream().map(old -> old.name().equals("Office") ? office : old).toList(),
        workbook.names().stream().filter(name -> !name.sheet().equals("Office")).toList(),
        false,
        false,
        workbook.ledger());
  }

  @Test
  void everyExceptionAndLargeChangeIsListedWorstFirst() throws Exception {
    Snapshot done = completed(workbook(ALL));
    assertThat(listed(done).keySet()).containsExactly("Complaints", "Letters", "Praise", "Delays");
    assertThat(why(done, "Delays")).isEqualTo("Large change: up 30% (90) on 2019/20 Q4");
    assertThat(text(grid(done).get(1).get(0)))
        .contains("changes of at least 20% and 10 units, or 5 percentage points", "worst first");
  }

  @Test
  void amongLargeChangesTheWorseOnesComeFirst() throws Exception {
    FIGURES.put("Helped", FIGURES.get("Delays").replaceAll("130", "190"));
    Snapshot before = workbook("Helped", "Delays");
    Sketch measures =
        sheet("Measures")
            .row("Measure", "Quarter rule", "Better when")
            .row("Helped", "Sum", "Higher")
            .row("Delays", "Sum", "Lower");
    Snapshot done = completed(with(before, List.of(before.sheets().get(0), measures.build())));
    assertThat(grid(done).subList(FIRST, grid(done).size()))
        .filteredOn(row -> text(row.get(WHY)).startsWith("Large change"))
        .extracting(row -> text(row.get(MEASURE)))
        .first()
        .isEqualTo("Delays");
  }

  @Test
  void wordsStayWithTheirMeasureWhenRowsMove() throws Exception {
    Snapshot done = written(completed(workbook(ALL)), "Letters", "A campaign.\nIt ends in July.");
    assertThat(listed(completed(done))).containsEntry("Letters", "A campaign.\nIt ends in July.");

    Snapshot moved = withMeasures(done, "Letters", "Complaints", "Delays", "Praise", "Visits");
    assertThat(listed(completed(moved))).containsEntry("Letters", "A campaign.\nIt ends in July.");
  }

  @Test
  void wordsStayWhenTheAnalystSortsTheSheetOrMovesItsColumns() throws Exception {
    Snapshot done =
        written(written(completed(workbook(ALL)), "Letters", "first"), "Delays", "second");
    Snapshot sorted = edited(done, grid -> Collections.reverse(grid.subList(FIRST, grid.size())));
    assertThat(listed(completed(sorted)))
        .containsEntry("Letters", "first")
        .containsEntry("Delays", "second");

    Snapshot widened = edited(done, grid -> grid.forEach(row -> row.add(0, CellSnapshot.BLANK)));
    assertThat(listed(completed(widened)))
        .containsEntry("Letters", "first")
        .containsEntry("Delays", "second");

    Snapshot lowered =
        edited(done, grid -> grid.add(0, new ArrayList<>(List.of(CellSnapshot.BLANK))));
    assertThat(listed(completed(lowered)))
        .containsEntry("Letters", "first")
        .containsEntry("Delays", "second");
  }

  @Test
  void aNumberCountsAsWords() throws Exception {
    Snapshot done = edited(completed(workbook(ALL)), writing("Letters", Content.of(12.5)));
    assertThat(listed(completed(done))).containsEntry("Letters", "12.5");
  }

  @Test
  void wordsStayWhenTheSheetIsRenamed() throws Exception {
    Snapshot done = written(completed(workbook(ALL)), "Letters", "kept");
    String title = highlights(done).name();
    List<SheetSnapshot> sheets = new ArrayList<>();
    for (SheetSnapshot sheet : done.sheets()) {
      if (sheet.name().equals(title)) {
        SheetSnapshot.Builder renamed = SheetSnapshot.named("For the panel");
        for (int row : sheet.rows()) {
          for (int column : sheet.columns(row)) {
            renamed.put(row, column, sheet.at(row, column));
          }
        }
        sheets.add(renamed.build());
      } else {
        sheets.add(sheet);
      }
    }
    Snapshot renamed =
        new Snapshot(
            sheets,
            done.names().stream()
                .map(
                    name ->
                        name.sheet().equals(title)
                            ? new Snapshot.NamedBlock(name.name(), "For the panel", name.block())
                            : name)
                .toList(),
            false,
            false,
            done.ledger());
    Snapshot again = completed(renamed);
    assertThat(highlights(again).name()).isEqualTo("For the panel");
    assertThat(listed(again)).containsEntry("Letters", "kept");
  }

  @Test
  void wordsOutliveTheirMeasureAndMeetItAgain() throws Exception {
    Snapshot done = written(completed(workbook(ALL)), "Letters", "a campaign");
    Snapshot gone = completed(withMeasures(done, "Praise", "Visits", "Delays", "Complaints"));
    assertThat(listed(gone)).containsEntry("Letters", "a campaign");
    assertThat(text(grid(gone).get(grid(gone).size() - 1).get(0)))
        .isEqualTo("Not in the workbook now");
    assertThat(Completion.complete(gone, FIRST_QUARTER, "test").plan().edits()).isEmpty();

    Snapshot back = completed(withMeasures(gone, ALL));
    assertThat(listed(back)).containsEntry("Letters", "a campaign");
    assertThat(why(back, "Letters")).contains("rising one after the other");
  }

  @Test
  void aMeasureThatVanishesWithoutWordsLeavesNothing() throws Exception {
    Snapshot gone =
        completed(withMeasures(completed(workbook(ALL)), "Praise", "Visits", "Complaints"));
    assertThat(listed(gone).keySet()).containsExactly("Complaints", "Praise");
  }

  @Test
  void wordsStayWhenTheirMeasureCalmsDown() throws Exception {
    Snapshot done = written(completed(workbook(ALL)), "Complaints", "one bad week");
    String before = FIGURES.put("Complaints", FIGURES.get("Visits"));
    Snapshot calm = completed(withMeasures(done, ALL));
    FIGURES.put("Complaints", before);
    assertThat(listed(calm)).containsEntry("Complaints", "one bad week");
    assertThat(why(calm, "Complaints")).isEqualTo("No highlight now; kept for your words");
  }

  @Test
  void aRowThatTheAnalystDeletesStaysOutForThatPeriodAndItsNeighboursWordsStay() throws Exception {
    Snapshot done = written(completed(workbook(ALL)), "Praise", "kept");
    Snapshot deleted =
        edited(done, grid -> grid.removeIf(row -> text(row.get(MEASURE)).equals("Letters")));
    Snapshot again = completed(deleted);
    assertThat(listed(again)).doesNotContainKey("Letters").containsEntry("Praise", "kept");
    assertThat(listed(completed(again))).doesNotContainKey("Letters");
    Completed next =
        Completion.complete(again, Map.of(Setting.REPORTING_PERIOD, "2019/20 Q4"), "test");
    assertThat(listed(Meaning.apply(again, next.plan()))).containsEntry("Praise", "kept");
  }
}
