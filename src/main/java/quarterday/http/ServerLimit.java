package quarterday.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import quarterday.xlsx.FileLimits;

/** How much a server takes on, each limit with its default; a limits file overrides them. */
public enum ServerLimit {
  /** Workbooks worked on at once. */
  WORKERS(
      "workers",
      "workbooks worked on at once; by default as many as the machine has processors",
      1,
      () -> Runtime.getRuntime().availableProcessors()),
  /** Memory for the workbooks being worked on. */
  MEMORY(
      "memory-megabytes",
      "memory for the workbooks being worked on; by default half of what Java may use",
      16,
      () -> Math.max(16, (Runtime.getRuntime().maxMemory() / 2) >> 20)),
  /** Requests with a body that are received, waited for or worked on. */
  REQUESTS(
      "requests-at-once",
      "requests with a workbook that are received, wait or are worked on at once; more are sent"
          + " away with 503",
      1,
      32),
  /** Waiting for a worker. */
  WAIT_SECONDS(
      "wait-seconds",
      "how long a request waits for its turn before it is sent away with 503",
      1,
      20),
  /** Working on one workbook. */
  WORK_SECONDS("work-seconds", "how long one workbook may be worked on", 1, 18),
  /** Receiving one body, or sending one reply. */
  TRANSFER_SECONDS("transfer-seconds", "how long one upload or one download may take", 1, 120),
  /** Silence on a connection. */
  IDLE_SECONDS("idle-seconds", "how long a connection may be silent while a request is due", 1, 10),
  /** The slowest upload and download. */
  SLOWEST_BYTES(
      "slowest-bytes-per-second",
      "the slowest upload and download, on average once the first idle-seconds have passed",
      1,
      4_096),
  /** Stopping. */
  STOP_SECONDS(
      "stop-seconds", "how long running requests may take to end when the server stops", 1, 30),
  /** Open connections. */
  CONNECTIONS("connections", "connections open at once", 8, 256),
  /** Request line and headers. */
  HEADER_BYTES(
      "header-bytes", "bytes of a request's first line and headers together", 1_024, 16_384),
  /** The uploaded file. */
  FILE_BYTES("file-bytes", "bytes of an uploaded workbook or snapshot", 1_024, 25 << 20),
  /** All parts of a workbook. */
  UNPACKED_BYTES("unpacked-bytes", "bytes of all parts of a workbook, unpacked", 1_024, 512L << 20),
  /** Packing. */
  RATIO(
      "ratio",
      "how many times larger a part may be unpacked; judged above 10 MB only",
      1,
      FileLimits.DEFAULT.ratio()),
  /** Parts. */
  PARTS("parts", "parts in a workbook file", 1, FileLimits.DEFAULT.entries()),
  /** Sheets. */
  SHEETS("sheets", "sheets in a workbook", 1, FileLimits.DEFAULT.sheets()),
  /** Cells. */
  CELLS("cells", "cells on all sheets, empty but formatted ones included", 1, 2_000_000),
  /** Text. */
  TEXT_CHARACTERS("text-characters", "characters of all different texts", 1, 20_000_000),
  /** Elements in one another. */
  NESTING(
      "nesting",
      "how deep elements of a part may stand in one another",
      8,
      FileLimits.DEFAULT.nesting());

  private static final long MOST = 1L << 40;

  private final String key;
  private final String meaning;
  private final long least;
  private final LongSupplier standard;

  ServerLimit(String key, String meaning, long least, long standard) {
    this(key, meaning, least, () -> standard);
  }

  ServerLimit(String key, String meaning, long least, LongSupplier standard) {
    this.key = key;
    this.meaning = meaning;
    this.least = least;
    this.standard = standard;
  }

  /** Its name in a limits file. */
  public String key() {
    return key;
  }

  /** What it limits, and by what unit. */
  public String meaning() {
    return meaning;
  }

  /** The smallest figure it takes. */
  public long least() {
    return least;
  }

  /** Its figure where none is set. */
  public long standard() {
    return standard.getAsLong();
  }

  /** The figure, if it is a whole number that this limit takes. */
  Optional<Long> parse(String figure) {
    String plain = figure.strip().replace("_", "");
    if (!plain.matches("\\d{1,12}")) {
      return Optional.empty();
    }
    long value = Long.parseLong(plain);
    long most = this == FILE_BYTES || this == UNPACKED_BYTES ? MOST : Integer.MAX_VALUE / 2;
    return value < least || value > most ? Optional.empty() : Optional.of(value);
  }

  /** The limit of this name. */
  static Optional<ServerLimit> named(String key) {
    return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
  }
}
