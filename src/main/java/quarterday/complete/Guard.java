package quarterday.complete;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;

/**
 * Tells when a row's figures are no longer those that were judged, so that no stale verdict is ever
 * shown: their number, their sum weighted by position, and, where figures were typed as text, the
 * first letters of those texts.
 */
final class Guard {
  /** What is shown in place of a verdict on figures that have changed. */
  static final String OUT_OF_DATE = "Out of date: complete again";

  /** How many letters of a text take part. */
  private static final int LETTERS = 6;

  /** A double has about this many digits that sums in any order agree on. */
  private static final int SURE_DIGITS = 12;

  /** The figures of a row in three numbers. */
  record Sign(int count, double sum, double text) {}

  private final Places places;
  private final Map<String, Sign> signs = new HashMap<>();
  private final Map<Integer, Double> largest = new TreeMap<>();
  private final Map<Integer, Boolean> texts = new TreeMap<>();

  Guard(Places places) {
    this.places = places;
    for (MeasureReview m : places.review().measures()) {
      Optional<Block> cells = cells(m);
      SheetSnapshot sheet = places.sheet(m.table());
      Sign sign = cells.map(block -> sign(sheet, block)).orElse(new Sign(0, 0, 0));
      signs.put(m.measure().id(), sign);
      texts.merge(m.table().number(), sign.text != 0, Boolean::logicalOr);
      double size = cells.map(block -> size(sheet, block)).orElse(0.0);
      largest.merge(m.table().number(), size, Math::max);
    }
  }

  private Optional<Block> cells(MeasureReview m) {
    return Places.judged(m.table(), m.row(), places.review().period());
  }

  Sign sign(MeasureReview m) {
    return signs.get(m.measure().id());
  }

  private static Sign sign(SheetSnapshot sheet, Block cells) {
    int count = 0;
    double weighted = 0;
    double plain = 0;
    double text = 0;
    boolean fault = false;
    for (int column = cells.left(); column <= cells.right(); column++) {
      CellSnapshot cell = sheet.at(cells.top(), column);
      int position = column - cells.left() + 1;
      if (cell.content().number().isPresent()) {
        double value = cell.content().number().getAsDouble();
        count++;
        weighted += value * position;
        plain += value;
      } else if (cell.content() instanceof Content.Fault) {
        fault = true;
      } else {
        text += position * letters(cell.content().text().orElse(""));
      }
    }
    // A fault spoils a weighted sum, and SUMIF, which passes over faults, takes no weights.
    return new Sign(count, fault ? plain : weighted, fault ? 0 : text);
  }

  private static double letters(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String padded = text + " ".repeat(LETTERS);
    double sum = 0;
    int at = 0;
    for (int i = 1; i <= LETTERS; i++) {
      // Spreadsheets count in UTF-16 units, as Java does.
      sum += (double) i * Character.codePointAt(padded, at);
      at++;
    }
    return sum;
  }

  private static double size(SheetSnapshot sheet, Block cells) {
    double size = 0;
    for (int column = cells.left(); column <= cells.right(); column++) {
      size +=
          Math.abs(sheet.at(cells.top(), column).content().number().orElse(0))
              * (column - cells.left() + 1);
    }
    return size;
  }

  /** Whether the figures in a row of the sheet differ from those recorded for its measure. */
  String changed(MeasureTable table, int row, IntFunction<String> recorded) {
    Optional<Block> cells = judged(table, row);
    if (cells.isEmpty()) {
      return "FALSE";
    }
    String first = new Address(row, cells.get().left()).ownRow();
    String range = first + ":" + new Address(row, cells.get().right()).ownRow();
    String position = "COLUMN(" + range + ")-COLUMN(" + first + ")+1";
    double size = Math.max(1, largest.getOrDefault(table.number(), 1.0));
    int digits = (int) Math.max(0, Math.min(9, SURE_DIGITS - Math.ceil(Math.log10(size))));
    StringBuilder formula =
        new StringBuilder(
                String.format(
                    Locale.ROOT, "OR(COUNT(%s)<>%s", range, recorded.apply(ResultsSheet.COUNT)))
            .append(
                String.format(
                    Locale.ROOT,
                    ",ROUND(IFERROR(SUMPRODUCT(%1$s,%2$s),SUMIF(%1$s,\">-1E300\"))-%3$s,%4$d)<>0",
                    range,
                    position,
                    recorded.apply(ResultsSheet.SUM),
                    digits));
    if (texts.getOrDefault(table.number(), false)) {
      StringBuilder letters = new StringBuilder();
      for (int i = 1; i <= LETTERS; i++) {
        letters
            .append(i == 1 ? "" : "+")
            .append(i == 1 ? "" : i + "*")
            .append(
                String.format(
                    Locale.ROOT,
                    "_xlfn.UNICODE(MID(%s&\"%s\",%d,1))",
                    range,
                    " ".repeat(LETTERS),
                    i));
      }
      formula.append(
          String.format(
              Locale.ROOT,
              ",IFERROR(SUMPRODUCT(ISTEXT(%s)*(LEN(%s)>0)*(%s)*(%s)),0)<>%s",
              range,
              range,
              position,
              letters,
              recorded.apply(ResultsSheet.TEXT)));
    }
    return formula.append(')').toString();
  }

  private Optional<Block> judged(MeasureTable table, int row) {
    return table.rows().stream()
        .findFirst()
        .flatMap(any -> Places.judged(table, any, places.review().period()))
        .map(block -> new Block(row, block.left(), row, block.right()));
  }
}
