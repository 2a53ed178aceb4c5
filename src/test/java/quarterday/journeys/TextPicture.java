package quarterday.journeys;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlBoolean;
import org.apache.xmlbeans.XmlDouble;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import quarterday.sheet.Address;
import quarterday.sheet.Block;

/**
 * A workbook drawn as text, or what an analyst does to one.
 *
 * <pre>
 * == Engagement ==                       the sheet that the lines below are about
 * # why it is so                         a remark
 * A4: KPI | Measure | months Apr-19..Jun-20     cells from A4 to the right
 * A5: 1.1 | Meetings held | {100 ~12 x15 seed 3}
 * C6:Q6: =SUM(C4:C5)                     one formula in every cell, moving along
 * </pre>
 *
 * <p>A cell is a number ({@code 12.5}), a real date shown as mmm-yy ({@code @2020-04-01}), a
 * fraction in a per cent format ({@code %0.96}), pounds ({@code £1200}), a fault ({@code #DIV/0!}),
 * a formula with its value ({@code =A1+1 -> 2}; without one it is worked out), text whatever it
 * looks like ({@code "1134"}), nothing (empty or {@code _}), or else text, where {@code \n} starts
 * a line.
 *
 * <p>Runs: {@code months Apr-19..Jun-20} are real dates; {@code [12 15 _ 9]} are cells; {@code {100
 * ~12 x15 seed 3}} are fifteen figures from 88 to 112, of which figure n, from 0, is 100 - 12 + (3
 * + 7n + 3n²) mod 25; {@code %{96 ~2 x15 seed 1}} are the same as fractions of a hundred in a per
 * cent format. A later line overwrites an earlier one.
 *
 * <p>Directives about the sheet: {@code merge A5:A7}, {@code hide sheet}, {@code hide row 7},
 * {@code hide column F}, {@code protect}, {@code table Name A4:F9}, {@code totals Name A4:F9},
 * {@code width C 12}, {@code name Figures A4:F9}, {@code rule C5:F9 C5>100}; before any sheet,
 * {@code 1904}. What an analyst can do besides stands at {@link Analyst}.
 */
final class TextPicture {
  private static final Pattern SHEET = Pattern.compile("== (.+) ==");
  private static final Pattern CELLS =
      Pattern.compile("([A-Z]{1,3}\\d+)(?::([A-Z]{1,3}\\d+))?: ?(.*)");
  private static final Pattern MONTHS =
      Pattern.compile("months (\\w{3}-\\d\\d)\\.\\.(\\w{3}-\\d\\d)");
  private static final Pattern FIGURES =
      Pattern.compile("(%?)\\{(-?[\\d.]+) ~(\\d+) x(\\d+) seed (\\d+)}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH);

  private final XSSFWorkbook book;
  private final boolean fresh;
  private final Map<String, CellStyle> styles = new HashMap<>();
  private final List<XSSFCell> unknown = new ArrayList<>();

  private TextPicture(XSSFWorkbook book, boolean fresh) {
    this.book = book;
    this.fresh = fresh;
  }

  /** The workbook that a picture shows. */
  static XSSFWorkbook workbook(String picture) {
    XSSFWorkbook book = new XSSFWorkbook();
    new TextPicture(book, true).draw(picture);
    return book;
  }

  /** Does to a workbook what a picture says; lines about sheets that it has not are passed over. */
  static void change(XSSFWorkbook book, String picture) {
    new TextPicture(book, false).draw(picture);
  }

  private void draw(String picture) {
    XSSFSheet sheet = null;
    boolean passed = false;
    for (String line : picture.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("# ")) {
        continue;
      }
      Matcher heading = SHEET.matcher(line);
      if (heading.matches()) {
        sheet = book.getSheet(heading.group(1));
        if (sheet == null && fresh) {
          sheet = book.createSheet(heading.group(1));
        }
        passed = sheet == null;
      } else if (sheet != null) {
        line(sheet, line);
      } else if (line.equals("1904")) {
        var workbook = book.getCTWorkbook();
        (workbook.isSetWorkbookPr() ? workbook.getWorkbookPr() : workbook.addNewWorkbookPr())
            .setDate1904(true);
      } else if (!passed) {
        throw new IllegalArgumentException("A line before any sheet: " + line);
      }
    }
    FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
    unknown.forEach(evaluator::evaluateFormulaCell);
  }

