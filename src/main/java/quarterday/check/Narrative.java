package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Commentary;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.Measure;
import quarterday.kpi.Observation;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;
import quarterday.review.PeriodFigure;
import quarterday.review.Review;
import quarterday.review.Shown;
import quarterday.sheet.Address;
import quarterday.sheet.Interruption;

/**
 * A measure's commentary beside the measure's figures.
 *
 * <p>It answers what every rule about words has to know first: whether a claim is about this
 * measure at all, and what the figure is that it should give. Where that is not certain the answer
 * is no: a false alarm costs more than a miss.
 */
final class Narrative {
  /** What a claim's words say about the measure it is for. */
  enum About {
    /** The measure of the row. */
    OWN,
    /** Nothing: it may be this measure, or what the sentence before spoke of. */
    UNSAID,
    /** Words that belong to no measure of the table. */
    UNKNOWN,
    /** Another measure. */
    OTHER
  }

  private static final Set<String> PRONOUNS =
      Set.of("this", "that", "it", "these", "which", "representing", "they", "there");

  /** {@code passed 10,000}: on the way to the value. */
  private static final Pattern PASSED = Pattern.compile("(?i)(?:passed|topped|surpassed).*");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final MeasureReview measure;
  private final Review review;
  private final String sheet;
  private final Address cell;
  private final Commentary read;
  private final List<Claim> claims;
  private final Vocabulary own;
  private final List<Vocabulary> others;
  private final List<MeasureReview> neighbours;
  private final Shown shown;
  private final boolean stock;
  private final boolean givesValue;

  private Narrative(
      MeasureReview measure,
      Review review,
      String sheet,
      Address cell,
      String text,
      Vocabulary own,
      List<MeasureReview> neighbours,
      List<Vocabulary> others) {
    this.measure = measure;
    this.review = review;
    this.sheet = sheet;
    this.cell = cell;
    this.read = Commentary.read(text);
    this.claims = read.claims();
    this.own = own;
    this.neighbours = neighbours;
    this.others = others;
    this.shown = new Shown(review.settings());
    this.stock = speaksOfStock();
    this.givesValue = now().filter(v -> claims.stream().anyMatch(c -> isGiven(c, v))).isPresent();
  }

  /** The commentaries of a workbook, in its order. */
  static List<Narrative> of(Review review) {
    List<Vocabulary> vocabularies = vocabularies(review);
    List<Narrative> narratives = new ArrayList<>();
    for (int i = 0; i < review.measures().size(); i++) {
      Interruption.heed();
      MeasureReview measure = review.measures().get(i);
      Optional<Address> cell = measure.row().commentaryCell();
      if (cell.isEmpty() || measure.row().commentary().isBlank()) {
        continue;
      }
      narratives.add(
          about(
              review,
              i,
              vocabularies,
              measure.table().sheet(),
              cell.get(),
              measure.row().commentary()));
    }
    return narratives;
  }

  static List<Vocabulary> vocabularies(Review review) {
    return review.measures().stream().map(m -> Vocabulary.of(m.measure())).toList();
  }

  /**
   * A text about a measure.
   *
   * @param i the measure's place in the review
   * @param vocabularies the words of all its measures
   */
  static Narrative about(
      Review review,
      int i,
      List<Vocabulary> vocabularies,
      String sheet,
      Address cell,
      String text) {
    MeasureReview measure = review.measures().get(i);
    // The measures around it: those a commentary may speak of too.
    List<MeasureReview> neighbours = new ArrayList<>();
    List<Vocabulary> others = new ArrayList<>();
    for (int k = Math.max(0, i - NEAR); k < Math.min(review.measures().size(), i + NEAR); k++) {
      if (k != i && review.measures().get(k).table().number() == measure.table().number()) {
        neighbours.add(review.measures().get(k));
        others.add(vocabularies.get(k));
      }
    }
    return new Narrative(
        measure, review, sheet, cell, text, vocabularies.get(i), neighbours, others);
  }

  /** How many rows up and down a commentary may look. */
  private static final int NEAR = 25;

