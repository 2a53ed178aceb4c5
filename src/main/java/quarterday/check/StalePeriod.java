package quarterday.check;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;

/**
 * A quarter or month in the commentary that is named as the report's own and is not: text left over
 * from an earlier report. True words about other dates are silent.
 */
final class StalePeriod implements Check {
  /** A smaller number may be the same in two periods by chance. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(20);

  /** A number of three digits is hardly ever the same by chance. */
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A difference of this size is hardly ever the same by chance. */
  private static final BigDecimal TELLING_CHANGE = BigDecimal.valueOf(6);

  /** {@code Last quarter} is never left over: only a name can be. */
  private static final Set<PeriodMention.Kind> NAMED =
      EnumSet.of(
          PeriodMention.Kind.QUARTER,
          PeriodMention.Kind.MONTH,
          PeriodMention.Kind.BARE_QUARTER,
          PeriodMention.Kind.BARE_MONTH,
          PeriodMention.Kind.QUARTER_LAST_YEAR,
          PeriodMention.Kind.THIS_MONTH);

  @Override
  public CheckRule rule() {
    return CheckRule.STALE_PERIOD;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (values(narrative, found)) {
        continue;
      }
      if (changes(narrative, found)) {
        continue;
      }
      leading(narrative, found);
    }
  }

  private boolean values(Narrative narrative, Consumer<Finding> found) {
    for (Sentence sentence : narrative.sentences()) {
      for (Claim claim : sentence.claims()) {
        Optional<ReportingPeriod> meant = narrative.meant(claim.period());
        boolean value =
            claim.about() == About.LEVEL
                || claim.about() == About.EARLIER
                || claim.about() == About.WHOLE;
        if (value
            && meant.isPresent()
            && isStale(narrative, claim, meant.get())
            && isLikely(narrative, sentence, claim)) {
          tell(narrative, claim.period().get(), ofValue(narrative, claim), found);
          return true;
        }
      }
    }
    return false;
  }

  private void tell(
      Narrative narrative, PeriodMention mention, ReportingPeriod right, Consumer<Finding> found) {
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                right.equals(narrative.period())
                    ? "the commentary speaks of \"%s\", but this report is for %s; correct the"
                        + " period, and see whether the rest of the text is from an earlier report."
                    : "the commentary speaks of \"%s\", but the figure beside it is that of %s;"
                        + " correct the period or the figure.",
                narrative.quote(mention),
                right.label())));
  }

  private static ReportingPeriod ofValue(Narrative narrative, Claim claim) {
    return known(narrative)
        .filter(
            p -> narrative.value(p).filter(v -> narrative.agrees(claim.figure(), v)).isPresent())
        .findFirst()
        .orElse(narrative.period());
  }

  private static Stream<ReportingPeriod> known(Narrative narrative) {
    return Stream.of(
        narrative.period(), narrative.period().previous(), narrative.period().yearAgo());
  }

  /** Whether a value is said to be of a period but is that of another. */
  static boolean isStale(Narrative narrative, Claim claim, ReportingPeriod said) {
    Figure figure = claim.figure();
    boolean plain =
        narrative.isComparable(figure)
            && figure.hedge() == Figure.Hedge.EXACT
            && (!narrative.isNarrowed(claim) || isTheReports(narrative, claim))
            && claim.period().filter(p -> isPlain(p) || isStock(narrative, p)).isPresent();
    if (!plain || isInside(said, narrative.period())) {
      return plain && isOfOneMonth(narrative, claim, said);
    }
    Optional<BigDecimal> value = valueAt(narrative, said);
    if (value.filter(v -> narrative.agrees(figure, v)).isPresent()) {
      return false;
    }
    boolean telling = figure.value().compareTo(TELLING) >= 0 || figure.decimals() > 0;
    boolean stock =
        isStock(narrative, claim.period().get())
            && claim.about() == About.LEVEL
            && claim.equals(narrative.claims().get(0));
    boolean foreign =
        !stock
            && claim.nouns().stream()
                .anyMatch(n -> !Vocabulary.isGeneral(n) && !narrative.vocabulary().has(n));
    if (value.isEmpty()
        && !telling
        && (foreign || !(isOnly(narrative) || isOwnOpening(narrative, claim)))) {
      return false;
    }
    boolean rightPeriod =
        claim.about() == About.EARLIER && Change.isBorneOutBeside(narrative, claim, said);
    if (rightPeriod || (foreign && !telling)) {
      return false;
    }
    List<ReportingPeriod> candidates =
        claim.about() == About.EARLIER
            ? List.of(narrative.period().previous(), narrative.period().yearAgo())
            : value.isEmpty() ? List.of(narrative.period()) : known(narrative).toList();
    return candidates.stream()
        .filter(p -> !p.equals(said))
        .map(narrative::value)
        .flatMap(Optional::stream)
        .anyMatch(v -> narrative.agrees(figure, v));
  }

  /**
   * {@code 6,350 followers at the end of May}: the report's own value said to be that of one of its
   * months, which the table gives another. What is added up may be told by the end of a month.
   */
  private static boolean isOfOneMonth(Narrative narrative, Claim claim, ReportingPeriod said) {
    Optional<BigDecimal> month =
        Optional.of(said).filter(CalendarMonth.class::isInstance).flatMap(narrative::value);
    boolean own = claim.nouns().stream().allMatch(narrative::isOwnWord);
    Pattern tie = narrative.isStock() ? AT : DURING;
    String text = narrative.read().text();
    PeriodMention mention = claim.period().orElseThrow();
    boolean bound =
        mention.start() > claim.figure().end()
            ? tie.matcher(text.substring(claim.figure().end(), mention.start())).matches()
                && !ANOTHER_MONTH
                    .matcher(
                        text.substring(
                            mention.end(), Math.min(text.length(), mention.end() + LOOK)))
                    .lookingAt()
            : claim.equals(narrative.claims().get(0))
                && tie.matcher(text.substring(0, mention.start())).matches()
                && LEADS.matcher(text.substring(mention.end(), claim.figure().start())).matches();
    return claim.about() == About.LEVEL
        && !said.equals(narrative.period())
        && own
        && bound
        && (claim.figure().value().compareTo(BigDecimal.TEN) >= 0 || claim.figure().decimals() > 0)
        && month.filter(v -> !narrative.agrees(claim.figure(), v)).isPresent()
        && narrative.now().filter(v -> narrative.agrees(claim.figure(), v)).isPresent();
  }

  private static final String PLAINLY =
      "(?:(?!\\b(?:after|before|following|since|when|where|which|that|who|whose|because|from|thanks|due|owing"
          + "|through|with|about|against|than|compared)\\b)[^,;:.()\\d]){0,60}(?<![a-z])";

  /** What stands between a figure and the time at which it was counted. */
  private static final Pattern AT =
      Pattern.compile(
          "(?is)"
              + PLAINLY
              + "(?:in|for|during|by|(?:at|by)\\s+the\\s+end\\s+of|at\\s+end\\s+of|on|as\\s+at)\\s+");

  private static final Pattern DURING =
      Pattern.compile("(?is)" + PLAINLY + "(?:in|for|during)\\s+(?:the\\s+month\\s+of\\s+)?");

  /** {@code June, there were}: nothing happens between a month and its figure. */
  private static final Pattern LEADS =
      Pattern.compile(
          "(?is)(?:(?!\\b(?:and|which|that|when|after|before|because|following|so|but)\\b)[^;:.()\\d]){0,50}");

  /** {@code in April, May and June}, {@code in May to June}. */
  private static final Pattern ANOTHER_MONTH =
      Pattern.compile(
          "(?i)\\s*(?:,|and|to|or|-|/|&|,\\s*and)\\s*(?:in\\s+)?(?:early\\s+|late\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

  private static final int LOOK = 30;

  /** Whether the first figure of a text is, to the last of three digits, the report's own. */
  private static boolean isTheReports(Narrative narrative, Claim claim) {
    boolean share =
        narrative.measure().isPercentage()
            && claim.figure().kind() == Figure.Kind.PER_CENT
            && claim.figure().decimals() > 0;
    return claim.equals(narrative.claims().get(0))
        && claim.subject().stream().allMatch(Vocabulary::isGeneral)
        && (share
            || claim.figure().value().compareTo(HUNDRED) >= 0
            || (claim.figure().value().compareTo(BigDecimal.TEN) >= 0
                && claim.period().filter(p -> isStock(narrative, p)).isPresent()))
        && narrative.now().filter(v -> narrative.agrees(claim.figure(), v)).isPresent();
  }

  /** {@code Six newsletters were issued in}: the report's own value opens its text. */
  private static boolean isOwnOpening(Narrative narrative, Claim claim) {
    return claim.equals(narrative.claims().get(0))
        && claim.about() == About.LEVEL
        && claim.scope() == Scope.ALL
        && claim.subject().stream().allMatch(Vocabulary::isGeneral)
        && claim.nouns().stream().anyMatch(narrative.vocabulary()::has)
        && narrative.now().filter(v -> narrative.agrees(claim.figure(), v)).isPresent();
  }

  /** A stock is counted at the end of its quarter. */
  private static Optional<BigDecimal> valueAt(Narrative narrative, ReportingPeriod said) {
    Optional<BigDecimal> value = narrative.value(said);
    FinancialQuarter quarter = FinancialQuarter.of(said.last());
    boolean end =
        narrative.measure().rule() == QuarterRule.LAST_VALUE && said.last().equals(quarter.last());
    return value.isEmpty() && end ? narrative.value(quarter) : value;
  }

  /** {@code On 30 June 2020 the balance stood at 151 hours}: a day at the end of a quarter. */
  private static boolean isStock(Narrative narrative, PeriodMention mention) {
    Optional<ReportingPeriod> month = mention.in(narrative.period());
    return month.filter(CalendarMonth.class::isInstance).isPresent() && narrative.isEndOf(mention);
  }

  /** The report's very number in the opening sentence is its own, whatever it is called. */
  private static boolean isLikely(Narrative narrative, Sentence sentence, Claim claim) {
    boolean opening =
        sentence.equals(narrative.sentences().get(0))
            && claim.about() == About.LEVEL
            && (claim.figure().value().compareTo(TELLING) >= 0 || claim.figure().decimals() > 0)
            && narrative.about(claim, sentence) == Narrative.About.UNKNOWN;
    return opening
        || !narrative.isElsewhere(claim, sentence)
        || (narrative.about(claim, sentence) == Narrative.About.UNKNOWN
            && narrative.isBesideNow(sentence, claim));
  }

  private static boolean isOnly(Narrative narrative) {
    return narrative.read().periods().size() == 1;
  }

  private static boolean isPlain(PeriodMention mention) {
    return isNamed(mention) && !mention.since();
  }

  private static boolean isInside(ReportingPeriod inner, ReportingPeriod outer) {
    return outer.months().containsAll(inner.months()) || inner.months().containsAll(outer.months());
  }

  /** {@code 59 more than in 2019/20 Q3}, where 59 is the change on another quarter. */
  private boolean changes(Narrative narrative, Consumer<Finding> found) {
    for (Sentence sentence : narrative.sentences()) {
      for (Claim claim : sentence.claims()) {
        Optional<ReportingPeriod> right = rightBasis(narrative, claim);
        Narrative.About about = narrative.about(claim, sentence);
        boolean telling =
            about != Narrative.About.OTHER
                && claim.nouns().isEmpty()
                && narrative.givesValue()
                && claim.figure().value().compareTo(TELLING) >= 0;
        if (right.isPresent() && (about == Narrative.About.OWN || telling)) {
          tell(narrative, claim.basis().orElseThrow(), right.get(), found);
          return true;
        }
      }
    }
    return false;
  }

  /** The period that a change is against, where that is not the one it names. */
  static Optional<ReportingPeriod> rightBasis(Narrative narrative, Claim claim) {
    boolean change = claim.about() == About.CHANGE || claim.about() == About.PER_CENT_CHANGE;
    Optional<ReportingPeriod> meant = narrative.meant(claim.basis());
    if (!change
        || claim.scope() != Scope.ALL
        || meant.isEmpty()
        || claim.basis().filter(StalePeriod::isNamed).isEmpty()) {
      return Optional.empty();
    }
    ReportingPeriod said = meant.get();
    // Without months, "since September" is since the end of its quarter.
    boolean quarters =
        said instanceof CalendarMonth
            && narrative.value(said).isEmpty()
            && said.last().equals(FinancialQuarter.of(said.last()).last());
    ReportingPeriod basis = quarters ? FinancialQuarter.of(said.last()) : said;
    boolean usual =
        basis.equals(narrative.period().previous()) || basis.equals(narrative.period().yearAgo());
    boolean inside = isInside(said, narrative.period()) && !said.equals(narrative.period());
    Optional<BigDecimal> then = narrative.value(said);
    boolean telling = then.isPresent() || claim.figure().value().compareTo(TELLING_CHANGE) >= 0;
    if (usual || inside || !telling) {
      return Optional.empty();
    }
    boolean holds =
        !said.equals(narrative.period())
            && then.filter(v -> gives(narrative, claim, v)).isPresent();
    return holds
        ? Optional.empty()
        : Stream.of(narrative.period().previous(), narrative.period().yearAgo())
            .filter(p -> narrative.value(p).filter(v -> gives(narrative, claim, v)).isPresent())
            .findFirst();
  }

  private static boolean gives(Narrative narrative, Claim claim, BigDecimal then) {
    Optional<BigDecimal> now = narrative.now();
    return claim.about() == About.PER_CENT_CHANGE
        ? Narrative.percent(now, Optional.of(then)).filter(claim.figure()::agrees).isPresent()
        : now.filter(v -> narrative.agrees(claim.figure(), v.subtract(then))).isPresent();
  }

  private static boolean isNamed(PeriodMention mention) {
    return NAMED.contains(mention.kind());
  }

  /**
   * A commentary that opens with {@code In quarter three} or {@code At the end of June} and names
   * no other period, with figures that are not of that time.
   */
  private void leading(Narrative narrative, Consumer<Finding> found) {
    List<PeriodMention> periods = narrative.read().periods();
    if (periods.isEmpty()) {
      return;
    }
    PeriodMention first = periods.get(0);
    Optional<ReportingPeriod> meant = first.in(narrative.period());
    Sentence opening = narrative.sentences().get(0);
    boolean opens =
        isPlain(first)
            && first.start() < opening.end()
            && narrative
                .read()
                .text()
                .substring(opening.start(), first.start())
                .matches("(?is)\\s*(?:(?:in|during|for|at|by|over|the|end|of|as)\\s+)*");
    if (!opens || meant.isEmpty() || !meant.get().last().isBefore(narrative.period().first())) {
      return;
    }
    boolean thisQuarterToo =
        opening.periods().stream()
            .anyMatch(
                p ->
                    p.kind() == PeriodMention.Kind.THIS_QUARTER
                        && narrative.read().text().startsWith("this", p.start()));
    boolean compares =
        opening.claims().stream().anyMatch(c -> c.about() == About.EARLIER)
            || Stream.of(
                    "than",
                    "compared",
                    "against",
                    "from",
                    "now",
                    "before",
                    "since",
                    "while",
                    "whereas",
                    "but",
                    "previously")
                .anyMatch(opening::says);
    boolean end = opening.says("end of");
    if (end && thisQuarterToo && !compares && !opening.claims().isEmpty()) {
      tell(narrative, first, narrative.period(), found);
      return;
    }
    boolean alone =
        periods.stream()
            .allMatch(
                p ->
                    p.in(narrative.period()).filter(meant.get()::equals).isPresent()
                        || p.kind() == PeriodMention.Kind.LAST_QUARTER
                        || p.kind() == PeriodMention.Kind.LAST_PERIOD
                        || p.kind() == PeriodMention.Kind.YEAR_AGO);
    boolean lastQuarter =
        first.kind() == PeriodMention.Kind.LAST_QUARTER
            || first.kind() == PeriodMention.Kind.LAST_PERIOD
            || first.kind() == PeriodMention.Kind.YEAR_AGO
            || first.kind() == PeriodMention.Kind.LAST_MONTH;
    if (!alone || lastQuarter) {
      return;
    }
    for (Sentence sentence : narrative.sentences()) {
      if (sentence.says("now") || sentence.says("currently")) {
        continue;
      }
      for (Claim claim : sentence.claims()) {
        boolean whole = claim.about() == About.LEVEL && narrative.isWhole(claim, sentence);
        boolean unknown = narrative.value(meant.get()).isEmpty();
        boolean current =
            narrative
                .now()
                .filter(
                    v ->
                        narrative.isComparable(claim.figure())
                            && narrative.agrees(claim.figure(), v))
                .isPresent();
        boolean telling = claim.figure().value().compareTo(TELLING) >= 0;
        boolean differs =
            narrative
                .value(meant.get())
                .map(v -> !narrative.agrees(claim.figure(), v))
                .orElse(true);
        if (whole
            && differs
            && ((unknown && sentence.equals(opening) && !compares)
                || (current && (telling || sentence.equals(opening))))) {
          tell(narrative, first, narrative.period(), found);
          return;
        }
      }
    }
  }
}
