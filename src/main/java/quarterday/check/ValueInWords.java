package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
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
import quarterday.commentary.Movement;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;

/**
 * A value in the commentary that the table does not show: digits swapped, off by rounding, last
 * quarter's value left over.
 */
final class ValueInWords implements Check {
  private static final Set<String> AVERAGES =
      Set.of("average", "averaged", "averages", "averaging", "mean", "median", "typical");

  /** Names of an earlier time that may stand for a value's own period beside the report's. */
  private static final Set<PeriodMention.Kind> RELATIVE =
      EnumSet.of(
          PeriodMention.Kind.YEAR,
          PeriodMention.Kind.YEAR_AGO,
          PeriodMention.Kind.LAST_QUARTER,
          PeriodMention.Kind.LAST_PERIOD,
          PeriodMention.Kind.QUARTER_LAST_YEAR);

  /** Words behind a figure that say by whom or how, and narrow nothing. */
  private static final Pattern AGENT =
      Pattern.compile("(?is)\\s+(?:\\w+\\s+){1,4}?(?:by|to|across|out of|for the)\\s.*");

  /** A percentage further from the table's than this is of something else. */
  private static final BigDecimal NEAR_POINTS = BigDecimal.TEN;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  /** Below this every number is near every other. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(20);

  @Override
  public CheckRule rule() {
    return CheckRule.TABLE_AND_TEXT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    subject.narratives().forEach(narrative -> look(narrative, found));
  }

  void look(Narrative narrative, Consumer<Finding> found) {
    for (Sentence sentence : narrative.sentences()) {
      if (unnamedMonths(narrative, sentence, found)) {
        continue;
      }
      for (Claim claim : sentence.claims()) {
        boolean value =
            claim.about() == About.LEVEL
                || claim.about() == About.EARLIER
                || claim.about() == About.WHOLE
                || isOwnPart(narrative, claim);
        if (value) {
          look(narrative, sentence, claim, found);
        }
      }
    }
  }

  /** {@code The monthly figures were 681, 725 and 602}: three numbers, of which two are right. */
  private boolean unnamedMonths(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    List<YearMonth> months = narrative.period().months();
    List<Claim> claims = sentence.claims();
    for (int from = 0; from + months.size() <= claims.size(); from++) {
      List<Claim> list = claims.subList(from, from + months.size());
      if (months.size() != MONTHS || !isBareList(narrative, list)) {
        continue;
      }
      List<Integer> wrong = new ArrayList<>();
      for (int i = 0; i < months.size(); i++) {
        Optional<BigDecimal> value = narrative.value(new CalendarMonth(months.get(i)));
        if (value.isEmpty()) {
          return false;
        }
        if (!narrative.agrees(list.get(i).figure(), value.get())) {
          wrong.add(i);
        }
      }
      if (wrong.size() == 1) {
        ReportingPeriod month = new CalendarMonth(months.get(wrong.get(0)));
        tell(narrative, list.get(wrong.get(0)), month, narrative.value(month).orElseThrow(), found);
        return true;
      }
    }
    return false;
  }

  /** {@code Of the 39 visits, 36 were made}, in the row of the visits made. */
  private static boolean isOwnPart(Narrative narrative, Claim claim) {
    return claim.about() == About.PART
        && narrative.vocabulary().has(claim.verb())
        && !narrative.gives(About.PART, About.LEVEL, About.WHOLE);
  }

  private static final int MONTHS = 3;

  private static boolean isBareList(Narrative narrative, List<Claim> list) {
    for (int i = 0; i < list.size(); i++) {
      Claim claim = list.get(i);
      boolean plain =
          claim.about() == About.LEVEL
              && narrative.isComparable(claim.figure())
              && claim.figure().hedge() == Figure.Hedge.EXACT
              && narrative.meant(claim.period()).filter(CalendarMonth.class::isInstance).isEmpty();
      String between =
          i == 0
              ? ","
              : narrative
                  .read()
                  .text()
                  .substring(list.get(i - 1).figure().end(), claim.figure().start());
      if (!plain || !between.matches("\\s*(?:,|,?\\s*and)\\s*")) {
        return false;
      }
    }
    return true;
  }

  /** {@code 54 visits (56%) were to the city}: a part, since the share in brackets is right. */
  private static boolean hasItsShare(Narrative narrative, Sentence sentence, Claim claim) {
    int next = sentence.claims().indexOf(claim) + 1;
    if (next >= sentence.claims().size() || claim.about() != About.LEVEL) {
      return false;
    }
    Figure share = sentence.claims().get(next).figure();
    return share.bracketed()
        && share.kind() == Figure.Kind.PER_CENT
        && narrative
            .now()
            .filter(v -> v.compareTo(claim.figure().value()) > 0)
            .filter(v -> share.agrees(ShareInWords.percent(claim.figure().value(), v)))
            .isPresent();
  }

