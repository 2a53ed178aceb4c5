package quarterday.wire;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Interruption;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/**
 * A workbook as read, as JSON: {@code {dates1904, structureLocked, ledger, names: [{name, sheet,
 * block}], sheets: [{name, hidden, locked, merged, hiddenRows, hiddenColumns, tables: [{name,
 * block, hasHeader}], charts: [{name, block, title, description, series: [{name, values,
 * figures}]}], widths, heights, formattedTo, blocks: [{block, values, formulas, formats}]}]}}.
 *
 * <p>Rows and columns count from zero, blocks are {@code B7:D9}. In a block, {@code values} has a
 * row of entries for each row: a number, a text, true or false, null for an empty cell, or {@code
 * {"fault": "#N/A"}}; {@code formulas} (without the equals sign) and {@code formats} have the same
 * shape, null where there is none, and may be left out. {@code widths}, {@code heights} and {@code
 * formattedTo} are objects by column or row number, a series' {@code figures} one by point. Of
 * charts only those of ours are of use; {@code title} and {@code values} are references; {@code
 * series} is left out where it cannot be seen what a series is drawn from. Everything but the names
 * may be left out.
 */
public final class SnapshotJson {
  private static final int NESTING = 16;

  /** What is said of each cell of a block. */
  private enum Layer {
    VALUES,
    FORMULAS,
    FORMATS
  }

  private final JsonReader json;
  private final int sheetsAllowed;
  private final long cellsAllowed;
  private final Map<Layer, Long> cellsRead = new EnumMap<>(Layer.class);

  private SnapshotJson(Reader source, long cellsAllowed, int sheetsAllowed) {
    this.json = new JsonReader(source);
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(NESTING);
    this.cellsAllowed = cellsAllowed;
    this.sheetsAllowed = sheetsAllowed;
  }

  /**
   * Reads a snapshot.
   *
   * @param cellsAllowed how many cells there may be, empty ones included
   * @param sheetsAllowed how many sheets there may be
   * @throws UnusableInput if the text is no JSON, has another shape, or goes beyond a limit
   * @throws IOException if the source cannot be read
   */
  public static Snapshot read(Reader source, long cellsAllowed, int sheetsAllowed)
      throws UnusableInput, IOException {
    return whole(source, cellsAllowed, sheetsAllowed, SnapshotJson::snapshot);
  }

  /** Something that is read with the rules of snapshots. */
  interface Whole<T> {
    T from(SnapshotJson reader) throws IOException, UnusableInput;
  }

  /** Reads all of a source, in which a snapshot may be a part. */
  static <T> T whole(Reader source, long cellsAllowed, int sheetsAllowed, Whole<T> whole)
      throws UnusableInput, IOException {
    SnapshotJson reader = new SnapshotJson(source, cellsAllowed, sheetsAllowed);
    try {
      T read = whole.from(reader);
      // Fails where anything follows.
      JsonToken end = reader.json.peek();
      assert end == JsonToken.END_DOCUMENT;
      return read;
    } catch (MalformedJsonException | EOFException | CharacterCodingException e) {
      throw new UnusableInput(
          "bad-json",
          "The snapshot is no well-formed JSON.",
          "Send one JSON object, whole, as UTF-8.");
    }
  }

  UnusableInput wrong(String what) {
    return new UnusableInput(
        "bad-snapshot",
        "The snapshot has " + what + " at " + json.getPath() + ".",
        "Send it in the shape that the description of the interface gives.");
  }

  private UnusableInput limit(String what, long allowed) {
    return new UnusableInput(
        "limit-" + what.replace(' ', '-'),
        String.format(Locale.ROOT, "The snapshot has more than the %,d %s allowed.", allowed, what),
        "Take out what is not needed, or have the limit raised by whoever runs this program.");
  }

  interface Entry {
    void read(String name) throws IOException, UnusableInput;
  }

  void object(Entry entry) throws IOException, UnusableInput {
    expect(JsonToken.BEGIN_OBJECT, "no object");
    json.beginObject();
    Set<String> names = new HashSet<>();
    while (json.hasNext()) {
      Interruption.heed();
      String name = json.nextName();
      if (!names.add(name)) {
        throw wrong("a name twice");
      }
      entry.read(name);
    }
    json.endObject();
  }

  /** A text as a cell may hold it. */
  private String cellText() throws IOException, UnusableInput {
    String text = text();
    if (text.length() > CellSnapshot.MOST_CHARACTERS) {
      throw limit("characters in a cell", CellSnapshot.MOST_CHARACTERS);
    }
    return text;
  }

