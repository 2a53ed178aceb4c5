package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import quarterday.edit.EditPlan;
import quarterday.kpi.Finding;
import quarterday.kpi.ReadingRule;
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

  /**
   * This, of a workbook that is digitally signed: a change breaks the signature, and that is said.
   */
  public Completed ofSigned() {
    if (plan.isEmpty()) {
      return this;
    }
    List<Finding> more = new ArrayList<>(findings);
    more.add(
        Finding.about(
            ReadingRule.SIGNATURE,
            "",
            "This workbook is digitally signed, and completing it breaks the signature; sign it"
                + " again."));
    return new Completed(review, more, plan);
  }
}
