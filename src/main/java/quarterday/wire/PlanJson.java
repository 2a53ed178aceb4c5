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
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.sheet.Content;

/** An edit plan: {@code {looks, edits: [{edit, sheet, ...}]}}, in the order to be carried out. */
final class PlanJson implements Edit.Visitor<JsonObject> {
  private PlanJson() {}

  static JsonObject of(EditPlan plan) {
    JsonObject json = new JsonObject();
    JsonObject looks = new JsonObject();
    for (Look look : Look.values()) {
      looks.add(name(look), look(look));
    }
    json.add("looks", looks);
    JsonArray edits = new JsonArray();
    PlanJson writer = new PlanJson();
    plan.edits().forEach(edit -> edits.add(edit.accept(writer)));
    json.add("edits", edits);
    return json;
  }

  private static String name(Look look) {
    return look.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonObject look(Look look) {
    JsonObject json = new JsonObject();
    Json.text(json, "ink", look.ink());
    Json.text(json, "fill", look.fill());
    json.addProperty("weight", look.weight().name().toLowerCase(Locale.ROOT));
    json.addProperty("align", look.align().name().toLowerCase(Locale.ROOT));
    json.addProperty("wraps", look.wraps());
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
    for (OptionalDouble width : edit.widths()) {
      widths.add(width.isPresent() ? Json.number(width.getAsDouble()) : JsonNull.INSTANCE);
    }
    json.add("widths", widths);
    return json;
  }

  @Override
  public JsonObject setHeight(Edit.SetHeight edit) {
    JsonObject json = edit("set-height", edit.sheet());
    json.addProperty("row", edit.row());
    json.add(
        "points",
        edit.points().isPresent() ? Json.number(edit.points().getAsDouble()) : JsonNull.INSTANCE);
    return json;
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
  public JsonObject putLedger(Edit.PutLedger edit) {
    JsonObject json = edit("put-ledger", "");
    json.addProperty("xml", edit.xml());
    return json;
  }
}
