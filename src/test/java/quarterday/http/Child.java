package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, and the address that it printed. */
record Child(Process process, String url) {
  private static final String READY = "Quarterday is ready at ";

  static Child start(Path home, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "quarterday.Main",
            "serve",
            "--http",
            "--port",
            "0",
            "--token",
            Running.TOKEN,
            "--home",
            home.toString(),
            "--limits",
            limits(home).toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    assertThat(line).startsWith(READY);
    return new Child(process, line.substring(READY.length()));
  }

  private static Path limits(Path home) throws IOException {
    List<String> lines =
        Patience.with(Map.of()).entrySet().stream()
            .map(limit -> limit.getKey().key() + "=" + limit.getValue())
            .toList();
    return Files.write(Files.createDirectories(home).resolve("limits"), lines);
  }

  /** Begins to send a workbook of so many bytes, and waits until it is being received. */
  Socket upload(Path home, byte[] workbook, int bytes) throws Exception {
    Socket socket = Raw.open(url);
    socket
        .getOutputStream()
        .write(
            ("POST /api/v1/workbook/complete HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + Door.TOKEN_HEADER
                    + ": "
                    + Running.TOKEN
                    + "\r\nContent-Length: "
                    + workbook.length
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(workbook, 0, bytes);
    while (Running.spooled(home).stream().noneMatch(file -> file.endsWith("in"))) {
      Thread.sleep(10);
    }
    return socket;
  }
}
