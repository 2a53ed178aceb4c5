package quarterday.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.edit.EditPlan;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/** An open workbook file, .xlsx or .xlsm. Its bytes stay as they are, unless it is written over. */
public final class XlsxFile implements Closeable {
  private final Path file;
  private final FileLimits limits;
  private final Archive archive;
  private final ContentKinds kinds;
  private final WorkbookPart workbook;
  private final boolean signed;

  private XlsxFile(
      Path file,
      FileLimits limits,
      Archive archive,
      ContentKinds kinds,
      WorkbookPart workbook,
      boolean signed) {
    this.file = file;
    this.limits = limits;
    this.archive = archive;
    this.kinds = kinds;
    this.workbook = workbook;
    this.signed = signed;
  }

  /** Opens a workbook with the default limits. */
  public static XlsxFile open(Path file) throws UnusableInput {
    return open(file, FileLimits.DEFAULT);
  }

  /**
   * Opens a workbook after counting all of it.
   *
   * @throws UnusableInput if the file is no workbook that can be read, or goes beyond a limit
   */
  public static XlsxFile open(Path file, FileLimits limits) throws UnusableInput {
    Archive archive = Archive.open(file, limits);
    boolean good = false;
    try {
      XlsxFile opened = opened(file, limits, archive);
      good = true;
      return opened;
    } catch (IOException e) {
      throw Refusal.damaged("one of its parts cannot be unpacked");
    } finally {
      if (!good) {
        archive.closeQuietly();
      }
    }
  }

  private static XlsxFile opened(Path file, FileLimits limits, Archive archive)
      throws IOException, UnusableInput {
    if (archive.start("mimetype", 80).startsWith("application/vnd.oasis.opendocument")) {
      throw archive.start("mimetype", 80).contains("spreadsheet")
          ? Refusal.ods()
          : Refusal.otherOffice("an OpenDocument file");
    }
    List<Relation> roots = Relation.of(archive, "", limits);
    Optional<Relation> main =
        roots.stream().filter(r -> r.type().equals("officeDocument")).findFirst();
    if (main.isEmpty() || main.get().isExternal()) {
      throw Refusal.noWorkbook();
    }
    String part = main.get().target();
    ContentKinds kinds = ContentKinds.read(archive, limits);
    requireWorkbook(part, kinds.of(part));
    boolean signed =
        roots.stream().anyMatch(r -> r.type().equals("origin"))
            || archive.entries().stream()
                .anyMatch(e -> Archive.key(e.getName()).startsWith("_xmlsignatures/"));
    return new XlsxFile(
        file, limits, archive, kinds, WorkbookPart.read(archive, part, limits), signed);
  }

  private static void requireWorkbook(String part, String kind) throws UnusableInput {
    if (kind.contains("sheet.binary") || part.endsWith(".bin")) {
      throw Refusal.xlsb();
    }
    if (kind.contains("wordprocessingml")) {
      throw Refusal.otherOffice("a Word document");
    }
    if (kind.contains("presentationml")) {
      throw Refusal.otherOffice("a PowerPoint presentation");
    }
    if (kind.contains("ms-visio")) {
      throw Refusal.otherOffice("a Visio drawing");
    }
    if (kind.contains(".template.") || kind.contains(".addin.")) {
      throw Refusal.template();
    }
  }

  /** Reads a workbook file whole, with the default limits. */
  public static Snapshot read(Path file) throws UnusableInput {
    try (XlsxFile opened = open(file)) {
      return opened.snapshot();
    } catch (IOException e) {
      throw Refusal.unreadable(String.valueOf(file.getFileName()));
    }
  }

  /** The bytes of all its parts together, unpacked: what reading it will take goes with them. */
  public long unpackedBytes() {
    return archive.unpackedBytes();
  }

  /** Whether the workbook holds macros, so that it must stay an .xlsm. */
  public boolean hasMacros() {
    return kinds.of(workbook.part()).contains("macroEnabled")
        || workbook.related("vbaProject").isPresent();
  }

