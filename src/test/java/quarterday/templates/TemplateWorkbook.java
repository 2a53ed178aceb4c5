package quarterday.templates;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import quarterday.kpi.FinancialQuarter;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.templates.TemplateText.AdjustmentText;
import quarterday.templates.TemplateText.Calculated;
import quarterday.templates.TemplateText.CoverText;
import quarterday.templates.TemplateText.MeasureText;
import quarterday.templates.TemplateText.SettingText;
import quarterday.templates.TemplateText.SheetText;
import quarterday.templates.TemplateText.TermText;

/** Makes one edition of a workbook from its text; the same text gives the same bytes. */
final class TemplateWorkbook {
  private static final int HEADER_ROW = 3;
  private static final int FIRST_ROW = HEADER_ROW + 1;
  private static final int FIRST_MONTH = 3;
  private static final int SPARE_ROWS = 20;
  private static final String LIMITS_METHOD = "Limits method";
  private static final int METHODS_COLUMN = 4;
  private static final float LINE = 15.75f;
  private static final float TITLE = 24f;
  private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String SHORTHAND =
      "A number, or [x] not available, [z] not applicable, [c] confidential, [low]. After a number:"
          + " [p] provisional, [r] revised, [b] break, [e] estimated.";
  private static final List<String> MEASURE_HEADINGS =
      List.of(
          "Id",
          "KPI",
          "Measure",
          "Section",
          "Unit",
          "Quarter rule",
          "Numerator",
          "Denominator",
          "Better when",
          "Target",
          "Lowest",
          "Highest",
          LIMITS_METHOD,
          "Chart",
          "Also known as",
          "Definition");
  private static final Map<String, List<String>> MEASURE_CHOICES =
      Map.of(
          "Unit",
          List.of("Count", "Percentage", "Hours", "Days", "Minutes", "Seconds", "Pounds"),
          "Quarter rule",
          List.of("Sum", "Last value", "Ratio of sums", "Mean", "Weighted mean", "Not additive"),
          "Better when",
          List.of("Higher", "Lower", "Neutral"),
          "Chart",
          List.of("yes", "no"));

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final TemplateLooks looks = new TemplateLooks(book);
  private final TemplateText text;
  private final Edition edition;
  private final List<SheetText> sheets;
  private final Map<String, MeasureText> byName;

  private TemplateWorkbook(TemplateText text, Edition edition) {
    this.text = text;
    this.edition = edition;
    sheets = text.sheets().stream().filter(sheet -> sheet.isIn(edition)).toList();
    byName = text.measures().stream().collect(toMap(MeasureText::name, measure -> measure));
  }

  /** The edition's file, whole. */
  static byte[] make(TemplateText text, Edition edition) throws IOException {
    TemplateWorkbook made = new TemplateWorkbook(text, edition);
    try (XSSFWorkbook book = made.book) {
      made.fill();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return undated(out.toByteArray());
    }
  }

  private void fill() {
    book.createSheet("Cover");
    sheets.forEach(this::measureSheet);
    settings();
    measures();
    adjustments();
    glossary();
    cover();
    XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
    properties();
    book.setActiveSheet(0);
  }

  private void properties() {
    POIXMLProperties properties = book.getProperties();
    properties.getCoreProperties().setCreator("Quarterday");
    properties.getCoreProperties().setTitle(coverText("Organisation") + ": " + coverText("Title"));
    try {
      properties.getCoreProperties().setCreated(MADE + ":00Z");
      properties.getCoreProperties().setModified(MADE + ":00Z");
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("No date: " + MADE, e);
    }
    properties.getExtendedProperties().getUnderlyingProperties().setApplication("Quarterday");
  }

  private String coverText(String line) {
    return text.cover().stream()
        .filter(cover -> cover.line().equals(line))
        .map(cover -> cover.text(edition))
        .findFirst()
        .orElseThrow();
  }

