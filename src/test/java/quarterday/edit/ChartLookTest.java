package quarterday.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The looks of what is drawn in charts. */
class ChartLookTest {
  private static final List<ChartLook> SHAPES =
      Arrays.stream(ChartLook.values()).filter(ChartLook::isExplained).toList();

  @Test
  void everyShapeOfALegendIsToldFromTheOthersInGrey() {
    assertThat(SHAPES).hasSize(7);
    for (ChartLook one : SHAPES) {
      for (ChartLook other : SHAPES) {
        assertThat(one == other || one.marker() != other.marker() || areGreysApart(one, other))
            .as("%s and %s", one, other)
            .isTrue();
      }
    }
  }

  @Test
  void aPaleShapeHasAnEdgeInItsOwnColourAndADarkOneIsKeptApartFromItsLine() {
    assertThat(ChartLook.WORSE_RUN.edge()).isEqualTo(ChartLook.WORSE_RUN.colour());
    assertThat(ChartLook.WORSE_POINT.edge()).isEqualTo(ChartLook.PAPER);
    assertThat(ChartLook.VALUES.edge()).isEqualTo(ChartLook.VALUES.colour());
  }

  private static boolean areGreysApart(ChartLook one, ChartLook other) {
    return Math.abs(grey(one.fill()) - grey(other.fill())) > 64;
  }

  /** Luma of 0 to 255, as ITU-R BT.601 weighs red, green and blue. */
  private static double grey(String colour) {
    int rgb = Integer.parseInt(colour, 16);
    return 0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255);
  }
}
