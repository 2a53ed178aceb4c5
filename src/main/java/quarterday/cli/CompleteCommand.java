package quarterday.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quarterday.complete.Completed;
import quarterday.complete.Completion;
import quarterday.kpi.Finding;
import quarterday.kpi.Setting;
import quarterday.kpi.Severity;
import quarterday.review.MeasureReview;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.xlsx.XlsxFile;

/** Completes workbooks: limits, exception flags, comparisons and glossary, written back. */
@Command(
    name = "complete",
    mixinStandardHelpOptions = true,
    description = "Reads KPI workbooks, judges them and writes the completed workbooks.")
final class CompleteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "IN.xlsx",
      arity = "1..*",
      description = "The workbook; of several, each is completed into the folder given with -o.")
  private List<Path> inputs;

  @ArgGroup(multiplicity = "1")
  private Destination where;

  @Mixin private SettingOptions settings;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write review and findings as JSON; a folder for several inputs.")
  private Path json;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() throws UnusableInput, IOException {
    Map<Setting, String> requested = settings.cleaned();
    boolean several = inputs.size() > 1;
    int worst = Quarterday.DONE;
    Set<Path> names = new HashSet<>();
    PrintWriter err = spec.commandLine().getErr();
    boolean bar = several && !quiet && picocli.CommandLine.Help.Ansi.AUTO.enabled();
    for (int i = 0; i < inputs.size(); i++) {
      Path input = inputs.get(i);
      if (bar) {
        err.print("\r" + bar(i, inputs.size()) + " " + input.getFileName() + "\u001b[K");
        err.flush();
      }
      String line;
      try {
        if (!where.isInPlace() && several && !names.add(input.getFileName())) {
          throw new UnusableInput(
              "same-name",
              "Two inputs are called %s.".formatted(input.getFileName()),
              "Complete them one at a time.");
        }
        line = complete(input, several, requested);
      } catch (UnusableInput | IOException e) {
        if (!several) {
          throw e;
        }
        String reason =
            e instanceof UnusableInput unusable ? unusable.getMessage() : Output.NOT_WRITTEN;
        line = input + ": " + reason;
        worst = Math.max(worst, Quarterday.UNUSABLE);
        err.print(bar ? "\r\u001b[K" : "");
        err.println(line);
        continue;
      }
      if (!quiet) {
        err.print(bar ? "\r\u001b[K" : "");
        err.println(line);
      }
    }
    return worst;
  }

  private static String bar(int done, int all) {
    int width = 20;
    int full = done * width / all;
    return "[" + "#".repeat(full) + ".".repeat(width - full) + "] " + (done + 1) + " of " + all;
  }

  private String complete(Path input, boolean several, Map<Setting, String> requested)
      throws UnusableInput, IOException {
    try (XlsxFile file = XlsxFile.open(input)) {
      Path target = where.of(input, several);
      Output.checkName(target, file.hasMacros());
      Snapshot snapshot = file.snapshot();
      Completed completed = Completion.complete(snapshot, requested, Quarterday.Version.number());
      if (file.isSigned()) {
        completed = completed.ofSigned();
      }
      List<Finding> findings = completed.findings();
      file.write(completed.plan(), target);
      if (json != null) {
        Output.write(jsonFile(input, several), Json.report(findings, completed.review()));
      }
      if (!quiet && !several) {
        list(findings);
      }
      return summary(input, target, completed, findings);
    }
  }

  private Path jsonFile(Path input, boolean several) throws UnusableInput {
    if (!several) {
      return json;
    }
    String name = input.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".json";
    Path target = Output.of(input, json, false, true);
    return target.resolveSibling(name);
  }

  private void list(List<Finding> findings) {
    PrintWriter err = spec.commandLine().getErr();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.ADVICE) {
        err.println(
            "%s %s %s: %s"
                .formatted(
                    finding.severity().label(), finding.code(), place(finding), finding.message()));
      }
    }
  }

  private static String place(Finding finding) {
    String sheet = finding.sheet().isEmpty() ? "workbook" : finding.sheet();
    return finding.cell().isEmpty() ? sheet : sheet + "!" + finding.cell();
  }

  private static String summary(
      Path input, Path target, Completed completed, List<Finding> findings) {
    long exceptions =
        completed.review().measures().stream()
            .map(MeasureReview::state)
            .filter(state -> state.isException())
            .count();
    String odd =
        "%s, %s and %s"
            .formatted(
                counted(findings, Severity.ERROR, "error"),
                counted(findings, Severity.WARNING, "warning"),
                counted(findings, Severity.ADVICE, "piece of advice", "pieces of advice"));
    String done =
        completed.plan().isEmpty()
            ? "%s was complete already for %s"
                .formatted(input.getFileName(), completed.review().period().label())
            : "%s completed for %s"
                .formatted(input.getFileName(), completed.review().period().label());
    int measures = completed.review().measures().size();
    return "%s: %s, %s; %s. Written to %s."
        .formatted(
            done,
            measures == 1 ? "1 measure" : measures + " measures",
            exceptions == 1 ? "1 exception" : exceptions + " exceptions",
            odd,
            target);
  }

  private static String counted(List<Finding> findings, Severity severity, String noun) {
    return counted(findings, severity, noun, noun + "s");
  }

  private static String counted(
      List<Finding> findings, Severity severity, String one, String many) {
    long count = findings.stream().filter(f -> f.severity() == severity).count();
    return count == 0 ? "no " + many : count == 1 ? "1 " + one : count + " " + many;
  }
}
