package quarterday.kpi;

import java.util.EnumMap;
import java.util.Map;

/**
 * A sheet with the headings Name and Value.
 *
 * @param sheet its name
 * @param nameColumn the column of the settings' names
 * @param valueColumn the column of their values
 * @param rows the row of each setting that it has; of several the last, which holds
 * @param nextRow the first row below them all
 */
public record SettingsTab(
    String sheet, int nameColumn, int valueColumn, Map<Setting, Integer> rows, int nextRow) {
  /** Copies the map. */
  public SettingsTab {
    Map<Setting, Integer> copy = new EnumMap<>(Setting.class);
    copy.putAll(rows);
    rows = copy;
  }
}
