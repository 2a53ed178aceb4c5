package quarterday.edit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import quarterday.sheet.Block;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.Content;

/**
 * A line chart to be drawn: from which cells, where, and how it is labelled.
 *
 * @param name what the chart is called in the workbook; it begins with {@link #PREFIX}
 * @param place the cells that it covers
 * @param title where its title stands: one cell
 * @param titleNow what that cell holds
 * @param description the alternative text; a writer that has no place for it leaves it out
 * @param periods what runs along the bottom
 * @param scale what runs up the side
 * @param frame where in the chart the lines are drawn
 * @param series the series, the last one on top
 */
public record ChartPlan(
    String name,
    Block place,
    Cells title,
    String titleNow,
    String description,
    Periods periods,
    Scale scale,
    Frame frame,
    List<SeriesPlan> series) {
  /** What the names of all charts of ours begin with: only those are ever read or taken out. */
  public static final String PREFIX = "Quarterday chart ";

  /** Copies the list and checks the name. */
  public ChartPlan {
    series = List.copyOf(series);
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("No name for a chart of ours: " + name);
    }
  }

  /** Cells on a sheet. */
  public record Cells(String sheet, Block block) {
    /** As charts refer to them: {@code 'SPC data'!$C$4:$C$45}. */
    public String reference() {
      return block.on(sheet);
    }
  }

  /**
   * The months or quarters along the bottom.
   *
   * @param cells where they stand
   * @param dates whether they are months as dates, or else text such as {@code 2020/21 Q1}
   * @param now what the cells hold
   * @param format the number format of months
   * @param every how many periods lie from one label to the next
   */
  public record Periods(Cells cells, boolean dates, List<Content> now, String format, int every) {
    /** Copies the list. */
    public Periods {
      now = List.copyOf(now);
    }
  }

  /**
   * The scale at the side; what is empty is found from the figures by the program that shows it.
   *
   * @param unit what the figures are, in words
   * @param format the number format of its labels
   * @param least where it begins
   * @param most where it ends
   * @param step from one label to the next
   */
  public record Scale(
      String unit, String format, OptionalDouble least, OptionalDouble most, OptionalDouble step) {}

  /** Where the lines are drawn, without axes' labels, as shares of the chart's width and height. */
  public record Frame(double left, double top, double width, double height) {}

  /**
   * A series.
   *
   * @param name what it is called in the legend and in labels
   * @param cells its figures, as many as there are periods
   * @param now what the cells hold; empty where there is a gap
   * @param format the number format of its labels
   * @param labels its labels
   */
  public record SeriesPlan(
      String name,
      ChartLook look,
      Cells cells,
      List<OptionalDouble> now,
      String format,
      List<LabelPlan> labels) {
    /** Copies the lists. */
    public SeriesPlan {
      now = List.copyOf(now);
      labels = List.copyOf(labels);
    }
  }

  /**
   * The label of a point.
   *
   * @param point which point of the series, from 0
   * @param text what it says
   * @param at where it stands
   */
  public record LabelPlan(int point, LabelText text, LabelPlace at) {}

  /** What a label says. */
  public enum LabelText {
    /** The figure. */
    VALUE,
    /** The series' name. */
    NAME,
    /** The name and the figure. */
    BOTH
  }

  /** Where a label stands, seen from its point. */
  public enum LabelPlace {
    /** At its right. */
    RIGHT,
    /** Above it. */
    ABOVE,
    /** Below it. */
    BELOW
  }

  /** What a reader finds once the chart is drawn. */
  public ChartSnapshot snapshot() {
    return new ChartSnapshot(
        name,
        place,
        title.reference(),
        description,
        series.stream().map(ChartPlan::snapshot).toList());
  }

  private static ChartSnapshot.SeriesSnapshot snapshot(SeriesPlan series) {
    TreeMap<Integer, Double> figures = new TreeMap<>();
    for (int i = 0; i < series.now().size(); i++) {
      if (series.now().get(i).isPresent()) {
        figures.put(i, series.now().get(i).getAsDouble());
      }
    }
    return new ChartSnapshot.SeriesSnapshot(series.name(), series.cells().reference(), figures);
  }
}
