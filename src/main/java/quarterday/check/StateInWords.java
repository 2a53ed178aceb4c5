package quarterday.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Direction;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.commentary.StateWord;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.review.State;
import quarterday.spc.Side;
import quarterday.spc.SignalRule;

/** Words for the state of a measure that its control chart denies. */
final class StateInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.STATE_WORDS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        Optional<StateWord> wrong =
            sentence.states().stream()
                .filter(word -> isAboutThis(narrative, sentence, word))
                .filter(
                    word ->
                        (isWithinLimits(narrative, word) && isOfMonths(narrative, sentence, word))
                            ? months(narrative, sentence, word)
                                .anyMatch(m -> isOutside(narrative.review(), word, Optional.of(m)))
                            : isDenied(narrative, word))
                .findFirst();
        if (wrong.isPresent()) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the commentary says \"%s\", but the control chart says %s; correct the"
                          + " words, or explain them.",
                      narrative.read().quote(wrong.get().start(), wrong.get().end()),
                      state(narrative.review()))));
          break;
        }
      }
    }
  }

  private static String state(MeasureReview review) {
    String words = review.exception().substring(review.exception().indexOf(' ') + 1);
    String why = review.state().isException() ? " (" + review.why().split(":")[0] + ")" : "";
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) + why;
  }

  private static boolean isAboutThis(Narrative narrative, Sentence sentence, StateWord word) {
    List<String> subject = word.subject();
    Narrative.About about = narrative.about(subject, sentence);
    boolean limits =
        word.kind() == StateWord.Kind.OUTSIDE
            || narrative.read().quote(word.start(), word.end()).contains("control")
            || narrative.read().quote(word.start(), word.end()).contains("variation");
    boolean general =
        subject.stream().allMatch(w -> Vocabulary.isGeneral(w) || w.equals("process"))
            || about == Narrative.About.OWN;
    boolean loose =
        isLay(narrative, word)
            || (word.kind() == StateWord.Kind.INSIDE && word.direction() == Direction.UNSAID);
    if (loose && !subject.stream().allMatch(narrative::isOwnWord)) {
      return false;
    }
    boolean leaning = subject.stream().filter(w -> !Vocabulary.isGeneral(w)).count() <= 3;
    return about == Narrative.About.OWN
        || general
        || (limits && leaning && about != Narrative.About.OTHER);
  }

  /** {@code April and June were within the limits}: of those months and no other. */
  private static boolean isOfMonths(Narrative narrative, Sentence sentence, StateWord word) {
    return mentions(narrative, sentence, word)
        .anyMatch(p -> narrative.meant(Optional.of(p)).filter(narrative::isReported).isEmpty());
  }

  private static Stream<ReportingPeriod> months(
      Narrative narrative, Sentence sentence, StateWord word) {
    return mentions(narrative, sentence, word)
        .flatMap(p -> narrative.meant(Optional.of(p)).stream())
        .filter(m -> isMonthOf(narrative, m));
  }

  /** The periods named before the words, in their own part of the sentence. */
  private static Stream<PeriodMention> mentions(
      Narrative narrative, Sentence sentence, StateWord word) {
    String lead = narrative.read().text().substring(sentence.start(), word.start());
    int from = sentence.start() + lead.lastIndexOf(';') + 1;
    return sentence.periods().stream().filter(p -> p.start() >= from && p.end() <= word.start());
  }

  private static boolean isDenied(Narrative narrative, StateWord word) {
    MeasureReview review = narrative.review();
    boolean judged = review.state() != State.NO_LIMITS && review.state() != State.PROVISIONAL;
    Optional<ReportingPeriod> period = narrative.meant(word.period());
    boolean past = word.period().filter(PeriodMention::since).isPresent();
    boolean earlier =
        !past && period.filter(p -> p.last().isBefore(narrative.period().first())).isPresent();
    return switch (word.kind()) {
      case STABLE ->
          past
              ? isSince(narrative, word) && period.filter(p -> isSignalled(review, p)).isPresent()
              : !earlier
                  && review.state().isException()
                  && review.state() != State.TWO_OF_THREE
                  && (!isLay(narrative, word) || has(review, SignalRule.TREND, Direction.UNSAID));
      case OUTSIDE -> review.limits().isPresent() && isNotOutside(review, word, period, narrative);
      case INSIDE ->
          period.filter(CalendarMonth.class::isInstance).isPresent()
              && review.limits().isPresent()
              && isOutside(review, word, period);
      case TREND -> judged && !earlier && isNoTrend(review, word);
      case SHIFT -> judged && !earlier && isNoShift(review, word);
      case RUN, STEPS, QUARTERLY_STEPS -> false;
    };
  }

  /** Steady and flat are lay words, which only a trend denies. */
  private static boolean isLay(Narrative narrative, StateWord word) {
    return LAY.contains(narrative.read().quote(word.start(), word.end()).toLowerCase(Locale.ROOT));
  }

  private static final Set<String> LAY = Set.of("steady", "constant", "flat");

  private static final Pattern SINCE =
      Pattern.compile(
          "(?is).*\\bsince(?:\\s+(?:at\\s+least|about|the|start|end|beginning|of))*\\s+");

  /** {@code stable since April}, and not {@code stable until April}. */
  private static boolean isSince(Narrative narrative, StateWord word) {
    int start = word.period().map(PeriodMention::start).orElse(0);
    String text = narrative.read().text();
    return SINCE.matcher(text.substring(Math.max(0, start - 40), start)).matches();
  }

  /** Months after which a trend that started before has gone on. */
  private static final int LASTING = 18;

  /** Whether a signal starts after a period, so that what follows it was not stable. */
  private static boolean isSignalled(MeasureReview review, ReportingPeriod since) {
    return Stream.concat(review.rules().stream(), review.history().stream())
        .filter(hit -> hit.rule() != SignalRule.TWO_OF_THREE)
        .anyMatch(
            hit ->
                hit.from().first().isAfter(since.last())
                    || (hit.rule() == SignalRule.TREND
                        && !hit.to().last().isBefore(since.last().plusMonths(LASTING))));
  }

  private static boolean isOutside(
      MeasureReview review, StateWord word, Optional<ReportingPeriod> period) {
    Side side = word.direction() == Direction.UP ? Side.ABOVE : Side.BELOW;
    boolean either = word.direction() == Direction.UNSAID;
    return Stream.concat(review.rules().stream(), review.history().stream())
        .filter(hit -> hit.rule() == SignalRule.OUTSIDE && (either || hit.side() == side))
        .anyMatch(
            hit ->
                period.isEmpty()
                    || (!hit.from().first().isAfter(period.get().last())
                        && !hit.to().last().isBefore(period.get().first())));
  }

  /** {@code June is within the limits}: of that month's point, whatever else the chart says. */
  private static boolean isWithinLimits(Narrative narrative, StateWord word) {
    return word.kind() == StateWord.Kind.STABLE
        && narrative.read().quote(word.start(), word.end()).startsWith("within");
  }

  private static boolean isMonthOf(Narrative narrative, ReportingPeriod period) {
    return period instanceof CalendarMonth && narrative.isWithin(period);
  }

  private static boolean isNotOutside(
      MeasureReview review, StateWord word, Optional<ReportingPeriod> period, Narrative narrative) {
    boolean charted =
        period.isEmpty()
            || review.series().points().stream()
                .anyMatch(p -> period.get().months().contains(p.last()));
    boolean quarterly = review.row().isQuarterly();
    return !isOutside(review, word, period)
        && charted
        && (!quarterly || period.filter(narrative::isReported).isPresent() || period.isEmpty());
  }

  private static boolean has(MeasureReview review, SignalRule rule, Direction direction) {
    Side side = direction == Direction.UP ? Side.ABOVE : Side.BELOW;
    return review.rules().stream()
        .anyMatch(
            hit -> hit.rule() == rule && (direction == Direction.UNSAID || hit.side() == side));
  }

  /** Trend is also a lay word: only a quiet chart, or one that goes the other way, denies it. */
  private static boolean isNoTrend(MeasureReview review, StateWord word) {
    if (has(review, SignalRule.TREND, word.direction())
        || has(review, SignalRule.SHIFT, word.direction())
        || has(review, SignalRule.OUTSIDE, word.direction())) {
      return false;
    }
    Direction other = word.direction() == Direction.UP ? Direction.DOWN : Direction.UP;
    return review.state() == State.STABLE
        || review.state() == State.NO_VARIATION
        || has(review, SignalRule.TREND, other)
        || has(review, SignalRule.SHIFT, other);
  }

  private static boolean isNoShift(MeasureReview review, StateWord word) {
    boolean before =
        review.history().stream().anyMatch(hit -> hit.rule() == SignalRule.SHIFT)
            && word.period().isPresent();
    return !before
        && !has(review, SignalRule.SHIFT, word.direction())
        && (review.state() == State.STABLE
            || review.state() == State.NO_VARIATION
            || has(
                review,
                SignalRule.SHIFT,
                word.direction() == Direction.UP ? Direction.DOWN : Direction.UP));
  }
}
