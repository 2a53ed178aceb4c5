package quarterday.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quarterday.spc.ControlConstants;
import quarterday.spc.LimitsMethod;

/** What an office can choose, with the default of each choice. */
public enum Setting {
  /** The office's name, for titles. */
  ORGANISATION("Organisation", "", Kind.TEXT, "Whose report it is; recorded on Method."),
  /** What the post-holder is called, so that a new one breaks no measure's name. */
  POST_HOLDER(
      "Post-holder",
      "",
      Kind.TEXT,
      "The office, not the person, so that the wording outlives an election."),
  /** The panel's name. */
  PANEL("Panel", "", Kind.TEXT, "The body the report goes to."),
  /** The report's title. */
  REPORT_TITLE("Report title", "", Kind.TEXT, "What the report is called; recorded on Method."),
  /** Who wrote the report, as a role. */
  AUTHOR("Author", "", Kind.TEXT, "A role rather than a name."),
  /** Where to ask. */
  CONTACT(
      "Contact", "", Kind.TEXT, "Where readers can ask; a team's mailbox rather than a person's."),
  /** The quarter or month reported; empty for the latest that is filled in. */
  REPORTING_PERIOD(
      "Reporting period",
      "",
      Kind.PERIOD,
      "A quarter such as 2020/21 Q1, or a month such as December 2018. Empty: the latest quarter with enough months filled is found."),
  /** How limits are drawn. */
  LIMITS_METHOD(
      "Limits method",
      LimitsMethod.MOVING_RANGE.label(),
      Kind.LIMITS_METHOD,
      "How control limits are worked out; a measure can have its own on the Measures sheet."),
  /** How many months back limits and rules look; 0 for all. */
  WINDOW_MONTHS(
      "Window months",
      whole(ControlConstants.DEFAULT_WINDOW),
      Kind.WHOLE,
      "How many months, up to the end of the period, the limits and rules look at; 0 means all of them."),
  /** On how many first points of a phase the limits are fixed; 0 for all. */
  LOCK_LIMITS_AT(
      "Lock limits at",
      "0",
      Kind.WHOLE,
      "Keeps the limits as they were after so many points; 0 means that every point counts."),
  /** How many points in a row on one side of the centre line are a step shift. */
  SHIFT_LENGTH(
      "Shift length",
      whole(ControlConstants.DEFAULT_SHIFT_LENGTH),
      Kind.RUN,
      "How many months in a row on one side of the mean make a step shift."),
  /** How many points in a row, each above the last or each below it, are a trend. */
  TREND_POINTS(
      "Trend points",
      whole(ControlConstants.DEFAULT_TREND_POINTS),
      Kind.RUN,
      "How many months in a row that each rise or each fall make a trend."),
  /** Whether the rule "two of three beyond two sigma" is used. */
  TWO_OF_THREE(
      "Two of three",
      "no",
      Kind.YES_NO,
      "Whether two of three months near the same limit are flagged as well."),
  /** Whether a slow drift over 24 months is looked for. */
  SUSTAINED_DRIFT(
      "Sustained drift",
      "no",
      Kind.YES_NO,
      "Whether a slow drift over two years is mentioned as advice."),
  /** A count below this is too small to take a per cent of. */
  SMALLEST_BASE(
      "Smallest base for per cent",
      "20",
      Kind.WHOLE,
      "Below this earlier count no per cent change is shown, only the number."),
  /** Counts about people below this are not published. */
  SMALL_COUNT(
      "Small-count threshold",
      "5",
      Kind.WHOLE,
      "Counts of people below this are a finding on Checks, since somebody could be recognised."),
  /** A change of at least this many per cent is highlighted, if it is also large enough. */
  HIGHLIGHT_PER_CENT(
      "Highlight per cent",
      "20",
      Kind.WHOLE,
      "A change is highlighted when it reaches this per cent, and the units of the next row as well."),
  /** A change of at least this many units is highlighted, if it is also large in per cent. */
  HIGHLIGHT_UNITS(
      "Highlight units", "10", Kind.WHOLE, "The units a change must reach to be highlighted."),
  /** A percentage's change of at least this many points is highlighted. */
  HIGHLIGHT_POINTS(
      "Highlight points",
      "5",
      Kind.WHOLE,
      "The percentage points that the change of a percentage must reach to be highlighted."),
  /** The colour of "stable": grey, or the amber of the 2020 scheme. */
  STABLE_COLOUR(
      "Stable colour",
      "grey",
      Kind.COLOUR,
      "The colour of a stable measure: grey, or the amber of the 2020 reports."),
  /** How many charts are drawn at most. */
  CHARTS_AT_MOST(
      "Charts at most",
      "100",
      Kind.WHOLE,
      "How many charts are drawn, exceptions first; the other measures are listed."),
  /** Whether the built-in measures are known. */
  CATALOGUE(
      "Catalogue",
      "built-in",
      Kind.CATALOGUE,
      "Whether the built-in list of published measures fills in what the Measures sheet leaves out."),
  /** How many decimals are shown: by unit, or one number for all. */
  DECIMALS("Decimals", "by unit", Kind.DECIMALS, "How many decimals figures show.");

