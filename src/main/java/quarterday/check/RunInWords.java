package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Direction;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.commentary.StateWord;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.MeasureReview;
import quarterday.review.MeasureSeries;

/** The length of a run in the commentary, recounted: months above the mean, rises in a row. */
final class RunInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.RUN_LENGTH;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      MeasureReview review = narrative.review();
      boolean charted =
          !review.row().isQuarterly() && review.mean().isPresent() && review.series().size() > 0;
      for (Sentence sentence : narrative.sentences()) {
        for (StateWord word : sentence.states()) {
          if (isOfEarlier(narrative, sentence, word)
              || narrative.isOfPart(sentence, word.start())) {
            continue;
          }
          if (word.kind() == StateWord.Kind.RUN && charted) {
            run(narrative, word, found);
          } else if (word.kind() == StateWord.Kind.STEPS
              || word.kind() == StateWord.Kind.QUARTERLY_STEPS) {
            steps(narrative, sentence, word, found);
          }
        }
      }
    }
  }

  /** {@code From April to December 2020 there were nine months in a row above the mean}. */
  private static boolean isOfEarlier(Narrative narrative, Sentence sentence, StateWord word) {
    return sentence.periods().stream()
        .filter(p -> !p.since() && p.start() < word.start())
        .filter(p -> !MONTHS.contains(p.kind()))
        .filter(p -> sentence.claims().stream().noneMatch(c -> isBeside(c, p)))
        .limit(1)
        .anyMatch(
            p ->
                p.in(narrative.period())
                    .map(m -> m.last().isBefore(narrative.period().first()))
                    .orElse(p.kind() == PeriodMention.Kind.OTHER));
  }

  private static final Set<PeriodMention.Kind> MONTHS =
      EnumSet.of(PeriodMention.Kind.MONTH, PeriodMention.Kind.BARE_MONTH, PeriodMention.Kind.DAY);

  private static boolean isBeside(Claim claim, PeriodMention period) {
    return claim.basis().filter(period::equals).isPresent()
        || (claim.about() == Claim.About.LEVEL
            && claim.period().filter(period::equals).isPresent());
  }

  private void run(Narrative narrative, StateWord word, Consumer<Finding> found) {
    MeasureReview review = narrative.review();
    boolean above = word.direction() == Direction.UP;
    Run run = run(review, above);
    boolean counted = word.period().filter(p -> !p.since()).isPresent();
    Optional<ReportingPeriod> upTo = narrative.meant(word.period().filter(p -> counted));
    if (counted && upTo.filter(m -> m.last().equals(narrative.period().last())).isEmpty()) {
      return;
    }
    Optional<ReportingPeriod> since = narrative.meant(word.period().filter(p -> !counted));
    if (run.reachesStart() && run.length() > 0) {
      // Where the window cuts the run, the analyst may count what the chart does not.
      since.ifPresent(start -> apart(narrative, word, start, found));
      return;
    }
    boolean everySince =
        !counted && word.period().filter(p -> isEverySince(narrative, p)).isPresent();
    boolean wrongLength =
        isLatest(narrative, word)
            ? word.months() > run.length()
            : word.months() > 0 && word.months() != run.length();
    boolean wrongStart =
        (word.months() == 0 || word.months() == run.length())
            && since.isPresent()
            && !(word.months() > 0 && isJustBefore(review, since.get(), run))
            && (run.length() == 0
                || (everySince
                    ? start(review, run).isAfter(since.get().last().plusMonths(1))
                    : !since.get().months().contains(start(review, run))));
    if (!(wrongLength || wrongStart)) {
      return;
    }
    String side = above ? "above" : "below";
    found.accept(
        narrative.finding(
            rule(),
            run.length() == 0
                ? narrative.message(
                    "the latest month is not %s the mean, so there is no run, but the commentary"
                        + " says %s; correct the words.",
                    side, said(narrative, word, wrongLength))
                : narrative.message(
                    "the run is %d %s %s the mean, from %s, but the commentary says %s; correct"
                        + " the length.",
                    run.length(),
                    run.length() == 1 ? "month" : "months",
                    side,
                    review.series().points().get(run.first()).label(),
                    said(narrative, word, wrongLength))));
  }

  private static YearMonth start(MeasureReview review, Run run) {
    return review.series().points().get(run.first()).first();
  }

  /** {@code Every month since May}: the run may be longer, and may start in June. */
  private static boolean isEverySince(Narrative narrative, PeriodMention mention) {
    String before =
        narrative
            .read()
            .text()
            .substring(Math.max(0, mention.start() - BEFORE_SINCE), mention.start());
    return EVERY_SINCE.matcher(before).find();
  }

  private static final int BEFORE_SINCE = 60;
  private static final Pattern EVERY_SINCE =
      Pattern.compile(
          "(?i)\\b(?:each|every|all)\\s+(?:single\\s+|of\\s+the\\s+|the\\s+)?months?\\s+since\\s+(?:the\\s+end\\s+of\\s+)?$");

  /** {@code for 13 months, since May 2022}, which is another number of months. */
  private void apart(
      Narrative narrative, StateWord word, ReportingPeriod start, Consumer<Finding> found) {
    long months = start.first().until(narrative.period().last(), ChronoUnit.MONTHS) + 1;
    long shortest = start.last().until(narrative.period().last(), ChronoUnit.MONTHS);
    if (word.months() > 0 && (word.months() > months || word.months() < shortest)) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "from %s there are %d months, but the commentary says %d months; correct whichever"
                      + " is wrong.",
                  start.label(), months, word.months())));
    }
  }

  /** {@code 11 months, since October}, where November is the first of them. */
  private static boolean isJustBefore(MeasureReview review, ReportingPeriod since, Run run) {
    ReportingPeriod first = review.series().points().get(Math.max(0, run.first() - 1));
    return run.length() > 0 && run.first() > 0 && since.months().contains(first.first());
  }

  /** {@code The last nine months have all been above the mean}: the run may be longer. */
  private static boolean isLatest(Narrative narrative, StateWord word) {
    String text = narrative.read().text();
    String behind = text.substring(word.end());
    return behind.matches(OF_THE_LAST)
        || (text.substring(Math.max(0, word.start() - BEFORE_LATEST), word.start())
                .matches(LATEST_BEFORE)
            && behind.matches("(?is)[\\w\\s-]{0,12}(?:[.;,].*)?"));
  }

  private static final int BEFORE_LATEST = 80;
  private static final String LATEST_BEFORE =
      "(?is).*\\b(?:last|past)\\s+[\\w-]+\\s+months\\s+(?:[a-z]+\\s+){0,5}";
  private static final String OF_THE_LAST =
      "(?is)\\s+(?:in|for)\\s+(?:(?:each|all|every\\s+one)\\s+of\\s+)?the\\s+(?:last|past)\\b.*";

  /** {@code in each of the last four months}: there may be more. */
  private static boolean isOfTheLast(Narrative narrative, StateWord word) {
    return narrative.read().text().substring(word.end()).matches(OF_THE_LAST);
  }

  private static String said(Narrative narrative, StateWord word, boolean length) {
    return length
        ? word.months() + " months"
        : "that there is one since " + word.period().map(narrative::quote).orElse("then");
  }

  private record Run(int first, int length, boolean reachesStart) {}

  /** The months in a row, up to the last, on one side of the mean. */
  private static Run run(MeasureReview review, boolean above) {
    MeasureSeries series = review.series();
    int length = 0;
    int at = series.size() - 1;
    while (at >= 0 && !series.leftOut().contains(at)) {
      Optional<BigDecimal> value = series.value(at);
      Optional<Double> centre = review.chart().centre(at).map(m -> m * review.scale());
      if (value.isEmpty() || centre.isEmpty()) {
        break;
      }
      int side = value.get().compareTo(BigDecimal.valueOf(centre.get()));
      if (above ? side <= 0 : side >= 0) {
        return new Run(at + 1, length, false);
      }
      length++;
      if (series.resets().contains(at)) {
        return new Run(at, length, false);
      }
      at--;
    }
    return new Run(at + 1, length, true);
  }

  private void steps(
      Narrative narrative, Sentence sentence, StateWord word, Consumer<Finding> found) {
    boolean own =
        narrative.about(word.subject(), sentence) == Narrative.About.OWN
            && word.subject().stream().allMatch(narrative::isOwnWord);
    if (!own) {
      return;
    }
    boolean quarterly = word.kind() == StateWord.Kind.QUARTERLY_STEPS;
    Optional<ReportingPeriod> named = narrative.meant(word.period());
    boolean since = word.months() == 0;
    Steps steps = steps(narrative, word, unit(narrative.period(), quarterly));
    // "In each of the last three": there may have been more.
    boolean enough =
        narrative.read().quote(word.start(), word.end()).contains(" each of ")
            && steps.length() >= word.months();
    boolean right =
        steps.isOpen()
            || (enough && !since)
            || (since
                ? named.isEmpty() || !steps.broken().first().isAfter(named.get().last())
                : steps.bears(word.months())
                    || (word.months() < steps.length() && isOfTheLast(narrative, word))
                    || (named.isPresent()
                        && steps(narrative, word, unit(named.get(), quarterly))
                            .bears(word.months())));
    if (right) {
      return;
    }
    String moved = word.direction() == Direction.UP ? "risen" : "fallen";
    String period = quarterly ? "quarter" : "month";
    found.accept(
        narrative.finding(
            rule(),
            since
                ? narrative.message(
                    "the figures have not %s in %s, but the commentary says that they have in every"
                        + " %s since %s; correct the words.",
                    moved, steps.broken().label(), period, named.orElseThrow().label())
                : narrative.message(
                    "the figures have %s for %d %s in a row, but the commentary says %d; correct"
                        + " the number.",
                    moved,
                    steps.length(),
                    steps.length() == 1 ? period : period + "s",
                    word.months())));
  }

  private static ReportingPeriod unit(ReportingPeriod period, boolean quarterly) {
    return quarterly ? FinancialQuarter.of(period.last()) : new CalendarMonth(period.last());
  }

  /**
   * Rises or falls in a row up to a period.
   *
   * @param length how many
   * @param broken the period that did not go the same way
   * @param isOpen whether that one is beyond what the workbook has
   */
  private record Steps(int length, ReportingPeriod broken, boolean isOpen) {
    /** Six rises are seven points: both are said. */
    boolean bears(int said) {
      return isOpen || said == length || (said == length + 1 && length > 0);
    }
  }

  private static Steps steps(Narrative narrative, StateWord word, ReportingPeriod last) {
    int length = 0;
    ReportingPeriod at = last;
    while (true) {
      Optional<BigDecimal> now = narrative.value(at);
      Optional<BigDecimal> then = narrative.value(at.previous());
      if (now.isEmpty() || then.isEmpty()) {
        return new Steps(length, at, true);
      }
      if (now.get().compareTo(then.get()) != word.direction().sign()) {
        return new Steps(length, at, false);
      }
      length++;
      at = at.previous();
    }
  }
}
