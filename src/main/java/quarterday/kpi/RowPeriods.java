package quarterday.kpi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;

/** Reads the month or quarter of each row of a long table. */
final class RowPeriods {
  /** What a period is read from; the same few stand in very many rows. */
  private record Written(Content period, String format, Content year) {}

  private final boolean dates1904;
  private final MergedColumn periods;
  private final Optional<MergedColumn> years;
  private final Map<Written, Optional<ReportingPeriod>> read = new HashMap<>();

  RowPeriods(SheetSnapshot sheet, boolean dates1904, int period, OptionalInt year) {
    this.dates1904 = dates1904;
    this.periods = new MergedColumn(sheet, period);
    this.years =
        year.isPresent() ? Optional.of(new MergedColumn(sheet, year.getAsInt())) : Optional.empty();
  }

  /** The cell that says a row's period. */
  CellSnapshot cell(int row) {
    return periods.at(row);
  }

  /** The day that a row's cell holds, if it holds a date. */
  Optional<LocalDate> day(int row) {
    return PeriodReader.day(cell(row), dates1904);
  }

  /** The period of a row; a month without a year takes it from the column of years. */
  Optional<ReportingPeriod> at(int row) {
    CellSnapshot cell = cell(row);
    CellSnapshot year = years.map(column -> column.at(row)).orElse(CellSnapshot.BLANK);
    return read.computeIfAbsent(
        new Written(cell.content(), cell.format(), year.content()), written -> read(cell, year));
  }

  private Optional<ReportingPeriod> read(CellSnapshot cell, CellSnapshot year) {
    return PeriodReader.of(cell, dates1904)
        .or(
            () ->
                cell.content()
                    .text()
                    .flatMap(text -> PeriodReader.under(SettingsSheets.shown(year), text)));
  }
}
