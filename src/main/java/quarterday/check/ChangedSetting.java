package quarterday.check;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.kpi.Setting;

/** A setting that was another in the last report and changes what is judged or shown. */
final class ChangedSetting implements Check {
  /** What only names the report and its people changes no figure. */
  private static final Set<Setting> NAMES =
      EnumSet.of(
          Setting.ORGANISATION,
          Setting.POST_HOLDER,
          Setting.PANEL,
          Setting.REPORT_TITLE,
          Setting.AUTHOR,
          Setting.CONTACT,
          Setting.REPORTING_PERIOD);

  @Override
  public CheckRule rule() {
    return CheckRule.CHANGED_SETTING;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Setting setting : Setting.values()) {
      String then = subject.before().settings().get(setting.label());
      String now = subject.review().settings().text(setting);
      if (!NAMES.contains(setting) && then != null && !then.equals(now)) {
        found.accept(
            Finding.about(
                rule(),
                "",
                String.format(
                    Locale.ROOT,
                    "The setting \u201c%s\u201d was \u201c%s\u201d and is now \u201c%s\u201d; say so in the report if it changes what readers compare, or put it back.",
                    setting.label(),
                    then,
                    now)));
      }
    }
  }
}
