package quarterday.complete;

import java.util.List;
import quarterday.edit.EditPlan;
import quarterday.kpi.Finding;
import quarterday.review.Review;

/**
 * What completing a workbook comes to.
 *
 * @param review the judged measures
 * @param findings all that is odd, errors first
 * @param plan the changes that complete the workbook; none if it is complete
 */
public record Completed(Review review, List<Finding> findings, EditPlan plan) {
  /** Copies the list. */
  public Completed {
    findings = List.copyOf(findings);
  }
}
