package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetKindTest {
  @Test
  void aTitleThatIsTakenGetsTheProductsName() {
    assertThat(SheetKind.HIGHLIGHTS.freeTitle(Set.of())).isEqualTo("Highlights");
    assertThat(SheetKind.HIGHLIGHTS.freeTitle(Set.of("highlights")))
        .isEqualTo("Highlights (Quarterday)");
    assertThat(SheetKind.HIGHLIGHTS.freeTitle(Set.of("highlights", "highlights (quarterday)")))
        .isEqualTo("Highlights (Quarterday 2)");
  }

  @Test
  void aSheetIsKnownByItsDefinedName() {
    assertThat(SheetKind.SPC_DATA.definedName()).isEqualTo("Quarterday.Sheet.SPC_data");
  }
}
