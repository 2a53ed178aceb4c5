package quarterday.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Interruption;
import quarterday.sheet.SheetSnapshot;

/**
 * Finds the tables of measures on a sheet: a header row with a measure column and at least one
 * period, wherever it stands, several on a sheet, above each other or side by side.
 */
final class TableFinder {
  private static final Pattern KPI_NUMBER = Pattern.compile("\\d{1,2}\\.\\d{1,2}");

  /** So many empty rows end a table. */
  private static final int EMPTY_ROWS = 3;

  /**
   * A table as it lies on the sheet.
   *
   * @param kpi the column of KPI numbers
   * @param unit the column of units
   * @param section the column of sections
   * @param commentary the column of commentary
   * @param target the column of targets
   * @param columns where a long table has what; empty for a wide one
   */
  record Found(
      Block block,
      int measure,
      OptionalInt kpi,
      OptionalInt unit,
      OptionalInt section,
      OptionalInt commentary,
      OptionalInt target,
      NavigableMap<Integer, ReportingPeriod> periods,
      Optional<LongColumns> columns) {}

  private final SheetSnapshot sheet;
  private final boolean dates1904;
  private final List<Block> results;
  private final List<Finding> findings;

  private TableFinder(
      SheetSnapshot sheet, boolean dates1904, List<Block> results, List<Finding> findings) {
    this.sheet = sheet;
    this.dates1904 = dates1904;
    this.results = results;
    this.findings = findings;
  }

  /**
   * Finds the tables of a sheet.
   *
   * @param results the blocks that an earlier completion wrote, which are no part of any table
   * @param findings takes what is odd
   */
  static List<Found> find(
      SheetSnapshot sheet, boolean dates1904, List<Block> results, List<Finding> findings) {
    return new TableFinder(sheet, dates1904, results, findings).tables();
  }

  /**
   * A header.
   *
   * @param row its last row, above the figures
   * @param titled the row with the measures' heading, over it where months stand under years
   */
  private record Head(
      int row,
      int titled,
      int left,
      int right,
      int measure,
      NavigableMap<Integer, ReportingPeriod> periods,
      Optional<LongColumns> columns) {}

  private List<Found> tables() {
    List<Head> heads = new ArrayList<>();
    for (int row : sheet.rows()) {
      int[] columns = own(row);
      int[] measures =
          IntStream.of(columns).filter(c -> Heading.MEASURE.is(cell(row, c))).toArray();
      if (measures.length == 0) {
        // Some offices head the names with "KPI", and have no numbers or have them under "KPI no".
        int[] kpis = IntStream.of(columns).filter(c -> namesKpis(cell(row, c))).toArray();
        measures =
            IntStream.concat(
                    IntStream.of(kpis).filter(c -> isBareKpi(cell(row, c))), IntStream.of(kpis))
                .limit(1)
                .toArray();
      }
      for (int i = 0; i < measures.length; i++) {
        int left = i == 0 ? columns[0] : start(row, measures[i], measures[i - 1]);
        int end =
            i + 1 < measures.length
                ? start(row, measures[i + 1], measures[i]) - 1
                : Integer.MAX_VALUE;
        Optional<Block> excel = excelTable(row, measures[i]);
        if (excel.isPresent()) {
          left = excel.get().left();
          end = excel.get().right();
        }
        heads(row, left, end, measures[i], columns).ifPresent(heads::add);
      }
    }
    List<Found> tables = new ArrayList<>();
    for (Head head : heads) {
      tables.add(found(head, heads));
    }
    return tables;
  }

  /** The columns of a row without those that the product wrote. */
  private int[] own(int row) {
    int[] columns = sheet.columns(row);
    return results.isEmpty()
        ? columns
        : IntStream.of(columns)
            .filter(column -> results.stream().noneMatch(block -> block.contains(row, column)))
            .toArray();
  }

  private CellSnapshot cell(int row, int column) {
    return sheet.at(row, column);
  }

  /** A heading such as KPI; "No" and "Ref" alone may stand in any list of things to do. */
  private static boolean namesKpis(CellSnapshot cell) {
    return Heading.KPI.is(cell)
        && Heading.plain(cell.content().text().orElse("")).startsWith("kpi");
  }

  private static boolean isBareKpi(CellSnapshot cell) {
    return Heading.plain(cell.content().text().orElse("")).equals("kpi");
  }

  private Optional<Block> excelTable(int row, int column) {
    return sheet.tables().stream()
        .filter(SheetSnapshot.TableSnapshot::hasHeader)
        .map(SheetSnapshot.TableSnapshot::block)
        .filter(block -> block.top() == row && block.contains(row, column))
        .findFirst();
  }

