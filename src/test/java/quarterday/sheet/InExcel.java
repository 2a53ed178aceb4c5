package quarterday.sheet;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A workbook as the add-in sees it: it cannot see what the series of a chart are drawn from. */
public final class InExcel {
  private InExcel() {}

  /** The workbook, its charts without title, description and series. */
  public static Snapshot seen(Snapshot workbook) {
    return charts(
        workbook,
        chart -> new ChartSnapshot(chart.name(), chart.place(), "", "", Optional.empty()));
  }

  /** The workbook with charts as the add-in draws them: without a description. */
  public static Snapshot drawn(Snapshot workbook) {
    return charts(
        workbook,
        chart -> new ChartSnapshot(chart.name(), chart.place(), chart.title(), "", chart.series()));
  }

  /** The workbook with another ledger. */
  public static Snapshot knowing(Snapshot workbook, String ledger) {
    return new Snapshot(
        workbook.sheets(),
        workbook.names(),
        workbook.dates1904(),
        workbook.structureLocked(),
        ledger);
  }

  /** The workbook with one sheet changed. */
  public static Snapshot edited(
      Snapshot workbook, String sheet, UnaryOperator<SheetSnapshot.Builder> edit) {
    return new Snapshot(
        workbook.sheets().stream()
            .map(s -> s.name().equals(sheet) ? edit.apply(s.edit()).build() : s)
            .toList(),
        workbook.names(),
        workbook.dates1904(),
        workbook.structureLocked(),
        workbook.ledger());
  }

  private static Snapshot charts(Snapshot workbook, UnaryOperator<ChartSnapshot> change) {
    return new Snapshot(
        workbook.sheets().stream().map(sheet -> charts(sheet, change)).toList(),
        workbook.names(),
        workbook.dates1904(),
        workbook.structureLocked(),
        workbook.ledger());
  }

  private static SheetSnapshot charts(SheetSnapshot sheet, UnaryOperator<ChartSnapshot> change) {
    if (sheet.charts().isEmpty()) {
      return sheet;
    }
    SheetSnapshot.Builder builder = SheetSnapshot.named(sheet.name());
    for (int row : sheet.rows()) {
      for (int column : sheet.columns(row)) {
        builder.put(row, column, sheet.at(row, column));
      }
      builder.formattedTo(row, sheet.lastColumn(row));
    }
    builder.hidden(sheet.isHidden()).locked(sheet.isLocked());
    sheet.merged().forEach(builder::merge);
    sheet.hiddenRows().forEach(builder::hideRow);
    sheet.hiddenColumns().forEach(builder::hideColumn);
    sheet.tables().forEach(builder::table);
    sheet.widths().forEach(builder::width);
    sheet.heights().forEach(builder::height);
    sheet.charts().forEach(chart -> builder.chart(change.apply(chart)));
    return builder.build();
  }
}
