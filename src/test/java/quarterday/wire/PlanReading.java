package quarterday.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.edit.Meaning;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Content;
import quarterday.sheet.Snapshot;

/**
 * Reads a plan back from what is sent: what a writer elsewhere knows of it. The figures of a chart
 * are not sent; they are taken from its cells, as they are once all cells are written.
 */
public final class PlanReading {
  private final Optional<Snapshot> drawnFrom;

  private PlanReading(Optional<Snapshot> drawnFrom) {
    this.drawnFrom = drawnFrom;
  }

  /** The plan as it arrives after having been sent. */
  public static EditPlan sent(EditPlan plan, Snapshot before) throws IOException {
    StringWriter text = new StringWriter();
    Json.plan(plan, text);
    return read(text.toString(), before);
  }

  /** Reads a plan for a workbook. */
  public static EditPlan read(String json, Snapshot before) {
    JsonArray edits = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("edits");
    EditPlan cells = new PlanReading(Optional.empty()).edits(edits);
    return new PlanReading(Optional.of(Meaning.apply(before, cells))).edits(edits);
  }

  private EditPlan edits(JsonArray edits) {
    return new EditPlan(list(edits, edit -> edit(edit.getAsJsonObject())));
  }

  private static <T> List<T> list(JsonElement array, Function<JsonElement, T> read) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).map(read).toList();
  }

  private static <E extends Enum<E>> E named(Class<E> type, JsonElement name) {
    return Enum.valueOf(type, name.getAsString().replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static OptionalDouble number(JsonElement number) {
    return number.isJsonNull() ? OptionalDouble.empty() : OptionalDouble.of(number.getAsDouble());
  }

  private static Block block(JsonObject json) {
    return Block.parse(json.get("block").getAsString());
  }

  private Edit edit(JsonObject json) {
    String sheet = json.has("sheet") ? json.get("sheet").getAsString() : "";
    return switch (json.get("edit").getAsString()) {
      case "add-sheet" ->
          new Edit.AddSheet(
              sheet,
              new Edit.PageLayout(
                  json.get("landscape").getAsBoolean(),
                  json.get("headerRow").getAsInt(),
                  json.get("headerColumns").getAsInt()));
      case "drop-sheet" -> new Edit.DropSheet(sheet);
      case "clear-sheet" -> new Edit.ClearSheet(sheet);
      case "put-cells" -> putCells(sheet, json);
      case "clear-cells" -> new Edit.ClearCells(sheet, block(json));
      case "name-block" -> new Edit.NameBlock(json.get("name").getAsString(), sheet, block(json));
      case "drop-name" -> new Edit.DropName(json.get("name").getAsString());
      case "mark-table" -> new Edit.MarkTable(sheet, block(json), json.get("name").getAsString());
      case "put-rules" ->
          new Edit.PutRules(
              sheet,
              block(json),
              list(
                  json.get("rules"),
                  rule ->
                      new Edit.Rule(
                          rule.getAsJsonObject().get("formula").getAsString(),
                          named(Look.class, rule.getAsJsonObject().get("look")))));
      case "drop-rules" -> new Edit.DropRules(sheet, block(json));
      case "set-widths" ->
          new Edit.SetWidths(
              sheet,
              json.get("firstColumn").getAsInt(),
              list(json.get("widths"), PlanReading::number));
      case "set-height" ->
          new Edit.SetHeight(sheet, json.get("row").getAsInt(), number(json.get("points")));
      case "put-links" ->
          new Edit.PutLinks(
              sheet,
              list(
                  json.get("links"),
                  link ->
                      new Edit.Link(
                          Address.parse(link.getAsJsonObject().get("cell").getAsString()),
                          link.getAsJsonObject().get("target").getAsString(),
                          link.getAsJsonObject().get("tip").getAsString())));
      case "put-chart" -> new Edit.PutChart(sheet, chart(json));
      case "break-pages" ->
          new Edit.BreakPages(sheet, list(json.get("rows"), JsonElement::getAsInt));
      case "put-ledger" -> new Edit.PutLedger(json.get("xml").getAsString());
      default -> throw new AssertionError("Nobody knows " + json.get("edit"));
    };
  }

  private static Edit putCells(String sheet, JsonObject json) {
    Block block = block(json);
    JsonArray values = json.getAsJsonArray("values");
    JsonArray formulas = json.has("formulas") ? json.getAsJsonArray("formulas") : new JsonArray();
    String[][] formats = spread(block, json.getAsJsonArray("formats"));
    String[][] looks = spread(block, json.getAsJsonArray("looks"));
    assertThat(values).hasSize(block.rows());
    List<List<CellPlan>> rows = new ArrayList<>();
    for (int r = 0; r < block.rows(); r++) {
      JsonArray row = values.get(r).getAsJsonArray();
      assertThat(row).hasSize(block.columns());
      List<CellPlan> cells = new ArrayList<>();
      for (int c = 0; c < block.columns(); c++) {
        JsonElement formula =
            formulas.isEmpty() ? row.get(c) : formulas.get(r).getAsJsonArray().get(c);
        boolean calculated = !formulas.isEmpty() && !formula.isJsonNull();
        cells.add(
            new CellPlan(
                content(row.get(c)),
                calculated ? formula.getAsString() : "",
                formats[r][c],
                Look.valueOf(looks[r][c].replace('-', '_').toUpperCase(Locale.ROOT))));
      }
      rows.add(cells);
    }
    return new Edit.PutCells(sheet, block.first(), rows);
  }

  /** A word for each cell; rectangles that overlap or leave a cell out are no layer. */
  private static String[][] spread(Block block, JsonArray patches) {
    String[][] words = new String[block.rows()][block.columns()];
    for (JsonElement patch : patches) {
      Block where = Block.parse(patch.getAsJsonArray().get(1).getAsString());
      assertThat(block.contains(where)).as("%s in %s", where, block).isTrue();
      for (int row = where.top(); row <= where.bottom(); row++) {
        for (int column = where.left(); column <= where.right(); column++) {
          assertThat(words[row - block.top()][column - block.left()]).as("said twice").isNull();
          words[row - block.top()][column - block.left()] =
              patch.getAsJsonArray().get(0).getAsString();
        }
      }
    }
    for (String[] row : words) {
      assertThat(row).as("left out of %s", block).doesNotContainNull();
    }
    return words;
  }

  private static Content content(JsonElement value) {
    if (value.isJsonNull()) {
      return Content.blank();
    }
    if (value.isJsonObject()) {
      return new Content.Fault(value.getAsJsonObject().get("fault").getAsString());
    }
    if (value.getAsJsonPrimitive().isNumber()) {
      return Content.of(value.getAsDouble());
    }
    return value.getAsJsonPrimitive().isBoolean()
        ? new Content.Logical(value.getAsBoolean())
        : Content.of(value.getAsString());
  }

  private ChartPlan chart(JsonObject json) {
    JsonObject periods = json.getAsJsonObject("periods");
    JsonObject scale = json.getAsJsonObject("scale");
    JsonObject frame = json.getAsJsonObject("frame");
    return new ChartPlan(
        json.get("name").getAsString(),
        block(json),
        cells(json.get("title")),
        "",
        json.get("description").getAsString(),
        new ChartPlan.Periods(
            cells(periods.get("cells")),
            periods.get("dates").getAsBoolean(),
            List.of(),
            periods.get("format").getAsString(),
            periods.get("every").getAsInt()),
        new ChartPlan.Scale(
            scale.get("unit").getAsString(),
            scale.get("format").getAsString(),
            number(scale.get("least")),
            number(scale.get("most")),
            number(scale.get("step"))),
        new ChartPlan.Frame(
            frame.get("left").getAsDouble(),
            frame.get("top").getAsDouble(),
            frame.get("width").getAsDouble(),
            frame.get("height").getAsDouble()),
        list(json.get("series"), series -> series(series.getAsJsonObject())));
  }

  private ChartPlan.SeriesPlan series(JsonObject json) {
    ChartPlan.Cells cells = cells(json.get("cells"));
    return new ChartPlan.SeriesPlan(
        json.get("name").getAsString(),
        named(ChartLook.class, json.get("look")),
        cells,
        figures(cells),
        json.get("format").getAsString(),
        list(
            json.get("labels"),
            label ->
                new ChartPlan.LabelPlan(
                    label.getAsJsonObject().get("point").getAsInt(),
                    named(ChartPlan.LabelText.class, label.getAsJsonObject().get("text")),
                    named(ChartPlan.LabelPlace.class, label.getAsJsonObject().get("at")))));
  }

  private List<OptionalDouble> figures(ChartPlan.Cells cells) {
    List<OptionalDouble> figures = new ArrayList<>();
    if (drawnFrom.isPresent()) {
      for (int row = cells.block().top(); row <= cells.block().bottom(); row++) {
        figures.add(
            drawnFrom
                .get()
                .sheet(cells.sheet())
                .orElseThrow()
                .at(row, cells.block().left())
                .content()
                .number());
      }
    }
    return figures;
  }

  /** Reads {@code 'SPC data'!$C$4:$C$45}. */
  private static ChartPlan.Cells cells(JsonElement reference) {
    String text = reference.getAsString();
    int mark = text.lastIndexOf('!');
    String sheet = text.substring(0, mark);
    boolean quoted = sheet.startsWith("'");
    return new ChartPlan.Cells(
        quoted ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet,
        Block.parse(text.substring(mark + 1)));
  }
}
