package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Figure.Kind;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Unit;

/**
 * More days or hours than the people of whom the commentary tells can have lost or given, and more
 * spells of sickness than days: {@code 1,240 calendar days were lost by the 12 staff}.
 */
final class PossibleDaysInWords implements Check {
  private static final String SMALL =
      "(?:(?:the|our|its|these|those|just|only|all|same|a|total|of|permanent|other|long-term|sick) ){0,3}";
  private static final String PEOPLE =
      "(?:staff|people|persons?|employees?|officers?|volunteers?|visitors?|workers?|colleagues?|members?|individuals?|pcsos?|managers?)\\b";

  private static final String SO_MANY =
      "(?:#people|(?<single>a single|only one|just one|a sole|just the one))(?: [a-z-]+)? ";
  private static final String SPELLS_OF =
      "(?:spells?|incidences?|episodes?|periods?|instances?|cases?) of (?:sickness|absence|illness|sick leave)";
  private static final String ABSENCES =
      "(?:absences?|spells?|episodes?)\\b(?! (?:rates?|levels?|figures?|days?|records?|reviews?|management|policy|targets?)\\b)";

  /** So many people, or so many spells, each of which is of one person. */
  private static final String PERSON = SO_MANY + "(?:" + PEOPLE + "|" + SPELLS_OF + ")";

  private static final String WHO =
      SO_MANY + "(?:" + PEOPLE + "|" + SPELLS_OF + "|" + ABSENCES + ")";

  /** All of the days, without their number. */
  private static final String ALL =
      "(?:all of (?:them|these|those|it|this|the days|the hours|the absence|the sickness)|them all|these all|it all|all (?:the|these|those)(?: <\\d+>)?(?: (?:days|hours|absence|sickness))?|the lot|every one of (?:them|these)|the whole (?:of (?:it|this)|amount|total))";

  private static final String LOST =
      "(?: (?:[a-z'-]+|[,;])){0,9}? (?:by|relates to|relate to|related to|due to|down to|owing to|because of|among|amongst|across|between|for|from|over|through|in)";

  private static final List<Wording.Phrase> AMOUNTS =
      List.of(
          Wording.Phrase.of(
              "#amount(?: \\([^().]{0,60}\\))?" + LOST + " " + SMALL + WHO + "(?<each> each)?"),
          Wording.Phrase.of("#amount \\( ?" + SMALL + WHO),
          Wording.Phrase.of(
              SO_MANY
                  + ABSENCES
                  + "(?: alone)?(?: (?:took|taking|takes|accounted|accounts|accounting|cost|costing|costs|caused|used|made|was responsible))(?: (?:up|for|all|some))* #amount"),
          Wording.Phrase.of(
              PERSON
                  + ",?(?: (?:which|that))?(?: (?:of|for|lasting|lasted|totalling|taking|took|with|costing|cost)){1,9} #amount(?<each> each)?"),
          Wording.Phrase.of(
              PERSON
                  + "(?: of staff)?(?: [a-z'-]+){0,6}? (?:lost|absent|off|missed|sick|ill|gave|given|worked|volunteered|took|away|absence|sickness|accounted)(?: (?:[a-z'-]+|,)){0,7}? "
                  + SMALL
                  + "#amount(?<each> each| apiece)?"));

  /** All that the table counts, of so many people. */
  private static final List<Wording.Phrase> ALL_BY =
      List.of(
          Wording.Phrase.of(
              "(?:office|team|organisation|we) (?:has|have|employs|employ)(?: only)? #people(?: [a-z-]+)? (?:staff|people|employees|volunteers)\\b(?! who)"),
          Wording.Phrase.of(
              "(?:headcount|workforce|establishment) (?:is|was|of|stands at|stood at) #people\\b"),
          Wording.Phrase.of(
              "\\. "
                  + SMALL
                  + WHO
                  + "(?: of staff)?(?: alone)? (?:accounted for|accounts for|had|has|took|lost|gave|caused|was responsible for|is responsible for|was behind|is behind|explains|explained) "
                  + ALL
                  + "(?<end>[^.]*)\\."),
          Wording.Phrase.of(
              "\\. (?=only |just |a sole )(?:only )?"
                  + PERSON
                  + " (?:was|were|has been|have been) (?:ill|off|absent|sick|away)(?<end>[^.]*)\\."),
          Wording.Phrase.of(
              "\\. (?:this|these|they|all(?: (?:of )?(?:these|those|them|this|it))?|it|every one of (?:these|them)|(?:all )?(?:of )?(?:the|these|those) (?:days|hours)|(?:this|the) (?:absence|sickness|time))"
                  + "(?: (?:is|are|was|were|has|have|been|all|lost|taken|given|recorded|came|comes|relates?|related|due|down|concerns?|concerned|involves?|involved|entirely|solely|only|worked|volunteered|absence|fell|falls|fall|belong|belonged|belongs|went|go|goes|concentrated|attributable|owed)){0,9}"
                  + "(?: (?:by|to|for|of|from|on|with|in|through|among|between))? "
                  + SMALL
                  + WHO
                  + "(?<end> [^.]*)\\."));

