package quarterday.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.TableDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Holds a written workbook against the published schemas. */
public final class Validity {
  private Validity() {}

  /** Opens the file in another program's reader and holds its parts against the schemas. */
  public static void require(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      assertThat(workbook.getNumberOfSheets()).isPositive();
    }
    Parts parts = Parts.of(file);
    for (Map.Entry<String, byte[]> part : parts.all().entrySet()) {
      String name = part.getKey();
      ByteArrayInputStream in = new ByteArrayInputStream(part.getValue());
      try {
        if (name.matches("xl/worksheets/[^/]+\\.xml")) {
          require(name, WorksheetDocument.Factory.parse(in));
        } else if (name.startsWith("xl/tables/")) {
          require(name, TableDocument.Factory.parse(in));
        } else if (name.startsWith("xl/charts/chart")) {
          require(name, ChartSpaceDocument.Factory.parse(in));
        } else if (name.startsWith("xl/drawings/drawing")) {
          require(name, WsDrDocument.Factory.parse(in));
        } else if (name.equals("xl/workbook.xml")) {
          require(name, WorkbookDocument.Factory.parse(in));
        } else if (name.equals("xl/styles.xml")) {
          require(name, StyleSheetDocument.Factory.parse(in));
        }
      } catch (XmlException e) {
        throw new AssertionError(name, e);
      }
    }
  }

  private static void require(String name, XmlObject part) {
    List<XmlError> errors = new ArrayList<>();
    part.validate(new XmlOptions().setErrorListener(errors));
    // Excel itself writes xml:space on texts; the schema as published forgot to allow it.
    errors.removeIf(error -> error.getMessage().contains("space@http://www.w3.org/XML"));
    assertThat(errors).as(name).isEmpty();
  }
}
