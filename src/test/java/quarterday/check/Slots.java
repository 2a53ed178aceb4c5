package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Observation;
import quarterday.kpi.Unit;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;

/** What the slots of a sentence such as {@code {now} {things} were received} hold for a measure. */
final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z0-9]+)}");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<String, String> slots = new LinkedHashMap<>();

  private Slots() {}

  static Slots of(MeasureReview measure, String things, String verb) {
    Slots made = new Slots();
    Map<String, String> slots = made.slots;
    slots.put("Measure", measure.measure().name());
    slots.put("things", things);
    slots.put("verb", verb);
    slots.put("period", "2020/21 Q1");
    slots.put("previous", "2019/20 Q4");
    slots.put("lastyear", "2019/20 Q1");
    BigDecimal now = measure.quarter().value().orElseThrow();
    Unit unit = measure.measure().unit();
    slots.put("now", shown(now, unit));
    made.change("", now, measure.previous(), unit);
    made.change("ago", now, measure.yearAgo(), unit);
    int month = 1;
    for (YearMonth m : measure.quarter().period().months()) {
      Optional<BigDecimal> value = measure.row().value(m).flatMap(Observation::value);
      slots.put("m" + month++, shown(value.orElseThrow(), unit));
    }
    if (unit == Unit.COUNT) {
      made.parts(now, measure);
    }
    if (unit == Unit.HOURS) {
      int minutes = now.multiply(BigDecimal.valueOf(60)).intValue();
      slots.put("hm", minutes / 60 + "hrs " + minutes % 60 + " mins");
    }
    slots.put("opposite", shown(HUNDRED.subtract(now), unit));
    measure
        .measure()
        .target()
        .ifPresent(
            target -> {
              slots.put("target", shown(target, unit));
              slots.put("belowtarget", now.compareTo(target) < 0 ? "below" : "above");
            });
    return made;
  }

  private void parts(BigDecimal now, MeasureReview measure) {
    BigDecimal part = now.divide(BigDecimal.valueOf(3), 0, RoundingMode.CEILING);
    slots.put("part", shown(part, Unit.COUNT));
    slots.put("rest", shown(now.subtract(part), Unit.COUNT));
    slots.put(
        "otherpart", shown(now.subtract(BigDecimal.valueOf(6)).max(BigDecimal.ONE), Unit.COUNT));
    slots.put("share", part.multiply(HUNDRED).divide(now, 0, RoundingMode.HALF_UP) + "%");
    slots.put("avg", shown(now.divide(BigDecimal.valueOf(3), 0, RoundingMode.HALF_UP), Unit.COUNT));
    if (now.compareTo(HUNDRED) > 0) {
      slots.put("about", shown(now.round(new MathContext(2, RoundingMode.HALF_UP)), Unit.COUNT));
      slots.put(
          "floor",
          shown(
              now.subtract(BigDecimal.ONE).round(new MathContext(2, RoundingMode.DOWN)),
              Unit.COUNT));
    }
    BigDecimal year = BigDecimal.ZERO;
    for (YearMonth m = YearMonth.of(2019, 4);
        m.isBefore(YearMonth.of(2020, 4));
        m = m.plusMonths(1)) {
      year = year.add(measure.row().value(m).flatMap(Observation::value).orElseThrow());
    }
    slots.put("year", shown(year, Unit.COUNT));
  }

  private void change(String suffix, BigDecimal now, Comparison comparison, Unit unit) {
    BigDecimal then = comparison.earlier().value().orElseThrow();
    BigDecimal change = now.subtract(then);
    slots.put(suffix.isEmpty() ? "then" : "ago", shown(then, unit));
    slots.put("diff" + suffix, number(change.abs(), unit));
    slots.put("diffnumber" + suffix, number(change.abs(), unit));
    if (unit != Unit.PERCENTAGE
        && (unit != Unit.COUNT || then.compareTo(BigDecimal.valueOf(20)) >= 0)) {
      String percent =
          change.abs().multiply(HUNDRED).divide(then, 0, RoundingMode.HALF_UP).toPlainString();
      slots.put("pct" + suffix, percent + "%");
      slots.put("pctnumber" + suffix, percent);
    }
    directions(suffix, change.signum() > 0);
  }

  private void directions(String suffix, boolean up) {
    for (String[] pair : DIRECTIONS) {
      for (String name : pair) {
        slots.put(name + suffix, up ? pair[0] : pair[1]);
      }
    }
    slots.put("an" + suffix, up ? "an" : "a");
    slots.put("a" + suffix, "a");
    slots.put("sign" + suffix, up ? "+" : "-");
  }

  private static final List<String[]> DIRECTIONS =
      List.of(
          new String[] {"more", "fewer"},
          new String[] {"up", "down"},
          new String[] {"rose", "fell"},
          new String[] {"risen", "fallen"},
          new String[] {"rise", "fall"},
          new String[] {"increase", "decrease"},
          new String[] {"higher", "lower"});

  /** The sentence with its slots filled; empty where one has nothing to hold for this measure. */
  Optional<String> fill(String sentence) {
    return fill(sentence, "", "");
  }

  /** The sentence with its slots filled, one of them with something else. */
  Optional<String> fill(String sentence, String planted, String with) {
    StringBuilder text = new StringBuilder();
    Matcher matcher = SLOT.matcher(sentence);
    while (matcher.find()) {
      String value = matcher.group(1).equals(planted) ? with : slots.get(matcher.group(1));
      if (value == null) {
        return Optional.empty();
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return Optional.of(matcher.appendTail(text).toString().replace("\\n", "\n"));
  }

  String get(String slot) {
    return slots.getOrDefault(slot, "");
  }

  static List<String> in(String sentence) {
    return SLOT.matcher(sentence).results().map(found -> found.group(1)).distinct().toList();
  }

  private static String number(BigDecimal value, Unit unit) {
    return String.format(Locale.UK, "%,." + unit.decimals() + "f", value);
  }

  private static String shown(BigDecimal value, Unit unit) {
    return number(value, unit) + (unit == Unit.PERCENTAGE ? "%" : "");
  }
}
