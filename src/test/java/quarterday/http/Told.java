package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** What no answer may tell. */
final class Told {
  private Told() {}

  static void nothingOfTheInside(String body, Path home) {
    assertThat(body)
        .doesNotContain(home.toString(), System.getProperty("java.io.tmpdir") + "/")
        .doesNotContainPattern(
            "\\bat [a-z]+\\.[a-z.]+\\(|Exception|\\.java\\b|org\\.eclipse|java\\.")
        .doesNotContain("<html", "<!DOCTYPE");
  }
}
