package quarterday.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A fault of ours as it may be told: where in the program it happened, without the message, which
 * may hold what somebody uploaded.
 *
 * @param number the same for the same fault at the same place, so that reports can be joined
 * @param trace the kinds of fault and the places in the program, a line each
 */
public record Incident(String number, String trace) {
  private static final int CAUSES = 5;

  /** The incident that a fault is. */
  public static Incident of(Throwable fault) {
    StringBuilder trace = new StringBuilder();
    Throwable cause = fault;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      trace.append(i == 0 ? "" : "\nbecause of ").append(cause.getClass().getName());
      for (StackTraceElement at : cause.getStackTrace()) {
        trace.append("\n  at ").append(at);
      }
      cause = cause.getCause();
    }
    CRC32 sum = new CRC32();
    sum.update(trace.toString().getBytes(StandardCharsets.UTF_8));
    return new Incident(String.format(Locale.ROOT, "%08X", sum.getValue()), trace.toString());
  }
}
