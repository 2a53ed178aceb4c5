package quarterday.libreoffice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import quarterday.installed.Program;

/**
 * LibreOffice without a window and with a profile of its own, which works every formula out afresh
 * when it opens a workbook. Where it is not installed, the asking test is skipped with a loud line,
 * or fails if the environment says {@code CI=true}.
 */
public final class LibreOffice {
  private static final Program OFFICE =
      new Program("LibreOffice", "apt-get install libreoffice-calc libreoffice-writer", "soffice");
  private static final long SECONDS = 240;
  private static final long SECONDS_EACH = 10;

  /** One office at a time: several at once fight for memory and start slower together. */
  private static final Object TURN = new Object();

  /**
   * Formula/Load/OOXMLRecalcMode 0 is "always recalculate"; by default cached values are believed.
   * The locale is set so that TEXT() gives the same on every machine.
   */
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
      xmlns:xs="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      <item oor:path="/org.openoffice.Setup/L10N">\
      <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-GB</value></prop></item>
      </oor:items>
      """;

  private final Path program;
  private final Path directory;

  private LibreOffice(Path program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /**
   * LibreOffice with its profile and its results in this directory.
   *
   * @param directory a directory of the test's own, such as a JUnit temporary one
   */
  public static LibreOffice in(Path directory) throws IOException {
    return new LibreOffice(OFFICE.path(), withSettings(directory));
  }

  private static Path withSettings(Path directory) throws IOException {
    Path user = Files.createDirectories(directory.resolve("profile/user"));
    Files.writeString(user.resolve("registrymodifications.xcu"), SETTINGS);
    return directory;
  }

  /** The same workbook after LibreOffice worked out every formula, as a new xlsx file. */
  public Path recalculate(Path workbook) throws IOException {
    Path results = Files.createTempDirectory(directory, "recalculated");
    return convert(workbook, "xlsx:Calc MS Excel 2007 XML", "xlsx", results);
  }

  /**
   * The same workbooks after LibreOffice worked out every formula, by the original file. One start
   * serves them all, which is much quicker than one each; no two may have the same name.
   */
  public Map<Path, Path> recalculate(List<Path> workbooks) throws IOException {
    Path results = Files.createTempDirectory(directory, "recalculated");
    return convert(workbooks, "xlsx:Calc MS Excel 2007 XML", "xlsx", results);
  }

  /** The workbook's pages as LibreOffice prints them, in {@code into}. */
  public Path pdf(Path workbook, Path into) throws IOException {
    return convert(workbook, "pdf", "pdf", into);
  }

  /**
   * The workbook's pages as pictures in {@code into}, for people to look at; none where pdftoppm
   * (Debian's poppler-utils) is not installed.
   */
  public List<Path> pictures(Path workbook, Path into) throws IOException {
    Path pdf = pdf(workbook, into);
    Optional<Path> pdftoppm = Program.onPath("pdftoppm");
    if (pdftoppm.isEmpty()) {
      System.err.println(
          "No pictures: pdftoppm is missing. Install it with: apt-get install poppler-utils");
      return List.of();
    }
    String stem = pdf.getFileName().toString().replaceFirst("\\.pdf$", "");
    run(
        List.of(
            pdftoppm.get().toString(),
            "-png",
            "-r",
            "80",
            pdf.toString(),
            into.resolve(stem).toString()),
        SECONDS);
    try (Stream<Path> files = Files.list(into)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".+-\\d+\\.png"))
          .filter(file -> file.getFileName().toString().startsWith(stem))
          .sorted()
          .toList();
    }
  }

  private Path convert(Path document, String filter, String extension, Path into)
      throws IOException {
    return convert(List.of(document), filter, extension, into).get(document);
  }

  private Map<Path, Path> convert(List<Path> documents, String filter, String extension, Path into)
      throws IOException {
    Map<Path, Path> results = new LinkedHashMap<>();
    for (Path document : documents) {
      String stem = document.getFileName().toString().replaceFirst("\\.[^.]+$", "");
      Path result = into.resolve(stem + "." + extension);
      if (result.toAbsolutePath().equals(document.toAbsolutePath())) {
        throw new IllegalArgumentException("The result would overwrite " + document);
      }
      if (results.containsValue(result)) {
        throw new IllegalArgumentException("Two documents would become " + result);
      }
      Files.deleteIfExists(result);
      results.put(document, result);
    }
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("-env:UserInstallation=" + directory.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--norestore", "--convert-to", filter));
    command.addAll(List.of("--outdir", into.toString()));
    documents.forEach(document -> command.add(document.toString()));
    String said;
    synchronized (TURN) {
      said = run(command, SECONDS + SECONDS_EACH * documents.size());
    }
    // The program ends with 0 even when it could not load a document.
    for (Map.Entry<Path, Path> result : results.entrySet()) {
      if (!Files.exists(result.getValue())) {
        throw new IOException(
            "LibreOffice made no " + extension + " of " + result.getKey() + ": " + said);
      }
    }
    return results;
  }

  /** Runs a program to its end and gives what it said. */
  private String run(List<String> command, long seconds) throws IOException {
    Path log = Files.createTempFile(directory, "said", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new IOException(
            "Not finished after " + seconds + " seconds: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted: " + String.join(" ", command), e);
    } finally {
      // soffice is a script; the office itself is its descendant.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new IOException("Exit " + process.exitValue() + " of " + command + ": " + said);
    }
    return said;
  }
}
