package quarterday.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import quarterday.sheet.UnusableInput;

/** The parts of a workbook file, counted and found whole before anything is read from them. */
final class Archive implements Closeable {
  /** Below this many unpacked bytes no ratio is judged: small parts pack very well. */
  private static final long RATIO_JUDGED_FROM = 10L << 20;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries;
  private final long unpackedBytes;

  private Archive(ZipFile zip, Map<String, ZipArchiveEntry> entries, long unpackedBytes) {
    this.zip = zip;
    this.entries = entries;
    this.unpackedBytes = unpackedBytes;
  }

  static Archive open(Path file, FileLimits limits) throws UnusableInput {
    FileKind.requireArchive(file, limits.fileBytes());
    ZipFile zip = zip(file);
    boolean good = false;
    try {
      Map<String, ZipArchiveEntry> entries = list(zip, limits);
      long unpackedBytes = count(zip, entries.values(), limits);
      good = true;
      return new Archive(zip, entries, unpackedBytes);
    } finally {
      if (!good) {
        quietly(zip);
      }
    }
  }

  // The archive reader answers some broken headers with unchecked exceptions.
  @SuppressWarnings("IllegalCatch")
  private static ZipFile zip(Path file) throws UnusableInput {
    try {
      return ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(false).get();
    } catch (IOException | RuntimeException e) {
      throw Refusal.damaged("its list of parts cannot be read, as when a download broke off");
    }
  }

  private static void quietly(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // The refusal under way matters more than a handle that would not close.
    }
  }

  private static Map<String, ZipArchiveEntry> list(ZipFile zip, FileLimits limits)
      throws UnusableInput {
    Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    for (Enumeration<ZipArchiveEntry> all = zip.getEntriesInPhysicalOrder();
        all.hasMoreElements(); ) {
      ZipArchiveEntry entry = all.nextElement();
      String key = key(entry.getName());
      if (("/" + key + "/").contains("/../") || entry.getName().contains(":")) {
        throw Refusal.unsafeName();
      }
      if (entries.put(key, entry) != null) {
        throw Refusal.damaged("it holds the part " + shown(entry.getName()) + " twice");
      }
      if (entries.size() > limits.entries()) {
        throw Refusal.limit("parts", limits.entries(), "more than that");
      }
    }
    return entries;
  }

  /** Unpacks every part once, counting: what a header claims of sizes proves nothing. */
  private static long count(ZipFile zip, Collection<ZipArchiveEntry> entries, FileLimits limits)
      throws UnusableInput {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (ZipArchiveEntry entry : entries) {
      long size = 0;
      CRC32 crc = new CRC32();
      try (InputStream in = stream(zip, entry)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          crc.update(buffer, 0, n);
          size += n;
          total += n;
          if (total > limits.unpackedBytes()) {
            throw Refusal.limit("unpacked bytes", limits.unpackedBytes(), "more than that");
          }
          if (size > RATIO_JUDGED_FROM
              && size / Math.max(1, entry.getCompressedSize()) > limits.ratio()) {
            throw Refusal.limit(
                "unpacked bytes for each packed byte",
                limits.ratio(),
                size / Math.max(1, entry.getCompressedSize()));
          }
        }
      } catch (IOException e) {
        throw cutShort(entry.getName());
      }
      if (crc.getValue() != entry.getCrc()) {
        throw cutShort(entry.getName());
      }
    }
    return total;
  }

  private static UnusableInput cutShort(String name) {
    return Refusal.damaged("its part " + shown(name) + " cannot be unpacked");
  }

  /** A part's name as a message may show it. */
  private static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9 _./\\[\\]-]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
  }

  // The archive reader answers some broken headers with unchecked exceptions.
  @SuppressWarnings("IllegalCatch")
  private static InputStream stream(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    try {
      InputStream in = zip.getInputStream(entry);
      if (in == null) {
        throw new IOException("no content");
      }
      return in;
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /** Part names are compared without case, and without the slash that relationships begin with. */
  static String key(String name) {
    String plain = name.replace('\\', '/');
    while (plain.startsWith("/")) {
      plain = plain.substring(1);
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  /** The bytes of all parts together, unpacked, as they were counted. */
  long unpackedBytes() {
    return unpackedBytes;
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  Collection<ZipArchiveEntry> entries() {
    return entries.values();
  }

  /** A part's name as the file spells it. */
  String spelling(String part) {
    ZipArchiveEntry entry = entries.get(key(part));
    return entry == null ? part : entry.getName();
  }

  /** The part's bytes, unpacked as they are read. */
  InputStream open(String part) throws IOException, UnusableInput {
    ZipArchiveEntry entry = entries.get(key(part));
    if (entry == null) {
      throw Refusal.damaged("its part " + shown(part) + " is missing");
    }
    return stream(zip, entry);
  }

  /** The part's bytes as they are packed. */
  InputStream openRaw(ZipArchiveEntry entry) throws IOException {
    return zip.getRawInputStream(entry);
  }

  /** The start of a part as ASCII, at most so many characters; empty if there is no such part. */
  String start(String part, int length) throws IOException, UnusableInput {
    if (!has(part)) {
      return "";
    }
    try (InputStream in = open(part)) {
      return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }
  }

  /** Closes on the way out of a refusal. */
  void closeQuietly() {
    quietly(zip);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
