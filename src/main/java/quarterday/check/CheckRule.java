package quarterday.check;

import quarterday.kpi.Rule;
import quarterday.kpi.Severity;

/** What a check can find, in the order of the published list of rules. */
public enum CheckRule implements Rule {
  PERCENTAGE_OF_PARTS("V01", Severity.ERROR, "Percentage agrees with its parts"),
  CHANGE("V02", Severity.ERROR, "Change agrees with both periods"),
  PER_CENT_CHANGE("V03", Severity.ERROR, "Per cent change agrees"),
  PARTS_ADD_UP("V04", Severity.ERROR, "Parts add to the total"),
  SHARES_ADD_UP("V05", Severity.WARNING, "Shares add to 100"),
  POSSIBLE_SHARE("V06", Severity.ERROR, "Share is possible for the stated base"),
  OPPOSITE("V07", Severity.ERROR, "Not the opposite of what the name says"),
  PHYSICALLY_POSSIBLE("V08", Severity.ERROR, "Within what is physically possible"),
  RATE_OF_BASE("V09", Severity.ERROR, "Rate agrees with its stated base"),
  RELATED_MEASURES("V10", Severity.WARNING, "Related measures hang together"),
  TARGET_WORDS("V11", Severity.WARNING, "Words about the target agree with the numbers"),
  HIDDEN_BREACH("V12", Severity.WARNING, "Total does not hide individual breaches"),
  TABLE_AND_TEXT("V13", Severity.WARNING, "Table and text show the same value"),
  HIGHLIGHTS_AND_TABLE("V14", Severity.ERROR, "Highlights and appendix agree"),
  DOUBLE_NEGATIVE("V15", Severity.WARNING, "No double negative"),
  SIGN_OF_CHANGE("V16", Severity.ADVICE, "Sign shown on every change"),
  POINTS_AND_PER_CENT("V17", Severity.WARNING, "Points and per cent not confused"),
  STALE_PERIOD("V18", Severity.ERROR, "No stale period in the text"),
  PERIOD_LABEL("V19", Severity.ERROR, "Period label is complete"),
  DATES("V20", Severity.WARNING, "Dates are right"),
  UNIQUE_NUMBERS("V21", Severity.ERROR, "KPI numbers are unique"),
  NUMBER_GAPS("V22", Severity.WARNING, "KPI numbers have no gap"),
  SAME_NUMBER("V23", Severity.WARNING, "Same number, same measure"),
  DROPPED_MEASURE("V24", Severity.WARNING, "Dropped measures are explained"),
  NOT_AVAILABLE("V25", Severity.ERROR, "Not available is marked, never 0 or blank"),
  MISSING_VALUE("V26", Severity.ERROR, "Row has a value"),
  CONSTANT_UNIT("V27", Severity.WARNING, "Unit is set and constant"),
  DEFINITION_CHANGE("V28", Severity.WARNING, "Definition change is marked"),
  STOCK_AND_FLOW("V29", Severity.WARNING, "Stock and flow not mixed"),
  ZERO("V30", Severity.ERROR, "Zero is not contradicted"),
  TIME_LIMIT("V31", Severity.ERROR, "Claim of meeting a time limit is not contradicted"),
  SYMMETRIC_LIMITS("V32", Severity.ERROR, "Control limits are symmetric"),
  BOUNDED_LIMITS("V33", Severity.ADVICE, "Limits respect natural bounds"),
  WINDOW_LABEL("V34", Severity.WARNING, "Window label agrees with its dates"),
  RUN_LENGTH("V36", Severity.ERROR, "Run length and side recounted"),
  COMPLETE_HIGHLIGHTS("V37", Severity.ERROR, "Highlights are complete and justified"),
  CURRENT_EXCEPTIONS("V38", Severity.ADVICE, "Exceptions are current"),
  RESET_REASON("V39", Severity.WARNING, "Limits reset only with a reason"),
  STATE_WORDS("V40", Severity.WARNING, "State words agree with the state"),
  SMALL_BASE("V41", Severity.WARNING, "No percentages on small counts"),
  NOT_ADDITIVE("V42", Severity.ERROR, "No adding of what cannot be added"),
  SAMPLING_ERROR("V43", Severity.WARNING, "Survey change is bigger than sampling error"),
  YEAR_AND_QUARTERS("V44", Severity.ERROR, "Year is not less than its known quarters"),
  SILENT_REVISION("V45", Severity.WARNING, "Earlier figure has not moved silently"),
  ONE_SPELLING("V47", Severity.ADVICE, "Names are spelt one way"),
  APPROXIMATION("V48", Severity.ADVICE, "Exact figures not called approximate"),
  CAUSE_AND_DATES("V49", Severity.WARNING, "Stated cause covers the dates"),
  COMPARISON_BASIS("V50", Severity.WARNING, "Comparison basis is stated and standard"),
  CONSTANT_DECIMALS("V51", Severity.ADVICE, "Decimals are constant for a measure"),
  PROMISED_CONTENT("V53", Severity.WARNING, "Promised content is present"),
  SIZE_WORDS("V54", Severity.ADVICE, "Size words fit the size"),
  SMALL_NUMBERS_ABOUT_PEOPLE("V55", Severity.ERROR, "Nobody can be identified"),
  /** Merged cells among a table's figures. */
  MERGED_FIGURES("R60", Severity.WARNING, "No figures are merged"),
  /** A figure ten or a hundred times its neighbours. */
  TYPING_SLIP("R61", Severity.WARNING, "No figure has slipped a digit"),
  /** A setting that differs from the last report's. */
  CHANGED_SETTING("R62", Severity.ADVICE, "Settings are those of the last report");

  private final String code;
  private final Severity severity;
  private final String title;

  CheckRule(String code, Severity severity, String title) {
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