  /** Where the headings of a table start: after a blank, a period or the measures of another. */
  private int start(int row, int column, int other) {
    int start = column;
    while (start - 1 > other
        && !cell(row, start - 1).isBlank()
        && PeriodReader.of(cell(row, start - 1), dates1904).isEmpty()) {
      start--;
    }
    return start;
  }

  private Optional<Head> heads(int row, int left, int end, int measure, int[] columns) {
    Optional<Head> head =
        head(row, row, left, end, measure, columns)
            .or(() -> longHead(row, left, end, measure, columns));
    if (head.isEmpty() && cell(row + 1, measure).isBlank()) {
      // The measures' heading stands beside the years, and the months under those.
      head = head(row + 1, row, left, end, measure, own(row + 1));
    }
    return head;
  }

  private Optional<Head> head(int row, int titled, int left, int end, int measure, int[] columns) {
    NavigableMap<Integer, ReportingPeriod> periods = new TreeMap<>();
    List<Finding> odd = new ArrayList<>();
    Map<Integer, LocalDate> days = new TreeMap<>();
    int right = measure;
    for (int column : own(titled)) {
      right = column <= end ? Math.max(right, column) : right;
    }
    Map<Integer, YearMonth> underYears = new HashMap<>();
    Set<Integer> turned = new TreeSet<>();
    List<Integer> bare = new ArrayList<>();
    List<Integer> bareQuarters = new ArrayList<>();
    boolean ambiguous = false;
    for (int column : columns) {
      if (column < left || column > end) {
        continue;
      }
      right = Math.max(right, column);
      if (column == measure) {
        continue;
      }
      CellSnapshot cell = cell(row, column);
      PeriodReader.day(cell, dates1904).ifPresent(day -> days.put(column, day));
      Optional<ReportingPeriod> period = period(row, column, cell);
      if (period.isPresent()) {
        periods.put(column, period.get());
        if (isBare(cell) && isTurning(row, column, period.get().first(), underYears)) {
          turned.add(year(row - 1, column).orElseThrow());
        }
      } else if (isBare(cell)) {
        bare.add(column);
      } else if (cell.content().text().filter(PeriodReader::isBareQuarter).isPresent()) {
        bareQuarters.add(column);
      } else if (cell.content().text().filter(PeriodReader::isAmbiguous).isPresent()) {
        ambiguous = true;
        String text = cell.content().text().orElseThrow();
        String likely = PeriodReader.likely(text).map(FinancialQuarter::label).orElse("2020/21 Q1");
        odd.add(
            Finding.at(
                    ReadingRule.AMBIGUOUS_PERIOD,
                    sheet.name(),
                    new Address(row, column),
                    "",
                    String.format(
                        Locale.ROOT,
                        "\u201c%s\u201d may be a calendar or a financial quarter, so the column is not read; write it as %s.",
                        text.strip(),
                        likely))
                .suggesting(likely));
      } else if (column > measure) {
        cell.content()
            .text()
            .flatMap(
                text -> misspelt(new Address(row, column), text, isBare(cell(row, column - 1))))
            .ifPresent(odd::add);
      }
    }
    for (int year : turned) {
      periods.keySet().removeIf(c -> isBare(cell(row, c)) && year(row - 1, c).orElse(-1) == year);
      odd.add(turnedYear(row - 1, year));
    }
    if (row != titled && periods.size() + bare.size() < 2 && turned.isEmpty()) {
      // A row under a heading may well hold one month without being a header.
      return Optional.empty();
    }
    ambiguous |= !turned.isEmpty();
    // A quarter behind its months needs no year; one among quarters that have theirs does.
    if (periods.values().stream().filter(FinancialQuarter.class::isInstance).count() > 0
        && periods.values().stream().noneMatch(CalendarMonth.class::isInstance)) {
      bareQuarters.forEach(column -> odd.add(quarterWithoutYear(new Address(row, column))));
    }
    if (bare.size() > 1 || (bare.size() == 1 && !periods.isEmpty())) {
      odd.add(withoutYear(row, bare));
      ambiguous = true;
    }
    if (shortYears(row, days, odd)) {
      days.keySet().forEach(periods::remove);
    } else if (periods.isEmpty() && !ambiguous) {
      return Optional.empty();
    }
    findings.addAll(odd);
    return periods.isEmpty()
        ? Optional.empty()
        : Optional.of(new Head(row, titled, left, right, measure, periods, Optional.empty()));
  }

