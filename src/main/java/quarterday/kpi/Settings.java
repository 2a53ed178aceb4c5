package quarterday.kpi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import quarterday.spc.ChartRules;
import quarterday.spc.LimitsMethod;

/** The settings in force and where each comes from. */
public final class Settings {
  /** Where a value comes from. */
  public enum Source {
    /** Nobody said anything. */
    DEFAULT("default"),
    /** Limits that stand in the workbook already. */
    RECOGNISED("limits in the workbook"),
    /** The workbook's Settings sheet. */
    WORKBOOK("Settings sheet"),
    /** Whoever asked for this completion. */
    REQUEST("this request");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }

  private record Value(String text, Source source) {}

  private final Map<Setting, Value> values;

  private Settings(Map<Setting, Value> values) {
    this.values = values;
  }

  /** All defaults. */
  public static Settings standard() {
    return new Settings(new EnumMap<>(Setting.class));
  }

  /** These settings with others on top; all values are clean. */
  public Settings with(Map<Setting, String> cleaned, Source source) {
    Map<Setting, Value> all = new EnumMap<>(Setting.class);
    all.putAll(values);
    cleaned.forEach((setting, text) -> all.put(setting, new Value(text, source)));
    return new Settings(all);
  }

  /** The value of a setting, in its one spelling. */
  public String text(Setting setting) {
    Value value = values.get(setting);
    return value == null ? setting.standard() : value.text;
  }

  /** Where the value comes from. */
  public Source source(Setting setting) {
    Value value = values.get(setting);
    return value == null ? Source.DEFAULT : value.source;
  }

  /** The value of a setting that takes whole numbers. */
  public int whole(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** The value of a setting that takes yes or no. */
  public boolean yes(Setting setting) {
    return text(setting).equals("yes");
  }

  /** The reporting period asked for, if one is. */
  public Optional<ReportingPeriod> reportingPeriod() {
    return PeriodReader.parse(text(Setting.REPORTING_PERIOD));
  }

  /** How many decimals figures of this unit are shown with. */
  public int decimals(Unit unit) {
    String text = text(Setting.DECIMALS);
    return text.equals("by unit") ? unit.decimals() : Integer.parseInt(text);
  }

  /** How control charts are drawn and judged. */
  public ChartRules chartRules() {
    return new ChartRules(
        LimitsMethod.parse(text(Setting.LIMITS_METHOD)).orElseThrow(),
        whole(Setting.WINDOW_MONTHS),
        whole(Setting.LOCK_LIMITS_AT),
        whole(Setting.SHIFT_LENGTH),
        whole(Setting.TREND_POINTS),
        yes(Setting.TWO_OF_THREE));
  }
}
