package quarterday.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import quarterday.sheet.UnusableInput;

/** A changed archive before it is written: the old parts, with some replaced, added and dropped. */
final class Draft {
  /** Writes a part's bytes. */
  interface Body {
    void writeTo(OutputStream out) throws IOException, UnusableInput;
  }

  private static final String RELATION_TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Archive archive;
  private final FileLimits limits;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Body> bodies = new HashMap<>();
  private final Map<String, String> added = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();

  Draft(Archive archive, FileLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  boolean has(String part) {
    String key = Archive.key(part);
    return added.containsKey(key) || (archive.has(part) && !dropped.contains(key));
  }

  /** The first name of this pattern, with a number in place of {@code #}, that is free. */
  String freeName(String pattern) {
    int number = 1;
    while (has(pattern.replace("#", Integer.toString(number)))) {
      number++;
    }
    return pattern.replace("#", Integer.toString(number));
  }

  /** A small part's text as it stands now. */
  String text(String part) throws IOException, UnusableInput {
    String text = texts.get(Archive.key(part));
    if (text != null) {
      return text;
    }
    try (InputStream in = archive.open(part)) {
      return XmlText.all(XmlText.open(in).reader());
    }
  }

  PartElement outline(String part) throws IOException, UnusableInput {
    return PartElement.of(part, text(part), limits.nesting());
  }

  void put(String part, Body body) {
    String key = Archive.key(part);
    if (!has(part) && !archive.has(part)) {
      added.put(key, part);
    }
    dropped.remove(key);
    bodies.put(key, body);
  }

  /** Replaces a small part in its own encoding, or adds one in UTF-8. */
  void putText(String part, String text) throws IOException, UnusableInput {
    XmlText encoding = XmlText.UTF_8;
    if (archive.has(part)) {
      try (InputStream in = archive.open(part)) {
        encoding = XmlText.open(in).encoding();
      }
    }
    XmlText as = encoding;
    texts.put(Archive.key(part), text);
    put(
        part,
        out -> {
          Writer writer = as.writer(out);
          writer.write(as.fitting(text));
          writer.flush();
        });
  }

  /** Takes a part out, its list of relationships too. */
  void drop(String part) throws IOException, UnusableInput {
    for (String gone : List.of(part, Relation.listFor(part))) {
      String key = Archive.key(gone);
      added.remove(key);
      bodies.remove(key);
      texts.remove(key);
      dropped.add(key);
    }
    String kinds = text(ContentKinds.PART);
    PartElement root = PartElement.of(ContentKinds.PART, kinds, limits.nesting());
    Splices splices = new Splices(kinds);
    root.children().stream()
        .filter(child -> child.name().equals("Override"))
        .filter(child -> Archive.key(child.attribute("PartName")).equals(Archive.key(part)))
        .forEach(splices::remove);
    replace(ContentKinds.PART, kinds, splices);
  }

  /** Takes a part out, and all that nothing else relates to then. */
  void dropWithParts(String part) throws IOException, UnusableInput {
    List<Relation> targets = relations(part);
    drop(part);
    for (Relation target : targets) {
      if (!target.isExternal() && has(target.target()) && !isRelatedTo(target.target())) {
        dropWithParts(target.target());
      }
    }
  }

  private boolean isRelatedTo(String part) throws IOException, UnusableInput {
    List<String> lists = new ArrayList<>(added.values());
    archive.entries().forEach(entry -> lists.add(entry.getName()));
    for (String list : lists) {
      if (has(list) && list.endsWith(".rels")) {
        String owner = list.replace("_rels/", "").replaceAll("\\.rels$", "");
        if (relations(owner).stream()
            .anyMatch(r -> !r.isExternal() && Archive.key(r.target()).equals(Archive.key(part)))) {
          return true;
        }
      }
    }
    return false;
  }

  private void replace(String part, String before, Splices splices)
      throws IOException, UnusableInput {
    String now = splices.apply();
    if (!now.equals(before)) {
      putText(part, now);
    }
  }

  /** Says of what kind a part is. */
  void kind(String part, String kind) throws IOException, UnusableInput {
    String text = text(ContentKinds.PART);
    PartElement root = PartElement.of(ContentKinds.PART, text, limits.nesting());
    Splices splices = new Splices(text);
    splices.append(
        root,
        "<%sOverride PartName=\"/%s\" ContentType=\"%s\"/>"
            .formatted(root.prefix(), Markup.attribute(part), kind));
    replace(ContentKinds.PART, text, splices);
  }

  /** Makes sure that parts ending in .xml have a kind. */
  void kindOfXml() throws IOException, UnusableInput {
    String text = text(ContentKinds.PART);
    PartElement root = PartElement.of(ContentKinds.PART, text, limits.nesting());
    boolean isThere =
        root.children().stream()
            .anyMatch(c -> c.name().equals("Default") && c.attribute("Extension").equals("xml"));
    if (!isThere) {
      Splices splices = new Splices(text);
      splices.insert(
          root.startEnd(),
          "<" + root.prefix() + "Default Extension=\"xml\" ContentType=\"application/xml\"/>");
      replace(ContentKinds.PART, text, splices);
    }
  }

  /** A part's relationships as they stand now. */
  List<Relation> relations(String part) throws IOException, UnusableInput {
    String list = Relation.listFor(part);
    if (!has(list)) {
      return List.of();
    }
    try (XmlWalk walk = XmlWalk.over(list, new StringReader(text(list)), limits.nesting())) {
      return Relation.read(walk, part, archive);
    }
  }

  /** Relates a part to another, and gives the id. */
  String relate(String part, String type, String target) throws IOException, UnusableInput {
    String list = Relation.listFor(part);
    if (!has(list)) {
      putText(
          list,
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Relationships"
              + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
    }
    String text = text(list);
    PartElement root = PartElement.of(list, text, limits.nesting());
    Set<String> ids =
        root.children().stream()
            .map(child -> child.attribute("Id").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    int number = 1;
    while (ids.contains("rid" + number)) {
      number++;
    }
    Splices splices = new Splices(text);
    splices.append(
        root,
        "<%sRelationship Id=\"rId%d\" Type=\"%s%s\" Target=\"/%s\"/>"
            .formatted(root.prefix(), number, RELATION_TYPE, type, Markup.attribute(target)));
    replace(list, text, splices);
    return "rId" + number;
  }

  private static boolean hasId(PartElement root, String id) {
    return root.children().stream().anyMatch(child -> child.attribute("Id").equalsIgnoreCase(id));
  }

  /** Takes a relationship out; a list that is empty then goes too, if the part was its owner. */
  void unrelate(String part, String id) throws IOException, UnusableInput {
    String list = Relation.listFor(part);
    String text = text(list);
    PartElement root = PartElement.of(list, text, limits.nesting());
    Splices splices = new Splices(text);
    root.children().stream()
        .filter(child -> child.attribute("Id").equals(id))
        .forEach(splices::remove);
    if (root.children().size() == 1 && hasId(root, id)) {
      drop(list);
    } else {
      replace(list, text, splices);
    }
  }

  /** Writes the archive; what was not touched is copied as it is packed. */
  void writeTo(SeekableByteChannel channel) throws IOException, UnusableInput {
    // Every entry that is written anew bears the earliest time an archive can hold.
    long time =
        LocalDate.of(1980, 1, 1).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(channel)) {
      out.setUseZip64(Zip64Mode.Never);
      for (ZipArchiveEntry entry : archive.entries()) {
        String key = Archive.key(entry.getName());
        if (bodies.containsKey(key)) {
          write(out, entry.getName(), bodies.get(key), time);
        } else if (!dropped.contains(key)) {
          try (InputStream raw = archive.openRaw(entry)) {
            out.addRawArchiveEntry(entry, raw);
          }
        }
      }
      for (Map.Entry<String, String> part : added.entrySet()) {
        write(out, part.getValue(), bodies.get(part.getKey()), time);
      }
    }
  }

  private static void write(ZipArchiveOutputStream out, String name, Body body, long time)
      throws IOException, UnusableInput {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTime(time);
    out.putArchiveEntry(entry);
    body.writeTo(out);
    out.closeArchiveEntry();
  }
}