  private static final String SPELL =
      "(?:spells?|incidences?|episodes?|occasions|absences|periods of (?:sickness|absence|illness))\\b";

  private static final List<Wording.Phrase> SPELLS =
      List.of(
          Wording.Phrase.of("#spells(?: [a-z-]+)? " + SPELL + "[^.<~]{0,60} #amount"),
          Wording.Phrase.of(
              "#amount[^.<~]{0,40} (?:(?:in|over|across|from|through) )?"
                  + SMALL
                  + "#spells(?: [a-z-]+)? "
                  + SPELL),
          Wording.Phrase.of("#spells(?: separate| different)? " + SPELL + "(?<alone>[^<~.]*)\\."));

  private static final Pattern SICK =
      Pattern.compile("(?i)\\b(?:sick(?:ness)?|absence|illness)\\b");

  /** A longer time than the report's, or less than all of the days. */
  private static final Pattern LONGER =
      Pattern.compile(
          "\\b(?:year|years|annual|annually|since|rolling|cumulative|cumulatively|date|half|months|each month|average|mean|target|limit|cap|allowance|entitlement|fewer|more|less|increase|decrease|rise|fall|(?<!took |takes |taken |taking |made )up|(?<!came )down|leaves|leaving|left|remain|remaining|further|another|mostly|mainly|part|partly|largely|including|includes|working age|of which|for the first|recorded by|processed|per|rose|risen|grew|grown|increased|began|begun|started|ends|ended|came to an end)\\b");

