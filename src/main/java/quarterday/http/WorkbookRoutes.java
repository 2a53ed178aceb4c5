package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import quarterday.complete.Completed;
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.kpi.Setting;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.xlsx.XlsxFile;

/** Works on workbooks: each lies on a desk of its own while it is worked on, and nowhere after. */
final class WorkbookRoutes {
  /** Memory that any workbook takes, in bytes. */
  static final long MEMORY_AT_LEAST = 16L << 20;

  /** Bytes of memory for each unpacked byte of a workbook, as measured with tables of figures. */
  private static final long MEMORY_FOR_UNPACKED = 24;

  private final ServerSettings settings;
  private final Reception reception;
  private final Workshop workshop;
  private final String version;

  WorkbookRoutes(ServerSettings settings, Reception reception, Workshop workshop, String version) {
    this.settings = settings;
    this.reception = reception;
    this.workshop = workshop;
    this.version = version;
  }

  List<Route> all() {
    return List.of(
        new Route("POST", "/api/v1/workbook/check", reception.placed(this::check)),
        new Route("POST", "/api/v1/workbook/complete", reception.placed(this::complete)),
        new Route("POST", "/api/v1/workbook/remove", reception.placed(this::remove)));
  }

  private interface OnFile<T> {
    T done(XlsxFile file) throws UnusableInput, IOException;
  }

  private <T> T onWorkbook(Spool.Desk desk, OnFile<T> work)
      throws Problem, UnusableInput, IOException {
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
    Map<Setting, String> requested = Query.settings(request);
    Upload.workbook(request, settings, desk.input());
    Reply.text(
        response,
        Reply.JSON,
        onWorkbook(
            desk,
            file -> Json.inspection(Completion.inspect(file.snapshot(), requested, version))));
  }

  private void complete(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
      throws Problem, UnusableInput, IOException {
    Map<Setting, String> requested = Query.settings(request);
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
    Query.none(request);
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
}
