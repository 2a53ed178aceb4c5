package quarterday.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.http.KpiServer;
import quarterday.page.Chromium.Looks;
import quarterday.wire.SnapshotJson;
import quarterday.xlsx.XlsxFile;

/** What a person does in the pane, in Chromium, with a server that runs and a fake Excel. */
class PaneTest {
  private static final Path EXAMPLE = Path.of("workbook-templates/opcc-kpi-example.xlsx");
  private static final String TOKEN = "a-token-of-the-tests";

  @TempDir private static Path directory;
  private static Chromium chromium;
  private static KpiServer server;
  private static Path office;
  private static String small;

  private BrowserContext profile;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    office = FakeOffice.writeTo(directory.resolve("office"));
    server = site().withOffice(office).serve();
    assertThat(server.awaitReady()).isTrue();
    Path file = directory.resolve("small.xlsx");
    SmallWorkbook.write(file, 60);
    small = SnapshotJson.of(XlsxFile.read(file));
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
  void aNarrowPane() {
    profile = chromium.profile(Looks.LIGHT, 320);
  }

  @AfterEach
  void itBehavedWell() {
    if (tab != null) {
      tab.assertWellBehaved();
    }
    profile.close();
  }

  private static Site site() {
    return Site.in(directory).withToken(TOKEN);
  }

  /** Opens the pane beside a workbook. */
  private Page open(String snapshot, String conditions) {
    return open(server, snapshot, conditions);
  }

  private Page open(KpiServer at, String snapshot, String conditions) {
    return open(at, "{snapshot: " + snapshot + ", conditions: " + conditions + "}");
  }

  private Page open(KpiServer at, String given) {
    FakeOffice.give(profile, given);
    tab = Tab.open(profile, at.url(), "/taskpane.html");
    return tab.page();
  }

  private Page openBesideSmall() {
    return open(small, "{}");
  }

  private Page checked() {
    Page page = openBesideSmall();
    check(page);
    return page;
  }

  private static void check(Page page) {
    page.click("#check");
    assertThat(page.locator("#results-title")).containsText("Results for");
  }

  private static void complete(Page page) {
    page.click("#complete");
    page.click("#write");
    assertThat(page.locator("#done")).containsText("Written: ");
  }

  private static Object workbook(Page page) {
    return page.evaluate("JSON.stringify(fake.workbook.toSnapshot())");
  }

  private static String sheets(Page page) {
    return (String) page.evaluate("fake.workbook.toSnapshot().sheets.map(({name}) => name).join()");
  }

  private static void type(Page page, String cell, String text) {
    page.evaluate(
        "([cell, text]) => fake.workbook.type('Figures <b>', cell, text)", List.of(cell, text));
  }

  @Test
  void theFirstCardHasOneVerbAndReadsNothingByItself() {
    Page page = openBesideSmall();

    Tab.see(page.locator("#start"));
    assertThat(page.locator("#start button:not(.quiet)")).hasText("Check this workbook");
    assertThat(page.evaluate("fake.excel.log.length")).isEqualTo(0);
  }

  @Test
  void checkingShowsWhatIsWrongAndWhatStandsOut() {
    Page page = checked();

    assertThat(tab.focus()).isEqualTo("results-title");
    assertThat(page.locator(".severity.error .place").first())
        .containsText("Figures <b>, cell F2: Visits <script>alert(1)</script>");
    assertThat(page.locator("tr.measure.exception svg.sparkline")).hasCount(1);
    assertThat(page.locator(".summary")).containsText("1 exception among 1 measure");
    assertThat(sheets(page)).isEqualTo("Figures <b>");
  }

  @Test
  void aFindingLeadsToItsCell() {
    Page page = checked();
    page.evaluate("fake.workbook.select('Figures <b>', 'A1')");

    page.locator(".severity.error .lead-to").first().click();

    assertThat(page.locator("#heard")).hasText("Went to Figures <b>, cell F2");
    assertThat(
            page.evaluate("(({top, left}) => [top, left].join())(fake.workbook.selection.block)"))
        .isEqualTo("1,5");
  }

  @Test
  void aFindingOnASheetThatIsGoneSaysSo() {
    Page page = checked();
    page.evaluate("fake.workbook.rename(fake.workbook.sheet('Figures <b>'), 'Other')");

    page.locator(".severity.error .lead-to").first().click();

    assertThat(tab.trouble()).contains("There is a problem");
  }