  private interface Item {
    void read() throws IOException, UnusableInput;
  }

  private void array(Item item) throws IOException, UnusableInput {
    expect(JsonToken.BEGIN_ARRAY, "no list");
    json.beginArray();
    while (json.hasNext()) {
      Interruption.heed();
      item.read();
    }
    json.endArray();
  }

  private void expect(JsonToken token, String otherwise) throws IOException, UnusableInput {
    if (json.peek() != token) {
      throw wrong(otherwise);
    }
  }

  String text() throws IOException, UnusableInput {
    expect(JsonToken.STRING, "no text");
    return json.nextString();
  }

  boolean flag() throws IOException, UnusableInput {
    expect(JsonToken.BOOLEAN, "neither true nor false");
    return json.nextBoolean();
  }

  private double number() throws IOException, UnusableInput {
    expect(JsonToken.NUMBER, "no number");
    try {
      return json.nextDouble();
    } catch (NumberFormatException | MalformedJsonException e) {
      throw wrong("a number that no cell can hold");
    }
  }

  private int index(int limit) throws IOException, UnusableInput {
    return index(number(), limit);
  }

  private int index(double number, int limit) throws UnusableInput {
    if (number != Math.rint(number) || number < 0 || number >= limit) {
      throw wrong("a row or column that no sheet has");
    }
    return (int) number;
  }

  /** The key of an object by row or column number. */
  private int index(String name, int limit) throws UnusableInput {
    if (!name.matches("\\d{1,7}")) {
      throw wrong("a row or column that no sheet has");
    }
    return index(Integer.parseInt(name), limit);
  }

  private Block block() throws IOException, UnusableInput {
    try {
      return Block.parse(text());
    } catch (IllegalArgumentException e) {
      throw wrong("no block of cells");
    }
  }

  UnusableInput unknown() {
    return wrong("a name that is not known");
  }

  Snapshot snapshot() throws IOException, UnusableInput {
    List<SheetSnapshot> sheets = new ArrayList<>();
    List<Snapshot.NamedBlock> names = new ArrayList<>();
    boolean[] flags = new boolean[2];
    String[] ledger = {""};
    object(
        name -> {
          switch (name) {
            case "dates1904" -> flags[0] = flag();
            case "structureLocked" -> flags[1] = flag();
            case "ledger" -> ledger[0] = text();
            case "names" -> array(() -> names.add(namedBlock()));
            case "sheets" -> array(() -> add(sheets, sheet()));
            default -> throw unknown();
          }
        });
    return new Snapshot(sheets, names, flags[0], flags[1], ledger[0]);
  }

  private void add(List<SheetSnapshot> sheets, SheetSnapshot sheet) throws UnusableInput {
    if (sheets.stream().anyMatch(other -> other.name().equalsIgnoreCase(sheet.name()))) {
      throw wrong("two sheets of one name");
    }
    sheets.add(sheet);
    if (sheets.size() > sheetsAllowed) {
      throw limit("sheets", sheetsAllowed);
    }
  }

  private Snapshot.NamedBlock namedBlock() throws IOException, UnusableInput {
    String[] texts = {"", ""};
    List<Block> blocks = new ArrayList<>();
    object(
        name -> {
          switch (name) {
            case "name" -> texts[0] = text();
            case "sheet" -> texts[1] = text();
            case "block" -> blocks.add(block());
            default -> throw unknown();
          }
        });
    if (texts[0].isEmpty() || texts[1].isEmpty() || blocks.isEmpty()) {
      throw wrong("a name without its sheet and block");
    }
    return new Snapshot.NamedBlock(texts[0], texts[1], blocks.get(0));
  }

  /** What a sheet says of itself before or after its name has been read. */
  private final class SheetParts {
    private String name = "";
    private final List<Gathered> gathered = new ArrayList<>();

