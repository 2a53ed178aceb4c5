package quarterday.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.complete.Completion;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.edit.Meaning;
import quarterday.sheet.Address;
import quarterday.sheet.Content;
import quarterday.sheet.Snapshot;
import quarterday.xlsx.XlsxFile;

/** A plan that was sent means what it meant, and takes no more room than it must. */
class PlanJsonTest {
  private static JsonObject cells(List<List<CellPlan>> rows) throws IOException {
    StringWriter text = new StringWriter();
    Json.plan(new EditPlan(List.of(new Edit.PutCells("Data", new Address(1, 1), rows))), text);
    return JsonParser.parseString(text.toString())
        .getAsJsonObject()
        .getAsJsonArray("edits")
        .get(0)
        .getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opcc-kpi-example.xlsx", "force-performance-example.xlsx"})
  void anExamplesPlanArrivesAsItWasSent(String example) throws Exception {
    Snapshot before = XlsxFile.read(Path.of("workbook-templates", example));
    EditPlan plan = Completion.complete(before, Map.of(), "test").plan();

    EditPlan arrived = PlanReading.sent(plan, before);

    assertThat(arrived.edits()).hasSameSizeAs(plan.edits());
    for (int i = 0; i < plan.edits().size(); i++) {
      Edit edit = plan.edits().get(i);
      if (!(edit instanceof Edit.PutChart)) {
        assertThat(arrived.edits().get(i)).isEqualTo(edit);
      }
    }
    assertThat(SnapshotJson.of(Meaning.apply(before, arrived)))
        .isEqualTo(SnapshotJson.of(Meaning.apply(before, plan)));
  }

  @Test
  void cellsOfOneFormatOrLookAreSaidTogether() throws IOException {
    CellPlan mean = CellPlan.number(1.5, "0.0", Look.LIMIT);
    CellPlan words = CellPlan.text("x", Look.WORDS);
    CellPlan count = CellPlan.number(2, "0", Look.LIMIT);

    JsonObject put =
        cells(
            List.of(
                List.of(mean, mean, words),
                List.of(mean, mean, words),
                List.of(count, mean, words)));

    assertThat(put.get("block").getAsString()).isEqualTo("B2:D4");
    assertThat(put.get("formats"))
        .isEqualTo(
            JsonParser.parseString(
                "[['0.0','B2:C3'],['0','B4'],['0.0','C4'],['General','D2:D4']]"));
    assertThat(put.get("looks"))
        .isEqualTo(JsonParser.parseString("[['limit','B2:C4'],['words','D2:D4']]"));
  }

  @Test
  void cellsWithoutFormulasSayNothingOfThem() throws IOException {
    assertThat(cells(List.of(List.of(CellPlan.BLANK))).keySet())
        .containsExactly("edit", "sheet", "block", "values", "formats", "looks");
  }

  @Test
  void whatACellCanHoldIsTold() throws IOException {
    JsonObject put =
        cells(
            List.of(
                List.of(
                    plain(Content.of(0.1 + 0.2)),
                    plain(Content.of(43_922)),
                    plain(Content.of("+59 \u201cmore\u201d")),
                    plain(new Content.Logical(true)),
                    plain(new Content.Fault("#N/A")),
                    plain(Content.blank()))));

    assertThat(put.get("values").toString())
        .isEqualTo(
            "[[0.30000000000000004,43922,\"+59 \u201cmore\u201d\",true,{\"fault\":\"#N/A\"},null]]");
  }

  private static CellPlan plain(Content content) {
    return new CellPlan(content, "", "General", Look.PLAIN);
  }
}
