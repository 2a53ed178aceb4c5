package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quarterday.edit.ChartPlan;
import quarterday.sheet.Block;
import quarterday.sheet.UnusableInput;

/** Puts charts of ours into the drawings of sheets, and takes them out; all else in them stays. */
final class DrawingDraft {
  /** The namespace of places on a sheet. */
  static final String DRAWING =
      "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

  /** The namespace of what is drawn, whatever it is drawn on. */
  static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";

  private static final String KIND = "application/vnd.openxmlformats-officedocument.";

  private final Draft draft;
  private final String folder;
  private final boolean dates1904;

  DrawingDraft(Draft draft, String folder, boolean dates1904) {
    this.draft = draft;
    this.folder = folder;
    this.dates1904 = dates1904;
  }

  private Optional<Relation> drawing(SheetEdits sheet) throws IOException, UnusableInput {
    return draft.relations(sheet.part()).stream()
        .filter(r -> r.type().equals("drawing") && !r.isExternal() && draft.has(r.target()))
        .findFirst();
  }

  /** Takes out the charts of ours; a drawing that held nothing else goes too. */
  void dropCharts(SheetEdits sheet) throws IOException, UnusableInput {
    Optional<Relation> drawing = drawing(sheet);
    if (drawing.isEmpty()) {
      return;
    }
    String part = drawing.get().target();
    PartElement root = draft.outline(part);
    List<PartElement> ours = root.children().stream().filter(anchor -> isOurs(anchor)).toList();
    if (ours.size() == root.children().size()) {
      sheet.dropDrawing();
      draft.unrelate(sheet.part(), drawing.get().id());
      draft.dropWithParts(part);
      return;
    }
    Splices splices = new Splices(draft.text(part));
    ours.forEach(splices::remove);
    if (!ours.isEmpty()) {
      draft.putText(part, splices.apply());
    }
    for (PartElement anchor : ours) {
      String id = chartId(anchor);
      for (Relation relation : draft.relations(part)) {
        if (relation.id().equals(id)) {
          draft.unrelate(part, id);
          draft.dropWithParts(relation.target());
        }
      }
    }
  }

  private static boolean isOurs(PartElement anchor) {
    return descendants(anchor)
        .filter(e -> e.name().equals("cNvPr"))
        .anyMatch(e -> e.attribute("name").startsWith(ChartPlan.PREFIX));
  }

  private static String chartId(PartElement anchor) {
    return descendants(anchor)
        .filter(e -> e.name().equals("chart"))
        .map(e -> e.attribute("{" + XmlWalk.RELATIONSHIPS + "}id"))
        .findFirst()
        .orElse("");
  }

  private static Stream<PartElement> descendants(PartElement element) {
    return Stream.concat(
        Stream.of(element), element.children().stream().flatMap(DrawingDraft::descendants));
  }

  /** Draws the charts that a sheet gets, behind whatever else is drawn there. */
  void putCharts(SheetEdits sheet) throws IOException, UnusableInput {
    if (sheet.charts().isEmpty()) {
      return;
    }
    Optional<Relation> existing = drawing(sheet);
    String part =
        existing.isPresent()
            ? existing.get().target()
            : draft.freeName(folder + "drawings/drawing#.xml");
    if (existing.isEmpty()) {
      draft.putText(
          part,
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<xdr:wsDr xmlns:xdr=\""
              + DRAWING
              + "\"/>");
      draft.kind(part, KIND + "drawing+xml");
      sheet.drawing(draft.relate(sheet.part(), "drawing", part));
    }
    PartElement root = draft.outline(part);
    int number =
        descendants(root)
            .filter(e -> e.name().equals("cNvPr"))
            .mapToInt(e -> e.number("id", 0))
            .max()
            .orElse(1);
    List<String> charts = new ArrayList<>();
    for (ChartPlan chart : sheet.charts()) {
      String chartPart = draft.freeName(folder + "charts/chart#.xml");
      draft.putText(chartPart, new ChartText(chart, dates1904).xml());
      charts.add(chartPart);
    }
    draft.kind(charts, KIND + "drawingml.chart+xml");
    List<String> ids = draft.relate(part, "chart", charts);
    StringBuilder anchors = new StringBuilder();
    for (int i = 0; i < charts.size(); i++) {
      anchors.append(anchor(sheet.charts().get(i), ids.get(i), ++number));
    }
    Splices splices = new Splices(draft.text(part));
    splices.append(root, anchors.toString());
    draft.putText(part, splices.apply());
  }

  private static String anchor(ChartPlan chart, String relation, int number) {
    Block place = chart.place();
    return "<xdr:twoCellAnchor xmlns:xdr=\""
        + DRAWING
        + "\" editAs=\"oneCell\">"
        + corner("from", place.top(), place.left())
        + corner("to", place.bottom() + 1, place.right() + 1)
        + "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\""
        + number
        + "\" name=\""
        + Markup.attribute(chart.name())
        + "\" descr=\""
        + Markup.attribute(chart.description())
        + "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off xmlns:a=\""
        + MAIN
        + "\" x=\"0\" y=\"0\"/><a:ext xmlns:a=\""
        + MAIN
        + "\" cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic xmlns:a=\""
        + MAIN
        + "\"><a:graphicData uri=\""
        + ChartText.NAMESPACE
        + "\"><c:chart xmlns:c=\""
        + ChartText.NAMESPACE
        + "\" xmlns:r=\""
        + XmlWalk.RELATIONSHIPS
        + "\" r:id=\""
        + relation
        + "\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>"
        + "</xdr:twoCellAnchor>";
  }

  private static String corner(String name, int row, int column) {
    return "<xdr:%1$s><xdr:col>%2$d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%3$d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%1$s>"
        .formatted(name, column, row);
  }
}
