package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.kpi.Setting;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.wire.SnapshotJson;
import quarterday.xlsx.XlsxFile;

class KpiServerTest {
  @TempDir private static Path home;
  private static Running server;
  private static byte[] example;

  @BeforeAll
  static void start() throws Exception {
    server = Running.in(home);
    example = Files.readAllBytes(Running.EXAMPLE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] form(String field, byte[] content) {
    byte[] head =
        ("--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\""
                + field
                + "\"; filename=\"../../etc/p.xlsx\"\r\nContent-Type: "
                + Reply.XLSX
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + content.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    System.arraycopy(tail, 0, all, head.length + content.length, tail.length);
    return all;
  }

  private static HttpResponse<byte[]> multipart(String path, byte[] body) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static byte[] completedHere(Map<Setting, String> requested, Path folder)
      throws Exception {
    Path out = folder.resolve("here.xlsx");
    try (XlsxFile file = XlsxFile.open(Running.EXAMPLE)) {
      file.write(Completion.complete(file.snapshot(), requested, Running.VERSION).plan(), out);
    }
    return Files.readAllBytes(out);
  }

  @Test
  void completingGivesTheBytesThatTheCommandLineGives(@TempDir Path folder) throws Exception {
    HttpResponse<byte[]> response = server.post("/api/v1/workbook/complete", example);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(Reply.XLSX);
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"completed.xlsx\"");
    assertThat(response.body()).isEqualTo(completedHere(Map.of(), folder));
    assertThat(multipart("/api/v1/workbook/complete", form("workbook", example)).body())
        .isEqualTo(response.body());
    assertThat(server.post("/api/v1/workbook/complete", response.body()).body())
        .isEqualTo(response.body());
  }

  @Test
  void periodAndSettingsAreThoseOfTheCommandLine(@TempDir Path folder) throws Exception {
    HttpResponse<byte[]> response =
        server.post(
            "/api/v1/workbook/complete?period=2019/20+Q4&set=Limits%20method=Standard%20deviation"
                + "&set=Window+months=24",
            example);

    assertThat(response.body())
        .isEqualTo(
            completedHere(
                Map.of(
                    Setting.REPORTING_PERIOD,
                    "2019/20 Q4",
                    Setting.LIMITS_METHOD,
                    "Standard deviation",
                    Setting.WINDOW_MONTHS,
                    "24"),
                folder));
  }

  @Test
  void checkingGivesFindingsAndReview() throws Exception {
    HttpResponse<byte[]> response = server.post("/api/v1/workbook/check", example);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(Running.json(response).keySet()).containsExactly("findings", "review");
    assertThat(Running.json(response).getAsJsonObject("review").get("period").getAsString())
        .isEqualTo("2020/21 Q1");
  }

  @Test
  void removingTakesOutWhatCompletingPutIn(@TempDir Path folder) throws Exception {
    byte[] completed = server.post("/api/v1/workbook/complete", example).body();
    Path file = Files.write(folder.resolve("completed.xlsx"), completed);
    Path out = folder.resolve("here.xlsx");
    try (XlsxFile opened = XlsxFile.open(file)) {
      opened.write(Removed.from(opened.snapshot()).plan(), out);
    }

    HttpResponse<byte[]> response = server.post("/api/v1/workbook/remove", completed);

    assertThat(response.body()).isEqualTo(Files.readAllBytes(out));
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"results-removed.xlsx\"");
  }