  private void cover() {
    XSSFSheet sheet = book.getSheet("Cover");
    sheet.setDisplayGridlines(false);
    sheet.setColumnWidth(0, width(24));
    sheet.setColumnWidth(1, width(100));
    put(sheet, 0, 0, coverText("Organisation"), looks.title());
    put(sheet, 1, 0, coverText("Title"), looks.title());
    sheet.getRow(0).setHeightInPoints(TITLE);
    sheet.getRow(1).setHeightInPoints(TITLE);
    int row = 3;
    for (CoverText line : text.cover().subList(2, text.cover().size())) {
      if (!line.text(edition).isEmpty()) {
        put(sheet, row, 0, line.line(), looks.proseLabel());
        put(sheet, row, 1, line.text(edition), looks.prose());
        tall(sheet, row, line.text(edition), 100);
        row++;
      }
    }
    row++;
    put(sheet, row++, 0, "Contents", looks.proseLabel());
    for (Map.Entry<String, String> content : contents().entrySet()) {
      XSSFCell cell = put(sheet, row, 0, content.getKey(), looks.link());
      XSSFHyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress(Block.quoted(content.getKey()) + "!A1");
      link.setTooltip("Go to " + content.getKey());
      cell.setHyperlink(link);
      put(sheet, row++, 1, content.getValue(), looks.prose());
    }
    printed(sheet, false);
    fitToWidth(sheet);
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new LinkedHashMap<>();
    sheets.forEach(sheet -> contents.put(sheet.name(), sheet.content()));
    contents.put("Settings", "Names for the report, and how limits and changes are worked out");
    contents.put("Measures", "Every measure: unit, quarter rule, what is better, definition");
    contents.put("Adjustments", "Limits reset, months left out and notes, each with its reason");
    contents.put("Glossary", "Terms and their meanings; terms that are missing can be added");
    return contents;
  }

