package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.check.Checked.only;
import static quarterday.check.Checked.places;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.measure;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.kpi.Severity;
import quarterday.sheet.Sketch;

/** Figures that are odd by themselves or beside their neighbours. */
class ValuesTest {
  @Test
  void aNegativeCountIsFound() {
    assertThat(places(measure("Visits", "10 11 12 -9 10 11"))).containsExactly("V08 Engagement!E2");
  }

  @Test
  void aMeasureThatIsOftenNegativeMayBe() {
    assertThat(places(measure("Net change", "10 -11 12 -9 10 11"))).isEmpty();
  }

  @Test
  void moreThanAHundredPerCentIsFoundWhereItCannotBe() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 3))
                    .row("Letters answered in time", "%", 98, 103, 97)))
        .containsExactly("V08 Data!D2");
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-01", 3))
                    .row("ICV visit rate", 98, 103, 97)))
        .isEmpty();
  }

  @Test
  void aPartLargerThanItsWholeIsFound() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-01", 3))
                    .row("Correspondence answered on time", 9, 22, 10)
                    .row("Correspondence received", 10, 20, 20)
                    .row("Correspondence answered on time (per cent)", 90, "[x]", 50)))
        .containsExactly("V08 Data!C2");
  }

  @Test
  void oneFractionAmongWholeNumbersIsFound() {
    assertThat(only(measure("Visits", "10 11 12.5 9 10 11 10")).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(places(measure("Posts filled", "10 11.5 12.5 9 10 11 10"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "95 108 99 104 1010 97 93 101 110 98",
        "95 108 99 104 97 93 101 110 98 1020",
        "950 1080 990 1040 97 930 1010 1100 980 1020",
        "95 108 99 104 10100 97 93 101 110 98"
      })
  void aSlippedDigitIsFound(String figures) {
    assertThat(only(measure("Visits", figures)).code()).isEqualTo("R61");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A lockdown, a rise, and counts that are small or swing.
        "950 1080 990 1040 930 1010 1100 980 97 12",
        "95 108 99 104 97 93 101 220 340 1020",
        "1 2 1 0 3 1 20 2 1 3",
        "10 80 20 95 11 50 700 60 33 48",
        "95 108 99 104 420 97 93 101 110 98"
      })
  void activityThatStopsOrSwingsIsNoSlip(String figures) {
    assertThat(places(measure("Visits", figures))).isEmpty();
  }

  @Test
  void mergedFiguresAreFoundAndMergedNumbersAreNot() {
    Sketch table =
        sheet("Data")
            .row("KPI", "Measure", months("2020-01", 3))
            .row("1.1", "Visits", 5, 6, 7)
            .row("", "Calls", 5, 6, 7);

    assertThat(places(table.merge("A2:A3"))).isEmpty();
    assertThat(places(table.merge("C2:D2"))).containsExactly("R60 Data!C2");
  }

  @Test
  void aFewCellsWithOtherDecimalsAreAdvice() {
    Object one = formatted(10, "0.0");
    Object none = formatted(10, "0");

    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 6))
                    .row("Time given", "hours", one, one, none, one, one, one)))
        .containsExactly("V51 Data!E2");
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", "Unit", months("2020-01", 6))
                    .row("Time given", "hours", 92.5, 10.5, 15, 3, 4, 7)))
        .isEmpty();
  }

  @Test
  void aCountOfStaffThatNamesThemIsAnErrorUntilReviewed() {
    assertThat(only(staff("Staff on long-term leave", 2)).code()).isEqualTo("V55");
    assertThat(only(staff("Staff on long-term leave", 2)).suggestion()).isEqualTo("[c]");
    assertThat(places(staff("Staff on long-term leave", 0))).isEmpty();
    assertThat(places(staff("Staff on long-term leave", 5))).isEmpty();
    assertThat(places(staff("Homicides", 2))).isEmpty();
    assertThat(places(staff("Visits by volunteers", 2))).isEmpty();
  }

  private static Sketch staff(String name, int now) {
    return sheet("Data")
        .row("Measure", "2019/20 Q4", "2020/21 Q1")
        .row(name, 9, now)
        .row("Letters", figures("90 91"));
  }

  @Test
  void aRowThatHoldsSomeFiguresBackShowsNoOtherSmallOne() {
    assertThat(
            places(
                sheet("Data")
                    .row("Measure", months("2020-01", 6))
                    .row("Grievances", 9, "[c]", 3, 7, "[c]", 2)
                    .row("Calls", figures("90 91 89 92 90 91"))))
        .containsExactly("V55 Data!G2");
  }

  @Test
  void peopleOverALimitInHoursAreCounted() {
    assertThat(places(staff("Staff over the 15-hour limit", 2))).containsExactly("V55 Data!C2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"310 305 0 298 300 312 304 299 301 306", "310 305 298 300 312 304 299 301 306 0"})
  void theOnlyZeroAmongLargeFiguresIsAsked(String figures) {
    assertThat(places(measure("Forms", figures)))
        .singleElement()
        .satisfies(f -> assertThat(f).startsWith("V25"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "310 305 0 0 300 312 304 299 301 306",
        "31 30 0 15 30 31 30 29 30 30",
        "40 50 0 60"
      })
  void zerosThatMayWellBeAreLeftAlone(String figures) {
    assertThat(places(measure("Forms", figures))).isEmpty();
  }

  @Test
  void countsUnderTheUnitOfAPercentageAreFound() {
    Sketch calls =
        sheet("Data")
            .row("Measure", "Unit", months("2020-01", 3))
            .row("Forms", "%", 640, 655, 610)
            .row("Target reached", "%", 95, 140, 210);

    assertThat(places(calls)).contains("V27 Data!B2").doesNotContain("V27 Data!B3");
  }

  @Test
  void aSlippedDigitIsFoundAmongQuartersToo() {
    Sketch quarters = sheet("Data");
    Object[] heads = new Object[13];
    Object[] row = new Object[13];
    heads[0] = "Measure";
    row[0] = "Forms";
    for (int i = 0; i < 12; i++) {
      heads[i + 1] = (2017 + i / 4) + "/" + (18 + i / 4) + " Q" + (i % 4 + 1);
      row[i + 1] = i == 7 ? 4120 : 400 + i;
    }

    assertThat(places(quarters.row(heads).row(row))).containsExactly("R61 Data!I2");
  }

  @Test
  void aFigureTypedWithManyMoreDecimalsIsAdvice() {
    Sketch hours =
        sheet("Data")
            .row("Measure", months("2020-01", 7))
            .row("Hours given", 12.5, 10.5, 9, 12.3333, 11.5, 10, 12)
            .row("Hours worked", 12.5, 10.25, 9, 12.75, 11.5, 10, 12);

    assertThat(places(hours)).containsExactly("V51 Data!E2");
    assertThat(only(hours).severity()).isEqualTo(Severity.ADVICE);
  }
}
