package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Figure.Kind;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.Severity;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/**
 * A number of things and their average, told in a commentary, that do not come to the total: {@code
 * an average of 7.2 hours for each of the 31 events} beside 83.7 hours.
 */
final class AverageInWords implements Check {
  private static final String THE = "(?:(?:the|our|these|those|all|its|total|of|some) ){0,3}";
  private static final String NOUN =
      "(?! (?:with|and|of|in|at|to|for|is|are|was|were|by|on|or|the|a|from|each|more|fewer|per) )(?<noun>(?: [a-z'-]+){1,3}?)";

  /** By how many people each thing was done. */
  private static final String BY_SO_MANY =
      "(?:(?:by|with|involving|from) (?:a )?(?:(?:pairs|teams|team) of )?#people"
          + "(?: [a-z-]+)? (?:volunteers?|visitors?|people|officers?|members|staff|icvs|colleagues)"
          + "|(?<pairs>in pairs|in twos|by (?:a )?pairs?(?: of (?!<)[a-z]+)?))";

  private static final String PEOPLE = "(?:[^.<~]{0,40}? " + BY_SO_MANY + ")?";

  private static final String LASTED =
      "(?:lasted|lasting|lasts|took|taking|takes|cost|costing|costs|received|receiving|averaged|averaging|needed|needing|ran|running|of|at|for|worth|was|were|being|came to|used|with|and)";
  private static final String EACH =
      "(?: on average| each| apiece| (?:a|an|per|for each|for every) (?<per>[a-z]+))";

  private static final String ALSO_LASTED =
      "(?:(?: (?:,|and|each|on average|it|they))* "
          + LASTED
          + "(?: (?:on average|an average of|about|each)){0,2})";

