package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.FileLimits;

class ServerSettingsTest {
  @TempDir private Path folder;

  private Map<ServerLimit, Long> read(String text) throws Exception {
    return ServerSettings.readLimits(Files.writeString(folder.resolve("limits"), text));
  }

  private ServerSettings settings(Map<ServerLimit, Long> limits) {
    return new ServerSettings(
        "127.0.0.1", 8443, true, List.of("KPI.example"), folder, Optional.empty(), "x", limits);
  }

  @Test
  void aFileOverridesWhatItNames() throws Exception {
    Map<ServerLimit, Long> limits = read("# ours\ncells = 1_000\nwork-seconds=5\n");

    ServerSettings settings = settings(limits);

    assertThat(limits).hasSize(2);
    assertThat(settings.file().cells()).isEqualTo(1_000);
    assertThat(settings.limit(ServerLimit.WORK_SECONDS)).isEqualTo(5);
    assertThat(settings.limit(ServerLimit.IDLE_SECONDS))
        .isEqualTo(ServerLimit.IDLE_SECONDS.standard());
  }

  @ParameterizedTest
  @CsvSource({
    "cels=1, There is no limit",
    "cells=, does not take",
    "cells=0, does not take",
    "cells=-1, does not take",
    "cells=many, does not take",
    "cells=99999999999, does not take",
    "idle-seconds=1.5, does not take",
    "cells=\\u00zz, cannot be read"
  })
  void anyOtherLineIsRefused(String line, String sentence) {
    UnusableInput refusal = catchThrowableOfType(UnusableInput.class, () -> read(line));

    assertThat(refusal.code()).isEqualTo("bad-limits");
    assertThat(refusal.sentence()).contains(sentence);
  }

  @Test
  void aMissingFileIsRefused() {
    assertThat(
            catchThrowableOfType(
                    UnusableInput.class, () -> ServerSettings.readLimits(folder.resolve("none")))
                .code())
        .isEqualTo("bad-limits");
  }

  @ParameterizedTest
  @EnumSource(ServerLimit.class)
  void everyLimitTakesItsOwnDefaultAndIsShown(ServerLimit limit) {
    assertThat(limit.parse(Long.toString(limit.standard()))).contains(limit.standard());
    assertThat(settings(Map.of()).shown()).contains("\n" + limit.key() + " = " + limit.standard());
  }

  @Test
  void whatIsShownHasEverythingButTheToken() {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            1,
            true,
            List.of("KPI.example"),
            folder,
            Optional.empty(),
            "secret",
            Map.of());

    assertThat(settings.shown())
        .contains("protocol = https", "hosts = kpi.example", "token = given")
        .doesNotContain("secret");
  }

  @Test
  void whatTheAddInIsToldIsShownAndItsNameAnsweredTo() throws Exception {
    AddInSettings addIn =
        new AddInSettings(
            Optional.of(Origin.parse("https://Panel.example")), true, Optional.of(folder));
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            1,
            true,
            List.of("kpi.example"),
            folder,
            Optional.empty(),
            "x",
            Map.of(),
            addIn);

    assertThat(settings.shown())
        .contains(
            "hosts = kpi.example, panel.example\n",
            "origin = https://panel.example\n",
            "test-add-in = true\n",
            "office-js = " + folder + "\n");
    assertThat(settings(Map.of()).shown())
        .contains(
            "origin = as asked\n",
            "test-add-in = false\n",
            "office-js = https://appsforoffice.microsoft.com/lib/1/hosted/office.js\n");
  }

  @Test
  void aServerTakesNoLargerFilesThanTheCommandLine() {
    FileLimits file = settings(Map.of()).file();

    assertThat(file.fileBytes()).isLessThanOrEqualTo(FileLimits.DEFAULT.fileBytes());
    assertThat(file.unpackedBytes()).isLessThanOrEqualTo(FileLimits.DEFAULT.unpackedBytes());
    assertThat(file.cells()).isLessThanOrEqualTo(FileLimits.DEFAULT.cells());
  }
}
