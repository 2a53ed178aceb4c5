package quarterday.kpi;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.spc.LimitsMethod;

/**
 * Reads the optional sheets Settings, Measures, Adjustments and Glossary. A sheet counts as one of
 * them only with the expected headings; one that merely has the name is an ordinary sheet.
 */
final class SettingsSheets {
  /** How far down a heading row may stand, under titles and notes. */
  static final int HEADER_ROWS = 40;

  /**
   * What the Measures sheet says about a measure; empty where it says nothing.
   *
   * @param cell the cell with its name
   */
  record Definition(
      Address cell,
      String id,
      String kpi,
      String name,
      String section,
      Optional<Unit> unit,
      Optional<QuarterRule> rule,
      String numerator,
      String denominator,
      Optional<BetterWhen> better,
      Optional<BigDecimal> target,
      Optional<BigDecimal> lowest,
      Optional<BigDecimal> highest,
      Optional<LimitsMethod> limitsMethod,
      Optional<Boolean> chart,
      List<String> aliases,
      String definition) {}

  private record Headed(SheetSnapshot sheet, int row, Map<Heading, Integer> columns) {
    CellSnapshot cell(int at, Heading heading) {
      Integer column = columns.get(heading);
      return column == null ? CellSnapshot.BLANK : sheet.at(at, column);
    }

    String text(int at, Heading heading) {
      return shown(cell(at, heading));
    }

    /**
     * The first row below all that stands under the headings, from the first of them to the last.
     */
    int nextRow() {
      int next = row + 1;
      for (int at : sheet.rows()) {
        boolean used = false;
        for (int column : sheet.columns(at)) {
          used |= column >= first() && column <= last();
        }
        next = used ? Math.max(next, at + 1) : next;
      }
      return next;
    }

    /** The first column with anything in the row of headings. */
    int first() {
      return sheet.columns(row)[0];
    }

    /** The last column that follows without a gap. */
    int last() {
      int last = columns.values().stream().reduce(0, Math::max);
      while (!sheet.at(row, last + 1).isBlank()) {
        last++;
      }
      return last;
    }

    OptionalInt column(Heading heading) {
      Integer column = columns.get(heading);
      return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    Address address(int at, Heading heading) {
      return new Address(at, columns.getOrDefault(heading, 0));
    }
  }

  private final boolean dates1904;
  private final Set<String> names = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Adjustment> adjustments = new ArrayList<>();
  private String measuresSheet = "";
  private Optional<GlossaryTab> glossary = Optional.empty();
  private Optional<SettingsTab> settingsTab = Optional.empty();
  private Optional<AdjustmentsTab> adjustmentsTab = Optional.empty();

  private SettingsSheets(boolean dates1904) {
    this.dates1904 = dates1904;
  }

  static SettingsSheets read(Snapshot snapshot, Set<String> ours) {
    SettingsSheets read = new SettingsSheets(snapshot.dates1904());
    for (SheetSnapshot sheet : snapshot.sheets()) {
      if (!ours.contains(sheet.name())) {
        read.sheet(sheet);
      }
    }
    return read;
  }

  /** The names of the sheets that are settings sheets. */
  Set<String> names() {
    return names;
  }

  List<Finding> findings() {
    return findings;
  }

  Map<Setting, String> settings() {
    return settings;
  }

  List<Definition> definitions() {
    return definitions;
  }

  String measuresSheet() {
    return measuresSheet;
  }

  List<Adjustment> adjustments() {
    return adjustments;
  }

  Optional<GlossaryTab> glossary() {
    return glossary;
  }

  Optional<SettingsTab> settingsTab() {
    return settingsTab;
  }

  /** The sheet of adjustments, its measures as written. */
  Optional<AdjustmentsTab> adjustmentsTab() {
    return adjustmentsTab;
  }

  private void sheet(SheetSnapshot sheet) {
    switch (sheet.name().strip().toLowerCase(Locale.ROOT)) {
      case "settings" -> headed(sheet, Heading.NAME, Heading.VALUE).ifPresent(this::settings);
      case "measures" -> headed(sheet, Heading.MEASURE, Heading.RULE).ifPresent(this::definitions);
      case "adjustments" ->
          headed(sheet, Heading.MEASURE, Heading.MONTH, Heading.KIND).ifPresent(this::adjustments);
      case "glossary" -> headed(sheet, Heading.TERM, Heading.MEANING).ifPresent(this::glossary);
      default -> {
        // An ordinary sheet.
      }
    }
  }

  private static Optional<Headed> headed(SheetSnapshot sheet, Heading... wanted) {
    for (int row : sheet.rows()) {
      if (row >= HEADER_ROWS) {
        break;
      }
      Map<Heading, Integer> columns = new EnumMap<>(Heading.class);
      for (int column : sheet.columns(row)) {
        CellSnapshot cell = sheet.at(row, column);
        for (Heading heading : Heading.values()) {
          if (heading.is(cell)) {
            columns.putIfAbsent(heading, column);
          }
        }
      }
      if (columns.keySet().containsAll(List.of(wanted))) {
        return Optional.of(new Headed(sheet, row, columns));
      }
    }
    return Optional.empty();
  }

