package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpStatus;

/** What can be looked at: the page, its files, help, templates, health and the description. */
final class PageRoutes {
  /** Where the files of the page are, after all other routes. */
  static final String ANY_FILE = "/{file}";

  private static final String INDEX = "/index.html";
  private static final Set<String> TEMPLATES =
      Set.of(
          "opcc-kpi.xlsx",
          "opcc-kpi-example.xlsx",
          "force-performance.xlsx",
          "force-performance-example.xlsx");

  private final Door door;
  private final BooleanSupplier ready;
  private final WebFiles web = new WebFiles("/web");
  private final WebFiles helpImages = new WebFiles("/help");
  private final HelpPages help = new HelpPages();
  private final WebFiles.WebFile description =
      WebFiles.WebFile.of(BuiltIn.bytes("/quarterday/http/openapi.json").orElseThrow(), Reply.JSON);

  PageRoutes(Door door, BooleanSupplier ready) {
    this.door = door;
    this.ready = ready;
  }

  /** The routes; the last leads to every file of the page. */
  List<Route> all() {
    return List.of(
        new Route("GET", "/", this::index),
        new Route("GET", INDEX, this::index),
        new Route("GET", "/health", this::health),
        new Route("GET", "/openapi.json", (in, out) -> send(in, out, description)),
        new Route("GET", "/templates/{name}", this::template),
        new Route("GET", "/help/{page}", this::help),
        new Route("GET", ANY_FILE, this::file));
  }

  private void index(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    byte[] page = web.at(INDEX).orElseThrow(JettyProblems::notFound).bytes();
    Reply.text(
        response, "text/html; charset=utf-8", WebFiles.withToken(page, door.tokenForPage(request)));
  }

  private void health(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    if (!ready.getAsBoolean()) {
      throw Problem.busy(
          "warming", "The server is starting and not ready yet; ask again in a second.", 1);
    }
    Reply.text(response, Reply.JSON, "{\"status\":\"ready\"}\n");
  }

  private void template(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    String name = request.getRequestURI().substring("/templates/".length());
    byte[] workbook =
        Optional.of(name)
            .filter(TEMPLATES::contains)
            .flatMap(known -> BuiltIn.bytes("/workbook-templates/" + known))
            .orElseThrow(JettyProblems::notFound);
    Reply.attach(response, name);
    send(request, response, WebFiles.WebFile.of(workbook, Reply.XLSX));
  }

  private void help(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    String path = request.getRequestURI().substring("/help".length());
    Optional<WebFiles.WebFile> page = help.at(path);
    send(
        request,
        response,
        (page.isPresent() ? page : helpImages.at(path)).orElseThrow(JettyProblems::notFound));
  }

  private void file(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    send(request, response, web.at(request.getRequestURI()).orElseThrow(JettyProblems::notFound));
  }

  /** Sends a file, or word that the browser has it already. */
  static void send(HttpServletRequest request, HttpServletResponse response, WebFiles.WebFile file)
      throws IOException {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", file.mark());
    String had = request.getHeader("If-None-Match");
    if (had != null && Arrays.asList(had.split("\\s*,\\s*")).contains(file.mark())) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
    } else {
      Reply.bytes(response, file.type(), file.bytes());
    }
  }
}
