package quarterday.templates;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import quarterday.edit.Look;

/** The cell styles of a template, in the colours of the product's own looks. */
final class TemplateLooks {
  private static final String RULE = "C9CED6";
  private static final String BAND = "E9EEF6";

  private final XSSFWorkbook book;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();

  TemplateLooks(XSSFWorkbook book) {
    this.book = book;
  }

  /** A sheet's first line. */
  XSSFCellStyle title() {
    return style("title", s -> s.setFont(font(Look.TITLE.ink(), true, 16)));
  }

  /** The sentence under a title. */
  XSSFCellStyle note() {
    return style("note", s -> s.setFont(font(Look.NOTE.ink(), false, 11)));
  }

  /** A table's heading; {@code format} is a number format, {@code General} for text. */
  XSSFCellStyle header(String format) {
    return style(
        "header " + format,
        s -> {
          s.setFont(font(Look.HEADER.ink(), true, 11));
          fill(s, Look.HEADER.fill());
          s.setWrapText(true);
          s.setAlignment(
              format.equals("General") ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
          format(s, format);
        });
  }

  /** A section's heading, across the table. */
  XSSFCellStyle group() {
    return style(
        "group",
        s -> {
          s.setFont(font(Look.TITLE.ink(), true, 11));
          fill(s, BAND);
          boxed(s);
        });
  }

  /** Text that a row starts with: number, name, unit. */
  XSSFCellStyle label() {
    return style("label", this::text);
  }

  /** Text in bold. */
  XSSFCellStyle strongLabel() {
    return style(
        "strong label",
        s -> {
          text(s);
          s.setFont(font("000000", true, 11));
        });
  }

  /** A figure to type. */
  XSSFCellStyle input(String format) {
    return style(
        "input " + format,
        s -> {
          figure(s, format);
          fill(s, Look.ENTRY.fill());
        });
  }

  /** A figure worked out from others. */
  XSSFCellStyle calculated(String format) {
    return style("calculated " + format, s -> figure(s, format));
  }

  /** Words to type. */
  XSSFCellStyle words() {
    return style(
        "words",
        s -> {
          text(s);
          s.setIndention((short) 1);
          fill(s, Look.ENTRY.fill());
        });
  }

  /** A link to a sheet. */
  XSSFCellStyle link() {
    return style(
        "link",
        s -> {
          XSSFFont font = font(Look.LINK.ink(), false, 11);
          font.setUnderline(XSSFFont.U_SINGLE);
          s.setFont(font);
          s.setVerticalAlignment(VerticalAlignment.TOP);
        });
  }

  /** Running text without a box. */
  XSSFCellStyle prose() {
    return style(
        "prose",
        s -> {
          s.setWrapText(true);
          s.setVerticalAlignment(VerticalAlignment.TOP);
        });
  }

  /** What a line of running text is about. */
  XSSFCellStyle proseLabel() {
    return style(
        "prose label",
        s -> {
          s.setFont(font(Look.TITLE.ink(), true, 11));
          s.setVerticalAlignment(VerticalAlignment.TOP);
        });
  }

  private void text(XSSFCellStyle s) {
    s.setWrapText(true);
    s.setAlignment(HorizontalAlignment.LEFT);
    s.setVerticalAlignment(VerticalAlignment.CENTER);
    boxed(s);
  }

  private void figure(XSSFCellStyle s, String format) {
    s.setAlignment(HorizontalAlignment.RIGHT);
    s.setVerticalAlignment(VerticalAlignment.CENTER);
    boxed(s);
    format(s, format);
  }

  private void format(XSSFCellStyle s, String format) {
    s.setDataFormat(book.createDataFormat().getFormat(format));
  }

  private static void fill(XSSFCellStyle s, String colour) {
    s.setFillForegroundColor(colour(colour));
    s.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static void boxed(XSSFCellStyle s) {
    s.setBorderTop(BorderStyle.THIN);
    s.setBorderBottom(BorderStyle.THIN);
    s.setBorderLeft(BorderStyle.THIN);
    s.setBorderRight(BorderStyle.THIN);
    s.setTopBorderColor(colour(RULE));
    s.setBottomBorderColor(colour(RULE));
    s.setLeftBorderColor(colour(RULE));
    s.setRightBorderColor(colour(RULE));
  }

  private static XSSFColor colour(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    // The schema wants the opaque byte in front, which POI adds for letters but not for borders.
    return new XSSFColor(
        new byte[] {(byte) 0xFF, (byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
  }

  private XSSFFont font(String ink, boolean bold, int points) {
    XSSFFont font = book.createFont();
    font.setFontName(XSSFFont.DEFAULT_FONT_NAME);
    font.setFamily(FontFamily.SWISS);
    font.setScheme(FontScheme.MINOR);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(colour(ink));
    return font;
  }

  private XSSFCellStyle style(String name, Consumer<XSSFCellStyle> look) {
    XSSFCellStyle known = styles.get(name);
    if (known == null) {
      known = book.createCellStyle();
      look.accept(known);
      styles.put(name, known);
    }
    return known;
  }
}
