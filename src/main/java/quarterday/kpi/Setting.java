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
  ORGANISATION("Organisation", "", Kind.TEXT),
  /** What the post-holder is called, so that a new one breaks no measure's name. */
  POST_HOLDER("Post-holder", "", Kind.TEXT),
  /** The panel's name. */
  PANEL("Panel", "", Kind.TEXT),
  /** The report's title. */
  REPORT_TITLE("Report title", "", Kind.TEXT),
  /** Who wrote the report, as a role. */
  AUTHOR("Author", "", Kind.TEXT),
  /** Where to ask. */
  CONTACT("Contact", "", Kind.TEXT),
  /** The quarter or month reported; empty for the latest that is filled in. */
  REPORTING_PERIOD("Reporting period", "", Kind.PERIOD),
  /** How limits are drawn. */
  LIMITS_METHOD("Limits method", LimitsMethod.MOVING_RANGE.label(), Kind.LIMITS_METHOD),
  /** How many months back limits and rules look; 0 for all. */
  WINDOW_MONTHS("Window months", whole(ControlConstants.DEFAULT_WINDOW), Kind.WHOLE),
  /** On how many first points of a phase the limits are fixed; 0 for all. */
  LOCK_LIMITS_AT("Lock limits at", "0", Kind.WHOLE),
  /** How many points in a row on one side of the centre line are a step shift. */
  SHIFT_LENGTH("Shift length", whole(ControlConstants.DEFAULT_SHIFT_LENGTH), Kind.RUN),
  /** How many points in a row, each above the last or each below it, are a trend. */
  TREND_POINTS("Trend points", whole(ControlConstants.DEFAULT_TREND_POINTS), Kind.RUN),
  /** Whether the rule "two of three beyond two sigma" is used. */
  TWO_OF_THREE("Two of three", "no", Kind.YES_NO),
  /** Whether a slow drift over 24 months is looked for. */
  SUSTAINED_DRIFT("Sustained drift", "no", Kind.YES_NO),
  /** A count below this is too small to take a per cent of. */
  SMALLEST_BASE("Smallest base for per cent", "20", Kind.WHOLE),
  /** Counts about people below this are not published. */
  SMALL_COUNT("Small-count threshold", "5", Kind.WHOLE),
  /** A change of at least this many per cent is highlighted, if it is also large enough. */
  HIGHLIGHT_PER_CENT("Highlight per cent", "20", Kind.WHOLE),
  /** A change of at least this many units is highlighted, if it is also large in per cent. */
  HIGHLIGHT_UNITS("Highlight units", "10", Kind.WHOLE),
  /** A percentage's change of at least this many points is highlighted. */
  HIGHLIGHT_POINTS("Highlight points", "5", Kind.WHOLE),
  /** The colour of "stable": grey, or the amber of the 2020 scheme. */
  STABLE_COLOUR("Stable colour", "grey", Kind.COLOUR),
  /** How many charts are drawn at most. */
  CHARTS_AT_MOST("Charts at most", "100", Kind.WHOLE),
  /** Whether the built-in measures are known. */
  CATALOGUE("Catalogue", "built-in", Kind.CATALOGUE),
  /** How many decimals are shown: by unit, or one number for all. */
  DECIMALS("Decimals", "by unit", Kind.DECIMALS);

  /** What values a setting takes. */
  enum Kind {
    TEXT("any text"),
    PERIOD("a quarter such as 2020/21 Q1, or a month such as December 2018"),
    LIMITS_METHOD("a limits method such as Moving range or Standard deviation"),
    WHOLE("a whole number from 0"),
    RUN("a whole number from 3"),
    YES_NO("yes or no"),
    COLOUR("grey or amber", "grey", "amber"),
    CATALOGUE("built-in or none", "built-in", "none"),
    DECIMALS("by unit, or a whole number from 0 to 6");

    private final String wanted;
    private final List<String> choices;

    Kind(String wanted, String... choices) {
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

  Setting(String label, String standard, Kind kind) {
    this.label = label;
    this.standard = standard;
    this.kind = kind;
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
