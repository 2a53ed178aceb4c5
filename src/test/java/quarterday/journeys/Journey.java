package quarterday.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import quarterday.complete.Completed;
import quarterday.complete.Completion;
import quarterday.complete.Removed;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/** A workbook's way through the product, with the file at each step in a folder of its own. */
final class Journey {
  static final Path ROOT = Path.of("src/test/resources/journeys");

  /** A completion: the file before it, what it came to, and the file after it. */
  record Run(Path before, Completed completed, Path after) {}

  private final Path pictures;
  private final Path folder;
  private final Run first;
  private final Optional<Run> second;
  private final Optional<Path> edited;

  private Journey(Path pictures, Path folder) throws IOException, UnusableInput {
    this.pictures = pictures;
    this.folder = Files.createDirectories(folder.resolve(name()));
    Path before = file("before");
    try (XSSFWorkbook book = TextPicture.workbook(read("before.txt").orElseThrow())) {
      save(book, before);
    }
    first = complete(before, file("completed"));
    edited = edited(first.after(), "edited");
    second =
        edited.isEmpty()
            ? Optional.empty()
            : Optional.of(complete(edited.get(), file("completed-again")));
  }

  /** All journeys, with their files in this folder. */
  static List<Journey> all(Path folder) {
    try (Stream<Path> pictures = Files.list(ROOT)) {
      List<Journey> journeys = new java.util.ArrayList<>();
      for (Path picture : pictures.filter(Files::isDirectory).sorted().toList()) {
        journeys.add(new Journey(picture, folder));
      }
      return journeys;
    } catch (IOException | UnusableInput e) {
      throw new IllegalStateException("A journey could not start.", e);
    }
  }

  String name() {
    return pictures.getFileName().toString();
  }

  @Override
  public String toString() {
    return name();
  }

  /** Completing the workbook that came in. */
  Run first() {
    return first;
  }

  /** Completing it again after the analyst worked on it. */
  Optional<Run> second() {
    return second;
  }

  /** All completions of this journey. */
  List<Run> runs() {
    return Stream.concat(Stream.of(first), second.stream()).toList();
  }

  /** The completed workbook with the analyst's later work in it, not completed again yet. */
  Optional<Path> edited() {
    return edited;
  }

  /** The workbook that came in with the same later work, as if it never had been completed. */
  Optional<Path> editedWithoutResults() throws IOException {
    return edited(first.before(), "edited-without-results");
  }

  private Optional<Path> edited(Path workbook, String name) throws IOException {
    Optional<String> then = read("then.txt");
    if (then.isEmpty()) {
      return Optional.empty();
    }
    Path edited = file(name);
    try (InputStream in = Files.newInputStream(workbook);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      TextPicture.change(book, then.get());
      save(book, edited);
    }
    return Optional.of(edited);
  }

  /** The text of one of the journey's files, if it has it. */
  Optional<String> read(String file) throws IOException {
    Path path = pictures.resolve(file);
    return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
  }

  void write(String file, String text) throws IOException {
    Files.writeString(pictures.resolve(file), text);
  }

  /** A file of this journey; its name is the journey's too, so that no two are called the same. */
  Path file(String step) {
    return folder.resolve(name() + "-" + step + ".xlsx");
  }

  static Run complete(Path before, Path after) throws IOException, UnusableInput {
    try (XlsxFile opened = XlsxFile.open(before)) {
      Completed completed = Completion.complete(opened.snapshot(), Map.of(), "test");
      opened.write(completed.plan(), after);
      return new Run(before, completed, after);
    }
  }

  static Path remove(Path completed, Path removed) throws IOException, UnusableInput {
    try (XlsxFile opened = XlsxFile.open(completed)) {
      opened.write(Removed.from(opened.snapshot()).plan(), removed);
      return removed;
    }
  }

  static Snapshot snapshot(Path file) throws UnusableInput {
    return XlsxFile.read(file);
  }

  /** Every part of a workbook file, by its name. */
  static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          parts.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return parts;
  }

  private static void save(XSSFWorkbook book, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
  }
}
