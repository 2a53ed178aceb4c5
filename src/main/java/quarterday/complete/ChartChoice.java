package quarterday.complete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quarterday.kpi.Setting;
import quarterday.review.MeasureReview;
import quarterday.review.Review;

/** Which measures have a chart, exceptions first, and why the others have none. */
final class ChartChoice {
  private final List<MeasureReview> charted = new ArrayList<>();
  private final List<Uncharted> others = new ArrayList<>();

  /** A measure without a chart, and why. */
  record Uncharted(MeasureReview measure, String why) {}

  /**
   * Chooses among all measures.
   *
   * @param highlighted the ids of those that Highlights lists, worst first
   */
  ChartChoice(Review review, List<String> highlighted) {
    int most = review.settings().whole(Setting.CHARTS_AT_MOST);
    Map<String, Integer> rank = new HashMap<>();
    highlighted.forEach(id -> rank.putIfAbsent(id, rank.size()));
    List<MeasureReview> ordered = new ArrayList<>(review.measures());
    ordered.sort(
        (a, b) ->
            Integer.compare(
                rank.getOrDefault(a.measure().id(), Integer.MAX_VALUE),
                rank.getOrDefault(b.measure().id(), Integer.MAX_VALUE)));
    for (MeasureReview m : ordered) {
      boolean hasFigure =
          Places.spcPositions(m).stream().anyMatch(i -> m.series().value(i).isPresent());
      if (!m.measure().chart()) {
        others.add(new Uncharted(m, "its chart is switched off on the Measures sheet"));
      } else if (!hasFigure) {
        others.add(new Uncharted(m, "it has no figures to draw"));
      } else if (charted.size() >= most) {
        others.add(
            new Uncharted(
                m,
                String.format(
                    Locale.ROOT,
                    "only %d charts are drawn, exceptions first (setting %s)",
                    most,
                    Setting.CHARTS_AT_MOST.label())));
      } else {
        charted.add(m);
      }
    }
  }

  /** The measures with a chart, in the order of the charts. */
  List<MeasureReview> charted() {
    return charted;
  }

  /** The measures without one, each with the reason. */
  List<Uncharted> others() {
    return others;
  }

  /** What is drawn of each measure, by its id. */
  Map<String, Plotted> plotted(Places places, Formats formats) {
    Map<String, Plotted> plotted = new HashMap<>();
    for (MeasureReview m : charted) {
      plotted.put(m.measure().id(), new Plotted(m, places, formats));
    }
    return plotted;
  }
}
