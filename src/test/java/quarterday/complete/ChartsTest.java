package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.edit.Meaning;
import quarterday.kpi.Setting;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/** What is drawn of a measure. */
class ChartsTest {
  private static final String CALM =
      "10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 ";

  private static Sketch book(String name, String figures) {
    int count = figures.strip().split(" ").length;
    return sheet("Data")
        .row("KPI", "Measure", "Unit", months("2018-04", count))
        .row(1.1, name, "Count", figures(figures.strip()));
  }

  private static Snapshot with(Sketch data, Object... adjustment) {
    return data.with(
        sheet("Adjustments")
            .row("Measure", "Month", "Kind", "Reason", "By", "Date")
            .row(adjustment),
        sheet("Measures")
            .row("Measure", "Quarter rule", "Better when", "Chart")
            .row("Visits", "Sum", "Lower", "yes"));
  }

  private static List<ChartPlan> charts(Snapshot workbook) throws UnusableInput {
    return charts(workbook, Map.of());
  }

  private static List<ChartPlan> charts(Snapshot workbook, Map<Setting, String> settings)
      throws UnusableInput {
    return Completion.complete(workbook, settings, "test").plan().edits().stream()
        .filter(Edit.PutChart.class::isInstance)
        .map(edit -> ((Edit.PutChart) edit).chart())
        .toList();
  }

  private static ChartPlan chart(Snapshot workbook) throws UnusableInput {
    List<ChartPlan> charts = charts(workbook);
    assertThat(charts).hasSize(1);
    return charts.get(0);
  }

  private static ChartPlan.SeriesPlan series(ChartPlan chart, ChartLook look) {
    return chart.series().stream().filter(one -> one.look() == look).findFirst().orElseThrow();
  }

  private static Set<Integer> points(ChartPlan.SeriesPlan series) {
    Set<Integer> points = new TreeSet<>();
    for (int i = 0; i < series.now().size(); i++) {
      if (series.now().get(i).isPresent()) {
        points.add(i);
      }
    }
    return points;
  }

  @Test
  void theTitleSaysTheFindingAndAPointOutsideHasItsShape() throws UnusableInput {
    ChartPlan chart = chart(with(book("Visits", CALM + "9 10 11 30")));

    assertThat(chart.titleNow()).isEqualTo("Visits: above the upper limit in June 2020");
    assertThat(points(series(chart, ChartLook.WORSE_POINT))).containsExactly(26);
    assertThat(series(chart, ChartLook.WORSE_POINT).name()).isEqualTo("Outside the limits, worse");
    assertThat(chart.description())
        .contains("April 2018 to June 2020", "In June 2020: 30", "Mean", "Limits", "worse");
  }

  @Test
  void theLastFigureIsLabelledOnTheShapeThatWouldHideIt() throws UnusableInput {
    ChartPlan chart = chart(with(book("Visits", CALM + "9 10 11 30")));

    assertThat(series(chart, ChartLook.VALUES).labels()).isEmpty();
    assertThat(series(chart, ChartLook.WORSE_POINT).labels())
        .extracting(ChartPlan.LabelPlan::point)
        .containsExactly(26);
  }

  @Test
  void noLineJoinsTwoPhases() throws UnusableInput {
    String before = CALM.strip();
    String after = before.substring(11).replaceAll("(\\d+)", "9$1");
    ChartPlan chart =
        chart(
            with(
                book("Visits", before + " " + after),
                "Visits",
                "2020-03",
                "Reset limits",
                "new form"));
    List<ChartPlan.SeriesPlan> means =
        chart.series().stream().filter(one -> one.look() == ChartLook.MEAN).toList();

    assertThat(means).hasSize(2);
    assertThat(points(means.get(0))).isEqualTo(range(0, 22));
    assertThat(points(means.get(1))).isEqualTo(range(23, 41));
    assertThat(means.get(0).cells()).isNotEqualTo(means.get(1).cells());
    assertThat(points(series(chart, ChartLook.RESET))).containsExactly(23);
    assertThat(series(chart, ChartLook.RESET).labels())
        .extracting(ChartPlan.LabelPlan::text)
        .containsExactly(ChartPlan.LabelText.NAME);
    assertThat(chart.description()).contains("March 2020: limits reset: new form");
  }

  private static Set<Integer> range(int from, int to) {
    return new TreeSet<>(IntStream.rangeClosed(from, to).boxed().toList());
  }

  @Test
  void trialLimitsAreDottedAndFewPointsHaveOnlyTheirMean() throws UnusableInput {
    ChartPlan trial = chart(with(book("Visits", "7 9 8 7 9 10 8 9")));
    ChartPlan few = chart(with(book("Visits", "7 9 8")));

    assertThat(trial.series())
        .extracting(ChartPlan.SeriesPlan::look)
        .contains(ChartLook.TRIAL_LIMIT)
        .doesNotContain(ChartLook.LIMIT);
    assertThat(few.series())
        .extracting(ChartPlan.SeriesPlan::look)
        .containsExactly(ChartLook.MEAN, ChartLook.VALUES);
  }

