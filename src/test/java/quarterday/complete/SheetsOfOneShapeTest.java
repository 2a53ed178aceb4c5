package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quarterday.edit.Meaning;
import quarterday.kpi.MeasureTable;
import quarterday.sheet.Address;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/** A sheet a district, all laid out alike, so that all have their results in the same cells. */
class SheetsOfOneShapeTest {
  private static final int MONTHS = 15;

  @Test
  void eachSheetKeepsItsOwnResults() throws Exception {
    Snapshot before = Snapshot.of(sheet("North", 100), sheet("South", 900), sheet("West", 5));
    Completed first = Completion.complete(before, Map.of(), "test");
    Snapshot after = Meaning.apply(before, first.plan());

    Completed second = Completion.complete(after, Map.of(), "test");

    assertThat(second.review().measures())
        .extracting(measure -> measure.table().number())
        .containsExactly(1, 2, 3);
    assertThat(second.plan().edits()).isEmpty();
    for (String name : new String[] {"North", "South", "West"}) {
      assertThat(after.names())
          .filteredOn(block -> block.name().startsWith(MeasureTable.RESULTS_PREFIX))
          .filteredOn(block -> block.sheet().equals(name))
          .hasSize(1);
    }
  }

  private static SheetSnapshot sheet(String name, double level) {
    SheetSnapshot.Builder sheet = SheetSnapshot.named(name);
    sheet.put(new Address(0, 0), Content.of("Measure"));
    sheet.put(new Address(1, 0), Content.of("Letters answered, " + name));
    for (int i = 0; i < MONTHS; i++) {
      int month = (i + 3) % 12 + 1;
      int year = 2019 + (i + 3) / 12;
      sheet.put(new Address(0, i + 1), Content.of("%d-%02d".formatted(year, month)));
      sheet.put(new Address(1, i + 1), Content.of(level + i % 4));
    }
    return sheet.build();
  }
}
