package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import quarterday.complete.AdjustmentChange;
import quarterday.complete.Completed;
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.complete.SettingsChange;
import quarterday.edit.EditPlan;
import quarterday.kpi.Setting;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.wire.ChangeJson;
import quarterday.wire.Json;
import quarterday.wire.SnapshotJson;

/** Plans what is to be written into a workbook that is open elsewhere, from what it holds. */
final class PlanRoutes {
  /**
   * Bytes of memory for each byte of a snapshot, as measured with tables of up to 600,000 figures
   * that say nothing of formulas and little of formats: the plan is far larger than the snapshot.
   */
  private static final long MEMORY_FOR_JSON = 90;

  private final ServerSettings settings;
  private final Reception reception;
  private final Workshop workshop;
  private final String version;

  PlanRoutes(ServerSettings settings, Reception reception, Workshop workshop, String version) {
    this.settings = settings;
    this.reception = reception;
    this.workshop = workshop;
    this.version = version;
  }

  List<Route> all() {
    return List.of(
        route("/api/v1/plan", Query::settings, this::plan),
        route("/api/v1/plan/check", Query::settings, this::check),
        route("/api/v1/plan/remove", this::remove),
        route("/api/v1/plan/glossary", this::glossary),
        route("/api/v1/plan/settings", this::settings),
        route("/api/v1/plan/adjustments", this::adjustments));
  }

  private void plan(Map<Setting, String> requested, Reader body, Writer out)
      throws UnusableInput, IOException {
    Snapshot workbook = snapshot(body);
    Completed completed = Completion.complete(workbook, requested, version);
    requireAllowed(workbook, completed.plan());
    Json.completed(completed, out);
  }

  private void check(Map<Setting, String> requested, Reader body, Writer out)
      throws UnusableInput, IOException {
    Json.checked(Completion.inspect(snapshot(body), requested, version), out);
  }

  private void remove(Reader body, Writer out) throws UnusableInput, IOException {
    Snapshot workbook = snapshot(body);
    Removed removed = Removed.from(workbook);
    requireAllowed(workbook, removed.plan());
    Json.removed(removed, out);
  }

  private void glossary(Reader body, Writer out) throws UnusableInput, IOException {
    Snapshot workbook = snapshot(body);
    change(workbook, Completion.glossary(workbook, version), out);
  }

  private void settings(Reader body, Writer out) throws UnusableInput, IOException {
    ChangeJson<Map<Setting, String>> asked =
        ChangeJson.settings(body, cellsAllowed(), sheetsAllowed());
    change(asked.workbook(), SettingsChange.of(asked.workbook(), asked.change()), out);
  }

  private void adjustments(Reader body, Writer out) throws UnusableInput, IOException {
    ChangeJson<AdjustmentChange> asked =
        ChangeJson.adjustment(body, cellsAllowed(), sheetsAllowed());
    change(asked.workbook(), asked.change().plan(asked.workbook()), out);
  }

  private static void change(Snapshot workbook, EditPlan plan, Writer out)
      throws UnusableInput, IOException {
    requireAllowed(workbook, plan);
    Json.change(plan, out);
  }

  /** A file's writer refuses such a plan itself; this one is carried out elsewhere. */
  private static void requireAllowed(Snapshot workbook, EditPlan plan) throws UnusableInput {
    if (workbook.structureLocked()) {
      plan.requireSameSheets();
    }
  }

  private interface Planning {
    void plan(Reader body, Writer answer) throws UnusableInput, IOException;
  }

  private interface Asking<Q> {
    Q of(HttpServletRequest request) throws Problem, UnusableInput;
  }

  private interface PlanningAsAsked<Q> {
    void plan(Q asked, Reader body, Writer answer) throws UnusableInput, IOException;
  }

  /** An address that takes no parameters. */
  private Route route(String path, Planning planning) {
    return route(path, Query::none, (none, body, out) -> planning.plan(body, out));
  }

  /** Receives a body, and sends what is made of it: an answer is written once there is one. */
  private <Q> Route route(String path, Asking<Q> asking, PlanningAsAsked<Q> planning) {
    return new Route(
        "POST",
        path,
        reception.placed(
            (request, response, desk) -> {
              Q asked = asking.of(request);
              Upload.json(request, settings, desk.input());
              workshop.run(
                  desk,
                  memory -> {
                    memory.take(
                        WorkbookRoutes.MEMORY_AT_LEAST
                            + MEMORY_FOR_JSON * Files.size(desk.input()));
                    try (Reader body =
                            Files.newBufferedReader(desk.input(), StandardCharsets.UTF_8);
                        Writer out = writer(desk.output())) {
                      planning.plan(asked, body, out);
                    }
                    return desk.output();
                  });
              Reply.file(response, Reply.JSON, desk.output(), settings);
            }));
  }

  /** A writer that puts a question mark where half a character stands: cells may hold one. */
  private static Writer writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Files.newOutputStream(OwnerOnly.newFile(file)), StandardCharsets.UTF_8));
  }

  private Snapshot snapshot(Reader body) throws UnusableInput, IOException {
    return SnapshotJson.read(body, cellsAllowed(), sheetsAllowed());
  }

  private long cellsAllowed() {
    return settings.limit(ServerLimit.CELLS);
  }

  private int sheetsAllowed() {
    return settings.count(ServerLimit.SHEETS);
  }
}
