package quarterday.complete;

import java.util.List;
import quarterday.edit.Edit.Rule;
import quarterday.edit.Look;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.review.StateWords;
import quarterday.sheet.Address;

/** Colours exceptions by their words. The words carry the meaning; colour only leads the eye. */
final class ExceptionRules {
  private ExceptionRules() {}

  /** The rules for a column of exceptions whose first cell is given; the first that holds wins. */
  static List<Rule> of(Address first, Settings settings) {
    boolean amber = settings.text(Setting.STABLE_COLOUR).equals("amber");
    return List.of(
        rule(first, Guard.OUT_OF_DATE, Look.OUTDATED),
        rule(first, StateWords.SHIFT, Look.SHIFTED),
        rule(first, StateWords.WORSE, Look.WORSE),
        rule(first, StateWords.BETTER, Look.BETTER),
        rule(first, StateWords.CHANGED, Look.CHANGED),
        rule(first, StateWords.MIXED, Look.CHANGED),
        rule(first, StateWords.STABLE, amber ? Look.STABLE_AMBER : Look.STABLE),
        new Rule("LEFT(" + first.ownRow() + ",1)=\"\u25cb\"", Look.TRIAL));
  }

  private static Rule rule(Address first, String words, Look look) {
    return new Rule(
        "ISNUMBER(SEARCH(" + FormulaText.text(words) + "," + first.ownRow() + "))", look);
  }
}
