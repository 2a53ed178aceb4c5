package quarterday.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;

/** A comparison with a period that nobody compares with, or with the report's own. */
final class ComparisonBasis implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.COMPARISON_BASIS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (PeriodMention period : narrative.read().periods()) {
        if (period.kind() == PeriodMention.Kind.UNUSUAL) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "\"%s\" names no period that can be told; compare with %s or with %s.",
                      narrative.quote(period),
                      narrative.period().previous().label(),
                      narrative.period().yearAgo().label())));
        }
      }
      nothing(narrative, found);
      for (Sentence sentence : narrative.sentences()) {
        sentence.claims().forEach(claim -> other(narrative, sentence, claim, found));
        for (Claim claim : sentence.claims()) {
          Optional<PeriodMention> own =
              claim
                  .basis()
                  .filter(
                      b ->
                          b.kind() == PeriodMention.Kind.QUARTER
                              || b.kind() == PeriodMention.Kind.MONTH)
                  .filter(b -> b.in(narrative.period()).filter(narrative::isReported).isPresent());
          if (own.isPresent() && StalePeriod.rightBasis(narrative, claim).isEmpty()) {
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "the commentary compares with \"%s\", which is the period of this report;"
                            + " name the earlier period.",
                        narrative.quote(own.get()))));
            break;
          }
        }
      }
    }
  }

  /**
   * {@code 25 conferences were held, 3 fewer}, {@code an increase of 12}: true of an earlier
   * period, in a text that names no other time and no other value; and {@code 3 fewer than before}.
   * Short words for what happened ({@code fell by 3}, {@code down 3}) are read as over the quarter.
   */
  private void nothing(Narrative narrative, Consumer<Finding> found) {
    String text = narrative.read().text();
    String said = SPAN.matcher(text).replaceAll(" ");
    boolean silent =
        narrative.givesValue()
            && narrative.claims().stream().noneMatch(c -> c.about() == About.EARLIER)
            && narrative.read().periods().stream().allMatch(p -> narrative.isWithin(p))
            && !COMPARING.matcher(said).find();
    for (int i = 0; i < narrative.sentences().size(); i++) {
      Sentence sentence = narrative.sentences().get(i);
      boolean named =
          Stream.concat(
                  sentence.periods().stream(),
                  i == 0 ? Stream.empty() : narrative.sentences().get(i - 1).periods().stream())
              .anyMatch(p -> !narrative.isWithin(p));
      for (Claim claim : sentence.claims()) {
        String before = text.substring(sentence.start(), claim.figure().start());
        String behind = text.substring(claim.figure().end(), sentence.end());
        boolean bare =
            silent
                && claim.scope() == Claim.Scope.ALL
                && !LOOSELY.matcher(SPAN.matcher(before + behind).replaceAll(" ")).find()
                && (COMPARATIVE.matcher(behind).lookingAt() || NOUN.matcher(before).find());
        boolean loose = !named && THAN_BEFORE.matcher(behind).lookingAt();
        boolean change =
            (bare || loose)
                && claim.direction().isMove()
                && claim.basis().isEmpty()
                && claim.beside().isEmpty()
                && !narrative.isElsewhere(claim, sentence)
                && Stream.of(narrative.period().previous(), narrative.period().yearAgo())
                    .anyMatch(
                        p ->
                            narrative.value(p).isEmpty() || Change.isBorneOut(narrative, claim, p));
        if (change) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the commentary gives a change of %s and does not say what it compares with;"
                          + " name %s or %s.",
                      narrative.quote(claim.figure()),
                      narrative.period().previous().label(),
                      narrative.period().yearAgo().label())));
          return;
        }
      }
    }
  }

  private static final Pattern COMPARATIVE =
      Pattern.compile(
          "(?i)\\s+(?:\\w+\\s+)?(?:\\([^()]{0,20}\\)\\s+)?(?:more|fewer|less|higher|lower)\\b"
              + "(?:\\s*\\([^()]{0,40}\\))?\\s*(?:[.;,]|$)");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)\\ban?\\s+(?:increase|decrease|rise|fall|drop|reduction|growth)\\s+of\\s+$");
  private static final Pattern THAN_BEFORE =
      Pattern.compile(
          "(?i)[^.;,\\d]{0,30}(?:\\([^()]{0,40}\\))?\\s+than\\s+(?:before|previously|earlier)\\s*(?:[.;,]|$)");

  /** {@code an average of 36 a month}, {@code the last four quarters}: no time compared with. */
  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)\\b(?:an\\s+average\\s+of\\s+\\S+\\s+)?(?:a|per|each|every)\\s+month\\b"
              + "|\\b(?:the\\s+)?(?:last|past)\\s+(?:two|three|four|five|\\d+)\\s+(?:quarters|months)\\b");

  /** Words by which some other time is spoken of. */
  private static final Pattern COMPARING =
      Pattern.compile(
          "(?i)\\b(?:than|compar\\w+|against|versus|vs|since|previous(?:ly)?|last|prior|before|ago"
              + "|earlier|former(?:ly)?|annual(?:ly)?|years?)\\b");

  /** Words that set a change against something else. */
  private static final Pattern LOOSELY =
      Pattern.compile(
          "(?i)\\b(?:baseline|expected|forecast|target|usual|average|mean|months?|weeks?|winter|summer"
              + "|spring|autumn|now|then)\\b");

  /**
   * {@code more than double quarter one's 97. The total is 17 days higher}: than a year ago, though
   * the text has named another basis and not that one.
   */
  private void other(Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    ReportingPeriod previous = narrative.period().previous();
    ReportingPeriod yearAgo = narrative.period().yearAgo();
    boolean open =
        claim.about() == About.CHANGE
            && claim.direction().isMove()
            && claim.scope() == Claim.Scope.ALL
            && claim.basis().isEmpty()
            && claim.beside().isEmpty()
            && sentence.periods().stream()
                .allMatch(
                    p -> narrative.meant(Optional.of(p)).filter(narrative::isReported).isPresent())
            && !COMPARING
                .matcher(narrative.read().text().substring(sentence.start(), sentence.end()))
                .find()
            && narrative.about(claim, sentence) == Narrative.About.OWN;
    if (!open) {
      return;
    }
    List<ReportingPeriod> before =
        narrative.read().periods().stream()
            .filter(p -> p.end() < sentence.start())
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .toList();
    boolean named =
        narrative.read().periods().stream()
            .anyMatch(p -> narrative.meant(Optional.of(p)).filter(yearAgo::equals).isPresent());
    if (before.contains(previous)
        && !named
        && Change.isBorneOut(narrative, claim, yearAgo)
        && !Change.isBorneOut(narrative, claim, previous)) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the change of %s is that from %s, but the commentary does not say so; name that"
                      + " period.",
                  narrative.quote(claim.figure()), yearAgo.label())));
    }
  }
}