  MeasureReview review() {
    return measure;
  }

  Measure measure() {
    return measure.measure();
  }

  ReportingPeriod period() {
    return review.period();
  }

  Commentary read() {
    return read;
  }

  List<Sentence> sentences() {
    return read.sentences();
  }

  /** All claims with figures, in order. */
  List<Claim> claims() {
    return claims;
  }

  Review workbook() {
    return review;
  }

  Vocabulary vocabulary() {
    return own;
  }

  // --- what a claim is about ---

  /** What a claim is about, by the words behind its figure and else by those before it. */
  About about(Claim claim, Sentence sentence) {
    About behind = about(claim.nouns());
    if (behind == About.UNKNOWN && claim.within().stream().anyMatch(own::has)) {
      // "45 requests for review"
      return about(claim.within());
    }
    if (behind != About.UNSAID) {
      return behind;
    }
    // An earlier value is of what its sentence speaks of.
    return about(
        claim.about() == Claim.About.EARLIER ? sentence.words() : claim.subject(), sentence);
  }

  /** What a phrase before a word is about; a pronoun points at what was spoken of before. */
  About about(List<String> subject, Sentence sentence) {
    About before = about(subject);
    if (before == About.UNSAID && isPronoun(subject)) {
      int at = read.sentences().indexOf(sentence);
      About last = at > 0 ? lastAbout(at - 1) : About.OWN;
      return last == About.OTHER || last == About.UNKNOWN ? last : About.OWN;
    }
    boolean too = before == About.OTHER && own.shared(subject) > 0;
    return too ? About.OWN : before;
  }

  /** Whether a claim's words are not this measure's. */
  boolean isElsewhere(Claim claim, Sentence sentence) {
    About about = about(claim, sentence);
    return about == About.OTHER || about == About.UNKNOWN;
  }

  private About lastAbout(int sentence) {
    About last = About.UNSAID;
    for (Claim claim : read.sentences().get(sentence).claims()) {
      boolean value =
          claim.about() == Claim.About.LEVEL
              || (claim.about() == Claim.About.SHARE && measure().isPercentage());
      if (value && now().filter(v -> isTelling(claim, v)).isPresent()) {
        // The sentence before gave the value, whatever else it gave.
        return About.OWN;
      }
      About about = about(claim.nouns());
      last = about == About.UNSAID ? last : about;
    }
    return last;
  }

  /** Whether a claim gives a value that is not the same by chance. */
  private boolean isTelling(Claim claim, BigDecimal value) {
    return agrees(claim.figure(), value)
        && (claim.figure().value().compareTo(BigDecimal.TEN) > 0
            || claim.figure().decimals() > 0
            || about(claim.nouns()) == About.OWN);
  }

  private boolean isPronoun(List<String> subject) {
    return subject.isEmpty()
        || (PRONOUNS.contains(subject.get(0)) || subject.stream().allMatch(this::isGeneral));
  }

  private About about(Collection<String> words) {
    List<String> telling = words.stream().filter(word -> !isGeneral(word)).toList();
    if (telling.isEmpty()) {
      boolean things = words.stream().anyMatch(Vocabulary::isThing);
      return !things
          ? About.UNSAID
          : words.stream().anyMatch(own::isHead)
              ? About.OWN
              : measure().unit() == Unit.COUNT ? About.UNSAID : About.UNKNOWN;
    }
    int mine = own.shared(telling);
    int theirs = others.stream().mapToInt(other -> other.shared(telling)).max().orElse(0);
    return mine > 0 && mine >= theirs ? About.OWN : theirs > 0 ? About.OTHER : About.UNKNOWN;
  }

  /** Whether a word says nothing about which measure is meant: a verb of counting in no name. */
  private boolean isGeneral(String word) {
    return Vocabulary.isGeneral(word)
        || (COUNTING.contains(word)
            && !own.has(word)
            && others.stream().noneMatch(other -> other.has(word)));
  }