  @Test
  void aPlanForASnapshotIsThatForItsFile() throws Exception {
    HttpResponse<byte[]> response =
        server.post(
            "/api/v1/plan",
            "application/json; charset=utf-8",
            SnapshotJson.of(XlsxFile.read(Running.EXAMPLE)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Running.json(response).keySet())
        .containsExactly("plan", "review", "findings", "settings");
    StringWriter here = new StringWriter();
    Json.plan(
        Completion.complete(XlsxFile.read(Running.EXAMPLE), Map.of(), Running.VERSION).plan(),
        here);
    assertThat(Running.json(response).get("plan"))
        .isEqualTo(JsonParser.parseString(here.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/openapi.json",
        "/templates/opcc-kpi.xlsx",
        "/help.css",
        "/nothing/here",
        "/api/v1/workbook/check"
      })
  void everyAnswerCarriesTheHeadersOfSafety(String path) {
    HttpResponse<byte[]> response = server.get(path);

    assertThat(SafetyHeaders.names())
        .allSatisfy(name -> assertThat(response.headers().allValues(name)).hasSize(1));
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, not-found, ''",
    "POST, /nothing, 404, not-found, ''",
    "GET, /api/v1/nothing, 404, not-found, ''",
    "GET, /templates/other.xlsx, 404, not-found, ''",
    "GET, /templates/../pom.xml, 404, not-found, ''",
    "GET, /help/none.html, 404, not-found, ''",
    "GET, /help/%2e%2e/index.html, 400, bad-request, ''",
    "GET, /web/index.html, 404, not-found, ''",
    "GET, /WEB-INF/web.xml, 404, not-found, ''",
    "GET, /.hidden.css, 404, not-found, ''",
    "GET, /api/v1/workbook/check, 405, method-not-allowed, POST",
    "PUT, /api/v1/workbook/check, 405, method-not-allowed, POST",
    "DELETE, /, 405, method-not-allowed, 'GET, HEAD'",
    "OPTIONS, /api/v1/plan, 405, method-not-allowed, POST",
    "TRACE, /health, 405, method-not-allowed, 'GET, HEAD'",
    "POST, /health, 405, method-not-allowed, 'GET, HEAD'"
  })
  void whatThereIsNotIsAProblem(
      String method, String path, int status, String code, String allowed) {
    String answer =
        server.raw(
            method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("Content-Type: " + Problem.TYPE, "\"code\": \"" + code + "\"");
    if (!allowed.isEmpty()) {
      assertThat(answer).contains("\r\nAllow: " + allowed + "\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'?set=Nope=1', 400, bad-setting",
    "'?set=Window+months', 400, bad-setting",
    "'?set=Window+months=many', 400, bad-setting",
    "'?period=Q1', 400, bad-setting",
    "'?period=2020+Q1', 400, ambiguous-period",
    "'?period=2020/21+Q1&period=2019/20+Q1', 400, bad-parameter",
    "'?perod=2020/21+Q1', 400, bad-parameter",
    "'?period=%FF%FE', 400, bad-parameter",
    "'?period=2035/36+Q1', 422, empty-period"
  })
  void whatIsAskedForWronglyIsSaid(String query, int status, String code) {
    HttpResponse<byte[]> response = server.post("/api/v1/workbook/complete" + query, example);

    assertThat(response.statusCode()).as(Running.text(response)).isEqualTo(status);
    assertThat(Running.problem(response)).isEqualTo(code);
  }

  @Test
  void removingTakesNoParameters() {
    assertThat(Running.problem(server.post("/api/v1/workbook/remove?period=2020/21+Q1", example)))
        .isEqualTo("bad-parameter");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415, unsupported-type",
    "application/json, 415, unsupported-type",
    "multipart/mixed; boundary=b, 415, unsupported-type",
    "multipart/form-data, 400, bad-multipart",
    "multipart/form-data; boundary=other, 400, bad-multipart",
    "multipart/form-data; boundary=b, 400, bad-multipart"
  })
  void aBodyOfAnotherTypeIsRefused(String type, int status, String code) {
    HttpResponse<byte[]> response = server.post("/api/v1/workbook/check", type, "--b\r\n\r\nx");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Running.problem(response)).isEqualTo(code);
  }

  @Test
  void aPackedBodyIsRefused() {
    HttpResponse<byte[]> response =
        server.send(
            server
                .request("/api/v1/workbook/check")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(example)));

    assertThat(Running.problem(response)).isEqualTo("unsupported-type");
  }

