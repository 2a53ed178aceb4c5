package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import quarterday.cli.Quarterday;

/** A workbook completed by the command line, and the results in its rows. */
final class CompletedWorkbook {
  private CompletedWorkbook() {}

  /** Completes the workbook into the target, which it gives back. */
  static Path of(Path workbook, Path target, String... options) {
    List<String> args =
        Stream.concat(
                Stream.of("complete", workbook.toString(), "-o", target.toString()),
                Stream.of(options))
            .toList();
    StringWriter said = new StringWriter();
    int exit =
        Quarterday.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(said),
            new PrintWriter(said),
            args.toArray(String[]::new));
    assertThat(exit).describedAs(said.toString()).isZero();
    return target;
  }

  /** The cells of a measure's row in the results, by the start of their heading. */
  static Map<String, Cell> row(XSSFWorkbook book, String sheetName, String measure) {
    XSSFSheet sheet = book.getSheet(sheetName);
    Row header = sheet.getRow(3);
    for (Row row : sheet) {
      Cell name = row.getCell(1);
      if (name != null
          && name.getCellType() == CellType.STRING
          && name.getStringCellValue().equals(measure)) {
        Map<String, Cell> cells = new HashMap<>();
        for (Cell heading : header) {
          if (heading.getCellType() == CellType.STRING) {
            String text = heading.getStringCellValue().replaceAll(" \\(.*", "");
            cells.put(text, row.getCell(heading.getColumnIndex()));
          }
        }
        return cells;
      }
    }
    throw new AssertionError("No measure " + measure + " on " + sheetName);
  }

  /** The number that a formula in the row gives. */
  static double number(Map<String, Cell> row, String heading) {
    Cell cell = row.get(heading);
    assertThat(cell.getCellType()).describedAs(heading).isEqualTo(CellType.FORMULA);
    return cell.getNumericCellValue();
  }
}
