package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser's tab with the page open, and what the page did that it should not. */
final class Tab {
  /** The browser's own line for an answer that is a failure; the page tells it in its words. */
  private static final String TOLD_FAILURE = "Failed to load resource";

  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Tab(Page page, String server) {
    this.page = page;
    page.onConsoleMessage(
        said -> {
          if (!said.text().startsWith(TOLD_FAILURE)) {
            complaints.add(said.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(server + "/") && !request.url().startsWith("blob:")) {
            complaints.add("asked for " + request.url());
          }
        });
  }

  static {
    // A busy machine is no fault of the page's.
    PlaywrightAssertions.setDefaultAssertionTimeout(120_000);
  }

  /** Opens the page of a server. */
  static Tab open(BrowserContext profile, String server) {
    return open(profile, server, "/");
  }

  /** Opens one of the pages of a server. */
  static Tab open(BrowserContext profile, String server, String path) {
    Tab tab = new Tab(profile.newPage(), server);
    tab.page.navigate(server + path);
    return tab;
  }

  Page page() {
    return page;
  }

  void choose(Path workbook) {
    page.setInputFiles("#workbook", workbook);
  }

  /** Chooses a workbook and waits for what was found in it. */
  void check(Path workbook) {
    choose(workbook);
    awaitResults();
  }

  void awaitResults() {
    see(page.locator("#results table"));
  }

  /** The heading of what is on show. */
  String heading() {
    return page.locator("h1:visible").innerText();
  }

  /** What is said to be wrong. */
  String trouble() {
    Locator trouble = page.locator("#trouble");
    see(trouble);
    return trouble.innerText();
  }

  Locator button(String name) {
    return page.locator("button", new Page.LocatorOptions().setHasText(name));
  }

  Download download(Runnable asking) {
    return page.waitForDownload(asking);
  }

  /** Whether the page has to be moved sideways to be read. */
  boolean scrollsSideways() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** The id of the element that has the focus. */
  String focus() {
    return (String) page.evaluate("document.activeElement.id");
  }

  static void see(Locator what) {
    PlaywrightAssertions.assertThat(what).isVisible();
  }

  /** Nothing went wrong unsaid, and nobody else was asked for anything. */
  void assertWellBehaved() {
    assertThat(complaints).isEmpty();
  }
}
