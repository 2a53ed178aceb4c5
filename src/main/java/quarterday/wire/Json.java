package quarterday.wire;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.complete.Completed;
import quarterday.complete.Inspection;
import quarterday.complete.Removed;
import quarterday.edit.EditPlan;
import quarterday.kpi.Finding;
import quarterday.review.Review;
import quarterday.sheet.Content;

/**
 * The shapes that the command line and the API give out; numbers at full precision. Reports are
 * laid out for reading, plans are not: they are long.
 */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  /** Whole numbers below are exact, and are shown in full. */
  private static final double WHOLE = 1e15;

  private Json() {}

  private interface Body {
    void write(JsonWriter out) throws IOException;
  }

  private static String readable(Body body) {
    StringWriter text = new StringWriter();
    try {
      JsonWriter out = new JsonWriter(text);
      out.setFormattingStyle(FormattingStyle.PRETTY);
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void compact(Writer target, Body body) throws IOException {
    body.write(new JsonWriter(target));
    target.write('\n');
    target.flush();
  }

  /** Review and findings: {@code {findings, review}}. */
  public static String report(List<Finding> findings, Review review) {
    return readable(
        out -> {
          out.beginObject();
          write(findings, Optional.of(review), out);
          out.endObject();
        });
  }

  /** Findings, and the review if there are figures to judge: {@code {findings, review}}. */
  public static String inspection(Inspection inspection) {
    return readable(
        out -> {
          out.beginObject();
          write(inspection.findings(), inspection.review(), out);
          out.endObject();
        });
  }

  /** Several workbooks, by the names of their files: {@code [{file, findings, review}]}. */
  public static String inspections(Map<String, Inspection> inspections) {
    return readable(
        out -> {
          out.beginArray();
          for (Map.Entry<String, Inspection> each : inspections.entrySet()) {
            out.beginObject();
            out.name("file").value(each.getKey());
            write(each.getValue().findings(), each.getValue().review(), out);
            out.endObject();
          }
          out.endArray();
        });
  }

  private static void write(List<Finding> findings, Optional<Review> review, JsonWriter out)
      throws IOException {
    FindingsJson.write(findings, out.name("findings"));
    out.name("review");
    if (review.isPresent()) {
      ReviewJson.write(review.get(), out);
    } else {
      out.nullValue();
    }
  }

  /**
   * Findings, review, and what can be chosen and decided: {@code {findings, review, settings,
   * adjustments}}.
   *
   * @throws IOException if the target cannot be written to
   */
  public static void checked(Inspection inspection, Writer target) throws IOException {
    compact(
        target,
        out -> {
          out.beginObject();
          write(inspection.findings(), inspection.review(), out);
          ChoicesJson.settings(inspection.settings(), out.name("settings"));
          ChoicesJson.adjustments(inspection.book(), out.name("adjustments"));
          out.endObject();
        });
  }

  /**
   * What completing a workbook comes to: {@code {plan, review, findings, settings}}.
   *
   * @throws IOException if the target cannot be written to
   */
  public static void completed(Completed completed, Writer target) throws IOException {
    compact(
        target,
        out -> {
          out.beginObject();
          PlanJson.write(completed.plan(), out.name("plan"));
          ReviewJson.write(completed.review(), out.name("review"));
          FindingsJson.write(completed.findings(), out.name("findings"));
          ChoicesJson.settings(completed.review().settings(), out.name("settings"));
          out.endObject();
        });
  }

  /**
   * What taking all results out comes to: {@code {plan, skipped: [sheet]}}.
   *
   * @throws IOException if the target cannot be written to
   */
  public static void removed(Removed removed, Writer target) throws IOException {
    compact(
        target,
        out -> {
          out.beginObject();
          PlanJson.write(removed.plan(), out.name("plan"));
          out.name("skipped").beginArray();
          for (String sheet : removed.skipped()) {
            out.value(sheet);
          }
          out.endArray();
          out.endObject();
        });
  }

  /**
   * A change that is only a plan: {@code {plan}}.
   *
   * @throws IOException if the target cannot be written to
   */
  public static void change(EditPlan plan, Writer target) throws IOException {
    compact(
        target,
        out -> {
          out.beginObject();
          PlanJson.write(plan, out.name("plan"));
          out.endObject();
        });
  }

  /**
   * What went wrong with a request, as RFC 9457 has it: {@code {type, title, status, detail,
   * instance, code}}.
   */
  public static String problem(
      String type, String title, int status, String detail, String instance, String code) {
    return readable(
        out -> {
          out.beginObject();
          out.name("type").value(type);
          out.name("title").value(title);
          out.name("status").value(status);
          out.name("detail").value(detail);
          out.name("instance").value(instance);
          out.name("code").value(code);
          out.endObject();
        });
  }

  /**
   * An edit plan.
   *
   * @throws IOException if the target cannot be written to
   */
  public static void plan(EditPlan plan, Writer target) throws IOException {
    compact(target, out -> PlanJson.write(plan, out));
  }

  /** Writes a part that is small enough to be built first. */
  static void write(JsonElement element, JsonWriter out) {
    GSON.toJson(element, out);
  }

  /** Writes what a cell holds: a number, a text, true or false, null, or a fault. */
  static void write(Content content, JsonWriter out) throws IOException {
    if (content.number().isPresent()) {
      write(content.number().getAsDouble(), out);
    } else if (content.text().isPresent()) {
      out.value(content.text().get());
    } else if (content instanceof Content.Logical logical) {
      out.value(logical.value());
    } else if (content instanceof Content.Fault fault) {
      out.beginObject().name("fault").value(fault.code()).endObject();
    } else {
      out.nullValue();
    }
  }

  /** Writes a number at full precision, a whole one without its decimal point. */
  static void write(double number, JsonWriter out) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
      out.value((long) number);
    } else {
      out.value(number);
    }
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
