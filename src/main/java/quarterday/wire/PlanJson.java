package quarterday.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.sheet.Address;
import quarterday.sheet.Block;

/**
 * An edit plan: {@code {looks, chartLooks, chartInk, chartAxis, edits: [{edit, sheet, ...}]}}, the
 * edits in the order to be carried out.
 *
 * <p>Cells are written as {@code {edit: "put-cells", sheet, block: "B2:D9", values, formulas?,
 * formats: [["0.0", "B2:D3"], ...], looks: [["limit", "B2:D9"], ...]}}. {@code values} has a row of
 * entries for each row of the block, as a snapshot has; {@code formulas} has the same shape, null
 * where there is none, and is left out where no cell has one. The rectangles of {@code formats},
 * and those of {@code looks}, cover each cell of the block once.
 */
final class PlanJson implements Edit.Visitor<PlanJson.Written> {
  /** Something that can be written. */
  interface Written {
    void to(JsonWriter out) throws IOException;
  }

  /** A word and the cells that it is true of. */
  private record Patch(String word, Block block) {
    boolean continues(Patch above) {
      return word.equals(above.word)
          && block.top() == above.block.bottom() + 1
          && block.left() == above.block.left()
          && block.right() == above.block.right();
    }

    Patch under(Patch above) {
      return new Patch(
          word, new Block(above.block.top(), block.left(), block.bottom(), block.right()));
    }
  }

  private PlanJson() {}

