package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.UnusableInput;

/**
 * The number format of each cell style. The formats that have a number and no text in the file mean
 * what they mean in a British Excel, days before months.
 *
 * <p>Source: ECMA-376 part 1, 18.8.30, for the numbers.
 */
final class NumberFormats {
  private static final Map<Integer, String> BUILT_IN =
      Map.ofEntries(
          Map.entry(0, CellSnapshot.GENERAL),
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(5, "£#,##0;-£#,##0"),
          Map.entry(6, "£#,##0;[Red]-£#,##0"),
          Map.entry(7, "£#,##0.00;-£#,##0.00"),
          Map.entry(8, "£#,##0.00;[Red]-£#,##0.00"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(14, "dd/mm/yyyy"),
          Map.entry(15, "dd-mmm-yy"),
          Map.entry(16, "dd-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "hh:mm"),
          Map.entry(21, "hh:mm:ss"),
          Map.entry(22, "dd/mm/yyyy hh:mm"),
          Map.entry(37, "#,##0;-#,##0"),
          Map.entry(38, "#,##0;[Red]-#,##0"),
          Map.entry(39, "#,##0.00;-#,##0.00"),
          Map.entry(40, "#,##0.00;[Red]-#,##0.00"),
          Map.entry(41, "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-"),
          Map.entry(42, "_-£* #,##0_-;-£* #,##0_-;_-£* \"-\"_-;_-@_-"),
          Map.entry(43, "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-"),
          Map.entry(44, "_-£* #,##0.00_-;-£* #,##0.00_-;_-£* \"-\"??_-;_-@_-"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mm:ss.0"),
          Map.entry(48, "##0.0E+0"),
          Map.entry(49, "@"));

  /** Excel takes 255 characters; a file may hold a backslash before each. */
  private static final int LONGEST = 512;

  private final List<String> byStyle;

  private NumberFormats(List<String> byStyle) {
    this.byStyle = byStyle;
  }

  static NumberFormats none() {
    return new NumberFormats(List.of());
  }

  static NumberFormats read(Archive archive, String part, FileLimits limits)
      throws IOException, UnusableInput {
    Map<Integer, String> codes = new HashMap<>(BUILT_IN);
    List<Integer> ids = new ArrayList<>();
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), limits.nesting())) {
      walk.root();
      while (walk.nextChild(1)) {
        boolean styles = walk.at("cellXfs");
        if (!styles && !walk.at("numFmts")) {
          walk.skip();
          continue;
        }
        while (walk.nextChild(2)) {
          if (styles && walk.at("xf")) {
            ids.add(walk.number("numFmtId", 0));
          } else if (walk.at("numFmt")) {
            String code = walk.attribute("formatCode");
            if (code.length() > LONGEST) {
              throw walk.wrong("number format of " + code.length() + " characters");
            }
            codes.put(walk.number("numFmtId", 0), code);
          }
        }
      }
    }
    List<String> byStyle = new ArrayList<>(ids.size());
    for (int id : ids) {
      byStyle.add(codes.getOrDefault(id, CellSnapshot.GENERAL));
    }
    return new NumberFormats(byStyle);
  }

  String of(int style) {
    return style >= 0 && style < byStyle.size() ? byStyle.get(style) : CellSnapshot.GENERAL;
  }
}
