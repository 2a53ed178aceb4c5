package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.UnusableInput;

class AddInRoutesTest {
  @TempDir private static Path folder;
  private static Running server;

  @BeforeAll
  static void start() throws Exception {
    Path officeJs = Files.createDirectories(folder.resolve("office-js"));
    Files.writeString(officeJs.resolve("office.js"), "var Office = {};");
    Files.createDirectories(officeJs.resolve("en-us"));
    Files.writeString(officeJs.resolve("en-us/office_strings.js"), "");
    Files.writeString(officeJs.resolve("page.html"), "<p>");
    Files.writeString(officeJs.resolve(".hidden.js"), "");
    Files.write(officeJs.resolve("large.js"), new byte[(16 << 20) + 1]);
    Files.writeString(folder.resolve("secret.js"), "secret");
    Files.createSymbolicLink(officeJs.resolve("out.js"), folder.resolve("secret.js"));
    server =
        Running.in(
            folder.resolve("home"),
            new AddInSettings(Optional.empty(), false, Optional.of(officeJs)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String ask(String path, String headers) {
    return server.raw("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/office-js/office.js, 200",
    "/office-js/en-us/office_strings.js, 200",
    "/office-js/none.js, 404",
    "/office-js/page.html, 404",
    "/office-js/.hidden.js, 404",
    "/office-js/large.js, 404",
    "/office-js/out.js, 404",
    "/office-js/en-us, 404",
    "/office-js/, 404",
    "/office-js/../secret.js, 404",
    "/office-js/%2e%2e/secret.js, 400",
    "/office-js//secret.js, 400"
  })
  void theFolderGivesItsScriptsAndNothingElse(String path, int status) {
    String answer = ask(path, "Host: localhost");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("secret\"", "<p>");
    if (status == 200) {
      assertThat(answer).contains("Content-Type: text/javascript; charset=utf-8\r\n", "ETag: ");
    }
  }

  @Test
  void withoutAFolderThereAreNoScriptsOfMicrosoftHere(@TempDir Path home) {
    try (Running other = Running.in(home)) {
      assertThat(other.get("/office-js/office.js").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aFolderWithoutOfficeJsIsRefused(@TempDir Path home) {
    ServerSettings plain = Running.settings(home, Map.of());
    ServerSettings settings =
        new ServerSettings(
            plain.bind(),
            0,
            false,
            plain.hosts(),
            home,
            Optional.empty(),
            "",
            Map.of(),
            new AddInSettings(Optional.empty(), false, Optional.of(home)));

    UnusableInput refusal =
        catchThrowableOfType(
            UnusableInput.class,
            () -> KpiServer.start(settings, "", new PrintWriter(new StringWriter())).close());

    assertThat(refusal.code()).isEqualTo("no-office-js");
    assertThat(refusal.remedy()).contains("--office-js");
  }

  @Test
  void aPageNamesOfficeJsWhereItIs() throws Exception {
    String page = "<script src=\"office-js/office.js\"></script>";

    OfficeJs microsofts = OfficeJs.from(Optional.empty());
    assertThat(microsofts.in(page))
        .isEqualTo("<script src=\"" + OfficeJs.MICROSOFT + "\"></script>");
    assertThat(OfficeJs.MICROSOFT).startsWith(microsofts.foreignScripts() + "/");

    OfficeJs own = OfficeJs.from(Optional.of(folder.resolve("office-js")));
    assertThat(own.in(page)).isEqualTo(page);
    assertThat(own.foreignScripts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/taskpane.html", "/commands.html"})
  void aPageForExcelMayBeFramedByExcelAloneAndTakeItsScriptsFromMicrosoft(
      String path, @TempDir Path home) {
    HttpResponse<byte[]> own = server.get(path);

    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(header(own, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
        .contains("frame-ancestors https://*.officeapps.live.com ", "https://*.sharepoint.com")
        .doesNotContain("unsafe", "appsforoffice");
    assertThat(own.headers().map()).doesNotContainKeys("x-frame-options");
    assertThat(own.headers().firstValue("Cross-Origin-Opener-Policy")).isEmpty();
    assertThat(header(own, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(own, "Cache-Control")).isEqualTo("no-store");
    assertThat(Running.text(own)).contains("src=\"office-js/office.js\"");

    try (Running other = Running.in(home)) {
      HttpResponse<byte[]> page = other.get(path);
      assertThat(header(page, "Content-Security-Policy"))
          .contains("script-src 'self' https://appsforoffice.microsoft.com;");
      assertThat(Running.text(page))
          .contains("src=\"" + OfficeJs.MICROSOFT + "\"")
          .doesNotContain("office-js/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: iframe, true",
    "Sec-Fetch-Site: none~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: document, true",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: embed, false",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: no-cors~Sec-Fetch-Dest: script, false",
    "Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: cors~Sec-Fetch-Dest: empty, false",
    "Origin: https://evil.example~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: iframe, false"
  })
  void thePaneCarriesTheTokenInAFrameTooButNotIntoAnothersScript(String headers, boolean given) {
    String answer =
        ask(
            "/taskpane.html",
            "Host: localhost" + (headers.isEmpty() ? "" : "\r\n" + headers.replace("~", "\r\n")));

    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(answer.contains("content=\"" + Running.TOKEN + "\"")).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8081, http://localhost:8081",
    "127.0.0.1, http://127.0.0.1",
    "[::1]:8081, http://[::1]:8081"
  })
  void theManifestIsForTheNameUnderWhichItIsAskedFor(String host, String origin) {
    String answer = ask("/manifest.xml", "Host: " + host);

    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Type: application/xml; charset=utf-8\r\n")
        .contains("<SourceLocation DefaultValue=\"" + origin + "/taskpane.html\"/>")
        .contains("<DisplayName DefaultValue=\"Quarterday (Test)\"/>");
  }

  @Test
  void underAnothersNameOrWithoutHttpsThereIsNone() {
    assertThat(ask("/manifest.xml", "Host: evil.example")).startsWith("HTTP/1.1 421 ");
    assertThat(ask("/install.ps1", "Host: evil.example")).startsWith("HTTP/1.1 421 ");
    assertThat(ask("/manifest.xml", "Host: kpi.example"))
        .startsWith("HTTP/1.1 422 ")
        .contains("insecure-origin");
  }

  @Test
  void behindAProxyTheManifestIsForTheOriginConfigured(@TempDir Path home) throws Exception {
    AddInSettings proxied =
        new AddInSettings(
            Optional.of(Origin.parse("https://panel.example")), false, Optional.empty());
    try (Running other = Running.in(home, proxied)) {
      assertThat(Running.text(other.get("/manifest.xml")))
          .contains("\"https://panel.example/taskpane.html\"", "DefaultValue=\"Quarterday\"")
          .doesNotContain("localhost", "127.0.0.1", "(Test)");
      assertThat(
              Raw.ask(
                  other.url(),
                  "GET /manifest.xml HTTP/1.1\r\nHost: panel.example\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void iconsMayBeShownByExcelAndKept() {
    HttpResponse<byte[]> icon = server.get("/icons/check-32.png");

    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(header(icon, "Content-Type")).isEqualTo("image/png");
    assertThat(header(icon, "Cache-Control")).isEqualTo("public, max-age=86400");
    assertThat(header(icon, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
  }

  @ParameterizedTest
  @CsvSource({"check-33.png", "other-32.png", "check-032.png", "check.png", "../web/icon.svg"})
  void thereAreNoOtherIcons(String name) {
    assertThat(ask("/icons/" + name, "Host: localhost")).startsWith("HTTP/1.1 404 ");
  }
}