  private void measureSheet(SheetText described) {
    XSSFSheet sheet = sheet(described.name(), described.title(), described.note());
    if (edition == Edition.EXAMPLE && !described.exampleNote().isEmpty()) {
      put(sheet, 2, 0, described.exampleNote(), looks.note());
    }
    List<YearMonth> months = described.months(edition);
    List<MeasureText> rows =
        text.measures().stream().filter(m -> m.sheet().equals(described.name())).toList();
    Map<String, Integer> rowOf = placed(rows);
    int firstWords = FIRST_MONTH + months.size();
    int end = firstWords + described.wordColumns().size();

    XSSFCellStyle heading = looks.header("General");
    put(sheet, HEADER_ROW, 0, "KPI", heading);
    put(sheet, HEADER_ROW, 1, "Measure", heading);
    put(sheet, HEADER_ROW, 2, "Unit", heading);
    for (int i = 0; i < months.size(); i++) {
      if (described.quarterly()) {
        String quarter = FinancialQuarter.of(months.get(i)).label();
        put(sheet, HEADER_ROW, FIRST_MONTH + i, quarter, heading);
      } else {
        XSSFCell cell = cell(sheet, HEADER_ROW, FIRST_MONTH + i, looks.header("mmm-yy"));
        cell.setCellValue(months.get(i).atDay(1));
      }
    }
    for (int i = 0; i < described.wordColumns().size(); i++) {
      put(sheet, HEADER_ROW, firstWords + i, described.wordColumns().get(i), heading);
    }
    // The headings of results beside the table take three lines.
    sheet.getRow(HEADER_ROW).setHeightInPoints(3 * LINE);

    int wordWidth = described.wordColumns().size() > 1 ? 50 : 84;
    String group = "";
    for (MeasureText measure : rows) {
      int row = rowOf.get(measure.id());
      if (!measure.group().equals(group)) {
        group = measure.group();
        for (int column = 0; column < end; column++) {
          cell(sheet, row - 1, column, looks.group());
        }
        sheet.getRow(row - 1).getCell(0).setCellValue(group);
      }
      put(sheet, row, 0, measure.kpi(), looks.label());
      put(sheet, row, 1, measure.name(), looks.label());
      put(sheet, row, 2, measure.unit(), looks.label());
      for (int i = 0; i < months.size(); i++) {
        figure(sheet, row, FIRST_MONTH + i, measure, months.get(i), rowOf);
      }
      for (int i = 0; i < described.wordColumns().size(); i++) {
        String words = words(measure, described.wordColumns().get(i));
        put(sheet, row, firstWords + i, words, looks.words());
        tall(sheet, row, words, wordWidth);
      }
    }
    mergeNumbers(sheet, rows, rowOf);
    validateFigures(sheet, rows, rowOf, months.size());

    sheet.setColumnWidth(0, width(6));
    sheet.setColumnWidth(1, width(42));
    sheet.setColumnWidth(2, width(12));
    for (int i = 0; i < months.size(); i++) {
      sheet.setColumnWidth(FIRST_MONTH + i, width(9));
      if (i > 0 && (described.quarterly() ? i % 12 == 0 : months.get(i).getMonthValue() == 4)) {
        sheet.setColumnBreak(FIRST_MONTH + i - 1);
      }
    }
    for (int column = firstWords; column < end; column++) {
      sheet.setColumnWidth(column, width(wordWidth));
    }
    int last = sheet.getLastRowNum();
    sheet.addIgnoredErrors(
        new CellRangeAddress(FIRST_ROW, last, 0, 0), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    sheet.createFreezePane(FIRST_MONTH, FIRST_ROW);
    printed(sheet, true);
    sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:C"));
    // A page across is a financial year, as the column breaks cut it. Not fitted to the width,
    // which
    // would make a page with results beside the table too small to read.
    sheet.getPrintSetup().setScale((short) 58);
  }

  /** The row of each measure, with one above each section for its heading. */
  private static Map<String, Integer> placed(List<MeasureText> rows) {
    Map<String, Integer> rowOf = new LinkedHashMap<>();
    int row = FIRST_ROW;
    String group = "";
    for (MeasureText measure : rows) {
      if (!measure.group().equals(group)) {
        group = measure.group();
        row++;
      }
      rowOf.put(measure.id(), row++);
    }
    return rowOf;
  }

  private void figure(
      XSSFSheet sheet,
      int row,
      int column,
      MeasureText measure,
      YearMonth month,
      Map<String, Integer> rowOf) {
    String format = format(measure);
    if (measure.calculated() != Calculated.NO) {
      String formula =
          measure.calculated() == Calculated.RATIO
              ? ratio(measure, column, rowOf)
              : total(measure, column, rowOf);
      cell(sheet, row, column, looks.calculated(format)).setCellFormula(formula);
      return;
    }
    XSSFCell cell = cell(sheet, row, column, looks.input(format));
    if (edition == Edition.EXAMPLE) {
      put(cell, text.figures().getOrDefault(measure.id(), Map.of()).getOrDefault(month, ""));
    }
  }

  /** Empty while a month is not filled, and a shorthand where there is nothing to divide. */
  private String ratio(MeasureText measure, int column, Map<String, Integer> rowOf) {
    String over = part(measure.numerator(), column, rowOf);
    String under = part(measure.denominator(), column, rowOf);
    String both = "(" + over + "," + under + ")";
    return "IF(COUNT"
        + both
        + ("=2,IF(" + under + "=0,\"[z]\"," + over + "/" + under + "),IF(COUNTA")
        + both
        + "=0,\"\",\"[x]\"))";
  }

  private String part(String name, int column, Map<String, Integer> rowOf) {
    return new Address(rowOf.get(byName.get(name).id()), column).toString();
  }

  private String total(MeasureText measure, int column, Map<String, Integer> rowOf) {
    List<Integer> parts =
        text.measures().stream()
            .filter(part -> part.sheet().equals(measure.sheet()))
            .filter(part -> part.calculated() == Calculated.NO)
            .map(part -> rowOf.get(part.id()))
            .toList();
    Block block = new Block(parts.get(0), column, parts.get(parts.size() - 1), column);
    return "IF(COUNT(" + block + ")=0,\"\",SUM(" + block + "))";
  }

  private String words(MeasureText measure, String column) {
    return edition == Edition.BLANK
        ? ""
        : text.words().getOrDefault(measure.id(), Map.of()).getOrDefault(column, "");
  }

  private static void mergeNumbers(
      XSSFSheet sheet, List<MeasureText> rows, Map<String, Integer> rowOf) {
    int from = 0;
    for (int i = 1; i <= rows.size(); i++) {
      MeasureText first = rows.get(from);
      boolean same =
          i < rows.size()
              && rows.get(i).kpi().equals(first.kpi())
              && rows.get(i).group().equals(first.group());
      if (!same) {
        if (i - from > 1 && !first.kpi().isEmpty()) {
          int top = rowOf.get(first.id());
          for (int row = top + 1; row < top + i - from; row++) {
            sheet.getRow(row).getCell(0).setBlank();
          }
          sheet.addMergedRegion(new CellRangeAddress(top, top + i - from - 1, 0, 0));
        }
        from = i;
      }
    }
  }

  /** Anything may be typed; what is neither a sensible number nor a shorthand is asked about. */
  private static void validateFigures(
      XSSFSheet sheet, List<MeasureText> rows, Map<String, Integer> rowOf, int months) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (MeasureText measure : rows) {
      if (measure.calculated() == Calculated.NO) {
        int row = rowOf.get(measure.id());
        String cell = new Address(row, FIRST_MONTH).toString();
        String number = "ISNUMBER(" + cell + ")";
        if (!measure.lowest().isEmpty()) {
          number = "AND(" + number + "," + cell + ">=" + measure.lowest() + ")";
        }
        DataValidation validation =
            helper.createValidation(
                helper.createCustomConstraint(
                    "OR(" + number + ",ISNUMBER(SEARCH(\"[\"," + cell + ")))"),
                new CellRangeAddressList(row, row, FIRST_MONTH, FIRST_MONTH + months - 1));
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.createPromptBox(measure.unit(), SHORTHAND);
        validation.setShowPromptBox(true);
        validation.createErrorBox("Is this right?", SHORTHAND);
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
      }
    }
  }

