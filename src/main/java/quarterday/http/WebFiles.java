package quarterday.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the pages: the folders {@code web} and {@code help} of the program. */
final class WebFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/vnd.microsoft.icon",
          "woff2", "font/woff2");

  /** Plain names in plain folders: nothing that leads out or is hidden. */
  private static final Pattern PATH =
      Pattern.compile("(?:/[A-Za-z0-9][A-Za-z0-9_-]*)*/[A-Za-z0-9][A-Za-z0-9_.-]*\\.([a-z0-9]+)");

  private static final String TOKEN_PLACE = "name=\"quarterday-token\" content=\"\"";

  private final String root;
  private final Map<String, WebFile> read = new ConcurrentHashMap<>();

  WebFiles(String root) {
    this.root = root;
  }

  /** A file as it is sent; its mark changes with its bytes. */
  record WebFile(byte[] bytes, String type, String mark) {
    static WebFile of(byte[] bytes, String type) {
      try {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        return new WebFile(bytes, type, "\"" + text.substring(0, 22) + "\"");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The file at a path that begins with a slash. */
  Optional<WebFile> at(String path) {
    Optional<String> type = type(path);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    WebFile known = read.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<WebFile> found =
        BuiltIn.bytes(root + path).map(bytes -> WebFile.of(bytes, type.get()));
    found.ifPresent(file -> read.put(path, file));
    return found;
  }

  /** The type of what is at a path, if the path is plain and the type one that is served. */
  static Optional<String> type(String path) {
    Matcher plain = PATH.matcher(path);
    return path.contains("..") || !plain.matches()
        ? Optional.empty()
        : Optional.ofNullable(TYPES.get(plain.group(1)));
  }

  /** A page with the token in the place that it keeps for one. */
  static String withToken(byte[] page, String token) {
    return new String(page, StandardCharsets.UTF_8)
        .replace(TOKEN_PLACE, TOKEN_PLACE.replace("\"\"", "\"" + escaped(token) + "\""));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
