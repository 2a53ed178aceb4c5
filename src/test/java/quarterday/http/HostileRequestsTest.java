package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a request: an honest answer or none, and the server goes on. */
class HostileRequestsTest {
  private static final String TOKEN = Door.TOKEN_HEADER + ": " + Running.TOKEN + "\r\n";
  private static final String CHECK = "POST /api/v1/workbook/check HTTP/1.1\r\nHost: localhost\r\n";
  private static final String FORM = "Content-Type: multipart/form-data; boundary=b\r\n";

  @TempDir private static Path home;
  private static Running server;

  @BeforeAll
  static void start() {
    server =
        Running.in(
            home,
            Map.of(
                ServerLimit.IDLE_SECONDS, 1L,
                ServerLimit.TRANSFER_SECONDS, 3L,
                ServerLimit.SLOWEST_BYTES, 100L,
                ServerLimit.FILE_BYTES, 100_000L));
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(Running.left(home)).isEmpty();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String lengthed(String headers, String body) {
    return CHECK + TOKEN + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static Map<String, String> requests() {
    Map<String, String> odd = new LinkedHashMap<>();
    String get = "GET /health HTTP/1.1\r\nHost: localhost\r\n";
    odd.put("nothing but line ends", "\r\n\r\n\r\n\r\n");
    odd.put("no request", "hello\r\n\r\n");
    odd.put("no version", "GET /health\r\n\r\n");
    odd.put("an odd version", "GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n");
    odd.put("another protocol", "GET /health FTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put("the second version", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    odd.put("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");
    odd.put("a proxy's greeting", "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n" + get + "\r\n");
    odd.put("zeros", "\u0000".repeat(1_000));
    odd.put("an odd method", "H\u00e9LLO / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put("a long method", "A".repeat(50_000) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put(
        "a connection through",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n");
    odd.put("all of it", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put("another's address", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put("a file's address", "GET file:///etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put(
        "a long address", "GET /" + "a".repeat(60_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    odd.put(
        "a long question",
        "GET /health?" + "a=b&".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    for (String path :
        new String[] {
          "/../../etc/passwd",
          "/..%2f..%2fetc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/help/../../x",
          "/help/..%5c..%5cx",
          "/templates/%00.xlsx",
          "/help/;/x.html",
          "//evil.example/",
          "/%",
          "/%zz",
          "/%c0%ae%c0%ae/",
          "/\\..\\x",
          "/help/%E0%80%AF",
          "/WEB-INF/web.xml",
          "/META-INF/MANIFEST.MF",
          "/web/index.html",
          "/index.html/",
          "/INDEX.HTML",
          "/.git/config",
          "/quarterday/http/help.html",
          "/help.css%20",
          "/help.css/",
          "/help.css;x=y",
          "/api/v1/../v1/plan",
          "/a b"
        }) {
      odd.put("the path " + path, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    odd.put("no host", "GET /health HTTP/1.1\r\n\r\n");
    odd.put("two hosts", get + "Host: localhost\r\n\r\n");
    odd.put("a host that is none", "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n");
    odd.put("a host with a path", "GET /health HTTP/1.1\r\nHost: localhost/x\r\n\r\n");
    odd.put(
        "a host with a port that is none",
        "GET /health HTTP/1.1\r\nHost: localhost:99999999\r\n\r\n");
    odd.put("a foreign host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    odd.put("long headers", get + "X: " + "y".repeat(50_000) + "\r\n\r\n");
    odd.put("many headers", get + "X: y\r\n".repeat(5_000) + "\r\n");
    odd.put("a header without a name", get + ": y\r\n\r\n");
    odd.put("a header with a space in it", get + "X Y: z\r\n\r\n");
    odd.put("a header that goes on", get + "X: y\r\n z\r\n\r\n");
    odd.put("a header with a zero", get + "X: \u0000\r\n\r\n");
    odd.put("line ends alone", get.replace("\r\n", "\n") + "\n");
    odd.put("returns alone", get.replace("\r\n", "\r") + "\r");
    odd.put("an expectation", CHECK + TOKEN + "Expect: 200-ok\r\nContent-Length: 5\r\n\r\nhello");
    odd.put("a bad length", CHECK + TOKEN + "Content-Length: five\r\n\r\nhello");
    odd.put("a negative length", CHECK + TOKEN + "Content-Length: -5\r\n\r\nhello");
    odd.put("a huge length", CHECK + TOKEN + "Content-Length: 99999999999999999999\r\n\r\nhello");
    odd.put("a large length", CHECK + TOKEN + "Content-Length: 9999999999\r\n\r\nhello");
    odd.put("two lengths", CHECK + TOKEN + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!");
    odd.put(
        "length and pieces",
        CHECK + TOKEN + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    odd.put("an odd encoding", CHECK + TOKEN + "Transfer-Encoding: gzip\r\n\r\nhello");
    odd.put("two encodings", CHECK + TOKEN + "Transfer-Encoding: chunked, identity\r\n\r\nhello");
    odd.put(
        "pieces of no size",
        CHECK + TOKEN + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n");
    odd.put(
        "pieces of huge size",
        CHECK + TOKEN + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello\r\n");
    odd.put(
        "pieces that do not end",
        CHECK + TOKEN + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    odd.put(
        "pieces too large",
        CHECK
            + TOKEN
            + "Transfer-Encoding: chunked\r\n\r\n"
            + ("1000\r\n" + "x".repeat(4_096) + "\r\n").repeat(40)
            + "0\r\n\r\n");
    odd.put("a body too large", lengthed("", "x".repeat(200_000)));
    odd.put("a body packed", lengthed("Content-Encoding: gzip\r\n", "\u001f\u008b"));
    odd.put("a body of another type", lengthed("Content-Type: text/html\r\n", "<html>"));
    odd.put("a type that is none", lengthed("Content-Type: ;;;/\r\n", "x"));
    odd.put(
        "a form without a boundary", lengthed("Content-Type: multipart/form-data\r\n", "--b--"));
    odd.put(
        "a form with an odd boundary",
        lengthed("Content-Type: multipart/form-data; boundary=\"\r\n", "--b--"));
    odd.put(
        "a form with a broken boundary",
        lengthed("Content-Type: multipart/form-data; boundary=a b@(\r\n", "--b--"));
    odd.put(
        "a form with a long boundary",
        lengthed(
            "Content-Type: multipart/form-data; boundary=" + "b".repeat(5_000) + "\r\n", "--b--"));
    odd.put("a form with another boundary", lengthed(FORM, "--c\r\n\r\nx\r\n--c--\r\n"));
    odd.put(
        "a form that does not end",
        lengthed(FORM, "--b\r\nContent-Disposition: form-data; name=\"workbook\"\r\n\r\nPK"));
    odd.put("a form without fields", lengthed(FORM, "--b--\r\n"));
    odd.put(
        "a form of many fields",
        lengthed(
            FORM,
            "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n".repeat(1_000)
                + "--b--\r\n"));
    odd.put(
        "a form with long headers",
        lengthed(FORM, "--b\r\nX: " + "y".repeat(50_000) + "\r\n\r\nz\r\n--b--\r\n"));
    odd.put(
        "a form with an odd field",
        lengthed(
            FORM, "--b\r\nContent-Disposition: form-data; name=\"workbook\r\n\r\nx\r\n--b--\r\n"));
    odd.put("a form of noise", lengthed(FORM, new String(noise(), StandardCharsets.ISO_8859_1)));
    odd.put(
        "a form with a name that leads outside",
        lengthed(
            FORM,
            "--b\r\n"
                + "Content-Disposition: form-data; name=\"workbook\";"
                + " filename=\"../../../x\"\r\n\r\n"
                + "x\r\n"
                + "--b--\r\n"));
    odd.put("a body without a token", CHECK + "Content-Length: 5\r\n\r\nhello");
    odd.put(
        "a long token",
        CHECK
            + Door.TOKEN_HEADER
            + ": "
            + "x".repeat(10_000)
            + "\r\nContent-Length: 5\r\n\r\nhello");
    odd.put("two tokens", CHECK + TOKEN + TOKEN + "Content-Length: 5\r\n\r\nhello");
    odd.put(
        "a foreign origin",
        CHECK + TOKEN + "Origin: https://evil.example\r\nContent-Length: 5\r\n\r\nhello");
    odd.put(
        "a range",
        String.join(
            "\r\n",
            "GET /templates/opcc-kpi.xlsx HTTP/1.1",
            "Host: localhost",
            "Range: bytes=0-,0-,0-",
            "Connection: close",
            "",
            ""));
    odd.put(
        "many marks",
        "GET /help.css HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: "
            + "\"x\", ".repeat(2_000)
            + "\r\nConnection: close\r\n\r\n");
    odd.put(
        "an upgrade",
        get
            + "Connection: Upgrade\r\n"
            + "Upgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: eA==\r\n\r\n");
    odd.put(
        "an upgrade to the second version",
        get
            + "Connection: Upgrade, HTTP2-Settings\r\n"
            + "Upgrade: h2c\r\n"
            + "HTTP2-Settings: AAAA\r\n\r\n");
    for (String path : Running.posts()) {
      if (path.contains("/plan")) {
        odd.put("nesting for " + path, json(path, "[".repeat(90_000)));
        odd.put("nesting below a name for " + path, json(path, "{\"workbook\":".repeat(9_000)));
        odd.put("half a character for " + path, json(path, "{\"ledger\":\"\\ud800\"}"));
        odd.put("no text for " + path, json(path, latin1(noise())));
        odd.put("a number without end for " + path, json(path, "1".repeat(90_000)));
      }
    }
    odd.put("a hundred at once", (get + "\r\n").repeat(100));
    return odd;
  }

  private static String json(String path, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + TOKEN
        + "Content-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] noise() {
    byte[] noise = new byte[50_000];
    new Random(5).nextBytes(noise);
    return noise;
  }

  static java.util.stream.Stream<Arguments> oddRequests() {
    return requests().entrySet().stream()
        .map(each -> Arguments.of(org.junit.jupiter.api.Named.of(each.getKey(), each.getValue())));
  }

  @ParameterizedTest
  @MethodSource("oddRequests")
  void everyRequestIsAnsweredHonestly(String request) {
    requireHonest(Raw.ask(server.url(), latin(request), true));
  }

  @ParameterizedTest
  @MethodSource("oddRequests")
  @Tag("long")
  void andSoIsItIfItsSenderWaitsInSilence(String request) {
    requireHonest(Raw.ask(server.url(), latin(request), false));
  }

  private static void requireHonest(String answer) {
    Matcher statuses = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3}) ").matcher(answer);
    while (statuses.find()) {
      assertThat(Integer.parseInt(statuses.group(1))).as(answer).matches(s -> s < 500 || s == 503);
    }
    if (answer.matches("(?s)HTTP/1\\.1 [45].*")) {
      assertThat(answer)
          .contains("Content-Type: " + Problem.TYPE, "X-Content-Type-Options: nosniff");
      String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      // With several requests on one connection there are several answers.
      if (!body.contains("HTTP/1.1 ")) {
        assertThat(JsonParser.parseString(body).getAsJsonObject().get("code").getAsString())
            .isNotEmpty();
      }
      Told.nothingOfTheInside(body, home);
    }
    assertThat(answer).doesNotContain("\r\nServer: ");
    assertThat(server.get("/health").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "a bad length, 400, bad-request",
    "a long address, 414, uri-too-long",
    "long headers, 431, headers-too-large",
    "many headers, 431, headers-too-large",
    "two hosts, 400, bad-request",
    "an expectation, 417, bad-expectation",
    "a large length, 413, limit-file-bytes",
    "a body too large, 413, limit-file-bytes",
    "pieces too large, 413, limit-file-bytes",
    "pieces of no size, 400, broken-body",
    "pieces that do not end, 400, broken-body",
    "a foreign host, 421, foreign-host",
    "a form that does not end, 400, bad-multipart",
    "a form of many fields, 400, bad-multipart",
    "a form with another boundary, 400, bad-multipart",
    "two encodings, 400, bad-request",
    "an odd encoding, 400, bad-request"
  })
  void whatIsWrongWithItIsSaid(String name, int status, String code) {
    String answer = Raw.ask(server.url(), latin(requests().get(name)), true);

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("\"code\": \"" + code + "\"");
  }

  @Test
  void aSilentBodyIsCutOff() {
    String answer =
        Raw.ask(server.url(), latin(CHECK + TOKEN + "Content-Length: 500\r\n\r\nPK"), false);

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\": \"too-slow\"");
  }

  @Test
  void aBodyThatDribblesIsCutOff() throws IOException {
    assertThat(dribbled(CHECK + TOKEN + "Content-Length: 500\r\n\r\n", "x"))
        .startsWith("HTTP/1.1 408 ")
        .contains("\"code\": \"too-slow\"");
  }

  @Test
  void aHeadThatDribblesIsCutOff() throws IOException {
    assertThat(dribbled("GET /health HTTP/1.1\r\n", "X: y\r\n")).isEmpty();
  }

  /** Sends a beginning and then a little at a time, until the server has had enough. */
  private static String dribbled(String start, String drop) throws IOException {
    try (Socket socket = Raw.open(server.url())) {
      socket.getOutputStream().write(latin(start));
      socket.setSoTimeout(300);
      StringBuilder answer = new StringBuilder();
      // The server is to have enough of it; if it never has, the test runs out of time.
      while (true) {
        try {
          int b = socket.getInputStream().read();
          if (b < 0) {
            return answer.toString();
          }
          answer.append((char) b);
          socket.setSoTimeout(60_000);
        } catch (java.net.SocketTimeoutException e) {
          socket.getOutputStream().write(latin(drop));
        } catch (java.net.SocketException e) {
          return answer.toString();
        }
        if (answer.length() > 0) {
          return answer + Raw.answer(socket);
        }
      }
    }
  }

  /** Who is refused and goes on sending holds a thread for a while, and so does a slow reader. */
  @Test
  void everyConnectionHasAThreadOfItsOwn() {
    int connections = Running.settings(home, Map.of()).count(ServerLimit.CONNECTIONS);

    assertThat(server.threads()).isGreaterThan(connections);
  }

  @Test
  void connectionsThatSayNothingAreClosed() throws IOException {
    try (Socket socket = Raw.open(server.url())) {
      assertThat(Raw.answer(socket)).isEmpty();
    }
  }
}