  private void look(Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    Optional<ReportingPeriod> period =
        period(narrative, sentence, claim).or(() -> slippedFrom(narrative, claim));
    if (period.isEmpty()
        || !narrative.isComparable(claim.figure())
        || hasItsShare(narrative, sentence, claim)) {
      return;
    }
    boolean ofNamedYear =
        claim.period().filter(p -> p.kind() == PeriodMention.Kind.BARE_MONTH).isPresent()
            && sentence.periods().stream()
                .anyMatch(p -> isYear(p) && p.start() < claim.figure().start());
    if (ofNamedYear) {
      return;
    }
    Optional<BigDecimal> value = narrative.value(period.get());
    boolean bound = isBound(narrative, claim);
    boolean ofTheOther =
        claim.about() == About.EARLIER
            && !bound
            && narrative.isEarlierValue(claim.figure())
            && !Change.isBorneOutBeside(narrative, claim, period.get());
    if (value.isEmpty()
        || ofTheOther
        || isGivenBeside(narrative, sentence, claim, period.get(), value.get())
        || narrative.agrees(claim.figure(), value.get())
        || narrative.isNeighbours(claim)
        || isOfPartsMonth(narrative, sentence, claim, period.get())
        || isOfOtherExtent(narrative, sentence, claim)
        || StalePeriod.isStale(narrative, claim, period.get())
        || isOpposite(narrative, claim, value.get())
        || (narrative.isReported(period.get())
            && isTolerated(narrative, sentence, claim, value.get()))
        || isAnother(narrative, sentence, claim)
        || isEarlier(narrative, sentence, claim)) {
      return;
    }
    boolean sure =
        isSure(narrative, sentence, claim)
            && (isSameMatter(claim.figure(), value.get(), narrative)
                || isLeftOver(narrative, claim.figure(), value.get())
                || isOfNothing(narrative, claim, period.get(), value.get()));
    boolean slip =
        claim.about() != About.WHOLE
            && !narrative.isNarrowed(claim)
            && !narrative.isElsewhere(claim, sentence)
            && isSlip(narrative, claim.figure(), value.get());
    boolean ofItsPeriod =
        bound
            && (!narrative.isElsewhere(claim, sentence) || isOfTheChart(claim))
            && !narrative.isFamiliarChange(claim.figure())
            && isSameMatter(claim.figure(), value.get(), narrative);
    if (sure
        || slip
        || ofItsPeriod
        || isInCompany(narrative, sentence, claim)
        || isInCompanyOfQuarters(narrative, sentence, claim)
        || isBesideItsChange(narrative, sentence, claim, period.get(), value.get())
        || isClearSlip(narrative, claim, value.get())
        || isOpening(narrative, sentence, claim, value.get())
        || isOpeningPercentage(narrative, claim, value.get())) {
      tell(narrative, claim, period.get(), value.get(), found);
    }
  }

  /** {@code City centre thefts rose from 31 in October to 44}: of a part, in a later sentence. */
  private static boolean isOfPartsMonth(
      Narrative narrative, Sentence sentence, Claim claim, ReportingPeriod period) {
    return period instanceof CalendarMonth
        && !sentence.equals(narrative.sentences().get(0))
        && claim.nouns().isEmpty()
        && sentence.claims().stream()
            .filter(c -> isMonth(narrative, c))
            .noneMatch(narrative::isRight)
        && narrative.isOfPart(sentence, claim.figure().start());
  }

  /**
   * {@code June (7,110)}, {@code than in the previous quarter (31)}: its value and nothing else.
   */
  private static boolean isBound(Narrative narrative, Claim claim) {
    String text = narrative.read().text();
    return claim.figure().hedge() == Figure.Hedge.EXACT
        && claim
            .period()
            .filter(p -> p.end() <= claim.figure().start())
            .filter(p -> text.substring(p.end(), claim.figure().start()).matches("\\s*\\(\\s*"))
            .isPresent()
        && text.substring(claim.figure().end()).matches("(?s)\\s*\\).*");
  }

  /** {@code The figures have stayed within the limits and June (7,110)}: no other matter. */
  private static boolean isOfTheChart(Claim claim) {
    return claim.nouns().isEmpty()
        && claim.subject().stream().allMatch(w -> Vocabulary.isGeneral(w) || CHART.contains(w));
  }

  private static final Set<String> CHART =
      Set.of(
          "stayed",
          "remained",
          "limits",
          "control",
          "series",
          "stable",
          "normal",
          "variation",
          "chart",
          "monthly",
          "points",
          "within",
          "range");

  /** {@code In 2021/22 the highest month was December}: a year by its number. */
  static boolean isYear(PeriodMention mention) {
    return mention.kind() == PeriodMention.Kind.YEAR && mention.year() > 0;
  }

  /** Words for one of the things counted: {@code the longest was of 41 days}. */
  private static final List<String> EXTREMES = List.of("longest", "shortest");

