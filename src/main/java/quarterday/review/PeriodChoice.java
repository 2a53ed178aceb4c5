package quarterday.review;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.KpiBook;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.ReportingPeriod;

/**
 * The reporting period and how it was chosen.
 *
 * @param period the period
 * @param how in words, for the Method sheet
 */
record PeriodChoice(ReportingPeriod period, String how) {
  /**
   * The period that the settings name; else the latest quarter in which at least half of the
   * monthly measures with any data have all three months; else the latest quarter or month that is
   * filled in. Empty when the workbook has no figures at all.
   */
  static Optional<PeriodChoice> of(KpiBook book) {
    Optional<ReportingPeriod> asked = book.settings().reportingPeriod();
    if (asked.isPresent()) {
      return Optional.of(new PeriodChoice(asked.get(), "as set"));
    }
    List<MeasureRow> rows = book.rows().filter(MeasureRow::hasFigures).toList();
    List<MeasureRow> monthly = rows.stream().filter(row -> !row.isQuarterly()).toList();
    TreeSet<YearMonth> months = new TreeSet<>();
    monthly.forEach(
        row ->
            row.months()
                .forEach(
                    (m, o) -> {
                      if (!o.isGap()) {
                        months.add(m);
                      }
                    }));
    TreeSet<FinancialQuarter> quarters = new TreeSet<>();
    months.forEach(month -> quarters.add(FinancialQuarter.of(month)));
    Optional<PeriodChoice> full =
        latest(
            quarters,
            monthly,
            (row, quarter) -> quarter.months().stream().allMatch(m -> row.value(m).isPresent()),
            "the latest quarter in which at least half of the monthly measures have all three months");
    if (full.isPresent()) {
      return full;
    }
    TreeSet<FinancialQuarter> typed = new TreeSet<>();
    rows.forEach(
        row ->
            row.quarters()
                .forEach(
                    (q, o) -> {
                      if (!o.isGap()) {
                        typed.add(q);
                      }
                    }));
    Optional<PeriodChoice> quarter =
        latest(
            typed,
            rows.stream().filter(row -> !row.quarters().isEmpty()).toList(),
            (row, q) -> row.quarters().containsKey(q) && !row.quarters().get(q).isGap(),
            "the latest quarter in which at least half of the quarterly measures have a figure");
    if (quarter.isPresent()) {
      return quarter;
    }
    return months.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PeriodChoice(
                new CalendarMonth(months.last()), "the latest month, as no quarter is complete"));
  }

  private static Optional<PeriodChoice> latest(
      TreeSet<FinancialQuarter> quarters,
      List<MeasureRow> rows,
      BiPredicate<MeasureRow, FinancialQuarter> filled,
      String how) {
    for (FinancialQuarter quarter : quarters.descendingSet()) {
      long full = rows.stream().filter(row -> filled.test(row, quarter)).count();
      if (full * 2 >= rows.size()) {
        return Optional.of(new PeriodChoice(quarter, how));
      }
    }
    return Optional.empty();
  }
}
