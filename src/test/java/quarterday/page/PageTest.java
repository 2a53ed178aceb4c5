package quarterday.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.cli.Quarterday;
import quarterday.http.KpiServer;
import quarterday.http.ServerLimit;
import quarterday.http.Tokens;
import quarterday.page.Chromium.Looks;

/** What a person does on the page, in Chromium and with a server that runs. */
class PageTest {
  private static final Path EXAMPLE = Path.of("workbook-templates/opcc-kpi-example.xlsx");
  private static final Path BLANK = Path.of("workbook-templates/opcc-kpi.xlsx");
  private static final String TOKEN = "a-token-of-the-tests";

  @TempDir private static Path directory;
  private static Chromium chromium;
  private static KpiServer server;
  private static Path small;
  private static Path other;

  private BrowserContext profile;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    server = site().within(Map.of(ServerLimit.FILE_BYTES, 2_000_000L)).serve();
    assertThat(server.awaitReady()).isTrue();
    small = directory.resolve("small.xlsx");
    other = directory.resolve("other.xlsx");
    SmallWorkbook.write(small, 60);
    SmallWorkbook.write(other, 70);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void openThePage() {
    profile = chromium.profile(Looks.LIGHT, 1280);
    tab = Tab.open(profile, server.url());
  }

  @AfterEach
  void itBehavedWell() {
    if (tab != null) {
      tab.assertWellBehaved();
      profile.close();
    }
  }

  private static Site site() {
    return Site.in(directory).withToken(TOKEN);
  }

  private static int port(KpiServer running) {
    return URI.create(running.url()).getPort();
  }

  private static Path completedByCommand(Path in, String... more) throws IOException {
    Path out = Files.createTempDirectory(directory, "command").resolve("out.xlsx");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    String[] command = new String[4 + more.length];
    System.arraycopy(
        new String[] {"complete", in.toString(), "-o", out.toString()}, 0, command, 0, 4);
    System.arraycopy(more, 0, command, 4, more.length);
    assertThat(Quarterday.run(InputStream.nullInputStream(), nowhere, nowhere, command)).isZero();
    return out;
  }

  @Test
  void aWorkbookThatIsChosenIsCheckedAtOnce() {
    tab.check(EXAMPLE);

    assertThat(tab.heading()).isEqualTo("Results for 2020/21 Q1");
    assertThat(tab.focus()).isEqualTo("results-title");
    assertThat(tab.page().title()).isEqualTo("Results for opcc-kpi-example.xlsx - Quarterday");
    assertThat(tab.page().locator(".summary").innerText())
        .contains("15 exceptions among 59 measures: 3 worse, 1 better and 11 changed");
    assertThat(tab.page().locator("tr.measure").count()).isEqualTo(59);
    assertThat(tab.page().locator("tr.measure").first().innerText())
        .contains(
            "Emails received", "May and June 2020, changed", "1,515", "+419", "(+38%)", "+286");
    assertThat(tab.page().locator("tr.measure svg path.values").count()).isGreaterThan(40);
  }

  @Test
  void aFindingSaysWhereAndLeadsToItsHelp() {
    tab.check(other);

    Locator finding =
        tab.page().locator(".finding", new Page.LocatorOptions().setHasText("about ten")).first();
    assertThat(finding.locator(".place").innerText())
        .startsWith("Figures <b>, cell F2: Visits <script>alert(1)</script>");
    assertThat(finding.locator("a").getAttribute("href")).matches("help/checks/[A-Z]+\\d+\\.html");
    Page help = tab.page().waitForPopup(() -> finding.locator("a").click());
    assertThat(help.url()).startsWith(server.url() + "/help/checks/");
    assertThat(tab.heading()).startsWith("Results for");
  }

  @Test
  void theDownloadIsWhatTheCommandLineWrites() throws Exception {
    tab.check(EXAMPLE);

    Download download = tab.download(() -> tab.button("Download completed workbook").click());

    assertThat(download.suggestedFilename()).isEqualTo("opcc-kpi-example (completed).xlsx");
    assertThat(download.path()).hasSameBinaryContentAs(completedByCommand(EXAMPLE));
    assertThat(sheets(download.path())).contains("Highlights", "Results", "Method");
    Tab.see(tab.page().locator("#results-work .done"));
  }

  @Test
  void anotherPeriodIsJudgedAndDownloaded() throws Exception {
    tab.check(EXAMPLE);

    tab.page().selectOption("#period", "2019/20 Q2");
    tab.button("Show this period").click();
    PlaywrightAssertions.assertThat(tab.page().locator("#results-title"))
        .hasText("Results for 2019/20 Q2");
    Download download = tab.download(() -> tab.button("Download completed workbook").click());

    assertThat(tab.page().locator("thead").innerText())
        .contains("2019/20 Q2", "Change on 2019/20 Q1", "Change on 2018/19 Q2");
    assertThat(download.path())
        .hasSameBinaryContentAs(completedByCommand(EXAMPLE, "--period", "2019/20 Q2"));
    assertThat(tab.page().locator("#period option").first().innerText()).isEqualTo("2020/21 Q1");
  }

