package quarterday.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import quarterday.sheet.UnusableInput;

/** The options that say where a workbook is written: exactly one of them is given. */
final class Destination {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.xlsx",
      description = "Where to write.")
  private Path output;

  @Option(names = "--in-place", description = "Write over the input.")
  private boolean inPlace;

  boolean isInPlace() {
    return inPlace;
  }

  /** The file to be written for an input. */
  Path of(Path input, boolean several) throws UnusableInput {
    return Output.of(input, output, inPlace, several);
  }
}