  private static final Set<String> COUNTING =
      Set.of(
          "received",
          "recorded",
          "logged",
          "handled",
          "processed",
          "registered",
          "counted",
          "dealt",
          "reported",
          "arrived",
          "noted",
          "ended",
          "closed");

  /**
   * Whether what stands before a place in a sentence is only a part of the measure: {@code City
   * centre thefts rose}, {@code Regionally, thefts are down}. A sentence with a value of the
   * measure is of the whole.
   */
  boolean isOfPart(Sentence sentence, int until) {
    String lead = wordsOnly(sentence, Math.max(sentence.start(), until));
    int from = 0;
    for (Matcher end = CLAUSE.matcher(lead); end.find(); ) {
      from = end.end();
    }
    Matcher next =
        CLAUSE.matcher(read.text()).region(Math.max(sentence.start(), until), sentence.end());
    int first = sentence.start() + from;
    int last = next.find() ? next.start() : sentence.end();
    boolean valued =
        sentence.claims().stream()
            .filter(c -> c.figure().start() >= first && c.figure().start() < last)
            .filter(c -> c.figure().value().compareTo(BigDecimal.TEN) >= 0)
            .filter(c -> c.about() == Claim.About.LEVEL || c.about() == Claim.About.EARLIER)
            .anyMatch(c -> isKnown(c.figure()));
    String clause = lead.substring(from);
    boolean narrowed =
        Vocabulary.in(clause).stream().anyMatch(this::isForeign)
            || (PLACED.matcher(lead).lookingAt()
                && Vocabulary.in(lead.replaceFirst("(?s),.*", "")).stream()
                    .anyMatch(w -> isForeign(w) || w.endsWith("ally")));
    return narrowed && !valued;
  }

  private static final Pattern CLAUSE =
      Pattern.compile("(?i)[,;:(](?!\\d|\\s+from\\b)|\\b(?:but|while|whereas|although|though)\\b");

  /** A sentence up to a place, with its periods and figures left blank. */
  private String wordsOnly(Sentence sentence, int until) {
    StringBuilder lead = new StringBuilder(read.text().substring(sentence.start(), until));
    Stream.concat(
            sentence.periods().stream().map(p -> new int[] {p.start(), p.end()}),
            sentence.claims().stream().map(c -> new int[] {c.figure().start(), c.figure().end()}))
        .filter(span -> span[0] < until)
        .forEach(
            span -> {
              for (int i = span[0]; i < Math.min(span[1], until); i++) {
                lead.setCharAt(i - sentence.start(), ' ');
              }
            });
    return lead.toString();
  }

  private boolean isForeign(String word) {
    return !Vocabulary.isGeneral(word)
        && !own.has(word)
        && !NEUTRAL.contains(word)
        && !word.matches("\\d+|q\\d|.*ly");
  }

  /** Whether a figure is the measure's now or at one of the two earlier times. */
  boolean isKnown(Figure figure) {
    return Stream.concat(
            now().stream(),
            Stream.of(measure.previous(), measure.yearAgo())
                .flatMap(c -> c.earlier().value().stream()))
        .anyMatch(v -> agrees(figure, v));
  }

  /** Where a part is named before its comma. */
  private static final Pattern PLACED =
      Pattern.compile("(?i)\\s*(?:in|across|among|within|regionally|nationally|locally)\\b");

  /** Words that any sentence about a measure may have. */
  private static final Set<String> NEUTRAL =
      Set.of(
          ("received handled taken made whole one held recorded reported carried completed "
                  + "attended dealt force office team officers staff compared against versus "
                  + "across quarters having would backlog use usage spending further small "
                  + "large modest increas movement went being earlier previous prior ago if "
                  + "including following volumes doubling equal how what means equates logged "
                  + "result results financial reporting quarterly standard limit limits upper "
                  + "control rule fifth sixth seventh eighth ninth tenth eleventh twelfth "
                  + "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
                  + "nineteenth twentieth running process reading readings together half third "
                  + "twice than grown growing climbed jumped surged soared dwindled shrunk "
                  + "shrank slid slipped eased dipped tumbled plummeted edged crept improved "
                  + "worsened declining increasing decreasing rising falling reducing")
              .split(" "));

