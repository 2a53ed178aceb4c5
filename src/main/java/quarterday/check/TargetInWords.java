package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.commentary.TargetWord;
import quarterday.commentary.TargetWord.Relation;
import quarterday.kpi.BetterWhen;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.TargetSpan;
import quarterday.kpi.Unit;

/** Words about the target that the numbers deny: {@code below target} for a value on it. */
final class TargetInWords implements Check {
  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  @Override
  public CheckRule rule() {
    return CheckRule.TARGET_WORDS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Optional<BigDecimal> now = narrative.now();
      for (Sentence sentence : narrative.sentences()) {
        for (TargetWord words : sentence.targets()) {
          Optional<BigDecimal> target = target(narrative, sentence, words);
          boolean earlier =
              sentence.periods().stream()
                  .filter(p -> isNear(narrative, words, p))
                  .filter(p -> !isBasis(sentence, p))
                  .anyMatch(
                      p ->
                          p.in(narrative.period()).filter(m -> !narrative.isWithin(m)).isPresent());
          earlier |= narrative.isOfPart(sentence, words.start());
          if (words.relation() == Relation.MET && isOfEach(narrative, sentence, words)) {
            continue;
          }
          if (now.isPresent() && target.isPresent() && !earlier) {
            gap(narrative, words, now.get(), target.get(), found);
          }
          for (BigDecimal value :
              now.isPresent() && target.isPresent() && !earlier
                  ? values(narrative, sentence, words, now.get())
                  : List.<BigDecimal>of()) {
            if (isFalse(narrative, words.relation(), value.compareTo(target.get()), target.get())) {
              found.accept(
                  narrative.finding(
                      rule(),
                      narrative.message(
                          "the commentary says \"%s\", but %s is %s the target of %s; correct the"
                              + " words.",
                          narrative.read().quote(words.start(), words.end()),
                          narrative.shown(value),
                          value.compareTo(target.get()) == 0
                              ? "exactly"
                              : value.compareTo(target.get()) > 0 ? "above" : "below",
                          narrative.shown(target.get()))));
              break;
            }
          }
        }
      }
    }
  }

  /** {@code 63% of files met the standard}: what each of them met is no target of their share. */
  private static boolean isOfEach(Narrative narrative, Sentence sentence, TargetWord words) {
    return narrative.measure().isPercentage()
        && OF_EACH
            .matcher(narrative.read().text().substring(sentence.start(), words.start()))
            .matches();
  }

  private static final Pattern OF_EACH =
      Pattern.compile("(?is).*(?:%|per\\s+cent|\\d)\\s+of\\s+[^.;,]*");

  /** Words behind by which only some months are meant. */
  private static final Pattern SOME_MONTHS =
      Pattern.compile("(?is)[^.;]*\\b(?:months?|once|twice|only|except|apart)\\b.*");

  private static final Pattern EVERY_MONTH =
      Pattern.compile(
          "(?is)\\s*(?:in|for|during|throughout)?\\s*(?:each|every|all)\\s+(?:of\\s+the\\s+)?(?:three\\s+|3\\s+)?"
              + "months?\\b.*");

  /**
   * The values that words about a target are of: those of the months named beside them, of every
   * month, or else the report's.
   */
  private static List<BigDecimal> values(
      Narrative narrative, Sentence sentence, TargetWord words, BigDecimal now) {
    String behind = narrative.read().text().substring(words.end(), sentence.end());
    boolean every = EVERY_MONTH.matcher(behind).matches();
    List<ReportingPeriod> months =
        sentence.periods().stream()
            .filter(p -> isMonthOf(narrative, words, p) || isOfValue(narrative, sentence, words, p))
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .filter(m -> !narrative.isReported(m))
            .filter(narrative::isWithin)
            .toList();
    if (every) {
      months =
          narrative.period().months().stream().<ReportingPeriod>map(CalendarMonth::new).toList();
    } else if (SOME_MONTHS.matcher(behind).matches()) {
      return List.of();
    }
    return months.isEmpty()
        ? List.of(now)
        : months.stream().flatMap(m -> narrative.value(m).stream()).toList();
  }

  /** {@code October was above the target}, {@code exceeded in October}. */
  private static boolean isMonthOf(Narrative narrative, TargetWord words, PeriodMention period) {
    String text = narrative.read().text();
    return period.start() < words.end()
        ? period.end() <= words.start()
            && text.substring(period.end(), words.start()).matches(SUBJECT)
        : text.substring(words.end(), period.start()).matches("(?is)\\s+(?:in|for|during)\\s+");
  }

  /** {@code September reached 92.0%, above the target}: the value before the words is a month's. */
  private static boolean isOfValue(
      Narrative narrative, Sentence sentence, TargetWord words, PeriodMention period) {
    return sentence.claims().stream()
        .filter(c -> c.figure().end() <= words.start() && c.about() == Claim.About.LEVEL)
        .reduce((first, second) -> second)
        .filter(c -> narrative.isComparable(c.figure()))
        .filter(c -> c.period().filter(period::equals).isPresent())
        .filter(
            c ->
                NEXT_TO
                    .matcher(narrative.read().text().substring(c.figure().end(), words.start()))
                    .matches())
        .isPresent();
  }

  /** No other subject comes between a value and what is said of it. */
  private static final Pattern NEXT_TO =
      Pattern.compile(
          "(?is)(?:(?!\\b(?:and|but|while|whereas|so|although|overall|average|quarter|whole|total|as)\\b)"
              + "[^.;:\\d])*(?:\\b(?:and|but|so)\\s+(?:(?:was|is|just|still|well|therefore|comfortably)\\s+)*)?");

  private static final String SUBJECT =
      "(?is)\\s*(?:\\([^()]*\\)|,?\\s*(?:at|with)\\s+[\\d.,%]+(?:\\s+[a-z]+)?,?)?\\s*(?:was|were|is|came\\s+in"
          + "|fell|also|just|only|well|remained|the|month|\\s)*";

  /** Whether a period stands before the words, or behind them in the same clause. */
  private static boolean isNear(Narrative narrative, TargetWord words, PeriodMention period) {
    return period.start() < words.end()
        || narrative.read().text().substring(words.end(), period.start()).indexOf(',') < 0;
  }

  private static boolean isBasis(Sentence sentence, PeriodMention period) {
    return sentence.claims().stream().anyMatch(c -> c.basis().filter(period::equals).isPresent());
  }

  /** {@code four short of the target of 40}: how far, in units, points or per cent. */
  private void gap(
      Narrative narrative,
      TargetWord words,
      BigDecimal now,
      BigDecimal target,
      Consumer<Finding> found) {
    Optional<Figure> gap = words.gap().filter(f -> f.hedge() == Figure.Hedge.EXACT);
    if (gap.isEmpty() || target.signum() <= 0) {
      return;
    }
    boolean perCent =
        gap.get().kind() == Figure.Kind.PER_CENT && !narrative.measure().isPercentage();
    BigDecimal difference = now.subtract(target);
    Optional<BigDecimal> truth =
        perCent
            ? Narrative.percent(Optional.of(now), Optional.of(target))
            : gap.get().measured(difference, narrative.measure().unit());
    if (truth.filter(t -> !gap.get().agrees(t)).isPresent()) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "%s is %s%s from the target of %s, but the commentary says %s; correct the"
                      + " difference.",
                  narrative.shown(now),
                  Narrative.plain(truth.get().abs(), Math.max(0, gap.get().decimals()), true),
                  perCent ? "%" : "",
                  narrative.shown(target),
                  narrative.quote(gap.get()))));
    }
  }

  private static Optional<BigDecimal> target(
      Narrative narrative, Sentence sentence, TargetWord words) {
    Optional<Figure> quoted = words.target();
    if (quoted.isPresent()) {
      return narrative.isComparable(quoted.get())
              && (quoted.get().kind() != Figure.Kind.MINUTES
                  || narrative.measure().unit() == Unit.MINUTES)
              && quoted.get().hedge() == Figure.Hedge.EXACT
          ? Optional.of(quoted.get().value())
          : Optional.empty();
    }
    return narrative
        .measure()
        .target()
        .flatMap(target -> TargetSpan.of(narrative.review().row()).forQuarter(target))
        .or(() -> onlyTarget(narrative, sentence));
  }

  /** {@code The target is 90%. It was met.}: the one target that the text gives. */
  private static Optional<BigDecimal> onlyTarget(Narrative narrative, Sentence sentence) {
    List<Figure> targets =
        narrative.claims().stream()
            .filter(c -> c.about() == Claim.About.TARGET)
            .map(Claim::figure)
            .toList();
    return targets.size() == 1
            && targets.get(0).end() < sentence.end()
            && !narrative.vocabulary().has("standard")
            && !narrative.vocabulary().has("target")
            && narrative.isComparable(targets.get(0))
            && targets.get(0).kind() != Figure.Kind.NUMBER
            && targets.get(0).hedge() == Figure.Hedge.EXACT
        ? targets
            .get(0)
            .measured(BigDecimal.ONE, narrative.measure().unit())
            .filter(one -> one.compareTo(BigDecimal.ONE) == 0)
            .map(one -> targets.get(0).value())
        : Optional.empty();
  }

  private static boolean isFalse(
      Narrative narrative, Relation relation, int side, BigDecimal target) {
    // A percentage with a target above a half is one that should be high.
    boolean high =
        narrative.measure().better() == BetterWhen.NEUTRAL
            && narrative.measure().isPercentage()
            && target.compareTo(HALF) >= 0;
    // A time to answer is one that should be short.
    boolean low =
        narrative.measure().better() == BetterWhen.NEUTRAL
            && (narrative.measure().unit() == Unit.MINUTES
                || narrative.measure().unit() == Unit.SECONDS);
    BetterWhen better =
        high ? BetterWhen.HIGHER : low ? BetterWhen.LOWER : narrative.measure().better();
    return switch (relation) {
      case BELOW -> side >= 0;
      case ABOVE -> side <= 0;
      case WITHIN -> side > 0 && better != BetterWhen.HIGHER;
      case MET ->
          (better == BetterWhen.HIGHER && side < 0) || (better == BetterWhen.LOWER && side > 0);
      case MISSED ->
          (better == BetterWhen.HIGHER && side >= 0) || (better == BetterWhen.LOWER && side <= 0);
    };
  }
}
