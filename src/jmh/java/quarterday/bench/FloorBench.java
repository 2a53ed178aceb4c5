package quarterday.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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

/** What others are compared with: POI merely opens a workbook and saves it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class FloorBench {
  @Param({"S", "M", "L"})
  public BenchWorkbooks size;

  private Path directory;
  private File workbook;

  @Setup
  public void write() throws IOException {
    directory = Files.createTempDirectory("quarterday-bench");
    workbook = size.write(directory).toFile();
  }

  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public Path openAndSave() throws IOException {
    Path saved = directory.resolve("saved.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(workbook.getPath());
        OutputStream out = Files.newOutputStream(saved)) {
      book.write(out);
    }
    return saved;
  }
}
