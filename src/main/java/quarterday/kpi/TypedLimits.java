package quarterday.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Interruption;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/**
 * Limits that an analyst keeps beside a measure, in columns such as Mean, UCL and LCL of its table.
 *
 * @param measure the measure's id
 * @param sheet the sheet they stand on
 * @param cell the first of their cells
 * @param mean the centre line, if it is there
 * @param lower the lower limit, if it is there
 * @param upper the upper limit, if it is there
 */
public record TypedLimits(
    String measure,
    String sheet,
    Address cell,
    Optional<Figure> mean,
    Optional<Figure> lower,
    Optional<Figure> upper) {

  /**
   * A figure as its cell shows it.
   *
   * @param value the figure in the measure's unit, percentages in points
   * @param digit one unit of its last shown digit
   */
  public record Figure(BigDecimal value, BigDecimal digit) {}

  /** What a column holds. */
  private enum Line {
    MEAN,
    LOWER,
    UPPER
  }

  private static final Set<String> MEANS =
      Set.of("mean", "average", "centre line", "center line", "central line", "cl", "process mean");

  private static final Set<String> UPPERS = Set.of("ucl", "upl", "unpl");
  private static final Set<String> LOWERS = Set.of("lcl", "lpl", "lnpl");

  /** Limits at two sigma or one are warnings, not the limits of the chart. */
  private static final Pattern OTHERS =
      Pattern.compile(
          ".*\\b(?:warning|inner|specification|target|[12] ?(?:sd|sigma|st ?dev)s?)\\b.*");

  private static final Pattern DECIMALS = Pattern.compile("0\\.(0+)");

  /** So many digits of a figure without a format can be seen in a column of the usual width. */
  private static final int DIGITS_SEEN = 5;

  /** The limits that stand beside the measures of some tables. */
  static List<TypedLimits> read(Snapshot snapshot, List<MeasureTable> tables) {
    List<TypedLimits> limits = new ArrayList<>();
    for (MeasureTable table : tables) {
      Interruption.heed();
      SheetSnapshot sheet = snapshot.sheet(table.sheet()).orElseThrow();
      Map<Line, Integer> columns = columns(sheet, table, ours(snapshot, table), end(table, tables));
      for (MeasureRow row : table.rows()) {
        of(sheet, row, columns).ifPresent(limits::add);
      }
    }
    return limits;
  }

  /** Whether there is a limit, and not a mean alone. */
  public boolean hasLimit() {
    return lower.isPresent() || upper.isPresent();
  }

  private static List<Block> ours(Snapshot snapshot, MeasureTable table) {
    return snapshot.names().stream()
        .filter(name -> name.name().startsWith(MeasureTable.RESULTS_PREFIX))
        .filter(name -> name.sheet().equals(table.sheet()))
        .map(Snapshot.NamedBlock::block)
        .toList();
  }

  /** The last column that can belong to a table: before the next table beside it. */
  private static int end(MeasureTable table, List<MeasureTable> tables) {
    return tables.stream()
            .filter(other -> other.sheet().equals(table.sheet()))
            .map(MeasureTable::block)
            .filter(other -> other.left() > table.block().left())
            .filter(
                other ->
                    other.top() <= table.block().bottom() && table.block().top() <= other.bottom())
            .mapToInt(Block::left)
            .min()
            .orElse(Address.MAX_COLUMNS)
        - 1;
  }

  private static Map<Line, Integer> columns(
      SheetSnapshot sheet, MeasureTable table, List<Block> ours, int end) {
    Map<Line, Integer> columns = new EnumMap<>(Line.class);
    int row = table.headerRow();
    for (int column : sheet.columns(row)) {
      boolean beside =
          column >= table.block().left()
              && column <= end
              && column != table.measureColumn()
              && ours.stream().noneMatch(block -> block.contains(row, column));
      if (beside) {
        sheet
            .at(row, column)
            .content()
            .text()
            .flatMap(TypedLimits::line)
            .ifPresent(line -> columns.putIfAbsent(line, column));
      }
    }
    return columns;
  }

  private static Optional<Line> line(String heading) {
    String plain = Heading.plain(heading);
    if (OTHERS.matcher(plain).matches()) {
      return Optional.empty();
    }
    Set<String> words = new TreeSet<>(Arrays.asList(plain.split(" ")));
    if (MEANS.contains(plain)) {
      return Optional.of(Line.MEAN);
    }
    boolean limit = words.contains("limit") || words.contains("limits");
    if ((limit && words.contains("upper")) || words.stream().anyMatch(UPPERS::contains)) {
      return Optional.of(Line.UPPER);
    }
    return (limit && words.contains("lower")) || words.stream().anyMatch(LOWERS::contains)
        ? Optional.of(Line.LOWER)
        : Optional.empty();
  }

  private static Optional<TypedLimits> of(
      SheetSnapshot sheet, MeasureRow row, Map<Line, Integer> columns) {
    Map<Line, Figure> figures = new EnumMap<>(Line.class);
    OptionalInt first = OptionalInt.empty();
    for (Map.Entry<Line, Integer> column : columns.entrySet()) {
      Optional<Figure> figure = figure(sheet.at(row.row(), column.getValue()), row);
      if (figure.isPresent()) {
        figures.put(column.getKey(), figure.get());
        first = OptionalInt.of(Math.min(first.orElse(column.getValue()), column.getValue()));
      }
    }
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TypedLimits(
                row.measure().id(),
                sheet.name(),
                new Address(row.row(), first.getAsInt()),
                Optional.ofNullable(figures.get(Line.MEAN)),
                Optional.ofNullable(figures.get(Line.LOWER)),
                Optional.ofNullable(figures.get(Line.UPPER))));
  }

  private static Optional<Figure> figure(CellSnapshot cell, MeasureRow row) {
    Content content = cell.content();
    boolean percent = row.measure().isPercentage() && cell.format().contains("%");
    if (content.number().isPresent()) {
      BigDecimal value = Decimals.of(content.number().getAsDouble());
      boolean inPoints = percent || (row.inFractions() && row.measure().isPercentage());
      BigDecimal figure = inPoints ? Decimals.inPoints(value) : value;
      return Optional.of(new Figure(figure, digit(cell, figure, percent, inPoints)));
    }
    return content
        .text()
        .flatMap(text -> ValueText.parse(text, row.measure().unit()).value())
        .map(value -> new Figure(value, BigDecimal.ONE.movePointLeft(Math.max(0, value.scale()))));
  }

  private static BigDecimal digit(
      CellSnapshot cell, BigDecimal value, boolean percent, boolean inPoints) {
    if (!cell.format().equals(CellSnapshot.GENERAL)) {
      Matcher decimals = DECIMALS.matcher(cell.format());
      int shown = decimals.find() ? decimals.group(1).length() : 0;
      return BigDecimal.ONE.movePointLeft(inPoints && !percent ? shown - 2 : shown);
    }
    int seen = DIGITS_SEEN - (value.precision() - value.scale());
    return BigDecimal.ONE.movePointLeft(Math.max(0, Math.min(value.scale(), seen)));
  }
}
