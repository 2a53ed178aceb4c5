package quarterday.check;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/** A few cells of a measure that show more or fewer decimals than the rest. */
final class ConstantDecimals implements Check {
  private static final Pattern NUMBER = Pattern.compile("0(?:\\.(0+))?");
  private static final int ONE_IN = 4;
  private static final int ENOUGH = 6;

  @Override
  public CheckRule rule() {
    return CheckRule.CONSTANT_DECIMALS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    // A workbook has few formats and very many figures.
    Map<String, OptionalInt> known = new HashMap<>();
    for (MeasureReview measure : subject.measures()) {
      typed(subject, measure, found);
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
              found.accept(finding(measure, first.get(decimals).cell(), decimals, most));
            }
          });
    }
  }

  /** Cells without a format of their own show all the decimals that were typed. */
  private void typed(Subject subject, MeasureReview measure, Consumer<Finding> found) {
    List<Observation> open =
        Subject.figures(measure).values().stream()
            .filter(Observation::plain)
            .filter(o -> subject.sheet(measure).at(o.cell()).format().equals("General"))
            .filter(o -> !subject.sheet(measure).at(o.cell()).hasFormula())
            .sorted(Comparator.comparing(ConstantDecimals::decimals))
            .toList();
    if (open.size() < ENOUGH) {
      return;
    }
    Observation longest = open.get(open.size() - 1);
    if (measure.measure().isPercentage()
        && longest.value().orElseThrow().compareTo(BigDecimal.ONE) <= 0) {
      // A fraction among percentages is told as that.
      return;
    }
    int most = decimals(open.get(open.size() - 2));
    if (most > 0 && decimals(longest) > most + 1) {
      found.accept(finding(measure, longest.cell(), decimals(longest), most));
    }
  }

  private static int decimals(Observation o) {
    return Rounded.decimals(o.value().orElseThrow());
  }

  private Finding finding(MeasureReview measure, Address cell, int here, int elsewhere) {
    return Subject.at(
        rule(),
        measure,
        cell,
        String.format(
            Locale.ROOT,
            "%s shows %s here and %s elsewhere; give the row one number format.",
            measure.measure().name(),
            words(here),
            words(elsewhere)));
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
