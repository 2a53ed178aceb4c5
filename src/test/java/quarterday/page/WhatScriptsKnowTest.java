package quarterday.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quarterday.complete.Completion;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.kpi.Setting;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/**
 * The scripts that touch Excel name no sheet, no heading and no setting, and no script a colour:
 * all of these come from the server. (The pages' own words may be the same as a heading's.)
 */
class WhatScriptsKnowTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/web");
  private static final Pattern LITERAL =
      Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|`([^`]*)`");
  private static final Pattern COLOUR =
      Pattern.compile("#?[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}|rgba?\\(.*");

  private static Set<String> known;

  @BeforeAll
  static void gather() throws UnusableInput {
    known = new TreeSet<>();
    for (String name : List.of("opcc-kpi-example.xlsx", "force-performance-example.xlsx")) {
      Snapshot workbook = XlsxFile.read(Path.of("workbook-templates", name));
      workbook.sheets().stream().map(SheetSnapshot::name).forEach(known::add);
      for (Edit edit : Completion.complete(workbook, Map.of(), "test").plan().edits()) {
        if (edit instanceof Edit.AddSheet added) {
          known.add(added.sheet());
        } else if (edit instanceof Edit.PutCells put) {
          put.rows().stream()
              .flatMap(List::stream)
              .filter(cell -> cell.look().isUnderlined())
              .map(CellPlan::content)
              .forEach(content -> content.text().ifPresent(known::add));
        }
      }
    }
    for (Setting setting : Setting.values()) {
      known.add(setting.label());
    }
  }

  @Test
  void noScriptNamesWhatTheServerNames() throws IOException {
    assertThat(known).hasSizeGreaterThan(60).contains("SPC data", "Mean", "Window months");
    try (Stream<Path> scripts = Files.walk(SCRIPTS)) {
      List<Path> all = scripts.filter(path -> path.toString().endsWith(".js")).toList();
      assertThat(all).hasSizeGreaterThan(20);
      for (Path script : all) {
        boolean touchesExcel = script.getParent().endsWith("excel");
        assertThat(named(Files.readString(script)))
            .as(script.toString())
            .filteredOn(text -> touchesExcel || COLOUR.matcher(text).matches())
            .isEmpty();
      }
      assertThat(all).anyMatch(script -> script.endsWith("excel/apply-plan.js"));
    }
  }

  @Test
  void whatIsPlantedIsFound() {
    assertThat(
            named(
                "const a = 'SPC data';\nconst b = [\"Lower limit\", `Window months`];\n"
                    + "range.format.fill.color = '#1F3864'; const c = 'B3261E';"))
        .containsExactly("SPC data", "Lower limit", "Window months", "#1F3864", "B3261E");
    assertThat(named("// A remark on 'SPC data'\n/* and 'Mean' */ const a = 'meaning';")).isEmpty();
  }

  @Test
  void theScriptsKnowChartsOfOursByTheirPrefix() throws IOException {
    assertThat(SCRIPTS.resolve("excel/snapshot.js"))
        .content()
        .contains("'" + ChartPlan.PREFIX + "'");
  }

  /** The literals of a script that it should not have. */
  private static List<String> named(String script) {
    List<String> named = new ArrayList<>();
    String code =
        script
            .replaceAll("(?s)/\\*.*?\\*/", "")
            .replaceAll("(?m)(?<![:'\"`])//(?!.*['\"`]).*$", "");
    Matcher literal = LITERAL.matcher(code.replaceAll("(?m)^\\s*//.*$", ""));
    while (literal.find()) {
      for (int group = 1; group <= 3; group++) {
        String text = literal.group(group);
        if (text != null && (known.contains(text) || COLOUR.matcher(text).matches())) {
          named.add(text);
        }
      }
    }
    return named;
  }
}