  @Test
  void resultsAreTakenOutAgain() throws Exception {
    tab.check(completedByCommand(small));

    Download download = tab.download(() -> tab.button("Remove results").click());

    assertThat(download.suggestedFilename()).isEqualTo("out (results removed).xlsx");
    assertThat(sheets(download.path())).doesNotContain("Highlights", "Results");
  }

  @Test
  void exceptionsCanBeShownAlone() {
    tab.check(EXAMPLE);

    tab.page().check("#only-exceptions");

    assertThat(tab.page().locator("tr.measure:visible").count()).isEqualTo(15);
    assertThat(tab.page().locator("#heard").textContent()).isEqualTo("Showing 15 exceptions");
    tab.page().uncheck("#only-exceptions");
    assertThat(tab.page().locator("tr.measure:visible").count()).isEqualTo(59);
  }

  @Test
  void aWorkbookCanBeDropped() throws IOException {
    tab.page()
        .evaluate(
            "bytes => {"
                + "const files = new DataTransfer();"
                + "files.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'dropped.xlsx'));"
                + "document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, dataTransfer: files}));"
                + "}",
            Base64.getEncoder().encodeToString(Files.readAllBytes(small)));
    tab.awaitResults();

    assertThat(tab.page().locator(".file").innerText()).isEqualTo("dropped.xlsx");
  }

  @Test
  void twoFilesAtOnceAreRefusedAndSaid() {
    tab.page()
        .evaluate(
            "() => {"
                + "const files = new DataTransfer();"
                + "files.items.add(new File(['a'], 'a.xlsx'));"
                + "files.items.add(new File(['b'], 'b.xlsx'));"
                + "document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, dataTransfer: files}));"
                + "}");

    assertThat(tab.trouble()).contains("Drop one workbook at a time.");
  }

  @Test
  void theExampleIsOnePressAway() {
    tab.button("Try it with the example").click();
    tab.awaitResults();

    assertThat(tab.page().locator(".file").innerText()).isEqualTo("opcc-kpi-example.xlsx");
  }

  @Test
  void aFileThatIsNoWorkbookIsSaidInWords() {
    tab.page()
        .setInputFiles(
            "#workbook", new FilePayload("figures.csv", "text/csv", "a,b\n1,2\n".getBytes(UTF_8)));

    assertThat(tab.trouble())
        .contains("There is a problem", "plain text", "save it as an Excel workbook (.xlsx)");
    assertThat(tab.focus()).isEqualTo("trouble");
    assertThat(tab.page().title()).startsWith("Problem: ");
    assertThat(tab.heading()).startsWith("Check and complete");
    assertThat(tab.page().locator("#trouble button").count()).isZero();
  }

  @Test
  void aWorkbookWithoutFiguresIsSaidAndTheNextOneWorks() {
    tab.choose(BLANK);
    assertThat(tab.trouble()).contains("Fill in at least one month");

    tab.check(small);

    assertThat(tab.page().locator("#trouble").isVisible()).isFalse();
    assertThat(tab.page().title()).doesNotContain("Problem");
  }

  @Test
  void aFileTooLargeIsSaidWithTheLimit() {
    byte[] large = new byte[9_000_000];
    new Random(1).nextBytes(large);
    tab.page().setInputFiles("#workbook", new FilePayload("large.xlsx", "application/zip", large));

    assertThat(tab.trouble()).contains("2,000,000");
  }

  @Test
  void checkingCanBeCancelled() {
    slowUpload(8_000);
    tab.choose(EXAMPLE);
    Tab.see(tab.page().locator("#working progress"));
    PlaywrightAssertions.assertThat(tab.page().locator(".stage"))
        .containsText(Pattern.compile("Uploading opcc-kpi-example.xlsx: [1-9]\\d?%"));

    tab.button("Cancel").click();

    Tab.see(tab.page().locator("#start"));
    assertThat(tab.page().locator("#notice").innerText()).contains("cancelled");
    assertThat(tab.focus()).isEqualTo("start-title");
  }

