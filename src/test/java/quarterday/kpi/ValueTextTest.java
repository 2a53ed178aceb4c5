package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,134 | COUNT | 1134",
        "23,138 | COUNT | 23138",
        "1,234,567.5 | COUNT | 1234567.5",
        "92.5 hours | HOURS | 92.5",
        "10.5hrs | HOURS | 10.5",
        "96% | PERCENTAGE | 96",
        "96.5 per cent | PERCENTAGE | 96.5",
        "15hrs 24 mins | HOURS | 15.4",
        "15 hours and 24 minutes | MINUTES | 924",
        "3 mins 30 secs | SECONDS | 210",
        "3 mins 30 secs | MINUTES | 3.5",
        "\u00a31,200.50 | POUNDS | 1200.5",
        "(5) | COUNT | -5",
        "-5 | COUNT | -5",
        "\u22125 | COUNT | -5",
        "351 [p] | COUNT | 351",
        "351 [note 2] | COUNT | 351",
        "24 meetings | COUNT | 24",
        "92.5 hours | COUNT | 92.5",
        "\u00a0351\u00a0 | COUNT | 351"
      })
  void aFigureTypedAsTextIsRead(String text, Unit unit, String value) {
    assertThat(ValueText.parse(text, unit).value())
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource({"30 minutes, HOURS, 0.5", "2 hours, MINUTES, 120", "90 seconds, MINUTES, 1.5"})
  void aTimeInAnotherUnitThanTheMeasuresIsConverted(String text, Unit unit, String value) {
    assertThat(ValueText.parse(text, unit).value())
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource({"2 days, HOURS", "96%, HOURS", "5 hours, PERCENTAGE", "24 meetings, MINUTES"})
  void aFigureInAUnitThatIsNotTheMeasuresIsNone(String text, Unit unit) {
    assertThat(ValueText.parse(text, unit).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "n/a",
        "N/A",
        "tbc",
        "",
        " ",
        "1,13",
        "12:30",
        "5 or 6",
        "\u00a31.5m",
        "1.5m",
        "2k",
        "1 2"
      })
  void textWithoutANumberIsNone(String text) {
    ValueText read = ValueText.parse(text, Unit.POUNDS);

    assertThat(read.value()).isEmpty();
    assertThat(read.token()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[x]", "[z]", "[c]", "[low]", " [X] "})
  void shorthandStandsInPlaceOfANumber(String text) {
    ValueText read = ValueText.parse(text, Unit.COUNT);

    assertThat(read.value()).isEmpty();
    assertThat(read.token()).isEqualTo(text.strip().toLowerCase(Locale.ROOT));
  }

  @Test
  void aTextOfHundredsOfCharactersIsNoFigure() {
    assertThat(ValueText.parse("7" + "[p]".repeat(80), Unit.COUNT).value()).isPresent();
    assertThat(ValueText.parse("7" + "[p]".repeat(90), Unit.COUNT).value()).isEmpty();
  }

  @Test
  void marksStandBehindAFigureInAnyNumber() {
    assertThat(ValueText.parse("351 [p] [b]", Unit.COUNT).marks())
        .containsExactlyInAnyOrder(Mark.PROVISIONAL, Mark.BREAK);
    assertThat(ValueText.parse("351[e][r]", Unit.COUNT).marks())
        .containsExactlyInAnyOrder(Mark.ESTIMATED, Mark.REVISED);
    assertThat(ValueText.parse("351[e][r]", Unit.COUNT).hasUnit()).isFalse();
  }
}