  @Test
  void nothingIsWrittenBeforeThePreviewIsAgreedTo() {
    Page page = checked();
    Object before = workbook(page);

    page.click("#complete");

    assertThat(page.locator("#extent"))
        .hasText(Pattern.compile("This changes [\\d,]+ cells on \\d+ sheets(, and 1 chart)?\\."));
    assertThat(page.locator("#step li").last()).containsText("New: Highlights");
    assertThat(tab.focus()).isEqualTo("step-title");
    page.click("#back");
    assertThat(page.locator("#results-title")).isFocused();
    assertThat(workbook(page)).isEqualTo(before);
  }

  @Test
  void completingWritesAndUndoPutsBack() {
    Page page = checked();
    Object before = workbook(page);

    complete(page);

    assertThat(tab.focus()).isEqualTo("done");
    assertThat(sheets(page)).contains("Highlights").contains("Method");
    page.click("#undo");
    assertThat(page.locator("#done")).containsText("Put back: ");
    assertThat(workbook(page)).isEqualTo(before);
  }

  @Test
  void aCompletedWorkbookHasNothingMoreToWriteUntilAMonthIsEdited() {
    Page page = checked();
    complete(page);

    page.click("#complete");
    assertThat(page.locator("#nothing")).containsText("This workbook is complete");
    assertThat(page.locator("#write")).hasCount(0);
    page.click("#back");

    type(page, "C2", "14");
    complete(page);
    page.click("#complete");
    assertThat(page.locator("#nothing")).containsText("This workbook is complete");
  }

  @Test
  void resultsAreRemovedAfterAQuestionAndThatCanBeUndone() {
    Page page = checked();
    Object before = workbook(page);
    complete(page);
    Object completed = workbook(page);

    page.click("#remove");
    assertThat(page.locator("#step")).containsText("takes out everything that Quarterday added");
    assertThat(workbook(page)).isEqualTo(completed);
    page.click("#write");

    assertThat(page.locator("#done")).containsText("Written: ");
    assertThat(workbook(page)).isEqualTo(before);
    page.click("#undo");
    assertThat(page.locator("#done")).containsText("Put back: ");
    assertThat(sheets(page)).contains("Highlights");
  }

  @Test
  void undoingAsksBeforeChangesMadeSinceAreLost() {
    Page page = checked();
    Object before = workbook(page);
    complete(page);
    page.evaluate("fake.workbook.type('Highlights', 'A1', 'Mine')");

    page.click("#undo");
    assertThat(tab.trouble()).contains("have been changed since");
    page.click("#force");

    assertThat(page.locator("#done")).containsText("Put back: ");
    assertThat(workbook(page)).isEqualTo(before);
  }

  @Test
  void aWorkbookWithNothingToUndoOffersNoUndo() {
    Page page = checked();

    assertThat(page.locator("#undo")).hasCount(0);
    complete(page);
    page.click("#check-again");
    assertThat(page.locator("#done")).hasCount(0);
    assertThat(page.locator("#undo")).hasText("Undo last write");
  }

  @Test
  void aSheetThatIsProtectedMeanwhileIsNamedAndWorksOnceItIsNot() {
    Page page = checked();
    page.click("#complete");
    Tab.see(page.locator("#write"));
    page.evaluate("fake.workbook.protect('Figures <b>')");

    page.click("#write");
    assertThat(tab.trouble()).contains("Figures <b>").contains("protected");
    page.evaluate("fake.workbook.unprotect('Figures <b>')");
    tab.button("Try again").click();

    assertThat(page.locator("#done")).containsText("Written: ");
  }

  @Test
  void aWorkbookThatChangedSinceThePreviewIsPlannedAfresh() {
    Page page = checked();
    page.click("#complete");
    Tab.see(page.locator("#write"));
    type(page, "C2", "14");
    Object changed = workbook(page);

    page.click("#write");
    assertThat(tab.trouble()).contains("has changed since").contains("nothing was written");
    assertThat(workbook(page)).isEqualTo(changed);
    Object withdrawn =
        tab.button("Try again")
            .evaluate(
                "button => { button.click(); return document.getElementById('step').hidden; }");
    assertThat(withdrawn).isEqualTo(true);
    Tab.see(page.locator("#extent"));
    page.click("#write");

    assertThat(page.locator("#done")).containsText("Written: ");
  }

  @Test
  void whatWentWrongCanBeCopied() {
    profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Page page = checked();
    page.click("#complete");
    Tab.see(page.locator("#write"));
    type(page, "C2", "14");
    page.click("#write");
    tab.trouble();

    page.click("#copy-details");

    assertThat(page.locator("#copy-details")).hasText("Copied");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .contains("Code: stale", "Excel: PC 16.0");
  }

