package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import quarterday.edit.Edit;
import quarterday.libreoffice.LibreOffice;
import quarterday.review.MeasureReview;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.Validity;
import quarterday.xlsx.XlsxFile;

/** The worked example's charts, as other programs find them in the completed file. */
class ChartsInFilesTest {
  private static final Path EXAMPLE = Path.of("workbook-templates", "opcc-kpi-example.xlsx");
  private static final String DOT =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TempDir private static Path folder;
  private static Path file;
  private static Completed completed;

  @BeforeAll
  static void complete() throws IOException, UnusableInput {
    file = folder.resolve("completed.xlsx");
    completed = complete(EXAMPLE, file);
  }

  private static Completed complete(Path from, Path to) throws IOException, UnusableInput {
    try (XlsxFile opened = XlsxFile.open(from)) {
      Completed done = Completion.complete(opened.snapshot(), Map.of(), "test");
      opened.write(done.plan(), to);
      return done;
    }
  }

  private static XSSFWorkbook open(Path workbook) throws IOException {
    try (InputStream in = Files.newInputStream(workbook)) {
      return new XSSFWorkbook(in);
    }
  }

  private static List<XSSFChart> charts(XSSFWorkbook book) {
    return book.getSheet("Charts").getDrawingPatriarch().getCharts();
  }

  private static List<CTLineSer> series(XSSFChart chart) {
    return chart.getCTChart().getPlotArea().getLineChartArray(0).getSerList();
  }

  @Test
  void eachChartRemembersWhatItsCellsHold() throws IOException {
    long points = 0;
    try (XSSFWorkbook book = open(file)) {
      assertThat(charts(book)).hasSizeGreaterThan(30);
      for (XSSFChart chart : charts(book)) {
        for (CTLineSer one : series(chart)) {
          Map<Integer, Double> cells = cells(book, one.getVal().getNumRef().getF());
          Map<Integer, Double> remembered = remembered(one.getVal().getNumRef().getNumCache());
          assertThat(remembered).isEqualTo(cells).isNotEmpty();
          points += remembered.size();
        }
      }
    }
    assertThat(points).isGreaterThan(5_000);
  }

  private static Map<Integer, Double> cells(XSSFWorkbook book, String reference) {
    AreaReference area = new AreaReference(reference, book.getSpreadsheetVersion());
    XSSFSheet sheet = book.getSheet(area.getFirstCell().getSheetName());
    CellReference[] all = area.getAllReferencedCells();
    Map<Integer, Double> values = new HashMap<>();
    for (int i = 0; i < all.length; i++) {
      Cell cell = sheet.getRow(all[i].getRow()).getCell(all[i].getCol());
      if (cell != null && cell.getCellType() != CellType.BLANK) {
        values.put(i, cell.getNumericCellValue());
      }
    }
    return values;
  }

  private static Map<Integer, Double> remembered(CTNumData cache) {
    Map<Integer, Double> values = new HashMap<>();
    cache.getPtList().forEach(p -> values.put((int) p.getIdx(), Double.parseDouble(p.getV())));
    return values;
  }

  @Test
  void eachChartIsOfOneMeasureAndHasItsLastMeanAndLimits() throws IOException {
    Map<String, MeasureReview> byName = new HashMap<>();
    completed.review().measures().forEach(m -> byName.put(m.measure().name(), m));
    try (XSSFWorkbook book = open(file)) {
      for (XSSFChart chart : charts(book)) {
        MeasureReview m = null;
        Map<String, Double> last = new HashMap<>();
        for (CTLineSer one : series(chart)) {
          String name = one.getTx().getV();
          if (byName.containsKey(name)) {
            m = byName.get(name);
          }
          CTNumData cache = one.getVal().getNumRef().getNumCache();
          Double end = remembered(cache).get((int) cache.getPtCount().getVal() - 1);
          if (end != null) {
            last.put(name.replace("Trial upper", "Upper").replace("Trial lower", "Lower"), end);
          }
        }
        assertThat(m).isNotNull();
        double scale = m.row().inFractions() ? 100 : 1;
        assertThat(last.get("Mean") * scale).isCloseTo(m.mean().orElseThrow(), within(1e-9));
        if (m.limits().isPresent()) {
          assertThat(last.get("Upper limit") * scale)
              .isCloseTo(m.shownUpper().orElseThrow(), within(1e-9));
          assertThat(last.get("Lower limit") * scale)
              .isCloseTo(m.shownLower().orElseThrow(), within(1e-9));
        }
      }
    }
  }

