package quarterday.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends what a request asked for. */
final class Reply {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";
  static final String JSON = "application/json";

  private Reply() {}

  /** Text of a type, as UTF-8; JSON needs no word about that. */
  static void text(HttpServletResponse response, String type, String text) throws IOException {
    bytes(response, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(HttpServletResponse response, String type, byte[] bytes) throws IOException {
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** A workbook to be saved under a name that is ours, whatever its own was called. */
  static void workbook(
      HttpServletResponse response, Path file, String name, boolean macros, ServerSettings settings)
      throws IOException {
    attach(response, name + (macros ? ".xlsm" : ".xlsx"));
    file(response, macros ? XLSM : XLSX, file, settings);
  }

  /** A file of a type, to a client that takes it in time. */
  static void file(HttpServletResponse response, String type, Path file, ServerSettings settings)
      throws IOException {
    response.setContentType(type);
    response.setContentLengthLong(Files.size(file));
    Deadline deadline = new Deadline(settings);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      OutputStream out = response.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (!deadline.allows(n)) {
          throw new IOException("The reply was taken too slowly.");
        }
      }
    }
  }

  static void attach(HttpServletResponse response, String name) {
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
