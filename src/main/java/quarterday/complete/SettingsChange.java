package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.edit.Look;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.Setting;
import quarterday.kpi.Settings;
import quarterday.kpi.SettingsTab;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/** Writes settings into the analyst's own sheet of settings; without one it is added. */
public final class SettingsChange {
  private static final String TITLE = "Settings";

  private SettingsChange() {}

  /**
   * The plan that makes these the workbook's settings.
   *
   * @param wanted values in their clean spelling; an empty one takes the value out, so that it is
   *     found or the default holds
   * @throws UnusableInput if the sheet is protected, or another sheet has its name
   */
  public static EditPlan of(Snapshot snapshot, Map<Setting, String> wanted) throws UnusableInput {
    KpiBook book = KpiReader.read(snapshot, Map.of());
    Optional<SettingsTab> tab = book.settingsTab();
    if (tab.isPresent()) {
      return changed(snapshot, tab.get(), wanted);
    }
    boolean any = wanted.values().stream().anyMatch(value -> !value.isEmpty());
    return new EditPlan(any ? added(snapshot, book.settings(), wanted) : List.of());
  }

  private static EditPlan changed(Snapshot snapshot, SettingsTab tab, Map<Setting, String> wanted)
      throws UnusableInput {
    AnalystSheet sheet = AnalystSheet.of(snapshot, tab.sheet());
    int next = tab.nextRow();
    for (Map.Entry<Setting, String> each : wanted.entrySet()) {
      Content value = content(each.getKey(), each.getValue());
      Integer row = tab.rows().get(each.getKey());
      if (row != null) {
        sheet.put(row, tab.valueColumn(), value);
      } else if (!value.isBlank()) {
        int first = Math.min(tab.nameColumn(), tab.valueColumn());
        int last = Math.max(tab.nameColumn(), tab.valueColumn());
        next = sheet.freeRow(next, first, last);
        sheet.put(next, tab.nameColumn(), Content.of(each.getKey().label()));
        sheet.put(next, tab.valueColumn(), value);
        next++;
      }
    }
    return new EditPlan(sheet.edits());
  }

  private static List<Edit> added(Snapshot snapshot, Settings settings, Map<Setting, String> wanted)
      throws UnusableInput {
    List<List<CellPlan>> rows = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      // The method of limits that stand in the workbook is recognised only where none is set.
      String standard = setting == Setting.LIMITS_METHOD ? "" : settings.text(setting);
      Content value = content(setting, wanted.getOrDefault(setting, standard));
      rows.add(
          List.of(
              CellPlan.text(setting.label(), Look.WORDS),
              value.isBlank()
                  ? CellPlan.empty(Look.ENTRY)
                  : new CellPlan(value, "", CellSnapshot.GENERAL, Look.ENTRY),
              CellPlan.text(setting.effect(), Look.WORDS)));
    }
    return AnalystSheet.added(
        snapshot,
        TITLE,
        "Change a value in the cream column; an empty value means that it is found or left out.",
        List.of("Name", "Value", "What it does"),
        rows,
        List.of(28.0, 44.0, 120.0));
  }

  private static Content content(Setting setting, String value) {
    if (value.isEmpty()) {
      return Content.blank();
    }
    return setting.entry() == Setting.Entry.NUMBER
        ? Content.of(Integer.parseInt(value))
        : Content.of(value);
  }
}
