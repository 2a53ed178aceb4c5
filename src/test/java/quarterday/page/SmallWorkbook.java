package quarterday.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook with one measure that stands out in its last month, and one error, in F2. */
final class SmallWorkbook {
  private SmallWorkbook() {}

  /** Writes it, with this figure in the last month. */
  static void write(Path file, double last) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet("Figures <b>");
      XSSFRow header = sheet.createRow(0);
      XSSFRow row = sheet.createRow(1);
      header.createCell(0).setCellValue("Measure");
      row.createCell(0).setCellValue("Visits <script>alert(1)</script>");
      for (int i = 1; i <= 15; i++) {
        header
            .createCell(i)
            .setCellValue("%d-%02d".formatted(2019 + (i + 2) / 12, (i + 2) % 12 + 1));
        row.createCell(i).setCellValue(i == 15 ? last : 10 + i % 3);
      }
      row.getCell(5).setCellValue("about ten");
      book.write(out);
    }
  }
}
