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

  /** The fake Excel does not calculate: a formula gives what the plan that wrote it says. */
  private static final String CALCULATES =
      """
      {
        const values = new Map();
        const parse = JSON.parse;
        const column = (number) =>
          (number < 26 ? '' : column(Math.floor(number / 26) - 1))
            + String.fromCharCode(65 + number % 26);
        const indexes = (cell) => {
          const [, letters, row] = /^([A-Z]+)([0-9]+)/.exec(cell);
          const left = [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
          return { left, top: Number(row) };
        };
        JSON.parse = (text, ...more) => {
          const parsed = parse(text, ...more);
          for (const edit of parsed?.plan?.edits ?? []) {
            edit.formulas?.forEach((row, i) => row.forEach((formula, j) => {
              if (formula !== null) {
                const { left, top } = indexes(edit.block);
                values.set(`${edit.sheet}!${column(left + j)}${top + i}`, edit.values[i][j] ?? '');
              }
            }));
          }
          return parsed;
        };
        window.givenToFakeExcel.calculate = (sheet, cell) => values.get(`${sheet}!${cell}`) ?? 0;
      }""";

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
    profile.addInitScript("window.givenToFakeExcel = " + given + ";" + CALCULATES);
  }
}
