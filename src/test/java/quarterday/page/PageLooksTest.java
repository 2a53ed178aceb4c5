package quarterday.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.http.KpiServer;
import quarterday.page.Chromium.Looks;

/**
 * Whether everybody can read the page: by axe's rules, in every look, at every width. {@code
 * -Dpage.pictures=true} makes the pictures of the documentation afresh.
 */
class PageLooksTest {
  private static final Path EXAMPLE = Path.of("workbook-templates/opcc-kpi-example.xlsx");
  private static final Path PICTURES = Path.of("src/site/markdown/images");
  private static final FilePayload NO_WORKBOOK =
      new FilePayload("figures.csv", "text/csv", "a,b\n1,2\n".getBytes(UTF_8));

  @TempDir private static Path directory;
  private static Chromium chromium;
  private static KpiServer server;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    server = Site.in(directory).serve();
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

  @Test
  void axeFindsNothingInAnyLook() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 1280)) {
      Tab tab = Tab.open(profile, server.url());
      assertThat(Axe.violationsInEveryLook(tab)).isEmpty();

      tab.page().setInputFiles("#workbook", NO_WORKBOOK);
      tab.trouble();
      assertThat(Axe.violationsInEveryLook(tab)).isEmpty();

      tab.check(EXAMPLE);
      keepOneRowOfEachKind(tab);
      assertThat(Axe.violationsInEveryLook(tab)).isEmpty();

      tab.page().setViewportSize(320, 900);
      assertThat(Axe.violationsInEveryLook(tab)).isEmpty();
    }
  }

  /** What axe says of one row it says of all of its kind, and it takes its time for each. */
  private static void keepOneRowOfEachKind(Tab tab) {
    tab.page()
        .evaluate(
            "() => {"
                + "const kinds = new Set();"
                + "for (const row of document.querySelectorAll('tr.measure')) {"
                + "const kind = row.querySelector('.verdict').className;"
                + "if (kinds.has(kind)) row.remove(); else kinds.add(kind);"
                + "}}");
    assertThat(tab.page().locator("tr.measure").count()).isBetween(7, 12);
  }

  @Test
  void axeWouldFindAFault() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 1280)) {
      Tab tab = Tab.open(profile, server.url());
      tab.page().evaluate("document.querySelector('label[for=workbook]').removeAttribute('for')");

      assertThat(Axe.violations(tab)).anyMatch(said -> said.startsWith("label:"));
    }
  }

  /** 640 is a window of 1280 at 200 per cent, and 320 the same at 400. */
  private static final List<Integer> WIDTHS = List.of(320, 640, 768, 1024, 1152, 1280, 2560);

  @Test
  void nothingHasToBeScrolledSideways() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 1280)) {
      Tab tab = Tab.open(profile, server.url());
      assertThat(widthsThatScroll(tab)).isEmpty();

      tab.page().setInputFiles("#workbook", NO_WORKBOOK);
      tab.trouble();
      assertThat(widthsThatScroll(tab)).isEmpty();

      tab.check(EXAMPLE);
      assertThat(widthsThatScroll(tab)).isEmpty();

      tab.page().evaluate("document.querySelector('.review').style.minWidth = '3000px'");
      assertThat(widthsThatScroll(tab)).isEqualTo(WIDTHS);
    }
  }

  private static List<Integer> widthsThatScroll(Tab tab) {
    return WIDTHS.stream()
        .filter(
            width -> {
              tab.page().setViewportSize(width, 900);
              return tab.scrollsSideways();
            })
        .toList();
  }

  @Test
  void largerLettersOfTheReadersOwnDoNotBreakIt() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 640)) {
      Tab tab = Tab.open(profile, server.url());
      tab.page().evaluate("document.documentElement.style.fontSize = '200%'");
      tab.check(EXAMPLE);

      assertThat(tab.page().evaluate("getComputedStyle(document.body).fontSize")).isEqualTo("36px");
      assertThat(tab.scrollsSideways()).isFalse();
    }
  }

  @Test
  void everyPressableThingIsLargeEnough() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 320)) {
      Tab tab = Tab.open(profile, server.url());
      tab.check(EXAMPLE);

      assertThat(
              tab.page()
                  .evaluate(
                      "[...document.querySelectorAll('button, select, input')]"
                          + ".filter(e => e.checkVisibility())"
                          + ".filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24).length"))
          .isEqualTo(0);
    }
  }

  @Test
  void paperGetsTheFindingsAndMeasuresAndNoButtons() {
    try (BrowserContext profile = chromium.profile(Looks.LIGHT, 1280)) {
      Tab tab = Tab.open(profile, server.url());
      tab.check(EXAMPLE);
      tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(tab.page().locator("button:visible").count()).isZero();
      assertThat(tab.page().locator(".finding:visible").count()).isEqualTo(15);
      assertThat(tab.page().locator("tr.measure:visible").count()).isEqualTo(59);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "page-start, LIGHT, 1100, 620",
    "page-results, LIGHT, 1100, 620",
    "page-measures, LIGHT, 1280, 640",
    "page-measures-dark, DARK, 1280, 640",
    "page-narrow, LIGHT, 360, 720"
  })
  void theDocumentationHasItsPictures(String name, Looks looks, int width, int height)
      throws IOException {
    Path picture = PICTURES.resolve(name + ".png");
    if (Boolean.getBoolean("page.pictures")) {
      take(picture, looks, width, height);
    }
    assertThat(picture).isNotEmptyFile();
    assertThat(Files.size(picture)).isLessThan(150_000);
  }

  private static void take(Path picture, Looks looks, int width, int height) throws IOException {
    try (BrowserContext profile = chromium.profile(looks, width)) {
      Tab tab = Tab.open(profile, server.url());
      tab.page().setViewportSize(width, height);
      if (!picture.endsWith("page-start.png")) {
        tab.check(EXAMPLE);
      }
      if (!picture.toString().matches(".*page-(start|results)\\.png")) {
        tab.page().evaluate("document.getElementById('measures').scrollIntoView()");
      }
      Files.createDirectories(picture.getParent());
      Files.write(picture, tab.page().screenshot());
    }
  }
}
