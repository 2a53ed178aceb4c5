package quarterday.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.Setting;
import quarterday.kpi.Severity;
import quarterday.review.Judge;
import quarterday.review.Review;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/** Completes a workbook: reads it, judges it and plans what is to be written. */
public final class Completion {
  private Completion() {}

  /**
   * Completes a workbook.
   *
   * @param snapshot the workbook as read
   * @param requested settings that override the workbook's, in their clean spelling
   * @param version the product's version, for the Method sheet and the ledger
   * @throws UnusableInput if no visible sheet has a table of measures with a figure
   */
  public static Completed complete(
      Snapshot snapshot, Map<Setting, String> requested, String version) throws UnusableInput {
    KpiBook book = KpiReader.read(snapshot, requested);
    if (book.tables().isEmpty()) {
      throw new UnusableInput("no-measure-table", NO_TABLE, why(book));
    }
    Optional<Review> judged = Judge.review(book);
    if (judged.isEmpty()) {
      throw new UnusableInput(
          "no-figures",
          "The measures in this workbook have no figures yet.",
          "Fill in at least one month, or correct the cells named by: " + why(book));
    }
    Review review = judged.get();
    Planner planner = new Planner(snapshot, book, review, version);
    List<Finding> findings = new ArrayList<>(book.findings());
    findings.addAll(review.findings());
    findings.addAll(planner.findings());
    findings.sort(Comparator.comparing(Finding::severity));
    return new Completed(review, findings, planner.plan());
  }

  private static final String NO_TABLE = "There is no table of measures to complete.";

  /** The finding that explains most, as the remedy. */
  private static String why(KpiBook book) {
    return book.findings().stream()
        .filter(f -> !f.code().equals(ReadingRule.NO_TABLE.code()))
        .filter(f -> f.severity() == Severity.ERROR)
        .findFirst()
        .or(() -> book.findings().stream().findFirst())
        .map(Finding::message)
        .orElse("Check the figures.");
  }
}
