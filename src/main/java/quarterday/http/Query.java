package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;
import quarterday.kpi.RequestedSettings;
import quarterday.kpi.Setting;
import quarterday.sheet.UnusableInput;

/** The parameters of an address; a form in the body has none to give. */
final class Query {
  private static final String PERIOD = "period";
  private static final String SET = "set";

  private Query() {}

  /** The settings that a request asks for, of an address that takes some. */
  static Map<Setting, String> settings(HttpServletRequest request) throws Problem, UnusableInput {
    MultiMap<String> asked = parameters(request, Set.of(PERIOD, SET));
    List<String> periods = asked.getOrDefault(PERIOD, List.of());
    if (periods.size() > 1) {
      throw badParameter("There is more than one period; ask for one at a time.");
    }
    return RequestedSettings.parse(
        periods.stream().findFirst(), asked.getOrDefault(SET, List.of()));
  }

  /** Nothing, of an address that takes no parameters; any is refused. */
  static Map<Setting, String> none(HttpServletRequest request) throws Problem {
    parameters(request, Set.of());
    return Map.of();
  }

  private static MultiMap<String> parameters(HttpServletRequest request, Set<String> known)
      throws Problem {
    MultiMap<String> asked = new MultiMap<>();
    try {
      if (request.getQueryString() != null) {
        UrlEncoded.decodeTo(request.getQueryString(), asked, StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException e) {
      throw badParameter("The parameters are not encoded as UTF-8 with percent signs; do so.");
    }
    if (!known.containsAll(asked.keySet())) {
      throw badParameter(
          known.isEmpty()
              ? "This address takes no parameters; leave them out."
              : "There is a parameter that is not known; those known are period and set.");
    }
    return asked;
  }

  private static Problem badParameter(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST_400, "bad-parameter", detail);
  }
}
