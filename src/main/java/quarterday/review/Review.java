package quarterday.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Settings;

/**
 * The judged workbook.
 *
 * @param period the reporting period
 * @param chosen how the period was chosen, in words
 * @param settings the settings in force
 * @param measures the measures, in the workbook's order
 * @param findings what the figures themselves give rise to
 */
public record Review(
    ReportingPeriod period,
    String chosen,
    Settings settings,
    List<MeasureReview> measures,
    List<Finding> findings) {
  /** Copies the lists. */
  public Review {
    measures = List.copyOf(measures);
    findings = List.copyOf(findings);
  }

  /** The measures by id. */
  public Map<String, MeasureReview> byId() {
    return measures.stream().collect(Collectors.toMap(m -> m.measure().id(), Function.identity()));
  }

  /**
   * The periods that a reader may ask for instead, the latest first: all of this period's kind in
   * which any measure has a figure.
   */
  public List<ReportingPeriod> periods() {
    Stream<ReportingPeriod> filled =
        measures.stream()
            .map(MeasureReview::row)
            .flatMap(period instanceof CalendarMonth ? Review::months : Review::quarters);
    return Stream.concat(Stream.of(period), filled)
        .distinct()
        .sorted(Comparator.comparing(ReportingPeriod::last).reversed())
        .toList();
  }

  private static Stream<ReportingPeriod> months(MeasureRow row) {
    return row.months().entrySet().stream()
        .filter(month -> !month.getValue().isGap())
        .map(month -> new CalendarMonth(month.getKey()));
  }

  private static Stream<ReportingPeriod> quarters(MeasureRow row) {
    return Stream.concat(
        row.months().entrySet().stream()
            .filter(month -> !month.getValue().isGap())
            .map(month -> FinancialQuarter.of(month.getKey())),
        row.quarters().entrySet().stream()
            .filter(quarter -> !quarter.getValue().isGap())
            .map(Map.Entry::getKey));
  }
}