  private void settings(Headed from) {
    names.add(from.sheet.name());
    Map<Setting, Integer> rows = new EnumMap<>(Setting.class);
    int next = from.row + 1;
    for (int row : from.sheet.rows()) {
      String name = row > from.row ? from.text(row, Heading.NAME) : "";
      if (name.isEmpty()) {
        continue;
      }
      Optional<Setting> setting = Setting.parse(name);
      String value = value(from.cell(row, Heading.VALUE));
      next = row + 1;
      int at = row;
      setting.ifPresent(known -> rows.put(known, at));
      if (setting.isEmpty()) {
        bad(
            ReadingRule.BAD_SETTING,
            from,
            row,
            Heading.NAME,
            String.format(
                Locale.ROOT,
                "There is no setting \u201c%s\u201d; correct its name, or delete the row.",
                name));
      } else if (!value.isEmpty()) {
        Optional<String> clean = setting.get().cleaned(value);
        if (clean.isPresent()) {
          settings.put(setting.get(), clean.get());
        } else {
          boolean noYear =
              setting.get() == Setting.REPORTING_PERIOD
                  && (PeriodReader.isAmbiguous(value)
                      || PeriodReader.isBareQuarter(value)
                      || PeriodReader.isBareMonth(value));
          bad(
              noYear ? ReadingRule.AMBIGUOUS_PERIOD : ReadingRule.BAD_SETTING,
              from,
              row,
              Heading.VALUE,
              String.format(
                  Locale.ROOT,
                  "\u201c%s\u201d takes %s, not \u201c%s\u201d; until it is corrected \u201c%s\u201d is used.",
                  setting.get().label(),
                  setting.get().wanted(),
                  value,
                  setting.get().standard().isEmpty() ? "found" : setting.get().standard()));
        }
      }
    }
    settingsTab =
        Optional.of(
            new SettingsTab(
                from.sheet.name(),
                from.columns.get(Heading.NAME),
                from.columns.get(Heading.VALUE),
                rows,
                next));
  }

  /** A setting's value; a date typed for the reporting period is read as its month. */
  private String value(CellSnapshot cell) {
    return cell.content().number().isPresent() && PeriodReader.isDateFormat(cell.format())
        ? PeriodReader.of(cell, dates1904).map(ReportingPeriod::label).orElse(shown(cell))
        : shown(cell);
  }

  private void definitions(Headed from) {
    names.add(from.sheet.name());
    measuresSheet = from.sheet.name();
    for (int row : from.sheet.rows()) {
      String name = row > from.row ? from.text(row, Heading.MEASURE) : "";
      if (name.isEmpty()) {
        continue;
      }
      definitions.add(
          new Definition(
              from.address(row, Heading.MEASURE),
              oneLine(from.text(row, Heading.ID)),
              from.text(row, Heading.KPI),
              name,
              from.text(row, Heading.SECTION),
              choice(
                  from,
                  row,
                  Heading.UNIT,
                  "a unit such as Count, Percentage or Hours",
                  Unit::parse),
              choice(
                  from,
                  row,
                  Heading.RULE,
                  "Sum, Last value, Ratio of sums, Mean, Weighted mean or Not additive",
                  QuarterRule::parse),
              from.text(row, Heading.NUMERATOR),
              from.text(row, Heading.DENOMINATOR),
              choice(from, row, Heading.BETTER, "Higher, Lower or Neutral", BetterWhen::parse),
              number(from, row, Heading.TARGET),
              number(from, row, Heading.LOWEST),
              number(from, row, Heading.HIGHEST),
              choice(
                  from,
                  row,
                  Heading.LIMITS_METHOD,
                  "a limits method such as Moving range",
                  LimitsMethod::parse),
              choice(from, row, Heading.CHART, "yes or no", SettingsSheets::yesNo),
              aliases(from.text(row, Heading.ALIASES)),
              from.text(row, Heading.DEFINITION)));
    }
  }

  private <T> Optional<T> choice(
      Headed from, int row, Heading heading, String wanted, Function<String, Optional<T>> reader) {
    String text = from.text(row, heading);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found = reader.apply(text);
    if (found.isEmpty()) {
      bad(
          ReadingRule.BAD_DEFINITION,
          from,
          row,
          heading,
          String.format(
              Locale.ROOT, "\u201c%s\u201d cannot be used here; choose %s.", text, wanted));
    }
    return found;
  }

