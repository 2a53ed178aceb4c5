package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.http.KpiServer;
import quarterday.page.Chromium.Looks;

/** The fake Excel in a browser: served by the real server, under the pages' own policy. */
class FakeOfficeTest {
  private static final String OFFICE = "/office-js/office.js";

  @TempDir private static Path directory;
  private static Chromium chromium;
  private static KpiServer server;

  private BrowserContext profile;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    Path office = FakeOffice.writeTo(directory.resolve("office"));
    server = Site.in(directory).withToken("a-token").withOffice(office).serve();
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

  @BeforeEach
  void aProfile() {
    profile = chromium.profile(Looks.LIGHT, 320);
  }

  @AfterEach
  void itBehavedWell() {
    if (tab != null) {
      tab.assertWellBehaved();
    }
    profile.close();
  }

  private Page open(String given) {
    FakeOffice.give(profile, given);
    tab = Tab.open(profile, server.url());
    tab.page().addScriptTag(new Page.AddScriptTagOptions().setUrl(server.url() + OFFICE));
    return tab.page();
  }

  @Test
  void microsoftsLibraryReadsAndWritesTheGivenWorkbook() {
    Page page =
        open(
            "{snapshot: {names: [], sheets: [{name: 'Data',"
                + " blocks: [{block: 'A1:B1', values: [['Calls', 7]]}]}]}}");

    assertThat(
            page.evaluate(
                """
                async () => {
                  const { host } = await Office.onReady();
                  return Excel.run(async (context) => {
                    const sheet = context.workbook.worksheets.getItem('Data');
                    const range = sheet.getRange('A1:B1');
                    range.load('values');
                    sheet.getRange('B1').values = [[8]];
                    await context.sync();
                    return [host, range.values[0][1], fake.workbook.value('Data', 'B1')].join();
                  });
                }"""))
        .isEqualTo("Excel,7,8");
  }

  @Test
  void aPlainBrowserHasNoExcel() {
    Page page = open("{host: null}");

    assertThat(
            page.evaluate(
                "Office.onReady().then(({ host }) => host + typeof Excel + history.pushState)"))
        .isEqualTo("nullundefinednull");
  }

  @Test
  void aBlockedLibraryNeverSettles() {
    Page page = open("{silent: true}");

    assertThat(
            page.evaluate(
                """
                Promise.race([
                  Office.onReady().then(() => 'ready'),
                  new Promise((late) => setTimeout(() => late('silent'), 300)),
                ])"""))
        .isEqualTo("silent");
  }
}