  /** How a value is given. */
  public enum Entry {
    /** As words. */
    TEXT("text"),
    /** As a whole number. */
    NUMBER("number"),
    /** As one of several. */
    CHOICE("choice"),
    /** As yes or no. */
    YES_NO("yes-no");

    private final String label;

    Entry(String label) {
      this.label = label;
    }

    /** In a word. */
    public String label() {
      return label;
    }
  }

  /** What values a setting takes. */
  enum Kind {
    TEXT(Entry.TEXT, "any text"),
    PERIOD(Entry.TEXT, "a quarter such as 2020/21 Q1, or a month such as December 2018"),
    LIMITS_METHOD(
        Entry.CHOICE,
        "a limits method such as Moving range or Standard deviation",
        Arrays.stream(LimitsMethod.values()).map(LimitsMethod::label).toArray(String[]::new)),
    WHOLE(Entry.NUMBER, "a whole number from 0"),
    RUN(Entry.NUMBER, "a whole number from 3"),
    YES_NO(Entry.YES_NO, "yes or no"),
    COLOUR(Entry.CHOICE, "grey or amber", "grey", "amber"),
    CATALOGUE(Entry.CHOICE, "built-in or none", "built-in", "none"),
    DECIMALS(
        Entry.CHOICE,
        "by unit, or a whole number from 0 to 6",
        "by unit",
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6");

    private final Entry entry;
    private final String wanted;
    private final List<String> choices;

    Kind(Entry entry, String wanted, String... choices) {
      this.entry = entry;
      this.wanted = wanted;
      this.choices = List.of(choices);
    }

    Optional<String> cleaned(String value) {
      String plain = value.strip();
      String lower = plain.toLowerCase(Locale.ROOT);
      return switch (this) {
        case TEXT -> Optional.of(plain);
        case PERIOD ->
            plain.isEmpty() || lower.equals("found")
                ? Optional.of("")
                : PeriodReader.parse(plain).map(ReportingPeriod::label);
        case LIMITS_METHOD -> LimitsMethod.parse(plain).map(LimitsMethod::label);
        case WHOLE -> whole(plain, 0, 1_000_000);
        case RUN -> whole(plain, 3, 100);
        case DECIMALS -> lower.equals("by unit") ? Optional.of(lower) : whole(plain, 0, 6);
        case YES_NO -> yesOrNo(lower);
        case COLOUR, CATALOGUE -> choices.contains(lower) ? Optional.of(lower) : Optional.empty();
      };
    }

    private static Optional<String> whole(String text, int least, int most) {
      if (!text.matches("\\d{1,7}(\\.0+)?")) {
        return Optional.empty();
      }
      int value = (int) Double.parseDouble(text);
      return value < least || value > most
          ? Optional.empty()
          : Optional.of(Integer.toString(value));
    }
  }

  private final String label;
  private final String standard;
  private final Kind kind;
  private final String effect;

  Setting(String label, String standard, Kind kind, String effect) {
    this.label = label;
    this.standard = standard;
    this.kind = kind;
    this.effect = effect;
  }

  /** {@code yes} or {@code no}, also where a spreadsheet says TRUE or FALSE. */
  static Optional<String> yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true" -> Optional.of("yes");
      case "no", "n", "false" -> Optional.of("no");
      default -> Optional.empty();
    };
  }

  private static String whole(int value) {
    return Integer.toString(value);
  }

  /** The exact name on a Settings sheet and on the command line. */
  public String label() {
    return label;
  }

  /** The value where nothing else is set. */
  public String standard() {
    return standard;
  }

  /** What values it takes, in words. */
  public String wanted() {
    return kind.wanted;
  }

  /** What it does, in a sentence. */
  public String effect() {
    return effect;
  }

  /** How its value is given. */
  public Entry entry() {
    return kind.entry;
  }

  /** The values of which one is chosen; none where others are taken too. */
  public List<String> choices() {
    return kind.choices;
  }

  /** The value in its one spelling; empty if the setting does not take it. */
  public Optional<String> cleaned(String value) {
    return kind.cleaned(value);
  }

  /** Reads a setting's name without regard to case and spaces. */
  public static Optional<Setting> parse(String name) {
    String plain = name.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
    return Arrays.stream(values()).filter(s -> s.label.equalsIgnoreCase(plain)).findFirst();
  }
}
