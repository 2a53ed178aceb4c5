package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quarterday.edit.ChartPlan;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.UnusableInput;

/** Reads the charts of ours on a sheet: its drawing says where they stand, their parts the rest. */
final class ChartPart {
  /** A chart as its drawing names it. */
  private record Anchor(String name, String description, Block place, String relation) {}

  private ChartPart() {}

  /** The charts of ours on a sheet, in the order in which they are drawn. */
  static List<ChartSnapshot> on(Archive archive, String sheetPart, FileLimits limits)
      throws IOException, UnusableInput {
    List<ChartSnapshot> charts = new ArrayList<>();
    for (Relation drawing : Relation.of(archive, sheetPart, limits)) {
      if (!drawing.type().equals("drawing")
          || drawing.isExternal()
          || !archive.has(drawing.target())) {
        continue;
      }
      List<Anchor> anchors = anchors(archive, drawing.target(), limits);
      if (anchors.isEmpty()) {
        continue;
      }
      Map<String, String> parts = new TreeMap<>();
      for (Relation relation : Relation.of(archive, drawing.target(), limits)) {
        if (relation.type().equals("chart") && !relation.isExternal()) {
          parts.put(relation.id(), relation.target());
        }
      }
      for (Anchor anchor : anchors) {
        String part = parts.getOrDefault(anchor.relation(), "");
        if (archive.has(part)) {
          charts.add(chart(archive, anchor, part, limits));
        }
      }
    }
    return charts;
  }

  private static List<Anchor> anchors(Archive archive, String part, FileLimits limits)
      throws IOException, UnusableInput {
    List<Anchor> anchors = new ArrayList<>();
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), limits.nesting())) {
      walk.root();
      while (walk.nextChild(1)) {
        Anchor anchor = anchor(walk);
        if (anchor.name().startsWith(ChartPlan.PREFIX)) {
          anchors.add(anchor);
        }
      }
    }
    return anchors;
  }

  private static Anchor anchor(XmlWalk walk) throws UnusableInput {
    int depth = walk.depth();
    String name = "";
    String description = "";
    String relation = "";
    // Column and row of the first corner, then of the one after the last.
    List<Integer> corners = new ArrayList<>();
    while (walk.next() && !(walk.isEnd() && walk.depth() == depth)) {
      if (!walk.isStart()) {
        continue;
      }
      switch (walk.name()) {
        case "cNvPr" -> {
          name = name.isEmpty() ? walk.attribute("name") : name;
          description = description.isEmpty() ? walk.attribute("descr") : description;
        }
        case "chart" -> relation = walk.attribute(XmlWalk.RELATIONSHIPS, "id");
        case "col", "row" -> corners.add(whole(walk.text()));
        default -> {
          // How it is drawn is of no interest.
        }
      }
    }
    return new Anchor(name, description, place(corners), relation);
  }

  private static int whole(String text) {
    try {
      return Math.max(0, Math.min(Address.MAX_ROWS, Integer.parseInt(text.strip())));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Block place(List<Integer> corners) {
    if (corners.size() != 4) {
      return new Block(0, 0, 0, 0);
    }
    int left = corners.get(0);
    int top = corners.get(1);
    return new Block(
        top, left, Math.max(top, corners.get(3) - 1), Math.max(left, corners.get(2) - 1));
  }

  private static ChartSnapshot chart(Archive archive, Anchor anchor, String part, FileLimits limits)
      throws IOException, UnusableInput {
    String title = "";
    List<ChartSnapshot.SeriesSnapshot> series = new ArrayList<>();
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), limits.nesting())) {
      walk.root();
      boolean inTitle = false;
      while (walk.next()) {
        // The chart's own title is the only one that stands outside the axes.
        if (walk.name().equals("title") && walk.depth() == 3) {
          inTitle = walk.isStart();
        } else if (inTitle && walk.isStart() && walk.name().equals("f")) {
          title = walk.text();
        } else if (walk.isStart() && walk.name().equals("ser")) {
          series.add(series(walk));
        }
      }
    }
    return new ChartSnapshot(anchor.name(), anchor.place(), title, anchor.description(), series);
  }

  private static ChartSnapshot.SeriesSnapshot series(XmlWalk walk) throws UnusableInput {
    int depth = walk.depth();
    String name = "";
    String cells = "";
    TreeMap<Integer, Double> figures = new TreeMap<>();
    String child = "";
    int point = 0;
    while (walk.next() && !(walk.isEnd() && walk.depth() == depth)) {
      if (!walk.isStart()) {
        continue;
      }
      if (walk.depth() == depth + 1) {
        child = walk.name();
      }
      switch (walk.name()) {
        case "pt" -> point = walk.number("idx", 0);
        case "f" -> {
          String reference = walk.text();
          cells = child.equals("val") ? reference : cells;
        }
        case "v" -> {
          String value = walk.text();
          if (child.equals("tx")) {
            name = value;
          } else if (child.equals("val")) {
            figure(figures, point, value);
          }
        }
        default -> {
          // How it looks is of no interest.
        }
      }
    }
    return new ChartSnapshot.SeriesSnapshot(name, cells, figures);
  }

  /** What is no number, such as an error, is remembered as a gap. */
  private static void figure(Map<Integer, Double> figures, int point, String value) {
    try {
      figures.put(point, Double.parseDouble(value.strip()));
    } catch (NumberFormatException e) {
      figures.remove(point);
    }
  }
}
