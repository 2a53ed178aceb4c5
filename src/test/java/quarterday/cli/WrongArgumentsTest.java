package quarterday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that no command understands are answered in one sentence and a place to look. */
class WrongArgumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chekc book.xlsx                         | There is no command “chekc”.
          --loud                                  | There is no option “--loud”.
          check --loud book.xlsx                  | There is no option “--loud”.
          remove a.xlsx b.xlsx -o c.xlsx          | “b.xlsx” is more than the command takes.
          complete a.xlsx                         | Give -o OUT.xlsx or --in-place.
          complete -o b.xlsx                      | Give IN.xlsx.
          complete a.xlsx -o                      | Give -o OUT.xlsx.
          complete a.xlsx -o b.xlsx --in-place    | Two of these options exclude each other; give one of them.
          complete a.xlsx -o b.xlsx -o c.xlsx     | An option that can be given once is there twice; give it once.
          """)
  void theAnswerSaysWhatIsWrongAndWhereHelpIs(String arguments, String sentence) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int exit =
        Quarterday.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.split(" "));

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith(sentence + " See \u201cquarterday")
        .endsWith(" --help\u201d." + System.lineSeparator())
        .hasLineCount(1);
  }
}
