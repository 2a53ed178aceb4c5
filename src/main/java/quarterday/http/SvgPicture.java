package quarterday.http;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A square drawing in as much of SVG as our icons use: {@code rect}, {@code circle} and {@code
 * path} with M, L, H, V, C and Z, filled or stroked in plain colours. Anything else is refused, so
 * that no icon comes out as half of what was drawn.
 */
final class SvgPicture {
  private static final Pattern STEP =
      Pattern.compile("([MmLlHhVvCcZz])|(-?(?:\\d+\\.?\\d*|\\.\\d+))|[\\s,]+|(.)");

  static {
    // A server has no screen, and on a Mac must not turn up among the programs that have one.
    System.setProperty("java.awt.headless", "true");
  }

  private final double edge;
  private final List<Element> shapes;

  private SvgPicture(double edge, List<Element> shapes) {
    this.edge = edge;
    this.shapes = shapes;
  }

  static SvgPicture parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)))
              .getDocumentElement();
      double[] box = numbers(root.getAttribute("viewBox"));
      if (box.length != 4 || box[0] != 0 || box[1] != 0 || box[2] != box[3]) {
        throw new IllegalArgumentException("not a square from 0: " + Arrays.toString(box));
      }
      NodeList all = root.getElementsByTagName("*");
      List<Element> shapes = new ArrayList<>();
      for (int i = 0; i < all.getLength(); i++) {
        shapes.add((Element) all.item(i));
      }
      return new SvgPicture(box[2], shapes);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The drawing as PNG, on a transparent ground. */
  byte[] png(int pixels) {
    BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(pixels / edge, pixels / edge);
    shapes.forEach(shape -> draw(shape, pen));
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory, since ImageIO keeps a temporary file otherwise.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void draw(Element element, Graphics2D pen) {
    Shape shape = shape(element);
    String fill = element.getAttribute("fill");
    if (!fill.equals("none")) {
      pen.setColor(colour(fill));
      pen.fill(shape);
    }
    String stroke = element.getAttribute("stroke");
    if (!stroke.isEmpty()) {
      pen.setColor(colour(stroke));
      pen.setStroke(stroke(element));
      pen.draw(shape);
    }
  }

  private static BasicStroke stroke(Element element) {
    double[] dashes = numbers(element.getAttribute("stroke-dasharray"));
    float[] dash = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) {
      dash[i] = (float) dashes[i];
    }
    boolean round = element.getAttribute("stroke-linecap").equals("round");
    boolean joined = element.getAttribute("stroke-linejoin").equals("round");
    return new BasicStroke(
        (float) number(element, "stroke-width", 1),
        round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
        joined ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
        4,
        dash.length == 0 ? null : dash,
        0);
  }

  private static Shape shape(Element element) {
    return switch (element.getTagName()) {
      case "rect" -> {
        double round = 2 * number(element, "rx", 0);
        yield new RoundRectangle2D.Double(
            number(element, "x", 0),
            number(element, "y", 0),
            number(element, "width", 0),
            number(element, "height", 0),
            round,
            round);
      }
      case "circle" -> {
        double radius = number(element, "r", 0);
        yield new Ellipse2D.Double(
            number(element, "cx", 0) - radius,
            number(element, "cy", 0) - radius,
            2 * radius,
            2 * radius);
      }
      case "path" -> path(element.getAttribute("d"));
      default -> throw new IllegalArgumentException("cannot draw " + element.getTagName());
    };
  }

  private static Path2D path(String steps) {
    Path2D path = new Path2D.Double();
    Matcher step = STEP.matcher(steps);
    char command = ' ';
    List<Double> given = new ArrayList<>();
    while (step.find()) {
      if (step.group(3) != null) {
        throw new IllegalArgumentException("cannot draw " + step.group(3) + " of " + steps);
      }
      if (step.group(1) != null) {
        command = step.group(1).charAt(0);
        if (Character.toLowerCase(command) == 'z') {
          path.closePath();
        }
      } else if (step.group(2) != null) {
        given.add(Double.valueOf(step.group(2)));
        if (given.size() == needed(command)) {
          move(path, command, given);
          given.clear();
          // More pairs after a move are lines.
          command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
      }
    }
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("numbers left over in " + steps);
    }
    return path;
  }

  private static int needed(char command) {
    return switch (Character.toLowerCase(command)) {
      case 'h', 'v' -> 1;
      case 'm', 'l' -> 2;
      case 'c' -> 6;
      default -> throw new IllegalArgumentException("numbers after " + command);
    };
  }

  private static void move(Path2D path, char command, List<Double> given) {
    Point2D now = path.getCurrentPoint() == null ? new Point2D.Double() : path.getCurrentPoint();
    boolean relative = Character.isLowerCase(command);
    double left = relative ? now.getX() : 0;
    double top = relative ? now.getY() : 0;
    switch (Character.toLowerCase(command)) {
      case 'm' -> path.moveTo(left + given.get(0), top + given.get(1));
      case 'h' -> path.lineTo(left + given.get(0), now.getY());
      case 'v' -> path.lineTo(now.getX(), top + given.get(0));
      case 'c' ->
          path.curveTo(
              left + given.get(0),
              top + given.get(1),
              left + given.get(2),
              top + given.get(3),
              left + given.get(4),
              top + given.get(5));
      default -> path.lineTo(left + given.get(0), top + given.get(1));
    }
  }

  private static double number(Element element, String name, double otherwise) {
    String text = element.getAttribute(name);
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.strip().split("[\\s,]+"))
        .filter(part -> !part.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** A colour as #rgb or #rrggbb; without one, black, as SVG has it. */
  private static Color colour(String text) {
    return text.isEmpty()
        ? Color.BLACK
        : Color.decode(text.length() == 4 ? text.replaceAll("([0-9a-fA-F])", "$1$1") : text);
  }
}
