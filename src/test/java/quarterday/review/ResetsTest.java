package quarterday.review;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.figures;
import static quarterday.sheet.Sketch.measure;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Setting;
import quarterday.sheet.Sketch;
import quarterday.spc.ControlChart;

/** Limits are reset by people, with a reason; the product only says from which month on. */
class ResetsTest {
  private static final Map<Setting, String> FIRST_QUARTER =
      Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1");

  private static Review review(Sketch first, Sketch... others) {
    return Judge.review(KpiReader.read(first.with(others), FIRST_QUARTER)).orElseThrow();
  }

  private static List<String> proposals(Review review) {
    return review.findings().stream()
        .filter(f -> f.code().equals(ReadingRule.SHIFT_FOUND.code()))
        .map(Finding::message)
        .toList();
  }

  /** Months low and high in turn, then so many above; with a dash for a missing month. */
  private static String shifted(int months, String before) {
    List<String> figures = new ArrayList<>();
    for (int i = 0; figures.size() < 27 - months - before.split(" ").length; i++) {
      figures.add(i % 2 == 0 ? "8" : "12");
    }
    figures.add(before);
    figures.addAll(Collections.nCopies(months, "14"));
    return String.join(" ", figures);
  }

  @ParameterizedTest
  @CsvSource({"7, December 2019", "8, November 2019", "11, August 2019"})
  void theFirstMonthOfTheShiftIsProposed(int months, String first) {
    Review review = review(measure("Visits", shifted(months, "8")));
    assertThat(proposals(review))
        .singleElement()
        .asString()
        .contains("Visits has been above its mean since " + first)
        .contains("record Reset limits for " + first + " with the reason");
  }

  @Test
  void sixMonthsProposeNothing() {
    assertThat(proposals(review(measure("Visits", shifted(6, "8"))))).isEmpty();
  }

  /** The shift may not reach back over the gap, whatever stands before it. */
  @Test
  void afterAGapTheShiftStartsBehindIt() {
    Review review = review(measure("Visits", shifted(7, "14 14 14 -")));
    assertThat(proposals(review)).singleElement().asString().contains("since December 2019");
    assertThat(proposals(review(measure("Visits", shifted(6, "14 14 14 -"))))).isEmpty();
  }

  @Test
  void aShiftThatEndedBeforeTheQuarterProposesNothing() {
    String ended = shifted(12, "8").replaceAll("14 14 14$", "8 12 8");
    assertThat(proposals(review(measure("Visits", ended)))).isEmpty();
  }

  @Test
  void nothingIsResetByItself() {
    MeasureReview visits = review(measure("Visits", shifted(11, "8"))).measures().get(0);
    assertThat(visits.state()).isEqualTo(State.SHIFT);
    assertThat(visits.chart().phases()).hasSize(1);
    assertThat(visits.series().resets()).isEmpty();
  }

  @Test
  void theProposedResetEndsTheShiftAndTheProposal() {
    Sketch decided =
        sheet("Adjustments")
            .row("Measure", "Month", "Kind", "Reason")
            .row("Visits", "December 2019", "Reset limits", "a second office");
    Review review = review(measure("Visits", shifted(7, "8")), decided);
    assertThat(proposals(review)).isEmpty();
    ControlChart chart = review.measures().get(0).chart();
    assertThat(chart.phases()).hasSize(2);
    assertThat(chart.phases().get(1).first()).isEqualTo(20);
  }

  @Test
  void aResetWithoutAReasonIsRefusedAndTheLimitsStay() {
    Sketch undecided =
        sheet("Adjustments")
            .row("Measure", "Month", "Kind", "Reason")
            .row("Visits", "December 2019", "Reset limits", "");
    KpiBook book =
        KpiReader.read(measure("Visits", shifted(7, "8")).with(undecided), FIRST_QUARTER);
    assertThat(book.findings())
        .filteredOn(f -> f.code().equals(ReadingRule.RESET_WITHOUT_REASON.code()))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("reason"));
    MeasureReview visits = Judge.review(book).orElseThrow().measures().get(0);
    assertThat(visits.chart().phases()).hasSize(1);
    assertThat(visits.state()).isEqualTo(State.SHIFT);
  }

  /** Eight quarters above the mean after eight about it: the quarter's first month is named. */
  @Test
  void aReasonGivenTwiceIsSaidOnce() {
    Sketch twice =
        sheet("Adjustments")
            .row("Measure", "Month", "Kind", "Reason")
            .row("Visits", "Apr-20", "Note", "Closed doors")
            .row("Visits", "Apr-20", "Note", "Closed doors");

    Review review = review(measure("Visits", shifted(7, "8")), twice);

    assertThat(review.measures().get(0).series().reasons()).containsValue("Closed doors");
  }

  @Test
  void aQuarterlyShiftNamesTheFirstMonthOfItsQuarter() {
    List<Object> quarters = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      quarters.add("20%d/%d Q%d".formatted(16 + (i + 1) / 4, 17 + (i + 1) / 4, 1 + (i + 1) % 4));
    }
    Review review =
        Judge.review(
                KpiReader.read(
                    sheet("Office")
                        .row("Measure", quarters)
                        .row("Visits", figures("8 12 8 12 8 12 8 12 8 14*7"))
                        .with(),
                    Map.of(Setting.WINDOW_MONTHS, "0")))
            .orElseThrow();
    assertThat(proposals(review))
        .singleElement()
        .asString()
        .contains("since 2018/19 Q3")
        .contains("record Reset limits for October 2018");
  }
}