  /** Whether words narrow a claim to some of the measure; its own words do not. */
  boolean isNarrowed(Claim claim) {
    boolean ownWords =
        claim.within().stream().anyMatch(own::has)
            && claim.within().stream().allMatch(w -> Vocabulary.isGeneral(w) || own.has(w));
    return claim.scope() == Scope.SOME && !ownWords;
  }

  /** Whether a figure without a noun stands in a sentence that gives the report's own value. */
  boolean isBesideNow(Sentence sentence, Claim claim) {
    return claim.nouns().isEmpty()
        && now().isPresent()
        && sentence.claims().stream()
            .filter(c -> !c.equals(claim) && c.about() == Claim.About.LEVEL)
            .filter(c -> meant(c.period()).map(this::isReported).orElse(c.period().isEmpty()))
            .filter(c -> now().get().abs().compareTo(TELLING) >= 0 || c.figure().decimals() > 0)
            .anyMatch(c -> agrees(c.figure(), now().get()));
  }

  /** A smaller value may stand in a sentence by chance. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(20);

  /** Whether a claim surely gives the value of this measure, and of all of it. */
  boolean isWhole(Claim claim, Sentence sentence) {
    boolean otherVerb = claim.scope() == Scope.BY_VERB && !own.has(claim.verb());
    boolean foreign =
        claim.nouns().stream().anyMatch(noun -> !Vocabulary.isGeneral(noun) && !own.has(noun));
    return !isNarrowed(claim) && !otherVerb && !foreign && about(claim, sentence) == About.OWN;
  }

  // --- what the figures are ---

  Optional<BigDecimal> now() {
    return stock ? value(new CalendarMonth(period().last())) : measure.quarter().value();
  }

  /**
   * Whether a text speaks of a stock although its months are added, so that its quarters are their
   * last months: {@code At the end of June there were 2,228}.
   */
  private boolean speaksOfStock() {
    if (measure().rule() != QuarterRule.SUM
        || !(period() instanceof FinancialQuarter)
        || measure.row().isQuarterly()) {
      return false;
    }
    Optional<BigDecimal> last = value(new CalendarMonth(period().last()));
    boolean total =
        measure
            .quarter()
            .value()
            .filter(v -> claims.stream().anyMatch(c -> isGiven(c, v)))
            .isPresent();
    return !total
        && last.isPresent()
        && (STANDING.matcher(measure().name()).matches()
            || claims.stream()
                .filter(c -> c.about() == Claim.About.LEVEL && agrees(c.figure(), last.get()))
                .flatMap(c -> c.period().stream())
                .anyMatch(this::isEndWithinReport));
  }

  /** Names of what is counted at an end, and never added. */
  private static final Pattern STANDING =
      Pattern.compile(
          "(?is).*\\b(?:in post|headcount|strength|establishment|workforce|caseload|in place"
              + "|on the books|employed|outstanding)\\b.*");

  /** The end of the report's period, or of another of its months that is named for it. */
  private boolean isEndWithinReport(PeriodMention mention) {
    Optional<ReportingPeriod> meant = mention.in(period());
    return isEndOf(mention) && meant.filter(m -> period().months().contains(m.last())).isPresent();
  }

  /** Whether values are counted at an end, and never added. */
  boolean isStock() {
    return stock || measure().rule() == QuarterRule.LAST_VALUE;
  }

  private boolean isGiven(Claim claim, BigDecimal value) {
    return (claim.about() == Claim.About.LEVEL || claim.about() == Claim.About.WHOLE)
        && !PASSED.matcher(quote(claim.figure())).matches()
        && agrees(claim.figure(), value);
  }

  /** Whether the commentary gives the report's own value somewhere. */
  boolean givesValue() {
    return givesValue;
  }

  /** Whether a claim of these kinds gives the report's own value. */
  boolean gives(Claim.About... kinds) {
    return now()
        .filter(
            v ->
                claims.stream()
                    .anyMatch(c -> List.of(kinds).contains(c.about()) && agrees(c.figure(), v)))
        .isPresent();
  }

