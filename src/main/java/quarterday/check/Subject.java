package quarterday.check;

import java.util.List;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Snapshot;

/** What is checked: the workbook as read, its measures, their review, and what was there before. */
public final class Subject {
  private final Snapshot snapshot;
  private final KpiBook book;
  private final Review review;
  private final History before;
  private final List<Narrative> narratives;

  private Subject(Snapshot snapshot, KpiBook book, Review review, History before) {
    this.snapshot = snapshot;
    this.book = book;
    this.review = review;
    this.before = before;
    this.narratives = Narrative.of(review);
  }

  /** A judged workbook. */
  public static Subject of(Snapshot snapshot, KpiBook book, Review review, History before) {
    return new Subject(snapshot, book, review, before);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  KpiBook book() {
    return book;
  }

  Review review() {
    return review;
  }

  History before() {
    return before;
  }

  /** The commentaries, read once, in the workbook's order. */
  List<Narrative> narratives() {
    return narratives;
  }

  /** A finding about a cell of a measure's row. */
  static Finding at(CheckRule rule, MeasureReview measure, Address cell, String message) {
    return Finding.at(rule, measure.table().sheet(), cell, measure.measure().name(), message);
  }
}
