package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Direction;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.BetterWhen;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.Comparison;

/**
 * A change that a commentary states, beside the change that the figures give.
 *
 * @param claim what is said
 * @param said which way it is said to have gone
 * @param expected what the figures give, in the claim's own kind, with its sign
 * @param then the earlier value
 * @param now the later value
 * @param from where the two values come from: the period compared with, or {@code the text}
 */
record Change(
    Claim claim,
    Direction said,
    BigDecimal expected,
    BigDecimal then,
    BigDecimal now,
    String from) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether the size is wrong. */
  boolean isOff() {
    return !claim.figure().agrees(expected);
  }

  /** Whether the size is right and the direction is not. */
  boolean isBackwards() {
    return said.isMove() && expected.signum() != 0 && said.sign() != expected.signum();
  }

  boolean isWrong() {
    return isOff() || isBackwards();
  }

  /**
   * What a claim of a change should say; empty where the claim is true in some reading, or where it
   * is not certain what it speaks of.
   */
  static Optional<Change> wrong(Narrative narrative, Sentence sentence, Claim claim) {
    boolean ofAnother =
        claim.period().isPresent()
            && narrative.meant(claim.period()).filter(narrative::isReported).isEmpty();
    String text = narrative.read().text();
    Optional<Change> before =
        betweenMonths(narrative, claim, text.substring(sentence.start(), claim.figure().start()));
    if (before.filter(change -> !change.isWrong()).isPresent()) {
      return Optional.empty();
    }
    Optional<Change> monthly =
        betweenMonths(narrative, claim, text.substring(claim.figure().end(), sentence.end()));
    if (monthly.isPresent()) {
      boolean excused =
          inTable(narrative, claim).stream().anyMatch(change -> !change.isWrong())
              || !isAboutThis(narrative, sentence, claim)
              || isPartlyOther(narrative, claim)
              || isOfPart(narrative, sentence, claim);
      return monthly.filter(change -> change.isWrong() && !excused);
    }
    if (ofAnother) {
      return Optional.empty();
    }
    if (claim.basis().isEmpty() && isSumOfChanges(narrative, sentence, claim)) {
      return Optional.empty();
    }
    if (isOfEarlierValue(narrative, sentence, claim)) {
      return wrongSize(narrative, sentence, claim);
    }
    Optional<Change> inText = inText(narrative, sentence, claim);
    if (inText.isPresent() && !inText.get().isWrong()) {
      return Optional.empty();
    }
    List<Change> possible = inTable(narrative, claim);
    // Where the text gives the earlier value, another comparison does not excuse it.
    boolean excused =
        possible.stream()
            .filter(
                change ->
                    inText.isEmpty()
                        || claim.basis().isPresent()
                        || claim.beside().isEmpty()
                        || !isKnown(narrative, claim.beside().orElseThrow())
                        || narrative.agrees(claim.beside().orElseThrow(), change.then()))
            .anyMatch(change -> !change.isWrong());
    if (excused || StalePeriod.rightBasis(narrative, claim).isPresent()) {
      // The table bears it out: then another figure of the sentence is wrong, not this one.
      return Optional.empty();
    }
    if (inText.isPresent()) {
      return inText;
    }
    boolean sure =
        claim.scope() == Scope.ALL
            && !possible.isEmpty()
            && isAboutThis(narrative, sentence, claim)
            && !isPartlyOther(narrative, claim)
            && !isOfPart(narrative, sentence, claim)
            && !narrative.isNeighboursChange(claim);
    return sure ? Optional.of(possible.get(0)) : Optional.empty();
  }

  private static final String MONTH_NAME = "(" + MonthName.ANY + ")" + "(?:\\s+(20\\d\\d))?";

  /** {@code fell by 12 between October and November}, {@code up 3 from June to July}. */
  private static final Pattern BETWEEN_MONTHS =
      Pattern.compile(
          "(?s)[^.;,]{0,30}?\\b(?:[Bb]etween\\s+"
              + MONTH_NAME
              + "\\s+and|from\\s+"
              + MONTH_NAME
              + "\\s+to)\\s+"
              + MONTH_NAME
              + "\\b(?!\\s*(?:compared|against|than|on|from|of|versus)\\b).*");

  /** The change between two months that a claim names. */
  private static Optional<Change> betweenMonths(Narrative narrative, Claim claim, String text) {
    Matcher words = BETWEEN_MONTHS.matcher(text);
    if (!words.matches()) {
      return Optional.empty();
    }
    boolean between = words.group(1) != null;
    YearMonth last = MonthName.month(narrative.period().last(), words.group(5), words.group(6));
    YearMonth first =
        MonthName.month(last, words.group(between ? 1 : 3), words.group(between ? 2 : 4));
    Optional<BigDecimal> now = narrative.value(new CalendarMonth(last));
    Optional<BigDecimal> then = narrative.value(new CalendarMonth(first));
    List<Change> changes = new ArrayList<>();
    if (now.isPresent() && then.isPresent()) {
      add(narrative, claim, now.get(), then.get(), new CalendarMonth(first).label(), changes);
    }
    return changes.stream().findFirst();
  }

  /**
   * {@code grew by 535 contacts, or 32%}: the per cent beside a difference that the table gives
   * against one of the usual periods, and against that period is another.
   */
  static Optional<Change> besideDifference(Narrative narrative, Claim difference, Claim perCent) {
    boolean pair =
        difference.about() == About.CHANGE
            && difference.figure().value().compareTo(BigDecimal.TEN) >= 0
            && difference.direction() == perCent.direction()
            && perCent.figure().hedge() == Hedge.EXACT
            && perCent.figure().kind() == Figure.Kind.PER_CENT
            && narrative
                .read()
                .text()
                .substring(difference.figure().end(), perCent.figure().start())
                .matches("(?is)(?:\\s+[a-z]+){0,2}\\s*(?:\\(|,?\\s+or\\s+)");
    List<ReportingPeriod> against =
        Stream.of(narrative.period().previous(), narrative.period().yearAgo())
            .filter(p -> pair && isBorneOut(narrative, difference, p))
            .toList();
    if (against.isEmpty()
        || against.stream().anyMatch(p -> isBorneOut(narrative, perCent, p))
        || narrative.now().isEmpty()) {
      return Optional.empty();
    }
    return inTable(narrative, perCent).stream()
        .filter(change -> change.from().equals(against.get(0).label()))
        .filter(Change::isWrong)
        .findFirst();
  }

  /** {@code Letters fell by 12 and emails rose by 47, so that the total rose by 35}: the last. */
  private static boolean isSumOfChanges(Narrative narrative, Sentence sentence, Claim claim) {
    return claim.beside().isEmpty()
        && sentence.claims().stream()
            .filter(c -> !c.equals(claim) && c.about() == claim.about() && c.basis().isEmpty())
            .filter(c -> c.direction().isMove())
            .anyMatch(c -> inTable(narrative, c).stream().anyMatch(change -> !change.isWrong()));
  }

  /** Whether the table gives a change, in size and direction, against a period. */
  static boolean isBorneOut(Narrative narrative, Claim claim, ReportingPeriod period) {
    boolean change =
        claim.about() == About.CHANGE
            || claim.about() == About.PER_CENT_CHANGE
            || claim.about() == About.POINTS_CHANGE;
    return change
        && claim.direction().isMove()
        && claim.figure().hedge() == Hedge.EXACT
        && inTable(narrative, claim).stream()
            .anyMatch(c -> c.from().equals(period.label()) && !c.isWrong());
  }

  /** Whether the change that an earlier value stands beside is the table's against its period. */
  static boolean isBorneOutBeside(Narrative narrative, Claim earlier, ReportingPeriod period) {
    int at = earlier.figure().start();
    return narrative.claims().stream()
        .filter(c -> c.beside().filter(earlier.figure()::equals).isPresent())
        .min(Comparator.comparingInt(c -> Math.abs(c.figure().start() - at)))
        .filter(nearest -> isBorneOut(narrative, nearest, period))
        .isPresent();
  }

  /** Whether a value is one of the two that changes are against. */
  private static boolean isKnown(Narrative narrative, Figure then) {
    return Stream.of(narrative.period().previous(), narrative.period().yearAgo())
        .map(narrative::value)
        .flatMap(Optional::stream)
        .anyMatch(value -> narrative.agrees(then, value));
  }

  private static boolean isOfPart(Narrative narrative, Sentence sentence, Claim claim) {
    boolean own = claim.nouns().stream().anyMatch(narrative.vocabulary()::has);
    int at = sentence.claims().indexOf(claim) - 1;
    // "84 arrests for burglary, 12 more", "with police staff at 5.7%, up 0.4 points"
    boolean behindAnother =
        at >= 0
            && sentence.claims().get(at).about() == About.LEVEL
            && sentence.claims().get(at).basis().isEmpty()
            && narrative.isComparable(sentence.claims().get(at).figure())
            && !narrative.isKnown(sentence.claims().get(at).figure())
            && !narrative.isFamiliar(sentence.claims().get(at).figure());
    return !own && (behindAnother || narrative.isOfPart(sentence, claim.figure().start()));
  }

  private static boolean isPartlyOther(Narrative narrative, Claim claim) {
    String text = narrative.read().text();
    Matcher aside = ASIDE.matcher(text.substring(0, claim.figure().start()));
    return Stream.concat(
            claim.nouns().stream(),
            Stream.concat(
                aside.matches() ? Vocabulary.in(aside.group(1)).stream() : Stream.of(),
                narrowing(claim.subject())))
        .anyMatch(n -> !Vocabulary.isGeneral(n) && !narrative.vocabulary().has(n));
  }

  /** {@code Reports about drugs rose by}: the words behind what narrows the subject. */
  private static Stream<String> narrowing(List<String> subject) {
    for (int i = 1; i + 1 < subject.size(); i++) {
      if (NARROWING.contains(subject.get(i))) {
        return Stream.of(subject.get(i + 1));
      }
    }
    return Stream.of();
  }

  private static final Set<String> NARROWING =
      Set.of("about", "regarding", "concerning", "relating", "involving", "against");

  /** {@code , with driver training up by}: what only a part did. */
  private static final Pattern ASIDE =
      Pattern.compile("(?is).*,\\s+(?:with|including|led by|driven by)\\s+([a-z '-]+)");

  private static boolean isAboutThis(Narrative narrative, Sentence sentence, Claim claim) {
    Narrative.About about = narrative.about(claim, sentence);
    boolean named = claim.basis().isPresent();
    boolean besideValue =
        narrative.now().isPresent()
            && sentence.claims().stream()
                .anyMatch(
                    c ->
                        c.about() == About.LEVEL
                            && narrative.agrees(c.figure(), narrative.now().get())
                            && c.figure().kind()
                                != Figure.Kind.PER_CENT
                                == !narrative.measure().isPercentage());
    boolean telling =
        narrative.now().filter(v -> v.abs().compareTo(HUNDRED) >= 0).isPresent()
            && claim.nouns().isEmpty();
    return about == Narrative.About.OWN
        || (about != Narrative.About.OTHER && isOfValueBefore(narrative, sentence, claim))
        || (named
            && besideValue
            && (about == Narrative.About.UNSAID || (about == Narrative.About.UNKNOWN && telling)));
  }

  /**
   * {@code There were 20 people in post, one fewer than in quarter three}: the change stands behind
   * the first number of the text, which is the report's.
   */
  private static boolean isOfValueBefore(Narrative narrative, Sentence sentence, Claim claim) {
    int at = sentence.claims().indexOf(claim);
    if (at < 1 || at > 2 || !claim.nouns().isEmpty() || claim.basis().isEmpty()) {
      return false;
    }
    if (at == 2) {
      // "two fewer than last year and 15 fewer than in quarter one"
      Claim first = sentence.claims().get(1);
      return first.about() == claim.about()
          && narrative
              .read()
              .text()
              .substring(first.figure().end(), claim.figure().start())
              .matches("(?is)[^;:.()]*\\b(?:and|but)\\s+")
          && isOfValueBefore(narrative, sentence, first);
    }
    Claim value = sentence.claims().get(0);
    String between =
        narrative.read().text().substring(value.figure().end(), claim.figure().start());
    return value.equals(narrative.claims().get(0))
        && value.about() == About.LEVEL
        && value.figure().kind() != Figure.Kind.PER_CENT
        && value.figure().value().compareTo(BigDecimal.TEN) >= 0
        && narrative.now().filter(v -> narrative.agrees(value.figure(), v)).isPresent()
        && between.matches(DIRECTLY);
  }

  /** What stands between a value and its change. */
  private static final String DIRECTLY =
      "(?is)[^,;:.()]*(?:,|,?\\s+which\\s+(?:is|was)|\\(|\\s-)\\s*(?:(?:up|down)\\s+)?(?:by\\s+)?";

  /** The change that the sentence's own two values give. */
  private static Optional<Change> inText(Narrative narrative, Sentence sentence, Claim claim) {
    Optional<Figure> earlier = claim.beside().or(() -> ofAnotherPeriod(narrative, sentence, claim));
    if (claim.scope() != Scope.ALL || earlier.isEmpty()) {
      return Optional.empty();
    }
    Figure then = earlier.get();
    // "by 0.6 points from 73.5% in November to 74.1% in December" is of the months.
    boolean monthly =
        sentence.claims().stream().anyMatch(c -> c.figure().equals(then) && isMonth(narrative, c));
    List<Claim> values = new ArrayList<>();
    boolean past = false;
    for (Claim c : sentence.claims()) {
      boolean fits =
          c.about() == About.LEVEL
              && c.figure().kind() == then.kind()
              && c.figure().hedge() == Hedge.EXACT
              && !c.figure().equals(then)
              && (c.period().isEmpty()
                  || (monthly && isMonth(narrative, c))
                  || narrative.meant(c.period()).filter(narrative::isReported).isPresent());
      if (fits && (!past || values.isEmpty())) {
        values.add(c);
      }
      past |= c.equals(claim);
    }
    boolean points = claim.about() == About.POINTS_CHANGE || isInPoints(narrative, claim);
    if (values.isEmpty() && isPlainEarlier(narrative, sentence, claim, then)) {
      // "This is lower than the 1,302 in quarter one, a fall of 168": now is the table's.
      return narrative
          .now()
          .filter(v -> then.value().signum() > 0 && then.kind() != Figure.Kind.PER_CENT)
          .map(
              v ->
                  new Change(
                      claim,
                      said(narrative, claim),
                      expected(claim, v, then.value()),
                      then.value(),
                      v,
                      "the text"));
    }
    if (values.size() != 1
        || then.hedge() != Hedge.EXACT
        || (then.kind() == Figure.Kind.PER_CENT) != points
        || then.value().signum() == 0
        || (claim.about() == About.CHANGE
            && !points
            && claim.figure().kind() != then.kind()
            && then.kind() != Figure.Kind.NUMBER)) {
      return Optional.empty();
    }
    Figure now = values.get(0).figure();
    boolean sameKind =
        claim.about() != About.CHANGE
            || points
            || claim.figure().kind() == now.kind()
            || (narrative.isComparable(now)
                && narrative.isComparable(claim.figure())
                && now.kind() != Figure.Kind.MINUTES
                && claim.figure().kind() != Figure.Kind.MINUTES);
    if (!sameKind) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            claim,
            said(narrative, claim),
            expected(claim, now.value(), then.value()),
            then.value(),
            now.value(),
            "the text"));
  }

  private static boolean isMonth(Narrative narrative, Claim claim) {
    return narrative.meant(claim.period()).filter(CalendarMonth.class::isInstance).isPresent();
  }

  /** Whether a sentence without a value sets this measure beside an earlier one in its own unit. */
  private static boolean isPlainEarlier(
      Narrative narrative, Sentence sentence, Claim claim, Figure then) {
    boolean sameKind =
        claim.about() == About.PER_CENT_CHANGE || narrative.isComparable(claim.figure());
    return sameKind
        && narrative.isComparable(then)
        && then.hedge() == Hedge.EXACT
        && narrative.givesValue()
        && isAboutThis(narrative, sentence, claim)
        && !isPartlyOther(narrative, claim)
        && !narrative.isOfPart(sentence, claim.figure().start())
        && sentence.claims().stream()
            .noneMatch(c -> c.about() == About.LEVEL && !c.figure().equals(then));
  }

  /** {@code In quarter two there were 97, so this is a rise of 7}: the 97. */
  private static Optional<Figure> ofAnotherPeriod(
      Narrative narrative, Sentence sentence, Claim claim) {
    if (claim.basis().isPresent()) {
      return Optional.empty();
    }
    List<Claim> levels =
        sentence.claims().stream()
            .filter(c -> c.about() == About.LEVEL && c.figure().start() < claim.figure().start())
            .toList();
    return levels.size() == 1
        ? levels.stream()
            .filter(c -> narrative.meant(c.period()).filter(p -> isUsual(narrative, p)).isPresent())
            .filter(c -> c.nouns().stream().allMatch(narrative::isOwnWord))
            .map(Claim::figure)
            .findFirst()
        : Optional.empty();
  }

  /**
   * {@code In quarter one the total was 97, which was 7 fewer}: what the clause calls fewer is the
   * earlier value, so that the word for the direction is turned round.
   */
  private static boolean isOfEarlierValue(Narrative narrative, Sentence sentence, Claim claim) {
    String text = narrative.read().text();
    return sentence.claims().stream()
        .filter(c -> claim.basis().isEmpty() && c.figure().end() <= claim.figure().start())
        .reduce((first, second) -> second)
        .filter(c -> c.about() == About.LEVEL)
        .filter(c -> narrative.meant(c.period()).filter(p -> isUsual(narrative, p)).isPresent())
        .filter(
            c ->
                RELATIVE
                    .matcher(text.substring(c.figure().end(), claim.figure().start()))
                    .matches())
        .isPresent();
  }

  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?is)(?:\\s+[a-z]+){0,3}\\s*(?:,|\\(|-)?\\s*(?:(?:which|that)\\s+(?:is|was|were|are)"
              + "|(?<=[,(]))\\s*(?:only|just|still)?\\s*");

  /** The size of a change alone, where the word for its direction may be of either value. */
  private static Optional<Change> wrongSize(Narrative narrative, Sentence sentence, Claim claim) {
    return claim.about() == About.PER_CENT_CHANGE
            || inTable(narrative, claim).stream().anyMatch(change -> !change.isOff())
        ? Optional.empty()
        : inText(narrative, sentence, claim).filter(Change::isOff);
  }

  private static boolean isUsual(Narrative narrative, ReportingPeriod period) {
    return period.equals(narrative.period().previous())
        || period.equals(narrative.period().yearAgo());
  }

  /** The changes that the table gives, of the comparison that is named or of the usual two. */
  private static List<Change> inTable(Narrative narrative, Claim claim) {
    List<Change> changes = new ArrayList<>();
    if (narrative.now().isEmpty()) {
      return changes;
    }
    // A quarter is compared with a year's by its own quarter of that year.
    boolean lastYear =
        claim.basis().filter(b -> b.kind() == PeriodMention.Kind.YEAR && b.year() == 0).isPresent();
    List<ReportingPeriod> periods =
        claim.basis().isPresent()
            ? lastYear
                ? List.of(narrative.period().yearAgo())
                : narrative.meant(claim.basis()).stream().toList()
            : List.of(narrative.period().previous(), narrative.period().yearAgo());
    for (ReportingPeriod period : periods) {
      Optional<BigDecimal> now = narrative.now();
      Optional<BigDecimal> then = narrative.value(period);
      if (period instanceof CalendarMonth && narrative.period() instanceof FinancialQuarter) {
        // A month is compared with a month; a stock's quarter is its last month.
        now = narrative.value(new CalendarMonth(narrative.period().last())).or(narrative::now);
        boolean stock =
            narrative.measure().rule() == QuarterRule.LAST_VALUE
                || claim.basis().filter(PeriodMention::since).isPresent();
        boolean end = period.last().equals(FinancialQuarter.of(period.last()).last());
        then = then.or(() -> stock && end ? narrative.value(quarter(period)) : Optional.empty());
      }
      Optional<Comparison> comparison =
          Stream.of(narrative.review().previous(), narrative.review().yearAgo())
              .filter(c -> c.earlier().period().equals(period))
              .findFirst();
      boolean broken = comparison.flatMap(Comparison::broken).isPresent();
      if (then.isEmpty() || broken || narrative.isReported(period)) {
        continue;
      }
      String from = period.label();
      add(narrative, claim, now.get(), then.get(), from, changes);
      int shown = narrative.workbook().settings().decimals(narrative.measure().unit());
      for (int decimals : new int[] {shown, claim.figure().decimals()}) {
        add(
            narrative,
            claim,
            round(now.get(), decimals),
            round(then.get(), decimals),
            from,
            changes);
      }
      Optional<BigDecimal> some =
          comparison.filter(Comparison::isPartial).flatMap(Comparison::change);
      if (some.isPresent() && claim.about() != About.PER_CENT_CHANGE) {
        add(narrative, claim, then.get().add(some.get()), then.get(), from, changes);
      }
    }
    return changes;
  }

  private static ReportingPeriod quarter(ReportingPeriod month) {
    return FinancialQuarter.of(month.last());
  }

  private static BigDecimal round(BigDecimal value, int decimals) {
    return value.setScale(Math.max(0, decimals), RoundingMode.HALF_UP);
  }

  private static void add(
      Narrative narrative,
      Claim claim,
      BigDecimal now,
      BigDecimal then,
      String from,
      List<Change> changes) {
    if (claim.about() == About.PER_CENT_CHANGE) {
      if (then.signum() > 0) {
        changes.add(
            new Change(claim, said(narrative, claim), expected(claim, now, then), then, now, from));
      }
      return;
    }
    (isInPoints(narrative, claim)
            ? Optional.of(now.subtract(then))
            : claim.figure().measured(now.subtract(then), narrative.measure().unit()))
        .ifPresent(
            expected ->
                changes.add(new Change(claim, said(narrative, claim), expected, then, now, from)));
  }

  /** {@code nine points more}, of a percentage. */
  private static boolean isInPoints(Narrative narrative, Claim claim) {
    return claim.about() == About.CHANGE
        && narrative.measure().isPercentage()
        && claim.nouns().stream().anyMatch(n -> n.equals("points") || n.equals("point"));
  }

  private static BigDecimal expected(Claim claim, BigDecimal now, BigDecimal then) {
    BigDecimal difference = now.subtract(then);
    return claim.about() == About.PER_CENT_CHANGE
        ? difference.multiply(HUNDRED).divide(then, MathContext.DECIMAL64)
        : difference;
  }

  /** Which way a claim says it went; of better and worse the measure knows which is up. */
  private static Direction said(Narrative narrative, Claim claim) {
    BetterWhen when = narrative.measure().better();
    if (claim.direction().isMove() || when == BetterWhen.NEUTRAL) {
      return claim.direction();
    }
    String behind = narrative.read().text().substring(claim.figure().end());
    boolean better = behind.matches("(?is)\\s+(?:better\\s+than|improvement\\s+(?:on|over))\\b.*");
    boolean worse = behind.matches("(?is)\\s+(?:worse\\s+than|deterioration\\s+(?:on|over))\\b.*");
    return better || worse
        ? better == (when == BetterWhen.HIGHER) ? Direction.UP : Direction.DOWN
        : claim.direction();
  }

  /** Which way the figures went, in words. */
  String way() {
    return Direction.of(expected) == Direction.UP
        ? "a rise"
        : Direction.of(expected) == Direction.DOWN ? "a fall" : "no change";
  }
}