  /** The period a mention means in this report. */
  Optional<ReportingPeriod> meant(Optional<PeriodMention> mention) {
    Optional<ReportingPeriod> named = mention.flatMap(m -> m.in(period()));
    boolean end =
        named.filter(CalendarMonth.class::isInstance).isPresent()
            && mention.filter(this::isEndOf).isPresent()
            && period() instanceof FinancialQuarter;
    // Without months, the end of a quarter's last month is the end of the quarter.
    return end
        ? named.map(
            month -> {
              FinancialQuarter quarter = FinancialQuarter.of(month.last());
              boolean last = quarter.last().equals(month.last());
              return last && value(month).isEmpty() && value(quarter).isPresent() ? quarter : month;
            })
        : named;
  }

  /** Whether a value of this period is a value of the report. */
  boolean isReported(ReportingPeriod other) {
    return other.equals(period());
  }

  /** Whether a period is the report's or one of its months. */
  boolean isWithin(ReportingPeriod other) {
    return period().months().containsAll(other.months());
  }

  /** Whether the text names the report's period here, or one of its months. */
  boolean isWithin(PeriodMention mention) {
    return mention.in(period()).filter(this::isWithin).isPresent();
  }

  /** Whether a claim gives this measure's value of the period that it names. */
  boolean isRight(Claim claim) {
    return meant(claim.period())
        .flatMap(this::value)
        .filter(v -> agrees(claim.figure(), v))
        .isPresent();
  }

  /** Whether a word is the measure's own, or could stand in any sentence. */
  boolean isOwnWord(String word) {
    return Vocabulary.isGeneral(word) || own.has(word);
  }

  /** This measure's value of a period, where the workbook has it. */
  Optional<BigDecimal> value(ReportingPeriod wanted) {
    return value(measure, stock ? new CalendarMonth(wanted.last()) : wanted);
  }

