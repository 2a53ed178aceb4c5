package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import quarterday.installed.ScriptTools;

/**
 * An Office.js without Excel, for {@code serve --office-js}: Microsoft's own library with the fake
 * Excel of {@code src/test/js/excel} behind it.
 */
final class FakeOffice {
  private static final Path MICROSOFTS =
      ScriptTools.DIRECTORY.resolve("node_modules/@microsoft/office-js/dist/excel-win32-16.01.js");

  private FakeOffice() {}

  /** Puts the scripts into a folder, which is made. */
  static Path writeTo(Path folder) throws IOException, InterruptedException {
    ScriptTools.install();
    Files.createDirectories(folder);
    try (DirectoryStream<Path> scripts =
        Files.newDirectoryStream(ScriptTools.DIRECTORY.resolve("excel"), "*.js")) {
      for (Path script : scripts) {
        if (!script.toString().endsWith(".test.js")) {
          copy(script, folder);
        }
      }
    }
    copy(MICROSOFTS, folder);
    assertThat(folder.resolve("office.js")).exists();
    return folder;
  }

  private static void copy(Path script, Path folder) throws IOException {
    Files.copy(script, folder.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Says what the pages that are opened from now on find in Excel.
   *
   * @param given an object as {@code office.js} describes it, in JavaScript
   */
  static void give(BrowserContext profile, String given) {
    profile.addInitScript("window.givenToFakeExcel = " + given + ";");
  }
}
