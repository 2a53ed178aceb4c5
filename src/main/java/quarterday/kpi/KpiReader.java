package quarterday.kpi;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.Interruption;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/** Reads a workbook's tables, settings and decisions. What cannot be read is a finding. */
public final class KpiReader {
  /** So many stretches of hidden rows are named. */
  /** A decision may be written down some time before its month comes. */
  private static final int PLANNED_AHEAD = 12;

  private static final int MOST_SPANS = 8;

  private final Snapshot snapshot;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Snapshot.NamedBlock> results = new ArrayList<>();
  private final Set<String> ours = new HashSet<>();
  private MeasureNaming naming;

  private KpiReader(Snapshot snapshot) {
    this.snapshot = snapshot;
    for (Snapshot.NamedBlock name : snapshot.names()) {
      if (name.name().startsWith(MeasureTable.RESULTS_PREFIX)) {
        results.add(name);
      } else if (name.name().startsWith(MeasureTable.SHEET_PREFIX)) {
        ours.add(name.sheet());
      }
    }
  }

  /**
   * Reads a workbook.
   *
   * @param snapshot the workbook
   * @param requested settings that override the workbook's, already clean
   */
  public static KpiBook read(Snapshot snapshot, Map<Setting, String> requested) {
    return new KpiReader(snapshot).book(requested);
  }

