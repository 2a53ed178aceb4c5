package quarterday.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  private static double of(Series series) {
    return Autocorrelation.of(series, Given.phase(series)).orElseThrow();
  }

  /** The example of its page: 1.25 / 5. */
  @Test
  void oneToFour() {
    assertThat(of(Given.series("1 2 3 4"))).isCloseTo(0.25, within(1e-12));
  }

  /** Mean 2, deviations -1 1 -1 1: three products of -1 over four squares of 1. */
  @Test
  void upAndDownIsBelowZero() {
    assertThat(of(Given.series("1 3 1 3"))).isCloseTo(-0.75, within(1e-12));
  }

  /** The products beside the gap and across the break are lost; the squares stay. */
  @Test
  void aGapOrABreakIsNotBridged() {
    assertThat(of(Given.series("1 3 - 1 3"))).isCloseTo(-0.5, within(1e-12));
    assertThat(of(Given.series("1 3 1 3").breakAt(Set.of(2)))).isCloseTo(-0.5, within(1e-12));
    assertThat(of(Given.series("1 3 9 1 3").leavingOut(Set.of(2)))).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void constantFiguresHaveNone() {
    Series series = Given.series("98.6*18");
    assertThat(Autocorrelation.of(series, Given.phase(series))).isEmpty();
  }

  /** With twelve points chance gives up to 2.576 / square root of 12 = 0.744. */
  @Test
  void strongIsBeyondChanceAndAtLeastSevenTenths() {
    Series step = Given.series("1*8 2*8");
    assertThat(of(step)).isCloseTo(13 / 16.0, within(1e-12));
    assertThat(Autocorrelation.strong(step, Given.phase(step))).isPresent();
    Series weaker = Given.series("1 1 2 2 1 1 2 2 1 1 1 2 2 2 1 2");
    assertThat(Autocorrelation.strong(weaker, Given.phase(weaker))).isEmpty();
    Series half = Given.series("1*4 2*4 1*4 2*4");
    assertThat(of(half)).isCloseTo(9 / 16.0, within(1e-12));
    assertThat(Autocorrelation.strong(half, Given.phase(half))).isEmpty();
    // One step in the middle of twelve: beyond seven tenths, and what chance may give.
    Series chance = Given.series("1*6 2*6");
    assertThat(of(chance)).isCloseTo(0.75, within(1e-12));
    assertThat(Autocorrelation.strong(chance, Given.phase(chance))).isPresent();
    chance = Given.series("1*5 2*6");
    assertThat(of(chance)).isBetween(0.7, 0.776);
    assertThat(Autocorrelation.strong(chance, Given.phase(chance))).isEmpty();
  }
}
