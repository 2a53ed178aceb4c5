package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.UnusableInput;

class AddInTest {
  @TempDir private Path folder;

  private static AddIn office() throws UnusableInput {
    return AddIn.at(Origin.parse("https://kpi.office.example"), false, "0.1.0");
  }

  private static AddIn test() throws UnusableInput {
    return AddIn.at(Origin.parse("https://localhost:8443"), false, "0.1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 1.0.1.0",
    "2.10.3, 1.2.10.3",
    "0.1.0-SNAPSHOT, 1.0.1.0",
    "development, 1.0.0.0"
  })
  void itsVersionHasFourNumbersFromOneOn(String product, String version) throws Exception {
    assertThat(AddIn.at(Origin.parse("https://kpi.example"), false, product).version())
        .isEqualTo(version);
  }

  private record Said(int exit, String out) {}

  private Said sh(String script) throws Exception {
    Path said = folder.resolve("said.txt");
    ProcessBuilder shell =
        new ProcessBuilder("sh")
            .redirectInput(Files.writeString(folder.resolve("script"), script).toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    shell.environment().put("HOME", folder.resolve("my home").toString());
    Process process = shell.start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), Files.readString(said));
  }

  private List<Path> files(Path below) throws Exception {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void onAMacItsManifestComesAndGoes() throws Exception {
    Path excel =
        Files.createDirectories(folder.resolve("my home/Library/Containers/com.microsoft.Excel"));
    Path wef = excel.resolve("Data/Documents/wef");

    Said installed = sh(office().script("install.sh"));
    assertThat(installed.exit()).as(installed.out()).isZero();
    assertThat(installed.out()).contains("Wrote " + wef, "Quarterday is installed");
    sh(test().script("install.sh"));
    sh(test().script("install.sh"));

    assertThat(files(excel)).hasSize(2);
    assertThat(wef.resolve(office().id() + ".manifest.xml")).hasContent(office().manifest());
    assertThat(wef.resolve(test().id() + ".manifest.xml")).hasContent(test().manifest());

    Said gone = sh(office().script("uninstall.sh"));
    assertThat(gone.out()).contains("Removed " + wef, "Quarterday is uninstalled");
    assertThat(files(excel)).hasSize(1);
    sh(test().script("uninstall.sh"));
    assertThat(files(excel)).isEmpty();
    assertThat(sh(office().script("uninstall.sh")))
        .isEqualTo(
            new Said(0, "Quarterday was not installed for this user; nothing was changed.\n"));
  }

  @Test
  void onAMacWithoutExcelNothingIsWritten() throws Exception {
    Files.createDirectories(folder.resolve("my home"));

    Said said = sh(office().script("install.sh"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).startsWith("You have not used Excel on this Mac yet");
    assertThat(files(folder.resolve("my home"))).isEmpty();
  }

  @Test
  void aScriptForAMacThatBreaksOffDoesNothing() throws Exception {
    Files.createDirectories(folder.resolve("my home/Library/Containers/com.microsoft.Excel"));
    String whole = office().script("install.sh");

    sh(whole.substring(0, whole.lastIndexOf("install")));

    assertThat(files(folder.resolve("my home"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"install.ps1", "uninstall.ps1"})
  void aScriptForWindowsIsPlainAndWhole(String name) throws Exception {
    String script = office().script(name);

    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(script)).isTrue();
    assertThat(script).contains("$ErrorActionPreference = 'Stop'", office().id());
    // Nothing that needs an administrator, and no place left unfilled.
    assertThat(script).doesNotContain("HKLM", "RunAs", "{id}", "{manifest}", "{name}", "{origin}");
    String code = script.replaceAll("(?s)@'\\n.*?\\n'@", "''").replaceAll("(?m)^#.*$", "");
    for (String pair : List.of("{}", "()")) {
      assertThat(count(code, pair.charAt(0))).isEqualTo(count(code, pair.charAt(1)));
    }
    assertThat(count(code, '\'') % 2).isZero();
    assertThat(count(code, '"') % 2).isZero();
  }

  private static long count(String text, int character) {
    return text.chars().filter(c -> c == character).count();
  }

  @Test
  void onWindowsTheScriptCarriesTheManifestAndUninstallingUndoesEachStep() throws Exception {
    String install = office().script("install.ps1");
    String uninstall = office().script("uninstall.ps1");

    assertThat(install).contains("@'\n" + office().manifest().stripTrailing() + "\n'@\n");
    // A line that begins so would end the manifest early.
    assertThat(office().manifest().lines()).noneMatch(line -> line.startsWith("'@"));
    for (String assignment : List.of("$folder", "$file", "$key")) {
      assertThat(assigned(install, assignment)).isEqualTo(assigned(uninstall, assignment));
    }
    assertThat(install).contains("WriteAllText($file", "New-ItemProperty -Force -Path $key");
    assertThat(uninstall).contains("Remove-ItemProperty -Path $key", "Remove-Item -Path $file");
  }

  private static String assigned(String script, String variable) {
    var found = Pattern.compile("(?m)^ *" + Pattern.quote(variable) + " = (.*)$").matcher(script);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aSharedFolderIsTrustedByARegistryFile() throws Exception {
    byte[] file = AddIn.registry("\\\\server\\share\\add-ins\\");
    String text = new String(file, StandardCharsets.UTF_16LE);
    String key = text.replaceAll("(?s).*TrustedCatalogs\\\\(\\{[0-9a-f-]{36}\\})\\].*", "$1");

    assertThat(text)
        .isEqualTo(
            "\ufeffWindows Registry Editor Version 5.00\r\n\r\n"
                + "[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\"
                + key
                + "]\r\n\"Id\"=\""
                + key
                + "\"\r\n\"Url\"=\"\\\\\\\\server\\\\share\\\\add-ins\"\r\n"
                + "\"Flags\"=dword:00000001\r\n");
    assertThat(AddIn.registry("\\\\SERVER\\share\\add-ins"))
        .asString(StandardCharsets.UTF_16LE)
        .contains(key);
    assertThat(AddIn.registry("\\\\server\\other"))
        .asString(StandardCharsets.UTF_16LE)
        .doesNotContain(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "C:\\add-ins",
        "\\\\server",
        "//server/share",
        "\\\\server\\a\"b",
        "\\\\s\\a\nb"
      })
  void whatIsNoSharedFolderIsRefused(String share) {
    UnusableInput refusal = catchThrowableOfType(UnusableInput.class, () -> AddIn.registry(share));

    assertThat(refusal.code()).isEqualTo("bad-share");
    assertThat(refusal.remedy()).contains("\\\\server\\share");
  }
}
