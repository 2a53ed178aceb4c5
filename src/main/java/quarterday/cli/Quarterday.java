package quarterday.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import quarterday.http.Incident;
import quarterday.sheet.UnusableInput;

/** The command line: one engine, a command for each job. */
@Command(
    name = "quarterday",
    mixinStandardHelpOptions = true,
    versionProvider = Quarterday.Version.class,
    description = "Completes the KPI workbook behind a performance report.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CompleteCommand.class,
      CheckCommand.class,
      RemoveCommand.class,
      PlanCommand.class,
      LimitsCommand.class,
      TemplateCommand.class,
      ServeCommand.class,
      ManifestCommand.class
    })
public final class Quarterday implements Callable<Integer> {
  /** All is done. */
  static final int DONE = 0;

  /** An error stands in a workbook that was checked. */
  static final int ERRORS = 1;

  /** The input cannot be used, or the command was wrong. */
  static final int UNUSABLE = 2;

  /** The fault is ours. */
  static final int OUR_FAULT = 70;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs a command with the process's own streams. */
  public static int run(String... args) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    return run(System.in, out, err, args);
  }

  /**
   * Runs a command.
   *
   * @return 0 done, 1 findings of severity error, 2 unusable input or usage, 70 our fault
   */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Quarterday(), new Factory(in));
    line.setOut(out).setErr(err);
    line.setParameterExceptionHandler(
        (wrong, words) -> {
          String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
          err.println(wrongly(wrong) + " See \u201c" + command + " --help\u201d.");
          return UNUSABLE;
        });
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          if (fault instanceof UnusableInput unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
          }
          if (fault instanceof IOException) {
            err.println(Output.NOT_WRITTEN);
            return UNUSABLE;
          }
          Incident incident = Incident.of(fault);
          err.println(
              "Quarterday itself failed (incident %s) and wrote nothing; please report the incident with the workbook's shape, and set QUARTERDAY_DEBUG=1 to see where."
                  .formatted(incident.number()));
          if (System.getenv("QUARTERDAY_DEBUG") != null) {
            err.println(CommandLine.Help.Ansi.OFF.string(incident.trace()));
          }
          return OUR_FAULT;
        });
    int exit;
    try {
      exit = line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println(
          "The workbook is too large for the memory there is; run again with more, such as java"
              + " -Xmx3g -jar quarterday.jar.");
      exit = UNUSABLE;
    }
    out.flush();
    err.flush();
    return exit;
  }

  /** What is wrong with the arguments, without the brackets and quotes of the parser. */
  private static String wrongly(CommandLine.ParameterException wrong) {
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      String said =
          first.startsWith("-")
              ? "There is no option \u201c%s\u201d."
              : wrong.getCommandLine().getParent() == null
                  ? "There is no command \u201c%s\u201d."
                  : "\u201c%s\u201d is more than the command takes.";
      return String.format(Locale.ROOT, said, first);
    }
    if (wrong instanceof CommandLine.MissingParameterException missing) {
      return String.format(Locale.ROOT, "Give %s.", named(missing.getMissing()));
    }
    if (wrong instanceof CommandLine.MutuallyExclusiveArgsException) {
      return "Two of these options exclude each other; give one of them.";
    }
    if (wrong instanceof CommandLine.MaxValuesExceededException) {
      return "An option that can be given once is there twice; give it once.";
    }
    return wrong.getMessage() + ".";
  }

  /** {@code -o=OUT.xlsx or --in-place} where one of a group is missing, or all with a comma. */
  private static String named(List<CommandLine.Model.ArgSpec> missing) {
    boolean oneOf =
        missing.stream().anyMatch(arg -> arg.group() != null && arg.group().exclusive());
    return missing.stream()
        .map(Quarterday::named)
        .collect(Collectors.joining(oneOf ? " or " : ", "));
  }

  private static String named(CommandLine.Model.ArgSpec arg) {
    String name = arg.isOption() ? ((CommandLine.Model.OptionSpec) arg).shortestName() : "";
    boolean flag = arg.isOption() && arg.arity().max() == 0;
    return flag ? name : name + (name.isEmpty() ? "" : " ") + arg.paramLabel();
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return UNUSABLE;
  }

  /** Hands standard input to the command that reads it. */
  private static final class Factory implements CommandLine.IFactory {
    private final InputStream in;

    Factory(InputStream in) {
      this.in = in;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == LimitsCommand.class
          ? type.cast(new LimitsCommand(in))
          : CommandLine.defaultFactory().create(type);
    }
  }

  /** The version of this build. */
  static final class Version implements IVersionProvider {
    static String number() {
      return Optional.ofNullable(Quarterday.class.getPackage().getImplementationVersion())
          .orElse("development");
    }

    @Override
    public String[] getVersion() {
      return new String[] {"Quarterday " + number()};
    }
  }
}