  private static Optional<Integer> number(String name) {
    String digits = name.substring(MeasureTable.RESULTS_PREFIX.length());
    return digits.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  private KpiBook book(Map<Setting, String> requested) {
    SettingsSheets sheets = SettingsSheets.read(snapshot, ours);
    Settings settings =
        Settings.standard()
            .with(sheets.settings(), Settings.Source.WORKBOOK)
            .with(requested, Settings.Source.REQUEST);
    Catalogue catalogue =
        settings.text(Setting.CATALOGUE).equals("none") ? Catalogue.none() : Catalogue.builtIn();
    naming = new MeasureNaming(catalogue, sheets);

    List<MeasureTable> tables = new ArrayList<>();
    int fresh = results.stream().flatMap(r -> number(r.name()).stream()).reduce(0, Math::max);
    boolean hiddenTables = false;
    for (SheetSnapshot sheet : snapshot.sheets()) {
      if (ours.contains(sheet.name()) || sheets.names().contains(sheet.name())) {
        continue;
      }
      List<Snapshot.NamedBlock> named =
          results.stream().filter(name -> name.sheet().equals(sheet.name())).toList();
      List<Finding> odd = new ArrayList<>();
      List<TableFinder.Found> found =
          TableFinder.find(
              sheet,
              snapshot.dates1904(),
              named.stream().map(Snapshot.NamedBlock::block).toList(),
              odd);
      if (sheet.isHidden()) {
        hiddenTables |= !found.isEmpty();
        if (!found.isEmpty()) {
          findings.add(
              Finding.about(
                  ReadingRule.HIDDEN_SHEET,
                  sheet.name(),
                  String.format(
                      Locale.ROOT,
                      "The hidden sheet \u201c%s\u201d has a table of measures that is not read;"
                          + " unhide it if it belongs to the report.",
                      sheet.name())));
        }
        continue;
      }
      findings.addAll(odd);
      List<MeasureTable> read = new ArrayList<>();
      for (TableFinder.Found one : found) {
        MeasureTable table = table(sheet, one);
        if (!table.rows().isEmpty()) {
          read.add(table);
        }
      }
      Map<Block, Snapshot.NamedBlock> before = before(read, named);
      for (MeasureTable table : read) {
        Optional<Snapshot.NamedBlock> old = Optional.ofNullable(before.get(table.block()));
        Optional<Integer> number = old.flatMap(name -> number(name.name()));
        tables.add(
            table.known(
                number.isPresent() ? number.get() : ++fresh, old.map(Snapshot.NamedBlock::block)));
      }
      hidden(sheet, found);
      locked(sheet, found);
    }
    if (tables.isEmpty()) {
      findings.add(
          Finding.about(
              ReadingRule.NO_TABLE,
              "",
              hiddenTables
                  ? "All tables of measures are on hidden sheets; unhide the sheet to be completed."
                  : "No visible sheet has a table of measures; it needs a header row with a Measure"
                      + " column and a column for each month, such as Apr-20."));
    }
    List<MeasureTable> named = withParts(withoutUnfilledMonths(distinct(tables)));
    findings.addAll(sheets.findings());
    if (!named.isEmpty()) {
      findings.addAll(naming.unused());
    }
    List<Adjustment> adjustments = adjustments(sheets.adjustments(), named);
    return new KpiBook(
        named,
        settings,
        adjustments,
        TypedLimits.read(snapshot, named),
        sheets.glossary(),
        sheets.settingsTab(),
        sheets.adjustmentsTab().map(tab -> identified(tab, named)),
        findings);
  }

  /**
   * The results that belong to each table: those in its rows, best from its header row on, in the
   * order of the tables that stand side by side.
   */
  private static Map<Block, Snapshot.NamedBlock> before(
      List<MeasureTable> tables, List<Snapshot.NamedBlock> named) {
    Map<Block, Snapshot.NamedBlock> before = new HashMap<>();
    List<Snapshot.NamedBlock> left = new ArrayList<>(named);
    left.sort(Comparator.comparingInt(name -> name.block().left()));
    tables.stream()
        .sorted(Comparator.comparingInt(table -> table.block().left()))
        .forEach(
            table ->
                left.stream()
                    .filter(name -> name.block().top() <= table.block().bottom())
                    .filter(name -> table.block().top() <= name.block().bottom())
                    .min(
                        Comparator.comparingInt(
                            name -> Math.abs(name.block().top() - table.headerRow())))
                    .ifPresent(
                        name -> {
                          left.remove(name);
                          before.put(table.block(), name);
                        }));
    return before;
  }

  private MeasureTable table(SheetSnapshot sheet, TableFinder.Found found) {
    if (found.columns().isPresent()) {
      LongReader.Measures read =
          new LongReader(sheet, snapshot.dates1904(), found, naming, findings).measures();
      return table(sheet, found, read.rows(), read.parts());
    }
    Set<ReportingPeriod> doubled = doubled(sheet, found);
    missing(sheet, found);
    RowReader reader = new RowReader(sheet, found, findings);
    List<MeasureRow> rows = new ArrayList<>();
    for (RowReader.RawRow raw : reader.rows()) {
      Interruption.heed();
      rows.add(reader.figures(raw, naming.measure(sheet.name(), raw), doubled));
    }
    return table(sheet, found, rows, List.of());
  }

  private static MeasureTable table(
      SheetSnapshot sheet, TableFinder.Found found, List<MeasureRow> rows, List<MeasureRow> parts) {
    return new MeasureTable(
        0,
        sheet.name(),
        found.block(),
        found.measure(),
        found.commentary(),
        found.periods(),
        found.columns(),
        rows,
        parts,
        Optional.empty(),
        sheet.isLocked());
  }

  private Set<ReportingPeriod> doubled(SheetSnapshot sheet, TableFinder.Found found) {
    Map<ReportingPeriod, Integer> first = new HashMap<>();
    Set<ReportingPeriod> doubled = new HashSet<>();
    int row = found.block().top();
    found
        .periods()
        .forEach(
            (column, period) -> {
              Integer other = first.putIfAbsent(period, column);
              if (other != null) {
                doubled.add(period);
                findings.add(
                    Finding.at(
                        ReadingRule.DOUBLED_PERIOD,
                        sheet.name(),
                        new Address(row, column),
                        "",
                        String.format(
                            Locale.ROOT,
                            "%s stands in %s and again in %s, so neither is used; correct the"
                                + " header that is wrong.",
                            period.label(),
                            new Address(row, other),
                            new Address(row, column))));
              }
            });
    return doubled;
  }

  private void missing(SheetSnapshot sheet, TableFinder.Found found) {
    int row = found.block().top();
    List<YearMonth> months = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    found
        .periods()
        .forEach(
            (column, period) -> {
              if (period instanceof CalendarMonth month) {
                months.add(month.month());
                columns.add(column);
              }
            });
    Set<YearMonth> held = new TreeSet<>(months);
    boolean ordered = true;
    for (int i = 1; i < months.size(); i++) {
      if (ordered && months.get(i).isBefore(months.get(i - 1))) {
        ordered = false;
        findings.add(
            Finding.at(
                ReadingRule.UNORDERED_MONTHS,
                sheet.name(),
                new Address(row, columns.get(i)),
                "",
                String.format(
                    Locale.ROOT,
                    "The months are not in order here (%s after %s); they are read all the same,"
                        + " but put them in order for your readers.",
                    CalendarMonth.words(months.get(i)),
                    CalendarMonth.words(months.get(i - 1)))));
      }
    }
    if (!ordered || isRegular(months)) {
      return;
    }
    for (int i = 1; i < months.size(); i++) {
      YearMonth next = months.get(i - 1).plusMonths(1);
      if (next.isBefore(months.get(i)) && !held.contains(next)) {
        YearMonth last = months.get(i).minusMonths(1);
        findings.add(
            Finding.at(
                ReadingRule.MISSING_MONTH,
                sheet.name(),
                new Address(row, columns.get(i)),
                "",
                String.format(
                    Locale.ROOT,
                    "There is no column for %s before this one, so limits treat it as a gap; insert"
                        + " it if the figures exist.",
                    next.equals(last)
                        ? CalendarMonth.words(next)
                        : CalendarMonth.words(next) + " to " + CalendarMonth.words(last))));
      }
    }
  }

  /** Whether the months keep one distance, as quarter ends do: then none is missing. */
  static boolean isRegular(List<YearMonth> months) {
    return months.stream().distinct().count() > 2
        && IntStream.range(1, months.size())
                .mapToLong(i -> months.get(i - 1).until(months.get(i), ChronoUnit.MONTHS))
                .distinct()
                .count()
            == 1;
  }

  /** Rows or columns as people list them: {@code 5, 7 to 12}; a filter hides very many. */
  private static String spans(Collection<Integer> some, IntFunction<String> name) {
    List<Integer> sorted = some.stream().sorted().toList();
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < sorted.size(); ) {
      int end = i;
      while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
        end++;
      }
      if (spans.size() == MOST_SPANS) {
        spans.add((sorted.size() - i) + " more");
        break;
      }
      spans.add(
          name.apply(sorted.get(i))
              + (end == i ? "" : (end == i + 1 ? ", " : " to ") + name.apply(sorted.get(end))));
      i = end + 1;
    }
    return String.join(", ", spans);
  }

  private void hidden(SheetSnapshot sheet, List<TableFinder.Found> found) {
    for (TableFinder.Found table : found) {
      Block block = table.block();
      String rows =
          spans(
              sheet.hiddenRows().stream()
                  .filter(row -> row >= block.top() && row <= block.bottom())
                  .toList(),
              row -> Integer.toString(row + 1));
      String columns =
          spans(
              sheet.hiddenColumns().stream()
                  .filter(column -> column >= block.left() && column <= block.right())
                  .toList(),
              Address::columnName);
      if (!rows.isEmpty() || !columns.isEmpty()) {
        String what =
            rows.isEmpty()
                ? "Columns " + columns + " are"
                : "Rows "
                    + rows
                    + (columns.isEmpty() ? " are" : " and columns " + columns + " are");
        findings.add(
            Finding.about(
                ReadingRule.HIDDEN_CELLS,
                sheet.name(),
                String.format(
                    Locale.ROOT,
                    "%s hidden on \u201c%s\u201d but read all the same; unhide them to see what is"
                        + " counted, or delete them.",
                    what,
                    sheet.name())));
      }
    }
  }

  private void locked(SheetSnapshot sheet, List<TableFinder.Found> found) {
    if (sheet.isLocked() && !found.isEmpty()) {
      findings.add(
          Finding.about(
              ReadingRule.LOCKED_SHEET,
              sheet.name(),
              String.format(
                  Locale.ROOT,
                  "The sheet \u201c%s\u201d is protected, so nothing is written on it; unprotect it"
                      + " (Review, Unprotect Sheet) and complete again.",
                  sheet.name())));
    }
  }

  /** A measure that stands in two rows is an error; both are shown, and told apart by number. */
  private List<MeasureTable> distinct(List<MeasureTable> tables) {
    Map<String, String> first = new HashMap<>();
    Map<Twin, String> twins = new HashMap<>();
    Map<String, Integer> next = new HashMap<>();
    Set<String> taken =
        tables.stream()
            .flatMap(table -> table.rows().stream())
            .map(row -> row.measure().id())
            .collect(Collectors.toSet());
    List<MeasureTable> distinct = new ArrayList<>();
    for (MeasureTable table : tables) {
      List<MeasureRow> rows = new ArrayList<>();
      for (MeasureRow row : table.rows()) {
        String id = row.measure().id();
        String place = "\u201c" + table.sheet() + "\u201d " + row.name();
        String other = first.putIfAbsent(id, place);
        boolean sameId = other != null;
        if (!sameId) {
          rows.add(row);
          // A known measure has its id once; the next row of that name has another, and is no less
          // the same measure twice.
          other =
              row.measure().isDefinedInWorkbook()
                  ? null
                  : twins.putIfAbsent(Twin.of(table, row.measure()), place);
        }
        if (other == null) {
          continue;
        }
        findings.add(
            Finding.at(
                ReadingRule.DUPLICATE_MEASURE,
                table.sheet(),
                row.name(),
                row.measure().name(),
                String.format(
                    Locale.ROOT,
                    "\u201c%s\u201d stands in %s and again in %s; rename or delete one of them, or"
                        + " give them different ids on the Measures sheet.",
                    row.measure().name(),
                    other,
                    place)));
        if (!sameId) {
          continue;
        }
        int again = next.getOrDefault(id, 2);
        while (!taken.add(id + " (" + again + ")")) {
          again++;
        }
        next.put(id, again + 1);
        rows.add(row.withMeasure(row.measure().withId(id + " (" + again + ")")));
      }
      distinct.add(table.withRows(rows));
    }
    return distinct;
  }

  /** What rows of one measure in one table have in common. */
  private record Twin(int table, String section, String name, Unit unit) {
    static Twin of(MeasureTable table, Measure measure) {
      return new Twin(
          table.number(),
          measure.section(),
          measure.name().strip().toLowerCase(Locale.ROOT),
          measure.unit());
    }
  }

  /** Latest months in which every measure is zero were never filled in. */
  private List<MeasureTable> withoutUnfilledMonths(List<MeasureTable> tables) {
    NavigableMap<YearMonth, List<Observation>> byMonth = new TreeMap<>();
    for (MeasureTable table : tables) {
      for (MeasureRow row : table.rows()) {
        row.months()
            .forEach(
                (month, o) -> {
                  if (!o.isGap()) {
                    byMonth.computeIfAbsent(month, key -> new ArrayList<>()).add(o);
                  }
                });
      }
    }
    Set<YearMonth> unfilled = new TreeSet<>();
    for (Map.Entry<YearMonth, List<Observation>> month : byMonth.descendingMap().entrySet()) {
      List<Observation> figures = month.getValue();
      if (figures.size() < 2
          || figures.stream().anyMatch(o -> o.value().orElseThrow().signum() != 0)) {
        break;
      }
      unfilled.add(month.getKey());
    }
    if (unfilled.isEmpty() || unfilled.size() == byMonth.size()) {
      return tables;
    }
    String names = unfilled.stream().map(CalendarMonth::words).collect(Collectors.joining(", "));
    findings.add(
        Finding.about(
            ReadingRule.UNFILLED_MONTHS,
            tables.get(0).sheet(),
            String.format(
                Locale.ROOT,
                "Every measure is 0 in %s, so it is taken as not filled in; clear the zeros, or"
                    + " fill the figures in.",
                names)));
    List<MeasureTable> filled = new ArrayList<>();
    for (MeasureTable table : tables) {
      List<MeasureRow> rows = new ArrayList<>();
      for (MeasureRow row : table.rows()) {
        NavigableMap<YearMonth, Observation> months = new TreeMap<>(row.months());
        unfilled.forEach(month -> months.computeIfPresent(month, (key, o) -> o.withoutValue()));
        rows.add(row.withMonths(months));
      }
      filled.add(table.withRows(rows));
    }
    return filled;
  }

  /** Ratios know their parts by id; a ratio whose parts no row holds is averaged. */
  private List<MeasureTable> withParts(List<MeasureTable> tables) {
    Set<String> ids =
        tables.stream()
            .flatMap(table -> Stream.concat(table.rows().stream(), table.parts().stream()))
            .map(row -> row.measure().id())
            .collect(Collectors.toSet());
    List<MeasureTable> resolved = new ArrayList<>();
    for (MeasureTable table : tables) {
      List<MeasureRow> rows = new ArrayList<>();
      for (MeasureRow row : table.rows()) {
        rows.add(row.withMeasure(resolved(row, table, ids)));
      }
      resolved.add(table.withRows(rows));
    }
    return resolved;
  }

  private Measure resolved(MeasureRow row, MeasureTable table, Set<String> ids) {
    Measure m = row.measure();
    Optional<String> numerator = m.numerator().flatMap(part -> naming.idOf(part, ids));
    Optional<String> denominator = m.denominator().flatMap(part -> naming.idOf(part, ids));
    boolean needsNumerator = m.rule() == QuarterRule.RATIO_OF_SUMS;
    boolean needsDenominator = needsNumerator || m.rule() == QuarterRule.WEIGHTED_MEAN;
    if ((needsNumerator && numerator.isEmpty()) || (needsDenominator && denominator.isEmpty())) {
      // A typed quarter is nobody's average.
      if (row.months().size() > 1) {
        Finding finding =
            Finding.at(
                ReadingRule.NO_PARTS,
                table.sheet(),
                row.name(),
                m.name(),
                String.format(
                    Locale.ROOT,
                    "%s: its quarter is the plain average of its months, marked [e], because %s; add a row for it, or name it on the Measures sheet.",
                    m.name(),
                    missingPart(m, numerator, needsNumerator)));
        // Where only the catalogue speaks of parts, nobody here asked for a ratio.
        findings.add(m.isDefinedInWorkbook() ? finding : finding.as(Severity.ADVICE));
      }
      return m.averaged();
    }
    return m.withParts(numerator, denominator);
  }

  private static String missingPart(Measure m, Optional<String> numerator, boolean needed) {
    boolean above = needed && numerator.isEmpty();
    Optional<String> part = above ? m.numerator() : m.denominator();
    String name =
        part.map(p -> Catalogue.builtIn().byId(p).map(Catalogue.Entry::name).orElse(p)).orElse("");
    if (name.isEmpty()) {
      return above ? "no numerator is named" : "no denominator is named";
    }
    return "no row holds \u201c" + name + "\u201d";
  }

  private static Set<String> ids(List<MeasureTable> tables) {
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> row.measure().id())
        .collect(Collectors.toSet());
  }

  /** The sheet of adjustments, its measures by their ids where a row has them. */
  private AdjustmentsTab identified(AdjustmentsTab tab, List<MeasureTable> tables) {
    Set<String> ids = ids(tables);
    List<AdjustmentsTab.Entry> entries = new ArrayList<>();
    for (AdjustmentsTab.Entry entry : tab.entries()) {
      entries.add(
          new AdjustmentsTab.Entry(
              entry.row(),
              naming.idOf(entry.measure(), ids).orElse(entry.measure()),
              entry.month(),
              entry.monthFormat(),
              entry.kind()));
    }
    return new AdjustmentsTab(tab.sheet(), tab.columns(), entries, tab.nextRow());
  }

  private static Finding idle(Adjustment row, String message) {
    return Finding.at(ReadingRule.BAD_ADJUSTMENT, row.sheet(), row.cell(), row.measure(), message);
  }

  private List<Adjustment> adjustments(Collection<Adjustment> read, List<MeasureTable> tables) {
    Set<String> ids = ids(tables);
    List<Adjustment> known = new ArrayList<>();
    Optional<YearMonth> last =
        tables.stream()
            .flatMap(table -> table.rows().stream())
            .flatMap(row -> row.months().keySet().stream())
            .max(YearMonth::compareTo);
    for (Adjustment a : read) {
      if (last.filter(m -> a.month().isAfter(m.plusMonths(PLANNED_AHEAD))).isPresent()) {
        findings.add(
            idle(
                a,
                CalendarMonth.words(a.month())
                    + " is long after the last month of the tables, so this row does nothing;"
                    + " correct the month."));
      }
      Optional<String> id = naming.idOf(a.measure(), ids);
      if (id.isPresent()) {
        known.add(
            new Adjustment(id.get(), a.month(), a.kind(), a.reason(), a.by(), a.sheet(), a.cell()));
      } else if (!ids.isEmpty()) {
        findings.add(
            idle(
                a,
                "No measure is called \u201c"
                    + a.measure()
                    + "\u201d, so this row does nothing; spell it as in its table."));
      }
    }
    return known;
  }
}
