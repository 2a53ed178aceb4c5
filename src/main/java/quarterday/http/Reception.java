package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import quarterday.sheet.UnusableInput;

/** Lets in as many requests with a body as there are places, and gives each a desk of its own. */
final class Reception {
  private final Spool spool;
  private final Semaphore places;

  Reception(ServerSettings settings, Spool spool) {
    this.spool = spool;
    this.places = new Semaphore(settings.count(ServerLimit.REQUESTS));
  }

  /** Answers a request with the help of files. */
  interface AtDesk {
    void answer(HttpServletRequest request, HttpServletResponse response, Spool.Desk desk)
        throws Problem, UnusableInput, IOException;
  }

  /** Gives a request a place and a desk, or sends it away. */
  Route.Answer placed(AtDesk work) {
    return (request, response) -> {
      if (!places.tryAcquire()) {
        throw Workshop.busy();
      }
      try (Spool.Desk desk = spool.desk()) {
        work.answer(request, response, desk);
      } finally {
        places.release();
      }
    };
  }
}
