package quarterday.http;

import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;
import quarterday.sheet.UnusableInput;
import quarterday.wire.Json;

/** Why a request fails: a status, a code for programs, a sentence with its remedy for people. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  /** The type of its body. */
  static final String TYPE = "application/problem+json";

  private final int status;
  private final String code;
  private final String instance;
  private final transient Map<String, String> headers;

  private Problem(
      int status, String code, String detail, String instance, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.instance = instance;
    this.headers = headers;
  }

  Problem(int status, String code, String detail) {
    this(status, code, detail, Map.of());
  }

  Problem(int status, String code, String detail, Map<String, String> headers) {
    this(status, code, detail, "urn:uuid:" + UUID.randomUUID(), headers);
  }

  /** What is wrong with the input is said as on the command line. */
  static Problem of(UnusableInput unusable) {
    String code = unusable.code();
    int status =
        code.startsWith("limit-")
            ? HttpStatus.PAYLOAD_TOO_LARGE_413
            : code.equals("bad-setting") || code.equals("ambiguous-period")
                ? HttpStatus.BAD_REQUEST_400
                : HttpStatus.UNPROCESSABLE_ENTITY_422;
    return new Problem(status, code, unusable.getMessage());
  }

  /** There is too much to do; trying again later may help. */
  static Problem busy(String code, String detail, int seconds) {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE_503,
        code,
        detail,
        Map.of("Retry-After", Integer.toString(seconds)));
  }

  /** Our fault, of which nothing is told but the number. */
  static Problem of(Incident incident) {
    return new Problem(
        HttpStatus.INTERNAL_SERVER_ERROR_500,
        "incident",
        "Quarterday itself failed (incident "
            + incident.number()
            + "); please report the incident with the workbook's shape to whoever runs this"
            + " server.",
        "urn:quarterday:incident:" + incident.number(),
        Map.of());
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** The headers that go with it. */
  Map<String, String> headers() {
    return headers;
  }

  /** The body. */
  String json() {
    return Json.problem(
        "urn:quarterday:problem:" + code,
        HttpStatus.getMessage(status),
        status,
        getMessage(),
        instance,
        code);
  }
}
