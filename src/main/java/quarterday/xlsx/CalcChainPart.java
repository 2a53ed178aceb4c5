package quarterday.xlsx;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import quarterday.sheet.Address;
import quarterday.sheet.UnusableInput;

/**
 * The order in which Excel last calculated formulas. An entry for a cell without a formula makes
 * Excel call the file broken, so entries of changed cells are taken out; Excel makes them anew.
 */
final class CalcChainPart {
  /** Says which cells no longer have the formula that they had. */
  interface Gone {
    boolean test(int sheetId, Address cell);
  }

  private CalcChainPart() {}

  /** The text without the entries that are gone; empty if none is left. */
  static Optional<String> without(String part, String text, Gone gone, int nesting)
      throws IOException, UnusableInput {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    int left = 0;
    int sheet = 0;
    boolean sheetWasCut = false;
    try (XmlWalk walk = XmlWalk.over(part, new StringReader(text), nesting)) {
      walk.root();
      while (walk.nextChild(1)) {
        // An entry without a sheet belongs to the sheet of the entry before it.
        boolean saysSheet = walk.has("i");
        sheet = walk.number("i", sheet);
        int start = (int) walk.start();
        int tagEnd = (int) walk.end();
        Address cell;
        try {
          cell = Address.parse(walk.attribute("r"));
        } catch (IllegalArgumentException e) {
          throw walk.wrong("cell address");
        }
        if (gone.test(sheet, cell)) {
          walk.skip();
          out.append(text, copied, start);
          copied = (int) walk.end();
          sheetWasCut |= saysSheet;
        } else {
          left++;
          if (sheetWasCut && !saysSheet) {
            out.append(text, copied, start);
            out.append(Tag.with(text.substring(start, tagEnd), "i", Integer.toString(sheet)));
            copied = tagEnd;
          }
          sheetWasCut = false;
        }
      }
    }
    return left == 0
        ? Optional.empty()
        : Optional.of(out.append(text, copied, text.length()).toString());
  }
}
