package quarterday.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Bytes sent to a server as they are, and what comes back. */
final class Raw {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private Raw() {}

  static String ask(String url, String request) {
    return ask(url, request.getBytes(StandardCharsets.ISO_8859_1), false);
  }

  /** What the server says until it closes; empty if it closes without a word. */
  static String ask(String url, byte[] request, boolean halfClose) {
    try (Socket socket = open(url)) {
      try {
        socket.getOutputStream().write(request);
        if (halfClose) {
          socket.shutdownOutput();
        }
      } catch (IOException e) {
        // The server may have said enough before all was sent.
      }
      return answer(socket);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Socket open(String url) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
    socket.setSoTimeout((int) SILENCE.toMillis());
    return socket;
  }

  /** What comes until the server closes, whether or not it resets the connection then. */
  static String answer(Socket socket) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
      }
    } catch (java.net.SocketException e) {
      // Reset: what came before counts.
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
