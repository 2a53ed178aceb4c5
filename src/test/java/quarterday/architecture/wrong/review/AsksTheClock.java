package quarterday.architecture.wrong.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Nine ways to get another answer another time. */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"})
public final class AsksTheClock {
  private AsksTheClock() {}

  static List<Object> ask() {
    Supplier<Instant> reference = Instant::now;
    return List.of(
        LocalDate.now(),
        YearMonth.now(),
        System.currentTimeMillis(),
        new Date(),
        new Random(),
        Math.random(),
        UUID.randomUUID(),
        Clock.systemUTC(),
        reference);
  }

  /** A seed makes dice repeatable, so this is no tenth way. */
  static Random seeded() {
    return new Random(7);
  }
}
