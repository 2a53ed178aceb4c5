package quarterday.wire;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quarterday.complete.AdjustmentChange;
import quarterday.kpi.RequestedSettings;
import quarterday.kpi.Setting;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;

/**
 * A choice or a decision to be written into a workbook, with the workbook it is for: {@code
 * {workbook: snapshot, settings: {name: value}}} or {@code {workbook: snapshot, adjustment:
 * {measure, month, kind, reason, by, remove}}}.
 *
 * @param workbook the workbook as read
 * @param change what is to be written
 */
public record ChangeJson<T>(Snapshot workbook, T change) {
  /** Reads what is asked for from a value of the name before it. */
  private interface Asked<T> {
    T read(SnapshotJson json) throws IOException, UnusableInput;
  }

  /**
   * Reads settings in their clean spelling; an empty one is to be taken out.
   *
   * @throws UnusableInput as {@link SnapshotJson#read} does, or if a setting does not take its
   *     value
   * @throws IOException if the source cannot be read
   */
  public static ChangeJson<Map<Setting, String>> settings(
      Reader source, long cellsAllowed, int sheetsAllowed) throws UnusableInput, IOException {
    return read(source, cellsAllowed, sheetsAllowed, "settings", ChangeJson::settings);
  }

  /**
   * Reads an adjustment.
   *
   * @throws UnusableInput as {@link SnapshotJson#read} does, or if the adjustment is none
   * @throws IOException if the source cannot be read
   */
  public static ChangeJson<AdjustmentChange> adjustment(
      Reader source, long cellsAllowed, int sheetsAllowed) throws UnusableInput, IOException {
    return read(source, cellsAllowed, sheetsAllowed, "adjustment", ChangeJson::adjustment);
  }

  private static <T> ChangeJson<T> read(
      Reader source, long cellsAllowed, int sheetsAllowed, String asked, Asked<T> change)
      throws UnusableInput, IOException {
    return SnapshotJson.whole(
        source,
        cellsAllowed,
        sheetsAllowed,
        json -> {
          List<Snapshot> workbooks = new ArrayList<>();
          List<T> changes = new ArrayList<>();
          json.object(
              name -> {
                if (name.equals("workbook")) {
                  workbooks.add(json.snapshot());
                } else if (name.equals(asked)) {
                  changes.add(change.read(json));
                } else {
                  throw json.unknown();
                }
              });
          if (workbooks.isEmpty() || changes.isEmpty()) {
            throw json.wrong("no workbook or no " + asked);
          }
          return new ChangeJson<>(workbooks.get(0), changes.get(0));
        });
  }

  private static Map<Setting, String> settings(SnapshotJson json)
      throws IOException, UnusableInput {
    Map<String, String> values = new LinkedHashMap<>();
    json.object(name -> values.put(name, json.text()));
    return RequestedSettings.parse(values);
  }

  private static AdjustmentChange adjustment(SnapshotJson json) throws IOException, UnusableInput {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean[] removes = {false};
    json.object(
        name -> {
          switch (name) {
            case "measure", "month", "kind", "reason", "by" -> texts.put(name, json.text());
            case "remove" -> removes[0] = json.flag();
            default -> throw json.unknown();
          }
        });
    return AdjustmentChange.of(
        texts.getOrDefault("measure", ""),
        texts.getOrDefault("month", ""),
        texts.getOrDefault("kind", ""),
        texts.getOrDefault("reason", ""),
        texts.getOrDefault("by", ""),
        removes[0]);
  }
}
