package quarterday.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;

/** Reads the rows of a table: names, numbers, units, figures and commentary. */
final class RowReader {
  /**
   * A row as it stands, before it is known which measure it is.
   *
   * @param unit the unit as typed in the table, if it is one
   * @param shown the unit that the cells' number formats show
   * @param target the cell with its target, blank where the table has none
   */
  record RawRow(
      Address nameCell,
      String label,
      String kpi,
      String section,
      Optional<Unit> unit,
      Optional<Unit> shown,
      String commentary,
      Optional<Address> commentaryCell,
      CellSnapshot target) {
    /** Names are said again in many places, all of which must fit into cells. */
    private static final int LONGEST = 255;

    /** Cuts the section where no reader would go on. */
    RawRow {
      section = cut(section);
    }

    /** The name without line breaks and odd spaces, cut where no reader would go on. */
    String name() {
      return cut(label.replace('\u00a0', ' ').strip().replaceAll("\\s+", " "));
    }

    /** Whether the figures are fractions in a per cent format. */
    boolean isInFractions() {
      return shown.filter(Unit.PERCENTAGE::equals).isPresent();
    }

    private static String cut(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }
  }

  private final SheetSnapshot sheet;
  private final TableFinder.Found table;
  private final List<Finding> findings;

  RowReader(SheetSnapshot sheet, TableFinder.Found table, List<Finding> findings) {
    this.sheet = sheet;
    this.table = table;
    this.findings = findings;
  }

  /** The rows with a measure, from the top. */
  List<RawRow> rows() {
    MergedColumn names = new MergedColumn(sheet, table.measure());
    Optional<MergedColumn> kpis =
        table.kpi().isPresent()
            ? Optional.of(new MergedColumn(sheet, table.kpi().getAsInt()))
            : Optional.empty();
    List<RawRow> rows = new ArrayList<>();
    String section = "";
    for (int row = table.block().top() + 1; row <= table.block().bottom(); row++) {
      CellSnapshot named = sheet.at(row, table.measure());
      String name = named.content() instanceof Content.Fault ? "" : SettingsSheets.shown(named);
      String label = name.isEmpty() ? "" : named.content().text().orElse(name);
      Block mergedName = names.block(row).orElse(null);
      if (mergedName != null && mergedName.top() < row) {
        continue;
      }
      Block mergedKpi = kpis.isPresent() ? kpis.get().block(row).orElse(null) : null;
      Optional<String> heading = heading(row, mergedKpi);
      if (heading.isPresent()) {
        section = heading.get();
      } else if (label.isEmpty()) {
        nameless(row);
      } else if (!Heading.MEASURE.is(named)) {
        rows.add(raw(row, label, section, mergedKpi));
      }
    }
    return rows;
  }

  /** A row with text in its first column alone is a section heading; so is a name with nothing. */
  private Optional<String> heading(int row, Block mergedKpi) {
    int filled = -1;
    for (int column : sheet.columns(row)) {
      if (column < table.block().left() || column > table.block().right()) {
        continue;
      }
      if (filled >= 0) {
        return Optional.empty();
      }
      filled = column;
    }
    CellSnapshot alone = filled < 0 ? CellSnapshot.BLANK : sheet.at(row, filled);
    boolean underNumber = mergedKpi != null && mergedKpi.rows() > 1;
    boolean first = filled == table.block().left() || (filled == table.measure() && !underNumber);
    return filled < 0 || !first
        ? Optional.empty()
        : alone.content().text().map(text -> SettingsSheets.shown(alone)).filter(t -> !t.isEmpty());
  }

  private void nameless(int row) {
    for (int column : table.periods().keySet()) {
      if (sheet.at(row, column).content().number().isPresent()) {
        findings.add(
            Finding.at(
                ReadingRule.NO_NAME,
                sheet.name(),
                new Address(row, table.measure()),
                "",
                String.format(
                    Locale.ROOT,
                    "Row %d has figures but no measure, so it is not read; write the measure's name in %s.",
                    row + 1,
                    new Address(row, table.measure()))));
        return;
      }
    }
  }

