package quarterday.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.percent;
import static quarterday.sheet.Sketch.sheet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.Severity;
import quarterday.review.Judge;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Content;
import quarterday.sheet.Snapshot;

/** The shapes are promises: every name, in its order. */
class JsonTest {
  private static JsonObject report() {
    Snapshot workbook =
        sheet("Data")
            .row("KPI", "Measure", "Unit", months("2018-04", 27))
            .row(
                1.1,
                "Visits",
                "Count",
                figures("10 12 9 11 10 8 11 9 12 10 11 9 10 12 9 11 10 8 11 9 12 10 11 9 10 11 30"))
            .row("", "Share", "%", figures("-*26"), percent(0.965))
            .with(
                sheet("Measures")
                    .row("Measure", "Quarter rule", "Better when", "Target")
                    .row("Visits", "Sum", "Lower", 15),
                sheet("Adjustments")
                    .row("Measure", "Month", "Kind", "Reason")
                    .row("Visits", "May-18", "Leave out", "Closed for repairs"));
    KpiBook book = KpiReader.read(workbook, Map.of());
    return JsonParser.parseString(Json.report(book.findings(), Judge.review(book).orElseThrow()))
        .getAsJsonObject();
  }

  private static JsonObject measure(int number) {
    return report()
        .getAsJsonObject("review")
        .getAsJsonArray("measures")
        .get(number)
        .getAsJsonObject();
  }

  @Test
  void aReportIsFindingsAndReview() {
    assertThat(report().keySet()).containsExactly("findings", "review");
    assertThat(report().getAsJsonObject("review").keySet())
        .containsExactly("period", "method", "measures", "periods");
    assertThat(report().getAsJsonObject("review").get("period").getAsString())
        .isEqualTo("2020/21 Q1");
    assertThat(report().getAsJsonObject("review").get("method").getAsString())
        .isEqualTo("Moving range");
  }

  @Test
  void aMeasureHasEachNameOfTheInterface() {
    assertThat(measure(0).keySet())
        .containsExactly(
            "id",
            "kpi",
            "name",
            "section",
            "unit",
            "state",
            "improving",
            "rules",
            "mean",
            "lower",
            "upper",
            "points",
            "provisional",
            "quarter",
            "previous",
            "yearAgo",
            "changePrevious",
            "changePreviousPercent",
            "changeYearAgo",
            "changeYearAgoPercent",
            "assurance",
            "sentence",
            "exception",
            "shown",
            "series");
    assertThat(measure(1).has("assurance")).isFalse();
  }

  @Test
  void numbersAreRawAndStatesAreLabels() {
    JsonObject m = measure(0);

    assertThat(m.get("state").getAsString()).isEqualTo("point");
    assertThat(m.get("improving").getAsString()).isEqualTo("worse");
    assertThat(m.get("upper").getAsDouble() - m.get("mean").getAsDouble())
        .isCloseTo(m.get("mean").getAsDouble() - m.get("lower").getAsDouble(), within(1e-9));
    assertThat(m.get("provisional").getAsBoolean()).isFalse();
    assertThat(m.get("points").getAsInt()).isEqualTo(26);
    assertThat(m.get("changePrevious").getAsDouble()).isEqualTo(21);
    assertThat(m.get("changePreviousPercent").getAsDouble()).isEqualTo(70);
  }

  @Test
  void otherPeriodsAreOfferedTheLatestFirst() {
    assertThat(report().getAsJsonObject("review").getAsJsonArray("periods"))
        .extracting(JsonElement::getAsString)
        .hasSize(9)
        .startsWith("2020/21 Q1", "2019/20 Q4")
        .endsWith("2018/19 Q1");
  }

  @Test
  void whatIsShownIsRoundedAndHasSignAndUnit() {
    JsonObject count = measure(0).getAsJsonObject("shown");
    JsonObject share = measure(1).getAsJsonObject("shown");

    assertThat(count.keySet())
        .containsExactly(
            "quarter",
            "previous",
            "yearAgo",
            "changePrevious",
            "changePreviousPercent",
            "changeYearAgo",
            "changeYearAgoPercent");
    assertThat(count.get("quarter").getAsString()).isEqualTo("51");
    assertThat(count.get("changePrevious").getAsString()).isEqualTo("+21");
    assertThat(count.get("changePreviousPercent").getAsString()).isEqualTo("+70%");
    assertThat(share.get("quarter").getAsString()).isEqualTo("96.5% [e]");
    assertThat(share.get("previous").isJsonNull()).isTrue();
    assertThat(share.get("changePrevious").isJsonNull()).isTrue();
    assertThat(measure(0).get("exception").getAsString())
        .isEqualTo("\u25cf Above the upper limit in June 2020, worse");
  }

