package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen clients for a minute, in half a gigabyte. */
@Tag("long")
class LoadTest {
  private static final int CLIENTS = 16;
  private static final Duration LENGTH = Duration.ofSeconds(60);
  private static final long MEGABYTE = 1 << 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path home;

  /** What one client saw. */
  private record Seen(List<Long> milliseconds, int sentAway) {}

  private HttpResponse<byte[]> complete(Child server, byte[] workbook)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/workbook/complete"))
            .header(Door.TOKEN_HEADER, Running.TOKEN)
            .header("Content-Type", Reply.XLSX)
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofByteArray(workbook))
            .build(),
        BodyHandlers.ofByteArray());
  }

  @Test
  void everyReplyIsWholeOrHonestlyRefusedAndMemoryComesBack() throws Exception {
    List<byte[]> workbooks = List.of(OddFiles.honest(40, 45), OddFiles.honest(500, 120));
    Child server = Child.start(home, "-Xmx512m");
    try {
      List<byte[]> expected = new ArrayList<>();
      for (byte[] workbook : workbooks) {
        expected.add(complete(server, workbook).body());
      }
      long idle = heap(server);
      long end = System.nanoTime() + LENGTH.toNanos();
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      List<Future<Seen>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int first = client;
        Callable<Seen> loop = () -> loop(server, workbooks, expected, first, end);
        running.add(clients.submit(loop));
      }
      List<Long> all = new ArrayList<>();
      int sentAway = 0;
      for (Future<Seen> one : running) {
        all.addAll(one.get().milliseconds());
        sentAway += one.get().sentAway();
      }
      clients.shutdown();
      Collections.sort(all);
      long after = heap(server);
      report(all, sentAway, idle, after);

      assertThat(all).hasSizeGreaterThan(CLIENTS);
      assertThat(Running.left(home)).isEmpty();
      assertThat(after).isLessThan(idle + 40 * MEGABYTE);
      assertThat(complete(server, workbooks.get(0)).body()).isEqualTo(expected.get(0));
    } finally {
      server.process().destroy();
      server.process().waitFor();
    }
  }

  private Seen loop(
      Child server, List<byte[]> workbooks, List<byte[]> expected, int first, long end)
      throws IOException, InterruptedException {
    List<Long> milliseconds = new ArrayList<>();
    int sentAway = 0;
    for (int round = first; System.nanoTime() < end; round++) {
      int which = round % workbooks.size();
      long start = System.nanoTime();
      HttpResponse<byte[]> response = complete(server, workbooks.get(which));
      if (response.statusCode() == 503) {
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        sentAway++;
        Thread.sleep(1_000);
      } else {
        assertThat(response.statusCode())
            .as(() -> new String(response.body(), StandardCharsets.UTF_8))
            .isEqualTo(200);
        assertThat(response.body()).isEqualTo(expected.get(which));
        milliseconds.add((System.nanoTime() - start) / 1_000_000);
      }
    }
    return new Seen(milliseconds, sentAway);
  }

  /** The heap in use after a collection, as the JDK's own tool tells it. */
  private static long heap(Child server) throws IOException, InterruptedException {
    jcmd(server, "GC.run");
    return Pattern.compile("generation +total \\d+K, used (\\d+)K")
        .matcher(jcmd(server, "GC.heap_info"))
        .results()
        .mapToLong(used -> Long.parseLong(used.group(1)) << 10)
        .sum();
  }

  private static String jcmd(Child server, String command)
      throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.process().pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
    return said;
  }

  private static void report(List<Long> sorted, int sentAway, long idle, long after)
      throws IOException {
    String report =
        String.format(
            Locale.ROOT,
            "%d replies in %d s (%.1f a second), %d sent away; p50 %d ms, p95 %d ms; heap %d MB"
                + " before, %d MB after%n",
            sorted.size(),
            LENGTH.toSeconds(),
            sorted.size() / (double) LENGTH.toSeconds(),
            sentAway,
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 95 / 100),
            idle / MEGABYTE,
            after / MEGABYTE);
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("load.txt"), report);
  }
}
