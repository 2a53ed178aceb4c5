package quarterday.http;

import java.util.EnumMap;
import java.util.Map;

/** Limits for tests that are not about time: what is slow is the machine, and no fault. */
public final class Patience {
  private static final Map<ServerLimit, Long> LONG =
      Map.of(
          ServerLimit.WORK_SECONDS, 240L,
          ServerLimit.WAIT_SECONDS, 240L,
          ServerLimit.IDLE_SECONDS, 120L,
          ServerLimit.TRANSFER_SECONDS, 240L,
          ServerLimit.STOP_SECONDS, 240L);

  private Patience() {}

  /** These limits, and long times where none are said. */
  public static Map<ServerLimit, Long> with(Map<ServerLimit, Long> limits) {
    Map<ServerLimit, Long> all = new EnumMap<>(LONG);
    all.putAll(limits);
    return all;
  }
}
