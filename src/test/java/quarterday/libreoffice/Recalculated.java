package quarterday.libreoffice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import quarterday.sheet.Content;

/** Compares the values that a workbook states for its formulas with those LibreOffice finds. */
public final class Recalculated {
  /** How far two numbers may differ, as a share of the larger of 1 and the stated number. */
  private static final double TOLERANCE = 1e-9;

  private Recalculated() {}

  /**
   * A formula whose stated value is not what LibreOffice finds.
   *
   * @param cell the address, such as {@code AT7}
   * @param formula without its equals sign
   * @param cached the value stated in the file
   * @param recalculated the value found
   */
  public record Difference(
      String sheet, String cell, String formula, Content cached, Content recalculated) {
    @Override
    public String toString() {
      return "%s!%s =%s states %s, recalculated %s"
          .formatted(sheet, cell, formula, cached, recalculated);
    }
  }

  /**
   * Every formula of the workbook whose stated value LibreOffice does not find; none if all agree.
   */
  public static List<Difference> compare(LibreOffice office, Path completed) throws IOException {
    return differences(completed, office.recalculate(completed));
  }

  /** The same, for a workbook that LibreOffice has recalculated already. */
  public static List<Difference> differences(Path completed, Path again) throws IOException {
    List<Difference> differences = new ArrayList<>();
    try (XSSFWorkbook stated = open(completed);
        XSSFWorkbook found = open(again)) {
      for (Sheet sheet : stated) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              Content cached = value((XSSFCell) cell);
              Content recalculated = value(found.getSheet(sheet.getSheetName()), cell);
              if (!same(cached, recalculated)) {
                differences.add(
                    new Difference(
                        sheet.getSheetName(),
                        cell.getAddress().formatAsString(),
                        cell.getCellFormula(),
                        cached,
                        recalculated));
              }
            }
          }
        }
      }
    }
    return differences;
  }

  /** How many formulas the workbook has: a comparison of none proves nothing. */
  public static long formulas(Path workbook) throws IOException {
    long formulas = 0;
    try (XSSFWorkbook opened = open(workbook)) {
      for (Sheet sheet : opened) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
          }
        }
      }
    }
    return formulas;
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try {
      return new XSSFWorkbook(OPCPackage.open(file.toFile(), PackageAccess.READ));
    } catch (InvalidFormatException e) {
      throw new IOException("Not an xlsx workbook: " + file, e);
    }
  }

  private static Content value(XSSFSheet sheet, Cell like) {
    XSSFRow row = sheet == null ? null : sheet.getRow(like.getRowIndex());
    XSSFCell cell = row == null ? null : row.getCell(like.getColumnIndex());
    return cell == null ? Content.blank() : value(cell);
  }

  private static Content value(XSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      // A formula without a value reads as 0, which nobody stated.
      case NUMERIC ->
          cell.getCTCell().isSetV() ? Content.of(cell.getNumericCellValue()) : Content.blank();
      case STRING -> Content.of(cell.getStringCellValue());
      case BOOLEAN -> new Content.Logical(cell.getBooleanCellValue());
      case ERROR -> new Content.Fault(cell.getErrorCellString());
      default -> Content.blank();
    };
  }

  private static boolean same(Content cached, Content recalculated) {
    if (cached.number().isPresent() && recalculated.number().isPresent()) {
      double stated = cached.number().getAsDouble();
      double found = recalculated.number().getAsDouble();
      return Math.abs(stated - found) <= TOLERANCE * Math.max(1, Math.abs(stated));
    }
    return cached.equals(recalculated);
  }
}
