package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.fault;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quarterday.complete.Completion;
import quarterday.complete.Inspection;
import quarterday.kpi.Finding;
import quarterday.sheet.Sketch;
import quarterday.sheet.UnusableInput;

/** Whatever is wrong with a workbook is said all at once, in order, and nothing is thrown. */
class UntidyWorkbooksTest {
  private static final List<Object> SIX =
      List.of("Jan-20", "Feb-20", "Mar-20", "May-20", "May-20", "Jun-20");

  private static Sketch untidy() {
    return sheet("Untidy")
        .row("Figures, Q1 2020")
        .row("KPI", "Measure", SIX, "Commentary")
        .row("1.1", "Visits", 10, 11, "12 visits", 9, 9, "", "Fewer than before.")
        .row("1.1", "Visits", 10, 11, 12, 9, 9, 8)
        .row("1.2", "Calls", fault("#REF!"), "1,134", "to follow", 9, 9, -8)
        .row("1.4", "", 10, 11, 12, 9, 9, 8)
        .row("1.5", "Letters answered (%)", 96, 95, 97, 96, 0.96, 250)
        .hideRow(5);
  }

  @Test
  void allFindingsComeAtOnceAndInOrder() throws UnusableInput {
    Inspection inspection =
        Completion.inspect(
            untidy()
                .with(
                    sheet("Locked")
                        .row("Measure", months("2020-01", 6))
                        .row("Calls", 1, 2, 3, 4, 5, 6)
                        .locked(),
                    sheet("Old")
                        .row("Measure", months("2020-01", 6))
                        .row("Old", 1, 2, 3, 4, 5, 6)
                        .hidden(),
                    sheet("Adjustments")
                        .row("Measure", "Month", "Kind", "Reason")
                        .row("Calls", "April 2020", "Reset limits", "")),
            Map.of(),
            "1");

    assertThat(inspection.findings())
        .extracting(Finding::code)
        .contains(
            "R04", "R05", "R08", "R09", "R11", "R12", "R13", "R14", "R15", "R32", "V08", "V19",
            "V21", "V25", "V27", "V39");
    assertThat(inspection.findings()).extracting(Finding::severity).isSorted();
  }

  @Test
  void aThousandMeasuresAreCheckedLikeTen() {
    Sketch sheet = sheet("Large").row("KPI", "Measure", months("2017-01", 45));
    for (int i = 0; i < 1000; i++) {
      List<Object> figures = new ArrayList<>();
      for (int month = 0; month < 45; month++) {
        figures.add(100 + (i * 7 + month * 13) % 17);
      }
      sheet.row("", "Thing number " + i, figures);
    }

    assertThat(Checked.findings(sheet)).isEmpty();
  }
}