  static void write(EditPlan plan, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("looks").beginObject();
    for (Look look : Look.values()) {
      out.name(name(look));
      write(look, out);
    }
    out.endObject();
    out.name("chartLooks").beginObject();
    for (ChartLook look : ChartLook.values()) {
      out.name(name(look));
      write(look, out);
    }
    out.endObject();
    out.name("chartInk").value(ChartLook.INK);
    out.name("chartAxis").value(ChartLook.AXIS);
    out.name("edits").beginArray();
    PlanJson writer = new PlanJson();
    for (Edit edit : plan.edits()) {
      edit.accept(writer).to(out);
    }
    out.endArray();
    out.endObject();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void write(Look look, JsonWriter out) throws IOException {
    out.beginObject();
    colour(look.ink(), out.name("ink"));
    colour(look.fill(), out.name("fill"));
    out.name("weight").value(name(look.weight()));
    out.name("align").value(name(look.align()));
    out.name("wraps").value(look.wraps());
    out.name("underlined").value(look.isUnderlined());
    out.endObject();
  }

  private static void colour(String colour, JsonWriter out) throws IOException {
    if (colour.isEmpty()) {
      out.nullValue();
    } else {
      out.value(colour);
    }
  }

  private static void write(ChartLook look, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("colour").value(look.colour());
    out.name("stroke").value(name(look.stroke()));
    out.name("width").value(look.width());
    out.name("marker").value(name(look.marker()));
    out.name("size").value(look.size());
    out.name("fill").value(look.fill());
    out.name("edge").value(look.edge());
    out.name("explained").value(look.isExplained());
    out.endObject();
  }

  private static Written edit(String kind, Written rest) {
    return out -> {
      out.beginObject();
      out.name("edit").value(kind);
      rest.to(out);
      out.endObject();
    };
  }

  private static Written edit(String kind, String sheet, Written rest) {
    return edit(
        kind,
        out -> {
          out.name("sheet").value(sheet);
          rest.to(out);
        });
  }

  private static Written edit(String kind, String sheet) {
    return edit(kind, sheet, out -> {});
  }

  private static Written edit(String kind, String sheet, Block block) {
    return edit(kind, sheet, out -> out.name("block").value(block.toString()));
  }

  @Override
  public Written addSheet(Edit.AddSheet edit) {
    return edit(
        "add-sheet",
        edit.sheet(),
        out -> {
          out.name("landscape").value(edit.page().landscape());
          out.name("headerRow").value(edit.page().headerRow());
          out.name("headerColumns").value(edit.page().headerColumns());
        });
  }

  @Override
  public Written dropSheet(Edit.DropSheet edit) {
    return edit("drop-sheet", edit.sheet());
  }

  @Override
  public Written clearSheet(Edit.ClearSheet edit) {
    return edit("clear-sheet", edit.sheet());
  }

  @Override
  public Written putCells(Edit.PutCells edit) {
    return edit(
        "put-cells",
        edit.sheet(),
        out -> {
          out.name("block").value(edit.block().toString());
          layer(edit, "values", cell -> cells -> Json.write(cell.content(), cells), out);
          if (edit.rows().stream().flatMap(List::stream).anyMatch(c -> !c.formula().isEmpty())) {
            layer(edit, "formulas", PlanJson::formula, out);
          }
          patches(edit, "formats", CellPlan::format, out);
          patches(edit, "looks", cell -> name(cell.look()), out);
        });
  }

  private static Written formula(CellPlan cell) {
    return out -> {
      if (cell.formula().isEmpty()) {
        out.nullValue();
      } else {
        out.value(cell.formula());
      }
    };
  }

  private static void layer(
      Edit.PutCells edit, String name, Function<CellPlan, Written> written, JsonWriter out)
      throws IOException {
    out.name(name).beginArray();
    for (List<CellPlan> row : edit.rows()) {
      out.beginArray();
      for (CellPlan cell : row) {
        written.apply(cell).to(out);
      }
      out.endArray();
    }
    out.endArray();
  }

  /** Cells of one word, those in a row together, and rows that are alike together. */
  private static void patches(
      Edit.PutCells edit, String name, Function<CellPlan, String> word, JsonWriter out)
      throws IOException {
    out.name(name).beginArray();
    List<Patch> open = List.of();
    for (int r = 0; r < edit.rows().size(); r++) {
      List<Patch> runs = runs(edit.rows().get(r), edit.at().down(r), word);
      List<Patch> next = new ArrayList<>();
      for (Patch run : runs) {
        next.add(open.stream().filter(run::continues).findFirst().map(run::under).orElse(run));
      }
      for (Patch patch : open) {
        if (runs.stream().noneMatch(run -> run.continues(patch))) {
          write(patch, out);
        }
      }
      open = next;
    }
    for (Patch patch : open) {
      write(patch, out);
    }
    out.endArray();
  }

  private static List<Patch> runs(
      List<CellPlan> row, Address first, Function<CellPlan, String> word) {
    List<Patch> runs = new ArrayList<>();
    for (int c = 0; c < row.size(); ) {
      String same = word.apply(row.get(c));
      int end = c + 1;
      while (end < row.size() && word.apply(row.get(end)).equals(same)) {
        end++;
      }
      runs.add(new Patch(same, Block.of(first.right(c), 1, end - c)));
      c = end;
    }
    return runs;
  }

  private static void write(Patch patch, JsonWriter out) throws IOException {
    out.beginArray();
    out.value(patch.word);
    out.value(patch.block.toString());
    out.endArray();
  }

  @Override
  public Written clearCells(Edit.ClearCells edit) {
    return edit("clear-cells", edit.sheet(), edit.block());
  }

  @Override
  public Written nameBlock(Edit.NameBlock edit) {
    return edit(
        "name-block",
        edit.sheet(),
        out -> {
          out.name("name").value(edit.name());
          out.name("block").value(edit.block().toString());
        });
  }

  @Override
  public Written dropName(Edit.DropName edit) {
    return edit("drop-name", out -> out.name("name").value(edit.name()));
  }

  @Override
  public Written markTable(Edit.MarkTable edit) {
    return edit(
        "mark-table",
        edit.sheet(),
        out -> {
          out.name("block").value(edit.block().toString());
          out.name("name").value(edit.name());
        });
  }

  @Override
  public Written putRules(Edit.PutRules edit) {
    return edit(
        "put-rules",
        edit.sheet(),
        out -> {
          out.name("block").value(edit.block().toString());
          out.name("rules").beginArray();
          for (Edit.Rule rule : edit.rules()) {
            out.beginObject();
            out.name("formula").value(rule.formula());
            out.name("look").value(name(rule.look()));
            out.endObject();
          }
          out.endArray();
        });
  }

  @Override
  public Written dropRules(Edit.DropRules edit) {
    return edit("drop-rules", edit.sheet(), edit.block());
  }

  @Override
  public Written setWidths(Edit.SetWidths edit) {
    return edit(
        "set-widths",
        edit.sheet(),
        out -> {
          out.name("firstColumn").value(edit.firstColumn());
          out.name("widths").beginArray();
          for (OptionalDouble width : edit.widths()) {
            number(width, out);
          }
          out.endArray();
        });
  }

  @Override
  public Written setHeight(Edit.SetHeight edit) {
    return edit(
        "set-height",
        edit.sheet(),
        out -> {
          out.name("row").value(edit.row());
          number(edit.points(), out.name("points"));
        });
  }

  private static void number(OptionalDouble number, JsonWriter out) throws IOException {
    if (number.isPresent()) {
      Json.write(number.getAsDouble(), out);
    } else {
      out.nullValue();
    }
  }

  @Override
  public Written putLinks(Edit.PutLinks edit) {
    return edit(
        "put-links",
        edit.sheet(),
        out -> {
          out.name("links").beginArray();
          for (Edit.Link link : edit.links()) {
            out.beginObject();
            out.name("cell").value(link.at().toString());
            out.name("target").value(link.target());
            out.name("tip").value(link.tip());
            out.endObject();
          }
          out.endArray();
        });
  }

  @Override
  public Written putChart(Edit.PutChart edit) {
    return edit("put-chart", edit.sheet(), out -> write(edit.chart(), out));
  }

  private static void write(ChartPlan chart, JsonWriter out) throws IOException {
    out.name("name").value(chart.name());
    out.name("block").value(chart.place().toString());
    out.name("title").value(chart.title().reference());
    out.name("description").value(chart.description());
    out.name("periods").beginObject();
    out.name("cells").value(chart.periods().cells().reference());
    out.name("dates").value(chart.periods().dates());
    out.name("format").value(chart.periods().format());
    out.name("every").value(chart.periods().every());
    out.endObject();
    out.name("scale").beginObject();
    out.name("unit").value(chart.scale().unit());
    out.name("format").value(chart.scale().format());
    number(chart.scale().least(), out.name("least"));
    number(chart.scale().most(), out.name("most"));
    number(chart.scale().step(), out.name("step"));
    out.endObject();
    out.name("frame").beginObject();
    out.name("left").value(chart.frame().left());
    out.name("top").value(chart.frame().top());
    out.name("width").value(chart.frame().width());
    out.name("height").value(chart.frame().height());
    out.endObject();
    out.name("series").beginArray();
    for (ChartPlan.SeriesPlan series : chart.series()) {
      write(series, out);
    }
    out.endArray();
  }

  private static void write(ChartPlan.SeriesPlan series, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("name").value(series.name());
    out.name("look").value(name(series.look()));
    out.name("cells").value(series.cells().reference());
    out.name("format").value(series.format());
    out.name("labels").beginArray();
    for (ChartPlan.LabelPlan label : series.labels()) {
      out.beginObject();
      out.name("point").value(label.point());
      out.name("text").value(name(label.text()));
      out.name("at").value(name(label.at()));
      out.endObject();
    }
    out.endArray();
    out.endObject();
  }

  @Override
  public Written breakPages(Edit.BreakPages edit) {
    return edit(
        "break-pages",
        edit.sheet(),
        out -> {
          out.name("rows").beginArray();
          for (int row : edit.rows()) {
            out.value(row);
          }
          out.endArray();
        });
  }

  @Override
  public Written putLedger(Edit.PutLedger edit) {
    return edit("put-ledger", out -> out.name("xml").value(edit.xml()));
  }
}
