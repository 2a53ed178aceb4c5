package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static Ledger.Seen seen(String id, String name, String series) {
    return new Ledger.Seen(id, "Data", "B7", "1.1", name, "Count", "", series);
  }

  private static Ledger ledger(String text) {
    return new Ledger(
        "1.0",
        "2020/21 Q1",
        Map.of("Panel", text),
        List.of(seen("a/b", text, "2020-04=12[p] 2020Q1=31")),
        new Ledger.Former(Map.of("Panel", "x"), List.of(seen("a/c", "Then", "2020-03=7"))),
        List.of("a/d"),
        Map.of("0a1b2c3d", text),
        List.of("a/b"),
        List.of("ASB"),
        Map.of(
            new Ledger.Place("Quarterday.Results.1", 0), OptionalDouble.of(8.43),
            new Ledger.Place("Quarterday.Results.1", 1), OptionalDouble.empty()),
        Map.of("Quarterday.Results.1", OptionalDouble.of(30)),
        new DrawnCharts(Map.of("Quarterday chart 1", "0a1b2c3d")));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<undo xmlns=\"urn:quarterday:ledger:1\" written=\"x\">{\"edits\":[]}</undo>",
        "<undo><![CDATA[{\"edits\":[\"<term name='X'/>\"]}]]></undo>",
        "<undo>&lt;term name=&quot;X&quot;/&gt;</undo>"
      })
  void theWayBackThatTheAddInKeepsIsPassedOver(String undo) {
    String xml = ledger("a").toXml();

    assertThat(Ledger.parse(xml.replace("</ledger>", undo + "</ledger>"))).contains(ledger("a"));
  }

  private static Ledger completed(String period, Optional<Ledger> before, Ledger.Seen... now) {
    Map<String, String> settings = Map.of("Window months", now.length == 0 ? "24" : "42");
    List<Ledger.Seen> measures = List.of(now);
    return new Ledger(
        "1.0",
        period,
        settings,
        measures,
        before.map(b -> b.former(period, settings, measures)).orElse(Ledger.Former.NONE),
        before.map(b -> b.added(period, measures)).orElse(List.of()),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        DrawnCharts.NONE);
  }

  private static List<String> past(Ledger ledger, String period) {
    return ledger.history(period).measures().stream()
        .map(m -> m.name() + " " + m.figures().getOrDefault("2020-03", "-"))
        .toList();
  }

  @Test
  void withinAPeriodThePastIsWhatItsFirstCompletionFound() {
    Ledger first = completed("2020/21 Q1", Optional.empty(), seen("a", "A", "2020-03=7"));
    Ledger second =
        completed(
            "2020/21 Q1",
            Optional.of(first),
            seen("a", "A", "2020-03=8"),
            seen("b", "B", "2020-03=1"));
    Ledger third =
        completed(
            "2020/21 Q1",
            Optional.of(second),
            seen("a", "A", "2020-03=8"),
            seen("b", "B", "2020-03=1"));

    assertThat(past(second, "2020/21 Q1")).containsExactly("A 7");
    assertThat(third).isEqualTo(second);
  }

  @Test
  void withANewPeriodThePastIsWhatTheLastOneEndedWith() {
    Ledger first = completed("2020/21 Q1", Optional.empty(), seen("a", "A", "2020-03=7"));
    Ledger second = completed("2020/21 Q1", Optional.of(first), seen("a", "A", "2020-03=8"));
    Ledger next = completed("2020/21 Q2", Optional.of(second), seen("a", "A", "2020-03=9"));

    assertThat(past(second, "2020/21 Q2")).containsExactly("A 8");
    assertThat(past(next, "2020/21 Q2")).containsExactly("A 8");
  }

  @Test
  void whatWasDroppedIsRememberedForTheWholePeriod() {
    Ledger first = completed("2020/21 Q1", Optional.empty(), seen("a", "A", "2020-03=7"));
    Ledger second = completed("2020/21 Q1", Optional.of(first));
    Ledger third = completed("2020/21 Q1", Optional.of(second));

    assertThat(past(third, "2020/21 Q1")).containsExactly("A 7");
    assertThat(third.history("2020/21 Q1").settings()).containsEntry("Window months", "42");
    assertThat(past(third, "2020/21 Q2")).isEmpty();
  }
}
