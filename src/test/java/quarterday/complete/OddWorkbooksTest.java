package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.dated;
import static quarterday.sheet.Sketch.fault;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.edit.Meaning;
import quarterday.kpi.KpiReader;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.Setting;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/** Workbooks that nobody would draw on purpose: none may do more than be refused. */
class OddWorkbooksTest {
  private static final int SEEDS = 300;

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anOddWorkbookIsCompletedOnceAndGivenBackWhole(int seed) throws UnusableInput {
    Random dice = new Random(seed);
    Snapshot before = workbook(dice);
    Map<Setting, String> requested = requested(dice);
    Completed first;
    try {
      first = Completion.complete(before, requested, "1");
    } catch (UnusableInput refused) {
      assertThat(refused.code()).isIn("no-measure-table", "no-figures", "empty-period");
      return;
    }
    Snapshot after = Meaning.apply(before, first.plan());

    assertThat(InspectionTest.withoutAdded(Completion.inspect(before, requested, "1").findings()))
        .isEqualTo(first.findings());
    assertThat(Completion.complete(after, requested, "1").plan().edits()).isEmpty();
    assertThat(typed(after)).containsAllEntriesOf(typed(before));

    Snapshot left = Meaning.apply(after, Removed.from(after).plan());
    assertThat(typed(left)).isEqualTo(typed(before));
    assertThat(left.names()).isEqualTo(before.names());
    assertThat(left.ledger()).isEmpty();
  }

  @Test
  void enoughOfTheOddWorkbooksCanBeCompleted() {
    long completed =
        seeds()
            .filter(
                seed -> {
                  Random dice = new Random(seed);
                  Snapshot workbook = workbook(dice);
                  try {
                    Completion.complete(workbook, requested(dice), "1");
                    return true;
                  } catch (UnusableInput refused) {
                    return false;
                  }
                })
            .count();

    assertThat(completed).isBetween(SEEDS / 3L, SEEDS - 5L);
  }

  @Test
  void manyOfTheOddWorkbooksHaveLongTables() {
    assertThat(
            seeds()
                .filter(
                    seed ->
                        KpiReader.read(workbook(new Random(seed)), Map.of()).tables().stream()
                            .anyMatch(MeasureTable::isLong))
                .count())
        .isGreaterThan(SEEDS / 5L);
  }

  @Test
  void threeHundredColumnsOfJunkAreRefusedOrReadAndNeverMore() throws UnusableInput {
    Sketch sheet = Sketch.sheet("Junk");
    Random dice = new Random(1);
    for (int row = 0; row < 60; row++) {
      List<Object> cells = new ArrayList<>();
      for (int column = 0; column < 300; column++) {
        cells.add(anything(dice));
      }
      sheet.row(cells);
    }

    assertThat(KpiReader.read(sheet.with(), Map.of()).tables()).isNotNull();
  }

  /** What people typed, by sheet and cell. */
  private static Map<String, CellSnapshot> typed(Snapshot snapshot) {
    Map<String, CellSnapshot> cells = new TreeMap<>();
    for (SheetSnapshot sheet : snapshot.sheets()) {
      for (int row : sheet.rows()) {
        for (int column : sheet.columns(row)) {
          cells.put(sheet.name() + "!" + new Address(row, column), sheet.at(row, column));
        }
      }
    }
    return cells;
  }

