package quarterday.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quarterday.complete.Completion;
import quarterday.complete.Inspection;
import quarterday.kpi.Finding;
import quarterday.kpi.Setting;
import quarterday.kpi.Severity;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;
import quarterday.xlsx.XlsxFile;

/** Checks workbooks and tells all findings at once; it changes nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Finds what is wrong in KPI workbooks and says what to do. Exit code 1 where an error stands.")
final class CheckCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    csv
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN.xlsx", arity = "0..*", description = "The workbooks.")
  private List<Path> inputs = new ArrayList<>();

  @Mixin private SettingOptions settings;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or csv; text if nothing is said.")
  private Format format = Format.text;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      description = "Print the help page of a code such as V21, and check nothing.")
  private Optional<String> code = Optional.empty();

  @Override
  public Integer call() throws UnusableInput, IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (code.isPresent()) {
      out.print(help(code.get().strip().toUpperCase(Locale.ROOT)));
      out.flush();
      return Quarterday.DONE;
    }
    if (inputs.isEmpty()) {
      throw new UnusableInput(
          "no-input",
          "There is no workbook to check.",
          "Name one, or a code to explain with --explain.");
    }
    Map<Setting, String> requested = settings.cleaned();
    Map<String, Inspection> inspections = new LinkedHashMap<>();
    int worst = Quarterday.DONE;
    for (Path input : inputs) {
      try (XlsxFile file = XlsxFile.open(input)) {
        Inspection inspection =
            Completion.inspect(file.snapshot(), requested, Quarterday.Version.number());
        inspections.put(input.toString(), inspection);
        worst = Math.max(worst, inspection.hasErrors() ? Quarterday.ERRORS : Quarterday.DONE);
      } catch (UnusableInput unusable) {
        if (inputs.size() == 1) {
          throw unusable;
        }
        spec.commandLine().getErr().println(input + ": " + unusable.getMessage());
        worst = Quarterday.UNUSABLE;
      }
    }
    switch (format) {
      case json ->
          out.print(
              inputs.size() == 1
                  ? Json.inspection(inspections.values().iterator().next())
                  : Json.inspections(inspections));
      case csv -> csv(inspections, out);
      default -> inspections.forEach((input, inspection) -> text(input, inspection, out));
    }
    out.flush();
    return worst;
  }

  private static String help(String code) throws UnusableInput, IOException {
    UnusableInput unknown =
        new UnusableInput(
            "unknown-code",
            "There is no code \u201c%s\u201d.".formatted(code),
            "Codes stand in front of findings, such as V21 or R04.");
    if (!code.matches("[RV]\\d\\d")) {
      throw unknown;
    }
    try (InputStream page =
        CheckCommand.class.getResourceAsStream("/help/checks/" + code + ".md")) {
      if (page == null) {
        throw unknown;
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void text(String input, Inspection inspection, PrintWriter out) {
    out.println(input + ": " + summary(inspection));
    group(inspection, Severity.ERROR, "Errors", out);
    group(inspection, Severity.WARNING, "Warnings", out);
    group(inspection, Severity.ADVICE, "Advice", out);
    list("Accepted", inspection.findings().stream().filter(Finding::isAccepted).toList(), out);
    if (!inspection.findings().isEmpty()) {
      out.println();
      out.println("What a code means: check --explain CODE");
    }
  }

  private static String summary(Inspection inspection) {
    String period =
        inspection.review().map(review -> review.period().label() + ", ").orElse("no period, ");
    if (inspection.findings().isEmpty()) {
      return period + "nothing found.";
    }
    return period
        + count(inspection, Severity.ERROR, "error", "errors")
        + ", "
        + count(inspection, Severity.WARNING, "warning", "warnings")
        + " and "
        + count(inspection, Severity.ADVICE, "piece of advice", "pieces of advice")
        + ".";
  }

  private static String count(Inspection inspection, Severity severity, String one, String many) {
    long count = open(inspection, severity).size();
    return count == 1 ? "1 " + one : (count == 0 ? "no" : Long.toString(count)) + " " + many;
  }

  private static List<Finding> open(Inspection inspection, Severity severity) {
    return inspection.findings().stream()
        .filter(f -> f.severity() == severity && !f.isAccepted())
        .toList();
  }

  private static void group(
      Inspection inspection, Severity severity, String title, PrintWriter out) {
    list(title, open(inspection, severity), out);
  }

  private static void list(String title, List<Finding> findings, PrintWriter out) {
    if (findings.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    for (Finding finding : findings) {
      out.println("  " + finding.code() + " " + place(finding) + ": " + finding.message());
      if (finding.isAccepted()) {
        out.println("      accepted: " + finding.accepted());
      }
    }
  }

  private static String place(Finding finding) {
    String sheet = finding.sheet().isEmpty() ? "workbook" : finding.sheet();
    return finding.cell().isEmpty() ? sheet : sheet + "!" + finding.cell();
  }

  private static void csv(Map<String, Inspection> inspections, PrintWriter out) throws IOException {
    CSVFormat rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "file",
                "severity",
                "code",
                "sheet",
                "cell",
                "measure",
                "message",
                "suggestion",
                "accepted")
            .get();
    // Closing the printer would close the command's own output.
    CSVPrinter printer = new CSVPrinter(out, rows);
    for (Map.Entry<String, Inspection> inspection : inspections.entrySet()) {
      for (Finding f : inspection.getValue().findings()) {
        printer.printRecord(
            plain(inspection.getKey()),
            f.severity().label(),
            f.code(),
            plain(f.sheet()),
            f.cell(),
            plain(f.measure()),
            plain(f.message()),
            plain(f.suggestion()),
            plain(f.accepted()));
      }
    }
    printer.flush();
  }

  /** Text that a spreadsheet program will not take for a formula when it opens the list. */
  private static String plain(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
