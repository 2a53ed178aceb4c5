package quarterday.wire;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import quarterday.kpi.Finding;

/**
 * Findings as {@code [{code, severity, sheet, cell, measure, message, suggestion?, accepted?}]}.
 */
final class FindingsJson {
  private FindingsJson() {}

  static void write(List<Finding> findings, JsonWriter out) throws IOException {
    out.beginArray();
    for (Finding finding : findings) {
      Json.write(of(finding), out);
    }
    out.endArray();
  }

  static JsonObject of(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("code", finding.code());
    json.addProperty("severity", finding.severity().label());
    Json.text(json, "sheet", finding.sheet());
    Json.text(json, "cell", finding.cell());
    Json.text(json, "measure", finding.measure());
    json.addProperty("message", finding.message());
    if (!finding.suggestion().isEmpty()) {
      json.addProperty("suggestion", finding.suggestion());
    }
    if (finding.isAccepted()) {
      json.addProperty("accepted", finding.accepted());
    }
    return json;
  }
}
