package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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

class DoorTest {
  @TempDir private static Path home;
  private static Running server;

  @BeforeAll
  static void start() {
    server = Running.in(home);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String ask(String method, String path, String headers) {
    return server.raw(
        method
            + " "
            + path
            + " HTTP/1.1\r\n"
            + headers.replace("PORT", Integer.toString(server.port())).replace("~", "\r\n")
            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Host: localhost, 200",
    "Host: LOCALHOST:PORT, 200",
    "Host: localhost., 200",
    "Host: 127.0.0.1:PORT, 200",
    "Host: [::1]:PORT, 200",
    "Host: evil.example, 421",
    "Host: localhost.evil.example, 421",
    "Host: 127.0.0.1.evil.example, 421",
    "Host: 192.0.2.1, 421",
    "Host: 0.0.0.0, 421",
    "X-Forwarded-Host: localhost, 400",
    "Host: evil.example~X-Forwarded-Host: localhost, 421",
    "Host: localhost~Host: evil.example, 400",
    "Host:, 400"
  })
  void aPageUnderAnotherNameIsNotThisServers(String headers, int status) {
    assertThat(ask("GET", "/", headers)).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void healthAnswersUnderAnyName() {
    assertThat(ask("GET", "/health", "Host: 192.0.2.1")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    "'', file-empty",
    "Origin: http://localhost:PORT, file-empty",
    "Origin: https://localhost:PORT, file-empty",
    "Origin: http://localhost:PORT~Sec-Fetch-Site: same-origin, file-empty",
    "Sec-Fetch-Site: none, file-empty",
    "Origin: null, foreign-origin",
    "Origin: http://localhost, foreign-origin",
    "Origin: http://localhost:1, foreign-origin",
    "Origin: http://127.0.0.1:PORT, foreign-origin",
    "Origin: https://evil.example, foreign-origin",
    "Origin: http://localhost:PORT.evil.example, foreign-origin",
    "Sec-Fetch-Site: cross-site, foreign-origin",
    "Sec-Fetch-Site: same-site, foreign-origin"
  })
  void noOtherOriginAsks(String headers, String code) {
    String answer =
        ask(
            "POST",
            "/api/v1/workbook/check",
            "Host: localhost:PORT~"
                + Door.TOKEN_HEADER
                + ": "
                + Running.TOKEN
                + (headers.isEmpty() ? "" : "~" + headers));

    assertThat(answer).contains("\"code\": \"" + code + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'', token-missing",
    "X-Quarterday-Token:, token-missing",
    "X-Quarterday-Token: wrong, token-wrong",
    "X-Quarterday-Token: open-sesame2, token-wrong",
    "Cookie: X-Quarterday-Token=open-sesame, token-missing",
    "Authorization: Bearer open-sesame, token-missing"
  })
  void nothingIsDoneWithoutTheToken(String header, String code) {
    for (String path : Running.posts()) {
      String answer = ask("POST", path, "Host: localhost" + (header.isEmpty() ? "" : "~" + header));

      assertThat(answer)
          .startsWith("HTTP/1.1 401 ")
          .contains("\r\nWWW-Authenticate: ", "\"code\": \"" + code + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "Sec-Fetch-Site: none~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: document, true",
    "Sec-Fetch-Site: same-origin, true",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: document, true",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: iframe, false",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: no-cors~Sec-Fetch-Dest: script, false",
    "Sec-Fetch-Site: same-site~Sec-Fetch-Mode: cors~Sec-Fetch-Dest: empty, false",
    "Origin: https://evil.example, false",
    "Origin: null, false"
  })
  void thePageGivesTheTokenToNoOtherOrigin(String headers, boolean given) {
    String answer =
        ask("GET", "/", "Host: localhost:PORT" + (headers.isEmpty() ? "" : "~" + headers));

    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(answer.contains(Running.TOKEN)).isEqualTo(given);
  }

  @Test
  void withAFileOfTokensThePageCarriesNone(@TempDir Path folder) throws Exception {
    Tokens.NewToken drawn = Tokens.draw("finance");
    Path tokens = Files.writeString(folder.resolve("tokens"), drawn.line() + "\n");
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            false,
            List.of("KPI.example"),
            folder,
            Optional.of(tokens),
            "",
            Map.of());
    try (KpiServer named = KpiServer.start(settings, "", new PrintWriter(new StringWriter()))) {
      assertThat(named.token()).isEmpty();
      String page =
          Raw.ask(named.url(), "GET / HTTP/1.1\r\nHost: kpi.example\r\nConnection: close\r\n\r\n");
      assertThat(page)
          .startsWith("HTTP/1.1 200 ")
          .contains("name=\"quarterday-token\" content=\"\"");
      String request =
          "POST /api/v1/plan HTTP/1.1\r\nHost: kpi.example\r\nContent-Type: application/json\r\n"
              + "Content-Length: 2\r\nConnection: close\r\nX-Quarterday-Token: TOKEN\r\n\r\n{}";
      assertThat(Raw.ask(named.url(), request.replace("TOKEN", drawn.token())))
          .startsWith("HTTP/1.1 422 ");
      assertThat(Raw.ask(named.url(), request.replace("TOKEN", "finance.wrong")))
          .startsWith("HTTP/1.1 401 ");
    }
  }
}