  @Test
  void aFormHasExactlyOneWorkbook() {
    assertThat(Running.problem(multipart("/api/v1/workbook/check", form("file", example))))
        .isEqualTo("no-workbook-field");
    String once = "--b\r\nContent-Disposition: form-data; name=\"workbook\"\r\n\r\nx\r\n";
    String twice = once.repeat(2) + "--b--\r\n";
    assertThat(
            Running.problem(
                multipart("/api/v1/workbook/check", twice.getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("no-workbook-field");
  }

  @ParameterizedTest
  @CsvSource({
    "'Measure,Apr-20', 422, csv",
    "'%PDF-1.7', 422, not-a-workbook",
    "'', 422, file-empty",
    "'PK\u0003\u0004 and no more', 422, damaged"
  })
  void whatIsNoWorkbookIsSaidToBeNone(String body, int status, String code) {
    HttpResponse<byte[]> response =
        server.post("/api/v1/workbook/complete", body.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Running.problem(response)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "'{', 422, bad-json",
    "'[]', 422, bad-snapshot",
    "'{}', 422, no-measure-table",
    "'{\"sheets\":[{\"name\":1}]}', 422, bad-snapshot"
  })
  void aSnapshotThatIsNoneIsSaidToBeNone(String body, int status, String code) {
    HttpResponse<byte[]> response = server.post("/api/v1/plan", "application/json", body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Running.problem(response)).isEqualTo(code);
  }

  @Test
  void whatIsNoTextAsUtf8IsNoJson() {
    HttpResponse<byte[]> response =
        server.send(
            server
                .request("/api/v1/plan")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"'})));

    assertThat(Running.problem(response)).isEqualTo("bad-json");
  }

  @Test
  void filesOfThePageAreKnownByTheirMark() {
    HttpResponse<byte[]> first = server.get("/help.css");
    String mark = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    HttpResponse<byte[]> again =
        server.send(server.request("/help.css").header("If-None-Match", "\"x\", " + mark).GET());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(server.get("/").headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void templatesAreThoseOfTheCommandLine() throws Exception {
    for (String name :
        List.of(
            "opcc-kpi.xlsx",
            "opcc-kpi-example.xlsx",
            "force-performance.xlsx",
            "force-performance-example.xlsx")) {
      HttpResponse<byte[]> response = server.get("/templates/" + name);
      assertThat(response.body())
          .isEqualTo(Files.readAllBytes(Path.of("workbook-templates").resolve(name)));
      assertThat(response.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"" + name + "\"");
    }
  }

  @Test
  void theDocumentationIsShownWithItsOwnLinks() {
    String contents = Running.text(server.get("/help/"));

    assertThat(contents).contains("<a href=\"limits.html\">").doesNotContain("README.md");
    assertThat(Running.text(server.get("/help/limits.html"))).contains("<h1 id=", "<table>");
    assertThat(Running.text(server.get("/help/decisions/index.html")))
        .contains("<a href=\"one-jar.html\">");
  }

  @Test
  void aHeadIsAnsweredWithoutABody() {
    String answer =
        server.raw("HEAD /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
  }

  @Test
  void theLogHasTimesRoutesAndFiguresAndNothingElse() {
    server.post("/api/v1/workbook/check?set=Contact=Nobody", example);
    server.get("/some/where.css");

    assertThat(server.log().lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z (GET|HEAD|POST|PUT|DELETE|OPTIONS|TRACE|-)"
                        + " (-|/[a-z0-9/.{}]*) \\d{3} \\d+ \\d+"))
        .noneMatch(line -> line.contains("Nobody") || line.contains("where"));
  }

  @Test
  void nothingIsLeftOfARequest() {
    server.post("/api/v1/workbook/complete", example);
    server.post("/api/v1/workbook/complete", new byte[] {1, 2, 3});

    assertThat(Running.left(home)).isEmpty();
  }

  @Test
  void aPortInUseIsSaid(@TempDir Path other) {
    ServerSettings settings = Running.settings(other, Map.of());
    ServerSettings same =
        new ServerSettings(
            settings.bind(),
            server.port(),
            false,
            List.of(),
            other,
            Optional.empty(),
            "",
            Map.of());

    UnusableInput refusal =
        catchThrowableOfType(
            UnusableInput.class,
            () -> KpiServer.start(same, "", new PrintWriter(new StringWriter())));

    assertThat(refusal.code()).isEqualTo("port-in-use");
    assertThat(other.resolve("spool")).isDirectoryNotContaining("glob:**server-*");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, '', needs-auth",
    "192.0.2.1, '', needs-auth",
    "no-such-host.invalid, '', bad-bind",
    "0.0.0.0, tokens, needs-host",
    "192.0.2.1, tokens, port-in-use"
  })
  void noOtherMachineReachesAServerThatKnowsNobody(
      String bind, String auth, String code, @TempDir Path folder) throws Exception {
    Path tokens = Files.writeString(folder.resolve("tokens"), Tokens.draw("someone").line() + "\n");
    ServerSettings settings =
        new ServerSettings(
            bind,
            0,
            false,
            List.of(),
            folder,
            auth.isEmpty() ? Optional.empty() : Optional.of(tokens),
            "",
            Map.of());

    UnusableInput refusal =
        catchThrowableOfType(
            UnusableInput.class,
            () -> KpiServer.start(settings, "", new PrintWriter(new StringWriter())));

    assertThat(refusal.code()).isEqualTo(code);
  }

  @Test
  void theDescriptionIsServed() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/quarterday/http/openapi.json")) {
      assertThat(server.get("/openapi.json").body()).isEqualTo(in.readAllBytes());
    }
  }
}
