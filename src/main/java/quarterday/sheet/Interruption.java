package quarterday.sheet;

import java.util.concurrent.CancellationException;

/**
 * How long work is broken off: whoever waits for it interrupts its thread, and it ends at the next
 * row or measure.
 */
public final class Interruption {
  private Interruption() {}

  /**
   * Ends the work of this thread if it has been interrupted.
   *
   * @throws CancellationException if so
   */
  public static void heed() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
