package quarterday.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quarterday.complete.Completed;
import quarterday.complete.Completion;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.xlsx.XlsxFile;

/** Shows what completing a workbook would change, without changing it. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Prints the edits that would complete a workbook, as JSON.")
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN.xlsx", description = "The workbook.")
  private Path input;

  @Mixin private SettingOptions settings;

  @Override
  public Integer call() throws UnusableInput, IOException {
    try (XlsxFile file = XlsxFile.open(input)) {
      Completed completed =
          Completion.complete(file.snapshot(), settings.cleaned(), Quarterday.Version.number());
      Json.plan(completed.plan(), spec.commandLine().getOut());
      return Quarterday.DONE;
    }
  }
}
