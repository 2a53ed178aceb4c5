package quarterday.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The headers that every answer carries: what a browser may do with it. */
final class SafetyHeaders {
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put("Cross-Origin-Opener-Policy", "same-origin");
    ALL.put("Cross-Origin-Resource-Policy", "same-origin");
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

  /** Their names. */
  static Iterable<String> names() {
    return ALL.keySet();
  }
}
