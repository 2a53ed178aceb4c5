package quarterday.check;

import java.util.List;
import java.util.Map;

/**
 * What an earlier completion recorded in the workbook; empty where there was none.
 *
 * @param period the reporting period's label
 * @param settings the settings that were in force, by name
 * @param measures the measures as they were read
 */
public record History(String period, Map<String, String> settings, List<Recorded> measures) {
  /** Copies the collections. */
  public History {
    settings = Map.copyOf(settings);
    measures = List.copyOf(measures);
  }

  /**
   * A measure as it was read.
   *
   * @param id what it was known by
   * @param kpi its number, or empty
   * @param name its name
   * @param unit its unit's label
   * @param sheet the sheet it stood on
   * @param cell the cell that held its name
   * @param figures its figures as text with their marks, by period: {@code 2020-04} or {@code
   *     2020Q1}
   */
  public record Recorded(
      String id,
      String kpi,
      String name,
      String unit,
      String sheet,
      String cell,
      Map<String, String> figures) {
    /** Copies the map. */
    public Recorded {
      figures = Map.copyOf(figures);
    }
  }

  /** No earlier completion. */
  public static History none() {
    return new History("", Map.of(), List.of());
  }
}
