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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, stopped in the middle of its work. */
class KilledServerTest {
  private static final String READY = "Quarterday is ready at ";

  @TempDir private Path home;

  /** The process and the address that it printed. */
  private record Child(Process process, String url) {
    static Child start(Path home, String... more) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
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
                  home.toString()));
      command.addAll(List.of(more));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = said.readLine();
      assertThat(line).startsWith(READY);
      return new Child(process, line.substring(READY.length()));
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
      while (Running.left(home).stream().noneMatch(file -> file.endsWith("in"))) {
        Thread.sleep(10);
      }
      return socket;
    }
  }

  private List<String> servers() throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("spool"))) {
      return folders.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void afterAKillTheNextStartFindsNothingLeftOver() throws Exception {
    byte[] example = Files.readAllBytes(Running.EXAMPLE);
    Child killed = Child.start(home);
    try (Socket socket = killed.upload(home, example, 1_000)) {
      killed.process().destroyForcibly().waitFor();
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(Running.left(home)).as("what a kill leaves").isNotEmpty();
    List<String> before = servers();

    try (Running next = Running.in(home)) {
      assertThat(Running.left(home)).isEmpty();
      assertThat(servers()).doesNotContainSequence(before).hasSize(2);
      assertThat(next.post("/api/v1/workbook/complete", example).statusCode()).isEqualTo(200);
    }
    assertThat(servers()).containsExactly("lock");
  }

  @Test
  void askedToStopItLetsARunningRequestEnd() throws Exception {
    byte[] example = Files.readAllBytes(Running.EXAMPLE);
    Child stopped = Child.start(home);
    try (Socket socket = stopped.upload(home, example, 1_000)) {
      stopped.process().destroy();
      Thread.sleep(500);
      assertThat(stopped.process().isAlive()).as("waits for the request").isTrue();
      socket.getOutputStream().write(example, 1_000, example.length - 1_000);

      assertThat(Raw.answer(socket)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(stopped.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(servers()).containsExactly("lock");
  }
}