  @Test
  void aGapStaysAGapAndAPointLeftOutStandsByItself() throws UnusableInput {
    ChartPlan chart =
        chart(
            with(
                book("Visits", CALM.replaceFirst("8", "-") + "9 10 11 10"),
                "Visits",
                "2019-04",
                "Leave out",
                "flood"));

    assertThat(points(series(chart, ChartLook.VALUES))).doesNotContain(5, 12).hasSize(25);
    assertThat(points(series(chart, ChartLook.LEFT_OUT))).containsExactly(12);
    assertThat(series(chart, ChartLook.VALUES).now().get(5)).isEmpty();
  }

  @Test
  void theLimitsDrawnStopAtWhatIsPossible() throws UnusableInput {
    ChartPlan chart =
        chart(with(book("Visits", "0 3 0 2 0 3 1 0 3 0 2 0 3 1 0 3 0 2 0 3 1 0 3 0 2 0 1")));
    ChartPlan.SeriesPlan lower =
        chart.series().stream()
            .filter(one -> one.name().equals("Lower limit"))
            .findFirst()
            .orElseThrow();

    assertThat(lower.now()).containsOnly(OptionalDouble.of(0));
    assertThat(chart.scale().least()).hasValue(0);
  }

  @Test
  void sharesKeepTheirPerCentAndEndAtAllOfThem() throws UnusableInput {
    Snapshot workbook =
        sheet("Data")
            .row("Measure", "Unit", months("2019-04", 15))
            .row(
                "Answered in time",
                "%",
                IntStream.range(0, 15).mapToObj(i -> percent(0.9 + 0.01 * (i % 4))).toList())
            .with();
    ChartPlan chart = chart(workbook);

    assertThat(chart.scale().format()).endsWith("%");
    assertThat(chart.scale().most()).hasValue(1);
    assertThat(chart.scale().unit()).isEqualTo("Per cent");
    assertThat(series(chart, ChartLook.VALUES).format()).isEqualTo("0.0%");
  }

  @Test
  void exceptionsComeFirstAndTheRestIsListedWithTheReason() throws UnusableInput {
    Sketch data =
        sheet("Data")
            .row("Measure", "Unit", months("2018-04", 27))
            .row("Calm", "Count", figures(CALM + "9 10 11 10"))
            .row("Silent", "Count", figures(CALM + "9 10 11 10"))
            .row("Loud", "Count", figures(CALM + "9 10 11 40"))
            .row("Empty", "Count", figures("-*27"));
    Snapshot before =
        data.with(
            sheet("Measures")
                .row("Measure", "Quarter rule", "Better when", "Chart")
                .row("Silent", "Sum", "Lower", "no"));
    Map<Setting, String> one = Map.of(Setting.CHARTS_AT_MOST, "1");

    assertThat(charts(before))
        .extracting(ChartPlan::titleNow)
        .containsExactly(
            "Loud: above the upper limit in June 2020", "Calm: within normal variation");
    assertThat(charts(before, one)).extracting(ChartPlan::titleNow).hasSize(1);
    SheetSnapshot sheet =
        Meaning.apply(before, Completion.complete(before, one, "test").plan())
            .sheet("Charts")
            .orElseThrow();
    List<String> listed =
        IntStream.rangeClosed(5, sheet.lastRow())
            .mapToObj(row -> sheet.at(row, 0).content().text().orElse(""))
            .toList();
    assertThat(listed)
        .anySatisfy(line -> assertThat(line).startsWith("Calm: only 1"))
        .anySatisfy(line -> assertThat(line).startsWith("Silent: its chart is switched off"))
        .anySatisfy(line -> assertThat(line).startsWith("Empty: it has no figures"));
  }

  @Test
  void withoutChartsSpcDataHasNoColumnsForThem() throws UnusableInput {
    Snapshot before = with(book("Visits", CALM));
    Snapshot none =
        Meaning.apply(
            before,
            Completion.complete(before, Map.of(Setting.CHARTS_AT_MOST, "0"), "test").plan());

    SheetSnapshot sheet = none.sheet("SPC data").orElseThrow();
    assertThat(sheet.at(2, SpcDataSheet.HEADINGS.size()).isBlank()).isTrue();
    assertThat(none.sheet("Charts").orElseThrow().charts()).isEmpty();
  }

