package quarterday.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.Arrays;
import java.util.List;
import quarterday.page.Chromium.Looks;

/** What axe finds wrong with a page: whatever keeps somebody from using it. */
final class Axe {
  private Axe() {}

  static List<String> violationsInEveryLook(Tab tab) {
    return Arrays.stream(Looks.values())
        .flatMap(
            looks -> {
              tab.page().emulateMedia(looks.media());
              return violations(tab).stream().map(said -> looks + " " + said);
            })
        .toList();
  }

  static List<String> violations(Tab tab) {
    // "Legacy" leaves out what only pages with frames need, and is quicker.
    return new AxeBuilder(tab.page())
        .setLegacyMode(true).analyze().getViolations().stream().map(Axe::said).toList();
  }

  private static String said(Rule violation) {
    return violation.getId()
        + ": "
        + violation.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getHtml())
            .toList();
  }
}
