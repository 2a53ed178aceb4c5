package quarterday.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import quarterday.edit.Look;
import quarterday.sheet.UnusableInput;

class SplicesTest {
  @Test
  void whatIsPutInFrontOfAChangedTagStays() throws IOException, UnusableInput {
    String text = "<a><b c=\"1\"/></a>";
    PartElement root = PartElement.of("part", text, 8);
    PartElement tag = root.children().get(0);
    Splices splices = new Splices(text);
    splices.insert(root.startEnd(), "<n/>");
    splices.attribute(tag, "c", "2");
    splices.append(tag, "<d/>");

    assertThat(splices.apply()).isEqualTo("<a><n/><b c=\"2\"><d/></b></a>");
  }

  /** Excel writes its styles in one line, and without number formats where it needs none. */
  @Test
  void numberFormatsAreAddedToStylesThatHaveNone() throws IOException, UnusableInput {
    String styles =
        "<styleSheet><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
            + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellXfs count=\"1\"><xf/></cellXfs></styleSheet>";
    StyleBook book = new StyleBook("styles", styles, 16);
    book.cell(Look.FIGURE, "#,##0.0");

    assertThat(book.text())
        .contains(
            "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/></numFmts><fonts count=\"2\">");
  }
}
