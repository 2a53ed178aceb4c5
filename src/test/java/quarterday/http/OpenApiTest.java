package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.wire.SnapshotJson;
import quarterday.xlsx.XlsxFile;

/** The description says what the routes do, no more and no less. */
class OpenApiTest {
  private static final JsonObject DESCRIPTION =
      JsonParser.parseString(BuiltIn.text("/quarterday/http/openapi.json")).getAsJsonObject();

  @Test
  void itListsEveryRouteAndNoOther(@TempDir Path home) throws Exception {
    ServerSettings settings = Running.settings(home, Map.of());
    try (Spool spool = Spool.in(home.resolve("spool"));
        Workshop workshop =
            new Workshop(
                settings, new ServerLog(new PrintWriter(new StringWriter()), Clock.systemUTC()))) {
      Door door = new Door(settings, Tokens.single("x"));
      Reception reception = new Reception(settings, spool);
      List<String> routes =
          Stream.of(
                  new WorkbookRoutes(settings, reception, workshop, "").all(),
                  new PlanRoutes(settings, reception, workshop, "").all(),
                  new AddInRoutes(settings.addIn(), door, "").all(),
                  new PageRoutes(door, () -> true).all())
              .flatMap(List::stream)
              .map(route -> route.method() + " " + route.path())
              .toList();

      List<String> described = new ArrayList<>();
      for (Map.Entry<String, JsonElement> path : DESCRIPTION.getAsJsonObject("paths").entrySet()) {
        for (String method : path.getValue().getAsJsonObject().keySet()) {
          described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
      assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
    }
  }

  @Test
  void everyReferenceLeadsToAShape() {
    assertThat(references(DESCRIPTION))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(
                        DESCRIPTION
                            .getAsJsonObject("components")
                            .getAsJsonObject("schemas")
                            .has(name))
                    .as(name)
                    .isTrue());
  }

  private static Set<String> references(JsonElement element) {
    Set<String> found = new TreeSet<>();
    if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry -> {
                if (entry.getKey().equals("$ref")) {
                  found.add(entry.getValue().getAsString().replace("#/components/schemas/", ""));
                } else {
                  found.addAll(references(entry.getValue()));
                }
              });
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> found.addAll(references(each)));
    }
    return found;
  }

  @Test
  void answersAndSnapshotsHaveTheShapesDescribed(@TempDir Path home) throws Exception {
    String snapshot = SnapshotJson.of(XlsxFile.read(Running.EXAMPLE));
    conforms(JsonParser.parseString(snapshot), shape("Snapshot"), "snapshot");
    try (Running server = Running.in(home)) {
      byte[] example = Files.readAllBytes(Running.EXAMPLE);
      conforms(
          Running.json(server.post("/api/v1/workbook/check", example)), shape("Report"), "report");
      conforms(
          Running.json(server.post("/api/v1/plan", Reply.JSON, snapshot)),
          shape("Completed"),
          "completed");
      conforms(
          Running.json(server.post("/api/v1/plan/check", Reply.JSON, snapshot)),
          shape("Checked"),
          "checked");
      conforms(
          Running.json(server.post("/api/v1/plan/remove", Reply.JSON, snapshot)),
          shape("Removal"),
          "removal");
      conforms(
          Running.json(server.post("/api/v1/plan/glossary", Reply.JSON, snapshot)),
          shape("Change"),
          "change");
      String settings = "{\"settings\":{\"Panel\":\"x\"},\"workbook\":" + snapshot + "}";
      conforms(JsonParser.parseString(settings), shape("SettingsChange"), "settings");
      conforms(
          Running.json(server.post("/api/v1/plan/settings", Reply.JSON, settings)),
          shape("Change"),
          "change");
      conforms(Running.json(server.get("/health")), shape("Health"), "health");
      conforms(Running.json(server.get("/none")), shape("Problem"), "problem");
    }
  }

  private static JsonObject shape(String name) {
    return DESCRIPTION
        .getAsJsonObject("components")
        .getAsJsonObject("schemas")
        .getAsJsonObject(name);
  }

  private static JsonObject resolved(JsonObject given) {
    return given.has("$ref")
        ? shape(given.get("$ref").getAsString().replace("#/components/schemas/", ""))
        : given;
  }

  /** What JSON Schema asks of a value, as far as this description uses it. */
  private static void conforms(JsonElement value, JsonObject given, String place) {
    JsonObject schema = resolved(given);
    if (schema.has("oneOf")) {
      List<JsonObject> fitting = new ArrayList<>();
      for (JsonElement each : schema.getAsJsonArray("oneOf")) {
        JsonObject choice = resolved(each.getAsJsonObject());
        if (types(choice.get("type")).contains(type(value))) {
          fitting.add(choice);
        }
      }
      assertThat(fitting).as(place).hasSize(1);
      conforms(value, fitting.get(0), place);
      return;
    }
    if (schema.has("type")) {
      assertThat(types(schema.get("type"))).as(place).contains(type(value));
    }
    if (value.isJsonObject() && schema.has("properties")) {
      JsonObject properties = schema.getAsJsonObject("properties");
      JsonArray required = schema.getAsJsonArray("required");
      required.forEach(
          name ->
              assertThat(value.getAsJsonObject().keySet()).as(place).contains(name.getAsString()));
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry -> {
                if (properties.has(entry.getKey())) {
                  conforms(
                      entry.getValue(),
                      properties.getAsJsonObject(entry.getKey()),
                      place + "." + entry.getKey());
                } else {
                  assertThat(place).as("an edit has more, by its kind").endsWith("edits[]");
                }
              });
    }
    if (value.isJsonArray() && schema.has("items")) {
      value
          .getAsJsonArray()
          .forEach(each -> conforms(each, schema.getAsJsonObject("items"), place + "[]"));
    }
    if (schema.has("enum")) {
      assertThat(schema.getAsJsonArray("enum")).as(place).contains(value);
    }
  }

  private static List<String> types(JsonElement type) {
    List<String> types = new ArrayList<>();
    if (type.isJsonArray()) {
      type.getAsJsonArray().forEach(each -> types.add(each.getAsString()));
    } else {
      types.add(type.getAsString());
    }
    if (types.contains("integer")) {
      types.add("number");
    }
    return types;
  }

  private static String type(JsonElement value) {
    if (value.isJsonNull()) {
      return "null";
    }
    if (value.isJsonObject()) {
      return "object";
    }
    if (value.isJsonArray()) {
      return "array";
    }
    return value.getAsJsonPrimitive().isNumber()
        ? "number"
        : value.getAsJsonPrimitive().isBoolean() ? "boolean" : "string";
  }
}
