package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.formatted;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.Finding;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.spc.LimitsMethod;

/** Limits that stand in a workbook already tell how its office draws them, and so it stays. */
class RecognisedMethodTest {
  private static final List<String> NAMES =
      List.of("Letters", "Visits", "Calls", "Emails", "Meetings");

  private static final int MONTHS = 27;

  private static double[] figures(String name) {
    Random random = new Random(name.hashCode());
    double[] figures = new double[MONTHS];
    for (int i = 0; i < MONTHS; i++) {
      // A slow wave makes the deviation of the whole much larger than the ranges say.
      figures[i] = Math.round(500 + 80 * Math.sin(i / 4.0) + 30 * random.nextGaussian());
    }
    return figures;
  }

  private static double mean(double[] figures) {
    double sum = 0;
    for (double figure : figures) {
      sum += figure;
    }
    return sum / figures.length;
  }

  private static double deviations(double[] figures) {
    double squares = 0;
    for (double figure : figures) {
      squares += (figure - mean(figures)) * (figure - mean(figures));
    }
    return 3 * Math.sqrt(squares / (figures.length - 1));
  }

  private static double ranges(double[] figures) {
    double sum = 0;
    for (int i = 1; i < figures.length; i++) {
      sum += Math.abs(figures[i] - figures[i - 1]);
    }
    return 3 / 1.128 * sum / (figures.length - 1);
  }

  /** Five measures with their limits in the last columns, as far from the mean as said. */
  private static Sketch table(ToDoubleFunction<double[]> reach, String... headings) {
    Sketch sheet =
        sheet("Force").row("Measure", months("2018-04", MONTHS), List.of((Object[]) headings));
    for (String name : NAMES) {
      double[] figures = figures(name);
      List<Object> cells = new ArrayList<>();
      for (double figure : figures) {
        cells.add(figure);
      }
      double mean = mean(figures);
      double width = reach.applyAsDouble(figures);
      sheet.row(
          name,
          cells,
          formatted(mean, "#,##0"),
          formatted(mean - width, "#,##0"),
          formatted(mean + width, "#,##0"));
    }
    return sheet;
  }

  private static Snapshot workbook(ToDoubleFunction<double[]> reach, Sketch... others) {
    return table(reach, "Mean", "LCL", "UCL").with(others);
  }

  private static Completed complete(Snapshot snapshot) throws Exception {
    return Completion.complete(snapshot, Map.of(), "test");
  }

  private static List<String> said(Completed completed, ReadingRule rule) {
    return completed.findings().stream()
        .filter(f -> f.code().equals(rule.code()))
        .map(Finding::message)
        .toList();
  }

  private static void assertMethod(Completed completed, LimitsMethod method, Settings.Source by) {
    assertThat(completed.review().measures())
        .allSatisfy(m -> assertThat(m.method()).isEqualTo(method));
    assertThat(completed.review().settings().source(Setting.LIMITS_METHOD)).isEqualTo(by);
  }

  @Test
  void theOfficesMethodIsKeptAndSaid() throws Exception {
    Completed completed = complete(workbook(RecognisedMethodTest::deviations));

    assertMethod(completed, LimitsMethod.STANDARD_DEVIATION, Settings.Source.RECOGNISED);
    assertThat(said(completed, ReadingRule.METHOD_RECOGNISED))
        .singleElement()
        .asString()
        .contains("by the method Standard deviation (5 of 5 measures agree)")
        .contains("set Limits method on the Settings sheet if you want another");
  }

  /** 3 / 1.128 is 2.6596 and not 2.66: what is shown is the same. */
  @Test
  void roundedConstantsAreTheSameMethod() throws Exception {
    assertMethod(
        complete(workbook(RecognisedMethodTest::ranges)),
        LimitsMethod.MOVING_RANGE,
        Settings.Source.RECOGNISED);
  }

  @Test
  void headingsAreMetInTheirUsualSpellings() throws Exception {
    for (String[] headings :
        new String[][] {
          {"Average", "Lower limit", "Upper limit"},
          {"Centre line", "Lower control limit", "Upper control limit"},
          {"CL", "LCL (3 sigma)", "UCL (3 sigma)"},
          {"Process mean", "LPL", "UPL"}
        }) {
      assertMethod(
          complete(table(RecognisedMethodTest::deviations, headings).with()),
          LimitsMethod.STANDARD_DEVIATION,
          Settings.Source.RECOGNISED);
    }
    Completed warnings =
        complete(
            table(
                    RecognisedMethodTest::deviations,
                    "Mean",
                    "Lower warning limit (2 sigma)",
                    "Upper warning limit (2 sigma)")
                .with());
    assertMethod(warnings, LimitsMethod.MOVING_RANGE, Settings.Source.DEFAULT);
    assertThat(said(warnings, ReadingRule.METHOD_UNKNOWN)).isEmpty();
  }

  @Test
  void whereNoMethodFitsTheUsualOneIsUsedAndSaid() throws Exception {
    Completed completed = complete(workbook(figures -> 1.5 * deviations(figures)));

    assertMethod(completed, LimitsMethod.MOVING_RANGE, Settings.Source.DEFAULT);
    assertThat(said(completed, ReadingRule.METHOD_UNKNOWN))
        .singleElement()
        .asString()
        .contains(
            "None of the methods gives the limits that the workbook holds already (5 measures)")
        .contains("drawn by Moving range;");
  }

