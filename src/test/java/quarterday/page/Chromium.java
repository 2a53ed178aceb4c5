package quarterday.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Map;
import quarterday.installed.Program;

/** Chromium without a window. Where it is not installed, the asking test is skipped or fails. */
final class Chromium implements AutoCloseable {
  private static final Program PROGRAM =
      new Program("Chromium", "apt-get install chromium", "chromium", "chromium-browser");

  /** Nothing but what the tests ask for: no sandbox, as root has none, and no calls home. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** How somebody looks at the page. */
  enum Looks {
    LIGHT(ColorScheme.LIGHT, ForcedColors.NONE),
    DARK(ColorScheme.DARK, ForcedColors.NONE),
    FORCED(ColorScheme.DARK, ForcedColors.ACTIVE);

    private final ColorScheme scheme;
    private final ForcedColors forced;

    Looks(ColorScheme scheme, ForcedColors forced) {
      this.scheme = scheme;
      this.forced = forced;
    }

    /** The same for a page that is open. */
    Page.EmulateMediaOptions media() {
      return new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced);
    }
  }

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setExecutablePath(PROGRAM.path()).setArgs(ARGUMENTS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A profile of its own, in which nothing is remembered; this wide and 900 high. */
  BrowserContext profile(Looks looks, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(looks.scheme)
                .setForcedColors(looks.forced)
                .setAcceptDownloads(true));
    context.setDefaultTimeout(120_000);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
