package quarterday.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quarterday.kpi.SettingsSheets.Definition;

/**
 * Says which measure a row is and what its figures mean: by the Measures sheet, else by the
 * built-in catalogue, else by its place and its cells. KPI numbers never decide.
 */
final class MeasureNaming {
  static final String FROM_SHEET = "Measures sheet";
  private static final String FROM_CATALOGUE = "built-in catalogue";
  private static final String FROM_CELLS = "the cells";
  private static final String FROM_DEFAULTS = "defaults";

  /** What stands between words and tells no measures apart. */
  private static final Pattern SEPARATORS =
      Pattern.compile("[^\\p{L}\\p{N}%\u00a3$\u20ac#*?~+<>=&]+");

  private final Catalogue catalogue;
  private final String measuresSheet;
  private final Map<String, List<Definition>> definitions = new HashMap<>();
  private final Set<Definition> used = new HashSet<>();
  private final Set<String> claimed = new HashSet<>();
  private final Map<String, String> idByName = new HashMap<>();
  private final List<Definition> all;

  MeasureNaming(Catalogue catalogue, SettingsSheets sheets) {
    this.catalogue = catalogue;
    this.measuresSheet = sheets.measuresSheet();
    this.all = sheets.definitions();
    for (Definition definition : all) {
      learn(definition.name(), definition);
      definition.aliases().forEach(alias -> learn(alias, definition));
      if (!definition.id().isEmpty()) {
        idByName.put(Catalogue.normalised(definition.name()), definition.id());
      }
    }
  }

  private void learn(String name, Definition definition) {
    definitions
        .computeIfAbsent(Catalogue.normalised(name), key -> new ArrayList<>())
        .add(definition);
  }

  /** The measure of a row on a sheet. */
  Measure measure(String sheet, RowReader.RawRow row) {
    Optional<Definition> definition = definition(sheet, row);
    Optional<Catalogue.Entry> entry = entry(row, definition);
    definition.ifPresent(used::add);
    entry.ifPresent(e -> claimed.add(e.id()));
    String place = row.section().isEmpty() ? sheet : row.section();
    String section =
        definition.map(Definition::section).filter(text -> !text.isEmpty()).orElse(place);

    Optional<Unit> cellUnit = row.unit().or(row::shown).or(() -> Unit.ofName(row.name()));
    Unit unit =
        definition
            .flatMap(Definition::unit)
            .or(() -> entry.flatMap(e -> Unit.parse(e.unit())))
            .or(() -> cellUnit)
            .orElseGet(() -> isRatio(definition) ? Unit.RATE : Unit.COUNT);
    QuarterRule rule =
        definition
            .flatMap(Definition::rule)
            .or(() -> entry.flatMap(e -> QuarterRule.parse(e.rule())))
            .orElseGet(() -> standard(unit, row.name()));
    Optional<TypedTarget> typed = TypedTarget.of(row.target(), unit, row.isInFractions());
    String id =
        definition
            .map(Definition::id)
            .filter(text -> !text.isEmpty())
            .or(() -> entry.map(Catalogue.Entry::id))
            .orElseGet(() -> place(sheet, place, row.name()));
    idByName.putIfAbsent(Catalogue.normalised(row.name()), id);
    Optional<String> numerator =
        part(definition.map(Definition::numerator), entry.map(Catalogue.Entry::numerator));
    Optional<String> denominator =
        part(definition.map(Definition::denominator), entry.map(Catalogue.Entry::denominator));
    return new Measure(
        id,
        row.kpi(),
        row.name(),
        section,
        unit,
        rule,
        numerator,
        denominator,
        definition
            .flatMap(Definition::better)
            .or(() -> entry.flatMap(e -> BetterWhen.parse(e.better())))
            .or(() -> typed.flatMap(TypedTarget::better))
            .orElse(BetterWhen.NEUTRAL),
        definition
            .flatMap(Definition::target)
            .or(() -> typed.map(TypedTarget::value))
            .or(() -> entry.flatMap(Catalogue.Entry::target)),
        definition
            .flatMap(Definition::lowest)
            .or(() -> entry.flatMap(Catalogue.Entry::lowest))
            .or(() -> lowest(entry, unit)),
        definition
            .flatMap(Definition::highest)
            .or(() -> entry.flatMap(Catalogue.Entry::highest))
            .or(() -> highest(entry, unit)),
        definition.flatMap(Definition::limitsMethod),
        definition.flatMap(Definition::chart).orElse(true),
        entry.map(Catalogue.Entry::noun).orElse(""),
        definition
            .map(Definition::definition)
            .filter(text -> !text.isEmpty())
            .or(() -> entry.map(Catalogue.Entry::definition))
            .orElse(""),
        known(definition.isPresent(), entry.isPresent(), cellUnit.isPresent()));
  }

