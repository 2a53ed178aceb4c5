package quarterday.xlsx;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.UnusableInput;

/** Reads one sheet's part from top to bottom, keeping nothing but the snapshot. */
final class SheetReader {
  /** Some files set a width for all 16,384 columns at once; nobody looks that far. */
  private static final int WIDEST_COLUMN_RANGE = 256;

  private final SheetSnapshot.Builder sheet;
  private final StringPool strings;
  private final NumberFormats formats;
  private final boolean dates1904;
  private final Meter meter;
  private final Map<String, Master> masters = new HashMap<>();
  private final Map<CellSnapshot, CellSnapshot> repeated = new HashMap<>();
  private int row = -1;
  private int column = -1;

  /** The cell that holds the text of a shared formula. */
  private record Master(String formula, int row, int column) {}

  SheetReader(
      SheetSnapshot.Builder sheet,
      StringPool strings,
      NumberFormats formats,
      boolean dates1904,
      Meter meter) {
    this.sheet = sheet;
    this.strings = strings;
    this.formats = formats;
    this.dates1904 = dates1904;
    this.meter = meter;
  }

  void read(Archive archive, String part) throws IOException, UnusableInput {
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), meter.limits().nesting())) {
      walk.root();
      if (walk.namespace().startsWith(XmlWalk.STRICT)) {
        throw Refusal.strict();
      }
      while (walk.next()) {
        if (walk.isStart() && XmlWalk.MAIN.equals(walk.namespace())) {
          element(walk);
        }
      }
    }
  }

  private void element(XmlWalk walk) throws UnusableInput {
    switch (walk.name()) {
      case "row" -> row(walk);
      case "c" -> cell(walk);
      case "col" -> columns(walk);
      case "sheetProtection" -> sheet.locked(walk.flag("sheet"));
      case "mergeCell" -> sheet.merge(block(walk));
      default -> {
        // Everything else is of no interest to a reader of cells.
      }
    }
  }

  private static Block block(XmlWalk walk) throws UnusableInput {
    try {
      return Block.parse(walk.attribute("ref"));
    } catch (IllegalArgumentException e) {
      throw walk.wrong("ref");
    }
  }

  private void columns(XmlWalk walk) throws UnusableInput {
    int first = walk.number("min", 1) - 1;
    int last = Math.min(walk.number("max", first + 1) - 1, first + WIDEST_COLUMN_RANGE - 1);
    if (first < 0 || first >= Address.MAX_COLUMNS) {
      throw walk.wrong("min");
    }
    double width = walk.decimal("width", -1);
    for (int at = first; at <= last; at++) {
      if (walk.flag("hidden") || width == 0) {
        sheet.hideColumn(at);
      }
      if (width >= 0) {
        sheet.width(at, width);
      }
    }
  }

  private void row(XmlWalk walk) throws UnusableInput {
    row = walk.number("r", row + 2) - 1;
    column = -1;
    if (row < 0 || row >= Address.MAX_ROWS) {
      throw walk.wrong("row number");
    }
    if (walk.flag("hidden") || walk.decimal("ht", 1) == 0) {
      sheet.hideRow(row);
    }
    if (walk.flag("customHeight") && walk.decimal("ht", -1) >= 0) {
      sheet.height(row, walk.decimal("ht", 0));
    }
  }

  private void cell(XmlWalk walk) throws UnusableInput {
    meter.cell();
    String reference = walk.attribute("r");
    if (reference.isEmpty()) {
      column++;
    } else {
      place(walk, reference);
    }
    if (row < 0 || column >= Address.MAX_COLUMNS) {
      throw walk.wrong("cell address");
    }
    int cellRow = row;
    int cellColumn = column;
    int style = walk.number("s", 0);
    String type = walk.attribute("t");
    String formula = "";
    String value = null;
    String inline = null;
    int depth = walk.depth();
    while (walk.next() && !(walk.isEnd() && walk.depth() == depth)) {
      if (walk.at("v")) {
        value = walk.text();
      } else if (walk.at("f")) {
        formula = formula(walk);
      } else if (walk.at("is")) {
        inline = StringPool.text(walk, meter);
      }
    }
    Content content = inline != null ? Content.of(inline) : content(walk, type, value);
    if (formula.isEmpty() && content.isBlank()) {
      if (style != 0) {
        sheet.formattedTo(cellRow, cellColumn);
      }
      return;
    }
    CellSnapshot cell = new CellSnapshot(content, formula, formats.of(style));
    sheet.put(cellRow, cellColumn, type.equals("s") ? shared(cell) : cell);
  }

  private CellSnapshot shared(CellSnapshot cell) {
    if (cell.hasFormula()) {
      return cell;
    }
    CellSnapshot before = repeated.putIfAbsent(cell, cell);
    return before == null ? cell : before;
  }

  /** Reads {@code AB12} without making objects: there are as many of them as cells. */
  private void place(XmlWalk walk, String reference) throws UnusableInput {
    int letters = 0;
    int at = 0;
    while (at < reference.length() && at < 4 && Character.isLetter(reference.charAt(at))) {
      letters = letters * 26 + Character.toUpperCase(reference.charAt(at++)) - 'A' + 1;
    }
    int digits = 0;
    int firstDigit = at;
    while (at < reference.length() && at - firstDigit < 8 && isDigit(reference.charAt(at))) {
      digits = digits * 10 + reference.charAt(at++) - '0';
    }
    if (at != reference.length()
        || letters < 1
        || letters > Address.MAX_COLUMNS
        || digits < 1
        || digits > Address.MAX_ROWS) {
      throw walk.wrong("cell address");
    }
    row = digits - 1;
    column = letters - 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String formula(XmlWalk walk) throws UnusableInput {
    String type = walk.attribute("t");
    if (type.equals("dataTable")) {
      String cells = walk.attribute("r1") + "," + walk.attribute("r2");
      walk.skip();
      return "TABLE(" + cells + ")";
    }
    String index = walk.attribute("si");
    String text = walk.text();
    meter.text(text.length());
    if (!type.equals("shared")) {
      return text;
    }
    if (!text.isEmpty()) {
      masters.put(index, new Master(text, row, column));
      return text;
    }
    Master master = masters.get(index);
    if (master == null) {
      throw walk.wrong("shared formula");
    }
    String moved =
        FormulaShift.moved(master.formula(), row - master.row(), column - master.column());
    meter.text(moved.length());
    return moved;
  }

  private Content content(XmlWalk walk, String type, String value) throws UnusableInput {
    if (value == null) {
      return Content.blank();
    }
    return switch (type) {
      case "s" -> sharedText(walk, value);
      case "str", "inlineStr" -> {
        meter.text(value.length());
        yield Content.of(Markup.unescaped(value));
      }
      case "b" -> new Content.Logical(value.strip().equals("1") || value.strip().equals("true"));
      case "e" -> new Content.Fault(value.strip());
      case "d" -> date(value.strip());
      default -> number(value);
    };
  }

  private Content sharedText(XmlWalk walk, String value) throws UnusableInput {
    try {
      Content text = strings.at(Integer.parseInt(value.strip()));
      meter.shown(text.text().orElse("").length());
      return text;
    } catch (NumberFormatException e) {
      throw walk.wrong("shared text number");
    }
  }

  private static Content number(String value) {
    if (value.isBlank()) {
      return Content.blank();
    }
    try {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? Content.of(number) : new Content.Fault("#NUM!");
    } catch (NumberFormatException e) {
      return Content.of(value);
    }
  }

  /** A date in ISO 8601 as the day number that it stands for. */
  private Content date(String value) {
    try {
      String plain = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
      LocalDateTime time =
          plain.indexOf('T') < 0
              ? LocalDate.parse(plain).atStartOfDay()
              : plain.startsWith("T")
                  ? LocalTime.parse(plain.substring(1)).atDate(epoch())
                  : LocalDateTime.parse(plain);
      double days = ChronoUnit.DAYS.between(epoch(), time.toLocalDate());
      return Content.of(days + time.toLocalTime().toNanoOfDay() / 86_400e9);
    } catch (DateTimeParseException e) {
      return Content.of(value);
    }
  }

  private LocalDate epoch() {
    return dates1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }
}
