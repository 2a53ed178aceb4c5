package quarterday.installed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ProgramTest {
  private static final Program LATHE =
      new Program("The lathe", "apt-get install lathe", "lathe", "old-lathe");

  @TempDir private Path directory;

  @Test
  void aMissingProgramFailsInCi() {
    assertThatThrownBy(() -> LATHE.path(directory.toString(), true, System.err))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("apt-get install lathe");
  }

  @Test
  void aMissingProgramSkipsElsewhereAndSaysSoInOneLine() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    assertThatThrownBy(
            () -> LATHE.path(directory.toString(), false, new PrintStream(said, true, UTF_8)))
        .isInstanceOf(TestAbortedException.class);
    assertThat(said.toString(UTF_8).lines().toList())
        .singleElement()
        .asString()
        .contains("NOT TESTED", "apt-get install lathe");
  }

  @Test
  void anyOfItsNamesWillDo() throws IOException {
    Path file = Files.createFile(directory.resolve("old-lathe"));
    assertThat(file.toFile().setExecutable(true)).isTrue();

    assertThat(LATHE.path(directory.toString(), true, System.err)).isEqualTo(file);
  }
}
