package quarterday.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quarterday.sheet.UnusableInput;
import quarterday.spc.ChartRules;
import quarterday.spc.ControlChart;
import quarterday.spc.ControlConstants;
import quarterday.spc.Limits;
import quarterday.spc.LimitsMethod;
import quarterday.spc.Series;
import quarterday.spc.SignalRule;

/** Works out limits and signals of any series: CSV in, CSV out, one row for each row. */
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description = "Works out limits and signals of a series: CSV in, CSV out.")
public final class LimitsCommand implements Callable<Integer> {
  private final InputStream standardInput;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SERIES.csv",
      description = "CSV with a header line date,value; - is standard input.")
  private String file;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "Moving range",
      description =
          "Moving range (default), Moving range, screened, Standard deviation, Median moving range,"
              + " Count (c), Rate (u), Proportion (p) or Proportion (p prime); short: xmr,"
              + " screened, sd, median, c, u, p, pprime.")
  private String method;

  @Option(
      names = "--shift",
      paramLabel = "POINTS",
      defaultValue = "" + ControlConstants.DEFAULT_SHIFT_LENGTH,
      description = "Points in a row on one side that make a shift (default ${DEFAULT-VALUE}).")
  private String shift;

  @Option(
      names = "--trend",
      paramLabel = "POINTS",
      defaultValue = "" + ControlConstants.DEFAULT_TREND_POINTS,
      description = "Points rising or falling that make a trend (default ${DEFAULT-VALUE}).")
  private String trend;

  @Option(
      names = "--window",
      paramLabel = "POSITIONS",
      defaultValue = "0",
      description = "How many of the last dates count (default ${DEFAULT-VALUE}, all).")
  private String window;

  @Option(
      names = "--lock",
      paramLabel = "POINTS",
      defaultValue = "0",
      description = "Fix each phase's limits on its first points (default ${DEFAULT-VALUE}, no).")
  private String lock;

  @Option(
      names = "--reset",
      paramLabel = "DATE",
      description = "Start new limits at this date; may be repeated.")
  private List<String> resets = new ArrayList<>();

  @Option(
      names = "--leave-out",
      paramLabel = "DATE",
      description = "Leave this date out of limits and signals; may be repeated.")
  private List<String> leftOut = new ArrayList<>();

  @Option(
      names = "--better",
      paramLabel = "WHEN",
      defaultValue = "neutral",
      description = "higher, lower or neutral (default); the columns are the same.")
  private String better;

  @Option(
      names = "--numerator",
      paramLabel = "COLUMN",
      description = "The column of numerators, for u, p and p prime.")
  private Optional<String> numerator = Optional.empty();

  @Option(
      names = "--denominator",
      paramLabel = "COLUMN",
      description = "The column of denominators, for u, p and p prime.")
  private Optional<String> denominator = Optional.empty();

  /** The command, reading standard input where the file is {@code -}. */
  public LimitsCommand() {
    this(System.in);
  }

  /** The command with another standard input; output and errors are the command line's. */
  public LimitsCommand(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws IOException {
    try {
      String result = limits();
      PrintWriter out = spec.commandLine().getOut();
      out.print(result);
      out.flush();
      return Quarterday.DONE;
    } catch (UnusableInput e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return Quarterday.UNUSABLE;
    }
  }

  private String limits() throws UnusableInput, IOException {
    ChartRules rules = rules();
    if (numerator.isPresent() != denominator.isPresent()) {
      throw usage(
          "Only one of --numerator and --denominator is given.", "Give both columns, or neither.");
    }
    if (rules.method().needsParts() && numerator.isEmpty()) {
      throw usage(
          "The method " + rules.method().label() + " needs numerators and denominators.",
          "Name their columns with --numerator and --denominator.");
    }
    SeriesTable table =
        SeriesTable.read(text(), numerator, denominator, rules.method().needsParts());
    refuseImpossible(table, rules.method());
    Series series =
        table.series().resetAt(firstOf(table, resets)).leavingOut(positions(table, leftOut));
    return csv(table, ControlChart.of(series, rules));
  }

  private ChartRules rules() throws UnusableInput {
    Optional<LimitsMethod> found = LimitsMethod.parse(method);
    if (found.isEmpty()) {
      throw usage(
          "There is no limits method named " + method.strip() + ".",
          "Give one of those that limits --help lists.");
    }
    if (!Set.of("higher", "lower", "neutral").contains(better.strip().toLowerCase(Locale.ROOT))) {
      throw usage("--better cannot be " + better.strip() + ".", "Give higher, lower or neutral.");
    }
    return new ChartRules(
        found.get(),
        whole("--window", window, 0),
        whole("--lock", lock, 0),
        whole("--shift", shift, 2),
        whole("--trend", trend, 2),
        true);
  }

  private static int whole(String option, String text, int least) throws UnusableInput {
    String digits = text.strip();
    if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) >= least) {
      return Integer.parseInt(digits);
    }
    throw usage(
        option + " cannot be " + digits + ".", "Give a whole number of " + least + " or more.");
  }

  /** Counts and shares have no limits below zero or beyond the whole. */
  private static void refuseImpossible(SeriesTable table, LimitsMethod method)
      throws UnusableInput {
    if (method != LimitsMethod.COUNT_C && !method.needsParts()) {
      return;
    }
    Optional<Long> negative = table.lineBelowZero();
    if (negative.isPresent()) {
      throw new UnusableInput(
          "below-zero",
          "Line " + negative.get() + " is below zero, which " + method.label() + " cannot be.",
          "Correct the figure, or use another method.");
    }
    if (method == LimitsMethod.PROPORTION_P || method == LimitsMethod.PROPORTION_P_PRIME) {
      Optional<Long> above = table.lineAboveWhole();
      if (above.isPresent()) {
        throw new UnusableInput(
            "above-whole",
            "Line " + above.get() + " has a numerator above its denominator.",
            "Correct the figures, or use the rate method (u).");
      }
    }
  }

  private static Set<Integer> firstOf(SeriesTable table, List<String> dates) throws UnusableInput {
    Set<Integer> positions = new HashSet<>();
    for (String date : dates) {
      positions.add(table.positionFrom(date, "--reset"));
    }
    return positions;
  }

  private static Set<Integer> positions(SeriesTable table, List<String> dates)
      throws UnusableInput {
    Set<Integer> positions = new HashSet<>();
    for (String date : dates) {
      positions.add(table.positionOf(date, "--leave-out"));
    }
    return positions;
  }

  private String text() throws UnusableInput {
    try {
      return decoded(
          file.equals("-") ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      throw new UnusableInput(
          "no-file",
          "The file " + file + " cannot be read.",
          "Check its name and that it may be opened.");
    }
  }

  /** UTF-8, or what Excel on Windows saves as plain CSV. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static String csv(SeriesTable table, ControlChart chart) throws IOException {
    StringBuilder out = new StringBuilder();
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(
          "date",
          "value",
          "mean",
          "lower",
          "upper",
          "outside",
          "shift",
          "trend",
          "two_of_three",
          "state");
      for (int row = 0; row < table.rows(); row++) {
        int position = table.position(row);
        Optional<Limits> limits = chart.limits(position);
        printer.printRecord(
            table.date(row),
            table.value(row),
            plain(chart.centre(position)),
            plain(limits.map(Limits::lower)),
            plain(limits.map(Limits::upper)),
            flag(chart, position, SignalRule.OUTSIDE),
            flag(chart, position, SignalRule.SHIFT),
            flag(chart, position, SignalRule.TREND),
            flag(chart, position, SignalRule.TWO_OF_THREE),
            chart.state(position).label());
      }
    }
    return out.toString();
  }

  private static String flag(ControlChart chart, int position, SignalRule rule) {
    return chart.isFlagged(position, rule) ? "1" : "0";
  }

  /** Every digit of the number, without an exponent. */
  private static String plain(Optional<Double> number) {
    return number.map(value -> new BigDecimal(value.toString()).toPlainString()).orElse("");
  }

  private static UnusableInput usage(String sentence, String remedy) {
    return new UnusableInput("usage", sentence, remedy);
  }
}
