package quarterday.kpi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workbook read as measures over financial periods.
 *
 * @param tables the tables of measures, in the workbook's order
 * @param settings the settings in force
 * @param adjustments the analyst's decisions
 * @param typedLimits limits that stand in the workbook already
 * @param glossary the workbook's glossary tab, if it has one
 * @param settingsTab where its settings stand, if it has such a sheet
 * @param adjustmentsTab where its adjustments stand, if it has such a sheet
 * @param findings what was odd, in the workbook's order
 */
public record KpiBook(
    List<MeasureTable> tables,
    Settings settings,
    List<Adjustment> adjustments,
    List<TypedLimits> typedLimits,
    Optional<GlossaryTab> glossary,
    Optional<SettingsTab> settingsTab,
    Optional<AdjustmentsTab> adjustmentsTab,
    List<Finding> findings) {
  /** Copies the lists. */
  public KpiBook {
    tables = List.copyOf(tables);
    adjustments = List.copyOf(adjustments);
    typedLimits = List.copyOf(typedLimits);
    findings = List.copyOf(findings);
  }

  /** All measures' rows, in the workbook's order. */
  public Stream<MeasureRow> rows() {
    return tables.stream().flatMap(table -> table.rows().stream());
  }

  /**
   * The rows, and the parts that long tables hold, by their measure's id; of duplicates the first.
   */
  public Map<String, MeasureRow> byId() {
    return Stream.concat(rows(), tables.stream().flatMap(table -> table.parts().stream()))
        .collect(Collectors.toMap(row -> row.measure().id(), Function.identity(), (a, b) -> a));
  }
}
