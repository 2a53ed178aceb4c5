package quarterday.complete;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import quarterday.edit.CellPlan;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.kpi.Adjustment;
import quarterday.kpi.AdjustmentsTab;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.PeriodReader;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/**
 * A decision about a measure to be written into the analyst's own sheet of adjustments, or to be
 * taken out of it; without a sheet one is added.
 *
 * @param measure the measure's id
 * @param month the month it speaks of
 * @param kind what is decided
 * @param reason why, or empty
 * @param by who decided, as a role, or empty
 * @param removes whether it is taken out
 */
public record AdjustmentChange(
    String measure,
    YearMonth month,
    Adjustment.Kind kind,
    String reason,
    String by,
    boolean removes) {
  private static final String TITLE = "Adjustments";
  private static final String MONTH_FORMAT = "mmm-yy";

  /**
   * Reads a decision.
   *
   * @param month such as {@code 2019-04}
   * @param kind such as {@code reset-limits}
   * @throws UnusableInput if month or kind are none, or a reset has no reason
   */
  public static AdjustmentChange of(
      String measure, String month, String kind, String reason, String by, boolean removes)
      throws UnusableInput {
    Optional<Adjustment.Kind> known = Adjustment.Kind.ofKey(kind);
    if (known.isEmpty()) {
      throw bad(
          "\u201c" + kind + "\u201d is no kind of adjustment.",
          "Choose reset-limits, leave-out or note.");
    }
    YearMonth read;
    try {
      read = YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw bad("\u201c" + month + "\u201d is no month.", "Write it as 2019-04.");
    }
    if (known.get() == Adjustment.Kind.RESET && reason.isBlank() && !removes) {
      throw new UnusableInput(
          "reset-without-reason",
          "The limits are not reset in "
              + CalendarMonth.words(read)
              + " because no reason is given.",
          "Write the reason, which the panel will read too.");
    }
    return new AdjustmentChange(measure, read, known.get(), reason.strip(), by.strip(), removes);
  }

  private static UnusableInput bad(String sentence, String remedy) {
    return new UnusableInput("bad-adjustment", sentence, remedy);
  }

  /**
   * The plan that writes the decision down, or takes it out.
   *
   * @throws UnusableInput if the workbook has no such measure, or its sheet cannot hold the
   *     decision
   */
  public EditPlan plan(Snapshot snapshot) throws UnusableInput {
    KpiBook book = KpiReader.read(snapshot, Map.of());
    MeasureRow row = book.byId().get(measure);
    if (row == null) {
      throw bad(
          "The workbook has no measure \u201c" + measure + "\u201d.",
          "Check the workbook again, and choose one of its measures.");
    }
    Optional<AdjustmentsTab> tab = book.adjustmentsTab();
    Optional<AdjustmentsTab.Entry> entry =
        tab.flatMap(t -> t.entries().stream().filter(this::isThis).findFirst());
    if (removes && entry.isEmpty()) {
      throw bad(
          "There is no such adjustment in the workbook any more.", "Check the workbook again.");
    }
    if (tab.isEmpty()) {
      return new EditPlan(
          AnalystSheet.added(
              snapshot,
              TITLE,
              "Each row resets a measure's limits from a month on, leaves a month out of them, or notes something; a reset needs a reason.",
              List.of("Measure", "Month", "Kind", "Reason", "By", "Date"),
              List.of(cells(name(book, row), serial(snapshot))),
              List.of(42.0, 10.0, 14.0, 80.0, 24.0, 14.0)));
    }
    AnalystSheet sheet = AnalystSheet.of(snapshot, tab.get().sheet());
    AdjustmentsTab.Columns columns = tab.get().columns();
    if (removes) {
      for (int column = columns.first(); column <= columns.last(); column++) {
        sheet.put(entry.get().row(), column, Content.blank());
      }
      return new EditPlan(sheet.edits());
    }
    int at = entry.map(AdjustmentsTab.Entry::row).orElse(-1);
    if (at < 0) {
      at = sheet.freeRow(tab.get().nextRow(), columns.first(), columns.last());
      sheet.put(at, columns.measure(), Content.of(name(book, row)));
      sheet.put(at, columns.month(), serial(snapshot), monthFormat(tab.get()));
      sheet.put(at, columns.kind(), Content.of(kind.label()));
    }
    words(sheet, at, columns.reason(), reason, "Reason");
    words(sheet, at, columns.by(), by, "By");
    return new EditPlan(sheet.edits());
  }

  private boolean isThis(AdjustmentsTab.Entry entry) {
    return entry.measure().equals(measure)
        && entry.month().filter(month::equals).isPresent()
        && entry.kind().filter(kind::equals).isPresent();
  }

  private static void words(
      AnalystSheet sheet, int row, OptionalInt column, String words, String heading)
      throws UnusableInput {
    if (column.isPresent()) {
      sheet.put(row, column.getAsInt(), words.isEmpty() ? Content.blank() : Content.of(words));
    } else if (!words.isEmpty()) {
      throw bad(
          "The sheet of adjustments has no column " + heading + ".",
          "Add one in its row of headings, and try again.");
    }
  }

  /** How the measure is called where no other is called so; else its id. */
  private String name(KpiBook book, MeasureRow row) {
    String name = row.measure().name();
    boolean alone =
        book.byId().values().stream()
                .filter(other -> other.measure().name().equalsIgnoreCase(name))
                .count()
            == 1;
    return alone ? name : measure;
  }

  private Content serial(Snapshot snapshot) {
    return Content.of(PeriodReader.serial(month, snapshot.dates1904()));
  }

  /** The format that the months above have. */
  private static String monthFormat(AdjustmentsTab tab) {
    return tab.entries().stream()
        .map(AdjustmentsTab.Entry::monthFormat)
        .filter(format -> !format.equals(CellSnapshot.GENERAL))
        .reduce((first, last) -> last)
        .orElse(MONTH_FORMAT);
  }

  private List<CellPlan> cells(String name, Content serial) {
    return List.of(
        CellPlan.text(name, Look.ENTRY),
        new CellPlan(serial, "", MONTH_FORMAT, Look.ENTRY),
        CellPlan.text(kind.label(), Look.ENTRY),
        CellPlan.text(reason, Look.ENTRY),
        CellPlan.text(by, Look.ENTRY),
        CellPlan.empty(Look.ENTRY));
  }
}
