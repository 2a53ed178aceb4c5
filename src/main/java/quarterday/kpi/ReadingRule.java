package quarterday.kpi;

/** What can be odd about a workbook while it is read. The code is how people look it up. */
public enum ReadingRule {
  /** No table of measures on any visible sheet. */
  NO_TABLE("R01", Severity.ERROR),
  /** A header such as {@code Q1 2020}, which may be a calendar or a financial quarter. */
  AMBIGUOUS_PERIOD("R02", Severity.ERROR),
  /** Header dates that Excel made of month and two-digit year. */
  SHORT_YEAR_DATES("R03", Severity.ERROR),
  /** The same month or quarter in two columns. */
  DOUBLED_PERIOD("R04", Severity.ERROR),
  /** A month between the first and the last that no column holds. */
  MISSING_MONTH("R05", Severity.WARNING),
  /** Month columns out of order. */
  UNORDERED_MONTHS("R06", Severity.ADVICE),
  /** Text where a number belongs. */
  TEXT_VALUE("R07", Severity.WARNING),
  /** A number stored as text, or with its unit typed in. */
  TYPED_UNIT("R08", Severity.ADVICE),
  /** An error such as {@code #DIV/0!} in a cell. */
  FAULT("R09", Severity.ERROR),
  /** A fraction among percentages, or the other way round. */
  MIXED_PERCENTAGES("R10", Severity.WARNING),
  /** Figures in a row without a measure's name. */
  NO_NAME("R11", Severity.WARNING),
  /** The same measure in two rows. */
  DUPLICATE_MEASURE("R12", Severity.ERROR),
  /** A hidden sheet, which is not read. */
  HIDDEN_SHEET("R13", Severity.ADVICE),
  /** Hidden rows or columns, which are read. */
  HIDDEN_CELLS("R14", Severity.ADVICE),
  /** A protected sheet, which is not completed. */
  LOCKED_SHEET("R15", Severity.WARNING),
  /** Zeros for all measures in the latest months: months not filled in yet. */
  UNFILLED_MONTHS("R16", Severity.WARNING),
  /** A setting that is unknown or has a value that cannot be used. */
  BAD_SETTING("R17", Severity.WARNING),
  /** A row of the Adjustments sheet that cannot be used. */
  BAD_ADJUSTMENT("R18", Severity.WARNING),
  /** A reset without a reason. */
  RESET_WITHOUT_REASON("R19", Severity.ERROR),
  /** A row of the Measures sheet that cannot be used, or fits no measure. */
  BAD_DEFINITION("R20", Severity.WARNING),
  /** A typed quarter that its months do not give. */
  TYPED_QUARTER("R21", Severity.ERROR),
  /** Numerator or denominator cannot be found. */
  NO_PARTS("R22", Severity.WARNING),
  /** Trial limits, or no limits. */
  FEW_POINTS("R23", Severity.ADVICE),
  /** Too small for monthly limits. */
  SMALL_COUNTS("R24", Severity.ADVICE),
  /** A step shift that calls for a decision. */
  SHIFT_FOUND("R25", Severity.ADVICE),
  /** A definition break that calls for a decision. */
  BREAK_FOUND("R26", Severity.ADVICE),
  /** The record of the last completion is gone. */
  NO_LEDGER("R27", Severity.ADVICE),
  /** The digital signature is broken by completing the workbook. */
  SIGNATURE("R28", Severity.WARNING),
  /** A gap inside the reporting period. */
  MISSING_VALUE("R29", Severity.WARNING),
  /** An abbreviation without an explanation. */
  UNKNOWN_ABBREVIATION("R30", Severity.ADVICE),
  /** A table that cannot hold results, such as one at the right edge. */
  NO_ROOM("R31", Severity.WARNING),
  /** Months after the reporting period, which are left aside. */
  LATER_MONTHS("R32", Severity.ADVICE),
  /** A glossary term that is used nowhere. */
  UNUSED_TERM("R33", Severity.ADVICE),
  /** Rows of a long table without a month that can be read. */
  UNREAD_MONTH("R34", Severity.ERROR);

  private final String code;
  private final Severity severity;

  ReadingRule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The code people look up, such as {@code R07}. */
  public String code() {
    return code;
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }
}
