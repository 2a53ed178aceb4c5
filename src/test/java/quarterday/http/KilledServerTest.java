package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, stopped in the middle of its work. */
class KilledServerTest {
  @TempDir private Path home;

  private List<String> servers() throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("spool"))) {
      return folders.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void afterAKillTheNextStartFindsNothingLeftOver() throws Exception {
    byte[] example = Files.readAllBytes(Running.EXAMPLE);
    Child killed = Child.start(home, "-Xmx256m", "-XX:TieredStopAtLevel=1");
    try (Socket socket = killed.upload(home, example, 1_000)) {
      killed.process().destroyForcibly().waitFor();
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(Running.spooled(home)).as("what a kill leaves").isNotEmpty();
    List<String> before = servers();

    try (Running next = Running.in(home)) {
      assertThat(Running.left(home)).isEmpty();
      assertThat(servers()).doesNotContainSequence(before).hasSize(2);
      assertThat(next.post("/api/v1/workbook/complete", example).statusCode()).isEqualTo(200);
    }
    assertThat(servers()).containsExactly("lock");
  }

  /** A server that is stopping takes no connection any more. */
  private static void awaitNoMoreTaken(Child server) throws Exception {
    while (true) {
      try (Socket another = Raw.open(server.url())) {
        assertThat(another.isConnected()).isTrue();
        Thread.sleep(20);
      } catch (ConnectException e) {
        return;
      }
    }
  }

  @Test
  void askedToStopItLetsARunningRequestEnd() throws Exception {
    byte[] example = Files.readAllBytes(Running.EXAMPLE);
    Child stopped = Child.start(home, "-Xmx256m", "-XX:TieredStopAtLevel=1");
    try (Socket socket = stopped.upload(home, example, 1_000)) {
      stopped.process().destroy();
      awaitNoMoreTaken(stopped);
      assertThat(stopped.process().isAlive()).as("waits for the request").isTrue();
      socket.getOutputStream().write(example, 1_000, example.length - 1_000);

      assertThat(Raw.answer(socket)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(stopped.process().waitFor(240, TimeUnit.SECONDS)).isTrue();
    assertThat(servers()).containsExactly("lock");
  }
}