  @Test
  void whatMayNotBeCopiedIsShown() {
    Page page = checked();
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }");
    page.evaluate("fake.workbook.rename(fake.workbook.sheet('Figures <b>'), 'Other')");
    page.locator(".severity.error .lead-to").first().click();
    tab.trouble();

    page.click("#copy-details");

    assertThat(page.locator("#trouble pre")).containsText("Code: ");
    assertThat(page.locator("#trouble pre")).isFocused();
  }

  @Test
  void writingNamesWhatItDoesAndCancelPutsBackWhatWasWritten() throws Exception {
    Page page = open(SnapshotJson.of(XlsxFile.read(EXAMPLE)), "{delay: 50}");
    check(page);
    Object before = workbook(page);
    page.click("#complete");
    Tab.see(page.locator("#write"));
    page.evaluate(
        "window.stages = [];"
            + "new MutationObserver(() => {"
            + "  const said = document.querySelector('.stage')?.textContent;"
            + "  if (said?.startsWith('Writing')) {"
            + "    stages.push(said);"
            + "    document.querySelector('.work button')?.click();"
            + "  }"
            + "}).observe(document.getElementById('step'), {subtree: true, childList: true,"
            + "  characterData: true});");

    page.click("#write");

    assertThat(page.locator("#done")).containsText("Cancelled");
    assertThat((String) page.evaluate("stages[0]"))
        .matches("Writing .+ to .+, \\d+ of \\d+: \\d+%");
    assertThat(workbook(page)).isEqualTo(before);
  }

  @Test
  void checkingCanBeCancelled() {
    Page page = open(small, "{delay: 400}");
    page.click("#check");

    tab.button("Cancel").click();

    assertThat(page.locator("#check")).isFocused();
    assertThat(page.locator("#results")).isHidden();
  }

  @Test
  void aCellThatIsBeingEditedIsWaitedFor() {
    Page page = openBesideSmall();
    page.evaluate("fake.excel.cellEdit = true");
    page.click("#check");

    assertThat(page.locator(".stage")).containsText("Finish editing the cell (Enter)");
    page.evaluate("fake.excel.cellEdit = false");

    assertThat(page.locator("#results-title")).containsText("Results for");
  }

  @Test
  void moreThanExcelHandsOverAtOnceIsReadAndWrittenInParts() {
    String notes =
        """
        (({names, sheets}) => ({names, sheets: [...sheets, {name: 'Notes', blocks: [
          {block: 'A1:A4000', values: Array.from({length: 4000}, () => ['x'.repeat(400)])}]}]}))"""
            + "("
            + small
            + ")";
    Page page = open(notes, "{maxBytes: 1_000_000}");
    check(page);

    complete(page);

    assertThat(page.evaluate("fake.excel.log.some(({reply}) => reply > 1_000_000)"))
        .as("it had to be asked in parts")
        .isEqualTo(true);
    assertThat(sheets(page)).contains("Highlights");
  }

  @Test
  void aCellThatIsTooMuchForExcelIsSaid() {
    Page page = open(small, "{maxBytes: 700}");
    page.click("#check");

    assertThat(tab.trouble()).contains("upload page");
  }

  @Test
  void aServerThatIsGoneIsSaidAndTheSameGoesOnWhenItIsBack() throws Exception {
    KpiServer first = site().withOffice(office).serve();
    assertThat(first.awaitReady()).isTrue();
    int port = URI.create(first.url()).getPort();
    Page page = open(first, small, "{}");
    check(page);
    first.close();

    page.click("#complete");
    assertThat(tab.trouble()).contains("The server does not answer");

    try (KpiServer second = site().withOffice(office).onPort(port).serve()) {
      assertThat(second.awaitReady()).isTrue();
      tab.button("Try again").click();
      page.click("#write");
      assertThat(page.locator("#done")).containsText("Written: ");
    }
  }

  @Test
  void aServerThatGoesAwayAfterTheWriteLeavesItWrittenAndSaysSo() throws Exception {
    KpiServer first = site().withOffice(office).serve();
    assertThat(first.awaitReady()).isTrue();
    Page page = open(first, small, "{}");
    check(page);
    page.click("#complete");
    Tab.see(page.locator("#write"));
    first.close();

    page.click("#write");

    assertThat(tab.trouble()).contains("Written: ").contains("The server does not answer");
    assertThat(sheets(page)).contains("Highlights");
    Tab.see(page.locator("#undo"));
  }

  @Test
  void aLibraryThatNeverComesIsSaidAfterTenSeconds() throws Exception {
    try (KpiServer plain = site().serve()) {
      assertThat(plain.awaitReady()).isTrue();
      Page page = profile.newPage();
      page.clock().install();
      page.route(
          Pattern.compile("https://appsforoffice\\.microsoft\\.com/.*"), route -> route.abort());
      page.navigate(plain.url() + "/taskpane.html");
      assertThat(page.locator("#opening")).isVisible();

      page.clock().fastForward(9_000);
      assertThat(page.locator("#opening")).isVisible();
      page.clock().fastForward(2_000);

      assertThat(page.locator("#outside-title")).hasText(Pattern.compile("did not come"));
      assertThat(page.locator("#outside-title")).isFocused();
      assertThat(page.locator("#upload")).hasAttribute("href", "./");
      page.route("**/taskpane.html", route -> route.fulfill());
      page.waitForRequest("**/taskpane.html", () -> page.click("#reload"));
    }
  }

  @Test
  void aLibraryThatHangsIsSaidAsWell() {
    Page page = profile.newPage();
    page.clock().install();
    page.addInitScript(
        "{ const set = setTimeout;"
            + " window.setTimeout = (then, time, ...more) => {"
            + "   window.waits ||= time === 10_000;"
            + "   return set(then, time, ...more);"
            + " }; }");
    // Never answered, as by a firewall that drops what it does not like.
    page.route("**/office-js/office.js", route -> {});
    page.navigate(
        server.url() + "/taskpane.html",
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("window.waits === true")));

    page.clock().fastForward(11_000);

    assertThat(page.locator("#outside-title")).hasText(Pattern.compile("did not come"));
  }

  @Test
  void aPartOfTheLibraryThatIsBlockedIsSaidAsWell() {
    FakeOffice.give(profile, "{silent: true}");
    Page page = profile.newPage();
    page.clock().install();
    page.navigate(server.url() + "/taskpane.html");

    page.clock().fastForward(11_000);

    assertThat(page.locator("#outside-title")).hasText(Pattern.compile("did not come"));
  }

  @Test
  void inAPlainBrowserThePaneSaysWhereItBelongs() {
    Page page = open(server, "{host: null}");

    assertThat(page.locator("#outside-title")).hasText("This pane belongs in Excel");
    Page upload = page.waitForPopup(() -> page.click("#upload"));
    assertThat(upload.url()).isEqualTo(server.url() + "/");
    assertThat(page.evaluate("typeof history.pushState + typeof history.replaceState"))
        .isEqualTo("functionfunction");
  }

  @Test
  void anExcelThatIsTooOldIsSaid() {
    Page page = open(small, "{apiLevel: '1.12'}");

    assertThat(page.locator("#outside-title")).hasText("This Excel is too old");
  }

  @Test
  void settingsAreEditedInThePaneAndKeptInTheWorkbook() {
    Page page = checked();
    page.click("#settings");
    assertThat(page.locator("#step-title")).isFocused();
    Locator window = page.getByLabel("Window months");
    assertThat(window).not().hasValue("14");

    page.click("#send");
    assertThat(page.locator("#step .notice")).containsText("Nothing is different yet");
    window.fill("14");
    page.getByLabel("Two of three").selectOption("yes");
    page.click("#send");
    Tab.see(page.locator("#extent"));
    page.click("#write");
    assertThat(page.locator("#done")).containsText("Written: ");

    page.click("#settings");
    assertThat(page.getByLabel("Window months")).hasValue("14");
    assertThat(page.getByLabel("Two of three")).hasValue("yes");
  }

  @Test
  void aBadSettingIsRefusedInWordsAndTheFormStays() {
    Page page = checked();
    page.click("#settings");
    page.getByLabel("Window months").fill("some");

    page.click("#send");

    assertThat(tab.trouble()).contains("Window months");
    assertThat(page.getByLabel("Window months")).hasValue("some");
    assertThat(sheets(page)).isEqualTo("Figures <b>");
  }

  @Test
  void limitsAreResetWithAReasonAndThatCanBeTakenBack() {
    Page page = checked();
    page.click(".adjust");
    assertThat(page.locator("#step-title")).containsText("Adjust Visits");
    page.selectOption("#adjust-month", "2020-01");
    page.click("#send");
    assertThat(tab.trouble()).contains("reason");

    page.fill("#adjust-reason", "The desk moved to another building.");
    page.click("#send");
    page.click("#write");
    assertThat(page.locator("#done")).containsText("Written: ");

    page.click(".adjust");
    assertThat(page.locator("#adjusted"))
        .containsText("New limits from January 2020: The desk moved to another building.");
    page.click("#adjusted button");
    page.click("#write");
    assertThat(page.locator("#done")).containsText("Written: ");
    page.click(".adjust");
    assertThat(page.locator("#step")).containsText("Nothing has been adjusted so far.");
  }

  @Test
  void aMonthIsLeftOut() {
    Page page = checked();
    page.click(".adjust");
    page.check("input[value=leave-out]");
    page.selectOption("#adjust-month", "2020-06");
    page.fill("#adjust-reason", "Counted twice by mistake.");
    page.click("#send");
    page.click("#write");
    assertThat(page.locator("#done")).containsText("Written: ");

    page.click(".adjust");
    assertThat(page.locator("#adjusted")).containsText("Left out: June 2020");
  }

  @Test
  void theGlossaryIsAddedToAlone() throws Exception {
    Page page = open(SnapshotJson.of(XlsxFile.read(EXAMPLE)), "{}");
    check(page);

    page.click("#glossary");

    assertThat(page.locator("#step-title")).hasText("Add glossary terms");
    Tab.see(page.locator("#extent, #nothing"));
    assertThat(page.locator("#step")).not().containsText("Highlights");
  }

  @Test
  void withTheSwitchOnChangesAreCheckedWhilePeopleWorkAndNothingIsWritten() {
    Page page = checked();
    assertThat(page.isChecked("#live")).isFalse();
    int findings = page.locator(".finding").count();

    page.check("#live");
    assertThat(page.locator("#heard")).hasText("Checking again whenever you change something");
    type(page, "F2", "10");

    assertThat(page.locator("#heard")).hasText("Checked again");
    assertThat(page.locator(".severity.error")).hasCount(0);
    assertThat(page.locator(".finding").count()).isLessThan(findings);
    assertThat(sheets(page)).isEqualTo("Figures <b>");

    page.uncheck("#live");
    assertThat(page.locator("#heard")).hasText("No longer checking while you work");
    type(page, "F2", "about ten");
    page.waitForTimeout(1_500);
    assertThat(page.locator(".severity.error")).hasCount(0);
  }

  @Test
  void anotherPeriodIsCheckedAndCompleted() throws Exception {
    Page page = open(SnapshotJson.of(XlsxFile.read(EXAMPLE)), "{}");
    check(page);

    page.selectOption("#period", "2019/20 Q2");
    page.click("#show-period");

    assertThat(page.locator("#results-title")).hasText("Results for 2019/20 Q2");
    complete(page);
    assertThat(page.locator("#results-title")).hasText("Results for 2019/20 Q2");
  }

  @Test
  void aWorkbookWithoutFiguresShowsItsFindingsAndOffersNoCompletion() throws Exception {
    Path blank = Path.of("workbook-templates/opcc-kpi.xlsx");
    Page page = open(SnapshotJson.of(XlsxFile.read(blank)), "{}");
    page.click("#check");

    assertThat(page.locator("#results-title")).hasText("No figures to judge yet");
    assertThat(page.locator(".finding").first()).containsText("Fill in at least one month");
    assertThat(page.locator("#complete")).hasCount(0);
  }

  @Test
  void theSampleOpensInAWindowOfItsOwn() {
    Page page = openBesideSmall();
    page.evaluate(
        "Excel.createWorkbook = (base64) => { window.opened = base64; return Promise.resolve(); }");

    page.click("#sample");

    assertThat(page.locator("#heard")).hasText("The sample opens in a window of its own");
    assertThat((String) page.evaluate("opened")).startsWith("UEsDB");
    assertThat(sheets(page)).isEqualTo("Figures <b>");
  }

  @Test
  void everythingCanBeDoneWithTheKeyboard() {
    Page page = openBesideSmall();
    tabTo("check");
    page.keyboard().press("Enter");
    assertThat(page.locator("#results-title")).isFocused();
    tabTo("complete");
    page.keyboard().press("Enter");
    assertThat(page.locator("#step-title")).isFocused();
    tabTo("write");
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).isFocused();
    tabTo("undo");
    page.keyboard().press("Enter");
    assertThat(page.locator("#done")).containsText("Put back: ");
    tabTo("only-exceptions");
    page.keyboard().press("Space");
    tabTo("live");
    page.keyboard().press("Space");
    assertThat(page.isChecked("#live")).isTrue();
    tabTo("settings");
    page.keyboard().press("Enter");
    assertThat(page.locator("#step-title")).isFocused();
    tabTo("back");
    page.keyboard().press("Enter");
    tabTo("remove");
    page.keyboard().press("Enter");
    assertThat(page.locator("#step-title")).isFocused();
  }

  private void tabTo(String id) {
    for (int i = 0; i < 80 && !tab.focus().equals(id); i++) {
      tab.page().keyboard().press("Tab");
    }
    assertThat(tab.focus()).isEqualTo(id);
  }
}
