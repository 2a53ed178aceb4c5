package quarterday.kpi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.sheet.UnusableInput;

/** Settings that somebody asks for beside a workbook, on a command line or in a request. */
public final class RequestedSettings {
  private RequestedSettings() {}

  /**
   * Reads what was asked for, each value in its one spelling.
   *
   * @param period the quarter or month reported, such as {@code 2020/21 Q1}
   * @param assignments any settings, each as {@code Name=Value}; a later one replaces an earlier
   * @throws UnusableInput if there is no such setting, or it does not take the value
   */
  public static Map<Setting, String> parse(Optional<String> period, List<String> assignments)
      throws UnusableInput {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 0) {
        throw new UnusableInput(
            "bad-setting",
            "\u201c" + assignment + "\u201d sets nothing.",
            "Write it as NAME=VALUE, such as \"Window months=24\".");
      }
      put(all, assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    if (period.isPresent()) {
      put(all, Setting.REPORTING_PERIOD.label(), period.get());
    }
    return all;
  }

  /**
   * Reads settings that are to be kept, each value in its one spelling; an empty one takes the
   * value out.
   *
   * @throws UnusableInput if there is no such setting, or it does not take the value
   */
  public static Map<Setting, String> parse(Map<String, String> values) throws UnusableInput {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    for (Map.Entry<String, String> each : values.entrySet()) {
      if (each.getValue().isBlank()) {
        all.put(named(each.getKey()), "");
      } else {
        put(all, each.getKey(), each.getValue());
      }
    }
    return all;
  }

  private static Setting named(String name) throws UnusableInput {
    return Setting.parse(name)
        .orElseThrow(
            () ->
                new UnusableInput(
                    "bad-setting",
                    "There is no setting \u201c" + name.strip() + "\u201d.",
                    "The Settings sheet of the template lists them all."));
  }

  private static void put(Map<Setting, String> all, String name, String value)
      throws UnusableInput {
    Setting setting = named(name);
    if (setting == Setting.REPORTING_PERIOD && PeriodReader.isAmbiguous(value)) {
      throw new UnusableInput(
          "ambiguous-period",
          "\u201c" + value + "\u201d may be a calendar or a financial quarter.",
          "Write the financial year, such as 2020/21 Q1.");
    }
    all.put(
        setting,
        setting
            .cleaned(value)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        "bad-setting",
                        "\u201c"
                            + setting.label()
                            + "\u201d does not take \u201c"
                            + value
                            + "\u201d.",
                        "It takes " + setting.wanted() + ".")));
  }
}
