package quarterday.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTextTest {
  @Test
  void quotationMarksInATextAreDoubled() {
    assertThat(FormulaText.text("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
  }

  @Test
  void neighboursAreJoined() {
    assertThat(FormulaText.ownRow(List.of(3, 4, 5, 7), 6)).isEqualTo("$D7:$F7,$H7");
  }

  @Test
  void onlyNamesWithJokersAreEscaped() {
    assertThat(FormulaText.match("$A7", "B", false)).isEqualTo("MATCH($A7,B,0)");
    assertThat(FormulaText.match("$A7", "B", true)).contains("SUBSTITUTE($A7,\"~\",\"~~\"");
    assertThat(FormulaText.hasJokers("Why?")).isTrue();
    assertThat(FormulaText.hasJokers("Why")).isFalse();
  }

  @Test
  void aFormulaIsTheSameWhateverProgramSavedIt() {
    assertThat(FormulaText.same("SUM('Data'!A1, B1)", "SUM(Data!A1,B1)")).isTrue();
    assertThat(FormulaText.same("_xlfn.UNICODE(A1)", "UNICODE(A1)")).isTrue();
    assertThat(FormulaText.same("IF(A1=\"a b\",1)", "IF(A1=\"ab\",1)")).isFalse();
  }
}
