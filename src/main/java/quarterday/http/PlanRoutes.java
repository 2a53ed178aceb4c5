package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.kpi.Setting;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.wire.SnapshotJson;

/** Plans what is to be written into a workbook that is open elsewhere, from what it holds. */
final class PlanRoutes {
  /** Bytes of memory for each byte of a snapshot: its plan is far larger than it is itself. */
  private static final long MEMORY_FOR_JSON = 300;

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
        new Route("POST", "/api/v1/plan", reception.placed(this::plan)),
        new Route("POST", "/api/v1/plan/check", reception.placed(this::check)),
        new Route("POST", "/api/v1/plan/remove", reception.placed(this::remove)));
  }

  private void plan(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Map<Setting, String> requested = Query.settings(request);
    answer(
        request,
        response,
        desk,
        (body, out) ->
            Json.completed(Completion.complete(snapshot(body), requested, version), out));
  }

  private void check(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Map<Setting, String> requested = Query.settings(request);
    answer(
        request,
        response,
        desk,
        (body, out) -> Json.checked(Completion.inspect(snapshot(body), requested, version), out));
  }

  private void remove(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Query.none(request);
    answer(request, response, desk, (body, out) -> Json.removed(Removed.from(snapshot(body)), out));
  }

  private interface Planning {
    void plan(Reader body, Writer answer) throws UnusableInput, IOException;
  }

  /** Receives a body, and sends what is made of it: an answer is written once there is one. */
  private void answer(
      HttpServletRequest request, HttpServletResponse response, Spool.Desk desk, Planning planning)
      throws Problem, UnusableInput, IOException {
    Upload.json(request, settings, desk.input());
    workshop.run(
        desk,
        memory -> {
          memory.take(WorkbookRoutes.MEMORY_AT_LEAST + MEMORY_FOR_JSON * Files.size(desk.input()));
          try (Reader body = Files.newBufferedReader(desk.input(), StandardCharsets.UTF_8);
              Writer out = writer(desk.output())) {
            planning.plan(body, out);
          }
          return desk.output();
        });
    Reply.file(response, Reply.JSON, desk.output(), settings);
  }

  /** A writer that puts a question mark where half a character stands: cells may hold one. */
  private static Writer writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Files.newOutputStream(OwnerOnly.newFile(file)), StandardCharsets.UTF_8));
  }

  private Snapshot snapshot(Reader body) throws UnusableInput, IOException {
    return SnapshotJson.read(
        body, settings.limit(ServerLimit.CELLS), settings.count(ServerLimit.SHEETS));
  }
}
