package quarterday.complete;

import java.util.List;
import java.util.Optional;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.Settings;
import quarterday.kpi.Severity;
import quarterday.review.Review;

/**
 * What checking a workbook comes to.
 *
 * @param findings all that is odd, errors first, accepted ones among the advice
 * @param review the judged measures; empty where there are no figures to judge
 * @param book the workbook as measures, with its settings and the analyst's decisions
 */
public record Inspection(List<Finding> findings, Optional<Review> review, KpiBook book) {
  /** Copies the list. */
  public Inspection {
    findings = List.copyOf(findings);
  }

  /** The settings in force: those recognised in the workbook's own limits included. */
  public Settings settings() {
    return review.map(Review::settings).orElse(book.settings());
  }

  /** Whether an error stands that nobody has accepted. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }
}