  private void line(XSSFSheet sheet, String line) {
    Matcher cells = CELLS.matcher(line);
    if (!cells.matches()) {
      directive(sheet, line);
      return;
    }
    Address first = Address.parse(cells.group(1));
    if (cells.group(2) != null) {
      Block block = Block.parse(cells.group(1) + ":" + cells.group(2));
      for (int row = block.top(); row <= block.bottom(); row++) {
        for (int column = block.left(); column <= block.right(); column++) {
          int down = row - block.top();
          int right = column - block.left();
          String text = cells.group(3);
          cell(
              sheet,
              new Address(row, column),
              text.startsWith("=") ? Analyst.moved(text, down, right) : text);
        }
      }
      return;
    }
    int column = first.column();
    for (String item : cells.group(3).split("\\|", -1)) {
      for (String value : values(item.strip())) {
        cell(sheet, new Address(first.row(), column++), value);
      }
    }
  }

  private static List<String> values(String item) {
    List<String> values = new ArrayList<>();
    Matcher months = MONTHS.matcher(item);
    Matcher figures = FIGURES.matcher(item);
    if (months.matches()) {
      YearMonth last = YearMonth.parse(months.group(2), MONTH);
      YearMonth month = YearMonth.parse(months.group(1), MONTH);
      for (; !month.isAfter(last); month = month.plusMonths(1)) {
        values.add("@" + month.atDay(1));
      }
    } else if (figures.matches()) {
      double centre = Double.parseDouble(figures.group(2));
      long spread = Long.parseLong(figures.group(3));
      long seed = Long.parseLong(figures.group(5));
      for (long n = 0; n < Long.parseLong(figures.group(4)); n++) {
        double value = centre - spread + (seed + 7 * n + 3 * n * n) % (2 * spread + 1);
        values.add(figures.group(1).isEmpty() ? "" + value : "%" + value / 100);
      }
    } else if (item.startsWith("[") && item.endsWith("]") && item.contains(" ")) {
      values.addAll(List.of(item.substring(1, item.length() - 1).strip().split("\\s+")));
    } else {
      values.add(item);
    }
    return values;
  }

