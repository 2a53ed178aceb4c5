package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Figure.Kind;
import quarterday.kpi.Finding;
import quarterday.kpi.Unit;

/**
 * A rate in the commentary that the days lost and the staff and days beside it do not give: {@code
 * over the 18 staff this is 9.8% of the 1,656 calendar days}.
 */
final class RateOfBaseInWords implements Check {
  private static final String HEADCOUNT = "O-HEAD";

  /** A rate so many times another is of other people: of those who were absent, not of all. */
  private static final BigDecimal FAR = new BigDecimal("2.5");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A rate of the days that there were; how many, the text may say. */
  private static final List<Wording.Phrase> RATES =
      List.of(
          Wording.Phrase.of(
              "#rate (?:of|out of) (?:(?:the|all|our|a|total|of|some) ){0,4}#available(?<word>(?: [a-z]+){0,3})"),
          Wording.Phrase.of(
              "#rate (?:of|out of) (?:(?:the|all|our|total|of|possible|available|staff|person|working|calendar|contracted) ){0,4}(?<word>(?:calendar |working |staff |person |available ){0,9}days|time)\\b"),
          Wording.Phrase.of(
              "(?:sickness|absence|attendance lost|lost time|sickness absence) (?:rate|level|percentage)(?: (?:is|was|of|stands at|stood at|comes to|came to|at|equals|equates to)){0,9} #rate(?<word>)"),
          Wording.Phrase.of(
              "#available(?<word>(?: (?:calendar|working|staff|person|available|possible)){0,9}(?: days)?(?: [a-z]+){0,4}?) , (?:this|which|that|it|these) (?:is|was|are|were|makes|gives|comes to|equates to|represents|amounts to)(?: (?:a|an|the|rate|of|absence|sickness)){0,9} #rate"),
          Wording.Phrase.of(
              "#rate (?:of|out of) (?:the |our |all )?#heads(?<word>)(?: (?:staff|people|employees))?(?: (?:x|times|by|multiplied by|for|over|and))? #length"),
          Wording.Phrase.of(
              "#lost(?: [a-z]+){0,3}? (?:of|out of) (?:(?:the|a|all|possible|total|of) ){0,4}#available(?<word>(?: [a-z]+){0,5}?)(?: ,)?(?: (?:is|was|or|which is|this is|equals))? (?:\\( )?#rate"),
          Wording.Phrase.of(
              "\\. (?:with |over |for |at |so )[^.~]{0,60} the rate (?:is|was|comes to|stands at) #rate(?<word>)"),
          Wording.Phrase.of("#rate(?<word>) (?:sickness|absence|sickness absence) rate"));

  private static final String HEADS =
      "(?: (?:permanent|full-time|office|other))?(?: members of)?"
          + " (?:staff|employees|people|officers|posts|heads|colleagues)\\b"
          + "(?! (?:off|absent|away|sick|ill|who|on) )";

  /** Staff over whom the days are counted. */
  private static final List<Wording.Phrase> STAFF =
      List.of(
          Wording.Phrase.of(
              " (?:\\(|across|among|amongst|between|with|of|on|and|x|the|our|all|have|has|had|employs|employed|total) #staff"
                  + HEADS),
          Wording.Phrase.of("#over" + HEADS),
          Wording.Phrase.of(
              "\\. #staff(?: permanent)?(?: members of)? (?:staff|employees|people) (?:are|were) (?:in post|employed)\\b"),
          Wording.Phrase.of(
              "(?:headcount|workforce|establishment|staff|team) (?:(?:is|was|of|at|stands|stood|being|remains|remained) ){1,9}#staff"));

  private static final Pattern OTHERWISE =
      Pattern.compile(
          "\\b(?:working|contracted|weekdays?|fte|wte|full-time equivalents?|hours|year|years|annual|rolling|target|long-term|average|of these|of them|of this|of which|short-term|excluding|exclude[sd]?|without|year to date)\\b");

