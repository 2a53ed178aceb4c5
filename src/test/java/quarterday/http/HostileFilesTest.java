package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever file comes: an honest answer, nothing of the inside in it, and the server goes on. */
class HostileFilesTest {
  private static final List<String> ROUTES =
      List.of("/api/v1/workbook/complete", "/api/v1/workbook/check", "/api/v1/workbook/remove");

  @TempDir private static Path home;

  @Test
  void everyTenthFileIsAnsweredHonestly() {
    Map<String, byte[]> files = OddFiles.all(17);
    List<String> names = new ArrayList<>(files.keySet());
    try (Running server = Running.in(home, Map.of(ServerLimit.WORK_SECONDS, 3L))) {
      for (int i = 0; i < names.size(); i += 10) {
        send(server, ROUTES.get(0), names.get(i), files.get(names.get(i)));
      }
      assertThat(Running.left(home)).isEmpty();
    }
  }

  @Test
  @Tag("long")
  void everyFileIsAnsweredHonestlyOnEveryRoute() {
    Map<String, byte[]> files = OddFiles.all(23);
    assertThat(files).hasSizeGreaterThan(150);
    try (Running server =
        Running.in(home, Map.of(ServerLimit.WORK_SECONDS, ServerLimit.WORK_SECONDS.standard()))) {
      files.forEach((name, file) -> ROUTES.forEach(route -> send(server, route, name, file)));
      assertThat(Running.left(home)).isEmpty();
      assertThat(server.log()).doesNotContain("incident");
    }
  }

  private static void send(Running server, String route, String name, byte[] file) {
    HttpResponse<byte[]> response =
        server.send(
            server
                .request(route)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", Reply.XLSX)
                .POST(BodyPublishers.ofByteArray(file)));

    assertThat(response.statusCode())
        .as("%s: %s", name, response.statusCode() == 200 ? "" : Running.text(response))
        .matches(status -> status == 200 || (status >= 400 && status < 500) || status == 503);
    if (response.statusCode() != 200) {
      assertThat(Running.problem(response)).as(name).isNotEmpty();
      Told.nothingOfTheInside(Running.text(response), home);
    }
    assertThat(server.get("/health").statusCode()).as("health after %s", name).isEqualTo(200);
  }
}
