package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static Ledger ledger(String text) {
    return new Ledger(
        "1.0",
        "2020/21 Q1",
        Map.of("Panel", text),
        List.of(new Ledger.Seen("a/b", text, "B7", "2020-04=12[p] 2020Q1=31")),
        List.of("a/b"),
        List.of("ASB"),
        Map.of(
            new Ledger.Place("Quarterday.Results.1", 0), OptionalDouble.of(8.43),
            new Ledger.Place("Quarterday.Results.1", 1), OptionalDouble.empty()),
        Map.of("Quarterday.Results.1", OptionalDouble.of(30)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "O'Neil & <Sons> \"Ltd\"", "\u00a35 \ud83d\ude00", "a ]]> b"})
  void aLedgerIsReadAsItWasWritten(String text) {
    assertThat(Ledger.parse(ledger(text).toXml())).contains(ledger(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u0001b", "a\ud83db", "a\uffffb"})
  void whatXmlCannotHoldBecomesASpace(String text) {
    assertThat(Ledger.parse(ledger(text).toXml())).contains(ledger("a b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<ledger/>",
        "<ledger xmlns=\"urn:quarterday:ledger:1\">",
        "<!DOCTYPE l [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><l>&e;</l>",
        "<ledger xmlns=\"urn:quarterday:ledger:1\"><width results=\"r\" offset=\"x\"/></ledger>"
      })
  void aLedgerThatCannotBeReadIsNone(String xml) {
    assertThat(Ledger.parse(xml)).isEmpty();
  }

  @Test
  void whatALaterVersionWroteIsPassedOver() {
    assertThat(
            Ledger.parse(
                "<ledger xmlns=\"urn:quarterday:ledger:1\" version=\"9\"><news/><term name=\"ASB\"/></ledger>"))
        .hasValueSatisfying(ledger -> assertThat(ledger.terms()).containsExactly("ASB"));
  }
}
