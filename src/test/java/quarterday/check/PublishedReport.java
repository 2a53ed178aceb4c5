package quarterday.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import quarterday.sheet.Sketch;

/** The workbook behind a published report, re-made from the figures that it printed. */
final class PublishedReport {
  private static final Path FOLDER = Path.of("src/test/resources/quarterday/check/reports");

  private PublishedReport() {}

  /** The rows of a file of this folder, headings included. */
  static List<CSVRecord> rows(String name) {
    try (CSVParser rows =
        CSVParser.parse(FOLDER.resolve(name + ".csv"), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report's table on a sheet {@code Report}; a KPI number is merged over its measures. */
  static Sketch sheet(String name) {
    Sketch sheet = Sketch.sheet("Report");
    int row = 0;
    int numbered = 0;
    for (CSVRecord record : rows(name)) {
      List<Object> cells = new ArrayList<>();
      record.forEach(text -> cells.add(cell(text)));
      row++;
      boolean follows = record.get(0).isEmpty();
      if (!follows) {
        merge(sheet, numbered, row - 1);
        numbered = row;
        cells.set(0, record.get(0));
      }
      sheet.row(cells);
    }
    merge(sheet, numbered, row);
    return sheet;
  }

  private static void merge(Sketch sheet, int first, int last) {
    if (first > 1 && last > first) {
      sheet.merge("A" + first + ":A" + last);
    }
  }

  /** What an analyst types: a number, a per cent, or text. */
  private static Object cell(String text) {
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return Double.valueOf(text);
    }
    return text.matches("\\d+(\\.\\d+)?%")
        ? Sketch.formatted(
            new java.math.BigDecimal(text.replace("%", "")).movePointLeft(2).doubleValue(), "0.0%")
        : text;
  }
}
