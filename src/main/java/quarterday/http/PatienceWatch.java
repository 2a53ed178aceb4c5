package quarterday.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client dribbles: one that keeps sending, but has not sent a whole
 * request head within the time in which a silent one would have been closed, twice over.
 */
final class PatienceWatch implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration patience;

  PatienceWatch(Scheduler scheduler, Duration patience) {
    this.scheduler = scheduler;
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    // Waits a little longer than the idle time, so that silence alone is left to that.
    watch(connection, 0, 0);
  }

  private void watch(Connection connection, long requestsBefore, long bytesBefore) {
    scheduler.schedule(
        () -> {
          if (!connection.getEndPoint().isOpen()) {
            return;
          }
          long requests = connection.getMessagesIn();
          long bytes = connection.getBytesIn();
          boolean waiting = connection.getMessagesOut() >= requests;
          if (waiting && requests == requestsBefore && bytes > bytesBefore) {
            connection.getEndPoint().close();
          } else {
            watch(connection, requests, bytes);
          }
        },
        patience.toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
