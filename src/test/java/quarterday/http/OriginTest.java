package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.UnusableInput;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://kpi.office.example, https://kpi.office.example",
    "https://KPI.office.example/, https://kpi.office.example",
    "https://kpi.office.example:443, https://kpi.office.example",
    "https://kpi.office.example:8443, https://kpi.office.example:8443",
    "https://192.0.2.7, https://192.0.2.7",
    "http://localhost:8080, http://localhost:8080",
    "http://127.0.0.1:80, http://127.0.0.1",
    "https://[::1]:8443, https://[::1]:8443"
  })
  void schemeHostAndPortAreRead(String text, String shown) throws Exception {
    assertThat(Origin.parse(text)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kpi.office.example",
        "ftp://kpi.office.example",
        "https://",
        "https://kpi.office.example/quarterday",
        "https://kpi.office.example?x",
        "https://someone:secret@example.org",
        "https://kpi.office.example:0",
        "https://kpi.office.example:65536",
        "https://-kpi.example",
        "https://kpi..example",
        "https://kpi'.example",
        "https://kpi.example\"/><Id>",
        "https://$(whoami).example"
      })
  void whatHasLessOrMoreIsRefused(String text) {
    assertThat(catchThrowableOfType(UnusableInput.class, () -> Origin.parse(text)).code())
        .isEqualTo("bad-origin");
  }

  @Test
  void plainHttpToAnotherMachineIsRefused() {
    UnusableInput refusal =
        catchThrowableOfType(UnusableInput.class, () -> Origin.parse("http://kpi.office.example"));

    assertThat(refusal.code()).isEqualTo("insecure-origin");
    assertThat(refusal.getMessage()).contains("https only", "--origin");
  }
}