  @Test
  void oneMeasureInFiveMayDisagreeAndTwoMayNot() throws Exception {
    double[] letters = figures("Letters");
    double[] calls = figures("Calls");
    assertMethod(
        complete(workbook(f -> deviations(f) + (mean(f) == mean(letters) ? 20 : 0))),
        LimitsMethod.STANDARD_DEVIATION,
        Settings.Source.RECOGNISED);
    assertMethod(
        complete(
            workbook(
                f ->
                    deviations(f) + (mean(f) == mean(letters) || mean(f) == mean(calls) ? 20 : 0))),
        LimitsMethod.MOVING_RANGE,
        Settings.Source.DEFAULT);
  }

  @Test
  void aSettingWins() throws Exception {
    Sketch settings =
        sheet("Settings").row("Name", "Value").row("Limits method", "Median moving range");
    Completed completed = complete(workbook(RecognisedMethodTest::deviations, settings));

    assertMethod(completed, LimitsMethod.MEDIAN_MOVING_RANGE, Settings.Source.WORKBOOK);
    assertThat(said(completed, ReadingRule.METHOD_RECOGNISED)).isEmpty();
  }

  @Test
  void theLimitsAreNoPeriodsAndStayWhereTheyAre() throws Exception {
    Snapshot before = workbook(RecognisedMethodTest::deviations);
    Completed completed = complete(before);
    assertThat(completed.review().measures().get(0).table().periods()).hasSize(MONTHS);
    SheetSnapshot after = Meaning.apply(before, completed.plan()).sheet("Force").orElseThrow();
    for (int column = MONTHS + 1; column <= MONTHS + 3; column++) {
      assertThat(after.at(1, column)).isEqualTo(before.sheets().get(0).at(1, column));
    }
    assertThat(after.at(0, MONTHS + 5).content().text()).contains("Mean (Quarterday)");
  }

  /** The second time the results stand beside the limits, and are not taken for them. */
  @Test
  void completingAgainChangesNothing() throws Exception {
    Snapshot before = workbook(RecognisedMethodTest::deviations);
    Snapshot after = Meaning.apply(before, complete(before).plan());
    Completed again = complete(after);
    assertThat(again.plan().edits()).isEmpty();
    assertMethod(again, LimitsMethod.STANDARD_DEVIATION, Settings.Source.RECOGNISED);
  }

  @Test
  void theMethodStaysWhenTheLimitsAreDeletedOrOutOfDate() throws Exception {
    Snapshot before = workbook(RecognisedMethodTest::deviations);
    Snapshot after = Meaning.apply(before, complete(before).plan());
    Completed deleted = complete(edited(after, 0, CellSnapshot.BLANK));
    assertMethod(deleted, LimitsMethod.STANDARD_DEVIATION, Settings.Source.RECOGNISED);
    assertThat(said(deleted, ReadingRule.METHOD_RECOGNISED)).isEmpty();

    Completed outOfDate = complete(edited(after, 1, CellSnapshot.of(Content.of(1.0))));
    assertMethod(outOfDate, LimitsMethod.STANDARD_DEVIATION, Settings.Source.RECOGNISED);
    assertThat(said(outOfDate, ReadingRule.METHOD_UNKNOWN))
        .singleElement()
        .asString()
        .contains("drawn by Standard deviation, recognised earlier;");
  }

  /** The columns of limits with another content, from a row on. */
  private static Snapshot edited(Snapshot workbook, int from, CellSnapshot cell) {
    List<SheetSnapshot> sheets = new ArrayList<>();
    for (SheetSnapshot sheet : workbook.sheets()) {
      SheetSnapshot.Builder builder = sheet.edit();
      for (int row = from; row <= NAMES.size() && sheet.name().equals("Force"); row++) {
        for (int column = MONTHS + 1; column <= MONTHS + 3; column++) {
          builder.put(row, column, cell);
        }
      }
      sheets.add(builder.build());
    }
    return new Snapshot(sheets, workbook.names(), false, false, workbook.ledger());
  }

  @Test
  void limitsOverAllMonthsSayThatTheWindowDiffers() throws Exception {
    Completed completed =
        Completion.complete(
            workbook(RecognisedMethodTest::deviations),
            Map.of(Setting.WINDOW_MONTHS, "20"),
            "test");
    assertMethod(completed, LimitsMethod.STANDARD_DEVIATION, Settings.Source.RECOGNISED);
    assertThat(said(completed, ReadingRule.METHOD_RECOGNISED).get(0))
        .contains("set Window months to 0");
  }

  @Test
  void aFloorOfZeroAndFractionsArePutUpWith() throws Exception {
    Sketch shares =
        sheet("Outcomes")
            .row("Measure", months("2019-01", 18), "Mean", "LCL", "UCL")
            .row(
                "Share answered",
                fractions(),
                formatted(0.935, "0.0%"),
                formatted(0.935 - 2.66 * 0.07, "0.0%"),
                formatted(1, "0.0%"))
            .row(
                "Complaints",
                counts(),
                formatted(5, "0.0"),
                formatted(0, "0.0"),
                formatted(5 + 2.66 * 10, "0.0"));
    Completed completed = complete(shares.with());
    assertThat(said(completed, ReadingRule.METHOD_RECOGNISED).get(0))
        .contains("Moving range (2 of 2 measures agree)");
  }

  private static List<Object> fractions() {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      cells.add(formatted(i % 2 == 0 ? 0.9 : 0.97, "0%"));
    }
    return cells;
  }

  private static List<Object> counts() {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      cells.add(i % 2 == 0 ? 0.0 : 10.0);
    }
    return cells;
  }
}