  private void cell(XSSFSheet sheet, Address at, String value) {
    if (value.isEmpty() && fresh) {
      return;
    }
    XSSFRow row =
        sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
    XSSFCell cell =
        row.getCell(at.column()) == null ? row.createCell(at.column()) : row.getCell(at.column());
    // An inline text would otherwise outlive the value put over it.
    cell.setBlank();
    if (value.isEmpty() || value.equals("_")) {
      return;
    }
    if (NUMBER.matcher(value).matches()) {
      cell.setCellValue(Double.parseDouble(value));
    } else if (value.matches("@\\d{4}-\\d\\d-\\d\\d")) {
      cell.setCellValue(LocalDate.parse(value.substring(1)));
      cell.setCellStyle(style("mmm\\-yy"));
    } else if (value.matches("%-?[\\d.]+(E-?\\d+)?")) {
      cell.setCellValue(Double.parseDouble(value.substring(1)));
      cell.setCellStyle(style("0.0%"));
    } else if (value.matches("£-?[\\d.]+")) {
      cell.setCellValue(Double.parseDouble(value.substring(1)));
      cell.setCellStyle(style("\"£\"#,##0"));
    } else if (value.matches("#[A-Z/0?!]+")) {
      cell.setCellErrorValue(FormulaError.forString(value));
    } else if (value.startsWith("=")) {
      formula(cell, value.substring(1));
    } else if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
      cell.setCellValue(value.substring(1, value.length() - 1));
    } else {
      cell.setCellValue(value.replace("\\n", "\n"));
    }
  }

  private void formula(XSSFCell cell, String formula) {
    int arrow = formula.indexOf(" -> ");
    cell.setCellFormula(arrow < 0 ? formula : formula.substring(0, arrow));
    String value = arrow < 0 ? "" : formula.substring(arrow + 4);
    if (arrow < 0) {
      unknown.add(cell);
    } else if (NUMBER.matcher(value).matches()) {
      cell.setCellValue(Double.parseDouble(value));
    } else if (value.startsWith("#")) {
      cell.setCellErrorValue(FormulaError.forString(value));
    } else {
      cell.setCellValue(value);
    }
  }

  private CellStyle style(String format) {
    return styles.computeIfAbsent(
        format,
        code -> {
          CellStyle style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat(code));
          return style;
        });
  }

  private void directive(XSSFSheet sheet, String line) {
    String[] words = line.split(" ", 3);
    switch (words[0]) {
      case "merge" -> sheet.addMergedRegion(CellRangeAddress.valueOf(words[1]));
      case "protect" -> sheet.protectSheet("");
      case "hide" -> hide(sheet, line, words);
      case "table" -> table(sheet, words[1], words[2]);
      case "totals" -> {
        XSSFTable table = table(sheet, words[1], words[2]);
        table.getCTTable().setTotalsRowCount(1);
        Block block = Block.parse(words[2]);
        table
            .getCTTable()
            .getAutoFilter()
            .setRef(
                new Block(block.top(), block.left(), block.bottom() - 1, block.right()).toString());
      }
      case "width" -> {
        int column = CellReference.convertColStringToIndex(words[1]);
        sheet.setColumnWidth(column, (int) (Double.parseDouble(words[2]) * 256));
        // As Excel spells it, so that a width put back can be the same to the byte.
        CTCol col = sheet.getColumnHelper().getColumn(column, false);
        XmlDouble width = XmlDouble.Factory.newInstance();
        width.setStringValue(words[2]);
        col.xsetWidth(width);
        XmlBoolean custom = XmlBoolean.Factory.newInstance();
        custom.setStringValue("1");
        col.xsetCustomWidth(custom);
      }
      case "name" -> {
        XSSFName name = book.createName();
        name.setNameName(words[1]);
        name.setRefersToFormula(Block.parse(words[2]).on(sheet.getSheetName()));
      }
      case "rule" -> {
        var rules = sheet.getSheetConditionalFormatting();
        var rule = rules.createConditionalFormattingRule(words[2]);
        rule.createPatternFormatting().setFillBackgroundColor((short) 13);
        rules.addConditionalFormatting(
            new CellRangeAddress[] {CellRangeAddress.valueOf(words[1])}, rule);
      }
      default -> Analyst.perform(sheet, line);
    }
  }

  private void hide(XSSFSheet sheet, String line, String[] words) {
    switch (words[1]) {
      case "sheet" -> book.setSheetHidden(book.getSheetIndex(sheet), true);
      case "row" -> {
        int row = Integer.parseInt(words[2]) - 1;
        (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).setZeroHeight(true);
      }
      case "column" -> sheet.setColumnHidden(CellReference.convertColStringToIndex(words[2]), true);
      default -> throw new IllegalArgumentException("What is to be hidden? " + line);
    }
  }

  private XSSFTable table(XSSFSheet sheet, String name, String block) {
    XSSFTable table = sheet.createTable(new AreaReference(block, book.getSpreadsheetVersion()));
    table.setName(name);
    table.setDisplayName(name);
    table.getCTTable().addNewAutoFilter().setRef(block);
    Block cells = Block.parse(block);
    for (int i = 0; i < cells.columns(); i++) {
      // Excel keeps the headings of its tables as text, dates too.
      XSSFCell head = sheet.getRow(cells.top()).getCell(cells.left() + i);
      if (head.getCellType() != CellType.STRING) {
        throw new IllegalArgumentException("Headings of Excel tables are text: " + head);
      }
      table.getCTTable().getTableColumns().getTableColumnArray(i).setName(head.toString());
    }
    return table;
  }
}