  private static boolean isRatio(Optional<Definition> definition) {
    return definition
        .flatMap(Definition::rule)
        .filter(QuarterRule.RATIO_OF_SUMS::equals)
        .isPresent();
  }

  /** Nothing is counted below zero and no share is above a hundred, unless someone says so. */
  private static Optional<BigDecimal> lowest(Optional<Catalogue.Entry> entry, Unit unit) {
    return entry.isPresent() || unit == Unit.POUNDS
        ? Optional.empty()
        : Optional.of(BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> highest(Optional<Catalogue.Entry> entry, Unit unit) {
    return entry.isEmpty() && unit == Unit.PERCENTAGE
        ? Optional.of(BigDecimal.valueOf(100))
        : Optional.empty();
  }

  private static String known(boolean definition, boolean entry, boolean cells) {
    if (definition) {
      return FROM_SHEET;
    }
    if (entry) {
      return FROM_CATALOGUE;
    }
    return cells ? FROM_CELLS : FROM_DEFAULTS;
  }

  private static Optional<String> part(Optional<String> sheet, Optional<String> entry) {
    return sheet.filter(text -> !text.isEmpty()).or(() -> entry.filter(text -> !text.isEmpty()));
  }

  /** The row of the Measures sheet that names this one; of several, the one of its section. */
  private Optional<Definition> definition(String sheet, RowReader.RawRow row) {
    List<Definition> candidates =
        definitions.getOrDefault(Catalogue.normalised(row.name()), List.of());
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    return candidates.stream()
        .filter(
            d ->
                Heading.plain(d.section()).equals(Heading.plain(row.section()))
                    || Heading.plain(d.section()).equals(Heading.plain(sheet)))
        .filter(d -> !used.contains(d))
        .findFirst()
        .or(() -> candidates.stream().filter(d -> !used.contains(d)).findFirst())
        .or(() -> candidates.stream().findFirst());
  }

  private Optional<Catalogue.Entry> entry(RowReader.RawRow row, Optional<Definition> definition) {
    if (definition.isPresent() && !definition.get().id().isEmpty()) {
      return catalogue.byId(definition.get().id());
    }
    return catalogue
        .byName(row.name())
        .filter(entry -> !claimed.contains(entry.id()))
        .filter(
            entry -> {
              Optional<Unit> wanted = Unit.parse(entry.unit());
              Optional<Unit> told =
                  definition.flatMap(Definition::unit).or(row::unit).or(row::shown);
              return told.isEmpty() || told.equals(wanted);
            });
  }

  private static QuarterRule standard(Unit unit, String name) {
    String plain = " " + Heading.plain(name) + " ";
    boolean average =
        plain.contains(" average ") || plain.contains(" mean ") || plain.contains(" avg ");
    return switch (unit) {
      case PERCENTAGE, RATE, MINUTES, SECONDS -> QuarterRule.MEAN;
      default -> average ? QuarterRule.MEAN : QuarterRule.SUM;
    };
  }

  private static String place(String sheet, String section, String name) {
    return slug(sheet) + "/" + slug(section) + "/" + slug(name);
  }

  /** Letters, digits and signs: "Spend (%)" and "Spend (\u00a3)" are two measures. */
  private static String slug(String text) {
    return SEPARATORS
        .matcher(text.toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip()
        .replace(' ', '-');
  }

  /** The id of a measure named by id or by name; empty when no row has it. */
  Optional<String> idOf(String idOrName, Set<String> ids) {
    if (ids.contains(idOrName)) {
      return Optional.of(idOrName);
    }
    return Optional.ofNullable(idByName.get(Catalogue.normalised(idOrName)))
        .filter(ids::contains)
        .or(() -> catalogue.byName(idOrName).map(Catalogue.Entry::id).filter(ids::contains));
  }

  /** What the Measures sheet names but no table holds. */
  List<Finding> unused() {
    List<Finding> findings = new ArrayList<>();
    for (Definition definition : all) {
      if (!used.contains(definition)) {
        findings.add(
            Finding.at(
                ReadingRule.BAD_DEFINITION,
                measuresSheet,
                definition.cell(),
                definition.name(),
                String.format(
                    Locale.ROOT,
                    "No table has a measure called \u201c%s\u201d; spell it as in its table, add that name under Also known as, or delete the row.",
                    definition.name())));
      }
    }
    return findings;
  }
}
