package quarterday.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.kpi.Catalogue;

class TemplatesTest {
  static List<Arguments> editions() {
    return Stream.of(Template.values())
        .flatMap(t -> Stream.of(Edition.values()).map(edition -> Arguments.of(t, edition)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void theCommittedWorkbookIsWhatItsTextMakes(Template template, Edition edition) throws Exception {
    Map<String, String> made = parts(TemplateWorkbook.make(template.text(), edition));
    Map<String, String> committed = parts(Files.readAllBytes(template.file(edition)));

    assertThat(committed.keySet()).isEqualTo(made.keySet());
    for (Map.Entry<String, String> part : made.entrySet()) {
      assertThat(committed.get(part.getKey())).as(part.getKey()).isEqualTo(part.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void theProductCarriesTheCommittedWorkbook(Template template, Edition edition)
      throws IOException {
    Path file = template.file(edition);
    try (InputStream carried =
        TemplatesTest.class.getResourceAsStream("/workbook-templates/" + file.getFileName())) {
      assertThat(carried).hasBinaryContent(Files.readAllBytes(file));
    }
  }

  @Test
  void theBlankOfficeWorkbookHasItsSheetsInOrder() throws IOException {
    assertThat(sheetNames(Template.OPCC, Edition.BLANK))
        .containsExactly(
            "Cover",
            "Executive Support",
            "Engagement",
            "Contracts",
            "Settings",
            "Measures",
            "Adjustments",
            "Glossary");
  }

  @Test
  void theExampleAddsTheForceExtract() throws IOException {
    assertThat(sheetNames(Template.OPCC, Edition.EXAMPLE))
        .containsExactly(
            "Cover",
            "Executive Support",
            "Engagement",
            "Contracts",
            "Force extract",
            "Settings",
            "Measures",
            "Adjustments",
            "Glossary");
  }

  @Test
  void theForceWorkbookHasASheetForEachSectionOfItsReport() throws IOException {
    for (Edition edition : Edition.values()) {
      assertThat(sheetNames(Template.FORCE, edition))
          .containsExactly(
              "Cover",
              "Calls",
              "Incidents",
              "Crime",
              "Outcomes",
              "Outcomes survey",
              "Prevention",
              "Settings",
              "Measures",
              "Adjustments",
              "Glossary");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBlankEditionHoldsNoFigureAndNoAdjustment(Template template) throws IOException {
    ExampleFigures blank = ExampleFigures.of(template, Edition.BLANK);

    assertThat(blank.ids()).hasSizeGreaterThan(30);
    assertThat(blank.adjustments()).isEmpty();
    for (String id : blank.ids()) {
      assertThat(blank.months(id)).as(id).isNotEmpty();
      assertThat(blank.months(id).values()).as(id).allMatch(value -> value.isEmpty());
      assertThat(blank.commentary(id)).as(id).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyLinkOnTheCoverLeadsToASheet(Template template, Edition edition) throws IOException {
    try (XSSFWorkbook book = open(template, edition)) {
      List<XSSFHyperlink> links = book.getSheet("Cover").getHyperlinkList();

      assertThat(links).hasSize(book.getNumberOfSheets() - 1);
      assertThat(links)
          .allSatisfy(
              link -> {
                String name = link.getLocation().replaceAll("^'|'?!A1$", "");
                assertThat(book.getSheet(name)).as(link.getLocation()).isNotNull();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void noCellHoldsAnErrorAndEveryPageIsALandscapeA4(Template template, Edition edition)
      throws IOException {
    try (XSSFWorkbook book = open(template, edition)) {
      for (Sheet sheet : book) {
        assertThat(sheet.getPrintSetup().getLandscape()).as(sheet.getSheetName()).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(typeShown(cell)).as(sheet.getSheetName()).isNotEqualTo(CellType.ERROR);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyTypedFigureIsAskedAboutAndNeverBlocked(Template template, Edition edition)
      throws IOException {
    try (XSSFWorkbook book = open(template, edition)) {
      for (TemplateText.SheetText described : template.text().sheets()) {
        if (described.isIn(edition)) {
          XSSFSheet sheet = book.getSheet(described.name());
          long typed =
              template.text().measures().stream()
                  .filter(measure -> measure.sheet().equals(described.name()))
                  .filter(measure -> measure.calculated() == TemplateText.Calculated.NO)
                  .count();
          assertThat(sheet.getDataValidations()).as(described.name()).hasSize((int) typed);
          assertThat(sheet.getDataValidations())
              .allMatch(rule -> rule.getErrorStyle() == 1 && rule.getShowPromptBox());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPartThatARuleNeedsIsAMeasureOfTheWorkbook(Template template) throws IOException {
    for (Edition edition : Edition.values()) {
      ExampleFigures figures = ExampleFigures.of(template, edition);
      List<String> names =
          figures.ids().stream().map(id -> figures.measure(id).get("Measure")).toList();
      assertThat(names).doesNotHaveDuplicates();
      for (String id : figures.ids()) {
        ExampleFigures.MeasureRow measure = figures.measure(id);
        List<String> parts = new ArrayList<>();
        switch (measure.get("Quarter rule")) {
          case "Ratio of sums" ->
              parts.addAll(Arrays.asList(measure.get("Numerator"), measure.get("Denominator")));
          case "Weighted mean" -> parts.add(measure.get("Denominator"));
          default -> {}
        }
        assertThat(names).as(id).containsAll(parts);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMeasureIsTheOneThatTheCatalogueKnowsByItsIdAndName(Template template) {
    for (TemplateText.MeasureText measure : template.text().measures()) {
      Catalogue.Entry known = Catalogue.builtIn().byId(measure.id()).orElseThrow();
      assertThat(Catalogue.builtIn().byName(measure.name())).as(measure.name()).contains(known);
      assertThat(measure.unit()).as(measure.id()).isEqualTo(known.unit());
      assertThat(measure.betterWhen()).as(measure.id()).isEqualTo(known.better());
      assertThat(measure.lowest()).as(measure.id()).isEqualTo(bound(known.lowest()));
      assertThat(measure.highest()).as(measure.id()).isEqualTo(bound(known.highest()));
    }
  }

  private static String bound(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse("");
  }

  private static List<String> sheetNames(Template template, Edition edition) throws IOException {
    try (XSSFWorkbook book = open(template, edition)) {
      List<String> names = new ArrayList<>();
      book.forEach(sheet -> names.add(sheet.getSheetName()));
      return names;
    }
  }

  private static XSSFWorkbook open(Template template, Edition edition) throws IOException {
    try (InputStream in = Files.newInputStream(template.file(edition))) {
      return (XSSFWorkbook) WorkbookFactory.create(in);
    }
  }

  private static CellType typeShown(Cell cell) {
    return cell.getCellType() == CellType.FORMULA
        ? cell.getCachedFormulaResultType()
        : cell.getCellType();
  }

  /** Every part as XML with sorted attributes, an element a line. */
  private static Map<String, String> parts(byte[] file) throws Exception {
    Map<String, String> parts = new TreeMap<>();
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
    documents.setNamespaceAware(true);
    documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Transformer plain = TransformerFactory.newInstance().newTransformer();
    plain.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = zip.readAllBytes();
        assertThat(new String(part, 0, 1, StandardCharsets.UTF_8)).isEqualTo("<");
        StringWriter text = new StringWriter();
        plain.transform(
            new DOMSource(documents.newDocumentBuilder().parse(new ByteArrayInputStream(part))),
            new StreamResult(text));
        parts.put(entry.getName(), text.toString().replace("><", ">\n<"));
      }
    }
    return parts;
  }
}
