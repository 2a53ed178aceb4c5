package quarterday.complete;

import java.util.Locale;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.Settings;
import quarterday.kpi.Unit;
import quarterday.sheet.CellSnapshot;

/** The number formats of results, by unit; rounding is for the eye only. */
final class Formats {
  /** A month on our own sheets. */
  static final String MONTH = "mmm\\-yy";

  /** A change in per cent. */
  static final String PERCENT_CHANGE = "+0.0%;-0.0%;0.0%";

  private final Settings settings;

  Formats(Settings settings) {
    this.settings = settings;
  }

  /** A figure of this row, in the scale of its cells. */
  String figure(MeasureRow row) {
    return number(row, settings.decimals(row.measure().unit()));
  }

  /** The labels of a scale whose steps have so many decimals in the scale of the row's cells. */
  static String scale(MeasureRow row, int decimals) {
    boolean fraction = row.measure().isPercentage() && row.inFractions();
    return number(row, fraction ? Math.max(0, decimals - 2) : decimals);
  }

  /** A mean or a limit: one decimal more than the figures. */
  String limit(MeasureRow row) {
    return number(row, settings.decimals(row.measure().unit()) + 1);
  }

  /** A difference, with its sign. */
  String change(MeasureRow row) {
    int decimals = settings.decimals(row.measure().unit());
    if (row.measure().isPercentage()) {
      String digits = "0" + places(decimals);
      return String.format(Locale.ROOT, "+%1$s\" pp\";-%1$s\" pp\";%1$s\" pp\"", digits);
    }
    String digits = "#,##0" + places(decimals);
    return row.measure().unit() == Unit.POUNDS
        ? String.format(Locale.ROOT, "+\u00a3%1$s;-\u00a3%1$s;\u00a3%1$s", digits)
        : String.format(Locale.ROOT, "+%1$s;-%1$s;%1$s", digits);
  }

  private static String number(MeasureRow row, int decimals) {
    if (row.measure().isPercentage()) {
      return row.inFractions() ? "0" + places(decimals) + "%" : "0" + places(decimals);
    }
    String digits = "#,##0" + places(decimals);
    return row.measure().unit() == Unit.POUNDS ? "\u00a3" + digits : digits;
  }

  private static String places(int decimals) {
    return decimals == 0 ? "" : "." + "0".repeat(decimals);
  }

  /** The same format, whatever program saved it. */
  static boolean same(CellSnapshot one, String format) {
    return one.format().equals(format) || plain(one.format()).equals(plain(format));
  }

  private static String plain(String format) {
    return format.replace("\\", "").replace("\"", "");
  }
}