  private static Map<Setting, String> requested(Random dice) {
    Map<Setting, String> requested = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (dice.nextInt(6) == 0) {
        setting
            .cleaned(
                pick(
                    dice,
                    "0",
                    "3",
                    "12",
                    "yes",
                    "amber",
                    "none",
                    "Median moving range",
                    "Proportion (p)",
                    "Rate (u)",
                    "Count (c)",
                    "Standard deviation",
                    "2020/21 Q1",
                    "December 2018",
                    "1990-01"))
            .ifPresent(value -> requested.put(setting, value));
      }
    }
    return requested;
  }

  private static Snapshot workbook(Random dice) {
    List<SheetSnapshot> sheets = new ArrayList<>();
    int count = 1 + dice.nextInt(3);
    for (int i = 0; i < count; i++) {
      sheets.add(sheet(dice, pick(dice, "Sheet", "It's", "Highlights", "Results", "Q1") + i));
    }
    if (dice.nextInt(3) == 0) {
      sheets.add(settings(dice).build());
    }
    if (dice.nextInt(3) == 0) {
      sheets.add(measures(dice).build());
    }
    if (dice.nextInt(3) == 0) {
      sheets.add(adjustments(dice).build());
    }
    if (dice.nextInt(3) == 0) {
      Sketch glossary = Sketch.sheet("Glossary").row("Term", "Meaning");
      for (int i = dice.nextInt(4); i > 0; i--) {
        glossary.row(anything(dice), anything(dice));
      }
      sheets.add(glossary.build());
    }
    if (dice.nextInt(3) == 0) {
      sheets.add(Sketch.sheet(pick(dice, "Highlights", "Method", "SPC data")).row("x").build());
    }
    return new Snapshot(sheets, List.of(), dice.nextInt(8) == 0, false, "");
  }

  private static SheetSnapshot sheet(Random dice, String name) {
    Sketch sheet = Sketch.sheet(name);
    for (int i = dice.nextInt(4); i > 0; i--) {
      sheet.row(anything(dice), anything(dice));
    }
    int tables = 1 + dice.nextInt(2);
    int top = dice.nextInt(3) + 4;
    for (int i = 0; i < tables; i++) {
      int width = 1 + dice.nextInt(40);
      int left = dice.nextInt(3);
      int rows = dice.nextInt(8);
      table(dice, sheet, top, left, width, rows);
      if (dice.nextInt(3) == 0) {
        table(dice, sheet, top, left + width + 4 + dice.nextInt(3), width, dice.nextInt(8));
      }
      top += rows + 1 + dice.nextInt(6);
    }
    if (dice.nextInt(3) == 0) {
      longTable(dice, sheet, top, dice.nextInt(3));
    }
    if (dice.nextInt(12) == 0) {
      sheet.hidden();
    }
    if (dice.nextInt(12) == 0) {
      sheet.locked();
    }
    if (dice.nextInt(6) == 0) {
      sheet.hideRow(1 + dice.nextInt(12)).hideColumn(dice.nextInt(12));
    }
    if (dice.nextInt(6) == 0) {
      int row = dice.nextInt(12);
      sheet.merge(new Block(row, 0, row + dice.nextInt(4), dice.nextInt(3)).toString());
    }
    if (dice.nextInt(8) == 0) {
      sheet.table(new Block(4, 0, 4 + dice.nextInt(30), 2 + dice.nextInt(10)).toString());
    }
    return sheet.build();
  }

  private static void table(Random dice, Sketch sheet, int top, int left, int width, int rows) {
    boolean numbered = dice.nextBoolean();
    List<Object> header = new ArrayList<>();
    if (numbered) {
      header.add(pick(dice, "KPI", "Ref", "No."));
    }
    header.add(pick(dice, "Measure", "MEASURE\n", "\u00a0Indicator:", "KPI name", "KPI"));
    if (dice.nextInt(3) == 0) {
      header.add("Unit");
    }
    header.addAll(months(pick(dice, "2017-04", "2018-11", "2020-01"), width));
    for (int i = dice.nextInt(4); i > 0; i--) {
      header.set(dice.nextInt(header.size()), anything(dice));
    }
    if (dice.nextInt(3) == 0) {
      header.add("Commentary");
    }
    sheet.beside(top, left, header);
    for (int r = 1; r <= rows; r++) {
      List<Object> row = new ArrayList<>();
      if (numbered) {
        row.add(1 + r / 10.0);
      }
      row.add(
          dice.nextInt(3) == 0
              ? anything(dice)
              : pick(
                  dice,
                  "Meetings",
                  "Emails received",
                  "% of letters answered on time",
                  "Invitations received",
                  "Invitations accepted",
                  "Invitations accepted (per cent)",
                  "Engagement hours",
                  "What? *Really* ~ \"quoted\""));
      int scale = pick(dice, 1, 30, 1000);
      for (int c = 0; c < width; c++) {
        row.add(dice.nextInt(25) == 0 ? anything(dice) : (Object) dice.nextInt(scale * 2));
      }
      sheet.beside(top + r, left, row);
    }
  }

  private static void longTable(Random dice, Sketch sheet, int top, int left) {
    boolean parts = dice.nextInt(3) == 0;
    List<Object> header = new ArrayList<>();
    header.add(pick(dice, "Month", "Period", "Date"));
    header.add(pick(dice, "Measure", "Indicator", "KPI"));
    header.add(pick(dice, "Value", "Actual", "Number"));
    if (parts) {
      header.addAll(List.of("Numerator", "Denominator"));
    }
    sheet.beside(top, left, header);
    List<Object> months = months("2018-09", 22);
    for (int r = 1 + dice.nextInt(60); r > 0; r--) {
      List<Object> row = new ArrayList<>();
      int above = dice.nextInt(40);
      int below = 40 + dice.nextInt(5);
      row.add(dice.nextInt(20) == 0 ? anything(dice) : months.get(dice.nextInt(22)));
      row.add(
          dice.nextInt(20) == 0
              ? anything(dice)
              : pick(dice, "Meetings", "meetings ", "Calls*", "Emails received"));
      row.add(dice.nextInt(20) == 0 ? anything(dice) : (Object) (100.0 * above / below));
      if (parts) {
        row.addAll(List.of(above, below));
      }
      sheet.beside(top + r, left, row);
    }
  }

  private static Sketch settings(Random dice) {
    Sketch sheet = Sketch.sheet("Settings").row("Name", "Value");
    for (Setting setting : Setting.values()) {
      if (dice.nextInt(4) == 0) {
        sheet.row(setting.label(), anything(dice));
      }
    }
    return sheet.row(anything(dice), anything(dice));
  }

  private static Sketch measures(Random dice) {
    Sketch sheet =
        Sketch.sheet("Measures")
            .row(
                "Id",
                "Measure",
                "Unit",
                "Quarter rule",
                "Numerator",
                "Denominator",
                "Better when",
                "Target",
                "Limits method",
                "Also known as");
    for (int i = 0; i < 4; i++) {
      sheet.row(
          pick(dice, "A", "A (2)", "B\nC", "O-EMAIL", ""),
          pick(dice, "Meetings", "Emails received", "Engagement hours", "Nothing"),
          pick(dice, "Count", "Hours", "Percentage", "Smoots"),
          pick(dice, "Sum", "Last value", "Mean", "Ratio of sums", "Not additive", "Total"),
          pick(dice, "Meetings", "A", "Invitations accepted", "Nobody"),
          pick(dice, "Invitations received", "Meetings", ""),
          pick(dice, "Higher", "Lower", "Neutral", "Sideways"),
          anything(dice),
          pick(dice, "", "Count (c)", "Proportion (p)", "Proportion (p prime)", "Guess"),
          pick(dice, "", "Visits; Meetings", "Emails received"));
    }
    return sheet;
  }

  private static Sketch adjustments(Random dice) {
    Sketch sheet =
        Sketch.sheet("Adjustments").row("Measure", "Month", "Kind", "Reason", "By", "Date");
    for (int i = 0; i < 5; i++) {
      sheet.row(
          pick(dice, "Meetings", "Emails received", "Nobody", "A"),
          dice.nextInt(4) == 0 ? anything(dice) : pick(dice, "Apr-19", "2019-07", "2019/20 Q3"),
          pick(dice, "Reset limits", "Leave out", "Note", "Forget"),
          pick(dice, "", "moved house", "x\ny"));
    }
    return sheet;
  }

  private static Object anything(Random dice) {
    return pick(
        dice,
        "",
        " ",
        "\u00a0",
        "Measure",
        "KPI",
        "Apr-20",
        "Q1 2020",
        "Q1 2020/21",
        "[x]",
        "351 [p]",
        "12 [b]",
        "[b]",
        "n/a",
        "-",
        "(5)",
        "\u00a31,200.50",
        "96%",
        "15hrs 24 mins",
        "1".repeat(400),
        "\u0001\ud83d\ude00 \t\n",
        "x".repeat(300),
        "=1+1",
        "ASB and RAG",
        0,
        -3.5,
        0.96,
        1e300,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        -1e-300,
        43922,
        dated("2020-04-18"),
        percent(0.5),
        percent(96),
        formatted(0.64, "[h]:mm"),
        formatted(7, "\u00a3#,##0"),
        fault("#DIV/0!"),
        CellSnapshot.of(new Content.Logical(true)),
        new CellSnapshot(Content.of(12), "6+6", CellSnapshot.GENERAL),
        figures("1 2 3"));
  }

  @SafeVarargs
  private static <T> T pick(Random dice, T... some) {
    return some[dice.nextInt(some.length)];
  }
}
