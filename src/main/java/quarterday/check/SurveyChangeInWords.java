package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/** A change between two surveys that is no larger than their sampling error. */
final class SurveyChangeInWords implements Check {
  private static final Set<String> ASKED =
      Set.of(
          "surveyed",
          "interviewed",
          "respondents",
          "interviews",
          "responses",
          "responded",
          "polled",
          "interviewees");

  /** 95 of 100 samples lie within 1.96 standard errors. */
  private static final double NORMAL_95 = 1.96;

  @Override
  public CheckRule rule() {
    return CheckRule.SAMPLING_ERROR;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Optional<BigDecimal> share = narrative.now();
      Optional<Figure> base = base(narrative);
      if (!narrative.measure().isPercentage()
          || share.isEmpty()
          || base.isEmpty()
          || narrative.sentences().stream().anyMatch(SurveyChangeInWords::saysWithin)) {
        continue;
      }
      double p = share.get().doubleValue() / 100;
      double margin =
          100 * NORMAL_95 * Math.sqrt(2 * p * (1 - p) / base.get().value().doubleValue());
      boolean beyond = narrative.sentences().stream().anyMatch(SurveyChangeInWords::speaksOfError);
      for (Claim claim : narrative.claims()) {
        if (claim.about() == About.POINTS_CHANGE
            && (claim.direction().isMove() || beyond)
            && claim.figure().value().doubleValue() < margin) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "%s is within the margin of error of two surveys of %s people (%s points);"
                          + " say that it is no clear change.",
                      narrative.quote(claim.figure()),
                      Narrative.plain(base.get().value(), 0, true),
                      Narrative.plain(BigDecimal.valueOf(margin), 1, false))));
          break;
        }
      }
    }
  }

  /** Whether a sentence speaks of the error, and does not say that the change is beyond it. */
  private static boolean saysWithin(Sentence sentence) {
    return speaksOfError(sentence)
        && (sentence.says("not") || BEYOND.stream().noneMatch(sentence::says));
  }

  private static boolean speaksOfError(Sentence sentence) {
    return sentence.says("margin of error")
        || sentence.says("sampling error")
        || sentence.says("confidence");
  }

  private static final List<String> BEYOND =
      List.of(
          "larger than",
          "bigger than",
          "greater than",
          "more than",
          "outside",
          "beyond",
          "exceeds",
          "exceeding",
          "above");

  /** The number of people asked, where the text gives it. */
  private static Optional<Figure> base(Narrative narrative) {
    for (Sentence sentence : narrative.sentences()) {
      for (Claim claim : sentence.claims()) {
        boolean asked =
            claim.nouns().stream().anyMatch(ASKED::contains)
                || ASKED.contains(claim.verb())
                || sentence.words().stream()
                    .anyMatch(w -> w.equals("surveyed") || w.equals("interviewed"));
        boolean people =
            claim.figure().kind() == Figure.Kind.NUMBER
                && claim.figure().value().compareTo(BigDecimal.valueOf(30)) >= 0;
        if (asked && people) {
          return Optional.of(claim.figure());
        }
      }
    }
    return Optional.empty();
  }
}
