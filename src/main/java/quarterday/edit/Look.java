package quarterday.edit;

/**
 * How a written cell looks; text stands in the middle of its cell's height. Every colour, weight
 * and alignment of the product is here, once; the writers only translate.
 *
 * <p>Colours are six hexadecimal digits, or empty for none. All inks reach a contrast of 4.5 to 1
 * on their fill; no meaning rests on colour, since the cells say it in words.
 */
public enum Look {
  /** Text or numbers with nothing special. */
  PLAIN("", "", Weight.NORMAL, Align.GENERAL, false),
  /** The first line of a sheet of ours. */
  TITLE("1F3864", "", Weight.TITLE, Align.LEFT, false),
  /** A sentence under a title. */
  NOTE("404040", "", Weight.NORMAL, Align.LEFT, false),
  /** A heading over figures: over the results beside a table, or on a sheet of ours. */
  HEADER("FFFFFF", "1F3864", Weight.BOLD, Align.CENTRE, true),
  /** A heading over words, on a sheet of ours: it begins where they begin. */
  HEADING("FFFFFF", "1F3864", Weight.BOLD, Align.LEFT, true),
  /** Mean and limits. */
  LIMIT("404040", "", Weight.NORMAL, Align.RIGHT, false),
  /** This quarter's figure. */
  FIGURE("000000", "", Weight.BOLD, Align.RIGHT, false),
  /** An earlier figure. */
  EARLIER("404040", "", Weight.NORMAL, Align.RIGHT, false),
  /** A difference or a per cent change. */
  CHANGE("000000", "", Weight.NORMAL, Align.RIGHT, false),
  /** Symbol and words of a state. */
  STATE("404040", "", Weight.NORMAL, Align.LEFT, false),
  /** A sentence or a reason. */
  WORDS("000000", "", Weight.NORMAL, Align.LEFT, false),
  /** A sentence that may take several lines, on a sheet of ours. */
  WRAPPED("000000", "", Weight.NORMAL, Align.LEFT, true),
  /** A cell that waits for the analyst's own words. */
  ENTRY("000000", "FFF9E5", Weight.NORMAL, Align.LEFT, true),
  /** A link to another cell. */
  LINK("0563C1", "", Weight.UNDERLINED, Align.LEFT, true),
  /**
   * As the cell looks already, for cells that an analyst made; a cell without any look of its own
   * gets the number format and nothing else.
   */
  KEPT("", "", Weight.KEEP, Align.KEEP, false),

  /** A rule's look: worse than is wanted. */
  WORSE("8C1D18", "FBE3E1", Weight.BOLD, Align.KEEP, false),
  /** A rule's look: better. */
  BETTER("0B5A32", "DFF2E6", Weight.BOLD, Align.KEEP, false),
  /** A rule's look: special, but neither better nor worse. */
  CHANGED("0B4A8F", "DEEBF9", Weight.BOLD, Align.KEEP, false),
  /** A rule's look: a step shift, limits to be thought about. */
  SHIFTED("7A4A00", "FDEBC8", Weight.BOLD, Align.KEEP, false),
  /** A rule's look: nothing special, in grey. */
  STABLE("5F6368", "", Weight.NORMAL, Align.KEEP, false),
  /** A rule's look: nothing special, in the amber of the 2020 scheme. */
  STABLE_AMBER("7A4A00", "FFF4DC", Weight.NORMAL, Align.KEEP, false),
  /** A rule's look: too few points to judge. */
  TRIAL("5F6368", "", Weight.ITALIC, Align.KEEP, false),
  /** A rule's look: the figures changed after completion. */
  OUTDATED("FFFFFF", "6B2FA0", Weight.BOLD, Align.KEEP, false);

  /** The weight of the letters. */
  public enum Weight {
    /** Upright. */
    NORMAL,
    /** Bold. */
    BOLD,
    /** Italic. */
    ITALIC,
    /** Underlined, as links are. */
    UNDERLINED,
    /** Bold and larger. */
    TITLE,
    /** As the cell has it. */
    KEEP
  }

  /** Where the text stands in its cell. */
  public enum Align {
    /** Numbers right, text left. */
    GENERAL,
    /** At the left. */
    LEFT,
    /** In the middle. */
    CENTRE,
    /** At the right. */
    RIGHT,
    /** As the cell has it. */
    KEEP
  }

  private final String ink;
  private final String fill;
  private final Weight weight;
  private final Align align;
  private final boolean wraps;

  Look(String ink, String fill, Weight weight, Align align, boolean wraps) {
    this.ink = ink;
    this.fill = fill;
    this.weight = weight;
    this.align = align;
    this.wraps = wraps;
  }

  /** The colour of the letters, RRGGBB, or empty for the workbook's own. */
  public String ink() {
    return ink;
  }

  /** The colour behind, RRGGBB, or empty for none. */
  public String fill() {
    return fill;
  }

  /** The weight of the letters. */
  public Weight weight() {
    return weight;
  }

  /** Where the text stands. */
  public Align align() {
    return align;
  }

  /** Whether long text takes several lines. */
  public boolean wraps() {
    return wraps;
  }

  /** Whether a thin line runs under each cell. */
  public boolean isUnderlined() {
    return this == HEADER || this == HEADING;
  }

  /** Whether this look belongs to a rule and not to a cell. */
  public boolean isRule() {
    return align == Align.KEEP && weight != Weight.KEEP;
  }
}
