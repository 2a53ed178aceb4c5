package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/** An average of the quarter's months that the quarter's value does not give. */
final class MonthlyMeanInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.TABLE_AND_TEXT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      narrative.sentences().forEach(sentence -> look(narrative, sentence, found));
    }
  }

  /** {@code 4,431 arrests, or about 1,477 a month}: the report's value over its months. */
  private void look(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    Optional<BigDecimal> now = narrative.now().filter(v -> v.signum() > 0);
    List<Claim> claims = sentence.claims();
    int months = narrative.period().months().size();
    boolean counts = narrative.measure().rule() == QuarterRule.SUM && months > 1;
    for (int i = 0; counts && now.isPresent() && i < claims.size(); i++) {
      Claim total = claims.get(Math.max(0, i - 1));
      Claim mean = claims.get(i);
      String text = narrative.read().text();
      boolean pair =
          i > 0
              && total.about() == About.LEVEL
              && isAmount(mean)
              && narrative.isComparable(mean.figure())
              && narrative.agrees(total.figure(), now.get())
              && text.substring(total.figure().end(), mean.figure().start()).matches(OR)
              && text.substring(mean.figure().end(), sentence.end()).matches(EACH_MONTH);
      BigDecimal truth = now.get().divide(BigDecimal.valueOf(months), MathContext.DECIMAL64);
      pair |=
          isMonthlyMean(narrative, sentence, mean)
              && ValueInWords.isSameMatter(mean.figure(), truth, narrative);
      boolean agrees =
          mean.figure()
              .measured(truth, narrative.measure().unit())
              .filter(t -> mean.figure().agrees(t))
              .isPresent();
      if (pair && !agrees) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "%s in %d months is %s a month, but the commentary says %s; correct whichever"
                        + " is wrong.",
                    narrative.shown(now.get()),
                    months,
                    Narrative.plain(truth, 1, true),
                    narrative.quote(mean.figure()))));
      }
    }
  }

  /**
   * {@code On average there were 527 incidents a month}: of the quarter's months, where no other
   * time is named and the mean of no earlier quarter is meant.
   */
  private static boolean isMonthlyMean(Narrative narrative, Sentence sentence, Claim mean) {
    String text = narrative.read().text();
    String before = text.substring(sentence.start(), mean.figure().start());
    String behind = text.substring(mean.figure().end(), sentence.end());
    boolean ofThree =
        before.matches(THREE_MONTHS)
            || (before.matches(ON_AVERAGE) && behind.matches(IN_THREE_MONTHS));
    boolean average =
        ofThree
            || behind.matches(MONTH_ON_AVERAGE)
            || (before.matches(ON_AVERAGE) && behind.matches(EACH_MONTH))
            || (before.matches(AMOUNTS) && behind.matches(EACH_MONTH))
            || before.matches(MONTHLY);
    if (!average || !isAmount(mean) || !narrative.isComparable(mean.figure())) {
      return false;
    }
    Narrative.About about = narrative.about(mean, sentence);
    boolean own =
        mean.nouns().stream().allMatch(narrative::isOwnWord)
            && about != Narrative.About.OTHER
            && about != Narrative.About.UNKNOWN;
    boolean named =
        sentence.periods().stream()
            .filter(p -> p.start() < mean.figure().start())
            .anyMatch(p -> !narrative.isWithin(p));
    boolean longer =
        named
            || mean.period().filter(p -> !narrative.isWithin(p)).isPresent()
            || sentence.claims().stream().anyMatch(c -> c.about() == About.DURATION)
            || LONGER.stream().anyMatch(sentence::says);
    boolean ofSome =
        !ofThree
            && mean.subject().stream()
                .anyMatch(
                    w ->
                        !Vocabulary.isGeneral(w)
                            && !ValueInWords.AGENTS.contains(w)
                            && !MEANS.contains(w)
                            && !narrative.vocabulary().has(w));
    return own
        && !ofSome
        && (ofThree || !longer)
        && NOT_NOW.stream().noneMatch(sentence::says)
        && !isMeanOfEarlier(narrative, sentence, mean);
  }

  /** Words that say of a number that it is a mean. */
  private static final Set<String> MEANS =
      Set.of(
          "averages",
          "averaged",
          "averaging",
          "equates",
          "equate",
          "equal",
          "equals",
          "equivalent",
          "works",
          "work",
          "out",
          "amounts",
          "amount",
          "or",
          "about",
          "giving",
          "making",
          "there",
          "equating",
          "working",
          "gave",
          "month",
          "each",
          "every",
          "came",
          "comes",
          "so",
          "just",
          "means",
          "mean",
          "brought");

  /** Words by which a mean is of another time, or is only meant to be. */
  private static final List<String> NOT_NOW =
      List.of(
          "before",
          "until",
          "previously",
          "target",
          "plan",
          "planned",
          "expected",
          "aim",
          "new",
          "each volunteer",
          "usual",
          "usually",
          "normally",
          "same");

  /** {@code 12 visits}, or {@code 29.8 hours a month}. */
  private static boolean isAmount(Claim claim) {
    return claim.about() == About.LEVEL
        || (claim.about() == About.OTHER && claim.figure().kind() == Figure.Kind.HOURS)
        || (claim.about() == About.OTHER && claim.figure().kind() == Figure.Kind.DAYS);
  }

  /**
   * Whether it is the mean of an earlier quarter, of which this sentence or the last one speaks.
   */
  private static boolean isMeanOfEarlier(Narrative narrative, Sentence sentence, Claim mean) {
    BigDecimal months = BigDecimal.valueOf(narrative.period().months().size());
    int at = narrative.sentences().indexOf(sentence);
    Sentence last = narrative.sentences().get(Math.max(0, at - 1));
    boolean nowBefore =
        last.claims().stream()
            .filter(c -> c.about() == About.LEVEL && c.period().isEmpty())
            .anyMatch(
                c -> narrative.now().filter(v -> narrative.agrees(c.figure(), v)).isPresent());
    boolean spoken =
        sentence.says("then")
            || (nowBefore ? Stream.of(sentence) : Stream.of(last, sentence))
                .flatMap(s -> s.periods().stream())
                .anyMatch(p -> ValueInWords.isElsewhere(narrative, p));
    return spoken
        && Stream.of(narrative.period().previous(), narrative.period().yearAgo())
            .flatMap(p -> narrative.value(p).stream())
            .map(v -> v.divide(months, MathContext.DECIMAL64))
            .anyMatch(v -> narrative.agrees(mean.figure(), v));
  }

  /** {@code the three months averaged}, {@code the average over the three months was}. */
  private static final String THREE_MONTHS =
      "(?is).*(?:\\b(?:the|these|all|its)\\s+(?:three|3)\\s+months(?:\\s+of\\s+(?:the|this)\\s+quarter)?\\s+"
          + "(?:averaged|averages?|averaging|(?:had|saw|gave|give|show|showed)\\s+an\\s+average\\s+of)"
          + "|\\b(?:average|mean)\\s+(?:[a-z]+\\s+){0,3}(?:over|across|for|of|in|during)\\s+(?:all|the|these)\\s+(?:the\\s+)?(?:three|3)"
          + "\\s+months(?:\\s+of\\s+(?:the|this)\\s+quarter)?\\s+(?:was|is|being|comes\\s+to|came\\s+to))\\s+";

  private static final String IN_THREE_MONTHS =
      "(?is)\\s+(?:[a-z]+\\s+){0,3}(?:for|in|over|across|during)\\s+(?:each\\s+of\\s+)?(?:the|all|these)\\s+(?:three|3)"
          + "\\s+months\\s*(?:of\\s+(?:the|this)\\s+quarter\\s*)?(?:[,;)].*)?";

  /** {@code 12 visits per month on average}. */
  private static final String MONTH_ON_AVERAGE =
      "(?is)\\s+(?:[a-z]+\\s+){0,4}(?:a|per|each|every)\\s+month,?\\s+on\\s+average\\s*(?:[,;)].*)?";

  private static final String ON_AVERAGE = "(?is).*\\b(?:average|averaging|averaged)\\b[^.;]*";
  private static final String EACH_MONTH =
      "(?is)\\s+(?:[a-z]+\\s+){0,4}(?:a|per|each|every)\\s+month\\b"
          + "(?!\\s+(?:to|from|about|at|with|on(?!\\s+average)|by|who|that|for)\\b).*";
  private static final String MONTHLY =
      "(?is).*\\b(?:monthly\\s+(?:average|mean)|average\\s+(?:per|a|each|every)\\s+month"
          + "|average\\s+month(?:ly\\s+(?:number|total|figure|volume|count))?)\\b"
          + "(?:[^.;,\\d]{0,60}\\b(?:was|is|of|being|saw|at|to|had|has|brought)\\s+|:\\s*)";
  private static final String AMOUNTS =
      "(?is).*\\b(?:equates?|equivalent|equal|works?\\s+out|amounts?|averag(?:ing|ed|es?))(?:\\s+(?:to|at))?"
          + "(?:\\s+an?\\s+average\\s+of)?\\s+";

  /** Words for a time longer than the quarter. */
  private static final List<String> LONGER =
      List.of(
          "year",
          "years",
          "since",
          "long-term",
          "usual",
          "usually",
          "normally",
          "months",
          "period");

  private static final String OR =
      "(?is)(?:\\s(?:101|999)\\b)?[^.;:\\d]{0,40}(?:,\\s*|\\s)(?:or|which\\s+is|that\\s+is|i\\.e\\.|(?:(?:or|which\\s+is|that\\s+is)\\s+)?an\\s+average\\s+of"
          + "|averaging|(?:equal|equivalent)\\s+to|equals|works?\\s+out\\s+at)\\s+";
}
