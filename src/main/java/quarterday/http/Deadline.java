package quarterday.http;

/** How long a transfer may take, and how slow it may be. */
final class Deadline {
  private final long start = System.nanoTime();
  private final ServerSettings settings;
  private long bytes;

  Deadline(ServerSettings settings) {
    this.settings = settings;
  }

  /** Counts bytes; whether the transfer may go on. */
  boolean allows(int more) {
    bytes += more;
    double seconds = (System.nanoTime() - start) / 1e9;
    return seconds <= settings.limit(ServerLimit.IDLE_SECONDS)
        || (seconds <= settings.limit(ServerLimit.TRANSFER_SECONDS)
            && bytes / seconds >= settings.limit(ServerLimit.SLOWEST_BYTES));
  }

  long bytes() {
    return bytes;
  }
}
