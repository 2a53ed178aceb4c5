package quarterday.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.sheet.UnusableInput;

/**
 * Where an add-in's pages come from, as Excel allows it: https, or plain http on this machine.
 *
 * @param scheme {@code https} or {@code http}
 * @param host the name or address in lower case, an IPv6 address in brackets
 * @param port the port, with the scheme's own where none was given
 */
public record Origin(String scheme, String host, int port) {
  /** The names by which a machine calls itself. */
  static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern TEXT =
      Pattern.compile(
          "(https?)://(" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-f:]+\\])(?::(\\d{1,5}))?/?");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MOST_PORTS = 65_535;

  /**
   * Reads scheme, host and port, such as {@code https://kpi.office.example}.
   *
   * @throws UnusableInput if the text has less or more, or is plain http to another machine
   */
  public static Origin parse(String text) throws UnusableInput {
    Matcher parts = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw bad(text);
    }
    String scheme = parts.group(1);
    int port =
        parts.group(3) != null
            ? Integer.parseInt(parts.group(3))
            : scheme.equals("https") ? HTTPS : HTTP;
    if (port < 1 || port > MOST_PORTS) {
      throw bad(text);
    }
    Origin origin = new Origin(scheme, parts.group(2), port);
    if (scheme.equals("http") && !origin.isLoopback()) {
      throw new UnusableInput(
          "insecure-origin",
          "Excel opens add-ins over https only, and " + origin + " is plain http.",
          "Give the server's https address with --origin; plain http does for localhost alone.");
    }
    return origin;
  }

  private static UnusableInput bad(String text) {
    return new UnusableInput(
        "bad-origin",
        "\u201c" + text + "\u201d is not the address of a server.",
        "Give scheme, name and port with nothing behind them, such as https://kpi.office.example.");
  }

  /** Whether it is the machine that asks. */
  boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  /** The address without a slash at its end, and without a port that goes without saying. */
  @Override
  public String toString() {
    boolean usual = port == (scheme.equals("https") ? HTTPS : HTTP);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
