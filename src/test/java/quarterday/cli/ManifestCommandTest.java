package quarterday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestCommandTest {
  @TempDir private Path folder;

  private record Said(int exit, String out, String err) {}

  private Said manifest(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> command = new ArrayList<>(List.of("manifest"));
    command.addAll(List.of(options));
    int exit =
        Quarterday.run(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            command.toArray(String[]::new));
    return new Said(exit, out.toString(), err.toString());
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theManifestIsWrittenForAnOrigin() throws Exception {
    Said said = manifest("--origin", "https://kpi.office.example", "-o", file("m.xml"));

    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEqualTo("Written to " + file("m.xml") + ".\n");
    assertThat(Files.readString(folder.resolve("m.xml")))
        .contains("\"https://kpi.office.example/taskpane.html\"", "DefaultValue=\"Quarterday\"");

    manifest("--origin", "https://kpi.office.example", "-o", file("t.xml"), "--test", "--quiet");
    assertThat(Files.readString(folder.resolve("t.xml"))).contains("Quarterday (Test)");
  }

  @Test
  void aRegistryFileForASharedFolderGoesWithIt() throws Exception {
    Said said =
        manifest(
            "--origin",
            "https://kpi.office.example",
            "-o",
            file("m.xml"),
            "--registry",
            file("trust.reg"),
            "--share",
            "\\\\server\\share");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.err()).hasLineCount(2);
    assertThat(Files.readString(folder.resolve("trust.reg"), StandardCharsets.UTF_16LE))
        .contains("TrustedCatalogs", "\\\\\\\\server\\\\share");
  }

  @ParameterizedTest
  @CsvSource({
    "--origin http://kpi.office.example -o m.xml, Excel opens add-ins over https only",
    "--origin kpi.office.example -o m.xml, is not the address of a server",
    "--origin https://kpi.example -o m.txt, does not end in .xml",
    "--origin https://kpi.example -o none/m.xml, There is no folder",
    "--origin https://kpi.example -o m.xml --registry r.reg --share X:, is not the network path",
    "--origin https://kpi.example -o m.xml --registry r.txt --share X:, does not end in .reg",
    "--origin https://kpi.example -o m.xml --registry r.reg, --share",
    "-o m.xml, Give --origin URL.",
    "--origin https://kpi.example, Give -o OUT.xml."
  })
  void whatCannotBeUsedIsSaidAndNothingIsWritten(String options, String sentence) throws Exception {
    List<String> words = new ArrayList<>();
    for (String word : options.split(" ")) {
      words.add(word.matches(".*\\.(xml|txt|reg)") ? file(word) : word);
    }

    Said said = manifest(words.toArray(String[]::new));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(sentence).hasLineCount(1);
    try (var written = Files.list(folder)) {
      assertThat(written).isEmpty();
    }
  }
}
