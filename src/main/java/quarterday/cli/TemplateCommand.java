package quarterday.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quarterday.sheet.UnusableInput;

/** Writes a template to start from, or its worked example. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = "Writes a blank template, or with --example the worked one.")
final class TemplateCommand implements Callable<Integer> {
  /** The templates there are. */
  enum Template {
    /** The office's own measures. */
    OPCC("opcc-kpi"),
    /** The force's performance. */
    FORCE("force-performance");

    private final String file;

    Template(String file) {
      this.file = file;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TEMPLATE", description = "Which template: opcc or force.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.xlsx",
      required = true,
      description = "Where to write.")
  private Path output;

  @Option(names = "--example", description = "The worked example instead of the blank template.")
  private boolean example;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() throws UnusableInput {
    Optional<Template> template =
        Arrays.stream(Template.values()).filter(t -> t.word().equalsIgnoreCase(name)).findFirst();
    if (template.isEmpty()) {
      throw new UnusableInput(
          "no-template",
          "There is no template \u201c%s\u201d.".formatted(name),
          "Choose "
              + Arrays.stream(Template.values())
                  .map(Template::word)
                  .collect(Collectors.joining(" or "))
              + ".");
    }
    Path target = Files.isDirectory(output) ? output.resolve(fileName(template.get())) : output;
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UnusableInput(
          "no-folder",
          "There is no folder %s.".formatted(folder),
          "Make it first, or choose another place for -o.");
    }
    Output.checkName(target, false);
    Output.write(target, bytes(template.get()));
    if (!quiet) {
      spec.commandLine().getErr().println("Written to " + target + ".");
    }
    return Quarterday.DONE;
  }

  private String fileName(Template template) {
    return template.file + (example ? "-example" : "") + ".xlsx";
  }

  private byte[] bytes(Template template) {
    String resource = "/workbook-templates/" + fileName(template);
    try (InputStream in = TemplateCommand.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
