package quarterday.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.http.KpiServer;
import quarterday.http.Tokens;
import quarterday.page.Chromium.Looks;

/** The buttons of the ribbon, which do their work without the pane. */
class CommandsTest {
  private static final String WORKBOOK =
      """
      {snapshot: {names: [], sheets: [{name: 'Figures', blocks: [{block: 'A1:M2', values: [
        ['Measure', '2019-07', '2019-08', '2019-09', '2019-10', '2019-11', '2019-12', '2020-01',
          '2020-02', '2020-03', '2020-04', '2020-05', '2020-06'],
        ['Visits', 10, 12, 11, 'about ten', 12, 11, 10, 12, 11, 10, 12, 60]]}]}]}}""";

  @TempDir private static Path directory;
  private static Chromium chromium;
  private static KpiServer server;
  private static Path office;

  private BrowserContext profile;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    office = FakeOffice.writeTo(directory.resolve("office"));
    server = site().withToken("a-token").serve();
    assertThat(server.awaitReady()).isTrue();
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

  private static Site site() {
    return Site.in(directory).withOffice(office);
  }

  @BeforeEach
  void openTheCommands() {
    profile = chromium.profile(Looks.LIGHT, 320);
    FakeOffice.give(profile, WORKBOOK);
    open(server);
  }

  private void open(KpiServer at) {
    tab = Tab.open(profile, at.url(), "/commands.html");
    // Excel's own windows are no part of the fake.
    tab.page()
        .evaluate(
            "async () => {"
                + "  await Office.onReady();"
                + "  window.shown = [];"
                + "  Office.context.ui = {displayDialogAsync: (url) => shown.push(url)};"
                + "}");
  }

  @AfterEach
  void itBehavedWell() {
    tab.assertWellBehaved();
    profile.close();
  }

  private void press(String command) {
    tab.page().evaluate("name => Office.press(name)", command);
  }

  /** What the small windows said, in order. */
  private String said() {
    return (String)
        tab.page()
            .evaluate(
                "shown.map(url => new URLSearchParams(new URL(url).hash.slice(1)).get('said'))"
                    + ".join(' | ')");
  }

  private String sheets() {
    return (String)
        tab.page().evaluate("fake.workbook.toSnapshot().sheets.map(({name}) => name).join()");
  }

  private Object workbook() {
    return tab.page().evaluate("JSON.stringify(fake.workbook.toSnapshot())");
  }

  @Test
  void checkGoesToTheWorstFindingAndSaysHowMuchThereIs() {
    press("check");

    assertThat(said())
        .startsWith("1 error")
        .contains("1 exception among 1 measure in 2020/21 Q1")
        .contains("“about ten” stands in place of a figure")
        .contains("Open the pane");
    assertThat(tab.page().evaluate("fake.workbook.selection.block.left")).isEqualTo(4);
    assertThat(sheets()).isEqualTo("Figures");
  }

  @Test
  void completeWritesAndShowsTheFirstSheetItAdded() {
    press("complete");

    assertThat(sheets()).contains("Highlights").contains("Method");
    assertThat(tab.page().evaluate("fake.workbook.active.name")).isEqualTo("Highlights");
    assertThat(said()).isEmpty();
  }

  @Test
  void completingTwiceSaysThatThereIsNothingToWrite() {
    press("complete");
    press("complete");

    assertThat(said()).isEqualTo("This workbook is complete: there is nothing to write.");
  }

  @Test
  void theLastWriteIsTakenBack() {
    Object before = workbook();
    press("complete");

    press("undoLastWrite");

    assertThat(workbook()).isEqualTo(before);
    press("undoLastWrite");
    assertThat(said()).contains("no write to undo");
  }

  @Test
  void resultsAreRemoved() {
    Object before = workbook();
    press("complete");

    press("removeResults");

    assertThat(workbook()).isEqualTo(before);
    press("removeResults");
    assertThat(said()).isEqualTo("There is nothing of Quarterday in this workbook.");
  }

  @Test
  void whatStandsInTheWayIsSaidAndTheCommandStillCompletes() {
    tab.page().evaluate("fake.excel.conditions.maxBytes = 300");

    press("complete");

    assertThat(said()).contains("upload page");
  }

  @Test
  void aServerThatAsksForATokenLeadsToThePane() throws Exception {
    Path tokens =
        Files.writeString(directory.resolve("tokens"), Tokens.draw("analyst").line() + "\n");
    try (KpiServer named = site().withTokens(tokens).serve()) {
      assertThat(named.awaitReady()).isTrue();
      open(named);

      press("complete");

      assertThat(said()).contains("access token", "Open the pane");
    }
  }

  @Test
  void theSmallWindowShowsWhatIsSaidAsText() {
    Page window = profile.newPage();

    window.navigate(server.url() + "/commands.html#said=" + "It%20is%20%3Cb%3Edone%3C%2Fb%3E.");

    assertThat(window.locator("#said")).hasText("It is <b>done</b>.");
    assertThat(window.locator("main")).isVisible();
  }
}