  /** {@code 37 requests since April}, {@code the longest was of 41 days}: not the quarter's. */
  private static boolean isOfOtherExtent(Narrative narrative, Sentence sentence, Claim claim) {
    if (narrative.measure().rule() != QuarterRule.SUM
        || claim.about() != About.LEVEL
        || claim.period().isPresent()) {
      return false;
    }
    boolean ofOne =
        EXTREMES.stream()
            .anyMatch(e -> claim.subject().contains(e) && !narrative.vocabulary().has(e));
    if (ofOne) {
      return true;
    }
    String text = narrative.read().text();
    int from = claim.figure().start();
    int to = claim.figure().end();
    boolean since =
        sentence.periods().stream()
            .filter(PeriodMention::since)
            .filter(
                p ->
                    narrative
                        .meant(Optional.of(p))
                        .filter(m -> m.first().isBefore(narrative.period().first()))
                        .isPresent())
            .anyMatch(
                p ->
                    p.start() >= to
                        ? text.substring(to, p.start()).matches(SINCE_BEHIND)
                        : text.substring(sentence.start(), p.start()).matches(SINCE_BEFORE)
                            && text.substring(p.end(), from).matches(LEADING));
    return since
        || text.substring(sentence.start(), from).matches(TO_DATE_BEFORE)
        || text.substring(to, sentence.end()).matches(TO_DATE_BEHIND);
  }

  private static final String SINCE_BEHIND =
      "(?is)(?:(?!\\b\\w+est\\b|\\bmost\\b|\\bfirst\\b|\\brecord\\b)[^.;,:()\\d]){0,60}\\bsince\\s+(?:the\\s+start\\s+of\\s+)?";
  private static final String SINCE_BEFORE =
      "(?is)(?:.{0,40}\\W)?since\\s+(?:the\\s+start\\s+of\\s+)?";
  private static final String LEADING = "(?is)(?:(?!\\bquarter\\b)[^.;:()\\d]){0,50}";
  private static final String TO_DATE_BEFORE =
      "(?is)(?:.{0,30}\\W)?year[\\s-]to[\\s-]date\\b(?:(?!\\bquarter\\b)[^.;\\d]){0,50}";
  private static final String TO_DATE_BEHIND =
      "(?is)[^.;,:()\\d]{0,50}\\byear[\\s-]to[\\s-]date\\b.*";

  /** {@code In quarter one the numbers were 38 and 43}: the first is it, the second is another. */
  private static boolean isGivenBeside(
      Narrative narrative,
      Sentence sentence,
      Claim claim,
      ReportingPeriod period,
      BigDecimal value) {
    return sentence.claims().stream()
        .filter(other -> !other.equals(claim) && other.about() == claim.about())
        .filter(other -> narrative.meant(other.period()).filter(period::equals).isPresent())
        .anyMatch(other -> narrative.agrees(other.figure(), value));
  }

  /**
   * Whether a value without a period of its own is another figure than the report's: the report's
   * is given elsewhere in the text, or it is a month's or a change. The report's value by the end
   * of a month is no month's.
   */
  private static boolean isAnother(Narrative narrative, Sentence sentence, Claim claim) {
    Optional<ReportingPeriod> month =
        narrative.meant(claim.period()).filter(CalendarMonth.class::isInstance);
    boolean sinceTheStart =
        month.filter(m -> narrative.period().months().contains(m.first())).isPresent()
            && narrative.now().filter(v -> narrative.agrees(claim.figure(), v)).isPresent();
    if (sinceTheStart) {
      return true;
    }
    boolean current =
        claim.period().isEmpty()
            || narrative.meant(claim.period()).filter(narrative::isReported).isPresent();
    return switch (claim.about()) {
      case LEVEL ->
          isAverage(narrative, claim)
              || (claim.subject().contains("monthly")
                  && narrative.meant(claim.period()).filter(narrative::isReported).isPresent()
                  && narrative.isFamiliar(claim.figure()))
              || (current
                  && ((narrative.givesValue()
                          && !isSlipBesideRight(narrative, claim)
                          && !isOwnOpening(narrative, claim))
                      || (claim.period().isEmpty()
                          && narrative.isFamiliar(claim.figure())
                          && !isOfTheQuarter(narrative, claim))));
      // "The monthly average was 995, against 1,018 in quarter four"
      case EARLIER -> isAverage(narrative, claim) || isMonthlyOfEarlier(narrative, sentence, claim);
      // "Of the 86 received, 83 were answered", beside the row of those answered
      case WHOLE ->
          (current && narrative.gives(About.PART, About.LEVEL))
              || isOfEarlierPart(narrative, claim);
      default -> false;
    };
  }

