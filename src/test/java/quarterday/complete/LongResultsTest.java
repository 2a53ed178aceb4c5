package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static quarterday.sheet.Sketch.months;
import static quarterday.sheet.Sketch.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.Setting;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

class LongResultsTest {
  private static Snapshot completed(Snapshot before, Map<Setting, String> requested)
      throws UnusableInput {
    return Meaning.apply(before, Completion.complete(before, requested, "1").plan());
  }

  private static Snapshot visits(int count) {
    Sketch sheet = sheet("Data").row("Measure", "Month", "Value");
    List<Object> months = months("2018-01", count);
    for (int i = 0; i < count; i++) {
      sheet.row("Visits", months.get(i), i == count - 1 ? 90 : 50 + i % 5);
    }
    return sheet.with();
  }

  private static String text(Snapshot book, String cell) {
    CellSnapshot found = book.sheet("Data").orElseThrow().at(Address.parse(cell));
    return found.content().number().isPresent()
        ? Double.toString(found.content().number().getAsDouble())
        : found.content().text().orElse("");
  }

  @Test
  void rowsOutsideTheWindowAreBlank() throws UnusableInput {
    Snapshot after = completed(visits(30), Map.of(Setting.WINDOW_MONTHS, "12"));

    assertThat(text(after, "E19")).isEmpty();
    assertThat(text(after, "H19")).isEmpty();
    assertThat(text(after, "E20")).isNotEmpty();
    assertThat(text(after, "H20")).isEqualTo("\u25cb Trial limits");
  }

  @Test
  void eachRowHasTheVerdictOfItsOwnMonth() throws UnusableInput {
    Snapshot after = completed(visits(30), Map.of());

    assertThat(text(after, "H30")).isEqualTo("\u25cf Within normal variation");
    assertThat(text(after, "H31")).isEqualTo("\u25cf Above the upper limit, changed");
  }

  @Test
  void quartersStandInTheLastRowThatTheMeasureHasInThem() throws UnusableInput {
    Snapshot after = completed(visits(29), Map.of(Setting.REPORTING_PERIOD, "2020/21 Q1"));

    assertThat(text(after, "I28")).isEqualTo("2019/20 Q4");
    assertThat(text(after, "J28")).isEqualTo("155.0");
    assertThat(text(after, "I29")).isEmpty();
    assertThat(text(after, "I30")).isEqualTo("2020/21 Q1 (2 of 3 months)");
    assertThat(text(after, "L30")).isEqualTo("38.0");
  }

  @Test
  void aMonthlyReportHasItsFiguresInEachRow() throws UnusableInput {
    Snapshot after = completed(visits(30), Map.of(Setting.REPORTING_PERIOD, "May 2020"));

    assertThat(text(after, "I1")).isEqualTo("Month (Quarterday)");
    assertThat(text(after, "I29")).isEqualTo("April 2020");
    assertThat(text(after, "K30")).isEqualTo(text(after, "J29"));
    assertThat(text(after, "I31")).isEmpty();
  }

  @Test
  void resultsGrowWithTheTableAndAreGivenBack() throws UnusableInput {
    Snapshot first = completed(visits(27), Map.of());
    SheetSnapshot.Builder more = first.sheet("Data").orElseThrow().edit();
    SheetSnapshot longer = visits(30).sheet("Data").orElseThrow();
    for (int row = 28; row <= 30; row++) {
      for (int column = 0; column < 3; column++) {
        more.put(row, column, longer.at(row, column));
      }
    }
    // The figure that was the last has its ordinary value in the longer table.
    more.put(27, 2, longer.at(27, 2));
    List<SheetSnapshot> sheets = new ArrayList<>();
    first.sheets().forEach(s -> sheets.add(s.name().equals("Data") ? more.build() : s));
    Snapshot grown =
        new Snapshot(
            sheets, first.names(), first.dates1904(), first.structureLocked(), first.ledger());

    Snapshot again = completed(grown, Map.of());

    assertThat(again.named("Quarterday.Results.1").orElseThrow().block())
        .isEqualTo(Block.parse("E1:P31"));
    assertThat(text(again, "H31")).isEqualTo(text(completed(visits(30), Map.of()), "H31"));
    assertThat(Completion.complete(again, Map.of(), "1").plan().edits()).isEmpty();
    Snapshot left = Meaning.apply(again, Removed.from(again).plan());
    assertThat(left.sheet("Data").orElseThrow().size())
        .isEqualTo(visits(30).sheet("Data").orElseThrow().size());
  }

  @Test
  void namesThatFormulasCannotTellApartHaveValuesOnly() throws UnusableInput {
    Sketch sheet = sheet("Data").row("Measure", "Section", "Month", "Value");
    List<Object> months = months("2019-01", 18);
    for (int i = 0; i < 18; i++) {
      sheet.row("Visits", "East", months.get(i), 50 + i % 5);
      sheet.row("Visits", "West", months.get(i), 20 + i % 3);
    }

    Snapshot after = completed(sheet.with(), Map.of());

    SheetSnapshot data = after.sheet("Data").orElseThrow();
    assertThat(text(after, "I37")).isEqualTo("\u25cf Within normal variation");
    assertThat(data.at(Address.parse("I37")).formula()).startsWith("IF(AND(");
    assertThat(text(after, "J37")).isEqualTo("2020/21 Q1");
    assertThat(data.at(Address.parse("J37")).formula()).isEmpty();
  }
}
