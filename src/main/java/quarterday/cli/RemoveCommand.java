package quarterday.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quarterday.complete.Removed;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/** Takes everything that completing added out of a workbook again. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Takes out everything that completing a workbook added.")
final class RemoveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN.xlsx", description = "The completed workbook.")
  private Path input;

  @ArgGroup(multiplicity = "1")
  private Destination where;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() throws UnusableInput, IOException {
    try (XlsxFile file = XlsxFile.open(input)) {
      Path target = where.of(input, false);
      Output.checkName(target, file.hasMacros());
      Removed removed = Removed.from(file.snapshot());
      file.write(removed.plan(), target);
      PrintWriter err = spec.commandLine().getErr();
      for (String sheet : removed.skipped()) {
        err.println(
            "The sheet \u201c%s\u201d is protected, so its results stayed; unprotect it and remove again."
                .formatted(sheet));
      }
      if (!quiet) {
        err.println(
            removed.plan().isEmpty()
                ? "%s has no results to remove. Written to %s."
                    .formatted(input.getFileName(), target)
                : "Results removed from %s. Written to %s.".formatted(input.getFileName(), target));
      }
      return Quarterday.DONE;
    }
  }
}