  /** The head of a long table: neighbouring headings without a period among them. */
  private Optional<Head> longHead(int row, int left, int end, int measure, int[] columns) {
    List<Integer> own = IntStream.of(columns).filter(c -> c >= left && c <= end).boxed().toList();
    int first = measure;
    int last = measure;
    while (own.contains(first - 1)) {
      first--;
    }
    while (own.contains(last + 1)) {
      last++;
    }
    int[] headed = IntStream.rangeClosed(first, last).toArray();
    Optional<LongColumns> found = new LongShape(sheet, dates1904, row, headed, measure).columns();
    int from = first;
    int to = last;
    return found.map(
        held -> new Head(row, row, from, to, measure, new TreeMap<>(), Optional.of(held)));
  }

  private Optional<ReportingPeriod> period(int row, int column, CellSnapshot cell) {
    Optional<ReportingPeriod> period = PeriodReader.of(cell, dates1904);
    if (period.isPresent() || row == 0 || cell.content().text().isEmpty()) {
      return period;
    }
    return year(row - 1, column)
        .flatMap(
            year ->
                PeriodReader.under(
                    SettingsSheets.shown(cell(row - 1, year)),
                    cell.content().text().orElseThrow()));
  }

  /** The column of what heads a group of columns: over it, or at the start of a merged area. */
  private Optional<Integer> year(int row, int column) {
    for (int c = column; c >= 0; c--) {
      if (!cell(row, c).isBlank()) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  private static boolean isBare(CellSnapshot cell) {
    return cell.content().text().filter(PeriodReader::isBareMonth).isPresent();
  }

  /** Whether a month under a calendar year comes before the one beside it under the same year. */
  private boolean isTurning(
      int row, int column, YearMonth month, Map<Integer, YearMonth> underYears) {
    int year = year(row - 1, column).orElseThrow();
    if (!PeriodReader.isCalendarYear(SettingsSheets.shown(cell(row - 1, year)))) {
      return false;
    }
    YearMonth before = underYears.put(year, month);
    return before != null && month.isBefore(before);
  }

  /** A heading that is meant for a period and can be none. */
  private Optional<Finding> misspelt(Address at, String text, boolean amongBare) {
    if (PeriodReader.isImpossibleQuarter(text)) {
      return Optional.of(
          Finding.at(
              ReadingRule.AMBIGUOUS_PERIOD,
              sheet.name(),
              at,
              "",
              String.format(
                  Locale.ROOT,
                  "\u201c%s\u201d is no quarter of a financial year, so the column is not read; write it as 2020/21 Q1.",
                  text.strip())));
    }
    return PeriodReader.misspelt(text)
        .map(CalendarMonth::words)
        .or(() -> amongBare ? PeriodReader.misspeltBare(text) : Optional.empty())
        .map(
            likely ->
                Finding.at(
                        ReadingRule.UNREAD_MONTH,
                        sheet.name(),
                        at,
                        "",
                        String.format(
                            Locale.ROOT,
                            "\u201c%s\u201d is no month, so its column is not read; write it as %s, if that is meant.",
                            text.strip(),
                            likely))
                    .suggesting(likely));
  }

  private Finding turnedYear(int row, int column) {
    String year = SettingsSheets.shown(cell(row, column));
    return Finding.at(
        ReadingRule.AMBIGUOUS_PERIOD,
        sheet.name(),
        new Address(row, column),
        "",
        String.format(
            Locale.ROOT,
            "\u201c%s\u201d stands over months that run into another year, so those columns are not read; write a financial year such as 2020/21, or the months as Apr-20.",
            year));
  }

  private Finding quarterWithoutYear(Address at) {
    return Finding.at(
        ReadingRule.AMBIGUOUS_PERIOD,
        sheet.name(),
        at,
        "",
        String.format(
            Locale.ROOT,
            "\u201c%s\u201d has no year, so its column is not read; write it as 2020/21 Q1.",
            cell(at.row(), at.column()).content().text().orElseThrow().strip()));
  }

  private Finding withoutYear(int row, List<Integer> columns) {
    Address first = new Address(row, columns.get(0));
    int more = columns.size() - 1;
    return Finding.at(
        ReadingRule.UNREAD_MONTH,
        sheet.name(),
        first,
        "",
        String.format(
            Locale.ROOT,
            "\u201c%s\u201d in %s %s no year, so %s not read; write it as Apr-20, or put the year over it.",
            cell(row, columns.get(0)).content().text().orElseThrow().strip(),
            first,
            more == 0
                ? "has"
                : "and " + more + (more == 1 ? " other month" : " other months") + " have",
            more == 0 ? "its column is" : "their columns are"));
  }

  /**
   * Whether Excel made days of what was typed as month and two-digit year: {@code Dec-18} becomes
   * 18 December of the year of typing. It shows when the days, taken as years, follow each other
   * month by month.
   */
  private boolean shortYears(int row, Map<Integer, LocalDate> days, List<Finding> odd) {
    List<LocalDate> typed = List.copyOf(days.values());
    if (typed.stream().map(LocalDate::getDayOfMonth).distinct().count() < 2) {
      return false;
    }
    YearMonth expected = asShortYear(typed.get(0));
    for (LocalDate day : typed) {
      if (!asShortYear(day).equals(expected)) {
        return false;
      }
      expected = expected.plusMonths(1);
    }
    days.forEach(
        (column, day) ->
            odd.add(
                Finding.at(
                        ReadingRule.SHORT_YEAR_DATES,
                        sheet.name(),
                        new Address(row, column),
                        "",
                        String.format(
                            Locale.ROOT,
                            "This header is the day %s, but beside its neighbours it must mean %s; type it as 01/%02d/%d. The column is not read until then.",
                            day,
                            CalendarMonth.words(asShortYear(day)),
                            day.getMonthValue(),
                            asShortYear(day).getYear()))
                    .suggesting(
                        String.format(
                            Locale.ROOT,
                            "01/%02d/%d",
                            day.getMonthValue(),
                            asShortYear(day).getYear()))));
    return true;
  }

  /** The month that a day stands for when its day is the year that was typed. */
  static YearMonth asShortYear(LocalDate day) {
    return YearMonth.of(2000 + day.getDayOfMonth(), day.getMonth());
  }

  private Found found(Head head, List<Head> heads) {
    Interruption.heed();
    int bottom = bottom(head, heads);
    Map<Heading, Integer> columns = new HashMap<>();
    for (int column : own(head.titled)) {
      if (column < head.left || column > head.right || column == head.measure) {
        continue;
      }
      for (Heading heading :
          List.of(Heading.KPI, Heading.UNIT, Heading.SECTION, Heading.COMMENTARY, Heading.TARGET)) {
        if (heading.is(cell(head.titled, column))) {
          columns.putIfAbsent(heading, column);
        }
      }
    }
    // Numbers such as 1.2 just before the names are the KPI's under any heading.
    if (!columns.containsKey(Heading.KPI)
        && head.measure > head.left
        && !columns.containsValue(head.measure - 1)
        && isNumbered(head.measure - 1, head.row + 1, bottom)) {
      columns.put(Heading.KPI, head.measure - 1);
    }
    return new Found(
        new Block(head.row, head.left, bottom, head.right),
        head.measure,
        optional(columns.get(Heading.KPI)),
        optional(columns.get(Heading.UNIT)),
        optional(columns.get(Heading.SECTION)),
        optional(columns.get(Heading.COMMENTARY)),
        optional(columns.get(Heading.TARGET)),
        head.periods,
        head.columns);
  }

  private boolean isNumbered(int column, int top, int bottom) {
    int filled = 0;
    int numbered = 0;
    for (int row = top; row <= bottom; row++) {
      if (!cell(row, column).isBlank()) {
        filled++;
        boolean number = KPI_NUMBER.matcher(RowReader.kpiNumber(cell(row, column))).matches();
        numbered += number ? 1 : 0;
      }
    }
    return numbered > 2 && numbered * 4 >= filled * 3;
  }

  private static OptionalInt optional(Integer column) {
    return column == null ? OptionalInt.empty() : OptionalInt.of(column);
  }

  /** The last row: of the Excel table it is, or before the next header or a stretch of nothing. */
  private int bottom(Head head, List<Head> heads) {
    Optional<Block> table = excelTable(head.row, head.measure);
    if (table.isPresent()) {
      return Math.min(table.get().bottom(), Math.max(head.row, sheet.lastRow()));
    }
    int next =
        heads.stream()
            .filter(other -> other.row > head.row)
            .filter(other -> other.left <= head.right && head.left <= other.right)
            .mapToInt(Head::titled)
            .min()
            .orElse(Integer.MAX_VALUE);
    int last = head.row;
    int empty = 0;
    for (int row = head.row + 1; row <= sheet.lastRow() && row < next; row++) {
      if (isEmpty(row, head)) {
        empty++;
        if (empty >= EMPTY_ROWS) {
          break;
        }
      } else {
        empty = 0;
        last = row;
      }
    }
    return last;
  }

  private boolean isEmpty(int row, Head head) {
    for (int column : own(row)) {
      if (column >= head.left && column <= head.right) {
        return false;
      }
    }
    return true;
  }
}
