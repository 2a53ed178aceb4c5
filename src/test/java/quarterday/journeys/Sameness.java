package quarterday.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import quarterday.sheet.UnusableInput;

/** Whether a workbook came back as it went in: to a reader, and part by part. */
final class Sameness {
  /** Styles that nothing uses any more may stay. */
  private static final String STYLES = "xl/styles.xml";

  private Sameness() {}

  /**
   * All that differs between a workbook and what came back, said in words; none if it is the same.
   */
  static List<String> differences(Path before, Path back) throws IOException, UnusableInput {
    List<String> differences = new ArrayList<>();
    List<String> was = SnapshotText.lines(Journey.snapshot(before));
    List<String> is = SnapshotText.lines(Journey.snapshot(back));
    was.stream()
        .filter(line -> !is.contains(line))
        .forEach(line -> differences.add("lost " + line));
    is.stream().filter(line -> !was.contains(line)).forEach(line -> differences.add("new " + line));
    if (differences.isEmpty() && !was.equals(is)) {
      differences.add("other order");
    }
    Map<String, byte[]> old = Journey.parts(before);
    Map<String, byte[]> now = Journey.parts(back);
    for (String part : new TreeSet<>(old.keySet())) {
      if (!now.containsKey(part)) {
        differences.add("lost part " + part);
      } else if (!part.equals(STYLES) && !Arrays.equals(old.get(part), now.get(part))) {
        differences.add("changed part " + part);
      }
    }
    now.keySet().stream()
        .filter(part -> !old.containsKey(part))
        .forEach(part -> differences.add("new part " + part));
    return differences;
  }
}
