package quarterday.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Setting;
import quarterday.kpi.Unit;
import quarterday.review.Comparison;
import quarterday.review.Improvement;
import quarterday.review.MeasureReview;
import quarterday.review.PeriodFigure;
import quarterday.review.Review;
import quarterday.review.RuleHit;
import quarterday.review.Shown;
import quarterday.review.State;
import quarterday.spc.Basis;
import quarterday.spc.Limits;
import quarterday.spc.Phase;
import quarterday.spc.Side;
import quarterday.spc.SignalRule;

/**
 * A review as {@code {period, method, measures: [...], periods: [...]}}; percentages in points,
 * absent is null. What stands under {@code shown} is for the eye, rounded by the workbook's
 * settings; nothing is computed from it.
 */
final class ReviewJson {
  private final Shown shown;

  private ReviewJson(Review review) {
    this.shown = new Shown(review.settings());
  }

  static void write(Review review, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("period").value(review.period().label());
    out.name("method").value(review.settings().text(Setting.LIMITS_METHOD));
    out.name("measures").beginArray();
    ReviewJson writer = new ReviewJson(review);
    for (MeasureReview m : review.measures()) {
      Json.write(writer.measure(m), out);
    }
    out.endArray();
    out.name("periods").beginArray();
    for (ReportingPeriod period : review.periods()) {
      out.value(period.label());
    }
    out.endArray();
    out.endObject();
  }

  private JsonObject measure(MeasureReview m) {
    JsonObject json = new JsonObject();
    json.addProperty("id", m.measure().id());
    Json.text(json, "kpi", m.measure().kpi());
    json.addProperty("name", m.measure().name());
    json.addProperty("section", m.measure().section());
    json.addProperty("unit", m.measure().unit().label());
    json.addProperty("state", m.state().label());
    Json.text(json, "improving", m.improving().map(Improvement::label).orElse(""));
    JsonArray rules = new JsonArray();
    m.rules().forEach(hit -> rules.add(rule(hit)));
    json.add("rules", rules);
    Json.real(json, "mean", m.mean());
    Json.real(json, "lower", m.limits().map(Limits::lower));
    Json.real(json, "upper", m.limits().map(Limits::upper));
    json.addProperty("points", m.points());
    json.addProperty("provisional", m.state() == State.PROVISIONAL || isTrial(m));
    json.add("quarter", figure(m.quarter()));
    json.add("previous", figure(m.previous().earlier()));
    json.add("yearAgo", figure(m.yearAgo().earlier()));
    change(json, "changePrevious", m.previous());
    change(json, "changeYearAgo", m.yearAgo());
    m.assurance().ifPresent(a -> json.addProperty("assurance", a.label()));
    json.addProperty("sentence", m.sentence());
    json.addProperty("exception", m.exception());
    json.add("shown", shown(m));
    json.add("series", series(m));
    return json;
  }

  private JsonObject shown(MeasureReview m) {
    Unit unit = m.measure().unit();
    JsonObject json = new JsonObject();
    Json.text(json, "quarter", figure(m.quarter(), unit));
    Json.text(json, "previous", figure(m.previous().earlier(), unit));
    Json.text(json, "yearAgo", figure(m.yearAgo().earlier(), unit));
    change(json, "changePrevious", m.previous(), unit);
    change(json, "changeYearAgo", m.yearAgo(), unit);
    return json;
  }

  private String figure(PeriodFigure figure, Unit unit) {
    String estimate = figure.estimated() ? " [e]" : "";
    return figure.value().map(value -> shown.figure(value, unit) + estimate).orElse("");
  }

  private void change(JsonObject json, String name, Comparison then, Unit unit) {
    Json.text(json, name, then.change().map(change -> shown.change(change, unit)).orElse(""));
    Json.text(json, name + "Percent", then.percent().map(Shown::changePercent).orElse(""));
  }

  /** The points in the window of the limits, and which of them the period's rules single out. */
  private static JsonObject series(MeasureReview m) {
    List<ReportingPeriod> points = m.series().points();
    List<Phase> phases = m.chart().phases();
    int first = phases.isEmpty() ? points.size() : phases.get(0).first();
    int current = phases.isEmpty() ? first : phases.get(phases.size() - 1).first();
    JsonObject json = new JsonObject();
    boolean any = first < points.size();
    Json.text(json, "from", any ? point(points.get(first)) : "");
    Json.text(json, "to", any ? point(points.get(points.size() - 1)) : "");
    JsonArray values = new JsonArray();
    JsonArray flagged = new JsonArray();
    JsonArray leftOut = new JsonArray();
    for (int i = first; i < points.size(); i++) {
      values.add(
          m.series()
              .value(i)
              .map(value -> Json.number(value.doubleValue()))
              .orElse(JsonNull.INSTANCE));
      ReportingPeriod point = points.get(i);
      if (m.rules().stream().anyMatch(hit -> covers(hit, point))) {
        flagged.add(i - first);
      }
      if (m.series().leftOut().contains(i)) {
        leftOut.add(i - first);
      }
    }
    json.add("values", values);
    json.add("flagged", flagged);
    json.add("leftOut", leftOut);
    json.addProperty("limitsFrom", current - first);
    return json;
  }

  private static boolean covers(RuleHit hit, ReportingPeriod point) {
    return !point.last().isBefore(hit.from().last()) && !point.last().isAfter(hit.to().last());
  }

  private static boolean isTrial(MeasureReview m) {
    List<Phase> phases = m.chart().phases();
    return !phases.isEmpty() && phases.get(phases.size() - 1).basis() == Basis.TRIAL;
  }

  private static JsonObject rule(RuleHit hit) {
    JsonObject json = new JsonObject();
    json.addProperty("rule", hit.rule().label().replace(' ', '-'));
    boolean up = hit.side() == Side.ABOVE;
    String side =
        hit.rule() == SignalRule.TREND
            ? (up ? "up" : "down")
            : hit.side().name().toLowerCase(Locale.ROOT);
    json.addProperty("side", side);
    json.addProperty("from", point(hit.from()));
    json.addProperty("to", point(hit.to()));
    json.addProperty("points", hit.points());
    return json;
  }

  /** A month as {@code 2020-06}, a quarter by its label. */
  private static String point(ReportingPeriod period) {
    return period.months().size() == 1 ? period.first().toString() : period.label();
  }

  private static JsonObject figure(PeriodFigure figure) {
    JsonObject json = new JsonObject();
    json.addProperty("period", figure.period().label());
    Json.number(json, "value", figure.value());
    if (figure.value().isPresent()) {
      json.addProperty("from", figure.from().label());
    } else {
      json.add("from", JsonNull.INSTANCE);
    }
    json.addProperty("months", figure.present().size());
    json.addProperty("estimated", figure.estimated());
    return json;
  }

  private static void change(JsonObject json, String name, Comparison then) {
    Json.number(json, name, then.change());
    Json.number(json, name + "Percent", then.percent());
  }
}
