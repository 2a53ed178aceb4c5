package quarterday.journeys;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.sheet.Address;

/**
 * How the cells look that a plan writes, with the rules that colour them, the links and the pages
 * of the sheets it adds: in the fake Excel and, read by another library, in the file.
 */
final class OnShow {
  private OnShow() {}

  private static Map<String, Set<Address>> written(EditPlan plan) {
    Map<String, Set<Address>> cells = new TreeMap<>();
    for (Edit edit : plan.edits()) {
      if (edit instanceof Edit.PutCells put) {
        Set<Address> on =
            cells.computeIfAbsent(
                put.sheet(),
                sheet ->
                    new TreeSet<>(
                        Comparator.comparing(Address::row).thenComparing(Address::column)));
        for (int row = put.block().top(); row <= put.block().bottom(); row++) {
          for (int column = put.block().left(); column <= put.block().right(); column++) {
            on.add(new Address(row, column));
          }
        }
      }
    }
    return cells;
  }

  private static Set<String> added(EditPlan plan) {
    return plan.edits().stream()
        .filter(Edit.AddSheet.class::isInstance)
        .map(edit -> ((Edit.AddSheet) edit).sheet())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The blocks of a sheet to which a plan gives rules. */
  private static Set<String> ruled(EditPlan plan, String sheet) {
    return plan.edits().stream()
        .filter(Edit.PutRules.class::isInstance)
        .map(Edit.PutRules.class::cast)
        .filter(edit -> edit.sheet().equals(sheet))
        .map(edit -> edit.block().toString())
        .collect(Collectors.toSet());
  }

  // In Excel

  static List<String> inExcel(JsonObject picture, EditPlan plan) {
    List<String> lines = new ArrayList<>();
    written(plan)
        .forEach(
            (name, cells) -> {
              JsonObject sheet = picture.getAsJsonObject(name);
              JsonObject looks = sheet.getAsJsonObject("looks");
              JsonObject links = sheet.getAsJsonObject("links");
              for (Address at : cells) {
                String cell = at.toString();
                lines.add(
                    name
                        + "!"
                        + cell
                        + look(looks.has(cell) ? looks.getAsJsonObject(cell) : new JsonObject()));
                if (links.has(cell)) {
                  JsonObject link = links.getAsJsonObject(cell);
                  lines.add(
                      name
                          + "!"
                          + cell
                          + " leads to "
                          + link.get("target").getAsString()
                          + ": "
                          + link.get("tip").getAsString());
                }
              }
              for (JsonElement one : sheet.getAsJsonArray("rules")) {
                JsonObject rule = one.getAsJsonObject();
                if (ruled(plan, name).contains(rule.get("block").getAsString())) {
                  lines.add(name + "! " + rule(rule));
                }
              }
              if (added(plan).contains(name)) {
                lines.add(name + "! " + page(sheet));
              }
            });
    return lines;
  }

  private static String look(JsonObject look) {
    return String.format(
        Locale.ROOT,
        " ink %s, fill %s, bold %s, italic %s, underlined %s, size %s, %s, %s, wraps %s, line %s",
        text(look, "ink", "#000000"),
        text(look, "fill", ""),
        text(look, "bold", "false"),
        text(look, "italic", "false"),
        !text(look, "underline", "None").equals("None"),
        text(look, "size", "11"),
        text(look, "align", "General").toLowerCase(Locale.ROOT),
        text(look, "valign", "Bottom").toLowerCase(Locale.ROOT),
        text(look, "wraps", "false"),
        text(look, "edgeBottom", "").startsWith("Continuous|Thin"));
  }

  private static String text(JsonObject look, String name, String otherwise) {
    return look.has(name) ? look.get(name).getAsString() : otherwise;
  }

  private static String rule(JsonObject rule) {
    JsonObject font = rule.getAsJsonObject("font");
    return "%s where %s: ink %s, fill %s, bold %s, italic %s, last %s"
        .formatted(
            rule.get("block").getAsString(),
            rule.get("formula").getAsString(),
            text(font, "color", ""),
            text(rule.getAsJsonObject("fill"), "color", ""),
            text(font, "bold", "false"),
            text(font, "italic", "false"),
            rule.get("stopIfTrue").getAsBoolean());
  }

  private static String page(JsonObject sheet) {
    JsonObject page = sheet.getAsJsonObject("page");
    List<Integer> breaks = new ArrayList<>();
    sheet.getAsJsonArray("breaks").forEach(row -> breaks.add(row.getAsInt()));
    String frozen = sheet.get("frozen").isJsonNull() ? "" : sheet.get("frozen").getAsString();
    return "%s, paper %s, breaks %s, in view %s"
        .formatted(
            page.get("orientation").getAsString(),
            page.get("paperSize").getAsString(),
            breaks,
            frozen.isEmpty() ? "0 0" : inView(frozen));
  }

  /** How many rows and columns stay in view: A1:C3 is 3 3, A1:XFD3 is 3 0. */
  private static String inView(String frozen) {
    String last = frozen.substring(frozen.indexOf(':') + 1);
    if (last.matches("\\d+")) {
      return last + " 0";
    }
    if (last.matches("[A-Z]+")) {
      return "0 " + (Address.parse(last + "1").column() + 1);
    }
    Address at = Address.parse(last);
    return (at.row() + 1) % Address.MAX_ROWS + " " + (at.column() + 1) % Address.MAX_COLUMNS;
  }

  // In the file

  static List<String> inFile(Path file, EditPlan plan) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      written(plan)
          .forEach(
              (name, cells) -> {
                XSSFSheet sheet = book.getSheet(name);
                Map<String, Hyperlink> links = new TreeMap<>();
                sheet
                    .getHyperlinkList()
                    .forEach(
                        link ->
                            links.put(
                                new Address(link.getFirstRow(), link.getFirstColumn()).toString(),
                                link));
                for (Address at : cells) {
                  XSSFRow row = sheet.getRow(at.row());
                  XSSFCell cell = row == null ? null : row.getCell(at.column());
                  lines.add(
                      name
                          + "!"
                          + at
                          + look(cell == null ? book.getCellStyleAt(0) : cell.getCellStyle()));
                  Hyperlink link = links.get(at.toString());
                  if (link != null) {
                    lines.add(
                        name
                            + "!"
                            + at
                            + " leads to "
                            + link.getAddress()
                            + ": "
                            + ((org.apache.poi.xssf.usermodel.XSSFHyperlink) link).getTooltip());
                  }
                }
                rules(sheet, ruled(plan, name)).forEach(rule -> lines.add(name + "! " + rule));
                if (added(plan).contains(name)) {
                  lines.add(name + "! " + page(sheet));
                }
              });
    }
    return lines;
  }

  private static String look(XSSFCellStyle style) {
    XSSFFont font = style.getFont();
    return String.format(
        Locale.ROOT,
        " ink %s, fill %s, bold %s, italic %s, underlined %s, size %s, %s, %s, wraps %s, line %s",
        font.getXSSFColor() == null || font.getXSSFColor().getARGBHex() == null
            ? "#000000"
            : colour(font.getXSSFColor()),
        style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
            ? colour(style.getFillForegroundColorColor())
            : "",
        font.getBold(),
        font.getItalic(),
        font.getUnderline() != Font.U_NONE,
        font.getFontHeightInPoints(),
        style.getAlignment() == HorizontalAlignment.GENERAL
            ? "general"
            : style.getAlignment().name().toLowerCase(Locale.ROOT),
        style.getVerticalAlignment().name().toLowerCase(Locale.ROOT),
        style.getWrapText(),
        style.getBorderBottom() == BorderStyle.THIN);
  }

  private static String colour(XSSFColor colour) {
    return "#" + colour.getARGBHex().substring(2);
  }

  private static List<String> rules(XSSFSheet sheet, Set<String> ruled) {
    Map<Integer, String> rules = new TreeMap<>();
    for (int i = 0; i < sheet.getSheetConditionalFormatting().getNumConditionalFormattings(); i++) {
      XSSFConditionalFormatting formatting =
          sheet.getSheetConditionalFormatting().getConditionalFormattingAt(i);
      String block =
          Arrays.stream(formatting.getFormattingRanges())
              .map(range -> range.formatAsString())
              .collect(Collectors.joining(","));
      if (!ruled.contains(block)) {
        continue;
      }
      for (int r = 0; r < formatting.getNumberOfRules(); r++) {
        XSSFConditionalFormattingRule rule = formatting.getRule(r);
        var font = rule.getFontFormatting();
        var fill = rule.getPatternFormatting();
        XSSFColor ink = font == null ? null : font.getFontColor();
        rules.put(
            rule.getPriority(),
            "%s where %s: ink %s, fill %s, bold %s, italic %s, last %s"
                .formatted(
                    block,
                    rule.getFormula1(),
                    ink == null ? "" : colour(ink),
                    fill == null ? "" : colour(fill.getFillBackgroundColorColor()),
                    font != null && font.isBold(),
                    font != null && font.isItalic(),
                    rule.getStopIfTrue()));
      }
    }
    return List.copyOf(rules.values());
  }

  private static String page(XSSFSheet sheet) {
    var pane = sheet.getPaneInformation();
    // The row that a page ends with; the next one begins a page.
    List<Integer> breaks = Arrays.stream(sheet.getRowBreaks()).map(r -> r + 1).boxed().toList();
    return "%s, paper %s, breaks %s, in view %s"
        .formatted(
            sheet.getPrintSetup().getLandscape() ? "Landscape" : "Portrait",
            sheet.getPrintSetup().getPaperSize() == 9 ? "A4" : "other",
            breaks,
            pane == null
                ? "0 0"
                : pane.getHorizontalSplitPosition() + " " + pane.getVerticalSplitPosition());
  }
}
