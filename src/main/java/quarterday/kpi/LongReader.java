package quarterday.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;

/**
 * Reads a long table: its rows, in whatever order, become measures with their months and quarters.
 */
final class LongReader {
  /** So many missing months are named. */
  private static final int NAMED = 3;

  /** How far a printed ratio may lie from its parts, of its own size and in its last digit. */
  private static final double CLOSE = 0.02;

  private static final double CLOSE_POINTS = 1;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** The measures of a table, and the parts of those that are ratios. */
  record Measures(List<MeasureRow> rows, List<MeasureRow> parts) {}

  /** A row with a measure and a period. */
  private record Line(int row, ReportingPeriod period) {}

  /** What tells measures of one table apart. */
  private record Key(String name, String section) {}

  /** The lines of a measure. */
  private static final class Gathered {
    private final String label;
    private final String section;
    private final List<Line> lines = new ArrayList<>();

    Gathered(String label, String section) {
      this.label = label;
      this.section = section;
    }

    int first() {
      return lines.get(0).row;
    }
  }

  private final SheetSnapshot sheet;
  private final TableFinder.Found table;
  private final LongColumns columns;
  private final RowPeriods periods;
  private final MeasureNaming naming;
  private final List<Finding> findings;
  private final RowReader cells;
  private final MergedColumn names;
  private final Map<String, List<Integer>> unread = new LinkedHashMap<>();

  LongReader(
      SheetSnapshot sheet,
      boolean dates1904,
      TableFinder.Found table,
      MeasureNaming naming,
      List<Finding> findings) {
    this.sheet = sheet;
    this.table = table;
    this.columns = table.columns().orElseThrow();
    this.periods = new RowPeriods(sheet, dates1904, columns.period(), columns.year());
    this.naming = naming;
    this.findings = findings;
    this.cells = new RowReader(sheet, table, findings);
    this.names = new MergedColumn(sheet, table.measure());
  }

  /** The measures, in the order of their first rows; none while the months cannot be trusted. */
  Measures measures() {
    List<MeasureRow> rows = new ArrayList<>();
    List<MeasureRow> parts = new ArrayList<>();
    if (!shortYears()) {
      for (Gathered gathered : gathered()) {
        read(gathered, rows, parts);
      }
      unread();
    }
    return new Measures(rows, parts);
  }

  private Iterable<Gathered> gathered() {
    Map<Key, Gathered> all = new LinkedHashMap<>();
    String heading = "";
    for (int row = table.block().top() + 1; row <= table.block().bottom(); row++) {
      CellSnapshot named = names.at(row);
      String name = named.content() instanceof Content.Fault ? "" : SettingsSheets.shown(named);
      Optional<String> alone = alone(row);
      if (alone.isPresent()) {
        heading = alone.get();
        continue;
      }
      boolean figure = !sheet.at(row, columns.value()).isBlank();
      Optional<ReportingPeriod> period = periods.at(row);
      if (name.isEmpty()) {
        if (figure) {
          nameless(row);
        }
      } else if (period.isPresent()) {
        String section =
            table.section().isPresent()
                ? SettingsSheets.shown(sheet.at(row, table.section().getAsInt()))
                : heading;
        String label = named.content().text().orElse(name);
        all.computeIfAbsent(
                new Key(plain(name), plain(section)), key -> new Gathered(label, section))
            .lines
            .add(new Line(row, period.get()));
      } else if (figure && !Heading.MEASURE.is(named)) {
        unread
            .computeIfAbsent(SettingsSheets.shown(periods.cell(row)), key -> new ArrayList<>())
            .add(row);
      }
    }
    return all.values();
  }

  /** A name without regard to case and spaces. */
  private static String plain(String text) {
    return SPACES
        .matcher(text.replace('\u00a0', ' ').strip())
        .replaceAll(" ")
        .toLowerCase(Locale.ROOT);
  }

