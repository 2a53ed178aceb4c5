package quarterday.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the program carries with it, by a path that has been looked at before. */
final class BuiltIn {
  private BuiltIn() {}

  static Optional<byte[]> bytes(String path) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text that must be there. */
  static String text(String path) {
    return new String(
        bytes(path).orElseThrow(() -> new IllegalStateException("no " + path)),
        StandardCharsets.UTF_8);
  }
}
