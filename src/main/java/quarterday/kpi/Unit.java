package quarterday.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a measure is counted in. The number of decimals shown is a matter of the unit alone. */
public enum Unit {
  /** Things or events, whole numbers. */
  COUNT("Count", "", 0, "count", "number", "no", "#", "num", "n", "volume", "integer"),
  /** A share of a hundred. */
  PERCENTAGE(
      "Percentage",
      "%",
      1,
      "percentage",
      "percent",
      "per cent",
      "%",
      "pct",
      "rate %",
      "proportion"),
  /** So many of one thing for each of another. */
  RATE(
      "Rate",
      "",
      2,
      "rate",
      "ratio",
      "rate per 1,000",
      "rate per 1000",
      "per 1,000",
      "per 1000",
      "rate per 100,000"),
  /** Hours. */
  HOURS("Hours", " hours", 1, "hours", "hour", "hrs", "hr", "h"),
  /** Days, working or calendar. */
  DAYS("Days", " days", 0, "days", "day", "calendar days", "working days"),
  /** Minutes. */
  MINUTES("Minutes", " minutes", 1, "minutes", "minute", "mins", "min"),
  /** Seconds. */
  SECONDS("Seconds", " seconds", 1, "seconds", "second", "secs", "sec"),
  /** Money. */
  POUNDS("Pounds", "", 0, "pounds", "pound", "\u00a3", "gbp", "money", "cost");

  /** The last brackets of a name: {@code Average wait (minutes)}. */
  private static final Pattern BRACKETED = Pattern.compile("[(\\[]([^()\\[\\]]+)[)\\]]\\s*$");

  private final String label;
  private final String suffix;
  private final int decimals;
  private final String[] spellings;

  Unit(String label, String suffix, int decimals, String... spellings) {
    this.label = label;
    this.suffix = suffix;
    this.decimals = decimals;
    this.spellings = spellings;
  }

  /** As settings sheets write it. */
  public String label() {
    return label;
  }

  /** Whether it is a length of time. */
  public boolean isTime() {
    return this == HOURS || this == DAYS || this == MINUTES || this == SECONDS;
  }

  /** What follows a figure in a sentence: {@code %}, {@code " hours"} or nothing. */
  public String suffix() {
    return suffix;
  }

  /** How many decimals figures are shown with. */
  public int decimals() {
    return decimals;
  }

  /** Reads a unit as people write it; empty when it is none of these. */
  public static Optional<Unit> parse(String text) {
    String plain = text.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(unit -> Arrays.asList(unit.spellings).contains(plain))
        .findFirst();
  }

  /** The unit that a number format shows: per cent or pounds. */
  static Optional<Unit> ofFormat(String format) {
    if (format.contains("%")) {
      return Optional.of(PERCENTAGE);
    }
    return format.contains("\u00a3") ? Optional.of(POUNDS) : Optional.empty();
  }

  /** The unit that a measure's name tells, as in {@code % of ...} or {@code ... hours}. */
  static Optional<Unit> ofName(String name) {
    String plain = " " + name.toLowerCase(Locale.ROOT).replace('\u00a0', ' ') + " ";
    if (plain.contains("%")
        || plain.contains("per cent")
        || plain.contains("percent")
        || plain.contains("proportion")
        || plain.contains(" share of ")) {
      return Optional.of(PERCENTAGE);
    }
    Matcher bracketed = BRACKETED.matcher(plain);
    Optional<Unit> told =
        bracketed.find()
            ? parse(bracketed.group(1)).filter(unit -> unit != COUNT && unit != RATE)
            : Optional.empty();
    if (told.isPresent()) {
      return told;
    }
    if (plain.contains(" hours")) {
      return Optional.of(HOURS);
    }
    if (plain.contains(" days ") || plain.contains(" days:") || plain.contains(" days lost")) {
      return Optional.of(DAYS);
    }
    return Optional.empty();
  }
}
