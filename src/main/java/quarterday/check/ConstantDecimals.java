package quarterday.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.review.MeasureReview;
import quarterday.sheet.SheetSnapshot;

/** A few cells of a measure that show more or fewer decimals than the rest. */
final class ConstantDecimals implements Check {
  private static final Pattern NUMBER = Pattern.compile("0(?:\\.(0+))?");
  private static final int ONE_IN = 4;

  @Override
  public CheckRule rule() {
    return CheckRule.CONSTANT_DECIMALS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    // A workbook has few formats and very many figures.
    Map<String, OptionalInt> known = new HashMap<>();
    for (MeasureReview measure : subject.measures()) {
      SheetSnapshot sheet = subject.sheet(measure);
      Map<Integer, Integer> counts = new TreeMap<>();
      Map<Integer, Observation> first = new TreeMap<>();
      for (Observation o : Subject.observations(measure)) {
        OptionalInt decimals =
            known.computeIfAbsent(sheet.at(o.cell()).format(), ConstantDecimals::decimals);
        if (o.plain() && decimals.isPresent()) {
          counts.merge(decimals.getAsInt(), 1, Integer::sum);
          first.putIfAbsent(decimals.getAsInt(), o);
        }
      }
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      int most =
          counts.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse(0);
      counts.forEach(
          (decimals, count) -> {
            if (decimals != most && count * ONE_IN <= all) {
              found.accept(
                  Subject.at(
                      rule(),
                      measure,
                      first.get(decimals).cell(),
                      String.format(
                          Locale.ROOT,
                          "%s shows %s here and %s elsewhere; give the row one number format.",
                          measure.measure().name(),
                          words(decimals),
                          words(most))));
            }
          });
    }
  }

  private static String words(int decimals) {
    return decimals == 0 ? "no decimals" : decimals == 1 ? "1 decimal" : decimals + " decimals";
  }

  /** The decimals a number format shows; none for a format that leaves them open. */
  private static OptionalInt decimals(String format) {
    Matcher number = NUMBER.matcher(format.replaceAll("\"[^\"]*\"", ""));
    boolean open = format.equals("General") || format.contains("h") || format.contains("[");
    if (open || !number.find()) {
      return OptionalInt.empty();
    }
    int shown = number.group(1) == null ? 0 : number.group(1).length();
    // A fraction in per cent shows two places fewer than it has; the two kinds are not compared.
    return OptionalInt.of(format.contains("%") ? shown + 100 : shown);
  }
}
