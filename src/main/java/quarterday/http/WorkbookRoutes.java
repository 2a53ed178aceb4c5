package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;
import quarterday.complete.Completed;
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.kpi.RequestedSettings;
import quarterday.kpi.Setting;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.wire.SnapshotJson;
import quarterday.xlsx.XlsxFile;

/** Works on workbooks: each lies on a desk of its own while it is worked on, and nowhere after. */
final class WorkbookRoutes {
  private static final String PERIOD = "period";
  private static final String SET = "set";

  /** Memory that any workbook takes, in bytes. */
  private static final long MEMORY_AT_LEAST = 16L << 20;

  /** Bytes of memory for each unpacked byte of a workbook, as measured with tables of figures. */
  private static final long MEMORY_FOR_UNPACKED = 24;

  /** Bytes of memory for each byte of a snapshot: its plan is far larger than it is itself. */
  private static final long MEMORY_FOR_JSON = 300;

  private final ServerSettings settings;
  private final Spool spool;
  private final Workshop workshop;
  private final String version;
  private final Semaphore places;

  WorkbookRoutes(ServerSettings settings, Spool spool, Workshop workshop, String version) {
    this.settings = settings;
    this.spool = spool;
    this.workshop = workshop;
    this.version = version;
    this.places = new Semaphore(settings.count(ServerLimit.REQUESTS));
  }

  List<Route> all() {
    return List.of(
        new Route("POST", "/api/v1/workbook/check", placed(this::check)),
        new Route("POST", "/api/v1/workbook/complete", placed(this::complete)),
        new Route("POST", "/api/v1/workbook/remove", placed(this::remove)),
        new Route("POST", "/api/v1/plan", placed(this::plan)));
  }

  private interface AtDesk {
    void answer(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
        throws Problem, UnusableInput, IOException;
  }

  /** Gives a request a place and a desk, or sends it away. */
  private Route.Answer placed(AtDesk work) {
    return (request, response) -> {
      if (!places.tryAcquire()) {
        throw Workshop.busy();
      }
      try (Spool.Desk desk = spool.desk()) {
        work.answer(request, response, desk);
      } finally {
        places.release();
      }
    };
  }

  private interface OnFile<T> {
    T done(XlsxFile file) throws UnusableInput, IOException;
  }

  private <T> T onWorkbook(Spool.Desk desk, OnFile<T> work) throws Problem, UnusableInput {
    return workshop.run(
        desk,
        memory -> {
          try (XlsxFile file = XlsxFile.open(desk.input(), settings.file())) {
            memory.take(MEMORY_AT_LEAST + MEMORY_FOR_UNPACKED * file.unpackedBytes());
            return work.done(file);
          }
        });
  }

  private Completed completed(XlsxFile file, Map<Setting, String> requested) throws UnusableInput {
    Completed completed = Completion.complete(file.snapshot(), requested, version);
    return file.isSigned() ? completed.ofSigned() : completed;
  }

  private void check(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Map<Setting, String> requested = requested(request);
    Upload.workbook(request, settings, desk.input());
    Reply.text(
        response,
        Reply.JSON,
        onWorkbook(
            desk,
            file -> {
              Completed completed = completed(file, requested);
              return Json.report(completed.findings(), completed.review());
            }));
  }

  private void complete(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Map<Setting, String> requested = requested(request);
    Upload.workbook(request, settings, desk.input());
    boolean macros =
        onWorkbook(
            desk,
            file -> {
              file.write(completed(file, requested).plan(), desk.output());
              return file.hasMacros();
            });
    Reply.workbook(response, desk.output(), "completed", macros, settings);
  }

  private void remove(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    parameters(request, Set.of());
    Upload.workbook(request, settings, desk.input());
    boolean macros =
        onWorkbook(
            desk,
            file -> {
              file.write(Removed.from(file.snapshot()).plan(), desk.output());
              return file.hasMacros();
            });
    Reply.workbook(response, desk.output(), "results-removed", macros, settings);
  }

  private void plan(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Map<Setting, String> requested = requested(request);
    Upload.json(request, settings, desk.input());
    Reply.text(
        response,
        Reply.JSON,
        workshop.run(
            desk,
            memory -> {
              memory.take(MEMORY_AT_LEAST + MEMORY_FOR_JSON * Files.size(desk.input()));
              return Json.completed(
                  Completion.complete(snapshot(desk.input()), requested, version));
            }));
  }

  private Snapshot snapshot(Path file) throws UnusableInput, IOException {
    try (Reader json = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return SnapshotJson.read(
          json, settings.limit(ServerLimit.CELLS), settings.count(ServerLimit.SHEETS));
    }
  }

  private static Map<Setting, String> requested(HttpServletRequest request)
      throws Problem, UnusableInput {
    MultiMap<String> asked = parameters(request, Set.of(PERIOD, SET));
    List<String> periods = asked.getOrDefault(PERIOD, List.of());
    if (periods.size() > 1) {
      throw badParameter("There is more than one period; ask for one at a time.");
    }
    return RequestedSettings.parse(
        periods.stream().findFirst(), asked.getOrDefault(SET, List.of()));
  }

  /** The parameters of the address; a form in the body has none to give. */
  private static MultiMap<String> parameters(HttpServletRequest request, Set<String> known)
      throws Problem {
    MultiMap<String> asked = new MultiMap<>();
    try {
      if (request.getQueryString() != null) {
        UrlEncoded.decodeTo(request.getQueryString(), asked, StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException e) {
      throw badParameter("The parameters are not encoded as UTF-8 with percent signs; do so.");
    }
    if (!known.containsAll(asked.keySet())) {
      throw badParameter(
          known.isEmpty()
              ? "This address takes no parameters; leave them out."
              : "There is a parameter that is not known; those known are period and set.");
    }
    return asked;
  }

  private static Problem badParameter(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST_400, "bad-parameter", detail);
  }
}
