package quarterday.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import quarterday.sheet.UnusableInput;

/** Leads each request to its route, and answers every failure as a problem. */
final class Router extends HttpServlet {
  /** The request attribute that holds the path of the route, for the log. */
  static final String ROUTE = "quarterday.route";

  private static final long serialVersionUID = 1L;
  private static final String HEALTH = "/health";

  /** What is still taken of a body that has been refused, so that its sender hears why. */
  private static final long DRAINED_BYTES = 64L << 20;

  private static final long DRAINED_NANOSECONDS = 5_000_000_000L;

  private final transient List<Route> routes;
  private final transient Door door;
  private final transient ServerLog log;

  Router(List<Route> routes, Door door, ServerLog log) {
    this.routes = List.copyOf(routes);
    this.door = door;
    this.log = log;
  }

  // Whatever a request comes to, it is answered; what is ours has a number and nothing else.
  @SuppressWarnings("IllegalCatch")
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SafetyHeaders.addTo(response::setHeader);
    Problem problem;
    try {
      answer(request, response);
      return;
    } catch (Problem e) {
      problem = e;
    } catch (UnusableInput e) {
      problem = Problem.of(e);
    } catch (EofException e) {
      // Nobody is there to be told.
      throw e;
    } catch (IOException e) {
      log.fault(Incident.of(e));
      problem =
          Problem.busy(
              "not-kept",
              "The server cannot keep the files that it works on; whoever runs it should look"
                  + " whether its disk is full.",
              60);
    } catch (OutOfMemoryError e) {
      problem = Workshop.outOfMemory();
    } catch (Throwable e) {
      if (e instanceof HttpException told && told.getCode() < 500) {
        problem = JettyProblems.of(told.getCode());
      } else {
        Incident incident = Incident.of(e);
        log.fault(incident);
        problem = Problem.of(incident);
      }
    }
    tell(problem, request, response);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response)
      throws Problem, UnusableInput, IOException {
    String uri = request.getRequestURI();
    Route route = route(uri, request.getMethod());
    request.setAttribute(ROUTE, route.path());
    // Whoever watches over a server asks by its number.
    if (!route.path().equals(HEALTH)) {
      door.requireHost(request);
    }
    if (!route.takes(request.getMethod())) {
      throw new Problem(
          HttpStatus.METHOD_NOT_ALLOWED_405,
          "method-not-allowed",
          "That cannot be done with this address; it takes " + route.allowed() + ".",
          Map.of("Allow", route.allowed()));
    }
    if (route.method().equals("POST")) {
      door.requireOwnOriginAndToken(request);
    }
    route.answer().to(request, response);
  }

  private Route route(String uri, String method) throws Problem {
    Route route =
        routes.stream()
            .filter(each -> each.leadsTo(uri))
            .findFirst()
            .orElseThrow(JettyProblems::notFound);
    if (route.path().equals(PageRoutes.ANY_FILE) && !route.takes(method)) {
      throw JettyProblems.notFound();
    }
    return route;
  }

  private static void tell(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      // Part of another answer is on its way: breaking off is all that shows it is not whole.
      throw new IOException("The answer broke off.");
    }
    response.reset();
    SafetyHeaders.addTo(response::setHeader);
    problem.headers().forEach(response::setHeader);
    boolean unread = hasBody(request) && !request.getInputStream().isFinished();
    if (unread) {
      response.setHeader("Connection", "close");
    }
    response.setStatus(problem.status());
    Reply.bytes(response, Problem.TYPE, problem.json().getBytes(StandardCharsets.UTF_8));
    if (unread && request.getHeader("Expect") == null) {
      response.flushBuffer();
      drain(request.getInputStream());
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** A connection closed with bytes unread is reset, and the answer may never be seen. */
  @SuppressWarnings("IllegalCatch")
  private static void drain(InputStream in) {
    long end = System.nanoTime() + DRAINED_NANOSECONDS;
    byte[] buffer = new byte[1 << 13];
    long read = 0;
    try {
      for (int n = in.read(buffer);
          n >= 0 && read < DRAINED_BYTES && System.nanoTime() < end;
          n = in.read(buffer)) {
        read += n;
      }
    } catch (IOException | RuntimeException e) {
      // The answer has been given already.
    }
  }
}
