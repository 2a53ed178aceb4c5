package quarterday.sheet;

import java.util.Iterator;
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

  /** The same things in the same order; going through them ends when the work is broken off. */
  public static <T> Iterable<T> heededBy(Iterable<T> things) {
    return () -> {
      Iterator<T> rest = things.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return rest.hasNext();
        }

        @Override
        public T next() {
          heed();
          return rest.next();
        }
      };
    };
  }
}
