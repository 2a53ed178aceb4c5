package quarterday.complete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import quarterday.kpi.Decimals;
import quarterday.kpi.LongColumns;
import quarterday.kpi.MeasureTable;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;

/**
 * Tells when a row of a long table is no longer the one that was judged, by what stands in its own
 * cells, and when any row of a measure is not, by counting.
 */
final class LongGuard {
  /** Counting a table's rows for each of its measures is left out beyond so many cells. */
  private static final long MOST_COUNTED = 20_000_000;

  /** The longest text that COUNTIF can look for, with room for its jokers. */
  private static final int LONGEST_NAME = 120;

  private final Places places;
  private final Map<Integer, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<Integer, Integer> measures = new TreeMap<>();

  LongGuard(Places places) {
    this.places = places;
    for (MeasureReview m : places.review().measures()) {
      if (m.table().isLong()) {
        measures.merge(m.table().number(), 1, Integer::sum);
        counts.computeIfAbsent(m.table().number(), number -> counted(m.table()));
      }
    }
  }

  private Map<String, Integer> counted(MeasureTable table) {
    Map<String, Integer> counted = new HashMap<>();
    SheetSnapshot sheet = places.sheet(table);
    for (int row = table.firstRow(); row <= table.lastRow(); row++) {
      sheet
          .at(row, table.measureColumn())
          .content()
          .text()
          .ifPresent(text -> counted.merge(text.toLowerCase(Locale.ROOT), 1, Integer::sum));
    }
    return counted;
  }

  /** Whether a row still holds the measure, the period and the figure that it held. */
  Optional<String> unchanged(MeasureTable table, int row) {
    LongColumns columns = table.columns().orElseThrow();
    SheetSnapshot sheet = places.sheet(table);
    List<Integer> watched = new ArrayList<>(List.of(table.measureColumn(), columns.period()));
    for (OptionalInt more : List.of(columns.year(), columns.numerator(), columns.denominator())) {
      more.ifPresent(watched::add);
    }
    watched.add(columns.value());
    List<String> conditions = new ArrayList<>();
    for (int column : watched) {
      String cell = new Address(row, column).ownRow();
      Optional<String> condition = holds(cell, sheet.at(row, column));
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      conditions.add(condition.get());
    }
    return Optional.of("AND(" + String.join(",", conditions) + ")");
  }

  private static Optional<String> holds(String cell, CellSnapshot now) {
    Content content = now.content();
    if (content.number().isPresent()) {
      String number = Decimals.of(content.number().getAsDouble()).toString();
      // An emptied cell equals zero.
      return Optional.of(
          (number.equals("0") ? "ISNUMBER(" + cell + ")," : "") + cell + "=" + number);
    }
    if (content instanceof Content.Fault) {
      return Optional.of("ISERROR(" + cell + ")");
    }
    if (content instanceof Content.Logical logical) {
      return Optional.of(cell + "=" + (logical.value() ? "TRUE" : "FALSE"));
    }
    String text = content.text().orElse("");
    return text.length() > FormulaText.LONGEST_KEY
        ? Optional.empty()
        : Optional.of(cell + "=" + FormulaText.text(text));
  }

  /** Whether any row of a measure has changed, come or gone; empty where that cannot be counted. */
  Optional<String> changed(MeasureReview m) {
    MeasureTable table = m.table();
    Optional<Block> block = places.block(table);
    String label = m.row().label();
    int rows = m.row().months().size() + m.row().quarters().size();
    int named =
        counts
            .getOrDefault(table.number(), Map.of())
            .getOrDefault(label.toLowerCase(Locale.ROOT), 0);
    long cells = (long) table.block().rows() * measures.getOrDefault(table.number(), 0);
    if (block.isEmpty()
        || !places.isNamed(m)
        || named < rows
        || label.length() > LONGEST_NAME
        || cells > MOST_COUNTED) {
      return Optional.empty();
    }
    String names =
        FormulaText.column(table.sheet(), table.measureColumn(), table.firstRow(), table.lastRow());
    String exceptions = LongResults.exceptions(table, block.get()).on(table.sheet());
    String key = FormulaText.text("=" + label.replaceAll("([~*?])", "~$1"));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "OR(COUNTIF(%1$s,%2$s)<>%3$d,COUNTIFS(%1$s,%2$s,%4$s,%5$s)>0)",
            names,
            key,
            named,
            exceptions,
            FormulaText.text(Guard.OUT_OF_DATE)));
  }
}
