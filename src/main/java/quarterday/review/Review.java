package quarterday.review;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
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
}