  private void settings() {
    XSSFSheet sheet =
        sheet(
            "Settings",
            "Settings",
            "Change a value in the cream column; an empty value means that it is found or left out.");
    headings(sheet, List.of("Name", "Value", "What it does"), 28, 44, 96);
    int row = FIRST_ROW;
    for (SettingText setting : text.settings()) {
      put(sheet, row, 0, setting.name(), looks.strongLabel());
      put(cell(sheet, row, 1, looks.words()), setting.value());
      put(sheet, row, 2, setting.effect(), looks.label());
      tall(sheet, row, setting.effect(), 96);
      if (setting.name().equals(LIMITS_METHOD)) {
        choose(sheet, row, row, 1, methodCells());
      } else if (!setting.choices().isEmpty()) {
        choose(sheet, row, row, 1, setting.choices());
      } else if (setting.value().matches("\\d+")) {
        wholeNumber(sheet, row);
      }
      row++;
    }
    put(sheet, HEADER_ROW, METHODS_COLUMN, "Limits methods", looks.header("General"));
    for (int i = 0; i < limitsMethods().size(); i++) {
      put(sheet, FIRST_ROW + i, METHODS_COLUMN, limitsMethods().get(i), looks.label());
    }
    sheet.setColumnWidth(METHODS_COLUMN, width(24));
    tablePage(sheet, 0);
  }

  private Block methodCells() {
    return new Block(
        FIRST_ROW, METHODS_COLUMN, FIRST_ROW + limitsMethods().size() - 1, METHODS_COLUMN);
  }