  @Test
  void aSeriesHasItsPointsAndThoseThatStandOut() {
    JsonObject series = measure(0).getAsJsonObject("series");

    assertThat(series.keySet())
        .containsExactly("from", "to", "values", "flagged", "leftOut", "limitsFrom");
    assertThat(series.get("from").getAsString()).isEqualTo("2018-04");
    assertThat(series.get("to").getAsString()).isEqualTo("2020-06");
    assertThat(series.getAsJsonArray("values"))
        .extracting(JsonElement::getAsDouble)
        .hasSize(27)
        .endsWith(11.0, 30.0);
    assertThat(series.getAsJsonArray("flagged"))
        .extracting(JsonElement::getAsInt)
        .containsExactly(26);
    assertThat(series.getAsJsonArray("leftOut"))
        .extracting(JsonElement::getAsInt)
        .containsExactly(1);
    assertThat(series.get("limitsFrom").getAsInt()).isZero();
  }

  @Test
  void aRuleSaysSideAndMonths() {
    JsonObject rule = measure(0).getAsJsonArray("rules").get(0).getAsJsonObject();

    assertThat(rule.keySet()).containsExactly("rule", "side", "from", "to", "points");
    assertThat(rule.get("rule").getAsString()).isEqualTo("point");
    assertThat(rule.get("side").getAsString()).isEqualTo("above");
    assertThat(rule.get("from").getAsString()).isEqualTo("2020-06");
  }

  @Test
  void percentagesAreInPointsAndWhatIsAbsentIsNull() {
    JsonObject m = measure(1);

    assertThat(m.getAsJsonObject("quarter").keySet())
        .containsExactly("period", "value", "from", "months", "estimated");
    assertThat(m.getAsJsonObject("quarter").get("value").getAsDouble()).isEqualTo(96.5);
    assertThat(m.getAsJsonObject("quarter").get("from").getAsString()).isEqualTo("months");
    assertThat(m.getAsJsonObject("quarter").get("months").getAsInt()).isEqualTo(1);
    assertThat(m.getAsJsonObject("previous").get("value").isJsonNull()).isTrue();
    assertThat(m.getAsJsonObject("previous").get("from").isJsonNull()).isTrue();
    assertThat(m.get("improving").isJsonNull()).isTrue();
    assertThat(m.get("kpi").isJsonNull()).isTrue();
    assertThat(m.get("lower").isJsonNull()).isTrue();
    assertThat(m.get("changePrevious").isJsonNull()).isTrue();
    assertThat(m.get("state").getAsString()).isEqualTo("no-limits");
  }

  @Test
  void aFindingHasASuggestionOnlyWhereThereIsOne() {
    Finding bare = new Finding("R01", Severity.ERROR, "", "", "", "Nothing <here>.", "", "");
    JsonObject json = FindingsJson.of(bare);

    assertThat(json.keySet())
        .containsExactly("code", "severity", "sheet", "cell", "measure", "message");
    assertThat(json.get("severity").getAsString()).isEqualTo("error");
    assertThat(json.get("sheet").isJsonNull()).isTrue();
    assertThat(FindingsJson.of(bare.suggesting("5")).get("suggestion").getAsString())
        .isEqualTo("5");
  }

  @Test
  void anAcceptedFindingHasItsReasonAndIsAnErrorNoMore() {
    Finding error = new Finding("R01", Severity.ERROR, "", "", "", "Wrong.", "", "");
    JsonObject json = FindingsJson.of(error.accepted(" As agreed. "));

    assertThat(json.get("accepted").getAsString()).isEqualTo("As agreed.");
    assertThat(json.get("severity").getAsString()).isEqualTo("advice");
  }

  private static JsonObject written(EditPlan plan) throws IOException {
    StringWriter text = new StringWriter();
    Json.plan(plan, text);
    assertThat(text.toString()).doesNotContain(": ").endsWith("}\n").hasLineCount(1);
    return JsonParser.parseString(text.toString()).getAsJsonObject();
  }

