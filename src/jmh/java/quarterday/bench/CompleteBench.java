package quarterday.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import quarterday.complete.Completion;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/**
 * Completing a workbook, from file to file, beside what others need for the completed file: POI to
 * open and save it, and a zip library to unpack and pack its parts again. One run measures all.
 *
 * <p>At the end of each trial the processor time of its last runs is printed too: on a machine that
 * does other work as well, that is the fairer measure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class CompleteBench {
  private static final String VERSION = "bench";

  @Param({"S", "FORCE", "M", "L"})
  public BenchWorkbooks size;

  private Path directory;
  private Path workbook;
  private Path completed;
  private Path target;
  private long started;
  private final List<Long> spent = new ArrayList<>();

  @Setup
  public void write() throws IOException, UnusableInput {
    // What the product wrote is no bomb; POI's guard would take its long runs of rows for one.
    ZipSecureFile.setMinInflateRatio(0);
    directory = Files.createTempDirectory("quarterday-bench");
    workbook = size.write(directory);
    completed = complete(workbook, directory.resolve("completed.xlsx"));
    target = directory.resolve("target.xlsx");
  }

  @Setup(Level.Iteration)
  public void start() {
    started = processorTime();
  }

  @TearDown(Level.Iteration)
  public void stop() {
    spent.add(processorTime() - started);
  }

  /** Of the thread that runs the benchmark, in nanoseconds. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @TearDown
  public void delete() throws IOException {
    List<Long> last = spent.subList(spent.size() / 2, spent.size()).stream().sorted().toList();
    System.out.printf(
        "%n%s: %d ms of processor time%n",
        size, TimeUnit.NANOSECONDS.toMillis(last.get(last.size() / 2)));
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path complete(Path input, Path output) throws IOException, UnusableInput {
    try (XlsxFile file = XlsxFile.open(input)) {
      file.write(Completion.complete(file.snapshot(), Map.of(), VERSION).plan(), output);
    }
    return output;
  }

  /** Opens, reads, judges, plans and writes. */
  @Benchmark
  public Path complete() throws IOException, UnusableInput {
    return complete(workbook, target);
  }

  /** The same with a workbook that is complete already, so that nothing is left to write. */
  @Benchmark
  public Path completeAgain() throws IOException, UnusableInput {
    return complete(completed, target);
  }

  /** The yardstick: POI opens the completed workbook and saves it. */
  @Benchmark
  @Fork(value = 1, jvmArgs = "-Xmx12g")
  public Path poiOpenAndSave() throws IOException {
    return openAndSave(completed);
  }

  /** POI opens and saves the workbook as it came, with nothing of the product's in it. */
  @Benchmark
  @Fork(value = 1, jvmArgs = "-Xmx12g")
  public Path poiOpenAndSaveInput() throws IOException {
    return openAndSave(workbook);
  }

  private Path openAndSave(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(file.toString());
        OutputStream out = Files.newOutputStream(target)) {
      book.write(out);
    }
    return target;
  }

  /** The floor: every part of the completed workbook is unpacked and packed again. */
  @Benchmark
  public Path unzipAndZip() throws IOException {
    try (ZipFile zip = new ZipFile(completed.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return target;
  }
}
