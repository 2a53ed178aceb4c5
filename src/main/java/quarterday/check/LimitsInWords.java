package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Figure.Kind;
import quarterday.kpi.Finding;

/**
 * A mean and control limits in a commentary of which the mean is not midway: {@code the mean is
 * 440, with control limits of 346 and 462}.
 */
final class LimitsInWords implements Check {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String MEAN =
      "(?:mean|average|centre line|center line|central line|cl)(?: (?:for the series|of the series|line|value))?";
  private static final String IS =
      "(?:(?: (?:is|was|of|at|stands at|stood at|being|now|=|:|-|remains|has been reset to|reset to|about)){0,9})";
  private static final String LOWER =
      "(?:lower|lcl|lower limit|lower control limit|lower control|lower process limit)";
  private static final String UPPER =
      "(?:upper|ucl|upper limit|upper control limit|upper control|upper process limit)";
  private static final String LINK =
      "(?:(?: (?:with|and|its|the|control|process|limits?|are|is|at|of|to|,|\\(|\\)|;|:|=|-|were|was|a|an|between|from|run|running|lie|either side|by|set|stand|on|which|has|have)){0,9})";

  /** What there is so much of: {@code 440 a month}. */
  private static final String THINGS =
      "(?:(?! (?:above|below|within|inside|outside|beyond|under|over|up|down|points?|and|with|for|in|this|which)\\b) [a-z]+){0,3}";

  private static final String BOTH = "(?:control limits|process limits|limits)";

  private static final List<Wording.Phrase> LIMITS =
      List.of(
          // The mean first, then both limits together.
          Wording.Phrase.of(
              MEAN
                  + IS
                  + " #mean"
                  + THINGS
                  + LINK
                  + " "
                  + BOTH
                  + LINK
                  + " #lower(?:(?: (?:and|to|-|,|/|\\(|\\)|lower|upper)){1,9} #upper)?(?: \\( upper \\))?"),
          Wording.Phrase.of(
              BOTH
                  + LINK
                  + " #lower(?:(?: (?:and|to|-|,|/|\\(|\\)|lower|upper)){1,9} #upper)?(?: \\( upper \\))?(?: ,)?(?: (?:around|about|either side of|with|and|on|of)){0,9}(?: (?:a|the|its))?(?: [a-z]+)? "
                  + MEAN
                  + IS
                  + " #mean"),
          // Each with its name, in any order.
          Wording.Phrase.of(
              MEAN + IS + " #mean" + THINGS + LINK + " " + LOWER + LINK + " #lower" + LINK + " "
                  + UPPER + LINK + " #upper"),
          Wording.Phrase.of(
              MEAN + IS + " #mean" + THINGS + LINK + " " + UPPER + LINK + " #upper" + LINK + " "
                  + LOWER + LINK + " #lower"),
          Wording.Phrase.of(
              LOWER + LINK + " #lower" + LINK + " " + MEAN + IS + LINK + " #mean" + THINGS + LINK
                  + " " + UPPER + LINK + " #upper"),
          Wording.Phrase.of(
              UPPER + LINK + " #upper" + LINK + " " + MEAN + IS + LINK + " #mean" + THINGS + LINK
                  + " " + LOWER + LINK + " #lower"),
          Wording.Phrase.of(
              LOWER + LINK + " #lower" + LINK + " " + UPPER + LINK + " #upper" + LINK + " " + MEAN
                  + IS + " #mean"),
          Wording.Phrase.of(
              UPPER + LINK + " #upper" + LINK + " " + LOWER + LINK + " #lower" + LINK + " " + MEAN
                  + IS + " #mean"));

  @Override
  public CheckRule rule() {
    return CheckRule.SYMMETRIC_LIMITS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Wording.of(narrative).all(LIMITS).stream()
          .flatMap(said -> look(narrative, said))
          .findFirst()
          .ifPresent(found);
    }
  }

  private Stream<Finding> look(Narrative narrative, Wording.Said said) {
    Figure mean = said.figure("mean").orElseThrow();
    Figure one = said.figure("lower").orElseThrow();
    Figure other = said.figure("upper").orElse(one);
    boolean range = one.upTo().isPresent() && one.equals(other);
    if (one.equals(other) != range
        // The mean of the quarter is no mean of the chart.
        || said.claim("mean").flatMap(Claim::period).isPresent()
        || said.before().endsWith("quarter's ")
        || said.before().endsWith("the quarterly ")
        || !Stream.of(mean, one, other).allMatch(f -> isPlain(f, range))
        || Stream.of(one, other)
            .anyMatch(
                f ->
                    f.kind() != mean.kind()
                        && f.kind() != Kind.NUMBER
                        && mean.kind() != Kind.NUMBER)) {
      return Stream.empty();
    }
    BigDecimal first = one.value();
    BigDecimal second = range ? one.upTo().orElseThrow() : other.value();
    BigDecimal lower = first.min(second);
    BigDecimal upper = first.max(second);
    boolean bounded =
        lower.signum() == 0
            || narrative.measure().lowest().filter(lower::equals).isPresent()
            || narrative.measure().highest().filter(most -> most.compareTo(upper) == 0).isPresent()
            || (mean.kind() == Kind.PER_CENT && upper.compareTo(BigDecimal.valueOf(100)) == 0);
    int decimals = Stream.of(mean, one, other).mapToInt(Figure::decimals).min().orElse(0);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal middle = lower.add(upper).divide(TWO);
    if (bounded || middle.subtract(mean.value()).abs().compareTo(unit) <= 0) {
      return Stream.empty();
    }
    return Stream.of(
        narrative.finding(
            rule(),
            narrative.message(
                "the mean of %s in the commentary is not midway between %s and %s; correct the one"
                    + " of the three that is mistyped.",
                narrative.quote(mean), Rounded.text(lower), Rounded.text(upper))));
  }

  private static boolean isPlain(Figure figure, boolean range) {
    return figure.hedge() == Hedge.EXACT
        && (range || figure.upTo().isEmpty())
        && !figure.spelled()
        && figure.sign() != Figure.Sign.MINUS
        && figure.kind() != Kind.FRACTION
        && figure.kind() != Kind.POINTS;
  }
}