    private void read(String property) throws IOException, UnusableInput {
      switch (property) {
        case "name" -> name = text();
        case "hidden" -> keep(flag(), SheetSnapshot.Builder::hidden);
        case "locked" -> keep(flag(), SheetSnapshot.Builder::locked);
        case "merged" -> array(() -> keep(block(), SheetSnapshot.Builder::merge));
        case "hiddenRows" ->
            array(() -> keep(index(Address.MAX_ROWS), SheetSnapshot.Builder::hideRow));
        case "hiddenColumns" ->
            array(() -> keep(index(Address.MAX_COLUMNS), SheetSnapshot.Builder::hideColumn));
        case "tables" -> array(() -> keep(table(), SheetSnapshot.Builder::table));
        case "charts" -> array(() -> keep(chart(), SheetSnapshot.Builder::chart));
        case "widths" -> object(at -> sized(at, Address.MAX_COLUMNS, SheetSnapshot.Builder::width));
        case "heights" -> object(at -> sized(at, Address.MAX_ROWS, SheetSnapshot.Builder::height));
        case "formattedTo" -> object(this::formattedTo);
        case "blocks" -> array(() -> gathered.add(cells()));
        default -> throw unknown();
      }
    }

    private <T> void keep(T value, Put<T> put) {
      gathered.add(sheet -> put.put(sheet, value));
    }

    private void sized(String at, int limit, PutSize put) throws IOException, UnusableInput {
      int place = index(at, limit);
      double size = number();
      gathered.add(sheet -> put.put(sheet, place, size));
    }

    private void formattedTo(String at) throws IOException, UnusableInput {
      int row = index(at, Address.MAX_ROWS);
      int column = index(Address.MAX_COLUMNS);
      gathered.add(sheet -> sheet.formattedTo(row, column));
    }

    private SheetSnapshot build() throws UnusableInput {
      if (name.isEmpty()) {
        throw wrong("a sheet without a name");
      }
      if (name.length() > SheetSnapshot.LONGEST_NAME) {
        throw wrong("a sheet with too long a name");
      }
      SheetSnapshot.Builder sheet = SheetSnapshot.named(name);
      gathered.forEach(part -> part.into(sheet));
      return sheet.build();
    }
  }

  private interface Gathered {
    void into(SheetSnapshot.Builder sheet);
  }

  private interface Put<T> {
    void put(SheetSnapshot.Builder sheet, T value);
  }

  private interface PutSize {
    void put(SheetSnapshot.Builder sheet, int place, double size);
  }

  private SheetSnapshot sheet() throws IOException, UnusableInput {
    SheetParts parts = new SheetParts();
    object(parts::read);
    return parts.build();
  }

  private SheetSnapshot.TableSnapshot table() throws IOException, UnusableInput {
    String[] texts = {""};
    boolean[] hasHeader = {true};
    List<Block> blocks = new ArrayList<>();
    object(
        name -> {
          switch (name) {
            case "name" -> texts[0] = text();
            case "block" -> blocks.add(block());
            case "hasHeader" -> hasHeader[0] = flag();
            default -> throw unknown();
          }
        });
    if (texts[0].isEmpty() || blocks.isEmpty()) {
      throw wrong("a table without its name and block");
    }
    return new SheetSnapshot.TableSnapshot(texts[0], blocks.get(0), hasHeader[0]);
  }

  private ChartSnapshot chart() throws IOException, UnusableInput {
    String[] texts = {"", "", ""};
    List<Block> blocks = new ArrayList<>();
    List<List<ChartSnapshot.SeriesSnapshot>> seen = new ArrayList<>();
    object(
        name -> {
          switch (name) {
            case "name" -> texts[0] = text();
            case "block" -> blocks.add(block());
            case "title" -> texts[1] = text();
            case "description" -> texts[2] = text();
            case "series" -> {
              List<ChartSnapshot.SeriesSnapshot> series = new ArrayList<>();
              array(() -> series.add(series()));
              seen.add(series);
            }
            default -> throw unknown();
          }
        });
    if (texts[0].isEmpty() || blocks.isEmpty()) {
      throw wrong("a chart without its name and block");
    }
    return new ChartSnapshot(
        texts[0], blocks.get(0), texts[1], texts[2], seen.stream().findFirst());
  }

  private ChartSnapshot.SeriesSnapshot series() throws IOException, UnusableInput {
    String[] texts = {"", ""};
    TreeMap<Integer, Double> figures = new TreeMap<>();
    object(
        name -> {
          switch (name) {
            case "name" -> texts[0] = text();
            case "values" -> texts[1] = text();
            case "figures" -> object(at -> figures.put(index(at, Address.MAX_ROWS), number()));
            default -> throw unknown();
          }
        });
    return new ChartSnapshot.SeriesSnapshot(texts[0], texts[1], figures);
  }