  @Test
  void titlesStandInCellsAndEveryChartCanBeReadOut() throws IOException {
    try (XSSFWorkbook book = open(file)) {
      XSSFSheet sheet = book.getSheet("Charts");
      assertThat(sheet.getDrawingPatriarch().getShapes())
          .hasSameSizeAs(charts(book))
          .allSatisfy(
              shape ->
                  assertThat(
                          ((XSSFGraphicFrame) shape)
                              .getCTGraphicalObjectFrame()
                              .getNvGraphicFramePr()
                              .getCNvPr()
                              .getDescr())
                      .startsWith("Line chart of "));
      for (XSSFChart chart : charts(book)) {
        var title = chart.getCTChart().getTitle().getTx().getStrRef();
        CellReference cell = new CellReference(title.getF());
        assertThat(sheet.getRow(cell.getRow()).getCell(cell.getCol()).getStringCellValue())
            .isEqualTo(title.getStrCache().getPtArray(0).getV())
            .contains(": ");
      }
    }
  }

  @Test
  void everyPartIsValidByTheSchemas() throws IOException {
    Validity.require(file);
  }

  @Test
  void libreOfficeFindsEachChartWithItsSeries(@TempDir Path office) throws IOException {
    Path saved = LibreOffice.in(office).recalculate(file);

    try (XSSFWorkbook ours = open(file);
        XSSFWorkbook theirs = open(saved)) {
      assertThat(charts(theirs)).hasSameSizeAs(charts(ours));
      assertThat(charts(theirs).stream().mapToInt(c -> points(c)).sum())
          .isEqualTo(charts(ours).stream().mapToInt(c -> points(c)).sum());
    }
  }

  private static int points(XSSFChart chart) {
    return series(chart).stream()
        .mapToInt(one -> remembered(one.getVal().getNumRef().getNumCache()).size())
        .sum();
  }

  @Test
  void aPictureThatAnAnalystPutAmongTheChartsStays() throws IOException, UnusableInput {
    Path edited = folder.resolve("edited.xlsx");
    try (XSSFWorkbook book = open(file)) {
      int image = book.addPicture(Base64.getDecoder().decode(DOT), Workbook.PICTURE_TYPE_PNG);
      book.getSheet("Charts")
          .getDrawingPatriarch()
          .createPicture(new XSSFClientAnchor(0, 0, 0, 0, 3, 6, 5, 8), image);
      firstFigure(book).setCellValue(77);
      try (OutputStream out = Files.newOutputStream(edited)) {
        book.write(out);
      }
    }
    Path again = folder.resolve("again.xlsx");

    complete(edited, again);

    Validity.require(again);
    try (XSSFWorkbook book = open(again)) {
      assertThat(book.getAllPictures()).hasSize(1);
      assertThat(book.getSheet("Charts").getDrawingPatriarch().getShapes())
          .hasSize(charts(book).size() + 1);
      try (XSSFWorkbook first = open(file)) {
        assertThat(charts(book)).hasSameSizeAs(charts(first));
      }
    }
    try (XlsxFile opened = XlsxFile.open(again)) {
      assertThat(Completion.complete(opened.snapshot(), Map.of(), "test").plan().edits()).isEmpty();
    }
  }

  /** The first plain number under the months of the first sheet of measures. */
  private static Cell firstFigure(XSSFWorkbook book) {
    XSSFSheet sheet = book.getSheet("Executive Support");
    return IntStream.rangeClosed(4, sheet.getLastRowNum())
        .mapToObj(sheet::getRow)
        .filter(row -> row != null)
        .flatMap(row -> IntStream.range(3, 40).mapToObj(row::getCell))
        .filter(cell -> cell != null && cell.getCellType() == CellType.NUMERIC)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsReadBackIsWhatWasPlanned() throws UnusableInput {
    SheetSnapshot read = XlsxFile.read(file).sheet("Charts").orElseThrow();

    assertThat(read.charts())
        .isEqualTo(
            completed.plan().edits().stream()
                .filter(Edit.PutChart.class::isInstance)
                .map(edit -> ((Edit.PutChart) edit).chart().snapshot())
                .toList());
  }
}
