package quarterday.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import quarterday.kpi.Finding;

/**
 * Findings as {@code [{code, severity, sheet, cell, measure, message, suggestion?, accepted?}]}.
 */
final class FindingsJson {
  private FindingsJson() {}

  static JsonArray of(List<Finding> findings) {
    JsonArray all = new JsonArray();
    for (Finding finding : findings) {
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
      all.add(json);
    }
    return all;
  }
}