  @Test
  void aServerThatStopsMidwayIsSaidAndTheSameWorkbookGoesOnWhenItIsBack() throws Exception {
    KpiServer first = site().within(Map.of(ServerLimit.STOP_SECONDS, 1L)).serve();
    int port = port(first);
    Tab there = Tab.open(profile, first.url());
    slowUpload(there, 8_000);
    there.choose(EXAMPLE);
    PlaywrightAssertions.assertThat(there.page().locator(".stage"))
        .containsText(Pattern.compile(": [1-9]\\d?%"));

    first.close();

    assertThat(there.trouble())
        .contains("The server does not answer", "Your workbook is untouched");
    try (KpiServer second = site().onPort(port).serve()) {
      assertThat(second.awaitReady()).isTrue();
      slowUpload(there, -1);
      there.button("Try again").click();
      there.awaitResults();
    }
    there.assertWellBehaved();
  }

  @Test
  void resultsStayWhenTheServerGoesAwayBeforeTheDownload() throws Exception {
    KpiServer first = site().serve();
    assertThat(first.awaitReady()).isTrue();
    Tab there = Tab.open(profile, first.url());
    there.check(small);

    first.close();
    there.button("Download completed workbook").click();

    assertThat(there.trouble()).contains("The server does not answer");
    Tab.see(there.page().locator("#results table"));
  }

  @Test
  void aWorkbookChosenBeforeTheScriptsAreThereIsChecked() {
    List<Route> held = new ArrayList<>();
    Page page = profile.newPage();
    page.route("**/page.js", held::add);
    page.navigate(
        server.url() + "/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.setInputFiles("#workbook", small);

    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::resume);

    Tab.see(page.locator("#results table"));
  }

  @Test
  void aPageOlderThanItsServerAsksToBeReloaded() throws Exception {
    KpiServer first = Site.in(directory).serve();
    int port = port(first);
    Tab there = Tab.open(profile, first.url());
    first.close();
    try (KpiServer second = Site.in(directory).onPort(port).serve()) {
      assertThat(second.awaitReady()).isTrue();
      there.choose(small);
      assertThat(there.trouble()).contains("Reload the page");

      there.button("Reload this page").click();
      PlaywrightAssertions.assertThat(there.page().locator("#trouble")).isHidden();
      there.check(small);
    }
    there.assertWellBehaved();
  }

  @Test
  void aServerWithNamedTokensAsksForOne() throws Exception {
    Tokens.NewToken drawn = Tokens.draw("analyst");
    Path file = Files.writeString(directory.resolve("tokens"), drawn.line() + "\n");
    try (KpiServer named = Site.in(directory).withTokens(file).serve()) {
      assertThat(named.awaitReady()).isTrue();
      Tab there = Tab.open(profile, named.url());
      there.choose(small);
      assertThat(there.trouble()).contains("This server asks for an access token");

      there.page().fill("#token", drawn.token());
      there.page().press("#token", "Enter");
      there.awaitResults();
      there.assertWellBehaved();
    }
  }

  @Test
  void aBusyServerIsAskedAgainUntilItHasTime() throws Exception {
    try (KpiServer narrow = site().within(Map.of(ServerLimit.REQUESTS, 1L)).serve()) {
      assertThat(narrow.awaitReady()).isTrue();
      Tab there = Tab.open(profile, narrow.url());
      try (Socket before = new Socket(InetAddress.getLoopbackAddress(), port(narrow))) {
        startUpload(before);
        there.choose(small);
        PlaywrightAssertions.assertThat(there.page().locator(".stage"))
            .containsText(Pattern.compile("busy.*asked again in \\d+ second"));
      }
      there.awaitResults();
      there.assertWellBehaved();
    }
  }

