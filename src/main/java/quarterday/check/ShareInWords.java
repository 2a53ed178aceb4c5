package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.Unit;

/**
 * A share in the commentary that its own parts do not give ({@code 45 of 122 (38%)}), or parts that
 * do not give the percentage in the table ({@code 9/12} beside 69%).
 */
final class ShareInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What is added, so that a part of it has a share. */
  private static final Set<Unit> COUNTED = EnumSet.of(Unit.COUNT, Unit.DAYS, Unit.HOURS);

  /** Parts further off than this speak of something else than the percentage in the table. */
  private static final BigDecimal SAME_MATTER = BigDecimal.valueOf(12);

  /** What the people asked in a survey did. */
  private static final Pattern ANSWERED =
      Pattern.compile("(?is)\\s+(?:\\w+\\s+){0,2}(?:replied|responded|took\\s+part)\\b.*");

  private static final Pattern RATE_OF =
      Pattern.compile(
          "(?is).*(?:\\b(?:rate|share|proportion|percentage)\\s+of|\\b(?:or|giving|representing)"
              + "|\\bwhich\\s+(?:is|was)(?:\\s+also)?|\\b(?:equivalent|equal)\\s+to)\\s*");

  /** {@code accepted 47 of them, or 42%}. */
  private static final Pattern OR_OF_THEM =
      Pattern.compile(
          "(?is)\\s+of\\s+(?:them|these|those)\\b[^.;:\\d]{0,40},\\s+(?:or|i\\.e\\.|which\\s+is)\\s+");

  private static final Pattern THAT_IS_TO_SAY =
      Pattern.compile("(?is).*(?:\\bi\\.?e\\.?,?|,\\s+or|\\bthat is,?)\\s+");

  /** {@code 407 of them, or}. */
  private static final Pattern OR =
      Pattern.compile("(?is)\\s+of\\s+(?:them|these|those),?\\s+(?:or|i\\.e\\.,?|that is,?)\\s+");

  private static final Pattern AGAINST =
      Pattern.compile(
          "(?is).*\\bagainst\\s+(?:the\\s+)?[\\d,]+\\s+(?:that\\s+were\\s+)?"
              + "(?:planned|scheduled|due|possible|expected|booked)(?:\\s+\\w+)?"
              + "\\s*(?:\\(|,\\s+(?:(?:a|an)\\s+(?:\\w+\\s+){0,2}rate\\s+of|or|i\\.e\\.)\\s+)");
  private static final Pattern THAT_IS =
      Pattern.compile(
          "(?is)\\s*(?:this|that|it)\\s+(?:is|was|represents|represented|equates\\s+to|equals"
              + "|amounts\\s+to)\\s*");

  private static final Pattern THAT_MEANS =
      Pattern.compile(
          "(?is)\\s*(?:this|that|it|which)\\s+(?:means|shows|implies|suggests)(?:\\s+that)?\\s*");

  private static final Pattern DENIED =
      Pattern.compile("(?is).*\\b(?:no|not|without|none|further|other|another|never|only)\\b.*");

  /** {@code 22% of the 1,949 searches led to an arrest}, in the row of the arrests. */
  private static boolean isOfOwn(Narrative narrative, Sentence sentence, List<Claim> numbers) {
    if (numbers.size() != 1) {
      return false;
    }
    String behind =
        narrative.read().text().substring(numbers.get(0).figure().end(), sentence.end());
    List<String> words = Vocabulary.in(behind);
    List<String> name = Vocabulary.in(narrative.name());
    return !DENIED.matcher(behind).matches()
        && words.stream()
            .map(Vocabulary::stem)
            .anyMatch(Vocabulary.stem(name.get(name.size() - 1))::equals);
  }

  @Override
  public CheckRule rule() {
    return CheckRule.PERCENTAGE_OF_PARTS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    subject.narratives().forEach(narrative -> look(narrative, found));
  }

  void look(Narrative narrative, Consumer<Finding> told) {
    Set<String> corrections = new HashSet<>();
    // A share that is wrong in two readings is told once.
    Consumer<Finding> found =
        finding -> {
          if (corrections.add(finding.suggestion())) {
            told.accept(finding);
          }
        };
    for (Sentence sentence : narrative.sentences()) {
      if (!ofNamedWhole(narrative, sentence, found)) {
        ofTheTable(narrative, sentence, found);
      }
      fractionOf(narrative, sentence, found);
      for (int i = 0; i < sentence.claims().size(); i++) {
        Claim share = sentence.claims().get(i);
        ofNamedPart(narrative, sentence, share, found);
        if (i == 0 || !isPair(narrative, sentence.claims().get(i - 1), share)) {
          apart(narrative, sentence, share, found);
        }
      }
      for (Claim part : sentence.claims()) {
        if (part.about() == About.PART && part.beside().isPresent()) {
          look(narrative, sentence, part, part.beside().get(), found);
        }
      }
    }
  }

  private void look(
      Narrative narrative, Sentence sentence, Claim part, Figure whole, Consumer<Finding> found) {
    boolean exact = part.figure().hedge() == Hedge.EXACT && whole.hedge() == Hedge.EXACT;
    if (whole.value().signum() == 0 || !exact) {
      return;
    }
    BigDecimal truth = percent(part.figure().value(), whole.value());
    Optional<Claim> share =
        sentence.claims().stream()
            .filter(c -> c.about() == About.SHARE)
            .filter(c -> c.beside().filter(part.figure()::equals).isPresent())
            .findFirst();
    if (share.isPresent()) {
      Figure said = share.get().figure();
      if (!said.agrees(truth)) {
        tell(narrative, narrative.quote(part.figure()), narrative.quote(whole), said, truth, found);
        return;
      }
    }
    besideTheTable(narrative, sentence, part, whole, truth, found);
  }

  /**
   * {@code Of the 21 staff, 13 (62%) are women and eight (48%) are men}: further parts of a whole
   * that opens the sentence.
   *
   * @return whether one was wrong
   */
  private boolean ofNamedWhole(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    List<Claim> claims = sentence.claims();
    String text = narrative.read().text();
    if (claims.size() < 3
        || claims.get(0).figure().kind() != Figure.Kind.NUMBER
        || claims.get(0).figure().hedge() != Hedge.EXACT
        || claims.get(0).figure().value().signum() == 0
        || !OF_THE
            .matcher(text.substring(sentence.start(), claims.get(0).figure().start()))
            .matches()) {
      return false;
    }
    BigDecimal whole = claims.get(0).figure().value();
    for (int i = 2; i < claims.size(); i++) {
      Figure part = claims.get(i - 1).figure();
      Figure share = claims.get(i).figure();
      boolean further =
          isPair(narrative, claims.get(i - 1), claims.get(i))
              && share.kind() == Figure.Kind.PER_CENT
              && share.hedge() == Hedge.EXACT
              && part.kind() == Figure.Kind.NUMBER
              && part.hedge() == Hedge.EXACT
              && part.value().compareTo(whole) <= 0
              && claims.get(i - 1).period().isEmpty()
              && !isShareOfSomething(narrative, share, part, false);
      BigDecimal truth = percent(part.value(), whole);
      if (further && !share.agrees(truth) && isNear(share, truth)) {
        tell(
            narrative,
            narrative.quote(part),
            narrative.quote(claims.get(0).figure()),
            share,
            truth,
            found);
        return true;
      }
    }
    return false;
  }

  private static final Pattern OF_THE =
      Pattern.compile(
          "(?is)\\s*(?:(?:out\\s+)?of|among|amongst)\\s+(?:the|these|all|all\\s+the|our|its)\\s+");

  private void tell(
      Narrative narrative,
      String part,
      String whole,
      Figure share,
      BigDecimal truth,
      Consumer<Finding> found) {
    found.accept(
        narrative
            .finding(
                rule(),
                narrative.message(
                    "%s of %s is %s%%, but the commentary says %s; correct the percentage or"
                        + " the numbers it is made of.",
                    part,
                    whole,
                    Narrative.plain(truth, share.decimals(), false),
                    narrative.quote(share)))
            .suggesting(narrative.with(share, truth)));
  }

  /** {@code 107 were internal (40%)}: a part of the row's own count, with its share in brackets. */
  private void ofTheTable(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    Optional<BigDecimal> now = narrative.now().filter(v -> v.signum() > 0);
    boolean counts =
        COUNTED.contains(narrative.measure().unit())
            && (narrative.measure().rule() == QuarterRule.SUM
                || narrative.measure().rule() == QuarterRule.LAST_VALUE);
    if (now.isEmpty() || !counts) {
      return;
    }
    for (int i = 1; i < sentence.claims().size(); i++) {
      Claim before = sentence.claims().get(i - 1);
      Claim behind = sentence.claims().get(i);
      if (isPair(narrative, before, behind)) {
        boolean ofNow = isOfThem(narrative, before.figure()) || isInCompany(narrative, sentence, i);
        ofTheTable(narrative, before.figure(), behind.figure(), now.get(), ofNow, found);
      } else if (isOfTotal(narrative, sentence, before, behind)) {
        ofTheTable(
            narrative,
            before.figure(),
            behind.figure(),
            now.get(),
            before.period().isEmpty(),
            found);
      } else if (behind.figure().bracketed()
          && before.about() == About.SHARE
          && before.figure().kind() == Figure.Kind.FRACTION
          && behind.about() == About.PART
          && behind.beside().isEmpty()
          && isOfOwn(narrative, before.figure(), behind.figure())) {
        // "a third of them (45)"
        boolean ofNow = isOfThem(narrative, behind.figure());
        ofTheTable(narrative, behind.figure(), before.figure(), now.get(), ofNow, found);
      }
    }
  }

  private void ofTheTable(
      Narrative narrative,
      Figure part,
      Figure share,
      BigDecimal now,
      boolean ofNow,
      Consumer<Finding> found) {
    boolean plain =
        narrative.isComparable(part)
            && part.kind() != Figure.Kind.MINUTES
            && part.hedge() == Hedge.EXACT
            && part.value().compareTo(now) < 0;
    boolean ofThem = isOfThem(narrative, part);
    if (!plain || isShareOfSomething(narrative, share, part, ofNow || ofThem)) {
      return;
    }
    BigDecimal truth = percent(part.value(), now);
    if (isNear(share, truth) || ofThem) {
      tell(narrative, narrative.quote(part), narrative.shown(now), share, truth, found);
    }
  }

  /**
   * {@code 118 were internal (39%), 96 were with the force (32%)}: whether another has its share.
   */
  private static boolean isInCompany(Narrative narrative, Sentence sentence, int at) {
    BigDecimal now = narrative.now().orElseThrow();
    return IntStream.range(1, sentence.claims().size())
        .filter(i -> i != at)
        .filter(i -> isPair(narrative, sentence.claims().get(i - 1), sentence.claims().get(i)))
        .anyMatch(
            i -> {
              Figure part = sentence.claims().get(i - 1).figure();
              Figure share = sentence.claims().get(i).figure();
              return share.agrees(percent(part.value(), now));
            });
  }

  /** {@code a third of them (45)}, {@code a third of the visits (45)} in the row of the visits. */
  private static boolean isOfOwn(Narrative narrative, Figure share, Figure part) {
    List<String> words =
        Vocabulary.wordsOf(narrative.read().text().substring(share.end(), part.start()));
    return words.stream().filter(word -> !word.isEmpty()).allMatch(narrative::isOwnWord);
  }

  /** {@code 59 letters arrived, of which 22}, {@code 22 of them}. */
  private static boolean isOfThem(Narrative narrative, Figure part) {
    return OF_THEM.matcher(narrative.read().text().substring(part.end())).lookingAt()
        || narrative
            .read()
            .text()
            .substring(0, part.start())
            .matches("(?is).*\\bof\\s+(?:which|these|those|them|whom),?\\s+");
  }

  private static final Pattern OF_THEM = Pattern.compile("(?is)\\s+of\\s+(?:them|these|those)\\b");

  /** Whether a share that is off is still near enough to be meant of the same whole. */
  private static boolean isNear(Figure share, BigDecimal truth) {
    BigDecimal end = share.upTo().orElse(share.value());
    BigDecimal off = share.value().subtract(truth).max(truth.subtract(end)).max(BigDecimal.ZERO);
    return off.compareTo(SAME_MATTER) <= 0 || isSwapped(share, truth);
  }

  /** {@code 93%} for 39%. */
  private static boolean isSwapped(Figure share, BigDecimal truth) {
    String said = share.value().toPlainString();
    return share.kind() == Figure.Kind.PER_CENT
        && said.length() > 1
        && truth.compareTo(BigDecimal.TEN) >= 0
        && ValueInWords.isSwapped(
            said,
            truth.setScale(Math.max(0, share.decimals()), RoundingMode.HALF_UP).toPlainString());
  }

  /** {@code 94 items, a fifth of the total}, {@code 94 items (20% of all)}. */
  private static boolean isOfTotal(
      Narrative narrative, Sentence sentence, Claim part, Claim share) {
    String text = narrative.read().text();
    boolean now =
        sentence.periods().stream()
            .filter(p -> p.start() < part.figure().start())
            .flatMap(p -> p.in(narrative.period()).stream())
            .allMatch(narrative::isWithin);
    return now
        && part.about() == About.LEVEL
        && (share.about() == About.LEVEL || share.about() == About.SHARE)
        && share.figure().isShare()
        && narrative.givesValue()
        && text.substring(part.figure().end(), share.figure().start()).matches(BESIDE)
        && isOfAll(narrative, text.substring(share.figure().end()));
  }

  private static final String BESIDE =
      "(?is)[^.;:\\d,()]{0,50}(?:,\\s*(?:(?:or|and)\\s+)?(?:(?:that|this|which)\\s+(?:is|was|makes|made|represents|represented)|that\\s+is,?"
          + "|representing|making\\s+up|making|equal\\s+to|equivalent\\s+to|amounting\\s+to|or)?\\s*|\\s\\()";

  /** {@code Two thirds of the 471 items (314)}: a fraction between its whole and its part. */
  private void fractionOf(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    String text = narrative.read().text();
    List<Claim> claims = sentence.claims();
    for (int i = 0; i + 2 < claims.size(); i++) {
      Figure fraction = claims.get(i).figure();
      Figure whole = claims.get(i + 1).figure();
      Figure part = claims.get(i + 2).figure();
      boolean triple =
          fraction.kind() == Figure.Kind.FRACTION
              && claims.get(i).about() == About.LEVEL
              && whole.kind() == Figure.Kind.NUMBER
              && whole.hedge() == Hedge.EXACT
              && part.kind() == Figure.Kind.NUMBER
              && part.hedge() == Hedge.EXACT
              && part.bracketed()
              && part.value().compareTo(whole.value()) < 0
              && text.substring(fraction.end(), whole.start())
                  .matches("(?is)\\s+of\\s+(?:(?:the|all|our|its)\\s+)*")
              && text.substring(whole.end(), part.start()).matches("[^.;:,]{0,40}");
      BigDecimal truth = triple ? percent(part.value(), whole.value()) : BigDecimal.ZERO;
      if (triple && !fraction.agrees(truth)) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "%s of %s is %s%%, but the commentary says %s; correct the fraction or the"
                        + " numbers beside it.",
                    narrative.quote(part),
                    narrative.quote(whole),
                    Narrative.plain(truth, 0, false),
                    narrative.quote(fraction))));
      }
    }
  }

  /** {@code 107 were internal (40%)}, {@code 21 were completed, i.e. three in four}. */
  private static boolean isPair(Narrative narrative, Claim part, Claim share) {
    String between = narrative.read().text().substring(part.figure().end(), share.figure().start());
    boolean equal =
        share.figure().bracketed()
            || (share.figure().kind() == Figure.Kind.PER_CENT
                && OR_OF_THEM.matcher(between).matches())
            || (share.figure().kind() == Figure.Kind.FRACTION
                && THAT_IS_TO_SAY.matcher(between).matches())
            || OR.matcher(between).matches();
    return (share.about() == About.SHARE || share.about() == About.LEVEL)
        && share.figure().isShare()
        && equal
        && part.about() == About.LEVEL;
  }

  /**
   * {@code 33 arrived and 26 were taken up, a rate of 79%}, {@code that equates to 12% of the 226}:
   * a share that stands apart from what it is of.
   */
  private void apart(Narrative narrative, Sentence sentence, Claim share, Consumer<Finding> found) {
    if (share.figure().kind() != Figure.Kind.PER_CENT
        || share.about() != About.LEVEL
        || share.figure().hedge() != Hedge.EXACT) {
      return;
    }
    String text = narrative.read().text();
    String before = text.substring(sentence.start(), share.figure().start());
    List<Claim> numbers =
        sentence.claims().stream()
            .filter(c -> c.figure().kind() == Figure.Kind.NUMBER)
            .filter(c -> c.figure().hedge() == Hedge.EXACT && c.figure().upTo().isEmpty())
            .toList();
    // "1,610 searches were made, and 403 of the 1,610 searches led to an arrest": two numbers
    List<BigDecimal> values = numbers.stream().map(c -> c.figure().value()).distinct().toList();
    boolean plain =
        sentence.claims().stream()
            .allMatch(
                c ->
                    c.about() == About.LEVEL
                        || c.about() == About.PART
                        || c.about() == About.WHOLE);
    Optional<BigDecimal> part = Optional.empty();
    Optional<BigDecimal> whole = Optional.empty();
    boolean againstPlan = AGAINST.matcher(before).matches();
    boolean rate = againstPlan || (plain && RATE_OF.matcher(before).matches());
    if (rate
        && values.size() == 2
        && numbers.stream().allMatch(c -> c.figure().end() <= share.figure().start())) {
      BigDecimal one = values.get(0);
      BigDecimal other = values.get(1);
      part = Optional.of(one.min(other));
      whole = Optional.of(one.max(other));
    } else if ((THAT_IS.matcher(before).matches()
            || (THAT_MEANS.matcher(before).matches() && isOfOwn(narrative, sentence, numbers)))
        && numbers.size() == 1
        && numbers.get(0).figure().start() > share.figure().end()
        && text.substring(share.figure().end(), numbers.get(0).figure().start())
            .matches("(?is)\\s+of\\s+(?:the|all|all\\s+the)?\\s*")
        && narrative.givesValue()) {
      part = narrative.now();
      whole = Optional.of(numbers.get(0).figure().value());
    }
    if (part.isEmpty()
        && rate
        && numbers.size() == 1
        && numbers.get(0).figure().end() <= share.figure().start()
        && COUNTED.contains(narrative.measure().unit())
        && narrative.givesValue()
        && isOfAll(narrative, sentence, share)) {
      // "Nine were upheld, which is 20% of the reviews received"
      part = Optional.of(numbers.get(0).figure().value());
      whole = narrative.now();
    }
    if (part.isEmpty() || whole.get().signum() <= 0 || part.get().compareTo(whole.get()) > 0) {
      return;
    }
    BigDecimal truth = percent(part.get(), whole.get());
    if (isNear(share.figure(), truth) && !share.figure().agrees(truth)) {
      tell(
          narrative,
          Narrative.plain(part.get(), part.get().scale(), true),
          Narrative.plain(whole.get(), whole.get().scale(), true),
          share.figure(),
          truth,
          found);
    }
  }

  /** {@code 20% of the reviews received}, {@code of all of them}, in the row of the reviews. */
  private static boolean isOfAll(Narrative narrative, Sentence sentence, Claim share) {
    Matcher all =
        OF_THE_COUNTED.matcher(
            narrative.read().text().substring(share.figure().end(), sentence.end()));
    return all.matches()
        && Vocabulary.wordsOf(all.group("of")).stream()
            .filter(word -> !word.isEmpty())
            .allMatch(narrative::isOwnWord);
  }

  private static final Pattern OF_THE_COUNTED =
      Pattern.compile(
          "(?is)\\s+of\\s+(?:(?:the|all|those|these)\\s+){0,2}(?<of>[a-z' -]{3,60}?)\\s*(?:[.;,]|$).*");

  /** Whether the table's value or any number of the text is the whole that a share needs. */
  private static boolean isShareOfSomething(
      Narrative narrative, Figure share, Figure part, boolean ofNow) {
    return Stream.concat(
            Stream.concat(
                narrative.now().stream(),
                Stream.of(
                        narrative.review().previous().earlier().value(),
                        narrative.review().yearAgo().earlier().value())
                    .filter(earlier -> share.kind() != Figure.Kind.FRACTION)
                    .filter(earlier -> !ofNow)
                    .flatMap(Optional::stream)),
            narrative.claims().stream()
                .filter(c -> !ofNow || c.about() != About.EARLIER)
                .map(Claim::figure)
                .filter(figure -> figure.kind() == Figure.Kind.NUMBER)
                .map(Figure::value))
        .filter(whole -> whole.signum() > 0)
        .anyMatch(
            whole ->
                share.agrees(percent(part.value(), whole))
                    || (share.kind() == Figure.Kind.PER_CENT
                        && !ofNow
                        && share.agrees(percent(part.value(), whole).subtract(HUNDRED))));
  }

  /** {@code 96 on paper and 73 online. Paper made up 57% of the total}: a part by its name. */
  private void ofNamedPart(
      Narrative narrative, Sentence sentence, Claim share, Consumer<Finding> found) {
    Optional<BigDecimal> now = narrative.now().filter(v -> v.signum() > 0);
    boolean counts = narrative.measure().unit() == Unit.COUNT;
    String text = narrative.read().text();
    Matcher named = NAMED.matcher(text.substring(sentence.start(), share.figure().start()));
    if (now.isEmpty()
        || !counts
        || share.figure().kind() != Figure.Kind.PER_CENT
        || !named.matches()
        || !isOfAll(narrative, text.substring(share.figure().end()))) {
      return;
    }
    Optional<BigDecimal> part = ofList(narrative, namesOf(named.group("name")), now.get());
    BigDecimal truth = percent(part.orElse(BigDecimal.ZERO), now.get());
    Figure said = share.figure();
    if (part.isPresent()
        && truth.compareTo(HUNDRED) < 0
        && isNear(said, truth)
        && !said.agrees(truth)) {
      tell(narrative, narrative.shown(part.get()), narrative.shown(now.get()), said, truth, found);
    }
  }

  /** The one part that the text gives with this name. */
  private static Optional<BigDecimal> ofList(
      Narrative narrative, List<String> name, BigDecimal now) {
    List<BigDecimal> parts =
        narrative.claims().stream()
            .filter(c -> c.figure().kind() == Figure.Kind.NUMBER && c.about() == About.LEVEL)
            .filter(c -> c.figure().hedge() == Hedge.EXACT && !narrative.agrees(c.figure(), now))
            .filter(c -> namesOf(kind(narrative, c)).containsAll(name))
            .map(c -> c.figure().value())
            .toList();
    return !name.isEmpty() && parts.size() == 1 && narrative.givesValue()
        ? Optional.of(parts.get(0))
        : Optional.empty();
  }

  private static String kind(Narrative narrative, Claim part) {
    Matcher kind = KIND.matcher(narrative.read().text().substring(part.figure().end()));
    return kind.find() ? kind.group() : "";
  }

  private static final Pattern NAMED =
      Pattern.compile(
          "(?is)\\s*(?:of\\s+(?:these|them|those),?\\s+)?(?:the\\s+)?(?<name>\\w+(?:\\s+\\w+){0,2}?)\\s+(?:alone\\s+)?"
              + "(?:made\\s+up|make\\s+up|accounted\\s+for|account\\s+for|were|was|are|is|had|took"
              + "|received|got|represented|formed)\\s+");

  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?is)\\s+of\\s+(?:(?:the\\s+)?(?:quarter's\\s+)?(?:total|whole)|all|them|these|those|(?:the|all|all\\s+the)\\s+(?:quarter's\\s+)?"
              + "(?<what>[a-z]+(?:\\s+[a-z]+){0,3}?)(?:\\s+(?:in|during)\\s+(?:the|this)\\s+quarter)?)\\s*(?:[.;,)]|$)");

  /** {@code of the total}, {@code of them}, {@code of the letters} in the row of the letters. */
  private static boolean isOfAll(Narrative narrative, String behind) {
    Matcher all = OF_ALL.matcher(behind);
    return all.lookingAt()
        && (all.group("what") == null
            || Vocabulary.in(all.group("what")).stream()
                .allMatch(
                    word ->
                        Vocabulary.isThing(word)
                            || Vocabulary.isGeneral(word)
                            || RECEIVED.contains(word)
                            || narrative.vocabulary().has(word)));
  }

  private static final Set<String> RECEIVED = Set.of("received", "recorded", "made", "counted");

  /** What stands behind a part: {@code on paper}, {@code to schools}. */
  private static final Pattern KIND = Pattern.compile("\\A[^.;,:()\\d]{0,60}");

  private static List<String> namesOf(String words) {
    return Vocabulary.wordsOf(words).stream()
        .filter(word -> !word.isEmpty() && (word.length() == 1 || !Vocabulary.isGeneral(word)))
        .map(Vocabulary::stem)
        .toList();
  }

  private static boolean isOnly(List<Claim> claims) {
    return claims.stream().filter(c -> c.about() == About.PART).limit(2).count() == 1;
  }

  /** Whether a sentence has the table's percentage. */
  private static boolean gives(Narrative narrative, Sentence sentence) {
    return narrative
        .now()
        .filter(
            v ->
                sentence.claims().stream()
                    .anyMatch(c -> c.about() == About.LEVEL && narrative.agrees(c.figure(), v)))
        .isPresent();
  }

  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
  }

  private void besideTheTable(
      Narrative narrative,
      Sentence sentence,
      Claim part,
      Figure whole,
      BigDecimal truth,
      Consumer<Finding> found) {
    Optional<BigDecimal> shown = narrative.now();
    boolean only = isOnly(gives(narrative, sentence) ? sentence.claims() : narrative.claims());
    boolean current =
        part.period().isEmpty()
            || narrative.meant(part.period()).filter(narrative::isReported).isPresent();
    boolean ofAnswers = ANSWERED.matcher(narrative.read().text().substring(whole.end())).matches();
    if (!narrative.measure().isPercentage()
        || ofAnswers
        || shown.isEmpty()
        || narrative.review().quarter().estimated()
        || !only
        || !current) {
      return;
    }
    int decimals = Math.min(1, Math.max(0, shown.get().stripTrailingZeros().scale()));
    BigDecimal difference = truth.subtract(shown.get()).abs();
    boolean agrees =
        truth
                .setScale(decimals, RoundingMode.HALF_UP)
                .compareTo(shown.get().setScale(decimals, RoundingMode.HALF_UP))
            == 0;
    boolean anotherPercentage =
        narrative.claims().stream()
            .anyMatch(
                c ->
                    c.about() == About.LEVEL
                        && narrative.isComparable(c.figure())
                        && c.figure().agrees(truth));
    if (!agrees && difference.compareTo(SAME_MATTER) <= 0 && !anotherPercentage) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "%s of %s in the commentary is %s%%, but %s is entered in the table; correct"
                      + " whichever is wrong.",
                  narrative.quote(part.figure()),
                  narrative.quote(whole),
                  Narrative.plain(truth, decimals, false),
                  narrative.shown(shown.get()))));
    }
  }
}
