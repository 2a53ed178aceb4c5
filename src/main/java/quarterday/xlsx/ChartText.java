package quarterday.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import quarterday.edit.ChartLook;
import quarterday.edit.ChartPlan;
import quarterday.sheet.Content;

/**
 * A chart's part as text: a line chart with its figures remembered, so that it is seen as it is by
 * programs that work nothing out (ECMA-376 part 1, 21.2).
 */
final class ChartText {
  /** The namespace of charts. */
  static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";

  private static final int TITLE_SIZE = 1200;
  private static final int LABEL_SIZE = 900;

  /** Points to the inch, and what a point is in the unit of drawings. */
  private static final int EMU_A_POINT = 12_700;

  /** The width of a marker's edge, in the unit of drawings. */
  private static final int EDGE = 9_525;

  private static final int PERIOD_AXIS = 1;
  private static final int VALUE_AXIS = 2;

  private final ChartPlan chart;
  private final boolean dates1904;
  private final StringBuilder xml = new StringBuilder(16_384);

  ChartText(ChartPlan chart, boolean dates1904) {
    this.chart = chart;
    this.dates1904 = dates1904;
  }

  String xml() {
    add(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<c:chartSpace xmlns:c=\"");
    add(NAMESPACE).add("\" xmlns:a=\"").add(DrawingDraft.MAIN).add("\" xmlns:r=\"");
    add(XmlWalk.RELATIONSHIPS).add("\"><c:date1904 val=\"").add(dates1904 ? "1" : "0");
    add("\"/><c:roundedCorners val=\"0\"/><c:chart>");
    title();
    add("<c:autoTitleDeleted val=\"0\"/><c:plotArea>");
    frame();
    add("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
    for (int i = 0; i < chart.series().size(); i++) {
      series(i, chart.series().get(i));
    }
    add("<c:marker val=\"1\"/><c:axId val=\"").add(PERIOD_AXIS).add("\"/><c:axId val=\"");
    add(VALUE_AXIS).add("\"/></c:lineChart>");
    periodAxis();
    valueAxis();
    add("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>");
    legend();
    add("<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
    add("<c:spPr>");
    fill(ChartLook.PAPER);
    add("<a:ln><a:noFill/></a:ln></c:spPr>");
    return add("</c:chartSpace>").xml.toString();
  }

  private ChartText add(String text) {
    xml.append(text);
    return this;
  }

  private ChartText add(int number) {
    xml.append(number);
    return this;
  }

  private ChartText text(String text) {
    xml.append(Markup.formula(text));
    return this;
  }

  private void title() {
    add("<c:title><c:tx><c:strRef><c:f>").text(chart.title().reference());
    add("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>").text(chart.titleNow());
    add("</c:v></c:pt></c:strCache></c:strRef></c:tx><c:layout><c:manualLayout>");
    add("<c:xMode val=\"edge\"/><c:yMode val=\"edge\"/><c:x val=\"0.01\"/><c:y val=\"0.02\"/>");
    add("</c:manualLayout></c:layout><c:overlay val=\"0\"/>");
    letters(TITLE_SIZE, true, ChartLook.VALUES.colour(), "l");
    add("</c:title>");
  }

  private void frame() {
    ChartPlan.Frame frame = chart.frame();
    add("<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/>");
    add("<c:yMode val=\"edge\"/>");
    share("x", frame.left());
    share("y", frame.top());
    share("w", frame.width());
    share("h", frame.height());
    add("</c:manualLayout></c:layout>");
  }

  private void share(String name, double share) {
    add("<c:").add(name).add(" val=\"").add(String.format(Locale.ROOT, "%.4f", share)).add("\"/>");
  }

  // Series

  private void series(int index, ChartPlan.SeriesPlan series) {
    add("<c:ser><c:idx val=\"").add(index).add("\"/><c:order val=\"").add(index);
    add("\"/><c:tx><c:v>").text(series.name()).add("</c:v></c:tx>");
    line(series.look());
    marker(series.look());
    labels(series);
    periods();
    values(series);
    add("<c:smooth val=\"0\"/></c:ser>");
  }

  private void line(ChartLook look) {
    add("<c:spPr>");
    if (look.stroke() == ChartLook.Stroke.NONE) {
      add("<a:ln w=\"19050\"><a:noFill/></a:ln>");
    } else {
      add("<a:ln w=\"").add((int) Math.round(look.width() * EMU_A_POINT)).add("\" cap=\"rnd\">");
      fill(look.colour());
      add("<a:prstDash val=\"").add(dash(look.stroke())).add("\"/><a:round/></a:ln>");
    }
    add("</c:spPr>");
  }

  private static String dash(ChartLook.Stroke stroke) {
    return switch (stroke) {
      case DASHED -> "dash";
      case DOTTED -> "sysDot";
      default -> "solid";
    };
  }

  private void marker(ChartLook look) {
    add("<c:marker><c:symbol val=\"")
        .add(look.marker().name().toLowerCase(Locale.ROOT))
        .add("\"/>");
    if (look.marker() != ChartLook.Marker.NONE) {
      add("<c:size val=\"").add(look.size()).add("\"/><c:spPr>");
      fill(look.fill());
      add("<a:ln w=\"").add(EDGE).add("\">");
      fill(look.edge());
      add("</a:ln></c:spPr>");
    }
    add("</c:marker>");
  }

  private void fill(String colour) {
    add("<a:solidFill><a:srgbClr val=\"").add(colour).add("\"/></a:solidFill>");
  }

  private void labels(ChartPlan.SeriesPlan series) {
    if (series.labels().isEmpty()) {
      return;
    }
    add("<c:dLbls>");
    for (ChartPlan.LabelPlan label : series.labels()) {
      add("<c:dLbl><c:idx val=\"").add(label.point()).add("\"/><c:numFmt formatCode=\"");
      add(Markup.attribute(series.format())).add("\" sourceLinked=\"0\"/>");
      add("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
      letters(LABEL_SIZE, label.text() == ChartPlan.LabelText.VALUE, series.look().colour(), "ctr");
      add("<c:dLblPos val=\"").add(place(label.at())).add("\"/>");
      shows(
          label.text() != ChartPlan.LabelText.NAME,
          label.text() != ChartPlan.LabelText.VALUE,
          true);
      add("</c:dLbl>");
    }
    shows(false, false, false);
    add("</c:dLbls>");
  }

  private static String place(ChartPlan.LabelPlace place) {
    return switch (place) {
      case RIGHT -> "r";
      case ABOVE -> "t";
      case BELOW -> "b";
    };
  }

  private void shows(boolean value, boolean name, boolean separated) {
    add("<c:showLegendKey val=\"0\"/><c:showVal val=\"").add(value ? "1" : "0");
    add("\"/><c:showCatName val=\"0\"/><c:showSerName val=\"").add(name ? "1" : "0");
    add("\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>");
    if (separated) {
      add("<c:separator> </c:separator>");
    }
  }

  private void periods() {
    ChartPlan.Periods periods = chart.periods();
    List<String> values = new ArrayList<>();
    for (Content content : periods.now()) {
      values.add(
          content.number().isPresent()
              ? Markup.number(content.number().getAsDouble())
              : Markup.formula(content.text().orElse("")));
    }
    add("<c:cat>");
    remembered(
        periods.dates() ? "num" : "str",
        periods.cells().reference(),
        periods.dates() ? periods.format() : "",
        values);
    add("</c:cat>");
  }

  private void values(ChartPlan.SeriesPlan series) {
    List<String> values = new ArrayList<>();
    for (OptionalDouble value : series.now()) {
      values.add(value.isPresent() ? Markup.number(value.getAsDouble()) : "");
    }
    add("<c:val>");
    remembered("num", series.cells().reference(), series.format(), values);
    add("</c:val>");
  }

  /** Cells, and what they hold now; empty ones are left out. */
  private void remembered(String type, String cells, String format, List<String> values) {
    add("<c:").add(type).add("Ref><c:f>").text(cells).add("</c:f><c:").add(type).add("Cache>");
    if (!format.isEmpty()) {
      add("<c:formatCode>").text(format).add("</c:formatCode>");
    }
    add("<c:ptCount val=\"").add(values.size()).add("\"/>");
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        add("<c:pt idx=\"").add(i).add("\"><c:v>").add(values.get(i)).add("</c:v></c:pt>");
      }
    }
    add("</c:").add(type).add("Cache></c:").add(type).add("Ref>");
  }

  // Axes

  private void periodAxis() {
    ChartPlan.Periods periods = chart.periods();
    String element = periods.dates() ? "dateAx" : "catAx";
    add("<c:").add(element).add("><c:axId val=\"").add(PERIOD_AXIS);
    add("\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>");
    add("<c:axPos val=\"b\"/><c:numFmt formatCode=\"");
    add(Markup.attribute(periods.dates() ? periods.format() : "General"));
    add("\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>");
    add("<c:tickLblPos val=\"low\"/>");
    axis();
    add("<c:crossAx val=\"").add(VALUE_AXIS).add("\"/><c:crosses val=\"autoZero\"/>");
    if (periods.dates()) {
      add("<c:auto val=\"0\"/><c:lblOffset val=\"100\"/><c:baseTimeUnit val=\"months\"/>");
      add("<c:majorUnit val=\"").add(periods.every()).add("\"/><c:majorTimeUnit val=\"months\"/>");
    } else {
      add("<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>");
      add("<c:tickLblSkip val=\"").add(periods.every()).add("\"/><c:tickMarkSkip val=\"");
      add(periods.every()).add("\"/><c:noMultiLvlLbl val=\"1\"/>");
    }
    add("</c:").add(element).add(">");
  }

  private void valueAxis() {
    ChartPlan.Scale scale = chart.scale();
    add("<c:valAx><c:axId val=\"").add(VALUE_AXIS).add("\"/><c:scaling>");
    add("<c:orientation val=\"minMax\"/>");
    number("max", scale.most());
    number("min", scale.least());
    add("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>");
    add("<c:title><c:tx><c:rich>");
    // A quarter turn to the left, in the unit of drawings.
    add("<a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:lstStyle/>");
    add("<a:p><a:pPr>");
    run("a:defRPr", LABEL_SIZE, false, ChartLook.INK);
    add("</a:pPr><a:r>");
    run("a:rPr lang=\"en-GB\"", LABEL_SIZE, false, ChartLook.INK);
    add("<a:t>").text(scale.unit()).add("</a:t></a:r></a:p></c:rich></c:tx>");
    add("<c:overlay val=\"0\"/></c:title><c:numFmt formatCode=\"");
    add(Markup.attribute(scale.format())).add("\" sourceLinked=\"0\"/>");
    add("<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>");
    add("<c:tickLblPos val=\"low\"/>");
    axis();
    add("<c:crossAx val=\"").add(PERIOD_AXIS).add("\"/><c:crosses val=\"min\"/>");
    add("<c:crossBetween val=\"between\"/>");
    number("majorUnit", scale.step());
    add("</c:valAx>");
  }

  private void number(String element, OptionalDouble value) {
    if (value.isPresent()) {
      add("<c:").add(element).add(" val=\"").add(Markup.number(value.getAsDouble())).add("\"/>");
    }
  }

  private void axis() {
    add("<c:spPr><a:ln w=\"9525\">");
    fill(ChartLook.AXIS);
    add("</a:ln></c:spPr>");
    letters(LABEL_SIZE, false, ChartLook.INK, "ctr");
  }

  private void legend() {
    List<ChartPlan.SeriesPlan> series = chart.series();
    if (series.stream().noneMatch(one -> one.look().isExplained())) {
      return;
    }
    add("<c:legend><c:legendPos val=\"b\"/>");
    for (int i = 0; i < series.size(); i++) {
      if (!series.get(i).look().isExplained()) {
        add("<c:legendEntry><c:idx val=\"").add(i).add("\"/><c:delete val=\"1\"/></c:legendEntry>");
      }
    }
    add("<c:overlay val=\"0\"/>");
    letters(LABEL_SIZE, false, ChartLook.INK, "l");
    add("</c:legend>");
  }

  // Letters

  private void letters(int size, boolean bold, String colour, String align) {
    add("<c:txPr><a:bodyPr/><a:lstStyle/>");
    add("<a:p><a:pPr algn=\"").add(align).add("\">");
    run("a:defRPr", size, bold, colour);
    add("</a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>");
  }

  private void run(String element, int size, boolean bold, String colour) {
    add("<").add(element).add(" sz=\"").add(size).add("\" b=\"").add(bold ? "1" : "0").add("\">");
    fill(colour);
    add("</").add(element.split(" ", 2)[0]).add(">");
  }
}
