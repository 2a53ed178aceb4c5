package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.kpi.Finding;
import quarterday.kpi.Unit;

/** A share in the commentary that no whole number out of its base gives: 62% of the 17 staff. */
final class PossibleShareInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final String THE =
      "(?:(?:the|our|these|those|its|all|a|an|total|permanent|current|whole|entire|own|staff|team|group|panel|scheme|office|office's|complement|of|some|in|post) ){0,4}";
  private static final String BODY =
      "(?:headcount|workforce|establishment|complement|base|staff|team|membership|strength|panel)";
  private static final String PEOPLE =
      "(?:staff|people|employees|officers|volunteers|members|workers|respondents|colleagues|them)";

  /** What a part of people or things did or is, so that a share before it is of the whole. */
  private static final String IS =
      "(?:are|were|is|was|being|have|had|said|felt|identify|identified|describe|described|women|men|female|male|met|held|made|came|took|went|got|left|[a-z]+ed)";

  private static final String LIKE =
      "(?:women|men|female|male|able|active|from|aged|disabled|part-time|full-time|white|black|asian)\\b";

  private static final List<Wording.Phrase> SHARES =
      List.of(
          Wording.Phrase.of(
              "with #base(?<noun>(?: [a-z-]+){0,2} "
                  + PEOPLE
                  + "(?: in (?:the|our) [a-z]+| in post)?) , #share "
                  + IS
                  + " "),
          Wording.Phrase.of(
              "#base(?<noun>(?: [a-z-]+){0,2} "
                  + PEOPLE
                  + ")(?: [a-z'-]+){0,6}(?: [,;])?(?: and)? #share (?:are|were|is) "
                  + LIKE),
          Wording.Phrase.of(
              "#share of "
                  + THE
                  + PEOPLE
                  + " [^.<]{0,30}\\( #base (?:"
                  + PEOPLE
                  + "|in post|in all|in total)"),
          Wording.Phrase.of(
              "(?:with|from|on|at|of) "
                  + THE
                  + BODY
                  + " of #base(?: [a-z'-]+){0,6} , #share of "
                  + THE
                  + PEOPLE
                  + " "
                  + IS
                  + " "),
          Wording.Phrase.of(
              "#share (?:of|out of|among) " + THE + "#base(?<noun>(?: [a-z'-]+){0,3})"),
          Wording.Phrase.of(
              "#share (?:of|out of|on|among) "
                  + THE
                  + BODY
                  + "(?: in post)? (?:of|\\(|which is|at) #base"),
          Wording.Phrase.of(
              "#share (?:of|among) "
                  + THE
                  + PEOPLE
                  + " \\( (?:headcount|total|base|of)? ?(?:of|is|=|:)? ?#base"),
          Wording.Phrase.of(
              "#share (?:[a-z-]+ ){1,5}out of " + THE + "#base(?<noun>(?: [a-z'-]+){0,3})"),
          Wording.Phrase.of(
              "#share [^.<]{0,60}?(?:based on|out of|on|from|with|at|against) "
                  + THE
                  + BODY
                  + " of #base"),
          Wording.Phrase.of(
              "#share [^.<]{0,60}?based on " + THE + "#base(?<noun>(?: [a-z'-]+){0,3})"),
          Wording.Phrase.of(
              "(?:of|among|out of) "
                  + THE
                  + "#base(?<noun>(?: [a-z'-]+){0,8})(?: ,)? #share "
                  + IS
                  + " "),
          Wording.Phrase.of(
              "(?:with|from|on|at|of) "
                  + THE
                  + BODY
                  + " of #base(?: [a-z'-]+){0,6} , #share "
                  + IS
                  + " "),
          Wording.Phrase.of(
              "#base(?<noun>(?: [a-z'-]+){1,8}) ,? ?(?:and )?#share of (?:whom|which|them|these|those)"),
          Wording.Phrase.of(
              "#base(?<noun>(?: [a-z'-]+){1,8}) ,? ?of (?:whom|which|these|them|those) ,? ?#share "
                  + IS
                  + " "),
          Wording.Phrase.of(
              "#base(?<noun>(?: [a-z'-]+){1,10}) \\. (?:of|among) (?:these|them|those)(?: [a-z]+)? ,? ?#share "
                  + IS
                  + " "),
          Wording.Phrase.of(
              "#base(?<noun>(?: [a-z'-]+){1,10}) \\. #share of (?:these|them|those)(?: [a-z]+)?"),
          Wording.Phrase.of(
              BODY
                  + " (?:is|was|stands at|stood at|of) #base(?: [a-z'-]+){0,6} [.,] (?:of|among) (?:these|them|those|whom) ,? ?#share"),
          Wording.Phrase.of(
              BODY
                  + " (?:is|was|stands at|stood at|of) #base(?: [a-z'-]+){0,6} [.,] #share of (?:these|them|those|whom)"));

  /** What is not counted in whole numbers, or is no share of a number. */
  private static final Pattern UNCOUNTED =
      Pattern.compile(
          "\\b(?:hours?|days?|days'|hours'|minutes|time|times|budget|costs?|fte|ftes|wte|full-time|equivalents?|miles|km|pay|salary|salaries|capacity|average|mean|target|weighted|estimated?|rate|planned|contracted|point|points|per cent|weeks?|months?|years?|square|tonnes|litres|shifts?)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.POSSIBLE_SHARE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Wording.of(narrative).all(SHARES).stream()
          .filter(said -> isImpossible(narrative, said))
          .findFirst()
          .ifPresent(said -> found.accept(finding(narrative, said)));
    }
  }

  private Finding finding(Narrative narrative, Wording.Said said) {
    String base = Rounded.text(said.figure("base").orElseThrow().value());
    String share = narrative.quote(said.figure("share").orElseThrow());
    return narrative.finding(
        rule(),
        narrative.message(
            "no whole number out of the %s in the commentary gives %s; check which are counted, and"
                + " state the base.",
            base, share));
  }

  private static boolean isImpossible(Narrative narrative, Wording.Said said) {
    Optional<Claim> share = said.claim("share");
    Optional<Figure> base = said.figure("base").filter(PossibleShareInWords::isBase);
    if (share.isEmpty() || base.isEmpty() || !isShare(share.get())) {
      return false;
    }
    boolean counted =
        !UNCOUNTED.matcher(said.words("noun")).find()
            && !UNCOUNTED.matcher(said.behind().replaceAll("[,;:(<].*", "")).find()
            && !said.before()
                .matches(
                    ".*\\b(?:average|mean|averaged|averaging|rate of|(?<!(?:make|makes|made|making) )up|down|by|increase of|rise of|fall of) $")
            && (narrative.measure().unit() == Unit.COUNT
                || narrative.measure().isPercentage()
                || Pattern.compile(PEOPLE).matcher(said.words("noun")).find());
    return counted
        && !PossibleShare.isPossible(
            share.get().figure().value(),
            share.get().figure().decimals(),
            base.get().value().intValueExact())
        && !isOfOthers(narrative, share.get().figure());
  }

  /** A share that stands beside its part is recounted from the two. */
  private static boolean isShare(Claim claim) {
    Figure figure = claim.figure();
    return figure.kind() == Figure.Kind.PER_CENT
        && figure.hedge() == Hedge.EXACT
        && figure.sign() == Figure.Sign.NONE
        && figure.upTo().isEmpty()
        && figure.decimals() >= 0
        && figure.value().compareTo(HUNDRED) <= 0
        && (claim.about() == Claim.About.LEVEL
            || (claim.about() == Claim.About.SHARE && claim.beside().isEmpty()));
  }

  private static boolean isBase(Figure figure) {
    return figure.kind() == Figure.Kind.NUMBER
        && figure.hedge() == Hedge.EXACT
        && figure.upTo().isEmpty()
        && figure.decimals() == 0
        && figure.value().signum() > 0
        && figure.value().compareTo(PossibleShare.LARGE) < 0;
  }

  /** Whether two other numbers of the text give the share. */
  private static boolean isOfOthers(Narrative narrative, Figure share) {
    List<BigDecimal> numbers =
        narrative.claims().stream()
            .map(Claim::figure)
            .filter(PossibleShareInWords::isBase)
            .map(Figure::value)
            .distinct()
            .limit(FIGURES)
            .toList();
    return numbers.stream()
        .anyMatch(
            whole ->
                numbers.stream()
                    .filter(part -> part.compareTo(whole) < 0)
                    .anyMatch(
                        part ->
                            share.agrees(
                                part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64))));
  }

  /** More numbers than this are a list. */
  private static final int FIGURES = 20;
}
