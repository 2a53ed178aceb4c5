package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import quarterday.sheet.UnusableInput;

/** What Excel and whoever installs the add-in ask for. */
final class AddInRoutes {
  private static final String OFFICE_JS = "/office-js";
  private static final String ICONS = "/icons";
  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

  private final AddInSettings settings;
  private final Door door;
  private final String version;
  private final OfficeJs officeJs;
  private final WebFiles web = new WebFiles("/web");
  private final AddInIcons icons = new AddInIcons();

  AddInRoutes(AddInSettings settings, Door door, String version) throws UnusableInput {
    this.settings = settings;
    this.door = door;
    this.version = version;
    this.officeJs = OfficeJs.from(settings.officeJs());
  }

  List<Route> all() {
    return List.of(
        new Route("GET", "/taskpane.html", this::pane),
        new Route("GET", "/commands.html", this::pane),
        new Route("GET", OFFICE_JS + "/{file}", this::officeJs),
        new Route("GET", ICONS + "/{name}", this::icon),
        new Route("GET", "/manifest.xml", this::manifest),
        new Route("GET", "/install.ps1", this::script),
        new Route("GET", "/install.sh", this::script),
        new Route("GET", "/uninstall.ps1", this::script),
        new Route("GET", "/uninstall.sh", this::script));
  }

  private void pane(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    byte[] page = web.at(request.getRequestURI()).orElseThrow(JettyProblems::notFound).bytes();
    SafetyHeaders.letIntoExcel(response, officeJs.foreignScripts());
    Reply.text(
        response,
        "text/html; charset=utf-8",
        officeJs.in(WebFiles.withToken(page, door.tokenForPane(request))));
  }

  private void officeJs(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    String path = request.getRequestURI().substring(OFFICE_JS.length());
    PageRoutes.send(request, response, officeJs.at(path).orElseThrow(JettyProblems::notFound));
  }

  private void icon(HttpServletRequest request, HttpServletResponse response)
      throws Problem, IOException {
    String name = request.getRequestURI().substring(ICONS.length() + 1);
    byte[] icon = icons.named(name).orElseThrow(JettyProblems::notFound);
    SafetyHeaders.letBeShown(response);
    Reply.bytes(response, "image/png", icon);
  }

  private void manifest(HttpServletRequest request, HttpServletResponse response)
      throws UnusableInput, IOException {
    Reply.text(response, "application/xml; charset=utf-8", addIn(request).manifest());
  }

  private void script(HttpServletRequest request, HttpServletResponse response)
      throws UnusableInput, IOException {
    Reply.text(response, PLAIN_TEXT, addIn(request).script(request.getRequestURI().substring(1)));
  }

  private AddIn addIn(HttpServletRequest request) throws UnusableInput {
    Origin origin =
        settings.origin().isPresent()
            ? settings.origin().get()
            : Origin.parse(
                request.getScheme()
                    + "://"
                    + request.getServerName()
                    + ":"
                    + request.getServerPort());
    return AddIn.at(origin, settings.test(), version);
  }
}
