package quarterday.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import quarterday.check.Checks;
import quarterday.check.LastReport;
import quarterday.check.Subject;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.review.Judge;
import quarterday.review.Review;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

/**
 * The checks alone, on a table whose every row has a commentary: twice the rows should take twice
 * the time. At the end of each trial the processor time is printed too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ChecksBench {
  @Param({"500", "1000", "2000"})
  public int measures;

  private Snapshot snapshot;
  private KpiBook book;
  private Review review;
  private final List<Long> spent = new ArrayList<>();

  @Setup
  public void judge() {
    snapshot = workbook();
    book = KpiReader.read(snapshot, Map.of());
    review = Judge.review(book).orElseThrow();
  }

  /** Reads the commentaries too, as a check of a workbook does. */
  @Benchmark
  public List<Finding> checks() {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Finding> findings = Checks.of(Subject.of(snapshot, book, review, LastReport.none()));
    spent.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    return findings;
  }

  /** Prints the processor time that a quarter of the runs stays below. */
  @TearDown
  public void print() {
    List<Long> sorted = spent.stream().sorted().toList();
    long quartile = sorted.get(sorted.size() / 4);
    System.out.printf(
        Locale.ROOT, "%nProcessor time for %d measures: %d ms%n", measures, quartile / 1_000_000);
  }

  /** Counts of two years, each with a text that gives the quarter, the one before and a cause. */
  private Snapshot workbook() {
    Sketch sheet =
        Sketch.sheet("Data").row("Measure", Sketch.months("2018-07", MONTHS), "Commentary");
    for (int measure = 0; measure < measures; measure++) {
      Random random = new Random(measure);
      int[] values = random.ints(MONTHS, 80, 160).toArray();
      int now = IntStream.of(values).skip(MONTHS - 3L).sum();
      int before = IntStream.of(values).skip(MONTHS - 6L).limit(3).sum();
      String text =
          String.format(
              Locale.ROOT,
              "%d calls came in during quarter one, %d %s than in the previous quarter (%d). June"
                  + " was the busiest month, with %d. The change is likely due to new hours, which"
                  + " began on 4 May 2020.",
              now,
              Math.abs(now - before),
              now < before ? "fewer" : "more",
              before,
              values[MONTHS - 1]);
      sheet.row(
          "Calls in district " + measure,
          IntStream.of(values).boxed().map(Object.class::cast).toList(),
          text);
    }
    return sheet.with();
  }

  private static final int MONTHS = 24;
}
