package quarterday.check;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Mark;
import quarterday.kpi.Measure;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;

/**
 * What the workbook said before: when it was last completed for an earlier period or, within a
 * period, when it was first completed for it. Empty where it never was.
 *
 * @param settings the settings that were in force, by name
 * @param measures the measures as they were read
 */
public record LastReport(Map<String, String> settings, List<Recorded> measures) {
  /** Copies the collections. */
  public LastReport {
    settings = Map.copyOf(settings);
    measures = List.copyOf(measures);
  }

  /**
   * A measure as it was read.
   *
   * @param id what it was known by
   * @param kpi its number, or empty
   * @param name its name
   * @param unit its unit's label
   * @param definition {@link LastReport#definition what it meant}, or empty
   * @param sheet the sheet it stood on
   * @param figures its figures as text with their marks, by {@link LastReport#key period}
   */
  public record Recorded(
      String id,
      String kpi,
      String name,
      String unit,
      String definition,
      String sheet,
      Map<String, String> figures) {
    /** Copies the map. */
    public Recorded {
      figures = Map.copyOf(figures);
    }

    /** Whether a measure has its name and place; its id may hang on its unit. */
    boolean isNamed(MeasureReview measure) {
      return sheet.equals(measure.table().sheet())
          && lasting(name).equals(lasting(measure.measure().name()));
    }

    /** The figure of a period, if there was one. */
    Optional<BigDecimal> value(ReportingPeriod period) {
      String text = figures.getOrDefault(key(period), "");
      int marks = text.indexOf('[');
      String number = marks < 0 ? text : text.substring(0, marks);
      try {
        return number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    /** Whether a figure was said to be provisional, so that a change was announced. */
    boolean isProvisional(ReportingPeriod period) {
      return figures.getOrDefault(key(period), "").contains(Mark.PROVISIONAL.token());
    }
  }

  /** No earlier completion. */
  public static LastReport none() {
    return new LastReport(Map.of(), List.of());
  }

  /** How a period is recorded: {@code 2020-04}, or {@code 2020Q1} for a financial quarter. */
  public static String key(ReportingPeriod period) {
    return period instanceof FinancialQuarter quarter
        ? quarter.startYear() + "Q" + quarter.quarter()
        : period.first().toString();
  }

  /** A text as it can be kept: without control characters, line ends or half a character. */
  public static String lasting(String text) {
    if (text.codePoints().allMatch(LastReport::lasts)) {
      return text;
    }
    StringBuilder lasting = new StringBuilder(text.length());
    text.codePoints().forEach(c -> lasting.appendCodePoint(lasts(c) ? c : ' '));
    return lasting.toString();
  }

  private static boolean lasts(int c) {
    return c >= ' ' && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
  }

  /** A fingerprint of a definition that the workbook itself gives; empty where it gives none. */
  public static String definition(Measure measure) {
    if (measure.definition().isEmpty() || !measure.isDefinedInWorkbook()) {
      return "";
    }
    CRC32 sum = new CRC32();
    sum.update(measure.definition().strip().getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