  /** A rectangle of cells, its three layers in any order. */
  private Gathered cells() throws IOException, UnusableInput {
    List<Block> blocks = new ArrayList<>();
    List<List<Content>> values = new ArrayList<>();
    List<List<String>> formulas = new ArrayList<>();
    List<List<String>> formats = new ArrayList<>();
    object(
        name -> {
          switch (name) {
            case "block" -> blocks.add(block());
            case "values" -> rows(Layer.VALUES, values, this::value);
            case "formulas" -> rows(Layer.FORMULAS, formulas, () -> textOr(""));
            case "formats" -> rows(Layer.FORMATS, formats, () -> textOr(CellSnapshot.GENERAL));
            default -> throw unknown();
          }
        });
    if (blocks.isEmpty()) {
      throw wrong("cells without their block");
    }
    Block block = blocks.get(0);
    requireShape(block, values);
    if (!formulas.isEmpty()) {
      requireShape(block, formulas);
    }
    if (!formats.isEmpty()) {
      requireShape(block, formats);
    }
    return sheet -> {
      for (int row = 0; row < block.rows(); row++) {
        for (int column = 0; column < block.columns(); column++) {
          CellSnapshot cell =
              new CellSnapshot(
                  values.get(row).get(column),
                  formulas.isEmpty() ? "" : formulas.get(row).get(column),
                  formats.isEmpty() ? CellSnapshot.GENERAL : formats.get(row).get(column));
          if (!cell.isBlank()) {
            sheet.put(block.top() + row, block.left() + column, cell);
          }
        }
      }
    };
  }

  private interface Value<T> {
    T read() throws IOException, UnusableInput;
  }

  private <T> void rows(Layer layer, List<List<T>> rows, Value<T> value)
      throws IOException, UnusableInput {
    array(
        () -> {
          List<T> row = new ArrayList<>();
          array(
              () -> {
                if (cellsRead.merge(layer, 1L, Long::sum) > cellsAllowed) {
                  throw limit("cells", cellsAllowed);
                }
                row.add(value.read());
              });
          rows.add(row);
        });
  }

  private <T> void requireShape(Block block, List<List<T>> rows) throws UnusableInput {
    if (rows.size() != block.rows()
        || rows.stream().anyMatch(row -> row.size() != block.columns())) {
      throw wrong("rows and columns that differ from their block");
    }
  }

