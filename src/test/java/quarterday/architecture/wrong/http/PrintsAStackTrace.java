package quarterday.architecture.wrong.http;

public final class PrintsAStackTrace {
  private PrintsAStackTrace() {}

  static void print(Exception e) {
    e.printStackTrace();
  }
}
