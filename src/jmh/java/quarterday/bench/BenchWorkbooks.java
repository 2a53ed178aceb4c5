package quarterday.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook to measure with: wide tables, one row a measure and one column a month, the last month
 * June 2020. The same workbook has the same figures each time.
 */
public enum BenchWorkbooks {
  /** An office's: 40 measures, 45 months. */
  S(40, 45),
  /** A force's: 80 measures, 45 months, and a chart for each. */
  FORCE(80, 45),
  /** A force's with its districts: 500 measures, 120 months. */
  M(500, 120),
  /** More than anybody has been seen to keep: 5,000 measures, 120 months, 600,000 values. */
  L(5_000, 120);

  private static final YearMonth LAST = YearMonth.of(2020, 6);
  private static final int MEASURES_A_SHEET = 500;
  private static final int HEADER = 2;
  private static final int FIRST_MONTH = 3;
  private static final List<String> SUBJECTS =
      List.of("E-mails", "Letters", "Calls", "Visits", "Meetings", "Incidents", "Outcomes");

  private final int measures;
  private final int months;

  BenchWorkbooks(int measures, int months) {
    this.measures = measures;
    this.months = months;
  }

  /** How many measures it has, over all sheets. */
  public int measures() {
    return measures;
  }

  /** How many months each measure has. */
  public int months() {
    return months;
  }

  /** Writes the workbook into a directory and gives its file. */
  public Path write(Path directory) throws IOException {
    Path file = directory.resolve(name() + ".xlsx");
    try (SXSSFWorkbook book = new SXSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle month = book.createCellStyle();
      month.setDataFormat(book.createDataFormat().getFormat("mmm\\-yy"));
      for (int first = 0; first < measures; first += MEASURES_A_SHEET) {
        Sheet sheet = book.createSheet("Measures " + (first / MEASURES_A_SHEET + 1));
        sheet.createRow(0).createCell(0).setCellValue("Performance by month");
        writeHeader(sheet.createRow(HEADER), month);
        int last = Math.min(first + MEASURES_A_SHEET, measures);
        for (int measure = first; measure < last; measure++) {
          writeMeasure(sheet.createRow(HEADER + 1 + measure - first), measure);
        }
      }
      book.write(out);
    }
    return file;
  }

  private void writeHeader(Row row, CellStyle style) {
    row.createCell(0).setCellValue("KPI");
    row.createCell(1).setCellValue("Measure");
    row.createCell(2).setCellValue("Unit");
    for (int i = 0; i < months; i++) {
      row.createCell(FIRST_MONTH + i).setCellValue(LAST.minusMonths(months - 1L - i).atDay(1));
      row.getCell(FIRST_MONTH + i).setCellStyle(style);
    }
    row.createCell(FIRST_MONTH + months).setCellValue("Commentary");
  }

  /**
   * Counts about a mean of the measure's own. Every fifth measure shifts upwards in its last nine
   * months and every seventh ends far out, so that all states are met.
   */
  private void writeMeasure(Row row, int measure) {
    Random random = new Random(measure);
    row.createCell(0).setCellValue(measure / 10 + 1 + "." + measure % 10);
    row.createCell(1).setCellValue(name(measure));
    row.createCell(2).setCellValue("count");
    double mean = 50 + random.nextInt(950);
    double spread = mean / 12;
    for (int i = 0; i < months; i++) {
      double value = mean + spread * random.nextGaussian();
      if (measure % 5 == 0 && i >= months - 9) {
        value += 2 * spread;
      }
      if (measure % 7 == 0 && i == months - 1) {
        value += 8 * spread;
      }
      row.createCell(FIRST_MONTH + i).setCellValue(Math.max(0, Math.rint(value)));
    }
    row.createCell(FIRST_MONTH + months)
        .setCellValue(measure % 3 == 0 ? "A busy quarter for the team." : "");
  }

  private static String name(int measure) {
    return String.format(
        Locale.ROOT, "%s in district %d", SUBJECTS.get(measure % SUBJECTS.size()), measure + 1);
  }
}