  private Optional<BigDecimal> value(MeasureReview of, ReportingPeriod wanted) {
    if (wanted.equals(of.quarter().period())) {
      return of.quarter().value();
    }
    for (Comparison earlier : List.of(of.previous(), of.yearAgo())) {
      if (wanted.equals(earlier.earlier().period())) {
        return earlier.earlier().value();
      }
    }
    if (wanted instanceof FinancialQuarter quarter && of.row().quarters().containsKey(quarter)) {
      return of.row().quarters().get(quarter).value();
    }
    List<BigDecimal> months = new ArrayList<>();
    for (YearMonth month : wanted.months()) {
      of.row().value(month).flatMap(Observation::value).ifPresent(months::add);
    }
    if (months.isEmpty() || months.size() < wanted.months().size()) {
      return Optional.empty();
    }
    if (wanted instanceof CalendarMonth || of.measure().rule() == QuarterRule.LAST_VALUE) {
      return Optional.of(months.get(months.size() - 1));
    }
    return of.measure().rule() == QuarterRule.SUM
        ? Optional.of(months.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }

  /** Whether a figure may stand for a value of this measure. */
  boolean agrees(Figure figure, BigDecimal value) {
    return agrees(figure, value, measure().unit());
  }

  static boolean agrees(Figure figure, BigDecimal value, Unit unit) {
    return figure.measured(value, unit).filter(figure::agrees).isPresent();
  }

  /** Whether a figure counts what this measure counts. */
  boolean isComparable(Figure figure) {
    return figure.measured(BigDecimal.ONE, measure().unit()).isPresent();
  }

  /** Whether a figure is the value of one of the two earlier periods. */
  boolean isEarlierValue(Figure figure) {
    return Stream.of(measure.previous(), measure.yearAgo())
        .flatMap(comparison -> comparison.earlier().value().stream())
        .anyMatch(value -> agrees(figure, value));
  }

  /** Whether a figure is one that the measure's months and changes give. */
  boolean isFamiliar(Figure figure) {
    Stream<BigDecimal> months =
        period().months().stream()
            .flatMap(month -> measure.row().value(month).stream())
            .flatMap(seen -> seen.value().stream());
    return isFamiliarChange(figure) || months.anyMatch(value -> agrees(figure, value));
  }

  /** Whether a figure is the change on one of the two earlier periods. */
  boolean isFamiliarChange(Figure figure) {
    return Stream.of(measure.previous(), measure.yearAgo())
        .flatMap(c -> c.change().stream())
        .anyMatch(value -> agrees(figure, value));
  }

  /** Whether a neighbour that shares its words, or a part of this measure, has this value. */
  boolean isNeighbours(Claim claim) {
    return Stream.concat(sharing(claim), parts())
        .anyMatch(
            other ->
                Stream.of(
                        other.quarter().value(),
                        other.previous().earlier().value(),
                        other.yearAgo().earlier().value())
                    .flatMap(Optional::stream)
                    .anyMatch(value -> agrees(claim.figure(), value, other.measure().unit())));
  }

  /** Neighbours that a claim's words would fit too. */
  private Stream<MeasureReview> sharing(Claim claim) {
    List<MeasureReview> sharing = new ArrayList<>();
    for (int i = 0; i < neighbours.size(); i++) {
      boolean fits =
          claim.nouns().isEmpty()
              ? isSameKpi(neighbours.get(i))
                  && own.shared(claim.subject()) <= others.get(i).shared(claim.subject())
              : others.get(i).shared(claim.nouns()) > 0;
      if (fits) {
        sharing.add(neighbours.get(i));
      }
    }
    return sharing.stream();
  }

  private boolean isSameKpi(MeasureReview other) {
    return !measure().kpi().isEmpty() && measure().kpi().equals(other.measure().kpi());
  }

  private Stream<MeasureReview> parts() {
    return neighbours.stream()
        .filter(
            other ->
                measure().numerator().filter(other.measure().id()::equals).isPresent()
                    || measure().denominator().filter(other.measure().id()::equals).isPresent());
  }

  /** Neighbours whose changes a claim could give. */
  boolean isNeighboursChange(Claim claim) {
    boolean perCent = claim.about() == Claim.About.PER_CENT_CHANGE;
    return sharing(claim)
        .filter(other -> !(perCent && other.measure().isPercentage()))
        .anyMatch(
            other ->
                Stream.of(other.previous(), other.yearAgo())
                    .anyMatch(
                        c ->
                            (claim.about() == Claim.About.PER_CENT_CHANGE
                                    ? percent(other.quarter().value(), c.earlier().value())
                                    : c.change())
                                .filter(v -> v.signum() != -claim.direction().sign())
                                .filter(
                                    v ->
                                        claim.about() == Claim.About.PER_CENT_CHANGE
                                            ? claim.figure().agrees(v)
                                            : agrees(claim.figure(), v, other.measure().unit()))
                                .isPresent()));
  }

  /** A change in per cent of what was before, as far as there is one. */
  static Optional<BigDecimal> percent(Optional<BigDecimal> now, Optional<BigDecimal> then) {
    return now.isPresent() && then.isPresent() && then.get().signum() > 0
        ? Optional.of(
            now.get()
                .subtract(then.get())
                .multiply(HUNDRED)
                .divide(then.get(), MathContext.DECIMAL64))
        : Optional.empty();
  }

  /** The comparisons that a change may be against: the one it names, or both. */
  List<Comparison> against(Optional<PeriodMention> basis) {
    List<Comparison> both =
        Stream.of(measure.previous(), measure.yearAgo()).map(c -> stock ? atTheEnd(c) : c).toList();
    if (basis.isEmpty()) {
      return both;
    }
    // "down on last year": a quarter's year before is its own quarter of that year
    boolean lastYear =
        basis.filter(b -> b.kind() == PeriodMention.Kind.YEAR && b.year() == 0).isPresent()
            && quote(basis.get()).toLowerCase(Locale.ROOT).equals("last year");
    Optional<ReportingPeriod> meant = lastYear ? Optional.of(period().yearAgo()) : meant(basis);
    return both.stream()
        .filter(
            c ->
                meant
                    .map(m -> isEndOfQuarter(basis.get(), m) ? FinancialQuarter.of(m.last()) : m)
                    .filter(c.earlier().period()::equals)
                    .isPresent())
        .toList();
  }

  /** {@code since September}, in a table without months: since the end of that quarter. */
  private boolean isEndOfQuarter(PeriodMention mention, ReportingPeriod meant) {
    boolean since = mention.since() && meant instanceof CalendarMonth && value(meant).isEmpty();
    return isQuarterEnd(meant) && (stock || since);
  }

  private static boolean isQuarterEnd(ReportingPeriod period) {
    return period.last().equals(FinancialQuarter.of(period.last()).last());
  }

  /** A comparison of the last months of two quarters. */
  private Comparison atTheEnd(Comparison of) {
    PeriodFigure quarter = of.earlier();
    Optional<BigDecimal> then = value(quarter.period());
    return new Comparison(
        new PeriodFigure(
            quarter.period(), then, quarter.from(), quarter.present(), false, then.isEmpty()),
        now().flatMap(n -> then.map(n::subtract)),
        Optional.empty(),
        of.base(),
        List.of(),
        of.broken());
  }

  // --- what is told ---

  /** A finding about the commentary. */
  Finding finding(CheckRule rule, String message) {
    return Finding.at(rule, sheet, cell, name(), message);
  }

  String name() {
    return measure().name();
  }

  /** A value as the workbook shows it. */
  String shown(BigDecimal value) {
    return shown.figure(value, measure().unit());
  }

  /** A value without its unit. */
  String number(BigDecimal value) {
    return shown.number(value, measure().unit());
  }

  /** A figure as the text writes it. */
  String quote(Figure figure) {
    return read.quote(figure.start(), figure.end());
  }

  /** Whether the words are {@code the end of June} or {@code 30 June}. */
  boolean isEndOf(PeriodMention mention) {
    boolean lastDay =
        mention.kind() == PeriodMention.Kind.DAY
            && mention
                .in(period())
                .filter(m -> quote(mention).startsWith("" + m.last().lengthOfMonth()))
                .isPresent();
    return lastDay
        || read.text()
            .substring(Math.max(0, mention.start() - 20), mention.start())
            .matches("(?is).*\\bend\\s+of\\s+");
  }

  String quote(PeriodMention mention) {
    return read.quote(mention.start(), mention.end());
  }

  /** A longer commentary is not repeated in a finding. */
  private static final int LONGEST_SUGGESTION = 2_000;

  /** The commentary with another number in a figure's place; empty where it is not that simple. */
  String with(Figure figure, BigDecimal value) {
    String written = read.text().substring(figure.start(), figure.end());
    boolean simple =
        read.text().length() <= LONGEST_SUGGESTION
            && !figure.spelled()
            && figure.decimals() >= 0
            && figure.upTo().isEmpty()
            && written.chars().filter(c -> c == '-').count() == 0
            && written.matches("\\D*[\\d,]+(?:\\.\\d+)?\\D*");
    if (!simple) {
      return "";
    }
    String number =
        plain(
            value.abs(),
            figure.decimals(),
            written.contains(",") || !written.matches(".*\\d{4}.*"));
    return read.text().substring(0, figure.start())
        + written.replaceFirst("[\\d,]+(?:\\.\\d+)?", number)
        + read.text().substring(figure.end());
  }

  /** A number with this many decimals. */
  static String plain(BigDecimal value, int decimals, boolean grouped) {
    DecimalFormat format =
        new DecimalFormat(grouped ? "#,##0" : "0", DecimalFormatSymbols.getInstance(Locale.UK));
    int digits = Math.max(0, decimals);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value.setScale(digits, RoundingMode.HALF_UP));
  }

  /** A message with the measure's name before it. */
  String message(String pattern, Object... parts) {
    return name() + ": " + String.format(Locale.ROOT, pattern, parts);
  }
}