  private Optional<BigDecimal> number(Headed from, int row, Heading heading) {
    CellSnapshot cell = from.cell(row, heading);
    if (cell.content().number().isPresent()) {
      BigDecimal value = Decimals.of(cell.content().number().getAsDouble());
      return Optional.of(cell.format().contains("%") ? Decimals.inPoints(value) : value);
    }
    String text = from.text(row, heading);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> value = ValueText.parse(text, Unit.COUNT).value();
    if (value.isEmpty()) {
      bad(
          ReadingRule.BAD_DEFINITION,
          from,
          row,
          heading,
          String.format(
              Locale.ROOT,
              "\u201c%s\u201d is no number; type one, or leave the cell empty.",
              text));
    }
    return value;
  }

  private void adjustments(Headed from) {
    names.add(from.sheet.name());
    List<AdjustmentsTab.Entry> entries = new ArrayList<>();
    for (int row : from.sheet.rows()) {
      String measure = row > from.row ? from.text(row, Heading.MEASURE) : "";
      if (measure.isEmpty()) {
        continue;
      }
      Optional<YearMonth> month =
          PeriodReader.of(from.cell(row, Heading.MONTH), dates1904).map(ReportingPeriod::first);
      Optional<Adjustment.Kind> kind = Adjustment.Kind.parse(from.text(row, Heading.KIND));
      String reason = from.text(row, Heading.REASON);
      entries.add(
          new AdjustmentsTab.Entry(
              row, measure, month, from.cell(row, Heading.MONTH).format(), kind));
      if (kind.isEmpty()) {
        bad(
            ReadingRule.BAD_ADJUSTMENT,
            from,
            row,
            Heading.KIND,
            String.format(
                Locale.ROOT,
                "\u201c%s\u201d is no kind of adjustment; choose Reset limits, Leave out or Note.",
                from.text(row, Heading.KIND)));
      } else if (month.isEmpty()) {
        bad(
            ReadingRule.BAD_ADJUSTMENT,
            from,
            row,
            Heading.MONTH,
            String.format(
                Locale.ROOT,
                "\u201c%s\u201d is no month; write it as April 2019 or as a date.",
                from.text(row, Heading.MONTH)));
      } else if (kind.get() == Adjustment.Kind.RESET && reason.isEmpty()) {
        bad(
            ReadingRule.RESET_WITHOUT_REASON,
            from,
            row,
            Heading.REASON,
            String.format(
                Locale.ROOT,
                "The limits of \u201c%s\u201d are not reset in %s because no reason is given; write the reason beside it.",
                measure,
                CalendarMonth.words(month.get())));
      } else {
        adjustments.add(
            new Adjustment(
                measure,
                month.get(),
                kind.get(),
                reason,
                from.text(row, Heading.BY),
                from.sheet.name(),
                from.address(row, Heading.MEASURE)));
      }
    }
    adjustmentsTab =
        Optional.of(
            new AdjustmentsTab(
                from.sheet.name(),
                new AdjustmentsTab.Columns(
                    from.columns.get(Heading.MEASURE),
                    from.columns.get(Heading.MONTH),
                    from.columns.get(Heading.KIND),
                    from.column(Heading.REASON),
                    from.column(Heading.BY),
                    from.first(),
                    from.last()),
                entries,
                from.nextRow()));
  }

  private void glossary(Headed from) {
    names.add(from.sheet.name());
    List<GlossaryTab.Entry> entries = new ArrayList<>();
    int last = from.row;
    for (int row : from.sheet.rows()) {
      String term = row > from.row ? from.text(row, Heading.TERM) : "";
      if (!term.isEmpty()) {
        entries.add(new GlossaryTab.Entry(row, term, from.text(row, Heading.MEANING)));
        last = row;
      }
    }
    int term = from.columns.get(Heading.TERM);
    int meaning = from.columns.get(Heading.MEANING);
    glossary =
        Optional.of(
            new GlossaryTab(
                from.sheet.name(),
                new Block(from.row, Math.min(term, meaning), last, Math.max(term, meaning)),
                term,
                meaning,
                entries));
  }

  private void bad(ReadingRule rule, Headed from, int row, Heading heading, String message) {
    findings.add(
        Finding.at(
            rule,
            from.sheet.name(),
            from.address(row, heading),
            from.text(row, Heading.MEASURE),
            message));
  }

  private static Optional<Boolean> yesNo(String text) {
    return Setting.yesOrNo(text).map("yes"::equals);
  }

  private static List<String> aliases(String text) {
    List<String> aliases = new ArrayList<>();
    for (String alias : text.split("[;|\n]")) {
      if (!alias.isBlank()) {
        aliases.add(alias.strip());
      }
    }
    return aliases;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  /** What a cell shows, near enough: a whole number without its decimal point. */
  static String shown(CellSnapshot cell) {
    if (cell.content() instanceof Content.Fault fault) {
      return fault.code();
    }
    if (cell.content() instanceof Content.Logical logical) {
      return logical.value() ? "TRUE" : "FALSE";
    }
    if (cell.content().number().isPresent()) {
      return Decimals.of(cell.content().number().getAsDouble()).toPlainString();
    }
    return cell.content().text().orElse("").replace('\u00a0', ' ').strip();
  }
}
