package quarterday.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchWorkbooksTest {
  @Test
  void theSmallOneHasFortyMeasuresOfFortyFiveMonthsToJune2020(@TempDir Path directory)
      throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(BenchWorkbooks.S.write(directory).toFile().getPath())) {
      Sheet sheet = book.getSheet("Measures 1");
      Row header = sheet.getRow(2);
      Set<String> names = new HashSet<>();
      long figures = 0;
      for (int row = 3; row <= sheet.getLastRowNum(); row++) {
        names.add(sheet.getRow(row).getCell(1).getStringCellValue());
        for (Cell cell : sheet.getRow(row)) {
          figures += cell.getCellType() == CellType.NUMERIC ? 1 : 0;
        }
      }

      assertThat(book.getNumberOfSheets()).isEqualTo(1);
      assertThat(header.getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2016, 10, 1, 0, 0));
      assertThat(header.getCell(47).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2020, 6, 1, 0, 0));
      assertThat(header.getCell(48).getStringCellValue()).isEqualTo("Commentary");
      assertThat(names).hasSize(40);
      assertThat(figures).isEqualTo(40 * 45);
    }
  }

  @Test
  void itsFiguresAreTheSameEachTime(@TempDir Path one, @TempDir Path other) throws IOException {
    assertThat(figures(BenchWorkbooks.S.write(one)))
        .isEqualTo(figures(BenchWorkbooks.S.write(other)));
  }

  private static String figures(Path file) throws IOException {
    StringBuilder figures = new StringBuilder();
    try (XSSFWorkbook book = new XSSFWorkbook(file.toString())) {
      for (Row row : book.getSheetAt(0)) {
        row.forEach(cell -> figures.append(cell).append(';'));
      }
    }
    return figures.toString();
  }
}
