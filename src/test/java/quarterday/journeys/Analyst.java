package quarterday.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;
import quarterday.sheet.Address;
import quarterday.sheet.Block;

/**
 * What an analyst does to a sheet in Excel, done as Excel does it.
 *
 * <p>{@code insert columns R 3}: three new columns before R; cells, formulas everywhere, names,
 * rules and widths move along, and the new columns are as wide as the one before. {@code insert
 * rows 7 1}: the same downwards. {@code sort A5:Q9 by B}: rows in the order of their texts in
 * column B, case aside, with their formulas moved as by copying.
 */
final class Analyst {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|(?<![A-Za-z0-9_.$])(\\$?)([A-Z]{1,3})(\\$?)(\\d+)(?![A-Za-z0-9_.(!])");

  private Analyst() {}

  static void perform(XSSFSheet sheet, String line) {
    String[] words = line.split(" ");
    if (line.matches("insert columns [A-Z]+ \\d+")) {
      insertColumns(
          sheet, CellReference.convertColStringToIndex(words[2]), Integer.parseInt(words[3]));
    } else if (line.matches("insert rows \\d+ \\d+")) {
      int row = Integer.parseInt(words[2]) - 1;
      sheet.shiftRows(row, sheet.getLastRowNum(), Integer.parseInt(words[3]));
    } else if (line.matches("sort \\S+ by [A-Z]+")) {
      sort(sheet, Block.parse(words[1]), CellReference.convertColStringToIndex(words[3]));
    } else {
      throw new IllegalArgumentException("Nobody knows how to: " + line);
    }
  }

  private static void insertColumns(XSSFSheet sheet, int at, int count) {
    int last = at;
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      if (sheet.getRow(row) != null) {
        last = Math.max(last, sheet.getRow(row).getLastCellNum() - 1);
      }
    }
    sheet.shiftColumns(at, last, count);
    shiftWidths(sheet, at, count);
  }

  private static void shiftWidths(XSSFSheet sheet, int at, int count) {
    if (sheet.getCTWorksheet().sizeOfColsArray() == 0) {
      return;
    }
    CTCols cols = sheet.getCTWorksheet().getColsArray(0);
    Map<Integer, CTCol> moved = new TreeMap<>();
    for (CTCol col : cols.getColArray()) {
      for (long number = col.getMin(); number <= col.getMax(); number++) {
        int column = (int) number - 1;
        moved.put(column < at ? column : column + count, (CTCol) col.copy());
        for (int i = 0; column == at - 1 && i < count; i++) {
          moved.put(at + i, (CTCol) col.copy());
        }
      }
    }
    cols.setColArray(new CTCol[0]);
    moved.forEach(
        (column, col) -> {
          CTCol placed = cols.addNewCol();
          placed.set(col);
          placed.setMin(column + 1L);
          placed.setMax(column + 1L);
        });
  }

  private record Kept(CellType type, CellStyle style, String formula, Object value) {
    static Kept of(XSSFCell cell) {
      if (cell == null) {
        return new Kept(CellType.BLANK, null, "", "");
      }
      boolean formula = cell.getCellType() == CellType.FORMULA;
      CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
      Object value =
          switch (type) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> cell.getErrorCellValue();
            default -> "";
          };
      return new Kept(type, cell.getCellStyle(), formula ? cell.getCellFormula() : "", value);
    }

    void put(XSSFRow row, int column, int down) {
      if (row.getCell(column) != null) {
        row.removeCell(row.getCell(column));
      }
      if (style == null) {
        return;
      }
      XSSFCell cell = row.createCell(column);
      cell.setCellStyle(style);
      if (!formula.isEmpty()) {
        cell.setCellFormula(moved(formula, down, 0));
      }
      switch (type) {
        case NUMERIC -> cell.setCellValue((Double) value);
        case STRING -> cell.setCellValue((String) value);
        case BOOLEAN -> cell.setCellValue((Boolean) value);
        case ERROR -> cell.setCellErrorValue((Byte) value);
        default -> {
          // A blank cell keeps its look alone.
        }
      }
    }
  }

  private record KeptRow(int row, String key, List<Kept> cells) {}

  private static void sort(XSSFSheet sheet, Block block, int by) {
    List<KeptRow> rows = new ArrayList<>();
    for (int row = block.top(); row <= block.bottom(); row++) {
      List<Kept> cells = new ArrayList<>();
      for (int column = block.left(); column <= block.right(); column++) {
        cells.add(Kept.of(sheet.getRow(row).getCell(column)));
      }
      rows.add(new KeptRow(row, sheet.getRow(row).getCell(by).toString(), cells));
    }
    rows.sort(Comparator.comparing(KeptRow::key, String.CASE_INSENSITIVE_ORDER));
    for (int i = 0; i < rows.size(); i++) {
      int to = block.top() + i;
      KeptRow from = rows.get(i);
      for (int c = 0; c < from.cells().size(); c++) {
        from.cells().get(c).put(sheet.getRow(to), block.left() + c, to - from.row());
      }
    }
  }

  /** A formula as copying it so many cells down and to the right changes it. */
  static String moved(String formula, int down, int right) {
    Matcher reference = REFERENCE.matcher(formula);
    StringBuilder moved = new StringBuilder();
    while (reference.find()) {
      String now = reference.group();
      if (reference.group(2) != null) {
        Address at = Address.parse(reference.group(2) + reference.group(4));
        boolean fixedColumn = !reference.group(1).isEmpty();
        boolean fixedRow = !reference.group(3).isEmpty();
        now =
            reference.group(1)
                + Address.columnName(at.column() + (fixedColumn ? 0 : right))
                + reference.group(3)
                + (at.row() + 1 + (fixedRow ? 0 : down));
      }
      reference.appendReplacement(moved, Matcher.quoteReplacement(now));
    }
    return reference.appendTail(moved).toString();
  }
}
