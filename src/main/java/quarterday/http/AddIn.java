package quarterday.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.sheet.UnusableInput;

/**
 * The add-in for Excel, as it is installed from one server.
 *
 * @param origin where its pages come from
 * @param test whether it is the test one, which Excel keeps apart from the office's own
 * @param version its version, four numbers with points between
 */
public record AddIn(Origin origin, boolean test, String version) {
  private static final String ID = "50e51316-5bc1-4b5a-9bef-0d9b3dc88793";
  private static final String TEST_ID = "53c5ed7d-b9a9-430d-9726-41d304ee29bc";
  private static final Pattern PLACE = Pattern.compile("\\{(origin|id|name|version|manifest)\\}");
  private static final Pattern RELEASE = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})");
  private static final Pattern SHARE =
      Pattern.compile(
          "\\\\\\\\[^\\\\/:*?\"<>|\\p{Cntrl}]+(?:\\\\[^\\\\/:*?\"<>|\\p{Cntrl}]+)+\\\\?");

  /**
   * The add-in of a server. One that only its own machine reaches is always a test one, so that it
   * can stand beside the office's.
   *
   * @param test whether it is the test one wherever it is reached
   * @param product the product's version, such as 0.1.0; what is none counts as before all others
   */
  public static AddIn at(Origin origin, boolean test, String product) {
    Matcher release = RELEASE.matcher(product);
    // Office refuses versions below 1.0, and its web edition those without four numbers.
    String version = "1." + (release.lookingAt() ? release.group() : "0.0.0");
    return new AddIn(origin, test || origin.isLoopback(), version);
  }

  /** By this Excel knows it again. */
  String id() {
    return test ? TEST_ID : ID;
  }

  /** The manifest: what Excel is told about it, as XML. */
  public String manifest() {
    return filled(BuiltIn.text("/manifest/quarterday.xml"), Map.of());
  }

  /**
   * A script that installs or uninstalls it for the user who runs it.
   *
   * @param name such as {@code install.ps1}
   */
  String script(String name) {
    return filled(
        BuiltIn.text("/quarterday/http/" + name), Map.of("manifest", manifest().stripTrailing()));
  }

  /**
   * What makes Excel on Windows trust the shared folder that the manifest is put into: a registry
   * file in the encoding that Windows wants, for the user who opens it.
   *
   * @param folder its network path, such as {@code \\server\share\add-ins}
   * @throws UnusableInput if that is no network path
   */
  public static byte[] registry(String folder) throws UnusableInput {
    if (!SHARE.matcher(folder).matches()) {
      throw new UnusableInput(
          "bad-share",
          "\u201c" + folder + "\u201d is not the network path of a shared folder.",
          "Give with --share a path such as \\\\server\\share\\add-ins.");
    }
    String plain = folder.endsWith("\\") ? folder.substring(0, folder.length() - 1) : folder;
    // The same folder has the same key whenever the file is made, and is trusted once.
    String key =
        "{"
            + UUID.nameUUIDFromBytes(
                plain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
            + "}";
    String text =
        """
        Windows Registry Editor Version 5.00

        [HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{key}]
        "Id"="{key}"
        "Url"="{folder}"
        "Flags"=dword:00000001
        """
            .replace("{key}", key)
            .replace("{folder}", plain.replace("\\", "\\\\"))
            .replace("\n", "\r\n");
    return ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
  }

  private String filled(String template, Map<String, String> more) {
    Map<String, String> values =
        Map.of(
            "origin",
            origin.toString(),
            "id",
            id(),
            "name",
            test ? "Quarterday (Test)" : "Quarterday",
            "version",
            version);
    return PLACE
        .matcher(template)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    values.getOrDefault(place.group(1), more.getOrDefault(place.group(1), ""))));
  }
}