  /**
   * {@code 459 letters were received. The total of 495 letters is the highest yet}: two of three
   * digits or more swapped, in a number of all that the measure counts, though the right one stands
   * elsewhere.
   */
  private static boolean isSlipBesideRight(Narrative narrative, Claim claim) {
    Figure figure = claim.figure();
    Optional<BigDecimal> now = narrative.now().map(BigDecimal::abs);
    return (claim.scope() == Scope.ALL || isOnOwnLine(narrative, claim))
        && figure.hedge() == Figure.Hedge.EXACT
        && narrative.about(claim.nouns(), narrative.sentences().get(0)) == Narrative.About.OWN
        && !claim.nouns().isEmpty()
        && claim.nouns().stream().anyMatch(narrative.vocabulary()::has)
        && figure.value().compareTo(HUNDRED) >= 0
        && !narrative.isFamiliar(figure)
        && !narrative.isEarlierValue(figure)
        && now.filter(v -> isTransposed(digits(figure.value()), digits(v.stripTrailingZeros())))
            .isPresent();
  }

  /**
   * {@code Four requests reached us. All three were answered}: the first number of a text, of all
   * that the measure counts by its own name, is the table's, whatever else the text gives.
   */
  private static boolean isOwnOpening(Narrative narrative, Claim claim) {
    boolean named =
        (claim.scope() == Scope.ALL || isOnOwnLine(narrative, claim))
            && claim.nouns().stream().anyMatch(narrative.vocabulary()::has)
            && claim.nouns().stream().allMatch(narrative::isOwnWord);
    return named
        && claim.equals(narrative.claims().get(0))
        && claim.subject().stream()
            .allMatch(
                w -> Vocabulary.isGeneral(w) || AGENTS.contains(w) || narrative.vocabulary().has(w))
        && claim.figure().hedge() == Figure.Hedge.EXACT
        && narrative.claims().stream().noneMatch(c -> isNamedTotal(narrative, c))
        && TOTALS.stream()
            .noneMatch(word -> narrative.sentences().stream().anyMatch(s -> s.says(word)));
  }

  /** {@code 65,206 calls were received on 101}: narrowed by the measure's own words alone. */
  private static boolean isOnOwnLine(Narrative narrative, Claim claim) {
    return claim.scope() == Scope.SOME && !claim.within().isEmpty() && !narrative.isNarrowed(claim);
  }

  /** Those who do what is counted, and that they did it. */
  static final Set<String> AGENTS =
      Set.of(
          "attended",
          "made",
          "held",
          "received",
          "sent",
          "took",
          "issued",
          "posted",
          "published",
          "completed",
          "undertook",
          "answered",
          "office",
          "commissioner",
          "deputy",
          "team",
          "officers",
          "force",
          "staff",
          "volunteers",
          "currently",
          "handled",
          "managing",
          "carried");

