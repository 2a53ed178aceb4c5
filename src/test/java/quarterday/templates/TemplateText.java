package quarterday.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a workbook is made of, as the resources say it: all text, as a reviewer reads it.
 *
 * @param figures by measure id and month, a quarter's by its last: a number such as {@code 30.5} or
 *     {@code 61%}, a shorthand such as {@code [x]}, or a marked number such as {@code 18 [b]}
 * @param words by measure id and column heading
 */
record TemplateText(
    List<SheetText> sheets,
    List<MeasureText> measures,
    Map<String, Map<YearMonth, String>> figures,
    Map<String, Map<String, String>> words,
    List<SettingText> settings,
    List<AdjustmentText> adjustments,
    List<TermText> glossary,
    List<CoverText> cover) {

  private static final String QUARTER = "quarter";
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * A sheet of measures: its name, its texts, its columns in each edition, its columns of words.
   *
   * @param quarterly whether a column is a quarter, by its last month, and not a month
   */
  record SheetText(
      String name,
      boolean exampleOnly,
      String title,
      String note,
      String exampleNote,
      String content,
      boolean quarterly,
      List<YearMonth> blankMonths,
      List<YearMonth> exampleMonths,
      List<String> wordColumns) {

    List<YearMonth> months(Edition edition) {
      return edition == Edition.BLANK ? blankMonths : exampleMonths;
    }

    boolean isIn(Edition edition) {
      return edition == Edition.EXAMPLE || !exampleOnly;
    }
  }

  /** How a row's cells come about. */
  enum Calculated {
    /** Typed. */
    NO,
    /** Numerator by denominator. */
    RATIO,
    /** The sum of the typed rows of its sheet. */
    TOTAL
  }

  /** A measure: a row of its sheet, with decimals of its own or none, and of the sheet Measures. */
  record MeasureText(
      String sheet,
      String group,
      String id,
      String kpi,
      String name,
      String unit,
      OptionalInt decimals,
      String quarterRule,
      String numerator,
      String denominator,
      String betterWhen,
      String target,
      String lowest,
      String highest,
      String chart,
      Calculated calculated,
      String alsoKnownAs,
      String definition) {}

  /** A setting with its default and, where only some values will do, these. */
  record SettingText(String name, String value, List<String> choices, String effect) {}

  /** A recorded adjustment of the example. */
  record AdjustmentText(
      String measure, YearMonth month, String kind, String reason, String by, String date) {}

  /** A term and its meaning. */
  record TermText(String term, String meaning) {}

  /** A line of the cover in each edition, empty where it has none. */
  record CoverText(String line, String blank, String example) {
    String text(Edition edition) {
      return edition == Edition.BLANK ? blank : example;
    }
  }

  /** Reads the resources of one workbook. */
  static TemplateText read(String folder) {
    return new TemplateText(
        records(folder, "sheets").stream().map(TemplateText::sheet).toList(),
        records(folder, "measures").stream().map(TemplateText::measure).toList(),
        figures(records(folder, "months")),
        words(records(folder, "words")),
        records(folder, "settings").stream()
            .map(
                r ->
                    new SettingText(
                        r.get("Name"), r.get("Value"), listed(r, "Choices"), r.get("What it does")))
            .toList(),
        records(folder, "adjustments").stream()
            .map(
                r ->
                    new AdjustmentText(
                        r.get("Measure"),
                        YearMonth.parse(r.get("Month")),
                        r.get("Kind"),
                        r.get("Reason"),
                        r.get("By"),
                        r.get("Date")))
            .toList(),
        records(folder, "glossary").stream()
            .map(r -> new TermText(r.get("Term"), r.get("Meaning")))
            .toList(),
        records(folder, "cover").stream()
            .map(r -> new CoverText(r.get("Line"), r.get("Blank"), r.get("Example")))
            .toList());
  }

  /** The lines of one resource, by their headings. */
  static List<CSVRecord> records(String folder, String name) {
    String file = folder + "/" + name + ".csv";
    try (InputStream stream = TemplateText.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("No such resource: " + file);
      }
      try (CSVParser parser = CSV.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return parser.getRecords();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SheetText sheet(CSVRecord r) {
    return new SheetText(
        r.get("Sheet"),
        r.get("Editions").equals("example"),
        r.get("Title"),
        r.get("Note"),
        r.get("Example note"),
        r.get("What it holds"),
        r.get("Example every").equals(QUARTER),
        months(r, "Blank"),
        months(r, "Example"),
        listed(r, "Words"));
  }

  private static MeasureText measure(CSVRecord r) {
    String calculated = r.get("Calculated");
    String decimals = r.get("Decimals");
    return new MeasureText(
        r.get("Sheet"),
        r.get("Group"),
        r.get("Id"),
        r.get("KPI"),
        r.get("Measure"),
        r.get("Unit"),
        decimals.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(decimals)),
        r.get("Quarter rule"),
        r.get("Numerator"),
        r.get("Denominator"),
        r.get("Better when"),
        r.get("Target"),
        r.get("Lowest"),
        r.get("Highest"),
        r.get("Chart"),
        calculated.isEmpty()
            ? Calculated.NO
            : calculated.equals("ratio") ? Calculated.RATIO : Calculated.TOTAL,
        r.get("Also known as"),
        r.get("Definition"));
  }

  private static List<YearMonth> months(CSVRecord r, String edition) {
    List<YearMonth> months = new ArrayList<>();
    if (!r.get(edition + " from").isEmpty()) {
      YearMonth last = YearMonth.parse(r.get(edition + " to"));
      String step = r.get(edition + " every");
      int every = step.equals(QUARTER) ? 3 : Integer.parseInt(step);
      for (YearMonth m = YearMonth.parse(r.get(edition + " from"));
          !m.isAfter(last);
          m = m.plusMonths(every)) {
        months.add(m);
      }
    }
    return months;
  }

  private static Map<String, Map<YearMonth, String>> figures(List<CSVRecord> lines) {
    Map<String, Map<YearMonth, String>> figures = new LinkedHashMap<>();
    for (CSVRecord line : lines) {
      YearMonth april = YearMonth.of(Integer.parseInt(line.get("Year").substring(0, 4)), 4);
      Map<YearMonth, String> months =
          figures.computeIfAbsent(line.get("Measure"), id -> new TreeMap<>());
      for (int i = 0; i < 12; i++) {
        String text = line.get(2 + i);
        if (!text.isEmpty()) {
          months.put(april.plusMonths(i), text);
        }
      }
    }
    return figures;
  }

  private static Map<String, Map<String, String>> words(List<CSVRecord> lines) {
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    for (CSVRecord line : lines) {
      words
          .computeIfAbsent(line.get("Measure"), id -> new LinkedHashMap<>())
          .put(line.get("Column"), line.get("Text"));
    }
    return words;
  }

  private static List<String> listed(CSVRecord r, String column) {
    return r.get(column).isEmpty() ? List.of() : List.of(r.get(column).split("\\|"));
  }
}
