package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.check.Checks;
import quarterday.check.LastReport;
import quarterday.check.Subject;
import quarterday.edit.EditPlan;
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
import quarterday.spc.LimitsMethod;

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
    return complete(snapshot, book, review(snapshot, book), version);
  }

  /**
   * Checks a workbook. It finds what completing it finds and, beyond that, the abbreviations which
   * completing would add to its glossary. One that has a table but no figures to complete is
   * checked for what keeps them away.
   *
   * @param snapshot the workbook as read
   * @param requested settings that override the workbook's, in their clean spelling
   * @param version the product's version
   * @throws UnusableInput if there is nothing in the workbook that could be checked
   */
  public static Inspection inspect(
      Snapshot snapshot, Map<Setting, String> requested, String version) throws UnusableInput {
    KpiBook book = KpiReader.read(snapshot, requested);
    try {
      Review review = review(snapshot, book);
      List<Finding> findings =
          new ArrayList<>(
              Planner.findings(snapshot, book, review, found(snapshot, book, review), version));
      findings.addAll(
          new GlossaryPart(snapshot, book, review, Planner.settingsSheets()).unlisted());
      return new Inspection(Checks.inOrder(findings, snapshot), Optional.of(review), book);
    } catch (UnusableInput unusable) {
      boolean atCells = book.findings().stream().anyMatch(f -> !f.cell().isEmpty());
      if (book.tables().isEmpty() && !atCells) {
        throw unusable;
      }
      List<Finding> findings = new ArrayList<>(book.findings());
      findings.add(Finding.about(ReadingRule.NO_FIGURES, "", unusable.getMessage()));
      return new Inspection(Checks.inOrder(findings, snapshot), Optional.empty(), book);
    }
  }

  /**
   * Plans the glossary of a workbook, and nothing else that completes it.
   *
   * @param snapshot the workbook as read
   * @param version the product's version
   * @throws UnusableInput if no visible sheet has a table of measures with a figure, or the
   *     glossary is protected
   */
  public static EditPlan glossary(Snapshot snapshot, String version) throws UnusableInput {
    KpiBook book = KpiReader.read(snapshot, Map.of());
    return Planner.glossary(snapshot, book, review(snapshot, book), version);
  }

  private static Review review(Snapshot snapshot, KpiBook book) throws UnusableInput {
    if (book.tables().isEmpty()) {
      throw new UnusableInput(
          "no-measure-table",
          "There is no table of measures to complete.",
          error(book)
              .orElse("Add a header row with a Measure column and a column for each month."));
    }
    Optional<LimitsMethod> recognised =
        Ledger.parse(snapshot.ledger()).flatMap(Ledger::recognisedMethod);
    Review review = Judge.review(book, recognised).orElseThrow(() -> noFigures(book));
    if (review.measures().stream().noneMatch(m -> m.isReported(review.period()))) {
      throw new UnusableInput(
          "empty-period",
          "No measure has a figure for " + review.period().label() + ".",
          "Choose another reporting period, or fill in its months.");
    }
    return review;
  }

  private static Completed complete(
      Snapshot snapshot, KpiBook book, Review review, String version) {
    List<Finding> found = found(snapshot, book, review);
    Planner planner = Planner.whole(snapshot, book, review, found, version);
    return new Completed(review, Checks.inOrder(planner.findings(), snapshot), planner.plan());
  }

  /** What reading, judging and the checks have found. */
  private static List<Finding> found(Snapshot snapshot, KpiBook book, Review review) {
    LastReport history =
        Ledger.parse(snapshot.ledger())
            .map(ledger -> ledger.history(review.period().label()))
            .orElse(LastReport.none());
    List<Finding> findings = new ArrayList<>(book.findings());
    findings.addAll(review.findings());
    findings.addAll(Checks.of(Subject.of(snapshot, book, review, history)));
    return findings;
  }

  /** The error that explains why nothing can be completed. */
  private static Optional<String> error(KpiBook book) {
    return book.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .map(Finding::message)
        .findFirst();
  }

  private static UnusableInput noFigures(KpiBook book) {
    return new UnusableInput(
        "no-figures",
        "The measures in this workbook have no figures yet.",
        error(book).orElse("Fill in at least one month, then complete it."));
  }
}