  /** Words by which a later number may be more than the first. */
  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "in all",
          "altogether",
          "overall",
          "combined",
          "taking",
          "bringing",
          "together",
          "forward",
          "plus",
          "further",
          "another",
          "additional",
          "also",
          "including");

  /** Whether another claim gives the report's value with the measure's own words. */
  private static boolean isNamedTotal(Narrative narrative, Claim claim) {
    return claim.about() == About.LEVEL
        && claim.scope() == Scope.ALL
        && claim.nouns().stream().anyMatch(narrative.vocabulary()::has)
        && narrative.now().filter(v -> narrative.agrees(claim.figure(), v)).isPresent();
  }

  private static boolean isMonthlyOfEarlier(Narrative narrative, Sentence sentence, Claim claim) {
    BigDecimal months = BigDecimal.valueOf(narrative.period().months().size());
    return narrative.measure().rule() == QuarterRule.SUM
        && AVERAGE_WORDS.stream().anyMatch(sentence::says)
        && Stream.of(narrative.period().previous(), narrative.period().yearAgo())
            .flatMap(p -> narrative.value(p).stream())
            .anyMatch(
                v -> narrative.agrees(claim.figure(), v.divide(months, MathContext.DECIMAL64)));
  }

  private static final List<String> AVERAGE_WORDS =
      List.of("average", "averaged", "averaging", "a month", "per month", "each month", "monthly");

  /** {@code Last quarter it was 83 of 86}: the part is that quarter's value. */
  private static boolean isOfEarlierPart(Narrative narrative, Claim whole) {
    Optional<BigDecimal> then = narrative.meant(whole.period()).flatMap(narrative::value);
    return narrative.claims().stream()
        .filter(c -> c.about() == About.PART)
        .filter(c -> c.beside().filter(whole.figure()::equals).isPresent())
        .anyMatch(c -> then.filter(v -> narrative.agrees(c.figure(), v)).isPresent());
  }

  /** {@code The quarterly total was 703}: no month's number, though a month may have it. */
  private static boolean isOfTheQuarter(Narrative narrative, Claim claim) {
    return narrative
        .read()
        .text()
        .substring(0, claim.figure().start())
        .matches("(?is).*\\b(?:quarterly\\s+total|quarter's\\s+total)\\s+(?:was|is)\\s+");
  }

  /** {@code The busiest month was June with 239; the quarterly total was 703}. */
  private static boolean isMonthBesideTotal(
      Narrative narrative, Claim claim, Optional<ReportingPeriod> meant) {
    return isOfTheQuarter(narrative, claim) && meant.filter(narrative::isWithin).isPresent();
  }

  private static boolean isTransposed(String said, String meant) {
    return said.length() == meant.length()
        && isSwapped(said, meant)
        && said.chars().sorted().boxed().toList().equals(meant.chars().sorted().boxed().toList());
  }

  /** {@code The monthly average was 516}: no value of a measure whose months are added. */
  private static boolean isAverage(Narrative narrative, Claim claim) {
    return narrative.measure().rule() == QuarterRule.SUM
        && Stream.concat(claim.subject().stream(), claim.nouns().stream())
            .anyMatch(AVERAGES::contains)
        && AVERAGES.stream().noneMatch(narrative.vocabulary()::has);
  }

  /**
   * Three digits or more, two of them swapped, in the first number that a commentary gives:
   * whatever its words are, it is the table's.
   */
  private static boolean isClearSlip(Narrative narrative, Claim claim, BigDecimal value) {
    Figure figure = claim.figure();
    String said = digits(figure.value());
    BigDecimal truth = figure.measured(value, narrative.measure().unit()).orElseThrow().abs();
    String meant = digits(truth.setScale(Math.max(0, figure.decimals()), RoundingMode.HALF_UP));
    return (isFirst(narrative, claim) || isReportedMonth(narrative, claim))
        && said.length() > (figure.kind() == Figure.Kind.NUMBER ? 2 : 1)
        && said.length() == meant.length()
        && figure.hedge() == Figure.Hedge.EXACT
        && !narrative.isFamiliar(figure)
        && isSwapped(said, meant);
  }

  /**
   * {@code 16 permanent staff were in post}: the figure that a commentary begins with, where it
   * never gives the table's and no word makes it another's.
   */
  private static boolean isOpening(
      Narrative narrative, Sentence sentence, Claim claim, BigDecimal value) {
    boolean begins =
        claim.subject().stream().allMatch(Vocabulary::isGeneral)
            && isFirst(narrative, claim)
            && claim.figure().isAmount()
            && claim.figure().hedge() == Figure.Hedge.EXACT
            && narrative.about(claim, sentence) != Narrative.About.OTHER;
    if (!begins || !isSameMatter(claim.figure(), value, narrative)) {
      return false;
    }
    if (narrative.vocabulary().has(claim.verb())) {
      return true;
    }
    BigDecimal truth = claim.figure().measured(value, narrative.measure().unit()).orElseThrow();
    String behind = narrative.read().text().substring(claim.figure().end(), sentence.end());
    boolean whole = claim.scope() == Scope.ALL || AGENT.matcher(behind).matches();
    return whole
        && !claim.nouns().isEmpty()
        && truth.compareTo(BigDecimal.TEN) >= 0
        && (claim.figure().value().subtract(truth).abs().multiply(FOUR).compareTo(truth) <= 0
            || isSwapped(digits(claim.figure().value()), digits(truth.stripTrailingZeros())));
  }

  /** {@code 8% of staff have declared a disability}: a percentage's text begins with its value. */
  private static boolean isOpeningPercentage(Narrative narrative, Claim claim, BigDecimal value) {
    return narrative.measure().isPercentage()
        && claim.figure().hedge() == Figure.Hedge.EXACT
        && claim.subject().stream().allMatch(Vocabulary::isGeneral)
        && isFirst(narrative, claim)
        && (claim.figure().value().subtract(value.abs()).abs().compareTo(NEAR_POINTS) <= 0
            || isSwapped(digits(claim.figure().value()), digits(value.stripTrailingZeros())));
  }

  private static boolean isReportedMonth(Narrative narrative, Claim claim) {
    return claim.about() == About.LEVEL
        && claim.scope() != Scope.SOME
        && narrative
            .meant(claim.period())
            .filter(CalendarMonth.class::isInstance)
            .filter(narrative::isWithin)
            .isPresent();
  }

  private static boolean isFirst(Narrative narrative, Claim claim) {
    return claim.about() == About.LEVEL
        && !narrative.givesValue()
        && narrative.claims().stream()
            .filter(c -> narrative.isComparable(c.figure()))
            .findFirst()
            .filter(claim::equals)
            .isPresent();
  }

  /**
   * {@code Last year's figure of 72 for this quarter}: an old value beside the name of its time.
   */
  private static boolean isEarlier(Narrative narrative, Sentence sentence, Claim claim) {
    boolean otherPeriod =
        sentence.periods().stream()
            .filter(mention -> mention.end() <= claim.figure().start())
            .filter(mention -> claim.period().isEmpty() || RELATIVE.contains(mention.kind()))
            .map(mention -> mention.in(narrative.period()))
            .filter(meant -> !isMonthBesideTotal(narrative, claim, meant))
            .anyMatch(meant -> meant.filter(narrative::isReported).isEmpty());
    return claim.about() == About.LEVEL
        && otherPeriod
        && narrative.meant(claim.period()).filter(p -> !narrative.isReported(p)).isEmpty()
        && narrative.isEarlierValue(claim.figure());
  }

  /**
   * {@code grew from 22 to 30, a 25% increase}: an earlier value of which the sentence gives the
   * report's value and the change as the table has them.
   */
  private static boolean isBesideItsChange(
      Narrative narrative,
      Sentence sentence,
      Claim claim,
      ReportingPeriod period,
      BigDecimal value) {
    return claim.about() == About.EARLIER
        && claim.scope() == Scope.ALL
        && claim.figure().hedge() == Figure.Hedge.EXACT
        && isSameMatter(claim.figure(), value, narrative)
        && (narrative.givesValue()
            || sentence.claims().stream()
                .filter(c -> c.about() == About.LEVEL && c.figure().value().signum() > 0)
                .anyMatch(
                    c -> narrative.now().filter(v -> narrative.agrees(c.figure(), v)).isPresent()))
        && Change.isBorneOutBeside(narrative, claim, period);
  }

  /** Whether the sentence lists months, of which the others are right. */
  private static boolean isInCompany(Narrative narrative, Sentence sentence, Claim claim) {
    return isMonth(narrative, claim)
        && sentence.claims().stream()
            .filter(other -> !other.equals(claim) && isMonth(narrative, other))
            .anyMatch(narrative::isRight);
  }

  /** {@code 412 a year ago, 436 last quarter and 471 now}: the others are right. */
  private static boolean isInCompanyOfQuarters(
      Narrative narrative, Sentence sentence, Claim claim) {
    boolean listed =
        claim.about() == About.LEVEL
            && claim.scope() == Scope.ALL
            && claim.figure().value().compareTo(TELLING) >= 0
            && narrative.meant(claim.period()).filter(p -> isUsual(narrative, p)).isPresent()
            && narrative.isBesideNow(sentence, claim);
    return listed
        && sentence.claims().stream()
            .filter(other -> !other.equals(claim) && other.about() == About.LEVEL)
            .filter(
                other ->
                    narrative.meant(other.period()).filter(p -> isUsual(narrative, p)).isPresent())
            .anyMatch(narrative::isRight);
  }

  private static boolean isUsual(Narrative narrative, ReportingPeriod period) {
    return period.equals(narrative.period().previous())
        || period.equals(narrative.period().yearAgo());
  }

  private static boolean isMonth(Narrative narrative, Claim claim) {
    return (claim.about() == About.LEVEL || claim.about() == About.EARLIER)
        && claim.scope() != Scope.SOME
        && narrative.isComparable(claim.figure())
        && narrative.meant(claim.period()).filter(CalendarMonth.class::isInstance).isPresent();
  }

  private static Optional<ReportingPeriod> period(
      Narrative narrative, Sentence sentence, Claim claim) {
    if (claim.period().isEmpty()) {
      return claim.about() != About.EARLIER
          ? Optional.of(narrative.period())
          : ofComparison(narrative, sentence, claim);
    }
    // "230 since the end of May" are of what came after.
    if (claim.period().get().since()
        || (claim.period().get().kind() == PeriodMention.Kind.DAY
            && !narrative.isEndOf(claim.period().get()))) {
      return Optional.empty();
    }
    return narrative
        .meant(claim.period())
        .map(
            meant ->
                // The end of a quarter is its last month; a stock's value is the quarter's.
                meant instanceof CalendarMonth month
                        && narrative.period() instanceof FinancialQuarter
                        && (narrative.measure().rule() == QuarterRule.LAST_VALUE
                            || narrative.isEndOf(claim.period().get()))
                        && month.month().equals(FinancialQuarter.of(month.month()).last())
                        && narrative.value(meant).isEmpty()
                    ? FinancialQuarter.of(month.month())
                    : meant);
  }

  /** {@code from 24 to 6}: the period that the sentence compares with, or else the one before. */
  private static Optional<ReportingPeriod> ofComparison(
      Narrative narrative, Sentence sentence, Claim claim) {
    Optional<PeriodMention> basis =
        Stream.concat(
                sentence.claims().stream().map(Claim::basis),
                sentence.movements().stream().map(Movement::basis))
            .flatMap(Optional::stream)
            .findFirst();
    if (basis.isPresent()) {
      return narrative.meant(basis);
    }
    List<ReportingPeriod> others =
        sentence.periods().stream()
            .filter(p -> isElsewhere(narrative, p))
            .map(p -> p.in(narrative.period()).orElse(narrative.period()))
            .distinct()
            .toList();
    if (others.size() == 1
        && (others.get(0).equals(narrative.period().previous())
            || others.get(0).equals(narrative.period().yearAgo()))) {
      // "back to where it was a year ago (695 against 702)"
      return Optional.of(others.get(0));
    }
    boolean elsewhere =
        narrative.read().periods().stream().anyMatch(p -> isElsewhere(narrative, p));
    boolean besideNow =
        sentence.claims().stream()
            .anyMatch(
                c ->
                    c.about() == About.LEVEL
                        && narrative
                            .now()
                            .filter(v -> narrative.agrees(c.figure(), v))
                            .isPresent());
    boolean yearAgo =
        narrative
            .value(narrative.period().yearAgo())
            .filter(v -> narrative.agrees(claim.figure(), v))
            .isPresent();
    return elsewhere || !besideNow || yearAgo
        ? Optional.empty()
        : Optional.of(narrative.period().previous());
  }

  /** Whether a period is another than the report's, and no month of it. */
  static boolean isElsewhere(Narrative narrative, PeriodMention mention) {
    Optional<ReportingPeriod> meant = mention.in(narrative.period());
    return meant
        .map(p -> !narrative.isWithin(p))
        .orElse(mention.kind() != PeriodMention.Kind.OTHER);
  }

  /**
   * {@code from 2,890 to 3,244}: the period whose value has two digits swapped, and no other has.
   */
  private static Optional<ReportingPeriod> slippedFrom(Narrative narrative, Claim claim) {
    boolean plain =
        claim.about() == About.EARLIER
            && claim.period().isEmpty()
            && narrative.isComparable(claim.figure())
            && claim.figure().value().compareTo(HUNDRED) >= 0
            && !narrative.isEarlierValue(claim.figure());
    return Stream.of(narrative.period().previous(), narrative.period().yearAgo())
        .filter(p -> plain)
        .filter(
            p ->
                narrative
                    .value(p)
                    .filter(v -> isSwapped(digits(claim.figure().value()), digits(v)))
                    .isPresent())
        .findFirst();
  }

  private static boolean isSure(Narrative narrative, Sentence sentence, Claim claim) {
    if (claim.about() == About.EARLIER) {
      boolean foreign =
          claim.nouns().stream()
              .anyMatch(n -> !Vocabulary.isGeneral(n) && !narrative.vocabulary().has(n));
      return !foreign
          && claim.scope() != Scope.SOME
          && (narrative.about(claim, sentence) == Narrative.About.OWN
              || isUsualBesideNow(narrative, sentence, claim));
    }
    return narrative.isWhole(claim, sentence)
        || isOwnPart(narrative, claim)
        || opens(narrative, sentence, claim)
        || isUsualBesideNow(narrative, sentence, claim);
  }

  /**
   * {@code 92.6% following 91.4% in quarter one}: the value of a usual period, beside the report's.
   */
  private static boolean isUsualBesideNow(Narrative narrative, Sentence sentence, Claim claim) {
    Optional<ReportingPeriod> period = narrative.meant(claim.period());
    return claim.scope() == Scope.ALL
        && period.filter(p -> isUsual(narrative, p)).isPresent()
        && narrative.about(claim, sentence) != Narrative.About.OTHER
        && narrative.isBesideNow(sentence, claim);
  }

  /** {@code Absence in 2020/21 Q1 amounted to 33 days}: the unit and the period are enough. */
  private static boolean opens(Narrative narrative, Sentence sentence, Claim claim) {
    Figure.Kind kind = claim.figure().kind();
    boolean unit = kind != Figure.Kind.NUMBER && kind != Figure.Kind.POUNDS;
    return unit
        && sentence.equals(narrative.sentences().get(0))
        && claim.equals(sentence.claims().get(0))
        && claim.scope() == Scope.ALL
        && claim.nouns().isEmpty()
        && narrative.about(claim, sentence) != Narrative.About.OTHER
        && (narrative.meant(claim.period()).filter(narrative::isReported).isPresent()
            || isReportedMonth(narrative, claim));
  }

  /** Seven rows up the page the number may be another matter altogether. */
  static boolean isSameMatter(Figure figure, BigDecimal value, Narrative narrative) {
    BigDecimal truth = figure.measured(value, narrative.measure().unit()).orElseThrow();
    if (truth.signum() <= 0 || figure.value().signum() == 0) {
      return false;
    }
    return truth.compareTo(figure.value().multiply(FOUR)) <= 0
        && figure.value().compareTo(truth.multiply(FOUR)) <= 0;
  }

  /** {@code There were three in quarter two}, of which the table has none. */
  private static boolean isOfNothing(
      Narrative narrative, Claim claim, ReportingPeriod period, BigDecimal value) {
    return value.signum() == 0
        && claim.period().isPresent()
        && !narrative.isReported(period)
        && narrative.givesValue()
        && narrative.measure().unit() == Unit.COUNT;
  }

  /** Whether a number is a slip of the finger away, or the earlier value left over. */
  private static boolean isSlip(Narrative narrative, Figure figure, BigDecimal value) {
    BigDecimal truth = figure.measured(value, narrative.measure().unit()).orElseThrow().abs();
    if (truth.compareTo(TELLING) < 0 || figure.hedge() != Figure.Hedge.EXACT) {
      return false;
    }
    String said = digits(figure.value());
    String meant = digits(truth.setScale(Math.max(0, figure.decimals()), RoundingMode.HALF_UP));
    return isLeftOver(narrative, figure, value) || isSwapped(said, meant);
  }

  /** Whether it is the value of an earlier report. */
  private static boolean isLeftOver(Narrative narrative, Figure figure, BigDecimal value) {
    return figure.value().compareTo(TELLING) >= 0
        && !narrative.agrees(figure, value)
        && narrative.isEarlierValue(figure);
  }

  private static String digits(BigDecimal value) {
    return value.toPlainString().replace(".", "");
  }

  /** Two neighbouring digits swapped, or in long numbers one digit wrong, doubled or left out. */
  static boolean isSwapped(String said, String meant) {
    if (said.length() == meant.length()) {
      int first = -1;
      int different = 0;
      for (int i = 0; i < said.length(); i++) {
        if (said.charAt(i) != meant.charAt(i)) {
          first = first < 0 ? i : first;
          different++;
        }
      }
      boolean swapped =
          different == 2
              && said.charAt(first) == meant.charAt(first + 1)
              && said.charAt(first + 1) == meant.charAt(first);
      return swapped || (different == 1 && said.length() >= 4);
    }
    String longer = said.length() > meant.length() ? said : meant;
    String shorter = said.length() > meant.length() ? meant : said;
    if (longer.length() != shorter.length() + 1 || shorter.length() < 3) {
      return false;
    }
    int at = 0;
    while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
      at++;
    }
    return longer.substring(at + 1).equals(shorter.substring(at));
  }

  private static boolean isOpposite(Narrative narrative, Claim claim, BigDecimal value) {
    return OppositeInWords.isOpposite(narrative, claim, value);
  }

  /**
   * The mean of months is an estimate: the analyst's own may be a point off, though not outside
   * what the months are, nor where the sentence's own difference is the table's.
   */
  private static boolean isTolerated(
      Narrative narrative, Sentence sentence, Claim claim, BigDecimal value) {
    Figure figure = claim.figure();
    List<BigDecimal> months =
        narrative.period().months().stream()
            .flatMap(m -> narrative.value(new CalendarMonth(m)).stream())
            .flatMap(v -> figure.measured(v, narrative.measure().unit()).stream())
            .toList();
    // The months may be rounded themselves.
    int scale = months.stream().mapToInt(v -> v.stripTrailingZeros().scale()).max().orElse(0);
    BigDecimal half =
        BigDecimal.valueOf(5).movePointLeft(1 + Math.max(0, Math.min(scale, figure.decimals())));
    boolean possible =
        months.stream().anyMatch(v -> v.subtract(half).compareTo(figure.value()) <= 0)
            && months.stream().anyMatch(v -> v.add(half).compareTo(figure.value()) >= 0);
    boolean recounted =
        claim.about() == About.LEVEL
            && Stream.of(narrative.period().previous(), narrative.period().yearAgo())
                .anyMatch(p -> isWithItsChange(narrative, sentence, claim, p));
    return narrative.review().quarter().estimated()
        && !recounted
        && (possible || months.size() < narrative.period().months().size())
        && claim.figure().value().subtract(value.abs()).abs().compareTo(BigDecimal.valueOf(2)) <= 0;
  }

  /**
   * {@code 2.0 seconds quicker than in quarter four (13.0 seconds)}, both as the table has them.
   */
  private static boolean isWithItsChange(
      Narrative narrative, Sentence sentence, Claim now, ReportingPeriod period) {
    return sentence.claims().stream()
        .filter(c -> c.beside().isPresent() && Change.isBorneOut(narrative, c, period))
        .filter(c -> c.about() != About.PER_CENT_CHANGE)
        .filter(
            c ->
                !c.figure().agrees(now.figure().value().subtract(c.beside().orElseThrow().value())))
        .anyMatch(
            c ->
                narrative
                    .value(period)
                    .filter(v -> narrative.agrees(c.beside().orElseThrow(), v))
                    .isPresent());
  }

  private void tell(
      Narrative narrative,
      Claim claim,
      ReportingPeriod period,
      BigDecimal value,
      Consumer<Finding> found) {
    Figure figure = claim.figure();
    found.accept(
        narrative
            .finding(
                rule(),
                narrative.message(
                    "the table says %s for %s, but the commentary says %s; correct whichever is"
                        + " wrong.",
                    narrative.shown(value), period.label(), narrative.quote(figure)))
            .suggesting(
                figure
                    .measured(value, narrative.measure().unit())
                    .map(truth -> narrative.with(figure, truth))
                    .orElse("")));
  }
}