  private RawRow raw(int row, String label, String section, Block mergedKpi) {
    String kpi = "";
    if (table.kpi().isPresent()) {
      int top = mergedKpi == null ? row : mergedKpi.top();
      int column = mergedKpi == null ? table.kpi().getAsInt() : mergedKpi.left();
      kpi = kpiNumber(sheet.at(top, column));
    }
    String ownSection =
        table.section().isPresent()
            ? SettingsSheets.shown(sheet.at(row, table.section().getAsInt()))
            : section;
    Optional<Address> commentaryCell =
        table.commentary().isPresent()
            ? Optional.of(new Address(row, table.commentary().getAsInt()))
            : Optional.empty();
    return new RawRow(
        new Address(row, table.measure()),
        label,
        kpi,
        ownSection,
        unit(row),
        shownUnit(row),
        commentaryCell.map(cell -> SettingsSheets.shown(sheet.at(cell))).orElse(""),
        commentaryCell,
        table.target().isPresent() ? sheet.at(row, table.target().getAsInt()) : CellSnapshot.BLANK);
  }

  /** A KPI number as shown: 1.1 stays 1.1, and 1.10 in a format with two decimals stays 1.10. */
  static String kpiNumber(CellSnapshot cell) {
    if (cell.content().number().isEmpty()) {
      return SettingsSheets.shown(cell);
    }
    BigDecimal value = Decimals.of(cell.content().number().getAsDouble());
    int dot = cell.format().indexOf("0.0");
    if (dot < 0) {
      return value.toPlainString();
    }
    int decimals = 0;
    for (int i = dot + 2; i < cell.format().length() && cell.format().charAt(i) == '0'; i++) {
      decimals++;
    }
    return value.setScale(Math.max(decimals, value.scale()), RoundingMode.HALF_UP).toPlainString();
  }

  Optional<Unit> unit(int row) {
    OptionalInt column = table.unit();
    return column.isPresent()
        ? Unit.parse(SettingsSheets.shown(sheet.at(row, column.getAsInt())))
        : Optional.empty();
  }

  private Optional<Unit> shownUnit(int row) {
    int percent = 0;
    int pounds = 0;
    int figures = 0;
    for (int column : table.periods().keySet()) {
      CellSnapshot cell = sheet.at(row, column);
      if (cell.content().number().isPresent()) {
        figures++;
        Optional<Unit> unit = Unit.ofFormat(cell.format());
        if (unit.isPresent()) {
          percent += unit.get() == Unit.PERCENTAGE ? 1 : 0;
          pounds += unit.get() == Unit.POUNDS ? 1 : 0;
        }
      }
    }
    if (percent * 2 > figures) {
      return Optional.of(Unit.PERCENTAGE);
    }
    return pounds * 2 > figures ? Optional.of(Unit.POUNDS) : Optional.empty();
  }

  /** The figures of a row, once its unit is known. */
  MeasureRow figures(RawRow raw, Measure measure, Set<ReportingPeriod> doubled) {
    NavigableMap<YearMonth, Observation> months = new TreeMap<>();
    NavigableMap<FinancialQuarter, Observation> quarters = new TreeMap<>();
    table
        .periods()
        .forEach(
            (column, period) -> {
              Address cell = new Address(raw.nameCell().row(), column);
              Observation seen = observation(cell, measure);
              Observation kept = doubled.contains(period) ? seen.withoutValue() : seen;
              if (period instanceof FinancialQuarter quarter) {
                quarters.put(quarter, kept);
              } else {
                months.put(period.first(), kept);
              }
            });
    MeasureRow row =
        new MeasureRow(
            measure,
            raw.nameCell(),
            raw.label(),
            months,
            quarters,
            raw.commentary(),
            raw.commentaryCell());
    mixedPercentages(row);
    return row;
  }

  /** The figure in a cell. */
  Observation observation(Address at, Measure measure) {
    CellSnapshot cell = sheet.at(at);
    Content content = cell.content();
    if (content.number().isPresent()) {
      return number(at, measure, cell, content.number().getAsDouble());
    }
    if (content instanceof Content.Fault fault) {
      findings.add(
          Finding.at(
              ReadingRule.FAULT,
              sheet.name(),
              at,
              measure.name(),
              String.format(
                  Locale.ROOT,
                  "%s: the cell shows %s and is taken as a gap; mend its formula, or write [x] if there is no figure.",
                  measure.name(),
                  fault.code())));
      return gap(at, "");
    }
    String text = content instanceof Content.Logical ? "TRUE or FALSE" : content.text().orElse("");
    if (text.replace('\u00a0', ' ').isBlank()) {
      return gap(at, "");
    }
    ValueText typed = ValueText.parse(text, measure.unit());
    if (typed.value().isPresent() && !Decimals.isUsable(typed.value().get())) {
      return unusable(at, measure, text);
    }
    if (typed.value().isPresent()) {
      if (typed.hasUnit() || typed.marks().isEmpty()) {
        BigDecimal value = typed.value().get();
        findings.add(
            Finding.at(
                    typed.hasUnit() || text.contains("\u00a3")
                        ? ReadingRule.TYPED_UNIT
                        : ReadingRule.TEXT_NUMBER,
                    sheet.name(),
                    at,
                    measure.name(),
                    String.format(
                        Locale.ROOT,
                        "%s: \u201c%s\u201d is text, read as %s; type the number alone so that Excel can count with it.",
                        measure.name(),
                        text.strip(),
                        value.toPlainString()))
                .suggesting(value.toPlainString()));
      }
      return new Observation(at, typed.value(), typed.marks(), "", false, false);
    }
    if (typed.token().isEmpty() && typed.marks().isEmpty()) {
      return unusable(at, measure, text);
    }
    return new Observation(at, Optional.empty(), typed.marks(), typed.token(), false, false);
  }

