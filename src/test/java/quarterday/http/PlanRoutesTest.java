package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.edit.EditPlan;
import quarterday.edit.Meaning;
import quarterday.kpi.KpiReader;
import quarterday.sheet.Address;
import quarterday.sheet.Snapshot;
import quarterday.wire.PlanReading;
import quarterday.wire.SnapshotJson;
import quarterday.xlsx.XlsxFile;

/** What a program gets that has a workbook open: plans for it, and what to choose from. */
class PlanRoutesTest {
  @TempDir private static Path home;
  private static Running server;
  private static Snapshot example;

  @BeforeAll
  static void start() throws Exception {
    server = Running.in(home);
    example = XlsxFile.read(Running.EXAMPLE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject asked(String path, String body) {
    HttpResponse<byte[]> response = server.post("/api/v1/plan" + path, Reply.JSON, body);
    assertThat(response.statusCode()).as(Running.text(response)).isEqualTo(200);
    return Running.json(response);
  }

  private static EditPlan plan(JsonObject answer, Snapshot before) {
    return PlanReading.read(answer.get("plan").toString(), before);
  }

  private static Snapshot completed() throws Exception {
    return Meaning.apply(example, Completion.complete(example, Map.of(), Running.VERSION).plan());
  }

  @Test
  void aSnapshotIsCheckedAsItsFileIs() throws Exception {
    JsonObject here = asked("/check", SnapshotJson.of(example));
    JsonObject file =
        Running.json(server.post("/api/v1/workbook/check", Files.readAllBytes(Running.EXAMPLE)));

    assertThat(here.keySet()).containsExactly("findings", "review", "settings", "adjustments");
    assertThat(here.get("findings")).isEqualTo(file.get("findings"));
    assertThat(here.get("review")).isEqualTo(file.get("review"));
  }

  @Test
  void settingsAreToldWithWhereTheyComeFromAndWhatTheyTake() {
    JsonObject answer =
        asked("/check?set=Window%20months=24&set=Two%20of%20three=yes", SnapshotJson.of(example));

    assertThat(setting(answer, "Window months").toString())
        .startsWith(
            "{\"name\":\"Window months\",\"value\":\"24\",\"default\":\"42\","
                + "\"source\":\"this request\",\"kind\":\"number\",\"hint\":\"How many months");
    assertThat(setting(answer, "Two of three").get("kind").getAsString()).isEqualTo("yes-no");
    assertThat(setting(answer, "Panel").get("source").getAsString()).isEqualTo("Settings sheet");
    assertThat(setting(answer, "Stable colour").getAsJsonArray("choices"))
        .extracting(JsonElement::getAsString)
        .containsExactly("grey", "amber");
  }

  private static JsonObject setting(JsonObject answer, String name) {
    for (JsonElement each : answer.getAsJsonArray("settings")) {
      if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
        return each.getAsJsonObject();
      }
    }
    throw new AssertionError("No setting " + name);
  }

  @Test
  void adjustmentsAreToldWithTheirPlace() {
    JsonObject answer = asked("/check", SnapshotJson.of(example));

    assertThat(answer.getAsJsonArray("adjustments")).isNotEmpty();
    JsonObject first = answer.getAsJsonArray("adjustments").get(0).getAsJsonObject();
    String cell = first.get("cell").getAsString();
    assertThat(
            example
                .sheet(first.get("sheet").getAsString())
                .orElseThrow()
                .at(Address.parse(cell))
                .content()
                .text())
        .contains(first.get("name").getAsString());
  }

  @Test
  void aWorkbookWithoutFiguresIsCheckedAllTheSame() {
    JsonObject answer =
        asked(
            "/check",
            "{\"sheets\":[{\"name\":\"Data\",\"blocks\":[{\"block\":\"A1:C2\",\"values\":"
                + "[[\"Measure\",\"Apr-20\",\"May-20\"],[\"Visits\",\"tbc\",null]]}]}]}");

    assertThat(answer.get("review").isJsonNull()).isTrue();
    assertThat(answer.getAsJsonArray("findings")).isNotEmpty();
    assertThat(answer.getAsJsonArray("settings")).hasSize(23);
  }

  @Test
  void removingFromASnapshotIsPlannedAsForItsFile() throws Exception {
    Snapshot completed = completed();

    JsonObject answer = asked("/remove", SnapshotJson.of(completed));

    assertThat(answer.getAsJsonArray("skipped")).isEmpty();
    assertThat(plan(answer, completed)).isEqualTo(Removed.from(completed).plan());
  }

  @Test
  void aCompletedWorkbookHasNothingLeftToPlan() throws Exception {
    assertThat(asked("", SnapshotJson.of(completed())).getAsJsonObject("plan").get("edits"))
        .hasToString("[]");
  }

  private static String with(String name, String change) {
    return "{\"" + name + "\":" + change + ",\"workbook\":" + SnapshotJson.of(example) + "}";
  }

  private static Snapshot after(JsonObject answer) {
    assertThat(answer.keySet()).containsExactly("plan");
    return Meaning.apply(example, plan(answer, example));
  }

  @Test
  void aSettingIsWrittenIntoTheWorkbook() throws Exception {
    JsonObject answer = asked("/settings", with("settings", "{\"Window months\":\"36\"}"));

    assertThat(
            setting(asked("/check", SnapshotJson.of(after(answer))), "Window months")
                .get("value")
                .getAsString())
        .isEqualTo("36");
    String looks = answer.getAsJsonObject("plan").getAsJsonObject("looks").get("kept").toString();
    assertThat(looks).contains("\"weight\":\"keep\"", "\"align\":\"keep\"");
  }

  @Test
  void aDecisionIsWrittenIntoTheWorkbookAndTakenOut() throws Exception {
    String asked =
        "{\"measure\":\"O-ENG-EVT-PCC\",\"month\":\"2019-08\",\"kind\":\"leave-out\"%s}"
            .replace("O-ENG-EVT-PCC", measure());

    Snapshot written =
        after(asked("/adjustments", with("adjustment", asked.formatted(",\"reason\":\"Fair\""))));

    assertThat(KpiReader.read(written, Map.of()).adjustments())
        .hasSize(KpiReader.read(example, Map.of()).adjustments().size() + 1)
        .anySatisfy(a -> assertThat(a.reason()).isEqualTo("Fair"));
    JsonObject back =
        asked(
            "/adjustments",
            "{\"workbook\":"
                + SnapshotJson.of(written)
                + ",\"adjustment\":"
                + asked.formatted(",\"remove\":true")
                + "}");
    assertThat(KpiReader.read(Meaning.apply(written, plan(back, written)), Map.of()).adjustments())
        .isEqualTo(KpiReader.read(example, Map.of()).adjustments());
  }

  private static String measure() {
    return KpiReader.read(example, Map.of()).rows().findFirst().orElseThrow().measure().id();
  }

  @Test
  void theGlossaryIsBroughtUpToDateAlone() throws Exception {
    Snapshot after = after(asked("/glossary", SnapshotJson.of(example)));

    assertThat(after.sheets()).hasSameSizeAs(example.sheets());
    assertThat(after.sheet("Glossary").orElseThrow().size())
        .isGreaterThan(example.sheet("Glossary").orElseThrow().size());
  }

  @ParameterizedTest
  @CsvSource({"'', 422", "/glossary, 200", "/check, 200"})
  void wherePlansMayNotAddSheetsNoneIsPlanned(String path, int status) {
    String locked =
        SnapshotJson.of(example).replace("\"structureLocked\":false", "\"structureLocked\":true");

    HttpResponse<byte[]> response = server.post("/api/v1/plan" + path, Reply.JSON, locked);

    assertThat(response.statusCode()).isEqualTo(status);
    if (status != 200) {
      assertThat(Running.problem(response)).isEqualTo("structure-locked");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/settings, settings, '{\"Window months\":\"many\"}', 400, bad-setting",
    "/settings, settings, '{\"Window months\":24}', 422, bad-snapshot",
    "/settings, adjustment, '{}', 422, bad-snapshot",
    "/adjustments, adjustment, '{}', 422, bad-adjustment",
    "/adjustments, adjustment, '{\"why\":\"\"}', 422, bad-snapshot",
    "/adjustments, adjustment, '{\"measure\":\"x\",\"month\":\"2019-04\",\"kind\":\"reset-limits\"}', 422, reset-without-reason"
  })
  void aChangeThatCannotBeMadeIsRefused(
      String path, String name, String change, int status, String code) {
    HttpResponse<byte[]> response =
        server.post("/api/v1/plan" + path, Reply.JSON, with(name, change));

    assertThat(Running.problem(response)).isEqualTo(code);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "/check, no-measure-table",
    "/remove?period=x, bad-parameter",
    "/check?x=y, bad-parameter"
  })
  void whatCannotBePlannedIsRefused(String path, String code) {
    HttpResponse<byte[]> response = server.post("/api/v1/plan" + path, Reply.JSON, "{}");

    assertThat(Running.problem(response)).isEqualTo(code);
  }
}
