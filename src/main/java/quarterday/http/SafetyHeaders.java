package quarterday.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The headers that every answer carries: what a browser may do with it. */
final class SafetyHeaders {
  private static final String POLICY = "Content-Security-Policy";
  private static final String OPENER = "Cross-Origin-Opener-Policy";
  private static final String RESOURCE = "Cross-Origin-Resource-Policy";

  /** Excel in the browser, and all that it can itself be framed by: every frame around counts. */
  private static final String OFFICE =
      "https://*.officeapps.live.com https://*.office.com https://*.office365.com"
          + " https://*.sharepoint.com https://*.cloud.microsoft https://*.microsoft365.com"
          + " https://onedrive.live.com https://teams.microsoft.com";

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put(POLICY, policy("'self'", "'none'"));
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put(OPENER, "same-origin");
    ALL.put(RESOURCE, "same-origin");
    ALL.put(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    // What may be kept says so itself.
    ALL.put("Cache-Control", "no-store");
  }

  private SafetyHeaders() {}

  static void addTo(BiConsumer<String, String> headers) {
    ALL.forEach(headers);
  }

  private static String policy(String scripts, String frames) {
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
        + " form-action 'self'; base-uri 'none'; frame-ancestors "
        + frames;
  }

  /**
   * Changes them for a page of the add-in, which Excel frames and which takes part of its scripts
   * from elsewhere.
   *
   * @param scripts where scripts come from besides the server itself; may be empty
   */
  static void letIntoExcel(HttpServletResponse response, String scripts) {
    response.setHeader(POLICY, policy(scripts.isEmpty() ? "'self'" : "'self' " + scripts, OFFICE));
    // A pane with an opener policy loses the window that it talks to.
    response.setHeader(OPENER, null);
  }

  /** Changes them for what pages of others may show and keep for a day: the ribbon's icons. */
  static void letBeShown(HttpServletResponse response) {
    response.setHeader(RESOURCE, "cross-origin");
    response.setHeader("Cache-Control", "public, max-age=86400");
  }

  /** Their names. */
  static Iterable<String> names() {
    return ALL.keySet();
  }
}
