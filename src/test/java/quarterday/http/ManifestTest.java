package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class ManifestTest {
  @TempDir private static Path home;
  private static Running server;
  private static String served;

  @BeforeAll
  static void start() {
    server = Running.in(home);
    served = Running.text(server.get("/manifest.xml"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String manifest(String origin, boolean test) throws Exception {
    return AddIn.at(Origin.parse(origin), test, "0.1.0").manifest();
  }

  @Test
  void itKeepsTheRulesOfOffice() throws Exception {
    assertThat(ManifestRules.brokenBy(served)).isEmpty();
    assertThat(ManifestRules.brokenBy(manifest("https://kpi.office.example", false))).isEmpty();
    assertThat(ManifestRules.brokenBy(manifest("https://kpi.office.example:8443", true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<Id>, <Id>x, the Id is no GUID",
        "<Version>1, <Version>0, the Version is not four numbers from 1.0.0.0",
        "<ProviderName>Quarterday</ProviderName>, ``, ProviderName is missing in OfficeApp",
        "`<DefaultLocale>en-GB</DefaultLocale>`, `<Rule/>`, Rule has no place in OfficeApp",
        "`<CustomTab id=\"Quarterday.Tab\">`, `<CustomTab id=\"Quarterday.Tab\"><Label resid=\"Name\"/>`, Group stands too late in CustomTab",
        "`<Supertip>`, `<Icon/><Supertip>`, Supertip stands too late in Control",
        "`resid=\"Check.Tip\"`, `resid=\"Check.Label\"`, Check.Label is no resource for a Description",
        "` id=\"Check.Tip\"`, ` id=\"Other\"`, Other is used by nothing",
        "` id=\"Name\"`, ` id=\"Open.Label\"`, Open.Label is there twice",
        "`id=\"Quarterday.Undo\"`, `id=\"Quarterday.Check\"`, the id Quarterday.Check is there twice",
        "`\"https://kpi.office.example/taskpane.html\"`, `\"http://kpi.office.example/t\"`, http://kpi.office.example/t is not https",
        "`<bt:Image size=\"80\" resid=\"Undo.80\"/>`, ``, an Icon lacks a size that Office needs",
        "`size=\"80\" resid=\"Undo.80\"`, `size=\"80\" resid=\"Undo.64\"`, an icon of another size",
        "`http://www.w3.org/2001/XMLSchema-instance`, `https://www.w3.org/2001/XMLSchema-instance`, xsi is not the namespace of XML Schema",
        "`xmlns=\"http://schemas.microsoft.com/office/taskpaneappversionoverrides\"`, ``, VersionOverrides is in another namespace"
      })
  void eachRuleIsSeenToBeBroken(String right, String wrong, String sentence) throws Exception {
    String manifest = manifest("https://kpi.office.example", false);

    assertThat(manifest).contains(right);
    assertThat(ManifestRules.brokenBy(manifest.replace(right, wrong))).contains(sentence);
  }

  @Test
  void textsThatAreTooLongAreSeen() throws Exception {
    String manifest = manifest("https://kpi.office.example", false);

    for (String id : Set.of("Check.Label", "Check.Tip")) {
      String longer =
          manifest.replaceFirst(
              "id=\"" + Pattern.quote(id) + "\" DefaultValue=\"",
              "id=\"" + id + "\" DefaultValue=\"" + "x".repeat(id.endsWith("Tip") ? 250 : 125));
      assertThat(ManifestRules.brokenBy(longer)).hasSize(1).first().asString().contains("longer");
    }
  }

  @Test
  void theTestAddInAndTheOfficesStandBesideEachOther() throws Exception {
    String office = manifest("https://kpi.office.example", false);
    String test = manifest("https://kpi.office.example", true);
    String own = manifest("https://localhost:8443", false);

    assertThat(id(test)).isNotEqualTo(id(office)).isEqualTo(id(own));
    assertThat(office).contains("<DisplayName DefaultValue=\"Quarterday\"/>");
    assertThat(test).contains("<DisplayName DefaultValue=\"Quarterday (Test)\"/>");
    assertThat(office).contains("<Version>1.0.1.0</Version>").doesNotContain("{", "}");
  }

  private static String id(String manifest) {
    return ManifestRules.all(ManifestRules.parse(manifest), "Id").get(0).getTextContent();
  }

  @Test
  void everyAddressLeadsSomewhere() {
    Set<String> addresses =
        ManifestRules.all(ManifestRules.parse(served), "*").stream()
            .map(each -> each.getAttribute("DefaultValue"))
            .filter(value -> value.contains("://"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(addresses)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            address -> {
              assertThat(address).startsWith(server.url() + "/");
              assertThat(server.get(URI.create(address).getPath()).statusCode()).isEqualTo(200);
            });
  }

  @Test
  void everyCommandOfTheRibbonIsOneThatTheScriptKnows() {
    List<String> named =
        ManifestRules.all(ManifestRules.parse(served), "FunctionName").stream()
            .map(Element::getTextContent)
            .toList();
    List<String> known =
        Pattern.compile("\\bassociate\\(\\s*[\"'](\\w+)[\"']")
            .matcher(BuiltIn.text("/web/commands.js"))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(named).containsExactlyInAnyOrderElementsOf(known).doesNotHaveDuplicates();
  }

  @Test
  void everyIconHasThePixelsItPromises() throws Exception {
    for (Element image : ManifestRules.all(ManifestRules.parse(served), "Image")) {
      String address = image.getAttribute("DefaultValue");
      if (!address.isEmpty()) {
        HttpResponse<byte[]> icon = server.get(URI.create(address).getPath());
        var drawn = ImageIO.read(new ByteArrayInputStream(icon.body()));
        int size = Integer.parseInt(image.getAttribute("id").replaceFirst(".*\\.", ""));
        assertThat(drawn.getWidth()).as(address).isEqualTo(size);
        assertThat(drawn.getHeight()).as(address).isEqualTo(size);
      }
    }
  }
}