  /** {@code Half of the 162 days}: a part, whatever it is of. */
  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?:<\\d+>|most|much|majority|bulk|part|some|all but|share) (?:of )?(?:the |these |those |all )?$");

  /** {@code , 53 more than in the previous quarter}: beside the report's own days. */
  private static final Pattern COMPARED =
      Pattern.compile(
          " [,;(-](?: (?:which|that|this|it|and|is|was|are|were|an?|the|some|about|slightly|just|well)){0,6}"
              + "(?: <\\d+>(?: (?:calendar|working|days?|hours?|\\( <\\d+> \\))){0,3} (?:more|fewer|less|higher|lower|up|down|above|below)"
              + "| (?:increase|decrease|rise|fall|drop|reduction|up|down|more|fewer|less|higher|lower|compared|against))\\b"
              + "(?![^.;,()]*\\b(?:due|because|owing|down to|caused?|by|through|explain(?:s|ed)?)\\b)[^.;,()]*");

  private static final BigDecimal HOURS = BigDecimal.valueOf(24);
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  /** What is said to be about right may be a little less. */
  private static final BigDecimal LEEWAY = new BigDecimal("0.9");

  @Override
  public CheckRule rule() {
    return CheckRule.PHYSICALLY_POSSIBLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Wording wording = Wording.of(narrative);
      wording.all(AMOUNTS).stream()
          .flatMap(said -> byPeople(narrative, said, said.claim("amount")).stream())
          .findFirst()
          .or(
              () ->
                  wording.all(ALL_BY).stream()
                      .filter(said -> !said.words("end").contains("<"))
                      .flatMap(said -> byPeople(narrative, said, Optional.empty()).stream())
                      .findFirst())
          .or(
              () ->
                  wording.all(SPELLS).stream()
                      .flatMap(said -> inSpells(narrative, said).stream())
                      .findFirst())
          .ifPresent(found);
    }
  }

  private Optional<Finding> byPeople(
      Narrative narrative, Wording.Said said, Optional<Claim> amount) {
    String sentence = sentence(narrative, said, amount);
    Optional<ReportingPeriod> period = period(narrative, sentence, amount);
    Optional<BigDecimal> people =
        said.figure("people")
            .filter(PossibleDaysInWords::isCount)
            .map(Figure::value)
            .or(
                () ->
                    said.words("single").isEmpty()
                        ? Optional.empty()
                        : Optional.of(BigDecimal.ONE));
    boolean each = !said.words("each").isEmpty();
    Optional<BigDecimal> days = days(narrative, amount);
    if (OF_ALL.matcher(said.before()).find()
        || period.isEmpty()
        || people.isEmpty()
        || days.isEmpty()
        || LONGER.matcher(sentence).find()) {
      return Optional.empty();
    }
    BigDecimal heads = each ? BigDecimal.ONE : people.get();
    int length = PossibleDays.days(period.get());
    if (days.get().compareTo(heads.multiply(BigDecimal.valueOf(length))) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        narrative.finding(
            rule(),
            narrative.message(
                "%s are more than %s can have in %s, which has %d days; correct whichever is wrong.",
                amount
                    .map(Claim::figure)
                    .map(narrative::quote)
                    .orElseGet(() -> narrative.shown(narrative.now().orElseThrow())),
                each || people.get().compareTo(BigDecimal.ONE) == 0
                    ? "one person"
                    : Rounded.text(people.get()) + " people",
                period.get().label(),
                length)));
  }

  /** The whole days that an amount, or else the table's value, comes to. */
  private static Optional<BigDecimal> days(Narrative narrative, Optional<Claim> amount) {
    if (amount.isEmpty()) {
      Unit unit = narrative.measure().unit();
      return narrative
          .now()
          .filter(v -> unit == Unit.DAYS || unit == Unit.HOURS)
          .map(v -> unit == Unit.DAYS ? v : v.divide(HOURS, MathContext.DECIMAL64));
    }
    Figure figure = amount.get().figure();
    boolean plain =
        (amount.get().about() == Claim.About.LEVEL
                || amount.get().about() == Claim.About.DURATION
                || amount.get().about() == Claim.About.OTHER)
            && figure.hedge() != Hedge.UNDER
            && figure.upTo().isEmpty()
            && figure.sign() == Figure.Sign.NONE;
    if (!plain) {
      return Optional.empty();
    }
    BigDecimal value =
        figure.hedge() == Hedge.ABOUT ? figure.value().multiply(LEEWAY) : figure.value();
    return switch (figure.kind()) {
      case DAYS -> Optional.of(value);
      case HOURS -> Optional.of(value.divide(HOURS, MathContext.DECIMAL64));
      case MINUTES -> Optional.of(value.divide(HOURS.multiply(SIXTY), MathContext.DECIMAL64));
      default -> Optional.empty();
    };
  }

  /** The words around, without what the report's own days are compared with. */
  private static String sentence(Narrative narrative, Wording.Said said, Optional<Claim> amount) {
    boolean own =
        amount
            .map(Claim::figure)
            .map(f -> narrative.now().filter(v -> narrative.agrees(f, v)).isPresent())
            .orElse(true);
    return own ? COMPARED.matcher(said.sentence()).replaceAll(" ") : said.sentence();
  }

  /** The period in which the days were lost, where that is certain. */
  private static Optional<ReportingPeriod> period(
      Narrative narrative, String sentence, Optional<Claim> amount) {
    return sentence.contains("~")
        ? amount
            .map(Claim::period)
            .flatMap(narrative::meant)
            .filter(p -> sentence.chars().filter(c -> c == '~').count() == 1)
        : Optional.of(narrative.period());
  }

  private static boolean isCount(Figure figure) {
    return isWhole(figure) && figure.hedge() == Hedge.EXACT;
  }

  /** {@code over 14 spells} may mean in 14 or in more. */
  private static boolean isWhole(Figure figure) {
    return figure.kind() == Kind.NUMBER
        && (figure.hedge() == Hedge.EXACT || figure.hedge() == Hedge.OVER)
        && figure.upTo().isEmpty()
        && figure.decimals() == 0
        && figure.value().signum() > 0;
  }

  /** A spell takes a day at least; of working days it may be half of one. */
  private Optional<Finding> inSpells(Narrative narrative, Wording.Said said) {
    boolean sickness =
        SICK.matcher(said.sentence()).find() || SICK.matcher(narrative.name()).find();
    boolean alone = said.claim("amount").isEmpty();
    Optional<BigDecimal> spells =
        said.figure("spells").filter(PossibleDaysInWords::isWhole).map(Figure::value);
    Optional<BigDecimal> days =
        alone
            ? narrative.now().filter(v -> narrative.measure().unit() == Unit.DAYS)
            : said.figure("amount")
                .filter(f -> f.kind() == Kind.DAYS && f.hedge() == Hedge.EXACT)
                .map(Figure::value);
    boolean whole =
        (said.sentence() + " " + narrative.name().toLowerCase(Locale.ROOT)).contains("calendar");
    if (!sickness
        || said.namesAnotherPeriod()
        || (alone && said.before().contains("<"))
        || spells.isEmpty()
        || days.isEmpty()
        || LONGER.matcher(said.sentence()).find()
        || (whole ? days.get() : days.get().multiply(BigDecimal.valueOf(2))).compareTo(spells.get())
            >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        narrative.finding(
            rule(),
            narrative.message(
                "%s spells of sickness take more than %s days; correct whichever is wrong.",
                Rounded.text(spells.get()), Rounded.text(days.get()))));
  }
}
