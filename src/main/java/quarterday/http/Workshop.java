package quarterday.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpStatus;
import quarterday.sheet.UnusableInput;

/**
 * Where workbooks are worked on: as many at once as there are workers and memory; the others wait
 * their turn, and not for ever.
 *
 * <p>A workbook that takes too long is given up: its request is answered at once, its worker is
 * interrupted, which ends reading and writing, and its place is free again when it has ended.
 */
final class Workshop implements Closeable {
  private static final int RETRY_SECONDS = 5;

  /** A stack that holds what deep but honest formulas need. */
  private static final long STACK_BYTES = 4L << 20;

  private final ServerSettings settings;
  private final ServerLog log;
  private final ThreadPoolExecutor workers;
  private final Semaphore memory;

  Workshop(ServerSettings settings, ServerLog log) {
    this.settings = settings;
    this.log = log;
    int count = settings.count(ServerLimit.WORKERS);
    this.workers =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread worker = new Thread(null, work, "worker", STACK_BYTES);
              worker.setDaemon(true);
              return worker;
            });
    this.memory = new Semaphore(settings.count(ServerLimit.MEMORY), true);
  }

  /** Work on one workbook. */
  interface Work<T> {
    /** Does it, after asking for the memory that it will take. */
    T done(Memory needed) throws UnusableInput, IOException, Problem, InterruptedException;
  }

  /** Asks for memory, which is given back when the work ends. */
  interface Memory {
    /**
     * Waits until there is enough.
     *
     * @throws UnusableInput if there will never be enough
     */
    void take(long bytes) throws UnusableInput, Problem, InterruptedException;
  }

  /**
   * Has the work done by a worker, and waits for it as long as work on one workbook may take.
   *
   * @param desk the files worked on, kept until the worker has let go of them
   */
  <T> T run(Spool.Desk desk, Work<T> work) throws Problem, UnusableInput, IOException {
    return run(desk, settings.seconds(ServerLimit.WORK_SECONDS), work);
  }

  /** Has the work done by a worker, and waits for it so long. */
  <T> T run(Spool.Desk desk, Duration patience, Work<T> work)
      throws Problem, UnusableInput, IOException {
    Task<T> task = new Task<>(desk.held(), work);
    workers.execute(task);
    try {
      if (!task.started.await(settings.limit(ServerLimit.WAIT_SECONDS), TimeUnit.SECONDS)
          && workers.remove(task)) {
        task.letGo();
        throw busy();
      }
      if (!task.ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        task.giveUp();
        throw new Problem(
            HttpStatus.UNPROCESSABLE_ENTITY_422,
            "limit-time",
            "The workbook takes longer than the "
                + patience.toSeconds()
                + " seconds allowed; take out what is not needed, or have the limit raised by"
                + " whoever runs this server.");
      }
      return task.result();
    } catch (InterruptedException e) {
      task.giveUp();
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  static Problem busy() {
    return Problem.busy(
        "busy",
        "The server has too many workbooks to work on just now; try again in a few seconds.",
        RETRY_SECONDS);
  }

  static Problem outOfMemory() {
    return Problem.busy(
        "out-of-memory",
        "There is not enough memory for the workbook just now; try again in a few seconds.",
        RETRY_SECONDS);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private final class Task<T> implements Runnable {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Thread> worker = new AtomicReference<>();
    private final Spool.Desk desk;
    private final Work<T> work;
    private int megabytes;
    private Callable<T> outcome;

    Task(Spool.Desk desk, Work<T> work) {
      this.desk = desk;
      this.work = work;
    }

    // A workbook that breaks its worker must not break the server.
    @SuppressWarnings("IllegalCatch")
    @Override
    public void run() {
      worker.set(Thread.currentThread());
      started.countDown();
      try {
        T done = work.done(this::take);
        outcome = () -> done;
      } catch (Exception e) {
        outcome =
            () -> {
              throw e;
            };
      } catch (OutOfMemoryError e) {
        outcome =
            () -> {
              throw outOfMemory();
            };
      } catch (StackOverflowError e) {
        outcome =
            () -> {
              throw new Problem(
                  HttpStatus.UNPROCESSABLE_ENTITY_422,
                  "too-deep",
                  "Something in the workbook nests too deep to be read; look for a formula with"
                      + " thousands of brackets, and take it out.");
            };
      } catch (Error e) {
        outcome =
            () -> {
              throw new IllegalStateException(e);
            };
      } finally {
        memory.release(megabytes);
        letGo();
        // So that an interrupt which comes late cannot strike the next workbook.
        synchronized (this) {
          worker.set(null);
          Thread.interrupted();
        }
        ended.countDown();
      }
    }

    private void take(long bytes) throws UnusableInput, Problem, InterruptedException {
      long needed = Math.max(1, bytes >> 20);
      long all = settings.limit(ServerLimit.MEMORY);
      if (needed > all) {
        throw new UnusableInput(
            "limit-memory",
            "The workbook needs about "
                + needed
                + " MB of memory, and this server gives "
                + all
                + ".",
            "Take out what is not needed, or have the limit raised by whoever runs this server.");
      }
      if (!memory.tryAcquire(
          (int) needed, settings.limit(ServerLimit.WAIT_SECONDS), TimeUnit.SECONDS)) {
        throw busy();
      }
      megabytes = (int) needed;
    }

    private void letGo() {
      try {
        desk.close();
      } catch (IOException e) {
        log.fault(Incident.of(e));
      }
    }

    private synchronized void giveUp() {
      Thread working = worker.get();
      if (working != null) {
        working.interrupt();
      }
    }

    private T result() throws Problem, UnusableInput, IOException {
      try {
        return outcome.call();
      } catch (Problem | UnusableInput | IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
