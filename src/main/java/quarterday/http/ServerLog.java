package quarterday.http;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a server writes down: a line a request with time, method, route, status, bytes and
 * milliseconds, and faults of ours without their messages. No address of a client, no name of a
 * file, nothing out of a workbook.
 */
final class ServerLog {
  private final PrintWriter out;
  private final Clock clock;

  ServerLog(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Notes a request that has been answered. */
  void answered(String method, String route, int status, long bytes, long milliseconds) {
    line(method + " " + route + " " + status + " " + bytes + " " + milliseconds);
  }

  /** Notes a fault of ours. */
  void fault(Incident incident) {
    line("incident " + incident.number() + " " + incident.trace());
  }

  private void line(String text) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    synchronized (out) {
      out.println(now + " " + text);
      out.flush();
    }
  }
}