  private String textOr(String absent) throws IOException, UnusableInput {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return absent;
    }
    return cellText();
  }

  private Content value() throws IOException, UnusableInput {
    return switch (json.peek()) {
      case NULL -> {
        json.nextNull();
        yield Content.blank();
      }
      case NUMBER -> Content.of(number());
      case STRING -> Content.of(cellText());
      case BOOLEAN -> new Content.Logical(json.nextBoolean());
      case BEGIN_OBJECT -> fault();
      default -> throw wrong("no value of a cell");
    };
  }

  private Content fault() throws IOException, UnusableInput {
    String[] code = {""};
    object(
        name -> {
          if (!name.equals("fault")) {
            throw unknown();
          }
          code[0] = text();
        });
    if (code[0].isEmpty()) {
      throw wrong("a fault without its code");
    }
    return new Content.Fault(code[0]);
  }

  /** Writes a snapshot; reading it again gives the same. */
  public static String of(Snapshot snapshot) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.setHtmlSafe(false);
      write(snapshot, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void write(Snapshot snapshot, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("dates1904").value(snapshot.dates1904());
    out.name("structureLocked").value(snapshot.structureLocked());
    out.name("ledger").value(snapshot.ledger());
    out.name("names").beginArray();
    for (Snapshot.NamedBlock named : snapshot.names()) {
      out.beginObject();
      out.name("name").value(named.name());
      out.name("sheet").value(named.sheet());
      out.name("block").value(named.block().toString());
      out.endObject();
    }
    out.endArray();
    out.name("sheets").beginArray();
    for (SheetSnapshot sheet : snapshot.sheets()) {
      write(sheet, out);
    }
    out.endArray();
    out.endObject();
  }

  private static void write(SheetSnapshot sheet, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("name").value(sheet.name());
    out.name("hidden").value(sheet.isHidden());
    out.name("locked").value(sheet.isLocked());
    out.name("merged").beginArray();
    for (Block block : sheet.merged()) {
      out.value(block.toString());
    }
    out.endArray();
    numbers(out, "hiddenRows", sheet.hiddenRows());
    numbers(out, "hiddenColumns", sheet.hiddenColumns());
    out.name("tables").beginArray();
    for (SheetSnapshot.TableSnapshot table : sheet.tables()) {
      out.beginObject();
      out.name("name").value(table.name());
      out.name("block").value(table.block().toString());
      out.name("hasHeader").value(table.hasHeader());
      out.endObject();
    }
    out.endArray();
    out.name("charts").beginArray();
    for (ChartSnapshot chart : sheet.charts()) {
      write(chart, out);
    }
    out.endArray();
    sizes(out, "widths", sheet.widths());
    sizes(out, "heights", sheet.heights());
    out.name("formattedTo").beginObject();
    for (int row : sheet.rows()) {
      int[] columns = sheet.columns(row);
      if (columns.length == 0 || sheet.lastColumn(row) > columns[columns.length - 1]) {
        out.name(Integer.toString(row)).value(sheet.lastColumn(row));
      }
    }
    out.endObject();
    out.name("blocks").beginArray();
    for (Block block : blocks(sheet)) {
      write(sheet, block, out);
    }
    out.endArray();
    out.endObject();
  }

  private static void write(ChartSnapshot chart, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("name").value(chart.name());
    out.name("block").value(chart.place().toString());
    out.name("title").value(chart.title());
    out.name("description").value(chart.description());
    if (chart.series().isPresent()) {
      out.name("series").beginArray();
      for (ChartSnapshot.SeriesSnapshot series : chart.series().get()) {
        out.beginObject();
        out.name("name").value(series.name());
        out.name("values").value(series.values());
        sizes(out, "figures", series.figures());
        out.endObject();
      }
      out.endArray();
    }
    out.endObject();
  }

  private static void numbers(JsonWriter out, String name, Set<Integer> numbers)
      throws IOException {
    out.name(name).beginArray();
    for (int number : new TreeSet<>(numbers)) {
      out.value(number);
    }
    out.endArray();
  }

  private static void sizes(JsonWriter out, String name, Map<Integer, Double> sizes)
      throws IOException {
    out.name(name).beginObject();
    for (Map.Entry<Integer, Double> size : new TreeMap<>(sizes).entrySet()) {
      out.name(size.getKey().toString()).value(size.getValue());
    }
    out.endObject();
  }

  /** The cells as rectangles without a gap: runs of each row, joined where they stand alike. */
  private static List<Block> blocks(SheetSnapshot sheet) {
    List<Block> blocks = new ArrayList<>();
    List<Block> open = new ArrayList<>();
    for (int row : sheet.rows()) {
      List<Block> runs = new ArrayList<>();
      int[] columns = sheet.columns(row);
      for (int start = 0, i = 1; i <= columns.length; i++) {
        if (i == columns.length || columns[i] != columns[i - 1] + 1) {
          runs.add(new Block(row, columns[start], row, columns[i - 1]));
          start = i;
        }
      }
      if (continues(open, runs)) {
        open.replaceAll(
            block -> new Block(block.top(), block.left(), block.bottom() + 1, block.right()));
      } else {
        blocks.addAll(open);
        open = runs;
      }
    }
    blocks.addAll(open);
    return blocks;
  }

  private static boolean continues(List<Block> open, List<Block> runs) {
    boolean alike = open.size() == runs.size();
    for (int i = 0; alike && i < runs.size(); i++) {
      alike =
          open.get(i).bottom() + 1 == runs.get(i).top()
              && open.get(i).left() == runs.get(i).left()
              && open.get(i).right() == runs.get(i).right();
    }
    return alike;
  }

  private interface Written {
    void write(CellSnapshot cell) throws IOException;
  }

  private static void write(SheetSnapshot sheet, Block block, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("block").value(block.toString());
    layer(sheet, block, out, "values", cell -> Json.write(cell.content(), out));
    layer(
        sheet,
        block,
        out,
        "formulas",
        cell -> {
          if (cell.hasFormula()) {
            out.value(cell.formula());
          } else {
            out.nullValue();
          }
        });
    layer(sheet, block, out, "formats", cell -> out.value(cell.format()));
    out.endObject();
  }

  private static void layer(
      SheetSnapshot sheet, Block block, JsonWriter out, String name, Written written)
      throws IOException {
    out.name(name).beginArray();
    for (int row = block.top(); row <= block.bottom(); row++) {
      out.beginArray();
      for (int column = block.left(); column <= block.right(); column++) {
        written.write(sheet.at(row, column));
      }
      out.endArray();
    }
    out.endArray();
  }
}