  private Observation number(Address at, Measure measure, CellSnapshot cell, double number) {
    BigDecimal value = Decimals.of(number);
    if (!Decimals.isUsable(value)) {
      return unusable(at, measure, Double.toString(number));
    }
    if (PeriodReader.isDateFormat(cell.format())) {
      findings.add(
          Finding.at(
              ReadingRule.TEXT_VALUE,
              sheet.name(),
              at,
              measure.name(),
              String.format(
                  Locale.ROOT,
                  "%s: the cell holds a date and is taken as a gap; type the figure and give the cell a number format.",
                  measure.name())));
      return gap(at, "");
    }
    if (measure.isPercentage() && cell.format().contains("%")) {
      return new Observation(at, Optional.of(Decimals.inPoints(value)), Set.of(), "", true, true);
    }
    if (measure.unit() == Unit.HOURS && cell.format().contains("h")) {
      // A length of time is kept as a part of a day.
      return new Observation(
          at,
          Optional.of(value.multiply(BigDecimal.valueOf(24)).round(Decimals.FIGURES)),
          Set.of(),
          "",
          false,
          false);
    }
    return new Observation(at, Optional.of(value), Set.of(), "", true, false);
  }

  private Observation unusable(Address at, Measure measure, String text) {
    boolean words = text.chars().noneMatch(Character::isDigit);
    findings.add(
        Finding.at(
                words ? ReadingRule.WORDS_FOR_VALUE : ReadingRule.TEXT_VALUE,
                sheet.name(),
                at,
                measure.name(),
                String.format(
                    Locale.ROOT,
                    words
                        ? "%s: \u201c%s\u201d stands in place of a figure and is taken as a gap; write [x] for not available and explain it in the commentary."
                        : "%s: \u201c%s\u201d is no number that can be counted with and is taken as a gap; type the figure, or [x] if there is none.",
                    measure.name(),
                    shortened(text)))
            .suggesting("[x]"));
    return gap(at, "");
  }

  private static Observation gap(Address at, String token) {
    return new Observation(at, Optional.empty(), Set.of(), token, false, false);
  }

  /** A 0.96 among 96s: read as typed, and said. */
  void mixedPercentages(MeasureRow row) {
    if (!row.measure().isPercentage()) {
      return;
    }
    List<Observation> figures = new ArrayList<>();
    row.months().values().stream().filter(o -> !o.isGap()).forEach(figures::add);
    long large = figures.stream().filter(o -> o.value().orElseThrow().doubleValue() > 10).count();
    if (large * 2 <= figures.size()) {
      return;
    }
    for (Observation o : figures) {
      BigDecimal value = o.value().orElseThrow();
      if (!o.fraction() && value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0) {
        String better = value.movePointRight(2).stripTrailingZeros().toPlainString();
        findings.add(
            Finding.at(
                    ReadingRule.MIXED_PERCENTAGES,
                    sheet.name(),
                    o.cell(),
                    row.measure().name(),
                    String.format(
                        Locale.ROOT,
                        "%s: %s stands among figures such as %s and is read as %s%%; if %s%% is meant, type %s.",
                        row.measure().name(),
                        value.toPlainString(),
                        figures.stream()
                            .map(f -> f.value().orElseThrow())
                            .filter(v -> v.doubleValue() > 10)
                            .findFirst()
                            .orElseThrow()
                            .toPlainString(),
                        value.toPlainString(),
                        better,
                        better))
                .suggesting(better));
      }
    }
  }

  private static String shortened(String text) {
    String start = text.strip();
    String plain = start.substring(0, Math.min(start.length(), 400)).replaceAll("\\s+", " ");
    return plain.length() <= 40 ? plain : plain.substring(0, 39) + "\u2026";
  }
}
