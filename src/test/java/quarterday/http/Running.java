package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import quarterday.sheet.UnusableInput;

/** A real server on a free port of the loopback, and ways to ask it. */
final class Running implements AutoCloseable {
  static final String TOKEN = "open-sesame";
  static final String VERSION = "test";
  static final Path EXAMPLE = Path.of("workbook-templates/opcc-kpi-example.xlsx");

  private final KpiServer server;
  private final StringWriter log = new StringWriter();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Running(ServerSettings settings) {
    try {
      this.server = KpiServer.start(settings, VERSION, new PrintWriter(log));
      assertThat(server.awaitReady()).isTrue();
    } catch (UnusableInput e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Running in(Path home) {
    return in(home, Map.of());
  }

  static Running in(Path home, Map<ServerLimit, Long> limits) {
    return new Running(settings(home, limits));
  }

  /** One that also answers to the name kpi.example. */
  static Running in(Path home, AddInSettings addIn) {
    return new Running(
        new ServerSettings(
            ServerSettings.LOOPBACK,
            0,
            false,
            List.of("kpi.example"),
            home,
            Optional.empty(),
            TOKEN,
            Patience.with(Map.of()),
            addIn));
  }

  static ServerSettings settings(Path home, Map<ServerLimit, Long> limits) {
    return new ServerSettings(
        ServerSettings.LOOPBACK,
        0,
        false,
        List.of(),
        home,
        Optional.empty(),
        TOKEN,
        Patience.with(limits));
  }

  String url() {
    return server.url();
  }

  int port() {
    return URI.create(url()).getPort();
  }

  int threads() {
    return server.threads();
  }

  String log() {
    return log.toString();
  }

  /** A request with the token, to be changed and sent. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path))
        .timeout(Duration.ofMinutes(4))
        .header(Door.TOKEN_HEADER, TOKEN);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<byte[]> post(String path, byte[] body) {
    return send(
        request(path).header("Content-Type", Reply.XLSX).POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<byte[]> post(String path, String type, String body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  /** The addresses that take a body. */
  static List<String> posts() {
    JsonObject paths =
        JsonParser.parseString(BuiltIn.text("/quarterday/http/openapi.json"))
            .getAsJsonObject()
            .getAsJsonObject("paths");
    return paths.keySet().stream().filter(path -> paths.getAsJsonObject(path).has("post")).toList();
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static JsonObject json(HttpResponse<byte[]> response) {
    return JsonParser.parseString(text(response)).getAsJsonObject();
  }

  /** The code of a problem that has all that a problem has, and no more. */
  static String problem(HttpResponse<byte[]> response) {
    assertThat(response.headers().firstValue("Content-Type")).contains(Problem.TYPE);
    JsonObject problem = json(response);
    assertThat(problem.keySet())
        .containsExactly("type", "title", "status", "detail", "instance", "code");
    assertThat(problem.get("status").getAsInt()).isEqualTo(response.statusCode());
    assertThat(problem.get("detail").getAsString())
        .matches("(?s)\\P{Cntrl}*[.;] .*\\.|.*; .*\\.|.*\\.");
    return problem.get("code").getAsString();
  }

  /** Sends bytes as they are and gives what comes back until the server closes. */
  String raw(String request) {
    return Raw.ask(url(), request);
  }

  /** What is left of requests, once work that was given up has had a while to end. */
  static List<Path> left(Path home) {
    List<Path> left = spooled(home);
    for (int wait = 0; wait < 2_400 && !left.isEmpty(); wait++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      left = spooled(home);
    }
    return left;
  }

  /** What there is of requests at this moment. */
  static List<Path> spooled(Path home) {
    try (Stream<Path> files = Files.walk(home.resolve("spool"))) {
      return files.filter(file -> file.toString().contains("request-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
