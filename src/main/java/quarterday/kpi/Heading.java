package quarterday.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import quarterday.sheet.CellSnapshot;

/** The column headings that the product understands, in the spellings that offices use. */
enum Heading {
  MEASURE(
      "measure",
      "measures",
      "indicator",
      "kpi name",
      "kpi measure",
      "measure name",
      "performance measure",
      "performance indicator",
      "indicator name",
      "metric",
      "kpi description"),
  KPI("kpi", "kpi no", "kpi number", "kpi ref", "ref", "ref no", "reference", "no", "kpi id"),
  UNIT("unit", "units", "unit of measure", "measured in"),
  SECTION("section", "theme", "category"),
  COMMENTARY(
      "commentary", "comments", "comment", "narrative", "performance commentary", "explanation"),
  NAME("name", "setting"),
  VALUE("value"),
  ID("id", "measure id"),
  RULE("quarter rule", "quarterly rule"),
  NUMERATOR("numerator"),
  DENOMINATOR("denominator"),
  BETTER("better when"),
  TARGET("target"),
  LOWEST("lowest"),
  HIGHEST("highest"),
  LIMITS_METHOD("limits method"),
  CHART("chart"),
  ALIASES("also known as", "aliases"),
  DEFINITION("definition"),
  MONTH("month", "period", "date"),
  PERIOD(
      "month",
      "period",
      "date",
      "quarter",
      "month ending",
      "month end",
      "month commencing",
      "month year",
      "year month",
      "period ending",
      "reporting month",
      "reporting period",
      "reporting quarter"),
  YEAR("year", "financial year", "fy"),
  FIGURE(
      "value",
      "values",
      "figure",
      "figures",
      "actual",
      "actuals",
      "result",
      "results",
      "count",
      "number",
      "total",
      "performance",
      "outturn"),
  KIND("kind"),
  REASON("reason"),
  BY("by"),
  TERM("term", "terms", "abbreviation"),
  MEANING("meaning", "definition", "explanation");

  private final Set<String> spellings;

  Heading(String... spellings) {
    this.spellings = Set.copyOf(Arrays.asList(spellings));
  }

  /** Whether a cell holds this heading. */
  boolean is(CellSnapshot cell) {
    return text(cell).filter(spellings::contains).isPresent();
  }

  /** A heading without case, punctuation and odd spaces. */
  private static Optional<String> text(CellSnapshot cell) {
    return cell.content()
        .text()
        .filter(text -> text.length() < 60)
        .map(Heading::plain)
        .filter(text -> !text.isEmpty());
  }

  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (space && !plain.isEmpty()) {
          plain.append(' ');
        }
        plain.append(c);
        space = false;
      } else {
        space = true;
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
