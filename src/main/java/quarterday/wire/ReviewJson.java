package quarterday.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Setting;
import quarterday.review.Comparison;
import quarterday.review.Improvement;
import quarterday.review.MeasureReview;
import quarterday.review.PeriodFigure;
import quarterday.review.Review;
import quarterday.review.RuleHit;
import quarterday.review.State;
import quarterday.spc.Basis;
import quarterday.spc.Limits;
import quarterday.spc.Phase;
import quarterday.spc.Side;
import quarterday.spc.SignalRule;

/** A review as {@code {period, method, measures: [...]}}; percentages in points, absent is null. */
final class ReviewJson {
  private ReviewJson() {}

  static JsonObject of(Review review) {
    JsonObject json = new JsonObject();
    json.addProperty("period", review.period().label());
    json.addProperty("method", review.settings().text(Setting.LIMITS_METHOD));
    JsonArray measures = new JsonArray();
    review.measures().forEach(m -> measures.add(measure(m)));
    json.add("measures", measures);
    return json;
  }

  private static JsonObject measure(MeasureReview m) {
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
    return json;
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
