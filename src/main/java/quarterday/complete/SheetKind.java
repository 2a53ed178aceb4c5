package quarterday.complete;

import java.util.Locale;
import java.util.Set;
import quarterday.kpi.MeasureTable;

/** The sheets that the product adds, in their order. They are known by name, never by title. */
enum SheetKind {
  HIGHLIGHTS("Highlights"),
  CHARTS("Charts"),
  RESULTS("Results"),
  SPC_DATA("SPC data"),
  CHECKS("Checks"),
  METHOD("Method"),
  GLOSSARY("Glossary");

  private final String title;

  SheetKind(String title) {
    this.title = title;
  }

  /** The sheet's name, unless it is taken. */
  String title() {
    return title;
  }

  /** The defined name by which the sheet is known. */
  String definedName() {
    return MeasureTable.SHEET_PREFIX + title.replace(' ', '_');
  }

  /** The name of the table on the sheet. */
  String tableName() {
    return "Quarterday_" + title.replace(' ', '_');
  }

  /** The title, or another one if sheets already have it. */
  String freeTitle(Set<String> taken) {
    String candidate = title;
    for (int n = 1; taken.contains(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = title + " (Quarterday" + (n == 1 ? "" : " " + n) + ")";
    }
    return candidate;
  }
}
