package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Who is let in. A page of another origin must not be able to ask for anything on behalf of whoever
 * looks at it, nor to pass for this server under a name of its own.
 */
final class Door {
  static final String TOKEN_HEADER = "X-Quarterday-Token";

  private final Set<String> hosts;
  private final Tokens tokens;

  Door(ServerSettings settings, Tokens tokens) {
    this.hosts = new TreeSet<>(Origin.LOOPBACK);
    this.tokens = tokens;
    hosts.add(settings.bind().toLowerCase(Locale.ROOT));
    hosts.addAll(settings.hosts());
  }

  /** Requires a name that this server answers to. */
  void requireHost(HttpServletRequest request) throws Problem {
    if (!hosts.contains(host(request))) {
      throw new Problem(
          HttpStatus.MISDIRECTED_REQUEST_421,
          "foreign-host",
          "This server does not answer to that name; use the address that it printed when it"
              + " started, or have the name added with --host by whoever runs it.");
    }
  }

  private static String host(HttpServletRequest request) {
    String name = request.getServerName().toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Requires that no other origin asks, and that the token is right. */
  void requireOwnOriginAndToken(HttpServletRequest request) throws Problem {
    if (!isOwnOrigin(request)) {
      throw new Problem(
          HttpStatus.FORBIDDEN_403,
          "foreign-origin",
          "Another web site asked for this; open this server's own page instead.");
    }
    String token = request.getHeader(TOKEN_HEADER);
    if (token == null || token.isEmpty()) {
      throw unauthorised("token-missing", "The header " + TOKEN_HEADER + " is missing");
    }
    if (!tokens.admits(token)) {
      throw unauthorised("token-wrong", "The token is none that this server knows");
    }
  }

  private static Problem unauthorised(String code, String what) {
    return new Problem(
        HttpStatus.UNAUTHORIZED_401,
        code,
        what
            + "; reload the page, or ask whoever runs this server for a token and send it in that"
            + " header.",
        Map.of("WWW-Authenticate", "Quarterday"));
  }

  private static boolean isOwnOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    // A proxy in front may speak https where this server does not; the name and port are the same.
    String host = request.getHeader("Host");
    return host != null
        && (origin.equalsIgnoreCase("https://" + host)
            || origin.equalsIgnoreCase("http://" + host));
  }

  /**
   * The token that the page may carry, or empty: to a page opened in a window of its own, which
   * other origins cannot read, and never in answer to another origin's script or frame.
   */
  String tokenForPage(HttpServletRequest request) {
    return tokenWhereOpenedAs(Set.of("document"), request);
  }

  /**
   * The token that the add-in's pages may carry, or empty: in a window of their own or in a frame,
   * which the page around it cannot read either; their content policy says who may frame them.
   */
  String tokenForPane(HttpServletRequest request) {
    return tokenWhereOpenedAs(Set.of("document", "iframe"), request);
  }

  private String tokenWhereOpenedAs(Set<String> places, HttpServletRequest request) {
    String place = request.getHeader("Sec-Fetch-Dest");
    boolean opened =
        "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
            && place != null
            && places.contains(place)
            && request.getHeader("Origin") == null;
    return opened || isOwnOrigin(request) ? tokens.forThePage().orElse("") : "";
  }
}