  @Test
  void twoChartsAreOnAPage() throws UnusableInput {
    Sketch data = sheet("Data").row("Measure", "Unit", months("2018-04", 27));
    for (int i = 0; i < 5; i++) {
      data.row("Measure " + i, "Count", figures(CALM + "9 10 11 10"));
    }
    List<Edit> edits = Completion.complete(data.with(), Map.of(), "test").plan().edits();
    List<Integer> breaks =
        edits.stream()
            .filter(Edit.BreakPages.class::isInstance)
            .flatMap(edit -> ((Edit.BreakPages) edit).rows().stream())
            .toList();

    // A title and a key, then each chart with its sentence above.
    assertThat(breaks).containsExactly(6, 10);
  }

  @Test
  void aMonthThatWasEditedMovesTheFiguresThatTheChartRemembers() throws UnusableInput {
    Snapshot before = with(book("Visits", CALM + "9 10 11 10"));
    Snapshot after = Meaning.apply(before, Completion.complete(before, Map.of(), "test").plan());
    SheetSnapshot data = after.sheet("Data").orElseThrow();
    SheetSnapshot edited = data.edit().put(1, 5, CellSnapshot.of(Content.of(13))).build();
    Snapshot then =
        new Snapshot(
            after.sheets().stream().map(s -> s.name().equals("Data") ? edited : s).toList(),
            after.names(),
            after.dates1904(),
            after.structureLocked(),
            after.ledger());

    ChartPlan chart = chart(then);

    assertThat(series(chart, ChartLook.VALUES).now().get(2)).hasValue(13);
    Snapshot again = Meaning.apply(then, Completion.complete(then, Map.of(), "test").plan());
    assertThat(again.sheet("Charts").orElseThrow().charts().get(0).series().orElseThrow())
        .anySatisfy(one -> assertThat(one.figures()).containsEntry(2, 13.0));
    assertThat(Completion.complete(again, Map.of(), "test").plan().edits()).isEmpty();
  }

  @Test
  void aChartThatWasTakenOutIsDrawnAgain() throws UnusableInput {
    Snapshot before = with(book("Visits", CALM + "9 10 11 10"));
    Snapshot after = Meaning.apply(before, Completion.complete(before, Map.of(), "test").plan());
    SheetSnapshot charts = after.sheet("Charts").orElseThrow();
    SheetSnapshot.Builder bare = SheetSnapshot.named("Charts");
    for (int row : charts.rows()) {
      bare.put(row, 0, charts.at(row, 0));
    }
    Snapshot without =
        new Snapshot(
            after.sheets().stream().map(s -> s.name().equals("Charts") ? bare.build() : s).toList(),
            after.names(),
            after.dates1904(),
            after.structureLocked(),
            after.ledger());

    assertThat(charts(without)).hasSize(1);
  }

  @Test
  void aChartThatWasMovedStaysWhereItIs() throws UnusableInput {
    Snapshot before = with(book("Visits", CALM + "9 10 11 10"));
    Snapshot after = Meaning.apply(before, Completion.complete(before, Map.of(), "test").plan());
    SheetSnapshot charts = after.sheet("Charts").orElseThrow();
    ChartSnapshot chart = charts.charts().get(0);
    SheetSnapshot.Builder moved = SheetSnapshot.named("Charts");
    for (int row : charts.rows()) {
      moved.put(row, 0, charts.at(row, 0));
    }
    moved.chart(
        new ChartSnapshot(
            chart.name(),
            Block.parse("D9:K30"),
            chart.title(),
            chart.description(),
            chart.series()));
    Snapshot then =
        new Snapshot(
            after.sheets().stream()
                .map(s -> s.name().equals("Charts") ? moved.build() : s)
                .toList(),
            after.names(),
            after.dates1904(),
            after.structureLocked(),
            after.ledger());

    assertThat(Completion.complete(then, Map.of(), "test").plan().edits()).isEmpty();
  }

  @Test
  void aVeryLongNameIsCutInTheTitle() throws UnusableInput {
    String title = chart(with(book("Visits ".repeat(40), CALM + "9 10 11 30"))).titleNow();

    assertThat(title).hasSizeLessThanOrEqualTo(160).endsWith("above the upper limit in June 2020");
  }

  @Test
  void quartersStandAlongTheBottomAsText() throws UnusableInput {
    Sketch data =
        sheet("Data")
            .row(
                "Measure",
                "Unit",
                "2018/19 Q1",
                "2018/19 Q2",
                "2018/19 Q3",
                "2018/19 Q4",
                "2019/20 Q1",
                "2019/20 Q2",
                "2019/20 Q3",
                "2019/20 Q4",
                "2020/21 Q1")
            .row("Confidence", "Count", figures("61 64 62 66 65 63 64 66 62"));

    ChartPlan chart = chart(data.with());

    assertThat(chart.periods().dates()).isFalse();
    assertThat(chart.periods().now().get(8).text()).hasValue("2020/21 Q1");
    assertThat(chart.scale().unit()).isEqualTo("Number a quarter");
  }
}
