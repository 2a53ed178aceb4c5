package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Kind;
import quarterday.kpi.Finding;
import quarterday.kpi.Unit;

/**
 * People over their own limit, in a commentary whose total is within its cap: {@code five people
 * were over the personal limit of 15 hours}.
 */
final class HiddenBreachInWords implements Check {
  private static final String PEOPLE =
      "(?:(?:members? of )?(?:permanent |office )?(?:staff|people|persons?|employees?|officers?|colleagues?|individuals?|members?|volunteers?|of them|of the team|managers?))";
  private static final String WHO =
      "(?:#people(?: of (?:the|our) <\\d+>)?|(?<some>several|some|a few|a number of|a handful of))(?: of (?:the|our))? ";
  private static final String OVER =
      "(?:over|above|exceed|exceeds|exceeded|exceeding|beyond|past|in excess of|outside|more than|breach|breached|breaching|broke|passed)";
  private static final String LIMIT =
      "(?:(?:the|their|his|her|a|an|own|personal|individual|maximum|agreed|allowed|policy|per person|flexi|flexitime|carry-over|carry over|per-person|of|hour|hours|day|days|-|<\\d+>) ){1,7}(?:limit|limits|rule|maximum|allowance|allowances|threshold|ceiling|cap)\\b";

  private static final List<Wording.Phrase> BREACHES =
      List.of(
          Wording.Phrase.of(
              WHO
                  + PEOPLE
                  + "(?<gap>(?: [a-z'-]+){0,6}?) "
                  + OVER
                  + " (?:the )?<\\d+>(?: hours| days)? (?:allowed|permitted|that each|each may|a person may|per person|for each)"),
          Wording.Phrase.of(WHO + PEOPLE + "(?<gap>(?: [a-z'-]+){0,6}?) " + OVER + " " + LIMIT),
          Wording.Phrase.of(
              WHO
                  + PEOPLE
                  + "(?<gap>(?: (?:who|each|had|have|has|hold|holds|held|holding|with|carried|carry|were|are|is|was|still|now|balances|balance|of|hours)){1,9}) #over(?: (?:hours|days))?,? [^.~]{0,40}(?:own|personal|individual|their|each person's|per-person) (?:[a-z]+ ){0,2}limit"),
          Wording.Phrase.of(
              LIMIT
                  + "(?<gap>(?: of <\\d+>)?(?: [a-z'-]+){0,3}? (?:exceeded|breached|passed|broken))(?: [a-z'-]+){0,2}? (?:by|for|in) "
                  + WHO
                  + "(?:"
                  + PEOPLE
                  + "|cases|instances)"));

  private static final Pattern WITHIN =
      Pattern.compile(
          "\\b(?<!not )(?:within|below|under|inside|beneath|less than|lower than|short of|met|meets) (?:(?:the|its|our|this|overall|total|office|agreed|combined|collective|whole|office's|team|of|hour|hours|-|<\\d+>) ){0,6}(?:cap|limit|target|ceiling|maximum|allowance|threshold)\\b");

  /** What is over, or will be, or never was. */
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:not|no|none|nobody|never|no longer|would|will|may|might|could|if|last|previously|earlier|since|now within|back within|brought|reduced|down from|fewer|nor|neither|close to|nearly|almost|without|avoid|before|asked|asks|request|requested|to go|wish|wishes|planned|plans|risk|risks)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.HIDDEN_BREACH;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Unit unit = narrative.measure().unit();
      if (unit != Unit.HOURS && unit != Unit.DAYS && unit != Unit.POUNDS && unit != Unit.COUNT) {
        continue;
      }
      Wording wording = Wording.of(narrative);
      wording.all(BREACHES).stream()
          .filter(said -> isBreach(said) && isWithin(narrative, wording, said))
          .findFirst()
          .ifPresent(said -> found.accept(finding(narrative, said)));
    }
  }

  private Finding finding(Narrative narrative, Wording.Said said) {
    String who = said.figure("people").map(narrative::quote).orElseGet(() -> said.words("some"));
    return narrative.finding(
        rule(),
        narrative.message(
            "the total is within its limit, but the commentary counts people over their own (%s);"
                + " say so beside the total.",
            who));
  }

  private static boolean isBreach(Wording.Said said) {
    boolean some =
        !said.words("some").isEmpty()
            || said.claim("people")
                .filter(c -> c.about() != Claim.About.EARLIER)
                .map(Claim::figure)
                .filter(f -> f.kind() == Kind.NUMBER && f.decimals() == 0)
                .filter(f -> f.sign() == Figure.Sign.NONE && f.value().signum() > 0)
                .isPresent();
    return some && !said.namesAnotherPeriod() && !DENIED.matcher(said.sentence()).find();
  }

  /** Whether the total is within its cap, by the text or else by the target. */
  private static boolean isWithin(Narrative narrative, Wording wording, Wording.Said said) {
    String rest = wording.without(said);
    boolean told =
        WITHIN.matcher(rest).find()
            && !rest.matches(
                ".*\\b(?:above|over|exceeds|exceeded) (?:the|its|our) (?:overall |office |total )?(?:cap|target|limit)\\b.*");
    Optional<BigDecimal> target = narrative.measure().target();
    boolean kept =
        narrative.measure().unit() != Unit.COUNT
            && target
                .flatMap(cap -> narrative.now().filter(held -> held.compareTo(cap) <= 0))
                .isPresent();
    return told || kept;
  }
}