  private static void wholeNumber(XSSFSheet sheet, int row) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidationConstraint whole =
        helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "1000");
    stop(sheet, whole, new CellRangeAddressList(row, row, 1, 1), "Type a whole number, 0 or more.");
  }

  private void measures() {
    XSSFSheet sheet =
        sheet(
            "Measures",
            "Measures",
            "One row a measure, named as on its sheet; targets and bounds of a percentage are in"
                + " points, such as 95.");
    headings(sheet, MEASURE_HEADINGS, 18, 6, 40, 18, 12, 15, 30, 30, 13, 8, 8, 8, 15, 7, 32, 64);
    List<String> names = sheets.stream().map(SheetText::name).toList();
    int row = FIRST_ROW;
    for (MeasureText measure : text.measures()) {
      if (names.contains(measure.sheet())) {
        List<String> values =
            List.of(
                measure.id(),
                measure.kpi(),
                measure.name(),
                measure.sheet(),
                measure.unit(),
                measure.quarterRule(),
                measure.numerator(),
                measure.denominator(),
                measure.betterWhen(),
                measure.target(),
                measure.lowest(),
                measure.highest(),
                "",
                measure.chart(),
                measure.alsoKnownAs(),
                measure.definition());
        for (int column = 0; column < values.size(); column++) {
          XSSFCell cell = cell(sheet, row, column, looks.words());
          if (column == MEASURE_HEADINGS.indexOf("KPI") && !values.get(column).isEmpty()) {
            cell.setCellValue(values.get(column));
          } else {
            put(cell, values.get(column));
          }
        }
        tall(sheet, row, measure.definition(), 64);
        tall(sheet, row, measure.alsoKnownAs(), 32);
        row++;
      }
    }
    int last = row + SPARE_ROWS - 1;
    for (; row <= last; row++) {
      for (int column = 0; column < MEASURE_HEADINGS.size(); column++) {
        cell(sheet, row, column, looks.words());
      }
    }
    for (int column = 0; column < MEASURE_HEADINGS.size(); column++) {
      List<String> choices = MEASURE_CHOICES.get(MEASURE_HEADINGS.get(column));
      if (choices != null) {
        choose(sheet, FIRST_ROW, last, column, choices);
      }
    }
    choose(sheet, FIRST_ROW, last, MEASURE_HEADINGS.indexOf(LIMITS_METHOD), methodCells());
    sheet.addIgnoredErrors(
        new CellRangeAddress(FIRST_ROW, last, 1, 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    tablePage(sheet, 3);
    sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:C"));
    sheet.getPrintSetup().setFitWidth((short) 2);
  }

  private List<String> limitsMethods() {
    return text.settings().stream()
        .filter(setting -> setting.name().equals(LIMITS_METHOD))
        .map(SettingText::choices)
        .findFirst()
        .orElseThrow();
  }

  private void adjustments() {
    XSSFSheet sheet =
        sheet(
            "Adjustments",
            "Adjustments",
            "Each row resets a measure's limits from a month on, leaves a month out of them, or"
                + " notes something; a reset needs a reason.");
    headings(
        sheet, List.of("Measure", "Month", "Kind", "Reason", "By", "Date"), 42, 10, 14, 80, 24, 14);
    List<AdjustmentText> recorded =
        edition == Edition.EXAMPLE ? text.adjustments() : List.<AdjustmentText>of();
    int last = FIRST_ROW + recorded.size() + SPARE_ROWS - 1;
    for (int row = FIRST_ROW; row <= last; row++) {
      XSSFCell measure = cell(sheet, row, 0, looks.words());
      XSSFCell month = cell(sheet, row, 1, looks.input("mmm-yy"));
      XSSFCell kind = cell(sheet, row, 2, looks.words());
      XSSFCell reason = cell(sheet, row, 3, looks.words());
      XSSFCell by = cell(sheet, row, 4, looks.words());
      XSSFCell date = cell(sheet, row, 5, looks.input("dd mmm yyyy"));
      if (row - FIRST_ROW < recorded.size()) {
        AdjustmentText adjustment = recorded.get(row - FIRST_ROW);
        measure.setCellValue(adjustment.measure());
        month.setCellValue(adjustment.month().atDay(1));
        kind.setCellValue(adjustment.kind());
        reason.setCellValue(adjustment.reason());
        by.setCellValue(adjustment.by());
        date.setCellValue(LocalDate.parse(adjustment.date()));
        tall(sheet, row, adjustment.reason(), 80);
      }
    }
    choose(sheet, FIRST_ROW, last, 2, List.of("Reset limits", "Leave out", "Note"));
    Block names = new Block(FIRST_ROW, 2, book.getSheet("Measures").getLastRowNum(), 2);
    DataValidationHelper helper = sheet.getDataValidationHelper();
    stop(
        sheet,
        helper.createFormulaListConstraint(names.on("Measures")),
        new CellRangeAddressList(FIRST_ROW, last, 0, 0),
        "Choose a measure of the Measures sheet.");
    stop(
        sheet,
        helper.createDateConstraint(OperatorType.GREATER_THAN, "36526", null, null),
        new CellRangeAddressList(FIRST_ROW, last, 1, 1),
        "Type the first day of the month, such as 01/04/2026.");
    tablePage(sheet, 0);
  }

  private void glossary() {
    XSSFSheet sheet =
        sheet(
            "Glossary",
            "Glossary",
            "Terms that the report uses and their meanings, in alphabetical order.");
    headings(sheet, List.of("Term", "Meaning"), 34, 110);
    int row = FIRST_ROW;
    for (TermText term : text.glossary()) {
      put(sheet, row, 0, term.term(), looks.strongLabel());
      put(sheet, row, 1, term.meaning(), looks.label());
      tall(sheet, row++, term.meaning(), 110);
    }
    tablePage(sheet, 0);
  }

  private XSSFSheet sheet(String name, String title, String note) {
    XSSFSheet sheet = book.createSheet(name);
    sheet.setDisplayGridlines(false);
    put(sheet, 0, 0, title, looks.title());
    sheet.getRow(0).setHeightInPoints(TITLE);
    put(sheet, 1, 0, note, looks.note());
    return sheet;
  }

  private void headings(XSSFSheet sheet, List<String> headings, int... widths) {
    for (int column = 0; column < headings.size(); column++) {
      put(sheet, HEADER_ROW, column, headings.get(column), looks.header("General"));
      sheet.setColumnWidth(column, width(widths[column]));
    }
    sheet.getRow(HEADER_ROW).setHeightInPoints(1.5f * LINE);
  }

  private static void tablePage(XSSFSheet sheet, int labelColumns) {
    sheet.createFreezePane(labelColumns, FIRST_ROW);
    printed(sheet, true);
    fitToWidth(sheet);
  }

  private static void printed(XSSFSheet sheet, boolean hasHeader) {
    XSSFPrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setLeftToRight(true);
    sheet.setMargin(PageMargin.LEFT, 0.4);
    sheet.setMargin(PageMargin.RIGHT, 0.4);
    sheet.setMargin(PageMargin.TOP, 0.5);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("Page &P of &N");
    if (hasHeader) {
      sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    }
  }

  private static void fitToWidth(XSSFSheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private static void choose(
      XSSFSheet sheet, int top, int bottom, int column, List<String> choices) {
    stop(
        sheet,
        sheet
            .getDataValidationHelper()
            .createExplicitListConstraint(choices.toArray(String[]::new)),
        new CellRangeAddressList(top, bottom, column, column),
        "Choose a value from the list.");
  }

  /** For choices that have commas in them, which a list written into the rule cannot have. */
  private static void choose(XSSFSheet sheet, int top, int bottom, int column, Block choices) {
    stop(
        sheet,
        sheet.getDataValidationHelper().createFormulaListConstraint(choices.on("Settings")),
        new CellRangeAddressList(top, bottom, column, column),
        "Choose a value from the list.");
  }

  private static void stop(
      XSSFSheet sheet,
      DataValidationConstraint constraint,
      CellRangeAddressList cells,
      String remedy) {
    DataValidation validation = sheet.getDataValidationHelper().createValidation(constraint, cells);
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    validation.createErrorBox("Not a value that can be used", remedy);
    validation.setShowErrorBox(true);
    sheet.addValidationData(validation);
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column, XSSFCellStyle style) {
    XSSFRow found = sheet.getRow(row);
    XSSFCell cell = (found == null ? sheet.createRow(row) : found).createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  private static XSSFCell put(
      XSSFSheet sheet, int row, int column, String text, XSSFCellStyle style) {
    XSSFCell cell = cell(sheet, row, column, style);
    if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
    return cell;
  }

  /** Writes a number as a number, a per cent as a fraction, anything else as text. */
  private static void put(XSSFCell cell, String text) {
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (text.matches("\\d+(\\.\\d+)?%")) {
      BigDecimal points = new BigDecimal(text.substring(0, text.length() - 1));
      cell.setCellValue(points.movePointLeft(2).doubleValue());
    } else if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
  }

  /** Makes a row high enough for a text in a column of so many characters. */
  private static void tall(XSSFSheet sheet, int row, String text, int characters) {
    int lines = 1 + (int) (text.length() / (1.1 * characters));
    XSSFRow found = sheet.getRow(row);
    found.setHeightInPoints(Math.max(found.getHeightInPoints(), lines * LINE));
  }

  private static String format(MeasureText measure) {
    int decimals = measure.decimals().orElse(measure.unit().equals("Hours") ? 1 : 0);
    String places = decimals == 0 ? "" : "." + "0".repeat(decimals);
    return measure.unit().equals("Percentage") ? "0" + places + "%" : "#,##0" + places;
  }

  private static int width(int characters) {
    return (int) ((characters + 0.71) * 256);
  }

  /** The same file with every entry's time fixed. */
  private static byte[] undated(byte[] file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(MADE);
        zip.putNextEntry(copy);
        in.transferTo(zip);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