  @Test
  void aPlanHasItsLooksAndEachKindOfEdit() throws IOException {
    Block block = Block.parse("B2:C2");
    EditPlan plan =
        new EditPlan(
            List.of(
                new Edit.AddSheet("Results", new Edit.PageLayout(true, 2, 1)),
                new Edit.PutCells(
                    "Results",
                    new Address(1, 1),
                    List.of(
                        List.of(
                            CellPlan.formula("1+1", Content.of(2), "0", Look.FIGURE),
                            CellPlan.text("x", Look.STABLE_AMBER)))),
                new Edit.PutRules("Results", block, List.of(new Edit.Rule("TRUE", Look.WORSE))),
                new Edit.PutLinks(
                    "Results", List.of(new Edit.Link(new Address(1, 1), "'A'!$A$1", "Go"))),
                new Edit.SetWidths(
                    "Results", 1, List.of(OptionalDouble.of(9), OptionalDouble.empty())),
                new Edit.NameBlock("N", "Results", block),
                new Edit.MarkTable("Results", block, "T"),
                new Edit.PutChart("Results", chart()),
                new Edit.BreakPages("Results", List.of(2)),
                new Edit.DropRules("Results", block),
                new Edit.ClearCells("Results", block),
                new Edit.ClearSheet("Results"),
                new Edit.DropName("N"),
                new Edit.DropSheet("Results"),
                new Edit.PutLedger("")));
    JsonObject json = written(plan);

    assertThat(json.keySet())
        .containsExactly("looks", "chartLooks", "chartInk", "chartAxis", "edits");
    assertThat(json.getAsJsonObject("looks").keySet())
        .hasSize(Look.values().length)
        .contains("stable-amber");
    assertThat(json.getAsJsonArray("edits"))
        .extracting(edit -> edit.getAsJsonObject().get("edit").getAsString())
        .containsExactly(
            "add-sheet",
            "put-cells",
            "put-rules",
            "put-links",
            "set-widths",
            "name-block",
            "mark-table",
            "put-chart",
            "break-pages",
            "drop-rules",
            "clear-cells",
            "clear-sheet",
            "drop-name",
            "drop-sheet",
            "put-ledger");
    JsonObject put = json.getAsJsonArray("edits").get(1).getAsJsonObject();
    assertThat(put.get("block").getAsString()).isEqualTo("B2:C2");
    assertThat(put.get("values")).isEqualTo(JsonParser.parseString("[[2,'x']]"));
    assertThat(put.get("formulas")).isEqualTo(JsonParser.parseString("[['1+1',null]]"));
    assertThat(put.get("formats"))
        .isEqualTo(JsonParser.parseString("[['0','B2'],['General','C2']]"));
    assertThat(put.get("looks"))
        .isEqualTo(JsonParser.parseString("[['figure','B2'],['stable-amber','C2']]"));
    assertThat(
            json.getAsJsonArray("edits")
                .get(4)
                .getAsJsonObject()
                .getAsJsonArray("widths")
                .get(1)
                .isJsonNull())
        .isTrue();
  }

  private static ChartPlan chart() {
    ChartPlan.Cells cells = new ChartPlan.Cells("SPC data", Block.parse("C4:C5"));
    return new ChartPlan(
        ChartPlan.PREFIX + 1,
        Block.parse("A4"),
        new ChartPlan.Cells("Charts", Block.parse("A4")),
        "Visits: rising trend",
        "Line chart of visits.",
        new ChartPlan.Periods(
            new ChartPlan.Cells("SPC data", Block.parse("B4:B5")),
            true,
            List.of(Content.of(43_922), Content.of(43_952)),
            "mmm-yy",
            1),
        new ChartPlan.Scale(
            "Number a month",
            "0",
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            OptionalDouble.of(1)),
        new ChartPlan.Frame(0.1, 0.2, 0.7, 0.6),
        List.of(
            new ChartPlan.SeriesPlan(
                "Visits",
                ChartLook.VALUES,
                cells,
                List.of(OptionalDouble.of(3), OptionalDouble.empty()),
                "0",
                List.of(
                    new ChartPlan.LabelPlan(
                        0, ChartPlan.LabelText.VALUE, ChartPlan.LabelPlace.RIGHT)))));
  }

  @Test
  void aChartIsItsRangesItsScaleAndNamesOfLooks() throws IOException {
    JsonObject json = written(new EditPlan(List.of(new Edit.PutChart("Charts", chart()))));
    JsonObject put = json.getAsJsonArray("edits").get(0).getAsJsonObject();
    JsonObject series = put.getAsJsonArray("series").get(0).getAsJsonObject();

    assertThat(json.getAsJsonObject("chartLooks").keySet())
        .hasSize(ChartLook.values().length)
        .contains(series.get("look").getAsString());
    assertThat(put.keySet())
        .containsExactly(
            "edit",
            "sheet",
            "name",
            "block",
            "title",
            "description",
            "periods",
            "scale",
            "frame",
            "series");
    assertThat(put.get("block").getAsString()).isEqualTo("A4");
    assertThat(put.get("title").getAsString()).isEqualTo("Charts!$A$4");
    assertThat(put.getAsJsonObject("periods").get("cells").getAsString())
        .isEqualTo("'SPC data'!$B$4:$B$5");
    assertThat(put.getAsJsonObject("scale").get("least").getAsDouble()).isZero();
    assertThat(put.getAsJsonObject("scale").get("most").isJsonNull()).isTrue();
    assertThat(series.get("cells").getAsString()).isEqualTo("'SPC data'!$C$4:$C$5");
    assertThat(series.getAsJsonArray("labels").get(0).getAsJsonObject().get("at").getAsString())
        .isEqualTo("right");
  }
}