  private static final Pattern LOST =
      Pattern.compile("(?i)\\b(?:lost|sick|sickness|absence|absent|leave)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.RATE_OF_BASE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      boolean lost =
          LOST.matcher(narrative.name()).find()
              && (narrative.measure().unit() == Unit.DAYS || narrative.measure().isPercentage());
      if (!lost || narrative.now().isEmpty()) {
        continue;
      }
      Wording wording = Wording.of(narrative);
      wording.all(RATES).stream()
          .flatMap(said -> look(subject, narrative, wording, said).stream())
          .findFirst()
          .ifPresent(found);
    }
  }

  private Optional<Finding> look(
      Subject subject, Narrative narrative, Wording wording, Wording.Said said) {
    Optional<Figure> rate = said.claim("rate").filter(c -> isRate(narrative, c)).map(Claim::figure);
    if (rate.isEmpty() || said.namesAnotherPeriod()) {
      return Optional.empty();
    }
    List<BigDecimal> lost = lost(narrative);
    Optional<BigDecimal> available =
        said.figure("available")
            .filter(
                f ->
                    isDays(
                        f,
                        said.figure("lost").filter(l -> l.kind() == Kind.DAYS).isPresent()
                            ? "days"
                            : said.words("word")))
            .map(Figure::value);
    if (said.claim("available").isPresent() && available.isEmpty()) {
      return Optional.empty();
    }
    int calendar = PossibleDays.days(narrative.period());
    List<BigDecimal> staff =
        said.figure("heads").map(f -> List.of(f.value())).orElseGet(() -> staff(subject, wording));
    List<BigDecimal> days = days(narrative, available, calendar);
    List<BigDecimal> bases = new ArrayList<>();
    // The days of the quarter, times the staff; more days than a quarter has are of all the staff.
    available.filter(a -> a.compareTo(BigDecimal.valueOf(2L * calendar)) > 0).ifPresent(bases::add);
    boolean plain = !OTHERWISE.matcher(wording.line()).find();
    boolean known =
        said.claim("length").isPresent()
            || days.stream().anyMatch(length -> isTold(narrative, length))
            || (wording.line() + narrative.name().toLowerCase(Locale.ROOT)).contains("calendar");
    if (bases.isEmpty() && plain && known) {
      staff.forEach(heads -> days.forEach(length -> bases.add(heads.multiply(length))));
    }
    if (lost.size() != 1 || bases.size() != 1) {
      return Optional.empty();
    }
    boolean given =
        Stream.concat(bases.stream(), others(narrative))
                .filter(base -> base.signum() > 0)
                .anyMatch(base -> lost.stream().anyMatch(n -> rate.get().agrees(percent(n, base))))
            || staff.stream()
                .anyMatch(
                    heads ->
                        days.stream()
                            .anyMatch(
                                length ->
                                    rate.get()
                                        .agrees(percent(lost.get(0), heads.multiply(length)))));
    if (given) {
      return Optional.empty();
    }
    BigDecimal exact = percent(lost.get(0), bases.get(0));
    boolean other =
        exact.compareTo(rate.get().value().multiply(FAR)) > 0
            || rate.get().value().compareTo(exact.multiply(FAR)) > 0;
    if (other && available.isEmpty()) {
      return Optional.empty();
    }
    int decimals = Math.max(0, rate.get().decimals());
    return Optional.of(
        narrative.finding(
            rule(),
            narrative.message(
                "%s days of the %s available (%s) are %s%%, but the commentary says %s; correct it,"
                    + " or state the base.",
                Rounded.text(lost.get(0)),
                Narrative.plain(bases.get(0), 0, true),
                available.isPresent() && bases.get(0).compareTo(available.get()) == 0
                    ? "as the commentary says"
                    : Rounded.text(staff.get(0)) + " staff, " + Rounded.text(days.get(0)) + " days",
                Narrative.plain(exact, decimals, false),
                narrative.quote(rate.get()))));
  }

  /** The days lost: the table's, or in the row of a rate the text's. */
  private static List<BigDecimal> lost(Narrative narrative) {
    if (narrative.measure().unit() == Unit.DAYS) {
      return narrative.now().stream().toList();
    }
    return narrative.claims().stream()
        .filter(c -> c.about() == Claim.About.LEVEL && c.figure().kind() == Kind.DAYS)
        .filter(c -> LOST.matcher(c.verb() + " " + String.join(" ", c.nouns())).find())
        .filter(c -> c.figure().hedge() == Hedge.EXACT)
        .map(c -> c.figure().value())
        .distinct()
        .toList();
  }

  /** Other numbers of days of which the rate may be. */
  private static Stream<BigDecimal> others(Narrative narrative) {
    return narrative.claims().stream()
        .map(Claim::figure)
        .filter(f -> f.kind() == Kind.DAYS || f.kind() == Kind.NUMBER)
        .map(Figure::value);
  }

  private static List<BigDecimal> staff(Subject subject, Wording wording) {
    List<BigDecimal> told =
        wording.all(STAFF).stream()
            .flatMap(
                said ->
                    Stream.concat(
                        said.figure("staff").stream(),
                        said.figure("over").filter(f -> f.hedge() == Hedge.OVER).stream()))
            .filter(f -> f.kind() == Kind.NUMBER && f.upTo().isEmpty() && f.decimals() == 0)
            .filter(f -> f.hedge() == Hedge.EXACT || f.hedge() == Hedge.OVER)
            .map(Figure::value)
            .distinct()
            .toList();
    return told.isEmpty()
        ? subject.measure(HEADCOUNT).flatMap(m -> m.quarter().value()).stream().toList()
        : told;
  }

  /** How many days each had: as told, or those of the calendar. */
  private static List<BigDecimal> days(
      Narrative narrative, Optional<BigDecimal> available, int calendar) {
    List<BigDecimal> told =
        Stream.concat(
                available.stream(),
                narrative.claims().stream()
                    .map(Claim::figure)
                    .filter(f -> f.kind() == Kind.DAYS)
                    .map(Figure::value))
            .filter(
                days ->
                    days.compareTo(BigDecimal.valueOf(calendar)) == 0
                        || available.filter(days::equals).isPresent())
            .filter(days -> days.compareTo(BigDecimal.valueOf(2L * calendar)) <= 0)
            .distinct()
            .toList();
    return told.isEmpty() ? List.of(BigDecimal.valueOf(calendar)) : told;
  }

  private static boolean isTold(Narrative narrative, BigDecimal days) {
    return narrative.claims().stream()
        .map(Claim::figure)
        .anyMatch(f -> f.kind() == Kind.DAYS && f.value().compareTo(days) == 0);
  }

  private static boolean isDays(Figure figure, String word) {
    return (figure.kind() == Kind.DAYS || (figure.kind() == Kind.NUMBER && word.contains("days")))
        && figure.hedge() != Hedge.ABOUT
        && figure.upTo().isEmpty();
  }

  private static boolean isRate(Narrative narrative, Claim claim) {
    boolean now =
        claim.period().isEmpty()
            || narrative.meant(claim.period()).filter(narrative::isReported).isPresent();
    return now
        && (claim.about() == Claim.About.LEVEL || claim.about() == Claim.About.SHARE)
        && claim.figure().kind() == Kind.PER_CENT
        && claim.figure().hedge() == Hedge.EXACT
        && claim.figure().upTo().isEmpty();
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
  }
}
