package quarterday.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import quarterday.edit.CellPlan;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.sheet.Content;

/**
 * An edit plan: {@code {looks, chartLooks, chartInk, chartAxis, edits: [{edit, sheet, ...}]}}, the
 * edits in the order to be carried out.
 */
final class PlanJson implements Edit.Visitor<JsonObject> {
  private PlanJson() {}

  static JsonObject of(EditPlan plan) {
    JsonObject json = new JsonObject();
    JsonObject looks = new JsonObject();
    for (Look look : Look.values()) {
      looks.add(name(look), look(look));
    }
    json.add("looks", looks);
    JsonObject chartLooks = new JsonObject();
    for (ChartLook look : ChartLook.values()) {
      chartLooks.add(name(look), look(look));
    }
    json.add("chartLooks", chartLooks);
    json.addProperty("chartInk", ChartLook.INK);
    json.addProperty("chartAxis", ChartLook.AXIS);
    JsonArray edits = new JsonArray();
    PlanJson writer = new PlanJson();
    plan.edits().forEach(edit -> edits.add(edit.accept(writer)));
    json.add("edits", edits);
    return json;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonObject look(Look look) {
    JsonObject json = new JsonObject();
    Json.text(json, "ink", look.ink());
    Json.text(json, "fill", look.fill());
    json.addProperty("weight", name(look.weight()));
    json.addProperty("align", name(look.align()));
    json.addProperty("wraps", look.wraps());
    return json;
  }

  private static JsonObject look(ChartLook look) {
    JsonObject json = new JsonObject();
    json.addProperty("colour", look.colour());
    json.addProperty("stroke", name(look.stroke()));
    json.addProperty("width", look.width());
    json.addProperty("marker", name(look.marker()));
    json.addProperty("size", look.size());
    json.addProperty("hollow", look.hollow());
    json.addProperty("explained", look.isExplained());
    return json;
  }

  private static JsonObject edit(String kind, String sheet) {
    JsonObject json = new JsonObject();
    json.addProperty("edit", kind);
    if (!sheet.isEmpty()) {
      json.addProperty("sheet", sheet);
    }
    return json;
  }

  @Override
  public JsonObject addSheet(Edit.AddSheet edit) {
    JsonObject json = edit("add-sheet", edit.sheet());
    json.addProperty("landscape", edit.page().landscape());
    json.addProperty("headerRow", edit.page().headerRow());
    json.addProperty("headerColumns", edit.page().headerColumns());
    return json;
  }

  @Override
  public JsonObject dropSheet(Edit.DropSheet edit) {
    return edit("drop-sheet", edit.sheet());
  }

  @Override
  public JsonObject clearSheet(Edit.ClearSheet edit) {
    return edit("clear-sheet", edit.sheet());
  }

  @Override
  public JsonObject putCells(Edit.PutCells edit) {
    JsonObject json = edit("put-cells", edit.sheet());
    json.addProperty("block", edit.block().toString());
    JsonArray rows = new JsonArray();
    for (List<CellPlan> row : edit.rows()) {
      JsonArray cells = new JsonArray();
      row.forEach(cell -> cells.add(cell(cell)));
      rows.add(cells);
    }
    json.add("rows", rows);
    return json;
  }

  private static JsonObject cell(CellPlan cell) {
    JsonObject json = new JsonObject();
    json.add("value", value(cell.content()));
    if (!cell.formula().isEmpty()) {
      json.addProperty("formula", cell.formula());
    }
    json.addProperty("format", cell.format());
    json.addProperty("look", name(cell.look()));
    return json;
  }

  private static JsonElement value(Content content) {
    if (content.number().isPresent()) {
      return Json.number(content.number().getAsDouble());
    }
    if (content instanceof Content.Logical logical) {
      return new JsonPrimitive(logical.value());
    }
    return content.text().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  @Override
  public JsonObject clearCells(Edit.ClearCells edit) {
    JsonObject json = edit("clear-cells", edit.sheet());
    json.addProperty("block", edit.block().toString());
    return json;
  }

  @Override
  public JsonObject nameBlock(Edit.NameBlock edit) {
    JsonObject json = edit("name-block", edit.sheet());
    json.addProperty("name", edit.name());
    json.addProperty("block", edit.block().toString());
    return json;
  }

  @Override
  public JsonObject dropName(Edit.DropName edit) {
    JsonObject json = edit("drop-name", "");
    json.addProperty("name", edit.name());
    return json;
  }

  @Override
  public JsonObject markTable(Edit.MarkTable edit) {
    JsonObject json = edit("mark-table", edit.sheet());
    json.addProperty("block", edit.block().toString());
    json.addProperty("name", edit.name());
    return json;
  }

  @Override
  public JsonObject putRules(Edit.PutRules edit) {
    JsonObject json = edit("put-rules", edit.sheet());
    json.addProperty("block", edit.block().toString());
    JsonArray rules = new JsonArray();
    for (Edit.Rule rule : edit.rules()) {
      JsonObject one = new JsonObject();
      one.addProperty("formula", rule.formula());
      one.addProperty("look", name(rule.look()));
      rules.add(one);
    }
    json.add("rules", rules);
    return json;
  }

  @Override
  public JsonObject dropRules(Edit.DropRules edit) {
    JsonObject json = edit("drop-rules", edit.sheet());
    json.addProperty("block", edit.block().toString());
    return json;
  }

  @Override
  public JsonObject setWidths(Edit.SetWidths edit) {
    JsonObject json = edit("set-widths", edit.sheet());
    json.addProperty("firstColumn", edit.firstColumn());
    JsonArray widths = new JsonArray();
    edit.widths().forEach(width -> widths.add(number(width)));
    json.add("widths", widths);
    return json;
  }

  @Override
  public JsonObject setHeight(Edit.SetHeight edit) {
    JsonObject json = edit("set-height", edit.sheet());
    json.addProperty("row", edit.row());
    json.add("points", number(edit.points()));
    return json;
  }

  private static JsonElement number(OptionalDouble number) {
    return number.isPresent() ? Json.number(number.getAsDouble()) : JsonNull.INSTANCE;
  }

  @Override
  public JsonObject putLinks(Edit.PutLinks edit) {
    JsonObject json = edit("put-links", edit.sheet());
    JsonArray links = new JsonArray();
    for (Edit.Link link : edit.links()) {
      JsonObject one = new JsonObject();
      one.addProperty("cell", link.at().toString());
      one.addProperty("target", link.target());
      one.addProperty("tip", link.tip());
      links.add(one);
    }
    json.add("links", links);
    return json;
  }

  @Override
  public JsonObject putChart(Edit.PutChart edit) {
    ChartPlan chart = edit.chart();
    JsonObject json = edit("put-chart", edit.sheet());
    json.addProperty("name", chart.name());
    json.addProperty("block", chart.place().toString());
    json.addProperty("title", chart.title().reference());
    json.addProperty("description", chart.description());
    JsonObject periods = new JsonObject();
    periods.addProperty("cells", chart.periods().cells().reference());
    periods.addProperty("dates", chart.periods().dates());
    periods.addProperty("format", chart.periods().format());
    periods.addProperty("every", chart.periods().every());
    json.add("periods", periods);
    JsonObject scale = new JsonObject();
    scale.addProperty("unit", chart.scale().unit());
    scale.addProperty("format", chart.scale().format());
    scale.add("least", number(chart.scale().least()));
    scale.add("most", number(chart.scale().most()));
    scale.add("step", number(chart.scale().step()));
    json.add("scale", scale);
    JsonObject frame = new JsonObject();
    frame.addProperty("left", chart.frame().left());
    frame.addProperty("top", chart.frame().top());
    frame.addProperty("width", chart.frame().width());
    frame.addProperty("height", chart.frame().height());
    json.add("frame", frame);
    JsonArray series = new JsonArray();
    chart.series().forEach(one -> series.add(series(one)));
    json.add("series", series);
    return json;
  }

  private static JsonObject series(ChartPlan.SeriesPlan series) {
    JsonObject json = new JsonObject();
    json.addProperty("name", series.name());
    json.addProperty("look", name(series.look()));
    json.addProperty("cells", series.cells().reference());
    json.addProperty("format", series.format());
    JsonArray labels = new JsonArray();
    for (ChartPlan.LabelPlan label : series.labels()) {
      JsonObject one = new JsonObject();
      one.addProperty("point", label.point());
      one.addProperty("text", name(label.text()));
      one.addProperty("at", name(label.at()));
      labels.add(one);
    }
    json.add("labels", labels);
    return json;
  }

  @Override
  public JsonObject breakPages(Edit.BreakPages edit) {
    JsonObject json = edit("break-pages", edit.sheet());
    JsonArray rows = new JsonArray();
    edit.rows().forEach(rows::add);
    json.add("rows", rows);
    return json;
  }

  @Override
  public JsonObject putLedger(Edit.PutLedger edit) {
    JsonObject json = edit("put-ledger", "");
    json.addProperty("xml", edit.xml());
    return json;
  }
}
