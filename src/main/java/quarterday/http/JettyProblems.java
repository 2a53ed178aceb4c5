package quarterday.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says as problems what Jetty itself refuses, before any route is asked. */
final class JettyProblems extends ErrorHandler {
  private final ServerLog log;

  JettyProblems(ServerLog log) {
    this.log = log;
  }

  static Problem notFound() {
    return new Problem(
        HttpStatus.NOT_FOUND_404,
        "not-found",
        "There is nothing at that address; openapi.json lists what there is.");
  }

  /** The problem that a status stands for. */
  static Problem of(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 -> notFound();
      case HttpStatus.REQUEST_TIMEOUT_408 ->
          new Problem(
              status,
              "too-slow",
              "The request came too slowly; try again over a better connection.");
      case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
          new Problem(status, "limit-body", "The body is too large; send less.");
      case HttpStatus.URI_TOO_LONG_414 ->
          new Problem(
              status, "uri-too-long", "The address is too long; send fewer or shorter settings.");
      case HttpStatus.EXPECTATION_FAILED_417 ->
          new Problem(
              status,
              "bad-expectation",
              "The header Expect asks for what there is not; leave it out.");
      case HttpStatus.UPGRADE_REQUIRED_426 ->
          new Problem(status, "bad-version", "Ask with HTTP/1.1.");
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          new Problem(
              status,
              "headers-too-large",
              "The headers are too large; send fewer or shorter ones.");
      case HttpStatus.SERVICE_UNAVAILABLE_503 ->
          Problem.busy(
              "stopping", "The server is stopping; try again when it has been started again.", 30);
      default ->
          new Problem(
              HttpStatus.BAD_REQUEST_400,
              "bad-request",
              "That is no request as HTTP wants it; send it again as openapi.json describes.");
    };
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem;
    if (status == HttpStatus.INTERNAL_SERVER_ERROR_500) {
      Object fault = request.getAttribute(ERROR_EXCEPTION);
      Incident incident =
          Incident.of(fault instanceof Throwable thrown ? thrown : new IllegalStateException());
      log.fault(incident);
      problem = Problem.of(incident);
    } else {
      problem = of(status);
    }
    response.setStatus(problem.status());
    SafetyHeaders.addTo(response.getHeaders()::put);
    problem.headers().forEach(response.getHeaders()::put);
    byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    response.getHeaders().put(new HttpField(HttpHeader.CONTENT_LENGTH, body.length + ""));
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  /** Every method's failures have a body. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }
}
