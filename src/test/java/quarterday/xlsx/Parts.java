package quarterday.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook file, to be made, changed and compared in tests. */
final class Parts {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
  static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A workbook with one sheet named One, whose data is given. */
  static Parts sheet(String sheetData) {
    return workbook("One")
        .with(
            "xl/worksheets/sheet1.xml",
            HEAD
                + "<worksheet xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + TYPE
                + "\">"
                + sheetData
                + "</worksheet>");
  }

  /** A workbook with empty sheets of these names. */
  static Parts workbook(String... names) {
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    Parts parts = new Parts();
    for (int i = 1; i <= names.length; i++) {
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(names[i - 1], i, i));
      relations.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
      kinds.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
    }
    parts
        .with(
            "[Content_Types].xml",
            HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + kinds
                + "</Types>")
        .with("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")))
        .with(
            "xl/workbook.xml",
            HEAD
                + "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + TYPE
                + "\"><sheets>"
                + sheets
                + "</sheets></workbook>")
        .with("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    for (int i = 1; i <= names.length; i++) {
      parts.with(
          "xl/worksheets/sheet" + i + ".xml",
          HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData/></worksheet>");
    }
    return parts;
  }

  static String override(String part, String kind) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
  }

  static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, TYPE, type, target);
  }

  static String relations(String content) {
    return HEAD
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  static Parts of(Path file) {
    Parts parts = new Parts();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          parts.parts.put(entry.getName(), in.readAllBytes());
        }
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Parts with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Parts with(String name, byte[] content) {
    parts.put(name, content.clone());
    return this;
  }

  Parts without(String name) {
    parts.remove(name);
    return this;
  }

  /** Replaces the first of a piece of text that must be there. */
  Parts change(String name, String old, String now) {
    String text = text(name);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(name + " has no " + old + ": " + text);
    }
    int place = text.indexOf(old);
    return with(name, text.substring(0, place) + now + text.substring(place + old.length()));
  }

  /** Adds a part that the workbook relates to. */
  Parts related(String type, String part, String content) {
    int number = text("xl/_rels/workbook.xml.rels").split("<Relationship ").length + 10;
    change(
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        relation("rId" + number, type, "/" + part) + "</Relationships>");
    return with(part, content);
  }

  Map<String, byte[]> all() {
    return parts;
  }

  byte[] bytes(String name) {
    return parts.get(name);
  }

  String text(String name) {
    byte[] content = parts.get(name);
    if (content == null) {
      throw new IllegalArgumentException("no part " + name + " in " + parts.keySet());
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Path save(Path file) {
    try {
      return Files.write(file, zip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