  private boolean isReceiving() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("home/spool"))) {
      return files.anyMatch(file -> file.endsWith("in"));
    } catch (UncheckedIOException e) {
      // Another request's folder went away while it was looked into.
      return false;
    }
  }

  /** Takes a place on the server and keeps it, until the socket is closed. */
  private void startUpload(Socket socket) throws IOException, InterruptedException {
    String request =
        "POST /api/v1/workbook/check HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 100000\r\n"
                .formatted(socket.getPort())
            + "Content-Type: application/octet-stream\r\nX-Quarterday-Token: "
            + TOKEN
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    socket.getOutputStream().write(new byte[1000]);
    socket.getOutputStream().flush();
    while (!isReceiving()) {
      Thread.sleep(20);
    }
  }

  @Test
  void backLeadsToTheStartAndForwardToTheResultsAgain() {
    tab.check(EXAMPLE);

    tab.page().goBack();
    assertThat(tab.heading()).startsWith("Check and complete");
    tab.page().goForward();

    assertThat(tab.heading()).isEqualTo("Results for 2020/21 Q1");
    assertThat(tab.page().locator("tr.measure").count()).isEqualTo(59);
  }

  @Test
  void eachEntryOfTheHistoryKeepsItsWorkbook() {
    tab.check(small);
    tab.button("Check another workbook").click();
    tab.check(other);
    assertThat(tab.page().locator(".file").innerText()).isEqualTo("other.xlsx");

    tab.page().goBack();
    tab.page().goBack();

    assertThat(tab.page().locator(".file").innerText()).isEqualTo("small.xlsx");
  }

  @Test
  void afterAReloadNothingIsLeftAndThatIsSaid() {
    tab.check(small);

    tab.page().reload();

    assertThat(tab.heading()).startsWith("Check and complete");
    assertThat(tab.page().locator("#notice").innerText()).contains("nothing is kept");
    assertThat(tab.page().evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    assertThat(tab.page().evaluate("indexedDB.databases().then(all => all.length)")).isEqualTo(0);
    assertThat(profile.cookies()).isEmpty();
  }

  @Test
  void twoTabsDoNotDisturbEachOther() {
    Tab second = Tab.open(profile, server.url());
    tab.check(small);
    second.check(other);

    assertThat(tab.page().locator(".file").innerText()).isEqualTo("small.xlsx");
    assertThat(second.page().locator(".file").innerText()).isEqualTo("other.xlsx");
    Download mine = tab.download(() -> tab.button("Download completed workbook").click());
    Download theirs = second.download(() -> second.button("Download completed workbook").click());
    assertThat(mine.suggestedFilename()).isEqualTo("small (completed).xlsx");
    assertThat(theirs.suggestedFilename()).isEqualTo("other (completed).xlsx");
    second.assertWellBehaved();
  }

  @Test
  void everythingCanBeDoneWithTheKeyboard() {
    Page page = tab.page();
    // The browser is to hand over its dialogs from now on, not only from the key press on.
    page.onFileChooser(chooser -> {});
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent"))
        .isEqualTo("Skip to the main content");
    page.keyboard().press("Enter");
    assertThat(tab.focus()).isEqualTo("main");
    page.keyboard().press("Tab");
    assertThat(tab.focus()).isEqualTo("workbook");

    FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
    chooser.setFiles(EXAMPLE);
    tab.awaitResults();

    assertThat(tab.focus()).isEqualTo("results-title");
    tabTo("download");
    Download download = tab.download(() -> page.keyboard().press("Enter"));
    assertThat(download.suggestedFilename()).endsWith("(completed).xlsx");
    tabTo("period");
    page.keyboard().press("ArrowDown");
    tabTo("show-period");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator("#results-title"))
        .hasText("Results for 2019/20 Q4");
    assertThat(tab.focus()).isEqualTo("results-title");
    tabTo("only-exceptions");
    page.keyboard().press("Space");
    assertThat(page.isChecked("#only-exceptions")).isTrue();
    tabTo("another");
    page.keyboard().press("Enter");
    assertThat(tab.focus()).isEqualTo("start-title");
  }

  private void tabTo(String id) {
    for (int i = 0; i < 60 && !tab.focus().equals(id); i++) {
      tab.page().keyboard().press("Tab");
    }
    assertThat(tab.focus()).isEqualTo(id);
  }

  @Test
  void moreFindingsThanFitAreOnePressAway() {
    tab.check(EXAMPLE);
    assertThat(tab.page().locator(".finding:visible").count()).isEqualTo(5);

    tab.button("Advice: show all 15").click();

    assertThat(tab.page().locator(".finding:visible").count()).isEqualTo(15);
    assertThat(
            tab.page()
                .evaluate("document.activeElement === document.querySelectorAll('.finding')[5]"))
        .isEqualTo(true);
  }

  @Test
  void everyLinkOfTheStartLeadsSomewhere() {
    List<?> links =
        (List<?>)
            tab.page()
                .evaluate("[...document.querySelectorAll('a[href]:not(.skip)')].map(a => a.href)");

    assertThat(links)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            link ->
                assertThat(profile.request().get(link.toString()).status())
                    .as("%s", link)
                    .isEqualTo(200));
  }

  private void slowUpload(int bytesPerSecond) {
    slowUpload(tab, bytesPerSecond);
  }

  /** Lets uploads take their time; a rate below nothing takes the brake off again. */
  private static void slowUpload(Tab tab, int bytesPerSecond) {
    CDPSession session = tab.page().context().newCDPSession(tab.page());
    JsonObject rates = new JsonObject();
    rates.addProperty("offline", false);
    rates.addProperty("latency", 0);
    rates.addProperty("downloadThroughput", -1);
    rates.addProperty("uploadThroughput", bytesPerSecond);
    session.send("Network.emulateNetworkConditions", rates);
  }

  private static List<String> sheets(Path workbook) throws IOException, InvalidFormatException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(OPCPackage.open(workbook.toFile(), PackageAccess.READ))) {
      return IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
    }
  }
}
