package quarterday.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import quarterday.kpi.Decimals;
import quarterday.sheet.UnusableInput;
import quarterday.spc.Series;

/**
 * A series as typed in a CSV file, one row a date, and the position of each row in the series:
 * months that were skipped take up positions too.
 */
final class SeriesTable {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,400}|(?=\\.\\d))(?:\\.\\d{0,400})?(?:e[+-]?\\d{1,3})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKEN = Pattern.compile("\\[[^\\[\\]]*\\]");
  private static final Pattern MARKED = Pattern.compile("(.*\\d\\.?)\\s*\\[([prbe])\\]");
  private static final int MONTHS_IN_A_QUARTER = 3;

  /** Digits before the point, or zeros after it: a binary number holds their squares and ratios. */
  private static final int MOST_DIGITS = 150;

  private final List<Row> rows;
  private final List<Integer> positions;
  private final int size;
  private final boolean hasParts;

  private SeriesTable(List<Row> rows, boolean hasParts) {
    this.rows = rows;
    this.hasParts = hasParts;
    this.positions = positions(rows);
    this.size = positions.get(positions.size() - 1) + 1;
  }

  /** One row: what was typed, and what it means. */
  private record Row(
      long line,
      String date,
      Optional<SeriesDate> month,
      String typed,
      Figure value,
      Figure numerator,
      Figure denominator) {}

  /** A number or none, and whether it is marked as the first after a break. */
  private record Figure(Optional<BigDecimal> number, boolean afterBreak) {
    static final Figure GAP = new Figure(Optional.empty(), false);
  }

  /** Where the columns stand; -1 for one that is not there or not looked at. */
  private record Columns(int width, int date, int value, int numerator, int denominator) {
    boolean parts() {
      return numerator >= 0 && denominator >= 0;
    }
  }

  /**
   * Reads the text of a CSV file.
   *
   * @param numerator the heading of the numerator column, with {@code denominator}, or neither
   * @param judgesParts whether the parts are the series even where there is a column of values
   * @throws UnusableInput if a column is missing, a cell cannot be read, or dates are doubled or
   *     out of order
   */
  static SeriesTable read(
      String csv, Optional<String> numerator, Optional<String> denominator, boolean judgesParts)
      throws UnusableInput {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    List<Row> rows = new ArrayList<>();
    Optional<Columns> columns = Optional.empty();
    try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text))) {
      for (CSVRecord cells : parser) {
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        long line = parser.getCurrentLineNumber();
        if (columns.isEmpty()) {
          columns = Optional.of(columns(cells, numerator, denominator, judgesParts));
        } else {
          rows.add(row(line, cells, columns.get()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableInput(
          "damaged-csv",
          "The file cannot be read as CSV after line " + lineOf(rows) + ".",
          "Check its quotation marks, or save it as CSV again.");
    }
    if (rows.isEmpty()) {
      throw new UnusableInput(
          "no-rows",
          "The file has no rows of data.",
          "Give a header line date,value and one line for each date.");
    }
    return new SeriesTable(ordered(rows), columns.orElseThrow().parts());
  }

  /** The rows' count. */
  int rows() {
    return rows.size();
  }

  String date(int row) {
    return rows.get(row).date();
  }

  /** The value as typed, or the quotient of the parts where there is no column of values. */
  String value(int row) {
    return rows.get(row).typed();
  }

  int position(int row) {
    return positions.get(row);
  }

  /**
   * The position of the row with a date; any day of a month means that month where no other row has
   * it.
   *
   * @throws UnusableInput if no row has it, or several have
   */
  int positionOf(String date, String option) throws UnusableInput {
    String wanted = date.strip();
    List<Integer> found = rowsOn(wanted);
    if (found.size() == 1) {
      return position(found.get(0));
    }
    throw found.isEmpty()
        ? new UnusableInput(
            "unknown-date",
            "No row has the date " + wanted + " given to " + option + ".",
            "Give a date as it stands in the file.")
        : new UnusableInput(
            "unclear-date",
            "Several rows have the date " + wanted + " given to " + option + ".",
            "Give the day as well.");
  }

  /**
   * The position of the first row on a date or after it, for a month that was skipped can be the
   * first of new limits.
   *
   * @throws UnusableInput if every row is earlier, or several have the date
   */
  int positionFrom(String date, String option) throws UnusableInput {
    Optional<SeriesDate> wanted = SeriesDate.parse(date);
    if (wanted.isPresent() && rowsOn(date.strip()).isEmpty()) {
      List<Integer> later =
          matching(row -> row.month().filter(m -> m.compareTo(wanted.get()) > 0).isPresent());
      if (!later.isEmpty()) {
        return position(later.get(0));
      }
    }
    return positionOf(date, option);
  }

  private List<Integer> rowsOn(String wanted) {
    List<Integer> found = matching(row -> row.date().strip().equalsIgnoreCase(wanted));
    Optional<SeriesDate> date = SeriesDate.parse(wanted);
    if (!found.isEmpty() || date.isEmpty()) {
      return found;
    }
    boolean oneEachMonth =
        rows.stream().map(row -> row.month().map(SeriesDate::months)).distinct().count()
            == rows.size();
    return matching(
        row ->
            row.month()
                .filter(
                    typed ->
                        oneEachMonth
                            ? typed.months() == date.get().months()
                            : date.get().means(typed))
                .isPresent());
  }

  /** The series, without resets and points left out. */
  Series series() {
    Series series = Series.of(spread(Row::value)).breakAt(breaks());
    return hasParts ? series.ofParts(spread(Row::numerator), spread(Row::denominator)) : series;
  }

  /** The number of the first line, if any, with a value below zero. */
  Optional<Long> lineBelowZero() {
    return firstLine(
        row ->
            Stream.of(row.value(), row.numerator(), row.denominator())
                .anyMatch(figure -> figure.number().filter(n -> n.signum() < 0).isPresent()));
  }

  /** The number of the first line, if any, with a numerator above its denominator. */
  Optional<Long> lineAboveWhole() {
    return firstLine(
        row ->
            row.denominator().number().isPresent()
                && row.numerator()
                    .number()
                    .filter(part -> part.compareTo(row.denominator().number().get()) > 0)
                    .isPresent());
  }

  private interface Test {
    boolean holds(Row row);
  }

  private interface Column {
    Figure of(Row row);
  }

  private Optional<Long> firstLine(Test test) {
    return rows.stream().filter(test::holds).map(Row::line).findFirst();
  }

  private List<Integer> matching(Test test) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (test.holds(rows.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  private List<Optional<BigDecimal>> spread(Column column) {
    List<Optional<BigDecimal>> all = new ArrayList<>(size);
    for (int i = 0; i < rows.size(); i++) {
      while (all.size() < positions.get(i)) {
        all.add(Optional.empty());
      }
      all.add(column.of(rows.get(i)).number());
    }
    return all;
  }

  private Set<Integer> breaks() {
    Set<Integer> breaks = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.value().afterBreak()
          || row.numerator().afterBreak()
          || row.denominator().afterBreak()) {
        breaks.add(positions.get(i));
      }
    }
    return breaks;
  }

  private static Columns columns(
      CSVRecord header,
      Optional<String> numerator,
      Optional<String> denominator,
      boolean judgesParts)
      throws UnusableInput {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = key(header.get(i));
      if (!name.isEmpty() && places.put(name, i) != null) {
        throw new UnusableInput(
            "doubled-column",
            "The header line has two columns named " + header.get(i).strip() + ".",
            "Rename one of them.");
      }
    }
    int first = numerator.isPresent() ? place(places, numerator.get()) : -1;
    int second = denominator.isPresent() ? place(places, denominator.get()) : -1;
    boolean named = first >= 0 && second >= 0;
    boolean parts = named && (judgesParts || !places.containsKey("value"));
    return new Columns(
        header.size(),
        place(places, "date"),
        parts ? places.getOrDefault("value", -1) : place(places, "value"),
        parts ? first : -1,
        parts ? second : -1);
  }

  private static int place(Map<String, Integer> places, String name) throws UnusableInput {
    if (!places.containsKey(key(name))) {
      throw new UnusableInput(
          "no-column",
          "The header line has no column named " + name.strip() + ".",
          "Give CSV with a header line such as date,value.");
    }
    return places.get(key(name));
  }

  private static String key(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT);
  }

  private static Row row(long line, CSVRecord cells, Columns columns) throws UnusableInput {
    String date = cell(cells, columns.date());
    if (date.isBlank()) {
      throw new UnusableInput(
          "no-date", "Line " + line + " has no date.", "Type one, or delete the line.");
    }
    for (int column = columns.width(); column < cells.size(); column++) {
      if (!cells.get(column).isBlank()) {
        throw new UnusableInput(
            "more-cells",
            "Line " + line + " has more cells than the header line.",
            "Put a number with commas between quotation marks, or delete what is too many.");
      }
    }
    Figure above = columns.parts() ? figure(cell(cells, columns.numerator()), line) : Figure.GAP;
    Figure below = columns.parts() ? figure(cell(cells, columns.denominator()), line) : Figure.GAP;
    String typed = cell(cells, columns.value());
    return new Row(
        line,
        date,
        SeriesDate.parse(date),
        columns.value() < 0 ? share(above, below) : typed,
        columns.parts() ? Figure.GAP : figure(typed, line),
        above,
        below);
  }

  /** Numerator over denominator, for a file without values of its own. */
  private static String share(Figure above, Figure below) {
    return below
        .number()
        .filter(size -> size.signum() > 0)
        .flatMap(size -> above.number().map(part -> part.divide(size, MathContext.DECIMAL64)))
        .map(value -> value.stripTrailingZeros().toPlainString())
        .orElse("");
  }

  private static String cell(CSVRecord cells, int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  private static Figure figure(String typed, long line) throws UnusableInput {
    String text = typed.replace('\u00A0', ' ').strip();
    if (text.isEmpty() || text.equalsIgnoreCase("NA") || TOKEN.matcher(text).matches()) {
      return Figure.GAP;
    }
    Matcher marked = MARKED.matcher(text);
    boolean isMarked = marked.matches();
    String number = isMarked ? marked.group(1) : text;
    if (!NUMBER.matcher(number).matches()) {
      throw new UnusableInput(
          "not-a-number",
          "Line " + line + " holds \"" + text + "\", which is not a number.",
          "Type a number, or leave the cell blank for a gap.");
    }
    BigDecimal value = new BigDecimal(number.replace(",", ""));
    if (value.signum() != 0 && Math.abs(value.precision() - value.scale()) > MOST_DIGITS) {
      throw new UnusableInput(
          "out-of-reach",
          "Line " + line + " holds \"" + text + "\", which is too large or too small to work with.",
          "Give the series in another unit.");
    }
    return new Figure(
        Optional.of(Decimals.rounded(value)), isMarked && marked.group(2).equals("b"));
  }

  private static List<Row> ordered(List<Row> rows) throws UnusableInput {
    long dates = rows.stream().filter(row -> row.month().isPresent()).count();
    boolean dated = dates == rows.size();
    if (!dated && dates > 0) {
      Row odd = rows.stream().filter(row -> row.month().isEmpty()).findFirst().orElseThrow();
      throw new UnusableInput(
          "odd-date",
          "Line "
              + odd.line()
              + " holds \""
              + odd.date().strip()
              + "\", which is no date as the others are.",
          "Type it as a date such as 2020-06-30.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int order = dated && i > 0 ? row.month().get().compareTo(rows.get(i - 1).month().get()) : 1;
      if (order == 0 || (!dated && !seen.add(key(row.date())))) {
        throw new UnusableInput(
            "doubled-date",
            "Line " + row.line() + " has the date " + row.date().strip() + " a second time.",
            "Keep one line for each date.");
      }
      if (order < 0) {
        throw new UnusableInput(
            "date-order",
            "Line "
                + row.line()
                + " has the date "
                + row.date().strip()
                + ", which is earlier than the line before.",
            "Sort the lines by date, oldest first.");
      }
    }
    return rows;
  }

  private static List<Integer> positions(List<Row> rows) {
    List<Integer> positions = new ArrayList<>(rows.size());
    boolean monthly =
        rows.stream().allMatch(row -> row.month().isPresent())
            && rows.stream().map(row -> row.month().get().day().orElse(1)).distinct().count() == 1;
    long step = monthly ? step(rows) : 1;
    for (int i = 0; i < rows.size(); i++) {
      positions.add(
          monthly
              ? Math.toIntExact((months(rows, i) - months(rows, 0)) / step)
              : Integer.valueOf(i));
    }
    return positions;
  }

  /** The months from one position to the next: one, unless every row is quarters apart. */
  private static long step(List<Row> rows) {
    BigInteger step = BigInteger.ZERO;
    for (int i = 1; i < rows.size(); i++) {
      step = step.gcd(BigInteger.valueOf(months(rows, i) - months(rows, i - 1)));
    }
    long common = step.longValueExact();
    return common > 0 && common % MONTHS_IN_A_QUARTER == 0 ? common : 1;
  }

  private static long months(List<Row> rows, int i) {
    return rows.get(i).month().get().months();
  }

  private static long lineOf(List<Row> rows) {
    return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line();
  }
}
