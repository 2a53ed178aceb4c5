package quarterday.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import quarterday.sheet.UnusableInput;

/** Tells by its first bytes what a file is, whatever its name says. */
final class FileKind {
  private static final int HEAD = 4096;
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private FileKind() {}

  /** Passes for a file that begins as an archive does. */
  static void requireArchive(Path file, long bytesAllowed) throws UnusableInput {
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) {
      throw Refusal.folder(name);
    }
    if (Files.notExists(file)) {
      throw Refusal.missing(name);
    }
    if (!Files.isRegularFile(file)) {
      throw Refusal.unreadable(name);
    }
    byte[] head;
    long size;
    try (InputStream in = Files.newInputStream(file)) {
      size = Files.size(file);
      head = in.readNBytes(HEAD);
    } catch (IOException e) {
      throw Refusal.unreadable(name);
    }
    if (head.length == 0) {
      throw Refusal.empty();
    }
    if (size > bytesAllowed) {
      throw Refusal.limit("file bytes", bytesAllowed, size);
    }
    if (startsWith(head, new byte[] {'P', 'K', 3, 4})
        || startsWith(head, new byte[] {'P', 'K', 5, 6})) {
      return;
    }
    throw startsWith(head, COMPOUND) ? compound(file, name) : other(head);
  }

  /** Office's older container: an .xls, an encrypted workbook, or something else. */
  private static UnusableInput compound(Path file, String name) {
    try {
      if (holds(file, "EncryptedPackage")) {
        return Refusal.encrypted();
      }
      // The streams of a workbook: of Excel 97 and later, and of Excel 5.
      return holds(file, "Workbook") || holds(file, "Book")
          ? Refusal.xls()
          : Refusal.otherOffice("an older Office document");
    } catch (IOException e) {
      return Refusal.unreadable(name);
    }
  }

  private static UnusableInput other(byte[] head) {
    // The record that starts the workbooks of Excel 2, 3 and 4.
    if (head.length > 3 && head[0] == 9 && (head[1] & ~6) == 0 && head[3] == 0) {
      return Refusal.xls();
    }
    if (startsWith(head, "%PDF".getBytes(StandardCharsets.US_ASCII))) {
      return Refusal.otherOffice("a PDF");
    }
    String text = text(head);
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.contains("<html") || start.contains("<table")) {
      return Refusal.html();
    }
    if (start.startsWith("<?xml")) {
      return Refusal.xml();
    }
    boolean plain = text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
    return plain ? Refusal.text() : Refusal.notZip();
  }

  private static String text(byte[] head) {
    if (startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      return new String(head, 3, head.length - 3, StandardCharsets.UTF_8);
    }
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** Whether a stream or storage of this name stands in the directory: names are in UTF-16. */
  private static boolean holds(Path file, String name) throws IOException {
    // A directory entry starts with its name and a final zero, at a multiple of 128 bytes.
    byte[] sought = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] entry = in.readNBytes(128);
      while (entry.length == 128) {
        if (startsWith(entry, sought)) {
          return true;
        }
        entry = in.readNBytes(128);
      }
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
