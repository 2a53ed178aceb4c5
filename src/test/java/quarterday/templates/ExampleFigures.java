package quarterday.templates;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The figures that a finished template holds, read from its cells and from nothing else: what a
 * month, a quarter or a year comes to by the rules on its own Measures sheet.
 */
final class ExampleFigures {
  private static final Pattern QUARTER = Pattern.compile("\\d{4}/\\d{2} Q[1-4]");
  private static final Pattern MARKED = Pattern.compile("(\\d+(?:\\.\\d+)?) \\[[pbre]]");

  /** A row of the sheet Measures, by its headings. */
  record MeasureRow(Map<String, String> cells) {
    String get(String heading) {
      return cells.getOrDefault(heading, "");
    }
  }

  /** A row of the sheet Adjustments. */
  record AdjustmentRow(String measure, YearMonth month, String kind, String reason) {}

  private final Map<String, MeasureRow> measures = new LinkedHashMap<>();
  private final Map<String, Map<YearMonth, Optional<BigDecimal>>> months = new LinkedHashMap<>();
  private final Set<String> byQuarter = new HashSet<>();
  private final Map<String, String> commentary = new LinkedHashMap<>();
  private final List<AdjustmentRow> adjustments = new ArrayList<>();

  private ExampleFigures(XSSFWorkbook book) {
    DataFormatter shown = new DataFormatter();
    Sheet list = book.getSheet("Measures");
    for (Row row : list) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Cell cell : row) {
        cells.put(
            shown.formatCellValue(list.getRow(3).getCell(cell.getColumnIndex())),
            shown.formatCellValue(cell));
      }
      if (row.getRowNum() > 3 && !cells.get("Id").isEmpty()) {
        measures.put(cells.get("Id"), new MeasureRow(cells));
      }
    }
    measures.values().stream()
        .map(m -> m.get("Section"))
        .distinct()
        .map(book::getSheet)
        .forEach(this::read);
    for (Row row : book.getSheet("Adjustments")) {
      if (row.getRowNum() > 3 && !shown.formatCellValue(row.getCell(0)).isEmpty()) {
        adjustments.add(
            new AdjustmentRow(
                row.getCell(0).getStringCellValue(),
                YearMonth.from(row.getCell(1).getLocalDateTimeCellValue()),
                row.getCell(2).getStringCellValue(),
                row.getCell(3).getStringCellValue()));
      }
    }
  }

  /** Reads a committed template. */
  static ExampleFigures of(Template template, Edition edition) throws IOException {
    try (InputStream in = Files.newInputStream(template.file(edition));
        XSSFWorkbook book = (XSSFWorkbook) WorkbookFactory.create(in)) {
      return new ExampleFigures(book);
    }
  }

  private void read(Sheet sheet) {
    Row header = sheet.getRow(3);
    for (Row row : sheet) {
      Cell name = row.getCell(1);
      if (row.getRowNum() <= 3 || name == null || name.getCellType() != CellType.STRING) {
        continue;
      }
      Map<YearMonth, Optional<BigDecimal>> series = new TreeMap<>();
      for (Cell head : header) {
        Cell cell = row.getCell(head.getColumnIndex());
        if (head.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(head)) {
          series.put(YearMonth.from(head.getLocalDateTimeCellValue()), number(cell));
        } else if (QUARTER.matcher(head.getStringCellValue()).matches()) {
          series.put(monthsOf(head.getStringCellValue()).get(2), number(cell));
          byQuarter.add(id(name.getStringCellValue()));
        } else if (head.getStringCellValue().equals("Commentary")) {
          commentary.put(id(name.getStringCellValue()), cell.getStringCellValue());
        }
      }
      if (months.put(id(name.getStringCellValue()), series) != null) {
        throw new IllegalStateException("Two rows for " + name.getStringCellValue());
      }
    }
  }

  private static Optional<BigDecimal> number(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    if (type == CellType.NUMERIC) {
      return Optional.of(
          new BigDecimal(Double.toString(cell.getNumericCellValue())).round(new MathContext(15)));
    }
    Matcher marked = MARKED.matcher(type == CellType.STRING ? cell.getStringCellValue() : "");
    return marked.matches() ? Optional.of(new BigDecimal(marked.group(1))) : Optional.empty();
  }

  /** The measures in the order of the Measures sheet. */
  List<String> ids() {
    return List.copyOf(measures.keySet());
  }

  /** The measure's row on the Measures sheet. */
  MeasureRow measure(String id) {
    return measures.get(id);
  }

  /** The measure of this name. */
  String id(String name) {
    return measures.entrySet().stream()
        .filter(entry -> entry.getValue().get("Measure").equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Not on the Measures sheet: " + name));
  }

  /** The measure's commentary, empty where there is none. */
  String commentary(String id) {
    return commentary.getOrDefault(id, "");
  }

  /** What is recorded on the Adjustments sheet. */
  List<AdjustmentRow> adjustments() {
    return List.copyOf(adjustments);
  }

  /** The months of the measure's sheet, or its quarters' last, with the number of each, if any. */
  Map<YearMonth, Optional<BigDecimal>> months(String id) {
    return months.get(id);
  }

  /**
   * What a period comes to: a month such as {@code 2018-12}, a quarter such as {@code 2020/21 Q1}
   * or a year such as {@code 2019/20}. Empty where a month is missing.
   */
  Optional<BigDecimal> figure(String id, String period) {
    return figure(id, monthsOf(period));
  }

  private Optional<BigDecimal> figure(String id, List<YearMonth> period) {
    MeasureRow measure = measures.get(id);
    if (byQuarter.contains(id) && period.size() == 3) {
      return months.get(id).getOrDefault(period.get(2), Optional.empty());
    }
    List<BigDecimal> values = values(id, period);
    if (values.size() < period.size()) {
      return Optional.empty();
    }
    BigDecimal sum = sum(values);
    BigDecimal last = values.get(values.size() - 1);
    return switch (period.size() == 1 ? "Last value" : measure.get("Quarter rule")) {
      case "Sum" -> Optional.of(sum);
      case "Last value" -> Optional.of(last);
      case "Mean" -> Optional.of(by(sum, BigDecimal.valueOf(values.size())));
      case "Ratio of sums" ->
          figure(id(measure.get("Numerator")), period)
              .flatMap(
                  over ->
                      figure(id(measure.get("Denominator")), period).map(under -> by(over, under)));
      case "Weighted mean" -> {
        List<BigDecimal> weights = values(id(measure.get("Denominator")), period);
        List<BigDecimal> products = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
          products.add(values.get(i).multiply(weights.get(i)));
        }
        yield Optional.of(by(sum(products), sum(weights)));
      }
      default -> Optional.empty();
    };
  }

  private List<BigDecimal> values(String id, List<YearMonth> period) {
    return period.stream()
        .flatMap(month -> months.get(id).getOrDefault(month, Optional.empty()).stream())
        .toList();
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal by(BigDecimal over, BigDecimal under) {
    return over.divide(under, new MathContext(15, RoundingMode.HALF_UP));
  }

  private static List<YearMonth> monthsOf(String period) {
    if (period.matches("\\d{4}-\\d{2}")) {
      return List.of(YearMonth.parse(period));
    }
    YearMonth april = YearMonth.of(Integer.parseInt(period.substring(0, 4)), 4);
    boolean quarter = period.contains("Q");
    int from = quarter ? 3 * (period.charAt(period.length() - 1) - '1') : 0;
    return Stream.iterate(april.plusMonths(from), month -> month.plusMonths(1))
        .limit(quarter ? 3 : 12)
        .toList();
  }
}
