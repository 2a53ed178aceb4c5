package quarterday.check;

import java.util.List;
import java.util.Map;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.Setting;
import quarterday.review.Judge;
import quarterday.review.Review;
import quarterday.sheet.Sketch;
import quarterday.sheet.Snapshot;

/** What the checks find in a sketched workbook. */
final class Checked {
  private Checked() {}

  static List<Finding> findings(Sketch first, Sketch... others) {
    return findings(Map.of(), LastReport.none(), first.with(others));
  }

  static List<Finding> findings(
      Map<Setting, String> settings, LastReport before, Snapshot snapshot) {
    KpiBook book = KpiReader.read(snapshot, settings);
    return Checks.of(Subject.of(snapshot, book, Judge.review(book).orElseThrow(), before));
  }

  /** Each finding as {@code V01 Data!B7}. */
  static List<String> places(Sketch first, Sketch... others) {
    return places(findings(first, others));
  }

  static List<String> places(List<Finding> findings) {
    return findings.stream().map(f -> f.code() + " " + f.sheet() + "!" + f.cell()).toList();
  }

  /** The only finding. */
  static Finding only(Sketch first, Sketch... others) {
    List<Finding> findings = findings(first, others);
    if (findings.size() != 1) {
      throw new AssertionError("Not one finding but " + findings);
    }
    return findings.get(0);
  }

  /** The review that the checks are given. */
  static Review review(Sketch first, Sketch... others) {
    return Judge.review(KpiReader.read(first.with(others), Map.of())).orElseThrow();
  }

  /** The findings of one rule. */
  static List<Finding> of(CheckRule rule, Sketch first, Sketch... others) {
    return findings(first, others).stream().filter(f -> f.code().equals(rule.code())).toList();
  }
}
