package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quarterday.kpi.Finding;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Rule;
import quarterday.kpi.Severity;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

class ChecksTest {
  private static final Snapshot TWO_SHEETS =
      Snapshot.of(SheetSnapshot.named("Zebra").build(), SheetSnapshot.named("Ant").build());

  @Test
  void findingsComeByWeightThenSheetThenRowThenColumn() {
    List<Finding> mixed =
        List.of(
            finding("R24", Severity.ADVICE, "Zebra", "A1"),
            finding("V26", Severity.ERROR, "Ant", "A1"),
            finding("V26", Severity.ERROR, "Zebra", "B10"),
            finding("V26", Severity.ERROR, "Zebra", "A10"),
            finding("V26", Severity.ERROR, "Zebra", "C9"),
            finding("R01", Severity.ERROR, "", ""));

    assertThat(Checks.inOrder(mixed, TWO_SHEETS))
        .extracting(f -> f.sheet() + "!" + f.cell())
        .containsExactly("!", "Zebra!C9", "Zebra!A10", "Zebra!B10", "Ant!A1", "Zebra!A1");
  }

  @Test
  void whatIsSaidTwiceIsSaidOnce() {
    Finding finding = finding("V26", Severity.ERROR, "Ant", "A1");

    assertThat(Checks.inOrder(List.of(finding, finding), TWO_SHEETS)).containsExactly(finding);
  }

  @Test
  void rulesOfOneCodeShareTitleAndSeverity() {
    Map<String, List<Rule>> byCode =
        Stream.<Rule>concat(Stream.of(ReadingRule.values()), Stream.of(CheckRule.values()))
            .collect(Collectors.groupingBy(Rule::code));

    assertThat(byCode).hasSizeGreaterThan(70);
    byCode.forEach(
        (code, rules) -> {
          assertThat(code).matches("[RV]\\d\\d");
          assertThat(rules).extracting(Rule::title).as(code).containsOnly(rules.get(0).title());
          assertThat(rules)
              .extracting(Rule::severity)
              .as(code)
              .containsOnly(rules.get(0).severity());
        });
  }

  private static Finding finding(String code, Severity severity, String sheet, String cell) {
    return new Finding(code, severity, sheet, cell, "", "Mend it.", "", "");
  }
}
