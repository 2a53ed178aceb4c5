package quarterday.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import quarterday.http.AddIn;
import quarterday.http.Origin;
import quarterday.sheet.UnusableInput;

/** Writes the manifest by which Excel finds the add-in of a server. */
@Command(
    name = "manifest",
    mixinStandardHelpOptions = true,
    description = "Writes the manifest of the add-in for Excel.")
final class ManifestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      required = true,
      description = "Where Excel finds the server, such as https://kpi.office.example.")
  private String origin;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.xml",
      required = true,
      description = "Where to write.")
  private Path output;

  @Option(
      names = "--test",
      description =
          "The test add-in, which Excel keeps apart from the office's; always for localhost.")
  private boolean test;

  @ArgGroup(exclusive = false)
  private TrustedFolder trusted;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  /** The shared folder that the manifest is to be put into. */
  static final class TrustedFolder {
    @Option(
        names = "--registry",
        paramLabel = "OUT.reg",
        required = true,
        description =
            "Also write a file that makes Excel on Windows trust the shared folder with the"
                + " manifest.")
    private Path registry;

    @Option(
        names = "--share",
        paramLabel = "PATH",
        required = true,
        description = "That folder, such as \\\\server\\share\\add-ins.")
    private String share;
  }

  @Override
  public Integer call() throws UnusableInput {
    AddIn addIn = AddIn.at(Origin.parse(origin), test, Quarterday.Version.number());
    checkName(output, ".xml");
    Optional<byte[]> registry = Optional.empty();
    if (trusted != null) {
      checkName(trusted.registry, ".reg");
      registry = Optional.of(AddIn.registry(trusted.share));
    }
    write(output, addIn.manifest().getBytes(StandardCharsets.UTF_8));
    if (registry.isPresent()) {
      write(trusted.registry, registry.get());
    }
    return Quarterday.DONE;
  }

  private static void checkName(Path target, String ending) throws UnusableInput {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UnusableInput(
          "no-folder",
          "There is no folder %s.".formatted(folder),
          "Make it first, or choose another place.");
    }
    if (!target.toString().endsWith(ending)) {
      throw new UnusableInput(
          "bad-ending",
          "The output %s does not end in %s.".formatted(target.getFileName(), ending),
          "Name it so.");
    }
  }

  private void write(Path target, byte[] bytes) throws UnusableInput {
    Output.write(target, bytes);
    if (!quiet) {
      spec.commandLine().getErr().println("Written to " + target + ".");
    }
  }
}
