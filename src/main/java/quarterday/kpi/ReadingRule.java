package quarterday.kpi;

/** What can be odd about a workbook while it is read. The code is how people look it up. */
public enum ReadingRule implements Rule {
  /** No table of measures on any visible sheet. */
  NO_TABLE("R01", Severity.ERROR, "A table of measures can be found"),
  /** A header such as {@code Q1 2020}, which may be a calendar or a financial quarter. */
  AMBIGUOUS_PERIOD("V19", Severity.ERROR, "Period label is complete"),
  /** Header dates that Excel made of month and two-digit year. */
  SHORT_YEAR_DATES("R03", Severity.ERROR, "Header dates are the months meant"),
  /** The same month or quarter in two columns. */
  DOUBLED_PERIOD("R04", Severity.ERROR, "Each month has one column"),
  /** A month between the first and the last that no column holds. */
  MISSING_MONTH("R05", Severity.WARNING, "No month is missing between others"),
  /** Month columns out of order. */
  UNORDERED_MONTHS("R06", Severity.ADVICE, "Months run from left to right"),
  /** Words where a number belongs. */
  WORDS_FOR_VALUE("V25", Severity.ERROR, "Not available is marked, never 0 or blank"),
  /** Text where a number belongs. */
  TEXT_VALUE("R07", Severity.WARNING, "Values are numbers"),
  /** A number stored as text. */
  TEXT_NUMBER("R08", Severity.ADVICE, "Numbers are not stored as text"),
  /** A number with its unit typed in. */
  TYPED_UNIT("V27", Severity.WARNING, "Unit is set and constant"),
  /** An error such as {@code #DIV/0!} in a cell. */
  FAULT("R09", Severity.ERROR, "No cell shows an error"),
  /** A fraction among percentages, or the other way round. */
  MIXED_PERCENTAGES("R10", Severity.WARNING, "Percentages are typed one way"),
  /** Figures in a row without a measure's name. */
  NO_NAME("R11", Severity.WARNING, "Every row of figures has a name"),
  /** The same measure in two rows. */
  DUPLICATE_MEASURE("R12", Severity.ERROR, "Each measure stands once"),
  /** A hidden sheet, which is not read. */
  HIDDEN_SHEET("R13", Severity.ADVICE, "Tables of measures are visible"),
  /** Hidden rows or columns, which are read. */
  HIDDEN_CELLS("R14", Severity.ADVICE, "Rows and columns are visible"),
  /** A protected sheet, which is not completed. */
  LOCKED_SHEET("R15", Severity.WARNING, "Sheets can be written to"),
  /** Zeros for all measures in the latest months: months not filled in yet. */
  UNFILLED_MONTHS("R16", Severity.WARNING, "Months not filled in are blank"),
  /** A setting that is unknown or has a value that cannot be used. */
  BAD_SETTING("R17", Severity.WARNING, "Settings can be used"),
  /** A row of the Adjustments sheet that cannot be used. */
  BAD_ADJUSTMENT("R18", Severity.WARNING, "Adjustments can be used"),
  /** A reset without a reason. */
  RESET_WITHOUT_REASON("V39", Severity.WARNING, "Limits reset only with a reason"),
  /** A row of the Measures sheet that cannot be used, or fits no measure. */
  BAD_DEFINITION("R20", Severity.WARNING, "Definitions of measures can be used"),
  /** A typed percentage of a quarter that its parts do not give. */
  TYPED_RATIO("V01", Severity.ERROR, "Percentage agrees with its parts"),
  /** A typed quarter that its months do not give. */
  TYPED_QUARTER("V04", Severity.ERROR, "Parts add to the total"),
  /** Numerator or denominator cannot be found. */
  NO_PARTS("R22", Severity.WARNING, "Parts of a ratio can be found"),
  /** Trial limits, or no limits. */
  FEW_POINTS("V35", Severity.WARNING, "Enough points for limits"),
  /** Too small for monthly limits. */
  SMALL_COUNTS("R24", Severity.ADVICE, "Counts are large enough for monthly limits"),
  /** A step shift that calls for a decision. */
  SHIFT_FOUND("R25", Severity.ADVICE, "A lasting shift is decided on"),
  /** A definition break that calls for a decision. */
  BREAK_FOUND("R26", Severity.ADVICE, "A marked break is decided on"),
  /** The record of the last completion is gone. */
  NO_LEDGER("R27", Severity.ADVICE, "The record of the last completion is kept"),
  /** The digital signature is broken by completing the workbook. */
  SIGNATURE("R28", Severity.WARNING, "The digital signature holds"),
  /** An abbreviation without an explanation. */
  UNKNOWN_ABBREVIATION("V46", Severity.ADVICE, "Glossary covers the terms used"),
  /** A table that cannot hold results, such as one at the right edge. */
  NO_ROOM("R31", Severity.WARNING, "There is room for results"),
  /** Months after the reporting period, which are left aside. */
  LATER_MONTHS("R32", Severity.ADVICE, "Later months are meant to be left aside"),
  /** A glossary term that is used nowhere. */
  UNUSED_TERM("V46", Severity.ADVICE, "Glossary covers the terms used"),
  /** Tables without a figure for the reporting period. */
  NO_FIGURES("R34", Severity.ERROR, "There are figures to judge"),
  /** Months without a year, and rows of a long table without a month. */
  UNREAD_MONTH("R35", Severity.ERROR, "Every month can be read"),
  /** The months of the year seem to differ. */
  SEASON("R40", Severity.ADVICE, "Months of the year do not differ"),
  /** Each figure resembles the one before. */
  AUTOCORRELATION("R41", Severity.ADVICE, "Figures do not resemble the ones before"),
  /** A slow drift over the last two years. */
  SUSTAINED_DRIFT("R42", Severity.ADVICE, "Figures do not drift"),
  /** So many cases that p limits are too narrow. */
  LARGE_DENOMINATORS("R43", Severity.WARNING, "Limits method fits the number of cases"),
  /** A change within a survey's margin of error. */
  WITHIN_SURVEY_MARGIN("R44", Severity.ADVICE, "Survey change is beyond its margin"),
  /** A limits method that needs parts that no rows hold. */
  METHOD_WITHOUT_PARTS("R45", Severity.WARNING, "Limits method has the parts it needs"),
  /** The method that the workbook's own limits were drawn by. */
  METHOD_RECOGNISED("R46", Severity.ADVICE, "Limits method is set"),
  /** Limits in the workbook that no method reproduces. */
  METHOD_UNKNOWN("R47", Severity.ADVICE, "Limits in the workbook can be reproduced");

  private final String code;
  private final Severity severity;
  private final String title;

  ReadingRule(String code, Severity severity, String title) {
    this.code = code;
    this.severity = severity;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String title() {
    return title;
  }
}
