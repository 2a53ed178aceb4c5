package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.installed.ScriptTools;
import quarterday.installed.ScriptTools.Said;

/** The pages' scripts, checked by the tools that {@code src/test/js} names. */
class ScriptsTest {
  private static final String OF_EXCEL_API_1_14 =
      """
      /** @param {Excel.Range} range */
      export const before = (range) => [range.getDirectPrecedents(), range.getPrecedents()];
      """;

  @TempDir private static Path directory;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    ScriptTools.install();
  }

  @ParameterizedTest
  @ValueSource(strings = {"types", "style", "units"})
  void theScriptsPass(String check) throws IOException, InterruptedException {
    Said said = ScriptTools.script(check);

    assertThat(said.exit()).as(said.text()).isZero();
  }

  @Test
  void aWrongTypeAndACallThatNotEveryExcelKnowsAreFound() throws IOException, InterruptedException {
    Path wrong = directory.resolve("wrong.js");
    Files.writeString(wrong, "/** @type {number} */\nexport const count = 'three';\n");
    Path later = directory.resolve("later.js");
    Files.writeString(later, OF_EXCEL_API_1_14);
    // The one script that asks at run time what there is.
    Path newer = Files.createDirectories(directory.resolve("excel")).resolve("newer.js");
    Files.writeString(newer, OF_EXCEL_API_1_14);

    Said said = ScriptTools.node("types.js", wrong.toString(), later.toString(), newer.toString());

    assertThat(said.exit()).isNotZero();
    assertThat(said.text())
        .contains("wrong.js", "not assignable to type 'number'")
        .contains("later.js", "'getPrecedents' does not exist on type 'Range'")
        .doesNotContain("newer.js");
  }

  @Test
  void theLockNamesNoHost() throws IOException {
    assertThat(ScriptTools.DIRECTORY.resolve("package-lock.json"))
        .content()
        .doesNotContain("\"resolved\"");
  }
}
