package quarterday.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.Setting;
import quarterday.sheet.UnusableInput;

/** The options that override a workbook's settings. */
final class SettingOptions {
  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "The quarter or month reported, such as \"2020/21 Q1\" or \"December 2018\".")
  private Optional<String> period = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Any setting of the workbook, such as \"Limits method=Standard deviation\".")
  private List<String> settings = new ArrayList<>();

  Map<Setting, String> cleaned() throws UnusableInput {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 0) {
        throw new UnusableInput(
            "bad-setting",
            "\u201c%s\u201d sets nothing.".formatted(setting),
            "Write it as NAME=VALUE, such as \"Window months=24\".");
      }
      put(all, setting.substring(0, equals), setting.substring(equals + 1));
    }
    if (period.isPresent()) {
      put(all, Setting.REPORTING_PERIOD.label(), period.get());
    }
    return all;
  }

  private static void put(Map<Setting, String> all, String name, String value)
      throws UnusableInput {
    Setting setting =
        Setting.parse(name)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        "bad-setting",
                        "There is no setting \u201c%s\u201d.".formatted(name.strip()),
                        "The Settings sheet of the template lists them all."));
    if (setting == Setting.REPORTING_PERIOD && PeriodReader.isAmbiguous(value)) {
      throw new UnusableInput(
          "ambiguous-period",
          "\u201c%s\u201d may be a calendar or a financial quarter.".formatted(value),
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
                        "\u201c%s\u201d does not take \u201c%s\u201d."
                            .formatted(setting.label(), value),
                        "It takes " + setting.wanted() + ".")));
  }
}