  /** Whether the workbook is digitally signed: any change breaks the signature. */
  public boolean isSigned() {
    return signed;
  }

  /**
   * Reads all sheets. Chart sheets are no sheets of cells and are left out.
   *
   * @throws UnusableInput if a part makes no sense, or the workbook goes beyond a limit
   */
  public Snapshot snapshot() throws UnusableInput {
    try {
      Meter meter = new Meter(limits);
      Optional<String> stringPart = workbook.related("sharedStrings").filter(archive::has);
      StringPool strings =
          stringPart.isPresent()
              ? StringPool.read(archive, stringPart.get(), meter)
              : StringPool.none();
      Optional<String> stylePart = workbook.related("styles").filter(archive::has);
      NumberFormats formats =
          stylePart.isPresent()
              ? NumberFormats.read(archive, stylePart.get(), limits)
              : NumberFormats.none();
      List<SheetSnapshot> sheets = new ArrayList<>();
      for (WorkbookPart.SheetEntry entry : workbook.sheets()) {
        if (entry.isGrid()) {
          SheetSnapshot.Builder sheet = SheetSnapshot.named(entry.name()).hidden(entry.isHidden());
          new SheetReader(sheet, strings, formats, workbook.dates1904(), meter)
              .read(archive, entry.part());
          for (TablePart table : TablePart.on(archive, entry.part(), limits)) {
            sheet.table(table.snapshot());
          }
          sheets.add(sheet.build());
        }
      }
      return new Snapshot(
          sheets, names(), workbook.dates1904(), workbook.structureLocked(), ledger());
    } catch (IOException e) {
      throw Refusal.damaged("one of its parts cannot be unpacked");
    }
  }

  private List<Snapshot.NamedBlock> names() {
    List<Snapshot.NamedBlock> names = new ArrayList<>();
    for (WorkbookPart.NameEntry entry : workbook.names()) {
      if (!entry.isGlobal() || entry.name().startsWith("_xlnm.")) {
        continue;
      }
      WorkbookPart.Place.parse(entry.text())
          .ifPresent(
              place ->
                  workbook
                      .sheet(place.sheet())
                      .ifPresent(
                          sheet ->
                              names.add(
                                  new Snapshot.NamedBlock(
                                      entry.name(), sheet.name(), place.block()))));
    }
    return names;
  }

  private String ledger() throws IOException, UnusableInput {
    Optional<Relation> ledger = LedgerPart.find(archive, workbook, limits);
    return ledger.isEmpty()
        ? ""
        : XmlText.all(XmlText.open(archive.open(ledger.get().target())).reader());
  }

  /**
   * Carries out a plan. The target appears whole or not at all; it may be this very file, which is
   * closed then. A plan without edits gives a copy.
   *
   * @throws UnusableInput if a part makes no sense, or the plan adds or removes sheets of a
   *     workbook whose structure is protected
   * @throws IOException if the target cannot be written
   */
  public void write(EditPlan plan, Path target) throws IOException, UnusableInput {
    Path part = beside(target.toAbsolutePath());
    boolean good = false;
    try {
      if (plan.isEmpty()) {
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Draft draft = new PlanWriter(archive, workbook, limits).carryOut(plan);
        try (SeekableByteChannel channel =
            Files.newByteChannel(part, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
          draft.writeTo(channel);
        }
      }
      if (Files.exists(target) && Files.isSameFile(file, target)) {
        close();
      }
      move(part, target);
      good = true;
    } finally {
      if (!good) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** A new, empty file in the target's folder, from where it can be moved in one step. */
  private static Path beside(Path target) throws IOException {
    for (int number = 0; ; number++) {
      try {
        return Files.createFile(
            target.resolveSibling("." + target.getFileName() + "." + number + ".part"));
      } catch (FileAlreadyExistsException e) {
        if (number == 99) {
          throw e;
        }
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