  /** The text of a row that has nothing else: a heading for the rows below. */
  private Optional<String> alone(int row) {
    int filled = -1;
    for (int column : sheet.columns(row)) {
      if (column >= table.block().left() && column <= table.block().right()) {
        if (filled >= 0) {
          return Optional.empty();
        }
        filled = column;
      }
    }
    boolean first = filled == table.block().left() || filled == table.measure();
    return first
        ? sheet.at(row, filled).content().text().map(text -> text.strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  private void nameless(int row) {
    findings.add(
        Finding.at(
            ReadingRule.NO_NAME,
            sheet.name(),
            new Address(row, table.measure()),
            "",
            String.format(
                Locale.ROOT,
                "Row %d has a figure but no measure, so it is not read; write the measure's name in %s.",
                row + 1,
                new Address(row, table.measure()))));
  }

  private void unread() {
    unread.forEach(
        (text, rows) -> {
          Address cell = new Address(rows.get(0), columns.period());
          String where =
              rows.size() == 1
                  ? "row " + (rows.get(0) + 1) + " is"
                  : String.format(
                      Locale.ROOT,
                      "row %d and %d more %s",
                      rows.get(0) + 1,
                      rows.size() - 1,
                      rows.size() == 2 ? "are" : "rows like it are");
          if (PeriodReader.isAmbiguous(text)) {
            String likely =
                PeriodReader.likely(text).map(FinancialQuarter::label).orElse("2020/21 Q1");
            findings.add(
                Finding.at(
                        ReadingRule.AMBIGUOUS_PERIOD,
                        sheet.name(),
                        cell,
                        "",
                        String.format(
                            Locale.ROOT,
                            "\u201c%s\u201d may be a calendar or a financial quarter, so %s not read; write it as %s.",
                            text,
                            where,
                            likely))
                    .suggesting(likely));
          } else {
            findings.add(
                Finding.at(
                    ReadingRule.UNREAD_MONTH,
                    sheet.name(),
                    cell,
                    "",
                    text.isEmpty()
                        ? String.format(
                            Locale.ROOT,
                            "There is a figure without a month, so %s not read; write the month in %s, such as Apr-20.",
                            where,
                            cell)
                        : String.format(
                            Locale.ROOT,
                            "\u201c%s\u201d is no month that can be read, so %s left out; write months as Apr-20.",
                            text,
                            where)));
          }
        });
  }

  /**
   * Whether Excel made days of months typed with a two-digit year: the days of the column vary, and
   * taken as years they make months without a gap.
   */
  private boolean shortYears() {
    TreeSet<LocalDate> days = new TreeSet<>();
    int first = -1;
    for (int row = table.block().top() + 1; row <= table.block().bottom(); row++) {
      Optional<LocalDate> day = periods.day(row);
      if (day.isPresent()) {
        days.add(day.get());
        first = first < 0 ? row : first;
      }
    }
    TreeSet<YearMonth> meant = new TreeSet<>();
    days.forEach(day -> meant.add(TableFinder.asShortYear(day)));
    boolean vary = days.stream().map(LocalDate::getDayOfMonth).distinct().count() > 1;
    boolean joined =
        vary
            && meant.size() == days.size()
            && meant.first().plusMonths(meant.size() - 1L).equals(meant.last());
    if (!joined) {
      return false;
    }
    LocalDate day = periods.day(first).orElseThrow();
    YearMonth month = TableFinder.asShortYear(day);
    String typed = String.format(Locale.ROOT, "01/%02d/%d", month.getMonthValue(), month.getYear());
    findings.add(
        Finding.at(
                ReadingRule.SHORT_YEAR_DATES,
                sheet.name(),
                new Address(first, columns.period()),
                "",
                String.format(
                    Locale.ROOT,
                    "This is the day %s, but with the other rows it must mean %s; type it as %s, and the rows below alike. The table is not read until then.",
                    day,
                    CalendarMonth.words(month),
                    typed))
            .suggesting(typed));
    return true;
  }

  private void read(Gathered gathered, List<MeasureRow> rows, List<MeasureRow> parts) {
    boolean asTyped = agree(gathered, 1, CLOSE_POINTS / 100);
    boolean asPoints = !asTyped && agree(gathered, 100, CLOSE_POINTS);
    RowReader.RawRow raw = raw(gathered, asPoints);
    Measure measure = naming.measure(sheet.name(), raw);
    if (asTyped || asPoints) {
      String place = sheet.name() + "!" + raw.nameCell();
      Measure above = measure.part(place + " numerator", "numerator");
      Measure below = measure.part(place + " denominator", "denominator");
      measure = measure.ratioOf(above.id(), below.id());
      parts.add(figures(gathered, raw, above, columns.numerator().orElseThrow()));
      parts.add(figures(gathered, raw, below, columns.denominator().orElseThrow()));
    } else if (hasParts(gathered)) {
      findings.add(
          Finding.at(
              ReadingRule.NO_PARTS,
              sheet.name(),
              raw.nameCell(),
              measure.name(),
              String.format(
                  Locale.ROOT,
                  "%s: its numerators over its denominators do not give its figures, so they are not used; correct whichever is wrong.",
                  measure.name())));
    }
    doubled(gathered, measure);
    MeasureRow row = figures(gathered, raw, measure, columns.value());
    cells.mixedPercentages(row);
    missing(row);
    rows.add(row);
  }

  private Finding otherUnit(Gathered gathered, int row, Unit first, Unit other) {
    return Finding.at(
        ReadingRule.TYPED_UNIT,
        sheet.name(),
        new Address(row, table.unit().orElseThrow()),
        gathered.label,
        String.format(
            Locale.ROOT,
            "%s is counted in %s in the rows before and in %s here; give all its rows one unit.",
            gathered.label,
            first.label().toLowerCase(Locale.ROOT),
            other.label().toLowerCase(Locale.ROOT)));
  }

  private RowReader.RawRow raw(Gathered gathered, boolean asPoints) {
    String kpi = "";
    Optional<Unit> unit = Optional.empty();
    boolean otherUnit = false;
    int percent = 0;
    int pounds = 0;
    int figures = 0;
    for (Line line : gathered.lines) {
      if (kpi.isEmpty() && table.kpi().isPresent()) {
        kpi = RowReader.kpiNumber(sheet.at(line.row, table.kpi().getAsInt()));
      }
      Optional<Unit> said = cells.unit(line.row);
      if (unit.isPresent() && said.isPresent() && !said.equals(unit) && !otherUnit) {
        otherUnit = true;
        findings.add(otherUnit(gathered, line.row, unit.get(), said.get()));
      }
      unit = unit.or(() -> said);
      CellSnapshot cell = sheet.at(line.row, columns.value());
      if (cell.content().number().isPresent()) {
        figures++;
        Optional<Unit> shown = Unit.ofFormat(cell.format());
        percent += shown.filter(Unit.PERCENTAGE::equals).isPresent() ? 1 : 0;
        pounds += shown.filter(Unit.POUNDS::equals).isPresent() ? 1 : 0;
      }
    }
    Optional<Unit> shown =
        asPoints || percent * 2 > figures
            ? Optional.of(Unit.PERCENTAGE)
            : pounds * 2 > figures ? Optional.of(Unit.POUNDS) : Optional.empty();
    Optional<Address> commentary = latest(gathered, table.commentary());
    return new RowReader.RawRow(
        new Address(gathered.first(), table.measure()),
        gathered.label,
        kpi,
        gathered.section,
        unit,
        shown,
        commentary.map(cell -> SettingsSheets.shown(sheet.at(cell))).orElse(""),
        commentary,
        latest(gathered, table.target()).map(sheet::at).orElse(CellSnapshot.BLANK));
  }

  /** What was said of the latest month is said of the measure. */
  private Optional<Address> latest(Gathered gathered, OptionalInt column) {
    if (column.isEmpty()) {
      return Optional.empty();
    }
    Optional<Line> told = Optional.empty();
    for (Line line : gathered.lines) {
      if (!sheet.at(line.row, column.getAsInt()).isBlank()
          && told.filter(other -> other.period.last().isAfter(line.period.last())).isEmpty()) {
        told = Optional.of(line);
      }
    }
    return told.map(line -> new Address(line.row, column.getAsInt()));
  }

  private MeasureRow figures(Gathered gathered, RowReader.RawRow raw, Measure measure, int column) {
    NavigableMap<YearMonth, Observation> months = new TreeMap<>();
    NavigableMap<FinancialQuarter, Observation> quarters = new TreeMap<>();
    for (Line line : gathered.lines) {
      Address cell = new Address(line.row, column);
      if (line.period instanceof FinancialQuarter quarter) {
        Observation first = quarters.get(quarter);
        quarters.put(
            quarter, first == null ? cells.observation(cell, measure) : first.withoutValue());
      } else {
        YearMonth month = line.period.first();
        Observation first = months.get(month);
        months.put(month, first == null ? cells.observation(cell, measure) : first.withoutValue());
      }
    }
    return new MeasureRow(
        measure,
        raw.nameCell(),
        raw.label(),
        months,
        quarters,
        raw.commentary(),
        raw.commentaryCell());
  }

  private void doubled(Gathered gathered, Measure measure) {
    Map<ReportingPeriod, Integer> first = new HashMap<>();
    for (Line line : gathered.lines) {
      Integer other = first.putIfAbsent(line.period, line.row);
      if (other != null) {
        Address here = new Address(line.row, columns.value());
        Address there = new Address(other, columns.value());
        findings.add(
            Finding.at(
                ReadingRule.DOUBLED_PERIOD,
                sheet.name(),
                here,
                measure.name(),
                String.format(
                    Locale.ROOT,
                    "%s for %s stands in %s and again in %s, so neither is used; delete the row that is wrong.",
                    measure.name(),
                    line.period.label(),
                    there,
                    here)));
      }
    }
  }

  /** Months without a row between others of the same measure. */
  private void missing(MeasureRow row) {
    List<YearMonth> held = List.copyOf(row.months().keySet());
    if (KpiReader.isRegular(held)) {
      return;
    }
    List<YearMonth> missing = new ArrayList<>();
    for (int i = 1; i < held.size(); i++) {
      for (YearMonth month = held.get(i - 1).plusMonths(1);
          month.isBefore(held.get(i));
          month = month.plusMonths(1)) {
        missing.add(month);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String named =
        missing.stream().limit(NAMED).map(CalendarMonth::words).collect(Collectors.joining(", "));
    findings.add(
        Finding.at(
            ReadingRule.MISSING_MONTH,
            sheet.name(),
            row.name(),
            row.measure().name(),
            String.format(
                Locale.ROOT,
                "%s has no row for %s%s, so limits treat it as a gap; add the row if the figure exists.",
                row.measure().name(),
                named,
                missing.size() > NAMED
                    ? " and " + (missing.size() - NAMED) + " more months"
                    : "")));
  }

  private boolean hasParts(Gathered gathered) {
    return gathered.lines.stream().anyMatch(line -> ratio(line.row).isPresent());
  }

  /** Whether the parts give the figures, times this factor, in most rows that have them. */
  private boolean agree(Gathered gathered, double factor, double close) {
    int right = 0;
    int compared = 0;
    for (Line line : gathered.lines) {
      Optional<Double> ratio = ratio(line.row);
      if (ratio.isPresent()) {
        double expected = ratio.get() * factor;
        double value = sheet.at(line.row, columns.value()).content().number().orElseThrow();
        compared++;
        right += Math.abs(value - expected) <= Math.max(close, CLOSE * Math.abs(expected)) ? 1 : 0;
      }
    }
    return right * 2 > compared;
  }

  private Optional<Double> ratio(int row) {
    OptionalInt above = columns.numerator();
    OptionalInt below = columns.denominator();
    if (above.isEmpty()
        || below.isEmpty()
        || sheet.at(row, columns.value()).content().number().isEmpty()) {
      return Optional.empty();
    }
    Content numerator = sheet.at(row, above.getAsInt()).content();
    Content denominator = sheet.at(row, below.getAsInt()).content();
    return numerator.number().isPresent() && denominator.number().orElse(0) > 0
        ? Optional.of(numerator.number().getAsDouble() / denominator.number().getAsDouble())
        : Optional.empty();
  }
}
