package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.http.KpiServer;
import quarterday.page.Chromium.Looks;
import quarterday.wire.SnapshotJson;
import quarterday.xlsx.XlsxFile;

/**
 * Whether everybody can use the pane: by axe's rules, in every look, as narrow as Excel makes it.
 * {@code -Dpage.pictures=true} makes the pictures of the documentation afresh.
 */
class PaneLooksTest {
  private static final Path EXAMPLE = Path.of("workbook-templates/opcc-kpi-example.xlsx");
  private static final Path PICTURES = Path.of("src/site/markdown/images");

  /** The smallest pane that there is, and the usual one on a laptop. */
  private static final List<int[]> SIZES = List.of(new int[] {320, 500}, new int[] {350, 378});

  @TempDir private static Path directory;
  private static Chromium chromium;
  private static KpiServer server;
  private static String example;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    Path office = FakeOffice.writeTo(directory.resolve("office"));
    server = Site.in(directory).withOffice(office).serve();
    assertThat(server.awaitReady()).isTrue();
    example = SnapshotJson.of(XlsxFile.read(EXAMPLE));
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

  private static Tab open(BrowserContext profile) {
    FakeOffice.give(profile, "{snapshot: " + example + "}");
    Tab tab = Tab.open(profile, server.url(), "/taskpane.html");
    Tab.see(tab.page().locator("#check"));
    return tab;
  }

  private static void check(Tab tab) {
    tab.page().click("#check");
    tab.awaitResults();
  }

  /** Goes to every view of the pane, one after another. */
  private static void eachView(Tab tab, Runnable look) {
    Page page = tab.page();
    look.run();
    check(tab);
    keepOneRowOfEachKind(page);
    look.run();
    page.locator(".adjust").first().click();
    look.run();
    page.click("#back");
    page.click("#settings");
    look.run();
    page.click("#back");
    page.click("#complete");
    Tab.see(page.locator("#write"));
    look.run();
    page.evaluate("fake.workbook.protect('Engagement')");
    page.click("#write");
    tab.trouble();
    look.run();
  }

  /** What axe says of one row it says of all of its kind, and it takes its time for each. */
  private static void keepOneRowOfEachKind(Page page) {
    page.evaluate(
        "() => {"
            + "const kinds = new Set();"
            + "for (const row of document.querySelectorAll('tr.measure')) {"
            + "const kind = row.querySelector('.verdict').className;"
            + "if (kinds.has(kind)) row.remove(); else kinds.add(kind);"
            + "}}");
  }

  @Test
  void axeFindsNothingInAnyViewAndLook() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 350)) {
      Tab tab = open(profile);
      eachView(tab, () -> assertThat(Axe.violationsInEveryLook(tab)).isEmpty());
      tab.assertWellBehaved();
    }
  }

  @Test
  void axeFindsNothingWhereThereIsNoExcel() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 350)) {
      FakeOffice.give(profile, "{host: null}");
      Tab tab = Tab.open(profile, server.url(), "/taskpane.html");
      Tab.see(tab.page().locator("#upload"));

      assertThat(Axe.violationsInEveryLook(tab)).isEmpty();
    }
  }

  @Test
  void axeFindsNothingInWhatACommandSays() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 350)) {
      Tab tab = Tab.open(profile, server.url(), "/commands.html#said=Done.");
      Tab.see(tab.page().locator("#said"));

      assertThat(Axe.violationsInEveryLook(tab)).isEmpty();
    }
  }

  @Test
  void nothingHasToBeScrolledSideways() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 350)) {
      Tab tab = open(profile);
      eachView(tab, () -> assertThat(sizesThatScroll(tab)).isEmpty());

      tab.page().evaluate("document.querySelector('main').style.minWidth = '900px'");
      assertThat(sizesThatScroll(tab)).hasSize(4);
    }
  }

  /** At twice the size of letters as well, which is a zoom of 200 per cent. */
  private static List<String> sizesThatScroll(Tab tab) {
    return SIZES.stream()
        .flatMap(
            size -> {
              tab.page().setViewportSize(size[0], size[1]);
              return Stream.of("100%", "200%")
                  .filter(
                      letters -> {
                        tab.page()
                            .evaluate(
                                "size => document.documentElement.style.fontSize = size", letters);
                        return tab.scrollsSideways();
                      })
                  .map(letters -> size[0] + " at " + letters);
            })
        .toList();
  }

  @Test
  void everyPressableThingIsLargeEnough() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 320)) {
      Tab tab = open(profile);
      eachView(
          tab,
          () ->
              assertThat(
                      tab.page()
                          .evaluate(
                              "[...document.querySelectorAll('button, select, input, textarea')]"
                                  + ".filter(e => e.checkVisibility())"
                                  + ".filter(e => e.type === 'radio'"
                                  + " ? e.parentElement.offsetHeight < 24"
                                  + " : Math.min(e.offsetWidth, e.offsetHeight) < 24)"
                                  + ".map(e => e.outerHTML).join()"))
                  .isEqualTo(""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pane-start, LIGHT",
    "pane-results, LIGHT",
    "pane-preview, LIGHT",
    "pane-done, LIGHT",
    "pane-measures, LIGHT",
    "pane-measures-dark, DARK",
    "pane-adjust, LIGHT"
  })
  void theDocumentationHasItsPictures(String name, Looks looks) throws IOException {
    Path picture = PICTURES.resolve(name + ".png");
    if (Boolean.getBoolean("page.pictures")) {
      take(picture, name, looks);
    }
    assertThat(picture).isNotEmptyFile();
    assertThat(Files.size(picture)).isLessThan(100_000);
  }

  private static void take(Path picture, String name, Looks looks) throws IOException {
    try (BrowserContext profile = chromium.profile(looks, 350)) {
      Tab tab = open(profile);
      Page page = tab.page();
      page.setViewportSize(350, 560);
      if (!name.equals("pane-start")) {
        check(tab);
      }
      if (name.equals("pane-preview") || name.equals("pane-done")) {
        page.click("#complete");
        Tab.see(page.locator("#write"));
      }
      if (name.equals("pane-done")) {
        page.click("#write");
        Tab.see(page.locator("#done"));
      }
      if (name.equals("pane-adjust")) {
        page.locator(".adjust").first().click();
      }
      if (name.startsWith("pane-measures")) {
        page.evaluate("document.getElementById('measures').scrollIntoView()");
      }
      Files.write(picture, page.screenshot());
    }
  }
}