  /** Number and average. */
  private static final List<Wording.Phrase> TWO =
      List.of(
          Wording.Phrase.of(
              "(?:each|each one|every one|all) of "
                  + THE
                  + "#number"
                  + NOUN
                  + " (?:was|were|is|are)(?: [a-z]+){1,2} "
                  + BY_SO_MANY
                  + ALSO_LASTED
                  + " #average(?<on> on average| each| apiece)?"),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + "[^.<~]{0,30}? each(?: [a-z]+)? "
                  + BY_SO_MANY
                  + ALSO_LASTED
                  + " #average(?<on> on average| each| apiece)?"),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + "[^.<~]{0,30}? "
                  + LASTED
                  + " #average(?: (?:on average|each|,|and|was|were|made|carried|out|done)){1,6} "
                  + BY_SO_MANY),
          Wording.Phrase.of(
              "(?<tied>average) of #average (?:was|were|has been) [a-z]+ (?:by|at|on|to) each of "
                  + THE
                  + "#number"
                  + NOUN
                  + "(?= )"),
          Wording.Phrase.of(
              "(?<tied>on average)(?: ,)? each of "
                  + THE
                  + "#number"
                  + NOUN
                  + "(?: [a-z]+){1,2}? #average"),
          Wording.Phrase.of(
              "each of "
                  + THE
                  + "#number"
                  + NOUN
                  + "(?: [a-z]+){1,2}? #average (?<tied>on average)"),
          Wording.Phrase.of(
              "(?:the|an) (?<tied>average) [a-z]+ (?:lasted|took|was|is|cost|needed|came to) #average \\( #number"
                  + NOUN
                  + " [),]"),
          Wording.Phrase.of(
              "#people (?:volunteers|visitors|people|officers|members|staff) (?:made|carried out|attended|did|took part in|went on|go on) each of "
                  + THE
                  + "#number"
                  + NOUN
                  + "[^.<~]{0,30}? "
                  + LASTED
                  + " #average(?<on> on average| each| apiece)?"),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + "[^.<~]{0,40}? \\. each (?:took|needed|used|cost) #people (?:volunteers|visitors|people|officers|members|staff) #average"),
          Wording.Phrase.of(
              "(?:the|an) average (?<noun>[a-z]+) (?:lasted|took|was|is|cost|needed|came to) #average(?: ,)? (?:and|with|for|across|over)(?: there (?:were|are))? #number (?:of them|held|awarded|made|paid|in all|given|attended|took place)"),
          Wording.Phrase.of(
              "(?:average|averaged|averaging|averages|mean)(?: of| was| is| at)? #average(?<of>(?: [a-z-]+)?) (?:(?:for|per|at|across|over|to|in|from|on) )?(?:(?:each|every|all) )?(?:of )?"
                  + THE
                  + "#number"
                  + NOUN
                  + "(?= )"),
          Wording.Phrase.of(
              "#average(?<of>(?: [a-z-]+)?)(?: on average| each)? (?:for|at|to|on|in|over) (?:each|every one) of "
                  + THE
                  + "#number"
                  + NOUN
                  + "(?= )"),
          Wording.Phrase.of(
              "(?<tied>average|mean)(?: [a-z]+)? (?:for|per|of|over|across|at|to) (?:each of |every one of |all )?"
                  + THE
                  + "#number"
                  + NOUN
                  + "(?: [a-z]+){0,2}? (?:was|is|were|being|at|of|came to|comes to|stood at|amounted to|:|=) #average"),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + PEOPLE
                  + "[^.<~]{0,50}?(?: ,)? (?:this|which|that|it) (?:works out|worked out|equates|amounts|amounted|comes|came|averages|averaged|is|was|means|gives|makes)(?: (?:at|to|out at|out as|an average of|a mean of|of)){0,9} #average"
                  + EACH),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + PEOPLE
                  + "[^.<~]{0,40}? (?:at|with|for|of|to|in|and|,|-|averaging)(?: (?:an|a|the|each|had)){0,9}(?: [a-z]+)? ?(?:average|averaging|mean)(?: [a-z]+){0,2}?(?: (?:of|was|is|being|at))? #average"),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + PEOPLE
                  + "[^.<~]{0,40}? (?:averaged|averages|averaging|average) #average"),
          Wording.Phrase.of(
              "#number" + NOUN + PEOPLE + "[^.<~]{0,40}? " + LASTED + " #average" + EACH),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + PEOPLE
                  + "[^.<~]{0,40}? each(?: one| visit| event)? "
                  + LASTED
                  + " #average"),
          Wording.Phrase.of(
              "#number"
                  + NOUN
                  + PEOPLE
                  + "[^.<~]{0,40}? \\. (?:they|these|each|(?:a|an|each|the) (?:average )?[a-z]+|on average(?: ,)?(?: a| each| they| these| the)?(?: [a-z]+)?)(?: was| were| of these| of them)?(?: made by #crew [a-z]+ and)? "
                  + LASTED
                  + "(?: an average of)? #average(?<on> on average| each| apiece)?"));

  private static final String SO =
      "[^.<~]{0,30}?(?:average|averaging|averaged|mean|works out|equates|equivalent)(?: (?:of|was|is|at|to|out|an average)){0,9} #average";

  /** Total, number and average: nothing of the table is needed. */
  private static final List<Wording.Phrase> THREE =
      List.of(
          Wording.Phrase.of(
              "#total(?<of>(?: [a-z'-]+){0,4}?)(?: (?:over|across|at|for|in|from|on|with|during|to|through|by))? "
                  + THE
                  + "#number"
                  + NOUN
                  + SO),
          Wording.Phrase.of(
              "#number" + NOUN + "[^.<~]{0,40}? #total(?<of>(?: [a-z'-]+){0,3}?)" + SO));

  /** An average of things whose number stands elsewhere. */
  private static final List<Wording.Phrase> ONE =
      List.of(
          Wording.Phrase.of(
              "(?:average|mean|averaging|averaged|works out|worked out|equates|equivalent|or|which is|that is|this is|,)"
                  + "(?: (?:of|was|is|at|to|out|an|a|average|mean|about)){0,4} #average(?: on average)?"
                  + " (?:an?|per|for each|for every|for an?) (?<per>[a-z]+)"),
          Wording.Phrase.of(
              "(?:the|an) average (?<per>[a-z]+) (?:lasted|took|was|is|cost|needed|came to) #average"),
          Wording.Phrase.of(
              "each (?<per>[a-z]+) (?:lasted|took|cost|needed|averaged) #average on average"),
          Wording.Phrase.of(
              "on average(?: ,)? (?:each|an|a) (?<per>[a-z]+) (?:lasted|took|cost|received|needed) #average"),
          Wording.Phrase.of("\\( #average (?:an?|per|each|for each|for every) (?<per>[a-z]+) \\)"),
          Wording.Phrase.of(
              "(?:each|every) (?<per>[a-z]+) (?:was|is)(?: [a-z]+){1,2} "
                  + BY_SO_MANY
                  + ALSO_LASTED
                  + " #average"));

  /** What each takes beside the average, or another thing that is averaged. */
  private static final Pattern BESIDES =
      Pattern.compile(
          "\\b(?:excluding|excludes|exclude|plus|apart from|not including|without|in addition|extra|additional|on top|to plan|to prepare|preparation|notice|late|longest|shortest|month|months|week|weeks|weekly|monthly|daily|day|days|quarterly|year|target|median|range|ranging|between|some of|most|half|rest|others?|of which|remaining|will|would|planned|plans|scheduled|expected|intended|next|should|due)\\b");

  private static final Pattern NARROWED =
      Pattern.compile(
          ".*\\b(?:another|further|other|additional|first|last|next|longest|shortest|largest|smallest|of which|including|included|includes|plus|remaining|only|top|busiest|of the|of these|least|than) $|.*<\\d+> (?:out )?of (?:[a-z]+ ){0,2}$|.*\\b(?:each|every) (?:[a-z]+ ){1,4}(?:by|with|involving) $|.*<\\d+>.*\\b(?:by|with|involving|of)(?: (?:the|our|a team of|teams of))? $");

  /** {@code 54 hours by two volunteers}: the people, and not what was done. */
  private static final Pattern BY_PEOPLE =
      Pattern.compile(" (?:by|with|of|involving) (?:the |our )?$");

  private static final Pattern SOME_KIND =
      Pattern.compile(
          "\\b(?:(?!request|interest|arrest|guest|test|protest|forest|west)[a-z]+est|other|new|online|remote|larger|smaller|longer|shorter|big|main|extra|such|more|fewer|additional|long|short)\\b");

  private static final Pattern AVERAGE =
      Pattern.compile("\\b(?:averag(?:e|es|ed|ing)|mean|works out|worked out|equates)\\b");

  /** {@code This is an average of} what the row counts. */
  private static final Pattern POINTING =
      Pattern.compile(
          " \\. (?:this|that|it|these)\\b|(?:, |\\b)(?:which|this|that|it) (?:is|was|works|worked|equates|averages|means|comes|represents)\\b");

  /** Words behind things that make them some of them. */
  private static final Pattern SOME =
      Pattern.compile(
          " (?:to|from|about|where|that|who|during|outside|online"
              + "|in(?! pairs| twos| teams| all| total)|for(?! each| two| an)|at(?! an| a| each| two)) [a-z]");

  private static final Pattern PEOPLE_HOURS =
      Pattern.compile(
          "(?i)\\b(?:volunteer(?:s|ed|ing)?|visitors?|icv|people|staff|officer|person|member|given)\\b");

  private static final Set<String> TIMES =
      Set.of(
          "month",
          "week",
          "day",
          "quarter",
          "year",
          "hour",
          "minute",
          "person",
          "volunteer",
          "visitor",
          "head",
          "officer",
          "mile",
          "thousand",
          "household",
          "member");

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal NARROW = new BigDecimal("0.02");
  private static final BigDecimal TOLERATED = new BigDecimal("0.10");
  private static final BigDecimal SEVERE = new BigDecimal("0.25");

  /** So many people do one thing together, where the text does not say how many. */
  private static final int TOGETHER = 4;

  @Override
  public CheckRule rule() {
    return CheckRule.RELATED_MEASURES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Wording wording = Wording.of(narrative);
      Stream.of(
              wording.all(THREE).stream().map(said -> three(narrative, said)),
              wording.all(TWO).stream().map(said -> two(subject, narrative, said)),
              wording.all(ONE).stream().map(said -> one(subject, narrative, said)))
          .flatMap(findings -> findings)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(found);
    }
  }

  private Optional<Finding> three(Narrative narrative, Wording.Said said) {
    Figure total = said.figure("total").orElseThrow();
    Figure number = said.figure("number").orElseThrow();
    Figure average = said.figure("average").orElseThrow();
    Optional<Unit> unit = unit(total);
    Optional<BigDecimal> sum = unit.flatMap(u -> average.measured(total.value(), u));
    boolean plain =
        sum.isPresent()
            && said.claim("total").filter(c -> isNow(narrative, c)).isPresent()
            && said.claim("number").filter(c -> isNow(narrative, c)).isPresent()
            && said.claim("average").filter(c -> isNow(narrative, c)).isPresent()
            && isNumber(number)
            && !BY_PEOPLE.matcher(said.between("total", "number")).find()
            && !NARROWED.matcher(said.before()).matches()
            && total.hedge() == Hedge.EXACT
            && average.hedge() == Hedge.EXACT
            && !BESIDES.matcher(said.sentence()).find()
            && !isForOthers(said)
            && average.value().signum() > 0
            && total.value().signum() > 0;
    if (!plain) {
      return Optional.empty();
    }
    BigDecimal count = number.value();
    Span span = Span.of(average, false);
    boolean together = PEOPLE_HOURS.matcher(narrative.name() + said.sentence()).find();
    boolean agrees =
        IntStream.rangeClosed(1, together ? TOGETHER : 1)
                .anyMatch(k -> span.holds(sum.get(), count.multiply(BigDecimal.valueOf(k))))
            // "27 visits to 9 suites, an average of 3 each"
            || (total.kind() == Kind.NUMBER && span.holds(count, sum.get()));
    return agrees || (total.kind() == Kind.NUMBER && sum.get().compareTo(count) < 0)
        ? Optional.empty()
        : Optional.of(
            finding(
                narrative,
                said,
                count.multiply(average.value()),
                sum.get(),
                "the commentary says " + narrative.quote(total)));
  }

  /** {@code An average of 3.2 hours an event}, where another sentence or row counts the events. */
  private Optional<Finding> one(Subject subject, Narrative narrative, Wording.Said said) {
    Figure average = said.figure("average").orElseThrow();
    Optional<Counted> things = things(subject, narrative, said);
    Optional<BigDecimal> total =
        narrative
            .now()
            .filter(v -> v.signum() > 0 && narrative.givesValue())
            .flatMap(v -> average.measured(v, narrative.measure().unit()));
    if (things.isEmpty()
        || total.isEmpty()
        || average.kind() == Kind.NUMBER
        || average.value().signum() <= 0
        || average.upTo().isPresent()
        || !isNow(narrative, said.claim("average").orElseThrow())
        || narrative.measure().rule() != QuarterRule.SUM
        || narrative.measure().isPercentage()
        || COMPARED.matcher(said.sentence()).replaceAll("").contains("~")
        || BESIDES.matcher(said.sentence()).find()
        || !isAverage(said)
        || TIMES.contains(said.words("per"))) {
      return Optional.empty();
    }
    BigDecimal heads = heads(said);
    BigDecimal count = things.get().number();
    Span span = Span.of(average, heads.compareTo(BigDecimal.ONE) > 0);
    boolean perHead = PEOPLE_HOURS.matcher(narrative.name()).find();
    BigDecimal slack = HALF.movePointLeft(Rounded.decimals(narrative.now().orElseThrow()));
    boolean agrees =
        IntStream.rangeClosed(1, TOGETHER)
            .filter(k -> k == 1 || k == heads.intValue() || (perHead && heads.intValue() == 1))
            .anyMatch(k -> span.holds(total.get(), count.multiply(BigDecimal.valueOf(k)), slack));
    return agrees || hasOther(narrative, said, total.get(), count.multiply(heads), span)
        ? Optional.empty()
        : Optional.of(
            finding(
                narrative,
                said,
                things.get().words(),
                count.multiply(heads).multiply(average.value()),
                total.get(),
                "the table shows " + narrative.shown(narrative.now().orElseThrow())));
  }

  /** {@code 3.7 more than in quarter two}, of the total. */
  private static final Pattern COMPARED =
      Pattern.compile(
          " , <\\d+>(?: hours)?(?: \\( <\\d+> \\))? (?:more|less|fewer|higher|lower) than(?: in| for)? ~(?: \\( <\\d+> \\))?");

  private record Counted(BigDecimal number, String words) {}

  /** The only number that the text, or else the row beside it, has of the things averaged. */
  private static Optional<Counted> things(Subject subject, Narrative narrative, Wording.Said said) {
    List<String> noun = List.of(Vocabulary.stem(said.words("per")));
    List<Claim> told =
        narrative.claims().stream()
            .filter(c -> c.nouns().stream().map(Vocabulary::stem).anyMatch(noun::contains))
            .filter(c -> c.figure().kind() == Kind.NUMBER)
            .toList();
    if (!told.isEmpty()) {
      Claim only = told.get(0);
      boolean all =
          told.size() == 1
              && only.about() == Claim.About.LEVEL
              && only.scope() != Claim.Scope.SOME
              && only.nouns().size() <= 1
              && isNow(narrative, only)
              && isNumber(only.figure())
              && (only.figure().hedge() == Hedge.EXACT
                  // "over the 31 events"
                  || only.figure().hedge() == Hedge.OVER);
      return all
          ? Optional.of(
              new Counted(
                  only.figure().value(),
                  narrative.quote(only.figure()) + " " + String.join(" ", only.nouns())))
          : Optional.empty();
    }
    List<MeasureReview> rows = counted(subject, narrative, noun);
    return rows.size() == 1 && isOfTheSame(narrative, rows.get(0), noun)
        ? rows.get(0)
            .quarter()
            .value()
            .filter(v -> v.compareTo(BigDecimal.ONE) > 0)
            .map(v -> new Counted(v, Rounded.text(v) + " (" + rows.get(0).measure().name() + ")"))
        : Optional.empty();
  }

  /** Whether a row counts what this one measures: {@code Event hours} and {@code Events held}. */
  private static boolean isOfTheSame(Narrative narrative, MeasureReview row, List<String> noun) {
    List<String> names =
        Vocabulary.wordsOf(row.measure().name()).stream()
            .filter(w -> !Vocabulary.isGeneral(w) && !COUNTED.contains(w))
            .toList();
    Vocabulary own = narrative.vocabulary();
    return names.stream().allMatch(w -> noun.contains(Vocabulary.stem(w)) || own.has(w))
        && names.stream().anyMatch(own::has);
  }

  private static final Set<String> COUNTED =
      Set.of("held", "made", "awarded", "given", "paid", "number", "carried", "out", "attended");

  /** By how many people each was done, where that is told. */
  private static BigDecimal heads(Wording.Said said) {
    return !said.words("pairs").isEmpty()
        ? BigDecimal.valueOf(2)
        : said.figure("people")
            .or(() -> said.figure("crew"))
            .map(Figure::value)
            .orElse(BigDecimal.ONE);
  }

  /** {@code 104 hours over 52 visits, an average of 1.4 hours a visitor}. */
  private static boolean isForOthers(Wording.Said said) {
    Matcher each = FOR_EACH.matcher(said.behind());
    return each.lookingAt()
        && Vocabulary.wordsOf(said.words("noun")).stream()
            .map(Vocabulary::stem)
            .noneMatch(Vocabulary.stem(each.group(1))::equals);
  }

  private static final Pattern FOR_EACH =
      Pattern.compile(" (?:a|an|per|each|for each|for every) ([a-z]+)");

  private Optional<Finding> two(Subject subject, Narrative narrative, Wording.Said said) {
    Optional<Claim> number = said.claim("number").filter(c -> isNow(narrative, c));
    Optional<Claim> claim = said.claim("average").filter(c -> isNow(narrative, c));
    Optional<BigDecimal> now = narrative.now().filter(v -> v.signum() > 0);
    if (number.isEmpty()
        || claim.isEmpty()
        || now.isEmpty()
        || !isNumber(number.get().figure())
        || isForOthers(said)
        || narrative.measure().rule() != QuarterRule.SUM
        || narrative.measure().isPercentage()
        || !isWhole(subject, narrative, said, number.get())
        || BESIDES.matcher(said.sentence()).find()
        || TIMES.contains(said.words("per"))) {
      return Optional.empty();
    }
    Figure average = claim.get().figure();
    BigDecimal count = number.get().figure().value();
    Optional<BigDecimal> total = average.measured(now.get(), narrative.measure().unit());
    boolean same =
        total.isPresent()
            && average.value().signum() > 0
            && average.upTo().isEmpty()
            && (average.kind() != Kind.NUMBER || isOfMeasure(narrative, said, claim.get(), count));
    if (!same || !isAverage(said)) {
      return Optional.empty();
    }
    Optional<Figure> people = said.figure("people").or(() -> said.figure("crew"));
    BigDecimal heads = heads(said);
    boolean perHead = PEOPLE_HOURS.matcher(narrative.name()).find();
    Span span = Span.of(average, heads.compareTo(BigDecimal.ONE) > 0);
    BigDecimal slack = HALF.movePointLeft(Rounded.decimals(now.get()));
    boolean agrees = false;
    for (int k = 1; k <= TOGETHER; k++) {
      boolean tried =
          heads.compareTo(BigDecimal.ONE) == 0
              ? k == 1 || perHead
              : k == heads.intValue() || (k == 1 && !perHead);
      agrees |= tried && span.holds(total.get(), count.multiply(BigDecimal.valueOf(k)), slack);
    }
    boolean more =
        people.filter(p -> p.hedge() != Hedge.EXACT).isPresent()
            && total.get().compareTo(count.multiply(heads).multiply(average.value())) > 0;
    boolean larger = total.get().compareTo(count.multiply(heads).multiply(average.value())) < 0;
    // What is less than the total may be of some of the things only, and money of others.
    boolean own =
        average.kind() != Kind.POUNDS
            || Vocabulary.wordsOf(said.words("noun")).stream()
                .anyMatch(narrative.vocabulary()::has);
    if (!(larger && own) && !isTied(subject, narrative, said, number.get())) {
      return Optional.empty();
    }
    if (agrees || more || hasOther(narrative, said, total.get(), count.multiply(heads), span)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            narrative,
            said,
            count.multiply(heads).multiply(average.value()),
            total.get(),
            "the table shows " + narrative.shown(now.get())));
  }

  /** Whether number and average are surely those of the total. */
  private static boolean isTied(
      Subject subject, Narrative narrative, Wording.Said said, Claim number) {
    String sentence = said.sentence();
    boolean ofTotal =
        Vocabulary.wordsOf(said.words("noun")).stream().anyMatch(narrative.vocabulary()::has)
            || said.claim("people").isPresent()
            || said.claim("crew").isPresent()
            || !said.words("pairs").isEmpty()
            || !said.words("tied").isEmpty()
            || POINTING.matcher(sentence).find()
            || narrative.claims().stream()
                .filter(c -> c.about() == Claim.About.LEVEL && said.has(c))
                .anyMatch(c -> narrative.agrees(c.figure(), narrative.now().orElseThrow()));
    boolean eachBySoMany =
        heads(said).compareTo(BigDecimal.ONE) > 0
            && sentence.contains(" each ")
            && narrative.claims().stream()
                .filter(c -> c.about() == Claim.About.LEVEL && said.has(c))
                .anyMatch(c -> narrative.agrees(c.figure(), narrative.now().orElseThrow()));
    return eachBySoMany
        || ((AVERAGE.matcher(sentence).find() || !said.words("per").isEmpty()) && ofTotal)
        || counted(subject, narrative, nouns(said)).stream()
            .anyMatch(m -> m.quarter().value().filter(number.figure()::agrees).isPresent());
  }

  /** Whether the text has another time that the average may go with, such as that of travel. */
  private static boolean hasOther(
      Narrative narrative, Wording.Said said, BigDecimal total, BigDecimal count, Span span) {
    Figure average = said.figure("average").orElseThrow();
    return narrative.claims().stream()
        .map(Claim::figure)
        .filter(f -> !f.equals(average) && unit(f).isPresent() && f.kind() != Kind.NUMBER)
        .flatMap(f -> average.measured(f.value(), unit(f).orElseThrow()).stream())
        .anyMatch(
            other ->
                other.compareTo(total) < 0
                    && (span.plus(other).holds(total, count)
                        || span.holds(total.subtract(other), count)));
  }

  private Finding finding(
      Narrative narrative, Wording.Said said, BigDecimal expected, BigDecimal total, String shown) {
    String things = narrative.quote(said.figure("number").orElseThrow()) + " " + said.words("noun");
    return finding(narrative, said, things, expected, total, shown);
  }

  private Finding finding(
      Narrative narrative,
      Wording.Said said,
      String things,
      BigDecimal expected,
      BigDecimal total,
      String shown) {
    Figure average = said.figure("average").orElseThrow();
    Optional<Figure> people = said.figure("people").or(() -> said.figure("crew"));
    String by =
        people
            .map(p -> " by " + narrative.quote(p) + " people")
            .orElse(said.words("pairs").isEmpty() ? "" : " by two people");
    int decimals = Math.max(0, average.decimals());
    Finding finding =
        narrative.finding(
            rule(),
            narrative.message(
                "%s of %s on average%s come to about %s, but %s; correct whichever is wrong, or"
                    + " say what is counted.",
                things,
                narrative.quote(average),
                by,
                amount(expected, average.kind(), decimals),
                shown));
    BigDecimal gap = total.subtract(expected).abs();
    return gap.compareTo(expected.multiply(SEVERE)) > 0 ? finding.as(Severity.ERROR) : finding;
  }

  private static String amount(BigDecimal value, Kind kind, int decimals) {
    return switch (kind) {
      case POUNDS -> "\u00a3" + Narrative.plain(value, decimals, true);
      case HOURS -> Narrative.plain(value, Math.min(1, decimals), true) + " hours";
      case MINUTES ->
          Narrative.plain(value.divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP), 1, true)
              + " hours";
      case SECONDS -> Narrative.plain(value, 0, true) + " seconds";
      case DAYS -> Narrative.plain(value, Math.min(1, decimals), true) + " days";
      default -> Narrative.plain(value, Math.min(1, decimals), true);
    };
  }

  /** Whether a plain number is an average of what the measure counts, and not the count again. */
  private static boolean isOfMeasure(
      Narrative narrative, Wording.Said said, Claim average, BigDecimal count) {
    boolean named =
        said.words("of").isEmpty()
            ? average.nouns().stream().allMatch(Vocabulary::isGeneral)
                || average.nouns().stream().anyMatch(narrative.vocabulary()::has)
            : Vocabulary.isGeneral(said.words("of"))
                || narrative.vocabulary().has(said.words("of"));
    boolean counted =
        Vocabulary.wordsOf(said.words("noun")).stream().anyMatch(narrative.vocabulary()::has);
    return named
        && !counted
        && narrative.now().filter(v -> v.compareTo(count) > 0).isPresent()
        && average.figure().value().compareTo(BigDecimal.ONE) > 0;
  }

  /** A time said of each thing, where it is not said on average, ends its clause. */
  private static boolean isAverage(Wording.Said said) {
    return said.behind().isBlank()
        || said.behind()
            .matches(
                " ?(?:[,.;:)(]| (?:on average|each|apiece|including|inclusive|with|over|across|and|which|while|compared|against|in length|long|in all|per|a|an|at|was|were|is|for each|as|this|up|down|held|made|attended|received|given|awarded|in total|so|but|of (?:volunteer|work|time|engagement)|took place|completed|carried|-)\\b).*");
  }

  /** Whether these are all the things that make up the total. */
  private static boolean isWhole(
      Subject subject, Narrative narrative, Wording.Said said, Claim number) {
    List<String> noun = nouns(said);
    if (NARROWED.matcher(said.before()).matches()
        || SOME_KIND.matcher(said.words("noun")).find()
        || noun.isEmpty()) {
      return false;
    }
    List<MeasureReview> counted = counted(subject, narrative, noun);
    boolean counts =
        counted.stream()
            .anyMatch(m -> m.quarter().value().filter(number.figure()::agrees).isPresent());
    boolean larger =
        narrative.claims().stream()
            .filter(c -> !c.equals(number) && c.figure().kind() == Kind.NUMBER)
            .filter(c -> c.figure().value().compareTo(number.figure().value()) > 0)
            .anyMatch(c -> c.nouns().stream().map(Vocabulary::stem).anyMatch(noun::contains));
    boolean narrowed = SOME.matcher(said.between("number", "average")).find();
    return counts || (counted.isEmpty() && !larger && !narrowed);
  }

  /** The words for the things, without those that say nothing. */
  private static List<String> nouns(Wording.Said said) {
    return Vocabulary.wordsOf(said.words("noun")).stream()
        .filter(w -> !w.isEmpty() && !Vocabulary.isGeneral(w))
        .map(Vocabulary::stem)
        .toList();
  }

  /** Other rows that count such things. */
  private static List<MeasureReview> counted(
      Subject subject, Narrative narrative, List<String> nouns) {
    return subject.measures().stream()
        .filter(m -> m.measure().unit() == Unit.COUNT)
        .filter(m -> !m.measure().id().equals(narrative.measure().id()))
        .filter(m -> Vocabulary.of(m.measure()).sharedStems(Set.copyOf(nouns)) > 0)
        .toList();
  }

  private static boolean isNow(Narrative narrative, Claim claim) {
    boolean about =
        switch (claim.about()) {
          case LEVEL, OTHER, DURATION, WHOLE -> true;
          default -> false;
        };
    return about
        && (claim.period().isEmpty()
            || narrative.meant(claim.period()).filter(narrative::isReported).isPresent());
  }

  private static boolean isNumber(Figure figure) {
    return figure.kind() == Kind.NUMBER
        && (figure.hedge() == Hedge.EXACT || figure.hedge() == Hedge.OVER)
        && figure.upTo().isEmpty()
        && figure.decimals() == 0
        && figure.value().compareTo(BigDecimal.ONE) > 0;
  }

  /** The unit in which a figure is written. */
  private static Optional<Unit> unit(Figure figure) {
    return switch (figure.kind()) {
      case NUMBER -> Optional.of(Unit.COUNT);
      case HOURS -> Optional.of(Unit.HOURS);
      case MINUTES -> Optional.of(Unit.MINUTES);
      case SECONDS -> Optional.of(Unit.SECONDS);
      case DAYS -> Optional.of(Unit.DAYS);
      case POUNDS -> Optional.of(Unit.POUNDS);
      default -> Optional.empty();
    };
  }

  /** What an average, written as it is, may have been before it was rounded. */
  private record Span(BigDecimal least, BigDecimal most) {
    static Span of(Figure average, boolean loose) {
      BigDecimal value = average.value();
      BigDecimal half = HALF.movePointLeft(average.decimals());
      boolean rounded =
          loose
              || average.hedge() != Hedge.EXACT
              || ((average.kind() == Kind.MINUTES || average.kind() == Kind.HOURS)
                  && average.decimals() == 0);
      BigDecimal leeway = value.multiply(rounded ? TOLERATED : NARROW).max(half);
      return new Span(
          value.subtract(average.hedge() == Hedge.UNDER ? value.multiply(SEVERE) : leeway),
          value.add(average.hedge() == Hedge.OVER ? value.multiply(SEVERE) : leeway));
    }

    Span plus(BigDecimal other) {
      return new Span(least.add(other), most.add(other));
    }

    boolean holds(BigDecimal total, BigDecimal number) {
      return holds(total, number, BigDecimal.ZERO);
    }

    boolean holds(BigDecimal total, BigDecimal number, BigDecimal slack) {
      BigDecimal low = total.subtract(slack).divide(number, MathContext.DECIMAL64);
      BigDecimal high = total.add(slack).divide(number, MathContext.DECIMAL64);
      return high.compareTo(least) >= 0 && low.compareTo(most) <= 0;
    }
  }
}
