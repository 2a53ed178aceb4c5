package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.sheet.UnusableInput;

class WorkshopTest {
  @TempDir private Path home;
  private Spool spool;
  private Workshop workshop;

  @BeforeEach
  void open() throws Exception {
    spool = Spool.in(home.resolve("spool"));
    workshop = workshop(Map.of());
  }

  private Workshop workshop(Map<ServerLimit, Long> more) {
    Map<ServerLimit, Long> limits = new EnumMap<>(ServerLimit.class);
    limits.putAll(more);
    limits.put(ServerLimit.WORKERS, 1L);
    limits.put(ServerLimit.MEMORY, 100L);
    return new Workshop(
        Running.settings(home, limits),
        new ServerLog(new PrintWriter(new StringWriter()), Clock.systemUTC()));
  }

  /** From now on waiting and work may take so long. */
  private void allow(long waitSeconds, long workSeconds) {
    workshop.close();
    workshop =
        workshop(
            Map.of(ServerLimit.WAIT_SECONDS, waitSeconds, ServerLimit.WORK_SECONDS, workSeconds));
  }

  @AfterEach
  void close() throws Exception {
    workshop.close();
    spool.close();
  }

  private <T> T run(Workshop.Work<T> work) throws Exception {
    try (Spool.Desk desk = spool.desk()) {
      return workshop.run(desk, work);
    }
  }

  private Problem problem(Workshop.Work<?> work) {
    return catchThrowableOfType(Problem.class, () -> run(work));
  }

  private void requireThatItGoesOn() throws Exception {
    String done = run(memory -> "done");
    assertThat(done).isEqualTo("done");
    assertThat(Running.left(home)).isEmpty();
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  @Test
  void theFirstWorkOfASlowMachineMayTakeLongerThanWorkMay() throws Exception {
    allow(240, 1);
    CountDownLatch later = new CountDownLatch(1);
    try (Spool.Desk desk = spool.desk()) {
      String done =
          workshop.run(
              desk,
              Duration.ofMinutes(1),
              memory -> {
                assertThat(later.await(1_500, TimeUnit.MILLISECONDS)).isFalse();
                return "done";
              });
      assertThat(done).isEqualTo("done");
    }
  }

  @Test
  void workThatNestsTooDeepEndsAlone() throws Exception {
    Problem problem = problem(memory -> endless(0));

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.code()).isEqualTo("too-deep");
    requireThatItGoesOn();
  }

  @Test
  void workThatFindsNoMemoryEndsAlone() throws Exception {
    Problem problem =
        problem(
            memory -> {
              throw new OutOfMemoryError();
            });

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("out-of-memory");
    assertThat(problem.headers()).containsKey("Retry-After");
    requireThatItGoesOn();
  }

  @Test
  void faultsAndRefusalsComeThrough() throws Exception {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () ->
                    run(
                        memory -> {
                          throw new IllegalArgumentException();
                        })))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                    UnusableInput.class,
                    () ->
                        run(
                            memory -> {
                              throw new UnusableInput("code", "Wrong.", "Right it.");
                            }))
                .code())
        .isEqualTo("code");
    requireThatItGoesOn();
  }

  /** A full disk is no fault of ours: the router says what it is. */
  @Test
  void whatCannotBeWrittenComesThroughAsThat() throws Exception {
    assertThat(
            catchThrowable(
                () ->
                    run(
                        memory -> {
                          throw new IOException("no space");
                        })))
        .isInstanceOf(IOException.class);
    requireThatItGoesOn();
  }

  @Test
  void workThatTakesTooLongIsGivenUpAndInterrupted() throws Exception {
    allow(240, 1);
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);

    Problem problem =
        problem(
            memory -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
              ended.countDown();
              return "late";
            });

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.code()).isEqualTo("limit-time");
    ended.await();
    assertThat(interrupted).isTrue();
    requireThatItGoesOn();
  }

  @Test
  void whoeverWaitsTooLongIsSentAwayAndLeavesNothing() throws Exception {
    allow(1, 1);
    CountDownLatch free = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Problem> slow =
        CompletableFuture.supplyAsync(
            () ->
                problem(
                    memory -> {
                      begun.countDown();
                      while (free.getCount() > 0) {
                        try {
                          free.await();
                        } catch (InterruptedException e) {
                          // As planning, which nothing can break off.
                        }
                      }
                      return "";
                    }));
    begun.await();

    Problem problem = problem(memory -> "never begun");

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("busy");
    assertThat(slow.get().code()).isEqualTo("limit-time");
    free.countDown();
    assertThat(Running.left(home)).isEmpty();
  }

  @Test
  void memoryIsTakenAndGivenBack() throws Exception {
    for (int round = 0; round < 5; round++) {
      run(
          memory -> {
            memory.take(99L << 20);
            return "";
          });
    }

    assertThat(
            catchThrowableOfType(
                    UnusableInput.class,
                    () ->
                        run(
                            memory -> {
                              memory.take(101L << 20);
                              return "";
                            }))
                .code())
        .isEqualTo("limit-memory");
    requireThatItGoesOn();
  }
}
