package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

class MergedColumnTest {
  private static SheetSnapshot.Builder sheet() {
    return SheetSnapshot.named("Data")
        .put(Address.parse("A1"), Content.of("one"))
        .put(Address.parse("A2"), Content.of("two"))
        .put(Address.parse("A4"), Content.of("four"));
  }

  @Test
  void anAreaSaysItsTextForEachOfItsRows() {
    MergedColumn column = new MergedColumn(sheet().merge(Block.parse("A2:B3")).build(), 0);

    assertThat(column.at(0).content()).isEqualTo(Content.of("one"));
    assertThat(column.at(1).content()).isEqualTo(Content.of("two"));
    assertThat(column.at(2).content()).isEqualTo(Content.of("two"));
    assertThat(column.at(3).content()).isEqualTo(Content.of("four"));
    assertThat(column.block(2)).contains(Block.parse("A2:B3"));
    assertThat(column.block(3)).isEmpty();
  }

  /** With a step for each of their rows these would take hours. */
  @Test
  void tallAreasCostNoMoreThanLowOnes() {
    SheetSnapshot.Builder sheet = sheet().put(Address.parse("C1048576"), Content.of(1.0));
    for (int i = 0; i < 200_000; i++) {
      sheet.merge(Block.parse("A2:A1048576"));
    }

    assertThat(new MergedColumn(sheet.build(), 0).at(700).content()).isEqualTo(Content.of("two"));
  }

  @Test
  void lookingForTypedLimitsEndsWhenItIsGivenUp() {
    Snapshot snapshot = Sketch.sheet("Data").row("Measure", "Apr-20").row("Visits", "7").with();
    KpiBook book = KpiReader.read(snapshot, Map.of());
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> TypedLimits.read(snapshot, book.tables()));
    assertThat(Thread.interrupted()).isTrue();
  }
}
