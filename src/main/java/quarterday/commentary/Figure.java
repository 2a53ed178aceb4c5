package quarterday.commentary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import quarterday.kpi.Unit;

/**
 * A number in a text that says how much.
 *
 * @param value the number without its sign, in its kind's unit: {@code £1.2m} is 1,200,000 and
 *     {@code 1h25} is 85 minutes
 * @param upTo the end of a range such as {@code 5-10}
 * @param kind what it counts
 * @param decimals the decimals shown; below zero where digits are left out, as in {@code £1.2m}
 * @param sign the sign written before it
 * @param hedge whether it is said to be about right
 * @param spelled whether it is written in letters
 * @param bracketed whether it stands first inside brackets
 * @param start where it starts in the text
 * @param end where it ends
 */
public record Figure(
    BigDecimal value,
    Optional<BigDecimal> upTo,
    Kind kind,
    int decimals,
    Sign sign,
    Hedge hedge,
    boolean spelled,
    boolean bracketed,
    int start,
    int end) {

  /** What a figure counts. */
  public enum Kind {
    /** Things, or what a noun behind it says. */
    NUMBER,
    /** Per cent. */
    PER_CENT,
    /** A fraction in words, as a range of per cent: {@code a third}. */
    FRACTION,
    /** Percentage points. */
    POINTS,
    /** Hours. */
    HOURS,
    /** Minutes; hours and minutes are minutes. */
    MINUTES,
    /** Seconds; minutes and seconds are seconds. */
    SECONDS,
    /** Days. */
    DAYS,
    /** Weeks. */
    WEEKS,
    /** Months. */
    MONTHS,
    /** Years. */
    YEARS,
    /** Pounds. */
    POUNDS
  }

  /** The sign before a figure. */
  public enum Sign {
    /** No sign. */
    NONE,
    /** A plus. */
    PLUS,
    /** A minus. */
    MINUS
  }

  /** How a figure is qualified. */
  public enum Hedge {
    /** Not at all. */
    EXACT,
    /** {@code about}, {@code approximately}, {@code c.}, {@code ~}. */
    ABOUT,
    /** {@code over}, {@code more than}, {@code at least}. */
    OVER,
    /** {@code under}, {@code nearly}, {@code up to}. */
    UNDER
  }

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  /** A figure said to be about right may be this far off, as a share of itself. */
  private static final BigDecimal LEEWAY = new BigDecimal("0.05");

  /** Whether a true value, in this figure's unit, may be written like this. */
  public boolean agrees(BigDecimal truth) {
    BigDecimal size = truth.abs();
    if (upTo.isPresent()) {
      return size.compareTo(value) >= 0 && size.compareTo(upTo.get()) <= 0;
    }
    BigDecimal leeway = size.multiply(LEEWAY);
    return switch (hedge) {
      case EXACT -> isRounded(size);
      case ABOUT -> isRounded(size) || value.subtract(size).abs().compareTo(leeway) <= 0;
      case OVER ->
          isRounded(size)
              || (size.compareTo(value) >= 0
                  && size.subtract(value).compareTo(leeway.add(leeway)) <= 0);
      case UNDER ->
          isRounded(size)
              || (size.compareTo(value) <= 0
                  && value.subtract(size).compareTo(leeway.add(leeway)) <= 0);
    };
  }

  /** A tie may have been rounded either way: spreadsheets and people differ. */
  private boolean isRounded(BigDecimal size) {
    return size.setScale(decimals, RoundingMode.HALF_UP).compareTo(value) == 0
        || size.setScale(decimals, RoundingMode.HALF_DOWN).compareTo(value) == 0;
  }

  /**
   * A value in a measure's unit as this figure counts; empty where the two count different things.
   */
  public Optional<BigDecimal> measured(BigDecimal inUnit, Unit unit) {
    return switch (unit) {
      case PERCENTAGE ->
          kind == Kind.PER_CENT || kind == Kind.POINTS ? Optional.of(inUnit) : Optional.empty();
      case POUNDS ->
          kind == Kind.POUNDS || kind == Kind.NUMBER ? Optional.of(inUnit) : Optional.empty();
      case COUNT, RATE -> kind == Kind.NUMBER ? Optional.of(inUnit) : Optional.empty();
      case DAYS ->
          kind == Kind.DAYS || kind == Kind.NUMBER ? Optional.of(inUnit) : Optional.empty();
      case HOURS -> time(inUnit, 2);
      case MINUTES -> time(inUnit, 1);
      case SECONDS -> time(inUnit, 0);
    };
  }

  /** A time, given in seconds (0), minutes (1) or hours (2), in this figure's unit. */
  private Optional<BigDecimal> time(BigDecimal given, int unit) {
    int wanted =
        switch (kind) {
          case NUMBER -> unit;
          case SECONDS -> 0;
          case MINUTES -> 1;
          case HOURS -> 2;
          default -> -1;
        };
    if (wanted < 0) {
      return Optional.empty();
    }
    BigDecimal value = given;
    for (int step = unit; step > wanted; step--) {
      value = value.multiply(SIXTY);
    }
    for (int step = unit; step < wanted; step++) {
      value = value.divide(SIXTY, 12, RoundingMode.HALF_UP);
    }
    return Optional.of(value);
  }

  /** Whether it is so many of a hundred, in figures or in words. */
  public boolean isShare() {
    return kind == Kind.PER_CENT || kind == Kind.FRACTION;
  }

  /** Whether it is a plain number or a time, and neither per cent nor points. */
  public boolean isAmount() {
    return !isShare() && kind != Kind.POINTS;
  }

  Figure as(Kind other) {
    return new Figure(value, upTo, other, decimals, sign, hedge, spelled, bracketed, start, end);
  }

  Figure hedged(Hedge other) {
    return new Figure(value, upTo, kind, decimals, sign, other, spelled, bracketed, start, end);
  }

  /** The figure as a finding quotes it: as the text writes it. */
  public String in(String text) {
    return text.substring(start, end).strip();
  }
}
