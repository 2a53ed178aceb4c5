package quarterday.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import quarterday.kpi.Adjustment;
import quarterday.kpi.KpiBook;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;

/**
 * What an analyst has chosen and decided: settings as {@code [{name, value, default, source, kind,
 * choices?, hint}]}, adjustments as {@code [{measure, name, month, kind, reason, by, sheet,
 * cell}]}.
 */
final class ChoicesJson {
  private ChoicesJson() {}

  static void settings(Settings settings, JsonWriter out) throws IOException {
    out.beginArray();
    for (Setting setting : Setting.values()) {
      out.beginObject();
      out.name("name").value(setting.label());
      out.name("value").value(settings.text(setting));
      out.name("default").value(setting.standard());
      out.name("source").value(settings.source(setting).label());
      out.name("kind").value(setting.entry().label());
      if (!setting.choices().isEmpty()) {
        out.name("choices").beginArray();
        for (String choice : setting.choices()) {
          out.value(choice);
        }
        out.endArray();
      }
      out.name("hint").value(setting.effect());
      out.endObject();
    }
    out.endArray();
  }

  static void adjustments(KpiBook book, JsonWriter out) throws IOException {
    Map<String, MeasureRow> rows = book.byId();
    out.beginArray();
    for (Adjustment adjustment : book.adjustments()) {
      out.beginObject();
      out.name("measure").value(adjustment.measure());
      out.name("name").value(rows.get(adjustment.measure()).measure().name());
      out.name("month").value(adjustment.month().toString());
      out.name("kind").value(adjustment.kind().key());
      out.name("reason").value(adjustment.reason());
      out.name("by").value(adjustment.by());
      out.name("sheet").value(adjustment.sheet());
      out.name("cell").value(adjustment.cell().toString());
      out.endObject();
    }
    out.endArray();
  }
}
