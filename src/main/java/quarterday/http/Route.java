package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import quarterday.sheet.UnusableInput;

/**
 * Something that can be asked for.
 *
 * @param method GET, which answers HEAD too, or POST
 * @param path the path; a last part in braces stands for whatever follows
 * @param answer what answers it
 */
record Route(String method, String path, Answer answer) {
  /** Answers a request. */
  interface Answer {
    void to(HttpServletRequest request, HttpServletResponse response)
        throws Problem, UnusableInput, IOException;
  }

  private int open() {
    return path.indexOf('{');
  }

  boolean leadsTo(String uri) {
    return open() < 0 ? path.equals(uri) : uri.startsWith(path.substring(0, open()));
  }

  boolean takes(String asked) {
    return asked.equals(method) || (method.equals("GET") && asked.equals("HEAD"));
  }

  /** The methods that it takes, as the Allow header lists them. */
  String allowed() {
    return method.equals("GET") ? "GET, HEAD" : method;
  }

  /** What stands in place of the braces. */
  String rest(String uri) {
    return uri.substring(open());
  }
}
