package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

class SettingTest {
  @ParameterizedTest
  @CsvSource({
    "Organisation,''",
    "Post-holder,''",
    "Panel,''",
    "Report title,''",
    "Author,''",
    "Contact,''",
    "Reporting period,''",
    "Limits method,Moving range",
    "Window months,42",
    "Lock limits at,0",
    "Shift length,7",
    "Trend points,7",
    "Two of three,no",
    "Sustained drift,no",
    "Smallest base for per cent,20",
    "Small-count threshold,5",
    "Highlight per cent,20",
    "Highlight units,10",
    "Highlight points,5",
    "Stable colour,grey",
    "Charts at most,100",
    "Catalogue,built-in",
    "Decimals,by unit"
  })
  void eachSettingHasItsExactNameAndDefault(String label, String standard) {
    assertThat(Setting.parse(label)).map(Setting::standard).contains(standard);
    assertThat(Setting.values()).hasSize(23);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void eachDefaultIsAValueThatTheSettingTakes(Setting setting) {
    assertThat(setting.cleaned(setting.standard())).contains(setting.standard());
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void eachChoiceIsAValueThatTheSettingTakes(Setting setting) {
    assertThat(setting.choices()).allSatisfy(c -> assertThat(setting.cleaned(c)).contains(c));
    assertThat(setting.choices().isEmpty()).isEqualTo(setting.entry() != Setting.Entry.CHOICE);
  }

  @Test
  void theTemplateSaysOfEachSettingWhatTheProductSays() throws UnusableInput {
    SheetSnapshot sheet =
        XlsxFile.read(Path.of("workbook-templates/opcc-kpi.xlsx")).sheet("Settings").orElseThrow();
    Map<String, String> said = new HashMap<>();
    for (int row : sheet.rows()) {
      said.put(
          sheet.at(row, 0).content().text().orElse(""),
          sheet.at(row, 2).content().text().orElse(""));
    }

    for (Setting setting : Setting.values()) {
      assertThat(said).containsEntry(setting.label(), setting.effect());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIMITS_METHOD, sd, Standard deviation",
    "WINDOW_MONTHS, 24.0, 24",
    "TWO_OF_THREE, TRUE, yes",
    "TWO_OF_THREE, N, no",
    "REPORTING_PERIOD, Q1 20/21, 2020/21 Q1",
    "REPORTING_PERIOD, Dec-18, December 2018",
    "REPORTING_PERIOD, found, ''",
    "STABLE_COLOUR, AMBER, amber",
    "DECIMALS, 2, 2",
    "CATALOGUE, None, none"
  })
  void aValueIsCleaned(Setting setting, String value, String clean) {
    assertThat(setting.cleaned(value)).contains(clean);
  }

  @ParameterizedTest
  @CsvSource({
    "LIMITS_METHOD, Guess",
    "WINDOW_MONTHS, -1",
    "WINDOW_MONTHS, 1.5",
    "WINDOW_MONTHS, many",
    "SHIFT_LENGTH, 2",
    "SHIFT_LENGTH, 101",
    "TWO_OF_THREE, perhaps",
    "REPORTING_PERIOD, Q1 2020",
    "REPORTING_PERIOD, 2020",
    "STABLE_COLOUR, blue",
    "DECIMALS, 7",
    "CATALOGUE, mine"
  })
  void aValueThatIsNotTakenIsNone(Setting setting, String value) {
    assertThat(setting.cleaned(value)).isEmpty();
  }

  @Test
  void aNameIsReadWithoutRegardToCaseAndSpaces() {
    assertThat(Setting.parse(" window\u00a0 MONTHS")).contains(Setting.WINDOW_MONTHS);
    assertThat(Setting.parse("Window")).isEmpty();
  }
}
