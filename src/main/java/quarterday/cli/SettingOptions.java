package quarterday.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import quarterday.kpi.RequestedSettings;
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
    return RequestedSettings.parse(period, settings);
  }
}
