package quarterday.check;

import java.math.BigDecimal;
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
import quarterday.review.Comparison;

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
      unstated(narrative, found);
      nothing(narrative, found);
      for (Sentence sentence : narrative.sentences()) {
        sentence.claims().forEach(claim -> unsaid(narrative, sentence, claim, found));
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
   * {@code 191 (3.7%) more}, in a text that names no earlier time and no earlier value: read as
   * against the period before, but true only of the year before.
   */
  private void unstated(Narrative narrative, Consumer<Finding> found) {
    String text = narrative.read().text();
    boolean both =
        Stream.of(narrative.period().previous(), narrative.period().yearAgo())
            .allMatch(p -> narrative.value(p).isPresent());
    boolean other =
        narrative.claims().stream().anyMatch(c -> c.about() == About.EARLIER)
            || narrative.read().periods().stream().anyMatch(p -> !isOwn(narrative, p))
            || COMPARING.matcher(text).matches();
    if (!both || other) {
      return;
    }
    for (Sentence sentence : narrative.sentences()) {
      for (Claim claim : sentence.claims()) {
        boolean change =
            claim.direction().isMove()
                && claim.scope() == Claim.Scope.ALL
                && claim.basis().isEmpty()
                && claim.beside().isEmpty()
                && !narrative.isElsewhere(claim, sentence)
                && !LOOSELY.matcher(text.substring(sentence.start(), sentence.end())).matches()
                && Change.isBorneOut(narrative, claim, narrative.period().yearAgo())
                && !Change.isBorneOut(narrative, claim, narrative.period().previous());
        if (change) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the change of %s is that on %s, but the commentary names no period and reads"
                          + " as if on %s; say what you compare with.",
                      narrative.quote(claim.figure()),
                      narrative.period().yearAgo().label(),
                      narrative.period().previous().label())));
          return;
        }
      }
    }
  }

  /**
   * {@code 25 conferences were held, 3 fewer}, {@code an increase of 12}: true of the quarter
   * before and not of the year before, in a text that names no other time and no other value. Short
   * words for what happened ({@code fell by 3}, {@code down 3}) are read as over the quarter.
   */
  private void nothing(Narrative narrative, Consumer<Finding> found) {
    boolean two =
        narrative.givesValue()
            && Stream.of(narrative.period().previous(), narrative.period().yearAgo())
                .allMatch(p -> narrative.value(p).isPresent());
    String text = narrative.read().text();
    String said = text.replaceAll(SPAN, " ");
    boolean silent =
        narrative.claims().stream().noneMatch(c -> c.about() == About.EARLIER)
            && narrative.read().periods().stream().allMatch(p -> isOwn(narrative, p))
            && !COMPARING.matcher(said).matches()
            && !LOOSELY.matcher(said).matches();
    for (int i = 0; two && i < narrative.sentences().size(); i++) {
      Sentence sentence = narrative.sentences().get(i);
      boolean named =
          !sentence.periods().stream().allMatch(p -> isOwn(narrative, p))
              || (i > 0
                  && !narrative.sentences().get(i - 1).periods().stream()
                      .allMatch(p -> isOwn(narrative, p)));
      for (Claim claim : sentence.claims()) {
        String before = text.substring(sentence.start(), claim.figure().start());
        String behind = text.substring(claim.figure().end(), sentence.end());
        boolean bare =
            silent && (COMPARATIVE.matcher(behind).matches() || NOUN.matcher(before).matches());
        boolean loose = !named && THAN_BEFORE.matcher(behind).matches();
        boolean change =
            (bare || loose)
                && claim.direction().isMove()
                && claim.basis().isEmpty()
                && claim.beside().isEmpty()
                && (loose || claim.scope() == Claim.Scope.ALL)
                && !narrative.isElsewhere(claim, sentence)
                && Change.isBorneOut(narrative, claim, narrative.period().previous())
                && !Change.isBorneOut(narrative, claim, narrative.period().yearAgo());
        if (change) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "\"%s\" does not say than when, and the commentary names no other period; say"
                          + " what you compare with.",
                      narrative.quote(claim.figure()))));
          return;
        }
      }
    }
  }

  private static final Pattern COMPARATIVE =
      Pattern.compile(
          "(?is)\\s+(?:\\w+\\s+)?(?:more|fewer|less|higher|lower)\\b(?:\\s*\\([^()]*\\))?\\s*(?:[.,;]|$).*");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?is).*\\ban?\\s+(?:increase|decrease|rise|fall|drop|reduction|growth)\\s+of\\s+");
  private static final Pattern THAN_BEFORE =
      Pattern.compile(
          "(?is)[^.;,\\d]{0,30}(?:\\([^()]*\\))?\\s+than\\s+(?:before|previously|earlier)\\s*(?:[.,;]|$).*");

  /** {@code an average of 36 a month}, {@code the last four quarters}: no time compared with. */
  private static final String SPAN =
      "(?i)\\b(?:an\\s+average\\s+of\\s+\\S+\\s+)?(?:a|per|each|every)\\s+month\\b"
          + "|\\b(?:the\\s+)?(?:last|past)\\s+(?:two|three|four|five|\\d+)\\s+(?:quarters|months)\\b";

  /** Words by which some other time is spoken of. */
  private static final Pattern COMPARING =
      Pattern.compile(
          "(?is).*\\b(?:than|compar\\w+|against|versus|vs|since|previous(?:ly)?|last|prior|before|ago"
              + "|earlier|former(?:ly)?|annual(?:ly)?|years?)\\b.*");

  /** Words that set a change against something else. */
  private static final Pattern LOOSELY =
      Pattern.compile(
          "(?is).*\\b(?:baseline|expected|forecast|target|usual|average|mean|months?|weeks?|winter|summer"
              + "|spring|autumn|now|then)\\b.*");

  private static boolean isOwn(Narrative narrative, PeriodMention mention) {
    return mention
        .in(narrative.period())
        .filter(p -> narrative.period().months().containsAll(p.months()))
        .isPresent();
  }

  /**
   * {@code more than double quarter one's 97. The total is 17 days higher}: than a year ago, though
   * the text has named another basis and not that one.
   */
  private void unsaid(
      Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    Comparison previous = narrative.review().previous();
    Comparison yearAgo = narrative.review().yearAgo();
    Optional<BigDecimal> near = previous.change();
    Optional<BigDecimal> far = yearAgo.change();
    boolean open =
        claim.about() == Claim.About.CHANGE
            && claim.direction().isMove()
            && claim.scope() == Claim.Scope.ALL
            && claim.basis().isEmpty()
            && claim.beside().isEmpty()
            && sentence.periods().isEmpty()
            && NAMED.stream().noneMatch(sentence::says)
            && narrative.about(claim, sentence) == Narrative.About.OWN;
    if (!open || near.isEmpty() || far.isEmpty()) {
      return;
    }
    List<ReportingPeriod> named =
        narrative.read().periods().stream()
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .distinct()
            .toList();
    boolean before =
        narrative.read().periods().stream()
            .filter(p -> p.end() < sentence.start())
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .anyMatch(previous.earlier().period()::equals);
    boolean other =
        narrative.agrees(claim.figure(), far.get())
            && far.get().signum() == claim.direction().sign()
            && !narrative.agrees(claim.figure(), near.get());
    if (before && other && !named.contains(yearAgo.earlier().period())) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "\"%s\" does not say than what; it is the change from %s, so name that period.",
                  narrative.quote(claim.figure()), yearAgo.earlier().period().label())));
    }
  }

  /** Words by which a sentence says what it compares with, though it names no period. */
  private static final List<String> NAMED =
      List.of("than", "year", "annual", "annually", "yearly", "months", "earlier", "before");
}
