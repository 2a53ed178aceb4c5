package quarterday.kpi;

import quarterday.sheet.Address;

/**
 * Something odd in the figures, with its cell and what to do about it.
 *
 * @param code the rule that speaks
 * @param severity how much it matters
 * @param sheet the sheet's name, or empty when it is about the whole workbook
 * @param cell the cell's address, such as {@code B7}, or empty
 * @param measure the measure's name, or empty
 * @param message what was found and what to do, in plain English
 * @param suggestion a value to put into the cell, or empty
 * @param accepted why somebody accepted it as it is, or empty while nobody did
 */
public record Finding(
    String code,
    Severity severity,
    String sheet,
    String cell,
    String measure,
    String message,
    String suggestion,
    String accepted) {
  /** A finding about a cell, without a suggestion. */
  public static Finding at(Rule rule, String sheet, Address cell, String measure, String message) {
    return new Finding(
        rule.code(), rule.severity(), sheet, cell.toString(), measure, message, "", "");
  }

  /** A finding about a sheet or, with an empty sheet, about the workbook. */
  public static Finding about(Rule rule, String sheet, String message) {
    return new Finding(rule.code(), rule.severity(), sheet, "", "", message, "", "");
  }

  /** The same finding, mattering more or less than its rule usually does. */
  public Finding as(Severity other) {
    return new Finding(code, other, sheet, cell, measure, message, suggestion, accepted);
  }

  /** The same finding with a value to accept. */
  public Finding suggesting(String value) {
    return new Finding(code, severity, sheet, cell, measure, message, value, accepted);
  }

  /** The same finding, accepted by somebody with a reason: it stands in nobody's way any more. */
  public Finding accepted(String reason) {
    return new Finding(
        code, Severity.ADVICE, sheet, cell, measure, message, suggestion, reason.strip());
  }

  /** Whether somebody has accepted it. */
  public boolean isAccepted() {
    return !accepted.isEmpty();
  }
}
