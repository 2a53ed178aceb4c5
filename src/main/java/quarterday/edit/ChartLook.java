package quarterday.edit;

/**
 * How a series of a chart looks. Every colour, dash and marker of the product's charts is here,
 * once; the writers only translate.
 *
 * <p>Colours are six hexadecimal digits. What is worse, better or changed differs in shape as well,
 * and a point outside the limits from a part of a run in size and in being dark or pale, so that
 * charts and their legends can be read in grey and by people who do not tell red from green.
 * Nothing is drawn in outline alone: not every program draws outlines.
 */
public enum ChartLook {
  /** The figures themselves. */
  VALUES("1F3864", Stroke.SOLID, 1.75, Marker.CIRCLE, 4),
  /** The centre line. */
  MEAN("595959", Stroke.SOLID, 1.25, Marker.NONE, 0),
  /** A limit. */
  LIMIT("595959", Stroke.DASHED, 1.25, Marker.NONE, 0),
  /** A limit drawn from few points. */
  TRIAL_LIMIT("7F7F7F", Stroke.DOTTED, 1.25, Marker.NONE, 0),
  /** Part of a trend or a shift, the wrong way. */
  WORSE_RUN("B3261E", "EBA49E", Stroke.NONE, 0, Marker.DIAMOND, 8),
  /** Part of a trend or a shift, the right way. */
  BETTER_RUN("007A5E", "8FCDBB", Stroke.NONE, 0, Marker.SQUARE, 7),
  /** Part of a trend or a shift where no direction is preferred. */
  CHANGED_RUN("0072B2", "8FC3E6", Stroke.NONE, 0, Marker.TRIANGLE, 8),
  /** Outside the limits, the wrong way. */
  WORSE_POINT("B3261E", Stroke.NONE, 0, Marker.DIAMOND, 12),
  /** Outside the limits, the right way. */
  BETTER_POINT("007A5E", Stroke.NONE, 0, Marker.SQUARE, 10),
  /** Outside the limits where no direction is preferred. */
  CHANGED_POINT("0072B2", Stroke.NONE, 0, Marker.TRIANGLE, 11),
  /** A point that takes no part in the limits. */
  LEFT_OUT("595959", "D9D9D9", Stroke.NONE, 0, Marker.CIRCLE, 8),
  /** Nothing but a label where new limits start. */
  RESET("404040", Stroke.NONE, 0, Marker.NONE, 0);

  /** The colour of titles and labels. */
  public static final String INK = "404040";

  /** The colour of axes. */
  public static final String AXIS = "A6A6A6";

  /** The colour behind all of it. */
  public static final String PAPER = "FFFFFF";

  /** How the points of a series are joined. */
  public enum Stroke {
    /** They are not. */
    NONE,
    /** By an unbroken line. */
    SOLID,
    /** By dashes. */
    DASHED,
    /** By dots. */
    DOTTED
  }

  /** The shape of a point. */
  public enum Marker {
    /** No shape. */
    NONE,
    /** A circle. */
    CIRCLE,
    /** A square that stands on a corner. */
    DIAMOND,
    /** A square. */
    SQUARE,
    /** A triangle. */
    TRIANGLE
  }

  private final String colour;
  private final String fill;
  private final Stroke stroke;
  private final double width;
  private final Marker marker;
  private final int size;

  ChartLook(String colour, Stroke stroke, double width, Marker marker, int size) {
    this(colour, colour, stroke, width, marker, size);
  }

  ChartLook(String colour, String fill, Stroke stroke, double width, Marker marker, int size) {
    this.colour = colour;
    this.fill = fill;
    this.stroke = stroke;
    this.width = width;
    this.marker = marker;
    this.size = size;
  }

  /** The colour of line, label and a pale marker's edge, RRGGBB. */
  public String colour() {
    return colour;
  }

  /** The colour inside a marker, RRGGBB. */
  public String fill() {
    return fill;
  }

  /** How points are joined. */
  public Stroke stroke() {
    return stroke;
  }

  /** The width of the line in points. */
  public double width() {
    return width;
  }

  /** The shape of a point. */
  public Marker marker() {
    return marker;
  }

  /** The size of a point in points. */
  public int size() {
    return size;
  }

  /**
   * The colour of a marker's edge: a pale one needs its own, and around a dark one the paper keeps
   * the point apart from the line that runs under it.
   */
  public String edge() {
    return fill.equals(colour) && isExplained() ? PAPER : colour;
  }

  /** Whether a legend explains it: shapes need one, lines are labelled where they end. */
  public boolean isExplained() {
    return stroke == Stroke.NONE && marker != Marker.NONE;
  }
}
