package quarterday.edit;

/**
 * How a series of a chart looks. Every colour, dash and marker of the product's charts is here,
 * once; the writers only translate.
 *
 * <p>Colours are six hexadecimal digits. What is worse, better or changed differs in shape as well,
 * and a point outside the limits from a part of a run in size, so that charts can be read in grey
 * and by people who do not tell red from green.
 */
public enum ChartLook {
  /** The figures themselves. */
  VALUES("1F3864", Stroke.SOLID, 1.75, Marker.CIRCLE, 4, false),
  /** The centre line. */
  MEAN("595959", Stroke.SOLID, 1.25, Marker.NONE, 0, false),
  /** A limit. */
  LIMIT("595959", Stroke.DASHED, 1.25, Marker.NONE, 0, false),
  /** A limit drawn from few points. */
  TRIAL_LIMIT("7F7F7F", Stroke.DOTTED, 1.25, Marker.NONE, 0, false),
  /** Part of a trend or a shift, the wrong way. */
  WORSE_RUN("B3261E", Stroke.NONE, 0, Marker.DIAMOND, 7, false),
  /** Part of a trend or a shift, the right way. */
  BETTER_RUN("007A5E", Stroke.NONE, 0, Marker.SQUARE, 6, false),
  /** Part of a trend or a shift where no direction is preferred. */
  CHANGED_RUN("0072B2", Stroke.NONE, 0, Marker.TRIANGLE, 7, false),
  /** Outside the limits, the wrong way. */
  WORSE_POINT("B3261E", Stroke.NONE, 0, Marker.DIAMOND, 12, false),
  /** Outside the limits, the right way. */
  BETTER_POINT("007A5E", Stroke.NONE, 0, Marker.SQUARE, 10, false),
  /** Outside the limits where no direction is preferred. */
  CHANGED_POINT("0072B2", Stroke.NONE, 0, Marker.TRIANGLE, 11, false),
  /** A point that takes no part in the limits. */
  LEFT_OUT("595959", Stroke.NONE, 0, Marker.CIRCLE, 8, true),
  /** Nothing but a label where new limits start. */
  RESET("404040", Stroke.NONE, 0, Marker.NONE, 0, false);

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
  private final Stroke stroke;
  private final double width;
  private final Marker marker;
  private final int size;
  private final boolean hollow;

  ChartLook(String colour, Stroke stroke, double width, Marker marker, int size, boolean hollow) {
    this.colour = colour;
    this.stroke = stroke;
    this.width = width;
    this.marker = marker;
    this.size = size;
    this.hollow = hollow;
  }

  /** The colour of line, marker and label, RRGGBB. */
  public String colour() {
    return colour;
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

  /** Whether the shape is drawn in outline. */
  public boolean hollow() {
    return hollow;
  }

  /** Whether a legend explains it: shapes need one, lines are labelled where they end. */
  public boolean isExplained() {
    return stroke == Stroke.NONE && marker != Marker.NONE;
  }
}
