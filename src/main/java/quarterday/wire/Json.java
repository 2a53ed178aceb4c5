package quarterday.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import quarterday.complete.Completed;
import quarterday.edit.EditPlan;
import quarterday.kpi.Finding;
import quarterday.review.Review;

/** The shapes that the command line and the API give out; numbers at full precision. */
public final class Json {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /** Review and findings: {@code {findings, review}}. */
  public static String report(List<Finding> findings, Review review) {
    JsonObject json = new JsonObject();
    json.add("findings", FindingsJson.of(findings));
    json.add("review", ReviewJson.of(review));
    return PRETTY.toJson(json) + "\n";
  }

  /** What completing a workbook comes to: {@code {plan, review, findings}}. */
  public static String completed(Completed completed) {
    JsonObject json = new JsonObject();
    json.add("plan", PlanJson.of(completed.plan()));
    json.add("review", ReviewJson.of(completed.review()));
    json.add("findings", FindingsJson.of(completed.findings()));
    return PRETTY.toJson(json) + "\n";
  }

  /**
   * What went wrong with a request, as RFC 9457 has it: {@code {type, title, status, detail,
   * instance, code}}.
   */
  public static String problem(
      String type, String title, int status, String detail, String instance, String code) {
    JsonObject json = new JsonObject();
    json.addProperty("type", type);
    json.addProperty("title", title);
    json.addProperty("status", status);
    json.addProperty("detail", detail);
    json.addProperty("instance", instance);
    json.addProperty("code", code);
    return PRETTY.toJson(json) + "\n";
  }

  /** An edit plan. */
  public static String plan(EditPlan plan) {
    return PRETTY.toJson(PlanJson.of(plan)) + "\n";
  }

  static JsonElement number(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(new BigDecimal(Double.toString(value)))
        : JsonNull.INSTANCE;
  }

  static void real(JsonObject json, String name, Optional<Double> value) {
    json.add(name, value.map(Json::number).orElse(JsonNull.INSTANCE));
  }

  static void number(JsonObject json, String name, Optional<BigDecimal> value) {
    real(json, name, value.map(BigDecimal::doubleValue));
  }

  static void text(JsonObject json, String name, String value) {
    json.add(name, value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value));
  }
}
